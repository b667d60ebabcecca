"""Who took part in the one operation of a document, where a line lists them: "Participating countries: Benin, Togo"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.facts import Entity
from extract.mentions.finder import Found
from extract.relations import Roles
from extract.syntax.rows import Row
from ontology.alternatives import any_folded
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_any


class Partakers:
    """Knows the operations that a document has named so far."""

    def __init__(self) -> None:
        self._operations: dict[str, Entity] = {}

    def note(self, found: Found) -> None:
        """Take in the operations that a sentence names."""
        told = (mention.data for mention in found.named)
        self._operations |= {one.id: one for one in told if isinstance(one, Entity) and one.type == "Operation"}

    def facts(self, text: str, row: Row) -> Iterator[tuple[str, Roles]]:
        """The States and bodies behind the label that opens ``row`` in ``text``: they took part in the operation that
        the line names, or in the only one of the document.
        """
        colon = next((k for k, item in enumerate(row.items) if item.kind == ":"), 0)
        if not colon or _label(row.language).match(fold(text[row.items[0].start : row.items[colon].end])) is None:
            return
        before = [item.data for item in row.items[:colon] if item.kind == "E"]
        events = before or [*self._operations.values()]
        listed = row.phrase(row.skip(colon + 1), open_list=True)
        if len(events) != 1 or events[0].type != "Operation" or listed is None:
            return
        for entity in listed.entities:
            if is_any(entity.type, ("State", "Organization")):
                yield "participants", {"event": events[0], "participant": entity}


@cache
def _label(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_folded(data('attendance')[language]['in operations'])})(?!\w)")
