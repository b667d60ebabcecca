"""Pieces of one line that are one: a printed number and its words, and the words of a line stretched to its column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.numbering import find_mark
from extract.readers.pdf.glyphs import Piece, Row

HANG = 80.0  # points between a printed number and its text
STRETCHED = 3.0  # heights of letters: no wider are the spaces of a justified line
EVEN, WIDEST = 1.3, 12.0  # but for those of a line of few words, which are as wide as one another
CLOSE = 1.8  # heights of letters between two lines of one paragraph, at most
TIGHT = 1.4  # a line of two words stands as near to the others
LEVEL = 3.0  # points by which the ends of justified lines differ
ALIGNED = 1.5  # points by which the cells of a column do
LINES = 3  # of a column that end on one level
_TITLE_NUMBER = re.compile(r"\d{1,3}/\d{1,4}\.")  # of a resolution: '73/3.'


@dataclass(slots=True)
class Hanging(Piece):
    """A printed number and the words behind it, which begin at ``hang``."""

    hang: float = 0.0


def settled(rows: Sequence[Row]) -> list[Row]:
    """The lines of one column, with printed numbers and stretched words in one piece with what follows them."""
    return _unstretched([_numbered(row) for row in rows])


def _numbered(row: Row) -> Row:
    """A row in which a printed number is one piece with the words that follow it: '13.1' and 'The Centre …'."""
    if len(row.pieces) == 1:
        return row
    pieces: list[Piece] = []
    for piece in row.pieces:
        before = pieces[-1] if pieces else None
        if before is not None and _is_number(before) and piece.left - before.right < HANG:
            pieces[-1] = _hung(before, piece)
        else:
            pieces.append(piece)
    return Row(pieces, row.bottom, row.top)


def _is_number(piece: Piece) -> bool:
    if len(piece.text) > 12 or piece.text[-1] not in ").•▪●◦‣■►✓·-–—*0123456789o":
        return False
    if _TITLE_NUMBER.fullmatch(piece.text) is not None:
        return True
    mark = find_mark(f"{piece.text} X")
    return mark is not None and mark.length == len(piece.text) + 1


def _hung(number: Piece, words: Piece) -> Hanging:
    shift = len(number.text) + 1
    return Hanging(
        f"{number.text} {words.text}",
        number.left,
        words.right,
        words.bottom,
        words.top,
        words.bold,
        words.italic,
        [(at + shift, mark) for at, mark in words.marks],
        number.note or words.note,
        lefts=[*number.lefts, *words.lefts],
        order=number.order,
        hang=words.left,
    )


def _unstretched(rows: list[Row]) -> list[Row]:
    """Rows of which the pieces are joined where they are no more than a justified line with wide spaces."""
    out = []
    for i, row in enumerate(rows):
        if len(row.pieces) > 1 and _is_stretched(rows, i):
            words = row.pieces[0]
            for piece in row.pieces[1:]:
                words = _joined(words, piece)
            row = Row([words], row.bottom, row.top)
        out.append(row)
    return out


def _is_stretched(rows: list[Row], i: int) -> bool:
    """Whether the words of a row stand where a justified line has them, which ends where the lines of its column do."""
    row = rows[i]
    gaps = [b.left - a.right for a, b in pairwise(row.pieces)]
    near = [rows[k] for k in (i - 1, i + 1) if 0 <= k < len(rows) and abs(rows[k].top - row.top) < CLOSE * row.size]
    if any(_are_cells(row, beside) for beside in near):
        return False
    wide = max(gaps) >= STRETCHED * row.size
    if not wide and any(len(one.pieces) == 1 and _is_level(one, row) for one in near):
        return True
    even = max(gaps) < EVEN * min(gaps) and max(gaps) < WIDEST * row.size
    lines = sum(len(one.pieces) == 1 and abs(one.right - row.right) < LEVEL for one in rows)
    within = any(
        len(one.pieces) == 1 and _is_level(one, row) and abs(one.top - row.top) < TIGHT * row.size for one in near
    )
    return even and lines >= LINES and (len(gaps) > 1 or not wide or within)


def _is_level(beside: Row, row: Row) -> bool:
    """Whether a line begins and ends where one beside it does; the first line of a paragraph may be set in."""
    return abs(beside.right - row.right) < LEVEL and beside.left < row.left + LEVEL


def _are_cells(row: Row, beside: Row) -> bool:
    """Whether words of two lines begin below each other, or end so, as in the columns of a table."""
    lefts = any(abs(a.left - b.left) < ALIGNED for a in row.pieces[1:] for b in beside.pieces[1:])
    return lefts or any(abs(a.right - b.right) < ALIGNED for a in row.pieces[:-1] for b in beside.pieces[:-1])


def _joined(before: Piece, after: Piece) -> Piece:
    """Two pieces of one line as one, with a space between them."""
    shift = len(before.text) + 1
    return replace(
        before,
        text=f"{before.text} {after.text}",
        right=after.right,
        marks=[*before.marks, *((at + shift, mark) for at, mark in after.marks)],
        bold=before.bold and after.bold,
        italic=before.italic and after.italic,
        lefts=[*before.lefts, *after.lefts],
    )
