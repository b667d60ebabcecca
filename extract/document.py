"""What a document is once it has been read: raw text, clean text, the map between them, and its parts.

All offsets are in characters. Those of :class:`Passage` and :class:`Sentence` point into ``Document.text``
(the clean text); ``Document.raw_span`` turns them into offsets of ``Document.raw`` (the text of the file).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal
from unicodedata import combining

Language = Literal["en", "fr"]
PassageKind = Literal[
    "title", "heading", "paragraph", "item", "preambular", "operative", "footnote", "frontmatter", "table"
]


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Piecewise map from clean to raw offsets: clean ``starts[i] + k`` stands at raw ``targets[i] + k``."""

    starts: tuple[int, ...]
    targets: tuple[int, ...]

    def raw(self, offset: int) -> int:
        """Raw offset of the character at clean ``offset``."""
        i = bisect_right(self.starts, offset) - 1
        return self.targets[i] + (offset - self.starts[i])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Raw span that covers clean ``[start, end)``; ``end > start``."""
        return self.raw(start), self.raw(end - 1) + 1


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, numbered paragraph, list item, preambular or operative paragraph, footnote or line of front matter."""

    kind: PassageKind
    start: int
    end: int
    # As printed, with its parents: '37(a)', '139(d)(ii)'; None where the text has no number, and for headings and
    # footnotes, whose number is no paragraph's: it stands before ``body``.
    label: str | None
    language: Language
    # Index in Document.passages of the chapeau of an item, the header row of the row of a table, or the heading above.
    parent: int | None
    level: int = 0  # heading: depth, 1 at the top; item: nesting depth, 1 at the top
    body: int | None = None  # where the words begin, after the printed number; None: at start
    tied: int | None = None  # footnote: index in Document.passages of what its mark stands in

    @property
    def words(self) -> int:
        """Where its words begin, behind the printed number if it has one."""
        return self.start if self.body is None else self.body


@dataclass(frozen=True, slots=True)
class Sentence:
    start: int
    end: int
    passage: int  # index in Document.passages


@dataclass(frozen=True, slots=True)
class Stated:
    """A piece of metadata and the clean span that states it."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """What a document, or one language version within it, says of itself. Dates are ISO, as precise as the text."""

    language: Language
    start: int
    end: int
    title: Stated | None = None
    type: Stated | None = None  # a concept of documents' type: report, resolution, message, press-release, statement …
    date: Stated | None = None
    author: Stated | None = None
    publisher: Stated | None = None
    session: Stated | None = None
    agenda_item: Stated | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read. ``id`` is its symbol ('A/74/127') where it states one, else its file name."""

    id: str
    name: str  # file name
    format: str  # 'text', 'html', 'pdf', 'docx'
    raw: str
    text: str
    offsets: OffsetMap
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]
    parts: tuple[Part, ...]
    symbol: Stated | None = None
    warnings: tuple[str, ...] = field(default=())
    pages: tuple[tuple[int, int], ...] = ()  # (offset in raw, page) wherever another page of the file begins
    url: str = ""  # of a web page, as it states it itself
    translations: tuple[str, ...] = ()  # addresses of the same page in other languages, as it states them

    def above(self, passage: Passage) -> Passage | None:
        """The passage that ``passage`` stands below: its heading, the words that introduce its list, its table."""
        return self.passages[passage.parent] if passage.parent is not None else None

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Span in ``raw`` of clean ``[start, end)``, with the accents that the file writes behind its last letter."""
        first, last = self.offsets.span(start, end)
        while last < len(self.raw) and combining(self.raw[last]):
            last += 1
        return first, last

    def page(self, offset: int) -> int | None:
        """The page, counted from 1, on which the character at raw ``offset`` stands; None for files without pages."""
        at = bisect_right(self.pages, offset, key=lambda turn: turn[0]) - 1
        return self.pages[at][1] if at >= 0 else None

    def quote(self, start: int, end: int) -> str:
        """The words of the file at clean ``[start, end)``, white space collapsed."""
        first, last = self.raw_span(start, end)
        return " ".join(self.raw[first:last].split())
