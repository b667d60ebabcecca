"""What a number's sentence tells of a part of those counted, or of a similar event, and not of the number itself."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Some 400 victims from 12 countries were identified, including at least 68 in Croatia.",
            [("12", "countries", ""), ("400", "victims", ""), ("68", "victims", "Croatia")],
        ),
        (
            "Quelque 400 migrants en provenance de 74 pays ont été interceptés, dont 68 en Croatie.",
            [("400", "migrants", ""), ("68", "migrants", "Croatia"), ("74", "pays", "")],
        ),
        ("In all, 300 victims were rescued, of whom 40 in Togo.", [("300", "victims", ""), ("40", "victims", "Togo")]),
        (
            "In Togo, 300 victims were rescued, including 68 children.",
            [("300", "victims", "Togo"), ("68", "children", "Togo")],
        ),
        (
            "The Office trained 300 officers from 12 countries, including 5 in Africa.",
            [("12", "countries", ""), ("300", "officers", ""), ("5", "countries", "Africa")],
        ),
    ],
)
def test_a_part_and_its_place(text: str, told: list[tuple[str, ...]]) -> None:
    assert said(facts_of("figures", text), "value", "unit", "place") == told


@pytest.mark.parametrize(
    ("text", "when", "where"),
    [
        ("The course, which followed a similar one in Lomé in March 2016, was attended by 85 officers.", "", ""),
        ("L'atelier, qui faisait suite à une formation similaire à Lomé en mars 2016, a réuni 85 officiers.", "", ""),
        ("The course, which was held in Lomé in March 2016, was attended by 85 officers.", "2016-03", "Lomé"),
        ("A similar course in Lomé in March 2016 was attended by 85 officers.", "2016-03", "Lomé"),
    ],
)
def test_a_similar_event_told_in_passing(text: str, when: str, where: str) -> None:
    assert said(facts_of("figures", text), "period", "place") == [(when, where)]


def test_the_place_of_a_part_is_not_that_of_the_operation() -> None:
    text = "L'opération Aube a permis d'arrêter 130 suspects, dont quelque 60 en Hongrie."
    assert said(facts_of("operations", text), "arrested", "place") == [("130", "")]


def test_who_paid_for_training_did_not_give_it() -> None:
    text = "Training for 12 judges, funded by Japan, took place in Lomé."
    assert said(facts_of("training", text), "number", "agent") == [("12", "")]


@pytest.mark.parametrize(
    "text",
    [
        "Operation Dawn rescued 312 victims, including minors working on farms in Chad and beggars in Iraq.",
        "L'opération Aube a permis de secourir 312 victimes, dont des mineurs exploités dans des fermes au Tchad et "
        "des mendiants en Irak.",
        "Operation Dawn rescued 312 victims, said the organization, which is based in Lyon, France.",
        "L'opération Aube a permis de secourir 312 victimes, a annoncé l'organisation basée à Lyon en France.",
    ],
)
def test_what_is_told_of_some_or_of_a_seat_is_no_place_of_the_operation(text: str) -> None:
    assert said(facts_of("operations", text), "rescued", "place") == [("312", "")]


def test_the_clause_behind_what_is_told_of_some_has_its_place() -> None:
    text = "In Operation Dawn 312 victims, including minors working on farms, were rescued in Chad."
    assert said(facts_of("operations", text), "rescued", "place") == [("312", "Chad")]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Funded by Germany with 3.6 million euros, the project began on 1 December 2019.", ""),
        ("Financé par l'Allemagne à hauteur de 3,6 millions d'euros, le projet a débuté le 1er décembre 2019.", ""),
        ("Trained in Lomé, 40 judges took up work in 2021.", "2021"),
    ],
)
def test_an_amount_that_opens_the_sentence_has_no_date_of_the_main_clause(text: str, when: str) -> None:
    assert said(facts_of("figures", text), "period") == [(when,)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("After the earthquake in Haiti, the Group trained 40 judges.", ""),
        ("À la suite du conflit en Ukraine, l'OIM a aidé 40 personnes.", ""),
        ("Following the war in Ukraine, IOM assisted 40 people in Poland.", "Poland"),
        ("In Haiti, the Group trained 40 judges.", "Haiti"),
    ],
)
def test_the_place_of_what_came_before(text: str, place: str) -> None:
    assert said(facts_of("figures", text), "value", "place") == [("40", place)]


@pytest.mark.parametrize(
    "text",
    [
        "Operation Dawn rescued 312 victims. In Chad, the operation uncovered a farm.",
        "L'opération Aube a permis de secourir 312 victimes. Au Tchad, l'opération a permis d'identifier 24 femmes.",
    ],
)
def test_where_one_thing_was_found_is_not_where_all_were_rescued(text: str) -> None:
    assert said(facts_of("operations", text), "rescued", "place") == [("312", "")]


def test_the_country_of_a_dateline_is_no_place_of_training() -> None:
    text = "Somalie - Cette semaine, l'OIM a formé dix officiers de police."
    assert said(facts_of("training", text), "number", "place") == [("10", "")]


def test_an_amount_before_an_adverb_and_the_verb() -> None:
    text = "Funded by Germany with 3.6 million euros, the project then officially began on 1 December 2019."
    assert said(facts_of("figures", text), "period") == [("",)]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("In 2024, a workshop in Nepal trained 22 officers, all scheduled for deployment to missions in 2025.", "2024"),
        ("En 2024, un atelier a formé 22 agents, qui devraient être déployés en 2025.", "2024"),
        ("A workshop in Nepal trained 22 officers, all from Lomé, in 2025.", "2025"),
    ],
)
def test_the_date_of_what_is_to_be(text: str, when: str) -> None:
    assert said(facts_of("figures", text), "value", "period") == [("22", when)]


@pytest.mark.parametrize(
    ("text", "operation"),
    [
        (
            "500 victimes ont été sauvées lors d'une opération INTERPOL menée au Mali en mai 2021. "
            "L'opération Aube s'est tenue sous les auspices du projet Sahel.",
            "Opération Aube",
        ),
        (
            "An INTERPOL operation conducted in Mali in May 2021 freed 500 people. Operation Dawn was part of it.",
            "Operation Dawn",
        ),
    ],
)
def test_interpol_is_no_name_of_an_operation(text: str, operation: str) -> None:
    assert said(facts_of("operations", text), "operation", "coordinator", "rescued", "place") == [
        (operation, "INTERPOL", "500", "Mali")
    ]


def test_a_list_behind_a_colon_is_of_the_verb_before_it() -> None:
    text = (
        "Held in Vienna, the two-day event brought together over 20 people from three countries: Mali, Niger and Togo."
    )
    assert said(facts_of("meetings", text), "body", "place") == [("", "Vienna")]
    assert said(facts_of("participants", text), "participant") == [("Mali",), ("Niger",), ("Togo",)]


def test_a_date_may_open_the_line_with_the_dash() -> None:
    text = "14 mai 2013 - À ce jour, 83 pays disposent d'une loi."
    assert said(facts_of("figures", text), "value", "place") == [("83", "")]
