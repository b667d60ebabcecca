"""Pledges of a State or a summit below their objectives: whose list it is, a heading names."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

ITEMS = "   (a) Abolish recruitment fees;\n\n   (b) Train judges in every district.\n"


@pytest.mark.parametrize(
    ("head", "chapeau", "instrument"),
    [
        (
            "Voluntary pledges and commitments of Mongolia",
            "Irrespective of the outcome of the election, Mongolia undertakes to:",
            "Voluntary pledges and commitments of Mongolia",
        ),
        ("Voluntary pledges of Chile", "Under this objective, Chile commits itself to:", "Voluntary pledges of Chile"),
    ],
)
def test_what_a_heading_calls_pledges_is_their_instrument(head: str, chapeau: str, instrument: str) -> None:
    text = f"{head}\n\nObjective 1. Prevention\n\n{chapeau}\n\n{ITEMS}"
    assert said(facts_of("commitments", text), "instrument", "objective", "item", "action") == [
        (instrument, "1", "a", "Abolish recruitment fees"),
        (instrument, "1", "b", "Train judges in every district"),
    ]


def test_what_an_annex_is_called() -> None:
    text = (
        "COMMUNIQUÉ\n\n1. The Heads of State met in Bujumbura.\n\nANNEX\n\nTHE BUJUMBURA UNDERTAKINGS\n\n"
        f"We, the Heads of State, undertake to carry out the following:\n\nObjective 1. Prevention\n\n{ITEMS}"
    )
    assert said(facts_of("commitments", text), "instrument", "item") == [
        ("Bujumbura Undertakings", "a"),
        ("Bujumbura Undertakings", "b"),
    ]


def test_in_french() -> None:
    text = "Engagements volontaires du Togo\n\nObjectif 1. Prévention\n\nLe Togo s'engage à :\n\n"
    text += "   a) Ouvrir un foyer ;\n\n   b) Former des juges.\n"
    assert said(facts_of("commitments", text), "instrument", "item", "action") == [
        ("Engagements volontaires du Togo", "a", "Ouvrir un foyer"),
        ("Engagements volontaires du Togo", "b", "Former des juges"),
    ]


@pytest.mark.parametrize(
    ("chapeau", "instrument"),
    [
        ("By the Suva Charter, members undertake to:", "Suva Charter"),
        ("Under the Suva Charter, the parties have undertaken to:", "Suva Charter"),
        ("By the Suva Charter, the parties commit themselves as follows:", "Suva Charter"),
        ("In the Suva Joint Statement, adopted on 4 May 2024, ministers undertook to:", "Suva Joint Statement"),
        ("Par la Charte de Suva, les membres s'engagent à :", "Charte de Suva"),
        ("Par la Charte de Suva, les États ont promis d'adopter les mesures suivantes :", "Charte de Suva"),
        ("Aux termes de la Charte de Suva, les parties se sont engagées à :", "Charte de Suva"),
    ],
)
def test_the_instrument_that_a_sentence_opens_with(chapeau: str, instrument: str) -> None:
    text = f"{chapeau}\n\n{ITEMS}"
    assert said(facts_of("commitments", text), "instrument", "item") == [(instrument, "a"), (instrument, "b")]


@pytest.mark.parametrize(
    "chapeau",
    [
        "By the Suva Charter, members were invited to:",
        "By the draft Suva Charter, members undertake to:",
        "Under the Suva Charter, the parties have not undertaken to:",
        "Par la Charte de Suva, les membres ne s'engagent pas à :",
    ],
)
def test_what_it_does_not_commit_to(chapeau: str) -> None:
    assert facts_of("commitments", f"{chapeau}\n\n{ITEMS}") == []


@pytest.mark.parametrize(
    "text",
    [
        "By the Suva Charter, members undertake, under objective 1 (Prevention), to:\n\n(a) Open a shelter;\n\n"
        "(b) Train guards;\n\nand, under objective 2 (Protection), to:\n\n(a) Hire nurses.",
        "Par la Charte de Suva, les membres s'engagent, au titre de l'objectif 1 (Prévention), à :\n\na) Agir"
        " ;\n\nb) Former des gardes ;\n\net, au titre de l'objectif 2 (Aide), à :\n\na) Recruter des infirmières.",
    ],
)
def test_a_line_goes_on_with_the_next_objective(text: str) -> None:
    assert said(facts_of("commitments", text), "objective", "item") == [("1", "a"), ("1", "b"), ("2", "a")]


@pytest.mark.parametrize(
    ("head", "chapeau"),
    [
        ("Voluntary pledges of Chile", "Participants proposed that Chile should also undertake to:"),
        ("Implementation of the pledges of Chile", "Chile undertakes to:"),
    ],
)
def test_what_others_proposed_and_reports_on_pledges(head: str, chapeau: str) -> None:
    assert facts_of("commitments", f"{head}\n\nObjective 1. Prevention\n\n{chapeau}\n\n{ITEMS}") == []


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        (
            "The Council adopted the Suva Strategy 2025-2029 on Fair Ports. In it, the parties commit themselves as "
            'follows:\n\n"Objective 2: Fair recruitment. We undertake to:\n\n',
            "Suva Strategy 2025-2029 on Fair Ports",
        ),
        (
            "The Council adopted the Accra Joint Statement on Children at Sea. It contains the following passage:\n\n"
            '"Objective 2: Shelter. We will:\n\n',
            "Accra Joint Statement on Children at Sea",
        ),
        (
            "Le Plan d'action régional 2024-2028 contre la traite a été adopté le 4 mai 2024. Par le Plan d'action "
            "régional, les États se sont engagés, au titre de l'objectif 2 (« Aide »), à prendre les mesures suivantes "
            ":\n\n",
            "Plan d'action régional 2024-2028 contre la traite",
        ),
    ],
)
def test_below_an_objective_that_a_report_quotes(text: str, instrument: str) -> None:
    items = ITEMS if text[0] == "T" else "   a) Ouvrir un foyer ;\n\n   b) Former des juges.\n"
    assert said(facts_of("commitments", f"{text}{items}"), "instrument", "objective", "item") == [
        (instrument, "2", "a"),
        (instrument, "2", "b"),
    ]


def test_a_work_commits_nobody() -> None:
    text = 'The Council read the Report on Children at Sea. It says:\n\n"Objective 2: Shelter. We will:\n\n'
    assert facts_of("commitments", text + ITEMS) == []


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        (
            f"Ports Alliance\n\nReport on the year 2024\n\nBy this Charter, we undertake to:\n\n{ITEMS}",
            "Ports Alliance",
        ),
        (
            "Alliance des ports\n\nRapport sur l'année 2024\n\nPar cette Charte, nous nous engageons à :\n\n"
            "   a) Ouvrir un foyer ;\n\n   b) Former des juges.\n",
            "Alliance des ports",
        ),
    ],
)
def test_the_charter_of_those_whose_report_it_is(text: str, instrument: str) -> None:
    (first, _), (second, _) = said(facts_of("commitments", text), "instrument", "item")
    assert first == second and first.endswith(instrument)
