"""What a document tells of one programme in several places."""

from __future__ import annotations

import pytest

from extract.facts import Entity, Fact
from extract.same_programme import together
from tests.extract.kinds import facts_of, said

ROADS = Entity("programme/open-roads", "Programme")
IOM, ILO, TOGO = Entity("IOM", "UNEntity"), Entity("ILO", "UNEntity"), Entity("Togo", "State")


def _fact(offset: int, /, **roles: Entity | str) -> Fact:
    return Fact("programmes", {"programme": ROADS, **roles}, offset, offset + 10, offset // 10)


def test_each_lead_has_the_start_and_each_sentence_tells_it() -> None:
    told = together([_fact(0, lead=IOM), _fact(0, lead=ILO), _fact(10, start="2020-05"), _fact(20, country=TOGO)])
    leads = [fact.roles.get("lead") for fact in told]
    assert leads == [IOM, ILO, IOM, ILO, None]
    assert [fact.roles.get("start") for fact in told] == ["2020-05"] * 4 + [None]
    assert [fact.start for fact in told] == [0, 0, 10, 10, 20]


def test_the_more_exact_time_is_that_of_all() -> None:
    told = together([_fact(0, lead=IOM, start="2020"), _fact(10, start="2020-05")])
    assert [fact.roles["start"] for fact in told] == ["2020-05"] * 2


def test_what_differs_is_left_alone() -> None:
    facts = [_fact(0, lead=IOM, start="2020"), _fact(10, start="2021"), _fact(20, lead=ILO)]
    assert together(facts) == facts


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Open Roads is a programme of IOM. Begun in May 2020, it operates in Togo.", "2020-05"),
        ("Open Roads is a programme of IOM. The programme started in 2020.", "2020"),
        ("L'OIM conduit l'initiative « Cap sûr ». Lancée en mai 2020, cette initiative couvre le Togo.", "2020-05"),
        ("« Cap sûr » est un programme de l'OIM. Il a débuté en 2020.", "2020"),
        ("Open Roads is a programme of IOM. Its second guide will come out in 2031.", ""),
    ],
)
def test_the_start_in_the_next_sentence(text: str, start: str) -> None:
    rows = {row for row in said(facts_of("programmes", text), "lead", "start") if row[0]}
    assert rows == {("IOM", start)}
