"""Meetings that only a number names, in the rows of a table: "41st meeting ; Riga ; 14 May 2025"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extract.facts import Entity
from extract.layout.headers import Column
from extract.mentions.finder import Found
from extract.mentions.heads import table
from ontology.fold import fold

_SORT = "meeting"


def counted(found: Found, language: str) -> list[Entity]:
    """The meetings of a row that nothing but an ordinal names: "41st meeting", « troisième session »."""
    named = [one.data for one in found.named if isinstance(one.data, Entity) and one.data.type == "Meeting"]
    return [one for one in named if any(_is_counted(label, language) for _, label in one.labels)]


def holder(columns: Sequence[Column], above: Callable[[Sequence[str]], Entity | None]) -> Entity | None:
    """Whose meetings the table tells: as the header of their column says ("Meeting of the Task Force"); where that says
    nothing more, what stands ``above`` it.
    """
    column = next((one for one in columns if _SORT in one.sorts), None)
    if column is None or column.named is not None:
        return column.named if column is not None else None
    return above(("Organization",)) if " " not in column.title.strip() else None


def _is_counted(label: str, language: str) -> bool:
    first, _, noun = fold(label).partition(" ")
    known = table(language)
    head = known.nouns.get(noun)
    return (first[:1].isdigit() or first in known.ordinals) and head is not None and head[1] == "Meeting"
