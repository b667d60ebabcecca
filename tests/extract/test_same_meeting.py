"""What a document tells of one meeting in several places."""

from __future__ import annotations

from extract.facts import Entity, Fact
from extract.same_meeting import together

FORUM = Entity("meeting/forum", "Meeting")
DAKAR, BENIN, UNODC = Entity("Dakar", "City"), Entity("Benin", "State"), Entity("UNODC", "UNEntity")


def _fact(offset: int, /, **roles: Entity | str) -> Fact:
    return Fact("meetings", {"meeting": FORUM, **roles}, offset, offset + 10, offset // 10)


def test_time_place_and_host_are_put_together() -> None:
    told = together([_fact(0, place=DAKAR), _fact(10, start="2019-10-16", end="2019-10-18"), _fact(20, body=UNODC)])
    whole = {"meeting": FORUM, "place": DAKAR, "start": "2019-10-16", "end": "2019-10-18", "body": UNODC}
    assert [fact.roles for fact in told] == [whole] * 3
    assert [fact.start for fact in told] == [0, 10, 20]


def test_a_day_of_the_meeting_is_no_other_meeting() -> None:
    told = together([_fact(0, start="2019-10-18", end="2019-10-18"), _fact(10, start="2019-10-16", end="2019-10-18")])
    assert [fact.roles["start"] for fact in told] == ["2019-10-16"] * 2


def test_described_and_named_it_is_one() -> None:
    described = Fact("meetings", {"meeting": Entity("a.txt/meeting/forum", "Meeting"), "place": DAKAR}, 0, 9, 0)
    assert together([_fact(10, start="2019"), described])[1].roles == {
        "meeting": FORUM,
        "place": DAKAR,
        "start": "2019",
    }


def test_what_differs_is_left_alone() -> None:
    for other in (_fact(10, start="2020"), _fact(10, start="2019-10"), _fact(10, start="2019", place=BENIN)):
        facts = [_fact(0, start="2019", place=DAKAR), other]
        assert together(facts) == facts


def test_several_hosts_remain_several() -> None:
    told = together([_fact(0, body=UNODC, start="2019"), _fact(10, body=BENIN), _fact(20, place=DAKAR)])
    assert [fact.roles.get("body") for fact in told] == [UNODC, BENIN, None]
