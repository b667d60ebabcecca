"""What the network tells as a whole: central entities, communities, and the shortest chains between two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from graph.facts import StoredFact
from graph.ties import Tie, ties, together, weighted

if TYPE_CHECKING:
    import networkx

LEAST = 3  # members; two that are tied only to each other are a fact, not a community
_COMPARED = 1_000  # chains of equal length that are compared; a dense network has millions


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


def chains(facts: Iterable[StoredFact], source: str, target: str, limit: int) -> list[list[list[Tie]]]:
    """The shortest chains of facts from one entity to another, at most ``limit``; [] where there is none.

    A chain is a list of steps, a step the ties between its two entities, in either direction. Of equally short chains
    those come first whose steps most facts state; entities that much is tied to come last, for what goes through
    everything tells little.
    """
    import networkx

    facts = list(facts)
    graph = weighted(together(facts))
    if source not in graph or target not in graph or not networkx.has_path(graph, source, target):
        return []
    found = list(islice(networkx.all_shortest_paths(graph, source, target), _COMPARED))
    degrees: Mapping[str, int] = dict(graph.degree())
    ranked = sorted(found, key=lambda chain: (_crowd(chain, degrees), -_strength(graph, chain), chain))[:limit]
    steps = {pair for chain in ranked for pair in pairwise(chain)}
    between = _between(facts, steps)
    return [[between[pair] for pair in pairwise(chain)] for chain in ranked]


def _crowd(chain: Sequence[str], degrees: Mapping[str, int]) -> int:
    return sum(degrees[node] for node in chain[1:-1])


def _strength(graph: networkx.Graph[str], chain: Sequence[str]) -> int:
    return sum(int(graph.edges[pair]["weight"]) for pair in pairwise(chain))


def _between(facts: Iterable[StoredFact], steps: set[tuple[str, str]]) -> dict[tuple[str, str], list[Tie]]:
    """The ties that make each step. Two entities that a fact joins by way of a third get one of their own."""
    found: dict[tuple[str, str], list[Tie]] = {step: [] for step in steps}
    for fact in facts:
        named = {iri for _, iri in fact.entities}
        for a, b in ((a, b) for a, b in steps if a in named and b in named):
            found[a, b] += ties(fact, {a, b}.__contains__)
    return found
