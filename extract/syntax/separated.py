"""Verbs of two words with an adverb between them: « font aujourd'hui partie », "takes also part"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from extract.syntax.items import Item
from ontology.lexicon import data


def together(items: Sequence[Item], language: str) -> list[Item]:
    """``items`` with such verbs as one, before the adverb."""
    found = list(items)
    for i in range(len(found) - 2, 0, -1):
        verb, adverb, particle = found[i - 1], found[i], found[i + 1]
        if verb.kind == "V" and _is_adverb(adverb, language) and particle.word in _particles(language):
            joined = _particles(language)[particle.word]
            forms = [(joined[lemma], name) for lemma, name in verb.data if lemma in joined]
            if forms:
                whole = replace(verb, end=particle.end, data=forms, readings={**verb.readings, "V": forms})
                found[i - 1 : i + 2] = [whole, replace(adverb, kind="A")]
    return found


def _is_adverb(item: Item, language: str) -> bool:
    return "A" in item.readings or item.word in _adverbs(language)


@cache
def _adverbs(language: str) -> frozenset[str]:
    return frozenset(data("words")[language]["adverb"])


@cache
def _particles(language: str) -> Mapping[str, Mapping[str, str]]:
    """Particle of one word -> verb -> the verb of both: 'partie' -> 'faire' -> 'faire partie'."""
    known: dict[str, dict[str, str]] = {}
    for lemma, entry in data("verbs")[language]["phrasal"].items():
        if " " not in entry["particle"]:
            known.setdefault(entry["particle"], {})[entry["verb"]] = lemma
    return known
