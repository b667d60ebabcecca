"""What is called by the name in the brackets behind it: "set up a fund (the Safe Shores Fund)", « un groupe d'experts
(GRETA) ».
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.mentions.heads import table
from extract.syntax.items import Item, has
from ontology.authority import records
from ontology.types import is_a

_NEAR = 3  # items between "a" and the noun: "a new voluntary fund"
_KINDS = ("Organization", "Programme")  # of one of these are both, or the name is of the type of the noun


def christened(items: list[Item], language: str) -> list[Item]:
    """``items`` in which the mention or noun before brackets is what the one name in them tells, and the brackets
    tell no more; as they stand where what they hold is something else: "a workshop (Ghana)", "the Unit (UNODC)".
    """
    for k, item in enumerate(items):
        close = next((n for n in range(k + 1, len(items)) if items[n].kind == ")"), 0) if item.kind == "(" else 0
        name = _name(items[k + 1 : close]) if k > 0 and close else None
        type_ = _type(items, k - 1, language) if name is not None else None
        if name is not None and type_ is not None and _fits(name.data.type, type_):
            items[k - 1].kind, items[k - 1].data = "E", name.data
            for inside in items[k : close + 1]:
                inside.kind = "A"
    return items


def _name(inside: Sequence[Item]) -> Item | None:
    """The name that brackets hold and nothing else, once or, "or GRETA", again."""
    found = [item for item in inside if item.kind == "E"]
    plain = all(item.kind in ("E", "D", "C", ",", '"') for item in inside)
    return found[0] if plain and found and all(item.data == found[0].data for item in found) else None


def _type(items: Sequence[Item], index: int, language: str) -> str | None:
    """The type of what is described at ``index`` and has no name there."""
    item = items[index]
    if item.kind == "E":
        return item.data.type if not item.definite and item.data.id not in records() else None
    noun = table(language).nouns.get(item.word) if item.kind in ("W", "N") else None
    led = any(has(one, "indefinite") for one in items[max(0, index - _NEAR) : index])
    return noun[1] if noun is not None and led else None


def _fits(name: str, noun: str) -> bool:
    return is_a(name, noun) or any(is_a(name, kind) and is_a(noun, kind) for kind in _KINDS)
