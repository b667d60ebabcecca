"""Courses: who gave one, whose it is, and whether words tell of one."""

from __future__ import annotations

import re
from functools import cache

from extract.counting.roles import actors, lemmas, word_set
from extract.facts import Entity
from extract.mentions.phrases import Phrases
from extract.syntax.clauses import Clause
from extract.syntax.rows import Row
from ontology.alternatives import any_folded
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_a

_WHERE = frozenset({"where", "où", "auquel", "auxquels", "auxquelles", "duquel", "desquels", "desquelles", "laquelle"})


def organizers(row: Row, place: int) -> list[Entity]:
    """Who gave the course: "a course run by the National Police Academy was completed by …", "IOM held six workshops,
    at which [12 judges] were trained"; ``place``: of the number.
    """
    for clause in row.clauses():
        taught = set(clause.verb.data.lemmas) & word_set(row.language, "teach")
        if taught and (clause.verb.data.passive or clause.verb.data.ambiguous):
            by = [e for phrase in clause.slots.get("by", ()) for e in phrase.entities]
            found = [entity for entity in by if is_a(entity.type, "Organization")]
            if found:
                return found
        if taught and not clause.verb.data.passive and _is_of_course(row, clause.index):
            return actors(clause.subject)
        if taught and row.finite(clause.index) and _leads_to(row, clause, place):
            return actors(clause.subject)
    return []


def is_alike(row: Row) -> bool:
    """ "attended a similar course", « une formation semblable »: like that of which the sentence before told."""
    alike = word_set(row.language, "alike")
    near = (row.items[max(0, k - 1) : k + 2] for k, item in enumerate(row.items) if fold(item.word) in alike)
    return any(fold(one.word) in word_set(row.language, "course") for items in near for one in items)


def _leads_to(row: Row, clause: Clause, place: int) -> bool:
    """« l'OIM a organisé des sessions, à l'issue desquelles 12 juges … », "held a course, attended by 12 judges"."""
    verb = clause.verb.data
    low, ends = clause.index + 1, ("R", "V", ";", ":")
    end = next((k for k in range(low, place) if row.kind(k) in ends or row.items[k].word in _WHERE), None)
    told = any(fold(row.items[k].word) in word_set(row.language, "course") for k in range(low, end or low))
    if end is None or not told or verb.passive or verb.negated or verb.unreal:
        return False
    attended = row.kind(end) == "V" and row.reduced(end)
    if attended and lemmas(row, end) & word_set(row.language, "attend"):
        return True
    return row.items[end].word in _WHERE or (row.kind(end) == "R" and row.kind(end - 1) == "P")


def _is_of_course(row: Row, verb: int) -> bool:
    """ "workshops that [Defence for Children] held", « un atelier qu'elle a organisé »: a course of theirs."""
    led = next((k for k in range(verb - 1, 0, -1) if row.kind(k) not in ("E", "O", "D", "W", "A", "C")), 0)
    relative = row.kind(led) == "R" or (row.kind(led) == "S" and row.items[led].word in ("that", "que", "qu"))
    return relative and fold(row.items[led - 1].word) in word_set(row.language, "course")


def whose(row: Row, verb: int) -> list[Entity]:
    """Whose course it is: "completed the course [on shelters] of the Board", "attended courses at the Academy"."""
    behind_course = False
    for k in range(verb + 1, stop_of(row, verb)):
        behind_course = behind_course or fold(row.items[k].word) in word_set(row.language, "course")
        if not behind_course or row.kind(k) != "P" or row.items[k].data not in ("of", "at", "to"):
            continue
        found = [one for one in actors(row.phrase(k + 1)) if is_a(one.type, "Organization") or row.kind(k + 1) == "E"]
        own = found if row.items[k].data == "of" else [one for one in found if _is_school(one, row.language)]
        if own:
            return own
    return []


def _is_school(entity: Entity, language: str) -> bool:
    """An academy, an institute: courses that it houses are its own."""
    schools = word_set(language, "schools")
    return any(not schools.isdisjoint(fold(label).split(" ")) for _, label in entity.labels)


def stop_of(row: Row, index: int) -> int:
    return next((k for k in range(index + 1, len(row.items)) if row.kind(k) in (";", ":", "?")), len(row.items))


def tells_of_course(text: str, row: Row, low: int, high: int) -> bool:
    """Does a word of training stand among the items, and no "no" before it?"""
    if high <= low or low >= len(row.items):
        return False
    start = row.items[low].start
    words = fold(text[start : row.items[high - 1].end])
    words = _no_courses(row.language).sub(lambda match: " " * len(match.group()), words)
    found = next(_courses(row.language).find(words), None)
    return found is not None and not any(
        item.kind == "X" and item.end <= start + found[0] for item in row.items[max(0, low) : high]
    )


@cache
def _courses(language: str) -> Phrases:
    return Phrases(sorted(data("counting")[language]["course"]))


@cache
def _no_courses(language: str) -> re.Pattern[str]:
    """« au cours de », "in the course of"."""
    return re.compile(rf"\b(?:{any_folded(data('counting')[language]['no_course'])})\b")
