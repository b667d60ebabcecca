"""Themes of observances and bodies, and what is the theme of something else."""

from __future__ import annotations

import pytest

from ontology.lexicon import data
from tests.extract.kinds import facts_of, said

DAY = "World Day against Trafficking in Persons"
JOURNEE = "Journée mondiale de la lutte contre la traite d'êtres humains"
COLUMNS = ("occasion", "year", "theme", "chooser")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"The theme of the 2018 {DAY} was “Children”.", (DAY, "2018", "Children", "")),
        (f"{DAY} was marked on 30 July 2022 with the theme “At sea”.", (DAY, "2022", "At sea", "")),
        (f"“At sea” was the theme of the {DAY} in 2024.", (DAY, "2024", "At sea", "")),
        (f"The theme of the {DAY} for 2021 was victims' voices.", (DAY, "2021", "victims' voices", "")),
        ("ICAT chose as its theme for 2017 “Children on the move”.", ("ICAT", "2017", "Children on the move", "ICAT")),
        ("In 2020, ICAT has chosen “Demand” as its theme.", ("ICAT", "2020", "Demand", "ICAT")),
        (f"La {JOURNEE} a été célébrée en 2021 sous le thème « La voix », choisi par l'ONUDC.",
         (DAY, "2021", "La voix", "UNODC")),
        (f"En 2017, l'ONUDC a choisi comme thème pour la {JOURNEE} : « Agir ensemble ».",
         (DAY, "2017", "Agir ensemble", "UNODC")),
        ("IOM's theme for 2024 is “Work without fear”.", ("IOM", "2024", "Work without fear", "")),
        ("L'Union africaine a placé l'année 2024 sous le thème « Éduquer ».",
         ("African Union", "2024", "Éduquer", "African Union")),
        (f"UNODC has, for its part, chosen “Leave no one behind” as the theme of {DAY} 2024.",
         (DAY, "2024", "Leave no one behind", "UNODC")),
    ],
)  # fmt: skip
def test_themes(text: str, wanted: tuple[str, ...]) -> None:
    assert said(facts_of("themes", text), *COLUMNS) == [wanted]


def test_a_day_spoken_of_before_has_themes_of_other_years() -> None:
    text = (
        f"The theme of the {DAY} in 2023 was “At sea”. For 2024, UNODC has chosen “At home”. In 2025 UNODC did not "
        "choose “At school”. In 2022, UNODC opened a panel called “At work”."
    )
    first, second = (DAY, "2023", "At sea", ""), (DAY, "2024", "At home", "UNODC")
    assert said(facts_of("themes", text), *COLUMNS) == [first, second]


def test_its_theme_is_that_of_the_day_that_the_sentence_before_names() -> None:
    text = f"The {DAY} is observed on 30 July. Its theme in 2025, chosen by UNODC, was “At sea”."
    assert said(facts_of("themes", text), *COLUMNS) == [(DAY, "2025", "At sea", "UNODC")]


def test_such_is_the_theme() -> None:
    text = f"« La mer » : tel est le thème que l'ONUDC a retenu pour l'édition 2025 de la {JOURNEE}."
    assert said(facts_of("themes", text), *COLUMNS) == [(DAY, "2025", "La mer", "UNODC")]


def test_a_short_name_means_the_day_that_the_document_named() -> None:
    text = f"La {JOURNEE} existe depuis 2014. Le thème retenu pour la Journée mondiale de 2016 était « La mer »."
    assert said(facts_of("themes", text), *COLUMNS) == [(DAY, "2016", "La mer", "")]


def test_the_day_of_the_sentence_before() -> None:
    text = f"{DAY} was marked in 2022. For 2023, UNODC selected the theme “Reach every victim”."
    assert said(facts_of("themes", text), *COLUMNS) == [(DAY, "2023", "Reach every victim", "UNODC")]


@pytest.mark.parametrize(
    "text",
    [
        f"On {DAY} 2019, UNODC held a panel under the theme “At sea”.",
        "UNODC's theme for the conference in 2022 was “Work without fear”.",
        "The debate had the theme “At sea” in 2019.",
        f"The theme of the 2019 {DAY} was not “At sea”.",
        f"States proposed “At sea” as the theme of the 2019 {DAY}.",
        f"The theme for the {DAY} of 2023 was announced in May.",
        f"À l'occasion de la {JOURNEE} de 2021, l'ONUDC a organisé une table ronde sur le thème « Écouter ».",
        f"Le thème de la {JOURNEE} de 2030 pourrait être « La mer ».",
        "The report deals with the theme of demand in 2019.",
    ],
)
def test_no_themes(text: str) -> None:
    assert facts_of("themes", text) == []


def test_a_theme_to_come_is_planned() -> None:
    text = f"The theme of the 2030 {DAY} will be “At sea”."
    assert facts_of("themes", text) == []
    assert said(facts_of("themes", text, modality="planned"), *COLUMNS) == [(DAY, "2030", "At sea", "")]


def test_the_data_holds_together() -> None:
    assert set(data("themes")["en"]) == set(data("themes")["fr"])
