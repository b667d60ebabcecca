"""What else is told with an answer: "who founded it, *and when*", "how many cases, *and from how many countries*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.index import fold
from ontology.questions import folded
from queries.asking.answer import Outcome
from queries.asking.asked import Asked
from queries.asking.forms import stands_in
from queries.asking.parts import Phrase, Sentence
from queries.asking.told import figures_of
from queries.asking.understanding import Reading, Stated
from queries.asking.words import Vocabulary
from queries.rows import Row
from queries.values import text_of

if TYPE_CHECKING:
    from graph.store import Store

_PLACES = {"Place", "State", "City", "Region"}


def bare(sentence: Sentence) -> Phrase | None:
    """What a question asks for that says nothing else: "on what date", "in how many activities"."""
    said = sentence.named or sentence.cues or sentence.refused or sentence.times or sentence.weak
    if len(sentence.asked) != 1 or said or (sentence.unknown and sentence.asked[0].ask != "count"):
        return None
    words = tuple((folded(text),) for _, text in sentence.unknown)  # "of technical assistance": of what is counted
    return replace(sentence.asked[0], topics=(*sentence.asked[0].topics, *words))


def also(store: Store, vocabulary: Vocabulary, outcome: Outcome, asked: Phrase) -> Reading | None:
    """The reading by which the very facts that answer tell when, where, or how many; None where they do not."""
    rows = [row for answer in outcome.answers for row in answer.rows]
    kind = vocabulary.kinds.get(outcome.query or "", {})
    types = {type_ for type_, _ in asked.types}
    if asked.ask == "count":
        return _counted(store, vocabulary, rows, asked)
    if asked.ask == "time" or "Date" in types:
        return _of_column(str(outcome.query), rows, next(iter(kind["time"]), None))
    where = asked.ask == "place" or types & _PLACES
    return _of_column(str(outcome.query), rows, kind["place"]) if where else None


def _of_column(kind: str, rows: Sequence[Row], column: str | None) -> Reading | None:
    told = [row for row in rows if column is not None and row.values.get(column) is not None]
    return _reading(kind, str(column), told) if told and len(told) == len(rows) else None


def _counted(store: Store, vocabulary: Vocabulary, rows: Sequence[Row], asked: Phrase) -> Reading | None:
    """The only number of what is asked in the sentences that answer, or else in their paragraphs."""
    nouns = [*asked.topics, *([vocabulary.ways(fold(asked.noun))] if asked.noun else [])]
    places = {(e.passage, e.start) for row in rows for e in row.evidence}
    every = figures_of(store, sorted({passage for passage, _ in places}))
    known = {text_of(value) for row in rows for value in row.values.values()}
    counted = [
        r for r in every if nouns and all(_counts(r, n) for n in nouns) and text_of(r.values["value"]) not in known
    ]
    near = [row for row in counted if any((e.passage, e.start) in places for e in row.evidence)]
    found = near or counted
    return _reading("figures", "value", found) if len({text_of(r.values["value"]) for r in found}) == 1 else None


def _counts(row: Row, noun: Sequence[str]) -> bool:
    measure = fold(text_of(row.values.get("measure")))
    return any(stands_in(measure, fold(way).split()) for way in noun)


def _reading(kind: str, column: str, rows: Sequence[Row]) -> Reading:
    return Reading(kind, {}, (Asked(column),), {}, stated=tuple(dict.fromkeys(_stated(rows, column))), score=1.0)


def _stated(rows: Sequence[Row], column: str) -> Iterator[Stated]:
    for row in rows:
        for e in row.evidence:
            yield Stated(e.passage, e.start, ((column, row.values.get(column)),))
