"""Tables of a DOCX file: which rows say what the columns hold, and which tables only lay out the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from extract.closing import is_date
from extract.columns import BETWEEN, is_header
from extract.masthead import is_own_line
from extract.readers.blocks import EMPTY
from extract.readers.docx.styles import W
from extract.readers.written import CELL, Written


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its words, what it holds, and whether it goes on with the one above, or with the wide one before it."""

    text: str
    blocks: Sequence[Written]
    merged: bool = False
    wide: bool = False


def row(cells: Sequence[Cell], texts: Sequence[str], *, header: bool) -> Written:
    """A row, as one line."""
    found = Written("", "table", int(header))
    parts: list[str] = []
    position = 0
    for text, cell in zip(texts, cells, strict=True):
        at = position
        for block in cell.blocks:
            found.marks += [(at + offset, mark) for offset, mark in block.marks]
            at += len(block.text) + 1
        parts.append(text or EMPTY)
        position += len(parts[-1]) + len(BETWEEN)
    found.text = BETWEEN.join(parts)
    return found


def heads(rows: Sequence[Sequence[Cell]]) -> list[Cell] | None:
    """The heads of columns that stand in two rows, "Trained" above "2022" and "2023", as those of one."""
    if len(rows) < 3 or len(rows[0]) != len(rows[1]) or not any(cell.wide for cell in rows[0]):
        return None
    found: list[Cell] = []
    over = ""  # the head that a column shares with those beside it
    for k, (upper, lower) in enumerate(zip(*rows[:2], strict=True)):
        shared = upper.wide or (k + 1 < len(rows[0]) and rows[0][k + 1].wide)
        if lower.wide or (shared and not lower.text) or (not shared and upper.text and lower.text):
            return None
        over = upper.text or over
        words = f"{over}, {lower.text}" if shared else upper.text or lower.text
        found.append(Cell(words, [*upper.blocks, *lower.blocks]))
    return found


def is_laid_out(filled: Sequence[Cell], *, alone: bool) -> bool:
    """Whether the cells of a row hold text that has no part in a table: that of two columns, or a table of its own."""
    if len(filled) < 2 or any(len(cell.text) > CELL for cell in filled):
        return True
    several = sum(len(cell.blocks) > 1 for cell in filled)
    return (alone and several > 1) or any(block.kind == "table" for cell in filled for block in cell.blocks)


def is_heads(element: Any, texts: Sequence[str], filled: Sequence[Cell], *, first: bool) -> bool:
    """Whether a row says what the columns hold: it is marked so, or stands first and out, or names such heads."""
    if element.find(f"{W}trPr/{W}tblHeader") is not None:
        return True
    faces = [block.face for cell in filled for block in cell.blocks if block.face is not None]
    stands_out = bool(faces) and (all(face.bold for face in faces) or all(face.italic for face in faces))
    return first and (is_header(texts) or stands_out)


def is_masthead(words: str) -> bool:
    """Whether a line in a table at the top of a document belongs to its masthead."""
    return is_own_line(words) and not is_date(words)
