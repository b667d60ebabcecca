"""Meetings of one series, of which the later ones are left without a noun: "The first meeting of the Committee was held
in Nairobi in May 2020 and the second in Kigali in November of the same year".
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.facts import Entity
from extract.framing.attitude import asserted
from extract.framing.making import Roles
from extract.its_meetings import plain_nouns
from extract.meetings import roles_of
from extract.mentions.dates import Date
from extract.mentions.describing import heads_of
from extract.mentions.entities import Register
from extract.mentions.heads import table
from extract.syntax.adjuncts import NO_DATE
from extract.syntax.clauses import Clause
from extract.syntax.items import Item
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import clause_frames, data, verbs_of
from ontology.types import is_a, is_any

_KIND = "meetings"
_LOOSE = {"indefinite", "possessive", "ordinal"}


def resumed(items: list[Item], met: Entity | None, language: str, register: Register) -> list[Item]:
    """``items`` of a sentence that opens with a number alone, with the meeting that it stands for, one of the series of
    ``met``, which the paragraph told last: "[The third] met in Nadi and was attended by Fiji".
    """
    if met is None:
        return items
    row = Row(items, language)
    behind, nth, first = next(_ordinals(row, 0), (0, 0, -1))
    meeting = _of_series(met, nth, language, register) if first == 0 and row.kind(behind - 1) == "V" else None
    if meeting is None:
        return items
    verb = next(k for k, item in enumerate(items) if item.kind in ("V", ","))
    return [Item("E", items[0].start, items[verb - 1].end, items[0].word, meeting), *items[verb:]]


def taken_up(items: list[Item], met: Entity | None, language: str) -> list[Item]:
    """``items`` with ``met``, which the paragraph told last, for "the meeting" that somebody attended."""
    if met is None or not any(item.kind == "V" and _attends(item) for item in items):
        return items
    return [
        Item("E", item.start, item.end, item.word, met) if _is_the_meeting(items, k, language) else item
        for k, item in enumerate(items)
    ]


def _attends(verb: Item) -> bool:
    return not verbs_of("participants").isdisjoint(verb.data.lemmas)


def _is_the_meeting(items: list[Item], index: int, language: str) -> bool:
    """Does "the meeting", « cette séance » stand at ``index``, and nothing that tells which?"""
    item, before = items[index], items[index - 1] if index else None
    behind = items[index + 1] if index + 1 < len(items) else None
    plain = item.kind in ("W", "N") and fold(item.word) in plain_nouns()
    told = before is not None and before.kind in ("D", "P") and before.readings.keys().isdisjoint(_LOOSE)
    alone = behind is None or behind.kind in (",", ".", ";", "C", "A", "V")
    return plain and told and alone


def later(row: Row, register: Register) -> Iterator[tuple[str, Roles]]:
    """The later meetings that ``row`` tells of, after the verb of the first; ``register`` knows whose that is."""
    for clause in row.clauses():
        sides = [side.members[0].item.data for side in (clause.subject, clause.object) if side is not None]
        first = next((one for one in sides if isinstance(one, Entity) and is_a(one.type, "Meeting")), None)
        if first is None or not _held(row, clause):
            continue
        whose = next((one for one in sides if isinstance(one, Entity) and is_a(one.type, "Organization")), None)
        for index, nth, _ in _ordinals(row, clause.index + 1):
            yield from _told(row, index, _of_series(first, nth, row.language, register, whose))


def _held(row: Row, clause: Clause) -> bool:
    """Does the clause say that a meeting was held?"""
    frame = next(frame for frame in clause_frames() if frame.kind == _KIND)
    return not verbs_of(_KIND).isdisjoint(clause.verb.data.lemmas) and asserted(row, clause, frame)


def _ordinals(row: Row, start: int) -> Iterator[tuple[int, int, int]]:
    """The ordinals without a noun from ``start`` on: where to read on, the number, and where its article stands: "the
    second in", "its second online on", "the second took place", "the second, held in".
    """
    ordinals = table(row.language).ordinals
    for k in range(start, len(row.items) - 1):
        if row.kind(k) == "V" and row.finite(k) and not _held(row, row.clause(k)):
            return
        words, first = fold(row.items[k].word).split(" "), k
        compound = "-".join(fold(item.word) for item in row.items[max(0, k - 2) : k + 1])
        if compound in ordinals:  # « la vingt et unième »
            words, first = [compound], k - 2
        articled = len(words) > 1 or row.kind(first - 1) == "D"
        if not articled or words[-1] not in ordinals:
            continue
        behind = k + 1 + (row.kind(k + 1) == ",")  # "the second, held online"
        told = row.kind(behind) == "V" and _held(row, row.clause(behind))
        if told or row.kind(k + 1) in ("P", "T", "D", "A"):  # "its twelfth online on 14 October"
            yield behind + told, ordinals[words[-1]], first - (row.kind(first - 1) == "D")


def _of_series(
    first: Entity, nth: int, language: str, register: Register, whose: Entity | None = None
) -> Entity | None:
    """The ``nth`` meeting of the series that ``first`` is of, or that ``whose`` holds under this noun ("holds an annual
    meeting; the twenty-first …"); None where that is the same or a later one.
    """
    start, _, number = first.id.rpartition("/")
    body = register.bodies.get(first.id)
    if number.isdigit() and body is not None:
        return register.session(body, start.rpartition("/")[2], nth, language) if nth > int(number) else None
    if (numbered := _renumbered(first, nth, language)) is not None:
        return register.new(register.thing_id("Meeting", numbered, named=True), "Meeting", language, numbered)
    noun = next((common for head, common in data("heads")["meetings"].items() if fold(head) in heads_of(first)), None)
    owner = body or whose
    return register.session(owner, noun, nth, language) if owner is not None and noun is not None else None


def _renumbered(first: Entity, nth: int, language: str) -> str | None:
    """The name of the ``nth`` of the series of a numbered meeting: "second Ports Forum" -> "third Ports Forum"."""
    ordinals = table(language).ordinals
    for number, _, rest in (label.partition(" ") for tongue, label in first.labels if tongue == language):
        if rest and ordinals.get(fold(number), nth) < nth:
            written = next(word for word, value in data("numbers")[language]["ordinals"].items() if value == nth)
            return f"{written.capitalize() if number[0].isupper() else written} {rest}"
    return None


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
        elif item.kind not in ("P", "D", "A", ",") or item.data in NO_DATE:
            break
    if meeting is not None and (place is not None or date is not None):
        yield _KIND, roles_of(meeting, place, date)
