"""Who took the floor at the meeting that a record or press release covers, told in a list: "Also speaking were the
representatives of Panama, Greece and Pakistan", « Ont aussi pris la parole les représentants de la Chine et du Mali ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.demands.words import word_set
from extract.facts import Entity
from extract.syntax.items import item_behind
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_a

_BETWEEN = frozenset("DPCAWQ,:")  # what may stand between those who are listed


def lists(folded: str, language: str) -> bool:
    """Does the sentence open with such words?"""
    return _opening(language).match(folded) is not None


def speakers(text: str, row: Row) -> Iterator[Entity]:
    """Those whom the sentence lists: States and organisations whose envoys spoke, and persons."""
    start = row.items[0].start if row.items else 0
    match = _opening(row.language).match(fold(text[start : row.items[-1].end])) if row.items else None
    if match is None:
        return
    listed = row.items[item_behind(row.items, start + match.end()) :]
    end = next((k for k, item in enumerate(listed) if item.kind not in _BETWEEN | {"E"}), len(listed))
    sent = all(item.kind != "E" or item.data.type not in ("Person", "Office") for item in listed)
    for item in listed[:end]:  # beside persons the text must say who was sent: no "Ms. Berg, of UNODC"
        sent = sent or fold(item.word).startswith(tuple(word_set(row.language, "envoys")))
        if item.kind == "E" and item.data.type == "Person":
            sent = False
            yield item.data
        elif item.kind == "E" and sent and (item.data.type == "State" or is_a(item.data.type, "Organization")):
            yield item.data


@cache
def _opening(language: str) -> re.Pattern[str]:
    return re.compile(data("attendance")[language]["floor"])
