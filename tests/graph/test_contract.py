"""What every store must do: the embedded one, and two servers that are not ours."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest

from graph import generation, iris, layout
from graph.address import address
from graph.build import build
from graph.correcting import stated
from graph.corrections import Correction
from graph.documents import entries_of
from graph.errors import AnswerIncomplete, QueryInvalid, QueryRefused, StoreBusy, StoreMissing, StoreUnreachable
from graph.export import export
from graph.protocol import Client
from graph.publish import build_into, cache, publish, recorrect_at, workshop
from graph.remote import contents
from graph.store import Place, Store, evaluate
from ontology.errors import PalermoError
from tests.graph import servers

Folder = Callable[..., Path]
REPORT = """symbol: A/74/127

12. UNICEF chaired ICAT in 2018. It cites A/RES/72/195.

13. The BOARD chaired ICAT. L'Équipe spéciale a présidé BOARD en 2017. "Quoted" 100 % \\ \x01 bell 𝒳."""
OTHER = "1. BOARD chaired ICAT in 2019. BOARDS and BOARD are here. An équipe is not."
PLAN = "1. OSCE is to chair ICAT in 2031."
CHAIRS = "SELECT ?chair ?year { ?f a :Chairing ; :chair ?chair OPTIONAL { ?f :year ?year } } ORDER BY ?chair ?year"
REMOTE = ("oxigraph", pytest.param("virtuoso", marks=pytest.mark.slow))


@pytest.fixture(scope="module")
def oxigraph() -> Iterator[str]:
    with servers.oxigraph() as address:
        yield address


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with servers.virtuoso(tmp_path_factory.mktemp("virtuoso")) as address:
        yield address


@pytest.fixture(params=["embedded", *REMOTE])
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fakes: object) -> Place:
    """An empty store of each kind."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return (
        tmp_path / "palermo.store" if request.param == "embedded" else emptied(request.getfixturevalue(request.param))
    )


@pytest.fixture(params=REMOTE)
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fakes: object) -> str:
    """An empty store on each server."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return emptied(request.getfixturevalue(request.param))


def emptied(server: str) -> str:
    client = Client(address(server))
    made = client.query(f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), '{iris.BASE}')) }}")
    found = pyoxigraph.parse_query_results(made, format=pyoxigraph.QueryResultsFormat.JSON)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    for row in found:
        client.update(f"DROP SILENT GRAPH {row['g']}")
    client.close()
    return server


