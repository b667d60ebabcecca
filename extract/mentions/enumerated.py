"""Organisations that nothing but a list tells to be some: "Tahadi (Tunisia)", "Open Door (Malta), since 2018" below the
words for members or partners. Their names stand for them throughout the document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby

from extract.document import Document, Passage
from extract.mentions.describing import Hit
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.lexicon import LANGUAGES, data

_NAME = re.compile(r"(?:[-–•*] ?)?(?P<name>[A-ZÀ-Ý][^\W\d_]*(?:[ ’'-][^\W\d_]+){0,5}) \((?P<home>[^()]{3,50})\)")
_LEAST = 2  # such lines make a list
_SITES = ("State", "Region", "City")
Line = tuple[int, str, str]  # of a list: index of the passage above, name, language


def find(document: Document, named: Callable[[int, int], list[Hit]]) -> Iterator[tuple[str, str]]:
    """Names with their language; ``named`` tells what the authority files know between two offsets of the text."""
    lines = (line for k in range(len(document.passages)) if (line := _line(document, k, named)) is not None)
    for above, listed in groupby(lines, key=lambda line: line[0]):
        told = [(name, language) for _, name, language in listed]
        if len(told) >= _LEAST and _announces(document, above) and any(map(_is_body, (name for name, _ in told))):
            yield from told


def _line(document: Document, index: int, named: Callable[[int, int], list[Hit]]) -> Line | None:
    """The name that an item says with the State where it has its seat, and nothing more but since when."""
    passage = document.passages[index]
    start = passage.words
    match = _NAME.match(document.text, start, passage.end)
    if match is None or passage.parent is None:
        return None
    hits = named(start, match.end())
    at_home = any(hit[:2] == match.span("home") and hit[2].type in _SITES for hit in hits)
    known = any(hit[1] > match.start("name") and hit[0] < match.end("name") for hit in hits)
    return (passage.parent, match["name"], passage.language) if at_home and not known else None


def _announces(document: Document, index: int) -> bool:
    """Do the words above the list, or the heading above them, say that what follows are members or partners?"""
    passage: Passage | None = document.passages[index]
    while passage is not None:
        if _above().search(fold(document.text[passage.start : passage.end])) is not None:
            return True
        passage = document.above(passage)
    return False


def _is_body(name: str) -> bool:
    """ "Tahadi", "Le Seuil", "Amal al-Bahr": no name and surname, as those are of whom a list of people tells."""
    words = re.split(r"[ ’']", name)
    return len(words) == 1 or fold(words[0]) in _articles() or any(word[0].islower() for word in words)


@cache
def _above() -> re.Pattern[str]:
    words = [word for language in LANGUAGES for word in data("heads")[language]["enumerating"]]
    return re.compile(rf"\b(?:{any_of(map(fold, words))})\b")


@cache
def _articles() -> frozenset[str]:
    return frozenset({"the", "le", "la", "les", "l"})
