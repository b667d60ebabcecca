"""The money in which amounts are told once for all: "Contributions (in US dollars):" / "Germany: 500,000"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extract.counting.numbers import Quantity
from extract.document import Document, Sentence
from ontology.alternatives import any_of
from ontology.lexicon import LANGUAGES, data

_BARE = re.compile(r"\s*(?:[,;.)]|$|(?:and|et)\b)")


def in_told_money(document: Document, sentence: Sentence, numbers: Sequence[Quantity]) -> list[Quantity]:
    """``numbers`` of the sentence, those without a noun in the money that it names before them, or that the line above
    a list names.
    """
    passage = document.passages[sentence.passage]
    above = document.above(passage) if passage.kind == "item" else None
    told = _told(passage.language).search(document.text, sentence.start, sentence.end)
    if told is None and above is not None:
        told = _told(passage.language).search(document.text, above.start, above.end)
    if told is None:
        return [*numbers]
    code = _codes()[told["money"].lower()]
    low = told.end() if told.start() >= sentence.start else sentence.start
    bare = {one for one in numbers if one.start >= low and not one.unit and _is_bare(document.text, sentence, one)}
    return [replace(one, unit=code) if one in bare else one for one in numbers]


def _is_bare(text: str, sentence: Sentence, one: Quantity) -> bool:
    return _BARE.match(text, one.end, sentence.end) is not None


@cache
def _told(language: str) -> re.Pattern[str]:
    """ "(in US dollars):", « (en euros) : »."""
    words = [word for listed in data("quantities")[language]["money"].values() for word in listed]
    return re.compile(rf"(?i)\((?:in|en) (?P<money>{any_of(words)})\)\s*:")


@cache
def _codes() -> dict[str, str]:
    kinds = (data("quantities")[language]["money"].items() for language in LANGUAGES)
    return {word.lower(): code for pairs in kinds for code, words in pairs for word in words}
