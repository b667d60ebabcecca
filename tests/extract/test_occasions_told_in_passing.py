"""Meetings that a sentence about something else tells of: where and when a seminar was held."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("The Plan was discussed at a regional seminar held in Lima on 3 May 2020.", "regional seminar"),
        ("The pledges were the subject of a public consultation, held in Lima on 3 May 2020.", "public consultation"),
        ("A planning workshop was held in Lima on 3 May 2020.", "planning workshop"),
        ("The grants were presented in Lima on 3 May 2020, at a ceremony attended by Chile and Togo.", "ceremony"),
        ("Le Guide a été lancé à Lima le 3 mai 2020 lors d'un séminaire.", "séminaire"),
    ],
)
def test_where_and_when_it_was(text: str, meeting: str) -> None:
    assert said(facts_of("meetings", text), "meeting", "place", "start") == [(meeting, "Lima", "2020-05-03")]


@pytest.mark.parametrize(
    "text",
    [
        "The Plan will be discussed at a regional seminar held in Lima on 3 May 2020.",
        "The Guide was not launched in Lima on 3 May 2020 at a seminar.",
        "Zambia signed the Treaty on Ports in the margins of the present Summit, on 4 November 2023.",
        "Le Togo a signé le Traité des ports en marge du Sommet des lacs, le 4 novembre 2023.",
    ],
)
def test_what_is_to_be_or_was_done_beside_it(text: str) -> None:
    assert facts_of("meetings", text) == []


@pytest.mark.parametrize(
    ("text", "objects"),
    [
        (
            "The Committee asked for help. Chile joined a Lake Network coordinated by IOM.",
            [("Lake Network",)],
        ),
        ("It was proposed that a Lake Fund administered by UNODC be set up.", []),
        ("The Council recommended that States join a Lake Network coordinated by IOM.", []),
    ],
)
def test_what_another_verb_asked_for(text: str, objects: list[tuple[str]]) -> None:
    assert said(facts_of("responsibilities", text), "object") == objects


def test_days_in_a_row_open_an_entry_of_a_chronology() -> None:
    text = (
        "Chronology\n\n3 May 2019 – The Cabinet sets up the Ports Committee.\n\n"
        "17–19 February 2020 – A planning workshop is held in Suva.\n\n2 June 2021 – Fiji joins the Ports Treaty.\n"
    )
    assert said(facts_of("meetings", text), "place", "start", "end") == [("Suva", "2020-02-17", "2020-02-19")]
