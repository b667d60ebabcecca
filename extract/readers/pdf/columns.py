"""Columns of running text on a page: what a newsletter prints side by side is read one column after the other.

Two columns are told by how the file writes them, the one and then the other, while a table is written row by row; where
it writes lines across both, by the lines being those of running text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from extract.readers.pdf.glyphs import Box, Row
from extract.readers.pdf.stretched import settled

SIDE = 5  # lines that make a column
LEAST = 3  # lines that do where the file writes one column after the other
BEGIN = 4  # of its lines begin below each other
PLACES = 24  # at which lines begin that are looked at; no page has so many columns
LETTERS = 22  # of a line of a column of running text, in the mean
NARROW = 12  # of one that the file writes for itself
FULL, FILLED = 0.75, 0.4  # of the width of such a column: a line that fills it; of its lines: those that do
MIDDLE = (0.3, 0.7)  # where the gap between two columns lies, as part of the width of the text
ASIDE = (0.12, 0.88)  # where that of a sidebar lies, which the file writes for itself
APART = 2.0  # heights of letters between the end of a column and what stands below both
NEARLY = 0.67  # of what the best gap explains: the first from the left is taken, what stands behind it is parted again
GAP = 1.4  # heights of letters between two paragraphs, at least
ABOVE = 2.5  # heights of letters between two lines of one column, at most
LARGER = 1.08  # times the height of the letters below: those of a heading
LEVEL = 1.5  # points by which lines on one level differ


@dataclass(frozen=True, slots=True)
class _Run:
    """Rows ``start`` to ``end`` that are set in two columns."""

    start: int
    end: int
    left: list[Row]
    right: list[Row]


def columns(rows: list[Row], drawn: Sequence[Box], reach: float = 0.0) -> Iterator[tuple[list[Row], float]]:
    """The rows of a page in the order of reading: part after part, each of them one column.

    With each goes how far to the right its lines may run at least, those above two columns as far as both; 0 where a
    page has no columns and tells nothing.
    """
    found = [run for edge in _edges(rows) for run in _split(rows, edge, drawn)]
    if not found:
        yield rows, reach
        return
    worth = [_worth(run) for run in found]
    best = next(run for run, value in zip(found, worth, strict=True) if value >= NEARLY * max(worth))
    inner, across = _right(best.left), max(reach, _right(best.right))
    parts = (rows[: best.start], across), (best.left, inner), (best.right, across), (rows[best.end :], across)
    for part, right in parts:
        if part:
            yield from columns(part, drawn, right)


def _worth(run: _Run) -> float:
    """How much two columns explain: their lines, the less where those are in several pieces still."""
    whole = [sum(len(row.pieces) == 1 for row in settled(side)) / len(side) for side in (run.left, run.right)]
    return (run.end - run.start) * min(whole)


def _right(rows: Sequence[Row]) -> float:
    return max(row.right for row in rows)


def bands(rows: Sequence[Row]) -> list[int]:
    """Where the file has written all that stands above before all that stands below: the rows that begin there."""
    orders = [[piece.order for piece in row.pieces] for row in rows]
    last = [*accumulate(map(max, orders), max)]
    first = [*accumulate(map(min, reversed(orders)), min)][::-1]
    return [i for i in range(1, len(rows)) if last[i - 1] < first[i]]


def _edges(rows: list[Row]) -> list[float]:
    """Places at which several lines begin below each other: there a column may stand."""
    if len(rows) < LEAST:
        return []
    left, right = min(row.left for row in rows), _right(rows)
    start, end = (left + part * (right - left) for part in ASIDE)
    begins = Counter(round(p.left) for row in rows for p in row.pieces if start <= p.left <= end and len(p.text) > 2)
    common = sorted((place for place in begins if begins[place] >= LEAST), key=lambda place: (-begins[place], place))
    return [place - 3.0 for place in sorted(common[:PLACES])]


def _split(rows: list[Row], edge: float, drawn: Sequence[Box]) -> Iterator[_Run]:
    """The runs of rows that are two columns parted at ``edge``."""
    crossing = [i for i, row in enumerate(rows) if row.left < edge < row.right and _crosses(row, edge)]
    left, right = min(row.left for row in rows), _right(rows)
    middle = MIDDLE[0] <= (edge - left) / max(right - left, 1) <= MIDDLE[1]
    for before, after in pairwise([-1, *crossing, len(rows)]):
        run = _together(rows[before + 1 : after], edge)
        if min(sum(row.left < edge for row in run), sum(row.pieces[-1].left >= edge for row in run)) < LEAST:
            continue
        goes_on = bool(run) and before + 1 + len(run) == after < len(rows) and not _is_apart(run[-1], rows[after])
        parts = [*_written_apart(run, edge, before + 1, goes_on=goes_on)]
        if not parts and middle and _is_set_apart(run, edge):
            parts = [_run(run, edge, before + 1)]
        yield from (part for part in parts if not _is_crossed(part, edge, drawn))


def _run(rows: list[Row], edge: float, start: int) -> _Run:
    return _Run(start, start + len(rows), *_sides(rows, edge))


def _written_apart(run: list[Row], edge: float, start: int, *, goes_on: bool) -> Iterator[_Run]:
    """The parts of a run of which the file writes one side after the other, both of them running text.

    ``goes_on``: a line across both follows, with which a paragraph beside a box may go on.
    """
    for begin, end in _written_together(run, edge):
        alone = next((k for k in range(begin, end) if run[k].pieces[-1].left >= edge), end)
        for first in range(begin, alone + 1 if alone < end else begin):
            whole = run[first : _ends_below(run, first, end, edge, goes_on=goes_on)]
            if _is_written_apart(found := _run(whole, edge, 0)):
                above = _begins_above(run, first, edge, _right(found.left))
                yield _run([*run[above:first], *whole], edge, start + above)
                break


def _ends_below(run: list[Row], first: int, end: int, edge: float, *, goes_on: bool) -> int:
    """Where the longer of two columns ends: the right one, or the left one beside a box that the file writes first."""
    left, right = _sides(run[first:end], edge)
    boxed = bool(left and right) and right[0].pieces[0].order < left[0].pieces[0].order
    last = end
    while last < len(run) and (run[last].left >= edge or (boxed and _is_near(run[last - 1], run[last]))):
        last += 1
    if boxed and goes_on and last == len(run):  # to the end of a paragraph
        last = next((k for k in range(last - 1, end, -1) if _is_apart(run[k - 1], run[k])), end)
    return last


def _is_apart(above: Row, below: Row) -> bool:
    return above.top - below.top > GAP * below.size


def _is_near(above: Row, below: Row) -> bool:
    return above.top - below.top < ABOVE * below.size


def _begins_above(run: list[Row], first: int, edge: float, right: float) -> int:
    """Where the higher of two columns begins, the right one, or the left one, which ends at ``right``."""
    while first > 0 and _is_near(run[first - 1], run[first]):
        if run[first - 1].left < edge and run[first - 1].right >= right + LEVEL:
            break
        first -= 1
    return first


def _written_together(run: list[Row], edge: float) -> list[tuple[int, int]]:
    """The parts of a run, from row to row, each written before the next, without those that are rows of a table.

    Such a row stands beside another one, and its cells have no headings of their own, as boxes beside each other have.
    """
    parts = [*pairwise([0, *bands(run), len(run)])]
    cells = [_is_row(run[begin:end], run[end : end + 1], edge) for begin, end in parts]
    beside = [a or b for a, b in zip([False, *cells], [*cells[1:], False], strict=False)]
    return [
        part
        for part, cell, near in zip(parts, cells, beside, strict=True)
        if not (cell and near) or all(map(_is_headed, _sides(run[slice(*part)], edge)))
    ]


def _is_row(rows: list[Row], below: list[Row], edge: float) -> bool:
    """Whether lines may be a row of a table: cells on two sides, of several lines, or heads above those ``below``."""
    beside = any(row.left < edge for row in rows) and any(row.pieces[-1].left >= edge for row in rows)
    if not beside or len(rows) > 1:
        return beside
    return all(piece.bold for piece in rows[0].pieces) or any(_are_above(rows[0], row, edge) for row in below)


def _are_above(row: Row, below: Row, edge: float) -> bool:
    """Whether the pieces of a line begin above those of the next, on both sides, as heads of columns do."""
    lefts = [piece.left for piece in below.pieces]
    found = [any(abs(piece.left - left) < LEVEL for left in lefts) for piece in row.pieces]
    return all(found) and row.left < edge <= row.pieces[-1].left and _is_near(row, below)


def _is_headed(rows: list[Row]) -> bool:
    """Whether the first line is the heading of those below it."""
    if len(rows) < 2:
        return False
    first, second = rows[0].pieces[0], rows[1].pieces[0]
    return (first.bold and not second.bold) or first.size > LARGER * second.size


def _is_written_apart(run: _Run) -> bool:
    if min(len(run.left), len(run.right)) < LEAST:
        return False
    left, right = ([piece.order for row in side for piece in row.pieces] for side in (run.left, run.right))
    if not (max(left) < min(right) or max(right) < min(left)):
        return False
    sides = settled(run.left), settled(run.right)
    flows = [*map(_flows, sides)]
    return all(flows) or (any(flows) and any(map(_is_text, sides)))


def _is_set_apart(run: list[Row], edge: float) -> bool:
    """Whether two sides are columns by their lines, in a file that writes across them."""
    left, right = _sides(run, edge)
    if len(run) < SIDE or not left or not right or len(_written_together(run, edge)) < len(bands(run)):
        return False
    if max(_beginning(left), _beginning(right)) < BEGIN:
        return False
    return (_is_text(settled(left)) and _is_text(settled(right))) or _independent(left, right)


def _beginning(rows: Sequence[Row]) -> int:
    return max(Counter(round(row.left) for row in rows).values(), default=0)


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


def _sides(rows: list[Row], edge: float) -> tuple[list[Row], list[Row]]:
    return _side(rows, edge, left=True), _side(rows, edge, left=False)


def _side(rows: list[Row], edge: float, *, left: bool) -> list[Row]:
    """The part of each row on one side of the gap."""
    found = []
    for row in rows:
        if row.pieces[-1].left < edge if left else row.left >= edge:
            found.append(row)  # all of it
        elif pieces := [piece for piece in row.pieces if (piece.left < edge) == left]:
            found.append(Row(pieces, min(p.bottom for p in pieces), max(p.top for p in pieces)))
    return sorted(found, key=lambda row: -row.top)


def _flows(rows: list[Row]) -> bool:
    """Whether many lines fill the width of their column, as those of running text do."""
    left, right = min(row.left for row in rows), _right(rows)
    full = sum(row.right - left > FULL * (right - left) for row in rows)
    return full >= FILLED * len(rows) and _letters(rows) >= NARROW


def _letters(rows: list[Row]) -> float:
    return sum(len(row.text) for row in rows) / len(rows)


def _is_text(rows: list[Row]) -> bool:
    """Whether rows are lines of running text: many, long, each in one piece."""
    if len(rows) < SIDE or sum(len(row.pieces) > 1 for row in rows) > 0.2 * len(rows):
        return False
    return _letters(rows) >= LETTERS


def _independent(left: list[Row], right: list[Row]) -> bool:
    """Whether the lines on the two sides are not on one level: two columns of a table that runs on, not its cells."""
    if len(left) < SIDE or len(right) < SIDE:
        return False
    tops = [row.top for row in right]
    between = sum(LEVEL < min(abs(row.top - top) for top in tops) < 0.8 * row.size for row in left)
    return between >= 0.25 * len(left)


def _is_crossed(run: _Run, edge: float, drawn: Sequence[Box]) -> bool:
    """Whether lines are drawn across the gap between two columns, as in a table."""
    top = min(run.left[0].bottom, run.right[0].bottom)
    bottom = max(run.left[-1].top, run.right[-1].top)
    inside = [box for box in drawn if box[3] - box[1] < 3 and bottom < box[1] < top]
    return any(
        abs(a[1] - b[1]) < 1 and a[0] < edge - 2 * LEVEL and b[2] > edge + 2 * LEVEL for a in inside for b in inside
    )
