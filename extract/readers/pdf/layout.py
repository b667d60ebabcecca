"""The rows of a page as lines in the order of reading: columns one after the other, tables row by row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.lines import FRONT_LINE
from extract.masthead import is_own_line
from extract.numbering import find_mark
from extract.readers.pdf.glyphs import Box, Page, Piece, Row
from extract.readers.pdf.grid import Cells, find_table

HANG = 80.0  # points between a printed number and its text
TOP = 14  # rows of a first page in which the masthead begins
SIDE = 5  # lines that make a column
BEGIN = 4  # of its lines begin below each other
LETTERS = 22  # of a line of a column of running text, in the mean
MIDDLE = (0.3, 0.7)  # where the gap between two columns lies, as part of the width of the text
APART = 2.0  # heights of letters between the end of a column and what stands below both
LEVEL = 1.5  # points by which lines on one level differ
_TITLE_NUMBER = re.compile(r"\d{1,3}/\d{1,4}\.")  # of a resolution: '73/3.'
STRETCHED = 3.0  # heights of letters: no wider are the spaces of a justified line


@dataclass(slots=True)
class Line:
    """A line of running text. ``flow`` numbers the columns of the document in the order of reading."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    bold: bool
    italic: bool
    page: int
    flow: int
    column: int  # the same as above and below a table
    hang: float | None = None  # where the words begin behind a printed number
    marks: list[tuple[int, str]] = field(default_factory=list)
    apart: bool = False  # a line of a masthead that stands for itself
    size: float = 0.0  # height of its letters


class Reader:
    """Lays out the pages of one document, the first to the last."""

    def __init__(self) -> None:
        self._flow = 0
        self._column = 0

    def lines(self, page: Page) -> Iterator[Line | Cells]:
        """The lines and rows of tables of a page."""
        rows = _unstretched([_numbered(row) for row in page.rows])
        if page.number == 1:
            end, left, right = _masthead(rows)
            for side in (left, right):
                self._next_column()
                yield from (self._line(piece, page.number, apart=is_own_line(piece.text)) for piece in side)
            rows = rows[end:]
        for block in _columns(rows, page.drawn):
            for column in block if isinstance(block, tuple) else (block,):
                self._next_column()
                yield from self._tables(column, page)

    def _next_column(self) -> None:
        self._flow += 1
        self._column += 1

    def _tables(self, rows: list[Row], page: Page) -> Iterator[Line | Cells]:
        i = 0
        while i < len(rows):
            found, end = find_table(rows, i, page) if len(rows[i].pieces) > 1 else ([], i)
            if found:
                yield from found
                self._flow += 1
                i = end
                continue
            yield from (self._line(piece, page.number) for piece in rows[i].pieces)
            i += 1

    def _line(self, piece: Piece, page: int, *, apart: bool = False) -> Line:
        hang = piece.hang if isinstance(piece, Hanging) else None
        return Line(
            piece.text,
            piece.left,
            piece.right,
            piece.bottom,
            piece.top,
            piece.bold,
            piece.italic,
            page,
            self._flow,
            self._column,
            hang,
            piece.marks,
            apart,
            piece.top - piece.bottom,
        )


@dataclass(slots=True)
class Hanging(Piece):
    """A printed number and the words behind it, which begin at ``hang``."""

    hang: float = 0.0


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


def _unstretched(rows: list[Row]) -> list[Row]:
    """Rows of which the pieces are joined where they are no more than a justified line with wide spaces."""
    out = []
    for i, row in enumerate(rows):
        if len(row.pieces) == 1:
            out.append(row)
            continue
        beside = [rows[k] for k in (i - 1, i + 1) if 0 <= k < len(rows) and len(rows[k].pieces) == 1]
        level = any(abs(b.right - row.right) < 3 and b.left < row.left + 3 for b in beside)
        gaps = [b.left - a.right for a, b in pairwise(row.pieces)]
        if level and max(gaps) < STRETCHED * row.size:
            pieces = [row.pieces[0]]
            for piece in row.pieces[1:]:
                pieces = [joined(pieces[0], piece)]
            row = Row(pieces, row.bottom, row.top)
        out.append(row)
    return out


def joined(before: Piece, after: Piece) -> Piece:
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
        lefts=[*number.lefts, *words.lefts],
        hang=words.left,
    )


