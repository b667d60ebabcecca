"""A thing told again by words of its name, "the Ports Safety Network … this safety network", or by a shorter one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.facts import Entity
from extract.mentions.chunk import Described
from extract.mentions.references import Memory, is_definite
from ontology.authority import records
from ontology.fold import fold
from ontology.types import is_any

_SEVERAL = 4  # words of a shorter name
SHORTENED = ("Organization", "Treaty")


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
    return known if any(told < set(_words(name)) for name in names) else None


def told_shorter(memory: Memory, text: str, thing: Described, start: int, language: str) -> Entity | None:
    """ "The Office of the High Commissioner", « la Convention du Conseil de l'Europe »: the one listed body or treaty
    named before whose name has more words.
    """
    told = _words(fold(text[start : thing.end]))
    if not is_definite(text, start, language) or len(told) < _SEVERAL:
        return None
    type_ = next(type_ for type_ in SHORTENED if is_any(thing.head.type, (type_,)))
    alike = [one for one in memory.listed() if is_any(one.type, (type_,))]
    found = [one for one in alike if any(_holds(name, told) for name in _names(one))]
    return found[0] if len(found) == 1 else None


def _holds(name: str, told: Sequence[str]) -> bool:
    """Whether a name begins as what is told, and has its words in this order, and others between."""
    words = _words(name)
    rest = iter(words)
    return words[:2] == [*told[:2]] and len(words) > len(told) and all(word in rest for word in told)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def _names(entity: Entity) -> list[str]:
    """All names of ``entity``, folded."""
    record = records().get(entity.id)
    listed = [name for names in record.names.values() for name in names] if record is not None else []
    return [fold(name) for name in (*listed, *(name for _, name in entity.labels))]
