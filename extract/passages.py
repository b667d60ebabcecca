"""Clean blocks to passages: headings, numbered paragraphs, items with their labels, paragraphs of resolutions."""

from __future__ import annotations

import re

from extract import footnotes, labels, wording
from extract.document import Passage, PassageKind
from extract.joining import ends
from extract.masthead import is_organ
from extract.numbering import Mark, find_mark, letter_value, roman_value
from extract.reading import Reading, State
from extract.repair import CleanBlock
from extract.resolutions import resolution_kind

HEADING = 300  # characters: a numbered heading is no longer
BARE_HEADING = 150  # one without a number
DEEPEST = 6  # heading level
ANNEX = ("annex", "annexe", "appendix", "appendice", "footnote", "footnotes")
HEADING_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\s+(?=[^\W\d_])")  # '1  GOVERNANCE'
HEADING_LEAD = re.compile(rf"(?:[>#=*]{{1,6}}\s+|{HEADING_NUMBER.pattern})")
TITLE_NUMBER = re.compile(r"\d{1,3}/\d{1,4}\.\s+(?=\S)")  # '76/214.   Protecting children …'
_MARK = re.compile(r"\(\d{1,2}\)|[*\d¹²³⁰⁴⁵⁶⁷⁸⁹]*")  # of a footnote
LIST_MARKS = ("letter", "roman", "arabic")


def find_passages(reading: Reading) -> tuple[Passage, ...]:
    """The passages of a document, in the order of its clean text."""
    texts = [reading.text[block.start : block.end] for block in reading.blocks]
    return _Reader(reading, texts).read()


