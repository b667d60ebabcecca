"""Checks the graph against ontology/shapes.ttl with pySHACL, some documents at a time.

Every fact, with its evidence, stands in the graph of each document that states it. So that graph, what follows from
it, and what the authority files say of the things it names are all that its shapes need to see.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from graph import iris
from ontology.vocabulary import FOLDER

if TYPE_CHECKING:
    import pyoxigraph
    import rdflib

    from graph.store import Store

SHAPES = iris.BASE + "shapes#"
BATCH = 200_000  # triples
_TYPE = iris.RDF + "type"
_SCHEME = iris.SKOS + "inScheme"
#: What is asked of a thing that a document names and does not describe.
_CONTEXT = frozenset({_TYPE, _SCHEME, *(iris.SKOS + name for name in ("prefLabel", "definition", "notation"))})


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something that is not as it must be. Terms are in N-Triples; '' stands for what a finding does not name."""

    graph: str  # IRI of the named graph that states something of the node; '' where none does
    check: str  # local name of the shape in shapes.ttl, or name of the contradiction in rules/
    focus: str  # the node that is not valid
    path: str
    value: str
    messages: tuple[tuple[str, str], ...]  # (language, sentence)

    def message(self, language: str) -> str:
        """What is wrong, in ``language``; in another where there is none in that."""
        found = dict(self.messages)
        return found.get(language) or next(iter(found.values()), "")


def findings(store: Store) -> list[Finding]:
    """All that violates a shape, sorted; [] for a sound graph."""
    lots = list(batches(store))
    units = [_whole(store, lots[0])] if len(lots) == 1 else [unit(store, graphs) for graphs in lots]
    return sorted(f for graphs, unit_ in zip(lots, units, strict=True) for f in _named(store, graphs, check(unit_)))


def batches(store: Store, size: int = BATCH) -> Iterator[list[str]]:
    """The named graphs, but for that of the inferences, which goes with each; as many at once as hold ``size`` triples.

    A graph that holds more than that stands alone.
    """
    rows = store.select("SELECT ?graph (COUNT(*) AS ?n) { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph ORDER BY ?graph")
    together: list[str] = []
    room = size
    for row in rows:
        graph, count = str(row["graph"])[1:-1], int(getattr(row["n"], "value", "0"))
        if graph == iris.INFERENCES_GRAPH:
            continue
        if together and count > room:
            yield together
            together, room = [], size
        together.append(graph)
        room -= count
    if together:
        yield together


def _whole(store: Store, graphs: Sequence[str]) -> Iterator[pyoxigraph.Triple]:
    """What :func:`unit` gives of all graphs of a store, in half the time: the engine finds what shapes speak of."""
    subjects = {
        row["s"] for graph in graphs for row in store.select(f"SELECT DISTINCT ?s {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")
    }
    for graph in graphs:
        yield from _spoken(store, graph)
    yield from (triple for triple in _spoken(store, iris.INFERENCES_GRAPH) if triple.subject in subjects)


def _spoken(store: Store, graph: str) -> Iterator[pyoxigraph.Triple]:
    """The triples of a graph that shapes speak of."""
    import pyoxigraph

    known = [pyoxigraph.NamedNode(name) for name in sorted(_spoken_of())]
    type_, name = pyoxigraph.NamedNode(_TYPE), pyoxigraph.NamedNode(graph)
    for predicate, object_ in [(type_, class_) for class_ in known] + [(p, None) for p in known if p != type_]:
        for quad in store.quad_store.quads_for_pattern(None, predicate, object_, name):
            yield quad.triple


def unit(store: Store, graphs: Sequence[str]) -> Iterator[pyoxigraph.Triple]:
    """The triples by which graphs are judged: their own, what follows of their subjects, the context of what they name.

    Of these, only those that shapes speak of.
    """
    import pyoxigraph

    own = [quad.triple for graph in graphs for quad in store.quads(graph)]
    yield from filter(_is_spoken_of, own)
    subjects = {triple.subject for triple in own}
    inferences, authority = pyoxigraph.NamedNode(iris.INFERENCES_GRAPH), pyoxigraph.NamedNode(iris.AUTHORITY_GRAPH)
    for subject in subjects:
        quads = store.quad_store.quads_for_pattern(subject, None, None, inferences)
        yield from filter(_is_spoken_of, (quad.triple for quad in quads))
    if iris.AUTHORITY_GRAPH not in graphs:
        yield from filter(_is_spoken_of, _context(store, {*subjects, *(triple.object for triple in own)}, authority))


def _context(store: Store, named: set[Any], authority: pyoxigraph.NamedNode) -> Iterator[pyoxigraph.Triple]:
    """What the authority files say, and what follows, of things that are only named; then of their schemes."""
    import pyoxigraph

    waiting = [node for node in named if isinstance(node, pyoxigraph.NamedNode)]
    while waiting:
        node = waiting.pop()
        if next(store.quad_store.quads_for_pattern(node, None, None, authority), None) is None:
            continue
        for quad in store.quad_store.quads_for_pattern(node, None, None, pyoxigraph.DefaultGraph()):
            if quad.predicate.value in _CONTEXT:
                yield quad.triple
            if quad.predicate.value == _SCHEME and quad.object not in named:
                named.add(quad.object)
                waiting.append(cast("pyoxigraph.NamedNode", quad.object))


