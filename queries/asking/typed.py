"""What a fact may answer by the types of its roles alone, where the grammar of the question tells no role: the only
State that a sentence speaks of, beside those that the question names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from queries.asking.asked import Asked
from queries.asking.parts import Phrase
from queries.asking.told import Told
from queries.asking.wants import Want
from queries.values import Node, text_of

if TYPE_CHECKING:
    from queries.asking.passages import Search

Question = tuple[str, tuple[Asked, ...]]  # a kind of fact, and the columns that are asked for
Options = Callable[[Told], Iterator[tuple[tuple[Asked, ...], Sequence[Want]]]]

_TYPED = ("time", "place")  # what question words ask for by themselves
_PLACES = ("Place", "State")
_GROUPS = ("ActorGroup",)
_YEAR = re.compile(r"(?:19|20)\d\d")


def by_type(search: Search) -> Options:
    """What a question may ask of a fact whose kind no word of the question speaks against."""
    kinds = kinds_by_type(search)
    phrases = search.sentence.asked

    def options(told: Told) -> Iterator[tuple[tuple[Asked, ...], Sequence[Want]]]:
        if told.kind not in kinds:
            return
        columns = [_column(search, told, phrase) for phrase in phrases]
        asked = tuple(column for column in columns if column is not None)
        if asked and len(asked) == len(columns) == len({a.column for a in asked}):
            yield asked, search.wanted

    return options


def kinds_by_type(search: Search) -> set[str]:
    """The kinds of fact that no word of the question speaks against, where it asks for what has a type."""
    phrases = search.sentence.asked
    if not phrases or not all(p.ask in _TYPED or (p.ask == "thing" and p.types) for p in phrases):
        return set()
    called = [{search.vocabulary.frames[n]["kind"] for n, _, _ in cue.calls} for cue in search.sentence.cues]
    understood = {reading.kind for reading, _ in search.loose}
    return {kind for kind in search.vocabulary.kinds if kind not in understood and all(kind in of for of in called)}


def alone(search: Search, found: Mapping[Question, Sequence[Told]]) -> dict[Question, Sequence[Told]]:
    """The facts beside whose values their sentences speak of nothing else that might be the answer, or whose names
    alone say all that is wanted: "Toolkit for Journalists"."""
    return {
        question: facts
        for question, facts in found.items()
        if all(_is_all(search, facts, a) for a in question[1]) or all(_names_all(search, told) for told in facts)
    }


def _column(search: Search, told: Told, phrase: Phrase) -> Asked | None:
    """The only column of a fact that has what a phrase asks for."""
    kind = search.vocabulary.kinds[told.kind]
    values = told.row.values
    if phrase.ask == "time":
        return Asked(kind["time"][0]) if kind["time"] and values.get(kind["time"][0]) is not None else None
    types = _PLACES if phrase.ask == "place" else tuple(t for t, _ in phrase.types if phrase.ask == "thing")
    found = [role for role in kind["types"] if types and _is_open(search, values.get(role), types)]
    nouns = tuple(noun for _, noun in phrase.types if noun is not None)
    return Asked(found[0], types, nouns) if len(found) == 1 else None


def _is_open(search: Search, value: object, types: Sequence[str]) -> bool:
    return isinstance(value, Node) and value.iri not in search.named and search.is_a(value.iri, types)


def _names_all(search: Search, told: Told) -> bool:
    return all(map(told.names, search.wanted))


def _is_all(search: Search, facts: Sequence[Told], asked: Asked) -> bool:
    values = [told.row.values.get(asked.column) for told in facts]
    said = [sentence for told in facts for sentence in told.said]
    if not asked.types:
        years = {year for value in values for year in _YEAR.findall(text_of(value))}
        return len({text_of(value) for value in values}) == 1 and all(
            word in years for sentence in said for word in sentence.text.split() if _YEAR.fullmatch(word)
        )
    known = search.named | {value.iri for value in values if isinstance(value, Node)}
    others = {iri for sentence in said for iri in sentence.things} - known
    return not any(search.is_a(iri, asked.types) and not search.is_a(iri, _GROUPS) for iri in others)
