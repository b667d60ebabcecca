from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph
import pytest

from graph.build import build
from graph.errors import QueryCrashed, QueryInvalid, QueryRefused, QueryTimeout, StoreDamaged, StoreMissing
from graph.guard import Query
from graph.worker import ResultFormat, evaluate, rows

CHAIRS = "SELECT DISTINCT ?chair ?year { ?f a :Chairing ; :chair ?chair OPTIONAL { ?f :year ?year } } ORDER BY ?chair"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . FILTER(?a != ?m) }"


@pytest.fixture
def store(fakes: object, folder: Callable[..., Path], tmp_path: Path) -> Path:
    path = tmp_path / "palermo.store"
    text = "1. UNICEF chaired ICAT in 2018.\n\n2. BOARD chaired ICAT. \x01 bell"
    build([folder(a_txt=text + "\n\n" + "3. UNICEF is here. " * 200)], path)
    return path


def test_json(store: Path) -> None:
    answer = evaluate(store, CHAIRS)
    assert (answer.form, answer.format) == ("SELECT", "json")
    bindings = json.loads(answer.data)["results"]["bindings"]
    assert [row["chair"]["value"].rpartition("/")[2] for row in bindings] == ["UNICEF", "board"]


@pytest.mark.parametrize(
    ("format", "expected"),
    [
        ("csv", "chair,year\r\nhttps://w3id.org/palermo/id/UNICEF,2018\r\nhttps://w3id.org/palermo/id/body/board,\r\n"),
        (
            "tsv",
            '?chair\t?year\n<https://w3id.org/palermo/id/UNICEF>\t"2018"^^<http://www.w3.org/2001/XMLSchema#gYear>\n'
            + "<https://w3id.org/palermo/id/body/board>\t\n",
        ),
    ],
)
def test_tables(store: Path, format: ResultFormat, expected: str) -> None:
    assert evaluate(store, CHAIRS, results=format).data.decode() == expected


def test_xml_is_well_formed_whatever_a_document_holds(store: Path) -> None:
    answer = evaluate(store, "SELECT ?t { ?s :text ?t FILTER(CONTAINS(?t, 'bell')) }", results="xml")
    assert "bell" in "".join(ElementTree.fromstring(answer.data).itertext())


@pytest.mark.parametrize(
    ("format", "expected"), [("json", b'"boolean":true'), ("xml", b"<boolean>true"), ("csv", b"true"), ("tsv", b"true")]
)
def test_ask(store: Path, format: ResultFormat, expected: bytes) -> None:
    answer = evaluate(store, "ASK { ?f a :Chairing }", results=format)
    assert answer.form == "ASK"
    assert expected in answer.data


def test_construct_is_sorted_ntriples_or_turtle(store: Path) -> None:
    query = "CONSTRUCT { ?b :chairedBy ?c } { ?b :chairedBy ?c }"
    answer = evaluate(store, query)
    assert (answer.form, answer.format) == ("CONSTRUCT", "nt")
    lines = answer.data.decode().splitlines()
    assert len(lines) == 2
    assert lines == sorted(lines)
    turtle = evaluate(store, query, graph="ttl").data
    assert b"@prefix : <https://w3id.org/palermo/ontology#>" in turtle
    triples = [set(pyoxigraph.parse(text, format=kind)) for text, kind in (
        (answer.data, pyoxigraph.RdfFormat.N_TRIPLES), (turtle, pyoxigraph.RdfFormat.TURTLE))]  # fmt: skip
    assert triples[0] == triples[1]


def test_describe(store: Path) -> None:
    assert b"prefLabel" in evaluate(store, "DESCRIBE <https://w3id.org/palermo/id/body/board>").data


def test_rows(store: Path) -> None:
    names, found = rows(store, CHAIRS)
    assert names == ["chair", "year"]
    assert [row["year"] for row in found] == [
        pyoxigraph.Literal("2018", datatype=pyoxigraph.NamedNode("http://www.w3.org/2001/XMLSchema#gYear")),
        None,
    ]
    with pytest.raises(QueryInvalid):
        rows(store, "ASK { ?s ?p ?o }")


def test_the_default_graph_is_all_graphs_and_from_is_obeyed(store: Path) -> None:
    graph = "https://w3id.org/palermo/graph/document/a.txt"

    def count(source: str) -> int:
        answer = evaluate(store, f"SELECT (COUNT(*) AS ?n) {source} {{ ?s ?p ?o }}")
        return int(json.loads(answer.data)["results"]["bindings"][0]["n"]["value"])

    every, one, none = count(""), count(f"FROM <{graph}>"), count("FROM graph:authority")
    assert every == count(f"FROM <{graph}> FROM graph:inferences") > one > 0
    assert none == 0


def test_a_mistake_is_located(store: Path) -> None:
    with pytest.raises(QueryInvalid) as caught:
        evaluate(store, "SELECT ?s\nWHERE { ?s ?p }")
    assert caught.value.line == 2
    assert caught.value.column in (15, 16)
    assert len(str(caught.value)) < 200


def test_an_unknown_function_is_a_mistake(store: Path) -> None:
    with pytest.raises(QueryInvalid):
        evaluate(store, "SELECT (<http://x/f>(1) AS ?y) {}")


def test_refusals_come_before_the_store_is_opened(tmp_path: Path) -> None:
    with pytest.raises(QueryRefused):
        evaluate(tmp_path / "none", "DROP ALL")
    with pytest.raises(StoreMissing):
        evaluate(tmp_path / "none", CHAIRS)


def test_a_damaged_store_is_said_to_be(store: Path) -> None:
    for path in next(store.glob("generation-*/oxigraph")).glob("MANIFEST-*"):
        path.unlink()
    with pytest.raises(StoreDamaged):
        evaluate(store, CHAIRS)


def test_a_query_without_end_is_stopped(store: Path) -> None:
    started = time.monotonic()
    with pytest.raises(QueryTimeout, match=r"0\.5 seconds"):
        evaluate(store, ENDLESS, 0.5)
    assert time.monotonic() - started < 30  # the query has no end
    with pytest.raises(ChildProcessError):  # no child is left behind
        os.waitpid(-1, os.WNOHANG)


def test_a_crash_of_the_engine_is_an_error(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.worker.check", lambda text: Query(text, "ASK"))
    with pytest.raises(QueryCrashed, match=r"SIGSEGV|SIGABRT"):
        evaluate(store, "ASK " + "{" * 30_000 + "}" * 30_000)


def test_memory_is_limited(store: Path) -> None:
    greedy = (
        "SELECT (GROUP_CONCAT(CONCAT(?a, ?b, ?c, ?d)) AS ?x) { ?s :text ?a . ?t :text ?b . ?u :text ?c . ?v :text ?d }"
    )
    with pytest.raises(QueryCrashed):
        evaluate(store, greedy, 30, memory=64 << 20)


def test_results_are_limited(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.worker.MAX_RESULT", 1000)
    with pytest.raises(QueryRefused, match="larger"):
        evaluate(store, "SELECT * { ?s ?p ?o }")


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Ctrl-C raises, also where the tests were started in the background, which ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_ends_the_child(store: Path) -> None:
    timer = threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        evaluate(store, ENDLESS, 20)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_files_are_closed(store: Path) -> None:
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(5):
        evaluate(store, CHAIRS)
        with pytest.raises(QueryTimeout):
            evaluate(store, ENDLESS, 0.05)
    assert len(os.listdir("/proc/self/fd")) <= before
