"""A sentence as a row of items: mentions, dates, verb groups, nouns of relations, and the small words between them.

Kinds: E mention, T date, V verb group, N noun of an event, Q noun of a holder, J adjective of a relation, W other word;
D P C R S X A O B H M as in ontology/lexicon.py; and the marks , ; : ( ) " - (dash).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.facts import Entity
from extract.mentions.dates import Date
from ontology.lexicon import Readings
from ontology.types import is_a


@dataclass(slots=True)
class Item:
    """One item at ``[start, end)`` of the clean text. ``index`` is its place in the row."""

    kind: str
    start: int
    end: int
    word: str
    data: Any = None  # E: Entity; T: Date; V: VerbGroup; N, Q, J: the lemma; P: its common name
    readings: Readings = field(default_factory=dict)
    definite: bool = True  # E: named, or described with a definite article
    possessor: bool = False  # E: "UNODC's"
    surface: str = ""  # W: the word as printed
    several: tuple[
        Entity, ...
    ] = ()  # E: one mention of several things: "the twenty-sixth and twenty-seventh sessions";
    home: Entity | None = None  # of a person: the State behind the name, "Ms. Diop of Togo"
    inner: Entity | None = None  # what the name ends with: « le Comité directeur de [l'Initiative de Praia] »


@dataclass(slots=True)
class VerbGroup:
    """A verb with its auxiliaries. ``lemmas`` holds every lemma the form may be of; none for a verb no frame knows."""

    lemmas: tuple[str, ...]
    form: str  # finite, participle, infinitive, gerund
    passive: bool
    reflexive: bool = False
    negated: bool = False
    unreal: bool = False  # modal, future, conditional
    future: bool = False  # "will chair", « présidera », « va lancer »: of what is unreal, what is to be
    subjunctive: bool = False  # « ait ratifié »: unreal but behind « se félicite que », « bien que »
    clitics: frozenset[str] = frozenset()
    ambiguous: bool = False  # English -ed with no auxiliary: past or participle
    progressive: bool = False  # "is developing": begun, not done
    link: bool = False  # be, become: what follows says what the subject is


@dataclass(frozen=True, slots=True)
class Named:
    """A mention or a date found before the words are read."""

    start: int
    end: int
    kind: str  # E or T
    data: Entity | Date
    definite: bool = True
    several: tuple[Entity, ...] = ()
    inner: Entity | None = None


def item_behind(items: Sequence[Item], offset: int) -> int:
    """The index of the first item at or behind ``offset`` of the text, that behind the last where there is none."""
    return next((k for k, item in enumerate(items) if item.start >= offset), len(items))


def has(item: Item, flag: str) -> bool:
    """Does the word carry the flag?"""
    return flag in item.readings


def is_agent(items: Sequence[Item], index: int) -> bool:
    """« créé par [le HCR] ; l'OIM en assure la coordination »: who did it is not what is acted on next."""
    k = index - 1
    while k > 0 and items[k].kind in "DA":
        k -= 1
    led = k > 0 and (items[k].kind, items[k].data) == ("P", "by") and any(item.kind == "V" for item in items[:k])
    return led and is_a(items[index].data.type, "Actor")
