"""What only opens a recital: "Considering that 40 judges were trained", « Attendu que … » tell that they were."""

from __future__ import annotations

from extract.syntax.items import Item
from ontology.lexicon import data

_THAT = ("that", "que", "qu")


def recited(items: list[Item], language: str) -> list[Item]:
    """``items``, words not yet put together into verbs, without the "Considering that" with which they begin."""
    if len(items) < 3 or items[0].word not in data("attitudes")[language]["recites"]:
        return items
    behind = 1 if items[1].word in _THAT else 0
    return items[behind + 1 :] if behind or items[0].word == "whereas" else items
