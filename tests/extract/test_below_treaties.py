"""Below the heading of a treaty: lines of a manner with States and dates, and which "Convention" is meant."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

_FIRST = (
    "I. Convention de Palerme\n\nLe Tchad a adhéré à la Convention le 3 juin 2026.\n\nLa Convention est ouverte.\n\n"
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "II. Protocole de Palerme\n\nRatification : Congo, le 18 juin 2026.\n",
            [("Congo", "ratification", "2026-06-18")],
        ),
        (
            "II. Palermo Protocol\n\nAccession: Tonga (11 June 2026); Togo, 3 May 2026.\n",
            [("Togo", "accession", "2026-05-03"), ("Tonga", "accession", "2026-06-11")],
        ),
        ("II. Protocole de Palerme\n\nRatification : à l'étude au Congo, le 18 juin 2026.\n", []),
        ("Points de presse\n\nRatification : Congo, le 18 juin 2026.\n", []),
    ],
)
def test_lines_of_a_manner(text: str, told: list[tuple[str, str, str]]) -> None:
    assert said(facts_of("ratifications", text), "state", "manner", "date") == told


def test_the_convention_is_that_of_the_heading() -> None:
    text = f"{_FIRST}II. Convention relative aux droits de l'enfant\n\nLe Togo a signé la Convention le 4 mai 2026.\n"
    told = said(facts_of("ratifications", text), "state", "instrument")
    assert told == [("Chad", "UNTOC"), ("Togo", "Convention on the Rights of the Child")]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("L'OIM a un bureau. La Suède lui a accordé un don de 600 000 dollars pour le programme Darba.", "IOM"),
        ("La Suède a accordé un don de 600 000 dollars pour le programme Darba.", "Darba"),
    ],
)
def test_what_is_given_to_it_for_a_programme(text: str, recipient: str) -> None:
    assert said(facts_of("funding", text), "recipient") == [(recipient,)]
