"""The numbers that a word processor prints before the paragraphs of its lists; they stand nowhere in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extract.readers.blocks import roman
from extract.readers.docx.styles import W

if TYPE_CHECKING:
    from docx.document import Document

BULLET = "•"
LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts, from where, and how its numbers are written ('%1.%2', '(%3)')."""

    format: str = "decimal"
    start: int = 1
    text: str = ""
    plain: bool = False  # numbers of the levels above are written as figures
    restart: int | None = None  # level below which it begins anew; 0: never


class Numbering:
    """The lists of one document, and how far each has counted. Lists of one abstract list count on together."""

    def __init__(self, document: Document) -> None:
        self._levels: dict[str, Mapping[int, Level]] = {}  # numId -> its levels
        self._abstract: dict[str, str] = {}  # numId -> abstractNumId
        self._styled: dict[str, tuple[str, int]] = {}  # style id -> (numId, level)
        self._counts: defaultdict[str, list[int | None]] = defaultdict(lambda: [None] * LEVELS)
        self._begun: set[str] = set()  # lists that begin anew and have begun
        self._anew: set[str] = set()
        try:
            root: Any = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return
        self._read(root)

    def _read(self, root: Any) -> None:
        abstract: dict[str, dict[int, Level]] = {}
        styles: dict[str, list[tuple[str, int]]] = {}
        for element in root.iterchildren(f"{W}abstractNum"):
            key = str(element.get(f"{W}abstractNumId"))
            abstract[key] = {number: level for e in element.iterchildren(f"{W}lvl") for number, level in _level(e)}
            styles[key] = [
                (str(e.find(f"{W}pStyle").get(f"{W}val")), number)
                for e in element.iterchildren(f"{W}lvl")
                if e.find(f"{W}pStyle") is not None
                for number, _ in _level(e)
            ]
        for element in root.iterchildren(f"{W}num"):
            number = str(element.get(f"{W}numId"))
            reference = element.find(f"{W}abstractNumId")
            key = str(reference.get(f"{W}val")) if reference is not None else ""
            levels = dict(abstract.get(key, {}))
            for override in element.iterchildren(f"{W}lvlOverride"):
                self._override(number, override, levels)
            self._levels[number], self._abstract[number] = levels, key
            for style, level in styles.get(key, ()):
                self._styled.setdefault(style, (number, level))

    def _override(self, number: str, override: Any, levels: dict[int, Level]) -> None:
        for element in override.iterchildren(f"{W}lvl"):
            levels.update(_level(element))
        start = override.find(f"{W}startOverride")
        at = int(override.get(f"{W}ilvl") or 0)
        if start is not None:
            old = levels.get(at, Level())
            levels[at] = Level(old.format, _integer(start, 1), old.text, old.plain, old.restart)
            self._anew.add(number)

    def of_style(self, style: str | None) -> tuple[str, int] | None:
        """(numId, level) of the list that names this style as its own."""
        return self._styled.get(style or "")

    def next(self, number: str, level: int) -> str:
        """The printed number of the next paragraph of a list, '' where it prints none."""
        levels = self._levels.get(number)
        if levels is None or not 0 <= level < LEVELS or level not in levels:
            return ""
        counts = self._counts[self._abstract[number]]
        if number in self._anew and number not in self._begun:
            self._begun.add(number)
            counts[level:] = [None] * (LEVELS - level)
        count = counts[level]
        counts[level] = levels[level].start if count is None else count + 1
        for below in range(level + 1, LEVELS):
            if levels.get(below, Level()).restart != 0:
                counts[below] = None
        return _printed(levels, level, counts)


def _level(element: Any) -> list[tuple[int, Level]]:
    at = element.get(f"{W}ilvl") or "0"
    if not at.isdecimal() or int(at) >= LEVELS:
        return []
    value = {
        name: found.get(f"{W}val")
        for name in ("numFmt", "lvlText")
        if (found := element.find(f"{W}{name}")) is not None
    }
    restart = element.find(f"{W}lvlRestart")
    return [
        (
            int(at),
            Level(
                format=value.get("numFmt") or "decimal",
                start=_integer(element.find(f"{W}start"), 1),
                text=value.get("lvlText") or "",
                plain=element.find(f"{W}isLgl") is not None,
                restart=_integer(restart, 0) if restart is not None else None,
            ),
        )
    ]


def _integer(element: Any, default: int) -> int:
    value = element.get(f"{W}val") if element is not None else None
    return int(value) if value is not None and value.isdecimal() and len(value) < 7 else default


def _printed(levels: Mapping[int, Level], level: int, counts: list[int | None]) -> str:
    own = levels[level]
    if own.format == "bullet":
        return BULLET
    if own.format == "none":
        return ""

    def number(match: re.Match[str]) -> str:
        at = int(match.group(1)) - 1
        of = levels.get(at, Level())
        count = counts[at]
        return written_number(of.start if count is None else count, "decimal" if own.plain else of.format)

    return re.sub(r"%([1-9])", number, own.text).strip()


def written_number(value: int, format: str) -> str:
    """A number as a list writes it: 'lowerLetter' 2 is 'b', 28 is 'bb'; 'lowerRoman' 4 is 'iv'."""
    if format in ("lowerLetter", "upperLetter") and value > 0:
        letters = chr(97 + (value - 1) % 26) * min((value - 1) // 26 + 1, 20)
        return letters.upper() if format == "upperLetter" else letters
    if format in ("lowerRoman", "upperRoman"):
        return roman(value).upper() if format == "upperRoman" else roman(value)
    if format == "decimalZero":
        return f"{value:02}"
    return str(value)