class _Reader:
    """Reads the blocks one after the other."""

    def __init__(self, reading: Reading, texts: list[str]) -> None:
        self.reading = reading
        self.texts = texts
        self.marks = [find_mark(text) for text in texts]
        self.following = self._following_list_marks()
        self.next_number = self._next_numbers()
        self.state = State()

    def _following_list_marks(self) -> list[str | None]:
        """For each block the value of the next list mark after it."""
        out: list[str | None] = [None] * len(self.marks)
        later: str | None = None
        for i in range(len(self.marks) - 1, -1, -1):
            out[i] = later
            mark = self.marks[i]
            if mark is not None and mark.kind in LIST_MARKS:
                later = mark.value
        return out

    def _next_numbers(self) -> list[str | None]:
        """For each block the number of the next numbered block, None where a heading stands between."""
        out: list[str | None] = [None] * len(self.marks)
        later: str | None = None
        for i in range(len(self.marks) - 1, -1, -1):
            out[i] = later
            mark = self.marks[i]
            if mark is not None and mark.kind == "number" and not self._unterminated(i):
                later = mark.value
            elif self._unterminated(i) and len(self.texts[i]) <= BARE_HEADING:
                later = None
        return out

    def read(self) -> tuple[Passage, ...]:
        for i, block in enumerate(self.reading.blocks):
            self._read(i, block)
        return tuple(self.state.passages)

    def _read(self, i: int, block: CleanBlock) -> None:
        mark = self.marks[i]
        if block.hint in ("footnote", "symbol"):
            self.state.headings.clear()
            self._footnote(i) if block.hint == "footnote" else self._add(i, "frontmatter")
        elif i in self.reading.front:
            self.state.in_resolution = self.state.in_resolution or self.reading.resolution
            number = TITLE_NUMBER.match(self.texts[i]) if self.reading.front[i] == "title" else None
            self._add(i, self.reading.front[i], body=number.end() if number is not None else 0)
        elif block.hint == "heading" and len(self.texts[i]) <= HEADING:
            self._heading(i, block.level, mark)
        elif block.hint == "title":
            self._add(i, "title")
        elif block.hint == "table":
            self._row(i, header=block.level > 0)
        elif self._is_organ(i):
            self._open_resolution(i)
        elif mark is None or not self._marked(i, mark):
            self._unmarked(i, block)

    def _add(
        self,
        i: int,
        kind: PassageKind,
        *,
        label: str | None = None,
        level: int = 0,
        body: int = 0,
        parent: int | None = None,
    ) -> int:
        block = self.reading.blocks[i]
        above = self.state.headings[-1][1] if self.state.headings else None
        self.state.passages.append(
            Passage(
                kind=kind,
                start=block.start,
                end=block.end,
                label=label,
                language=self.reading.languages[i],
                parent=above if parent is None else parent,
                level=level,
                body=block.start + body if 0 < body < block.end - block.start else None,
            )
        )
        return len(self.state.passages) - 1

    # Tables

    def _row(self, i: int, *, header: bool) -> None:
        """A row of a table: its parent is the header row; that of the header row is the caption or heading above."""
        state = self.state
        above = len(state.passages) - 1
        if above < 0 or state.passages[above].kind != "table":
            captioned = above >= 0 and state.passages[above].kind == "paragraph" and self._unterminated(i - 1)
            state.table = above if captioned else None
        index = self._add(i, "table", label=state.number, parent=state.table)
        if header:
            state.table = index

    # Headings

    def _unterminated(self, i: int) -> bool:
        words = self.texts[i]
        return len(words) <= HEADING and not ends(words) and words[-1] not in ",–-"

    def _heading(self, i: int, level: int, mark: Mark | None) -> None:
        state = self.state
        while state.headings and state.headings[-1][0] >= level:
            state.headings.pop()
        lead = HEADING_LEAD.match(self.texts[i])
        index = self._add(i, "heading", level=level, body=mark.length if mark else (lead.end() if lead else 0))
        state.headings.append((level, index))
        state.lists.close()
        state.chapeaux.clear()
        state.number, state.preamble = None, False
        if wording.fold(self.texts[i]).split(" ")[0] in ANNEX:
            state.in_resolution = False

    def _is_bare_heading(self, i: int) -> bool:
        """A short line without a stop, above a paragraph or another heading, not one of several short lines."""
        words = self.texts[i]
        if wording.fold(words).rstrip(" :") in wording.words("headings"):
            return True
        if (
            labels.opens(words)
            or len(words) > BARE_HEADING
            or not self._unterminated(i)
            or words[0].islower()
            or i + 1 >= len(self.texts)
        ):
            return False
        below = self.reading.blocks[i + 1].hint
        if below in ("footnote", "symbol", "item") or not any(map(str.isalpha, words)):
            return False
        if below == "table":
            return True
        return not self._short(i + 1) or (not self._short(i - 1) and len(self.texts[i + 1]) > len(words))

    def _short(self, i: int) -> bool:
        """Whether block ``i`` is a short line without a stop and without a number, and no known heading."""
        if not 0 <= i < len(self.texts) or self.marks[i] is not None or i in self.reading.front:
            return False
        above = self.state.headings and i < len(self.state.passages) and self.state.passages[i].kind == "heading"
        return len(self.texts[i]) <= BARE_HEADING and self._unterminated(i) and not above

    def _bare_level(self, i: int) -> int:
        """One below the numbered heading above, beside a bare heading above that had its own text."""
        headings = self.state.headings
        words = self.texts[i]
        if wording.fold(words).split(" ")[0] in ANNEX:
            return 1
        number = HEADING_NUMBER.match(words)
        if number is not None:
            return min(number.group().count(".") + 1, DEEPEST)
        if not headings:
            return 1
        level, index = headings[-1]
        bare = self.state.passages[index].body is None
        return level if bare and index != len(self.state.passages) - 1 else min(level + 1, DEEPEST)

    # Numbers

    def _marked(self, i: int, mark: Mark) -> bool:
        """Read a block that begins with a printed number; False where that is no number of the document's own."""
        if mark.kind in ("roman-heading", "letter-heading"):
            return self._numbered_heading(i, mark)
        if mark.kind == "number":
            return self._numbered(i, mark)
        if mark.kind in LIST_MARKS:
            return self._item(i, mark)
        return self._bullet(i, mark)

    def _numbered_heading(self, i: int, mark: Mark) -> bool:
        if not self._unterminated(i) or self.texts[i][mark.length].islower():
            return False
        value = roman_value(mark.value)
        state = self.state
        as_letter = len(mark.value) == 1 and (
            mark.kind == "letter-heading" or value is None or value > 20 or self._next_letter(mark.value)
        )
        if as_letter:
            state.letter = mark.value
        elif value is None:
            return False
        else:
            state.letter = ""
        state.section = 0
        self._heading(i, 2 if as_letter else 1, mark)
        return True

    def _next_letter(self, value: str) -> bool:
        return self.state.letter != "" and letter_value(value.lower()) == letter_value(self.state.letter.lower()) + 1

    def _numbered(self, i: int, mark: Mark) -> bool:
        number = int(mark.value.split(".")[0])
        if number >= 1000 and "." not in mark.value and str(number - 1) != self.state.number:
            return False
        if self._is_numbered_heading(i, mark, number):
            self.state.section = number
            self._heading(i, 3, mark)
            return True
        state = self.state
        state.lists.close()
        state.number = mark.value
        state.preamble = False
        kind: PassageKind = "operative" if state.in_resolution else "paragraph"
        state.chapeaux = {1: self._add(i, kind, label=mark.value, body=mark.length)}
        state.in_resolution = state.in_resolution and self.texts[i][-1] not in '”»"'  # the end of a quoted resolution
        return True

    def _is_numbered_heading(self, i: int, mark: Mark, number: int) -> bool:
        if not self._unterminated(i) or len(self.texts[i]) > 200 or "." in mark.value or i + 1 >= len(self.texts):
            return False
        after = self.marks[i + 1]
        if (
            after is not None
            and after.kind == "number"
            and after.value == str(number + 1)
            and self._unterminated(i + 1)
        ):
            return False  # one of several short numbered lines
        return number in (1, self.state.section + 1)

    def _item(self, i: int, mark: Mark) -> bool:
        if footnotes.is_bracketed(self.texts, i):
            self._footnote(i)
            return True
        state = self.state
        depth = state.lists.place(mark, following=self.following[i], led=i > 0 and self.texts[i - 1].endswith(":"))
        if depth is None:
            return False
        parent = state.chapeaux.get(depth)
        label = (state.number or "") + state.lists.label()
        index = self._add(i, "item", label=label, level=depth, body=mark.length, parent=parent)
        state.chapeaux[depth + 1] = index
        return True

    def _bullet(self, i: int, mark: Mark) -> bool:
        if footnotes.is_starred(self.texts, i):
            self._footnote(i)
        else:
            self._plain_item(i, mark.length)
        return True

    def _plain_item(self, i: int, body: int, level: int = 0) -> None:
        """A bulleted item: it belongs to the paragraph or item that introduces it, and has that one's number."""
        depth = len(self.state.lists.stack) + 1
        label = (self.state.number or "") + self.state.lists.label()
        self._add(
            i, "item", label=label or None, level=max(depth, level), body=body, parent=self.state.chapeaux.get(depth)
        )

    def _footnote(self, i: int) -> None:
        words = self.texts[i]
        mark = _MARK.match(words)
        words = words[mark.end() if mark is not None else 0 :]
        body = len(self.texts[i]) - len(words.lstrip())
        self._add(i, "footnote", body=body)

    # Paragraphs without a number

    def _unmarked(self, i: int, block: CleanBlock) -> None:
        if footnotes.is_starred(self.texts, i) or footnotes.follows(self.texts, i):
            self._footnote(i)
        elif block.hint == "item":
            self._plain_item(i, 0, block.level)
        elif self._resolution_paragraph(i):
            return
        elif block.hint != "paragraph" and self._is_bare_heading(i):
            self._heading(i, self._bare_level(i), None)
        else:
            self._paragraph(i)

    def _paragraph(self, i: int) -> None:
        """Text without a number of its own: it has that of the paragraph it continues, or none."""
        state = self.state
        number = state.number
        continued = number is not None and (
            self.next_number[i] == _successor(number) or (self._opens_list(i) and not state.lists.stack)
        )
        state.lists.close()
        state.number = number if continued else None
        state.chapeaux = {1: self._add(i, "paragraph", label=state.number)}

    def _opens_list(self, i: int) -> bool:
        after = self.marks[i + 1] if i + 1 < len(self.marks) else None
        return (
            after is not None
            and after.kind in LIST_MARKS
            and after.value in ("a", "i", "1")
            and self.texts[i].endswith(":")
        )

    # Resolutions

    def _is_organ(self, i: int) -> bool:
        return is_organ(self.texts[i]) and (self.texts[i][-1] == "," or self.reading.resolution)

    def _open_resolution(self, i: int) -> None:
        self.state.in_resolution = self.state.preamble = True
        self.state.number = None
        self.state.lists.close()
        self.state.chapeaux = {1: self._add(i, "preambular")}

    def _resolution_paragraph(self, i: int) -> bool:
        """Preambular and unnumbered operative paragraphs, by the word that opens them and the sign that ends them."""
        state = self.state
        kind = resolution_kind(self.texts[i], state, resolution=self.reading.resolution)
        if kind is None:
            return False
        state.lists.close()
        state.number = None
        state.preamble = kind == "preambular"
        state.chapeaux = {1: self._add(i, kind)}
        return True


def _successor(number: str) -> str | None:
    head, _, last = number.rpartition(".")
    if not last.isdecimal():
        return None
    return f"{head}.{int(last) + 1}" if head else str(int(last) + 1)
