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
        (f"“At sea” was the theme that the assembly chose for the {DAY} in 2024.", (DAY, "2024", "At sea", "")),
        (f"« En mer » est le thème que l'assemblée a retenu pour la {JOURNEE} en 2024.", (DAY, "2024", "En mer", "")),
        (f"“At sea” was the theme of the {DAY} in 2024.", (DAY, "2024", "At sea", "")),
        (f"The theme of the {DAY} for 2021 was victims' voices.", (DAY, "2021", "victims' voices", "")),
        ("ICAT chose as its theme for 2017 “Children on the move”.", ("ICAT", "2017", "Children on the move", "ICAT")),
        ("In 2020, ICAT has chosen “Demand” as its theme.", ("ICAT", "2020", "Demand", "ICAT")),
        (f"La {JOURNEE} a été célébrée en 2021 sous le thème « La voix », choisi par l'ONUDC.",
         (DAY, "2021", "La voix", "UNODC")),
        (f"En 2017, l'ONUDC a choisi comme thème pour la {JOURNEE} : « Agir ensemble ».",
         (DAY, "2017", "Agir ensemble", "UNODC")),
        (f"Décide que la {JOURNEE} aura pour thème, en 2026, « Un nom » ;", (DAY, "2026", "Un nom", "")),
        (f"Decides that the {DAY} shall have as its theme for 2026 “A name”;", (DAY, "2026", "A name", "")),
        ("IOM's theme for 2024 is “Work without fear”.", ("IOM", "2024", "Work without fear", "")),
        ("L'Union africaine a placé l'année 2024 sous le thème « Éduquer ».",
         ("African Union", "2024", "Éduquer", "African Union")),
        (f"UNODC has, for its part, chosen “Leave no one behind” as the theme of {DAY} 2024.",
         (DAY, "2024", "Leave no one behind", "UNODC")),
    ],
)  # fmt: skip
def test_themes(text: str, wanted: tuple[str, ...]) -> None:
    assert said(facts_of("themes", text), *COLUMNS) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“No child at sea” was the motto of the 2015 World Fishers' Day.",
         [("World Fishers' Day", "2015", "No child at sea", "")]),
        ("The 2016 European Anti-Trafficking Day focused on football academies.",
         [("EU Anti-Trafficking Day", "2016", "football academies", "")]),
        ("The Gulf Nursing Council chose the words “Whose passport?” as the theme for Arab Carers' Day 2021.",
         [("Arab Carers' Day", "2021", "Whose passport?", "Gulf Nursing Council")]),
        ("The Alliance of Border Cities has chosen rail stations as its thematic priority for 2023.",
         [("Alliance of Border Cities", "2023", "rail stations", "Alliance of Border Cities")]),
        ("The 2009 edition of the World Day of the Street Child had as its theme “A name”; in 2010, it was “A bed”.",
         [("World Day of the Street Child", "2009", "A name", ""),
          ("World Day of the Street Child", "2010", "A bed", "")]),
        ("Themes of the Day\n\n2005 – SAARC Girls' Day: “The price”\n2006 – SAARC Girls' Day: “The border”\n",
         [("SAARC Girls' Day", "2005", "The price", ""), ("SAARC Girls' Day", "2006", "The border", "")]),
        ("En 2012, le thème de la Journée de l'apatride portait sur les berceaux ; l'année suivante, il portait sur "
         "les tombes.",
         [("Journée de l'apatride", "2012", "les berceaux", ""), ("Journée de l'apatride", "2013", "les tombes", "")]),
        ("La Journée du marin captif (25 septembre) avait en 2011 pour devise « Un port pour tous ».",
         [("Journée du marin captif", "2011", "Un port pour tous", "")]),
        ("La Journée du refuge fut dédiée, en 2017, à la restitution des terres, sur décision de l'Union africaine.",
         [("Journée du refuge", "2017", "la restitution des terres", "African Union")]),
        ("« Une porte » : tel était le mot d'ordre de la Journée mondiale du refuge en 2019.",
         [("Journée mondiale du refuge", "2019", "Une porte", "")]),
        ("For 2025 the Council chose “No chains” as the theme of the Ports Fund.",
         [("Ports Fund", "2025", "No chains", "Council")]),
        ("The theme of the Ports Fund for 2025, chosen by its Board, is “No chains”.",
         [("Ports Fund", "2025", "No chains", "Board")]),
        ("Le Conseil a choisi « Sans chaînes » comme thème annuel du Fonds des ports pour 2025.",
         [("Fonds des ports", "2025", "Sans chaînes", "Conseil")]),
        ("Le thème du Fonds des ports pour 2025, choisi par son Conseil, est « Sans chaînes ».",
         [("Fonds des ports", "2025", "Sans chaînes", "Conseil")]),
        ("Thème de l'année 2018 de l'Académie de police de Gaborone : l'audition des mineurs.",
         [("Académie de police de Gaborone", "2018", "l'audition des mineurs", "")]),
        ("Year\tTheme of the Anti-Slavery Day\tChosen by\n2012\tShackles unseen\tCommission of Elders\n"
         "2013\tThe kitchen\tCommission of Elders\n",
         [("Anti-Slavery Day", "2012", "Shackles unseen", "Commission of Elders"),
          ("Anti-Slavery Day", "2013", "The kitchen", "Commission of Elders")]),
    ],
)  # fmt: skip
def test_what_days_and_bodies_are_devoted_to(text: str, wanted: list[tuple[str, ...]]) -> None:
    assert said(facts_of("themes", text), *COLUMNS) == sorted(wanted)


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
        "For 2025 the Board chose “No chains” as the theme of the Ports Fund's exhibition.",
        "The theme of the Ports Fund for 2025, proposed by its Board, is “No chains”.",
        f"The theme of the 2019 {DAY} was not “At sea”.",
        f"States proposed “At sea” as the theme of the 2019 {DAY}.",
        f"The theme for the {DAY} of 2023 was announced in May.",
        f"À l'occasion de la {JOURNEE} de 2021, l'ONUDC a organisé une table ronde sur le thème « Écouter ».",
        f"Le thème de la {JOURNEE} de 2030 pourrait être « La mer ».",
        "The report deals with the theme of demand in 2019.",
        "The World Fishers' Day was not devoted to nets in 2015.",
        "The 2015 World Fishers' Day should be devoted to nets.",
        "On World Fishers' Day 2015, a panel was devoted to nets.",
        "The 2015 World Fishers' Day featured a debate focused on nets.",
        "The Alliance of Border Cities will choose rail stations as its theme for 2023.",
        "Day 2 of the 2019 session was devoted to nets.",
        "En 2019, la Journée mondiale du refuge n'était pas consacrée au logement.",
        "La Journée mondiale du refuge de 2019 devrait être consacrée au logement.",
        "Une table ronde de la Journée mondiale du refuge de 2019 était consacrée au logement.",
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


