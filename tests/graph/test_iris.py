from __future__ import annotations

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import iris

ANY = st.text(st.characters(exclude_categories=["Cs"]))


@given(ANY)
def test_an_id_can_be_read_back_from_its_iri(text: str) -> None:
    assert iris.thing_id(iris.thing(text)) == text


@given(ANY)
def test_every_id_gives_a_valid_iri(text: str) -> None:
    iri = iris.thing(text)
    (triple,) = pyoxigraph.parse(f"<{iri}> <a:p> <a:o> .", format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert triple.subject == pyoxigraph.NamedNode(iri)


@pytest.mark.parametrize(
    ("identifier", "end"),
    [
        ("ICAT", "ICAT"),
        ("A/RES/72/195", "A/RES/72/195"),
        ("S/RES/2388 (2017)", "S/RES/2388%20(2017)"),
        ("A/74/127~fr", "A/74/127%7Efr"),
        ("100%25", "100%2525"),
        ("Équipe", "%C3%89quipe"),
        ('a"><b', "a%22%3E%3Cb"),
    ],
)
def test_ids_stay_readable(identifier: str, end: str) -> None:
    assert iris.thing(identifier) == iris.ID + end


def test_what_is_no_thing_has_no_id() -> None:
    assert iris.thing_id(iris.concept("manner", "ratification")) is None


@pytest.mark.parametrize(
    "symbol", ["A/RES/72/195", "S/RES/2388 (2017)", "CTOC/COP/2018/13", "E/2006/27", "A/RES/491 (V)"]
)
def test_symbols_are_known(symbol: str) -> None:
    assert iris.is_symbol(symbol)


@pytest.mark.parametrize(
    "identifier",
    ["ICAT", "body/steering-committee", "report-2018.txt", "Alliance 8.7", "A/", "A/74/127/body/board", ""],
)
def test_other_ids_are_no_symbols(identifier: str) -> None:
    assert not iris.is_symbol(identifier)


def test_facts_that_joined_texts_would_confuse_differ() -> None:
    first = iris.fact_hash("members", {"body": "a", "member": "b.c"}, None)
    second = iris.fact_hash("members", {"body": "a.b", "member": "c"}, None)
    assert first != second


def test_the_order_of_roles_is_no_part_of_a_fact() -> None:
    assert iris.fact_hash("x", {"a": 1, "b": 2}, None) == iris.fact_hash("x", {"b": 2, "a": 1}, None)


def test_the_passage_is_part_of_a_fact_where_it_counts() -> None:
    assert len({iris.fact_hash("x", {"a": 1}, passage) for passage in (None, "p1", "p2")}) == 3


def test_the_iri_of_a_fact_is_readable_and_bounded() -> None:
    assert iris.fact("chairs", "0123456789ab", ["ICAT", "Équipe / X", "2018"]) == (
        iris.FACT + "chairs/ICAT-quipe-X-2018-0123456789ab"
    )
    assert len(iris.fact("figures", "0123456789ab", ["x" * 5000, "!!!"])) < 120
