"""What stands between commas and is no part of the clause: of time, behind "and" ("Minister and, before that, Director
of the Institute"); who said it, behind the subject ("The Group, he said, was founded by Chile"); and that what a
meeting does is work ("closed the work of its session").
"""

from __future__ import annotations

from functools import cache

from extract.syntax.items import Item
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_a, is_any

_LONGEST = 5  # words of "prior to that", « à titre d'observateur »
_TELLER = 3  # items of "the Minister said"


def without(items: list[Item], language: str) -> list[Item]:
    """``items``, words not yet put together into verbs, without such words and the commas around them."""
    items = _untold(_sessions(items, language), language)
    guests = _as_guests(language) if _is_of_guests(items, language) else frozenset()
    for k in range(len(items) - 4, -1, -1):
        if items[k].kind != "C" or items[k + 1].kind != ",":
            continue
        last = min(k + 2 + _LONGEST, len(items) - 2)
        close = next((j for j in range(k + 3, last + 1) if items[j].kind == ","), 0)
        said = " ".join(item.word for item in items[k + 2 : close]) if close else ""
        if close and (said in _said(language) or fold(said) in guests):
            items = [*items[: k + 1], *items[close + 1 :]]
    return items


def _sessions(items: list[Item], language: str) -> list[Item]:
    """ "closed [the work of] its session", « a clos [les travaux de] sa session »."""
    for k in range(len(items) - 3, 0, -1):
        owned = k + 2 + (items[k + 2].kind == "D")
        meeting = items[owned] if owned < len(items) and items[owned].kind == "E" else None
        works = items[k].word in data("words")[language]["of_sessions"] and items[k + 1].data == "of"
        if works and meeting is not None and is_a(meeting.data.type, "Meeting"):
            return [*items[: k - (items[k - 1].kind == "D")], *items[k + 2 :]]
    return items


def _untold(items: list[Item], language: str) -> list[Item]:
    """ "The Group[, he said,] was founded": what is told is said plainly."""
    for k in range(len(items) - 4, 0, -1):
        named = items[k].kind == "," and items[k - 1].kind in ("E", "T", "W", ")")
        close = next((j for j in range(k + 2, min(k + 2 + _TELLER, len(items) - 1)) if items[j].kind == ","), 0)
        if named and close and _tells(items[k + 1 : close], language):
            items = [*items[:k], *items[close + 1 :]]
    return items


def _tells(items: list[Item], language: str) -> bool:
    """ "he said", "Mr. Diop added", « a-t-elle précisé »."""
    who = items[0].kind == "E" and is_any(items[0].data.type, ("Person", "Office"))
    words = " ".join(item.word for item in items[who:])
    said = data("words")[language]["inserted"]
    return words in said["verbs"] if who else words in said["whole"]


@cache
def _said(language: str) -> frozenset[str]:
    return frozenset(data("words")[language]["asides"])


def _is_of_guests(items: list[Item], language: str) -> bool:
    """Does the sentence tell who attended: "Togo and[, as an observer,] Chile were present"? Observers are no
    members.
    """
    told = data("words")[language]["guests"]["attending"]
    return any(item.word in told for item in items)


@cache
def _as_guests(language: str) -> frozenset[str]:
    return frozenset(map(fold, data("words")[language]["guests"]["as"]))
