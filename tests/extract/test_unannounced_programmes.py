"""Programmes whose names stand alone: the next sentence, the words above a list or a title in capitals tell of them."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

LIST = "Initiatives undertaken since the last report include the following:\n\n(a) {};\n\n(b) {}.\n"


@pytest.mark.parametrize(
    ("text", "programme", "country"),
    [
        (
            "Safe Crossings, which ICMPD launched in 2021, helps guards. The programme is active in Georgia.",
            "Safe Crossings",
            "Georgia",
        ),
        (
            "Open Harbour was launched by UNODC in 2021. This project is implemented in Georgia.",
            "Open Harbour",
            "Georgia",
        ),
        (
            "Passages Sûrs, que l'OIM a lancé en 2021, aide. Le programme est actif en Géorgie.",
            "Passages Sûrs",
            "Georgia",
        ),
        (
            "EVALUATION OF THE PROJECT “CROSSING POINTS”\n\nJune 2022\n\nCrossing Points was implemented in Georgia.",
            "Crossing Points",
            "Georgia",
        ),
    ],
)
def test_where_it_is_active(text: str, programme: str, country: str) -> None:
    found = {row for row in said(facts_of("programmes", text), "programme", "country") if row[1]}
    assert {(name.title(), state) for name, state in found} == {(programme.title(), country)}


def test_items_below_initiatives() -> None:
    text = LIST.format("Sentinel Ports, which UNODC carries out in Mali", "Open Harbour, led by IOM since 2021")
    assert set(said(facts_of("programmes", text), "programme", "lead")) >= {
        ("Sentinel Ports", "UNODC"),
        ("Open Harbour", "IOM"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg, who launched a hotel, lives in Oslo. The programme is active in Togo.",
        "The National Council, which UNODC launched in 2020, met. The programme of the day was full.",
        "Measures taken since then include the following:\n\n   (a) Sentinel Ports, which UNODC carries out in Mali.\n",
    ],
)
def test_people_bodies_and_other_lists(text: str) -> None:
    assert facts_of("programmes", text) == []
