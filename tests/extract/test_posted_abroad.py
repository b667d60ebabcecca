"""Offices that their own send to a place: "the Ambassador in Geneva, Ms. Berg" is in Geneva, and none of Geneva's."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        (
            "In 2021 Mongolia's Ambassador in Geneva, Sarnai Berg, chaired the Group of Friends of Migrants.",
            "Sarnai Berg",
        ),
        ("The Resident Coordinator in Ghana, Ms. Ana Silva, chaired the Steering Committee in 2020.", "Ms. Ana Silva"),
        ("En 2021, son Ambassadrice à Genève, Sarnai Berg, a présidé le Groupe des Amis des migrants.", "Sarnai Berg"),
        (
            "La représentante de l'UNICEF au Mali, Mme Ana Silva, a présidé le Comité directeur en 2020.",
            "Mme Ana Silva",
        ),
    ],
)
def test_who_is_posted_there_chairs(text: str, chair: str) -> None:
    assert said(facts_of("chairs", text), "chair") == [(chair.split(". ")[-1].removeprefix("Mme "),)]


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("The Resident Coordinator in Ghana, Ms. Ana Silva, spoke.", ""),
        ("The UNODC Representative in Mexico, Ms. Ana Silva, spoke.", "UNODC"),
        ("La représentante de l'UNICEF au Mali, Mme Ana Silva, a pris la parole.", "UNICEF"),
    ],
)
def test_the_country_is_not_whose_office_it_is(text: str, organisation: str) -> None:
    assert said(facts_of("offices", text), "organisation") == [(organisation,)]


def test_a_place_that_only_stands_behind_is_where_it_was() -> None:
    text = "La Représentante de l'UNICEF a ouvert au Mali, le 3 mai 2020, un atelier sur la traite."
    assert said(facts_of("meetings", text), "place") == [("Mali",)]


def test_a_letter_names_its_author_over_two_lines() -> None:
    text = (
        "United Nations          A/C.3/78/5\n\nGeneral Assembly          Distr.: General\n6 October 2023\n\n"
        "        Letter dated 29 September 2023 from the Permanent\n"
        "        Representative of Senegal to the United Nations addressed to\n"
        "        the Chair of the Third Committee\n\n\n"
        "    I have the honour to transmit herewith the report of the meeting.\n\n"
        "                    (Signed) Cheikh Gassama\n                    Permanent Representative\n"
    )
    assert said(facts_of("offices", text), "person", "organisation") == [("Cheikh Gassama", "Senegal")]
