"""Times in a question: '2018', '11 July 2017', 'since 2016', 'between 2016 and 2018', « en 2018 et 2019 »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from queries.asking.words import Meaning, Segment, Token, Vocabulary

_YEAR = re.compile(r"(?:1[89]|20|21)\d\d")
_ORDERING = ("in", "between", "after", "before", "since", "until")  # words that say how a date is meant
_LONGEST = 3  # words of "at the end"
_DAY = 2  # hyphens of a date with its day
# The months of a year, and the days of a month, that a part of it holds.
_PARTS = {"start": ((1, 3), (1, 11)), "middle": ((4, 9), (10, 21)), "end": ((10, 12), (20, 31))}
_ENDS = ".."  # between the two ends of a time that is named by one word: "late 2018"


@dataclass(frozen=True, slots=True)
class Time:
    """Dates from ``first`` to ``last``, both included and as precise as they were typed; None leaves an end open."""

    first: str | None
    last: str | None


def atom(vocabulary: Vocabulary, text: str, words: Sequence[Token], first: int) -> tuple[str, int] | None:
    """A date that begins at token ``first``, as '2018', '2018-07', '2018-07-11', '2018-10..2018-12', and where it
    ends."""
    return _whole(vocabulary, text, words, first) or _part(vocabulary, text, words, first)


def _part(vocabulary: Vocabulary, text: str, words: Sequence[Token], first: int) -> tuple[str, int] | None:
    """The beginning, middle or end of a year or month: "late 2018", « fin septembre 2017 », « début de l'année »."""
    for last in range(min(first + _LONGEST, len(words)), first, -1):
        part = vocabulary.content["parts"].get(" ".join(w.folded for w in words[first:last]))
        if part is None:
            continue
        while last < len(words) and words[last].folded in vocabulary.content["around_dates"]:
            last += 1
        date = _whole(vocabulary, text, words, last) if last < len(words) else None
        if date is not None and date[0].count("-") < _DAY:
            month = date[0].count("-")
            ends = _PARTS[part][month]
            return f"{date[0]}-{ends[0]:02d}{_ENDS}{date[0]}-{ends[1]:02d}", date[1]
    return None


def _whole(vocabulary: Vocabulary, text: str, words: Sequence[Token], first: int) -> tuple[str, int] | None:
    found = [w.folded for w in words[first : first + 5]]
    size = len(found)
    if (
        size >= 3
        and _YEAR.fullmatch(found[0])
        and _joined(text, words, first, "-")
        and re.fullmatch(r"\d\d", found[1])
        and re.fullmatch(r"\d\d", found[2])
    ):
        return f"{found[0]}-{found[1]}-{found[2]}", first + 3
    if size >= _DAY and _YEAR.fullmatch(found[0]) and _joined(text, words, first, "-") and _is_month(*found[:2]):
        return f"{found[0]}-{found[1]}", first + 2
    day = re.fullmatch(r"(\d{1,2})(?:er|st|nd|rd|th)?", found[0])
    if day is not None and 1 <= int(day[1]) <= 31:
        at = 2 if size > 2 and found[1] == "of" else 1
        month = vocabulary.month(found[at]) if size > at else None
        if month is not None and size > at + 1 and _YEAR.fullmatch(found[at + 1]):
            return f"{found[at + 1]}-{month:02d}-{int(day[1]):02d}", first + at + 2
    month = vocabulary.month(found[0])
    if month is not None and size > 1:
        if _YEAR.fullmatch(found[1]):
            return f"{found[1]}-{month:02d}", first + 2
        day = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", found[1])
        if day is not None and size > 2 and _YEAR.fullmatch(found[2]):
            return f"{found[2]}-{month:02d}-{int(day[1]):02d}", first + 3
    return (found[0], first + 1) if _YEAR.fullmatch(found[0]) else None


def _is_month(year: str, number: str) -> bool:
    """'2019-01'; in '2010-12' the number may be a later year."""
    return re.fullmatch(r"0[1-9]|1[0-2]", number) is not None and int(number) <= int(year[2:])


def _joined(text: str, words: Sequence[Token], first: int, mark: str) -> bool:
    return text[words[first].end : words[first + 1].start] == mark


def merged(segments: Sequence[Segment], text: str, words: Sequence[Token]) -> list[Segment]:
    """The segments with dates and the words before and between them read together: each a 'time' of Time ranges."""
    found: list[Segment] = []
    at = 0
    while at < len(segments):
        if segments[at].get("date") is None:
            found.append(segments[at])
            at += 1
            continue
        dates, ranges, end = _run(segments, at, text, words)
        times, taken = _read(found, dates, ranges)
        del found[len(found) - taken :]
        first = segments[at].first if taken == 0 else segments[at - taken].first
        found.append(Segment(first, segments[end - 1].last, (Meaning("time", times),)))
        at = end
    return found


