"""Answers a question in English or French from the graph, or says what is known and what is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from ontology.errors import PalermoError
from ontology.questions import folded
from queries.asking import (
    explain,
    memberships,
    names,
    occasions,
    originals,
    other,
    ranges,
    segments,
    several,
    shortened,
    spelling,
    variants,
)
from queries.asking.answer import Answer, Found, Outcome, answers, rows_of, short_for
from queries.asking.called import documents
from queries.asking.fuller import addressed, fuller, lengthened
from queries.asking.holders import as_office, held
from queries.asking.names import Name
from queries.asking.owners import done_through, with_owners
from queries.asking.parts import Sentence
from queries.asking.places import OF_ACTIONS
from queries.asking.reading import readings
from queries.asking.sentence import Parser
from queries.asking.succession import in_succession
from queries.asking.understanding import Reading
from queries.asking.variants import may_be_more, may_not_be_told
from queries.asking.words import Meaning, Segment, Token, Vocabulary, normal, rejoined, reworded, tokens

if TYPE_CHECKING:
    from graph.store import Store

MOST_WORDS = 60
MOST_CHARACTERS = 600
_MOST_READINGS = 8  # that are looked up
_PARTS = 2  # times that names are looked for around what is not understood
_SHORT = 4  # letters: a sentence holds shorter words by chance
NO_NAMES: Mapping[tuple[int, int], Meaning] = MappingProxyType({})
_TIED = 0.3  # readings whose scores differ by less are as good as each other


class QuestionTooLong(PalermoError):
    """A question has more words than one can hold."""

    def __init__(self, words: int) -> None:
        super().__init__(f"A question may have {MOST_WORDS} words; this one has {words}. Ask one thing at a time.")
        self.words = words


@dataclass(frozen=True, slots=True)
class Parsed:
    """A question in parts, and how it was read: spelling that was mended."""

    text: str
    words: tuple[Token, ...]
    segments: tuple[Segment, ...]
    sentence: Sentence
    mended: tuple[tuple[str, str], ...] = ()
    extra: Mapping[tuple[int, int], Meaning] = field(default_factory=dict)  # names of which a part was typed


class Asker:
    """Answers questions on one store; keeps the last one, on which the next may lean."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.vocabulary = Vocabulary(store.questions)
        self.last: Reading | None = None
        self.language: str | None = None
        self._known: Found = {}  # what this question has looked up
        self._alike: dict[str, list[str]] = {}

    def ask(self, question: str, *, follow: bool = False) -> Outcome:
        """The outcome of a question; with ``follow`` it may lean on the one before ("and in 2019?").

        Raises QuestionTooLong.
        """
        self._known, self._alike = {}, {}
        plain = normal(question)
        text = self._spelled(reworded(self.vocabulary, plain))
        words = tokens(text[:MOST_CHARACTERS])
        if len(words) > MOST_WORDS or len(text) > MOST_CHARACTERS:
            raise QuestionTooLong(len(tokens(text[: MOST_CHARACTERS * 20])))
        language = self._spoken(text, words)
        outcome, parsed = self.read(question, text, language, follow=follow)
        if not outcome.answers and (turned := variants.turned(text, parsed.words, parsed.segments)) is not None:
            second, _ = self.read(question, turned, language, follow=follow)
            outcome = second if second.answers else outcome
        if not outcome.answers and self._may_mend(parsed):
            outcome = self._mended(parsed, outcome, language, follow=follow)
        if not outcome.answers and (typed := self._spelled(plain)) != text:
            # "when did IOM release its guidelines": of a work, no document tells
            second, _ = self.read(question, typed, language, follow=follow)
            outcome = second if second.answers else outcome
        if not outcome.answers and parsed.sentence.rough and not parsed.sentence.refused:
            missing = explain.refused(outcome.language, [*parsed.sentence.rough.values()])
            outcome = replace(outcome, missing=missing)
        return self._kept(outcome)

    def _spelled(self, text: str) -> str:
        return ranges.spelled(self.vocabulary, rejoined(self.vocabulary, text))

    def read(self, question: str, text: str, language: str, *, follow: bool) -> tuple[Outcome, Parsed]:
        """The outcome of a question as it is spelt, and how it was read."""
        plain = parsed = self._parse(text, tokens(text), language)
        if (both := several.one_by_one(self, question, plain, language)) is not None:
            return both, plain
        if parsed.sentence.unknown:
            parsed = self._with_parts(parsed, language)
        outcome = self.answer(question, parsed, follow=follow)
        if not outcome.answers and parsed is not plain:  # its words may be those of a fact: "to strengthen inspection"
            said = self.answer(question, plain, follow=follow)
            outcome = said if said.answers else outcome
        joined = parsed
        if not outcome.answers and (
            beside := variants.side_by_side(parsed.segments) | variants.short(parsed.words, parsed.segments)
        ):
            joined = self._with_parts(parsed, language, beside)
            outcome = outcome if joined is parsed else self.answer(question, joined, follow=follow)
        if not outcome.answers:
            parsed, outcome = self._with_longer(question, parsed, outcome, language, follow=follow)
        if not outcome.answers:
            outcome = several.at_once(self, question, plain, language) or outcome
        if not outcome.answers:
            outcome = self._by_text(parsed, outcome)
        if not outcome.answers:
            outcome = self._told(question, [parsed, joined, plain], outcome)
        if not outcome.answers:
            outcome = self._by_sentences(question, [parsed, joined, plain], outcome)
        if not outcome.answers:
            outcome = self._denied(parsed, outcome)
        if not outcome.answers and variants.only_names_what_is_counted(plain.words, plain.segments, plain.sentence):
            outcome = self._counted(question, plain.text, language, outcome)
        return outcome, parsed

    def _counted(self, question: str, text: str, language: str, outcome: Outcome) -> Outcome:
        """The outcome of a question that only names what is counted, with "how many" before it."""
        for spoken, ways in sorted(self.vocabulary.content["counting"].items(), key=lambda way: way[0] != language):
            for way in ways:
                parsed = self.in_full(f"{way} {text}", spoken)
                told = self.answer(question, parsed, follow=False)
                told = told if told.answers else self._by_sentences(question, [parsed], outcome)
                if told.answers and all(isinstance(a.value, int | float) for a in told.answers):
                    return told
        return outcome

    def _denied(self, parsed: Parsed, outcome: Outcome) -> Outcome:
        """The outcome of whether something is so, where a sentence says that it is not."""
        from queries.asking.denials import denied

        sentence = parsed.sentence
        if "yes" not in sentence.flags or sentence.refused or sentence.unknown:
            return outcome
        named = [phrase.names for phrase in sentence.named]
        for reading in readings(self.vocabulary, sentence)[:_MOST_READINGS]:
            order = sorted(reading.roles, key=lambda role: named.index(reading.roles[role]))
            no = denied(self.store, self.vocabulary, reading, order, outcome.language)
            if no is not None:
                marks = explain.marks(self.store, reading)
                return replace(
                    outcome, answers=(no,), mode="yes", query=reading.kind, sparql=None, missing="", marks=marks
                )
        return outcome

    def _mended(self, parsed: Parsed, outcome: Outcome, language: str, *, follow: bool) -> Outcome:
        """The outcome with the spelling of words mended that are not understood."""
        counted = {ways[0] for p in parsed.sentence.asked for ways in p.topics}
        mended = spelling.mended(
            self.store, self.vocabulary, parsed.text, parsed.words, parsed.segments, counted, language
        )
        if mended is None:
            return outcome
        second, again = self.read(outcome.question, mended.text, language, follow=follow)
        notes = (*explain.mended(language, mended.changes), *second.notes)
        return replace(second, notes=notes) if second.answers or not again.sentence.unknown else outcome

    def leaning(self, before: Outcome, sentence: Sentence) -> Outcome | None:
        """The outcome of a question that says only what is other than in the one before: "and who in 2018?"."""
        reading = other.leaning(self.vocabulary, sentence, before.reading) if before.reading is not None else None
        return self.run(replace(before, answers=()), sentence, [reading]) if reading is not None else None

    def in_full(self, text: str, language: str) -> Parsed:
        """A question with the names of which only a part was typed."""
        parsed = self._parse(text, tokens(text), language)
        return self._with_parts(parsed, language) if parsed.sentence.unknown else parsed

    def _by_text(self, parsed: Parsed, outcome: Outcome) -> Outcome:
        """The outcome of "by which resolution", where the sentence of a fact cites it."""
        from queries.asking.texts import by_text

        found = [] if parsed.sentence.refused else by_text(self.store, self.vocabulary, parsed.sentence)
        told = self.answered(replace(outcome, missing=""), found[0]) if found else outcome
        return told if told.answers else outcome

    def _told(self, question: str, ways: Sequence[Parsed], outcome: Outcome) -> Outcome:
        """The outcome of the first way of reading a question by which the sentence of a fact holds all of its words
        that are not understood: « la réunion *tenue en marge* du sommet »."""
        for parsed in ways:
            sentence = replace(parsed.sentence, told=True)
            strange = any(not n.known for p in sentence.named for n in p.names)
            counted = any(p.topics for p in sentence.asked)  # "how many magistrates": no row is one of them
            names_ = any(not text.islower() or len(text) < _SHORT for _, text in sentence.unknown)
            if sentence.refused or strange or counted or names_ or "yes" in sentence.flags:
                continue
            found = readings(self.vocabulary, sentence)
            if any(r.told for r in found):
                base = Outcome(question, sentence.language, notes=explain.mended(sentence.language, parsed.mended))
                told = self.run(base, sentence, [r for r in found if r.told])
                if told.answers:
                    return told
        return outcome

    def _by_sentences(self, question: str, ways: Sequence[Parsed], outcome: Outcome) -> Outcome:
        """The outcome of the first way of reading a question of which sentences, or a table, hold every word."""
        from queries.asking.mentioned import by_mentions
        from queries.asking.passages import by_sentences
        from queries.asking.tables import in_tables
        from queries.asking.wants import Wants

        for n, parsed in enumerate(ways):
            if parsed.sentence.refused or any((parsed.text, parsed.segments) == (b.text, b.segments) for b in ways[:n]):
                continue
            wants = Wants(self.store, self.vocabulary, parsed.words, parsed.segments, parsed.sentence)
            what = self.store, self.vocabulary, parsed.sentence, wants
            found = by_sentences(*what) or in_tables(*what) or by_mentions(*what)
            if found:
                base = Outcome(question, outcome.language, notes=explain.mended(outcome.language, parsed.mended))
                told = self.answered(base, found[0])
                if told.answers:
                    return told
        return outcome

    def _spoken(self, text: str, words: Sequence[Token]) -> str:
        """The language of the words that name nothing, or, where all do, of the names."""
        named = names.find(self.store, self.vocabulary, text, words)
        inside = {i for first, last in named for i in range(first, last)}
        others = [w for i, w in enumerate(words) if i not in inside]
        bare = " ".join(w.raw for w in others)
        return self.vocabulary.language(others, bare) if others else self.vocabulary.language(words, text)

    def _with_parts(self, parsed: Parsed, language: str, beside: Collection[int] = ()) -> Parsed:
        """The question with names read of which only a part was typed: around words that are not understood, or names
        ``beside`` each other."""
        found: dict[tuple[int, int], Meaning] = {}
        again = parsed
        for _ in range(_PARTS):  # "the board of the Fund": beside the one name the other is not understood
            unknown = {at for at, _ in again.sentence.unknown} | (set() if found else set(beside))
            strange = {at for at, _ in again.sentence.unknown}
            more = fuller(self.store, parsed.text, parsed.words, again.segments, strange) or shortened.partial(
                self.store, self.vocabulary, parsed.text, parsed.words, again.segments, unknown, language
            )
            if not more and self._asks_for_action(again.sentence):
                more = addressed(self.store, parsed.words, again.segments, strange)
            if not more:
                break
            found |= more
            again = self._parse(parsed.text, parsed.words, language, extra=found)
        read = tuple(self._read_as(m.data, language) for m in found.values() if len(m.data.iris) == 1)
        return replace(again, mended=read) if found else parsed

    def _with_longer(
        self, question: str, parsed: Parsed, outcome: Outcome, language: str, *, follow: bool
    ) -> tuple[Parsed, Outcome]:
        """The question and its outcome with names that go on, and documents that are called by what they are."""
        what = self.store, self.vocabulary, parsed.text, parsed.words, parsed.segments
        plain = self._parse(parsed.text, parsed.words, language)
        strange = {at for at, _ in plain.sentence.unknown}
        whose = shortened.partial(*what[:4], plain.segments, strange, language)  # "the board of the fund for victims"
        for found in (documents(*what), lengthened(*what), whose):
            again = self._parse(parsed.text, parsed.words, language, {**parsed.extra, **found}) if found else parsed
            second = self.answer(question, again, follow=follow) if found else outcome
            if found:
                parsed = again
            if second.answers:
                return again, second
        return parsed, outcome

    def _asks_for_action(self, sentence: Sentence) -> bool:
        return any(self.vocabulary.frames[n]["kind"] in OF_ACTIONS for cue in sentence.cues for n, _, _ in cue.calls)

    def _read_as(self, name: Name, language: str) -> tuple[str, str]:
        return name.text, self.store.labels(name.iris, language)[name.iris[0]]

    def _near(self, text: str) -> list[str]:
        """Names like a text, looked for once in a question however often it is read."""
        if text not in self._alike:
            self._alike[text] = list(dict.fromkeys(near.name for near in self.store.near(text, 3)))
        return self._alike[text]

    def _kept(self, outcome: Outcome) -> Outcome:
        if outcome.reading is not None:
            self.last = outcome.reading
            self.language = outcome.language
        return outcome

    def _may_mend(self, parsed: Parsed) -> bool:
        """Whether a word that is not understood, or that is counted and stands in no document, may be misspelt."""
        counted = any(t for p in parsed.sentence.asked for t in p.topics)
        return (bool(parsed.sentence.unknown) or counted) and not parsed.sentence.refused

    def _parse(
        self, text: str, words: Sequence[Token], language: str, extra: Mapping[tuple[int, int], Meaning] = NO_NAMES
    ) -> Parsed:
        found = {**names.find(self.store, self.vocabulary, text, words), **extra}
        cut = segments.cut(self.vocabulary, text, words, found, language)
        sentence = Parser(self.vocabulary, text, words, cut, language).parse()
        sentence.variant = variants.described(words, cut, sentence)
        return Parsed(text, tuple(words), tuple(cut), sentence, extra=extra)

    def answer(self, question: str, parsed: Parsed, *, follow: bool) -> Outcome:
        sentence = parsed.sentence
        base = Outcome(question, sentence.language, notes=explain.mended(sentence.language, parsed.mended))
        strange = [n for p in sentence.named for n in p.names if not n.known]
        if strange:
            return replace(base, missing=explain.unknown_name(self._near, sentence.language, strange[0].text))
        if sentence.refused:
            return replace(base, missing=explain.refused(sentence.language, sentence.refused))
        followed = in_succession(self.vocabulary, sentence)
        if not followed:  # "who followed this?": the word is one of succession, and of nothing else
            strays = [(c.at, c.text) for c in sentence.successions if not c.optional]
            sentence = replace(sentence, unknown=[*sentence.unknown, *strays])
        special = other.special(self.store, self.vocabulary, sentence, base)
        if special is not None:
            return special
        if follow and self.last is not None:
            leaning = other.leaning(self.vocabulary, sentence, self.last)
            if leaning is not None:
                return self.run(replace(base, language=self._tongue(sentence)), sentence, [leaning])
        found = (
            followed
            or readings(self.vocabulary, sentence)
            or readings(self.vocabulary, self._as_meant(sentence))
            or with_owners(self.vocabulary, sentence)
            or done_through(self.vocabulary, sentence)
            or readings(self.vocabulary, variants.with_words(self.vocabulary, sentence))
            or self._described(sentence)
            or self._of_series(sentence)
            or self._by_name(sentence)
            or readings(self.vocabulary, occasions.at_meetings(self.store, self.vocabulary, sentence))
            or other.dated(self.vocabulary, sentence)
            or other.counted(self.vocabulary, sentence)
            or other.listed(self.vocabulary, sentence)
            or held(self.vocabulary, sentence)
            or other.figures(self.vocabulary, sentence)
        )
        if found:
            outcome = originals.in_original(self.store, self.vocabulary, parsed.words, self.run(base, sentence, found))
            some = outcome.mode == "count" and bool(outcome.answers) and may_be_more(self.vocabulary, outcome)
            wanted = (some or not outcome.answers) and found[0].kind != "figures"
            counted = other.figures(self.vocabulary, sentence, strict=True) if wanted else []
            counted = [
                *counted,
                *memberships.by_number(self.store, self.vocabulary, sentence, outcome.reading or found[0]),
            ]
            told = self.run(base, sentence, counted) if counted else outcome
            if told is not outcome and _is_more(told, outcome):
                return told
            some = some or (outcome.mode == "count" and len(told.answers) > 1)  # 183 parties, 184 parties
            if some and (may_not_be_told(self.vocabulary, outcome) or len(told.answers) > 1):
                return replace(outcome, answers=(), missing=explain.named_only(base.language, outcome.answers[0]))
            return outcome
        return other.about(self.store, self.vocabulary, sentence, base) or replace(
            base, missing=explain.not_understood(self.store, self._near, sentence)
        )

    def _described(self, sentence: Sentence) -> list[Reading]:
        return [] if sentence.variant is None else readings(self.vocabulary, sentence.variant)

    def _by_name(self, sentence: Sentence) -> list[Reading]:
        found = variants.by_name(self.vocabulary, sentence)
        return readings(self.vocabulary, found) or (other.listed(self.vocabulary, found) if found.among else [])

    def _of_series(self, sentence: Sentence) -> list[Reading]:
        found = variants.of_series(self.vocabulary, sentence)
        return [] if found is None else readings(self.vocabulary, found) or with_owners(self.vocabulary, found)

    def _as_meant(self, sentence: Sentence) -> Sentence:
        """The question with what may be meant by its names: CEDAW recommends by its committee."""
        return replace(sentence, phrases=[replace(p, names=tuple(map(self._meant, p.names))) for p in sentence.phrases])

    def _meant(self, name: Name) -> Name:
        found = names.meant(self.vocabulary, name)
        if found is None:
            return name
        types = {type_ for _, type_ in self.store.types_of(found.iris)}
        return replace(found, types=names.types_of(found.iris, types))

    def _tongue(self, sentence: Sentence) -> str:
        return sentence.language if sentence.language == "fr" or self.language is None else self.language

    def run(self, base: Outcome, sentence: Sentence, found: Sequence[Reading]) -> Outcome:
        """The outcome of the best reading that has an answer, among those that are as good as the best; else of one
        of another kind, else of one with the longer names that those typed may be short for."""
        best = [r for r in found if r.score >= found[0].score - _TIED][:_MOST_READINGS]
        outcomes: list[Outcome] = []
        tried: list[Reading] = []
        for readings_ in self._in_turn(sentence, found, best):
            for reading in readings_:
                if reading not in tried:
                    tried.append(reading)
                    outcomes.append(self.answered(base, reading))
            if any(o.answers for o in outcomes):
                break
        answered = [o for o in outcomes if o.answers]
        if answered:
            others = tuple(
                dict.fromkeys(o.understood[0] for o in answered[1:] if o.understood != answered[0].understood)
            )
            return replace(answered[0], others=others)
        unsure = next((o for o in outcomes if o.missing), None)
        if unsure is not None:
            return unsure
        missing = explain.missing(self.store, self.vocabulary, best[0], base.language, self._known)
        if sentence.unknown:
            missing = explain.not_understood(self.store, self._near, sentence)
        return replace(outcomes[0], missing=missing)

    def _in_turn(
        self, sentence: Sentence, found: Sequence[Reading], best: Sequence[Reading]
    ) -> Iterator[Iterable[Reading]]:
        """Readings to look up, those of a later turn where none before has an answer."""
        yield best
        yield _of_other_kinds(found, best)
        yield [peer for r in best for peer in other.with_peers(self.vocabulary, r)]
        yield [replace(r, apart=True) for r in best if len(r.asked) > 1]
        yield (r for b in best for r in self._with_longer_names(b))
        yield (r for b in best for r in as_office(self.store, b))
        yield self._described(sentence)
        yield self._of_series(sentence)
        yield [replace(r, asked=tuple(replace(a, loosely=True) for a in r.asked)) for r in best if _names_a_work(r)]
        if not sentence.cues:  # "what is the date of the report A/HRC/62/41"
            yield other.dated(self.vocabulary, sentence)
            yield other.listed(self.vocabulary, sentence)
        if not sentence.owners:
            owned = with_owners(self.vocabulary, sentence)[:_MOST_READINGS]
            yield [*owned, *(r for o in owned for r in self._with_longer_names(o))]

    def answered(self, base: Outcome, reading: Reading) -> Outcome:
        """The outcome of one reading. Where a part of a name was typed, what the facts speak of must be one thing."""
        rows, text = rows_of(self.store, self.vocabulary, reading, base.language, self._known)
        meant = short_for(reading, rows)
        for name, iris in meant:
            if len(set(map(folded, self.store.labels(iris, base.language).values()))) > 1:
                return replace(base, missing=explain.several(self.store, base.language, name, iris))
        read = tuple((name.text, self.store.labels(iris, base.language)[iris[0]]) for name, iris in meant)
        note = explain.noted(base.language, reading.noted) if rows else ()
        unsaid = explain.unsaid(base.language, reading, rows)
        noted = replace(base, notes=(*base.notes, *explain.mended(base.language, read), *note, *unsaid))
        return self._outcome(noted, reading, answers(self.vocabulary, reading, rows), text)

    def _with_longer_names(self, reading: Reading) -> Iterator[Reading]:
        for role, names_ in reading.roles.items():
            found = names.meant(self.vocabulary, names_[0]) if len(names_) == 1 else None
            found = found or (shortened.longer(self.store, self.vocabulary, names_[0]) if len(names_) == 1 else None)
            if found is not None:
                yield replace(reading, roles={**reading.roles, role: (found,)})

    def _outcome(self, base: Outcome, reading: Reading, found: tuple[Answer, ...], text: str) -> Outcome:
        return replace(
            base,
            answers=found,
            mode=reading.mode,
            query=reading.kind,
            sparql=text,
            reading=reading,
            understood=explain.understood(self.store, self.vocabulary, reading, base.language),
            marks=explain.marks(self.store, reading),
        )


