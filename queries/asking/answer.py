"""From the rows of a reading to the answer: distinct values with the evidence of each, in the order of the query."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from graph.index import fold
from queries.asking.asked import Asked
from queries.asking.certain import certain, counts, holds
from queries.asking.extremes import furthest
from queries.asking.forms import stands_in
from queries.asking.holders import holding, said_beyond
from queries.asking.names import Name
from queries.asking.owners import by_organs
from queries.asking.sparql import query_of, sparql
from queries.asking.succession import beyond
from queries.asking.times import Time
from queries.asking.understanding import Reading
from queries.asking.words import Vocabulary
from queries.rows import Row, gathered
from queries.values import Evidence, Node, Value, json_of, text_of

if TYPE_CHECKING:
    from graph.store import Store

MEASURED = re.compile(r"[A-Z]{3}|%")  # units without which a number says nothing
_TWO = 2  # things between which one can be the largest


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: what was asked for, what else tells it apart (a year, the other party), and its evidence."""

    value: Value
    detail: tuple[Value, ...]
    evidence: tuple[Evidence, ...]
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a question came to. Where ``answers`` is empty ``missing`` says what is known and what is not."""

    question: str
    language: str
    answers: tuple[Answer, ...] = ()
    mode: str = "list"  # list, count, yes, about, path
    query: str | None = None
    sparql: str | None = None
    understood: tuple[str, ...] = ()
    missing: str = ""
    notes: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    reading: Reading | None = field(default=None, compare=False)
    text: str | None = None  # a page, where that is the answer
    marks: tuple[str, ...] = ()  # names and words that decide, to be marked in the sentences

    def json(self) -> dict[str, object]:
        """The outcome as DESIGN.md fixes it for ``--format json``."""
        evidence = list(dict.fromkeys(e for a in self.answers for e in a.evidence))
        found: dict[str, object] = {
            "question": self.question,
            "language": self.language,
            "answers": [_answer_json(a) for a in self.answers],
            "evidence": [e.json() for e in evidence],
            "query": self.query,
            "sparql": self.sparql,
        }
        if self.missing:
            found["missing"] = self.missing
        if self.others:
            found["other_readings"] = list(self.others)
        return found


def _answer_json(answer: Answer) -> dict[str, object]:
    value = json_of(answer.value)
    return value if isinstance(value, dict) else {"value": value}


Found = dict[str, list[Row]]  # SPARQL that was run -> its rows


def rows_of(
    store: Store, vocabulary: Vocabulary, reading: Reading, language: str, known: Found | None = None
) -> tuple[list[Row], str]:
    """The rows that fit a reading, and the SPARQL that found them; what is ``known`` is not run again."""
    text = sparql(store, vocabulary, reading)
    known = {} if known is None else known
    if text not in known:
        known[text] = gathered(store, query_of(reading), store.select(text), language=language)
    rows = known[text]
    if reading.kind == "figures" and not reading.stated:
        rows = certain(store, rows, reading, vocabulary.content["whole"]["of"])
    rows = _sums(vocabulary, reading, rows)
    if reading.kind in vocabulary.content["counted"] and reading.topics:
        rows = [r for r in rows if all(counts(r, a.column, reading.topics) for a in reading.asked)]
    rows = _counted(vocabulary, reading, rows) if reading.counted else _without_parts(vocabulary, reading, rows)
    if reading.than is not None:
        asked = tuple(Asked(a.column) for a in reading.asked)
        every, _ = rows_of(
            store, vocabulary, replace(reading, than=None, times=(), regions=(), asked=asked), language, known
        )
        rows = beyond(vocabulary, reading, rows, every) or said_beyond(store, vocabulary, reading, rows, every)
    rows = by_organs(store, vocabulary, reading, _so_called(reading, rows), language)
    if reading.present:
        rows = _at_present(store, vocabulary, reading, rows, known)
    rows = _told_of_the_place(store, vocabulary, reading, rows, known)
    return (furthest(rows, vocabulary, reading) if reading.order is not None else rows), text


def _told_of_the_place(
    store: Store, vocabulary: Vocabulary, reading: Reading, rows: list[Row], known: Found
) -> list[Row]:
    """The rows without numbers that a fact tells of other places as well: of 142 arrests in Albania and North Macedonia
    nobody knows how many there were in Albania."""
    kind = vocabulary.kinds[reading.kind]
    where, values = kind["place"], [a.column for a in reading.asked if a.column in kind["value"]]
    if where not in reading.roles or not values or not rows:
        return rows
    roles = {role: names for role, names in reading.roles.items() if role != where}
    if not roles:
        return rows
    everywhere, _ = rows_of(store, vocabulary, replace(reading, roles=roles), "en", known)
    (hub, *_), *_ = kind["key"]

    def elsewhere(row: Row) -> bool:
        told = [(_key(row.values.get(hub)), text_of(row.values.get(value))) for value in values]
        same = [r for r in everywhere if [(_key(r.values.get(hub)), text_of(r.values.get(v))) for v in values] == told]
        return len({_key(r.values.get(where)) for r in same}) > len(reading.roles[where])

    return [row for row in rows if not elsewhere(row)]


def _so_called(reading: Reading, rows: list[Row]) -> list[Row]:
    """Of "which handbook" those that are called so, where some are: a guide is one too, where none is."""
    for asked in reading.asked if reading.mode == "list" else ():
        nouns = [fold(noun) for noun in asked.named]
        called = [
            row for row in rows if any(stands_in(fold(text_of(row.values.get(asked.column))), [n]) for n in nouns)
        ]
        rows = called or rows
    return rows


def _at_present(store: Store, vocabulary: Vocabulary, reading: Reading, rows: list[Row], known: Found) -> list[Row]:
    """The rows of those who hold the post now; whether somebody named does, all who have held it tell."""
    holder = vocabulary.content["holders"][reading.kind]
    if holder not in reading.roles:
        return holding(store, vocabulary, reading, rows)
    roles = {role: names for role, names in reading.roles.items() if role != holder}
    if not rows or not roles:
        return rows
    anybody = replace(reading, roles=roles, asked=(Asked(holder),), mode="list")
    every, _ = rows_of(store, vocabulary, anybody, "en", known)
    now = {_key(row.values.get(holder)) for row in every}
    return [row for row in rows if _key(row.values.get(holder)) in now]


def short_for(reading: Reading, rows: Sequence[Row]) -> list[tuple[Name, tuple[str, ...]]]:
    """Each name of which only a part was typed and that many bear, with those of them that the rows speak of."""
    found = []
    for role, names in reading.roles.items():
        values = {v.iri for r in rows if isinstance(v := r.values.get(role), Node)}
        several = [(n, tuple(i for i in n.iris if i in values)) for n in names if n.part and len(n.iris) > 1]
        found += [(name, meant) for name, meant in several if meant]
    return found


def _counted(vocabulary: Vocabulary, reading: Reading, rows: Sequence[Row]) -> list[Row]:
    """Of several numbers in one sentence those that count what is asked for: of "310 officials: 190 immigration
    officers and 120 customs officers" one has all its words, or has them as they were typed."""

    def said(row: Row, *, typed: bool) -> bool:
        text = fold(" ".join(text_of(row.values.get(column)) for column in vocabulary.kinds[reading.kind]["text"]))
        return all(holds(text, ways[:1] if typed else ways) for ways in reading.counted)

    nouns = [ways for ways in reading.counted if ways in reading.topics]
    found = [row for row in rows if len(nouns) < _TWO or said(row, typed=False)]
    exact = {evidence for row in found if said(row, typed=True) for evidence in row.evidence}
    return [row for row in found if said(row, typed=True) or exact.isdisjoint(row.evidence)]


