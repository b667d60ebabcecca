"""Folds what is too many: of the things that hang on one hub alone, a few are shown, the others put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.ties import Tie
from graph.view.select import Selection

_MANY = 9  # things that hang on one hub by the same kind of fact; so many are shown
_MANY_OF_ROOT = 24  # on what the picture is about
_KEPT = 6  # of more than that, so many stay
_HUB = 20  # partners; what is tied to nothing but such hubs can be folded at the largest of them


@dataclass(frozen=True, slots=True)
class Fold:
    """Members (IRIs) that ``host`` opens. ``kind`` is that of their facts; None where several are held in reserve."""

    host: str
    members: tuple[str, ...]
    kind: str | None = None


def folds(selection: Selection, weight: Mapping[str, int]) -> list[Fold]:
    """The folds of a picture: those of hubs, then what is in reserve. ``weight``: the more, the sooner it stays."""
    found = []
    for (hub, kind), leaves in sorted(_leaves(selection).items()):
        many = _MANY_OF_ROOT if hub in selection.roots else _MANY
        if len(leaves) > many:
            ranked = sorted(leaves, key=lambda node: (-weight.get(node, 0), node))
            found.append(Fold(hub, tuple(ranked[many - _MANY + _KEPT :]), kind))
    return found + _reserves(selection, weight)


def _leaves(selection: Selection) -> Mapping[tuple[str, str], Sequence[str]]:
    """By hub and kind, the things that only facts of this kind tie to anything, and only to hubs; at the largest."""
    partners: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    shown = set(selection.nodes)
    for tie in (tie for tie in selection.ties if tie.source in shown and tie.target in shown):
        partners[tie.source].add((tie.target, tie.fact.kind))
        partners[tie.target].add((tie.source, tie.fact.kind))
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for node, ends in partners.items():
        hubs, kinds = {hub for hub, _ in ends}, {kind for _, kind in ends}
        many = len(hubs) == 1 or all(len(partners[hub]) >= _HUB for hub in hubs)
        if many and len(kinds) == 1 and node not in selection.roots and len(ends) < _HUB:
            hub = max(sorted(hubs), key=lambda hub: len(partners[hub]))
            found[hub, next(iter(kinds))].append(node)
    return found


def _reserves(selection: Selection, weight: Mapping[str, int]) -> list[Fold]:
    by_host: defaultdict[str, list[str]] = defaultdict(list)
    for node, host in selection.reserve.items():
        by_host[host].append(node)
    return [
        Fold(host, tuple(sorted(members, key=lambda node: (-weight.get(node, 0), node))))
        for host, members in sorted(by_host.items())
    ]


def tie_groups(ties: Sequence[Tie]) -> Mapping[tuple[str, str, str, str], Sequence[Tie]]:
    """The ties of each line of a picture: (source, target, kind, property)."""
    found: defaultdict[tuple[str, str, str, str], list[Tie]] = defaultdict(list)
    for tie in ties:
        found[tie.source, tie.target, tie.fact.kind, tie.property].append(tie)
    return dict(sorted(found.items()))
