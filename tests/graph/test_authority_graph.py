from __future__ import annotations

import pyoxigraph
import pytest

from graph import iris, terms
from graph.authority import authority_names, authority_quads, ontology_quads
from ontology.authority import records
from ontology.concepts import concepts


@pytest.fixture(scope="module")
def store() -> pyoxigraph.Store:
    found = pyoxigraph.Store()
    for text in (ontology_quads(), authority_quads()):
        lines = text.splitlines()
        assert lines == sorted(lines, key=str.encode)
        found.bulk_load(text.encode(), pyoxigraph.RdfFormat.N_QUADS)
    return found


def ask(store: pyoxigraph.Store, query: str) -> bool:
    return bool(store.query(f"ASK {{ GRAPH ?g {{ {query} }} }}", prefixes=dict(iris.PREFIXES)))


def test_the_ontology_is_in_its_graph(store: pyoxigraph.Store) -> None:
    assert ask(store, ":Chairing a owl:Class ; rdfs:label 'chairing'@en FILTER(?g = graph:ontology)")


def test_the_ontology_is_the_same_each_time() -> None:
    assert ontology_quads() == ontology_quads()


def test_every_record_has_its_names_and_type(store: pyoxigraph.Store) -> None:
    for record in records().values():
        for language, names in record.names.items():
            node = pyoxigraph.NamedNode(iris.thing(record.id))
            label = pyoxigraph.Literal(names[0], language=language)
            assert any(store.quads_for_pattern(node, pyoxigraph.NamedNode(iris.SKOS + "prefLabel"), label))
    assert ask(store, "id:ICAT a :Collaboration ; skos:prefLabel 'ICAT'@en FILTER(?g = graph:authority)")


def test_no_record_has_two_preferred_names_in_a_language(store: pyoxigraph.Store) -> None:
    assert not ask(store, "?x skos:prefLabel ?a, ?b FILTER(?a != ?b && LANG(?a) = LANG(?b))")


def test_concepts_are_in_their_schemes(store: pyoxigraph.Store) -> None:
    for scheme, members in concepts().items():
        for name in members:
            assert ask(
                store, f"<{iris.concept(scheme, name)}> skos:inScheme <{iris.scheme(scheme)}> ; skos:prefLabel ?l"
            )


def test_the_index_gets_all_names() -> None:
    names = {(name.iri, name.name, name.preferred) for name in authority_names()}
    assert (iris.thing("ICAT"), "ICAT", True) in names
    assert (iris.concept("manner", "ratification"), "ratification", True) in names


def test_only_two_names_in_a_language_are_for_people(store: pyoxigraph.Store) -> None:
    many = next(r for r in records().values() if len(dict.fromkeys(r.names["fr"])) > 3)
    node = f"<{iris.thing(many.id)}>"
    first, second, third, *_ = dict.fromkeys(many.names["fr"])
    for label, name in (("prefLabel", first), ("altLabel", second), ("hiddenLabel", third)):
        assert ask(store, f"{node} skos:{label} {terms.literal(name, 'fr')}")
    assert not ask(store, "?x a :Collaboration ; skos:altLabel ?a, ?b FILTER(?a != ?b && LANG(?a) = LANG(?b))")
    found = {name.name for name in authority_names() if name.iri == iris.thing(many.id)}
    assert set(many.names["fr"]) <= found  # all of them are looked up