def _names_a_work(reading: Reading) -> bool:
    return any(asked.named and "Publication" in asked.types for asked in reading.asked)


def _is_more(told: Outcome, listed: Outcome) -> bool:
    """Whether a figure counts what a list has not, or not all of: "21 members, among them" two who are named."""
    numbers = [[a.value for a in o.answers if isinstance(a.value, int | float)] for o in (told, listed)]
    return len(numbers[0]) == 1 and all(number <= numbers[0][0] for number in numbers[1])


def _of_other_kinds(found: Sequence[Reading], best: Sequence[Reading]) -> list[Reading]:
    """The best reading of each other kind: who presides over a body is told by its chairs and by its offices. And the
    same with something else asked for, where the question leaves open what: "Global Assistance Fund established"."""
    kinds = {r.kind for r in best}
    open_ = [r for r in found if r not in best and (r.kind, r.roles) == (best[0].kind, best[0].roles)]
    others: dict[tuple[str, bool], Reading] = {}
    for reading in found:
        if reading.kind not in kinds or reading.beside:  # "who partners with UNODC in it": he may be a partner too
            others.setdefault((reading.kind, bool(reading.beside)), reading)
    return [*open_, *others.values()]


def ask(store: Store, question: str) -> Outcome:
    """The outcome of one question on a store; raises QuestionTooLong."""
    return Asker(store).ask(question)