@pytest.fixture
def twin(folder: Folder, place: Place, tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """Two documents in an embedded store, and in the store of the kind that is tested."""
    sources = folder(a_txt=REPORT, b_txt=OTHER)
    build([sources], tmp_path / "twin.store")
    build_into([sources], place)
    with Store.open(tmp_path / "twin.store") as expected, Store.open(place) as tested:
        yield expected, tested


def exported(store: Store, format: Any = "nquads") -> bytes:
    out = io.BytesIO()
    export(store, format, out)
    return out.getvalue()


def test_nothing_is_there_before_a_build(place: Place) -> None:
    with pytest.raises(StoreMissing, match="palermo build"):
        Store.open(place)
    with pytest.raises(StoreMissing):
        evaluate(place, "ASK {}", 20)


def test_queries_of_ours(twin: tuple[Store, Store]) -> None:
    expected, tested = twin
    assert tested.select(CHAIRS) == expected.select(CHAIRS) != []
    bound = {"chair": pyoxigraph.NamedNode(iris.thing("UNICEF"))}
    assert tested.select(CHAIRS, bound) == expected.select(CHAIRS, bound) != []
    with pytest.raises(PalermoError):
        tested.select("SELECT ?s { ?s ?p }")


def test_labels(twin: tuple[Store, Store]) -> None:
    expected, tested = twin
    nodes = [iris.thing(name) for name in ("body/board", "A/RES/72/195", "Nobody %", "A/74/127")] + ["a:b"]
    for language in ("fr", "en"):
        assert tested.labels(nodes, language) == expected.labels(nodes, language)
    assert tested.labels([], "en") == {}


def test_names_and_words(twin: tuple[Store, Store]) -> None:
    expected, tested = twin
    for name in (" Le Bôard ", "a/res/72/195", "A/74/127", "nothing", "", "'\"\\"):
        assert tested.names(name) == expected.names(name)
    assert [found.iri for found in tested.names("board")] == [iris.thing("body/board")]
    for name in ("boadr", "xyzzy"):
        assert tested.near(name) == expected.near(name)
    for words in ("equipe SPÉCIALE", "board", "chaired icat", "*", "NEAR(", "", "zzz"):
        assert {h.iri for h in tested.search_text(words)} == {h.iri for h in expected.search_text(words)}
    (hit,) = tested.search_text("equipe SPÉCIALE")
    assert (hit.kind, hit.document, hit.passage, hit.language) == ("sentence", "A/74/127", "13", "en")
    assert len([h for h in tested.search_text("chaired", limit=1) if h.kind == "sentence"]) == 1


def test_sentences_with_words_that_begin_so(twin: tuple[Store, Store]) -> None:
    expected, tested = twin
    for beginnings in (["chair"], ["equip", "speci"], ["zzz"], ["*", '"', "NEAR("], []):
        found = {hit.iri for hit in tested.sentences_like(beginnings, 100)}
        assert found == {hit.iri for hit in expected.sentences_like(beginnings, 100)}
    assert tested.sentences_like(["chair"], 100) != []
    assert len(tested.sentences_like(["chair", "equip"], 1)) == 1


def test_texts_and_manifest(twin: tuple[Store, Store]) -> None:
    expected, tested = twin
    document = iris.thing("A/74/127")
    assert tested.text(document) == expected.text(document) == REPORT
    assert tested.text("a:b") is tested.text("a:<b>") is None
    entries = [{**entry, "path": None} for entry in expected.manifest["documents"]]
    assert [{**entry, "path": None} for entry in tested.manifest["documents"]] == entries


@pytest.mark.parametrize("format", ["nquads", "trig"])
def test_exports_are_the_same_to_the_byte(twin: tuple[Store, Store], format: str) -> None:
    expected, tested = twin
    assert exported(tested, format) == exported(expected, format) != b""


def test_the_engine_holds_all(twin: tuple[Store, Store]) -> None:
    expected, tested = twin
    assert set(tested.quad_store) == set(expected.quad_store)
    graph = iris.document_graph("A/74/127")
    assert set(tested.quads(graph)) == set(expected.quads(graph)) != set()


QUERIES = (
    CHAIRS,
    "ASK { ?f a :Chairing }",
    "ASK { ?f a :Nothing }",
    "SELECT ?t { ?s :text ?t FILTER(CONTAINS(?t, 'bell')) }",
    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s a ?class } } GROUP BY ?g ORDER BY ?g",
    r"SELECT (COUNT(*) AS ?n) FROM graph:document\/A\/74\/127 { ?s a ?class }",
    "PREFIX p: <https://w3id.org/palermo/ontology#> SELECT ?b { ?b p:chairedBy id:UNICEF }",
    "CONSTRUCT { ?b :chairedBy ?c } { ?b :chairedBy ?c }",
)


@pytest.mark.parametrize("format", ["json", "xml", "csv", "tsv"])
def test_queries_of_strangers(twin: tuple[Store, Store], place: Place, tmp_path: Path, format: Any) -> None:
    for query in QUERIES:
        expected = evaluate(tmp_path / "twin.store", query, 30, results=format)
        assert evaluate(place, query, 30, results=format) == expected


def test_strangers_are_refused_and_corrected(twin: tuple[Store, Store], place: Place) -> None:
    for query in ("DROP ALL", "SELECT * { SERVICE <http://a/> { ?s ?p ?o } }"):
        with pytest.raises(QueryRefused):
            evaluate(place, query, 20)
    with pytest.raises(QueryInvalid):
        evaluate(place, "SELECT ?s WHERE { ?s ?p }", 20)


def test_a_document_is_replaced_and_another_leaves(place: Place, folder: Folder, tmp_path: Path) -> None:
    build_into([folder(a_txt=REPORT, b_txt=OTHER)], place)
    old = Store.open(place)
    before = old.select(CHAIRS)
    (folder() / "b.txt").unlink()
    summary = build_into([folder(a_txt=REPORT.replace("UNICEF", "OSCE"))], place)
    build([folder()], tmp_path / "fresh.store")
    assert summary.removed == ["b.txt"]
    with Store.open(place) as tested, Store.open(tmp_path / "fresh.store") as fresh:
        assert exported(tested) == exported(fresh)
        assert tested.select(CHAIRS) == fresh.select(CHAIRS)
        assert tested.names("osce") == fresh.names("osce") != []
        assert tested.text(iris.thing("b.txt")) is None
    assert old.select(CHAIRS) == before  # who opened it before goes on reading what was there
    old.close()


