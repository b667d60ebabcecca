"""Facts that a document states by its layout: rows of tables below a header, and lines of the form "Label: value"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from extract import labels
from extract.counting.figures import reports
from extract.counting.labelled import unit_of
from extract.counting.numbers import Numbers
from extract.document import Document, Sentence
from extract.facts import Entity, Modality
from extract.layout import headers, shapes
from extract.layout.cards import card
from extract.layout.cells import Cell, Cells, cell, is_doubted, split
from extract.layout.headers import Column
from extract.layout.shapes import Record
from extract.layout.sittings import counted, holder
from extract.layout.titles import subject
from extract.layout.treaties import AGREED, actions
from extract.layout.values import parted, whose
from extract.mentions.finder import Finder, Found
from extract.mentions.heads import is_office_word
from extract.relations import Roles
from extract.syntax.items import Named
from extract.syntax.rows import Row
from ontology.authority import records
from ontology.fold import fold
from ontology.lexicon import words as known
from ontology.types import is_a, is_any

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
Stated = tuple[Sentence, str, Roles, Modality]
_HEADED = re.compile(r"(?<![\d/–-])(?:19|20)\d\d(?![\d/–-])")
_HEADING = 80  # characters of a heading that says of when the list below it is
_CLAUSE = re.compile(r"(?<=[.:;!?]) ")
_NUMBER = re.compile(r"\s*:\s+\d")
_HEADLINE = re.compile(r"\s?[:|–—]\s")
_LINE = 400  # characters of a line with a label
_ARTICLE = 5  # characters: "The "
_NAMED = 500  # characters of a passage whose names are kept


@dataclass(frozen=True, slots=True)
class _Line:
    """A label with its value, and the sentence that they stand in."""

    sorts: frozenset[str]
    title: Cell
    value: Cell
    sentence: Sentence
    body: Entity | None = None  # of which the label speaks: "Chair of the Board of Trustees"
    years: tuple[str, ...] = ()  # that such a label tells


class Layout:
    """Reads one document; its sentences must come in the order of the text."""

    def __init__(self, document: Document, numbers: Numbers, finder: Finder) -> None:
        self.document = document
        self.cells = Cells(document, numbers, finder.register, finder.memory)
        self._only = finder.memory.only
        self._memory = finder.memory
        self._bodies = finder.bodies
        self._headers: dict[int, list[Column]] = {}  # passage of a header -> its columns
        self._seats: dict[int, Entity] = {}  # passage of a header -> of what it names a meeting: "Meeting of the Board"
        self._tops: dict[int, int] = {}  # passage of a first header -> that of the one that counts by now
        self._named: dict[int, list[tuple[Named, bool]]] = {}  # passage -> its names; whether they are most of it
        self._title: Entity | None = None
        self._treaty: Entity | None = None  # the first that the document's head names
        self._front: dict[str, Entity] = {}  # the organisations that the masthead names
        self._head: Entity | None = None  # what the last heading, or line that is a name, spoke of
        self._headed = -1  # where that heading stands
        self._others = False  # does that speak of a body without a name: "Steering Committee"?
        self._rows: set[int] = set()  # passages with several cells
        self._works = False  # under the heading of a list of publications
        self._section = ""  # the words of the last row with one cell
        self._lines: list[_Line] = []  # the open list of labels

    def note(self, sentence: Sentence, found: Found) -> None:
        """Take note of what headings, captions and lines of a name speak of."""
        passage = self.document.passages[sentence.passage]
        if passage.kind == "table":
            self._seat(sentence, found, passage.language)
        if (
            passage.kind not in ("heading", "title", "frontmatter", "paragraph")
            or sentence.end - sentence.start > _NAMED
        ):
            return
        if passage.kind not in ("heading", "title") and self.speaks(sentence, passage.language):
            return
        named = [(mention, mention.data) for mention in found.named if isinstance(mention.data, Entity)]
        length = 0.6 * (sentence.end - sentence.start)
        self._named.setdefault(sentence.passage, []).extend(
            (name, name.end - name.start >= length) for name, _ in named
        )
        whole = next((entity for name, entity in named if name.end - name.start >= length), None)
        if whole is None and passage.kind == "title":  # « Comité des droits de l'enfant : fiche d'information »
            headline = _HEADLINE.search(self.document.text, sentence.start, sentence.end)
            end = headline.start() if headline is not None else sentence.end
            whole = next(
                (entity for name, entity in named if name.start - sentence.start < _ARTICLE and name.end == end), None
            )
        if passage.kind in ("frontmatter", "title"):
            bodies = [(name, entity) for name, entity in named if is_a(entity.type, "Organization")]
            sure = [e for name, e in bodies if not self.document.text[name.end : name.end + 2].strip().isdigit()]
            self._front.update({entity.id: entity for entity in sure})  # not "… against Trafficking Issue 9"
            treaties = (entity for _, entity in named if is_any(entity.type, AGREED))
            self._treaty = self._treaty or next(treaties, None)
        if passage.kind == "title":
            self._title = whole or subject(named, sentence) or self._title
        if passage.kind in ("heading", "title"):
            made = headers.promotions(self.document.text[sentence.start : sentence.end], passage.language)
            self._works = any(other == "title" for _, other in made)
        title = self.document.text[sentence.start : sentence.end]
        if passage.kind in ("heading", "title") and not labels.is_known(title, passage.language):
            self._head = named[0][1] if len(named) == 1 else None
            self._others = not named and headers.of_body(title, passage.language)
            self._headed = sentence.passage
        elif passage.kind == "heading" and self.document.format == "html" and not self._under(sentence.passage):
            self._head, self._others = None, False  # a heading of its own beside "Steering Committee"
        elif whole is not None and (sentence.start, sentence.end) == (passage.start, passage.end):
            self._head = whole

    def _under(self, index: int) -> bool:
        """Does the passage stand below the heading that spoke last?"""
        parent = self.document.passages[index].parent
        while parent is not None and parent != self._headed:
            parent = self.document.passages[parent].parent
        return parent is not None

    def speaks(self, sentence: Sentence, language: str) -> bool:
        """Does the sentence begin with a label that says what stands behind it?"""
        label = self._label(sentence)
        if label is None:
            return self._may_be_work(sentence)
        number = _NUMBER.match(self.document.text, sentence.start + len(label), sentence.end)
        counts = number is not None and unit_of(label, language) is not None
        return counts or bool(self._sorts(label, language)) or self._may_be_work(sentence)

    def facts(self, sentence: Sentence, row: Row) -> Iterator[Stated]:
        """The facts of a row; those of a list of labels come when it has ended."""
        if self.document.passages[sentence.passage].kind == "table":
            yield from self._row(sentence, row)
        elif (told := self._card(sentence, row)) is not None:
            yield from (self._said(kind, roles, sentence) for kind, roles in told)
        elif (label := self._label(sentence)) is not None:
            first = self._first(sentence)
            start = first + len(label)
            start += len(labels.COLON.match(self.document.text, start, sentence.end)[0])  # type: ignore[index]
            line = self._line(sentence, row, (first, first + len(label)), start)
            if line.sorts or self._count(line) is not None:
                self._lines.append(line)
        elif self._may_be_work(sentence):
            yield from self._work(sentence, row)

    def _card(self, sentence: Sentence, row: Row) -> list[tuple[str, Roles]] | None:
        spoken = self._memory.resumed("Programme", sentence.passage)
        return card(self.document, row, self.cells, self._only, spoken)

    def closed(self, sentence: Sentence | None) -> Iterator[Stated]:
        """The facts of the list of labels that has ended before ``sentence``; None: the end of the document."""
        if self._lines and (sentence is None or not self._goes_on(sentence)):
            lines, self._lines = self._lines, []
            yield from self._listed(lines)

    # -- lists of works ------------------------------------------------------------------------------------------------

    def _may_be_work(self, sentence: Sentence) -> bool:
        short = sentence.end - sentence.start < _LINE
        return self._works and short and self.document.passages[sentence.passage].kind in ("item", "paragraph")

    def _work(self, sentence: Sentence, row: Row) -> Iterator[Stated]:
        """ "Counting the Unseen, UNODC, March 2020", in a list of publications."""
        items = [item for item in row.items if item.kind not in ('"', ".")]
        if len(items) < 5 or [item.kind for item in items[-4:]] != [",", "E", ",", "T"]:
            return
        ends = ((sentence.start, items[-4].start), *((items[k].start, items[k].end) for k in (-3, -1)))
        columns = [Column(frozenset({sort})) for sort in ("title", "publisher", "date")]
        cells = [cell(self.document, row, first, last) for first, last in ends]
        record = Record(columns, cells, self._subject, self._only, row.language)
        yield from (self._said(kind, roles, sentence) for kind, roles, _ in shapes.facts(record, self.cells))

    # -- tables --------------------------------------------------------------------------------------------------------

    def _row(self, sentence: Sentence, row: Row) -> Iterator[Stated]:
        index = sentence.passage
        cells = split(self.document, row, sentence.start, sentence.end)
        self._rows.update((index,) if len(cells) > 1 else ())
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
            record = Record(*told, self.owner, self._only, row.language)
            yield from (self._said(kind, roles, sentence) for kind, roles, _ in shapes.facts(record, self.cells))
        elif not columns and self._is_amount(cells):
            announced = [Column(frozenset({"organization", "state"})), Column(frozenset({"amount"}))]
            yield from self._stated(sentence, row, announced, cells, top)
        elif not columns and len(cells) == 2 and (line := self._said_of(cells[0], cells[1], sentence)).sorts:
            self._lines.append(line)

    def _top(self, index: int) -> int:
        """The passage of the header that counts for the row in passage ``index``."""
        parent = self.document.passages[index].parent
        table = parent is not None and self.document.passages[parent].kind == "table"
        top = parent if parent is not None and table else self._first_row(index)
        return self._tops.get(top, top)

    def _seat(self, sentence: Sentence, found: Found, language: str) -> None:
        """Keep whose meetings those are that only a number names in the row."""
        top = self._top(sentence.passage)
        for meeting in counted(found, language) if self._headers.get(top) else ():
            body = self._seats.get(top) or holder(self._headers[top], lambda types: self._above(top, types))
            if body is not None:
                self._bodies.setdefault(meeting.id, body)

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
            label, value = (bool(self._sorts(part, passage.language)) for part in (parts * 2)[:2])
            rows += 1
            if len(parts) != 2:
                return False
            when = label and "since" in self._sorts(parts[0], passage.language)
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
        caption = f"{self._caption(top)} / {self._section}" if self._section else self._caption(top)
        if len(columns) != len(cells) or self._is_planned(top, caption, row.language):
            return
        columns = headers.promoted(columns, caption, row.language)
        years = set(_YEAR.findall(caption))
        year = years.pop() if len(years) == 1 else None
        record = Record(columns, cells, lambda types: self._above(top, types), self._only, row.language, caption, year)
        for kind, roles, _ in (*shapes.facts(record, self.cells), *actions(record, self.cells)):
            yield self._said(kind, roles, sentence)

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

    def _caption(self, top: int) -> str:
        """The heading above a table, the line between them, and what the heading stands under."""
        passages = self.document.passages
        parent = passages[top].parent
        grand = passages[parent].parent if parent is not None and passages[parent].kind != "heading" else None
        near = dict.fromkeys(k for k in (top - 1, parent, grand) if k is not None and k >= 0)
        return " / ".join(self._unnamed(k) for k in near if k not in self._rows)

    def _is_planned(self, top: int, caption: str, language: str) -> bool:
        """Does the caption announce plans? A paragraph that does not announce the table speaks for itself alone."""
        above = self.document.passages[top - 1] if top else None
        if above is not None and above.kind == "paragraph" and self.document.text[above.end - 1] != ":":
            words = self._unnamed(top - 1)
            caption = caption if headers.announces(words, language) else caption.removeprefix(words)
        return headers.planned(caption, language)

    def _unnamed(self, index: int) -> str:
        """The words of a passage without the names in it: a fund "of contributions" makes no contributions."""
        passage = self.document.passages[index]
        text = self.document.text[passage.start : passage.end]
        for name, _ in reversed(self._named.get(index, [])):
            text = text[: name.start - passage.start] + text[name.end - passage.start :]
        return _CLAUSE.split(text.rstrip(" :"))[-1] if passage.kind == "paragraph" else text

    def _above(self, top: int, types: Sequence[str]) -> Entity | None:
        """What of these types the table in passage ``top`` is about: as its caption names it, or a heading above."""
        passages = self.document.passages
        chain, parent = [top - 1], passages[top].parent
        while parent is not None:
            chain.append(parent)
            parent = passages[parent].parent
        for k, index in enumerate(dict.fromkeys(chain)):
            named = [name.data for name, most in self._named.get(index, []) if most or k < 2]
            fitting = {e.id: e for e in named if isinstance(e, Entity) and e.type != "State" and is_any(e.type, types)}
            if fitting:
                return next(iter(fitting.values())) if len(fitting) == 1 else None
        return self._subject(types) or self._held(types) or self._own(types)

    def _held(self, types: Sequence[str]) -> Entity | None:
        """The meeting on which the document reports."""
        meeting = self._memory.meeting
        return meeting if meeting is not None and is_any(meeting.type, types) else None

    def _headlined(self, types: Sequence[str]) -> Entity | None:
        """The programme with whose name the title of the page begins, which the text below explains: "Safe Crossings:
        Protecting Workers".
        """
        first = next((one for one in self.document.passages if one.kind in ("title", "heading")), None)
        title = "" if first is None else self.document.text[first.start : first.end]
        name = _HEADLINE.split(title)[0].strip()
        known = self._memory.aliases.get(name)
        return known if known is not None and known.type == "Programme" and is_any(known.type, types) else None

    def _subject(self, types: Sequence[str]) -> Entity | None:
        about = (self._head, self._headlined(types), self._title, self._treaty)
        return next((entity for entity in about if entity is not None and is_any(entity.type, types)), None)

    def _own(self, types: Sequence[str]) -> Entity | None:
        """Whose page it is, where the heading speaks of no other body: "Our members", « Présidence »."""
        house = self._memory.own_house if not self._others else None
        return house if house is not None and is_any(house.type, types) else None

    def owner(self, types: Sequence[str]) -> Entity | None:
        """Of lines that tell who does what, the body above, else the one that the masthead names, else whose page it
        is.
        """
        found = self._subject(types)
        if found is None and len(self._front) == 1:
            front = next(entity for entity in self._front.values())
            found = front if self.document.format != "html" or front.id not in records() else None
        found = found or self._own(types)
        return found if found is not None and is_any(found.type, types) else None

    # -- labels --------------------------------------------------------------------------------------------------------

    def _label(self, sentence: Sentence) -> str | None:
        """The words before the colon of a line."""
        if sentence.end - sentence.start > _LINE:
            return None
        return labels.label_of(self.document.text, self._first(sentence), sentence.end)

    def _first(self, sentence: Sentence) -> int:
        """Where the words of a line begin, behind its bullet."""
        bullet = labels.BULLET.match(self.document.text, sentence.start, sentence.end)
        return sentence.start if bullet is None else bullet.end()

    def _sorts(self, label: str, language: str) -> frozenset[str]:
        if headers.planned(label, language) and not headers.asks(label, language):
            return frozenset()
        found = headers.sorts(label, language) if labels.is_known(label, language) else frozenset()
        return found or (frozenset({"post"}) if is_office(label, language) else frozenset())

    def _line(self, sentence: Sentence, row: Row, label: tuple[int, int], start: int) -> _Line:
        return self._said_of(cell(self.document, row, *label), cell(self.document, row, start, sentence.end), sentence)

    def _said_of(self, title: Cell, value: Cell, sentence: Sentence) -> _Line:
        """The line of a label and its value; the label may name the body that it speaks of."""
        sorts = self._sorts(title.text, title.language)
        own = whose(self.document.text, title) if not sorts - {"post"} else None
        told = self._sorts(own[0].text, title.language) if own is not None else frozenset()
        if own is None or not told:
            return _Line(sorts, title, value, sentence)
        return _Line(told, own[0], value, sentence, own[1], headers.years(title.text))

    def _goes_on(self, sentence: Sentence) -> bool:
        if self.document.passages[sentence.passage].kind == "table":
            return self._lines[-1].sentence.passage == sentence.passage - 1
        return self._label(sentence) is not None

    def _listed(self, lines: Sequence[_Line]) -> Iterator[Stated]:
        """The facts of lines with labels, about what stands above them."""
        language = lines[0].value.language
        for line in lines:
            if "post" in line.sorts or line.body is not None:
                yield from self._about(self._alone(line), lines)
        kept = [line for line in lines if "post" not in line.sorts and line.body is None]
        named = [Column(line.sorts, title=line.title.text, years=headers.years(line.title.text)) for line in kept]
        columns = headers.promoted(named, self._caption(lines[0].sentence.passage), language)  # "PROJECT SHEET"
        told = [(c, line) for c, line in zip(columns, kept, strict=True) if not _is_doubted(line.value, c)]
        record = self._record([(column, line.value) for column, line in told], self.owner, language)
        yield from self._about(record, lines)
        around = shapes.around(record, self.cells)
        year = self._headed_year(lines[0].sentence.passage)
        if year is not None:
            around = {"period": year, **around}
        for _, line in told:
            counted = self._count(line) if reports(self.document, line.sentence.passage, labelled=True) else None
            if counted is not None:
                yield self._said("figures", {**counted, **around}, line.sentence)

    def _alone(self, line: _Line) -> Record:
        """What a line tells by itself: of an office ("Treasurer: …"), of another body than the lines around it."""
        body, owner = line.body, self.owner
        above = owner if body is None else lambda types: body if is_any(body.type, types) else None
        if "post" in line.sorts:
            columns = [Column(frozenset({sort})) for sort in ("office", "person")]
            return Record(columns, [line.title, line.value], above, self._only, line.value.language, labelled=True)
        column = Column(line.sorts, title=line.title.text, years=line.years)
        cells = [] if _is_doubted(line.value, column) else [(column, line.value)]
        return self._record(cells, above, line.value.language)

    def _record(
        self, cells: Sequence[tuple[Column, Cell]], above: Callable[[Sequence[str]], Entity | None], language: str
    ) -> Record:
        """Values below their labels, and what they tell besides."""
        every = [part for column, value in cells for part in parted(self.document.text, column, value)]
        columns, values = [column for column, _ in every], [value for _, value in every]
        return Record(columns, values, above, self._only, language, labelled=True)

    def _headed_year(self, passage: int) -> str | None:
        """ "2024 in figures", « L'année 2024 en chiffres »: the one year of the heading above a list."""
        parent = self.document.passages[passage].parent
        if parent is None or self.document.passages[parent].kind != "heading":
            return None
        words = self._unnamed(parent)
        found = [*_HEADED.finditer(words)]
        return found[0].group() if len(found) == 1 and len(words) < _HEADING else None

    def _count(self, line: _Line) -> Roles | None:
        """What a line counts: "Women sheltered: 112"."""
        more = any(item.kind == "T" or (item.kind == "P" and item.data == "by") for item in line.title.items)
        unit = None if more else unit_of(line.title.text, line.title.language)
        quantity = self.cells.numbers.whole(line.value.start, line.value.end, line.value.language)
        if unit is None or quantity is None:
            return None
        return {"measure": line.title.text, "value": quantity.value, "unit": quantity.unit or unit}

    def _about(self, record: Record, lines: Sequence[_Line]) -> Iterator[Stated]:
        for kind, roles, said in shapes.facts(record, self.cells):
            used = [
                line.sentence for line in lines if any(line.value.start <= one.start < line.value.end for one in said)
            ]
            if used:
                yield self._said(kind, roles, Sentence(used[0].start, used[-1].end, used[0].passage))

    def _said(self, kind: str, roles: Roles, sentence: Sentence) -> Stated:
        """A meeting after the document's own date is planned."""
        today = self.document.parts[0].date if self.document.parts else None
        ahead = kind == "meetings" and today is not None and str(roles.get("start", "")) > today.value
        return sentence, kind, roles, "planned" if ahead else "asserted"


def _is_doubted(value: Cell, column: Column) -> bool:
    return is_doubted(value, free="programme" in column.sorts)


def is_office(words: str, language: str) -> bool:
    """ "Treasurer", "Head of Secretariat", "Task Force Coordinator": is the head of the line a word of offices?"""
    parts = fold(words).strip(" :").split(",")[0].split(" ")
    heads = parts[:1] if language == "fr" else (parts[0], parts[-1])
    said = any(is_office_word(word, language) or word in shapes.posts(language) for word in heads)
    acts = any(
        name in ("past", "pres") for word in parts for _, name in (known(language).readings(word) or {}).get("V", ())
    )
    return (
        len(words) < 60 and words[:1].isupper() and said and not acts
    )  # "The Committee elected the following officers"
