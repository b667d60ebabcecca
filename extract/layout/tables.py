"""Facts of the rows of tables, by their header, or by what the cells are that no header explains."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from extract.document import Document, Sentence
from extract.facts import Entity
from extract.layout import headers, shapes
from extract.layout.above import Above
from extract.layout.cells import Cell, Cells, cell, split
from extract.layout.headers import Column
from extract.layout.labelled import Labelled, is_office
from extract.layout.shapes import Record
from extract.layout.sittings import counted, holder
from extract.layout.stated import Stated, stated
from extract.layout.treaties import actions
from extract.mentions.finder import Found
from extract.syntax.rows import Row

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Tables:
    """Reads the tables of one document, in the order of the text."""

    def __init__(
        self,
        document: Document,
        cells: Cells,
        above: Above,
        labelled: Labelled,
        bodies: dict[str, Entity],
        only: Callable[[str], Entity | None],
    ) -> None:
        self.document, self.cells, self.above, self.labelled = document, cells, above, labelled
        self._bodies, self._only = bodies, only
        self._headers: dict[int, list[Column]] = {}  # passage of a header -> its columns
        self._seats: dict[int, Entity] = {}  # passage of a header -> of what it names a meeting: "Meeting of the Board"
        self._tops: dict[int, int] = {}  # passage of a first header -> that of the one that counts by now
        self._section = ""  # the words of the last row with one cell

    def seat(self, sentence: Sentence, found: Found, language: str) -> None:
        """Keep whose meetings those are that only a number names in the row."""
        top = self._top(sentence.passage)
        for meeting in counted(found, language) if self._headers.get(top) else ():
            body = self._seats.get(top) or holder(self._headers[top], lambda types: self.above.of(top, types))
            if body is not None:
                self._bodies.setdefault(meeting.id, body)

    def facts(self, sentence: Sentence, row: Row) -> Iterator[Stated]:
        """The facts of a row."""
        index = sentence.passage
        cells = split(self.document, row, sentence.start, sentence.end)
        self.above.rows.update((index,) if len(cells) > 1 else ())
        if len(cells) == 1:  # "Pledges", between the rows
            self._section = cells[0].text
            return
        top = self._top(index)
        if top not in self._headers or (top != index and self._is_header(cells, row)):  # a table right below another
            headless = self._is_vertical(index) or self._headless(cells, row) is not None or self._is_amount(cells)
            self._headers[index] = [] if headless else self._columns(cells, row)
            seat = next((item for item in row.items if item.kind == "E" and item.data.id in self._bodies), None)
            if seat is not None:
                self._seats[index] = self._bodies[seat.data.id]
            self._tops[top] = index
            top, self._section = index, ""
        columns = self._headers[top]
        if columns and top != index:
            yield from self._stated(sentence, row, columns, cells, top)
        elif not columns and (told := self._headless(cells, row)) is not None:
            record = Record(*told, self.above.owner, self._only, row.language)
            yield from (
                stated(self.document, kind, roles, sentence) for kind, roles, _ in shapes.facts(record, self.cells)
            )
        elif not columns and self._is_amount(cells):
            announced = [Column(frozenset({"organization", "state"})), Column(frozenset({"amount"}))]
            yield from self._stated(sentence, row, announced, cells, top)
        elif not columns and len(cells) == 2:
            self.labelled.take_row(cells[0], cells[1], sentence)

    def _top(self, index: int) -> int:
        """The passage of the header that counts for the row in passage ``index``."""
        parent = self.document.passages[index].parent
        table = parent is not None and self.document.passages[parent].kind == "table"
        top = parent if parent is not None and table else self._first_row(index)
        return self._tops.get(top, top)

    def _columns(self, cells: Sequence[Cell], row: Row) -> list[Column]:
        return [headers.column(one.text, one.items, row.language) for one in cells]

    def _is_header(self, cells: Sequence[Cell], row: Row) -> bool:
        columns = [column for column in self._columns(cells, row) if column.title]
        names = any([item.kind for item in one.items] == ["E"] for one in cells)  # "Act No. 5 of 2018 ; amends ; …"
        return len(columns) > 1 and all(columns) and not names

    def _first_row(self, index: int) -> int:
        passages = self.document.passages
        while index and passages[index - 1].kind == "table" and passages[index - 1].parent == passages[index].parent:
            index -= 1
        return index

    def _is_vertical(self, first: int) -> bool:
        """Do the rows of a table of two columns begin with labels: "Chair ; Norway" / "Treasurer ; Ms. Berg"?"""
        passages, labels, rows, least = self.document.passages, 0, 0, 0.5
        for passage in passages[first:]:
            if passage.kind != "table":
                break
            parts = self.document.text[passage.start : passage.end].split(" ; ")
            label, value = (bool(self.labelled.sorts(part, passage.language)) for part in (parts * 2)[:2])
            rows += 1
            if len(parts) != 2:
                return False
            when = label and "since" in self.labelled.sorts(parts[0], passage.language)
            label = label and not (when and parts[0].strip()[-1:].isdigit())  # « Depuis 2021 ; M. Roy »
            least = 0.6 if rows == 1 and label and value else least  # « Fonction ; Nom »
            labels += label and not value
        return rows > 0 and labels >= least * rows

    def _stated(
        self, sentence: Sentence, row: Row, columns: list[Column], cells: list[Cell], top: int
    ) -> Iterator[Stated]:
        """The facts of a row below the header in passage ``top``."""
        if self.document.format == "text":  # a row that ends early: its empty cells are not printed
            cells += [cell(self.document, row, sentence.end, sentence.end)] * (len(columns) - len(cells))
        caption = f"{self.above.caption(top)} / {self._section}" if self._section else self.above.caption(top)
        if len(columns) != len(cells) or self.above.is_planned(top, caption, row.language):
            return
        columns = headers.promoted(columns, caption, row.language)
        years = set(_YEAR.findall(caption))
        year = years.pop() if len(years) == 1 else None
        above = partial(self.above.of, top)
        record = Record(columns, cells, above, self._only, row.language, caption, year)
        for kind, roles, _ in (*shapes.facts(record, self.cells), *actions(record, self.cells)):
            yield stated(self.document, kind, roles, sentence)

    def _is_amount(self, cells: Sequence[Cell]) -> bool:
        """ "Kenya ; 60,000": a name and a number, in a row that no header explains."""
        number = self.cells.numbers.whole(cells[-1].start, cells[-1].end, cells[-1].language)
        return len(cells) == 2 and number is not None and number.unit != "%"

    def _headless(self, cells: list[Cell], row: Row) -> tuple[list[Column], list[Cell]] | None:
        """What the cells of a row are that says so itself."""
        return self._roster(cells, row) or self._paper(cells, row)

    def _paper(self, cells: list[Cell], row: Row) -> tuple[list[Column], list[Cell]] | None:
        """A symbol and the title of the document, in a list of what lay before a meeting; who wrote it may follow:
        « A/AC.1/3 ; Les filières : note du Secrétariat ».
        """
        items = cells[0].items
        if len(cells) != 2 or len(items) != 1 or items[0].kind != "E" or items[0].data.type != "Document":
            return None
        written = headers.written_by(row.language).search(self.document.text, cells[1].start, cells[1].end)
        end, author = (written.start(), written.start("author")) if written is not None else (cells[1].end,) * 2
        parts = [(cells[1].start, end), (author, cells[1].end)]
        columns = [Column(frozenset({sort})) for sort in ("symbol", "title", "author")]
        return columns, [cells[0], *(cell(self.document, row, first, last) for first, last in parts)]

    def _roster(self, cells: list[Cell], row: Row) -> tuple[list[Column], list[Cell]] | None:
        """A name and an office, in a row that no header explains; "Treasurer, since 2021" tells when, too."""
        if len(cells) != 2 or not is_office(cells[1].text, row.language) or self.cells.person(cells[0]) is None:
            return None
        since = cells[1].start + cells[1].text.find(",") if "," in cells[1].text else cells[1].end
        return [Column(frozenset({sort})) for sort in ("person", "office", "since")], [
            cells[0],
            cell(self.document, row, cells[1].start, since),
            cell(self.document, row, since, cells[1].end),
        ]
