"""Lines that are set in columns: the two columns of a masthead, and the rows of a table drawn in plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from extract import wording
from extract.lines import Line
from extract.masthead import is_own_line
from extract.numbering import find_mark

TOP = 14  # lines among which a masthead begins
LEFT = 20  # characters: the left column of a masthead is no narrower
SLACK = 14  # characters by which the lines of its right column may begin earlier or later
APART = 2  # empty lines that are noted between columns
ROWS = 2  # rows that make a table
GAP = 2  # empty lines between the rows of a table
TORN = 3  # lines of one cell
BETWEEN = " ; "
_YEAR = re.compile(r"(?:19|20)\d\d")
_ASIDE = re.compile(r" ?\([^()]*\)")


@cache
def _wide() -> re.Pattern[str]:
    """What parts two cells: three spaces, a tab, the one row of dots of a line ("Ilze Kalnina ....... Chair")."""
    return re.compile(
        r"(?<=\S) {3,}(?=\S)|(?<=\S) *\t[ \t]*(?=\S)|(?<=[^\s.]) {1,2}(?:\. ){3,}\.? *(?=[^\s.])"
        r"|(?<=[^\s.]) ?\.{4,} ?(?=[^\s.](?!.*\.{4}))"
    )


@cache
def _bars() -> re.Pattern[str]:
    return re.compile(r"[^|\s](?:[^|]*[^|\s])?")


def arranged(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with the columns of the masthead one after the other, each row of a table as one line with cells."""
    return _with_tables(_without_columns(lines))


