"""Printed numbers at the beginning of lines and paragraphs: '12.', 'a)', '(ii)', 'IV.', 'B.', '•'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

MarkKind = Literal["number", "letter", "roman", "arabic", "roman-heading", "letter-heading", "bullet", "dash"]
# « M. Paul Roy, directeur », « S. E. M. Roy »: no letters of headings, as « M. Questions diverses » has
_NO_INITIAL = r"(?!M\. [^\W\d_][\w’'-]+(?:,| \(| [A-ZÀ-ÖØ-Þ])|[A-Z]\.\s?[A-Z]\.)"
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class Mark:
    """A printed number: what kind it is, its value ('12', 'a', 'ii', 'IV') and how many characters it takes."""

    kind: MarkKind
    value: str
    length: int  # to the first character of the words


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(
        r"(?P<quote>[\"“«„]\s?)?(?:"
        r"(?:§\s?)?(?P<number>\d{1,4}(?:\.\d{1,3}){0,3})\s?[.](?:\s+(?=\S)|(?=[A-ZÉÀ]))"
        r"|(?P<dotted>\d{1,3}(?:\.\d{1,3}){1,3})\s+(?=[A-ZÉÀÊ])"
        r"|\(?(?P<arabic>\d{1,2})\)\s+(?=\S)"
        r"|\(?(?P<roman>[ivxl]{1,6})\)\s*(?=\S)"
        r"|\(?(?P<letter>[a-z]{1,2})\)\s*(?=\S)"
        r"|(?P<roman_stopped>[ivx]{1,4})\.\s+(?=[^\W\d_])"
        r"|(?P<letter_stopped>[a-z])\.\s+(?=[^\W\d_]{2}|[^\W\d_]['’][^\W\d_])"
        r"|(?P<roman_heading>[IVXL]{1,6})\.\s+(?=\S)"
        rf"|{_NO_INITIAL}(?P<letter_heading>[A-Z])\.\s+(?=\S)"
        r"|(?P<bullet>[•▪●◦‣■►✓·]|o(?=\s\s))\s*(?=\S)"
        r"|(?P<dash>[-–—*])\s+(?=\S)"
        r")"
    )


KINDS: dict[str, MarkKind] = {
    "number": "number",
    "dotted": "number",
    "arabic": "arabic",
    "roman": "roman",
    "letter": "letter",
    "roman_stopped": "roman",
    "letter_stopped": "letter",
    "roman_heading": "roman-heading",
    "letter_heading": "letter-heading",
    "bullet": "bullet",
    "dash": "dash",
}


def find_mark(words: str) -> Mark | None:
    """The printed number with which ``words`` begins, or None."""
    if words[:7].isalpha() or (words[0].isalpha() and not _maybe(words[:9])):
        return None
    match = _marks().match(words)
    if match is None or match.lastgroup is None:
        return None
    group = match.lastgroup
    return Mark(KINDS[group], match.group(group), match.end())


def _maybe(head: str) -> bool:
    """Whether a line that begins with letters may begin with a number: a bracket, a stop or two spaces stand near."""
    return ")" in head or "." in head or head[1:3] == "  "


def roman_value(numeral: str) -> int | None:
    """1 to 89 for a well-formed Roman numeral in either case, else None: 'vi' -> 6, 'iix' -> None."""
    letters = numeral.lower()
    if re.fullmatch(r"(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})", letters) is None or not letters:
        return None
    total = 0
    for letter, after in zip(letters, letters[1:] + " ", strict=True):
        value = ROMAN[letter]
        total += -value if ROMAN.get(after, 0) > value else value
    return total


def letter_value(label: str) -> int:
    """1 for 'a', 26 for 'z', 27 for 'aa'."""
    return ord(label[0]) - 96 + (26 if len(label) == 2 and label[0] == label[1] else 0)


def readings(mark: Mark) -> tuple[tuple[MarkKind, int], ...]:
    """The ways to read a list mark with their ordinal: 'i' is letter 9 and Roman 1."""
    if mark.kind == "arabic":
        return (("arabic", int(mark.value)),)
    out: list[tuple[MarkKind, int]] = []
    if mark.kind in ("roman", "letter"):
        value = roman_value(mark.value)
        if len(mark.value) == 1 or mark.value[0] == mark.value[-1] and len(mark.value) == 2 and mark.value != "ii":
            out.append(("letter", letter_value(mark.value)))
        if value is not None:
            out.append(("roman", value))
    return tuple(out)


class Lists:
    """The open lists at a place of the text, outermost first: what label may come next, and how it nests."""

    def __init__(self) -> None:
        self.stack: list[tuple[MarkKind, int, str]] = []

    def close(self) -> None:
        self.stack.clear()

    def place(self, mark: Mark, *, following: str | None, led: bool = False) -> int | None:
        """Depth (1 at the top) of an item with this mark, or None where it continues no list and begins none.

        ``following`` is the value of the next list mark of the text: it settles whether 'i' follows 'h' or opens
        i, ii, iii. ``led``: a colon stands right above, so that a list may also begin with (c), and go on another.
        """
        options = readings(mark)
        continuing = [
            (depth, kind, value)
            for depth in range(len(self.stack), 0, -1)
            for kind, value in options
            if self.stack[depth - 1][0] == kind and 0 < value - self.stack[depth - 1][1] <= 2
        ]
        opening = [
            (kind, value) for kind, value in options if value == 1 or (led and kind == "letter" and not continuing)
        ]
        if continuing and not (opening and following == "ii" and mark.value == "i"):
            depth, kind, value = continuing[0]
            del self.stack[depth - 1 :]
            self.stack.append((kind, value, mark.value))
            return depth
        if opening:
            kind, value = min(opening, key=lambda option: option[1])
            self.stack.append((kind, value, mark.value))
            return len(self.stack)
        return None

    def label(self) -> str:
        """The labels of the open lists: '(d)(ii)'."""
        return "".join(f"({value})" for _, _, value in self.stack)