def _without_parts(vocabulary: Vocabulary, reading: Reading, rows: list[Row]) -> list[Row]:
    """Of "310 officials: 190 immigration officers and 120 customs officers", where the question says of nobody in
    particular how many there were, the first: it is the sum of the others in its sentence. So is the number of an
    operation of those that a table has for each country."""
    kind = vocabulary.kinds[reading.kind]
    (column, *others) = [a.column for a in reading.asked] or [""]
    if others or reading.topics or column not in kind["value"]:
        return rows
    hub = kind["key"][0][0] if kind["place"] not in (None, *reading.roles) else ""
    parts: set[int] = set()
    for row in rows:
        beside = [other for other in rows if other is not row and _is_beside(kind, row, other, hub)]
        if len(beside) >= _TWO and _number(row, column) == sum(_number(other, column) for other in beside):
            parts.update(map(id, beside))
    return [row for row in rows if id(row) not in parts]


def _is_beside(kind: Mapping[str, Any], row: Row, other: Row, hub: str) -> bool:
    """Whether two numbers stand in one sentence, or are of the same thing and of different places."""
    if kind["text"]:
        return set(other.evidence) == set(row.evidence)
    thing = row.values.get(hub)
    same = isinstance(thing, Node) and thing == other.values.get(hub)
    return same and row.values.get(kind["place"]) != other.values.get(kind["place"])


