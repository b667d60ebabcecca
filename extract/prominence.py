"""Which names of a sentence stand in front of the others, for the pronouns of the next one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.facts import Entity
from extract.syntax.clauses import Clause
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import data, verb_set
from ontology.types import is_a

_CLITICS = frozenset({"lui", "l", "le", "la", "y", "en"})
_WORD = re.compile(r"[^\W_]+")
_SHORT = 8  # characters before a name that opens a sentence
_OBJECTS = frozenset({"it"})
_THINGS = ("Organization", "Programme", "Instrument", "Meeting", "Person")


def ranked(row: Row) -> list[Entity]:
    """The names that are printed in ``row``: first those aside (agents, owners, what a relative clause names: "the
    Board, [whose secretariat is provided by] UNODC"), then the others, each in the order of the text.
    """
    aside = {*_in_relatives(row)}
    printed = [(k, item.data) for k, item in enumerate(row.items) if item.kind == "E" and item.end > item.start]
    last = [entity for k, entity in printed if not (k in aside or _belongs(row, k))]
    return [*(entity for k, entity in printed if k in aside or _belongs(row, k)), *last]


def _in_relatives(row: Row) -> Iterator[int]:
    for k, item in enumerate(row.items):
        if item.kind == "R":
            verb = next((j for j in range(k, len(row.items)) if row.kind(j) == "V"), None)
            yield from range(k, row.clause(verb).end if verb is not None else k)


def _belongs(row: Row, index: int) -> bool:
    """Does "by", or "of" behind a noun, lead the name at ``index``?"""
    k = row.back(index, 'DA"')
    led = row.items[k].data if row.kind(k) == "P" else ""
    return led == "by" or (led == "of" and row.kind(k - 1) in ("E", "N", "Q", "W"))


def begins(before: str, language: str) -> bool:
    """Does a sentence open with the name behind ``before``: "The ", « L'association »; not « En 2019, »?"""
    words = _WORD.findall(fold(before))
    described = len(words) == 2 and words[0] in data("words")[language]["determiner"] and "," not in before
    return len(before) < _SHORT or described


def opening(row: Row) -> Entity | None:
    """What opens the sentence and is not led by a preposition: « Le Fonds, créé en 2019 et dont la gestion … »."""
    k = row.skip(0)
    k += k > 0 and row.kind(k) == "W" and not row.items[k].readings  # « L'association Casa Abierta »
    item = row.items[k] if row.kind(k) == "E" and row.kind(k + 1) != "'" else None
    named = item is not None and item.end > item.start and any(is_a(item.data.type, one) for one in _THINGS)
    return item.data if item is not None and named else None


def made(row: Row) -> Entity | None:
    """What the last clause of the sentence that founds something founds: « le Conseil a institué le Mécanisme »."""
    founding = [clause for clause in row.clauses() if _founds(clause)]
    member = founding[-1].object.members[0].item if founding and founding[-1].object is not None else None
    return member.data if member is not None and member.kind == "E" else None


def acted_on(row: Row) -> Entity | None:
    """What the first clause of the sentence acts on, where that is one thing: "UNODC administers [the Fund]"."""
    clause = next((one for one in row.clauses() if one.verb.data.form == "finite"), None)
    if clause is None or clause.object is None or clause.verb.data.passive or clause.verb.data.link:
        return None
    member = clause.object.members[0].item
    return member.data if member.kind == "E" and len(clause.object.members) == 1 else None


def _founds(clause: Clause) -> bool:
    verb = clause.verb.data
    done = verb.form == "finite" and not (verb.passive or verb.negated or verb.unreal)
    return done and not verb_set("founding").isdisjoint(verb.lemmas)


def goes_on(row: Row) -> bool:
    """Does an object of the main clause stand for what was spoken of before: « le Fonds lui a versé », "gave it"?"""
    told = [clause for clause in row.clauses() if clause.verb.data.form == "finite"]
    objects = any(
        item.kind == "O" and item.word in _OBJECTS and row.kind(k - 1) in ("V", "P") for k, item in enumerate(row.items)
    )
    return objects or any(clause.verb.data.clitics & _CLITICS for clause in told)
