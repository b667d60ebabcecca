"""What English words tell of where a name ends: those that tell a subject, and those that lists name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from ontology.lexicon import data


def has_subject(folded: str, start: int, high: int) -> bool:
    """Does a word that tells a subject stand in the one or two at ``start``: "administrative justice of …"?"""
    return any(is_abstract(word) for word in re.split(r"\W", folded[start:high], maxsplit=2)[:2])


def is_abstract(word: str) -> bool:
    """Does a folded word tell a subject and no place or person: "citizenship", "justice"?"""
    endings = tuple(data("heads")["en"]["abstract_endings"])
    return word in listed("abstract") or (len(word) > 5 and word.endswith(endings))


@cache
def connectors() -> Mapping[str, str]:
    """Small word that leads to a complement -> what it may lead to: "of" to anything, "in" to a place."""
    found: Mapping[str, str] = data("heads")["en"]["connectors"]
    return found


@cache
def listed(name: str) -> frozenset[str]:
    """The words of one list of heads.yaml."""
    return frozenset(data("heads")["en"][name])
