"""Titles without quotation marks: "a programme entitled Doors That Open", « un projet intitulé Des ports sûrs »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract.facts import Entity
from extract.mentions.describing import Hit
from ontology.alternatives import any_of
from ontology.lexicon import data, words
from ontology.types import is_a

_ENDS = re.compile(r"[,.;:()“”«»\"]|$")
_WORDS = 9  # of a title in small letters at most
_FIRST = frozenset("DPRS")  # kinds of words with which no name ends: « Des », « Pour »
_CLOSED = frozenset("HB")


def cut(text: str, start: int, end: int, language: str, known: Sequence[Hit] = ()) -> int:
    """Where the title ``text[start:end]`` ends: before ", which …", before "in March 2023", and before "in Peru", "with
    UNICEF" where ``known`` names stand.
    """
    clause = _clause(language).search(text, start + 1, end)
    end = end if clause is None else clause.start()
    for match in _led(language).finditer(text, start + 1, end):
        named = any(
            first == match.end() and _leaves(entity, at=match["place"] is not None) for first, _, entity in known
        )
        if named or _dated(language).match(text, match.end()) is not None:
            return match.start()
    return end


def _leaves(entity: Entity, *, at: bool) -> bool:
    """Is it where something is done ("in Peru"), or who does it, and no part of a title?"""
    return is_a(entity.type, "Organization") or (at and entity.type in ("State", "City"))


def sentence_case(text: str, start: int, end: int, high: int, language: str) -> int:
    """Where the title that begins at ``start`` and has its capitals up to ``end`` ends, where its first word goes on in
    small letters: « Des ports sûrs pour tous, » to the mark behind it. ``end`` where that is not certain.
    """
    first = text[start:end].split(" ")[0].lower()
    stop = _ENDS.search(text, end, high)
    last = high if stop is None else stop.start()
    inside = [word.lower() for word in re.findall(r"[^\W\d_]+", text[end:last])]
    readings = words(language).single
    told = any(_CLOSED & set(readings.get(word, ())) for word in inside)
    article = " " in text[start:last] and bool(_FIRST & set(readings.get(first, ())))
    return last if article and not told and len(inside) <= _WORDS else end


@cache
def _clause(language: str) -> re.Pattern[str]:
    """A comma with what no title holds behind it: « Corps à vendre, [qu']il avait fait paraître »."""
    return re.compile(rf",\s(?:{any_of(data('works')[language]['stops'])})(?![\w-])")


@cache
def _led(language: str) -> re.Pattern[str]:
    """A preposition that may lead out of the title."""
    content = data("works")[language]["leaving"]
    return re.compile(
        rf",? (?:(?P<place>{any_of(content['place'])})|{any_of(content['others'])})(?: (?:the|le|la|les)(?= )| )? ?"
    )


@cache
def _dated(language: str) -> re.Pattern[str]:
    months = any_of(list(data("numbers")[language]["months"]))
    return re.compile(rf"(?:\d{{1,2}}(?:er)? )?(?:{months})(?![\w-])|(?:19|20)\d\d(?!\w)", re.IGNORECASE)