def _number(row: Row, column: str) -> float:
    return float(text_of(row.values.get(column)) or 0)


def _sums(vocabulary: Vocabulary, reading: Reading, rows: list[Row]) -> list[Row]:
    """Of amounts of which the question leaves open who gave them those that are sums, where there are some."""
    role = vocabulary.content["totals"].get(reading.kind)
    asked = [a.column for a in reading.asked]
    if role is None or role in reading.roles or not reading.roles or asked != vocabulary.kinds[reading.kind]["value"]:
        return rows
    return [row for row in rows if row.values.get(role) is None] or rows


def answers(vocabulary: Vocabulary, reading: Reading, rows: Sequence[Row]) -> tuple[Answer, ...]:
    """The answers that the rows give to what is asked."""
    rows = _together(reading, rows) or ([] if reading.together else list(rows))
    if reading.mode == "yes":
        return _yes(vocabulary, reading, rows)
    columns = dict.fromkeys(asked.column for asked in reading.asked)
    found = tuple(a for column in columns for a in _values(vocabulary, reading, column, rows))
    if reading.many is not None and reading.mode == "list" and len(found) != reading.many:
        return ()  # "which two countries": of three, two are not known
    if reading.mode == "count" and found:
        evidence = tuple(dict.fromkeys(e for a in found for e in a.evidence))
        counted = tuple(a.value for a in found)
        return (Answer(len(found), counted, evidence, tuple(rows)),)
    return found


def _together(reading: Reading, rows: Sequence[Row]) -> list[Row]:
    """Rows whose answer stands beside every thing that the question names in a role."""
    column = reading.asked[0].column if reading.asked else None
    several = [(role, names) for role, names in reading.roles.items() if len(names) > 1]
    kept = list(rows)
    for role, names in several:
        groups = [
            {_key(r.values.get(column or "")) for r in rows if _is_one(r.values.get(role), n.iris)} for n in names
        ]
        common = set.intersection(*groups)
        kept = [r for r in kept if _key(r.values.get(column or "")) in common]
    return kept


def _is_one(value: Value, iris: Iterable[str]) -> bool:
    return isinstance(value, Node) and value.iri in set(iris)


def _key(value: Value) -> object:
    return value.iri if isinstance(value, Node) else value


def within(vocabulary: Vocabulary, reading: Reading, row: Row, time: Time) -> bool:
    """Whether the date of a row lies in a time, or its period overlaps it."""
    columns = reading.columns_of_time(vocabulary)
    if not columns:
        return True  # the query has tested when the event was
    start = str(row.values.get(columns[0]))
    end = str(row.values.get(columns[-1]) or start)
    first, last = start.partition("/")[0], end.rpartition("/")[2]
    after = time.first is None or last[: len(time.first.rstrip("~"))] >= time.first.rstrip("~")[: len(last)]
    return after and (time.last is None or first[: len(time.last)] <= time.last)


