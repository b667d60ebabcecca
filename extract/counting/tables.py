"""Numbers in tables: each cell with a number is a figure, measured by its column and said of its row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.counting.numbers import Numbers, Quantity
from extract.counting.periods import iso
from extract.document import Document, Sentence
from extract.facts import Entity
from extract.layout import headers
from extract.layout.cells import is_sum
from extract.mentions import dates
from extract.mentions.entities import slug
from extract.relations import Roles
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_any

Cells = Sequence[tuple[int, int]]  # clean spans of the cells of a row
_CLAUSE = re.compile(r"(?<=[.:;!?]) ")
_TITLES = ("title", "heading", "frontmatter", "paragraph")
_LINE = 160  # characters of a line above a table that is its caption
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class NumberTables:
    """Reads the numbers in the tables of one document."""

    def __init__(self, document: Document, numbers: Numbers) -> None:
        self.document = document
        self._numbers = numbers

    def facts(self, sentence: Sentence, row: Row) -> Iterator[tuple[str, Roles]]:
        """Facts of the row in ``sentence``."""
        passages = self.document.passages
        parent = self._header(sentence.passage, row.language)
        if parent is None:
            yield from self._listed(sentence, row)
            return
        header, cells = (
            self._cells(passages[parent].start, passages[parent].end),
            self._cells(sentence.start, sentence.end),
        )
        names = [self._text(span) for span in header]
        if len(names) + 1 == len(cells) and len(names) > 1:  # nothing stands above the names of the rows
            names = ["", *names]
        if len(names) != len(cells) or len(cells) < 2:
            return
        above = self._caption(parent)
        caption = self._text(above).rstrip(" :")
        if headers.planned(caption, row.language):
            return
        period = self._period(names, cells, above, row.language)
        place = _place(names, cells, row) or self._area(names[0], cells[0], row)
        reached = next((k for k, name in enumerate(names) if _tells_result(name, row.language)), 0)
        for position in range(reached, len(cells)):  # behind "Target"
            quantity = self._numbers.whole(*cells[position], row.language)
            name = names[position]
            if quantity is None or _is_skipped(name, row.language) or headers.planned(name, row.language):
                continue
            roles = self._figure(names, cells, position, quantity, caption, period, row.language)
            yield "figures", roles if place is None else {**roles, "place": place}

    def _listed(self, sentence: Sentence, row: Row) -> Iterator[tuple[str, Roles]]:
        """A name and its number below a line that says what is counted: "Contributions were received as follows:"."""
        above = self._first_row(sentence.passage) - 1
        cells = self._cells(sentence.start, sentence.end)
        if above < 0 or len(cells) != 2 or self.document.passages[above].kind == "table":
            return
        said = self._text((self.document.passages[above].start, self.document.passages[above].end))
        quantity, first = self._numbers.whole(*cells[1], row.language), self._text(cells[0])
        measure = _CLAUSE.split(said.rstrip(" :"))[-1]
        told = said.endswith(":") and not headers.planned(measure, row.language)
        if quantity is None or not told or is_sum(first, row.language):
            return
        roles: Roles = {"measure": measure, "value": quantity.value, "subject": first}
        unit = quantity.unit or headers.unit(measure)
        years = set(_YEAR.findall(measure))
        yield "figures", roles | ({"unit": unit} if unit else {}) | ({"period": years.pop()} if len(years) == 1 else {})

    def _first_row(self, passage: int) -> int:
        """The first row of the table in which the row ``passage`` stands."""
        passages, first = self.document.passages, passage
        while first and passages[first - 1].kind == "table" and passages[first - 1].parent == passages[passage].parent:
            first -= 1
        return first

    def _header(self, passage: int, language: str) -> int | None:
        """The passage of the header above a row: what it stands under, else the first row, if that holds no number."""
        passages = self.document.passages
        parent = passages[passage].parent
        if parent is not None and passages[parent].kind == "table":
            return parent
        first = self._first_row(passage)
        cells = self._cells(passages[first].start, passages[first].end)
        counts = any(self._numbers.whole(*cell, language) for cell in cells)
        years = len(cells) > 1 and all(_YEAR.fullmatch(self._text(cell)) for cell in cells)
        return first if first < passage and (years or not counts) else None

    def _cells(self, start: int, end: int) -> Cells:
        spans, position = [], start
        for match in re.finditer(r"\s*;\s*", self.document.text[start:end]):
            spans.append((position, start + match.start()))
            position = start + match.end()
        return [*spans, (position, end)]

    def _text(self, span: tuple[int, int]) -> str:
        return " ".join(self.document.text[span[0] : span[1]].split())

    def _caption(self, header: int) -> tuple[int, int]:
        """Where the line stands that introduces the table with a colon, its heading, else a title or short line right
        above it; an empty span where none does.
        """
        passages = self.document.passages
        parent, above = passages[header].parent, passages[header - 1] if header else None
        near = above is not None and above.kind in _TITLES and above.end - above.start <= _LINE
        headed = parent is not None and passages[parent].kind == "heading"
        if above is not None and near and (not headed or self.document.text[above.end - 1] == ":"):
            clauses = [match.end() for match in _CLAUSE.finditer(self.document.text, above.start, above.end - 1)]
            return (clauses[-1] if clauses else above.words), above.end
        return (passages[parent].words, passages[parent].end) if headed and parent is not None else (0, 0)

    def _area(self, name: str, cell: tuple[int, int], row: Row) -> Entity | None:
        """The region, town or basin that a row is about, by the header of the first column, where no list knows it."""
        said, text = data("counting")[row.language]["area_headers"], self._text(cell)
        kind = next((kind for kind in said if not _words(name).isdisjoint(said[kind])), None)
        if kind is None or not text[:1].isupper() or is_sum(text, row.language) or any(map(str.isdigit, text)):
            return None
        named = [item.data for item in row.items if (item.kind, item.start, item.end) == ("E", *cell)]
        known = next((one for one in named if isinstance(one, Entity) and is_any(one.type, ("Place",))), None)
        return known or Entity(f"place/{slug(text)}", str(kind), ((row.language, text),))

    def _period(self, names: Sequence[str], cells: Cells, above: tuple[int, int], language: str) -> str | None:
        for name, cell in zip(names, cells, strict=True):
            if not headers.sorts(name, language).isdisjoint(("year", "date")):
                told = [*dates.find(self.document.text, language, *cell)]
                if len(told) == 1:
                    return iso(told[0])
        if _YEAR.fullmatch(self._text(cells[0])):
            return self._text(cells[0])
        told = [date for date in dates.find(self.document.text, language, *above) if len(date.first) > len("2024")]
        if len(told) == 1:  # "… on 7 October 2025 was as follows:"
            return iso(told[0])
        found = _YEAR.findall(self._text(above))
        return found[0] if len(set(found)) == 1 else f"{found[0]}/{found[-1]}" if len(found) == 2 else None

    def _figure(
        self,
        names: Sequence[str],
        cells: Cells,
        position: int,
        quantity: Quantity,
        caption: str,
        period: str | None,
        language: str,
    ) -> Roles:
        name, first = names[position], self._text(cells[0])
        year = _YEAR.search(name)
        day = next(
            (iso(date) for date in dates.find(name, language, 0, len(name)) if len(date.first) > len("2024")), None
        )
        if names[0] and first and _tells_result(name, language):  # "Target | Reached by 31 December 2024"
            name, first = first, ""
        yearly = year is not None and _YEAR.fullmatch(name) is not None
        measure = caption if yearly and caption else name
        if yearly and not names[0] and first:  # "Victims identified" below an empty corner, beside the years
            measure, first = first, ""
        roles: Roles = {"measure": measure or caption or first, "value": quantity.value}
        unit = quantity.unit or headers.unit(name) or headers.unit(caption)
        if unit:
            roles["unit"] = unit
        if position > 0 and first and not _YEAR.fullmatch(first):
            roles["subject"] = first
        when = day or (year.group() if year is not None else period)
        if when is not None:
            roles["period"] = when
        return roles


def _place(names: Sequence[str], cells: Cells, row: Row) -> Entity | None:
    """What the cell below "Country" or « Lieu » names."""
    for name, (start, end) in zip(names, cells, strict=True):
        sorts = headers.sorts(name, row.language).union(*(headers.sorts(word, row.language) for word in _words(name)))
        if not sorts.isdisjoint(("place", "state")):  # "Member State" too
            named = [item.data for item in row.items if item.kind == "E" and start <= item.start < end]
            if len(named) == 1 and isinstance(named[0], Entity) and is_any(named[0].type, ("Place", "State")):
                return named[0]
    return None


def _words(name: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", fold(name)))


def _tells_result(name: str, language: str) -> bool:
    """Does the header of a column say that a target was reached: "Achieved", « Atteint au 31 décembre 2024 »?"""
    words = re.findall(r"[^\W\d_]+", fold(name))
    return bool(words) and words[0] in map(fold, data("counting")[language]["reached"])


def _is_skipped(name: str, language: str) -> bool:
    words = _words(name)
    return (
        not name.strip() or not words.isdisjoint(map(fold, data("counting")[language]["no_measure"])) and len(words) < 3
    )
