"""Two things that the paragraph has named, spoken of together: "Both Acts give effect to it", « les deux lois »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extract.facts import Entity
from extract.mentions.heads import table
from extract.syntax.items import Item
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_a


def take_up_both(items: list[Item], named: Sequence[Entity], language: str) -> None:
    """Put the two of ``named`` that the noun which opens ``items`` stands for in its place, where they are just two."""
    at = next((len(words) for words in _openers(language) if _opens(items, words)), 0)
    type_ = _type_of(items[at], language) if 0 < at < len(items) - 1 else None
    told = next((item for item in items[at + 1 :] if item.kind != "A"), None)
    if type_ is None or told is None or told.kind != "V":
        return
    meant = {entity.id: entity for entity in named if is_a(entity.type, type_)}
    if len(meant) != 2:
        return
    pair = tuple(meant.values())
    items[: at + 1] = [Item("E", items[0].start, items[at].end, items[at].word, pair[0], several=pair)]
    if told.data.form == "base":  # "Both Acts give effect to …"
        told.data = replace(told.data, form="finite")


def _opens(items: Sequence[Item], words: Sequence[str]) -> bool:
    return [fold(item.word) for item in items[: len(words)]] == [*words]


def _type_of(item: Item, language: str) -> str | None:
    """Of which type the things are that the plural noun names."""
    read = item.kind in ("W", "N", "V")  # "the two Acts"
    noun = table(language).nouns.get(fold(item.word)) if read else None
    if noun is None or fold(noun[0]) == fold(item.word):
        return None
    return "Organization" if is_a(noun[1], "Organization") else noun[1]


@cache
def _openers(language: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fold(words).split(" ")) for words in data("words")[language]["both of"])