def _yes(vocabulary: Vocabulary, reading: Reading, rows: Sequence[Row]) -> tuple[Answer, ...]:
    """Yes, where the rows hold every thing that is named."""
    for role, names in reading.roles.items():
        for name in names:
            if not reading.rows_speak(role) and not any(_is_one(r.values.get(role), name.iris) for r in rows):
                return ()
    if not rows or not all(any(within(vocabulary, reading, r, t) for r in rows) for t in reading.times):
        return ()
    evidence = tuple(dict.fromkeys(e for r in rows for e in r.evidence))
    return (Answer("yes", (), evidence, tuple(rows)),)


def _values(vocabulary: Vocabulary, reading: Reading, column: str, rows: Sequence[Row]) -> list[Answer]:
    groups: dict[object, Answer] = {}
    details = _detail_columns(vocabulary, reading, column, rows)
    numbered = {e.document.iri for row in rows for e in row.evidence if e.paragraph is not None}
    for row in rows:
        for value, evidence in _value(vocabulary, reading, column, row):
            if value is None or (column == "paragraph" and _key(value) in numbered):  # a summary has no number
                continue
            known = groups.get(_key(value))
            detail = tuple(row.values.get(d) for d in details)
            if known is None:
                groups[_key(value)] = Answer(value, detail, tuple(evidence), (row,))
            else:
                both = tuple(dict.fromkeys((*known.evidence, *evidence)))
                extra = tuple(d for d in detail if d is not None and _key(d) not in map(_key, known.detail))
                groups[_key(value)] = replace(
                    known, evidence=both, rows=(*known.rows, row), detail=(*known.detail, *extra)
                )
    return list(groups.values())


def _value(vocabulary: Vocabulary, reading: Reading, column: str, row: Row) -> list[tuple[Value, Sequence[Evidence]]]:
    """The values of a column in a row: of a period both ends, of the evidence each paragraph or document."""
    if column == "paragraph":  # of a page without numbers the document says where
        return [(e.document if e.paragraph is None else e.paragraph, [e]) for e in row.evidence]
    if column == "document" and "document" not in vocabulary.kinds[reading.kind]["columns"]:
        return [(e.document, [e]) for e in row.evidence]
    times = vocabulary.kinds[reading.kind]["time"]
    value = row.values.get(column)
    if column == times[:1][0] if times else False:
        end = row.values.get(times[1]) if len(times) > 1 else None
        if value is not None and end is not None and end != value:
            return [(f"{value}/{end}", row.evidence)]
    return [(value, row.evidence)]


def _detail_columns(vocabulary: Vocabulary, reading: Reading, column: str, rows: Sequence[Row]) -> list[str]:
    """Columns that tell rows apart which the question leaves open: the year, and roles where several were named."""
    kind = vocabulary.kinds[reading.kind]
    asked = {a.column for a in reading.asked}
    found = [role for role, names in reading.roles.items() if len(names) > 1 and role != column]
    for time in kind["time"][:1]:
        values = {r.values.get(time) for r in rows}
        if time not in asked and column != time and (len(values - {None}) > 1 or not reading.times):
            found.append(time)
    if column in kind["value"] and "currency" in kind["columns"]:
        found.insert(0, "currency")
    if column in kind["value"] and any(MEASURED.fullmatch(text_of(row.values.get("unit"))) for row in rows):
        found.insert(0, "unit")  # "22,000 (USD)", "70 (%)"
    if not reading.roles and not reading.topics:
        found += [r for r in _key_roles(kind) if r != column and r not in asked and r not in found]
    return found


def _key_roles(kind: Mapping[str, object]) -> list[str]:
    groups = kind["key"]
    assert isinstance(groups, list)
    return [role for group in groups for role in group][:2]


def labels(values: Iterable[Value]) -> list[str]:
    """Values in words."""
    return [text_of(v) for v in values if v is not None]
