"""What happened more than once: « s'est réuni le 3 mars 2022 à Luxembourg et le 20 octobre 2022 à Namur »."""

from __future__ import annotations

from collections.abc import Iterator

from extract.facts import Entity
from extract.mentions.dates import Date
from extract.mentions.projects import is_place
from extract.syntax.adjuncts import NO_DATE
from extract.syntax.clauses import Clause
from extract.syntax.rows import Row

Occasion = tuple[Entity, Date]
_BETWEEN = frozenset("DA")


def occasions(row: Row, clause: Clause) -> list[Occasion]:
    """The places behind the verb, each with the date beside it, where there are two or more such pairs."""
    return [*_pairs([*_told(row, clause.index + 1)])]


def _pairs(told: list[Entity | Date]) -> Iterator[Occasion]:
    """Places and dates that take turns, two by two: the place leads, or the date does."""
    if len(told) < 4 or len(told) % 2:
        return
    dated = isinstance(told[0], Date)
    pairs = [(two[1], two[0]) if dated else two for two in zip(told[::2], told[1::2], strict=True)]
    fitting = [(place, date) for place, date in pairs if isinstance(place, Entity) and isinstance(date, Date)]
    if len(fitting) == len(pairs):
        yield from fitting


def _told(row: Row, index: int) -> Iterator[Entity | Date]:
    """The places and dates from ``index`` on, up to what is neither; « à l'invitation de X », between commas, is passed
    over.
    """
    i = index
    while i < len(row.items):
        item = row.items[i]
        if item.kind == "T":
            yield item.data
        elif item.kind == "P" and item.data not in NO_DATE:
            i = _led(row, i)
            if i < 0:
                return
            continue
        elif _is_place(row, i):
            yield item.data
        elif item.kind not in (",", "C", "D", "A") or (item.kind == "D" and row.kind(i + 1) in ("P", "A")):
            return
        i += 1


def _led(row: Row, index: int) -> int:
    """Where to read on behind the preposition at ``index``: at the place or date that it leads to, else at the comma
    that ends what is inserted; -1 where nothing does.
    """
    k = index + 1
    while row.kind(k) in _BETWEEN:
        k += 1
    if row.kind(k) == "T" or _is_place(row, k):
        return k
    if row.kind(index - 1) not in (",", "C"):
        return k if row.kind(k) == "P" else -1
    while k < len(row.items) and row.kind(k) not in ("V", ";", "R", "T", ","):
        k += 1
    return k if row.kind(k) == "," else -1


def _is_place(row: Row, index: int) -> bool:
    return row.kind(index) == "E" and is_place(row.items[index].data)
