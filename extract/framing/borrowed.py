"""Dates that a clause has from the one before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.mentions.dates import Date
from extract.syntax.clauses import Clause
from extract.syntax.rows import Row
from ontology.lexicon import verb_set
from ontology.types import is_a, is_any

_DAY = 10  # characters of a full date
_SEVERAL = 2  # clauses at least that have their dates by turns
_AROUND_DATES = ("T", "C", ",", "P", "D")  # "on 8 March and 30 August respectively"


def borrow_date(row: Row, clause: Clause) -> None:
    """Write into ``clause``, where it tells no date, that of the verb which leads to it."""
    _date_of_turn(row, clause)
    _date_before(row, clause)
    _date_of_deposit(row, clause)
    _date_of_next(row, clause)
    _date_of_sitting(row, clause)
    _date_of_meeting(row, clause)
    _date_of_when(row, clause)
    _date_of_opening(row, clause)
    _date_of_resolution(row, clause)


def dates_of_turns(row: Row, turn: int) -> tuple[int, list[Date]]:
    """Where the dates around "respectively" at ``turn`` begin, and these: "on 8 March and 30 August respectively"."""
    first, last = turn, turn
    while row.kind(first - 1) in _AROUND_DATES:
        first -= 1
    while row.kind(last + 1) in _AROUND_DATES:
        last += 1
    return first, [item.data for item in row.items[first : last + 1] if item.kind == "T"]


def _date_of_turn(row: Row, clause: Clause) -> None:
    """ "Chad ratified the Convention and Togo signed the Protocol, on 8 March and 30 August respectively": of as many
    clauses as dates, each with a subject of its own, this one has the date of its turn.
    """
    turn = row.turn()
    if turn is None or not any(row.kind(k) == "V" for k in range(clause.index + 1, turn)) and not clause.dates:
        return
    first, dates = dates_of_turns(row, turn)
    verbs = [k for k in range(first) if row.kind(k) == "V" and row.finite(k)][-len(dates) :]
    if len(dates) < _SEVERAL or len(verbs) != len(dates) or clause.index not in verbs or not _apart(row, verbs):
        return
    own = dates[verbs.index(clause.index)]
    slots = (phrase for found in clause.slots.values() for phrase in found)
    for phrase in (clause.subject, clause.object, clause.second, *slots):
        if phrase is not None:
            phrase.dates[:] = [date for date in phrase.dates if date not in dates]
    clause.dates[:] = [own]


def _apart(row: Row, verbs: Sequence[int]) -> bool:
    """Are the clauses of these verbs joined, each with another subject?"""
    subjects = [row.clause(k).subject for k in verbs]
    joined = all(any(row.kind(k) in ("C", ",", ";") for k in range(low, high)) for low, high in pairwise(verbs))
    plain = all(row.kind(k) != "R" for k in range(verbs[0], verbs[-1]))
    starts = {subject.start for subject in subjects if subject is not None and len(subject.members) == 1}
    return joined and plain and len(starts) == len(verbs)


def _date_before(row: Row, clause: Clause) -> None:
    """ "proceeded on 13 July 2010 to ratify": an infinitive is of the date between it and the verb that leads to it."""
    k = clause.index - 1
    if clause.verb.data.form != "infinitive" or clause.dates or row.kind(k) != "P" or row.kind(k - 1) != "T":
        return
    before = k - 2
    while row.kind(before) in ("P", "D"):
        before -= 1
    if row.kind(before) == "V":
        clause.dates.append(row.items[k - 1].data)


def _date_of_opening(row: Row, clause: Clause) -> None:
    """ "In 2019, Chad joined the Network and [founded] the Fund": the date that opens the sentence is of both verbs."""
    before = row.verb_before(clause.index)
    joined = row.kind(row.back(clause.index, "AX")) == "C" and clause.verb.data.form == "finite"
    if before is None or not joined or clause.dates or clause.fronted:
        return
    other = row.clause(before)
    opens = row.kind(row.skip(0)) == "T" or (row.kind(0) == "P" and row.kind(row.skip(1)) == "T")
    told = other.verb.data.form == "finite" and not other.dates and len(other.fronted) == 1
    if opens and told and _same(clause, other) and not any(row.kind(k) in (";", ":") for k in range(clause.index)):
        clause.dates += other.fronted


def _date_of_next(row: Row, clause: Clause) -> None:
    """ "was followed in May 2021 by “Tides”, issued by IOM": what is told of what followed is of that date too."""
    before = row.verb_before(clause.index)
    if before is None or clause.dates or not row.reduced(clause.index):
        return
    if not verb_set("following").isdisjoint(row.items[before].data.lemmas):
        clause.dates += row.clause(before).dates


def _date_of_sitting(row: Row, clause: Clause) -> None:
    """ "held its tenth meeting on 3 May 2020 and adopted the Plan", « s'est réuni le 3 mai 2020 et a adopté … »."""
    before = row.verb_before(clause.index)
    joined = any(row.kind(k) == "C" for k in range(before or 0, clause.index))
    if before is None or not joined or clause.dates or clause.fronted or clause.verb.data.passive:
        return
    other, adopts = row.clause(before), not verb_set("adopting").isdisjoint(clause.verb.data.lemmas)
    held = other.object is not None and any(is_a(one.type, "Meeting") for one in other.object.entities)
    sat = held or not verb_set("gathering").isdisjoint(other.verb.data.lemmas)
    days = [date for date in other.dates or other.fronted if len(date.first) == _DAY and date.last is None]
    if adopts and sat and len(days) == 1 and _same(clause, other):
        clause.dates += days


