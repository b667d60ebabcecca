"""Described things that are none of their own: drafts, and what only says which sort of thing a name before it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.facts import Entity
from extract.mentions import french_tails
from extract.mentions.chunk import Described
from ontology.types import is_a

_DRAFT = re.compile(r"(?:^|\W)(?:draft |projet de |projet d')$")
_MARK = re.compile(r"(?: [–—-]| ?:) (?:an? |the |une? |l[ea] |l['’])?$", re.IGNORECASE)
_LONGEST_MARK = 8  # characters of " – The "


def is_draft(folded: str, thing: Described) -> bool:
    """« projet de code », "draft declaration": no instrument yet."""
    before = folded[max(0, thing.start - 10) : thing.start]
    return _DRAFT.search(before) is not None or french_tails.is_draft(folded, thing.head.noun, thing.head.end)


def explains(text: str, thing: Described, around: Sequence[tuple[int, int, Entity]]) -> bool:
    """« Côtes vigilantes – [Projet conjoint de l'OIM et de l'ONUDC] »: what the programme is whose name it follows."""
    if not is_a(thing.head.type, "Programme"):
        return False
    mark = _MARK.search(text, max(0, thing.start - _LONGEST_MARK), thing.start)
    return mark is not None and any(
        last == mark.start() and is_a(entity.type, "Programme") for _, last, entity in around
    )
