"""The shortest chains of facts between two nodes: one search, in a store or among facts that are at hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from graph.facts import StoredFact
from graph.ties import Tie, ties

if TYPE_CHECKING:
    from graph.store import Store

LONGEST = 6  # facts
_WIDEST = 4000  # nodes that one step may reach: beyond, everything is related to everything
_COMPARED = 1_000  # chains of equal length that are compared; a dense network has millions
_STEP = """
SELECT DISTINCT ?from ?fact ?to WHERE {{
  VALUES ?from {{ {nodes} }}
  ?fact ?role ?from ; :evidence ?evidence ; ?other ?to .
  FILTER(ISIRI(?to) && ?to != ?from && ?other != :evidence)
  FILTER(STRSTARTS(STR(?role), STR(:)) && STRSTARTS(STR(?other), STR(:)))
  FILTER(!STRSTARTS(STR(?to), STR(concept:)))
}}
"""


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """One fact of a chain: IRIs of the nodes that it joins, and its own."""

    start: str
    end: str
    fact: str


Steps = Callable[[Sequence[str]], Iterable[Step]]  # all steps that lead away from some nodes
Chain = tuple[tuple[Step, ...], ...]  # for each two neighbours, the facts that join them


def in_store(store: Store) -> Steps:
    """The steps that the facts of a store make."""

    def steps(nodes: Sequence[str]) -> Iterator[Step]:
        rows = store.select(_STEP.format(nodes=" ".join(f"<{node}>" for node in nodes)))
        return (Step(*(str(getattr(row[name], "value", "")) for name in ("from", "to", "fact"))) for row in rows)

    return steps


def among(facts: Iterable[StoredFact]) -> Steps:
    """The steps that these facts make."""
    naming: defaultdict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    for fact in facts:
        named = list(dict.fromkeys(iri for _, iri in fact.entities))
        for iri in named:
            naming[iri].append((fact.iri, named))

    def steps(nodes: Sequence[str]) -> Iterator[Step]:
        found = ((node, fact, named) for node in nodes for fact, named in naming.get(node, ()))
        return (Step(node, other, fact) for node, fact, named in found for other in named if other != node)

    return steps


def chains(steps: Steps, sources: Sequence[str], targets: Sequence[str], limit: int) -> list[Chain]:
    """The shortest chains from one of ``sources`` to one of ``targets``, at most ``limit``, each of at most LONGEST
    facts; [] where there is none.

    Of equally short chains those come first whose nodes are tied to least else, for what goes through everything tells
    little, and then those whose neighbours most facts join.
    """
    before, crowd, reached = _search(steps, sources, targets)
    found = islice((way for end in reached for way in _ways(before, end)), _COMPARED)
    joined = [tuple(tuple(sorted(before[b][a])) for a, b in pairwise(way)) for way in found]
    return sorted(joined, key=lambda chain: (_crowded(chain, crowd), -sum(map(len, chain)), chain))[:limit]


_Before = dict[str, dict[str, set[Step]]]  # node -> those one step nearer to the beginning -> the steps from them


def _search(
    steps: Steps, sources: Sequence[str], targets: Sequence[str]
) -> tuple[_Before, Mapping[str, set[str]], list[str]]:
    """What stands before each node on the shortest ways to it, the neighbours of all that was left, and which of
    ``targets`` were reached first."""
    before: _Before = {source: {} for source in sources}
    around: defaultdict[str, set[str]] = defaultdict(set)
    frontier = sorted(before)
    for _ in range(LONGEST):
        found: _Before = {}
        for step in steps(frontier):
            around[step.start].add(step.end)
            if step.end not in before:
                found.setdefault(step.end, {}).setdefault(step.start, set()).add(step)
        before |= found
        reached = sorted(set(targets) & found.keys())
        frontier = sorted(found)[:_WIDEST]
        if reached or not frontier:
            return before, around, reached
    return before, around, []


def _ways(before: _Before, end: str) -> Iterator[list[str]]:
    """The nodes of each way to ``end``."""
    if not before[end]:
        yield [end]
    for node in sorted(before[end]):
        for way in _ways(before, node):
            yield [*way, end]


def _crowded(chain: Chain, around: Mapping[str, set[str]]) -> int:
    return sum(len(around[hop[0].start]) for hop in chain[1:])


def tied(facts: Iterable[StoredFact], source: str, target: str, limit: int) -> list[list[list[Tie]]]:
    """The shortest chains among facts, as the ties of each step, in either direction."""
    known = {fact.iri: fact for fact in facts}
    found = chains(among(known.values()), [source], [target], limit)
    rank = {iri: number for number, iri in enumerate(known)}
    return [[_ties(known, sorted(hop, key=lambda step: rank[step.fact])) for hop in chain] for chain in found]


def _ties(known: Mapping[str, StoredFact], hop: Sequence[Step]) -> list[Tie]:
    """The ties that make a step. Two entities that a fact joins by way of a third get one of their own."""
    return [tie for step in hop for tie in ties(known[step.fact], {step.start, step.end}.__contains__)]
