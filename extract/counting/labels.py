"""Numbers that count nothing: those of articles and pages, years, ages, times, ratios, classes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract.counting.numbers import Quantity
from extract.syntax.rows import Row
from ontology.alternatives import any_folded, any_of
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_a

WINDOW = 48  # characters before a number in which a word can say what it is
JOINT = re.compile(r"\s*(?:and|or|to|et|ou|à|-|–)\s*")
_BASES = frozenset({10, 100, 1000, 10000, 100000, 1000000})
_OVER = re.compile(r"(?:(?:\s[^\W\d]+){0,2}\s(?:sur|out of)|\sin)\s")
_RATIO = re.compile(r"(?:\b(?:one|two|three|four|six|seven|eight|nine)|\d) (?:in|out of)(?: every)? $", re.IGNORECASE)


def is_label(text: str, row: Row, quantities: Sequence[Quantity], position: int, labels: set[int]) -> bool:
    """Is it the number of an article or a page, an age, a time, or joined to one: "articles 4 and 5"?"""
    quantity = quantities[position]
    if quantity.unit:
        return quantity.share and _is_no_share(text, row, quantity)
    low = row.items[0].start if row.items else 0
    before = text[max(low, quantity.start - WINDOW) : quantity.start]
    if position - 1 in labels and re.fullmatch(
        r"[\s,]*(?:and|or|to|et|ou|à|au|-|–)?\s*", text[quantities[position - 1].end : quantity.start]
    ):
        return True
    if not quantity.spelled and _is_year(text, quantity):
        return True
    if not quantity.spelled and _reference(row.language).search(before) is not None:
        return True
    if not quantity.spelled and _is_mark(row, quantity):
        return True
    if quantity.spelled and _anaphor(row.language).search(before) is not None and quantity.value < 4:
        return True
    if (
        _RATIO.search(before) is not None
        or _is_ratio(text, quantities, position)
        or _pointing(row.language).search(before) is not None
    ):
        return True
    if quantity.value in _BASES and _rate(row.language).search(before) is not None:
        return True  # "3.3 victims per 100,000 inhabitants"
    if _extended(row.language).search(fold(text[low : quantity.start])) and _lasts(row.language).match(
        text, quantity.end
    ):
        return True  # "decides to extend the mandate for a period of three years"
    uncounted = _uncounted(row.language).match(text, quantity.end) is not None
    return uncounted and not use_of(text, row, quantity) or _age(row.language, before, text, quantity)


@cache
def _extended(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_folded(data('quantities')[language]['extending'])})(?!\w)")


@cache
def _lasts(language: str) -> re.Pattern[str]:
    return re.compile(rf"[\s\u00a0](?:{any_of(data('quantities')[language]['time'])})(?!\w)")


@cache
def _rate(language: str) -> re.Pattern[str]:
    words = any_of(data("quantities")[language]["rates"])
    return re.compile(rf"(?:^|\s)(?:{words})\s+$", re.IGNORECASE)


def _is_mark(row: Row, quantity: Quantity) -> bool:
    """ "the Convention on the Rights of the Child 6 and the Protocol": the mark of a footnote, behind an instrument."""
    before = next((item for item in reversed(row.items) if item.end <= quantity.start), None)
    named = before is not None and before.kind == "E" and quantity.start - before.end == 1
    return named and before is not None and is_a(before.data.type, "Instrument") and len(str(quantity.value)) < 3


def use_of(text: str, row: Row, quantity: Quantity) -> str:
    """ "downloaded 14,300 times", « consulté 4 500 fois »: the verb of how often something was used, or ""."""
    if quantity.spelled or not re.match(r"\s(?:times|fois)\b", text[quantity.end : quantity.end + 7]):
        return ""
    before = (item for item in reversed(row.items) if item.end <= quantity.start and item.kind in ("V", "W"))
    return next((item.word.split()[-1] for item in before if fold(item.word).endswith(_uses(row.language))), "")


@cache
def _uses(language: str) -> tuple[str, ...]:
    return tuple(map(fold, data("quantities")[language]["uses"]))


def _is_no_share(text: str, row: Row, quantity: Quantity) -> bool:
    """ "the first half of the year", "a quarter of a century", "in one country, … and in a third"."""
    if _spans(row.language).match(text, quantity.end) is not None:
        return True
    before, behind = text[max(0, quantity.start - WINDOW) : quantity.start], text[quantity.end : quantity.end + 2]
    if _is_party(text, row, quantity):
        return True
    last = re.match(r"[,.;:]|$", behind) is not None or _one_of_several(row.language).search(before) is not None
    return _THIRD.search(before) is not None and last


def _is_party(text: str, row: Row, quantity: Quantity) -> bool:
    """« conduits par un tiers contre la promesse d'un emploi »: by somebody; not so « par un tiers des victimes »."""
    third = row.language == "fr" and text[quantity.start : quantity.end].lower() == "un tiers"
    return third and text[: quantity.start].endswith(("par ", "avec ")) and _PARTS.match(text, quantity.end) is None


