"""The rows of a page as lines in the order of reading: columns one after the other, tables row by row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.columns import ends_open
from extract.lines import FRONT_LINE
from extract.masthead import is_own_line
from extract.readers.pdf.columns import columns
from extract.readers.pdf.glyphs import Page, Piece, Row
from extract.readers.pdf.grid import Cells, find_table
from extract.readers.pdf.stretched import CLOSE, Hanging, settled

TOP = 14  # rows of a first page in which the masthead begins


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
    reach: float = 0.0  # how far to the right the lines of its column run at least


@dataclass(slots=True)
class Part:
    """Rows of one page that are read one after the other: a column, what stands above several, a side of a masthead."""

    page: Page
    rows: list[Row]
    reach: float = 0.0
    front: bool = False  # in a masthead each piece is a line


def parts(page: Page) -> Iterator[Part]:
    """The parts of a page in the order of reading."""
    rows = page.rows
    if page.number == 1:
        end, left, right = _masthead(settled(rows))
        for side in (left, right):
            yield Part(page, [Row([piece], piece.bottom, piece.top) for piece in side], front=True)
        rows = rows[end:]
    for column, reach in columns(rows, page.drawn):
        yield Part(page, column, reach)


class Reader:
    """Lays out the parts of one document, the first to the last."""

    def __init__(self) -> None:
        self._flow = 0
        self._part = 0

    def lines(self, part: Part) -> Iterator[Line | Cells]:
        """The lines and rows of tables of a part."""
        self._flow += 1
        self._part += 1
        if part.front:
            yield from (self._line(row.pieces[0], part, apart=_is_own(row.text)) for row in part.rows)
        else:
            yield from self._tables(settled(part.rows), part)

    def _tables(self, rows: list[Row], part: Part) -> Iterator[Line | Cells]:
        i = 0
        while i < len(rows):
            found, end = find_table(rows, i, part.page)
            if found:
                yield from found
                self._flow += 1
                i = end
                continue
            yield from (self._line(piece, part) for piece in rows[i].pieces)
            i += 1

    def _line(self, piece: Piece, part: Part, *, apart: bool = False) -> Line:
        hang = piece.hang if isinstance(piece, Hanging) else None
        return Line(
            piece.text,
            piece.left,
            piece.right,
            piece.bottom,
            piece.top,
            piece.bold,
            piece.italic,
            part.page.number,
            self._flow,
            self._part,
            hang,
            piece.marks,
            apart,
            piece.top - piece.bottom,
            part.reach,
        )


def _is_own(words: str) -> bool:
    """Whether a line of a masthead stands for itself; « Conférence des Parties à la » goes on below."""
    return is_own_line(words) and not ends_open(words)


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
    last = _left_ends(rows, last, 0.8 * edge)
    part = rows[: last + 1]
    left = [piece for row in part for piece in row.pieces if piece.left < 0.8 * edge]
    right = [piece for row in part for piece in row.pieces if piece.left >= 0.8 * edge]
    return last + 1, left, right


def _left_ends(rows: list[Row], last: int, edge: float) -> int:
    """The last row of a masthead whose left column goes on below the right one: '… transnationale', 'organisée'."""
    before = next((row.pieces[0] for row in reversed(rows[: last + 1]) if row.left < edge), None)
    for i in range(last + 1, len(rows)):
        piece = rows[i].pieces[0]
        near = before is not None and before.top - piece.top < CLOSE * piece.size and abs(before.left - piece.left) < 1
        if before is None or not near or rows[i].right > edge or piece.bold != before.bold:
            break
        before, last = piece, i
    return last
