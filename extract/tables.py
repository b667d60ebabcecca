"""Facts of the rows of a table whose header says what its columns hold: "State ; Signature ; Accession"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from extract.document import Document
from extract.facts import Entity
from extract.mentions import people
from extract.mentions.dates import Date
from extract.mentions.entities import is_known_word
from extract.relations import Roles
from extract.syntax.clauses import Row
from extract.syntax.items import Item, has
from ontology.fold import fold
from ontology.lexicon import data, frames, words
from ontology.types import is_a

_MARK = re.compile(r"([^\W\d_]+)\s?\((\w{1,2})\)")  # "Accession(a)"
_BEHIND = re.compile(r"[ ,]{0,2}\(?([^\W\d_]{1,2})\)?(?!\w)")
_DATE_OF = re.compile(r"^date (?:of |de la |de l'|d')")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Column:
    """What the cells below a header hold: its role, the manner of its treaty actions, what the header names."""

    role: str
    manner: str = ""
    marks: dict[str, str] = field(default_factory=dict)
    named: Entity | None = None


Cell = Sequence[Item]


class Tables:
    """Reads the rows of the tables of one document, in their order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.headers: dict[int, list[Column]] = {}  # passage of a header -> its columns

    def facts(self, index: int, row: Row, under: Entity | None) -> Iterator[tuple[str, Roles]]:
        """Facts of the row in passage ``index``; ``under`` is what the heading above names."""
        passage = self.document.passages[index]
        if passage.kind != "table":
            return
        cells = _cells(row)
        columns = self.headers.get(passage.parent) if passage.parent is not None else None
        header = [_column(self.document.text, cell, row.language) for cell in cells]
        if columns is None or all(column.role for column in header):  # a second table right below the first
            self.headers[index] = header
            return
        if self.document.format == "text":  # a row that ends early: its empty cells are not printed
            cells += [()] * (len(columns) - len(cells))
        caption = self._caption(passage.parent)
        doubted = any(item.kind == "X" or has(item, "I") or has(item, "U") for item in row.items)
        if len(columns) != len(cells) or doubted or _planned(caption, row.language):
            return
        by_role = {column.role: (column, cell) for column, cell in zip(columns, cells, strict=True)}
        years = _years(by_role["year"][1] if "year" in by_role else (), caption)
        treaty = _one(by_role["instrument"][1], "Treaty") if "instrument" in by_role else under
        if "state" in by_role and treaty is not None and treaty.type == "Treaty":
            state = _one(by_role["state"][1], "State")
            for column, cell in zip(columns, cells, strict=True):
                yield from _actions(self.document.text, state, treaty, column, cell)
            if "action" in by_role and "date" in by_role:
                yield from _action(state, treaty, by_role["action"][1], by_role["date"][1])
        for role, kind in (("chair", "chairs"), ("member", "members")):
            if role in by_role:
                column, cell = by_role[role]
                body = _one(by_role["body"][1], "Organization") if "body" in by_role else column.named or under
                yield from self._posts(kind, role, body, cell, years, row.language)
        if "person" in by_role and "office" in by_role:
            yield from self._offices(by_role["person"][1], by_role["office"][1], under, row.language)

    def _posts(
        self, kind: str, role: str, body: Entity | None, cell: Cell, years: Sequence[str], language: str
    ) -> Iterator[tuple[str, Roles]]:
        if body is None or not is_a(body.type, "Organization"):
            return
        for holder in self._holders(cell, language):
            for year in years or (None,):
                roles: Roles = {"body": body, role: holder}
                if year is not None:
                    roles["year"] = year
                if holder.id != body.id:
                    yield kind, roles

    def _offices(self, name: Cell, office: Cell, under: Entity | None, language: str) -> Iterator[tuple[str, Roles]]:
        held = _one(office, "Office")
        owner = {"organisation": under} if under is not None and is_a(under.type, "Organization") else {}
        for person in self._holders(name, language):
            if held is not None and person.type == "Person":
                yield "offices", {"person": person, "office": held, **owner}

    def _holders(self, cell: Cell, language: str) -> list[Entity]:
        """Actors that fill the cell, or the person whose bare name it is."""
        named = [item.data for item in cell if item.kind == "E" and is_a(item.data.type, "Actor")]
        if named:
            person = any(entity.type == "Person" for entity in named)
            return [
                entity
                for entity in named
                if entity.type not in ("ActorGroup", "Office") and (entity.type == "Person") == person
            ]
        if not cell or any(item.kind not in ("W", "P", "D", "C") for item in cell):
            return []
        found = list(
            people.bare(self.document.text, cell[0].start, cell[-1].end, (), lambda word: is_known_word(word, language))
        )
        whole = len(found) == 1 and (found[0].start, found[0].end) == (cell[0].start, cell[-1].end)
        return [Entity(people.identifier(found[0].name), "Person", ((language, found[0].name),))] if whole else []

    def _caption(self, header: int | None) -> str:
        parent = self.document.passages[header].parent if header is not None else None
        above = self.document.passages[parent] if parent is not None else None
        return self.document.text[above.start : above.end] if above is not None else ""


