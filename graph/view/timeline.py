"""Places for dated facts along an axis that runs downwards, a heading for each year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from graph.facts import StoredFact

_HEADING = 44  # pixels that a year takes
_ROW, _ROW_NARROW = 46, 66  # and a fact: two lines of words on a wide page, three on a narrow one
_OFF = 26  # from the axis to a fact


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact on the axis: its position on a wide page, where facts stand on both sides, and on a narrow one."""

    x: int
    y: int
    narrow_x: int
    narrow_y: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis, and where it stands on a wide and on a narrow page."""

    text: str
    y: int
    narrow_y: int


def timeline(facts: Sequence[StoredFact]) -> tuple[list[Mark], list[Tick]]:
    """A place for each of the facts, which are dated and in the order of time, and the years."""
    marks: list[Mark] = []
    ticks: list[Tick] = []
    y = narrow_y = 0
    for year, group in groupby(facts, key=_year):
        ticks.append(Tick(year, y, narrow_y))
        count = sum(1 for _ in group)
        y, narrow_y = y + _HEADING, narrow_y + _HEADING
        marks += [
            Mark(_OFF if n % 2 == 0 else -_OFF, y + n // 2 * _ROW, _OFF, narrow_y + n * _ROW_NARROW)
            for n in range(count)
        ]
        y, narrow_y = y + (count + 1) // 2 * _ROW, narrow_y + count * _ROW_NARROW
    return marks, ticks


def _year(fact: StoredFact) -> str:
    return fact.period[0][:4] if fact.period is not None else ""
