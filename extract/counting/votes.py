"""Votes: "by a recorded vote of 94 in favour to 17 against", « par 94 voix contre 17 »: the numbers of those who voted
so, by the words behind or between them.
"""

from __future__ import annotations

from extract.counting.behind import Behind
from extract.counting.numbers import Quantity
from extract.counting.roles import word_set
from extract.syntax.items import item_behind
from extract.syntax.rows import Row
from ontology.fold import fold


def cast(text: str, row: Row, quantity: Quantity) -> Behind | None:
    """What a number without a noun counts, where the sentence tells of votes."""
    words = [fold(item.word) for item in row.items]
    votes = word_set(row.language, "votes")
    noun = next((word for word in words if word in votes), None)
    start = item_behind(row.items, quantity.end)
    end = _told(words, start, row.language) or (start if _against(words, start, row.language) else 0)
    if noun is None or quantity.unit or not end:
        return None
    said = text[row.items[start].start : row.items[end - 1].end] if end > start else ""
    unit = "votes" if row.language == "en" else "voix"
    return quantity, start, end, unit, f"{unit} {said or 'contre'}"


def _told(words: list[str], start: int, language: str) -> int:
    """Where "in favour", "against", « pour » behind the number ends; 0 where none of them stands there."""
    ways = word_set(language, "voting")
    ends = (end for end in range(min(start + 3, len(words)), start, -1) if " ".join(words[start:end]) in ways)
    return next(ends, 0)


def _against(words: list[str], start: int, language: str) -> bool:
    """« par 94 voix contre [17] »: the number behind the others."""
    before = words[max(0, start - 3) : start - 1]
    return language == "fr" and before[-1:] == ["contre"] and not word_set(language, "votes").isdisjoint(before)
