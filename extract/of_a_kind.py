"""What a text calls by what it is: « L'UNICEF administre le Fonds, créé par [cet organisme] », "set up by [that
foundation]".
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.facts import Entity
from extract.mentions.references import name_heads
from extract.syntax.items import Item
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_any

_AT_WORK = ("UNEntity", "InternationalOrganization", "NonGovernmentalOrganization")


def settle(items: list[Item], named: Sequence[Entity], language: str) -> None:
    """Put the one organisation that the sentence or its passage has ``named`` for "this organization"."""
    said = data("words")[language]["of a kind"]
    for index in range(len(items) - 1, 0, -1):
        this, noun = items[index - 1], items[index]
        if noun.kind not in ("W", "N", "A") or noun.word not in said["nouns"] or this.word not in said["these"]:
            continue
        before = [item.data for item in items[:index] if item.kind == "E"]
        meant = {one.id: one for one in [*named, *before] if _is_one(one, noun.word)}
        if len(meant) == 1:
            (entity,) = meant.values()
            items[index - 1 : index + 1] = [Item("E", this.start, noun.end, noun.word, entity)]


def _is_one(entity: Entity, noun: str) -> bool:
    """Does the noun say what it is: by its type, or by the head of its name (« la Fondation Kodai »)?"""
    headed = any(fold(noun) in name_heads(name, language) for language, name in entity.labels)
    return headed or entity.type == "Organization" or is_any(entity.type, _AT_WORK)
