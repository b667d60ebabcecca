"""When a number holds: the date of its clause, the document's reporting period, or the time of the sentence before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.counting.news import announced
from extract.counting.numbers import Quantity
from extract.document import Document, Sentence
from extract.mentions import dates
from extract.mentions.dates import Date
from extract.syntax.items import Item
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.lexicon import LANGUAGES, data

_DAY = 10  # characters of a date that is a day
_OPENING = 30  # characters before the date that opens a sentence: "In the period from "
_PERIOD = re.compile("period|developments")
_STOP = re.compile(r"\.\s")
_NEAR = 60  # characters around "period" in which "covers the … from" stands
_ASIDE = ("T", "E", "W", ",", ";", "D", "P", "C", "A", "-")  # of brackets that say who, where and when
_PHRASE = 6  # words of what a number counts
_LOOK = 260  # characters behind "covers the period" in which its two dates stand

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
        text, language = self.document.text, row.language
        elsewhere = announced(row)
        found = [
            item.data
            for k, item in enumerate(row.items)
            if item.kind == "T"
            and not _in_title(row, k)
            and (not _another(text, item.data, language) or _is_own(row, k, quantity))
            and not begun(row, k, quantity)
            and not _announced(row, k, quantity)
            and not _in_brackets(row, k, quantity)
            and not _contrasted(row, k, quantity)
            and not (k in elsewhere and len(item.data.first) == _DAY)
        ]
        found = [date for date in found if not _of_another_clause(row, date, quantity)] or found
        found = [
            date
            for date in found
            if not _told_apart(row, date, quantity, others) and not _told_before(row, date, quantity)
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
        dates = [item.data for k, item in enumerate(row.items) if item.kind == "T" and not _in_title(row, k)]
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
            match = _covers(language).search(text, max(0, place - _NEAR), place + _NEAR)
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
    between = bool(after) and any(quantity.end <= other.start < after[0].start for other in others)
    opens = bool(found) and found[0].end <= quantity.start and found[0].start - row.items[0].start < _OPENING
    apart = bool(after) and "," in text[quantity.end : after[0].start]
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


def _sees(row: Row, date: Date, quantity: Quantity) -> bool:
    """ "2008 saw 19 convictions, 2009 none": the year is the subject of the number's verb."""
    at = next((k for k, item in enumerate(row.items) if item.kind == "T" and item.start == date.start), None)
    verb = row.items[at + 1] if at is not None and at + 1 < len(row.items) else None
    sees = verb is not None and (verb.kind == "V" or verb.word in data("quantities")[row.language]["sees"])
    if at is None or not sees or (at and row.kind(at - 1) == "P"):
        return False
    between = [item.kind for item in row.items[at + 2 :] if item.end <= quantity.start]
    return date.end <= quantity.start and not set(between) & {",", ";", ":", "V", "T"}


def _of_another_clause(row: Row, date: Date, quantity: Quantity) -> bool:
    """ "trained 12 officers with the manual, which it had published in 2022": the date is of the manual."""
    return any(item.kind == "R" and quantity.end <= item.start < date.start for item in row.items)


