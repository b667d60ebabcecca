"""Times in a question: '2018', '11 July 2017', 'since 2016', 'between 2016 and 2018', « en 2018 et 2019 »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from queries.asking.words import Meaning, Segment, Token, Vocabulary

_YEAR = re.compile(r"(?:1[89]|20|21)\d\d")


@dataclass(frozen=True, slots=True)
class Time:
    """Dates from ``first`` to ``last``, both included and as precise as they were typed; None leaves an end open."""

    first: str | None
    last: str | None


def atom(vocabulary: Vocabulary, text: str, words: Sequence[Token], first: int) -> tuple[str, int] | None:
    """A date that begins at token ``first``, as '2018', '2018-07', '2018-07-11', and where it ends."""
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
    last = before[-1] if before else None
    taken = 1
    if last is None:
        taken = 0
    article = (
        taken
        and last is not None
        and len(before) > 1
        and last.get("empty") is not None
        and last.get("in") is None
        and last.get("since") is None
    )
    if article:
        last = before[-2]
        taken = 2
    if len(dates) == 2 and last is not None and (ranges or last.get("between") is not None):
        known = last.get("between") or last.get("since") or last.get("in")
        return (Time(dates[0], dates[1]),), taken if known else 0
    if len(dates) == 2 and ranges:
        return (Time(dates[0], dates[1]),), 0
    every = tuple(Time(d, d) for d in dates)
    if last is None:
        return every, 0
    if last.get("after") is not None:
        return (Time(_next(dates[0]), None),), taken
    if last.get("before") is not None:
        return (Time(None, _previous(dates[0])),), taken
    if last.get("since") is not None:
        return (Time(dates[0], None),), taken
    if last.get("until") is not None:
        return (Time(None, dates[0]),), taken
    if last.get("in") is not None:
        return every, taken
    return every, 0


def _next(date: str) -> str:
    """The date behind: '2016' -> '2017'; of a month or day, itself with a mark that sorts behind it."""
    return str(int(date) + 1) if len(date) == 4 else date + "~"


def _previous(date: str) -> str:
    return str(int(date) - 1) if len(date) == 4 else date[:-1] + chr(ord(date[-1]) - 1)
