"""Numbers that go on in other places, and in the year that the paragraph before told."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

_PARTS = [("115", "Nairobi"), ("160", "Dakar"), ("275", "")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("L'OIM a formé 275 inspecteurs du travail en 2025, 160 à Dakar et 115 à Nairobi.", _PARTS),
        ("IOM trained 275 labour inspectors in 2025, 160 in Dakar and 115 in Nairobi.", _PARTS),
        ("L'OIM a formé à Kenema 215 agents de l'immigration au repérage des victimes.", [("215", "Kenema")]),
        ("IOM trained 275 inspectors, and by 16 in Dakar the course ended.", [("275", "Dakar")]),
        ("L'OIM a formé 40 juges à l'article 3, 12 au paragraphe 4.", [("40", "")]),
    ],
)
def test_the_same_people_elsewhere(text: str, told: list[tuple[str, str]]) -> None:
    assert said(facts_of("training", text), "number", "place") == told


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (
            "1. En 2025, l'école de Dakar a rouvert.\n\n2. L'OIM a formé 27 juges au cours de la même année.",
            "2025",
        ),
        ("1. The school reopened in 2025.\n\n2. That year, IOM trained 27 judges.", "2025"),
        ("1. L'école a rouvert en 2025.\n\n2. Elle est belle.\n\n3. L'OIM a formé 27 juges la même année.", ""),
    ],
)
def test_the_year_of_the_paragraph_before(text: str, period: str) -> None:
    assert said(facts_of("training", text), "period") == [(period,)]
