"""What another clause of the sentence tells of something else: its dates and places are not those of a number or of an
operation.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from extract.counting.numbers import Quantity
from extract.counting.roles import word_set
from extract.facts import Entity
from extract.mentions.dates import Date
from extract.syntax.items import has, item_behind
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import data

_LATER = frozenset({"after", "apres", "following", "since", "pursuant"})
_OPENING = 30  # characters before the date that opens a sentence: "In the period from "


def own_part(row: Row, entity: Entity, known: Sequence[Entity], others: Sequence[Quantity]) -> Row:
    """``row`` without what other clauses tell of somebody else than the operation ``entity`` and those ``known`` to
    lead it: "Operation Reef rescued 54 people in Fiji[, and Peru ratified the Protocol in 2002]", "Peru ratified [the
    Protocol in 2002]; Operation Reef rescued …".
    """
    name = next((k for k, item in enumerate(row.items) if item.kind == "E" and item.data == entity), None)
    if name is None:
        return row
    begins = [one for one in _doings(row) if _begins_clause(row, one[2].start) or one[2].start == row.skip(0)]
    starts = [item_behind(row.items, start) for start, _, _ in begins]
    ours = {entity.id, *(one.id for one in known)}
    kept = {*range(len(row.items))}
    for (_, verb, subject), low in zip(begins, starts, strict=True):
        ids, high = _ids(subject), min((start for start in starts if start > low), default=len(row.items))
        own = low <= name < high or not ids or not ids.isdisjoint(ours)
        if own or _of_ours(row, low, high, others):
            continue
        told = low if low > name else item_behind(row.items, verb)
        kept -= {*range(told, high)}
    return row if len(kept) == len(row.items) else Row([row.items[k] for k in sorted(kept)], row.language)


def _of_ours(row: Row, low: int, high: int, others: Sequence[Quantity]) -> bool:
    """Does a clause count something, or speak of "it" or of "the operation"?"""
    start, end = row.items[low].start, row.items[high - 1].end
    deeds = {fold(noun) for noun in data("operations")[row.language]["deeds"]}
    spoken = any(item.kind == "O" or fold(item.word) in deeds for item in row.items[low:high])
    return spoken or any(start <= one.start < end for one in others)


def of_another_clause(row: Row, date: Date, quantity: Quantity) -> bool:
    """ "trained 12 officers with the manual, which it had published in 2022": the date is of the manual."""
    return any(item.kind == "R" and quantity.end <= item.start < date.start for item in row.items)


def of_the_main_clause(row: Row, date: Date, quantity: Quantity) -> bool:
    """ "Funded with [3.6 million euros], the project began in 2019": the amount is of the participle before the comma,
    the date of what is said behind it.
    """
    first = row.skip(0)
    opens = row.kind(first) == "V" and row.reduced(first) and quantity.unit not in ("", "%")
    verb = next((item for item in row.told() if item.start >= quantity.end), None) if opens else None
    return verb is not None and verb.start < date.start


def of_a_plan(row: Row, date: Date, quantity: Quantity) -> bool:
    """ "trained [22 officers], all scheduled for deployment in 2025": the date is of what is to be, behind a comma."""
    behind = [item for item in row.items if quantity.end <= item.start < date.start]
    comma = max((k for k, item in enumerate(behind) if item.kind == ","), default=None)
    return comma is not None and any(has(item, "I") for item in behind[comma:])


def of_another_event(row: Row, index: int, quantity: Quantity) -> bool:
    """ "The course, which followed [a similar one in Lomé in March 2016], was attended by 85 officers": what stands at
    ``index`` is told of another event than the number's.
    """
    told = False
    for k in range(index - 1, -1, -1):
        item = row.items[k]
        if item.kind == "R" or item.kind in (",", ";", ":", "#", "(") or quantity.start <= item.start < quantity.end:
            return told and item.kind == "R"
        told = told or (item.kind != "V" and fold(item.word) in word_set(row.language, "another"))
    return False


def of_cause(row: Row, index: int) -> bool:
    """ "After the earthquake in [Haiti], the Group trained 40 judges": where that was which came before."""
    k = index - 1
    while k >= 0 and row.kind(k) in ("P", "D", "W", "J", "N") and row.items[k].data not in _LATER:
        k -= 1
    led = row.kind(k) == "P" and index - k > 2
    return led and all(item.kind in ("A", "W", ",") for item in row.items[:k]) and row.kind(index + 1) == ","


def begins_part(row: Row, index: int) -> bool:
    """ "400 victims were rescued, [including at least 60] in Togo", « , [dont 60] au Togo »: a part of the whole."""
    item, k = row.items[index], index + 1
    while row.kind(k) != "#" and k < len(row.items) and fold(row.items[k].word) in _qualifying(row.language):
        k += 1
    of_them = item.kind == "R" and (
        item.word == "dont" or (row.kind(index - 1) == "P" and row.items[index - 1].data == "of")
    )
    return row.kind(k) == "#" and (item.data == "including" or of_them)


@cache
def _qualifying(language: str) -> frozenset[str]:
    return frozenset(word for phrase in data("quantities")[language]["qualifiers"] for word in fold(phrase).split(" "))


def of_a_part(row: Row, index: int, quantity: Quantity) -> bool:
    """Does what stands at ``index`` belong to a part that begins behind the number?"""
    between = (k for k, item in enumerate(row.items[:index]) if item.start >= quantity.end)
    return any(begins_part(row, k) and not _is_closed(row, k, index) for k in between)


def _is_closed(row: Row, part: int, index: int) -> bool:
    """ "removed 58 workers, among them 13 children[,] from a farm in [Sinaloa]": does a comma end the part before?"""
    count = next((k for k in range(part, index) if row.kind(k) == "#"), index)
    close = next((k for k in range(count, index) if row.kind(k) == ","), index)
    return close < index and row.kind(close + 1) in ("P", "B", "H", "V")


def of_named(row: Row, date: Date, quantity: Quantity) -> bool:
    """ "178 States are parties, the latest being Nepal, which acceded to it in 2020": the date is of whom the relative
    names; but "freed 30 people, who went home in 2020".
    """
    for k, item in enumerate(row.items):
        if item.kind == "R" and quantity.end <= item.start < date.start:
            before = row.back(k, ",P")
            closed = any(one.kind == "," for one in row.items[k:] if one.start < date.start)
            them = any(one.word == "them" for one in row.items[k:] if one.start < date.start)
            thing = row.kind(before) == "E" and row.items[before].data.type not in ("ActorGroup", "Operation")
            return thing and not closed and not them
    return False


def inserted(row: Row, date: Date, quantity: Quantity) -> bool:
    """ "The Campaign, which Mexico joined in 2010, reaches 30 countries", "Since its creation in 2010, the Fund has
    paid $6 million": the date stands in a relative clause or behind "since" before the number.
    """
    at = next((k for k, item in enumerate(row.items) if item.kind == "T" and item.start == date.start), None)
    if at is None or date.start >= quantity.start:
        return False
    close = next((k for k in range(at, len(row.items)) if row.kind(k) in (",", "V")), len(row.items))
    if row.kind(close) != "," or row.items[close].start >= quantity.start:
        return False
    led = next((k for k in range(at - 1, -1, -1) if row.kind(k) in (",", "R", ";", ":")), 0)
    since = row.kind(0) == "P" and row.items[0].data == "since" and led == 0
    if row.kind(led) != "R" or row.kind(row.back(led, "P")) != ",":
        return since
    before = row.items[row.back(led, "P,")]
    if before.kind != "E" or before.data.type in ("Operation", "Meeting"):
        return since  # not so of "the course, which was held in 2016, was attended by 85"
    return since or row.kind(row.skip(led + 1)) == "E" or before.data.type == "Person"


def told_apart(row: Row, date: Date, quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """ "IOM teaches 30 sailors, and Peru ratified the Protocol in 2002": the date is of a clause behind the number
    with a subject and a verb of its own, which counts nothing, or begins behind a comma: ", and Togo gave 2 million".
    """
    for start, verb, subject in _doings(row):
        own = any(item.kind == "V" and item.data.form == "finite" for item in row.items[: subject.start])
        if own and start >= quantity.end and verb <= date.start and _begins_clause(row, subject.start):
            counts = any(start <= other.start < date.start for other in others)
            return not counts or _is_parted(row, subject.start)
    return False


def told_of_the_next(row: Row, date: Date, quantity: Quantity) -> bool:
    """ "held three rounds and, in July 2023, it launched the fourth": the date opens a clause behind the number."""
    if any(one is date for clause in row.clauses() for one in clause.dates):
        return False  # « avoir versé 1,2 million d'euros, en 2024, au Fonds, que l'ONUDC administre »
    opened = (clause for clause in row.clauses() if any(one is date for one in clause.fronted))
    subjects = [clause.subject for clause in opened if clause.subject is not None]
    return date.start >= quantity.end and any(row.items[one.start].start >= date.end for one in subjects)


def _is_parted(row: Row, index: int) -> bool:
    """ ", and Sweden gave", "; Sweden gave": is the clause of the phrase at ``index`` told apart by a mark?"""
    while row.kind(index - 1) in ("D", "A", "W"):
        index -= 1
    return row.kind(index - 1) == ";" or (row.kind(index - 1), row.kind(index - 2)) == ("C", ",")


def told_before(row: Row, date: Date, quantity: Quantity) -> bool:
    """ "Peru ratified the Protocol in 2002; IOM teaches 30 sailors": the date is of the clause before the semicolon,
    the number is of what somebody else does behind it. Not so of "In 2002, …" and of "…; 30 sailors attended".
    """
    mark = next((item.start for item in row.items if item.kind == ";" and date.end <= item.start), quantity.start)
    told = {one for _, verb, subject in _doings(row) if verb <= date.start for one in _ids(subject)}
    behind = [_ids(subject) for start, _, subject in _doings(row) if mark < start < quantity.start]
    return bool(told) and behind != [] and bool(behind[-1]) and told.isdisjoint(behind[-1])


def contrasted(row: Row, index: int, quantity: Quantity) -> bool:
    """ "126 were trained in May 2022, while IOM trained [410]": the date before "while" is of the other clause, unless
    it opens the sentence.
    """
    opens = row.items[index].start - row.items[0].start < _OPENING
    behind = (item for item in row.items[index + 1 :] if item.start < quantity.start)
    contrast = data("quantities")[row.language]["contrast"]
    return not opens and any(item.kind == "S" and item.word in contrast for item in behind)


def _doings(row: Row) -> list[tuple[int, int, Phrase]]:
    """The clauses of ``row`` that have a subject and a finite verb: where the subject begins, where the verb ends; none
    of the participle that opens "Funded by Norway, which gave 2 million in 2021, the Fund …".
    """
    fronted = row.kind(0) == "V" and row.reduced(0)
    finite = (clause for clause in row.clauses() if clause.verb.data.form == "finite" and (clause.index or not fronted))
    told = ((clause.subject, clause.verb) for clause in finite)
    return [(row.items[subject.start].start, verb.end, subject) for subject, verb in told if subject is not None]


def _ids(subject: Phrase) -> set[str]:
    return {entity.id for entity in subject.entities}


def _begins_clause(row: Row, index: int) -> bool:
    """Does a clause of its own begin with the phrase at ``index``: "; Peru", "and Peru", ", while the Board"?"""
    while row.kind(index - 1) in ("D", "A"):
        index -= 1
    return row.kind(index - 1) in (",", ";", "C") or (row.kind(index - 1), row.kind(index - 2)) == ("S", ",")
