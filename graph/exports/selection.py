"""A part of the graph: the facts of some entities, kinds or documents, with their evidence and what they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import iris
from ontology.kinds import kind, kinds

if TYPE_CHECKING:
    from graph.store import Row, Store

#: What is told of a thing that selected facts speak of, beside the edges between two such things.
DESCRIPTION = frozenset(
    {iris.RDF + "type", iris.RDFS + "seeAlso", iris.RDFS + "isDefinedBy", iris.DCTERMS + "identifier"}
    | {iris.SKOS + name for name in ("prefLabel", "altLabel", "definition", "inScheme", "notation", "exactMatch")}
)
_FACTS = """
SELECT DISTINCT ?fact ?evidence ?target ?selector ?passage ?document ?thing WHERE {{
  {values}
  ?fact a ?class ; :evidence ?evidence ; ?role ?thing .
  ?evidence oa:hasTarget ?target .
  ?target oa:hasSource ?document ; :passage ?passage ; oa:hasSelector ?selector .
  {entity}
  FILTER(ISIRI(?thing) && ?role != :evidence && STRSTARTS(STR(?role), STR(:)))
}}
"""
_SENTENCES = """
SELECT DISTINCT ?sentence ?passage ?document WHERE {{
  {values} ?sentence schema:mentions ?entity ; :passage ?passage . ?passage dcterms:isPartOf ?document
}}
"""
_NAMED = "SELECT DISTINCT ?thing WHERE {{ GRAPH <{graph}> {{ ?s ?p ?thing }} FILTER(ISIRI(?thing)) }}"
_PARTS = "SELECT DISTINCT ?part WHERE {{ {values} ?part eli:realizes|dcterms:isPartOf ?document }}"


@dataclass(frozen=True, slots=True)
class Selection:
    """What to export: facts that fit all that is given. Entities and documents by their IRIs, kinds by name."""

    entities: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return not (self.entities or self.kinds or self.documents)

    @property
    def graphs(self) -> frozenset[str] | None:
        """The named graphs from which documents are taken; None for all."""
        found = (iris.document_graph(document.removeprefix(iris.ID)) for document in self.documents)
        return frozenset(found) if self.documents else None


EVERYTHING = Selection()


def selected(store: Store, selection: Selection, lines: Iterable[bytes]) -> Iterator[bytes]:
    """Those of the sorted N-Quads ``lines`` of ``store`` that belong to ``selection``. Raises UnknownName for kinds."""
    if selection.whole:
        yield from lines
        return
    part = _Part(store, selection)
    for line in lines:
        if part.holds(line):
            yield line


class _Part:
    """The nodes of which all is told, the things of which only names and types are, and the edges between them."""

    def __init__(self, store: Store, selection: Selection) -> None:
        self._graphs = selection.graphs
        self._focus = {f"<{entity}>".encode() for entity in selection.entities}
        self._edges = {
            f"<{iris.PALERMO}{edge.property}>".encode()
            for name in (selection.kinds or kinds())
            if (edge := kind(name).edge) is not None
        }
        self._nodes: set[bytes] = set()
        self._things: set[bytes] = set(self._focus)
        if selection.entities or selection.kinds:
            self._facts(store, selection)
        else:
            self._documents(store, selection)

    def _facts(self, store: Store, selection: Selection) -> None:
        classes = [iris.PALERMO + kind(name).cls for name in (selection.kinds or kinds())]
        values = _values("class", classes) + _values("document", selection.documents)
        entity = _values("entity", selection.entities) + "?fact ?any ?entity ." if selection.entities else ""
        self._take(store.select(_FACTS.format(values=values, entity=entity)))
        if selection.entities and not selection.kinds:
            values = _values("entity", selection.entities) + _values("document", selection.documents)
            self._take(store.select(_SENTENCES.format(values=values)))

    def _documents(self, store: Store, selection: Selection) -> None:
        values = _values("document", selection.documents)
        self._take(store.select(f"SELECT DISTINCT ?document {{ {values} ?document :fileName ?name }}"))
        self._take(store.select(_PARTS.format(values=values)))
        for graph in sorted(selection.graphs or ()):
            self._take(store.select(_NAMED.format(graph=graph)))
            rows = store.select(f"SELECT DISTINCT ?s {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")
            self._nodes.update(str(row["s"]).encode() for row in rows)

    def _take(self, rows: Iterable[Row]) -> None:
        for row in rows:
            for name, term in row.items():
                (self._things if name == "thing" else self._nodes).add(str(term).encode())

    def holds(self, line: bytes) -> bool:
        subject, predicate, rest = line.split(b" ", 2)
        object_, graph = rest.rsplit(b" <", 1)
        if not self._from(graph[:-4].decode()):
            return False
        if subject in self._nodes:
            return True
        if subject not in self._things:
            return False
        if predicate[1:-1].decode() in DESCRIPTION:
            return True
        ends = not self._focus or subject in self._focus or object_ in self._focus
        return predicate in self._edges and object_ in self._things and ends

    def _from(self, graph: str) -> bool:
        return self._graphs is None or not graph.startswith(iris.DOCUMENT_GRAPHS) or graph in self._graphs


def _values(variable: str, found: Iterable[str]) -> str:
    terms = " ".join(f"<{iri}>" for iri in found)
    return f"VALUES ?{variable} {{ {terms} }} " if terms else ""
