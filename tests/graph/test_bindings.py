from __future__ import annotations

import pyoxigraph
import pytest

from graph.bindings import bind
from graph.errors import QueryInvalid

A, B = pyoxigraph.NamedNode("a:a"), pyoxigraph.NamedNode("a:b")
PATTERN = "{ ?f <a:body> ?body OPTIONAL { ?f <a:year> ?year } }"


@pytest.fixture
def store() -> pyoxigraph.Store:
    found = pyoxigraph.Store()
    found.load(
        b'<a:f1> <a:body> <a:a> . <a:f1> <a:year> "2018" . <a:f2> <a:body> <a:a> . <a:f3> <a:body> <a:b> .',
        pyoxigraph.RdfFormat.TURTLE,
    )
    return found


def facts(store: pyoxigraph.Store, query: str, **values: object) -> list[str]:
    found = store.query(bind(query, values))
    assert isinstance(found, pyoxigraph.QuerySolutions)
    return sorted(str(solution["f"])[1:-1] for solution in found)


def test_nothing_bound_changes_nothing() -> None:
    assert bind("SELECT * { ?s ?p ?o }", {}) == "SELECT * { ?s ?p ?o }"


def test_a_required_variable(store: pyoxigraph.Store) -> None:
    assert facts(store, "SELECT ?f " + PATTERN, body=A) == ["a:f1", "a:f2"]
    assert facts(store, "SELECT ?f " + PATTERN, body=B) == ["a:f3"]


def test_an_optional_variable_makes_no_rows_of_nothing(store: pyoxigraph.Store) -> None:
    assert facts(store, "SELECT ?f ?year " + PATTERN, year=pyoxigraph.Literal("2018")) == ["a:f1"]
    assert facts(store, "SELECT ?f ?year " + PATTERN, year=pyoxigraph.Literal("2019")) == []


def test_both(store: pyoxigraph.Store) -> None:
    assert facts(store, "SELECT ?f " + PATTERN, body=B, year=pyoxigraph.Literal("2018")) == []


def test_variables_of_unions_and_binds(store: pyoxigraph.Store) -> None:
    assert facts(store, "SELECT ?f { { ?f <a:body> ?x } UNION { ?f <a:year> ?x } }", x=B) == ["a:f3"]
    assert facts(store, "SELECT ?f { ?f <a:body> ?y BIND(?y AS ?x) }", x=B) == ["a:f3"]


def test_braces_in_comments_and_strings_are_none(store: pyoxigraph.Store) -> None:
    query = "SELECT ?f # {\nWHERE { ?f <a:body> ?body # }\n FILTER('}' != '{') } ORDER BY ?f"
    assert facts(store, query, body=A) == ["a:f1", "a:f2"]


def test_a_literal_cannot_break_out(store: pyoxigraph.Store) -> None:
    assert facts(store, "SELECT ?f " + PATTERN, body=pyoxigraph.Literal('" } SERVICE <http://x/> { #\n')) == []


def test_an_unknown_variable_is_an_error() -> None:
    with pytest.raises(QueryInvalid, match="chair"):
        bind("SELECT ?f " + PATTERN, {"chair": A})
