"""In whose place somebody was appointed: "appointed to replace Mr. Roy", "in succession to Mr. Roy", and who is said to
have preceded whom.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.facts import Entity, Fact
from extract.framing import succession
from extract.framing.change import HOLDERS, Change, of_both
from extract.framing.succession import clauses, one_of
from extract.relations import Roles
from extract.syntax.clauses import Clause
from extract.syntax.items import has
from extract.syntax.rows import Row
from ontology.lexicon import verb_set

_OF_THEM = frozenset({"l", "le", "la"})


def displaced(row: Row, told: Sequence[Fact], named: Sequence[Entity]) -> Iterator[tuple[Fact, Roles]]:
    """Who held it before: in whose place the sentence says that somebody was appointed."""
    for index in range(1, len(row.items) - 1) if told else ():
        behind = _replaced(row, index)
        other = row.items[behind].data if behind is not None and row.kind(behind) == "E" else None
        after = _before(row, index) if isinstance(other, Entity) and other.type == "Person" else None
        if after is not None and after != other and _chosen(row, index):
            yield from of_both(Change(other, after, ()), told)


def preceded(row: Row, told: Sequence[Fact], named: Sequence[Entity]) -> Iterator[tuple[Fact, Roles]]:
    """Who held it before: "She was preceded at UNODC by Mr. Roy", « M. Roy l'a précédée à ce poste »."""
    for clause, held in clauses(row, told, named):
        verb = clause.verb.data
        if verb_set("preceding").isdisjoint(verb.lemmas):
            continue
        by = next(iter(clause.slots.get("by", ())), None)
        passive = verb.passive or (verb.ambiguous and by is not None and clause.object is None)
        spoken = held[-1] if held and not passive and _OF_THEM & verb.clitics else None
        after = one_of(clause.subject if passive else clause.object, held) or spoken
        before = one_of(by if passive else clause.subject, held)
        if before is not None and after is not None and before != after and "Person" == before.type == after.type:
            yield from of_both(
                Change(before, after, ()),
                _meant(clause, [fact for fact in told if fact.roles[HOLDERS[fact.kind]] == after]),
            )


def _meant(clause: Clause, told: Sequence[Fact]) -> list[Fact]:
    """Those of ``told`` that are of the body where she was preceded: "at UNODC"; where none is told, the one post."""
    named = [
        entity for slot in ("at", "in", "to") for phrase in clause.slots.get(slot, ()) for entity in phrase.entities
    ]
    there = [fact for fact in told if fact.roles.get("organisation", fact.roles.get("body")) in named]
    posts = {str(fact.roles.get("office", "")) for fact in told if fact.kind == "offices"}
    return there or ([*told] if len(posts) < 2 else [])


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


PASSES = (*succession.PASSES, displaced, preceded)  # the later ones build on what the earlier ones tell
