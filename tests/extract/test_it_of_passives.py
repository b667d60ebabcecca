"""Of what "it is led by", "it was founded in" is said, where the sentence before tells of two things."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    "text",
    [
        "IOM launched the Gulf Recovery Initiative. It has been led since 1 July 2020 by UNICEF.",
        "L'OIM a lancé l'Initiative du Golfe. Elle est dirigée depuis 2020 par l'UNICEF.",
    ],
)
def test_what_was_just_made(text: str) -> None:
    facts = [fact for fact in facts_of("programmes", text) if getattr(fact.roles.get("lead"), "id", "") == "UNICEF"]
    assert [getattr(fact.roles["programme"], "type", "") for fact in facts] == ["Programme"]


def test_who_heads_what_was_just_made() -> None:
    (fact,) = facts_of("offices", "In 2019 UNICEF set up the Sea Fund. It is headed by Mr. Luc Roy.")
    assert getattr(fact.roles["organisation"], "type", "") == "Fund"


def test_who_took_over_began_nothing() -> None:
    text = "IOM launched the Gulf Recovery Initiative. It has been headed since 1 July 2020 by Mr. Luc Roy."
    assert [fact for fact in facts_of("programmes", text) if "start" in fact.roles] == []


@pytest.mark.parametrize(
    "text",
    [
        "UNODC administers the Sea Fund. It was founded in 2010.",
        "UNODC implements the Gulf Recovery Initiative. It was set up by IOM in 2020.",
        "IOM joined the Sea Alliance. It was founded in 1951.",
    ],
)
def test_of_two_nothing_is_said(text: str) -> None:
    assert facts_of("founded", text) == []


def test_of_what_the_passage_is_about() -> None:
    text = "The Sea Fund helps victims. It was founded in 2010 by IOM."
    assert said(facts_of("founded", text), "thing", "date") == [("Sea Fund", "2010")]


def test_it_behind_a_dash() -> None:
    text = (
        "Directorate of Information\n\nAccra, 3 May 2024 – The African Union Commission today launched the Gulf "
        "Recovery Initiative, which it runs jointly with UNICEF."
    )
    assert "African Union Commission" in {lead for (lead,) in said(facts_of("programmes", text), "lead")}
    assert "Directorate of Information" not in {lead for (lead,) in said(facts_of("programmes", text), "lead")}


def test_where_the_initiative_is_active_is_no_name() -> None:
    text = "The ILO runs the Sea Rights Initiative. Active in Ghana and Togo, the Initiative trained 40 judges."
    assert said(facts_of("training", text), "agent") == [("Sea Rights",)]
