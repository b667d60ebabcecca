"""Organisations whose name is not written as it is, by the acronym behind it: "the International Office for Migration
(IOM)", « l'Office des Nations Unies contre la drogue (ONUDC) ».
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extract.facts import Entity
from extract.syntax.items import Named
from ontology.authority import records
from ontology.fold import fold
from ontology.types import is_a

_BRACKET = re.compile(r" ?\((?=[A-Z])")
_WORD = re.compile(r"[^\W\d_]{4,}")
_ALIKE = 2 / 3  # of the words of the name that those of the organisation have


def righted(text: str, named: Sequence[Named]) -> list[Named]:
    """``named`` in which an organisation that no list knows is the one whose acronym follows in brackets, if their
    names have most words in common; a "Ministry of Health (WHO)" stays what it is.
    """
    starts = {one.start: one for one in named}
    found = []
    for one in named:
        bracket = _BRACKET.match(text, one.end)
        behind = starts.get(bracket.end()) if bracket is not None else None
        right = behind.data if behind is not None and text[behind.end : behind.end + 1] == ")" else None
        if isinstance(right, Entity) and _is_meant(text[one.start : one.end], one.data, right):
            one = replace(one, data=right)
        found.append(one)
    return found


def _is_meant(name: str, written: object, right: Entity) -> bool:
    if not isinstance(written, Entity) or written.id in records() or right.id not in records():
        return False
    if not (is_a(written.type, "Organization") and is_a(right.type, "Organization")):
        return False
    if any(label in fold(name) for label in _names(right.id)):
        return False  # "the Committee on Fisheries of the Food and Agriculture Organization (FAO)"
    words = set(_WORD.findall(fold(name)))
    return len(words & _words(right.id)) >= _ALIKE * len(words) > 0


@cache
def _words(record: str) -> frozenset[str]:
    return frozenset(word for name in _names(record) for word in _WORD.findall(name))


@cache
def _names(record: str) -> frozenset[str]:
    """The folded names of an organisation, but its acronyms."""
    return frozenset(fold(name) for names in records()[record].names.values() for name in names if " " in name)
