"""Lines of running text to paragraphs, by where they stand, how they are set and how they end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import median

from extract import labels
from extract.columns import BETWEEN, ends_open
from extract.joining import ends, hyphen_joins
from extract.numbering import find_mark
from extract.readers.blocks import EMPTY
from extract.readers.pdf.furniture import SMALL, Note
from extract.readers.pdf.grid import Cells
from extract.readers.pdf.layout import Line
from extract.readers.written import Face, Written
from extract.repair import SIGNS

COMMON = 0.2  # of the letters in lines at the most usual distance
_WORD = re.compile(r"[^\W\d_][\w’'-]*\w|\w")
WIDER = 1.25  # of the usual distance between two lines: paragraphs are further apart
MARKED = 1.45  # the same above a line with the mark of a footnote, for which some programs make room
INDENT = 0.6  # heights of letters by which a first line is set in
LIKE = 45.0  # points by which columns of one width begin earlier or later
FLUSH = 0.5  # points by which the ends of justified lines differ
SPACE = 0.3  # heights of letters between two words
SHORT = 0.6  # of the width of the column: a heading that goes on below is no shorter


def written(items: Sequence[Line | Cells], notes: Sequence[Note]) -> list[Written]:
    """Paragraphs, rows of tables and footnotes, in the order of reading."""
    reader = _Reader(items, notes)
    return [*reader.read(items), *map(reader.note, notes)]


class _Reader:
    def __init__(self, items: Sequence[Line | Cells], notes: Sequence[Note]) -> None:
        lines = [item for item in items if isinstance(item, Line)]
        self.step = _step(lines)
        self.size = _size(lines)
        self.edges = _edges(lines, self.size)
        self.ends = _ends(lines, self.edges, WIDER * self.step)
        self.vocabulary, self.breaks_words = _hyphenation(
            [
                *(line.text for line in lines),
                *(piece.text for row in items if isinstance(row, Cells) for cell in row.cells for piece in cell),
                *(row.text for note in notes for row in note.rows),
            ]
        )

    def read(self, items: Iterable[Line | Cells]) -> list[Written]:
        out: list[Written] = []
        open_: list[Line] = []
        before: Line | None = None
        for item in items:
            if isinstance(item, Cells):
                self._close(open_, out)
                before = None
                self._add_row(out, item)
            elif self._is_label(item):
                self._close(open_, out)
            else:
                if open_ and before is not None and not self._goes_on(open_, before, item):
                    self._close(open_, out)
                open_.append(item)
                before = item
        self._close(open_, out)
        return out

    def _is_label(self, line: Line) -> bool:
        """A number without words, in small letters: it belongs to the axis of a chart."""
        return line.size < SMALL * self.size and not any(map(str.isalpha, line.text))

    def _close(self, lines: list[Line], out: list[Written]) -> None:
        if lines:
            out.append(self._joined(lines))
            lines.clear()

    def _joined(self, lines: Sequence[Line]) -> Written:
        first = lines[0]
        size = max(lines, key=lambda line: len(line.text)).size
        face = Face(round(size * 2) / 2, all(line.bold for line in lines), all(line.italic for line in lines))
        found = Written("", face=face, page=first.page)
        page = first.page
        for line in lines:
            self._append(found, line.text, line.marks)
            if line.page != page:
                page = line.page
                found.turns.append((len(found.text) - len(line.text), page))
        return found

    def _append(self, found: Written, words: str, marks: Iterable[tuple[int, str]]) -> None:
        """Adds a line to a paragraph; a hyphen at the end of the last one goes where it only broke a word."""
        text = found.text
        if text and text[-1] == "-":
            joint = hyphen_joins(text[-60:], words, self.vocabulary)
            text = text[:-1] + (joint if self.breaks_words else joint or "-")
        elif text and not (text[-1] in "–/" and text[-2:-1].isalnum() and words[0].isalnum()):
            text += " "
        found.marks += [(len(text) + at, mark) for at, mark in marks]
        found.text = text + words

    def _add_row(self, out: list[Written], row: Cells) -> None:
        """A row of a table, as one line; a header that comes again on the next page is left out."""
        cells = []
        for pieces in row.cells:
            cell = Written("")
            for piece in pieces:
                self._append(cell, piece.text, piece.marks)
            cells.append(cell)
        filled = [cell for cell in cells if cell.text]
        found = filled[0] if len(filled) == 1 else Written("", "table", int(row.header))
        found.kind, found.page = found.kind or "paragraph", row.page
        for cell in cells if len(filled) > 1 else []:
            joint = BETWEEN if found.text else ""
            found.marks += [(len(found.text) + len(joint) + at, mark) for at, mark in cell.marks]
            found.text += joint + (cell.text or EMPTY)
        again = row.header and any(w.kind == "table" and w.level == 1 and w.text == found.text for w in out[-60:])
        if not again:
            out.append(found)

    def note(self, note: Note) -> Written:
        """A footnote: its mark, a space, its words."""
        found = Written("", "footnote", page=note.page, note=note.mark)
        for row in note.rows:
            self._append(found, row.text, ())
        return found

    def _goes_on(self, paragraph: Sequence[Line], before: Line, line: Line) -> bool:
        """Whether ``line`` belongs to the paragraph whose last line is ``before``."""
        if abs(line.size - before.size) > 0.08 * max(line.size, before.size) or line.hang is not None:
            return False
        if before.apart or line.apart or labels.opens(line.text):
            return False
        if line.flow != before.flow:
            return self._goes_on_elsewhere(paragraph, before, line)
        step = before.top - line.top
        if step <= 0 or step > (MARKED if line.marks else WIDER) * self._step(line):
            return False
        if line.bold and before.bold:
            early = self._ended_early(before, line, heading=True) or self._has_room(before, line)
            open_ = (
                ends_open(before.text) or before.text[-1] == "-" or (line.text[0].islower() and not ends(before.text))
            )
            return (open_ or not early) and find_mark(line.text) is None
        if line.bold != before.bold and (line.bold or before.bold):
            return self._fills(before, line) and not ends(before.text)
        early = self._ended_early(before, line)
        if self._begins_item(before, line, early=early):
            return False
        if early and (ends(before.text) or not line.text[0].islower()) and not ends_open(before.text):
            return False
        return not self._indented(paragraph, before, line, early=early)

    def _begins_item(self, before: Line, line: Line, *, early: bool) -> bool:
        """Whether ``line`` begins with the number of a paragraph or item, not with 'b)' from a list within its text."""
        mark = find_mark(line.text)
        if mark is None:
            return False
        apart = abs(line.left - (before.hang or before.left)) > INDENT * line.size
        return early or (ends(before.text) and (apart or mark.kind not in ("letter", "roman", "arabic")))

    def _goes_on_elsewhere(self, paragraph: Sequence[Line], before: Line, line: Line) -> bool:
        """The same for the first line of a column or page."""
        if line.bold != before.bold or find_mark(line.text) is not None or line.column == before.column:
            return False
        margin = before.hang or (before.left if len(paragraph) > 1 else min(before.left, self.edges[before.column][0]))
        if abs(line.left - margin) > INDENT * line.size and self._same_margins(before, line):
            return False
        if not ends(before.text):
            return line.text[0].islower() or not self._ended_early(before, line)
        if find_mark(paragraph[0].text) is None and not self._is_flush(paragraph):
            return False
        return (
            before.text[-1] == "."
            and self._fills(before, line)
            and line.text[0].isalnum()
            and (not self._first_line(line))
        )

    def _is_flush(self, paragraph: Sequence[Line]) -> bool:
        """Whether the last line of a justified paragraph ends where the others do, as no last line does by chance."""
        *others, last = paragraph
        return len(others) > 1 and all(abs(line.right - last.right) < FLUSH for line in others)

    def _same_margins(self, before: Line, line: Line) -> bool:
        """Whether two columns stand at one place of their pages."""
        pairs = zip(self.edges[before.column], self.edges[line.column], strict=True)
        return all(abs(a - b) < line.size for a, b in pairs)

    def _first_line(self, line: Line) -> bool:
        """Whether a line is set in, as the first of a paragraph."""
        return line.left > self.edges[line.column][0] + 2 * line.size

    def _step(self, line: Line) -> float:
        return line.size * self.step

    def _fills(self, before: Line, line: Line) -> bool:
        """Whether the first word of ``line`` had no room behind ``before``."""
        word = len(line.text.split(" ", 1)[0]) + 1
        per_letter = (line.right - (line.hang or line.left)) / max(len(line.text), 1)
        return before.right + word * per_letter > self.ends[id(before)] - 0.3 * line.size

    def _has_room(self, before: Line, line: Line) -> bool:
        """Whether all of a line had room behind ``before``, as no part of one heading has: 'Statement'."""
        after = before.right + SPACE * line.size + line.right - line.left
        return line.text[0].isupper() and not ends_open(before.text) and after < self.edges[before.column][1]

    def _ended_early(self, before: Line, line: Line, *, heading: bool = False) -> bool:
        """Whether there was room on the line before for the first word of ``line``: the break was meant."""
        if not heading:
            return not self._fills(before, line)
        left, right = self.edges[before.column]
        return before.right - left < SHORT * (right - left)

    def _indented(self, paragraph: Sequence[Line], before: Line, line: Line, *, early: bool) -> bool:
        """Whether ``line`` is set in or out, as the first line of another paragraph."""
        within = INDENT * line.size
        if len(paragraph) == 1:
            hung = paragraph[0].hang
            if hung is not None and abs(line.left - hung) <= within:
                return False
            if min(line.left, before.left) > sum(self.edges[before.column]) / 2:
                return True  # lines that are set to the right, each for itself
            return line.left > paragraph[0].left + within and hung is None and (early or ends(before.text))
        shift = line.left - before.left
        if before.hang is not None:
            return False
        if shift > within:
            return ends(before.text)
        return shift < -within and (ends(before.text) or early)


def _hyphenation(texts: Sequence[str]) -> tuple[Counter[str], bool]:
    """The words of a document, and whether hyphens at the end of its lines may stand inside a word.

    They do not where those words that stand elsewhere too all have their hyphen there: most programs break no words.
    """
    if not any(text[-1:] == "-" for text in texts):
        return Counter(), True  # nothing to decide
    vocabulary = Counter(_WORD.findall(" ".join(texts).lower()))
    broken = hyphened = 0
    for above, below in pairwise(texts):
        if above[-1:] == "-" and below[:1].islower():
            word, rest = above.rsplit(" ", 1)[-1].lower().lstrip(SIGNS), below.split(" ", 1)[0].lower().rstrip(SIGNS)
            broken += vocabulary[word[:-1] + rest] > 0
            hyphened += vocabulary[word + rest] > 0
    return vocabulary, broken > 0 or hyphened == 0


def _step(lines: Sequence[Line]) -> float:
    """The usual distance from one line to the next, in heights of letters: the smallest of those that are common."""
    steps: Counter[float] = Counter()
    for a, b in pairwise(lines):
        step = (a.top - b.top) / max(b.size, 1)
        if a.flow == b.flow and 0.8 < step < 3:
            steps[round(step * 20) / 20] += len(b.text)
    most = max(steps.values(), default=0)
    return min((step for step, count in steps.items() if count >= COMMON * most), default=1.35)


def _size(lines: Sequence[Line]) -> float:
    """The height in which most letters are set."""
    lengths: Counter[float] = Counter()
    for line in lines:
        lengths[round(2 * line.size) / 2] += len(line.text)
    return max(sorted(lengths), key=lambda size: lengths[size]) if lengths else 0.0


def _ends(lines: Sequence[Line], edges: Mapping[int, tuple[float, float]], step: float) -> dict[int, float]:
    """Line, by its identity -> where the lines around it end: those of a quote end before the others of the column."""
    found: dict[int, float] = {}
    group: list[Line] = []
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        group.append(line)
        near = below is not None and below.flow == line.flow and 0 < line.top - below.top <= step * below.size
        if near and below is not None and abs(below.size - line.size) < 0.08 * line.size:
            continue
        left, right = edges[line.column]
        reached = max(one.right for one in group)
        own = len(group) > 2 and reached - left > SHORT * (right - left)
        found |= {id(one): reached if own else right for one in group}
        group = []
    return found


def _edges(lines: Sequence[Line], usual: float) -> dict[int, tuple[float, float]]:
    """Column -> where its lines begin and end; short lines in one column end where the lines of others like it do."""
    found: dict[int, tuple[float, float]] = {}
    for plain in (True, False):
        columns = frozenset(found)
        for line in lines:
            if (abs(line.size - usual) < 0.08 * usual) == plain and (plain or line.column not in columns):
                left, right = found.get(line.column, (line.left, max(line.right, line.reach)))
                found[line.column] = min(left, line.left), max(right, line.right)
    known = {line.column for line in lines if line.reach > 0}
    told = {column: edges for column, edges in found.items() if column not in known}
    for column, (left, right) in told.items():
        found[column] = (
            left,
            max(right, median(sorted(end for start, end in told.values() if abs(start - left) < LIKE))),
        )
    return found
