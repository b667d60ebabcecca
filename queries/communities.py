"""Communities: entities that facts tie to each other more than to others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import combinations
from typing import TYPE_CHECKING

from graph.iris import CONCEPT
from queries.values import plain

if TYPE_CHECKING:
    from graph.store import Store

LEAST = 3  # members; two that are tied only to each other are a fact, not a community
_ROLES = """
SELECT ?fact ?entity WHERE {
  ?fact :evidence ?evidence ; ?role ?entity .
  FILTER(ISIRI(?entity) && STRSTARTS(STR(?role), STR(:)) && ?role != :evidence)
  FILTER NOT EXISTS { ?entity :fileName ?name }
}
"""


def communities(store: Store) -> list[list[str]]:
    """IRIs of the entities of each community, those with most ties first; the largest community first."""
    import networkx

    weights = ties(store)
    nodes = sorted({node for pair in weights for node in pair})
    number = {node: index for index, node in enumerate(nodes)}  # numbers: sets of words have no order to rely on
    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_nodes_from(range(len(nodes)))
    graph.add_weighted_edges_from((number[a], number[b], weight) for (a, b), weight in sorted(weights.items()))
    if graph.number_of_edges() == 0:
        return []
    strength: Mapping[int, int] = dict(graph.degree(weight="weight"))
    found = networkx.community.greedy_modularity_communities(graph, weight="weight")
    ranked = [sorted(members, key=lambda node: (-strength[node], node)) for members in found if len(members) >= LEAST]
    return [[nodes[node] for node in members] for members in sorted(ranked, key=lambda m: (-len(m), m))]


def ties(store: Store) -> Counter[tuple[str, str]]:
    """How many facts name both of two entities, by their IRIs in order.

    The documents of the store are none of these: they cite, and would draw all that they cite together.
    """
    facts: defaultdict[str, set[str]] = defaultdict(set)
    for row in store.select(_ROLES):
        entity = str(plain(row["entity"]))
        if not entity.startswith(CONCEPT):
            facts[str(plain(row["fact"]))].add(entity)
    return Counter(pair for entities in facts.values() for pair in combinations(sorted(entities), 2))
