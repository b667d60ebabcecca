"""What a piece of news says of itself: its dateline, and when and where something was announced."""

from __future__ import annotations

from extract.counting.roles import lemmas, word_set
from extract.framing.attitude import real
from extract.syntax.rows import Row

_ENDS = ("V", "R", "S", ";", ":", "#")


def scene(row: Row) -> Row:
    """``row`` without its dateline, and without when and where what it tells was announced: in "RIGA, 3 May 2024 – Ten
    people were freed in Operation Reef in April, Europol said on Friday" only the operation's own time is left.
    """
    start, hidden = _headed(row), announced(row)
    if not start and not hidden:
        return row
    return Row([item for k, item in enumerate(row.items) if k >= start and k not in hidden], row.language)


def announced(row: Row) -> frozenset[int]:
    """Where the times and places of the dateline and of announcing stand among the items of ``row``."""
    told = {*range(_headed(row))}
    for k, item in enumerate(row.items):
        if item.kind == "V" and lemmas(row, k) & word_set(row.language, "announce"):
            told |= {*_around(row, k)}
    return frozenset(k for k in told if row.kind(k) in ("T", "E") and not _is_operation(row, k))


def is_told(row: Row, index: int) -> bool:
    """« La police a annoncé mardi avoir secouru 40 personnes »: said of what was done, by a verb that only tells."""
    before = row.verb_before(index)
    if before is None or any(row.kind(k) not in ("T", "A", "W", "P", "D", "E") for k in range(before + 1, index)):
        return False
    tells = lemmas(row, before) & word_set(row.language, "announce")
    return bool(tells) and row.finite(before) and real(row, row.clause(before))


def _headed(row: Row) -> int:
    """Where the sentence begins behind "LYON, 9 October 2024 – "."""
    dash = next((k for k, item in enumerate(row.items) if item.kind == "-"), 0)
    kinds = {row.kind(k) for k in range(dash)}
    plain = kinds.isdisjoint({"V", "#", ":", ";"}) and not any(_is_operation(row, k) for k in range(dash))
    return dash + 1 if dash and "T" in kinds and plain else 0


def _around(row: Row, verb: int) -> range:
    """The items that say who announced it, when and where: "On 3 May, Europol (announced)", "Europol (said) on Friday
    in Riga [that]"."""
    low = verb
    while low > 0 and row.kind(low - 1) not in _ENDS and not _is_operation(row, low - 1):
        told = row.kind(low - 1) == "," and any(row.kind(k) == "V" for k in range(low - 1))
        if told:
            break
        low -= 1
    high = verb + 1
    while high < len(row.items) and row.kind(high) not in (*_ENDS, ",") and not _is_operation(row, high):
        high += 1
    return range(low, high)


def _is_operation(row: Row, index: int) -> bool:
    return row.kind(index) == "E" and row.items[index].data.type == "Operation"