def _run(segments: Sequence[Segment], at: int, text: str, words: Sequence[Token]) -> tuple[list[str], bool, int]:
    """The dates that are joined from ``at`` on, whether the two are the ends of a range, and where they end."""
    dates = [_date(segments[at])]
    ranges = False
    end = at + 1
    while end < len(segments):
        gap = text[words[segments[end - 1].last - 1].end : words[segments[end].first].start]
        if segments[end].get("date") is not None and (gap.strip() in ("-", "–", "—", ",", "/") or gap.strip() == ""):
            ranges = ranges or gap.strip() in ("-", "–", "—", "/")
            dates.append(_date(segments[end]))
            end += 1
        elif end + 1 < len(segments) and segments[end + 1].get("date") is not None and _joins(segments[end]):
            ranges = ranges or segments[end].get("and") is None
            dates.append(_date(segments[end + 1]))
            end += 2
        elif (
            end + 2 < len(segments)
            and segments[end + 2].get("date") is not None
            and segments[end].get("and") is not None
            and segments[end + 1].get("in") is not None
        ):
            dates.append(_date(segments[end + 2]))
            end += 3
        else:
            break
    return dates, ranges, end


def _date(segment: Segment) -> str:
    meaning = segment.get("date")
    assert meaning is not None
    return str(meaning.data)


def _joins(segment: Segment) -> bool:
    to = any(m.data == "to" for m in segment.all("prep"))
    return segment.get("and") is not None or segment.get("until") is not None or to


def _read(before: Sequence[Segment], dates: Sequence[str], ranges: bool) -> tuple[tuple[Time, ...], int]:
    """The times, and how many segments before them belong to them."""
    last, taken = _led(before)
    if len(dates) == 2 and last is not None and (ranges or last.get("between") is not None):
        known = last.get("between") or last.get("since") or last.get("in")
        return (Time(_first(dates[0]), _last(dates[1])),), taken if known else 0
    if len(dates) == 2 and ranges:
        return (Time(_first(dates[0]), _last(dates[1])),), 0
    every = tuple(Time(_first(d), _last(d)) for d in dates)
    if last is None:
        return every, taken
    if last.get("after") is not None:
        return (Time(_next(_last(dates[0])), None),), taken
    if last.get("before") is not None:
        return (Time(None, _previous(_first(dates[0]))),), taken
    if last.get("since") is not None:
        return (Time(_first(dates[0]), None),), taken
    if last.get("until") is not None:
        return (Time(None, _last(dates[0])),), taken
    return every, taken


def _led(before: Sequence[Segment]) -> tuple[Segment | None, int]:
    """The word that says how a time is meant, and how many segments before the date belong to it: « avant le 15 mars »,
    "during the year 2017", « pour le mois de mars 2025 »."""
    nouns = len(before)
    while nouns > 0 and (_is_date_noun(before[nouns - 1]) or (nouns > 1 and _is_of_date_noun(before, nouns - 1))):
        nouns -= 1
    if nouns > 0 and not before[nouns - 1].all("empty", "prep", *_ORDERING):
        nouns = len(before)  # "World Day 2017"
    at = nouns
    if at > 0 and before[at - 1].get("empty") is not None and before[at - 1].get("since") is None:
        at -= 1
    if at > 0 and any(before[at - 1].get(cls) is not None for cls in _ORDERING):
        return before[at - 1], len(before) - at + 1
    if at < nouns and before[at].get("in") is not None:  # « le 3 mars », « en 2017 »
        return before[at], len(before) - at
    return None, len(before) - nouns


def _is_date_noun(segment: Segment) -> bool:
    return any(m.data[0] == "Date" for m in segment.all("type"))


def _is_of_date_noun(before: Sequence[Segment], at: int) -> bool:
    """« le mois de mars »"""
    return any(m.data == "of" for m in before[at].all("prep")) and _is_date_noun(before[at - 1])


def _first(date: str) -> str:
    return date.split(_ENDS)[0]


def _last(date: str) -> str:
    return date.split(_ENDS)[-1]


def _next(date: str) -> str:
    """The date behind: '2016' -> '2017'; of a month or day, itself with a mark that sorts behind it."""
    return str(int(date) + 1) if len(date) == 4 else date + "~"


def _previous(date: str) -> str:
    return str(int(date) - 1) if len(date) == 4 else date[:-1] + chr(ord(date[-1]) - 1)
