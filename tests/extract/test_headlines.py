"""Headlines in which every word has a capital: their verb is one, and no part of a name."""

from __future__ import annotations

import pytest

from extract.headlines import verbs
from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("General Assembly Adopts Declaration on Port Workers", ["Adopts"]),
        ("UNODC Launches Programme for Victims in Malawi", ["Launches"]),
        ("Kenya Hosts Regional Conference on Trafficking", ["Hosts"]),
        ("African Union Unveils Action Plan against Trafficking", ["Unveils"]),
        ("IOM and Chad Sign Agreement on Protection", ["Sign"]),
        ("Ministers Meet to Review Accra Declaration", ["Meet"]),
        ("Working Group on Ports Ends Session with Call for Action", ["Ends"]),
        (
            "Committee on Migrant Workers Opens Forty-First Session",
            [],
        ),  # its own: "forty-first session of the Committee"
        ("Department of Reports and Services of the Fund", []),
        ("Women Lawyers' Network for Victims of Trafficking", []),
        ("Plan of Action of the Network of Marks Offices", []),
        ("UNODC LAUNCHES PROGRAMME IN MALAWI", []),  # no capitals tell the words apart
        ("The Council adopts its report on trafficking in ports", []),
    ],
)
def test_the_verb_of_a_headline(line: str, told: list[str]) -> None:
    assert [line[start:end] for start, end in verbs(line)] == told


RELEASE = """PRESS RELEASE

{}

NAIROBI, 3 May 2024 - The Working Group on Trafficking in Persons closed its fifteenth session this afternoon.

Exchange of views

Also taking the floor were the representatives of Ghana and Mexico.
"""


def test_a_headline_is_the_title_and_no_meeting() -> None:
    text = RELEASE.format("Working Group on Trafficking in Persons Ends Session with Call for Clean Ports")
    title = "Working Group on Trafficking in Persons Ends Session with Call for Clean Ports"
    assert said(facts_of("documents", text), "title", "publisher") == [(title, "")]
    assert said(facts_of("citations", text), "cited") == []
    event = "fifteenth session of the Working Group on Trafficking in Persons"
    assert said(facts_of("participants", text), "event", "participant") == [(event, "Ghana"), (event, "Mexico")]


def test_what_a_headline_shortens_is_told_by_the_text() -> None:
    text = RELEASE.format("IOM and Chad Sign Agreement on Protection of Witnesses")
    assert said(facts_of("participants", text), "participant") == [("Ghana",), ("Mexico",)]
