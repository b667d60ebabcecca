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


_OBOCK = "The Obock Plan of Action was adopted in 2025."
_PLAN = "Le Plan d'action d'Obock a été adopté en 2025."


@pytest.mark.parametrize(
    ("text", "instruments"),
    [
        (f"{_OBOCK} The plan follows up on the Djibouti Declaration.", ["Obock Plan of Action"]),
        (f"{_PLAN} Ce plan fait suite à la Déclaration de Djibouti.", ["Plan d'action d'Obock"]),
        (
            "The Suva Declaration was adopted in 2025. The declaration is based on the Palermo Protocol.",
            ["Suva Declaration"],
        ),
        (f"{_OBOCK} Kenya drew up a plan of its own. The plan follows up on the Djibouti Declaration.", []),
        (f"{_PLAN} Le Togo a élaboré un plan national. Ce plan fait suite à la Déclaration de Djibouti.", []),
        (f"{_OBOCK} So was the Suva Plan of Action. The plan follows up on the Djibouti Declaration.", []),
        (f"{_OBOCK}\n\nThe plan follows up on the Djibouti Declaration.", []),
    ],
)
def test_a_plan_in_small_letters_is_the_one_of_its_paragraph(text: str, instruments: list[str]) -> None:
    assert [one for (one,) in said(facts_of("instrument-links", text), "instrument")] == instruments
