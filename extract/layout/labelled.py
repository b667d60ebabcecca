"""Facts of lines of the form "Label: value", and of lists of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from extract import labels
from extract.counting.figures import reports
from extract.counting.labelled import unit_of
from extract.document import Document, Sentence
from extract.facts import Entity
from extract.layout import headers, shapes
from extract.layout.above import Above
from extract.layout.cells import Cell, Cells, cell, is_doubted
from extract.layout.headers import Column
from extract.layout.shapes import Record
from extract.layout.stated import Stated, stated
from extract.layout.values import parted, whose
from extract.mentions.heads import is_office_word
from extract.relations import Roles
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import words as known
from ontology.types import is_any

_NUMBER = re.compile(r"\s*:\s+\d")
_LINE = 400  # characters of a line with a label


@dataclass(frozen=True, slots=True)
class _Line:
    """A label with its value, and the sentence that they stand in."""

    sorts: frozenset[str]
    title: Cell
    value: Cell
    sentence: Sentence
    body: Entity | None = None  # of which the label speaks: "Chair of the Board of Trustees"
    years: tuple[str, ...] = ()  # that such a label tells


class Labelled:
    """Reads the lines with labels of one document, in the order of the text; those of a list are told when it ends."""

    def __init__(self, document: Document, cells: Cells, above: Above, only: Callable[[str], Entity | None]) -> None:
        self.document, self.cells, self.above = document, cells, above
        self._only = only
        self._lines: list[_Line] = []  # the open list

    def speaks(self, sentence: Sentence, language: str) -> bool:
        """Does the sentence begin with a label that says what stands behind it?"""
        label = self._label(sentence)
        if label is None:
            return False
        number = _NUMBER.match(self.document.text, sentence.start + len(label), sentence.end)
        counts = number is not None and unit_of(label, language) is not None
        return counts or bool(self.sorts(label, language))

    def take(self, sentence: Sentence, row: Row) -> bool:
        """Take note of a line; False where it begins with no label."""
        label = self._label(sentence)
        if label is None:
            return False
        first = self._first(sentence)
        start = first + len(label)
        start += len(labels.COLON.match(self.document.text, start, sentence.end)[0])  # type: ignore[index]
        title = cell(self.document, row, first, first + len(label))
        line = self._said_of(title, cell(self.document, row, start, sentence.end), sentence)
        if line.sorts or self._count(line) is not None:
            self._lines.append(line)
        return True

    def take_row(self, title: Cell, value: Cell, sentence: Sentence) -> None:
        """Take note of a row of a table whose first cell may be the label of the other."""
        line = self._said_of(title, value, sentence)
        if line.sorts:
            self._lines.append(line)

    def closed(self, sentence: Sentence | None) -> Iterator[Stated]:
        """The facts of the list of labels that has ended before ``sentence``; None: the end of the document."""
        if self._lines and (sentence is None or not self._goes_on(sentence)):
            lines, self._lines = self._lines, []
            yield from self._listed(lines)

    def _label(self, sentence: Sentence) -> str | None:
        """The words before the colon of a line."""
        if sentence.end - sentence.start > _LINE:
            return None
        return labels.label_of(self.document.text, self._first(sentence), sentence.end)

    def _first(self, sentence: Sentence) -> int:
        """Where the words of a line begin, behind its bullet."""
        bullet = labels.BULLET.match(self.document.text, sentence.start, sentence.end)
        return sentence.start if bullet is None else bullet.end()

    def sorts(self, label: str, language: str) -> frozenset[str]:
        """What may stand behind a label; nothing where it announces plans."""
        if headers.planned(label, language) and not headers.asks(label, language):
            return frozenset()
        found = headers.sorts(label, language) if labels.is_known(label, language) else frozenset()
        return found or (frozenset({"post"}) if is_office(label, language) else frozenset())

    def _said_of(self, title: Cell, value: Cell, sentence: Sentence) -> _Line:
        """The line of a label and its value; the label may name the body that it speaks of."""
        sorts = self.sorts(title.text, title.language)
        own = whose(self.document.text, title) if not sorts - {"post"} else None
        told = self.sorts(own[0].text, title.language) if own is not None else frozenset()
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
        columns = headers.promoted(named, self.above.caption(lines[0].sentence.passage), language)  # "PROJECT SHEET"
        told = [(c, line) for c, line in zip(columns, kept, strict=True) if not _is_doubted(line.value, c)]
        record = self._record([(column, line.value) for column, line in told], self.above.owner, language)
        yield from self._about(record, lines)
        around = shapes.around(record, self.cells)
        year = self.above.headed_year(lines[0].sentence.passage)
        if year is not None:
            around = {"period": year, **around}
        for _, line in told:
            counted = self._count(line) if reports(self.document, line.sentence.passage, labelled=True) else None
            if counted is not None:
                yield stated(self.document, "figures", {**counted, **around}, line.sentence)

    def _alone(self, line: _Line) -> Record:
        """What a line tells by itself: of an office ("Treasurer: …"), of another body than the lines around it."""
        body, owner = line.body, self.above.owner
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
                yield stated(self.document, kind, roles, Sentence(used[0].start, used[-1].end, used[0].passage))


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
