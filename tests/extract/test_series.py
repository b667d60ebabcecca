"""Meetings of a series that are told without their noun: "its twelfth online", « la vingt et unième a eu lieu à »."""

# ruff: noqa: E501 - each sentence with what it tells stands on one line

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

FIRST = "The Board of the Ports Fund held its eleventh session in Gaborone on 8 April 2025"
FIRST_FR = "Le Conseil du Fonds des ports a tenu sa onzième session à Gaborone le 8 avril 2025"
ELEVENTH = ("2025-04-08", "Gaborone")

LATER: list[tuple[str, list[tuple[str, str]]]] = [
    (f"{FIRST} and its twelfth online on 14 October 2025.", [ELEVENTH, ("2025-10-14", "")]),
    (f"{FIRST}. Its twelfth was held in Lomé on 14 October 2025.", [ELEVENTH, ("2025-10-14", "Lomé")]),
    (f"{FIRST}. The twelfth, held in Lomé on 14 October 2025, was short.", [ELEVENTH, ("2025-10-14", "Lomé")]),
    (f"{FIRST_FR} et sa douzième en ligne le 14 octobre 2025.", [ELEVENTH, ("2025-10-14", "")]),
    (f"{FIRST_FR}. La douzième s'est tenue à Lomé le 14 octobre 2025.", [ELEVENTH, ("2025-10-14", "Lomé")]),
    (f"{FIRST}. The twelfth will be held in Lomé in 2090.", [ELEVENTH]),
    (f"{FIRST}. The tenth was held in Lomé in 2024.", [ELEVENTH]),
    (f"{FIRST}. The second day was given to fees.", [ELEVENTH]),
    (f"{FIRST_FR} ; la douzième se tiendra à Lomé en 2090.", [ELEVENTH]),
    ("The Ports Network holds an annual meeting; the twenty-first took place in Lomé on 21 May 2025.", [("2025-05-21", "Lomé")]),
    ("Le Réseau des ports tient une réunion annuelle ; la vingt et unième a eu lieu à Lomé le 21 mai 2025.", [("2025-05-21", "Lomé")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), LATER)
def test_later_meetings_of_a_series(text: str, told: list[tuple[str, str]]) -> None:
    assert sorted(said(facts_of("meetings", text), "start", "place")) == told


@pytest.mark.parametrize(
    "text",
    [
        "The second Ports Forum took place in Lomé in 2018. No Forum was held in 2020. The third met in Nadi on 5 May 2023 and was attended by Fiji and Samoa.",
        "Le deuxième Forum des ports s'est tenu à Lomé en 2018. Le troisième s'est réuni à Nadi le 5 mai 2023 et a rassemblé les Fidji et le Samoa.",
    ],
)
def test_later_of_a_numbered_series_is_what_its_sentence_speaks_of(text: str) -> None:
    events = {label for label, _ in said(facts_of("participants", text), "event", "participant")}
    assert {participant for _, participant in said(facts_of("participants", text), "event", "participant")} == {
        "Fiji",
        "Samoa",
    }
    assert events <= {"third Ports Forum", "troisième Forum des ports"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("La septième réunion annuelle du Réseau des ports s'est tenue à Lomé le 18 mai 2022.", "Réseau des ports"),
        ("La septième session ordinaire du Conseil des ports s'est tenue à Lomé le 18 mai 2022.", "Conseil des ports"),
    ],
)
def test_whose_a_yearly_meeting_is(text: str, body: str) -> None:
    assert said(facts_of("meetings", text), "body") == [(body,)]
