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
_NEAR = 4  # items between a relative pronoun and "on its last day"
_LONGEST = 6  # words of "the Heads of State and Government"


def assembled(row: Row, meeting: Entity | None, days: Days) -> Row:
    """``row`` with ``meeting`` for those who adopt something together, and with the first or the last of its ``days``
    where it says no more than that.
    """
    which = _on_which_day(row)
    held = _held_here(row, which[0]) if which is not None else None
    meeting, sat = held if held is not None else (meeting, days(meeting) if meeting is not None else ("", ""))
    row = _on_its_day(row, *which, sat) if which is not None else row
    apart, row = row, _without_aside(row)
    here = _named_here(row) if row is not apart else None
    meeting = here or meeting
    if meeting is None:
        return row
    dates = [item.data.first for item in row.items if item.kind == "T" and isinstance(item.data, Date)]
    others = [item.data for item in row.items if item.kind == "E" and is_a(item.data.type, "Meeting")]
    adopters = _all_adopters(row)
    if adopters is None or any(one != meeting for one in others):
        return row
    if dates and not here and not all(_agree(date, sat[0]) for date in dates):
        return row  # it tells of another meeting, or of another time
    first, last = adopters
    who = Item("E", row.items[first].start, row.items[last].end, row.items[last].word, meeting)
    return Row([*row.items[:first], who, *row.items[last + 1 :]], row.language)


def _on_which_day(row: Row) -> tuple[int, int] | None:
    """Where "closing day", « dernier jour » stands, and whether it is the first (0) or the last (1) of a meeting."""
    for k, (one, other) in enumerate(pairwise(row.items)):
        said = fold(f"{one.word} {other.word}")
        which = next((n for n, words in enumerate(_ends(row.language)) if said in words), None)
        if which is not None and row.kind(k + 2) != "P":
            return k, which
    return None


def _on_its_day(row: Row, index: int, which: int, days: tuple[str, str]) -> Row:
    """``row`` with that of the ``days`` for the words at ``index`` that say no more: "on the closing day"."""
    if not days[which]:
        return row
    first = index - (row.kind(index - 1) == "D")
    one, other = row.items[index : index + 2]
    told = Item("T", one.start, other.end, other.word, Date(one.start, other.end, days[which]))
    return Row([*row.items[:first], told, *row.items[index + 2 :]], row.language)


def _is_relative(row: Row, index: int) -> bool:
    """ "the Conference, which on its last day adopted": does a relative pronoun stand before the words at ``index``?"""
    return any(row.kind(k) == "R" for k in range(index - _NEAR, index))


def _held_here(row: Row, index: int) -> tuple[Entity, tuple[str, str]] | None:
    """The one meeting that ``row`` names before ``index``, and its days: "the Conference, held from 8 to 10 May, …"."""
    if _all_adopters(row) is None and not _is_relative(row, index):
        return None
    before = row.items[:index]
    met = {item.data.id: item.data for item in before if item.kind == "E" and is_a(item.data.type, "Meeting")}
    told = [item.data for item in before if item.kind == "T" and isinstance(item.data, Date) and item.data.last]
    if len(met) != 1 or len(told) != 1:
        return None
    return next(iter(met.values())), (told[0].first, told[0].last or "")


def _all_adopters(row: Row) -> tuple[int, int] | None:
    """The first and last item of those of the row who adopt something."""
    return next((span for k in range(len(row.items)) if (span := _adopters(row, k)) is not None), None)


def _adopters(row: Row, verb: int) -> tuple[int, int] | None:
    """The first and last item of those who adopt something, right before the ``verb`` that says so."""
    group = row.items[verb].data
    if row.kind(verb) != "V" or group.passive or group.negated or group.unreal:
        return None
    last = verb - 1
    while row.kind(last) == "A":
        last -= 1
    ours = row.kind(last) in ("W", "O") and row.items[last].word in nations()["we"]
    founds = ours and group.form == "base" and not verbs_of("founded").isdisjoint(group.lemmas)  # "We establish"
    if not founds and verbs_of("adoptions").isdisjoint(group.lemmas):
        return None
    if group.form != "finite" and not (ours and group.form == "base"):  # "We adopt the Charter"
        return None
    if ours:
        return last, last
    for first in range(last, max(-1, last - _LONGEST), -1):
        words = " ".join(item.word for item in row.items[first : last + 1])
        if fold(words) in _together(row.language):
            before = first - 1 - (row.kind(first - 1) == "D")
            return (first, last) if row.kind(before) in ("", ",", "C", "S", "T") else None
    return None


def _named_here(row: Row) -> Entity | None:
    """The one meeting that ``row`` names."""
    met = {item.data.id: item.data for item in row.items if item.kind == "E" and is_a(item.data.type, "Meeting")}
    return next(iter(met.values())) if len(met) == 1 else None


def _without_aside(row: Row) -> Row:
    """ "the participants[, among them OSCE and UNICEF,] endorsed": those who are named do not do it alone."""
    for closing in range(len(row.items) - 1, 0, -1):
        opening = aside_before(row, closing) if row.kind(closing + 1) in ("V", "A") else None
        if opening is not None:
            return Row([*row.items[:opening], *row.items[closing + 1 :]], row.language)
    return row


def aside_before(row: Row, closing: int) -> int | None:
    """ "the participants[,] among them OSCE and UNICEF[,] endorsed": the comma that opens what ``closing`` ends."""
    if row.kind(closing) != ",":
        return None
    for k in range(closing - 2, 0, -1):
        if row.kind(k) == "," and (
            row.items[k + 1].data == "including" or row.items[k + 1].word in ("dont", "including")
        ):
            return k if row.items[k - 1].word in data("attendance")[row.language]["those"] else None
        if row.kind(k) in ("V", ";", ":", "S"):
            return None
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
