"""Places that a sentence means by a noun: « dans cette ville », "in the three countries" that were named before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extract.counting.roles import word_set
from extract.document import Document, Sentence
from extract.facts import Entity, Mention
from extract.syntax.items import Item
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import data

_PLACING = ("in", "at", "across", "throughout", "to")


class MeantPlaces:
    """``mentions`` are those of the document so far, sentence by sentence."""

    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        self.document = document
        self.mentions = mentions

    def put(self, row: Row) -> Row:
        """``row``, of the last sentence with a mention or one behind it, with each such noun as the place it means."""
        items = [*row.items]
        for k, item in enumerate(row.items):
            kind = _kinds(row.language).get(fold(item.word))
            low = _opening(row, k) if kind is not None else None
            places = self._meant(row, low, k, kind or "") if low is not None else []
            if places:
                items[k] = Item("E", item.start, item.end, item.word, places[0], several=tuple(places[1:] and places))
                items[low or 0 : k] = [replace(one, kind="D", data=None) for one in items[low or 0 : k]]
        return Row(items, row.language) if items != [*row.items] else row

    def _meant(self, row: Row, low: int | None, noun: int, kind: str) -> list[Entity]:
        """The one city that the words from ``low`` to the ``noun`` mean, or as many as they count."""
        words = [fold(item.word) for item in row.items[low or 0 : noun]]
        single, several = (not word_set(row.language, name).isdisjoint(words) for name in ("this", "these"))
        count = 1 if single else next((count for word in words if (count := _number(word, row.language))), None)
        if count is None and not several:
            return []
        told = self._named(row.items[noun].start, kind, far=not single and count is not None)
        if single or count is None:
            told = [named for named in told[:1] if single or len(named) > 1]  # the nearest ones
        return next((named for named in told if count in (None, len(named))), [])

    def _named(self, before: int, kind: str, *, far: bool) -> list[list[Entity]]:
        """What each sentence names of that ``kind``, back from ``before``; ``far``: also the paragraph before."""
        sentences = self.document.sentences
        own = next((one for one in reversed(sentences) if one.start <= before), None)
        told: dict[int, dict[str, Entity]] = {}
        for mention in reversed(self.mentions):
            if own is None or not self._is_near(sentences[mention.sentence], own, far=far):
                break
            if mention.start < before and mention.entity.type == kind:
                told.setdefault(mention.sentence, {}).setdefault(mention.entity.id, mention.entity)
        return [[*reversed(named.values())] for named in told.values()]

    @staticmethod
    def _is_near(told: Sentence, own: Sentence, *, far: bool) -> bool:
        return own.passage - told.passage <= far


def _opening(row: Row, noun: int) -> int | None:
    """Where "the three", « cette même » begins behind a preposition of places and before the ``noun``; None: nowhere,
    or the noun is told further: "in the three countries of the basin".
    """
    low = noun
    while low and (row.kind(low - 1) in ("D", "#") or _number(fold(row.items[low - 1].word), row.language) is not None):
        low -= 1
    led = low < noun and row.kind(low) == "D" and row.kind(low - 1) == "P" and row.items[low - 1].data in _PLACING
    further = row.kind(noun + 1) in ("R", "J", "W", "E") or (
        row.kind(noun + 1) == "P" and row.items[noun + 1].data == "of"
    )
    return low if led and not further else None


@cache
def _kinds(language: str) -> dict[str, str]:
    return {fold(word): kind for kind, words in data("counting")[language]["lands"].items() for word in words}


def _number(word: str, language: str) -> int | None:
    value = int(word) if word.isdecimal() else _cardinals(language).get(word)
    return value if value is not None and value > 1 else None  # "one" may be a pronoun


@cache
def _cardinals(language: str) -> dict[str, int]:
    words = data("numbers")[language]["cardinals"]
    return {fold(name): value for name, value in words.items()} | dict.fromkeys(word_set(language, "pair"), 2)
