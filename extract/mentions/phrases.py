"""Fixed phrases met as whole words, by one automaton over folded text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ontology.fold import fold

if TYPE_CHECKING:
    import ahocorasick_rs


def is_whole(folded: str, start: int, end: int) -> bool:
    """Do whole words stand at ``[start, end)`` of folded text? "fund" does not in "refund", nor "act" in "act-in"."""
    before, after = folded[start - 1 : start], folded[end : end + 1]
    if before.isalnum() or before == "-":
        return False
    return not (after.isalpha() or (after == "-" and folded[end + 1 : end + 2].isalpha()) or _numbered(folded, end))


def _numbered(folded: str, end: int) -> bool:
    """Three digits or more belong to a word; one or two behind it are the mark of a footnote (« l'enfant1 »)."""
    return folded[end : end + 3].isdigit() and len(folded[end : end + 3]) == 3


class Phrases:
    """The phrases of a list; of two that overlap, the longer one is met."""

    def __init__(self, phrases: Iterable[str]) -> None:
        import ahocorasick_rs

        self.phrases = tuple(dict.fromkeys(fold(phrase) for phrase in phrases))
        kind = ahocorasick_rs.MatchKind.LeftmostLongest
        self._search: ahocorasick_rs.AhoCorasick = ahocorasick_rs.AhoCorasick(list(self.phrases), matchkind=kind)

    def find(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """(start, end, phrase) of each that stands in ``folded``, in order."""
        for number, start, end in self._search.find_matches_as_indexes(folded):
            if is_whole(folded, start, end):
                yield start, end, self.phrases[number]
            else:
                yield from self._within(folded, start, end)

    def _within(self, folded: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The phrases within a match that begins in a word: "ministerial committee" hides the committee of an
        "interministerial committee", of an "Inter-Ministerial Committee".
        """
        space, before = folded.find(" ", start, end), folded[start - 1 : start]
        if space < 0 or not (before.isalnum() or before == "-"):
            return
        for number, first, last in self._search.find_matches_as_indexes(folded[space + 1 : end]):
            first, last = first + space + 1, last + space + 1
            if is_whole(folded, first, last):
                yield first, last, self.phrases[number]
