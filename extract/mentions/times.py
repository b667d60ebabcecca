"""The dates of a sentence, with those that its document completes: « le 3 mai », « la même année », "last year"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from extract import chronology
from extract.document import Document, Sentence
from extract.masthead import is_press
from extract.mentions import dates
from extract.mentions.datelines import datelines
from extract.mentions.dates import Date
from extract.mentions.describing import Hit
from extract.mentions.relative import RelativeTimes
from ontology.alternatives import any_folded
from ontology.fold import fold
from ontology.lexicon import LANGUAGES, data, verb_forms

_LEAP = "2000"  # a year that has all days
_HEAD = 600  # letters in which the title stands
_NEAR = 12  # letters between two dates of one list
_SINCE = re.compile(r"\b(?:since|depuis)\b[^.;:,()]{0,160}$", re.IGNORECASE)  # "since the Fund was created in [2010]"
_OF_YEAR = re.compile(r"\s+(?:of\s+|de\s+)?")  # "in June this year", « le 3 juin de l'an dernier »
_YEAR = 4  # characters of a date that is a year
_DAY = 10  # characters of a date that is a day
_NEWS = ("press-release", "article")
_QUOTED = 300  # letters of what is quoted
_WILL = frozenset({"will", "shall"})
_RECENT = 100  # days that news tells without their year
_OPENING = 12  # letters before a date that opens a sentence: "In ", « Au cours de »
_JUST_PAST = re.compile(r"\s+(?:dernier|passé)\b")  # « en février dernier »: counted from the day of the document


class Times:
    """Finds the dates of one document; its methods must be called in the order of the text."""

    def __init__(self, document: Document, folded: str) -> None:
        self.document = document
        self._relative = RelativeTimes(folded)
        self._entries = chronology.entries(document)
        self._lines = datelines(document)
        self._reported = _reported(folded)
        self._last: tuple[int, Date] | None = None  # passage, the date named last
        self._told: dict[int, Date] = {}  # passage -> the date that it named last
        self._since: int | None = None  # where a date stands that says since when something is so
        self._head: str | None = None  # the day that a line of the head named last

    def find(self, sentence: Sentence, language: str, taken: Sequence[Hit]) -> list[Date]:
        """The dates of ``sentence`` outside the names ``taken``, with those that leave out their year: it is that of
        the date before in the sentence or passage, else that of the document, where the day is not yet to come.
        """
        text, start, end = self.document.text, sentence.start, sentence.end
        found = [date for date in dates.find(text, language, start, end) if not covered(taken, date.start, date.end)]
        bare = [
            date
            for date in dates.without_year(text, language, start, end, _LEAP)
            if not any(other.start < date.end and date.start < other.end for other in found)
            and not covered(taken, date.start, date.end)
        ]
        if not bare:
            return found
        told = sorted([*found, *self.from_own(sentence, language)], key=lambda date: date.start)
        completed = (self._completed(date, told, sentence, language) for date in bare)
        return sorted([*found, *(date for date in completed if date is not None)], key=lambda date: date.start)

    def _completed(self, bare: Date, told: Sequence[Date], sentence: Sentence, language: str) -> Date | None:
        """``bare``, a date that leaves out its year, with the year that is spoken of; None where none is."""
        relative = next((date for date in told if _OF_YEAR.fullmatch(self.document.text, bare.end, date.start)), None)
        if relative is not None and len(relative.first) == _YEAR:
            return _in_year(Date(bare.start, relative.end, bare.first, bare.last), relative.first)
        own = self.today(language, sentence)
        year = self._spoken_of(bare, told, sentence, own)
        just_past = _JUST_PAST.match(self.document.text, bare.end) is not None
        if year is not None and not just_past:
            return _in_year(bare, year)
        if own is None:
            return None
        date = _in_year(bare, own[:4])
        if (date.last or date.first) <= own:
            return date
        return _in_year(bare, str(int(own[:4]) - 1)) if just_past else None

    def _spoken_of(self, bare: Date, told: Sequence[Date], sentence: Sentence, own: str | None) -> str | None:
        """The year of the date that stands before ``bare`` in its sentence, or right behind it ("in March and May
        2019"); else of the one before in the passage, unless that only says since when something has been so; else of
        the entry of a chronology, and of the title of an annual report.
        """
        before = [date for date in told if date.end <= bare.start and not self._is_quoted(date, bare.start)]
        behind = [date for date in told if bare.end <= date.start <= bare.end + _NEAR]
        earlier = self._before(sentence)
        if earlier is not None and self._since is not None and self._since >= earlier.start:
            earlier = None
        if own is not None and self._is_news_of(bare, own):
            before = [date for date in before if not self._is_aside(date)]
            earlier = None if earlier is not None and self._is_aside(earlier) else earlier
        dated = next((date for date in (*before[-1:], *behind[:1], earlier, self.entry(sentence)) if date), None)
        return dated.first[:4] if dated is not None else self._reported

    def _is_quoted(self, date: Date, at: int) -> bool:
        """« Nous n'avons pas accepté cela en 1846 », a-t-elle dit le 23 janvier: a date in words that are quoted, which
        end before ``at``.
        """
        text = self.document.text
        opened = max(text.rfind(mark, max(0, date.start - _QUOTED), date.start) for mark in "«“")
        closed = max(text.find(mark, opened, at) for mark in "»”") if opened >= 0 else -1
        return closed > date.start and all(mark not in text[opened : date.start] for mark in "»”")

    def _is_news_of(self, bare: Date, own: str) -> bool:
        """May news of the day ``own`` tell of this day as of one just past: "a study released on 2 March"?"""
        part = self.document.parts[0] if self.document.parts else None
        news = part is not None and part.type is not None and part.type.value in _NEWS
        day = _in_year(bare, own[:4]).first
        return news and len(day) == _DAY and day <= own and _days(own) - _days(day) <= _RECENT

    def _is_aside(self, date: Date) -> bool:
        """A year, or years, told by the way: "96 judges were trained in 2025. The study, released on 2 March, …", and
        not where it opens its sentence: "In 2025 two meetings were held. On 2 March …".
        """
        line = bisect_right(self.document.sentences, date.start, key=lambda one: one.start) - 1
        opens = date.start - self.document.sentences[line].start <= _OPENING
        return len(date.first) == _YEAR and not (opens and date.last is None)

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

    def today(self, language: str, sentence: Sentence) -> str | None:
        """The day that opens the piece of news in which ``sentence`` stands, else the one that the document bears, in
        the version of this language, else the last that its head names.
        """
        line = bisect_right(self._lines, sentence.start, key=lambda line: line[0]) - 1
        if line >= 0:
            return self._lines[line][1]
        own = self._own(language)
        return own if own is not None and len(own) == 10 else self._head

    def from_named(self, sentence: Sentence, language: str, told: Sequence[Date]) -> list[Date]:
        """« la même année », "two years later": from the date named last, in ``told`` or earlier in the passage, or in
        the one before, where this one has told none.
        """
        above = 0 if sentence.passage in self._entries else 1
        near = self._last is not None and self._last[0] >= sentence.passage - above
        last = self._last[1] if self._last is not None and near else None
        return [*self._relative.from_named(sentence, language, told, last)]

    def from_own(self, sentence: Sentence, language: str, told: Sequence[Date] = ()) -> list[Date]:
        """ "today", « l'an dernier », counted from the date of the document; not where one of ``told`` right behind
        says it more precisely: "Two years ago, on 16 June 2022".
        """
        own = self.today(language, sentence) or self._own(language)
        counted = self._relative.from_own(sentence, own) if own is not None else ()
        found = [dates.in_part(date, self.document.text, language) for date in counted]
        found += self._relative.from_report(sentence, self._reported) if self._reported is not None else ()
        found += self._relative.half_day(sentence, own) if self._is_covered(own, sentence) and own is not None else ()
        return [date for date in found if not any(_holds(other, date) for other in told)]

    def _is_covered(self, own: str | None, sentence: Sentence) -> bool:
        """Does a press release of that day tell it, in a passage that has named no other day?"""
        symbol = self.document.symbol
        coverage = symbol is not None and is_press(symbol.value) and own is not None and len(own) == _DAY
        return coverage and sentence.passage not in self._told

    def in_same_period(self, told: Sequence[Date], language: str) -> list[Date]:
        """``told`` with "the same period of 2024" as the part of that year that the date before it is of its own."""
        found: list[Date] = []
        for date in sorted(told, key=lambda date: date.start):
            part = found[-1] if found and len(found[-1].first) > _YEAR == len(date.first) else None
            one_year = part is not None and (part.last or part.first)[:_YEAR] == part.first[:_YEAR]
            before = fold(self.document.text[max(0, date.start - 50) : date.start])
            if (
                part is not None
                and one_year
                and date.last is None
                and _same_period(language).search(before) is not None
            ):
                date = _in_year(Date(date.start, date.end, part.first, part.last), date.first)
            found.append(date)
        return found

    def note(self, sentence: Sentence, told: Sequence[Date], *, heads: bool) -> None:
        """Take note of what ``sentence`` told; ``heads``: it stands in the head of the document."""
        days = [last for date in told if len(last := date.last or date.first) == 10]
        if days and heads and not self._is_to_be(sentence):
            self._head = days[-1]
        if told:
            main = [date for date in told if not self._is_compared(date)] or told
            self._last = (sentence.passage, main[-1])
            self._told[sentence.passage] = main[-1]
            if _SINCE.search(self.document.text, sentence.start, main[-1].start):
                self._since = main[-1].start

    def _is_to_be(self, sentence: Sentence) -> bool:
        """ "The next session will be held on 3 October 2018": a day that is yet to come, below a title."""
        words = re.findall(r"[^\W\d_]+", fold(self.document.text[sentence.start : sentence.end]))
        return not _future().isdisjoint(words)

    def _is_compared(self, date: Date) -> bool:
        """ "60 in 2024, compared with 21 in [2023]": what is told is told of the other."""
        before = fold(self.document.text[max(0, date.start - 40) : date.start])
        return _compared().search(before) is not None

    def _before(self, sentence: Sentence) -> Date | None:
        """The date named last in the passage, else, for an item of a list, in what opens that."""
        own = self._last[1] if self._last is not None and self._last[0] == sentence.passage else None
        passage = self.document.passages[sentence.passage]
        opened = self._told.get(passage.parent) if passage.kind == "item" and passage.parent is not None else None
        return own or opened

    def _own(self, language: str) -> str | None:
        own = next((part.date for part in self.document.parts if part.language == language), None)
        return own.value if own is not None else None


def _holds(date: Date, relative: Date) -> bool:
    """Is the ``relative`` one a part of the other, or does that one say it more precisely right behind?"""
    return date.start <= relative.start < date.end or 0 < date.start - relative.end < _NEAR


@cache
def _future() -> frozenset[str]:
    """Forms of verbs, of either language, that say what is to be."""
    forms = (pair for pairs in verb_forms("fr").values() for pair in pairs)
    return frozenset(fold(form) for form, name in forms if name == "fut") | _WILL


@cache
def _compared() -> re.Pattern[str]:
    listed = data("words")["references"]["compared"]
    words = any_folded(phrase for language in LANGUAGES for phrase in listed[language])
    return re.compile(rf"(?<!\w)(?:{words}) [^.;,]{{0,25}}$")


@cache
def _same_period(language: str) -> re.Pattern[str]:
    words = any_folded(data("numbers")[language]["same_period"])
    return re.compile(rf"(?<!\w)(?:{words}) (?:(?:of|in|for|the|de|en|du|la) |l'|d')*$")


def _reported(folded: str) -> str | None:
    """The year of an annual report, as the head of a folded text tells it: "ANNUAL REPORT 2022", « Rapport annuel pour
    2022 ».
    """
    titles = any_folded(title for language in LANGUAGES for title in data("numbers")[language]["yearly"])
    found = re.search(
        rf"(?<!\w)(?:{titles})[ :,]+(?:for |of |pour |de )?(?:l'annee |the year )?((?:19|20)\d\d)(?!\w)", folded[:_HEAD]
    )
    return found[1] if found is not None else None


def _days(iso: str) -> int:
    """The day, counted: months of 30 days will do."""
    year, month, day = map(int, iso.split("-"))
    return 360 * year + 30 * month + day


def _in_year(date: Date, year: str) -> Date:
    last = year + date.last[4:] if date.last is not None else None
    return Date(date.start, date.end, year + date.first[4:], last)


def covered(hits: Sequence[Hit], start: int, end: int) -> bool:
    """Does one of the names touch ``[start, end)``?"""
    return any(first < end and start < last for first, last, _ in hits)
