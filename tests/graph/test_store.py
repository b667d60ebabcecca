"""The store as queries see it, its index, and what is exported of it."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph
import pytest

from graph import generation, iris
from graph.build import build
from graph.errors import QueryInvalid, StoreDamaged, StoreForeign, StoreMissing
from graph.export import export
from graph.index import fold, folded
from graph.quads import in_default_graph
from graph.store import Store
from graph.worker import evaluate

TEXT = """symbol: A/74/127

12. UNICEF chaired ICAT in 2018. It cites A/RES/72/195.

13. The BOARD chaired ICAT. L'Équipe spéciale a présidé BOARD en 2017. "Quoted" 100 %."""


@pytest.fixture
def path(fakes: object, folder: Callable[..., Path], tmp_path: Path) -> Path:
    build([folder(a_txt=TEXT, b_txt="BOARDS and BOARD are here. An équipe is not.")], tmp_path / "palermo.store")
    return tmp_path / "palermo.store"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path) as opened:
        yield opened


def test_rows_are_mappings_with_none_for_what_is_unbound(store: Store) -> None:
    query = (
        "SELECT DISTINCT ?chair ?year { ?f a :Chairing ; :chair ?chair OPTIONAL { ?f :year ?year } } ORDER BY ?chair"
    )
    year = pyoxigraph.Literal("2018", datatype=pyoxigraph.NamedNode(iris.XSD + "gYear"))
    rows = store.select(query)
    assert rows[0] == {"chair": pyoxigraph.NamedNode(iris.thing("UNICEF")), "year": year}
    assert rows[1]["year"] is None
    assert store.select(query, {"chair": pyoxigraph.NamedNode(iris.thing("UNICEF"))}) == rows[:1]


def test_select_takes_only_select(store: Store) -> None:
    for query in ("ASK { ?s ?p ?o }", "SELECT ?s { ?s ?p }"):
        with pytest.raises(QueryInvalid):
            store.select(query)


def test_labels_fall_back(store: Store) -> None:
    board, symbol, unknown = iris.thing("body/board"), iris.thing("A/RES/72/195"), iris.thing("Nobody %")
    assert store.labels([board, symbol, unknown, "a:b"], "fr") == {
        board: "le BOARD",
        symbol: "A/RES/72/195",
        unknown: "Nobody %",
        "a:b": "a:b",
    }
    assert store.labels([board], "en") == {board: "BOARD"}
    assert store.labels([board], "de")[board] in ("BOARD", "le BOARD")


def test_names_are_found_whatever_their_case_and_accents(store: Store) -> None:
    for text in ("board", "BOARD", " Le Board ", "le-board", "LE BÔARD"):
        assert [found.iri for found in store.names(text)] == [iris.thing("body/board")]
    assert [found.type for found in store.names("a/res/72/195")] == ["Resolution"]
    assert [found.type for found in store.names("A/74/127")] == ["Document"]
    assert store.names("nothing") == store.names("") == []


def test_near_names(store: Store) -> None:
    assert store.near("boadr")[0].iri == iris.thing("body/board")
    assert len(store.near("board", limit=1)) == 1
    assert store.near("xyzzy") == []


def test_words_are_searched_without_accents_and_case(store: Store) -> None:
    hits = store.search_text("equipe SPÉCIALE")
    assert [(hit.kind, hit.document, hit.passage, hit.language) for hit in hits] == [
        ("sentence", "A/74/127", "13", "en")
    ]
    assert hits[0].text.startswith("L'Équipe spéciale")
    entities = [hit for hit in store.search_text("board") if hit.kind == "entity"]
    assert [(hit.iri, hit.type) for hit in entities] == [(iris.thing("body/board"), "Body")]


@pytest.mark.parametrize(
    "text", ['"', "*", "AND", "NEAR(", "a:b", "'; DROP TABLE names", "-", "", "text : x", "(", "\0", "^"]
)
def test_search_has_no_syntax_to_stumble_over(store: Store, text: str) -> None:
    assert [hit for hit in store.search_text(text) if hit.kind == "entity" and "board" in hit.iri] == []


