"""When a number holds: the date of its clause, the document's reporting period, or the time of the sentence before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.counting.apart import (
    contrasted,
    inserted,
    of_a_plan,
    of_another_clause,
    of_another_event,
    of_named,
    of_the_main_clause,
    told_apart,
    told_before,
    told_of_the_next,
)
from extract.counting.governor import governor
from extract.counting.news import announced
from extract.counting.numbers import Quantity
from extract.counting.other_dates import (
    PHRASE,
    announced_before,
    another,
    begun,
    goes_on,
    in_brackets,
    in_title,
    is_own,
    of_the_compared,
    of_the_later,
)
from extract.document import Document, Sentence
from extract.mentions import dates
from extract.mentions.dates import Date
from extract.syntax.items import Item
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import LANGUAGES, data

_DAY = 10  # characters of a date that is a day
_OPENING = 30  # characters before the date that opens a sentence: "In the period from "
_PERIOD = re.compile("period|developments|present report|present rapport")
_STOP = re.compile(r"\.\s")
_NEAR = 60  # characters before "period" in which "covers the … from" may begin
_ASIDE = ("T", "E", "W", ",", ";", "D", "P", "C", "A", "-")  # of brackets that say who, where and when
_LOOK = 260  # characters behind "period" in which "covers the … from" ends, and behind that in which two dates stand

_OWN = re.compile(r"\s?[:=]\s?| [–-] ")  # "2014: 63; 2015: 71"
_ALONE = re.compile(r"\s*(?:,|and|et)\s*(?:en |in )?")  # « en 2011, 2014 et 2017 » is no one period


class Periods:
    """The periods of one document; ``of`` must be called in the order of the text."""

    def __init__(self, document: Document, folded: str) -> None:
        self.document = document
        self.folded = folded
        self._reported: str | None = None
        self._looked = False
        self._opened: dict[int, str] = {}  # passage -> the time that opened one of its sentences

    def of(self, sentence: Sentence, row: Row, quantity: Quantity, others: Sequence[Quantity]) -> str | None:
        """The period of a number, in ISO 8601 ('2018', '2015-12-17/2019-04-15'), or None.

        ``others`` holds all numbers of the sentence.
        """
        if goes_on(row, quantity):
            return None
        text, language = self.document.text, row.language
        elsewhere = announced(row)
        found = [
            item.data
            for k, item in enumerate(row.items)
            if item.kind == "T"
            and not in_title(row, k)
            and not row.proclaimed(k)
            and not of_the_later(row, k, quantity)
            and (not another(text, item.data, language) or is_own(row, k, quantity))
            and not begun(row, k, quantity)
            and not of_another_event(row, k, quantity)
            and not announced_before(row, k, quantity)
            and not in_brackets(row, k, quantity)
            and not contrasted(row, k, quantity)
            and not (k in elsewhere and len(item.data.first) == _DAY)
        ]
        found = [
            date for date in found if not of_the_main_clause(row, date, quantity) and not of_a_plan(row, date, quantity)
        ]
        found = [date for date in found if not inserted(row, date, quantity)]
        own = [date for date in found if not of_another_clause(row, date, quantity)]
        named = any(of_named(row, date, quantity) for date in found)
        found = own or [date for date in found if not named or date.start < quantity.start]
        found = [
            date
            for date in found
            if not told_apart(row, date, quantity, others)
            and not told_before(row, date, quantity)
            and not told_of_the_next(row, date, quantity)
            and not of_the_compared(row, date, quantity, others, text)
        ]
        date = _nearest(self.document.text, found, row, quantity, others)
        whole = next((one for one in others if one.unit != "%" and one.end < quantity.start), None)
        if date is None and quantity.unit == "%" and whole is not None:  # "412 in 2024, 365 in 2023; 71 % were women"
            date = _nearest(self.document.text, found, row, whole, others)
        if date is not None:
            return iso(date)
        if found and all(iso(one) == iso(found[0]) for one in found):
            return iso(found[0])
        if self._reporting(sentence, row.language):
            return self._own()
        aside = None if found else _aside(row, quantity)
        if aside is not None:
            return iso(aside)
        return self._inherited(sentence, row) if not found else None

    def note(self, sentence: Sentence, row: Row) -> None:
        """Remember a year or period that opens the sentence, for those of its passage that go on speaking of it."""
        first = next((item.data for item in row.items[:4] if item.kind == "T"), None)
        if (
            isinstance(first, Date)
            and first.start - sentence.start < _OPENING
            and (len(first.first) == 4 or first.last is not None)
        ):
            self._opened[sentence.passage] = iso(first)
        elif (introducing := self._introducing(sentence, row)) is not None:
            self._opened[sentence.passage] = iso(introducing)
        elif self._reporting(sentence, row.language, opening=True) and self._own() is not None:
            self._opened[sentence.passage] = self._own() or ""

    def _introducing(self, sentence: Sentence, row: Row) -> Date | None:
        """The one date of a line that introduces a list: "Training provided by IOM in 2021:"."""
        dates = [item.data for k, item in enumerate(row.items) if item.kind == "T" and not in_title(row, k)]
        opens = self.document.text[sentence.start : sentence.end].rstrip().endswith(":")
        return dates[0] if opens and len(dates) == 1 and isinstance(dates[0], Date) else None

    def _inherited(self, sentence: Sentence, row: Row) -> str | None:
        """The time that opened the line which introduces the items, or a sentence that this one goes on from."""
        passage = self.document.passages[sentence.passage]
        if passage.kind == "item" and passage.parent is not None and sentence.passage not in self._opened:
            return self._opened.get(passage.parent)
        words = self.folded[sentence.start : sentence.start + 40].lstrip()
        goes_on = words.startswith(_inherited(row.language)) or words[:1].isdigit()
        return self._opened.get(sentence.passage) if goes_on else None

    def _reporting(self, sentence: Sentence, language: str, *, opening: bool = False) -> bool:
        end = min(sentence.end, sentence.start + 60) if opening else sentence.end
        return any(phrase in self.folded[sentence.start : end] for phrase in _phrases(language))

    def _own(self) -> str | None:
        """The period that the document says it covers."""
        if not self._looked:
            self._looked = True
            places = (match.start() for match in _PERIOD.finditer(self.folded))
            self._reported = next((found for place in places if (found := self._covered(place)) is not None), None)
        return self._reported

    def _covered(self, place: int) -> str | None:
        """The dates behind "covers the period from", where the "period" at ``place`` belongs to such words."""
        text = self.document.text
        for language in LANGUAGES:
            match = _covers(language).search(text, max(0, place - _NEAR), place + _LOOK)
            if match is None:
                continue
            stop = _STOP.search(text, match.end(), match.end() + _LOOK)
            end = stop.start() if stop is not None else match.end() + _LOOK
            found = list(dates.find(text, language, match.end(), end))
            if found:
                last = found[0].last or (found[-1].first if len(found) > 1 else None)
                return found[0].first if last is None else f"{found[0].first}/{last}"
        return None


def iso(date: Date) -> str:
    """A date or a span of dates as ISO 8601 has it: '2018-05', '2015-12-17/2019-04-15'."""
    return date.first if date.last is None or date.last == date.first else f"{date.first}/{date.last}"


def _nearest(text: str, found: Sequence[Date], row: Row, quantity: Quantity, others: Sequence[Quantity]) -> Date | None:
    """The date of the number's part of the sentence: behind it up to a mark, else the one that opens it."""
    if len(found) == 1:
        return found[0]
    for date in found:
        if _sees(row, date, quantity) or _OWN.fullmatch(text, date.end, quantity.start) is not None:
            return date
    part = re.compile(r"[;:]|, (?:and|while|tandis|et)\b")
    behind = [
        date for date in found if date.start >= quantity.end and part.search(text, quantity.end, date.start) is None
    ]
    after = [date for date in found if quantity.end <= date.start]
    begin = _told_from(row, quantity, after[0].start) if after else quantity.end
    between = bool(after) and any(begin <= other.start < after[0].start for other in others)
    opens = bool(found) and found[0].end <= quantity.start and found[0].start - row.items[0].start < _OPENING
    apart = bool(after) and "," in text[begin : after[0].start]
    if between and (opens or apart):
        behind = []  # « En 2021, … 1 811 victimes, contre 1 542 en 2020 »
    if behind:
        return behind[0] if len(behind) == 1 or not _ALONE.fullmatch(text, behind[0].end, behind[1].start) else None
    before = [
        date for date in found if date.end <= quantity.start and part.search(text, date.end, quantity.start) is None
    ]
    if before:
        return before[-1]
    opening = [date for date in found if date.start - row.items[0].start < 24]
    return opening[0] if opening else None


