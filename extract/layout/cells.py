"""What a cell holds: names that fill it, dates, numbers, words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.counting.numbers import Numbers
from extract.document import Document
from extract.facts import Entity
from extract.mentions import people
from extract.mentions.dates import Date, without_year
from extract.mentions.entities import Register, is_known_word
from extract.mentions.heads import type_of_name
from extract.mentions.projects import project_nouns
from extract.mentions.references import Memory
from extract.syntax.items import Item, has
from extract.syntax.rows import Row
from ontology.alternatives import any_folded
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_a, is_any

_PARTED = re.compile(r"\s*(?<=\s);\s*")  # and not "Casa Azul; Freedom Harbour Trust"
_BETWEEN = re.compile(r"(?:[\s,/&*†()–-]|\b(?:and|et|[Tt]he|[Ll]a|[Ll]es?|\d{1,2}|[a-e])\b|\b[Ll]['’])*")
_NOTE = re.compile(r"\s*(?:\([^()]*\)|[*†‡]+|(?<=[^\W\d_])\d{1,2})$")  # a mark or a remark behind a name
_DATED = re.compile(r"(?:\s*\([^()\d]*\))?\s*\((?P<in>[^()]*)\)")
_ASIDE = re.compile(r"(?<=\S) ?(?:\(|,? (?:since|depuis|until|jusqu['’]en) )")  # "Ilze Kalnina, since 2023"
_BRACKETS = re.compile(r"\(([^()]*)\)")
_CITY = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+){0,2}")
_OPERATION = re.compile(r"^operation (?=\w)")
_ACRONYM = 3  # letters of capitals that may stand for anything
_LONGEST = 160  # characters of a name
_QUOTES = " «»“”\"„'.,"


@dataclass(frozen=True, slots=True)
class Cell:
    """The items of a cell and its span of the clean text."""

    start: int
    end: int
    text: str
    items: Sequence[Item]
    language: str


def split(document: Document, row: Row, start: int, end: int) -> list[Cell]:
    """The cells of the row at ``[start, end)``."""
    spans, position = [], start
    for match in _PARTED.finditer(document.text, start, end):
        spans.append((position, match.start()))
        position = match.end()
    return [cell(document, row, first, last) for first, last in [*spans, (position, end)]]


def cell(document: Document, row: Row, start: int, end: int) -> Cell:
    """The cell at ``[start, end)``."""
    inside = [item for item in row.items if start <= item.start < end and item.kind != ";"]
    return Cell(start, end, " ".join(document.text[start:end].split()), inside, row.language)


def says_nothing(text: str, language: str) -> bool:
    """Is the cell empty, a dash, "n/a"?"""
    folded = fold(text).strip(" .()*")
    return not any(map(str.isalnum, folded)) or folded in _folded("empty", language)


def is_sum(text: str, language: str) -> bool:
    """ "Total", « Sous-total », "Various donors": a row, or a name, that is no thing of its own."""
    return not _folded("sums", language).isdisjoint(re.findall(r"[\w-]+", fold(text)))


def is_doubted(one: Cell, *, free: bool) -> bool:
    """Does the cell say that it is not, or not yet, so? Of ``free`` text only what stands in brackets tells, or all."""
    said = " ".join(_BRACKETS.findall(one.text)) if free else one.text
    if _doubt(one.language).search(fold(said)) or free and _doubt(one.language).fullmatch(fold(one.text)[:40].strip()):
        return True
    opening = free and _doubt(one.language).match(fold(one.text)) is not None
    return opening or not free and any(item.kind == "X" or has(item, "I") or has(item, "U") for item in one.items)


@cache
def _doubt(language: str) -> re.Pattern[str]:
    either = any_folded(data("tables")["doubt"][language])
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")


@cache
def _folded(section: str, language: str) -> frozenset[str]:
    return frozenset(map(fold, data("tables")[section][language]))


class Cells:
    """Reads the cells of one document; names that nobody knows go to ``register`` and ``memory``."""

    def __init__(self, document: Document, numbers: Numbers, register: Register, memory: Memory) -> None:
        self.text = document.text
        self.numbers = numbers
        self._register = register
        self._memory = memory

    def entities(self, one: Cell, types: Sequence[str], name: str | None) -> list[Entity]:
        """What fills the cell, of one of ``types``; a name that no list knows is of type ``name``, if that is given;
        what semicolons part is told one by one ("Casa Azul; Freedom Harbour Trust"), or commas among which a body is
        known ("Expertise France, Fondation Caritas Liban").
        """
        mark = ";" if ";" in one.text else "," if name == "Organization" and self._is_list(one) else ""
        if mark:
            return [entity for part in self._parts(one, mark) for entity in self.entities(part, types, name)]
        every = [item for item in one.items if item.kind == "E"]
        named = [item for item in every if not self._in_brackets(one, item)]
        if any(item.data.type == "Office" for item in every if item not in named):
            return []  # « M. Lindqvist (Vice-Président) »: he stood in for another
        fitting = [item.data for item in named if not types or is_any(item.data.type, types)]
        if fitting and len(fitting) == len(named) and self._filled(one, named):
            return [entity for entity in fitting if entity.type != "ActorGroup"]
        if name is None and "Person" in types:
            found = self.person(one)
            if found is not None:
                return [found]
        rest = self.text[named[0].end : one.end].split() if fitting else []
        begins = (
            name == "Organization"
            and bool(fitting)
            and named[0].start <= one.start + 4
            and not all(word[:1].isupper() for word in rest)  # "Caritas Italiana"
        )  # "Norway and private donors"
        return self._new(one, name) if name is not None and not begins else []

    def _is_list(self, one: Cell) -> bool:
        """Do commas part names of which one is that of a known body, and none is a place: "Caritas, Kenya"?"""
        parts = self._parts(one, ",")
        names = [item.data.type for part in parts for item in part.items if item.kind == "E" and _fills(item, part)]
        bodies = any(is_a(type_, "Organization") for type_ in names) and not any(
            is_a(type_, "Place") for type_ in names
        )
        return len(parts) > 1 and bodies and all(part.text[0].isupper() for part in parts)

    def _parts(self, one: Cell, mark: str) -> list[Cell]:
        """What ``mark`` parts in the cell, without the "and" before the last."""
        part = rf"(?:\s*(?:and|et)(?=\s))?\s*(?P<part>[^{mark}\s][^{mark}]*)"
        spans = [match.span("part") for match in re.finditer(part, self.text[one.start : one.end])]
        return [
            Cell(first, last, " ".join(self.text[first:last].split()), inside, one.language)
            for first, last in ((one.start + low, one.start + high) for low, high in spans)
            for inside in [[item for item in one.items if first <= item.start < last]]
        ]

    def _in_brackets(self, one: Cell, item: Item) -> bool:
        """Of "Ms. Berg (Norway)" the country is a remark."""
        before = self.text[one.start : item.start]
        return before.count("(") > before.count(")")

    def _filled(self, one: Cell, named: Sequence[Item]) -> bool:
        """Is there nothing in the cell but the names, what joins them, marks and remarks in brackets?"""
        rest, position = [], one.start
        for item in named:
            rest.append(self.text[position : item.start])
            position = item.end
        rest.append(self.text[position : one.end])
        return _BETWEEN.fullmatch(_BRACKETS.sub(" ", " , ".join(rest))) is not None

    def _new(self, one: Cell, type_: str) -> list[Entity]:
        name = _NOTE.sub("", one.text).strip(_QUOTES)
        first = next((c for c in name if c.isalnum()), "")
        if not 3 <= len(name) <= _LONGEST or not first.isupper() or is_sum(name, one.language) or "http" in name:
            return []
        if type_ == "City" and _CITY.fullmatch(name) is None:
            return []  # "Conference Room 2, Palais des Nations"
        type_ = type_of_name(name, one.language) or "Document" if type_ == "Instrument" else type_
        own = _OPERATION.sub("", fold(name)) if type_ == "Operation" else name
        entity = self._register.new(self._register.thing_id(type_, own, named=True), type_, one.language, name)
        if _stands_alone(name) and is_any(type_, ("Organization", "Programme")):
            nouns = project_nouns(one.language) if type_ == "Programme" else frozenset()
            self._memory.later(name, entity, nouns)
        return [entity]

    def person(self, one: Cell) -> Entity | None:
        """The person that the cell names, with or without a title: "Ilze Kalnina, since 2023", "Ms. Berg (Norway)"."""
        aside = _ASIDE.search(self.text, one.start, one.end)
        end = one.start + len(self.text[one.start : aside.start() if aside is not None else one.end].rstrip(" ,*"))
        items = [item for item in one.items if item.start < end]
        if len(items) == 1 and items[0].kind == "E" and items[0].data.type == "Person":
            found: Entity = items[0].data
            return found
        if not items or any(item.kind not in ("W", "P", "D", "C", "V", "N", "A") for item in items):
            return None
        names = list(people.bare(self.text, one.start, end, (), lambda word: is_known_word(word, one.language)))
        if len(names) != 1 or (names[0].start, names[0].end) != (one.start, end):
            return None
        label = names[0].name
        return self._register.new(people.identifier(label), "Person", one.language, label)

    def years_of(self, one: Cell, entity: Entity) -> tuple[str, ...]:
        """The years in the brackets behind a name: "Kenya (2011), Togo (2014)", "Ms. Berg (Kenya) (2018–2019)"."""
        for item in one.items:
            if item.kind == "E" and item.data.id == entity.id and not self._in_brackets(one, item):
                behind = _DATED.match(self.text, item.end, one.end)
                dates = self.dates(one) if behind is not None else []
                inside = [date for date in dates if behind and behind.start("in") <= date.start < behind.end("in")]
                return inside[0].years() if len(inside) == 1 else ()
        return ()

    def is_until(self, one: Cell) -> bool:
        """ "Until 2018", « jusqu'en 2018 »: does the cell tell an end only?"""
        return any(item.kind == "P" and item.data == "until" for item in one.items)

    def dates(self, one: Cell, year: str | None = None) -> list[Date]:
        """The dates in the cell; days and months alone ("14–16 February") are of ``year``, if the caption tells one."""
        found = [item.data for item in one.items if item.kind == "T" and isinstance(item.data, Date)]
        if found or year is None:
            return found
        return [*without_year(self.text, one.language, one.start, one.end, year)]


def _stands_alone(name: str) -> bool:
    """Does the name tell itself from words: "Casa Azul", "SafePort-Togo"?"""
    return " " in name or (len(name) > _ACRONYM and any(map(str.isupper, name[1:])))


def _fills(item: Item, one: Cell) -> bool:
    """Is it all of the cell, its acronym aside: "International Organization for Migration (IOM)"?"""
    return item.end - item.start in (len(one.text), len(_NOTE.sub("", one.text)))


def one_of(found: Sequence[Entity], type_: str) -> Entity | None:
    """The one entity of a type, if there is one only."""
    fitting = {entity.id: entity for entity in found if is_a(entity.type, type_)}
    return next(iter(fitting.values())) if len(fitting) == 1 else None
