"""Whom a sentence turns to before its clause: "As for Togo, it ratified …", « Quant à la Suisse, elle … »."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from extract.syntax.items import Item
from ontology.fold import fold
from ontology.lexicon import data


def settle(items: list[Item], language: str) -> None:
    """Make those to whom the sentence turns the subject in place of the pronoun behind them: "Togo ratified …". The
    pronoun for something that has no name is left to nobody: « Quant au navire, il … ».
    """
    start = _turned_to(items, language)
    comma = next((k for k in range(start, len(items)) if items[k].kind == ","), 0) if start else 0
    if not comma or comma + 1 == len(items) or items[comma + 1].kind != "O" or _impersonal(items, comma + 2):
        return
    named = [item for item in items[start:comma] if item.kind in ("E", "C", ",")]
    others = {item.kind for item in items[start:comma]} - {"E", "C", "D", "P", "V"}
    if others or not named or named[0].kind != "E":
        items[comma + 1].kind = "W"
        return
    items[: comma + 2] = named


def _impersonal(items: Sequence[Item], index: int) -> bool:
    """« il [a été créé] un fonds », "it [was decided] that": does what is done to somebody or said stand behind?"""
    verb = next((k for k in range(index, len(items)) if items[k].kind == "V"), len(items))
    if verb == len(items) or not items[verb].data.passive:
        return False
    led = False
    for item in items[verb + 1 :]:
        if item.kind in ("S", "R", "V", "#"):
            return True
        if item.kind in (",", ";", ".") or (item.kind == "E" and not led):
            return item.kind == "E"
        led = item.kind in ("P", "C") or (led and item.kind == "D")
    return False


def leads(items: Sequence[Item], index: int, language: str) -> bool:
    """Is the sentence turned to what is named at ``index``: « Quant à [la Suisse], son représentant … »?"""
    start = _turned_to(items, language)
    return bool(start) and all(item.kind == "D" for item in items[start:index]) and index >= start


def _turned_to(items: Sequence[Item], language: str) -> int:
    """Where the words end with which a sentence turns to somebody; 0 where it does not."""
    said = ""
    for count, item in enumerate(items, start=1):
        said = f"{said} {fold(item.word)}".lstrip()
        if said in _openings(language):
            return count
        if len(said) > _longest(language):
            break
    return 0


@cache
def _openings(language: str) -> frozenset[str]:
    return frozenset(map(fold, data("words")[language]["turning to"]))


@cache
def _longest(language: str) -> int:
    return max(map(len, _openings(language)))
