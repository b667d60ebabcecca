"""Others whom the verb that asks goes on to: « et l'UNICEF à poursuivre son appui »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.demands import tail
from extract.demands.addressees import addressees
from extract.demands.words import word_set
from extract.syntax.items import Item
from ontology.fold import strip_accents

_NEAR = 6  # words of an addressee in between


def gapped(
    items: Sequence[Item], first: int, end: int, mark: str, language: str, text: str
) -> Iterator[tuple[int, tail.Tail]]:
    """Others whom the same verb asks for something else: « engage les donateurs à soutenir les écoles et l'UNICEF à
    poursuivre ». Gives the "and" that leads to them, and the rest. ``mark`` leads to what the first are asked for.
    """
    for k in range(first + 1, end - 2):
        if items[k].kind != "C" or items[k - 1].kind == "E" and items[k - 2].kind in ("C", ","):
            continue
        apart = items[k + 1].kind == "," and language == "fr"  # « et, à l'ONUDC, de former des juges »
        after, prepositions = k + 1 + apart, word_set(language, "between")
        while after < end and (items[after].kind == "D" or strip_accents(items[after].word) in prepositions):
            after += 1
        led = (
            _led(items, after, end) if language == "en" and items[k + 1].kind == "P" else after + 1
        )  # "on port States"
        led += apart and led < end and items[led].kind == ","
        plural = (
            language == "fr" and items[after - 1].kind == "D" and items[k - 1].kind == ","
        )  # « , et les préfets à »
        group = plural and items[after].kind == "W" and items[after].word.endswith(("s", "x")) if led < end else False
        group = group or (language == "en" and led > after + 1)
        if led >= end or not (items[after].kind == "E" or group) or _same_mark(items[led].word) != _same_mark(mark):
            continue
        people = tuple(addressees(items, after, led, language, text)) if tail.leads(items, led, language) else ()
        if people:
            yield k, tail.Tail(people, led + 1, tail.word_after(items[led].end, text), mark)


def _led(items: Sequence[Item], after: int, end: int) -> int:
    """The index of the "to" behind the few words of those whom a preposition of their own leads."""
    near = range(after + 1, min(after + _NEAR, end))
    return next((n for n in near if items[n].kind not in "EWNQ" or items[n].word == "to"), end)


def _same_mark(word: str) -> str:
    return {"d": "de", "a": "à"}.get(word, word)
