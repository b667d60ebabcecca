"""Resolutions whose operative paragraphs go on with one line above them all: "RESOLVES:" / "1. To urge member states
to …", « DÉCIDE : » / « 1. De demander aux États … ».
"""

from __future__ import annotations

from dataclasses import replace

from extract.demands.words import pattern
from extract.document import Document
from extract.syntax.items import Item

_MARKS = ("to", "de", "d")
_INFINITIVES = ("infinitive", "base")


def resolved(document: Document, folded: str) -> frozenset[int]:
    """The operative passages of ``document`` that stand below such a line."""
    found, below = set(), False
    for index, passage in enumerate(document.passages):
        if passage.kind == "operative" and passage.label is not None:
            found |= {index} if below else set()
        elif passage.kind != "item":
            below = pattern(passage.language, "resolves").fullmatch(folded, passage.start, passage.end) is not None
    return frozenset(found)


def asserted(items: list[Item]) -> list[Item]:
    """ "To establish a group": "establishes a group", where the line above says that it is resolved."""
    verb = 1 if items and items[0].word in _MARKS else 0
    if len(items) <= verb or items[verb].kind != "V" or items[verb].data.form not in _INFINITIVES:
        return items
    return [replace(items[verb], data=replace(items[verb].data, form="finite", ambiguous=False)), *items[verb + 1 :]]
