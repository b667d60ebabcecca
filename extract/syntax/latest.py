"""Who came last, told as what he did: "the latest States to ratify it were A and B", « A est le dernier État à l'avoir
ratifié ».

The row says plainly who did it: "A and B ratified it".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.syntax.items import Item, has
from ontology.lexicon import data, words

_FRONT = 6  # items of "the last three of the States"
_LIST = frozenset('ECDT(),"')  # what a list of names with their dates is made of


def told(items: list[Item], language: str) -> list[Item]:
    """``items``, words not yet put together into verbs, with who did it as the subject."""
    said = data("words")[language]["latest"]
    for k, item in enumerate(items):
        if item.word.lower() in said["states"] and (verb := _doing(items, k + 1)) and _ranked(items, k, said["ranks"]):
            return _as_told(items, k, verb, language)
    return items


def _kind(items: Sequence[Item], index: int) -> str:
    return items[index].kind if 0 <= index < len(items) else ""


def _doing(items: Sequence[Item], index: int) -> int:
    """The index of the verb behind "to", « à », « à avoir » at ``index``; 0 where there is none."""
    led = _kind(items, index) == "P" and items[index].data == "to"
    verb = index + 1 + (led and "H" in items[index + 1].readings if index + 1 < len(items) else 0)
    return verb if led and _kind(items, verb) == "V" else 0


def _ranked(items: Sequence[Item], noun: int, ranks: Sequence[str]) -> bool:
    """Does "last", "most recent", « dernier » stand before the noun?"""
    before = items[max(0, noun - _FRONT) : noun]
    return any(item.word in ranks or has(item, "ordinal") for item in before)


def _as_told(items: list[Item], noun: int, verb: int, language: str) -> list[Item]:
    start = noun
    while start and items[start - 1].kind in "WADJ#":
        start -= 1
    done = [*_finite(items[verb], language)]
    if start and items[start - 1].kind == "B" and items[start - 2].kind == "E":
        return [*items[: start - 1], *done, *items[verb + 1 :]]  # "Palau was the latest State to ratify it"
    be = next((k for k in range(verb + 1, len(items)) if items[k].kind in "BHMX;:SR"), 0)
    auxiliary = be + (_kind(items, be) == "H")  # « ont été »
    if start or not be or _kind(items, auxiliary) != "B":
        return items
    end = auxiliary + 1
    while _kind(items, end) and items[end].kind in _LIST:
        end += 1
    while end > auxiliary and items[end - 1].kind not in "E)":
        end -= 1
    names = items[auxiliary + 1 : end]
    return [*names, *done, *items[verb + 1 : be], *items[end:]] if _kind(names, 0) else items


def _finite(verb: Item, language: str) -> list[Item]:
    """The verb as of what was done: "ratified", « a ratifié »."""
    forms = [(lemma, "past" if language == "en" else "pp") for lemma, _ in verb.readings["V"]]
    done = replace(verb, data=forms, readings={"V": forms})
    if language == "en":
        return [done]
    return [Item("H", verb.start, verb.start, "a", readings=words("fr").readings("a") or {}), done]
