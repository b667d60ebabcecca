"""What recitals take for granted: "Considering that Chad ratified …"; the day of the meeting that adopted a text."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

DONE = ("Chad", "2020-05-03")


@pytest.mark.parametrize(
    "text",
    [
        "Considering that Chad ratified the Palermo Protocol on 3 May 2020, the Board met.",
        "WHEREAS Chad ratified the Palermo Protocol on 3 May 2020;",
        "Considérant que le Tchad a ratifié le Protocole de Palerme le 3 mai 2020, il y a lieu d'agir.",
        "Attendu que le Tchad a ratifié le Protocole de Palerme le 3 mai 2020 ;",
    ],
)
def test_a_recital_is_told(text: str) -> None:
    assert said(facts_of("ratifications", text), "state", "date") == [DONE]


@pytest.mark.parametrize(
    "text",
    [
        "Chad is considering that it might ratify the Palermo Protocol in 2030.",
        "Considering ratification of the Palermo Protocol, Chad acted on 3 May 2020.",
        "Considering that Chad has not ratified the Palermo Protocol, the Board met on 3 May 2020.",
        "Considérant que le Tchad devrait ratifier le Protocole de Palerme, il y a lieu d'agir.",
    ],
)
def test_what_is_only_considered(text: str) -> None:
    assert facts_of("ratifications", text) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "The Nuuk Plan was adopted by the Council at its fourth meeting, held in Accra on 27 June 2025.",
            "2025-06-27",
        ),
        ("The Nuuk Plan was adopted at the second plenary session, held on 27 June 2025.", "2025-06-27"),
        (
            "Le Plan de Nuuk a été adopté par le Comité à sa quatrième réunion, tenue à Accra le 27 juin 2025.",
            "2025-06-27",
        ),
        ("The Nuuk Plan was adopted by the Council at its fourth session, held in Accra from 2 to 9 June 2025.", ""),
        ("The Nuuk Plan was adopted by the Council at its fourth session, which opened on 2 June 2025.", ""),
    ],
)
def test_the_day_of_the_meeting(text: str, date: str) -> None:
    assert said(facts_of("adoptions", text), "date") == [(date,)]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (
            "The Third Work Plan against Trafficking in Persons in the Western Hemisphere was adopted in 2024.",
            "Third Work Plan",
        ),
        (
            "The second Global Plan of Action to Combat Trafficking in Persons was adopted in 2024.",
            "second Global Plan",
        ),
        ("The Second Palermo Protocol was adopted in 2031.", "Second Palermo"),
        ("The first Global Plan of Action to Combat Trafficking in Persons was adopted in 2010.", "Global Plan"),
        ("In the third place, the Palermo Protocol was adopted in 2000.", "Palermo"),
        (
            "Le deuxième Plan d'action mondial pour lutter contre la traite des personnes a été adopté en 2024.",
            "deuxième Plan",
        ),
    ],
)
def test_another_one_of_a_series(text: str, cited: str) -> None:
    ((instrument,),) = said(facts_of("adoptions", text), "instrument") or [("",)]
    assert instrument.removeprefix("United Nations ").startswith(cited)


def test_a_list_goes_on_with_a_printed_statement() -> None:
    text = (
        "The Lomé Charter recalls resolutions 72/195 and 64/293 of the General Assembly and the statement by the "
        "President of the Council of 20 November 2024 (S/PRST/2024/9)."
    )
    told = said(facts_of("instrument-links", text), "other")
    assert ("S/PRST/2024/9",) in told
