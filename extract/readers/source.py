"""What a reader hands on: raw text and what it knows of it already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["title", "heading", "paragraph", "item", "table", "footnote", "frontmatter"]
Meta = Literal["title", "author", "date", "publisher", "type", "language"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph that the markup already tells: ``[start, end)`` of the raw text, on one line."""

    start: int
    end: int
    kind: BlockKind
    level: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """Raw text of a source. ``blocks`` is None where the paragraphs must be found from the lines (plain text).

    ``stated`` maps what the markup says of the document to raw spans, or to (0, 0) for the language.
    """

    name: str
    format: Literal["text", "html"]
    raw: str
    blocks: tuple[Block, ...] | None = None
    stated: Mapping[Meta, tuple[str, int, int]] = field(default_factory=dict)
