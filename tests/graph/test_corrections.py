"""Facts that people have judged: gone, amended, kept through rebuilds, and flagged where their sentence changed."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from graph import corrections, generation, iris
from graph.build import build, recorrect
from graph.correcting import Quads, stated
from graph.corrections import Correction, Verdict
from graph.documents import entries_of
from graph.errors import StoreMissing, StoreOutdated
from graph.export import export
from graph.quads import Graph
from graph.store import Store

Folder = Callable[..., Path]
SAID = "1. UNICEF chaired ICAT in 2018. BOARD chaired ICAT in 2019.\n\n2. UNICEF chaired ICAT in 2017."
AGAIN = "1. BOARD chaired ICAT in 2019. It is so."
CHAIRS = "SELECT DISTINCT ?chair ?year { ?f a :Chairing ; :chair ?chair ; :year ?year ; :evidence ?e } ORDER BY ?year"
EDGES = "SELECT ?chair { id:ICAT :chairedBy ?chair } ORDER BY ?chair"


@pytest.fixture
def store(fakes: object, folder: Folder, tmp_path: Path) -> Path:
    build([folder(a_txt=SAID, b_txt=AGAIN)], tmp_path / "palermo.store")
    return tmp_path / "palermo.store"


def facts(store: Path) -> dict[str, str]:
    """Year -> IRI of the fact, as the documents state them."""
    folder = generation.current(store)
    return {fact.roles["year"][1:5]: iri for iri, (fact, _) in stated(folder, entries_of(folder)).items()}


def judge(store: Path, which: str, verdict: Verdict, **roles: str) -> None:
    folder = generation.current(store)
    fact, places = stated(folder, entries_of(folder))[facts(store)[which]]
    rests_on = frozenset((place.document, place.quote) for place in places)
    changed = tuple(sorted({**fact.roles, **roles}.items())) if roles else ()
    made = Correction(fact.iri, verdict, "Jane Doe", "2026-11-22", rests_on, changed)
    recorrect(store, lambda before: {**before, fact.iri: made})


def chairs(store: Path) -> list[tuple[str, str]]:
    with Store.open(store) as opened:
        rows = opened.select(CHAIRS)
    return [
        (str(getattr(r["chair"], "value", "")).rpartition("/")[2], str(getattr(r["year"], "value", ""))) for r in rows
    ]


def edges(store: Path) -> list[str]:
    with Store.open(store) as opened:
        return [str(getattr(r["chair"], "value", "")).rpartition("/")[2] for r in opened.select(EDGES)]


def exported(store: Path) -> bytes:
    out = io.BytesIO()
    with Store.open(store) as opened:
        export(opened, "nquads", out)
    return out.getvalue()


def rebuilt(store: Path, *, force: bool = False) -> dict[str, str]:
    return dict(build([store.parent / "sources"], store, force=force).warnings)


def test_a_rejected_fact_is_gone_from_every_graph_and_stays_gone(store: Path) -> None:
    gone = facts(store)["2019"]
    before = chairs(store)
    judge(store, "2019", "rejected")
    for again in ("at once", "after a build", "after a forced build"):
        assert chairs(store) == [pair for pair in before if pair[1] != "2019"], again
        assert edges(store) == ["UNICEF"]  # no other fact has BOARD in the chair
        with Store.open(store) as opened:
            assert opened.select(f"SELECT * {{ <{gone}> ?p ?o }}") == []
            assert opened.select(f"SELECT * {{ GRAPH ?g {{ <{gone}> ?p ?o }} }}") == []
            assert opened.select(f"SELECT * {{ ?evidence oa:hasBody <{gone}> }}") == []
            assert opened.select(f"SELECT ?p {{ ?s ?p <{gone}> }}") == opened.select(
                f"SELECT ?p {{ VALUES ?p {{ oa:hasTarget }} <{corrections.node(gone)}> ?p <{gone}> }}"
            )
        rebuilt(store, force=again == "after a build")


def test_a_plain_edge_stays_while_another_fact_has_it(store: Path) -> None:
    judge(store, "2018", "rejected")
    assert edges(store) == ["UNICEF", "board"]
    judge(store, "2017", "rejected")
    assert edges(store) == ["board"]


def test_evidence_of_other_facts_in_the_same_sentence_stays(fakes: object, folder: Folder, tmp_path: Path) -> None:
    store = tmp_path / "palermo.store"
    build([folder(a_txt="1. UNICEF chaired ICAT in 2018 and BOARD chaired ICAT in 2019")], store)
    quotes = "SELECT ?q { ?f :evidence/oa:hasTarget/oa:hasSelector/oa:exact ?q }"
    judge(store, "2018", "rejected")
    with Store.open(store) as opened:
        assert len(opened.select(quotes)) == 1
    judge(store, "2019", "rejected")
    with Store.open(store) as opened:
        assert opened.select(quotes) == []
        assert opened.select("SELECT ?x { ?x a oa:TextQuoteSelector }") == []  # nothing is left over


def test_an_amended_fact_stands_in_the_place_of_the_old_one(store: Path) -> None:
    year = '"2016"^^<http://www.w3.org/2001/XMLSchema#gYear>'
    judge(store, "2018", "amended", year=year, chair=f"<{iris.thing('OSCE')}>")
    for _ in range(2):
        assert chairs(store) == [("OSCE", "2016"), ("UNICEF", "2017"), ("board", "2019")]
        assert edges(store) == ["OSCE", "UNICEF", "board"]
        with Store.open(store) as opened:
            (row,) = opened.select(
                "SELECT ?q ?g { GRAPH ?g { ?f :chair id:OSCE ; :evidence ?e . ?e oa:hasTarget ?t } "
                "?t oa:hasSelector/oa:exact ?q }"
            )
        found = [str(getattr(row[name], "value", "")) for name in ("q", "g")]
        assert found == ["UNICEF chaired ICAT in 2018.", iris.CORRECTIONS_GRAPH]
        rebuilt(store, force=True)


def test_an_amended_fact_is_the_one_that_a_document_would_state(store: Path) -> None:
    judge(store, "2018", "amended", year='"2017"^^<http://www.w3.org/2001/XMLSchema#gYear>')
    with Store.open(store) as opened:
        assert len(opened.select("SELECT DISTINCT ?f { ?f :chair id:UNICEF }")) == 1
        assert len(opened.select("SELECT ?e { ?f :chair id:UNICEF ; :evidence ?e }")) == 2


def test_nothing_is_amended_to_what_is_rejected(store: Path) -> None:
    judge(store, "2017", "rejected")
    judge(store, "2018", "amended", year='"2017"^^<http://www.w3.org/2001/XMLSchema#gYear>')
    assert chairs(store) == [("board", "2019")]


def test_what_is_confirmed_changes_nothing_but_the_corrections(store: Path) -> None:
    before = exported(store)
    judge(store, "2018", "confirmed")
    added = set(exported(store).splitlines()) - set(before.splitlines())
    assert added and all(line.endswith(f"<{iris.CORRECTIONS_GRAPH}> .".encode()) for line in added)
    assert set(before.splitlines()) <= set(exported(store).splitlines())


def test_what_is_withdrawn_is_as_if_it_had_not_been(store: Path) -> None:
    before = exported(store)
    judge(store, "2018", "rejected")
    judge(store, "2019", "amended", chair=f"<{iris.thing('OSCE')}>")
    recorrect(store, lambda known: {})
    assert exported(store) == before
    assert not (generation.current(store) / generation.GRAPHS / corrections.FILE).exists()


def test_patched_and_rebuilt_are_the_same_to_the_byte(store: Path) -> None:
    judge(store, "2018", "rejected")
    judge(store, "2019", "amended", chair=f"<{iris.thing('OSCE')}>")
    patched = exported(store)
    with Store.open(store) as opened:
        default = {str(quad) for quad in opened.quad_store}
    rebuilt(store, force=True)
    assert exported(store) == patched
    with Store.open(store) as opened:
        assert {str(quad) for quad in opened.quad_store} == default


def test_what_is_read_is_what_was_written(store: Path) -> None:
    rests_on = frozenset({("a:b", "“q”\n\x01")})
    roles = (("chair", "<a:b>"), ("year", '"x\\"y"@fr'))
    first, second = (f"{iris.FACT}chairs/{name}-0123" for name in ("a-b", "c-d"))
    said = {
        first: Correction(first, "rejected", 'Ann "A" \\ Li', "2026-01-02", rests_on, (), "Look."),
        second: Correction(second, "amended", "Ann", "2026-01-02", rests_on, roles),
    }
    graph = Graph(iris.CORRECTIONS_GRAPH)
    corrections.describe(graph, said.values(), {})
    assert corrections.parse(graph.text().encode()) == said
    assert corrections.parse(b"") == {}


@pytest.mark.parametrize("verdict", ["confirmed", "rejected", "amended"])
def test_a_changed_sentence_is_flagged_and_the_verdict_kept(store: Path, verdict: Verdict) -> None:
    roles = {"chair": f"<{iris.thing('OSCE')}>"} if verdict == "amended" else {}
    fact = facts(store)["2018"]
    judge(store, "2018", verdict, **roles)
    assert rebuilt(store) == {}
    source = store.parent / "sources" / "a.txt"
    source.write_text(SAID.replace("1. UNICEF chaired ICAT in 2018.", "1. Well, UNICEF chaired ICAT in 2018."))
    for _ in range(2):  # it is told again by every build, until somebody has looked at it
        told = rebuilt(store)
        assert told.keys() == {fact}
        assert f"{verdict} by Jane Doe on 2026-11-22: A sentence that it rests on has changed." in told[fact]
    assert corrections.read(generation.current(store))[fact].verdict == verdict
    assert (("UNICEF", "2018") in chairs(store)) == (verdict == "confirmed")
    assert ("OSCE", "2018") not in chairs(store)  # what was amended rests on a sentence that is not there
    judge(store, "2018", verdict, **roles)
    assert rebuilt(store) == {}


def test_a_fact_that_no_document_states_any_more_is_flagged(store: Path) -> None:
    fact = facts(store)["2018"]
    judge(store, "2018", "rejected")
    (store.parent / "sources" / "a.txt").write_text("1. Nothing.")
    assert "No document states it any more." in rebuilt(store)[fact]
    (store.parent / "sources" / "a.txt").write_text(SAID)
    assert rebuilt(store) == {}
    assert ("UNICEF", "2018") not in chairs(store)


def test_a_rejected_fact_that_another_document_states_is_flagged_and_stays_out(store: Path, folder: Folder) -> None:
    fact = facts(store)["2018"]
    judge(store, "2018", "rejected")
    folder(c_txt="1. It is true: UNICEF chaired ICAT in 2018.")
    assert "A sentence that was not judged states it as well." in rebuilt(store)[fact]
    assert ("UNICEF", "2018") not in chairs(store)


def test_the_summary_counts_what_is_left(store: Path) -> None:
    before = build([store.parent / "sources"], store).facts
    judge(store, "2018", "rejected")
    judge(store, "2017", "amended", chair=f"<{iris.thing('OSCE')}>")
    for force in (False, True):
        assert build([store.parent / "sources"], store, force=force).facts["chairs"] == before["chairs"] - 1


def test_readers_keep_what_they_opened(store: Path) -> None:
    with Store.open(store) as opened:
        rows = opened.select(CHAIRS)
        judge(store, "2018", "rejected")
        assert opened.select(CHAIRS) == rows


def test_only_a_store_of_this_program_is_corrected(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(StoreMissing):
        recorrect(tmp_path / "none", lambda known: known)
    monkeypatch.setattr("graph.build.program_digest", lambda: "another")
    with pytest.raises(StoreOutdated, match="palermo build"):
        recorrect(store, lambda known: known)


def test_the_quads_of_a_document_are_read_and_written_as_they_are(store: Path) -> None:
    for path in (generation.current(store) / generation.DOCUMENTS).glob("*.nq"):
        assert Quads(path.read_text(encoding="utf-8")).text() == path.read_text(encoding="utf-8")


def test_a_failure_leaves_the_old_store(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, folders = exported(store), generation.generations(store)

    def fail(*_: object, **__: object) -> Mapping[str, object]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("graph.build.correct", fail)
    with pytest.raises(Exception, match="disk is full"):
        judge(store, "2018", "rejected")
    assert exported(store) == before
    assert generation.generations(store) == folders