@cache
def manners() -> dict[str, str]:
    """The manner of a treaty action by its noun, as the frames give it: 'adhésion' -> 'accession'."""
    return {
        noun: frame.fixed["manner"]
        for frame in frames()
        if "manner" in frame.fixed
        for language in ("en", "fr")
        for noun in frame.nouns[language]
    }


def status_rows(row: Row, treaty: Entity | None) -> Iterator[tuple[str, Roles]]:
    """ "Sri Lanka … ratification … 15 June 2015" under the heading of a treaty."""
    if treaty is None or treaty.type != "Treaty" or row.kind(0) != "E" or row.items[0].data.type != "State":
        return
    if any(row.kind(k) == "V" for k in range(len(row.items))):
        return
    found = [manner for item in row.items if item.kind == "N" and (manner := manners().get(item.data)) is not None]
    dates = [item.data for item in row.items if item.kind == "T"]
    if len(found) == len(dates) == 1:
        yield (
            "ratifications",
            {"state": row.items[0].data, "instrument": treaty, "manner": found[0], "date": dates[0].first},
        )


def _cells(row: Row) -> list[Cell]:
    cells: list[list[Item]] = [[]]
    for item in row.items:
        if item.kind == ";":
            cells.append([])
        else:
            cells[-1].append(item)
    return list(cells)


def _column(text: str, cell: Cell, language: str) -> Column:
    if not cell:
        return Column("")
    printed = text[cell[0].start : cell[-1].end + 4]
    known = manners()
    found = [known[item.data] for item in cell if item.kind == "N" and item.data in known]
    if found:
        marks = {mark: known[fold(word)] for word, mark in _MARK.findall(printed) if fold(word) in known}
        return Column("manner", found[0], marks)
    header = _DATE_OF.sub("", " ".join(fold(item.word) for item in cell))
    role = next((role for start, role in _headers(language) if header == start or header.startswith(start + " ")), "")
    named = [item.data for item in cell if item.kind == "E" and is_a(item.data.type, "Organization")]
    return Column(role, named=named[0] if len(named) == 1 and role in ("chair", "member") else None)


@cache
def _headers(language: str) -> tuple[tuple[str, str], ...]:
    """Beginnings of headers and the role of their columns, the longest first."""
    pairs = [(fold(start), role) for role, starts in data("tables")[language].items() for start in starts]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def _planned(caption: str, language: str) -> bool:
    """ "Upcoming meetings", « Présidences prévues »."""
    return any("I" in (words(language).readings(word.lower()) or {}) for word in re.findall(r"[^\W\d_]+", caption))


def _years(cell: Cell, caption: str) -> list[str]:
    dates = [item.data for item in cell if item.kind == "T" and isinstance(item.data, Date)]
    if dates:
        return sorted({year for date in dates for year in date.years()})
    printed: list[str] = sorted(set(_YEAR.findall(caption)))
    return printed if len(printed) == 1 else []


def _one(cell: Cell, type_: str) -> Entity | None:
    named = [item.data for item in cell if item.kind == "E" and is_a(item.data.type, type_)]
    return named[0] if len(named) == 1 else None


def _action(state: Entity | None, treaty: Entity, action: Cell, date: Cell) -> Iterator[tuple[str, Roles]]:
    """The treaty action that a cell names, and its date in another."""
    found = [manners()[item.data] for item in action if item.kind == "N" and item.data in manners()]
    days = [item.data.first for item in date if item.kind == "T"]
    if state is not None and len(found) == len(days) == 1:
        yield "ratifications", {"state": state, "instrument": treaty, "manner": found[0], "date": days[0]}


def _actions(
    text: str, state: Entity | None, treaty: Entity, column: Column, cell: Cell
) -> Iterator[tuple[str, Roles]]:
    """The treaty action of a cell: its date, and behind it the mark of its manner ("22 Sep 2010 a", "(a)")."""
    if state is None or column.role != "manner":
        return
    for item in cell:
        if item.kind == "T" and len(item.data.first) == 10:
            mark = _BEHIND.match(text, item.end)
            manner = column.manner if mark is None else column.marks.get(mark[1])
            if manner is not None:
                yield (
                    "ratifications",
                    {"state": state, "instrument": treaty, "manner": manner, "date": item.data.first},
                )
