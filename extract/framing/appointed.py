"""In whose place somebody was appointed: "appointed to replace Mr. Roy", "in succession to Mr. Roy"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.facts import Entity, Fact
from extract.framing import succession
from extract.framing.succession import Change, of_both
from extract.relations import Roles
from extract.syntax.items import has
from extract.syntax.rows import Row
from ontology.lexicon import verb_set


def displaced(row: Row, told: Sequence[Fact], named: Sequence[Entity]) -> Iterator[tuple[Fact, Roles]]:
    """Who held it before: in whose place the sentence says that somebody was appointed."""
    for index in range(1, len(row.items) - 1) if told else ():
        behind = _replaced(row, index)
        other = row.items[behind].data if behind is not None and row.kind(behind) == "E" else None
        after = _before(row, index) if isinstance(other, Entity) and other.type == "Person" else None
        if after is not None and after != other and _chosen(row, index):
            yield from of_both(Change(other, after, ()), told)


def _replaced(row: Row, index: int) -> int | None:
    """Where the name stands behind "to replace", "replacing", « en remplacement de », "in succession to"."""
    item = row.items[index]
    if item.kind == "V":
        replaces = item.data.form in ("infinitive", "gerund", "base") and not item.data.negated
        return row.skip(index + 1) if replaces and not verb_set("succeeding").isdisjoint(item.data.lemmas) else None
    led = row.kind(index - 1) == "P" and row.items[index - 1].data == "in"
    of = row.kind(index + 1) == "P" and row.items[index + 1].data in ("of", "to")
    return row.skip(index + 2) if led and of and has(item, "succession") else None


def _chosen(row: Row, index: int) -> bool:
    """Does a verb of choosing stand before, in the same clause: "was named Director in 2025, replacing"?"""
    verb = next((k for k in range(index - 1, -1, -1) if row.kind(k) == "V"), None)
    if verb is None:
        return False
    chosen = row.items[verb].data
    sure = not (chosen.negated or chosen.unreal or chosen.future)
    return sure and not verb_set("choosing").isdisjoint(chosen.lemmas)


def _before(row: Row, index: int) -> Entity | None:
    """The person named last before ``index``."""
    people = (item.data for item in reversed(row.items[:index]) if item.kind == "E")
    return next((one for one in people if isinstance(one, Entity) and one.type == "Person"), None)


PASSES = (*succession.PASSES, displaced)  # the later ones build on what the earlier ones tell
