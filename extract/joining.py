"""Third step of the repair: lines of plain text joined into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extract import labels, wording
from extract.closing import closed
from extract.columns import arranged, ends_open
from extract.dates import date_pattern
from extract.lines import Line, spacing
from extract.masthead import is_organ, is_own_line
from extract.numbering import Mark, find_mark, readings
from ontology.alternatives import any_of
from ontology.lexicon import LANGUAGES, data

WRAPPED = 200  # characters: longer lines are whole paragraphs
FRONT = 40  # lines among which a masthead stands
_LABEL = 5  # words of a label
_FEW = 2  # lines that may begin with names by chance
AHEAD = 15  # lines in which the second item of a list shows whether it is one


@dataclass(slots=True)
class Layout:
    """How the lines of a text are set: empty lines between the lines of one paragraph, and the width of the column."""

    unit: int
    width: int
    wrapped: bool
    numbered: bool


@cache
def _terminated() -> re.Pattern[str]:
    return re.compile(r"[.:;!?…][»”\"’')\]*\d\s]{0,6}$")


def ends(words: str) -> bool:
    """Whether ``words`` close a sentence, an item or a chapeau."""
    if _terminated().search(words[-12:]) is None:
        return False
    return words[-1] != "." or words[words.rfind(" ") + 1 : -1].lower() not in wording.words("abbreviations", "title")


def _parts_date(before: str, line: str) -> bool:
    """ "… its instrument on 6" / "June 2024.": a date over two lines."""
    day = before.rsplit(" ", 1)[-1]
    return " " in before and day.isdigit() and date_pattern().match(f"{day} {line}".lower()) is not None


def _opens_preamble(words: str) -> bool:
    return wording.fold(words.split(" ", 1)[0]).rstrip(",") in wording.words("preambular")


def measure(lines: list[Line], marks: list[Mark | None]) -> Layout:
    """The layout of a text, from where its lines continue in lower case."""
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[min(int(len(lengths) * 0.9), len(lengths) - 1)] if lengths else 0
    unit = spacing([line for line, mark in zip(lines[1:], marks[1:], strict=True) if mark is None])
    numbered = sum(mark is not None and mark.kind == "number" for mark in marks) >= 3
    close = sum(line.gap <= unit for line in lines[1:])
    broken = sum(_is_broken(a, b, mark, unit) for a, b, mark in zip(lines, lines[1:], marks[1:], strict=False))
    return Layout(unit, width, width <= WRAPPED and broken >= max(0.1 * close, 1), numbered)


def _is_broken(before: Line, line: Line, mark: Mark | None, unit: int) -> bool:
    """Whether a line was broken for want of room: the next goes on in lower case, or it is long and ends nothing."""
    if mark is not None:
        return False
    return line.text[0].islower() or (line.gap <= unit and 55 <= len(before.text) <= WRAPPED and not ends(before.text))


def paragraphs(lines: list[Line]) -> list[list[Line]]:
    """``lines`` grouped into paragraphs, headings, items and rows of tables, in order."""
    if not lines:
        return []
    lines = arranged(lines)
    marks = [None if line.cells else find_mark(line.text) for line in lines]
    layout = measure(lines, marks)
    out: list[list[Line]] = []
    run = _Run(lines, marks, layout)
    for i, line in enumerate(lines):
        if i > 0 and run.continues(i):
            out[-1].append(line)
        else:
            run.opens[i] = True
            out.append([line])
    return [list(group[0].cells) if group[0].cells else group for group in closed(out, layout.unit)]


class _Run:
    """Decides line by line; knows which lists are open and which number came last."""

    def __init__(self, lines: list[Line], marks: list[Mark | None], layout: Layout) -> None:
        self.lines = lines
        self.marks = marks
        self.layout = layout
        self.number = 0
        self.last: dict[str, int] = {}
        self.opens = [False] * len(lines)  # which lines begin a paragraph
        self.local = self._local_wrapping()
        self._note(0)

    def _local_wrapping(self) -> list[bool]:
        """For each line whether the lines around it, without a wider gap, are wrapped."""
        out: list[bool] = []
        for group in self._groups():
            broken = sum(_is_broken(a, b, None, self.layout.unit) for a, b in pairwise(group))
            wrapped = self.layout.wrapped or (len(group) >= 3 and broken >= 0.2 * (len(group) - 1))
            out.extend(wrapped and len(line.text) <= WRAPPED for line in group)
        return out

    def _groups(self) -> Iterator[list[Line]]:
        group: list[Line] = []
        for line in self.lines:
            if group and line.gap > self.layout.unit:
                yield group
                group = []
            group.append(line)
        if group:
            yield group

    def continues(self, i: int) -> bool:
        """Whether line ``i`` goes on with the paragraph of the line before."""
        before, line = self.lines[i - 1], self.lines[i]
        if before.cells or line.cells or self._note(i) or (not self._parted(i) and self._listed(i)):
            return False
        ended, titled = ends(before.text), _goes_on(before.text, line.text)
        lower = line.text[0].islower() or titled
        if line.paged and not self._page_break_joins(before, line, ended=ended, lower=lower):
            return False
        if line.paged:
            return True
        if line.gap > self.layout.unit:
            return self.layout.wrapped and not ended and lower and len(before.text) >= 0.6 * self.layout.width
        open_end = not ended and (ends_open(before.text) or (i > 1 and titled) or _parts_date(before.text, line.text))
        if not self.local[i - 1]:
            return not ended and (lower or open_end or (before.text[-1] in ",-" and not self._set_apart(i)))
        if (not open_end and self._set_apart(i)) or (ended and line.indent >= before.indent + 2 and not lower):
            return False
        if lower or before.text[-1] in ",-(" or open_end:
            return True
        return not (self._broke_early(before, line) if ended else self._far_too_short(i))

    def _parted(self, i: int) -> bool:
        """Whether line ``i`` begins with the rest of a word: "Vice-" / "Chairs: Mr. Otieno"."""
        return re.search(r"[^\W\d_]-$", self.lines[i - 1].text) is not None

    def _listed(self, i: int) -> bool:
        """Whether line ``i`` begins with a label of the lexicon, or with what the line before or after it begins with
        too: some other label, a time ("2004: dissolution of the Bureau"), the same dash.
        """
        if labels.opens(self.lines[i].text):
            return True
        form = _form(self.lines[i].text)
        beside = [self.lines[k].text for k in (i - 1, i + 1) if 0 <= k < len(self.lines)]
        if _is_named(self.lines[i].text):
            several = self._people(i)
            return several > _FEW or (several > 1 and self._broke_early(self.lines[i - 1], self.lines[i]))
        return form != "" and any(_form(words) == form for words in beside)

    def _people(self, i: int) -> int:
        """How many lines in a row, with line ``i``, begin with somebody's name, and no wider gap between them."""
        first, last = i, i + 1
        while first and self.lines[first].gap <= self.layout.unit and _is_named(self.lines[first - 1].text):
            first -= 1
        while last < len(self.lines) and self.lines[last].gap <= self.layout.unit and _is_named(self.lines[last].text):
            last += 1
        return last - first

    def _page_break_joins(self, before: Line, line: Line, *, ended: bool, lower: bool) -> bool:
        if not ended and (before.text[-1] in ",-(«“" or ends_open(before.text)):
            return True
        if not self.layout.wrapped:
            return not ended and lower
        full = not self._broke_early(before, line)
        if ended:
            return (
                self.layout.numbered
                and self.number > 0
                and full
                and before.text[-1] == "."
                and len(line.text) >= 0.7 * self.layout.width
            )
        return lower or (full and len(before.text) >= 0.7 * self.layout.width)

    def _far_too_short(self, i: int) -> bool:
        """Whether the line before ``i``, which ends nothing, is too short to have been broken for want of room."""
        before, width = self.lines[i - 1], self.layout.width
        if i > 1 and not self.opens[i - 1] and self.lines[i - 2].gap <= self.layout.unit:
            width = min(width, len(self.lines[i - 2].text))  # headings are set in a narrower column
        return len(before.text) < 0.6 * width

    def _set_apart(self, i: int) -> bool:
        """Whether line ``i`` or the line before stands for itself: in a masthead, as the organ of a resolution."""
        if i <= FRONT and (
            is_own_line(self.lines[i].text)
            or (is_own_line(self.lines[i - 1].text) and not self.lines[i].text[0].islower())
        ):
            return True
        before, line = self.lines[i - 1].text, self.lines[i].text
        if before[-1] == ";" and line[0].isupper() and self._broke_early(self.lines[i - 1], self.lines[i]):
            return True
        if line[0].islower():
            return False
        comma, preamble = before[-1] == ",", _opens_preamble(line)  # "The Security Council" / "Recalling …"
        return (
            (comma and preamble)
            or ((comma or preamble) and is_organ(before))
            or (i <= FRONT and line[-1] == "," and is_organ(line))
        )

    def _broke_early(self, before: Line, line: Line) -> bool:
        """Whether the first word of ``line`` would have found room on the line before: the break was meant."""
        word = line.text.split(" ", 1)[0]
        return len(before.text) + 1 + len(word) < 0.92 * self.layout.width

    def _note(self, i: int) -> bool:
        """Whether line ``i`` begins with a number that begins a paragraph, a heading or an item."""
        mark = self.marks[i]
        if mark is None:
            return False
        if i > 0 and not self._strong(i) and not self._expected(mark):
            return False
        if mark.kind in ("letter", "roman", "arabic"):
            return self._list_item(i, mark)
        if mark.kind == "number":
            return self._numbered(mark)
        return True

    def _strong(self, i: int) -> bool:
        """Whether the line before ``i`` has ended something, so that a number here is likely to be one."""
        before, line = self.lines[i - 1], self.lines[i]
        if self.marks[i] is not None and line.text[0] in "-–—*":
            return line.gap > self.layout.unit or ends(before.text)
        mark = self.marks[i]
        if before.text[-1] == "," and mark is not None and mark.kind == "number" and mark.value == str(self.number + 1):
            return True  # the first operative paragraph, below the last preambular one
        return (
            line.paged
            or line.gap > self.layout.unit
            or ends(before.text)
            or self._broke_early(before, line)
            or not self.local[i]
        )

    def _expected(self, mark: Mark) -> bool:
        return (
            any(self.last.get(kind) == value - 1 and value > 1 for kind, value in readings(mark))
            or mark.kind == "bullet"
        )

    def _numbered(self, mark: Mark) -> bool:
        number = int(mark.value.split(".")[0])
        if "." in mark.value or not 1000 <= number <= 2999 or number == self.number + 1:
            self.number = number
            self.last.clear()
            return True
        return False  # a year at the end of a sentence: '2018. Cette …'

    def _list_item(self, i: int, mark: Mark) -> bool:
        options = readings(mark)
        for kind, value in options:
            if self.last.get(kind) is not None and 0 < value - self.last[kind] <= 2:
                self.last[kind] = value
                return True
        for kind, value in options:
            if value == 1 and self._second_item_begins_a_line(i, kind):
                self.last[kind] = 1
                return True
        return not self.local[i] and self.lines[i].gap > self.layout.unit

    def _second_item_begins_a_line(self, i: int, kind: str) -> bool:
        """Whether 'b)' begins a line after 'a)': where it stands inside one, the list runs within its paragraph."""
        second = {"letter": "b", "roman": "ii", "arabic": "2"}[kind]
        inline = re.compile(rf"(?<=[\s;,])\(?{second}\)\s")
        for line, mark in zip(self.lines[i : i + AHEAD], self.marks[i : i + AHEAD], strict=True):
            if line is not self.lines[i] and mark is not None and mark.value == second and mark.kind != "number":
                return True
            if inline.search(line.text):
                return False
        return ends(self.lines[i - 1].text) if i > 0 else True


