"""Items of a list that go on with the sentence which opens it: "In 2024 IOM: – trained 275 judges in Douala"."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

_BEFORE = {
    "en": "The year was marked by work in many countries of the region, with partners of all kinds and at little cost.",
    "fr": "L'année a été marquée par de nombreuses activités dans la région, avec des partenaires de tous horizons.",
}


def _listed(language: str, opening: str, *items: str) -> str:
    return "\n\n".join([_BEFORE[language], opening, *(f"- {item}" for item in items)]) + "\n"


@pytest.mark.parametrize(
    "text",
    [
        _listed("en", "In 2024 IOM:", "published a handbook on ports;", "trained 275 judges in Douala."),
        _listed("fr", "En 2024, l'OIM a :", "publié un guide sur les ports ;", "formé 275 juges à Douala."),
    ],
)
def test_what_was_done(text: str) -> None:
    columns = ("agent", "number", "period", "place")
    assert said(facts_of("training", text), *columns) == [("IOM", "275", "2024", "Douala")]


@pytest.mark.parametrize(
    "text",
    [
        _listed("en", "In 2024 UNICEF received:", "$400,000 from Japan;", "$150,000 from Gabon."),
        _listed("fr", "En 2024, l'UNICEF a reçu :", "400 000 dollars du Japon ;", "150 000 dollars du Gabon."),
    ],
)
def test_what_was_received(text: str) -> None:
    told = said(facts_of("funding", text), "donor", "recipient", "amount", "date")
    assert told == [("Gabon", "UNICEF", "150000", "2024"), ("Japan", "UNICEF", "400000", "2024")]


def test_months_are_of_the_year_that_opens_the_list() -> None:
    text = _listed("fr", "Au cours de l'année 2024, l'OIM a :", "publié, en octobre, le guide « Ports sûrs » ;", "agi.")
    assert said(facts_of("publications", text), "title", "publisher", "date") == [("Ports sûrs", "IOM", "2024-10")]


@pytest.mark.parametrize(
    "text",
    [
        _listed("en", "In 2024 IOM will have:", "trained 275 judges in Douala;", "published a handbook."),
        _listed("fr", "En 2024, l'OIM n'a pas :", "formé 275 juges à Douala ;", "publié de guide."),
    ],
)
def test_what_was_not_done(text: str) -> None:
    assert facts_of("training", text) == []
