"""Numbers in tables: each cell with a number is a figure, measured by its column and said of its row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.counting.numbers import Numbers, Quantity
from extract.document import Document, Sentence
from extract.facts import Entity
from extract.relations import Roles
from extract.syntax.clauses import Row
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_a

Cells = Sequence[tuple[int, int]]  # clean spans of the cells of a row
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LINE = 90  # characters of a caption
_BARE = re.compile(r"[\s*()~≈<>+a-e]*")  # what a cell may hold beside its number: a mark, brackets


class NumberTables:
    """Reads the numbers in the tables of one document."""

    def __init__(self, document: Document, numbers: Numbers) -> None:
        self.document = document
        self._numbers = numbers

    def facts(self, sentence: Sentence, row: Row, under: Entity | None) -> Iterator[tuple[str, Roles]]:
        """Facts of the row in ``sentence``; ``under`` is what the heading above names."""
        passages = self.document.passages
        parent = self._header(sentence.passage, row.language)
        if parent is None:
            return
        header, cells = (
            self._cells(passages[parent].start, passages[parent].end),
            self._cells(sentence.start, sentence.end),
        )
        if len(header) != len(cells) or len(cells) < 2:
            return
        names = [self._text(span) for span in header]
        caption = self._caption(parent)
        if _planned(caption, row.language):
            return
        period = self._period(names, cells, caption, row.language)
        for position in range(len(cells)):
            quantity = self._number(cells[position], row.language)
            if (
                quantity is None
                or _is_skipped(names[position], row.language)
                or _planned(names[position], row.language)
            ):
                continue
            yield "figures", self._figure(names, cells, position, quantity, caption, period)
        if not any(_planned(name, row.language) for name in names):
            above = self._above(parent)
            when = period or self._period(names, cells, above, row.language)
            yield from self._funding(names, cells, row, when, under, _unit(above))

    def _header(self, passage: int, language: str) -> int | None:
        """The passage of the header above a row: what it stands under, else the first row, if that holds no number."""
        passages = self.document.passages
        parent, first = passages[passage].parent, passage
        if parent is not None and passages[parent].kind == "table":
            return parent
        while first > 0 and passages[first - 1].kind == "table" and passages[first - 1].parent == parent:
            first -= 1
        cells = self._cells(passages[first].start, passages[first].end)
        return first if first < passage and not any(self._number(cell, language) for cell in cells) else None

    def _cells(self, start: int, end: int) -> Cells:
        spans, position = [], start
        for match in re.finditer(r"\s*;\s*", self.document.text[start:end]):
            spans.append((position, start + match.start()))
            position = start + match.end()
        return [*spans, (position, end)]

    def _text(self, span: tuple[int, int]) -> str:
        return " ".join(self.document.text[span[0] : span[1]].split())

    def _caption(self, header: int) -> str:
        above = self.document.passages[header].parent
        if above is None or self.document.passages[above].kind != "heading":
            return ""
        return self._text((self.document.passages[above].start, self.document.passages[above].end))

    def _above(self, header: int) -> str:
        """The caption of the table: its heading, a short line between that and its header, and the heading of that."""
        passages = self.document.passages
        line = passages[header - 1] if header > 0 else None
        if line is None or line.kind == "table" or line.end - line.start > _LINE:
            return self._caption(header)
        return f"{self._caption(header)} {self._text((line.start, line.end))} {self._caption(header - 1)}"

    def _number(self, cell: tuple[int, int], language: str) -> Quantity | None:
        """The number that is all a cell holds."""
        found = self._numbers.between(*cell, language)
        if len(found) != 1 or found[0].spelled:
            return None
        rest = self.document.text[cell[0] : found[0].start] + self.document.text[found[0].end : cell[1]]
        whole = _BARE.fullmatch(rest) is not None
        return found[0] if whole and not (found[0].unit == "" and _YEAR.fullmatch(self._text(cell))) else None

    def _period(self, names: Sequence[str], cells: Cells, caption: str, language: str) -> str | None:
        years = data("tables")[language]["year"]
        for name, cell in zip(names, cells, strict=True):
            if fold(name) in years and _YEAR.fullmatch(self._text(cell)):
                return self._text(cell)
        if _YEAR.fullmatch(self._text(cells[0])):
            return self._text(cells[0])
        found = _YEAR.findall(caption)
        return found[0] if len(set(found)) == 1 else f"{found[0]}/{found[-1]}" if len(found) == 2 else None

    def _figure(
        self, names: Sequence[str], cells: Cells, position: int, quantity: Quantity, caption: str, period: str | None
    ) -> Roles:
        name, first = names[position], self._text(cells[0])
        year = _YEAR.search(name)
        measure = caption if year is not None and _YEAR.fullmatch(name) and caption else name
        roles: Roles = {"measure": measure or caption or first, "value": quantity.value}
        unit = quantity.unit or _unit(name) or _unit(caption)
        if unit:
            roles["unit"] = unit
        if position > 0 and first and not _YEAR.fullmatch(first):
            roles["subject"] = first
        when = year.group() if year is not None else period
        if when is not None:
            roles["period"] = when
        return roles

    def _funding(
        self, names: Sequence[str], cells: Cells, row: Row, period: str | None, under: Entity | None, unit: str
    ) -> Iterator[tuple[str, Roles]]:
        """A row of donors and amounts: "Norway ; 1,500,000", under "Donor ; Amount (US$)"."""
        words = data("counting")[row.language]
        donors = [k for k, name in enumerate(names) if fold(name).startswith(tuple(map(fold, words["donor_column"])))]
        amounts = [k for k, name in enumerate(names) if _is_amount(name, words["amount_column"])]
        if len(donors) != 1 or len(amounts) != 1:
            return
        quantity = self._number(cells[amounts[0]], row.language)
        low, high = cells[donors[0]]
        named = [item.data for item in row.items if item.kind == "E" and low <= item.start < high]
        currency = (quantity.unit if quantity is not None else "") or _unit(names[amounts[0]]) or unit
        if quantity is None or len(named) != 1 or not is_a(named[0].type, "Actor") or currency in ("", "%"):
            return
        roles: Roles = {"donor": named[0], "amount": quantity.value, "currency": currency}
        if under is not None and is_a(under.type, "Organization"):
            roles["recipient"] = under
        yield "funding", roles | ({"date": period} if period is not None and "/" not in period else {})


def _is_amount(name: str, words: Sequence[str]) -> bool:
    return any(fold(word) in fold(name) for word in words) or _unit(name) not in ("", "%")


def _unit(name: str) -> str:
    """The unit that a header states: "Amount (US$)", « Montant (en euros) », "Share (%)"."""
    if "%" in name:
        return "%"
    signs = data("quantities")["common"]["before"]
    for sign in sorted(signs, key=lambda sign: (-len(sign), sign)):
        if sign in name:
            return str(signs[sign])
    folded = fold(name)
    return next((code for word, code in _money() if word in folded), "")


@cache
def _money() -> tuple[tuple[str, str], ...]:
    return tuple(
        (fold(name), code)
        for language in ("en", "fr")
        for code, names in data("quantities")[language]["money"].items()
        for name in names
        if len(name) > 3
    )


def _is_skipped(name: str, language: str) -> bool:
    words = set(re.findall(r"[^\W\d_]+", fold(name)))
    return (
        not name.strip() or not words.isdisjoint(map(fold, data("counting")[language]["no_measure"])) and len(words) < 3
    )


def _planned(caption: str, language: str) -> bool:
    words = set(re.findall(r"[^\W\d_]+", fold(caption)))
    return not words.isdisjoint(map(fold, data("quantities")[language]["planned_headings"]))
