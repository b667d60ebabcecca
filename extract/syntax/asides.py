"""What is said of time between "and" and the next of a list: "Minister and, before that, Director of the Institute"."""

from __future__ import annotations

from functools import cache

from extract.syntax.items import Item
from ontology.lexicon import data

_LONGEST = 3  # words of "prior to that"


def without(items: list[Item], language: str) -> list[Item]:
    """``items`` without such words and the commas around them."""
    for k in range(len(items) - 4, -1, -1):
        if items[k].kind != "C" or items[k + 1].kind != ",":
            continue
        last = min(k + 2 + _LONGEST, len(items) - 2)
        close = next((j for j in range(k + 3, last + 1) if items[j].kind == ","), 0)
        if close and " ".join(item.word for item in items[k + 2 : close]) in _said(language):
            items = [*items[: k + 1], *items[close + 1 :]]
    return items


@cache
def _said(language: str) -> frozenset[str]:
    return frozenset(data("words")[language]["asides"])
