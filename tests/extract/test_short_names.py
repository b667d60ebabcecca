"""What « l'Office », "the Fund" stand for, and where such a short name ends."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

_OFFICE = "L'Office caribéen de protection de l'enfance est né en 2009."


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{_OFFICE} Il suit l'Organisation internationale du Travail.\n\nL'Office a formé 27 juges.", "Office carib"),
        (f"{_OFFICE}\n\nLe HCR l'a rejoint en 2012. En 2020, l'Office a formé 27 juges.", "Office carib"),
        ("The ILO met in Geneva in 2020.\n\nThe Office trained 27 judges.", "ILO"),
    ],
)
def test_a_short_name_is_of_the_language_of_the_text(text: str, who: str) -> None:
    ((agent,),) = said(facts_of("training", text), "agent")
    assert agent.startswith(who)


_FUND = "Le Fonds d'appui aux survivantes a été créé en 2019."


@pytest.mark.parametrize(
    "text",
    [
        f"{_FUND} Une aide a été accordée par le Fonds à Casa Esperanza. En 2024, le Fonds a formé 20 juges.",
        f"{_FUND} Une somme a été remise par le Fonds à Terre d'accueil. Le Fonds a formé 20 juges.",
        f"{_FUND}\n\nLes aides versées par le Fonds à Sathi Ghar ont doublé. Le Fonds a formé 20 juges.",
    ],
)
def test_what_is_given_to_whom_is_no_part_of_a_name(text: str) -> None:
    assert said(facts_of("training", text), "agent") == [("Fonds d'appui aux survivantes",)]
