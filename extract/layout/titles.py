"""What a page is about, by its title, where the name is less than most of it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.document import Sentence
from extract.facts import Entity
from extract.syntax.items import Named


def subject(named: Sequence[tuple[Named, Entity]], sentence: Sentence) -> Entity | None:
    """The programme with which the title begins ("Safe Crossings: Protecting Workers in Niger"), or the one State with
    which it ends: "Country profile: Kenya".
    """
    opening = (one for name, one in named if name.start == sentence.start and one.type == "Programme")
    closing = (one for name, one in named if name.end == sentence.end and one.type == "State" and len(named) == 1)
    return next(opening, None) or next(closing, None)
