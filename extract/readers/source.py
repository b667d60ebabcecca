"""What a reader hands on: raw text and what it knows of it already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

Format = Literal["text", "html", "pdf", "docx"]
BlockKind = Literal["", "title", "heading", "paragraph", "item", "table", "footnote", "frontmatter", "symbol"]
Meta = Literal["title", "author", "date", "publisher", "type", "language"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph that the file itself sets apart: ``[start, end)`` of the raw text, on one line.

    ``kind`` is '' where the file does not tell what it is, 'symbol' for one that only running heads state. ``tied`` is
    where the mark of a footnote stood in the raw text.
    """

    start: int
    end: int
    kind: BlockKind
    level: int = 0
    tied: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Raw text of a source. ``blocks`` is None where the paragraphs must be found from the lines (plain text).

    ``stated`` maps what the file says of the document to raw spans, to (0, 0) for the language, and to (-1, -1) where
    no part of the text says it. ``pages`` are offsets of the raw text at which another page begins: (offset, page).
    """

    name: str
    format: Format
    raw: str
    blocks: tuple[Block, ...] | None = None
    stated: Mapping[Meta, tuple[str, int, int]] = field(default_factory=dict)
    pages: tuple[tuple[int, int], ...] = ()
    warnings: tuple[str, ...] = ()
    url: str = ""  # of a web page, as it states it itself
    translations: tuple[str, ...] = ()  # addresses of the same page in other languages, as it states them


def titled(source: Source) -> Source:
    """``source`` with the title that its file states apart from the text as the first line of the text."""
    title = source.stated["title"][0]
    shift = len(title) + 2
    blocks = [
        replace(b, start=b.start + shift, end=b.end + shift, tied=None if b.tied is None else b.tied + shift)
        for b in source.blocks or ()
    ]
    return replace(
        source,
        raw=f"{title}\n\n{source.raw}",
        blocks=(Block(0, len(title), "title"), *blocks),
        stated={**source.stated, "title": (title, 0, len(title))},
        pages=tuple((at + shift if at > 0 else 0, page) for at, page in source.pages),
    )
