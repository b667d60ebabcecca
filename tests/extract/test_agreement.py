"""A French participle describes what it agrees with in gender and number."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    "text",
    [
        "Le Comité rappelle ses recommandations au titre du Protocole de Palerme, adoptées le 13 juin 2014.",
        "Il renvoie à celle de la Convention sur la cybercriminalité, adopté le 13 juin 2014.",
        "Les mesures prévues par le Plan d'action de Lomé, adoptées en 2014, sont en place.",
    ],
)
def test_what_it_does_not_agree_with_was_not_adopted(text: str) -> None:
    assert facts_of("adoptions", text) == []


@pytest.mark.parametrize(
    ("text", "adopted"),
    [
        ("Le Protocole de Palerme, adopté le 15 novembre 2000, est en vigueur.", [("Palermo Protocol", "2000-11-15")]),
        ("La Déclaration de Lomé, adoptée en 2014, est connue.", [("Déclaration de Lomé", "2014")]),
        ("L'Accord de Lomé, adopté en 2014, est connu.", [("Accord de Lomé", "2014")]),
    ],
)
def test_what_it_agrees_with_was(text: str, adopted: list[tuple[str, str]]) -> None:
    assert said(facts_of("adoptions", text), "instrument", "date") == adopted
