"""Times told by another: "that year", « la veille », "two years later", « l'an dernier »; which phrases, and how far
from what, stands in ontology/lexicon/words.yaml under `references`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date as Day
from datetime import timedelta
from functools import cache

from extract.document import Sentence
from extract.mentions.dates import Date
from extract.mentions.phrases import Phrases
from ontology.alternatives import any_folded, any_of
from ontology.fold import fold
from ontology.lexicon import data

_LENGTH = {"occasion": 4, "day": 10, "month": 7, "year": 4}  # characters of a date that says the unit
_NOWADAYS = ("today", "aujourd'hui")  # as the first word of a sentence
_MONTHS = 12
_WEEK = 7
_Step = tuple[str, int]  # a unit and how many of it


class RelativeTimes:
    """Finds those of one document by its ``folded`` text."""

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self._stepped = [*_stepped().find(folded)]
        self._dated = [*_dated().find(folded)]
        self._reported = [*_reported().find(folded)]

    def from_named(self, sentence: Sentence, language: str, told: Sequence[Date], last: Date | None) -> Iterator[Date]:
        """Those counted from the date of ``told`` that stands before, else from ``last``: « la même année »."""
        for start, end, phrase in _inside(self._stepped, sentence):
            origin = next((date for date in reversed(told) if date.end <= start), last)
            step = _steps()[phrase]
            found = _shifted(origin, step) if origin is not None else None
            if found is not None and _behind(language, same=step[1] == 0).match(self.folded, end) is None:
                yield Date(start, end, *found)
        yield from self._from_end(sentence, language, told)

    def _from_end(self, sentence: Sentence, language: str, told: Sequence[Date]) -> Iterator[Date]:
        """ "chaired by Chad until 2019 and by Mali since then": from the end that was told."""
        for match in _since_then(language).finditer(self.folded, sentence.start, sentence.end):
            ends = [date for date in told if date.end <= match.start()]
            origin = ends[-1] if ends else None
            if origin is not None and _until(language).search(self.folded[sentence.start : origin.start]):
                yield Date(*match.span("then"), origin.first)

    def from_own(self, sentence: Sentence, own: str) -> Iterator[Date]:
        """Those counted from ``own``, the date of the document: "today", « l'an dernier »; "Today, …" may mean
        nowadays.
        """
        for start, end, phrase in _inside(self._dated, sentence):
            found = _shifted(Date(0, 0, own), _units()[phrase])
            vague = _vague().search(self.folded, sentence.start, start) is not None
            if found is not None and not vague and not (start == sentence.start and phrase in _NOWADAYS):
                yield Date(start, end, found[0])
        day = _day(own)
        if day is not None:
            yield from self._weekdays(sentence, day)

    def _weekdays(self, sentence: Sentence, own: Day) -> Iterator[Date]:
        """ "on Tuesday", « mardi », in the news of a day: the last of that name, or the day itself."""
        found = _weekday().finditer(self.folded, sentence.start, sentence.end)
        for match in (one for one in found if one["led"] is None):
            back = (own.weekday() - _weekday_numbers()[match["day"]]) % _WEEK
            yield Date(match.start("day"), match.end("day"), (own - timedelta(back)).isoformat())

    def from_report(self, sentence: Sentence, year: str) -> Iterator[Date]:
        """ "during the year", « au cours de l'année » that the annual report is about; not "during the year before"."""
        for start, end, _ in _inside(self._reported, sentence):
            if end == sentence.end or self.folded[end] in ".,;:)":
                yield Date(start, end, year)

    def half_day(self, sentence: Sentence, own: str) -> Iterator[Date]:
        """ "In the afternoon, the Assembly held …", « Dans la matinée, … », in the news of the day ``own``."""
        match = _half_day().match(self.folded, sentence.start, sentence.end)
        if match is not None:
            yield Date(*match.span("when"), own)


@cache
def _half_day() -> re.Pattern[str]:
    return re.compile(
        rf"(?:in|dans) (?:the |la |l[’'])?(?P<when>{any_folded(data('words')['references']['halves'])})\b"
    )


def _day(value: str) -> Day | None:
    """The day of an ISO date; None of a month, a year, and 31 February."""
    try:
        return Day.fromisoformat(value) if len(value) == _LENGTH["day"] else None
    except ValueError:
        return None


