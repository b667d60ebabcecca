"""Dates of what a sentence inserts are no periods of its numbers."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Since its creation by the General Assembly in 2010, the Fund has supported 100 shelters.", ""),
        ("Depuis sa création en 2010, le Fonds a accordé 100 subventions.", ""),
        ("The Blue Heart Campaign, which Mexico joined in 2010, has been launched in 30 countries.", ""),
        ("L'OIM, qui a ouvert un bureau à Accra en 2018, a formé 30 agents en 2020.", "2020"),
        ("In 2020, IOM, which opened an office in Accra, trained 30 officers.", "2020"),
        ("The Palermo Protocol has 178 States parties, the latest being Nepal, which acceded to it in 2020.", ""),
        ("178 États sont parties au Protocole de Palerme, le dernier étant le Népal, qui y a adhéré en 2020.", ""),
        ("The police freed 30 people, who went home in May 2020.", "2020-05"),
    ],
)
def test_periods(text: str, period: str) -> None:
    assert said(facts_of("figures", text), "period") == [(period,)]
