"""Checks the graph against ontology/shapes.ttl, some documents at a time.

Every fact, with its evidence, stands in the graph of each document that states it. So that graph, what follows from
it, and what the authority files say of the things it names are all that its shapes need to see.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from graph import iris
from graph.shacl import SH, Violation, shape_quads, violations

if TYPE_CHECKING:
    import pyoxigraph

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
    """What :func:`unit` gives of all graphs of a store, found by the properties and classes that shapes speak of."""
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
    return sorted({_finding(violation) for violation in violations(triples)})


def _finding(violation: Violation) -> Finding:
    import pyoxigraph

    path, value = violation.path, violation.value
    return Finding(
        graph="",
        check=violation.check.removeprefix(SHAPES),
        focus=str(violation.focus),
        path="" if path is None else str(path),
        value="" if value is None or isinstance(value, pyoxigraph.BlankNode) else str(value),
        messages=_messages().get(violation.check, ()),
    )


@cache
def _messages() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """IRI of a shape -> its messages as (language, sentence)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for quad in shape_quads():
        if quad.predicate.value == SH + "message":
            text: Any = quad.object
            found.setdefault(str(quad.subject)[1:-1], []).append((text.language or "", text.value))
    return {name: tuple(sorted(messages)) for name, messages in found.items()}


@cache
def _spoken_of() -> frozenset[str]:
    """The IRIs that shapes speak of. Triples with other predicates, or of other classes, cannot change a result."""
    import pyoxigraph

    terms = {term for quad in shape_quads() for term in quad.triple}
    return frozenset({_TYPE, *(term.value for term in terms if isinstance(term, pyoxigraph.NamedNode))})


def _is_spoken_of(triple: pyoxigraph.Triple) -> bool:
    known, predicate = _spoken_of(), triple.predicate.value
    return predicate in known and (predicate != _TYPE or getattr(triple.object, "value", "") in known)


def report(found: Sequence[Finding]) -> str:
    """The findings as a SHACL validation report in Turtle: the same findings give the same bytes."""
    import pyoxigraph

    sh = SH
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
