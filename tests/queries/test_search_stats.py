"""Search and statistics."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Literal

from graph.analysis import communities
from graph.facts import facts
from graph.store import Store
from graph.ties import together, weighted
from queries.catalogue import require
from queries.rows import run
from queries.search import search
from queries.stats import stats
from queries.values import Node
from tests.conftest import Written, chaired, write_store


def test_entities_then_passages_accents_and_case_aside(store: Store) -> None:
    found = [f.cells() for f in search(store, "PRESIDE groupe", language="en", limit=10)]
    assert [(c["kind"], c["document"], c["paragraph"]) for c in found] == [("passage", "A/74/127", "105")]
    first = search(store, "interinstitutions", language="fr", limit=10)[0]
    assert first.cells()["name"].startswith("Groupe interinstitutions")


def test_a_passage_has_true_offsets(store: Store) -> None:
    (found,) = [f for f in search(store, "copréside", language="en", limit=10) if f.evidence is not None]
    assert found.evidence is not None
    raw = store.text(found.evidence.document.iri)
    assert raw is not None
    assert raw[found.evidence.start : found.evidence.end] == found.evidence.quote
    assert found.json()["kind"] == "passage"


def test_an_entity_is_a_node_with_its_type_in_words(store: Store) -> None:
    first = search(store, "icat", language="fr", limit=1)[0].json()
    assert first["type"] == "cadre de collaboration"
    assert first["name"] == {
        "label": "Groupe interinstitutions de coordination contre la traite des personnes",
        "iri": "https://w3id.org/palermo/id/ICAT",
    }


def test_limit_and_nothing(store: Store) -> None:
    assert len(search(store, "ICAT", language="en", limit=1)) <= 2
    assert search(store, "zzzz", language="en", limit=5) == []
    assert search(store, '" OR *', language="en", limit=5) == []


def test_a_footnote_is_no_paragraph(store: Store) -> None:
    (found,) = search(store, "adopted December", language="en", limit=5)
    assert found.cells()["paragraph"] == ""


def test_counts(store: Store) -> None:
    counts = {(s.what, s.name): s.count for s in stats(store, language="en") if isinstance(s.name, str)}
    assert counts["store", "documents"] == 2
    assert counts["store", "sentences"] == 14
    assert counts["facts", "chairs"] == 5
    assert counts["facts", "citations"] == 2
    assert counts["entities", "State"] == 2


def test_central_actors_are_those_with_most_ties(store: Store) -> None:
    actors = [s for s in stats(store, language="fr") if s.what == "central actors"]
    assert isinstance(actors[0].name, Node)
    assert actors[0].name.iri.endswith("/ICAT")
    assert [s.count for s in actors] == sorted((s.count for s in actors), reverse=True)


def test_communities_are_named_by_those_with_most_ties(store: Store) -> None:
    found = [s for s in stats(store, language="en") if s.what == "communities"]
    assert str(found[0].name).startswith("ICAT; ")
    assert [s.count for s in found] == sorted((s.count for s in found), reverse=True)
    assert all(s.count == len(s.members) >= 3 for s in found)
    assert "A/74/127" not in {node.label for s in found for node in s.members}  # it cites, it is no actor
    members = found[0].json()["members"]
    assert isinstance(members, list)
    assert members[0] == {"label": "ICAT", "iri": "https://w3id.org/palermo/id/ICAT"}


def test_two_that_only_one_fact_ties_are_no_community(tmp_path: Path) -> None:
    doc = Written("A/1/1", "a.txt", "en")
    doc.add("7", "UNICEF chaired it in 2018.", chaired("UNICEF", "2018"))
    with Store.open(write_store(tmp_path / "s", [doc])) as opened:
        pairs = together(facts(opened))
        assert pairs == {("https://w3id.org/palermo/id/ICAT", "https://w3id.org/palermo/id/UNICEF"): 1}
        assert communities(weighted(pairs)) == []


def test_a_fact_stated_twice_ties_once(tmp_path: Path) -> None:
    docs = [Written("A/1/1", "a.txt", "en"), Written("A/1/2", "b.txt", "en")]
    for doc in docs:
        doc.add("7", "UNICEF chaired it in 2018.", chaired("UNICEF", "2018"))
    with Store.open(write_store(tmp_path / "s", docs)) as opened:
        assert list(together(facts(opened)).values()) == [1]
        assert opened.select("SELECT (COUNT(*) AS ?n) { ?f a :Chairing ; :chair ?c ; :body ?b }")[0]["n"] == Literal(1)
        (row,) = run(opened, require("chairs"), {}, language="en")
        assert [piece.document.label for piece in row.evidence] == ["A/1/1", "A/1/2"]
