"""How facts tie entities to each other: the one network that views, analysis and exports speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from graph.facts import StoredFact
from ontology.kinds import Kind, kind

if TYPE_CHECKING:
    import networkx

Keep = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Tie:
    """A fact between two entities (IRIs): ``column`` is the role that the target has in it.

    ``property`` is the local name of what says how: 'chairedBy' of the plain edge, else that of the role, 'place'.
    """

    source: str
    target: str
    column: str
    fact: StoredFact
    property: str


def ties(fact: StoredFact, keep: Keep | None = None) -> Iterator[Tie]:
    """The ties of a fact: from the entity that it is about to each other one; none where it has only one.

    It is about the subject of its plain edge, else its first entity. ``keep`` says which entities (IRIs) count: of a
    programme's lead and partner, where only actors do, the lead is tied to the partner.
    """
    hub = hub_of(kind(fact.kind), [column for column, iri in fact.entities if keep is None or keep(iri)])
    centres = [iri for column, iri in fact.entities if column == hub and (keep is None or keep(iri))]
    for centre in centres:
        for column, iri in fact.entities:
            if column != hub and iri != centre and (keep is None or keep(iri)):
                yield Tie(centre, iri, column, fact, _property(fact, hub, column))


def _property(fact: StoredFact, hub: str | None, column: str) -> str:
    of = kind(fact.kind)
    if of.edge is not None and (of.edge.subject, of.edge.object) == (hub, column):
        return of.edge.property
    return of.property_of(column)


def hub_of(kind: Kind, columns: Sequence[str]) -> str | None:
    """The one of ``columns``, those of a fact's entities, that it is about; None where it has none."""
    edge = kind.edge
    if edge is not None and edge.subject in columns:
        return edge.subject
    return columns[0] if columns else None


def together(facts: Iterable[StoredFact], keep: Keep | None = None) -> Counter[tuple[str, str]]:
    """How many facts name both of two entities, by their IRIs in order."""
    named = ({iri for _, iri in fact.entities if keep is None or keep(iri)} for fact in facts)
    return Counter(pair for entities in named for pair in combinations(sorted(entities), 2))


def weighted(pairs: Counter[tuple[str, str]]) -> networkx.Graph[str]:
    """The undirected network of these pairs: ``weight`` is their number. Nodes and edges are sorted."""
    import networkx

    graph: networkx.Graph[str] = networkx.Graph()
    graph.add_nodes_from(sorted({node for pair in pairs for node in pair}))
    graph.add_weighted_edges_from((a, b, weight) for (a, b), weight in sorted(pairs.items()))
    return graph
