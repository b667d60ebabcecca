"""Figures, training, funding and operations over several sentences, lists, headings and tables."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from extract.facts import Entity
from extract.pipeline import extract
from extract.readers import read_bytes
from tests.extract.kinds import facts_of, said

Roles = Mapping[str, object]


def facts(text: str, kind: str) -> list[Roles]:
    """Facts of ``kind`` in a document of this text, entities by their id, each once."""
    document = read_bytes(text.encode(), "report.txt")
    found: list[Roles] = []
    for fact in extract(document).facts:
        roles = {role: value.id if isinstance(value, Entity) else value for role, value in fact.roles.items()}
        if fact.kind == kind and roles not in found:
            found.append(roles)
    return found


def values(text: str) -> list[object]:
    return [roles["value"] for roles in facts(text, "figures")]


def test_the_reporting_period_is_what_the_document_says_it_covers() -> None:
    text = (
        "1. The present report covers the period from 1 July 2021 to 30 June 2023.\n\n"
        "2. During the reporting period, four States ratified the Convention. In total, 30 States replied.\n\n"
        "3. The Office closed 12 shelters.\n"
    )
    periods = {roles["value"]: roles.get("period") for roles in facts(text, "figures")}
    assert periods == {4: "2021-07-01/2023-06-30", 30: "2021-07-01/2023-06-30", 12: None}


def test_a_sentence_that_goes_on_counting_counts_the_same() -> None:
    text = "En 2021, la police a recensé 1 811 victimes. Parmi elles, 396 étaient mineures.\n"
    assert [(roles["value"], roles["unit"]) for roles in facts(text, "figures")] == [
        (1811, "victimes"),
        (396, "victimes"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Created by IOM in Geneva in 2005, the database contains 90,000 cases.", {}),
        ("The Convention, which was adopted in Warsaw on 16 May 2005, has been ratified by 47 States.", {}),
        ("La Convention, adoptée à Varsovie le 16 mai 2005, a été ratifiée par 47 États.", {}),
        ("When the Centre opened in Tunis in 2011, it employed 12 judges.", {"period": "2011"}),
        ("In 2005, IOM created 40 shelters.", {"period": "2005"}),
    ],
)
def test_when_and_where_something_began_is_not_when_it_was_counted(text: str, wanted: Roles) -> None:
    found = facts(text, "figures")
    assert [{role: value for role, value in one.items() if role == "period"} for one in found] == [wanted]
    assert "place" not in found[0] or wanted


@pytest.mark.parametrize(
    "text",
    [
        "In 2021, 290 victims were identified, up from 185 a year earlier.",
        "En 2021, 290 victimes ont été identifiées, contre 185 l’année précédente.",
    ],
)
def test_the_year_before_is_another(text: str) -> None:
    assert [(one["value"], one["period"]) for one in facts(text, "figures")] == [(290, "2021"), (185, "2020")]


def test_a_number_with_its_article_is_not_reported_twice() -> None:
    assert values("The Group has 23 entities. The work of the 23 entities was reviewed in May.\n") == [23]


@pytest.mark.parametrize("heading", ["IV. Recommendations", "II. Plans for 2031"])
def test_nothing_is_reported_below_a_heading_of_plans(heading: str) -> None:
    body = "1. The Office assisted 40 victims in 2018.\n\n2. It closed 12 cases in Ghana.\n"
    assert values(f"I. Activities\n\n{body}") == [40, 12]
    assert values(f"{heading}\n\n{body}") == []


def test_items_of_a_planned_list_are_no_figures() -> None:
    items = "(a) 300 police officers in Mali;\n\n(b) 20 judges in Chad.\n"
    assert values(f"1. The Office will train:\n\n{items}") == []


def test_each_number_of_a_table_is_a_figure_of_its_row_and_column() -> None:
    text = (
        "Results\n\n"
        "Country        Victims identified     Convictions\n"
        "Ghana          1,340                  23\n"
        "Thailand       970                    48\n"
    )
    assert [(roles["subject"], roles["measure"], roles["value"]) for roles in facts(text, "figures")] == [
        ("Ghana", "Victims identified", 1340),
        ("Ghana", "Convictions", 23),
        ("Thailand", "Victims identified", 970),
        ("Thailand", "Convictions", 48),
    ]


def test_columns_of_years_give_the_period() -> None:
    html = (
        "<html lang='en'><body><article><h2>Victims</h2><table>"
        "<tr><th>Form</th><th>2019</th><th>2020</th></tr>"
        "<tr><td>Forced labour</td><td>176</td><td>204</td></tr></table></article></body></html>"
    )
    assert [(roles["value"], roles["period"]) for roles in facts(html, "figures")] == [(176, "2019"), (204, "2020")]


def test_a_table_of_donors_tells_who_gave_how_much() -> None:
    html = (
        "<html lang='en'><body><article><h2>Donors</h2><table>"
        "<tr><th>Donor</th><th>Year</th><th>Amount (US$)</th></tr>"
        "<tr><td>Norway</td><td>2015</td><td>320,000</td></tr></table></article></body></html>"
    )
    assert facts(html, "funding") == [{"donor": "Norway", "amount": 320000, "currency": "USD", "date": "2015"}]


def test_sentences_about_one_operation_are_one_fact() -> None:
    text = (
        "L’opération Sahel Libre s’est déroulée au Mali du 3 au 7 mars 2019. Elle s’est soldée par 19 arrestations. "
        "Au total, 64 victimes potentielles ont été identifiées. Cette opération était dirigée par INTERPOL.\n"
    )
    assert facts(text, "operations") == [
        {"operation": "operation/sahel-libre", "date": "2019-03-03", "place": "Mali", "coordinator": "INTERPOL",
         "arrested": 19, "rescued": 64}
    ]  # fmt: skip


def test_every_sentence_that_tells_of_an_operation_is_its_evidence() -> None:
    text = "Operation Dawn took place in Kenya in May 2019. The operation led to 12 arrests.\n"
    found = extract(read_bytes(text.encode(), "report.txt"))
    places = [(fact.start, fact.end) for fact in found.facts if fact.kind == "operations"]
    assert [text[start:end] for start, end in places] == text.strip().replace("2019. ", "2019.|").split("|")


def test_the_line_above_a_list_names_the_coordinator() -> None:
    text = (
        "1. The following operations were coordinated by INTERPOL in 2020:\n\n"
        "(a) Operation Theseus: 9 traffickers arrested and 24 victims rescued in Kenya;\n\n"
        "(b) Operation Weka: 56 victims rescued in Uganda.\n"
    )
    assert facts(text, "operations") == [
        {"operation": "operation/theseus", "coordinator": "INTERPOL", "place": "Kenya", "arrested": 9, "rescued": 24},
        {"operation": "operation/weka", "coordinator": "INTERPOL", "place": "Uganda", "rescued": 56},
    ]


def test_the_operation_means_none_where_two_were_named() -> None:
    text = "Operations Dawn and Dusk were discussed. The operation led to 12 arrests.\n"
    assert facts(text, "operations") == []


def test_training_without_an_agent_is_that_of_the_heading() -> None:
    text = "INTERPOL\n\n1. In 2018, 342 officers were trained.\n"
    assert facts(text, "training") == [{"agent": "INTERPOL", "number": 342, "audience": "officers", "period": "2018"}]


@pytest.mark.parametrize(
    "text",
    [
        "Operation Reef, led by INTERPOL in Kenya, led to 40 arrests. In Togo, 18 people were freed.",
        "Operation Reef, led by INTERPOL in Kenya, led to 40 arrests. In Togo, 18 were freed and 3 arrested in 2019.",
        "Operation Reef led to 40 arrests in Kenya. Police freed 18 people in another operation carried out in Togo.",
        "L'opération Récif a conduit à 40 arrestations au Kenya. Au Togo, 18 personnes devraient être libérées.",
    ],
)
def test_what_was_done_elsewhere_may_be_of_another_operation(text: str) -> None:
    told = [(roles["place"], roles["arrested"], "rescued" in roles) for roles in facts(text, "operations")]
    assert told == [("Kenya", 40, False)]


@pytest.mark.parametrize(
    "text",
    [
        "Operation Reef, run by IOM, ended. In Togo, 8 men were freed and 2 arrested. Ghana reported 12 arrests.",
        "Operation Reef, run by IOM, ended.\n\nIn Togo, 8 girls, most of them ill, were freed and 2 men arrested."
        "\n\nIn Ghana, police made 12 arrests.",
        "L'opération Récif est achevée. Au Togo, 8 femmes ont été libérées et 2 hommes arrêtés. Le Ghana a fait état, "
        "pour sa part, de 12 arrestations.",
    ],
)
def test_an_operation_country_by_country(text: str) -> None:
    told = [(roles["place"], roles.get("rescued"), roles.get("arrested")) for roles in facts(text, "operations")]
    assert told == [("Togo", 8, 2), ("Ghana", None, 12)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It trained 86 paralegals in 2025; another 120 are due to be trained in 2026.", ["86"]),
        ("In 2025, 86 paralegals were trained. Another 120 are scheduled to be trained.", ["86"]),
        ("In 2025, 86 paralegals were trained. Some 120 officers are expected to attend the next course.", ["86"]),
        ("En 2025, 86 juristes ont été formés. Quelque 120 agents doivent être formés en 2026.", ["86"]),
        ("In 2025, 86 boats were set on fire.", ["86"]),
    ],
)
def test_what_is_due_is_no_figure_yet(text: str, wanted: list[str]) -> None:
    assert [row[0] for row in said(facts_of("figures", text), "value")] == wanted


@pytest.mark.parametrize(
    ("heading", "told", "asked"),
    [
        (
            "C. Principal subjects of concern and recommendations",
            "The Committee is concerned that some 460 girls still live there and that no budget has been set aside.",
            "The Committee recommends that the State party train 200 judges and open 12 shelters.",
        ),
        (
            "C. Principaux sujets de préoccupation et recommandations",
            "Le Comité s'inquiète de ce que 460 filles vivent encore sous ce régime.",
            "Le Comité recommande à l'État partie de former 200 juges et d'ouvrir 12 foyers.",
        ),
    ],
)
def test_what_concerns_is_reported_and_what_is_recommended_is_not(heading: str, told: str, asked: str) -> None:
    assert said(facts_of("figures", f"{heading}\n\n6. {told}\n\n7. {asked}\n"), "value") == [("460",)]
    assert said(facts_of("figures", f"6. {asked}\n"), "value") == []
