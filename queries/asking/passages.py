"""Facts by their sentences: where no reading of a question has an answer, a fact answers whose sentence, with those
before it in the paragraph and what else is told of the same thing, holds every word of the question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from graph import iris
from graph.index import fold
from queries.asking.asked import Asked
from queries.asking.certain import before_number, behind_number, is_whole
from queries.asking.forms import stands_in
from queries.asking.loosely import loosely
from queries.asking.names import Name
from queries.asking.owners import is_of_organ
from queries.asking.parts import BY_NUMBER, Phrase, Sentence
from queries.asking.places import OF_ACTIONS
from queries.asking.saying import Saying, is_meeting_of
from queries.asking.told import Told, told_like
from queries.asking.typed import Options, Question, alone, by_type, kinds_by_type
from queries.asking.understanding import Reading, Stated
from queries.asking.wants import Want, Wants
from queries.asking.words import Vocabulary
from queries.rows import Row
from queries.values import Node, Value, text_of

if TYPE_CHECKING:
    from graph.store import Store

_MODES = ("list", "yes")
_ASIDE = ("mentions", "citations", "documents")  # kinds that say nothing of what a sentence says
_MOST_STATED = 120  # facts that answer one question
_DAY = ("day", "jour")
_YEAR = re.compile(r"\d{4}")
_AND = re.compile(r"\b(?:and|et)\b")
_LEAST = 2  # wants of a question that is answered so


def by_sentences(store: Store, vocabulary: Vocabulary, sentence: Sentence, wants: Wants) -> list[Reading]:
    """The reading of a question by the sentences that hold all of its words; none where facts answer differently."""
    return Search(store, vocabulary, sentence, wants).readings()


class Search(Saying):
    """Looks for the facts whose sentences hold what one question wants."""

    def readings(self) -> list[Reading]:
        """The reading of the facts that answer, none where they are none or disagree."""
        sentence = self.sentence
        nameless = {phrase.at + 1 for phrase in sentence.asked if phrase.ask == "thing" and not phrase.types}
        if self._is_narrowed or any(at in nameless for at, _ in sentence.unknown):
            return []  # « quelle *femme* préside »: no sentence says that the answer is one
        said = len(self.wanted) + len(self.counted) + len(sentence.columns)  # "objective 10" says as much as a word
        if said < _LEAST or not (sentence.asked or "yes" in sentence.flags):
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
        return {question: self._nearest(question, facts) for question, facts in found.items()}

    def _nearest(self, question: Question, facts: list[Told]) -> list[Told]:
        """Of the numbers of a passage those of which most is said in their sentences, and by themselves: what IOM did,
        and not its fund; of things that bear titles those whose names say most: "which publication is about conflict".
        """
        kind, asked = question
        columns, described = {column.column for column in asked}, kind in self.vocabulary.content["described"]
        counts = not columns.isdisjoint(self.vocabulary.kinds[kind]["value"])
        if kind in OF_ACTIONS and not columns & {"action", "paragraph"}:
            return self._told_to(facts)
        if not counts and not (described and self.vocabulary.kinds[kind]["key"][0][0] in columns):
            return facts

        def rank(told: Told) -> tuple[int, int, int]:
            wanted = [want for want in self.wanted if counts or not want.calls]
            typed = sum(stands_in(told.labels, fold(want.text).split()) for want in wanted)
            return -len(self._far(told, self.wanted)) if counts else 0, sum(map(told.names, wanted)), typed

        best = max(map(rank, facts))
        return [told for told in facts if rank(told) == best]

    def _told_to(self, facts: list[Told]) -> list[Told]:
        """Of those who are asked to do different things those who are to do most of what the question says."""

        def rank(told: Told) -> int:
            action = fold(text_of(told.row.values.get("action")))
            return sum(want.said_in(action) for want in self.wanted)

        best = max(map(rank, facts))
        return [told for told in facts if rank(told) == best]

    @cached_property
    def counted(self) -> list[Phrase]:
        """What the question wants to know the number of."""
        return [phrase for phrase in self.sentence.asked if phrase.ask in ("count", "amount", "share")]

    @property
    def _is_narrowed(self) -> bool:
        """Whether the question says more of the answer than a sentence can: "the current chair", "who was chair before
        Ms. Diallo", "besides IOM", "which African agencies"; of States the authority files know it."""
        asked = self.sentence
        preps = [*(prep for _, prep in asked.preps), *(phrase.prep for phrase in asked.phrases)]
        picked = asked.excluded or asked.among or asked.compared or (asked.regions and not asked.asks_for_lands)
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
            if reading.kind == told.kind and self._may_answer(reading) and self._fits(told, reading):
                meant = all(self._is_concept(told.row.values.get(c), c, ways) for c, ways in reading.fixed.items())
                if meant or told.kind in OF_ACTIONS:  # "urge" is said of what « engage » too
                    spoken = [
                        n.text for role, names in reading.roles.items() if reading.rows_speak(role) for n in names
                    ]
                    wanted = [want for want in self.wanted if not (want.iris and want.text in spoken)]
                    yield reading.asked, [want for want in wanted if want.text not in cues or not meant]
        alone = told.kind == "figures" and len(self.counted) == len(self.sentence.asked) == 1
        if alone and self._counts(told, self.counted[0]):
            yield (Asked("value"),), self.wanted

    def _may_answer(self, reading: Reading) -> bool:
        """Whether sentences tell what a reading asks: how many there are, where they name no more than all."""
        return reading.mode in _MODES or reading.kind not in self.vocabulary.content["some"]

    def _fits(self, told: Told, reading: Reading) -> bool:
        """Whether a fact has what is asked for, and each role is played by what the question names in it."""
        values = told.row.values
        if reading.mode == "yes" and (not reading.roles or reading.present):
            return False  # who holds a post now, all that is told of it together tells
        return (
            all(self._answers(values.get(asked.column), asked) for asked in reading.asked)
            and all(self._is_counted(told, asked.column) for asked in reading.asked)
            and all(
                self._plays(told, role, names) or (reading.rows_speak(role) and self._is_of(values.get(role), names))
                for role, names in reading.roles.items()
            )
            and all(self._is_called(values.get(role), ways) for role, ways in reading.called)
            and all(self._is_at(told, column, value) for column, value in self.sentence.columns)
        )

    def _is_at(self, told: Told, column: str, value: str) -> bool:
        """ "objective 10", "paragraph 38": whether a fact has the label there, or stands there."""
        places = [e.paragraph for e in told.row.evidence] if column == "paragraph" else [told.row.values.get(column)]
        return value in map(text_of, places)

    def _answers(self, value: Value, asked: Asked) -> bool:
        if not isinstance(value, Node):
            return value is not None and not (self._asks_for_day and _YEAR.fullmatch(text_of(value)))
        if any(" " in w.text and w.calls and stands_in(fold(value.label), w.text.split()) for w in self.wanted):
            return False  # "what did the Special Rapporteur recommend": she is no answer
        if self._asks_who and any(" " in w.text and w.said_in(fold(value.label)) for w in self.wanted):
            return False  # « qui l'a nommée présidente du groupe d'experts »: not the expert group
        if value.iri in self.named or {want.text for want in self.wanted if want.text.isdigit()} & set(
            fold(value.label).split()
        ):
            return False
        return not asked.types or self.is_a(value.iri, asked.types) or is_of_organ(self.vocabulary, value.iri, asked)

    @cached_property
    def _asks_for_day(self) -> bool:
        """ "on what day": of a year nothing is asked."""
        asking = [s for s in self.wants.segments if s.all("ask")]
        return any(word.folded in _DAY for s in asking for word in self.wants.words[s.first : s.last])

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
        known = {iri for name in names for iri in self.wants.meant(name)}
        value = told.row.values.get(role)
        others = [other.row.values.get(role) for other in self._about(told)] if value is None else [value]
        if any(isinstance(o, Node) and (o.iri in known or any(is_meeting_of(i, o.iri) for i in known)) for o in others):
            return True  # who chaired its second meeting: the sentence has to name that
        loose = [want for want in self.wanted if want.loose and want.text in [name.text for name in names]]
        return isinstance(value, Node) and any(self._is_called(value, [fold(want.text)]) for want in loose)

    def _is_of(self, value: Value, names: Sequence[Name]) -> bool:
        """Whether a text is one of the resolutions of what is named: the Security Council asks what S/RES/2388 does."""
        organs = {iri for name in names for iri in name.iris}
        begun = tuple(begun for begun, organ in self.vocabulary.series.items() if organ in organs)
        return isinstance(value, Node) and value.iri.startswith(begun)

    def _counts(self, told: Told, phrase: Phrase) -> bool:
        """Whether a figure counts what is asked for, beyond doubt: its words stand in what it counts, before it, or
        right behind it."""
        row = told.row
        nouns = self._nouns(phrase)
        bare = phrase.ask == "count" and not nouns  # « combien la collecte a-t-elle rapporté »
        if bare and self.sentence.counts_posts(phrase):
            return False  # "how many donors"
        unit = {"amount": "amount", "share": "share"}.get("amount" if bare else str(phrase.ask), "")
        if _unit(row) != unit or is_whole(row, self.vocabulary.content["whole"]["of"]):
            return False
        words = self._written(row)
        known = {want.text for want in self.wanted if want.text.isdigit()}  # "of the 181 countries"
        before = before_number(row, words)
        behind = behind_number(row, words, self._numbers, known)
        own = any(noun.said_in(text) for noun in nouns for text in behind)  # "402 in 2024" leaves noun and verb out

        def near(want: Want) -> bool:
            led = map(self._leading, before) if want.calls and own else before
            return any(want.said_in(text) for text in (_counted(row), *behind, *led))

        sure = any(noun.said_in(_counted(row)) for noun in nouns) if nouns else bool(unit)
        verbs = [want for want in self.wanted if want.calls]
        return sure and all(map(near, nouns)) and (all(map(near, verbs)) or self._is_only(told, nouns, verbs))

    def _leading(self, before: str) -> str:
        """The words before a number that may speak of it: not "94 victims were rescued and" before 14 traffickers."""
        other = self._numbers.search(before)
        return before if other is None else f"{before[: other.start()]} {_AND.split(before)[-1]}"

    @cached_property
    def _numbers(self) -> re.Pattern[str]:
        """A number in digits, or written out."""
        return re.compile(rf"\d+|(?<!pour )(?<!per )\b(?:{'|'.join(sorted(self.vocabulary.numerals))})\b")

    def _written(self, row: Row) -> list[str]:
        """The words that write out the number of a figure."""
        value = text_of(row.values.get("value"))
        return self.vocabulary.cardinals(int(value)) if value.isdigit() else []

    def _is_only(self, told: Told, nouns: Sequence[Want], verbs: Sequence[Want]) -> bool:
        """Whether a figure's sentence says the verbs wherever, and reports no other figure."""
        places = {(e.passage, e.start) for e in told.row.evidence}
        others = [f.row for f in self.facts if f.kind == "figures" and f is not told]
        alone = not any((e.passage, e.start) in places for row in others for e in row.evidence)
        return bool(nouns) and alone and all(verb.said_in(s.affirmed) for verb in verbs for s in told.said)

    def _nouns(self, phrase: Phrase) -> list[Want]:
        counted = [self.wants.of_word(ways[0], ways) for ways in phrase.topics]
        kinds = {self.vocabulary.frames[n]["kind"] for n in phrase.hint}
        hinted = phrase.ask == "count" and not counted and kinds.isdisjoint(self.vocabulary.content["some"])
        held = [cue.text for cue in self.sentence.cues if kinds and cue.at == phrase.at + 1]  # "how many languages"
        said = [phrase.noun] if phrase.noun else held if hinted else []
        return [*counted, *map(self.wants.of_word, said)]

    # -- decision ------------------------------------------------------------------------------------------------------

    def _decided(self, found: Mapping[Question, Sequence[Told]]) -> list[Reading]:
        answers = {
            frozenset(tuple(_key(told.row, a.column) for a in asked) for told in facts)
            for (_, asked), facts in found.items()
        }
        if len(answers) != 1:
            return []
        (kind, asked), facts = next(iter(found.items()))
        if not self._is_of_one(kind, asked, facts):
            return []
        stated = tuple(
            Stated(e.passage, e.start, tuple((a.column, told.row.values.get(a.column)) for a in asked))
            for told in facts
            for e in told.row.evidence
        )
        counts = [a.column for a in asked if self.counted and a.column not in self.vocabulary.kinds[kind]["value"]]
        if counts and not self._name_all(facts):
            return []
        mode = "count" if counts else "list" if asked else "yes"
        said = tuple(dict.fromkeys(want.text for want in self.wanted))
        facts_ = tuple(dict.fromkeys(stated))
        if len(facts_) > _MOST_STATED:
            return []
        told = Reading(kind, {}, asked, {}, mode=mode, stated=facts_, said=said, noted="by_sentence", score=1.0)
        return [
            told if kind == "figures" else replace(told, many=self.sentence.many, regions=tuple(self.sentence.regions))
        ]

    def _name_all(self, facts: Sequence[Told]) -> bool:
        """Whether one sentence tells all these facts, and names no more than it says there are: not "among them"."""
        said = {sentence.text for told in facts for sentence in told.said}
        part = self.vocabulary.content["whole"]["part"]
        return len(said) == 1 and not any(f" {way} " in f" {text} " for way in part for text in said)

    def _is_of_one(self, kind: str, asked: Sequence[Asked], facts: Sequence[Told]) -> bool:
        """Whether the dates that are asked for are one, or those of one thing, "in which years": "since when" asks of
        no two; and one number alone counts what is asked."""
        values = {_key(told.row, "value") for told in facts}
        if kind == "figures" and (
            len(values) > 1 or len({e for told in facts for e in told.row.evidence}) < len(facts)
        ):
            return False
        times = [a.column for a in asked if a.column in self.vocabulary.kinds[kind]["time"]]
        things = {_key(told.row, self.vocabulary.kinds[kind]["key"][0][0]) for told in facts}
        several = any(phrase.plural for phrase in self.sentence.asked)
        same = all(len({_key(told.row, column) for told in facts}) == 1 for column in times)
        return same or (several and len(things) == 1)


def _counted(row: Row) -> str:
    """What a figure says that it counts."""
    return fold(" ".join(text_of(row.values.get(column)) for column in ("subject", "measure", "unit")))


def _unit(row: Row) -> str:
    unit = text_of(row.values.get("unit"))
    return "share" if unit == "%" else "amount" if len(unit) == 3 and unit.isupper() else ""


def _key(row: Row, column: str) -> str:
    value = row.values.get(column)
    return value.iri if isinstance(value, Node) else text_of(value)
