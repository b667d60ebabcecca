"""The graphs that no document makes: the ontology, and the authority files with the concept schemes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, repeat
from typing import TYPE_CHECKING

from graph import iris, terms
from graph.entities import Name
from graph.quads import Graph
from ontology.concepts import LANGUAGES, Concept, Scheme, schemes
from ontology.vocabulary import FOLDER

if TYPE_CHECKING:
    from ontology.authority import Record


def ontology_quads() -> str:
    """palermo.ttl as sorted N-Quads in the graph of the ontology; blank nodes named by what is said of them."""
    import pyoxigraph

    dataset = pyoxigraph.Dataset(pyoxigraph.parse(path=FOLDER / "palermo.ttl", format=pyoxigraph.RdfFormat.TURTLE))
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    return "".join(sorted(f"{quad.triple} <{iris.ONTOLOGY_GRAPH}> .\n" for quad in dataset))


def authority_quads() -> str:
    """Authority records and concept schemes as sorted N-Quads in the graph of the authority files."""
    from ontology.authority import records

    graph = Graph(iris.AUTHORITY_GRAPH)
    for scheme in schemes().values():
        _scheme(graph, scheme)
    for record in records().values():
        _record(graph, record)
    return graph.text()


def _scheme(graph: Graph, scheme: Scheme) -> None:
    node = iris.scheme(scheme.name)
    graph.add(node, iris.RDF + "type", terms.iri(iris.SKOS + "ConceptScheme"))
    for language in LANGUAGES:
        graph.add(node, iris.SKOS + "prefLabel", terms.literal(scheme.labels[language], language))
        graph.add(node, iris.SKOS + "definition", terms.literal(scheme.definitions[language], language))
    for concept in scheme.concepts.values():
        _concept(graph, concept)


def _concept(graph: Graph, concept: Concept) -> None:
    node = iris.concept(concept.scheme, concept.name)
    graph.add(node, iris.RDF + "type", terms.iri(iris.SKOS + "Concept"))
    graph.add(node, iris.RDF + "type", terms.iri(iris.PALERMO + "Concept"))
    graph.add(node, iris.SKOS + "inScheme", terms.iri(iris.scheme(concept.scheme)))
    graph.add(node, iris.SKOS + "notation", terms.literal(concept.name))
    for language in LANGUAGES:
        graph.add(node, iris.SKOS + "prefLabel", terms.literal(concept.labels[language], language))
        graph.add(node, iris.SKOS + "definition", terms.literal(concept.definitions[language], language))
        for name in concept.alternatives[language]:
            graph.add(node, iris.SKOS + "altLabel", terms.literal(name, language))


def _record(graph: Graph, record: Record) -> None:
    tails = [f"<{iris.RDF}type> <{iris.PALERMO}{record.type}>", f"<{iris.RDFS}isDefinedBy> <{iris.AUTHORITY_GRAPH}>"]
    for language, names in record.names.items():
        tails += [f"<{iris.SKOS}{label}> {terms.literal(name, language)}" for label, name in _labelled(names)]
    wholes = (record.parent, record.country, record.organisation, *record.regions)
    tails += [f"<{iris.PALERMO}partOf> <{iris.thing(whole)}>" for whole in wholes if whole is not None]
    tails += [f"<{iris.SKOS}exactMatch> <{elsewhere}>" for elsewhere in record.exact_match]
    if record.utc is not None:
        tails.append(f"<{iris.DCTERMS}identifier> {terms.literal(record.utc)}")
    if record.note is not None:
        tails.append(f"<{iris.SKOS}scopeNote> {terms.literal(record.note, 'en')}")
    graph.extend(iris.thing(record.id), tails)


def _labelled(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The names of a record in one language with what they are: the label, the full name, then ways of writing it."""
    return zip(chain(("prefLabel", "altLabel"), repeat("hiddenLabel")), dict.fromkeys(names), strict=False)


def authority_names() -> list[Name]:
    """All names of the authority files and of the concepts, for the index."""
    from ontology.authority import records

    concepts = [
        Name(iris.concept(concept.scheme, concept.name), name, language, name == concept.labels[language], "Concept")
        for scheme in schemes().values()
        for concept in scheme.concepts.values()
        for language in LANGUAGES
        for name in (concept.labels[language], *concept.alternatives[language])
    ]
    return [name for record in records().values() for name in _names(record)] + concepts


def _names(record: Record) -> list[Name]:
    node = iris.thing(record.id)
    return [
        Name(node, name, language, position == 0, record.type)
        for language, names in sorted(record.names.items())
        for position, name in enumerate(dict.fromkeys(names))
    ]
