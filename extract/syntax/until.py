"""Until when, told by how it ended: "headed it from 2019 until her retirement in March 2025"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.mentions.dates import Date
from extract.syntax.items import Item
from ontology.lexicon import data

_UNTIL = ("until", "till", "jusqu")
_REACH = 7  # items between the noun and its date: « son départ à la retraite, en mars 2025 »


def dated(items: list[Item], language: str) -> list[Item]:
    """``items`` with the date of the end alone: "from 2019 until March 2025"."""
    for k, item in enumerate(items):
        date = _end(items, k, language) if item.word in _UNTIL else None
        if date is not None:
            return _joined(items, k, date)
    return items


def _end(items: Sequence[Item], until: int, language: str) -> int | None:
    """Where the date of "her retirement in March 2025" stands behind "until"."""
    noun = until + 1
    while noun < len(items) and items[noun].kind in "PDA":
        noun += 1
    if noun >= len(items) or items[noun].word not in data("words")[language]["ends"]:
        return None
    behind = range(noun + 1, min(noun + _REACH, len(items)))
    date = next((k for k in behind if items[k].kind == "T"), None)
    between = items[noun + 1 : date]
    apart = any(item.kind not in "WNQPDAE," or item.data == "as" for item in between)  # "appointment as Minister in"
    return None if apart else date


def _joined(items: list[Item], until: int, date: int) -> list[Item]:
    since, end = items[until - 1] if until else items[0], items[date]
    if since.kind == "T" and since.data.last is None:
        span = Date(since.start, end.end, since.data.first, end.data.first)
        return [*items[: until - 1], Item("T", since.start, end.end, since.word, span), *items[date + 1 :]]
    led = items[until]
    return [*items[:until], Item("P", led.start, led.end, led.word, "until", led.readings), *items[date:]]
