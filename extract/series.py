"""Meetings of one series, of which the later ones are left without a noun: "The first meeting of the Committee was held
in Nairobi in May 2020 and the second in Kigali in November of the same year".
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.facts import Entity
from extract.framing.attitude import asserted
from extract.framing.making import Roles
from extract.meetings import roles_of
from extract.mentions.dates import Date
from extract.mentions.entities import Register
from extract.mentions.heads import table
from extract.syntax.adjuncts import NO_DATE
from extract.syntax.clauses import Clause
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import clause_frames, verbs_of
from ontology.types import is_any

_KIND = "meetings"


def later(row: Row, register: Register) -> Iterator[tuple[str, Roles]]:
    """The later meetings that ``row`` tells of, after the verb of the first; ``register`` knows whose that is."""
    for clause in row.clauses():
        sides = [side.members[0].item for side in (clause.subject, clause.object) if side is not None]
        first = next((item.data for item in sides if item.kind == "E" and item.data.id in register.bodies), None)
        if first is None or not _held(row, clause):
            continue
        for index, nth in _ordinals(row, clause.index + 1):
            yield from _told(row, index, _of_series(first, nth, row.language, register))


def _held(row: Row, clause: Clause) -> bool:
    """Does the clause say that a meeting was held?"""
    frame = next(frame for frame in clause_frames() if frame.kind == _KIND)
    return not verbs_of(_KIND).isdisjoint(clause.verb.data.lemmas) and asserted(row, clause, frame)


def _ordinals(row: Row, start: int) -> Iterator[tuple[int, int]]:
    """The ordinals without a noun from ``start`` on, and where to read on: "the second in", "the second took place"."""
    ordinals = table(row.language).ordinals
    for k in range(start, len(row.items) - 1):
        if row.kind(k) == "V" and row.finite(k) and not _held(row, row.clause(k)):
            return
        words = fold(row.items[k].word).split(" ")
        articled = len(words) > 1 or row.kind(k - 1) == "D"
        if not articled or words[-1] not in ordinals:
            continue
        told = row.kind(k + 1) == "V" and _held(row, row.clause(k + 1))
        if told or row.kind(k + 1) in ("P", "T", "D"):
            yield k + 1 + told, ordinals[words[-1]]


def _of_series(first: Entity, nth: int, language: str, register: Register) -> Entity | None:
    """The ``nth`` meeting of the series that ``first`` is of; None where that has no number, or a later one."""
    start, _, number = first.id.rpartition("/")
    if not number.isdigit() or nth <= int(number):
        return None
    return register.session(register.bodies[first.id], start.rpartition("/")[2], nth, language)


def _told(row: Row, index: int, meeting: Entity | None) -> Iterator[tuple[str, Roles]]:
    """``meeting`` with the place and the date that stand behind ``index``."""
    place: Entity | None = None
    date: Date | None = None
    for k in range(index, len(row.items)):
        item = row.items[k]
        if item.kind == "T":
            date = date or item.data
        elif item.kind == "E" and is_any(item.data.type, ("Place", "State")):
            place = place or item.data
        elif item.kind not in ("P", "D", ",") or item.data in NO_DATE:
            break
    if meeting is not None and (place is not None or date is not None):
        yield _KIND, roles_of(meeting, place, date)
