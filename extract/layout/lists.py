"""Lists whose lines say something of what stands above them: rolls of names, careers."""

from __future__ import annotations

from collections.abc import Iterator

from extract.document import Document, Sentence
from extract.layout.careers import Careers
from extract.layout.reading import Layout
from extract.layout.rolls import Rolls
from extract.layout.stated import Stated
from extract.mentions.finder import Finder, Found
from extract.syntax.rows import Row


class Lists:
    """Reads one document, its sentences in the order of the text."""

    def __init__(self, document: Document, layout: Layout, finder: Finder) -> None:
        self._readers = (Rolls(document, layout.cells, layout.above.owner), Careers(document, finder.register))

    def note(self, sentence: Sentence, found: Found) -> None:
        """Take note of what opens a list, and of what ends one."""
        for reader in self._readers:
            reader.note(sentence, found)

    def speaks(self, sentence: Sentence) -> bool:
        """May the sentence be a line of an open list?"""
        return any(reader.lists(sentence) for reader in self._readers)

    def facts(self, sentence: Sentence, row: Row) -> Iterator[Stated]:
        """What a line of an open list tells."""
        for reader in self._readers:
            yield from reader.facts(sentence, row)
