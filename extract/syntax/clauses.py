"""What stands around one verb group: its subject, object, complements and dates."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.facts import Entity
from extract.mentions.dates import Date
from extract.syntax.items import Item
from extract.syntax.phrases import Phrase


@dataclass(slots=True)
class Clause:
    """A verb group with what belongs to it."""

    index: int
    verb: Item
    subject: Phrase | None = None
    object: Phrase | None = None
    second: Phrase | None = None
    slots: dict[str, list[Phrase]] = field(default_factory=dict)
    dates: list[Date] = field(default_factory=list)
    fronted: list[Date] = field(default_factory=list)
    opening: dict[str, list[Phrase]] = field(default_factory=dict)  # preposition phrases that open the clause
    colon: Phrase | None = None  # the list behind a colon that ends the clause
    terms: list[Date] = field(default_factory=list)  # "elected Chair for 2021"
    gapped: list[Phrase] = field(default_factory=list)  # "A held the chair in 2017, B in 2018 and C in 2019": B and C
    place: Entity | None = None  # a place that no list knows: "in Mzuzu"
    end: int = 0
    since: list[Date] = field(default_factory=list)  # "implemented since 2021"
    nth: int | None = None  # "met for the second time"
    occasions: list[tuple[Entity, Date]] = field(default_factory=list)  # "met in Oslo in May and in Rome in June 2019"
    elided: list[Clause] = field(default_factory=list)  # "…, and the Network by Kenya": the same verb, left out
