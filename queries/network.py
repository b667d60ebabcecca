"""The graph of entities for networkx: an edge for each fact that ties two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.ties import hub_of
from ontology.kinds import Kind, kinds
from queries.catalogue import require
from queries.rows import Row, clearest, paragraphs, run
from queries.values import Node, text_of

if TYPE_CHECKING:
    import networkx

    from graph.store import Store


def network(store: Store, *, language: str) -> networkx.MultiDiGraph[str]:
    """A node for each entity, by IRI, with its ``label``; an edge for each fact that ties two or more.

    An edge runs from what the fact is about (the subject of its plain edge, else its first entity) to each of its other
    entities. It has the ``kind`` of the fact, ``to``, the role of its end, all other roles by column, and of its
    evidence ``document``, ``paragraph`` and ``quote``.
    """
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for kind in kinds().values():
        for row in run(store, require(kind.name), {}, language=language):
            _add(graph, kind, row)
    return graph


def _add(graph: networkx.MultiDiGraph[str], kind: Kind, row: Row) -> None:
    columns = [c for c, range_ in kind.columns.items() if range_ == "entity" and isinstance(row.values.get(c), Node)]
    if len(columns) < 2:
        return
    first = hub_of(kind, columns)
    about = row.values[first] if first is not None else None
    assert isinstance(about, Node)
    piece = clearest(row.evidence)
    said = {c: text_of(v) for c, v in row.values.items() if v is not None}
    said |= {"document": piece.document.label, "paragraph": paragraphs(row.evidence), "quote": piece.quote}
    for column in columns:
        other = row.values[column]
        if column != first and isinstance(other, Node):
            graph.add_node(about.iri, label=about.label)
            graph.add_node(other.iri, label=other.label)
            attributes = {name: value for name, value in said.items() if name not in (first, column)}
            graph.add_edge(about.iri, other.iri, kind=kind.name, to=column, **attributes)
