"""Meetings told in passing by "its": "approved the plan at its meeting in Lomé on 2 December 2025", « examiné par le
Comité lors de sa réunion du 2 décembre 2025 ».
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from extract.facts import Entity
from extract.meetings import LEADING, adjuncts, opening, preposition, roles_of, takes_for_granted
from extract.mentions.dates import Date
from extract.mentions.projects import is_place
from extract.relations import Roles
from extract.syntax.clauses import Clause
from extract.syntax.items import has
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import data, verbs_of
from ontology.types import is_a

_YEAR, _DAY = 4, 10  # characters of a year and of a full date
_NEAR = 6  # items between the noun and "held"
_MeetingOf = Callable[[Entity, str | None, int | None], Entity | None]


def its_meetings(row: Row, meeting_of: _MeetingOf) -> Iterator[tuple[str, Roles]]:
    """The meetings of the row that "its" alone tells of, with their day; ``meeting_of`` gives that of a body."""
    for index, item in enumerate(row.items):
        if item.kind != "W" or fold(item.word) not in plain_nouns() or not has(row.items[index - 1], "possessive"):
            continue
        led = preposition(row, index)
        body = _body(row, index) if led is not None and row.items[led].data in LEADING else None
        place, date = _when(row, index)
        told = date is not None and (len(date.first) == _DAY or (place is not None and len(date.first) > _YEAR))
        if body is None or date is None or not told or not takes_for_granted(row, index):
            continue
        meeting = meeting_of(body, date.first, None)
        if meeting is not None:
            yield "meetings", {**roles_of(meeting, place, date), "body": body}


@cache
def plain_nouns() -> frozenset[str]:
    """The plain nouns of meetings and sessions: « réunion », "session"."""
    common = data("heads")["meetings"].items()
    return frozenset(fold(noun) for noun, what in common if what in ("meeting", "session") and " " not in noun)


def _when(row: Row, index: int) -> tuple[Entity | None, Date | None]:
    """The place and the day behind the noun, or behind "held"; or the day that opens the sentence."""
    place, date = adjuncts(row, index)
    held = next((k for k in range(index + 1, min(index + _NEAR, len(row.items))) if row.kind(k) == "V"), 0)
    told = (
        held and row.kind(held - 1) in ("W", ",") and not verbs_of("meetings").isdisjoint(row.items[held].data.lemmas)
    )
    if told:  # « lors de sa réunion du 2 décembre, tenue à Lomé »
        clause = row.clause(held)
        spots = (one for led in LEADING for phrase in clause.slots.get(led, ()) for one in _named(phrase))
        place, date = place or next(filter(is_place, spots), None), date or next(iter(clause.dates), None)
    return place, date or opening(row, index)


def _body(row: Row, index: int) -> Entity | None:
    """Whose meeting it is: of the agent of the clause in which it stands, else of its subject."""
    clauses = [clause for clause in row.clauses() if row.finite(clause.index)]
    before = [clause for clause in clauses if clause.index < index]
    clause = before[-1] if before else next(iter(clauses), None)
    doer = _doer(clause) if clause is not None else None
    bodies = [one for one in _named(doer) if is_a(one.type, "Organization")] if doer is not None else []
    return bodies[0] if doer is not None and len(doer.members) == 1 and bodies else None


def _doer(clause: Clause) -> Phrase | None:
    agents = clause.slots.get("by", []) if clause.verb.data.passive else []
    return agents[0] if agents else (None if clause.verb.data.passive else clause.subject)


def _named(phrase: Phrase) -> list[Entity]:
    """What a phrase names, or what its pronoun may stand for."""
    return [one for member in phrase.members for one in (member.entities or member.item.several)]