def test_search_is_limited(store: Store) -> None:
    assert len([hit for hit in store.search_text("chaired", limit=1) if hit.kind == "sentence"]) == 1


@pytest.mark.parametrize(
    ("text", "folded"),
    [("L'Équipe  spéciale", "l equipe speciale"), ("Œuvre", "oeuvre"), ("A/RES/1", "a res 1"), ("«»", "")],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_the_raw_text_is_kept(store: Store) -> None:
    assert store.text(iris.thing("A/74/127")) == TEXT
    assert store.text(iris.thing("A/1/1")) is None


def test_every_quote_stands_where_the_graph_says(store: Store) -> None:
    query = """SELECT DISTINCT ?d ?q ?a ?e {
        ?t oa:hasSource ?d ; oa:hasSelector ?x, ?y . ?x oa:exact ?q . ?y oa:start ?a ; oa:end ?e }"""
    rows = store.select(query)
    assert len(rows) == 4
    for row in rows:
        document, quote, start, end = (term for term in row.values())
        assert isinstance(document, pyoxigraph.NamedNode)
        assert isinstance(quote, pyoxigraph.Literal)
        assert isinstance(start, pyoxigraph.Literal)
        assert isinstance(end, pyoxigraph.Literal)
        raw = store.text(document.value)
        assert raw is not None
        assert " ".join(raw[int(start.value) : int(end.value)].split()) == quote.value


def test_quads_of_one_graph(store: Store) -> None:
    graph = iris.document_graph("b.txt")
    found = list(store.quads(graph))
    assert 0 < len(found) < len(list(store.quads()))
    assert {str(quad.graph_name) for quad in found} == {f"<{graph}>"}


def test_a_closed_store_says_so(path: Path) -> None:
    with Store.open(path) as opened:
        pass
    with pytest.raises(ValueError, match="closed"):
        opened.select("SELECT * { ?s ?p ?o }")


def test_what_is_no_store(tmp_path: Path, path: Path) -> None:
    with pytest.raises(StoreMissing, match="palermo build"):
        Store.open(tmp_path / "none")
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreForeign):
        Store.open(tmp_path / "file")
    with pytest.raises(StoreForeign):
        Store.open(tmp_path / "sources")
    for content in ("", "../../etc", "generation-999999", "\xff"):
        (path / generation.POINTER).write_bytes(content.encode("latin-1"))
        with pytest.raises(StoreDamaged, match="--force"):
            Store.open(path)


def test_exports_agree_with_each_other_and_the_store(store: Store) -> None:
    nquads, trig = io.BytesIO(), io.BytesIO()
    export(store, "nquads", nquads)
    export(store, "trig", trig)
    expected = set(store.quads())
    lines = nquads.getvalue().splitlines()
    assert lines == sorted(set(lines))
    assert set(pyoxigraph.parse(nquads.getvalue(), format=pyoxigraph.RdfFormat.N_QUADS)) == expected
    assert set(pyoxigraph.parse(trig.getvalue(), format=pyoxigraph.RdfFormat.TRIG)) == expected
    assert b"@prefix : <https://w3id.org/palermo/ontology#> .\n" in trig.getvalue()


