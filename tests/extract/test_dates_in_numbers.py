"""The date of a document in numbers: 14/03/2018, the day first in French; a deadline is none."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

_FR = "L'ONUDC forme les magistrats du Togo\n\n{}\n\nLes magistrats jouent un rôle dans la lutte contre la traite."
_EN = "UNODC trains judges in Togo\n\n{}\n\nJudges matter to the fight against trafficking in persons."


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (_FR.format("14/03/2018"), "2018-03-14"),
        (_FR.format("04/06/2018"), "2018-06-04"),
        (_FR.format("Lomé, le 4.10.2012"), "2012-10-04"),
        (_EN.format("24/06/2018"), "2018-06-24"),
        (_EN.format("04/06/2018"), ""),
        (_FR.format("31/02/2018"), ""),
        (_FR.format("Date limite : 25 août 2023"), ""),
        (_EN.format("Deadline: 25 August 2023"), ""),
    ],
)
def test_the_date(text: str, date: str) -> None:
    assert said(facts_of("documents", text), "date") == [(date,)]


def test_a_record_of_a_meeting_is_its_type_and_no_title() -> None:
    title = "LE COMITÉ TIENT UNE DISCUSSION SUR LA TRAITE DES FEMMES ET DES FILLES"
    text = f"{title}\n\nCompte rendu de séance\n\nLe Comité a débattu ce matin de la traite."
    found = said(facts_of("documents", text), "title", "type")
    assert found == [(title, "meeting-record")]


_HEAD = "Comité des droits de l'enfant\n\nObservations finales : Togo\n\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (_HEAD + "4. Le Comité se félicite de la ratification par l'État partie :\n\n"
         "a) Du Protocole de Palerme (mai 2007);\n\n"
         "b) De la Convention sur la cybercriminalité (2009).", [("Togo", "2009"), ("Togo", "2007-05")]),
        ("L'OIM salue la ratification par le Togo : du Protocole de Palerme, en 2009.", [("Togo", "2009")]),
        (_HEAD + "4. Le Comité recommande la ratification par l'État partie :\n\na) Du Protocole de Palerme.", []),
        ("L'OIM attend la ratification par le Togo : du Protocole de Palerme.", []),
    ],
)  # fmt: skip
def test_what_was_ratified_is_listed_behind_who_did(text: str, told: list[tuple[str, str]]) -> None:
    assert sorted(said(facts_of("ratifications", text), "state", "date")) == sorted(told)
