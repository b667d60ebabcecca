"""Whose an office is that stands, with who holds it, before the body that the sentence is about."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Under its President, Judge Ilse Roy, the Ports Network published studies.", [("Ilse Roy", "Ports Network")]),
        ("Under its Executive Director, Ms. Anna Berg, the Ports Network has grown.", [("Anna Berg", "Ports Network")]),
        ("Led by its Director, Mr. Paul Roy, UNICEF visited the camp.", [("Paul Roy", "UNICEF")]),
        ("Represented by its Director, Mr. Paul Roy (Togo), the Ports Fund took part.", [("Paul Roy", "Ports Fund")]),
        (
            "Représenté par son Directeur, M. Paul Roy, le Fonds des ports a pris part à la réunion.",
            [("Paul Roy", "Fonds des ports")],
        ),
        (
            "Dirigé par son Directeur exécutif, M. Paul Roy, le Réseau des ports compte dix agents.",
            [("Paul Roy", "Réseau des ports")],
        ),
    ],
)
def test_the_body_behind(text: str, told: list[tuple[str, str]]) -> None:
    assert said(facts_of("offices", text), "person", "organisation") == told


@pytest.mark.parametrize(
    "text",
    [
        "Invited by its Director, Mr. Paul Roy, UNICEF visited the Ports Network.",
        "At the invitation of its Director, Mr. Paul Roy, UNICEF visited the Ports Network.",
        "After a meeting with its Director, Mr. Paul Roy, UNICEF praised the Ports Network.",
        "Under its agreement with the Director, Mr. Paul Roy, UNICEF trained judges.",
        "À l'invitation de son Directeur, M. Paul Roy, l'UNICEF a visité le Réseau des ports.",
        "Invité par sa Directrice, Mme Anna Berg, l'UNICEF a visité le Réseau des ports.",
    ],
)
def test_it_may_be_the_director_of_another(text: str) -> None:
    assert all("organisation" not in fact.roles for fact in facts_of("offices", text))
