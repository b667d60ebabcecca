"""Who trained whom, who chose a theme and who leads a programme, where a neighbour might be taken for it."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

RESOLUTION = "The General Assembly,\n\n1. Decides to remain seized of the matter;\n\n"
DAY = "the International Day of Guardians"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In the months before the operation, INTERPOL trained 240 border guards.", [("INTERPOL", "240")]),
        ("Avant l'opération, l'OIM a formé 240 juges.", [("IOM", "240")]),
        ("In 2024, 50 judges were trained, and 870 children were reunited with their families.", [("", "50")]),
        ("En 2024, 50 juges ont été formés et 870 enfants ont été rendus à leur famille.", [("", "50")]),
        ("In 2024, 50 judges were trained in Lomé, and 20 prosecutors in Accra.", [("", "20"), ("", "50")]),
    ],
)
def test_trained(text: str, wanted: list[tuple[str, str]]) -> None:
    assert said(facts_of("training", text), "agent", "number") == wanted


@pytest.mark.parametrize(
    ("paragraph", "wanted"),
    [
        (f"2. Proclaims 9 October {DAY}, and decides that the theme of the Day for 2026 shall be “Hope”;", True),
        (f"2. Notes that the theme of {DAY} for 2026 is “Hope”;", False),
    ],
)
def test_theme_of_an_organ(paragraph: str, wanted: bool) -> None:
    head = "A/RES/80/188\n\nResolution adopted by the General Assembly on 17 December 2025\n\n"
    rows = said(facts_of("themes", head + RESOLUTION + paragraph), "theme", "chooser")
    assert rows == [("Hope", "General Assembly" if wanted else "")]


def test_who_founds_a_programme_need_not_lead_it() -> None:
    text = "The General Assembly established the Safe Ports programme in 2025. IOM runs it."
    assert ("", "General Assembly") not in said(facts_of("programmes", text), "country", "lead")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("In 2022, UNDP trained 1,130 border guards, including 290 women, in Laos.", {"1130"}),
        ("En 2022, le PNUD a formé 1 130 gardes frontière, dont 290 femmes, à l’entretien.", {"1130"}),
        ("In 2022, UNDP trained 40 judges and 290 women, including 12 prosecutors.", {"40", "290", "12"}),
    ],
)
def test_those_of_one_sex_among_the_trained_are_no_others(text: str, numbers: set[str]) -> None:
    assert {number for (number,) in said(facts_of("training", text), "number")} == numbers
