"""Which entities and facts a picture shows, what it folds, and what it says of the rest."""

from __future__ import annotations

from collections import Counter

from graph import iris
from graph.facts import StoredFact
from graph.ties import ties
from graph.view.construct import constructed
from graph.view.fold import folds
from graph.view.select import Bounds, along, around, dated, whole
from graph.view.timeline import timeline

ALL = Bounds(100)


def cites(citing: str, cited: str) -> StoredFact:
    return StoredFact(f"{citing}>{cited}", "citations", (("citing", citing), ("cited", cited)), ())


def chairs(body: str, chair: str, year: str | None = None) -> StoredFact:
    values = () if year is None else (("year", year),)
    return StoredFact(f"{body}<{chair}{year}", "chairs", (("body", body), ("chair", chair)), values)


CHAIN = [chairs("b", "a", "2016"), chairs("b", "c", "2017"), chairs("d", "c"), chairs("d", "e", "2019")]


def test_surroundings_by_depth_with_the_next_in_reserve() -> None:
    near = around(CHAIN, ["a"], 1, ALL)
    assert near.nodes == ("a", "b")
    assert dict(near.reserve) == {"c": "b"}
    assert (near.things, near.stated) == (2, 1)
    assert {tie.fact.iri for tie in near.ties} == {"b<a2016", "b<c2017"}
    far = around(CHAIN, ["a"], 3, ALL)
    assert far.nodes == ("a", "b", "c", "d")
    assert dict(far.reserve) == {"e": "d"}


def test_what_does_not_fit_is_counted() -> None:
    facts = [cites("doc", f"r{n}") for n in range(30)]
    found = around(facts, ["doc"], 1, Bounds(10))
    assert (len(found.nodes), found.things, found.stated) == (10, 31, 30)
    assert not found.reserve
    several = whole(facts, Bounds(10))
    assert (len(several.nodes), several.things, len(several.facts), several.stated) == (10, 31, 9, 30)


def test_kinds_and_years() -> None:
    found = around([*CHAIN, cites("a", "b")], ["b"], 1, Bounds(9, kinds=frozenset({"chairs"}), since=2017, until=2018))
    assert {fact.iri for fact in found.facts} == {"b<c2017"}
    assert found.undated == 1


def test_facts_about_one_entity_hang_on_it() -> None:
    founded = StoredFact("f", "founded", (("thing", "b"),), (("date", "2007"),))
    assert founded in around([*CHAIN, founded], ["a"], 1, ALL).facts
    assert founded in whole([*CHAIN, founded], ALL).facts
    assert founded not in whole([*CHAIN, founded], ALL, keep={"a", "b"}.__contains__).facts


def test_who_loses_all_partners_is_left_out() -> None:
    found = whole([*CHAIN, cites("x", "y")], ALL, keep={"a", "b", "x"}.__contains__)
    assert set(found.nodes) == {"a", "b"}


def test_a_network_is_the_same_whatever_the_order_of_facts() -> None:
    assert whole(CHAIN, ALL).nodes == whole(CHAIN[::-1], ALL).nodes
    assert around(CHAIN, ["c"], 2, ALL).nodes == around(CHAIN[::-1], ["c"], 2, ALL).nodes


def test_dated_facts_in_the_order_of_time_the_latest_where_they_are_too_many() -> None:
    assert [fact.iri for fact in dated(CHAIN, [], ALL).facts] == ["b<a2016", "b<c2017", "d<e2019"]
    few = dated(CHAIN, [], Bounds(1))
    assert ([fact.iri for fact in few.facts], few.stated, few.undated) == (["d<e2019"], 3, 1)
    assert [fact.iri for fact in dated(CHAIN, ["c"], ALL).facts] == ["b<c2017"]


def test_along_a_chain() -> None:
    found = along([tie for fact in CHAIN[:2] for tie in ties(fact)], ["a", "c"])
    assert found.nodes == ("a", "c", "b")
    assert len(found.facts) == 2


def test_many_leaves_of_a_hub_are_folded_and_the_most_important_stay() -> None:
    facts = [cites("doc", f"r{n:02}") for n in range(30)] + [cites("r00", "r01"), chairs("doc", "x")]
    weight = Counter({"r29": 9, "r28": 8})
    (fold,) = folds(whole(facts, ALL), weight)
    assert (fold.host, fold.kind, len(fold.members)) == ("doc", "citations", 22)
    assert not {"r00", "r01", "r28", "r29", "x"} & set(fold.members)
    assert folds(whole(facts[:9], ALL), weight) == []


def test_what_is_tied_to_nothing_but_hubs_is_folded_at_the_largest() -> None:
    facts = [cites(f"d{n:02}", hub) for n in range(30) for hub in ("large", "small") if hub == "large" or n < 25]
    (fold,) = folds(whole([*facts, cites("d00", "else")], ALL), {})
    assert (fold.host, len(fold.members)) == ("large", 23)
    assert "d00" not in fold.members and "small" not in fold.members


def test_what_the_picture_is_about_shows_more() -> None:
    facts = [cites("doc", f"r{n:02}") for n in range(24)]
    assert folds(around(facts, ["doc"], 1, ALL), {}) == []
    (fold,) = folds(around([*facts, *(cites("doc", f"s{n:02}") for n in range(6))], ["doc"], 1, ALL), {})
    assert len(fold.members) == 9


def test_what_is_in_reserve_is_a_fold_of_who_opens_it() -> None:
    (fold,) = folds(around(CHAIN, ["a"], 1, ALL), {})
    assert (fold.host, fold.members, fold.kind) == ("b", ("c",), None)


def test_a_timeline_has_a_heading_for_each_year_and_no_two_facts_in_one_place() -> None:
    facts = [chairs("b", str(n), str(2016 + n // 3)) for n in range(7)]
    marks, ticks = timeline(facts)
    assert [tick.text for tick in ticks] == ["2016", "2017", "2018"]
    assert len({(mark.x, mark.y) for mark in marks}) == len({mark.narrow_y for mark in marks}) == 7
    assert ticks[0].y < marks[0].y < ticks[1].y < marks[3].y
    assert timeline([]) == ([], [])


def test_a_constructed_graph_leads_back_to_the_facts_it_shares() -> None:
    edge = ("b", iris.PALERMO + "chairedBy", "a", True)
    free = ("a", "https://example.org/knows", "z", True)
    text = ("a", "https://example.org/motto", "Never again", False)
    name = ("a", iris.SKOS + "prefLabel", "A", False)
    itself = ("d", iris.PALERMO + "chairedBy", "d", True)
    found = constructed([edge, free, text, name, itself], CHAIN, ALL)
    assert {(t.source, t.target, t.property, t.fact.kind) for t in found.ties} == {
        ("b", "a", "chairedBy", "chairs"),
        ("a", "z", "knows", "https://example.org/knows"),
    }
    assert [fact.values for fact in found.facts if fact.kind.endswith("motto")] == [(("value", "Never again"),)]
    assert set(found.nodes) == {"a", "b", "z"}


def test_a_constructed_fact_is_the_fact() -> None:
    found = constructed([("b<a2016", iris.PALERMO + "body", "b", True)], CHAIN, ALL)
    assert [fact.iri for fact in found.facts] == ["b<a2016"]
    assert [(t.source, t.target) for t in found.ties] == [("b", "a")]
    few = constructed([("x", "p", str(n), True) for n in range(9)], [], Bounds(4))
    assert (len(few.nodes), few.things, len(few.facts), few.stated) == (4, 10, 3, 9)
