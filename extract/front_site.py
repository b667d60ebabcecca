"""What stands above the headline of a newspaper or a site: its name, the number of the issue, the column."""

from __future__ import annotations

import re

from extract import wording
from extract.front_blocks import FrontBlocks
from extract.front_people import is_author_line
from extract.front_title import Line, can_be
from extract.letterhead import is_letterhead

LONG = 160  # characters: running text, not a line of front matter
_NEAR = 8  # lines between the name of a paper and the last that tells of its article
_KICKER = 3  # words
_BARRED = 6  # words of a line that bars divide: "Press releases | Special Procedures"
_TAGLINE = 5  # words
_HEADLINE = 4  # words, at least
_TRAIL = re.compile(r"\s[>›»]\s")
_STEP = 40  # characters


class SiteLines(FrontBlocks):
    """Tells the lines above a headline from the headline."""

    def _is_kicker(self, i: int, words: str) -> bool:
        """Whether a short line in front of the title says in which column of a site it is ("NEWS | WEST AFRICA"), or
        goes on with one.
        """
        if self.official or self.candidates or self._is_titled(words):
            return False
        if i + 1 == len(self.blocks):
            return False
        goes_on = self.kicker is not None and self.kicker == i - 1 and self.blocks[i].gap == 0
        if goes_on and self.blocks[i + 1].gap and not self._is_dated(i):  # a headline of its own must follow
            return not self._is_dated(i + 1) and len(self.words(i + 1)) <= LONG
        told = not wording.words("kickers").isdisjoint(re.findall(r"\w+", wording.fold(words)))
        return told and len(re.findall(r"\w+", words)) <= (_BARRED if "|" in words else _KICKER)

    def _is_nameplate(self, i: int, words: str) -> bool:
        """Whether a line is the name of a newspaper, a headline and a day or a byline being below: "DAILY NATION"."""
        if self.official or self.candidates or self.nameplate is not None or not is_nameplate(words):
            return False
        below = self._below(i)
        told = any(self._is_dated(j) or is_author_line(self.words(j)) for j in below)
        return told and any(map(self._is_headline, below))

    def _is_below_nameplate(self, i: int, words: str) -> bool:
        """Whether a line stands between the name of a paper and the headline: "World news", « Quotidien libre »."""
        if self.nameplate is None or self.candidates or self._is_dated(i):
            return False
        flat = all(self.blocks[k].gap == 0 for k in range(self.nameplate + 1, i + 1))
        return len(words.split()) <= (_TAGLINE if flat else _KICKER) and any(map(self._is_headline, self._below(i)))

    def _below(self, i: int) -> range:
        return range(i + 1, min(self.end, i + 1 + _NEAR))

    def _is_headline(self, j: int) -> bool:
        words = self.words(j)
        told = len(words.split()) >= _HEADLINE and len(words) <= LONG and can_be(Line(j, words))
        return told and not self._is_dated(j) and not is_letterhead(words)


def is_trail(words: str) -> bool:
    """Whether a line is the way to a page from the first of its site: "Home > News > Press releases"."""
    parts = [part.strip() for part in _TRAIL.split(words)]
    begins = wording.fold(parts[0]) in wording.words("navigation")
    return all(parts) and len(parts) > (1 if begins else 2) and all(len(part) <= _STEP for part in parts[:-1])


def is_nameplate(words: str) -> bool:
    """Whether ``words`` are made like the name of a newspaper or an agency of news, and are no more."""
    folded = wording.fold(words).strip(" *|")
    return words[0].isupper() and any(pattern.fullmatch(folded) for pattern in wording.patterns("nameplates"))
