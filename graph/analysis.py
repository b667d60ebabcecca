"""What the network tells as a whole: central entities, and communities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx

LEAST = 3  # members; two that are tied only to each other are a fact, not a community


def central(graph: networkx.Graph[str]) -> list[tuple[str, int]]:
    """Entities with the number of others that they are tied to, the most central first.

    Of equals, that one comes first that stands more often on the shortest ways between others (betweenness, measured
    from at most 200 of them).
    """
    import networkx

    some = min(graph.number_of_nodes(), 200)
    between = networkx.betweenness_centrality(graph, k=some, seed=0) if some > 0 else {}
    degrees: Mapping[str, int] = dict(graph.degree())
    ranked = sorted(degrees, key=lambda node: (-degrees[node], -round(between[node], 9), node))
    return [(node, degrees[node]) for node in ranked]


def communities(graph: networkx.Graph[str]) -> list[list[str]]:
    """Groups of entities that are tied to each other more than to others.

    The largest comes first; of each, those with most ties.
    """
    import networkx

    if graph.number_of_edges() == 0:
        return []
    nodes = list(graph)
    number = {node: index for index, node in enumerate(nodes)}  # numbers: sets of words have no order to rely on
    numbered: networkx.Graph[int] = networkx.Graph()
    numbered.add_nodes_from(range(len(nodes)))
    numbered.add_weighted_edges_from((number[a], number[b], float(graph.edges[a, b]["weight"])) for a, b in graph.edges)
    strength = {node: int(weight) for node, weight in numbered.degree(weight="weight")}
    found = networkx.community.greedy_modularity_communities(numbered, weight="weight")
    ranked = [sorted(members, key=lambda node: (-strength[node], node)) for members in found if len(members) >= LEAST]
    return [[nodes[node] for node in members] for members in sorted(ranked, key=lambda m: (-len(m), m))]
