"""Lists of people below what they make up: "The Board is composed as follows:", "appointed to the Group:"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.facts import Entity
from extract.framing.attitude import real
from extract.mentions.describing import Hit
from extract.relations import Roles
from extract.syntax.clauses import Clause
from extract.syntax.items import has
from extract.syntax.rows import Row
from ontology.lexicon import verb_set
from ontology.types import is_a, is_any

_MEMBERS = ("State", "Organization")


def enrolling(line: Row) -> Entity | None:
    """The body whose members follow ``line``, which ends with a colon; None where that is not what follows."""
    clauses = [clause for clause in line.clauses() if clause.verb.data.form != "infinitive"]
    if any(clause.verb.data.negated or not real(line, clause) for clause in clauses):
        return None
    chosen = next((clause for clause in clauses if _is(clause, "choosing")), None)
    if chosen is not None:
        return _only(line, chosen.index)
    told = any(has(item, "composition") for item in line.items) or any(_is(clause, "composing") for clause in clauses)
    first = clauses[0] if clauses else None
    still = first is None or first.verb.data.link or _is(first, "composing") or _is(first, "counting")
    return (_subject(clauses) or _only(line, 0)) if told and still else None


def enrolled(line: Row, body: Entity | None) -> Iterator[tuple[str, Roles]]:
    """Who is a member of ``body`` by the line of a list: "Ms. Farida Akhter (Bangladesh), Chair"."""
    first = line.items[0] if line.items else None
    if body is not None and first is not None and first.kind == "E" and first.data.type == "Person":
        yield "members", {"body": body, "member": first.data}


def making_up(line: Row, nested: Sequence[Hit]) -> Iterator[tuple[str, Roles]]:
    """The members of what a list of them describes: "the Ports Alliance, a coalition of IOM, UNICEF and UNHCR";
    ``nested``: the names within the names of the sentence.
    """
    for index, item in enumerate(line.items):
        if item.kind != "E" or not item.word[:1].islower() or not is_a(item.data.type, "Organization"):
            continue
        inside = [entity for start, end, entity in nested if item.start < start and end <= item.end]
        of = line.explained(index) if len(inside) > 1 and all(is_any(one.type, _MEMBERS) for one in inside) else None
        for body in of.entities if of is not None else ():
            for one in inside:
                yield "members", {"body": body, "member": one}


def _is(clause: Clause, verbs: str) -> bool:
    return not verb_set(verbs).isdisjoint(clause.verb.data.lemmas)


def _subject(clauses: list[Clause]) -> Entity | None:
    """The body that the first clause is about: "The Committee has the following composition"."""
    members = clauses[0].subject.members if clauses and clauses[0].subject is not None else []
    found = [entity for member in members for entity in member.meant]
    return found[0] if len(members) == 1 and found and is_a(found[0].type, "Organization") else None


def _only(line: Row, start: int) -> Entity | None:
    """The one body that is named from ``start`` on."""
    named = [item.data for item in line.items[start:] if item.kind == "E"]
    bodies = {entity.id: entity for entity in named if is_a(entity.type, "Organization")}
    return next(iter(bodies.values())) if len(bodies) == 1 else None
