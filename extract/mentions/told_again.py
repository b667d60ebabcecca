"""A thing told again in small letters by words of its name: "the Ports Safety Network … this safety network"."""

from __future__ import annotations

import re

from extract.facts import Entity
from extract.mentions.chunk import Described
from extract.mentions.references import Memory, is_definite
from ontology.authority import records
from ontology.fold import fold
from ontology.types import is_any


def told_again(memory: Memory, text: str, thing: Described, start: int, passage: int, language: str) -> Entity | None:
    """ "This voluntary trust fund", « ce réseau régional », which begins at ``start``: what was named last under the
    noun, where the words beside that are of its name.
    """
    if not is_definite(text, start, language):
        return None
    noun = thing.head.noun.split()[-1 if language == "en" else 0]
    known = memory.short(thing.head.noun, passage) or memory.short(noun, passage)
    names = _names(known) if known is not None and is_any(known.type, (thing.head.type,)) else []
    told = set(fold(text[start : thing.end]).split())
    return known if any(told < set(re.findall(r"[^\W_]+", name)) for name in names) else None


def _names(entity: Entity) -> list[str]:
    """All names of ``entity``, folded."""
    record = records().get(entity.id)
    listed = [name for names in record.names.values() for name in names] if record is not None else []
    return [fold(name) for name in (*listed, *(name for _, name in entity.labels))]