def _told_apart(row: Row, date: Date, quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """ "IOM teaches 30 sailors, and Peru ratified the Protocol in 2002": the date is of a clause behind the number
    with a subject and a verb of its own, which counts nothing.
    """
    for start, verb, subject in _doings(row):
        own = any(item.kind == "V" and item.data.form == "finite" for item in row.items[: subject.start])
        if own and start >= quantity.end and verb <= date.start and _begins_clause(row, subject.start):
            return not any(start <= other.start < date.start for other in others)
    return False


def _told_before(row: Row, date: Date, quantity: Quantity) -> bool:
    """ "Peru ratified the Protocol in 2002; IOM teaches 30 sailors": the date is of the clause before the semicolon,
    the number is of what somebody else does behind it. Not so of "In 2002, …" and of "…; 30 sailors attended".
    """
    mark = next((item.start for item in row.items if item.kind == ";" and date.end <= item.start), quantity.start)
    told = {one for _, verb, subject in _doings(row) if verb <= date.start for one in _ids(subject)}
    behind = [_ids(subject) for start, _, subject in _doings(row) if mark < start < quantity.start]
    return bool(told) and behind != [] and bool(behind[-1]) and told.isdisjoint(behind[-1])


def _doings(row: Row) -> list[tuple[int, int, Phrase]]:
    """The clauses of ``row`` that have a subject and a finite verb: where the subject begins, where the verb ends."""
    told = ((clause.subject, clause.verb) for clause in row.clauses() if clause.verb.data.form == "finite")
    return [(row.items[subject.start].start, verb.end, subject) for subject, verb in told if subject is not None]


def _ids(subject: Phrase) -> set[str]:
    return {entity.id for member in subject.members for entity in member.entities}


def _begins_clause(row: Row, index: int) -> bool:
    """Does a clause of its own begin with the phrase at ``index``: "; Peru", "and Peru", ", while the Board"?"""
    while row.kind(index - 1) in ("D", "A"):
        index -= 1
    return row.kind(index - 1) in (",", ";", "C") or (row.kind(index - 1), row.kind(index - 2)) == ("S", ",")


def _is_own(row: Row, index: int, quantity: Quantity) -> bool:
    """ "14 proceedings opened in 2025": when those that the number counts were opened is its own date."""
    between = [item.kind for item in row.items[:index] if item.start >= quantity.end]
    return between[-2:] == ["V", "P"] and len(between) <= _PHRASE and set(between[:-2]) <= {"W", "J", "N", "Q", "E"}


def _contrasted(row: Row, index: int, quantity: Quantity) -> bool:
    """ "126 were trained in May 2022, while IOM trained [410]": the date before "while" is of the other clause, unless
    it opens the sentence.
    """
    opens = row.items[index].start - row.items[0].start < _OPENING
    behind = (item for item in row.items[index + 1 :] if item.start < quantity.start)
    contrast = data("quantities")[row.language]["contrast"]
    return not opens and any(item.kind == "S" and item.word in contrast for item in behind)


def _in_title(row: Row, index: int) -> bool:
    """ "the Global Report on Trafficking in Persons 2018": a bare year behind a word is part of a name; not "spring
    2018", « début 2018 ».
    """
    date = row.items[index].data
    led = (
        index > 0
        and row.kind(index - 1) in "WNQE"
        and fold(row.items[index - 1].word) not in _parts_of_years(row.language)
    )
    return len(date.first) == date.end - date.start == 4 and date.last is None and led  # no « l'an dernier »


@cache
def _parts_of_years(language: str) -> frozenset[str]:
    return frozenset(map(fold, data("quantities")[language]["in_year"]))


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


def _announced(row: Row, index: int, quantity: Quantity) -> bool:
    """ "announced on 3 May that 219 people …", « a déclaré en mai que … »: when it was said, and not when it was so."""
    after = row.items[index + 1] if index + 1 < len(row.items) else None
    says = after is not None and after.word in ("that", "que", "qu") and after.start < quantity.start
    before = index - 1
    while says and row.kind(before) in ("P", "D", "W"):  # "on Monday 24 June"
        before -= 1
    return says and row.kind(before) == "V"


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
    return not set(between) <= {"W", "J", "N", "Q", "P", "D", "H", "E"} or len(between) > _PHRASE


def _in_brackets(row: Row, index: int, quantity: Quantity) -> bool:
    """A date in brackets is of what stands before them, not of a number outside: "Mr. Attard (2012–2018)"."""
    depth = 0
    for k in range(index, -1, -1):
        depth += {")": 1, "(": -1}.get(row.kind(k), 0)
        if depth < 0:
            return row.items[k].start > quantity.end or row.items[index].end < quantity.start
    return False


def _another(text: str, date: Date, language: str) -> bool:
    """A date of something else: "fewer than in 2019", "created in 2010", "since 2010"."""
    before = text[max(0, date.start - 26) : date.start].lower().rstrip()
    if _founded(language).search(before) is not None:
        return True
    return before.endswith(tuple(data("quantities")[language]["compared"]))


def begun(row: Row, index: int, quantity: Quantity) -> bool:
    """ "Created by IOM in 2005, the database holds 90,000 cases": what stands at ``index`` is of the creation."""
    behind = (item.kind for item in row.items[index + 1 :] if item.start < quantity.start)
    if not any(kind in (",", "V", "R") for kind in behind):
        return False
    for k in range(index - 1, -1, -1):
        item = row.items[k]
        if item.kind in (",", ";", ":", "R", "S"):
            return False
        if item.kind == "V":
            when = any(row.kind(before) == "S" for before in range(k))  # "When it opened in 2011, it had four rooms"
            return fold(item.word) in _beginnings(row.language) and not when
    return False


@cache
def _beginnings(language: str) -> frozenset[str]:
    content = data("quantities")[language]
    words = (*content["founded"], *content["agreed"], *content["made_public"])
    return frozenset(fold(word) + end for word in words for end in ("", "e", "s", "es"))


@cache
def _founded(language: str) -> re.Pattern[str]:
    words = any_of(data("quantities")[language]["founded"])
    return re.compile(rf"(?:{words})(?:e?s?)(?: in| on| en| le)?$")


@cache
def _phrases(language: str) -> tuple[str, ...]:
    return tuple(fold(phrase) for phrase in data("quantities")[language]["reporting"])


@cache
def _inherited(language: str) -> tuple[str, ...]:
    return tuple(fold(word) + end for word in data("quantities")[language]["inherited"] for end in (" ", ","))


@cache
def _covers(language: str) -> re.Pattern[str]:
    return re.compile("|".join(data("quantities")[language]["covers"]), re.IGNORECASE)
