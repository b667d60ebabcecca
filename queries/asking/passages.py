"""Facts by their sentences: where no reading of a question has an answer, a fact answers whose sentence, with those
before it in the paragraph and what else is told of the same thing, holds every word of the question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from graph import iris
from graph.index import fold
from queries.asking.answer import within
from queries.asking.asked import Asked
from queries.asking.certain import before_number, behind_number, is_whole
from queries.asking.forms import stands_in
from queries.asking.loosely import loosely, owners
from queries.asking.names import Name
from queries.asking.parts import BY_NUMBER, Phrase, Sentence
from queries.asking.places import OF_ACTIONS
from queries.asking.told import Said, Told, told_like
from queries.asking.typed import Options, Question, alone, by_type, kinds_by_type
from queries.asking.understanding import Reading, Stated
from queries.asking.wants import Want, Wants
from queries.asking.words import Segment, Token, Vocabulary
from queries.rows import Row
from queries.values import Node, Value, text_of

if TYPE_CHECKING:
    from graph.store import Store

_MODES = ("list", "yes")
_NEAR = 2  # wants that the fact itself must say, where the sentences before say as many
_BEHIND = 3  # segments: a preposition, an article, and what they stand behind
_ASIDE = ("mentions", "citations", "documents")  # kinds that say nothing of what a sentence says
_MONTH = len("2018-07")
_LEAST = 2  # wants of a question that is answered so
_ACTORS = ("Actor",)
_LANDS = ("State", "Region")
_WHERE = ("in", "to", "at")  # « au Sénégal » may be "to"


def by_sentences(
    store: Store, vocabulary: Vocabulary, words: Sequence[Token], segments: Sequence[Segment], sentence: Sentence
) -> list[Reading]:
    """The reading of a question by the sentences that hold all of its words; none where facts answer differently."""
    return Search(store, vocabulary, sentence, Wants(store, vocabulary, words, segments, sentence)).readings()


class Search:
    """Looks for the facts whose sentences hold what one question wants."""

    def __init__(self, store: Store, vocabulary: Vocabulary, sentence: Sentence, wants: Wants) -> None:
        self.store, self.vocabulary, self.wants = store, vocabulary, wants
        self.sentence = _of_place(sentence)
        self.wanted = wants.all()
        self.named = {iri for want in self.wanted for iri in want.iris}
        owning = (*owners(sentence), *_owners_of_words(sentence))
        self.owning = {iri for phrase in owning for name in phrase.names for iri in name.iris}
        self._types: dict[str, list[str]] = {}

    def readings(self) -> list[Reading]:
        """The reading of the facts that answer, none where they are none or disagree."""
        sentence = self.sentence
        nameless = {phrase.at + 1 for phrase in sentence.asked if phrase.ask == "thing" and not phrase.types}
        if self._is_narrowed or any(at in nameless for at, _ in sentence.unknown):
            return []  # « quelle *femme* préside »: no sentence says that the answer is one
        if len(self.wanted) + len(self.counted) < _LEAST or not (sentence.asked or "yes" in sentence.flags):
            return []
        return self._decided(self._found(self.options)) or self._decided(alone(self, self._found(by_type(self))))

    def _found(self, options: Options) -> dict[Question, list[Told]]:
        """The facts that say all that is wanted, by what they may be asked."""
        found: dict[Question, list[Told]] = {}
        for told in self.facts:
            for asked, wanted in options(told):
                if not self.lacks(told, wanted):
                    found.setdefault((told.kind, asked), []).append(told)
                    break
        return found

    @cached_property
    def counted(self) -> list[Phrase]:
        """What the question wants to know the number of."""
        return [phrase for phrase in self.sentence.asked if phrase.ask in ("count", "amount", "share")]

    @property
    def _is_narrowed(self) -> bool:
        """Whether the question says more of the answer than a sentence can: "the current chair", "who was chair before
        Ms. Diallo", "which African States", "besides IOM"."""
        asked = self.sentence
        preps = [*(prep for _, prep in asked.preps), *(phrase.prep for phrase in asked.phrases)]
        picked = asked.excluded or asked.among or asked.compared or asked.many or asked.regions or asked.columns
        now = asked.order in ("now", *BY_NUMBER)
        return bool(picked or asked.successions or now or any(prep in ("before", "after") for prep in preps))

    @cached_property
    def facts(self) -> list[Told]:
        """The facts of the passages that hold most of what is wanted, of the kinds that may answer."""
        return told_like(self.store, self.wanted, self._kinds(), self.sentence.language)

    def _kinds(self) -> list[str]:
        """The kinds of fact that the question may ask, and those that tell more of the same things."""
        asked = {reading.kind for reading, _ in self.loose} | ({"figures"} if self.counted else set())
        asked |= kinds_by_type(self)
        described = self.vocabulary.content["described"]
        asked |= set() if asked.isdisjoint(described) else set(described)
        return [kind for kind in self.vocabulary.kinds if kind in asked and kind not in _ASIDE]

    # -- what is asked -------------------------------------------------------------------------------------------------

    @cached_property
    def loose(self) -> list[tuple[Reading, frozenset[str]]]:
        """What the grammar of the question asks of each kind of fact."""
        return loosely(self.vocabulary, self.sentence)

    def options(self, told: Told) -> Iterator[tuple[tuple[Asked, ...], Sequence[Want]]]:
        """What the question may ask of a fact, and what remains wanted, that the grammar has no place for."""
        for reading, cues in self.loose:
            if reading.kind == told.kind and reading.mode in _MODES and self._fits(told, reading):
                meant = all(self._is_concept(told.row.values.get(c), c, ways) for c, ways in reading.fixed.items())
                if meant or told.kind in OF_ACTIONS:  # "urge" is said of what « engage » too
                    yield reading.asked, [want for want in self.wanted if want.text not in cues or not meant]
        alone = told.kind == "figures" and len(self.counted) == len(self.sentence.asked) == 1
        if alone and self._counts(told, self.counted[0]):
            yield (Asked("value"),), self.wanted

    def _fits(self, told: Told, reading: Reading) -> bool:
        """Whether a fact has what is asked for, and each role is played by what the question names in it."""
        values = told.row.values
        if reading.mode == "yes" and (not reading.roles or reading.present):
            return False  # who holds a post now, all that is told of it together tells
        return (
            all(self._answers(values.get(asked.column), asked) for asked in reading.asked)
            and all(self._is_counted(told, asked.column) for asked in reading.asked)
            and all(self._plays(told, role, names) for role, names in reading.roles.items())
            and all(self._is_called(values.get(role), ways) for role, ways in reading.called)
        )

    def _answers(self, value: Value, asked: Asked) -> bool:
        if not isinstance(value, Node):
            return value is not None
        if any(" " in w.text and w.calls and stands_in(fold(value.label), w.text.split()) for w in self.wanted):
            return False  # "what did the Special Rapporteur recommend": she is no answer
        if value.iri in self.named or {want.text for want in self.wanted if want.text.isdigit()} & set(
            fold(value.label).split()
        ):
            return False
        return not asked.types or self.is_a(value.iri, asked.types)

    def _is_counted(self, told: Told, column: str) -> bool:
        """Whether a number of a fact counts what the question wants to know the number of."""
        kind = self.vocabulary.kinds[told.kind]
        if column not in kind["value"]:
            return True
        if self._is_told_elsewhere(told, column):
            return False
        if any(phrase.ask != "count" for phrase in self.counted) and "currency" not in kind["columns"]:
            return False
        counted = self.vocabulary.content["counted"].get(told.kind, {}).get(column, ())
        said = fold(" ".join([*counted, *(text_of(told.row.values.get(c)) for c in kind["text"])]))
        return all(noun.said_in(said) for phrase in self.counted for noun in self._nouns(phrase))

    def _is_told_elsewhere(self, told: Told, column: str) -> bool:
        """Whether a number that is asked of one place is told of others too: 142 arrests in Albania and Austria."""
        kind = self.vocabulary.kinds[told.kind]
        where, hub = kind["place"], kind["key"][0][0]
        if _key(told.row, where or "") not in self.named:
            return False
        same = [f for f in self.facts if f.kind == told.kind and _key(f.row, hub) == _key(told.row, hub)]
        return any(
            _key(f.row, column) == _key(told.row, column) and _key(f.row, where) not in ("", *self.named) for f in same
        )

    def _is_concept(self, value: Value, column: str, ways: Sequence[str]) -> bool:
        return isinstance(value, Node) and value.iri in [iris.concept(column, way) for way in ways]

    def _is_called(self, value: Value, ways: Sequence[str]) -> bool:
        names = self.store.names_of([value.iri]) if isinstance(value, Node) else ()
        return any(stands_in(name, way.split()) for _, _, name in names for way in ways)

    def _plays(self, told: Told, role: str, names: Sequence[Name]) -> bool:
        """Whether a thing named plays a role, in another fact of the same thing where this one leaves it open."""
        known = {iri for name in names for iri in name.iris}
        value = told.row.values.get(role)
        others = [other.row.values.get(role) for other in self._about(told)] if value is None else [value]
        if any(isinstance(other, Node) and other.iri in known for other in others):
            return True
        loose = [want for want in self.wanted if want.loose and want.text in [name.text for name in names]]
        return isinstance(value, Node) and any(self._is_called(value, [fold(want.text)]) for want in loose)

    def is_a(self, iri: str, types: Sequence[str]) -> bool:
        if iri not in self._types:
            self._types[iri] = [type_ for _, type_ in self.store.types_of([iri])]
        return any(self.vocabulary.is_a(type_, types) for type_ in self._types[iri])

    def _counts(self, told: Told, phrase: Phrase) -> bool:
        """Whether a figure counts what is asked for, beyond doubt: its words stand in what it counts, before it, or
        right behind it."""
        row = told.row
        nouns = self._nouns(phrase)
        bare = phrase.ask == "count" and not nouns  # « combien la collecte a-t-elle rapporté »
        unit = {"amount": "amount", "share": "share"}.get("amount" if bare else str(phrase.ask), "")
        if _unit(row) != unit or is_whole(row, self.vocabulary.content["whole"]["of"]):
            return False
        texts = self.vocabulary.kinds["figures"]["text"]
        counted = fold(" ".join(text_of(row.values.get(c)) for c in texts))
        around = [*before_number(row), *behind_number(row)]

        def near(want: Want) -> bool:
            return any(want.said_in(text) for text in (counted, *around))

        sure = any(noun.said_in(counted) for noun in nouns) if nouns else bool(unit)
        return sure and all(map(near, nouns)) and all(near(want) for want in self.wanted if want.calls)

    def _nouns(self, phrase: Phrase) -> list[Want]:
        return [self.wants.of_word(text) for text in (*(ways[0] for ways in phrase.topics), phrase.noun) if text]

    # -- whether all is said -------------------------------------------------------------------------------------------

    def lacks(self, told: Told, wanted: Sequence[Want]) -> list[Want]:
        """What is wanted that neither the fact says, nor what is told of the same thing, nor the sentences before."""
        about = self._about(told)
        if not self._is_in_time([told, *about]):
            return list(wanted)
        others = [want for want in wanted if self._is_another(told, want)]
        far = [want for want in wanted if not any(fact.says(want) for fact in (told, *about))]
        missing = [want for want in far if not self._is_said_before(told, want)]
        near = len(self.wanted) - len(far)
        return [*others, *missing] or (far if near < min(_NEAR, len(far)) else [])

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
        if want.loose and stands_in(told.labels, fold(want.text).split()):
            return False
        where = self._is_where(want)
        if where and self._is_of_several(told):
            return True
        return any(
            isinstance(value := told.row.values.get(role), Node)
            and value.iri not in self.named
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
        return any(before.speaks_of(want) for sentence in told.said for before in sentence.before) or any(
            head.speaks_of(want) for head in told.heads
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
                return all(within(self.vocabulary, probe, told.row, time) for time in self.sentence.times)
        said = about[0].said if self.sentence.times else ()
        return all(
            t.first is not None and t.first == t.last and _is_in_year(t.first, said) for t in self.sentence.times
        )

    # -- decision ------------------------------------------------------------------------------------------------------

    def _nearest(self, question: Question, facts: Sequence[Told]) -> Sequence[Told]:
        """Of facts that tell several numbers those that say most themselves: what IOM did, and not its fund."""
        kind, asked = question
        if not any(a.column in self.vocabulary.kinds[kind]["value"] for a in asked):
            return facts
        own = [sum(bool(f.nodes & set(w.iris)) or w.said_in(f.labels) for w in self.wanted) for f in facts]
        return [fact for fact, said in zip(facts, own, strict=True) if said == max(own)]

    def _decided(self, found: Mapping[Question, Sequence[Told]]) -> list[Reading]:
        found = {question: self._nearest(question, facts) for question, facts in found.items()}
        answers = {
            frozenset(tuple(_key(told.row, a.column) for a in asked) for told in facts)
            for (_, asked), facts in found.items()
        }
        if len(answers) != 1:
            return []
        (kind, asked), facts = next(iter(found.items()))
        stated = tuple(
            Stated(e.passage, e.start, tuple((a.column, told.row.values.get(a.column)) for a in asked))
            for told in facts
            for e in told.row.evidence
        )
        mode = "list" if asked else "yes"
        said = tuple(dict.fromkeys(want.text for want in self.wanted))
        facts_ = tuple(dict.fromkeys(stated))
        return [Reading(kind, {}, asked, {}, mode=mode, stated=facts_, said=said, noted="by_sentence", score=1.0)]


def _of_place(sentence: Sentence) -> Sentence:
    """The question without the "where" behind places that are asked for: "countries where it operates"."""
    places = [p for p in sentence.asked if p.ask != "place" and {type_ for type_, _ in p.types} & {"State", "Place"}]
    phrases = [p for p in sentence.phrases if p.ask != "place" or not places]
    return replace(sentence, phrases=phrases)


def _owners_of_words(sentence: Sentence) -> list[Phrase]:
    """The names behind words that are not understood, and "of": « la note verbale de l'ONUDC »."""
    unknown = {at for at, _ in sentence.unknown}
    return [p for p in sentence.named if p.prep == "of" and not unknown.isdisjoint(range(p.at - _BEHIND, p.at))]


def _is_in_year(date: str, said: Sequence[Said]) -> bool:
    """Whether sentences name the year of a date; they do not tell what was so on a day."""
    return len(date) <= _MONTH and any(date[:4] in sentence.text.split() for sentence in said)


def _unit(row: Row) -> str:
    unit = text_of(row.values.get("unit"))
    return "share" if unit == "%" else "amount" if len(unit) == 3 and unit.isupper() else ""


def _key(row: Row, column: str) -> str:
    value = row.values.get(column)
    return value.iri if isinstance(value, Node) else text_of(value)
