"""Prepositions that open a clause: "two years after Norway ratified it" has Norway for its subject."""

from __future__ import annotations

from collections.abc import Sequence

from extract.syntax.items import Item, has

_NAMED = ("D", "A", "#", "E", "C", "'")
_LONGEST = 8  # items of a subject


def temporal(items: list[Item]) -> list[Item]:
    """``items`` with "after" and "since" as conjunctions where a subject and its verb follow; what is to happen first
    ("after Norway ratifies it") is no fact.
    """
    for index, item in enumerate(items):
        if item.kind != "P" or not has(item, "temporal"):
            continue
        verb = _verb_of(items, index + 1)
        if verb is not None and _parted(items, index):
            item.kind, item.data = "S", None
            group = items[verb].data
            group.unreal = group.unreal or not _past(items[verb])
    return items


def _verb_of(items: Sequence[Item], index: int) -> int | None:
    """The finite verb right behind the mention that begins at ``index``."""
    end = index
    while end < min(index + _LONGEST, len(items)) and items[end].kind in _NAMED:
        end += 1
    if end >= len(items) or items[end].kind != "V" or items[end - 1].kind != "E":
        return None
    group = items[end].data
    followed = items[end + 1].kind if end + 1 < len(items) else ""
    object_ = followed in ("D", "E", "O") or not group.ambiguous
    return end if group.form == "finite" and object_ else None


def _parted(items: Sequence[Item], index: int) -> bool:
    """Does the word at ``index`` begin a clause, or stand behind one that has its verb? Not so in "the report
    published after the Congress called upon States".
    """
    for k in range(index - 1, -1, -1):
        if items[k].kind in (",", ";", ":", "C", "S"):
            return True
        if items[k].kind == "R":
            return False
        if items[k].kind == "V":
            return items[k].data.form == "finite" and not items[k].data.ambiguous
        if items[k].kind in ("E", "O", "N", "Q"):
            return any(one.kind == "V" and one.data.form == "finite" and not one.data.ambiguous for one in items[:k])
    return True


def _past(verb: Item) -> bool:
    forms = {name for _, name in verb.readings.get("V", ())}
    return "pres" not in forms or bool(forms & {"past", "pp"})