_PARTS = re.compile(r"\s(?:de|des|du|d['’])")
# « dans un tiers » behind "one" and "another"
_THIRD = re.compile(r"\b(?:in|to|from|at|on|dans|de|à|sur)\s+$")


@cache
def _one_of_several(language: str) -> re.Pattern[str]:
    """ "is owned in a second country and lands its catch in a third"."""
    return re.compile(rf"\b(?:{any_of(data('quantities')[language]['one_of_several'])})\b")


@cache
def _spans(language: str) -> re.Pattern[str]:
    """A share of a time: no part of things that are counted."""
    words = any_of((*data("quantities")[language]["time"], *data("quantities")[language]["spans"]))
    leads = {
        "en": r"of (?:(?:an?|the|this|that|last|each) )?",
        "fr": r"(?:de (?:la |l['’]|cette )?|du |des |d['’])",
    }
    return re.compile(rf"\s{leads[language]}(?:{words}|(?:19|20)\d\d)\b", re.IGNORECASE)


def _is_year(text: str, quantity: Quantity) -> bool:
    """A bare number that reads as a year, with no noun in the plural right behind it."""
    printed = text[quantity.start : quantity.end]
    return bool(re.fullmatch(r"(?:1[89]|20)\d\d", printed)) and not re.match(
        r"\s(?:[^\W\d_]+[sx]|people|women|men|children)\b", text[quantity.end : quantity.end + 20]
    )


@cache
def _reference(language: str) -> re.Pattern[str]:
    words = any_of(data("quantities")[language]["reference"])
    return re.compile(
        rf"(?:^|[\s(’'])(?:{words}|par(?=\.))\.?[\s\u00a0]*(?:n[o°]\.?\s*)?[(]?$|[°№#]\s*$", re.IGNORECASE
    )


@cache
def _anaphor(language: str) -> re.Pattern[str]:
    words = any_of(data("quantities")[language]["anaphors"])
    return re.compile(rf"(?:^|\s)(?:{words})\s+$", re.IGNORECASE)


@cache
def _pointing(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s)(?:{'|'.join(data('quantities')[language]['pointing'])})\s+$", re.IGNORECASE)


def _is_ratio(text: str, quantities: Sequence[Quantity], position: int) -> bool:
    """« six victimes sur dix », "nine out of ten": neither number counts anything."""
    for first in (position - 1, position):
        if 0 <= first < len(quantities) - 1 and quantities[first + 1].value <= 10:
            between = text[quantities[first].end : quantities[first + 1].start]
            if _OVER.fullmatch(between) is not None:
                return True
    return False


@cache
def _uncounted(language: str) -> re.Pattern[str]:
    words = any_of((*data("quantities")[language]["uncounted"], *data("numbers")[language]["months"]))
    return re.compile(rf"[\s\u00a0]?(?:{words})(?![\w-])", re.IGNORECASE)


def _age(language: str, before: str, text: str, quantity: Quantity) -> bool:
    ages = data("quantities")[language]["ages"]
    behind = fold(text[quantity.end : quantity.end + 16]).lstrip()
    led = any(f" {fold(before)}".rstrip().endswith(f" {fold(word)}") for word in ages["before"])
    return led or (language == "en" and behind.startswith(tuple(ages["after"])))


def is_classed(text: str, row: Row, quantities: Sequence[Quantity], position: int) -> bool:
    """« les pays déclarant entre 11 et 50 condamnations »: a class, not an amount."""
    first = quantities[position]
    if position and JOINT.fullmatch(text[quantities[position - 1].end : first.start]) is not None:
        first = quantities[position - 1]
    before = text[max(row.items[0].start, first.start - WINDOW) : first.start] if row.items else ""
    return _classed(row.language).search(before) is not None


@cache
def _classed(language: str) -> re.Pattern[str]:
    words = any_of(data("quantities")[language]["classed"])
    return re.compile(rf"\b(?:{words})\s+(?:between|entre|from|de)?\s*$", re.IGNORECASE)
