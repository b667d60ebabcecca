"""What a general noun says of a programme is the programme: "The Lantern Route is [a programme] of IOM, carried out in
Ghana" is carried out there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.mentions.projects import project_nouns
from extract.syntax.items import Item, Named, has
from ontology.fold import fold
from ontology.types import is_a

_ADJECTIVES = 4  # "a five-year regional [programme]"


def settle(items: list[Item], language: str) -> None:
    """Let the noun behind "X is a" stand for X in ``items``."""
    for index in range(len(items)):
        item = items[index] if index < len(items) else None
        if item is not None and item.kind == "E" and item.definite and is_a(item.data.type, "Programme"):
            noun = _noun(items, _behind(items, index), language)
            if noun is not None:
                end = noun + 1 if items[noun].kind == "W" else _owners_end(items, noun)
                said = {**items[noun].readings, "said": ()}
                whole = replace(items[noun], kind="E", data=item.data, end=items[end - 1].end, readings=said)
                items[noun:end] = [replace(whole, definite=True)]


def is_said(items: Sequence[Item], thing: Named) -> bool:
    """Is ``thing``, "a programme of IOM", said of what ``items`` know by its name?"""
    return any(has(item, "said") and thing.start <= item.start < thing.end for item in items)


def _behind(items: Sequence[Item], index: int) -> int:
    """What stands behind the name at ``index``, its quotation mark and the brackets that explain it."""
    k = index + 1
    while k < len(items) and items[k].kind == '"':
        k += 1
    if k < len(items) and items[k].kind == "(":
        k = next((n + 1 for n in range(k, len(items)) if items[n].kind == ")"), len(items))
    return k


def _noun(items: Sequence[Item], verb: int, language: str) -> int | None:
    """Where the noun of programmes stands that the link verb at ``verb`` says its subject to be."""
    link = items[verb].data if verb < len(items) and items[verb].kind == "V" else None
    if link is None or not link.link or link.negated or link.unreal or not _is_article(items, verb + 1):
        return None
    for k in range(verb + 2, min(verb + 3 + _ADJECTIVES, len(items))):
        item = items[k]
        described = item.kind == "E" and not item.definite and is_a(item.data.type, "Programme")
        if described or (item.kind == "W" and fold(item.word) in project_nouns(language)):
            return k
        if item.kind not in ("W", "J", "A", "#"):
            return None
    return None


def _is_article(items: Sequence[Item], index: int) -> bool:
    item = items[index] if index < len(items) else None
    return item is not None and item.kind == "D" and not has(item, "possessive") and not has(item, "X")


def _owners_end(items: Sequence[Item], index: int) -> int:
    """Where the description at ``index`` ends: "a joint programme of IOM[, ILO and UNICEF], carried out"."""
    end = k = index + 1
    while k < len(items) and items[k].kind in (",", "C", "P", "D"):
        k += 1
        if k < len(items) and items[k].kind == "E" and is_a(items[k].data.type, "Organization"):
            joined = items[end].kind in (",", "C") and all(one.data == "of" for one in items[end:k] if one.kind == "P")
            end, k = (k + 1, k + 1) if joined else (end, len(items))
    return end