def test_what_is_there_is_not_sent_again(elsewhere: str, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = folder(a_txt=REPORT, b_txt=OTHER)
    build_into([sources], elsewhere)
    sent = updates(monkeypatch)
    build_into([sources], elsewhere)
    assert [text for text in sent if layout.HOLDER not in text] == []
    folder(b_txt=OTHER + " Indeed.")
    build_into([sources], elsewhere)
    filled = {text.partition("\n")[0] for text in sent if text.startswith(f"INSERT DATA {{ GRAPH <{layout.STORE}/new/")}
    assert len(filled) == 3  # its quads, its words, and what follows from all


def updates(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The updates that are sent from here on."""
    sent: list[str] = []
    real = Client.update

    def update(client: Client, text: str) -> None:
        sent.append(text)
        real(client, text)

    monkeypatch.setattr(Client, "update", update)
    return sent


def test_a_rejected_fact_is_gone_and_stays_gone(
    place: Place, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = folder(a_txt=REPORT, b_txt=OTHER)
    build_into([sources], place)
    home = workshop(place)
    current = generation.current(home)
    (fact,) = [iri for iri in stated(current, entries_of(current)) if "UNICEF" in iri]
    rejected = Correction(fact, "rejected", "Ann", "2026-11-22", frozenset({(iris.thing("A/74/127"), "Said.")}))
    recorrect_at(place, lambda known: {**known, fact: rejected})
    for again in range(3):
        with Store.open(place) as store:
            assert pyoxigraph.NamedNode(iris.thing("UNICEF")) not in [row["chair"] for row in store.select(CHAIRS)]
            assert f"\n<{fact}> ".encode() not in exported(store)
        if not isinstance(place, Path) and again == 1:
            monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "of another machine"))
        build_into([sources], place, force=again == 0)


@pytest.mark.slow
def test_wherever_it_is_cut_readers_find_the_old_or_the_new(
    elsewhere: str, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = folder(a_txt=REPORT)
    build_into([sources], elsewhere)
    with Store.open(elsewhere) as store:
        old = store.select("SELECT * { ?s ?p ?o }")
    new_text = REPORT.replace("BOARD", "PANEL")
    real = Client.update
    outcomes = []
    for cut in range(100):
        count = 0

        def update(client: Client, text: str) -> None:
            nonlocal count
            count += 1
            if count == cut + 1:  # noqa: B023 - used within its round
                raise StoreUnreachable("there", "cut")
            real(client, text)

        folder(a_txt=new_text)
        monkeypatch.setattr(Client, "update", update)
        try:
            build_into([sources], elsewhere, force=cut % 2 == 1)
        except StoreUnreachable:
            whole = False
        else:
            whole = count <= cut + 1
        monkeypatch.setattr(Client, "update", real)
        with Store.open(elsewhere) as store:
            found = store.select("SELECT * { ?s ?p ?o }")
            named = store.names("panel"), store.names("board")
        assert len(found) == len(old)
        outcomes.append(key(found) != key(old))
        assert [bool(names) for names in named] == [outcomes[-1], not outcomes[-1]]
        folder(a_txt=REPORT)
        build_into([sources], elsewhere, force=True)  # mends what was left, and takes the lock over
        with Store.open(elsewhere) as store:
            assert key(store.select("SELECT * { ?s ?p ?o }")) == key(old)
            assert exported(store) != b""
        if whole and count < cut + 1:
            break
    assert True in outcomes and False in outcomes
    assert outcomes[-1]


def key(rows: list[Any]) -> set[tuple[str, ...]]:
    return {tuple(str(term) for term in row.values()) for row in rows}


def test_a_build_that_was_cut_goes_on_where_it_was(
    elsewhere: str, folder: Folder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sources = folder(a_txt=REPORT)
    monkeypatch.setattr("graph.publish._Publication._switch", lambda *a: (_ for _ in ()).throw(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        build_into([sources], elsewhere)
    with pytest.raises(StoreMissing):
        Store.open(elsewhere)
    monkeypatch.undo()
    publish(next((tmp_path / "cache" / "palermo").glob("*.store")), address(elsewhere))
    with Store.open(elsewhere) as store:
        assert store.select("SELECT ?f { ?f a :Chairing }") != []


def test_one_builds_at_a_time(elsewhere: str, folder: Folder) -> None:
    client = Client(address(elsewhere))
    lock = f'GRAPH <{layout.STATE}> {{ <{layout.STORE}> <{layout.HOLDER}> "other, process 1" }}'
    client.update(f"INSERT DATA {{ {lock} }}")
    with pytest.raises(StoreBusy, match="other, process 1"):
        build_into([folder(a_txt=REPORT)], elsewhere)
    build_into([folder(a_txt=REPORT)], elsewhere, force=True)
    client.close()
    with Store.open(elsewhere) as store:
        assert store.select(CHAIRS) != []


def test_other_peoples_graphs_are_let_alone(elsewhere: str, folder: Folder) -> None:
    client = Client(address(elsewhere))
    client.update("INSERT DATA { GRAPH <urn:theirs> { <urn:f> a <https://w3id.org/palermo/ontology#Chairing> } }")
    build_into([folder(a_txt=REPORT)], elsewhere)
    with Store.open(elsewhere) as store:
        assert pyoxigraph.NamedNode("urn:f") not in [row["f"] for row in store.select("SELECT ?f { ?f a :Chairing }")]
        assert b"urn:theirs" not in exported(store)
    build_into([folder(a_txt=OTHER)], elsewhere, force=True)
    theirs = client.query("SELECT * { ?s ?p ?o }", default=["urn:theirs"])
    assert b"urn:f" in theirs
    client.update("CLEAR GRAPH <urn:theirs>")
    client.close()


def test_a_graph_that_somebody_thinned_out_is_not_taken_for_whole(elsewhere: str, folder: Folder) -> None:
    sources = folder(a_txt=REPORT)
    build_into([sources], elsewhere)
    client = Client(address(elsewhere))
    graph = iris.document_graph("A/74/127")
    client.update(f"DELETE WHERE {{ GRAPH <{graph}> {{ ?s <{iris.OA}exact> ?o }} }}")
    build_into([sources], elsewhere, force=True)
    with Store.open(elsewhere) as store:
        assert f"<{iris.OA}exact>".encode() in exported(store)
    assert {g for g in contents(client) if g.startswith(iris.GRAPH)} <= {graph, iris.INFERENCES_GRAPH}
    client.close()


@pytest.mark.slow
def test_an_answer_that_virtuoso_cuts_off_is_no_answer(virtuoso: str) -> None:
    client = Client(address(virtuoso))
    rows = " ".join(f"<urn:s{n}> <urn:p> {n} ." for n in range(1000))
    client.update(f"INSERT DATA {{ GRAPH <urn:many> {{ {rows} }} }}")
    with pytest.raises(AnswerIncomplete, match="10000"):
        client.query("SELECT * { ?a <urn:p> ?x . ?b <urn:p> ?y }", default=["urn:many"])
    client.update("CLEAR GRAPH <urn:many>")
    client.close()


@pytest.mark.slow
@pytest.mark.parametrize("server", REMOTE)
def test_the_bundled_corpus_elsewhere(
    server: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from queries.answers import page_text
    from queries.catalogue import names, require
    from queries.knowledge import KnowledgeGraph
    from queries.path import path
    from queries.rows import run
    from queries.stats import stats
    from queries.why import why

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    place = emptied(request.getfixturevalue(server))
    build_into([], place)
    local = cache(address(place))
    assert generation.current(local).is_dir()
    with Store.open(local) as expected, Store.open(place) as tested:
        assert exported(tested) == exported(expected)
        for name in names():
            assert run(tested, require(name), {}, language="fr") == run(expected, require(name), {}, language="fr")
        assert stats(tested, language="en") == stats(expected, language="en")
        page = {"language": "fr", "form": "text", "columns_wide": 100, "bold": False}
        assert page_text(tested, "ICAT", **page) == page_text(expected, "ICAT", **page)  # type: ignore[arg-type]
        of_it, here = KnowledgeGraph(tested, place, lang="fr"), KnowledgeGraph(expected, local, lang="fr")
        for question in ("who chaired ICAT in 2018?", "combien d'Etats ont ratifie le Protocole ?", "xyzzy?"):
            assert repr(of_it.ask(question)) == repr(here.ask(question)) != ""
        assert of_it.view("ICAT").html == here.view("ICAT").html != ""
        steps, _ = path(tested, "ICAT", "résolution 2388", language="en", limit=2)
        assert steps == path(expected, "ICAT", "résolution 2388", language="en", limit=2)[0] != []
        because = ("ICAT", "chairedBy", "UNICEF")
        assert why(tested, *because) == why(expected, *because) is not None


def test_plans_are_read_only_where_they_are_asked_for(place: Place, folder: Folder) -> None:
    build_into([folder(a_txt=REPORT, b_txt=PLAN)], place)
    states = "SELECT DISTINCT ?g { GRAPH ?g { ?f a :PlannedFact } }"
    with Store.open(place) as store:
        plain = store.select("SELECT ?f { ?f a :PlannedFact }")
        planned = store.select("SELECT ?f { ?f a :PlannedFact }", planned=True)
        assert len(plain) == 0 < len(planned)
        assert [str(row["g"]) for row in store.select(states)] == [f"<{iris.planned_graph('b.txt')}>"]
    (folder() / "b.txt").unlink()
    build_into([folder()], place)
    with Store.open(place) as store:
        assert store.select("SELECT ?f { ?f a :PlannedFact }", planned=True) == []