def _named(store: Store, graphs: Sequence[str], found: Iterable[Finding]) -> Iterator[Finding]:
    """Findings with the graph that states something of their node: the first of ``graphs`` that does."""
    for finding in found:
        rows = store.select(f"SELECT DISTINCT ?graph {{ GRAPH ?graph {{ {finding.focus} ?p ?o }} }} ORDER BY ?graph")
        stating = [name for row in rows if (name := str(row["graph"])[1:-1]) in graphs]
        yield replace(finding, graph=stating[0]) if stating else finding


def check(triples: Iterable[pyoxigraph.Triple]) -> list[Finding]:
    """What in ``triples``, their inferences among them, violates a shape, sorted; no finding names its graph."""
    import pyshacl
    import rdflib

    data = rdflib.Graph()
    terms: dict[object, rdflib.term.Node] = {}
    for triple in triples:
        subject, predicate, object_ = (_rdflib(term, terms) for term in triple)
        data.add((subject, predicate, object_))
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes(), inference="none", inplace=True, do_owl_imports=False)
    assert isinstance(results, rdflib.Graph)
    found = results.subjects(rdflib.RDF.type, rdflib.SH.ValidationResult)
    return sorted({_finding(results, result) for result in found})


@cache
def _spoken_of() -> frozenset[str]:
    """The IRIs that shapes speak of. Triples with other predicates, or of other classes, cannot change a result."""
    import rdflib

    terms = {term for triple in shapes() for term in triple}
    return frozenset({_TYPE, *(str(term) for term in terms if isinstance(term, rdflib.URIRef))})


def _is_spoken_of(triple: pyoxigraph.Triple) -> bool:
    known, predicate = _spoken_of(), triple.predicate.value
    return predicate in known and (predicate != _TYPE or getattr(triple.object, "value", "") in known)


def _rdflib(term: object, known: dict[object, rdflib.term.Node]) -> rdflib.term.Node:
    """A term of the one engine as a term of the other."""
    import pyoxigraph
    import rdflib

    found = known.get(term)
    if found is None:
        if isinstance(term, pyoxigraph.NamedNode):
            found = rdflib.URIRef(term.value)
        elif isinstance(term, pyoxigraph.BlankNode):
            found = rdflib.BNode(term.value)
        else:
            assert isinstance(term, pyoxigraph.Literal)
            plain = term.language is not None or term.datatype.value == iris.XSD + "string"
            datatype = None if plain else rdflib.URIRef(term.datatype.value)
            found = rdflib.Literal(term.value, lang=term.language, datatype=datatype)
        known[term] = found
    return found


@cache
def shapes() -> rdflib.Graph:
    """shapes.ttl, read by the quicker of the two engines."""
    import pyoxigraph
    import rdflib

    found = rdflib.Graph()
    known: dict[object, rdflib.term.Node] = {}
    for quad in pyoxigraph.parse(path=FOLDER / "shapes.ttl", format=pyoxigraph.RdfFormat.TURTLE):
        subject, predicate, object_ = (_rdflib(term, known) for term in quad.triple)
        found.add((subject, predicate, object_))
    return found


def _finding(results: rdflib.Graph, result: rdflib.term.Node) -> Finding:
    import rdflib

    def said(predicate: rdflib.URIRef) -> str:
        term = results.value(result, predicate)
        return "" if term is None or isinstance(term, rdflib.BNode) else term.n3()

    focus, value, query = said(rdflib.SH.focusNode), said(rdflib.SH.value), said(rdflib.SH.sourceConstraint)
    check = query or said(rdflib.SH.sourceShape)
    messages = {
        (term.language or "", str(term))  # as the file has them: those of queries come without their language
        for term in shapes().objects(rdflib.URIRef(check[1:-1]), rdflib.SH.message)
        if isinstance(term, rdflib.Literal)
    }
    return Finding(
        graph="",
        check=check[1:-1].removeprefix(SHAPES),
        focus=value if query else focus,  # a query asks of all nodes at once, from the property that they have
        path=focus if query else said(rdflib.SH.resultPath),
        value="" if query else value,
        messages=tuple(sorted(messages)),
    )


def report(found: Sequence[Finding]) -> str:
    """The findings as a SHACL validation report in Turtle: the same findings give the same bytes."""
    import pyoxigraph

    sh = "http://www.w3.org/ns/shacl#"
    conforms = f'"{"false" if found else "true"}"^^<{iris.XSD}boolean>'
    lines = [f"_:report <{_TYPE}> <{sh}ValidationReport> .", f"_:report <{sh}conforms> {conforms} ."]
    for number, finding in enumerate(found):
        node = f"_:result{number}"
        lines.append(f"_:report <{sh}result> {node} .")
        lines += [f"{node} {tail} ." for tail in _result(finding, sh)]
    triples = pyoxigraph.parse("\n".join(lines) + "\n", format=pyoxigraph.RdfFormat.N_TRIPLES, lenient=True)
    prefixes = {**iris.PREFIXES, "sh": sh, "shape": SHAPES}
    prefixes.pop("palermo")
    return (pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.TURTLE, prefixes=prefixes) or b"").decode("utf-8")


def _result(finding: Finding, sh: str) -> Iterator[str]:
    from graph import terms

    yield f"<{_TYPE}> <{sh}ValidationResult>"
    yield f"<{sh}resultSeverity> <{sh}Violation>"
    named: Mapping[str, str] = {"focusNode": finding.focus, "resultPath": finding.path, "value": finding.value}
    yield from (f"<{sh}{name}> {term}" for name, term in named.items() if term)
    yield f"<{sh}sourceShape> <{SHAPES}{finding.check}>"
    yield from (f"<{sh}resultMessage> {terms.literal(text, language)}" for language, text in finding.messages)
    if finding.graph:
        yield f"<{iris.DCTERMS}source> <{finding.graph}>"
