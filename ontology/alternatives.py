"""Alternatives: phrases of the lexicon that stand for several, and patterns that match any of several words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

from ontology.fold import fold

_GROUP = re.compile(r"\(([^()]*)\)")


def spelled_out(phrase: str) -> list[str]:
    """Every phrase that one with alternatives stands for, in order: 'host (city|)' -> 'host city', 'host'; so
    "(can|could) you (please|) tell me" is four.
    """
    parts = _GROUP.split(phrase)
    if len(parts) == 1:
        return [phrase]
    options = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    return list(dict.fromkeys(" ".join("".join(chosen).split()) for chosen in product(*options)))


def with_and_without(phrase: str) -> list[str]:
    """The phrases with and without what may be left out, other alternatives as they stand: 'host (city|town|)' ->
    'host (city|town)', 'host'.
    """
    parts = _GROUP.split(phrase)
    options = [
        [part] if at % 2 == 0 else [f"({part.removesuffix('|')})", *([""] if part.endswith("|") else [])]
        for at, part in enumerate(parts)
    ]
    return [" ".join("".join(chosen).split()) for chosen in product(*options)]


def any_of(words: Iterable[object]) -> str:
    """The source of a pattern that matches any of ``words`` as it stands, the longest first: so "May" does not stop
    short of "May Day".
    """
    return "|".join(map(re.escape, sorted(set(map(str, words)), key=lambda word: (-len(word), word))))


def any_folded(words: Iterable[object]) -> str:
    """The same for folded text."""
    return any_of(fold(str(word)) for word in words)
