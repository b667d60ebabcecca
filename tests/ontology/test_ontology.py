"""palermo.ttl: sound OWL 2 DL, in both languages, and in agreement with types.yaml and kinds.yaml."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, Namespace, URIRef, namespace
from rdflib.collection import Collection

from ontology.kinds import kinds
from ontology.page import page
from ontology.types import parents

TTL = Path(__file__).parents[2] / "ontology" / "palermo.ttl"
NS = Namespace("https://w3id.org/palermo/ontology#")
HEADER = URIRef("https://w3id.org/palermo/ontology")
ID = Namespace("https://w3id.org/palermo/id/")
OA = Namespace("http://www.w3.org/ns/oa#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
LANGUAGES = ("en", "fr")
SORTS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
BUILT_IN = (str(RDF), str(RDFS), str(OWL), str(XSD))
RANGES = {  # an entity's is :Entity or any class below it
    "concept": NS.Concept,
    "year": RDFS.Literal,  # OWL 2 DL has no xsd:gYear, xsd:gYearMonth, xsd:date
    "date": RDFS.Literal,
    "number": XSD.decimal,
    "text": RDF.PlainLiteral,  # with or without a language
}
DATATYPES = {RDFS.Literal, RDF.PlainLiteral, XSD.decimal}
# The session of a document is also said of its language versions, which are no facts.
NO_DOMAIN = {"session"}
STRUCTURE = {
    "evidence", "passage", "parentPassage", "number", "text", "fileName", "sha256", "format", "agendaItem",
    "involves", "states", "involvedIn", "partOf", "within", "characters", "akomaNtoso", "page", "noteTo",
}  # fmt: skip
PASSAGES = {
    "Paragraph", "PreambularParagraph", "OperativeParagraph", "Item", "Heading", "Title", "Footnote", "FrontMatter",
    "Table",
}  # fmt: skip


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph().parse(TTL)


def of_ours(graph: Graph, *sorts: URIRef) -> list[URIRef]:
    found = {s for sort in sorts for s in graph.subjects(RDF.type, sort) if isinstance(s, URIRef) and s.startswith(NS)}
    return sorted(found)


def name(term: object) -> str:
    return str(term).removeprefix(str(NS))


def above(graph: Graph, term: URIRef, link: URIRef) -> set[URIRef]:
    """All that stands above ``term`` by ``link``, itself left out."""
    return {node for node in graph.transitive_objects(term, link) if isinstance(node, URIRef)} - {term}


def role_properties() -> Iterator[tuple[str, str, str]]:
    for kind in kinds().values():
        for column, range_ in kind.columns.items():
            yield kind.cls, kind.property_of(column), range_


# -- words -------------------------------------------------------------------------------------------------------------


def test_header_names_version_and_imports_nothing(graph: Graph) -> None:
    assert list(graph.subjects(RDF.type, OWL.Ontology)) == [HEADER]
    version = graph.value(HEADER, OWL.versionInfo)
    assert str(graph.value(HEADER, OWL.versionIRI)) == f"{HEADER}/{version}"
    assert not list(graph.triples((None, OWL.imports, None)))


@pytest.mark.parametrize("predicate", [RDFS.label, SKOS.definition])
def test_every_term_has_one_label_and_one_definition_in_each_language(graph: Graph, predicate: URIRef) -> None:
    wrong = []
    for term in [HEADER, *of_ours(graph, *SORTS)]:
        words = [value for value in graph.objects(term, predicate) if isinstance(value, Literal)]
        if sorted(str(value.language) for value in words) != list(LANGUAGES) or not all(str(w).strip() for w in words):
            wrong.append(name(term))
    assert wrong == []


def test_definitions_are_sentences_and_are_translated(graph: Graph) -> None:
    for term in of_ours(graph, *SORTS):
        words = [str(value) for value in graph.objects(term, SKOS.definition)]
        assert len(set(words)) == 2, name(term)
        assert all(text.endswith((".", "…")) and text[0].isupper() for text in words), name(term)


@pytest.mark.parametrize("sort", [OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_terms_of_a_sort_share_a_label(graph: Graph, sort: URIRef, language: str) -> None:
    owners: dict[str, str] = {}
    for term in of_ours(graph, sort):
        for label in graph.objects(term, RDFS.label):
            if isinstance(label, Literal) and label.language == language:
                assert owners.setdefault(str(label), name(term)) == name(term), label


# -- agreement with the YAML files -------------------------------------------------------------------------------------


def test_hierarchy_of_types_is_that_of_types_yaml(graph: Graph) -> None:
    stated = {
        name(term): {name(parent) for parent in graph.objects(term, RDFS.subClassOf) if str(parent).startswith(NS)}
        for term in of_ours(graph, OWL.Class)
        if NS.Entity in above(graph, term, RDFS.subClassOf)
    }
    assert stated == {type_: {parent or "Entity"} for type_, parent in parents().items()}


def test_classes_of_facts_are_those_of_kinds_yaml(graph: Graph) -> None:
    stated = {name(term) for term in of_ours(graph, OWL.Class) if (term, RDFS.subClassOf, NS.Fact) in graph}
    assert stated == {kind.cls for kind in kinds().values()} | {"PlannedFact"}  # beside the class of its kind


def test_classes_of_passages(graph: Graph) -> None:
    stated = {name(t) for t in of_ours(graph, OWL.Class) if NS.Passage in above(graph, t, RDFS.subClassOf)}
    assert stated == PASSAGES


def test_every_class_is_an_entity_a_fact_or_a_passage(graph: Graph) -> None:
    tops = {NS.Entity, NS.Fact, NS.Passage}
    for term in of_ours(graph, OWL.Class):
        assert len(({term} | above(graph, term, RDFS.subClassOf)) & tops) == 1, name(term)


def test_roles_are_properties_of_the_right_sort_and_range(graph: Graph) -> None:
    for _, property_, range_ in role_properties():
        term = NS[property_]
        sort = OWL.ObjectProperty if range_ in ("entity", "concept") else OWL.DatatypeProperty
        assert (term, RDF.type, sort) in graph, property_
        (stated,) = (URIRef(str(node)) for node in graph.objects(term, RDFS.range))
        if range_ == "entity":
            assert NS.Entity in {stated} | above(graph, stated, RDFS.subClassOf), property_
            assert stated != NS.Concept, property_
        else:
            assert stated == RANGES[range_], property_


def test_no_property_serves_two_ranges() -> None:
    ranges: dict[str, str] = {}
    for _, property_, range_ in role_properties():
        assert ranges.setdefault(property_, range_) == range_, property_


def test_role_has_a_domain_only_where_one_kind_uses_it(graph: Graph) -> None:
    users: dict[str, set[str]] = {}
    for cls, property_, _ in role_properties():
        users.setdefault(property_, set()).add(cls)
    for property_, classes in users.items():
        stated = {name(domain) for domain in graph.objects(NS[property_], RDFS.domain)}
        assert stated == (classes if len(classes) == 1 and property_ not in NO_DOMAIN else set()), property_


def test_edges_run_between_entities_and_can_be_read_backwards(graph: Graph) -> None:
    for kind in kinds().values():
        if kind.edge is not None:
            term = NS[kind.edge.property]
            assert (term, RDF.type, OWL.ObjectProperty) in graph, kind.edge
            assert len(list(graph.subjects(OWL.inverseOf, term))) == 1, kind.edge


def test_edge_admits_all_that_the_roles_at_its_ends_admit(graph: Graph) -> None:
    for kind in kinds().values():
        if kind.edge is not None:
            ends = {RDFS.domain: kind.edge.subject, RDFS.range: kind.edge.object}
            for end, column in ends.items():
                edge = URIRef(str(graph.value(NS[kind.edge.property], end)))
                role = URIRef(str(graph.value(NS[kind.property_of(column)], RDFS.range)))
                assert edge == role or edge in above(graph, role, RDFS.subClassOf), (kind.name, column)


def chains(graph: Graph) -> dict[str, list[URIRef]]:
    """Property -> the chain of two from which it follows."""
    found = graph.subject_objects(OWL.propertyChainAxiom)
    return {name(term): [URIRef(str(link)) for link in Collection(graph, head)] for term, head in found}


def test_each_edge_follows_from_its_fact(graph: Graph) -> None:
    stated = {}
    for property_, (back, role) in chains(graph).items():
        assert (back, RDFS.subPropertyOf, NS.involvedIn) in graph
        stated[property_] = [name(graph.value(back, OWL.inverseOf)), name(role)]
    edges = [(kind, kind.edge) for kind in kinds().values() if kind.edge is not None]
    assert stated == {e.property: [kind.property_of(e.subject), kind.property_of(e.object)] for kind, e in edges}


def test_no_other_kind_has_both_ends_of_an_edge() -> None:
    properties = {kind.name: {kind.property_of(column) for column in kind.columns} for kind in kinds().values()}
    for kind in kinds().values():
        if kind.edge is not None:  # else the chain would tie what its facts do not
            ends = {kind.property_of(kind.edge.subject), kind.property_of(kind.edge.object)}
            assert [other for other, found in properties.items() if ends <= found] == [kind.name]


def test_a_fact_has_one_value_in_each_role(graph: Graph) -> None:
    for _, property_, _ in role_properties():
        assert (NS[property_], RDF.type, OWL.FunctionalProperty) in graph, property_


def test_no_property_stands_there_without_use(graph: Graph) -> None:
    edges = {kind.edge.property for kind in kinds().values() if kind.edge is not None}
    used = {property_ for _, property_, _ in role_properties()} | edges | STRUCTURE
    used |= {name(inverse) for edge in edges for inverse in graph.subjects(OWL.inverseOf, NS[edge])}
    used |= {name(chain[0]) for chain in chains(graph).values()}
    assert {name(term) for term in of_ours(graph, OWL.ObjectProperty, OWL.DatatypeProperty)} == used


# -- OWL 2 DL ----------------------------------------------------------------------------------------------------------


def test_every_term_used_is_declared_and_is_one_thing_only(graph: Graph) -> None:
    header = {HEADER, graph.value(HEADER, OWL.versionIRI)}
    for term in {term for triple in graph for term in triple if isinstance(term, URIRef)} - header:
        if not str(term).startswith(BUILT_IN):
            assert len([sort for sort in graph.objects(term, RDF.type) if sort in SORTS]) == 1, term


def test_only_the_lists_of_chains_have_blank_nodes(graph: Graph) -> None:
    # OWL 2 wants lists; wherever else one is not needed, a name that stays the same is better.
    found = {predicate for s, predicate, o in graph if isinstance(s, BNode) or isinstance(o, BNode)}
    assert found <= {OWL.propertyChainAxiom, RDF.first, RDF.rest}


def test_axioms_join_terms_of_the_same_sort(graph: Graph) -> None:
    sorts = {term: sort for sort in SORTS for term in graph.subjects(RDF.type, sort)}
    for link in (RDFS.subClassOf, RDFS.subPropertyOf, OWL.inverseOf, OWL.disjointWith):
        for lower, upper in graph.subject_objects(link):
            assert sorts[lower] == sorts[upper], (lower, link, upper)
    for term, class_ in graph.subject_objects(RDFS.domain):
        assert sorts[class_] == OWL.Class, term
    for term, range_ in graph.subject_objects(RDFS.range):
        assert range_ in DATATYPES if sorts[term] == OWL.DatatypeProperty else sorts[range_] == OWL.Class, term


def test_every_term_leads_to_one_of_another_vocabulary(graph: Graph) -> None:
    for term in of_ours(graph, OWL.Class):
        assert any(not upper.startswith(NS) for upper in above(graph, term, RDFS.subClassOf)), name(term)
    for term in of_ours(graph, OWL.ObjectProperty, OWL.DatatypeProperty):
        reach = above(graph, term, RDFS.subPropertyOf)
        for inverse in {*graph.objects(term, OWL.inverseOf), *graph.subjects(OWL.inverseOf, term)}:
            reach |= {URIRef(str(inverse))} | above(graph, URIRef(str(inverse)), RDFS.subPropertyOf)
        assert any(not upper.startswith(NS) for upper in reach), name(term)


RDFLIB = ("DCAT", "DCTERMS", "FOAF", "ORG", "PROV", "QB", "SDO", "SKOS")


@pytest.mark.parametrize("vocabulary", RDFLIB)
def test_terms_of_others_are_theirs(graph: Graph, vocabulary: str) -> None:
    published: Any = getattr(namespace, vocabulary)  # rdflib knows all the terms of these
    theirs = {term for term in graph.subjects(RDF.type, None) if str(term).startswith(str(published))}
    assert theirs, "none is used: leave the vocabulary out of the list"
    assert sorted(str(term) for term in theirs if term not in published) == []


def test_every_term_of_others_is_published_by_them(graph: Graph) -> None:
    listed = yaml.safe_load((Path(__file__).parent / "published.yaml").read_text(encoding="utf-8"))
    known = {entry["namespace"] + term for entry in listed for term in entry["terms"]}
    closed: list[Any] = [getattr(namespace, name) for name in ("DC", *RDFLIB)]
    theirs = {str(s) for s in graph.subjects(RDF.type, None) if isinstance(s, URIRef) and not s.startswith(str(HEADER))}
    ours = {term for term in theirs if not any(term.startswith(str(vocabulary)) for vocabulary in closed)}
    assert ours == known
    assert [term for term in theirs - ours if not any(URIRef(term) in vocabulary for vocabulary in closed)] == []


# -- the page --------------------------------------------------------------------------------------------------------


def test_the_page_is_in_step_with_the_ontology() -> None:
    assert (TTL.parents[1] / "docs" / "ontology.md").read_text(encoding="utf-8") == page(), "run `make page`"


def test_the_page_tells_of_every_term_in_both_languages(graph: Graph) -> None:
    text = page()
    for term in of_ours(graph, OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        assert f"\n### :{name(term)}\n" in text
        assert all(str(words) in text for words in graph.objects(term, SKOS.definition)), name(term)


# -- the reasoner ------------------------------------------------------------------------------------------------------


def unsatisfiable(graph: Graph) -> list[str] | None:
    """IRIs of the classes that nothing can be in, by HermiT; None where the whole contradicts itself."""
    if shutil.which("java") is None:
        pytest.skip("the reasoner HermiT needs Java, and there is none here")
    owlready2: Any = pytest.importorskip("owlready2", reason="owlready2 is not installed")
    world = owlready2.World()
    # owlready2 reads no Turtle
    world.get_ontology(str(HEADER)).load(fileobj=io.BytesIO(graph.serialize(format="nt", encoding="utf-8")))
    assert len(list(world.classes())) >= len(of_ours(graph, OWL.Class))
    try:
        owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
    except owlready2.OwlReadyInconsistentOntologyError:
        return None
    return sorted(str(class_.iri) for class_ in world.inconsistent_classes() if class_ is not owlready2.Nothing)


def with_data(graph: Graph, turtle: str) -> Graph:
    prefixes = f"@prefix : <{NS}> . @prefix id: <{ID}> . @prefix oa: <{OA}> . @prefix xsd: <{XSD}> .\n"
    return graph + Graph().parse(data=prefixes + turtle, format="turtle")


def test_reasoner_finds_no_contradiction_and_no_empty_class(graph: Graph) -> None:
    assert unsatisfiable(graph) == []


def test_reasoner_accepts_facts_as_the_graph_states_them(graph: Graph) -> None:
    data = """
    id:ICAT a :Collaboration . id:UNICEF a :UNEntity . id:Fiji a :State . id:Palermo a :Treaty .
    id:ICAT :chairedBy id:UNICEF .
    id:f1 a :Chairing ; :body id:ICAT ; :chair id:UNICEF ; :year "2018"^^xsd:gYear ; :evidence id:a1 .
    id:a1 a oa:Annotation ; oa:hasBody id:f1 ; oa:hasTarget id:t1 .
    id:t1 oa:hasSource id:D ; :passage id:p1 .
    id:D a :Document ; :fileName "report.txt" . id:p1 a :Paragraph ; :number "105" .
    id:f2 a :TreatyAction ; :state id:Fiji ; :instrument id:Palermo ; :date "2017-09-19"^^xsd:date .
    id:f3 a :Figure ; :value 6700000 ; :measure "dollars"@en ; :unit "USD" ; :place id:Fiji .
    """
    assert unsatisfiable(with_data(graph, data)) == []


@pytest.mark.parametrize(
    "data",
    [
        "id:X a :State , :Resolution .",
        "id:X a :Chairing ; :chair id:Y . id:Y a :Resolution .",  # the range of chair is an actor
        'id:X a :Figure ; :value "many" .',
        "id:D a :Document ; :evidence id:A .",  # only facts have evidence
    ],
)
def test_reasoner_finds_a_seeded_contradiction(graph: Graph, data: str) -> None:
    assert unsatisfiable(with_data(graph, data)) is None


def test_reasoner_finds_a_seeded_empty_class(graph: Graph) -> None:
    data = "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
    data += ":Chimera a owl:Class ; rdfs:subClassOf :Person , :Treaty ."
    assert unsatisfiable(with_data(graph, data)) == [str(NS.Chimera)]
