"""Dates that are of something else than the number beside them: of a name, of a creation, of a comparison."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract.counting.numbers import Quantity
from extract.mentions.dates import Date
from extract.syntax.items import item_behind
from extract.syntax.rows import Row
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_any

PHRASE = 6  # words of what a number counts


def is_own(row: Row, index: int, quantity: Quantity) -> bool:
    """ "14 proceedings opened in 2025": when those that the number counts were opened is its own date."""
    between = [item.kind for item in row.items[:index] if item.start >= quantity.end]
    return between[-2:] == ["V", "P"] and len(between) <= PHRASE and set(between[:-2]) <= {"W", "J", "N", "Q", "E"}


def in_title(row: Row, index: int) -> bool:
    """ "the Global Report on Trafficking in Persons 2018", "the 2016 Sakharov Prize": a bare year behind a word, or
    between an article and a name, is part of that; not "spring 2018", « début 2018 », nor "its 2011 summer school".
    """
    date = row.items[index].data
    if len(date.first) == date.end - date.start == 4 and row.kind(index - 1) == "D" and row.kind(index + 1) == "E":
        return not is_any(row.items[index + 1].data.type, ("Meeting", "Operation"))
    led = (
        index > 0
        and row.kind(index - 1) in "WNQE"
        and fold(row.items[index - 1].word) not in _parts_of_years(row.language)
    )
    return len(date.first) == date.end - date.start == 4 and date.last is None and led  # no « l'an dernier »


@cache
def _parts_of_years(language: str) -> frozenset[str]:
    return frozenset(map(fold, data("quantities")[language]["in_year"]))


def in_brackets(row: Row, index: int, quantity: Quantity) -> bool:
    """A date in brackets is of what stands before them, not of a number outside: "Mr. Attard (2012–2018)"."""
    depth = 0
    for k in range(index, -1, -1):
        depth += {")": 1, "(": -1}.get(row.kind(k), 0)
        if depth < 0:
            return row.items[k].start > quantity.end or row.items[index].end < quantity.start
    return False


def another(text: str, date: Date, language: str) -> bool:
    """A date of something else: "fewer than in 2019", "created in 2010", "since 2010"."""
    before = text[max(0, date.start - 26) : date.start].lower().rstrip()
    if _founded(language).search(before) is not None:
        return True
    return before.endswith(tuple(data("quantities")[language]["compared"]))


def begun(row: Row, index: int, quantity: Quantity) -> bool:
    """ "Created by IOM in 2005, the database holds 90,000 cases": what stands at ``index`` is of the creation."""
    behind = (item.kind for item in row.items[index + 1 :] if item.start < quantity.start)
    if not any(kind in (",", "V", "R") for kind in behind):
        return False
    for k in range(index - 1, -1, -1):
        item = row.items[k]
        if item.kind in (",", ";", ":", "R", "S"):
            return False
        if item.kind == "V":
            when = any(row.kind(before) == "S" for before in range(k))  # "When it opened in 2011, it had four rooms"
            return fold(item.word) in _beginnings(row.language) and not when
    return False


def goes_on(row: Row, quantity: Quantity) -> bool:
    """ "Spain has paid $900,000 since 2021, and Norway gave $260,000 in 2024": is it said since when, behind it?"""
    k = next((k for k, item in enumerate(row.items) if item.start >= quantity.end), len(row.items))
    while row.kind(k) in ("W", "N", "Q", "J", "E", "D") or (row.kind(k) == "P" and row.items[k].data in ("to", "of")):
        k += 1
    return row.kind(k) == "P" and row.items[k].data == "since" and row.kind(row.skip(k + 1)) == "T"


def of_the_later(row: Row, index: int, quantity: Quantity) -> bool:
    """ "fell from [70] to 50 per cent in 2018", « est passée de [70] à 50 % en 2018 »: the year that stands at
    ``index`` is that of the second number.
    """
    place = item_behind(row.items, quantity.start)
    led = place and row.kind(place - 1) == "P" and row.items[place - 1].data in ("from", "of")
    between = [k for k in range(place + 1, index) if row.kind(k) == "#"]
    to = bool(between) and row.kind(between[0] - 1) == "P" and row.items[between[0] - 1].data == "to"
    moved = to and len(between) == 1 and row.verb_before(place) is not None
    return bool(led) and moved and row.items[index].data.last is None


def of_the_compared(row: Row, date: Date, quantity: Quantity, others: Sequence[Quantity], text: str) -> bool:
    """ "prosecuted [30] suspects, compared with 25 in 2017", « [30] suspects, contre 25 en 2017 »: the year is that of
    the number behind the comparison.
    """
    between = (one for one in others if quantity.end < one.start < date.start)
    return any(_compared(row.language).search(text, quantity.end, one.start) is not None for one in between)


@cache
def _compared(language: str) -> re.Pattern[str]:
    words = any_of(data("quantities")[language]["compared"])
    return re.compile(rf", (?:{words}) $", re.IGNORECASE)


@cache
def _beginnings(language: str) -> frozenset[str]:
    content = data("quantities")[language]
    words = (*content["founded"], *content["agreed"], *content["made_public"])
    return frozenset(fold(word) + end for word in words for end in ("", "e", "s", "es"))


@cache
def _founded(language: str) -> re.Pattern[str]:
    words = any_of(data("quantities")[language]["founded"])
    return re.compile(rf"(?:{words})(?:e?s?)(?: in| on| en| le)?$")


def announced_before(row: Row, index: int, quantity: Quantity) -> bool:
    """ "announced on 3 May that 219 people …", « a déclaré en mai que … »: when it was said, and not when it was so."""
    after = row.items[index + 1] if index + 1 < len(row.items) else None
    says = after is not None and after.word in ("that", "que", "qu") and after.start < quantity.start
    before = index - 1
    while says and row.kind(before) in ("P", "D", "W"):  # "on Monday 24 June"
        before -= 1
    return says and row.kind(before) == "V"