def _masthead(rows: list[Row]) -> tuple[int, list[Piece], list[Piece]]:
    """(end, left, right): the two columns at the top of a first page, and the row after them; 0 where it has none."""
    first = next(
        (
            i
            for i, row in enumerate(rows[:TOP])
            if len(row.pieces) == 2 and any(is_own_line(piece.text) for piece in row.pieces)
        ),
        None,
    )
    if first is None:
        return 0, [], []
    edge = rows[first].pieces[1].left
    last = first
    for i in range(first, min(first + TOP, len(rows))):
        beside = [piece for piece in rows[i].pieces if piece.left >= edge - 0.2 * edge]
        if len(rows[i].pieces) == 2 and beside or len(beside) == len(rows[i].pieces):
            last = i
        elif rows[i].right > edge or len(rows[i].text) > FRONT_LINE:
            break
    part = rows[: last + 1]
    left = [piece for row in part for piece in row.pieces if piece.left < 0.8 * edge]
    right = [piece for row in part for piece in row.pieces if piece.left >= 0.8 * edge]
    return last + 1, left, right


def _columns(rows: list[Row], drawn: Sequence[Box]) -> Iterator[list[Row] | tuple[list[Row], list[Row]]]:
    """Runs of rows as they are, and those that are set in two columns as (left, right)."""
    edges = _edges(rows)
    found = [_split(rows, edge, drawn) for edge in edges]
    best = max(found, key=lambda runs: sum(end - start for start, end, _, _ in runs), default=[])
    position = 0
    for start, end, left, right in best:
        if start > position:
            yield rows[position:start]
        yield left, right
        position = end
    if position < len(rows):
        yield rows[position:]


def _edges(rows: list[Row]) -> list[float]:
    """Places near the middle at which many lines begin: there a second column may stand."""
    if len(rows) < SIDE:
        return []
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    start, end = (left + part * (right - left) for part in MIDDLE)
    begins = Counter(round(p.left) for row in rows for p in row.pieces if start <= p.left <= end and len(p.text) > 2)
    return [place - 3.0 for place in sorted(begins) if begins[place] >= BEGIN]


_Run = tuple[int, int, list[Row], list[Row]]


def _split(rows: list[Row], edge: float, drawn: Sequence[Box]) -> list[_Run]:
    """The runs of rows that are two columns parted at ``edge``: (first, end, left, right)."""
    crossing = [i for i, row in enumerate(rows) if row.left < edge < row.right and _crosses(row, edge)]
    found = []
    for before, after in pairwise([-1, *crossing, len(rows)]):
        run = _together(rows[before + 1 : after], edge)
        if len(run) < SIDE:
            continue
        after = before + 1 + len(run)
        left, right = _side(run, edge, left=True), _side(run, edge, left=False)
        text = _is_text(left) and _is_text(right)
        if (text or _independent(left, right)) and not _is_crossed(run, edge, drawn):
            found.append((before + 1, after, left, right))
    return found


def _together(run: list[Row], edge: float) -> list[Row]:
    """``run`` without what stands below both columns, set apart from the longer one."""
    beside = [i for i, row in enumerate(run) if row.left < edge <= row.pieces[-1].left or row.left >= edge]
    for i in range(beside[-1] + 1 if beside else len(run), len(run)):
        above = next((row for row in reversed(run[:i]) if row.left < edge), None)
        if above is not None and above.top - run[i].top > APART * run[i].size:
            return run[:i]
    return run


def _crosses(row: Row, edge: float) -> bool:
    return any(piece.left < edge < piece.right for piece in row.pieces)


def _side(rows: list[Row], edge: float, *, left: bool) -> list[Row]:
    """The part of each row on one side of the gap."""
    parts = [[piece for piece in row.pieces if (piece.left < edge) == left] for row in rows]
    found = [Row(pieces, min(p.bottom for p in pieces), max(p.top for p in pieces)) for pieces in parts if pieces]
    return sorted(found, key=lambda row: -row.top)


def _is_text(rows: list[Row]) -> bool:
    """Whether rows are lines of running text: many, long, each in one piece."""
    if len(rows) < SIDE or sum(len(row.pieces) > 1 for row in rows) > 0.2 * len(rows):
        return False
    return sum(len(row.text) for row in rows) >= LETTERS * len(rows)


def _independent(left: list[Row], right: list[Row]) -> bool:
    """Whether the lines on the two sides are not on one level: two columns of a table that runs on, not its cells."""
    if len(left) < SIDE or len(right) < SIDE:
        return False
    tops = [row.top for row in right]
    between = sum(LEVEL < min(abs(row.top - top) for top in tops) < 0.8 * row.size for row in left)
    return between >= 0.25 * len(left)


def _is_crossed(run: list[Row], edge: float, drawn: Sequence[Box]) -> bool:
    """Whether lines are drawn across the gap between two columns, as in a table."""
    top, bottom = run[0].bottom, run[-1].top
    inside = [box for box in drawn if box[3] - box[1] < 3 and bottom < box[1] < top]
    return any(
        abs(a[1] - b[1]) < 1 and a[0] < edge - 2 * LEVEL and b[2] > edge + 2 * LEVEL for a in inside for b in inside
    )
