"""Numbers written in several words: « deux cent douze », "one hundred and forty-one"."""

from __future__ import annotations

import re
from functools import cache

from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.lexicon import data


def composed(text: str, place: int, high: int, language: str) -> tuple[int, int] | None:
    """(end, value) of the number of several words, a hundred or thousand among them, that begins at ``place``; None
    where there is none before ``high``. Offsets into ``text``.
    """
    match = _pattern(language).match(text, place, high)
    if match is None:
        return None
    words = _words(language).findall(fold(match.group()))
    values = _values(language)
    told = [values[word] for word in words]
    return (match.end(), _sum(told)) if len(told) > 1 and {100, 1000} & set(told) else None


def _sum(values: list[int]) -> int:
    """[2, 100, 12] is 212, [3, 1000, 2, 100] is 3200."""
    total, group = 0, 0
    for value in values:
        if value == 1000:
            total, group = total + (group or 1) * 1000, 0
        elif value == 100:
            group = (group or 1) * 100
        else:
            group += value
    return total + group


@cache
def _values(language: str) -> dict[str, int]:
    """Folded words of cardinals below a hundred, and those of hundreds and thousands."""
    cardinals: dict[str, int] = data("numbers")[language]["cardinals"]
    small = {fold(name): value for name, value in cardinals.items() if value < 100}
    return small | {fold(name): value for name, value in data("quantities")[language]["hundreds"].items()}


@cache
def _words(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{any_of(_values(language))})(?![a-z])")


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Such words with spaces or hyphens between them, "and" or « et » too."""
    names = [name for name, value in data("numbers")[language]["cardinals"].items() if value < 100]
    names += data("quantities")[language]["hundreds"]
    word = any_of(names)
    joint = rf"(?:[ -](?:{data('quantities')[language]['joint']}[ -])?)"
    return re.compile(rf"(?:{word})(?:{joint}(?:{word}))+(?![\w-])", re.IGNORECASE)
