"""SPARQL of strangers: forms of results, refusals, nothing dangerous on a terminal."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from graph.errors import QueryInvalid, QueryRefused, QueryTimeout
from queries.sparql import Format, Result, run

CHAIRS = "SELECT ?chair WHERE { id:ICAT :chairedBy ?chair } ORDER BY ?chair LIMIT 2"
NOTHING = "SELECT ?x WHERE { id:Nobody ?p ?x } ORDER BY ?x"
LABEL = "SELECT ?label WHERE { <https://w3id.org/palermo/id/programme/hostile> skos:prefLabel ?label } ORDER BY ?label"


def ask(path: Path, query: str, form: Format, *, terminal: bool = False, timeout: float = 20.0) -> Result:
    return run(path, query, timeout=timeout, form=form, columns_wide=100, terminal=terminal)


def test_a_table(store_path: Path) -> None:
    result = ask(store_path, CHAIRS, "table")
    assert result == Result("chair\nhttps://w3id.org/palermo/id/OHCHR\nhttps://w3id.org/palermo/id/OSCE\n", found=True)


def test_w3c_formats(store_path: Path) -> None:
    data = json.loads(ask(store_path, CHAIRS, "json").text)
    assert [b["chair"]["type"] for b in data["results"]["bindings"]] == ["uri", "uri"]
    root = ElementTree.fromstring(ask(store_path, CHAIRS, "xml").text)
    assert root.tag == "{http://www.w3.org/2005/sparql-results#}sparql"
    assert ask(store_path, CHAIRS, "csv").text.splitlines()[:2] == ["chair", "https://w3id.org/palermo/id/OHCHR"]
    assert ask(store_path, CHAIRS, "tsv").text.splitlines()[:2] == ["?chair", "<https://w3id.org/palermo/id/OHCHR>"]


@pytest.mark.parametrize("form", ["table", "json", "xml", "csv", "tsv", "md"])
def test_nothing_found(store_path: Path, form: Format) -> None:
    assert not ask(store_path, NOTHING, form).found
    assert ask(store_path, CHAIRS, form).found


def test_ask_has_an_answer_even_when_it_is_no(store_path: Path) -> None:
    assert ask(store_path, "ASK { id:Nobody ?p ?o }", "table") == Result("false\n", found=True)
    assert json.loads(ask(store_path, "ASK { ?s ?p ?o }", "json").text)["boolean"] is True


def test_a_graph(store_path: Path) -> None:
    query = "CONSTRUCT { ?s :chairedBy ?o } WHERE { ?s :chairedBy ?o }"
    assert len(ask(store_path, query, "ntriples").text.splitlines()) == 5
    assert ":chairedBy" in ask(store_path, query, "turtle").text
    with pytest.raises(QueryInvalid, match="turtle"):
        ask(store_path, query, "csv")
    with pytest.raises(QueryInvalid, match="table"):
        ask(store_path, CHAIRS, "turtle")


@pytest.mark.parametrize("form", ["table", "json", "xml", "csv", "tsv", "md"])
def test_no_escape_sequence_reaches_a_terminal(store_path: Path, form: Format) -> None:
    text = ask(store_path, LABEL, form, terminal=True).text
    assert "Red" in text
    assert "\x1b" not in text and "\u202e" not in text


def test_json_keeps_what_the_label_holds(store_path: Path) -> None:
    (binding,) = json.loads(ask(store_path, LABEL, "json").text)["results"]["bindings"]
    assert binding["label"]["value"].startswith("\x1b[31mRed")


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
        "SELECT * WHERE " + "{" * 3000,
    ],
)
def test_refusals(store_path: Path, query: str) -> None:
    with pytest.raises((QueryRefused, QueryInvalid)):
        ask(store_path, query, "table")


def test_time_is_limited(store_path: Path) -> None:
    endless = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with pytest.raises(QueryTimeout):
        ask(store_path, endless, "table", timeout=0.3)
