"""Whether a fact says all that a question wants: itself, in what else is told of the same thing, or in the sentences
before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from graph import iris
from graph.index import fold
from queries.asking.answer import within
from queries.asking.forms import stands_in
from queries.asking.loosely import owners
from queries.asking.parts import Sentence
from queries.asking.places import OF_ACTIONS
from queries.asking.told import Said, Told
from queries.asking.understanding import Reading
from queries.asking.wants import Want, Wants
from queries.asking.words import Vocabulary
from queries.values import Node, text_of

if TYPE_CHECKING:
    from graph.store import Store

_NEAR = 2  # wants that the fact itself must say, where the sentences before say as many
_MONTH = len("2018-07")
_ACTORS = ("Actor",)
_LANDS = ("State", "Region")
_WHERE = ("in", "to", "at")  # « au Sénégal » may be "to"


class Saying:
    """Tells what facts lack of what one question wants."""

    def __init__(self, store: Store, vocabulary: Vocabulary, sentence: Sentence, wants: Wants) -> None:
        self.store, self.vocabulary, self.wants = store, vocabulary, wants
        self.sentence = _of_place(sentence)
        self.wanted = wants.all
        self.named = {iri for want in self.wanted for iri in want.iris}
        owning = owners(sentence)
        self.owning = {iri for phrase in owning for name in phrase.names for iri in name.iris}
        self._types: dict[str, list[str]] = {}

    @cached_property
    def facts(self) -> list[Told]:
        """The facts that may answer."""
        raise NotImplementedError

    def is_a(self, iri: str, types: Sequence[str]) -> bool:
        if iri not in self._types:
            self._types[iri] = [type_ for _, type_ in self.store.types_of([iri])]
        return any(self.vocabulary.is_a(type_, types) for type_ in self._types[iri])

    def lacks(self, told: Told, wanted: Sequence[Want]) -> list[Want]:
        """What is wanted that neither the fact says, nor what is told of the same thing, nor the sentences before."""
        about = self._about(told)
        if not self._is_in_time([told, *about]):
            return self.wanted
        others = [want for want in wanted if self._is_another(told, want)]
        others += [want for want in wanted if self._is_his_own(want) and not told.says(want)]
        far = self._far(told, wanted)
        missing = [want for want in far if not self._is_said_before(told, want)]
        near, things = len(self.wanted) - len(far), [want for want in far if not self._owns(want)]
        return [*others, *missing] or (far if near < min(_NEAR, len(things)) else [])

    @cached_property
    def _asks_who(self) -> bool:
        return any(phrase.ask == "actor" for phrase in self.sentence.asked)

    def _is_his_own(self, want: Want) -> bool:
        """ "who hosts the hotline of the Programme": what somebody does, and with what, the sentence about him says."""
        return self._asks_who and (want.calls or (bool(self.owning) and not want.iris))

    def _far(self, told: Told, wanted: Sequence[Want]) -> list[Want]:
        """What is wanted that neither the fact nor its sentence says, nor what is told of the same thing."""
        about = (told, *self._about(told))
        return [want for want in wanted if not any(fact.says(want) for fact in about)]

    def _about(self, told: Told) -> list[Told]:
        """Other facts of the same thing: who led a programme, beside where it is."""
        hubs = {kind: self.vocabulary.kinds[kind]["key"][0][0] for kind in self.vocabulary.content["described"]}
        thing = told.row.values.get(hubs[told.kind]) if told.kind in hubs else None
        if not isinstance(thing, Node):
            return []
        others = [other for other in self.facts if other is not told and other.kind in hubs]
        return [other for other in others if other.row.values.get(hubs[other.kind]) == thing]

    def _is_another(self, told: Told, want: Want) -> bool:
        """Whether something else plays the role that is for what is named: Fiji has ratified, and not Japan."""
        if told.nodes & set(want.iris) or self._owns(want):
            return False
        if told.kind in OF_ACTIONS and any(sentence.speaks_of(want) for sentence in told.said):
            return False  # what is asked for may be about others
        if want.loose and stands_in(told.labels, fold(want.text).split()):
            return False
        where = self._is_where(want)
        if where and self._is_of_several(told):
            return True
        return any(
            isinstance(value := told.row.values.get(role), Node)
            and value.iri not in self.named
            and not any(is_meeting_of(iri, value.iri) for iri in want.iris)
            and any(self.is_a(iri, admitted) for iri in want.iris)
            and not (where and not self.is_a(value.iri, _LANDS))  # "in Thies", asked of Senegal
            for role, admitted in self.vocabulary.kinds[told.kind]["types"].items()
        )

    def _is_of_several(self, told: Told) -> bool:
        """Whether a number without a place of its own stands in a sentence that speaks of another land than the
        question: 28 arrests "in Albania and North Macedonia"."""
        kind = self.vocabulary.kinds[told.kind]
        others = {iri for s in told.said for iri in s.things if self.is_a(iri, _LANDS)} - self.named
        return bool(kind["value"]) and told.row.values.get(kind["place"] or "") is None and bool(others)

    @cached_property
    def lands(self) -> frozenset[str]:
        """The States and regions that the question names as places: "in Senegal", « au Sénégal »."""
        named = [name for phrase in self.sentence.phrases if phrase.prep in _WHERE for name in phrase.names]
        return frozenset(iri for name in named for iri in name.iris if self.is_a(iri, _LANDS))

    def _is_where(self, want: Want) -> bool:
        """Whether what is wanted is where something is or was."""
        return not self.lands.isdisjoint(want.iris)

    def _owns(self, want: Want) -> bool:
        """ "the UNODC questionnaire": whether it only tells whose another thing is."""
        return bool(want.iris) and self.owning.issuperset(want.iris)

    def _is_said_before(self, told: Told, want: Want) -> bool:
        """Whether the sentences before say it; of an actor, where the sentence itself speaks of no other."""
        if self._is_where(want) and told.kind not in OF_ACTIONS:
            return any(self._is_set_in(sentence, told.heads, want) for sentence in told.said)
        if (
            told.kind in OF_ACTIONS
            or self._is_state(want)
            or any(self.is_a(iri, _ACTORS) for iri in want.iris)
            and not self._owns(want)
            and any(
                self.is_a(iri, _ACTORS) and not self.is_a(iri, ("ActorGroup",)) for s in told.said for iri in s.things
            )
        ):
            return False
        heads = () if want.calls else told.heads  # what a fact says was done, no title says
        return any(before.speaks_of(want) for sentence in told.said for before in sentence.before) or any(
            head.speaks_of(want) for head in heads
        )

    def _is_state(self, want: Want) -> bool:
        """ "the Government": another may be spoken of in each sentence."""
        found = self.vocabulary.meanings(fold(want.text), self.sentence.language)
        return any(m.cls == "type" and m.data[0] == "State" for m in found)

    def _is_set_in(self, sentence: Said, heads: Sequence[Said], want: Want) -> bool:
        """Whether the nearest sentence that speaks of a land, or else the head of the document, has what is wanted."""
        for said in (sentence, *reversed(sentence.before)):
            if lands := {iri for iri in said.things if self.is_a(iri, _LANDS)}:
                return not lands.isdisjoint(want.iris)
        return any(head.speaks_of(want) for head in heads)

    def _is_in_time(self, about: Sequence[Told]) -> bool:
        """Whether the fact, or where it has no date another of the same thing, is in the times of the question."""
        for told in about if self.sentence.times else ():
            columns = self.vocabulary.kinds[told.kind]["time"]
            if columns and told.row.values.get(columns[0]) is not None:
                probe = Reading(told.kind, {}, (), {})
                told_on = text_of(told.row.values.get(columns[0])).partition("/")[0]
                if any(
                    t.first == t.last and len(told_on) < min(len(t.first or ""), _MONTH) for t in self.sentence.times
                ):
                    return False  # "in April 2018": of 2018 as a whole nothing is asked
                if self.vocabulary.kinds[told.kind]["value"] and not self._is_inside(told, columns[0]):
                    return False
                return all(within(self.vocabulary, probe, told.row, time) for time in self.sentence.times)
        said = about[0].said if self.sentence.times else ()
        return all(
            t.first is not None and t.first == t.last and _is_in_year(t.first, said) for t in self.sentence.times
        )

    def _is_inside(self, told: Told, column: str) -> bool:
        """Whether the period of a number goes beyond no span of the question: what was counted from 2015 to 2019 is no
        number of those "between August 2016 and August 2018"."""
        first, _, last = text_of(told.row.values.get(column)).partition("/")
        spans = [t for t in self.sentence.times if last and t.first != t.last]
        return all(first >= (t.first or "") and last <= f"{t.last or ''}~" for t in spans)


def is_meeting_of(thing: str, body: str) -> bool:
    """Whether a thing is a meeting of a body that the authority files or a document name."""
    return thing.startswith(f"{body.replace(iris.ID, f'{iris.ID}meeting/', 1)}/")


def _of_place(sentence: Sentence) -> Sentence:
    """The question without the "where" behind places that are asked for: "countries where it operates"."""
    places = [p for p in sentence.asked if p.ask != "place" and {type_ for type_, _ in p.types} & {"State", "Place"}]
    phrases = [p for p in sentence.phrases if p.ask != "place" or not places]
    return replace(sentence, phrases=phrases)


def _is_in_year(date: str, said: Sequence[Said]) -> bool:
    """Whether sentences name the year of a date; they do not tell what was so on a day."""
    return len(date) <= _MONTH and any(date[:4] in sentence.text.split() for sentence in said)
