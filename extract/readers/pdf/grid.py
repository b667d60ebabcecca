"""Tables on a page: rows whose pieces stand below each other in columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.columns import ends_open, is_header
from extract.joining import ends
from extract.readers.pdf.columns import bands
from extract.readers.pdf.glyphs import Page, Piece, Row
from extract.readers.written import CELL

APART = 4.0  # points: no gap between two columns is narrower
LOOSE = 3.2  # heights of letters between two rows of one table, at most
TIGHT = 1.18  # of the smallest distance between two lines: those of one cell are no further apart
WRAPPED = 1.55  # heights of letters: lines of one cell are no further apart
LINES = 6  # of one cell at the head of a column, at most
RULED = 0.5  # of the rows of a table that has lines drawn between them

Gap = tuple[float, float]


@dataclass(slots=True)
class Cells:
    """A row of a table: the pieces of its cells from the left, and whether they are the heads of the columns."""

    cells: list[list[Piece]]
    header: bool
    page: int

    def texts(self) -> list[str]:
        """The words of the cells, '' for an empty one."""
        return [" ".join(piece.text for piece in cell) for cell in self.cells]


def find_table(rows: Sequence[Row], first: int, page: Page) -> tuple[list[Cells], int]:
    """The rows of the table that begins with row ``first``, none if none does, and the row after it."""
    head = _head(rows, first)
    if head == first:
        return [], first
    end, gaps = _extent(rows, first, head)
    part = rows[first:end]
    if sum(len(row.pieces) > 1 for row in part) < 2 and not _heads_next(rows, first):
        return [], first
    placed = [_placed(row, gaps) for row in part]
    levels = [(bottom + top) / 2 for left, bottom, right, top in page.drawn if top - bottom < 3 and right - left > 20]
    groups = _groups(part, placed, levels)
    cells = [
        Cells([[p for i in group for p in placed[i][column]] for column in range(len(gaps) + 1)], False, page.number)
        for group in groups
    ]
    texts = [text for row in cells for text in row.texts()]
    if any(len(text) > CELL for text in texts) or not any(map(str.isalpha, "".join(texts))):
        return [], first
    below = part[groups[1][0]] if len(groups) > 1 else None
    cells[0].header = is_header(cells[0].texts()) or _stands_out([part[i] for i in groups[0]], below)
    return cells, end


def _heads_next(rows: Sequence[Row], first: int) -> bool:
    """Whether the last row of a column is the head of a table that begins in the next."""
    pieces = rows[first].pieces
    return first + 1 == len(rows) and len(pieces) > 2 and all(piece.bold for piece in pieces)


def _head(rows: Sequence[Row], first: int) -> int:
    """The end of the first row of a table that begins with line ``first``, which is ``first`` where none does.

    The file writes such a row before all below it: that its cells hold several lines is told by them.
    """
    if len(rows[first].pieces) > 1:
        return first + 1
    lines = rows[first : first + LINES]
    if all(len(row.pieces) == 1 for row in lines):
        return first
    end = first + next(iter(bands(lines)), len(lines))
    close = all(a.top - b.top < WRAPPED * b.size for a, b in pairwise(rows[first:end]))
    return end if close and any(len(row.pieces) > 1 for row in rows[first:end]) else first


def _extent(rows: Sequence[Row], first: int, head: int) -> tuple[int, list[Gap]]:
    """The end of a table whose first row are the lines from ``first`` to ``head``, and the gaps between its columns."""
    gaps = _gaps(rows[first:head])
    end = i = head
    while i < len(rows) and rows[i - 1].top - rows[i].top < LOOSE * max(rows[i].size, rows[i - 1].size):
        left = _narrowed(gaps, rows[i])
        if not left or (len(rows[i].pieces) == 1 and len(left) < len(gaps)):
            break
        if len(rows[i].pieces) > 1:
            gaps = left
            end = i + 1
        i += 1
    while end < i and rows[end - 1].top - rows[end].top < 1.4 * rows[end].size:
        end += 1  # the last lines of a cell
    return end, _gaps(rows[first:end])


def _gaps(rows: Sequence[Row]) -> list[Gap]:
    """The gaps that run down through all rows but a few; what stands in its own column stays apart."""
    few = len(rows) // 12
    edges = sorted(
        [(piece.left, 1) for row in rows for piece in row.pieces]
        + [(piece.right, -1) for row in rows for piece in row.pieces]
    )
    found: list[Gap] = []
    depth, start = 0, edges[0][0]
    for at, step in edges:
        if depth <= few and step > 0 and at - start >= APART and at > edges[0][0]:
            found.append((start, at))
        before, depth = depth, depth + step
        if before > few >= depth:
            start = at
        elif depth > few >= before or (step > 0 and depth <= few):
            start = max(start, at) if depth > few else start
    return [gap for k, gap in enumerate(found) if k + 1 == len(found) or found[k + 1][0] != gap[0]]


def _narrowed(gaps: list[Gap], row: Row) -> list[Gap]:
    """What is left of the gaps beside the pieces of another row."""
    found = []
    for start, end in gaps:
        for piece in row.pieces:
            if piece.left < end and piece.right > start:
                if piece.left <= start:
                    start = max(start, piece.right)
                elif piece.right >= end:
                    end = min(end, piece.left)
                else:
                    start = end  # it stands in the gap
        if end - start >= APART:
            found.append((start, end))
    return found


def _placed(row: Row, gaps: list[Gap]) -> list[list[Piece]]:
    """The pieces of a row by columns."""
    columns: list[list[Piece]] = [[] for _ in range(len(gaps) + 1)]
    for piece in row.pieces:
        for part in _cut(piece, gaps):
            columns[sum((part.left + part.right) / 2 > (start + end) / 2 for start, end in gaps)].append(part)
    return columns


def _cut(piece: Piece, gaps: list[Gap]) -> list[Piece]:
    """A piece that runs over gaps, in parts: '25 24 [26]', where the letters of two columns nearly touch."""
    words = piece.text.split(" ")
    for start, end in gaps:
        first = next((k for k, left in enumerate(piece.lefts) if left >= start - 1), 0)
        if piece.left < start and piece.right > end and 0 < first < len(words) == len(piece.lefts):
            at = len(" ".join(words[:first]))
            left = replace(
                piece,
                text=piece.text[:at],
                right=start,
                marks=[m for m in piece.marks if m[0] <= at],
                lefts=piece.lefts[:first],
            )
            marks = [(place - at - 1, mark) for place, mark in piece.marks if place > at]
            rest = replace(
                piece,
                text=piece.text[at + 1 :],
                left=piece.lefts[first],
                marks=marks,
                note="",
                lefts=piece.lefts[first:],
            )
            return [left, *_cut(rest, gaps)]
    return [piece]


def _groups(rows: Sequence[Row], placed: list[list[list[Piece]]], levels: Sequence[float]) -> list[list[int]]:
    """Lines by the rows of the table to which they belong."""
    steps = [(a.top - b.top) / max(b.size, 1) for a, b in pairwise(rows)]
    ruled = [_is_ruled(a, b, levels) for a, b in pairwise(rows)]
    if sum(ruled) >= max(RULED * (len(rows) - 1) / 2, 3):
        joined = [not rule for rule in ruled]
    else:
        tight = min(steps, default=0.0)
        near = [step <= TIGHT * tight and step <= WRAPPED for step in steps]
        pairs = [pair for pair, close in zip(pairwise(placed), near, strict=True) if close]
        head = near.index(False) + 1 if False in near else 0  # the step below the heads of the columns tells nothing
        wraps = not all(near[head:]) or _wraps(pairs)
        joined = [close and not rule and wraps for close, rule in zip(near, ruled, strict=True)]
        joined = [join or _goes_on(below) for join, below in zip(joined, placed[1:], strict=True)]
        joined = [join or one for join, one in zip(joined, _written_as_one(rows, steps), strict=True)]
    groups = [[0]]
    for i, join in enumerate(joined, 1):
        if join:
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups


def _written_as_one(rows: Sequence[Row], steps: Sequence[float]) -> list[bool]:
    """Whether a line and the one below it are parts of one row, in a file that writes a table row by row."""
    begin = {*bands(rows)}
    if len(begin) < 2:
        return [False] * len(steps)
    return [i not in begin and step <= WRAPPED for i, step in enumerate(steps, 1)]


def _is_ruled(above: Row, below: Row, levels: Sequence[float]) -> bool:
    """Whether a line is drawn between two rows, at one of the ``levels`` at which lines are."""
    low, high = below.top - 2, above.bottom + 2
    return any(low <= level <= high for level in levels)


def _wraps(pairs: Sequence[tuple[list[list[Piece]], list[list[Piece]]]]) -> bool:
    """Whether near lines are those of one cell, and not rows: words go on in lower case, numbers do not."""
    wrapped = rows = 0
    for above, below in pairs:
        for column, (a, b) in enumerate(zip(above, below, strict=True)):
            if a and b:
                before, after = a[-1].text, b[0].text
                wrapped += after[0].islower() or ends_open(before) or before[-1] in "-,"
                rows += column > 0 and before[0].isdigit() and after[0].isdigit() and not ends(before)
            elif column > 0 and bool(a) != bool(b):
                wrapped += 1 if not below[0] else 0
    return wrapped > rows


def _goes_on(below: list[list[Piece]]) -> bool:
    """Whether a line holds no more than the end of one cell."""
    filled = [pieces for pieces in below if pieces]
    return len(filled) == 1 and not below[0] and filled[0][0].text[0].islower()


def _stands_out(header: Sequence[Row], below: Row | None) -> bool:
    """Whether the first row is set in letters of its own, bold or italic."""
    pieces = [piece for row in header for piece in row.pieces]
    if len(pieces) < 2:
        return False
    others = below.pieces if below is not None else []
    bold = all(p.bold for p in pieces) and not (others and all(p.bold for p in others))
    italic = all(p.italic for p in pieces) and not (others and all(p.italic for p in others))
    return bold or italic
