"""What a text calls by what it is: « L'UNICEF administre le Fonds, créé par [cet organisme] », "set up by [that
foundation]", "San Marino signed [the same convention]".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from extract.facts import Entity
from extract.mentions.references import name_heads
from extract.syntax.items import Item
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_any

_CALLS = ("W", "N", "A", "Q")  # how such a noun may have been read


def settle(items: list[Item], named: Sequence[Entity], language: str) -> None:
    """Put the one thing that the sentence or its passage has ``named`` for "this organization", "the same treaty"."""
    said = data("words")[language]["of a kind"]
    for index in range(len(items) - 1, 0, -1):
        if index >= len(items):
            continue  # of "the same treaty" at the end, one item is left
        noun, start = items[index], _start(items, index, said)
        if noun.kind not in _CALLS or start is None:
            continue
        before = [item.data for item in items[:index] if item.kind == "E"]
        same = items[index - 1].word in said["same"]
        meant = {one.id: one for one in [*named, *before] if _is_one(one, noun.word, said, same=same)}
        if len(meant) == 1:
            (entity,) = meant.values()
            items[start : index + 1] = [Item("E", items[start].start, noun.end, noun.word, entity)]


def _start(items: Sequence[Item], index: int, said: Mapping[str, Any]) -> int | None:
    """Where "this", "the same" before the noun at ``index`` begins; None where nothing such stands there."""
    if items[index - 1].word in said["these"]:
        return index - 1
    led = items[index - 1].word in said["same"] and index > 1
    if led and items[index - 2].kind == "P":  # « au même traité »
        return index - 1
    return index - 2 if led and (items[index - 2].kind == "D" or items[index - 2].word in said["these"]) else None


def _is_one(entity: Entity, noun: str, said: Mapping[str, Any], *, same: bool) -> bool:
    """Does the noun say what it is: by its type, or by the head of its name (« la Fondation Kodai »)?"""
    headed = any(fold(noun) in name_heads(name, language) for language, name in entity.labels)
    types = next((types for types, nouns in said["nouns"].items() if noun in nouns), None)
    kind = types is not None and (entity.type == types or is_any(entity.type, said["kinds"][types]))
    return kind or (headed and (same or types is not None))