def _told_from(row: Row, quantity: Quantity, before: int) -> int:
    """ "1,350 persons, among them 490 children, were abducted in 2025": where the verb of the number ends, which a date
    ``before`` follows; else where the number ends.
    """
    held = governor(row, quantity)
    end = row.items[held[0]].end if held is not None and held[1] else quantity.end
    return end if end <= before else quantity.end


def _sees(row: Row, date: Date, quantity: Quantity) -> bool:
    """ "2008 saw 19 convictions, 2009 none": the year is the subject of the number's verb."""
    at = next((k for k, item in enumerate(row.items) if item.kind == "T" and item.start == date.start), None)
    verb = row.items[at + 1] if at is not None and at + 1 < len(row.items) else None
    sees = verb is not None and (verb.kind == "V" or verb.word in data("quantities")[row.language]["sees"])
    if at is None or not sees or (at and row.kind(at - 1) == "P"):
        return False
    between = [item.kind for item in row.items[at + 2 :] if item.end <= quantity.start]
    return date.end <= quantity.start and not set(between) & {",", ";", ":", "V", "T"}


def _aside(row: Row, quantity: Quantity) -> Date | None:
    """The date in brackets behind what the number counts ("40 judges (Lomé, May 2021)"), else the one date in brackets
    that is of the whole sentence: "13 captives were freed (4 June 2015).", "Operation Dawn (May 2019) led to …".
    """
    told = [*_bracketed(row)]
    for k, _, date in told:
        if k and row.items[k - 1].start >= quantity.end and not _parted(row, quantity, k):
            return date
    if len(told) != 1:
        return None
    k, close, date = told[0]
    thing = k > 0 and row.kind(k - 1) == "E"
    named = thing and row.items[k - 1].data.type == "Operation"
    closes = all(item.kind in (".", '"') for item in row.items[close + 1 :])
    exact = len(date.first) > 4 and not thing and k > 0  # "the result (11 May 2018) was 17 minors rescued"
    heads = row.kind(close + 1) == ":" and row.items[close].start < quantity.start  # "Seized (as at 30 June 2021): …"
    return date if named or closes or exact or heads else None


