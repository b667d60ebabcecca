"""Whose date it is: a number does not take that of another clause of its sentence."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("IOM teaches 275 sailors in Dubrovnik, and Peru ratified the Palermo Protocol in 2002.", [("275", "")]),
        ("Norway gave a grant of 38,000 euros to UNODC, while Peru ratified the Protocol in 2002.", [("38000", "")]),
        ("The Forum brought together 30 judges; the Ports Network was created in 2002.", [("30", "")]),
        ("UNODC trained 30 judges and IOM trained 40 prosecutors in 2019.", [("30", "2019"), ("40", "2019")]),
        ("Dans ce cadre, 240 avocats et juges ont été formés à Addis-Abeba en 2025.", [("240", "2025")]),
        ("Peru ratified the Protocol in 2002; IOM teaches 30 sailors.", [("30", "")]),
        ("In 2002, Peru ratified the Protocol; IOM trained 30 sailors.", [("30", "2002")]),
        ("The workshop was held in Lima in May 2002; 30 judges attended.", [("30", "2002-05")]),
        ("Le Pérou a ratifié le Protocole en 2002 ; l'OIM forme 30 marins.", [("30", "")]),
        ("The 300 police officers were trained by INTERPOL in 2014.", [("300", "2014")]),
        ("Fiji reported on the contribution of 750 euros that it made in 2022.", [("750", "2022")]),
        ("L'OIM a formé 30 juges, et le Pérou a ratifié le Protocole de Palerme en 2002.", [("30", "")]),
        ("Le Forum a réuni 30 juges ; le Réseau des ports a été créé en 2002.", [("30", "")]),
        ("L'ONUDC a formé 30 juges et l'OIM a formé 40 procureurs en 2019.", [("30", "2019"), ("40", "2019")]),
    ],
)
def test_the_date_of_another_clause_is_not_that_of_the_number(text: str, told: list[tuple[str, ...]]) -> None:
    assert said(facts_of("figures", text), "value", "period") == told
