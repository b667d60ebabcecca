"""Search and statistics."""

from __future__ import annotations

from graph.store import Store
from queries.search import search
from queries.stats import stats
from queries.values import Node


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