def _date_of_meeting(row: Row, clause: Clause) -> None:
    """ "adopted at the second plenary session, held on 27 June 2025", « à la quatrième réunion, tenue le 27 juin »."""
    if clause.dates or clause.fronted or verb_set("adopting").isdisjoint(clause.verb.data.lemmas):
        return
    k = next((k for k in range(clause.index + 1, len(row.items)) if row.kind(k) not in "PDAOE"), len(row.items))
    sat = row.kind(k - 1) == "E" and is_a(row.items[k - 1].data.type, "Meeting")
    held = row.kind(k) == "," and row.kind(k + 1) == "V" and "hold" in row.items[k + 1].data.lemmas
    if not sat or not (held or row.kind(k + 1) == "V" and "tenir" in row.items[k + 1].data.lemmas):
        return
    clause.dates += [day for day in row.clause(k + 1).dates if len(day.first) == _DAY and day.last is None]


def _date_of_when(row: Row, clause: Clause) -> None:
    """ "chaired the Network in 2025, when Tunisia joined": then."""
    k = (clause.subject.start if clause.subject is not None else clause.index) - 1
    while row.kind(k) in ("D", "A"):
        k -= 1
    when = row.kind(k) == "S" and row.items[k].word == "when" and row.kind(k - 1) == ","
    if when and row.kind(k - 2) == "T" and not clause.dates:
        date = row.items[k - 2].data  # "from 2019 until 2021, when": in 2021
        clause.dates.append(date if date.last is None else replace(date, first=date.last, last=None))


def _date_of_resolution(row: Row, clause: Clause) -> None:
    """ "resolution 64/293 of 30 July 2010, by which it adopted the Plan", « par laquelle elle a créé le Fonds »: on
    that day.
    """
    start = min(clause.subject.start if clause.subject is not None else clause.index, clause.index)
    k = row.back(start, "DAP")  # "by which"
    relative = k if row.kind(k) == "R" and row.kind(k - 1) == "P" else row.back(start)
    date = relative - 2 - (row.kind(relative - 2) == ",")
    done = clause.verb.data.form == "finite" and not (clause.dates or clause.fronted)
    if not done or row.kind(relative) != "R" or row.kind(relative - 1) != "P" or row.kind(date) != "T":
        return
    printed = row.back(date, "PD")
    if row.kind(printed) == "E" and is_any(row.items[printed].data.type, ("Resolution", "Decision", "Law")):
        clause.dates.append(row.items[date].data)


def _same(clause: Clause, other: Clause) -> bool:
    """Have both clauses one subject?"""
    return clause.subject is not None and other.subject is not None and clause.subject.start == other.subject.start


def _date_of_deposit(row: Row, clause: Clause) -> None:
    """ "ratified the Convention, depositing its instrument on 6 June", « en déposant son instrument le 6 juin »."""
    if clause.dates or clause.fronted or verb_set("joining_treaties").isdisjoint(clause.verb.data.lemmas):
        return
    for k in range(clause.index + 1, len(row.items)):
        if row.kind(k) in (";", ":", "R", "S"):
            return
        if row.kind(k) == "V":
            handed = row.items[k].data.form == "gerund" and not verb_set("depositing").isdisjoint(
                row.items[k].data.lemmas
            )
            clause.dates += row.clause(k).dates if handed else []
            return
