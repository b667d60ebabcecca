"""Names of people: with a title ("Ms. Ghada Waly", « M. Paul Dubois »), or without, where an office or a post stands beside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ontology.fold import key
from ontology.lexicon import data

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž]"
_NAME = rf"(?:{_CAPITAL}[\w’'.-]*[\w.]|{_CAPITAL}\.?)"
_PARTICLE = r"(?:de|da|do|dos|del|della|di|van|von|der|den|bin|ibn|al|el|le|la|du|of|ben|bint|y|e|ter|ten|af|av|zu)"
_FULL = rf"{_NAME}(?:[ ](?:{_PARTICLE}[ ]){{0,2}}{_NAME}){{0,4}}"
_BARE = re.compile(rf"(?<![\w-]){_NAME}(?:[ ](?:{_PARTICLE}[ ]){{0,2}}{_NAME}){{1,3}}(?![\w-])")


@dataclass(frozen=True, slots=True)
class Person:
    """A person named at ``[start, end)`` (title included); ``name`` is without title."""

    start: int
    end: int
    name: str
    titled: bool


@cache
def _titled(language: str) -> re.Pattern[str]:
    titles = sorted((title for title in data("heads")[language]["titles"]), key=lambda title: (-len(title), title))
    either = "|".join(re.escape(title) for title in titles)
    return re.compile(rf"(?<![\w-])(?P<title>(?:(?:{either})[ ])+)(?P<name>{_FULL})(?![\w-])")


def titled(text: str, start: int, end: int, language: str) -> Iterator[Person]:
    """People with a title in ``text[start:end]``."""
    for match in _titled(language).finditer(text, start, end):
        name = match["name"].rstrip(".,")
        if name.endswith(("’s", "'s")):
            name = name[:-2]
        yield Person(match.start(), match.start("name") + len(name), name, True)


def bare(text: str, start: int, end: int, taken: Sequence[tuple[int, int]], common: frozenset[str]) -> Iterator[Person]:
    """Names without title: two to four capitalised words none of which the document also writes in lower case (``common``)."""
    for match in _BARE.finditer(text, start, end):
        first = match.start()
        name = match.group()
        if name.endswith(("’s", "'s")):
            name = name[:-2]
        parts = name.split(" ")
        if any(begin < first + len(name) and first < stop for begin, stop in taken):
            continue
        if any(part.lower() in common or part.isupper() and len(part) > 3 and len(parts) < 2 for part in parts) or any(character.isdigit() for character in name):
            continue
        yield Person(first, first + len(name), name, False)


def identifier(name: str) -> str:
    """The id of a person: 'person/ghada-waly'."""
    return "person/" + re.sub(r"[^a-z0-9]+", "-", key(name)).strip("-")
