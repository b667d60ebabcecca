"""A second thing done, with those with whom only that was done: "published a manual and, jointly with ILO, a toolkit".

The row says the verb again: "… and published, jointly with ILO, a toolkit".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.syntax.items import Item

_WITH = ("jointly", "with")  # common names of prepositions
_NAMES = frozenset('EDAC()"')  # what the names of those with whom are made of


def told(items: list[Item]) -> list[Item]:
    """``items``, its verbs put together, with the verb told again before such a thing."""
    for k in range(len(items) - 4, 1, -1):
        verb = _verb(items, k) if _is_aside(items, k) else None
        if verb is not None:
            again = replace(verb, start=items[k].end, end=items[k].end)
            items = [*items[: k + 1], again, *items[k + 1 :]]
    return items


def _is_aside(items: Sequence[Item], index: int) -> bool:
    """ "and, jointly with ILO, a" at ``index``."""
    joint, comma, led = items[index : index + 3]
    if (joint.kind, comma.kind, led.kind) != ("C", ",", "P") or led.data not in _WITH:
        return False
    close = next((k for k in range(index + 3, len(items)) if items[k].kind not in _NAMES), len(items))
    named = any(item.kind == "E" for item in items[index + 3 : close])
    return named and [item.kind for item in items[close : close + 2]] in ([",", "D"], [",", "E"], [",", "#"])


def _verb(items: Sequence[Item], index: int) -> Item | None:
    """The verb whose object stands right before ``index``."""
    before = next((k for k in range(index - 1, -1, -1) if items[k].kind in ("V", "R", "S", ";", ":")), -1)
    active = before >= 0 and items[before].kind == "V" and not items[before].data.passive
    return items[before] if active and items[before].data.form == "finite" and before < index - 1 else None