def _is_named(words: str) -> bool:
    """« S. E. M. Paul ROY, Président du Togo », "Ms. Anna Berg, Director": does it begin with a name and a post?"""
    return _named().match(words) is not None


@cache
def _named() -> re.Pattern[str]:
    titles = any_of(title for language in LANGUAGES for title in data("heads")[language]["titles_of_people"])
    return re.compile(rf"(?:(?:{titles}) )+[^\W\d_][^,:;]*(?:, (?=[^\W\d_])|$)")


def _form(words: str) -> str:
    """How an entry of a list begins: "label", "time", its dash; "" for what may go on with the line before."""
    if words[0] in "-–—" and words[1:2] == " ":
        return words[0]
    if any(map(str.isdigit, words[:20])) and _dated().match(wording.fold(words[:30])) is not None:
        return "time"
    label = labels.label_of(words, 0, len(words)) if words[0].isupper() else None
    return "label" if label is not None and len(label.split(" ")) <= _LABEL else ""


@cache
def _dated() -> re.Pattern[str]:
    """« 1999 : mise sur pied du Bureau », "12 March 2004 – The Council …"."""
    months = any_of(wording.month_numbers())
    return re.compile(rf"(?:(?:1er|\d{{1,2}}) )?(?:(?:{months}) )?(?:19|20)\d\d ?[:–—] ?(?=\S)", re.IGNORECASE)


