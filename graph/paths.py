"""The shortest chain of facts between two nodes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.store import Store

LONGEST = 6  # facts
_WIDEST = 4000  # nodes that one step may reach: beyond, everything is related to everything
_STEP = """
SELECT DISTINCT ?from ?fact ?to WHERE {{
  VALUES ?from {{ {nodes} }}
  ?fact ?role ?from ; :evidence ?evidence ; ?other ?to .
  FILTER(ISIRI(?to) && ?to != ?from && ?other != :evidence)
  FILTER(STRSTARTS(STR(?role), STR(:)) && STRSTARTS(STR(?other), STR(:)))
  FILTER(!STRSTARTS(STR(?to), STR(concept:)))
}} ORDER BY ?from ?fact ?to
"""


@dataclass(frozen=True, slots=True)
class Step:
    """One fact of a chain: IRIs of the nodes that it joins, and its own."""

    start: str
    fact: str
    end: str


def shortest(store: Store, sources: Sequence[str], targets: Sequence[str]) -> tuple[Step, ...] | None:
    """The shortest chain of facts from one of ``sources`` to one of ``targets``, of several the first by IRI.

    None where no chain of at most LONGEST facts joins them. Facts with both in a role join them.
    """
    wanted = set(targets)
    came: dict[str, Step | None] = dict.fromkeys(sorted(sources))
    frontier = list(came)
    for _ in range(LONGEST):
        found: dict[str, Step] = {}
        for step in _steps(store, frontier):
            if step.end not in came:
                found.setdefault(step.end, step)
        came |= found
        reached = sorted(wanted & found.keys())
        if reached:
            return _chain(came, reached[0])
        frontier = sorted(found)[:_WIDEST]
        if not frontier:
            break
    return None


def _steps(store: Store, nodes: Sequence[str]) -> list[Step]:
    rows = store.select(_STEP.format(nodes=" ".join(f"<{node}>" for node in nodes)))
    return [Step(*(str(getattr(row[name], "value", "")) for name in ("from", "fact", "to"))) for row in rows]


def _chain(came: Mapping[str, Step | None], end: str) -> tuple[Step, ...]:
    steps: list[Step] = []
    step = came[end]
    while step is not None:
        steps.append(step)
        step = came[step.start]
    return tuple(reversed(steps))
