"""What is asked by a noun: behind a verb that only carries it, "reiterated its call upon Member States to", or of
somebody, "the Committee's recommendation that Chad open shelters".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extract.demands import issuers, reach, tail
from extract.demands.demand import Demand
from extract.demands.words import word_list, word_set
from extract.facts import Entity
from extract.framing.attitude import conditional
from extract.syntax.rows import Row
from ontology.fold import strip_accents
from ontology.lexicon import data
from ontology.types import is_any

_NEAR = 4  # items from the verb to its noun: "renewed its most urgent appeal"


def noun_act(row: Row, verb: int) -> tuple[str, int] | None:
    """The act of the noun that the verb at index ``verb`` carries, and the index behind it: "issued an urgent appeal",
    « a renouvelé sa demande »; None where it carries none.
    """
    carrying = word_list(row.language, "carrying")
    if row.items[verb].data.passive or carrying.isdisjoint(row.items[verb].data.lemmas):
        return None
    for k in range(verb + 1, min(verb + 1 + _NEAR, len(row.items))):
        act = _act(row, k)
        if act is not None and row.kind(k + 1) in ("P", "A", "W", "S") and row.kind(k) not in ("E", "P"):
            return act, k + 2 if _addressed(row, k + 1) else k + 1
        if row.kind(k) not in ("D", "W", "A"):
            return None
    return None


def _addressed(row: Row, to: int) -> bool:
    """ "its call to telecom operators to waive": does the first "to" lead to whom, since another leads to what for?"""
    if row.items[to].word != "to" or "V" in row.items[to + 1].readings:
        return False
    second = next(
        (k for k in range(to + 2, min(to + 1 + _NEAR * 2, len(row.items))) if row.items[k].word == "to"), None
    )
    return second is not None and all(row.kind(k) in ("W", "A", "J", "N", "Q", "C") for k in range(to + 1, second))


def owned(row: Row, text: str, since: int) -> Iterator[Demand]:
    """What somebody's recommendation, request or call asks of others, wherever the sentence speaks of it."""
    for k, item in enumerate(row.items):
        act = _act(row, k) if item.start >= since and item.kind in ("W", "N") else None
        asking, behind = _owner(row, k) if act is not None else (None, k)
        if act is None or asking is None or conditional(row, k):
            continue
        found = tail.find(row.items, _over_insertion(row, behind), row.language, text)
        if found is not None and found.addressees and row.kind(found.index - 1) not in (";", ":"):
            people = tuple(one for one in found.addressees if one != asking)
            yield Demand(act, [asking], people, found.start, found.index, _end(row, found.index), found.mark, k)


def _end(row: Row, first: int) -> int:
    """Where the action that begins at ``first`` ends: where the sentence goes on to what it has to say of it."""
    relative = False
    for k in range(first + 1, len(row.items)):
        kind = row.kind(k)
        relative = relative or kind == "R"
        main = kind == "V" and row.items[k].data.form == "finite" and not row.items[k].data.ambiguous
        if kind in (";", ":", "?") or (kind == "," and reach.main_begins(row, k + 1)) or (main and not relative):
            return k - 1 if row.kind(k - 1) == "X" else k
        relative = relative and not main
    return len(row.items)


def _act(row: Row, index: int) -> str | None:
    nouns: Mapping[str, str] = data("demands")[row.language]["nouns"]
    return nouns.get(strip_accents(row.items[index].word))


def _owner(row: Row, noun: int) -> tuple[Entity | None, int]:
    """Whose the noun is, and the index behind both: "the Committee's recommendation", « la demande de l'Assemblée »."""
    before = noun - 1
    while row.kind(before) in ("A", "W") and noun - before < 3:
        before -= 1
    if row.kind(before) == "'" and row.kind(before - 1) == "E":
        return _asks(row.items[before - 1].data), noun + 1
    of = noun + 1 + (row.kind(noun + 1) == "V" and row.items[noun + 1].data.form != "infinitive")  # "call made by"
    if row.kind(of) != "P" or row.items[of].data not in ("of", "by", "from"):
        return None, noun
    of += 1
    while row.kind(of) == "D":
        of += 1
    return (_asks(row.items[of].data), of + 1) if row.kind(of) == "E" else (None, noun)


def _asks(entity: Entity) -> Entity | None:
    return entity if is_any(entity.type, (*issuers.RULING, "Organization", "Body", "Office", "Person")) else None


def _over_insertion(row: Row, index: int) -> int:
    """Behind ", in paragraph 27 (a)," and « tendant à ce »: where "that" or the addressee stands."""
    if row.kind(index) == ",":
        index = next((k + 1 for k in range(index + 1, len(row.items)) if row.kind(k) == ","), index)
    leading = word_set(row.language, "tending")
    return index + 3 if index < len(row.items) and strip_accents(row.items[index].word) in leading else index
