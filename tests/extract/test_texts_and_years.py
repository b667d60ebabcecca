"""What "the text" is that a body has adopted; the year that a report tells of; what a theme was chosen for; protocols
"thereto"; those with whom a work is published.
"""

# ruff: noqa: E501 - each sentence with what it tells stands on one line

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

Told = list[tuple[str, ...]]
ADOPTED_FR = "Le Conseil de sécurité a adopté la résolution 2794 (2025), qui reconduit la résolution 2240 (2015).\n\n"
ADOPTED_EN = "The Security Council adopted resolution 2794 (2025), which renews resolution 2240 (2015).\n\n"
TEXT = "S/RES/2794 (2025)"

ASKED: list[tuple[str, list[str]]] = [
    (f"{ADOPTED_FR}Aux termes du texte adopté ce matin, le Conseil prie l'ONUDC de faire rapport. Il demande aux États Membres d'agir.", [TEXT, TEXT]),
    (f"{ADOPTED_EN}By the text, the Council requested UNODC to report. It called upon Member States to act.", [TEXT, TEXT]),
    (f"{ADOPTED_EN}By the terms of the text, the Council requests UNODC to report.", [TEXT]),
    (f"{ADOPTED_EN}By the text, the General Assembly requested UNODC to report.", ["General Assembly"]),
    ("The Security Council has not adopted resolution 2794 (2025).\n\nBy the text, the Council requested UNODC to report.", ["Security Council"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), ASKED)
def test_the_text_is_the_one_adopted(text: str, told: list[str]) -> None:
    assert said(facts_of("requests", text), "issuer") == [(one,) for one in told]


YEARS: list[tuple[str, str]] = [
    (
        "RAPPORT ANNUEL 2024\n\nLe Fonds des ports a formé 189 juges à l'écoute des victimes au cours de l'année.",
        "2024",
    ),
    ("ANNUAL REPORT 2024\n\nDuring the year, the Ports Fund trained 189 judges.", "2024"),
    ("ANNUAL REPORT 2024\n\nThe Ports Fund trained 189 judges in the year under review.", "2024"),
    ("ANNUAL REPORT 2024\n\nThe Ports Fund trained 189 judges during the year before.", "2023"),
    ("The Ports Fund trained 189 judges during the year.", ""),
]


@pytest.mark.parametrize(("text", "year"), YEARS)
def test_the_year_is_that_of_the_report(text: str, year: str) -> None:
    assert said(facts_of("training", text), "number", "period") == [("189", year)]


def test_last_year_behind_a_noun_is_no_part_of_a_title() -> None:
    text = "COMMUNIQUÉ\n\n18 septembre 2025\n\nLe Fonds des ports a pris en charge 260 rescapées l'an dernier."
    assert said(facts_of("figures", text), "value", "period") == [("260", "2024")]


THEMES: list[tuple[str, Told]] = [
    ("« Une voix par enfant » : tel est le thème que le comité directeur a choisi pour la campagne du Réseau des ports en 2025.", [("Réseau des ports", "comité directeur")]),
    ('"A voice for each child" is the theme that the steering committee chose for the campaign of the Ports Network in 2025.', [("Ports Network", "steering committee")]),
    ('"A voice for each child" is the theme that ICAT chose for its campaign in 2025.', [("ICAT", "ICAT")]),
    ("« Une voix par enfant » est le thème que l'ICAT a choisi pour l'année 2025.", [("ICAT", "ICAT")]),
    ('"A voice for each child" is the theme that ICAT chose for a campaign in 2025.', []),
    ("« Une voix par enfant » est le thème que l'ICAT a choisi pour une campagne en 2025.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), THEMES)
def test_what_a_theme_was_chosen_for(text: str, told: Told) -> None:
    assert said(facts_of("themes", text), "occasion", "chooser") == told


LINKS: list[tuple[str, Told]] = [
    ("Il cite la Convention des Nations Unies contre la criminalité transnationale organisée et le Protocole additionnel à celle-ci visant à prévenir, réprimer et punir la traite des personnes.", [("Palermo Protocol", "UNTOC")]),
    ("It cites the United Nations Convention against Transnational Organized Crime and the Protocol thereto to Prevent, Suppress and Punish Trafficking in Persons.", [("Palermo Protocol", "UNTOC")]),
    ("Il cite la Convention des Nations Unies contre la criminalité transnationale organisée et le Protocole contre le trafic illicite de migrants par terre, air et mer, additionnel à celle-ci.", [("Smuggling Protocol", "UNTOC")]),
    ("It cites the United Nations Convention against Transnational Organized Crime and the Palermo Protocol.", []),
    ("It cites the United Nations Convention against Corruption and the protocols thereto.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), LINKS)
def test_protocols_thereto(text: str, told: Told) -> None:
    assert said(facts_of("instrument-links", text), "instrument", "other") == told


WITH: list[tuple[str, list[str]]] = [
    (
        "Avec Eurojust, l'UNICEF a fait paraître en octobre 2024 le vade-mecum « Sur le fleuve ».",
        ["Eurojust", "UNICEF"],
    ),
    ('With Eurojust, UNICEF published the manual "On the River" in 2024.', ["Eurojust", "UNICEF"]),
    ("L'UNICEF a publié en 2024 avec Eurojust le manuel « Sur le fleuve ».", ["Eurojust", "UNICEF"]),
    ("Avec le concours d'Eurojust, l'UNICEF a publié le manuel « Sur le fleuve ».", ["UNICEF"]),
    ('UNICEF published the manual "On the River" with the support of Norway.', ["UNICEF"]),
    ("UNICEF published a study on its work with Eurojust in 2024.", ["UNICEF"]),
]


@pytest.mark.parametrize(("text", "told"), WITH)
def test_with_whom_a_work_is_published(text: str, told: list[str]) -> None:
    assert said(facts_of("publications", text), "publisher") == [(one,) for one in told]


GUIDELINES: list[tuple[str, int]] = [
    ("Le Conseil approuve les Lignes directrices de Busan sur les ports.\n\n5. Il applique les Lignes directrices.", 2),
    ("Le Conseil approuve les Principes de Busan sur les ports.\n\n5. Il s'est conformé aux Principes.", 2),
    ("The Council endorses the Busan Guidelines on Ports.\n\n5. It examined the application of the Guidelines.", 2),
    ("The Council endorses the Busan Guidelines on Ports.\n\n5. It asked for Guidelines.", 1),
    ("The Council endorses the Busan Guidelines on Ports.\n\n5. It met the guidelines of the hotel.", 1),
    ("Le Conseil approuve les Lignes directrices de Busan sur les ports.\n\n5. Il a suivi des lignes directrices.", 1),
]


@pytest.mark.parametrize(("text", "times"), GUIDELINES)
def test_guidelines_by_their_noun_alone(text: str, times: int) -> None:
    assert len(facts_of("citations", text)) == times
