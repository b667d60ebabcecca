"""Where an organisation sits is not where what it reports happened."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    "text",
    [
        "L'opération Aube a permis de secourir 30 victimes, a indiqué l'organisation, dont le siège est à Lyon.",
        "L'opération Aube a permis de secourir 30 victimes, a indiqué l'organisation, dont le siège se trouve à Lyon.",
        "The organization, whose headquarters are located in Lyon, rescued 40 victims in Operation Dawn.",
        "Selon INTERPOL, basée à Lyon, en France, l'opération Aube a permis d'arrêter 40 suspects.",
        "In Operation Dawn, 12 traffickers were arrested, said the agency, based in The Hague.",
        "INTERPOL, headquartered in Lyon, rescued 40 victims in Operation Dawn.",
        "The organization, whose headquarters are in Lyon, rescued 40 victims in Operation Dawn.",
    ],
)
def test_the_seat_is_no_place_of_what_happened(text: str) -> None:
    assert said(facts_of("operations", text), "place") == [("",)]
    assert {place for (place,) in said(facts_of("figures", text), "place")} == {""}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("L'ONUDC a formé 40 policiers basés à Dakar.", "Dakar"),
        ("Le Fonds a soutenu 14 organisations non gouvernementales basées à Lomé.", "Lomé"),
        ("The Fund supported 14 organizations based in Lomé.", "Lomé"),
        ("Sweden, whose office sits in Lyon, trained 40 judges in Lomé.", "Lomé"),
    ],
)
def test_those_who_are_counted_are_there(text: str, place: str) -> None:
    assert said(facts_of("figures", text), "place") == [(place,)]
