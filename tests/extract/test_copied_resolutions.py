"""Resolutions that a web page has copied without their symbol, and numbers that each have their own subject."""

from __future__ import annotations

import pytest

from extract.facts import Entity
from extract.mentions.symbols import find
from extract.pipeline import extract
from extract.readers import read_bytes

ENGLISH = """Human Rights Council
Thirty-ninth session
Agenda item 3

Resolution adopted by the Human Rights Council on 28 September 2018

39/44. Safe ports for children

The Human Rights Council,

Recalling the Universal Declaration of Human Rights and the International Covenant on Civil and Political Rights,

Recalling also its resolutions 5/1 on institution-building of the Council and 5/2 on a code of conduct,

1. Calls upon States to protect children in ports;
"""
FRENCH = """Conseil des droits de l'homme

Résolution adoptée par le Conseil des droits de l'homme le 28 septembre 2018

39/44. Des ports sûrs pour les enfants

Le Conseil des droits de l'homme,

Rappelant la Déclaration universelle des droits de l'homme et le Pacte international relatif aux droits civils et
politiques,

1. Demande aux États de protéger les enfants dans les ports ;
"""


def _told(text: str, kind: str) -> list[dict[str, str]]:
    return [
        {role: value.id if isinstance(value, Entity) else str(value) for role, value in fact.roles.items()}
        for fact in extract(read_bytes(text.encode(), "copy.txt")).facts
        if fact.kind == kind
    ]


@pytest.mark.parametrize("text", [ENGLISH, FRENCH])
def test_a_copy_has_the_symbol_of_its_number_and_organ(text: str) -> None:
    assert [one["document"] for one in _told(text, "documents")] == ["A/HRC/RES/39/44"]
    linked = {(one["instrument"], one["relation"], one["other"]) for one in _told(text, "instrument-links")}
    assert {("A/HRC/RES/39/44", "recalls", "UDHR"), ("A/HRC/RES/39/44", "recalls", "ICCPR")} <= linked
    assert {one for one, *_ in linked} == {"A/HRC/RES/39/44"}


def test_without_a_number_it_is_still_the_resolution_that_recalls() -> None:
    text = ENGLISH.replace("39/44. ", "")
    assert {one["instrument"] for one in _told(text, "instrument-links")} == {"copy.txt"}


def test_a_report_has_no_symbol_of_the_number_in_its_title() -> None:
    text = "Report on resolution 39/44 of the Human Rights Council\n\nThe Council met in Geneva on 3 May 2021."
    assert all(one["document"] == "copy.txt" for one in _told(text, "documents"))


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (
            "resolutions 26/8 of 26 June 2014 of the Human Rights Council, on the mandate of the Rapporteur, and 32/3 "
            "of 30 June 2016, on victims in conflict,",
            ["A/HRC/RES/26/8", "A/HRC/RES/32/3"],
        ),
        (
            "les résolutions 61/180 de l'Assemblée générale, relative à la coordination, et 64/293, par laquelle elle "
            "a adopté le Plan,",
            ["A/RES/61/180", "A/RES/64/293"],
        ),
        ("decision 2004/110 of 19 April 2004 of the Commission on Human Rights", ["E/CN.4/DEC/2004/110"]),
        ("la décision 2004/110 du 19 avril 2004 de la Commission des droits de l'homme", ["E/CN.4/DEC/2004/110"]),
        ("General Assembly resolution 61/180 on coordination and 12/15 of the entities replied.", ["A/RES/61/180"]),
        ("resolutions 61/180 on coordination and, in target 16/2 of the plan, on ports,", ["A/RES/61/180"]),
    ],
)
def test_numbers_with_their_subjects_and_days(text: str, cited: list[str]) -> None:
    assert [one.id for one in find(text)] == cited
