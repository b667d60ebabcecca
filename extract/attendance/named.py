"""Those whom a phrase names as taking part in something, as facts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from extract.facts import Entity, Modality
from extract.relations import Roles
from extract.syntax.phrases import Phrase
from ontology.lexicon import Frame, frames
from ontology.types import is_any

Said = Iterator[tuple[str, Roles, Modality]]
PARTICIPANTS = ("Organization", "State", "Person", "Office", "ActorGroup")


def participants(phrase: Phrase) -> list[Entity]:
    """Those whom a phrase names who may take part; a group only beside others."""
    return [
        entity
        for entity in phrase.entities
        if is_any(entity.type, PARTICIPANTS) and not (entity.type == "ActorGroup" and len(phrase.members) == 1)
    ]


def took_part(event: Entity, phrase: Phrase) -> Said:
    """The participants in ``event`` that a phrase names."""
    for entity in participants(phrase):
        if entity.id != event.id:
            yield "participants", {"event": event, "participant": entity}, "asserted"


@cache
def frame() -> Frame:
    """The frame of participants, by whose doubts a clause of attendance is judged."""
    return next(frame for frame in frames() if frame.kind == "participants")