@pytest.mark.parametrize(
    ("text", "occasion", "chooser"),
    [
        (
            "In 2025 UNODC told us that it had picked “Follow the money” as the theme of the World Day against"
            " Trafficking in Persons.",
            "World Day against Trafficking in Persons",
            "UNODC",
        ),
        (
            "In 2022 came the World Day against Trafficking in Persons, for which the United Nations Office on Drugs"
            " and Crime (UNODC) has picked “Follow the money” as this year's theme.",
            "World Day against Trafficking in Persons",
            "UNODC",
        ),
        (
            "The Council of the Lakes selected “Follow the money” as the theme of the Harbour Network for 2024.",
            "Harbour Network",
            "Council of the Lakes",
        ),
        (
            "Le Conseil des lacs a choisi « Follow the money » comme thème du Réseau des ports pour 2024.",
            "Réseau des ports",
            "Conseil des lacs",
        ),
    ],
)
def test_who_chose_the_theme_of_what(text: str, occasion: str, chooser: str) -> None:
    assert said(facts_of("themes", text), "occasion", "theme", "chooser") == [(occasion, "Follow the money", chooser)]


@pytest.mark.parametrize(
    "text",
    [
        "In 2025 UNODC denied that it had picked “Ask” as the theme of the World Day against Trafficking in Persons.",
        "The Council selected “Ask” as the theme of the annual seminar of the Network for 2024.",
        "Le Conseil a choisi « Demander » comme thème du séminaire du Réseau pour 2024.",
    ],
)
def test_denied_or_of_a_seminar(text: str) -> None:
    assert facts_of("themes", text) == []


@pytest.mark.parametrize(
    ("text", "theme", "chooser"),
    [
        (f"Decides also that the theme of {DAY} in 2025 shall be “A trusted adult”.", "A trusted adult", ""),
        (f"ECOSOC decided that the theme of {DAY} in 2025 would be “At sea”.", "At sea", "Economic and Social Council"),
        (
            f"L'ECOSOC a décidé que le thème de la {JOURNEE} en 2025 serait « Mer ».",
            "Mer",
            "Economic and Social Council",
        ),
    ],
)
def test_decided_is_chosen(text: str, theme: str, chooser: str) -> None:
    assert said(facts_of("themes", text), "theme", "year", "chooser") == [(theme, "2025", chooser)]


@pytest.mark.parametrize("verb", ["proposed", "did not decide", "may decide"])
def test_proposed_is_not(verb: str) -> None:
    assert facts_of("themes", f"UNODC {verb} that the theme of {DAY} in 2025 should be “At sea”.") == []


@pytest.mark.parametrize(
    "text",
    [
        "La Journée nationale de lutte contre la traite, instituée en 2016 par l'Assemblée, a été célébrée le 30 "
        "juillet 2025 sur le thème « Chaque victime compte ».",
        "The National Day against Trafficking, established in 2016 by the Assembly, was marked on 30 July 2025 "
        "under the theme “Every victim counts”.",
    ],
)
def test_the_year_in_which_a_day_was_set_up_is_not_that_of_its_theme(text: str) -> None:
    assert said(facts_of("themes", text), "year") == [("2025",)]


def test_a_theme_decided_where_the_day_is_proclaimed() -> None:
    text = "L'Assemblée proclame le 15 mai Journée des ports et décide que celle-ci aura pour thème, en 2026, « Tous »."
    assert said(facts_of("themes", text), "theme", "year") == [("Tous", "2026")]