def _bracketed(row: Row) -> Iterator[tuple[int, int, Date]]:
    """The brackets of ``row`` that say when, and who or where at most: where they open and close, and the date."""
    for k, item in enumerate(row.items):
        close = row.close(k) if item.kind == "(" else k
        inside = row.items[k + 1 : close]
        told = [one.data for one in inside if one.kind == "T" and isinstance(one.data, Date)]
        plain = all(one.kind in _ASIDE and not (_is_small(one) and row.kind(close + 1) != ":") for one in inside)
        if len(told) == 1 and plain:
            yield k, close, told[0]


def _is_small(item: Item) -> bool:
    """A word in small letters: "(see also the report of 2018)"."""
    return item.kind == "W" and item.surface[:1].islower()


def _parted(row: Row, quantity: Quantity, index: int) -> bool:
    """Is there more than a noun between the number and item ``index``: "12 officers, and a manual (2018)"?"""
    between = [item.kind for item in row.items[:index] if item.start >= quantity.end]
    return not set(between) <= {"W", "J", "N", "Q", "P", "D", "H", "E"} or len(between) > PHRASE


@cache
def _phrases(language: str) -> tuple[str, ...]:
    return tuple(fold(phrase) for phrase in data("quantities")[language]["reporting"])


@cache
def _inherited(language: str) -> tuple[str, ...]:
    return tuple(fold(word) + end for word in data("quantities")[language]["inherited"] for end in (" ", ","))


@cache
def _covers(language: str) -> re.Pattern[str]:
    return re.compile("|".join(data("quantities")[language]["covers"]), re.IGNORECASE)
