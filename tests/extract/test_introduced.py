"""What a text calls by the noun that introduced it: "Porto Sicuro, a charity … the charity trained 30 judges"."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Mauritanian association Voix Libre took part. UNODC visited it in May. In Nouakchott, the association"
            " trained 65 paralegals in 2025.",
            [("Voix Libre", "65")],
        ),
        (
            "Casa Rosa is a charity in Palermo. IOM helps it. The charity trained 30 judges in 2021.",
            [("Casa Rosa", "30")],
        ),
        ("Rive Sud est une ONG de Beyrouth. En 2023, l'ONG a formé 75 avocats.", [("Rive Sud", "75")]),
        (
            "Le Fonds aide l'association mauritanienne Voix Libre. À Nouakchott, l'association a formé 65 juges.",
            [("association mauritanienne Voix Libre", "65")],
        ),
        ("Porto Sicuro is a charity in Palermo. The association of judges trained 30 lawyers.", [("", "30")]),
    ],
)
def test_training(text: str, told: list[tuple[str, str]]) -> None:
    assert said(facts_of("training", text), "agent", "number") == told


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (
            "IOM helped Porto Sicuro, a charity in Palermo. The charity's programme Open Doors was launched in 2022.",
            "Porto Sicuro",
        ),
        (
            "L'OIM aide l'association Voix Libre. Le programme « Open Doors » de l'association a débuté en 2022.",
            "Voix Libre",
        ),
    ],
)
def test_programmes(text: str, lead: str) -> None:
    assert said(facts_of("programmes", text), "programme", "lead", "start") == [("Open Doors", lead, "2022")]
