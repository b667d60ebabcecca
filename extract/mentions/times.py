"""The dates of a sentence, with those that its document completes: « le 3 mai », « la même année », "last year"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from extract.document import Document, Sentence
from extract.mentions import dates
from extract.mentions.dates import Date
from extract.mentions.describing import Hit
from extract.mentions.phrases import Phrases
from ontology.fold import fold
from ontology.lexicon import data

_JUST_PAST = re.compile(r"\s+(?:dernier|passé)\b")  # « en février dernier »: counted from a day that is not told


class Times:
    """Finds the dates of one document; its methods must be called in the order of the text."""

    def __init__(self, document: Document, folded: str) -> None:
        self.document = document
        self._same = [*_same().find(folded)]
        self._relative = [*_relative().find(folded)] if document.parts else []
        self._last: tuple[int, Date] | None = None  # passage, the date named last
        self._head: str | None = None  # the day that a line of the head named last

    def find(self, sentence: Sentence, language: str, taken: Sequence[Hit]) -> list[Date]:
        """The dates of ``sentence`` outside the names ``taken``, with those that leave out their year: it is that of
        the date before in the sentence or passage, else that of the document, where the day is not yet to come.
        """
        text, start, end = self.document.text, sentence.start, sentence.end
        found = [date for date in dates.find(text, language, start, end) if not covered(taken, date.start, date.end)]
        earlier = self._before(sentence)
        known = found[0].first[:4] if found else (earlier.first[:4] if earlier is not None else None)
        own = self.today(language) if known is None else None
        if known is None and own is None:
            return found
        unfinished = [
            date
            for date in dates.without_year(text, language, start, end, known or str(own)[:4])
            if (own is None or (date.last or date.first) <= own)
            and not (own is None and _JUST_PAST.match(text, date.end))
            and not any(other.start < date.end and date.start < other.end for other in found)
            and not covered(taken, date.start, date.end)
        ]
        return sorted([*found, *unfinished], key=lambda date: date.start)

    def today(self, language: str) -> str | None:
        """The day that the document bears, in the version of this language, else the last that its head names."""
        own = self._own(language)
        return own if own is not None and len(own) == 10 else self._head

    def same(self, sentence: Sentence, told: Sequence[Date]) -> Iterator[Date]:
        """« la même année », "on that occasion": the date named last before, in ``told`` or earlier in the passage."""
        first = bisect_left(self._same, sentence.start, key=lambda hit: hit[0])
        for start, end, phrase in self._same[first:]:
            if end > sentence.end:
                break
            date = next((date for date in reversed(told) if date.end <= start), self._before(sentence))
            if date is not None:
                year = "ann" in phrase or "year" in phrase
                since, until = (date.first[:4], None) if year else (date.first, date.last)
                yield Date(start, end, since, until)

    def relative(self, sentence: Sentence, language: str) -> Iterator[Date]:
        """ "today", « l'an dernier », counted from the date of the document; "Today, …" may mean nowadays."""
        own = self._own(language)
        first = bisect_left(self._relative, sentence.start, key=lambda hit: hit[0])
        for start, end, phrase in self._relative[first:] if own is not None else ():
            if end > sentence.end:
                break
            value = _counted(str(own), _unit(phrase))
            if value is not None and not (start == sentence.start and len(value) > 4):
                yield Date(start, end, value)

    def note(self, sentence: Sentence, told: Sequence[Date], *, heads: bool) -> None:
        """Take note of what ``sentence`` told; ``heads``: it stands in the head of the document."""
        days = [last for date in told if len(last := date.last or date.first) == 10]
        if days and heads:
            self._head = days[-1]
        if told:
            self._last = (sentence.passage, told[-1])

    def _before(self, sentence: Sentence) -> Date | None:
        return self._last[1] if self._last is not None and self._last[0] == sentence.passage else None

    def _own(self, language: str) -> str | None:
        own = next((part.date for part in self.document.parts if part.language == language), None)
        return own.value if own is not None else None


def covered(hits: Sequence[Hit], start: int, end: int) -> bool:
    """Does one of the names touch ``[start, end)``?"""
    return any(first < end and start < last for first, last, _ in hits)


def _counted(date: str, unit: str) -> str | None:
    """The year before, the year or the day of ``date`` ('2018-05-02'); None where it does not say the day."""
    if unit == "day":
        return date if len(date) == 10 else None
    return str(int(date[:4]) - (unit == "year before"))


@cache
def _same() -> Phrases:
    return Phrases(data("words")["references"]["same_time"])


@cache
def _relative() -> Phrases:
    return Phrases([phrase for listed in data("words")["references"]["relative"].values() for phrase in listed])


@cache
def _unit(phrase: str) -> str:
    """Under what words.yaml lists the phrase: 'day', 'year', 'year before'."""
    units = data("words")["references"]["relative"]
    return str(next(unit for unit, listed in units.items() if fold(phrase) in map(fold, listed)))
