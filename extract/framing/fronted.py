"""Whose a post is that stands before it: "Under its President, Judge Roy, the Network …", « Par la voix de sa
présidente, Mme Diop, l'association … ».
"""

from __future__ import annotations

from functools import cache

from extract.facts import Entity
from extract.syntax.items import has
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import data, verb_set
from ontology.types import is_a


def fronted(row: Row, index: int, post: int) -> Entity | None:
    """The subject behind the person at ``index`` and before her the ``post`` with which the sentence opens; not of
    "Invited by its Director, Mr. Roy, UNICEF …".
    """
    if post > index or not has(row.items[post - 1], "possessive") or not _fronts(row, post - 1):
        return None
    comma = row.close(index + 1) + 1 if row.kind(index + 1) == "(" else index + 1
    body = row.skip(comma + 1)
    told = row.kind(comma) == "," and row.kind(body) == "E" and row.kind(body + 1) in ("V", "A", "W", "(")
    found: Entity | None = row.items[body].data if told else None
    return found if found is not None and (found.type == "State" or is_a(found.type, "Organization")) else None


def _fronts(row: Row, end: int) -> bool:
    """Does the row begin, before ``end``, with "under", « sous la direction de », "led by", « par la voix de »?"""
    first = row.items[0]
    if " ".join(fold(item.word) for item in row.items[:end]) in _voices(row.language):
        return True
    if first.kind == "V":
        leads = bool(set(first.data.lemmas) & verb_set("fronting"))
        return leads and end == 2 and row.kind(1) == "P" and row.items[1].data == "by"
    led = first.kind == "P" and first.data == "under"
    return led and all(row.kind(k) in "DNWP" for k in range(1, end))


@cache
def _voices(language: str) -> frozenset[str]:
    return frozenset(fold(phrase).replace("'", " ") for phrase in data("words")[language]["voices"])
