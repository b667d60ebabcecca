"""Facts that a document states by its layout: rows of tables below a header, lines of the form "Label: value", lists of
works, cards."""

from __future__ import annotations

from collections.abc import Iterator

from extract.counting.numbers import Numbers
from extract.document import Document, Sentence
from extract.layout import shapes
from extract.layout.above import Above
from extract.layout.cards import card
from extract.layout.cells import Cells, cell
from extract.layout.headers import Column
from extract.layout.labelled import Labelled
from extract.layout.shapes import Record
from extract.layout.stated import Stated, stated
from extract.layout.tables import Tables
from extract.mentions.finder import Finder, Found
from extract.relations import Roles
from extract.syntax.rows import Row

_LINE = 400  # characters of a line in a list of works
_NAMED = 500  # characters of a passage whose names are kept
_HEADINGS = ("heading", "title")


class Layout:
    """Reads one document; its sentences must come in the order of the text."""

    def __init__(self, document: Document, numbers: Numbers, finder: Finder) -> None:
        self.document = document
        self.cells = Cells(document, numbers, finder.register, finder.memory)
        self.above = Above(document, finder.memory)
        self._only, self._memory = finder.memory.only, finder.memory
        self._labelled = Labelled(document, self.cells, self.above, self._only)
        self._tables = Tables(document, self.cells, self.above, self._labelled, finder.bodies, self._only)

    def note(self, sentence: Sentence, found: Found) -> None:
        """Take note of what headings, captions and lines of a name speak of."""
        passage = self.document.passages[sentence.passage]
        if passage.kind == "table":
            self._tables.seat(sentence, found, passage.language)
        elif (
            passage.kind in (*_HEADINGS, "frontmatter", "paragraph")
            and sentence.end - sentence.start <= _NAMED
            and (passage.kind in _HEADINGS or not self.speaks(sentence, passage.language))
        ):
            self.above.note(sentence, found)

    def speaks(self, sentence: Sentence, language: str) -> bool:
        """Does the sentence begin with a label that says what stands behind it, or is it a work in a list?"""
        return self._labelled.speaks(sentence, language) or self._may_be_work(sentence)

    def facts(self, sentence: Sentence, row: Row) -> Iterator[Stated]:
        """The facts of a row; those of a list of labels come when it has ended."""
        if self.document.passages[sentence.passage].kind == "table":
            yield from self._tables.facts(sentence, row)
        elif (told := self._card(sentence, row)) is not None:
            yield from (stated(self.document, kind, roles, sentence) for kind, roles in told)
        elif not self._labelled.take(sentence, row) and self._may_be_work(sentence):
            yield from self._work(sentence, row)

    def closed(self, sentence: Sentence | None) -> Iterator[Stated]:
        """The facts of the list of labels that has ended before ``sentence``; None: the end of the document."""
        return self._labelled.closed(sentence)

    def _card(self, sentence: Sentence, row: Row) -> list[tuple[str, Roles]] | None:
        spoken = self._memory.resumed("Programme", sentence.passage)
        return card(self.document, row, self.cells, self._only, spoken)

    def _may_be_work(self, sentence: Sentence) -> bool:
        short = sentence.end - sentence.start < _LINE
        return self.above.works and short and self.document.passages[sentence.passage].kind in ("item", "paragraph")

    def _work(self, sentence: Sentence, row: Row) -> Iterator[Stated]:
        """ "Counting the Unseen, UNODC, March 2020", in a list of publications."""
        items = [item for item in row.items if item.kind not in ('"', ".")]
        if len(items) < 5 or [item.kind for item in items[-4:]] != [",", "E", ",", "T"]:
            return
        ends = ((sentence.start, items[-4].start), *((items[k].start, items[k].end) for k in (-3, -1)))
        columns = [Column(frozenset({sort})) for sort in ("title", "publisher", "date")]
        cells = [cell(self.document, row, first, last) for first, last in ends]
        record = Record(columns, cells, self.above.subject_of, self._only, row.language)
        yield from (stated(self.document, kind, roles, sentence) for kind, roles, _ in shapes.facts(record, self.cells))
