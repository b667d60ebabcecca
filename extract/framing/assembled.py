"""What is told of a meeting that goes on: "On the closing day, the ministers adopted the Charter", « les participants y
ont approuvé », "We adopted": the meeting adopts, on its last day.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import pairwise

from extract.facts import Entity
from extract.mentions.dates import Date
from extract.nations import words as nations
from extract.syntax.items import Item
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import data, verbs_of
from ontology.types import is_a

Days = Callable[[Entity], tuple[str, str]]  # when a meeting began and ended; '' where nobody has told it
_LONGEST = 6  # words of "the Heads of State and Government"


def assembled(row: Row, meeting: Entity | None, days: Days) -> Row:
    """``row`` with ``meeting`` for those who adopt something together, and with the first or the last of its ``days``
    where it says no more than that.
    """
    row = _on_its_day(row, meeting, days)
    if meeting is None:
        return row
    dates = [item.data.first for item in row.items if item.kind == "T" and isinstance(item.data, Date)]
    others = [item.data for item in row.items if item.kind == "E" and is_a(item.data.type, "Meeting")]
    found = next((span for k in range(len(row.items)) if (span := _adopters(row, k)) is not None), None)
    if found is None or any(one != meeting for one in others):
        return row
    if dates and not all(_agree(date, days(meeting)[0]) for date in dates):
        return row  # it tells of another meeting, or of another time
    first, last = found
    who = Item("E", row.items[first].start, row.items[last].end, row.items[last].word, meeting)
    return Row([*row.items[:first], who, *row.items[last + 1 :]], row.language)


def _on_its_day(row: Row, meeting: Entity | None, days: Days) -> Row:
    """ "On the closing day, …", « le dernier jour »: the first or the last day of the meeting, which the row itself may
    tell.
    """
    for k, (one, other) in enumerate(pairwise(row.items)):
        said = fold(f"{one.word} {other.word}")
        which = next((n for n, words in enumerate(_ends(row.language)) if said in words), None)
        if which is None or row.kind(k + 2) == "P":
            continue
        sat = _held_here(row, k) or (days(meeting) if meeting is not None else None)
        if sat is not None and (day := sat[which]):
            first = k - (row.kind(k - 1) == "D")
            told = Item("T", one.start, other.end, other.word, Date(one.start, other.end, day))
            return Row([*row.items[:first], told, *row.items[k + 2 :]], row.language)
    return row


def _held_here(row: Row, index: int) -> tuple[str, str] | None:
    """The days of the one meeting that ``row`` names before ``index``: "the Conference, held from 8 to 10 May, …"."""
    before = row.items[:index]
    met = {item.data.id for item in before if item.kind == "E" and is_a(item.data.type, "Meeting")}
    told = [item.data for item in before if item.kind == "T" and isinstance(item.data, Date) and item.data.last]
    return (told[0].first, told[0].last or "") if len(met) == 1 and len(told) == 1 else None


def _adopters(row: Row, verb: int) -> tuple[int, int] | None:
    """The first and last item of those who adopt something, right before the ``verb`` that says so."""
    group = row.items[verb].data
    if row.kind(verb) != "V" or group.form != "finite" or group.passive or group.negated or group.unreal:
        return None
    if verbs_of("adoptions").isdisjoint(group.lemmas):
        return None
    last = verb - 1
    while row.kind(last) == "A":
        last -= 1
    if row.kind(last) in ("W", "O") and row.items[last].word in nations()["we"]:
        return last, last
    for first in range(last, max(-1, last - _LONGEST), -1):
        words = " ".join(item.word for item in row.items[first : last + 1])
        if fold(words) in _together(row.language):
            before = first - 1 - (row.kind(first - 1) == "D")
            return (first, last) if row.kind(before) in ("", ",", "C", "S", "T") else None
    return None


def _agree(date: str, day: str) -> bool:
    """Are both of one month, as far as they say it?"""
    return day.startswith(date[:7]) or date.startswith(day[:7])


@cache
def _ends(language: str) -> tuple[frozenset[str], ...]:
    """How the first day of a meeting is told, and the last."""
    said = data("attendance")[language]["days"]
    return tuple(frozenset(map(fold, said[which])) for which in ("first", "last"))


@cache
def _together(language: str) -> frozenset[str]:
    return frozenset(fold(words) for words in data("attendance")[language]["together"])