def _goes_on(before: str, line: str) -> bool:
    """A title in capitals goes on: "ACTION AGAINST TRAFFICKING" / "IN PERSONS", « PLAN D'ACTION » / « DE KRIBI »."""
    first = re.split(r"[ '’]", line, maxsplit=1)[0]
    return before.isupper() and first.isupper() and wording.fold(first) in wording.words("going_on")


def hyphen_joins(left: str, right: str, vocabulary: dict[str, int]) -> str:
    """What to write between a line that ends in a hyphen and the next: '-' keeps it, '' drops it, '- ' parts the words.

    ``vocabulary`` counts the words of the document: 'traf-' 'ficking' is one word where 'trafficking' stands elsewhere,
    or where neither half does.
    """
    head = re.search(r"([^\W\d_]+)( ?)-$", left)
    tail = re.match(r"[^\W\d_]+", right)
    if head is None or tail is None:
        return "-" if left[-2:-1].isalnum() else "- "
    a, b = head.group(1), tail.group()
    if wording.fold(b) in wording.words("suspended"):
        return "- "
    if b[0].isupper() or (len(left) > len(head.group()) and left[-len(head.group()) - 1] == "-"):
        return "-"
    whole, hyphened = f"{a}{b}".lower(), f"{a}-{b}".lower()
    if head.group(2):
        return "-" if vocabulary.get(hyphened) and b[0].islower() else "- "
    if vocabulary.get(hyphened):
        return "-"
    if vocabulary.get(whole):
        return ""
    alone = wording.words("stand_alone")
    return "-" if any(vocabulary.get(word, 0) > 1 or word in alone for word in (a.lower(), b.lower())) else ""
