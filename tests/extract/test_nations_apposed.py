"""« Ministre de la justice du Libéria, pays qui préside … »: whose the office is chairs, and not who holds it."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        ("« Oui », a dit Mme Ba, Ministre de la justice du Libéria, pays qui préside l'Union africaine.", "Liberia"),
        ("La Guinée, pays qui préside l'Union africaine en 2026, a rendu compte.", "Guinea"),
        ("Mme Ba, Directrice de la Fondation Lakay, organisation qui préside l'Union africaine.", "Fondation Lakay"),
        ("“Yes”, said Ms. Ba, Minister of Justice of Liberia, the country that chairs the African Union.", "Liberia"),
        ("Ms. Ba, Minister of Justice of Liberia, which chairs the African Union in 2025, spoke.", "Liberia"),
        ("Ms. Ba, Minister of Justice of Liberia, who chairs the African Union in 2025, spoke.", "Ba"),
    ],
)
def test_who_chairs(text: str, chair: str) -> None:
    assert said(facts_of("chairs", text), "chair") == [(chair,)]


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Ba, Minister of Justice of Liberia, a country that does not chair the African Union, spoke.",
        "Mme Ba, Ministre de la justice du Libéria, pays qui présidera l'Union africaine en 2031, a parlé.",
    ],
)
def test_nobody_chairs(text: str) -> None:
    assert not facts_of("chairs", text)
