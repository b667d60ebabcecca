from __future__ import annotations

from functools import partial

import pytest

from graph.errors import QueryInvalid, QueryRefused
from graph.guard import MAX_DEPTH, MAX_LENGTH, MAX_PATTERNS, check, tokens
from tests.cost import grows_in_step


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("SELECT * { ?s ?p ?o }", "SELECT"),
        ("ask { ?s a :Chairing }", "ASK"),
        ("PREFIX x: <http://x/> CONSTRUCT { ?s x:p ?o } WHERE { ?s ?p ?o }", "CONSTRUCT"),
        ("# a comment\nBASE <http://x/>\nDESCRIBE <y>", "DESCRIBE"),
        ("SELECT ?ask { ?ask skos:prefLabel 'DROP the SERVICE' }", "SELECT"),
        ('SELECT * { ?s ?p """INSERT "quoted" SERVICE""" }', "SELECT"),
        ("SELECT * { ?s ?p '''it''s LOAD''' } # SERVICE <http://x>", "SELECT"),
        ("SELECT * { <http://x/SERVICE> <http://x/#INSERT> ?service }", "SELECT"),
        ("SELECT * { ?s :service :DELETE ; :load _:drop }", "SELECT"),
        ("SELECT * { ?s ?p ?o FILTER(?o < 3 && ?o > 1) }", "SELECT"),
        (r'SELECT * { ?s ?p "a \" SERVICE \\" }', "SELECT"),
        ("SELECT * { ?s :p/:q*|^:r+ ?o . FILTER(LANG(?o) = 'fr' || ?o = 'é'@fr) }", "SELECT"),
        (r"SELECT * { id:A\/74\/127 ?p ?o. ?o :number '37(a)'. }", "SELECT"),
    ],
)
def test_queries_that_read_are_let_through(query: str, form: str) -> None:
    assert check(query).form == form


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "delete where { ?s ?p ?o }",
        "PREFIX x: <http://x/>\nLOAD <http://x/>",
        "CLEAR ALL",
        "DROP GRAPH <http://x>",
        "CREATE GRAPH <http://x>",
        "COPY DEFAULT TO <http://x>",
        "MOVE DEFAULT TO <http://x>",
        "ADD DEFAULT TO <http://x>",
        "SELECT * { ?s ?p ?o }; DROP ALL",
    ],
)
def test_updates_are_refused(query: str) -> None:
    with pytest.raises(QueryRefused, match="changes the graph"):
        check(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'x' # '\n SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p <http://x#> SERVICE<http://127.0.0.1/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p '''a''b''' SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        'SELECT * { ?s ?p "" SERVICE <http://127.0.0.1/> { ?s ?p """""" } }',
        r'SELECT * { ?s ?p "\\" SERVICE <http://127.0.0.1/> { ?s ?p "" } }',
        "SELECT * { ?s < 3 SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 1SERVICE <http://127.0.0.1/> { } }",
        "SELECT * { ?s :p:SERVICE <http://x> . ?s :p. SERVICE <http://127.0.0.1/> {} }",
    ],
)
def test_service_is_found_wherever_it_hides(query: str) -> None:
    with pytest.raises(QueryRefused, match="SERVICE"):
        check(query)


def test_graphs_of_the_store_may_be_named() -> None:
    assert check("SELECT * FROM <https://w3id.org/palermo/graph/ontology> { ?s ?p ?o }").form == "SELECT"
    assert check("SELECT * FROM NAMED graph:authority { GRAPH ?g { ?s ?p ?o } }").form == "SELECT"


@pytest.mark.parametrize(
    "source", ["<file:///etc/passwd>", "<http://x/>", "NAMED <http://x/>", "NAMED x:y", ":body", ""]
)
def test_other_graphs_may_not(source: str) -> None:
    with pytest.raises(QueryRefused, match="FROM"):
        check(f"PREFIX x: <http://x/> SELECT * FROM {source} {{ ?s ?p ?o }}")


@pytest.mark.parametrize("marks", ["{}", "()", "[]"])
def test_deep_nesting_is_refused(marks: str) -> None:
    def nested(depth: int) -> str:
        return "SELECT * " + marks[0] * depth + " ?s ?p ?o " + marks[1] * depth

    check(nested(MAX_DEPTH))
    with pytest.raises(QueryRefused, match="deep"):
        check(nested(MAX_DEPTH + 1))


def test_long_queries_are_refused() -> None:
    with pytest.raises(QueryRefused, match="longer"):
        check("SELECT * { ?s ?p ?o } #" + "x" * MAX_LENGTH)


@pytest.mark.parametrize("pattern", ["?s ?p ?o . ", "{ ?s ?p ?o } ", "?s ?p ?a, ?b . ", "?s ?p ?a; ?q ?b . "])
def test_large_groups_are_refused(pattern: str) -> None:
    check("SELECT * { " + pattern * 50 + "}")
    with pytest.raises(QueryRefused, match="patterns"):
        check("SELECT * { " + pattern * (MAX_PATTERNS + 1) + "}")


def test_values_lists_and_arguments_are_no_patterns() -> None:
    numbers = ", ".join(map(str, range(1000)))
    check(f"SELECT * {{ VALUES ?x {{ {' '.join(map(str, range(1000)))} }} FILTER(?x IN ({numbers})) }}")


def test_unknown_prefixes_are_named_with_those_that_are_known() -> None:
    with pytest.raises(QueryInvalid, match=r"prefix foo: .* skos:") as caught:
        check("SELECT *\n  { ?s foo:bar ?o }")
    assert (caught.value.line, caught.value.column) == (2, 8)


@pytest.mark.parametrize("query", ["", "   # only a comment", "hello", "WHERE { ?s ?p ?o }", "PREFIX x: <http://x/>"])
def test_what_is_no_query_is_said_to_be_none(query: str) -> None:
    with pytest.raises(QueryInvalid):
        check(query)


@pytest.mark.parametrize(
    "query", ['SELECT * { ?s ?p "open }', "SELECT * { ?s ?p 'a\nb' }", "SELECT * { é }", "\\u0053ELECT *"]
)
def test_stray_characters_are_located(query: str) -> None:
    with pytest.raises(QueryInvalid) as caught:
        check(query)
    assert caught.value.line is not None


def test_tokens_know_where_they_stand() -> None:
    query = "SELECT ?s { ?s a :X. } # end"
    assert [query[t.start : t.start + len(t.text)] for t in tokens(query)] == [t.text for t in tokens(query)]
    assert [t.text for t in tokens(query)] == ["SELECT", "?s", "{", "?s", "a", ":X", ".", "}"]


@pytest.mark.parametrize(("head", "piece"), [("", "a"), ("", "a."), ("", "<a"), ("", '"\\'), ("'''", "a''"), ("", "?")])
def test_time_grows_with_hostile_text(head: str, piece: str) -> None:
    small, large = (partial(_refused, head + piece * (size // len(piece))) for size in (12_000, 96_000))
    assert grows_in_step(small, large)


def _refused(text: str) -> None:
    with pytest.raises((QueryInvalid, QueryRefused)):
        check(text)