def _inside(hits: Sequence[tuple[int, int, str]], sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    for hit in hits[bisect_left(hits, sentence.start, key=lambda hit: hit[0]) :]:
        if hit[1] > sentence.end:
            return
        yield hit


def _shifted(origin: Date, step: _Step) -> tuple[str, str | None] | None:
    """``origin`` moved by a step; None where it does not say as much as the unit needs."""
    unit, by = step
    value = origin.first if by <= 0 or origin.last is None else origin.last
    if len(value) < _LENGTH[unit]:
        return None
    if unit == "occasion":
        return origin.first, origin.last
    if unit == "day":
        day = _day(value)
        return None if day is None else ((day + timedelta(by)).isoformat(), None)
    if unit == "year":
        return str(int(value[:4]) + by), None
    months = int(value[:4]) * _MONTHS + int(value[5:7]) - 1 + by
    return f"{months // _MONTHS}-{months % _MONTHS + 1:02d}", None


@cache
def _since_then(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_ended(language, 'since')}) (?P<then>{_ended(language, 'then')})\b")


@cache
def _until(language: str) -> re.Pattern[str]:
    """The end of "until", « jusqu'en », right before a date."""
    return re.compile(rf"\b(?:{_ended(language, 'until')}) ?$")


def _ended(language: str, name: str) -> str:
    return any_folded(data("words")["references"]["ended"][language][name])


@cache
def _steps() -> dict[str, _Step]:
    """Each folded phrase with its step: those that are listed, and "two years later" for every number."""
    listed = data("words")["references"]["steps"]
    found = {fold(phrase): (entry["unit"], entry["by"]) for entry in listed for phrase in entry["phrases"]}
    for language, ways in data("words")["references"]["counted_steps"].items():
        numbers = [*data("numbers")[language]["cardinals"].items(), *((str(n), n) for n in range(2, 32))]
        for unit, nouns in ways["units"].items():
            for sign, side in ((1, "later"), (-1, "earlier")):
                found |= {
                    fold(f"{word} {noun} {behind}"): (unit, sign * number)
                    for word, number in numbers
                    if number < 32
                    for noun in nouns
                    for behind in ways[side]
                }
    return found


@cache
def _units() -> dict[str, _Step]:
    """Each folded phrase that is counted from the document's date with its step: "last year", "two years ago"."""
    content = data("words")["references"]
    found = {fold(phrase): (entry["unit"], entry["by"]) for entry in content["relative"] for phrase in entry["phrases"]}
    for language, ago in content["ago"].items():
        numbers = [*data("numbers")[language]["cardinals"].items(), *((str(n), n) for n in range(2, 32))]
        found |= {
            fold(f"{ago['before']}{word} {noun}{ago['behind']}"): (unit, -number)
            for word, number in numbers
            if number < 32
            for unit, nouns in ago["units"].items()
            for noun in nouns
        }
    return found


@cache
def _weekday_numbers() -> dict[str, int]:
    """'tuesday' -> 1, « mardi » -> 1."""
    listed = data("words")["references"]["weekdays"].values()
    return {fold(day): number for ways in listed for number, day in enumerate(ways["days"])}


@cache
def _weekday() -> re.Pattern[str]:
    """A day of the week, what is ``led`` by words that make it another day aside: "next Tuesday", « du lundi au »."""
    listed = data("words")["references"]["weekdays"].values()
    led, days, behind = (any_folded(word for way in listed for word in way[key]) for key in ("led", "days", "not"))
    return re.compile(rf"(?<![\w'-])(?:(?P<led>{led}) )?(?P<day>{days})(?![\w-])(?!(?: |, )(?:{behind})(?!\w))")


@cache
def _vague() -> re.Pattern[str]:
    """ "some [ten years ago]"."""
    return re.compile(rf"(?<!\w)(?:{any_of(data('words')['references']['near'])}) $")


@cache
def _stepped() -> Phrases:
    return Phrases(_steps())


@cache
def _dated() -> Phrases:
    return Phrases(_units())


@cache
def _reported() -> Phrases:
    return Phrases(data("words")["references"]["reported"])


@cache
def _behind(language: str, *, same: bool) -> re.Pattern[str]:
    """What makes a phrase one of another time: "the day before [the] session", "in the same year [as] the review"."""
    listed = data("words")["references"]["not_behind_same" if same else "not_behind_steps"][language]
    words = any_folded(listed)
    return re.compile(rf" (?:{words})(?:(?<=')|(?!\w))")
