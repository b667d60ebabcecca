"""The shapes: a sound graph passes, and each shape catches the error that it is for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import RDF, SH, Graph, URIRef

from graph import iris, validation
from graph.authority import authority_quads, ontology_quads
from graph.quads import in_default_graph
from graph.reasoning import inferences, schema_inferences
from graph.store import Store
from graph.validation import SHAPES, Finding, batches, check, findings, report, shapes, unit
from ontology.kinds import kinds

ROLES = {kind.property_of(c): range_ for kind in kinds().values() for c, range_ in kind.columns.items()}
CLASSES = {kind.property_of(column): kind.cls for kind in kinds().values() for column in kind.columns}
REQUIRED = [
    (kind.cls, [kind.property_of(column) for column in group]) for kind in kinds().values() for group in kind.key
]
#: Shape -> an update that seeds an error which it, perhaps among others, must catch.
SEEDS = {
    "evidence": "DELETE { ?f :evidence ?e } WHERE { ?f a :Chairing ; :evidence ?e }",
    "source": "INSERT { ?f dcterms:source id:ICAT } WHERE { ?f a :Chairing }",
    "start-before-end": """DELETE { ?f :end ?d } INSERT { ?f :end "2016"^^xsd:gYear }
        WHERE { ?f a :MeetingFact ; :end ?d }""",
    "Annotation-body": "DELETE { ?a oa:hasBody ?f } WHERE { ?f a :Founding . ?a oa:hasBody ?f }",
    "Annotation-target": "INSERT { ?a oa:hasTarget id:elsewhere } WHERE { ?f a :Founding . ?a oa:hasBody ?f }",
    "Annotation-document": "DELETE { ?a prov:wasQuotedFrom ?d } WHERE { ?a prov:wasQuotedFrom ?d }",
    "Annotation-source": """DELETE { ?t oa:hasSource ?d } INSERT { ?t oa:hasSource id:other }
        WHERE { ?t oa:hasSource ?d }""",
    "Annotation-passage": """DELETE { ?p dcterms:isPartOf ?d } INSERT { ?p dcterms:isPartOf id:note.txt }
        WHERE { ?p dcterms:isPartOf ?d . ?t :passage ?p ; oa:hasSource ?d FILTER(?d != id:note.txt) }""",
    "Selection-source": "DELETE { ?t oa:hasSource ?d } WHERE { ?t oa:hasSource ?d }",
    "Selection-passage": "DELETE { ?t :passage ?p } WHERE { ?a oa:hasTarget ?t . ?t :passage ?p }",
    "Selection-quote": "DELETE { ?t oa:hasSelector ?s } WHERE { ?t oa:hasSelector ?s . ?s oa:exact ?q }",
    "Selection-position": "DELETE { ?t oa:hasSelector ?s } WHERE { ?t oa:hasSelector ?s . ?s oa:start ?n }",
    "Quote-exact": 'DELETE { ?s oa:exact ?q } INSERT { ?s oa:exact "" } WHERE { ?s oa:exact ?q }',
    "offset-start": "DELETE { ?s oa:start ?n } INSERT { ?s oa:start -1 } WHERE { ?s oa:start ?n }",
    "offset-end": 'INSERT { ?s oa:end "far" } WHERE { ?s oa:end ?n }',
    "Position-order": """DELETE { ?s oa:end ?e } INSERT { ?s oa:end ?n }
        WHERE { ?s a oa:TextPositionSelector ; oa:start ?n ; oa:end ?e }""",
    "inside": "DELETE { ?d :characters ?n } INSERT { ?d :characters 9 } WHERE { ?d :characters ?n }",
    "Document-class": "DELETE { ?d a :Instrument } WHERE { ?d :sha256 ?x }",
    "Document-file": "DELETE { ?d :fileName ?n } WHERE { ?d :fileName ?n }",
    "Document-digest": 'DELETE { ?d :sha256 ?x } INSERT { ?d :sha256 "abc" } WHERE { ?d :sha256 ?x }',
    "Document-format": 'INSERT { ?d :format "pdf" } WHERE { ?d :sha256 ?x }',
    "Document-label": "DELETE { ?d skos:prefLabel ?l } WHERE { ?d :sha256 ?x ; skos:prefLabel ?l }",
    "Document-characters": "DELETE { ?d :characters ?n } WHERE { ?d :characters ?n }",
    "Expression-work": "DELETE { ?x eli:realizes ?d } WHERE { ?x eli:realizes ?d }",
    "Expression-language": 'INSERT { ?x dcterms:language "French" } WHERE { ?x eli:realizes ?d }',
    "Passage-document": "INSERT { ?p dcterms:isPartOf id:ICAT } WHERE { ?p a :Passage }",
    "Passage-number": 'INSERT { ?p :number "" } WHERE { ?p a :Passage }',
    "Passage-parent": "INSERT { ?p :parentPassage id:ICAT } WHERE { ?p a :Passage }",
    "Subpassage-document": """INSERT { ?p :parentPassage ?q } WHERE { ?p a :Passage ; dcterms:isPartOf id:note.txt .
        ?q a :Passage ; dcterms:isPartOf ?d FILTER(?d != id:note.txt) }""",
    "Sentence-text": "DELETE { ?s :text ?t } WHERE { ?s :text ?t }",
    "Sentence-passage": "INSERT { ?s :passage id:ICAT } WHERE { ?s a nif:Sentence }",
    "Sentence-order": "DELETE { ?s oa:end ?n } INSERT { ?s oa:end 0 } WHERE { ?s a nif:Sentence ; oa:end ?n }",
    "Entity-label": 'INSERT { id:ICAT skos:prefLabel "Another"@en } WHERE {}',
    "Record-labels": 'DELETE { id:ICAT skos:prefLabel ?l } WHERE { id:ICAT skos:prefLabel ?l FILTER(LANG(?l) = "fr") }',
    "Concept-scheme": "DELETE { ?c skos:inScheme ?s } WHERE { ?c skos:inScheme ?s }",
    "Concept-labels": 'INSERT { ?c skos:prefLabel "Beitritt"@de } WHERE { ?c skos:notation "accession" }',
    "Concept-definitions": "DELETE { ?c skos:definition ?l } WHERE { ?c skos:inScheme ?s ; skos:definition ?l }",
    "Term-labels": 'DELETE { :Fact rdfs:label ?l } WHERE { :Fact rdfs:label ?l FILTER(LANG(?l) = "fr") }',
    "Term-definitions": "DELETE { :chair skos:definition ?l } WHERE { :chair skos:definition ?l }",
}
WRONG = {
    "entity": ["id:nothing_known", '"UNICEF"'],
    "concept": ["id:ICAT", '"ratification"'],
    "year": ['"2018-02-30"^^xsd:date', '"soon"', '"18"^^xsd:gYear'],
    "date": ['"2018-02-30"^^xsd:date', '"2018-02-30"', '"2018-13"^^xsd:gYearMonth'],
    "number": ['"many"', '"-5"^^xsd:gYear'],
    "text": ['""', "id:ICAT"],
}


@pytest.fixture(scope="module")
def sound(store_path: Path) -> list[pyoxigraph.Triple]:
    """The documents written by hand, with ontology, concepts and one record; nothing is wrong with them."""
    authority = "".join(
        line
        for line in authority_quads().splitlines(keepends=True)
        if line.startswith((f"<{iris.CONCEPT}", f"<{iris.thing('ICAT')}> "))
    )
    text = authority + inferences(authority) + ontology_quads() + schema_inferences()
    triples = list(pyoxigraph.parse(in_lines(text), format=pyoxigraph.RdfFormat.N_QUADS))
    with Store.open(store_path) as store:
        documents = [name for batch in batches(store) for name in batch if name.startswith(iris.DOCUMENT_GRAPHS)]
        return [*unit(store, documents), *(quad.triple for quad in triples)]


def in_lines(text: str) -> str:
    return "".join(sorted(text.splitlines(keepends=True)))


def seeded(triples: list[pyoxigraph.Triple], *updates: str) -> list[Finding]:
    store = pyoxigraph.Store()
    store.extend(pyoxigraph.Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    prefixes = "".join(f"PREFIX {name}: <{address}> " for name, address in iris.PREFIXES.items())
    for update in updates:
        before = set(store)
        store.update(prefixes + update)
        assert set(store) != before, f"this seeds nothing: {update}"
    return check(quad.triple for quad in store)


def checks(found: list[Finding]) -> set[str]:
    return {finding.check for finding in found}


def test_a_sound_graph_passes(sound: list[pyoxigraph.Triple]) -> None:
    assert check(sound) == []


@pytest.mark.parametrize("shape", SEEDS)
def test_each_shape_catches_its_error(sound: list[pyoxigraph.Triple], shape: str) -> None:
    found = seeded(sound, SEEDS[shape])
    assert shape in checks(found)
    for finding in found:
        assert {language for language, _ in finding.messages} == {"en", "fr"}, finding


def test_a_fact_without_a_required_role_is_caught(sound: list[pyoxigraph.Triple]) -> None:
    updates = [
        f"DELETE {{ ?f :{role} ?v }} WHERE {{ ?f a :{cls} . ?f :{role} ?v }}"
        for cls, group in REQUIRED
        for role in group
        if _is_there(sound, cls, role)
    ]
    expected = {f"{cls}-{group[0]}" if len(group) == 1 else cls for cls, group in REQUIRED}
    assert expected - checks(seeded(sound, *dict.fromkeys(updates))) == set()


def _is_there(triples: list[pyoxigraph.Triple], cls: str, role: str) -> bool:
    facts = {triple.subject for triple in triples if str(triple.object) == f"<{iris.PALERMO}{cls}>"}
    return any(triple.predicate.value == iris.PALERMO + role for triple in triples if triple.subject in facts)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_value_of_the_wrong_type_is_caught(sound: list[pyoxigraph.Triple], number: int) -> None:
    wrong = {role: WRONG[range_][number] for role, range_ in ROLES.items() if number < len(WRONG[range_])}
    found = seeded(
        sound,
        *(f"INSERT DATA {{ fact:wrong-{role} a :{CLASSES[role]} ; :{role} {value} }}" for role, value in wrong.items()),
    )
    caught = {(finding.check, finding.focus) for finding in found}
    assert {(role, f"<{iris.FACT}wrong-{role}>") for role in wrong} - caught == set()


def test_a_second_value_is_caught(sound: list[pyoxigraph.Triple]) -> None:
    right = {"entity": "id:ICAT, id:UNODC", "concept": "id:a, id:b", "year": '"2018"^^xsd:gYear, "2019"^^xsd:gYear'}
    right |= {"date": right["year"], "number": "1, 2", "text": '"a"@en, "b"@en'}
    found = seeded(
        sound,
        *(f"INSERT DATA {{ fact:two-{role} a :{CLASSES[role]} ; :{role} {right[r]} }}" for role, r in ROLES.items()),
    )
    caught = {(finding.check, finding.focus) for finding in found}
    assert {(role, f"<{iris.FACT}two-{role}>") for role in ROLES} - caught == set()


@pytest.mark.parametrize("value", ['"2018"^^xsd:gYear', '"2017-08"^^xsd:gYearMonth', '"2016-02-29"^^xsd:date'])
@pytest.mark.parametrize("role", [role for role, range_ in ROLES.items() if range_ in ("year", "date")])
def test_dates_of_every_precision_are_right(role: str, value: str) -> None:
    store = pyoxigraph.Store()
    prefixes = "".join(f"PREFIX {name}: <{address}> " for name, address in iris.PREFIXES.items())
    facts = {"x": value, "y": "'2017/2020'", "z": "'2017-05/'", "wrong": "'2017-5'"}
    for name, said in facts.items():
        store.update(f"{prefixes} INSERT DATA {{ fact:{name} a :{CLASSES[role]} ; :{role} {said} }}")
    found = check(quad.triple for quad in store)
    assert {finding.focus for finding in found if finding.check == role} == {f"<{iris.FACT}wrong>"}


# -- the file ----------------------------------------------------------------------------------------------------------


def own(graph: Graph, sort: URIRef) -> set[str]:
    found = {str(term) for term in graph.subjects(RDF.type, sort)}
    return {term.removeprefix(SHAPES) for term in found if term.startswith(SHAPES)}


def test_every_shape_has_a_seeded_error() -> None:
    graph = shapes()
    names = own(graph, SH.PropertyShape) | own(graph, SH.SPARQLConstraint)
    of_kinds = {f"{cls}-{group[0]}" for cls, group in REQUIRED if len(group) == 1}
    assert names == set(SEEDS) | set(ROLES) | of_kinds
    assert own(graph, SH.NodeShape) == {kind.cls for kind in kinds().values()} | {"Period", "Document"}


def test_each_kind_has_a_shape_with_all_its_roles() -> None:
    graph = shapes()
    for kind in kinds().values():
        shape = URIRef(SHAPES + kind.cls)
        assert (shape, SH.targetClass, URIRef(iris.PALERMO + kind.cls)) in graph
        listed = {str(term).removeprefix(SHAPES) for term in graph.objects(shape, SH.property)}
        single = {f"{kind.cls}-{kind.property_of(group[0])}" for group in kind.key if len(group) == 1}
        assert listed == {kind.property_of(column) for column in kind.columns} | single


@pytest.mark.slow  # pySHACL reads them by the shapes of shapes
def test_shapes_are_shapes() -> None:
    import pyshacl

    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=shapes(), meta_shacl=True)
    assert conforms, text


@pytest.mark.slow
def test_what_shapes_do_not_speak_of_cannot_change_a_result(sound: list[pyoxigraph.Triple], store: Store) -> None:
    """The short cut of ``unit``: all the triples of the documents give what those that it keeps give."""
    update = "DELETE { ?f :chair ?e } WHERE { ?f :chair ?e }"
    kept = [triple for triple in sound if validation._is_spoken_of(triple)]
    full = [*sound, *(quad.triple for quad in store.quads())]
    assert seeded(kept, update) == seeded([t for t in full if t in set(sound)], update) == seeded(sound, update)


# -- reports -----------------------------------------------------------------------------------------------------------


CONCEPTS = {role for role, range_ in ROLES.items() if range_ == "concept"}


def test_a_finding_tells_where_it_is(store: Store) -> None:
    found = {(finding.check, finding.graph) for finding in findings(store)}
    assert {("act", iris.document_graph("note.txt")), ("Term-definitions", iris.ONTOLOGY_GRAPH)} <= found


def test_batches_do_not_change_what_is_found(store: Store) -> None:
    def found(size: int) -> set[Finding]:  # the concepts of this store stand in the graph of its ontology
        every = {finding for graphs in batches(store, size) for finding in check(unit(store, graphs))}
        return {finding for finding in every if finding.check not in CONCEPTS}

    at_once = {replace(finding, graph="") for finding in findings(store) if finding.check not in CONCEPTS}
    assert found(1) == found(10_000) == at_once != set()
    assert [len(batch) for batch in batches(store, 1)] == [1, 1, 1, 1]


def test_the_report_is_one_of_shacl(sound: list[pyoxigraph.Triple]) -> None:
    found = seeded(sound, SEEDS["evidence"])
    graph = Graph().parse(data=report(found), format="turtle")
    (node,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert str(graph.value(node, SH.conforms)) == "false"
    results = list(graph.objects(node, SH.result))
    assert len(results) == len(found) > 0
    assert {str(graph.value(r, SH.sourceShape)) for r in results} == {SHAPES + finding.check for finding in found}
    assert {graph.value(r, SH.focusNode).n3() for r in results} == {f.focus for f in found}  # type: ignore[union-attr]
    assert report(found) == report(found)
    assert in_default_graph(b"") == b""
    empty = Graph().parse(data=report([]), format="turtle")
    assert [str(value) for value in empty.objects(None, SH.conforms)] == ["true"]