def test_more_files_than_may_be_open(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = io.BytesIO(), io.BytesIO()
    export(store, "nquads", few)
    monkeypatch.setattr("graph.export._AT_ONCE", 1)
    export(store, "nquads", many)
    assert few.getvalue() == many.getvalue()


def test_importing_costs_nothing() -> None:
    heavy = ("pyoxigraph", "sqlite3", "yaml", "rapidfuzz", "concurrent.futures", "selectolax")
    code = (
        "import sys, graph.store, graph.worker, graph.build, graph.export, graph.guard;"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    root = Path(__file__).parents[2]
    result = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_the_default_graph_holds_each_triple_of_any_graph_once(store: Store) -> None:
    default = [quad.triple for quad in store.quad_store if isinstance(quad.graph_name, pyoxigraph.DefaultGraph)]
    assert len(default) == len(set(default))
    assert set(default) == {quad.triple for quad in store.quads()}


def test_a_fact_of_two_documents_is_one_with_two_pieces_of_evidence(
    fakes: object, folder: Callable[..., Path], tmp_path: Path
) -> None:
    said = "1. UNICEF chaired ICAT in 2018."
    build([folder(a_txt=said, b_txt=f"{said} Indeed.")], tmp_path / "two.store")
    with Store.open(tmp_path / "two.store") as opened:
        assert len(opened.select("SELECT ?f { ?f a :Chairing ; :body ?b ; :chair ?c ; :year ?y }")) == 1
        assert len(opened.select("SELECT ?e { ?f a :Chairing ; :body ?b ; :chair ?c ; :evidence ?e }")) == 2
        assert len(opened.select("SELECT ?g { GRAPH ?g { ?f a :Chairing ; :chair ?c } }")) == 2
    counted = evaluate(tmp_path / "two.store", "SELECT (COUNT(*) AS ?n) { ?f a :Chairing ; :chair ?c }", results="csv")
    assert counted.data.split() == [b"n", b"1"]
    one = "SELECT (COUNT(*) AS ?n) FROM graph:document\\/a.txt { ?f :evidence ?e }"
    assert evaluate(tmp_path / "two.store", one, results="csv").data.split() == [b"n", b"1"]


def test_only_the_name_of_the_graph_is_taken_off() -> None:
    lines = b'<a:s> <a:p> "x <g:1> .\\n" <g:1> .\n<a:s> <a:p> <g:1> <g:1> .\n'
    assert in_default_graph(lines) == b'<a:s> <a:p> "x <g:1> .\\n" .\n<a:s> <a:p> <g:1> .\n'
    assert in_default_graph(b"") == b""


def test_many_names_are_folded_as_one_is() -> None:
    names = ["L'Équipe  spéciale", "", " – ", "a\0b", "a\nb", "Œuvre n° 3", "_x_", "Straße", "İstanbul"]
    assert folded(names) == [fold(name) for name in names]
    assert folded([]) == []


@pytest.fixture
def handmade(store_path: Path) -> Iterator[Store]:
    with Store.open(store_path) as opened:
        yield opened


def test_phrases_and_beginnings_of_names(handmade: Store) -> None:
    named = handmade.called(["icat", "nothing at all", "groupe interinstitutions"])
    assert {(folded, iri.rpartition("/")[2]) for folded, iri, _, _ in named} == {
        ("icat", "ICAT"),
        ("groupe interinstitutions", "ICAT"),
    }
    assert handmade.called([]) == []
    assert handmade.beginning("Groupe inter")[0].startswith("Groupe interinstitutions")
    assert handmade.beginning("") == [] == handmade.beginning("zzzz")
    assert {f.iri.rpartition("/")[2] for f in handmade.with_words([["coordination"], ["group", "groupe"]])} == {"ICAT"}
    assert "interinstitutions" in handmade.name_words()


def test_what_facts_speak_of(handmade: Store) -> None:
    from graph.iris import thing

    assert handmade.spoken_of(thing("ICAT"))
    assert not handmade.spoken_of(thing("Nothing"))
    assert handmade.holds(thing("Fiji")) and not handmade.holds(thing("Nothing"))
    assert handmade.types_of([thing("Fiji")]) == [(thing("Fiji"), "State")]


def test_the_lexicon_of_questions_is_compiled_where_the_build_left_none(handmade: Store) -> None:
    from ontology.questions import compiled, digest

    assert handmade.questions["digest"] == digest()
    assert handmade.questions == compiled()
