"""The dates of a sentence, with those that its document completes: « le 3 mai », « la même année », "last year"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract import chronology
from extract.document import Document, Sentence
from extract.mentions import dates
from extract.mentions.dates import Date
from extract.mentions.describing import Hit
from extract.mentions.relative import RelativeTimes

_DAY = 10  # characters of a date that is a day
_JUST_PAST = re.compile(r"\s+(?:dernier|passé)\b")  # « en février dernier »: counted from a day that is not told


class Times:
    """Finds the dates of one document; its methods must be called in the order of the text."""

    def __init__(self, document: Document, folded: str) -> None:
        self.document = document
        self._relative = RelativeTimes(folded)
        self._entries = chronology.entries(document)
        self._last: tuple[int, Date] | None = None  # passage, the date named last
        self._head: str | None = None  # the day that a line of the head named last

    def find(self, sentence: Sentence, language: str, taken: Sequence[Hit]) -> list[Date]:
        """The dates of ``sentence`` outside the names ``taken``, with those that leave out their year: it is that of
        the date before in the sentence or passage, else that of the document, where the day is not yet to come.
        """
        text, start, end = self.document.text, sentence.start, sentence.end
        found = [date for date in dates.find(text, language, start, end) if not covered(taken, date.start, date.end)]
        earlier = self._before(sentence)
        known = next((date.first[:4] for date in (*found[:1], earlier, self.entry(sentence)) if date is not None), None)
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

    def entry(self, sentence: Sentence) -> Date | None:
        """The date of the entry of a chronology in which ``sentence`` stands: a day only for what comes first under it,
        since it may be that of a piece of news.
        """
        date = self._entries.get(sentence.passage)
        first = self.document.passages[sentence.passage].start == sentence.start
        return date if date is None or first or len(date.first) < _DAY else None

    def leaves_entry(self, sentence: Sentence) -> bool:
        """Has the sentence, or one before it in its passage, told a date of another year than that of its entry?"""
        entry, told = self.entry(sentence), self._before(sentence)
        return entry is not None and told is not None and told.first[:4] != entry.first[:4]

    def today(self, language: str) -> str | None:
        """The day that the document bears, in the version of this language, else the last that its head names."""
        own = self._own(language)
        return own if own is not None and len(own) == 10 else self._head

    def from_named(self, sentence: Sentence, language: str, told: Sequence[Date]) -> list[Date]:
        """« la même année », "two years later": from the date named last, in ``told`` or earlier in the passage."""
        return [*self._relative.from_named(sentence, language, told, self._before(sentence))]

    def from_own(self, sentence: Sentence, language: str) -> list[Date]:
        """ "today", « l'an dernier », counted from the date of the document."""
        own = self._own(language)
        return [*self._relative.from_own(sentence, own)] if own is not None else []

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
