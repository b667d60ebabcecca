"""From what an inferred statement follows: rule by rule back to what is stated, and in which graphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import iris
from ontology.rules import Rule, rules

if TYPE_CHECKING:
    from graph.store import Store

Triple = tuple[str, str, str]  # N-Triples terms
DEPTH = 8  # steps; a class hierarchy and a property hierarchy under a chain are five


@dataclass(frozen=True, slots=True)
class Derivation:
    """A statement with the graphs that state it; where none does, the rule it follows by and what it follows from."""

    triple: Triple
    graphs: tuple[str, ...] = ()  # IRIs, sorted
    rule: Rule | None = None
    premises: tuple[Derivation, ...] = ()


def derivation(store: Store, triple: Triple) -> Derivation | None:
    """The shortest way to ``triple`` from what is stated; None where it is neither stated nor follows.

    Of several ways of the same length it is the first by the names of the rules, then by the premises.
    """
    search = _Search(store)
    return next((found for depth in range(DEPTH + 1) if (found := search.within(depth, triple)) is not None), None)


class _Search:
    """Looks a few steps deep, then a step deeper, so that the first find is the shortest."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._graphs: dict[Triple, tuple[str, ...]] = {}

    def within(self, depth: int, triple: Triple, above: frozenset[Triple] = frozenset()) -> Derivation | None:
        graphs = self._stated(triple)
        if graphs:
            return Derivation(triple, graphs)
        if depth == 0 or triple in above:
            return None
        for rule in (*rules("data"), *rules("schema")):
            for premises in self._premises(rule, triple):
                found = [self.within(depth - 1, premise, above | {triple}) for premise in premises]
                known = tuple(premise for premise in found if premise is not None)
                if len(known) == len(premises):
                    return Derivation(triple, rule=rule, premises=known)
        return None

    def _stated(self, triple: Triple) -> tuple[str, ...]:
        if triple not in self._graphs:
            rows = self._store.select(
                f"SELECT DISTINCT ?graph {{ GRAPH ?graph {{ {' '.join(triple)} }} }} ORDER BY ?graph"
            )
            graphs = (str(row["graph"])[1:-1] for row in rows)
            self._graphs[triple] = tuple(graph for graph in graphs if graph != iris.INFERENCES_GRAPH)
        return self._graphs[triple]

    def _premises(self, rule: Rule, triple: Triple) -> Iterator[tuple[Triple, ...]]:
        """The premises from which ``rule`` concludes ``triple``, for each way in which it does."""
        values = _match(rule, triple)
        if values is None:
            return
        free = [variable for variable in rule.variables if variable not in values]
        group = " . ".join(" ".join(_filled(pattern, values)) for pattern in rule.body)
        form = "SELECT (1 AS ?one)" if len(free) == 0 else f"SELECT DISTINCT {' '.join(free)}"
        for row in self._store.select(f"{form} {{ {group} }} {' '.join(['ORDER BY', *free]) if free else ''}"):
            terms = {**values, **{variable: str(row[variable[1:]]) for variable in free}}
            yield tuple(_filled(pattern, terms) for pattern in rule.body)


def _match(rule: Rule, triple: Triple) -> Mapping[str, str] | None:
    """The values of the variables of a rule's head where it concludes ``triple``; None where it cannot."""
    values: dict[str, str] = {}
    assert rule.head is not None
    for pattern, term in zip(rule.head, triple, strict=True):
        if values.setdefault(pattern, term) != term or (not pattern.startswith("?") and pattern != term):
            return None
    return {variable: term for variable, term in values.items() if variable.startswith("?")}


def _filled(pattern: Triple, terms: Mapping[str, str]) -> Triple:
    subject, predicate, object_ = (terms.get(term, term) for term in pattern)
    return subject, predicate, object_