def cells_of(line: Line) -> list[Line]:
    """The cells of a line, the line itself where it has one only; a printed number at its beginning is no cell."""
    text = line.text
    if _is_barred(text):
        return _barred(line) or [line]
    if not _may_be_row(line):
        return [line]
    mark = find_mark(text)
    first = mark.length if mark is not None else 0
    edges = [0]
    for match in _wide().finditer(text, first):
        edges += match.span()
    edges.append(len(text))
    return [_part(line, start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _part(line: Line, start: int, end: int) -> Line:
    return replace(
        line, start=line.start + start, end=line.start + end, indent=line.indent + start, text=line.text[start:end]
    )


def _is_barred(words: str) -> bool:
    """Whether bars part the cells of a line: '| Kenya | 12 |', 'Kenya | 12'."""
    return words.count("|") > 1 if words[0] == "|" else " | " in words


def _barred(line: Line) -> list[Line]:
    """The filled cells between the bars of a line; what joins one to the one before keeps those left empty between."""
    found: list[Line] = []
    last = 0  # bars before the cell found last
    for match in _bars().finditer(line.text):
        bars = line.text.count("|", 0, match.start())
        part = _part(line, match.start(), match.end())
        found.append(replace(part, joint=BETWEEN * max(1, bars - last)) if found else part)
        last = bars
    return found


@cache
def _dashes() -> re.Pattern[str]:
    return re.compile(r" [–—] ")


def _dashed(line: Line) -> list[Line]:
    """The cells of a line that dashes part: « Djibouti — (néant) — 9 mars 2018 »."""
    edges = [0, *(edge for match in _dashes().finditer(line.text) for edge in match.span()), len(line.text)]
    first, *rest = [_part(line, *span) for span in zip(edges[::2], edges[1::2], strict=True)]
    return [first, *(replace(cell, joint=BETWEEN) for cell in rest)]


# The masthead


def _without_columns(lines: Sequence[Line]) -> list[Line]:
    """The masthead's left column, then its right one: names that run on below each other stay whole.

    'Conference of the Parties to the      Distr.: General' / 'United Nations Convention      9 November 2021'
    """
    for first, line in enumerate(lines[:TOP]):
        mark = find_mark(line.text)
        if mark is not None and mark.kind == "number" and mark.value == "1":
            break  # the text has begun
        cells = cells_of(line)
        if len(cells) == 2 and cells[1].indent >= LEFT and any(is_own_line(cell.text) for cell in cells):
            first = _top(lines, first, cells[1].indent)
            end, left, right = _columns(lines, first, cells[1].indent)
            rest = list(lines[end:])
            if rest:
                rest[0] = replace(rest[0], gap=max(rest[0].gap, APART))
            return [*lines[:first], *left, *right, *rest]
    return list(lines)


def _top(lines: Sequence[Line], first: int, edge: int) -> int:
    """The first of the lines right above line ``first`` that are set in the same two columns."""
    while first > 0 and len(above := cells_of(lines[first - 1])) == 2 and abs(above[1].indent - edge) <= SLACK:
        first -= 1
    return first


def _columns(lines: Sequence[Line], first: int, edge: int) -> tuple[int, list[Line], list[Line]]:
    """(end, left, right) of the columns that begin at line ``first``; the right one begins about column ``edge``."""
    left: list[tuple[int, Line]] = []
    right: list[tuple[int, Line]] = []
    for i in range(first, min(first + 2 * TOP, len(lines))):
        sides = _sides(lines[i], edge)
        if sides is None:
            break
        edge = min(edge, sides[1].indent) if sides[1] is not None else edge
        for side, cell in zip((left, right), sides, strict=True):
            if cell is not None:
                side.append((i, cell))
    end = right[-1][0] + 1
    while left and left[-1][0] >= end and not _runs_on(left, end):
        left.pop()
    end = max(end, left[-1][0] + 1 if left else 0)
    return end, _spaced(lines, left), _spaced(lines, right, apart=True)


def _sides(line: Line, edge: int) -> tuple[Line | None, Line | None] | None:
    """What a line has in the left and in the right column; None where it runs across the edge between them."""
    cells = cells_of(line)
    if len(cells) == 2 and abs(cells[1].indent - edge) <= SLACK:
        return cells[0], cells[1]
    if len(cells) == 1 and line.indent >= edge - SLACK:
        return None, line
    if len(cells) == 1 and line.indent + len(line.text) < edge - 1:
        return line, None
    return None


def _runs_on(left: list[tuple[int, Line]], end: int) -> bool:
    """Whether the lines of the left column below the end of the right one belong to a name that began beside it."""
    (before, above), (at, line) = left[-2:] if len(left) > 1 else [(-1, left[0][1]), left[0]]
    return at == before + 1 == end and line.gap == 0 and (ends_open(above.text) or line.text[0].islower())


def ends_open(words: str) -> bool:
    """Whether ``words`` end in one that something must follow: « … tenue à New York le », "on 25 December"."""
    last = words.rsplit(" ", 1)[-1].lower()
    return last in wording.words("open_ends") or last in wording.month_numbers()


def _spaced(lines: Sequence[Line], column: list[tuple[int, Line]], *, apart: bool = False) -> list[Line]:
    """The lines of a column, each with the empty lines that stand above it in that column."""
    out: list[Line] = []
    for k, (i, line) in enumerate(column):
        above = lines[i].gap if k == 0 else sum(between.gap + 1 for between in lines[column[k - 1][0] + 1 : i + 1]) - 1
        out.append(replace(line, gap=APART + above if apart and k == 0 else above))
    return out


# Tables


def _with_tables(lines: list[Line]) -> list[Line]:
    out: list[Line] = []
    i = 0
    while i < len(lines):
        rows, end = _table(lines, i, cells_of) if _may_be_row(lines[i]) else ([], i)
        if not rows and _heads_dashes(lines[i]):
            rows, end = _table(lines, i, _dashed)
        if rows:
            out.extend(rows)
            i = end
        else:
            out.append(lines[i])
            i += 1
    return out


def _may_be_row(line: Line) -> bool:
    return "   " in line.text or "\t" in line.text or _has_leader(line.text) or _is_barred(line.text)


def _has_leader(words: str) -> bool:
    """Is there one row of dots inside the line?"""
    return "...." in words and len(re.findall(r"\.{4,}", words)) == 1


def _heads_dashes(line: Line) -> bool:
    """« État — Signature — Ratification »: the heads of columns between dashes."""
    return len(_dashes().findall(line.text)) > 1 and is_header([cell.text for cell in _dashed(line)])


def _table(lines: list[Line], first: int, cut: Callable[[Line], list[Line]]) -> tuple[list[Line], int]:
    """The rows of the table whose first row with several cells is line ``first`` (none if none is), and its end;
    ``cut`` gives the cells of a line.
    """
    if len(cut(lines[first])) == 1:
        return [], first  # "II.   Documents before the meeting"
    rows: list[list[Line]] = []
    loose: list[Line] = []  # lines with one cell since the last row
    end = i = first
    spaced = 0  # empty lines between the rows
    while i < len(lines) and (i == first or lines[i].gap <= GAP) and len(loose) <= TORN:
        cells = cut(lines[i])
        if len(cells) == 1 and len(rows) >= ROWS and lines[i].gap > spaced:
            break  # what stands apart from rows that stand close: the heading of another table
        if len(cells) == 1:
            loose.append(lines[i])
        elif not rows or _aligned(rows[-1], cells) or _parted_alike(lines[end - 1], lines[i], cut):
            spaced = max(spaced, lines[i].gap if rows else 0)
            rows.extend(_placed(rows, loose, cells))
            loose, end = [], i + 1
        else:
            break
        i += 1
    if sum(len(row) > 1 for row in rows) < ROWS:
        return [], first
    while loose and _continues_last(rows[-1], loose[0]):
        rows[-1].append(loose.pop(0))
        end += 1
    headed = is_header([cell.text for cell in rows[0]])
    columns = [cell for cell in rows[0] if cell.indent != rows[0][0].indent] if headed else []
    return [_row(cells, columns, header=headed and k == 0) for k, cells in enumerate(rows)], end


def _aligned(above: list[Line], cells: list[Line]) -> bool:
    """Whether a cell of a row begins or ends below one of the row above it."""
    ends = {cell.indent + len(cell.text) for cell in above[1:]}
    starts = {cell.indent for cell in above[1:]}
    return any(
        not starts.isdisjoint(range(cell.indent - 1, cell.indent + 2)) or cell.indent + len(cell.text) in ends
        for cell in cells[1:]
    ) or (
        _centred(above, cells)
        or len(above) == len(cells)
        and (
            above[0].start == cells[0].start or all(_overlap(*pair) for pair in zip(above[1:], cells[1:], strict=True))
        )
    )


def _overlap(above: Line, cell: Line) -> bool:
    """Does a cell stand below another, as the centred ones of a column do?"""
    return above.indent < cell.indent + len(cell.text) and cell.indent < above.indent + len(above.text)


def _centred(above: list[Line], cells: list[Line]) -> bool:
    """Whether each number of a row stands below the middle of a head, the first column having none:
    'Before the project     After the project' / 'Guinea          14                    39'.
    """
    heads = [(cell.indent, cell.indent + len(cell.text)) for cell in above]
    bare = len(above) + 1 == len(cells) and not any(any(map(str.isdigit, cell.text)) for cell in above)
    numbers = [(cell.indent, cell.indent + len(cell.text)) for cell in cells[1:] if cell.text.isdigit()]
    below = all(first <= start and end <= last for (first, last), (start, end) in zip(heads, numbers, strict=False))
    return bare and len(numbers) == len(heads) and below


def _parted_alike(above: Line, line: Line, cut: Callable[[Line], list[Line]]) -> bool:
    """Whether as many tabs, bars or dashes part the cells of two lines: these stand below each other wherever they
    are.
    """
    if cut is _dashed:
        return len(_dashed(above)) == len(_dashed(line))
    return any(above.text.count(mark) == line.text.count(mark) > 0 for mark in ("\t", "|"))


def _placed(rows: list[list[Line]], loose: list[Line], cells: list[Line]) -> list[list[Line]]:
    """A row with what lines of one cell make above it: torn cells of the row before or of this one, or own rows."""
    while rows and loose and _continues_last(rows[-1], loose[0]):
        rows[-1].append(loose.pop(0))
    if loose and cells[0].text[0].islower():
        torn = [loose.pop(), cells[0]]
        while loose and torn[0].text[0].islower():
            torn.insert(0, loose.pop())
        cells = [*torn, *cells[1:]]
    return [*([line] for line in loose), cells]


def _continues_last(row: list[Line], line: Line) -> bool:
    """Whether a line of one cell goes on with a cell of the row above: below its last one, or in lower case."""
    if line.gap > 0 or len(row) < 2:
        return False
    if abs(line.indent - row[-1].indent) <= 1:
        return True
    return any(abs(line.indent - cell.indent) <= 1 for cell in row[1:])


def _row(cells: list[Line], columns: Sequence[Line], *, header: bool) -> Line:
    """One line for a row; what stands below a cell goes on with it, and a cell left empty below one of the header's
    ``columns`` (all but the first) is kept: 'Kenya ;  ; 5 January 2005'.
    """
    parts = [cells[0]]
    before = 0
    for cell in cells[1:]:
        if abs(parts[-1].indent - cell.indent) <= 1:
            parts.append(replace(cell, joint=" "))
            continue
        if cell.joint.startswith(BETWEEN):  # bars say which cell it is
            parts.append(cell)
            continue
        below = _overlap if cell.start - parts[-1].end > 2 else _below  # tabs stand below each other wherever they are
        at = next((k for k, column in enumerate(columns, start=1) if below(column, cell)), before + 1)
        parts.append(replace(cell, joint=BETWEEN * max(1, at - before)))
        before = at
    parts[0] = replace(parts[0], hint="table", level=int(header))
    return replace(parts[0], end=cells[-1].end, cells=tuple(parts))


def _below(column: Line, cell: Line) -> bool:
    """Whether ``cell`` begins or ends where ``column`` of the header does."""
    begins = abs(column.indent - cell.indent) <= 1
    return begins or column.indent + len(column.text) == cell.indent + len(cell.text)


def is_header(cells: Sequence[str]) -> bool:
    """Whether a first row says what the columns hold: short cells without digits, the nouns of table heads."""
    filled = [_ASIDE.sub("", cell) for cell in cells if cell]
    if _counts_years(filled):
        return True
    if len(filled) < 2 or any(any(map(str.isdigit, cell)) or len(cell) > 60 for cell in filled):
        return False
    heads = wording.words("table_heads")
    return 2 * sum(not heads.isdisjoint(wording.fold(cell).split()) for cell in filled) >= len(filled)


def _counts_years(cells: Sequence[str]) -> bool:
    """Whether cells are the heads of a table of figures by year: "Indicator", "2023", "2024", "2025", "Total"."""
    years = [int(cell) for cell in cells if _YEAR.fullmatch(cell)]
    others = [cell for cell in cells if not _YEAR.fullmatch(cell)]
    named = all(map(str.isalpha, "".join(others[:1]).replace(" ", ""))) and len(others) <= 2
    return len(years) > 1 and named and all(b - a == 1 for a, b in pairwise(years))
