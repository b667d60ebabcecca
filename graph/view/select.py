"""Which entities and facts a picture shows, and how many it leaves out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.facts import StoredFact
from graph.ties import Keep, Tie, ties


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a picture may show: facts of these kinds (None: all) of these years, and ``limit`` entities at most."""

    limit: int
    kinds: frozenset[str] | None = None
    since: int | None = None
    until: int | None = None

    def of(self, facts: Iterable[StoredFact]) -> tuple[list[StoredFact], int]:
        """The facts within, and how many of the kinds have no date where years are asked for."""
        wanted = [fact for fact in facts if self.kinds is None or fact.kind in self.kinds]
        kept = [fact for fact in wanted if fact.within(self.since, self.until)]
        bounded = self.since is not None or self.until is not None
        return kept, sum(fact.period is None for fact in wanted) if bounded else 0


@dataclass(frozen=True, slots=True)
class Selection:
    """The entities of a picture (IRIs) and the facts that it lists.

    ``reserve`` holds entities that are there to be opened, each with the shown one that opens it. ``things`` and
    ``stated``: of how many entities and facts these are a part; ``undated``: facts that have no date where years count.
    """

    nodes: tuple[str, ...]
    ties: tuple[Tie, ...]
    facts: tuple[StoredFact, ...]
    things: int
    stated: int
    roots: tuple[str, ...] = ()
    reserve: Mapping[str, str] = field(default_factory=dict)
    undated: int = 0


def around(facts: Iterable[StoredFact], roots: Sequence[str], depth: int, bounds: Bounds) -> Selection:
    """What is at most ``depth`` facts away from the roots; one further is in reserve, as far as there is room."""
    kept, undated = bounds.of(facts)
    all_ties = [tie for fact in kept for tie in ties(fact)]
    near = _neighbours(all_ties)
    levels = _levels(near, roots, depth + 1)
    reached = [node for level in levels[: depth + 1] for node in level]
    nodes = reached[: max(bounds.limit, len(roots))]
    shown = set(nodes)
    room = bounds.limit - len(nodes)
    further = [node for level in levels[depth + 1 :] for node in level if len(shown) == len(reached)][:room]
    reserve = {node: max(shown & near[node].keys(), key=lambda other: (near[node][other], other)) for node in further}
    every = shown | reserve.keys()
    listed = _listed(kept, every, set(roots))
    return Selection(
        nodes=tuple(nodes),
        ties=tuple(tie for tie in all_ties if tie.source in every and tie.target in every),
        facts=tuple(listed),
        things=len(reached),
        stated=len(_listed(kept, set(reached), set(roots))),
        roots=tuple(roots),
        reserve=reserve,
        undated=undated,
    )


def whole(facts: Iterable[StoredFact], bounds: Bounds, *, keep: Keep | None = None) -> Selection:
    """The network of all facts, of the entities that count (``keep``); those that most facts tie, where it is large.

    Without ``keep``, entities that only stand alone in facts are there too.
    """
    kept, undated = bounds.of(facts)
    all_ties = [tie for fact in kept for tie in ties(fact, keep)]
    weight = Counter(end for tie in all_ties for end in (tie.source, tie.target))
    if keep is None:
        weight.update({iri: 0 for fact in kept for _, iri in fact.entities})
    ranked = sorted(weight, key=lambda node: (-weight[node], node))
    shown = set(ranked[: bounds.limit])
    within = [tie for tie in all_ties if tie.source in shown and tie.target in shown]
    if keep is not None or len(ranked) > bounds.limit:  # who has lost all partners tells nothing
        shown = {end for tie in within for end in (tie.source, tie.target)}
    stated = {fact.iri for fact in kept if any(iri in weight for _, iri in fact.entities)}
    tied = {tie.fact.iri for tie in within}
    listed = [fact for fact in kept if fact.iri in tied or (keep is None and _alone_in(fact, shown))]
    return Selection(
        nodes=tuple(node for node in ranked if node in shown),
        ties=tuple(within),
        facts=tuple(listed),
        things=len(ranked),
        stated=len(stated) if keep is None else len({tie.fact.iri for tie in all_ties}),
        undated=undated,
    )


def along(steps: Iterable[Tie], roots: Sequence[str]) -> Selection:
    """The entities and facts of chains."""
    unique = list(dict.fromkeys(steps))
    nodes = dict.fromkeys([*roots, *(end for tie in unique for end in (tie.source, tie.target))])
    facts = list(dict.fromkeys(tie.fact for tie in unique))
    return Selection(tuple(nodes), tuple(unique), tuple(facts), len(nodes), len(facts), tuple(roots))


def dated(facts: Iterable[StoredFact], roots: Sequence[str], bounds: Bounds) -> Selection:
    """The dated facts (of the roots, where there are any), in the order of time; the latest where they are too many."""
    kept, _ = bounds.of(facts)
    wanted = set(roots)
    about = [fact for fact in kept if not wanted or any(iri in wanted for _, iri in fact.entities)]
    timed = sorted(
        (fact for fact in about if fact.period is not None), key=lambda fact: (fact.period or ("", ""), fact.iri)
    )
    shown = timed[-bounds.limit :]
    return Selection(
        nodes=(),
        ties=(),
        facts=tuple(shown),
        things=0,
        stated=len(timed),
        roots=tuple(roots),
        undated=len(about) - len(timed),
    )


def _alone_in(fact: StoredFact, shown: set[str]) -> bool:
    return len({iri for _, iri in fact.entities}) == 1 and fact.entities[0][1] in shown


def _listed(facts: Iterable[StoredFact], shown: set[str], roots: set[str]) -> list[StoredFact]:
    """Facts that the picture speaks of: about a root, of two entities that it shows, or of one alone."""
    found = []
    for fact in facts:
        named = {iri for _, iri in fact.entities}
        if named & roots or len(named & shown) > 1 or (len(named) == 1 and named <= shown):
            found.append(fact)
    return found


def _neighbours(all_ties: Iterable[Tie]) -> defaultdict[str, Counter[str]]:
    near: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for tie in all_ties:
        near[tie.source][tie.target] += 1
        near[tie.target][tie.source] += 1
    return near


def _levels(near: Mapping[str, Counter[str]], roots: Sequence[str], depth: int) -> list[list[str]]:
    """The roots, what one fact ties to them, what one more … each level with the strongest ties first."""
    levels, seen = [list(roots)], set(roots)
    for _ in range(depth):
        found: Counter[str] = Counter()
        for node in levels[-1]:
            found.update({other: count for other, count in near.get(node, Counter()).items() if other not in seen})
        levels.append(sorted(found, key=lambda node: (-found[node], node)))
        seen |= found.keys()
    return levels
