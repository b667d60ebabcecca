"""What is asked by a noun behind a verb that only carries it: "reiterated its call upon Member States to"."""

from __future__ import annotations

from collections.abc import Mapping

from extract.demands.words import word_list
from extract.syntax.rows import Row
from ontology.fold import strip_accents
from ontology.lexicon import data

_NEAR = 4  # items from the verb to its noun: "renewed its most urgent appeal"


def noun_act(row: Row, verb: int) -> tuple[str, int] | None:
    """The act of the noun that the verb at index ``verb`` carries, and the index behind it: "issued an urgent appeal",
    « a renouvelé sa demande »; None where it carries none.
    """
    carrying = word_list(row.language, "carrying")
    if row.items[verb].data.passive or carrying.isdisjoint(row.items[verb].data.lemmas):
        return None
    nouns: Mapping[str, str] = data("demands")[row.language]["nouns"]
    for k in range(verb + 1, min(verb + 1 + _NEAR, len(row.items))):
        act = nouns.get(strip_accents(row.items[k].word))
        if act is not None and row.kind(k + 1) in ("P", "A", "W", "S") and row.kind(k) not in ("E", "P"):
            return act, k + 1
        if row.kind(k) not in ("D", "W", "A"):
            return None
    return None
