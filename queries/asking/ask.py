"""Answers a question in English or French from the graph, or says what is known and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ontology.errors import PalermoError
from queries.asking import explain, names, other, segments, spelling
from queries.asking.answer import Answer, Outcome, answers, rows_of
from queries.asking.reading import Reading, readings
from queries.asking.sentence import Parser, Sentence
from queries.asking.words import Meaning, Segment, Token, Vocabulary, normal, tokens

if TYPE_CHECKING:
    from graph.store import Store

MOST_WORDS = 60
MOST_CHARACTERS = 600
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


class Asker:
    """Answers questions on one store; keeps the last one, on which the next may lean."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.vocabulary = Vocabulary(store.questions)
        self.last: Reading | None = None
        self.language: str | None = None

    def ask(self, question: str, *, follow: bool = False) -> Outcome:
        """The outcome of a question; with ``follow`` it may lean on the one before ("and in 2019?").

        Raises QuestionTooLong.
        """
        text = normal(question)
        words = tokens(text[:MOST_CHARACTERS])
        if len(words) > MOST_WORDS or len(text) > MOST_CHARACTERS:
            raise QuestionTooLong(len(tokens(text[: MOST_CHARACTERS * 20])))
        language = self._spoken(text, words)
        parsed = self._parse(text, words, language)
        if parsed.sentence.unknown:
            parsed = self._with_parts(parsed, language)
        outcome = self._answer(question, parsed, follow=follow)
        if outcome.answers or not self._may_mend(parsed):
            return self._kept(outcome)
        mended = spelling.mended(self.store, self.vocabulary, parsed.text, parsed.words, parsed.segments, language)
        if mended is None:
            return self._kept(outcome)
        again = self._parse(mended.text, tokens(mended.text), language)
        if again.sentence.unknown:
            again = self._with_parts(again, language)
        second = self._answer(question, replace(again, mended=(*parsed.mended, *mended.changes)), follow=follow)
        return self._kept(second if second.answers or not again.sentence.unknown else outcome)

    def _spoken(self, text: str, words: Sequence[Token]) -> str:
        """The language of the words that name nothing, or, where all do, of the names."""
        named = names.find(self.store, self.vocabulary, text, words)
        inside = {i for first, last in named for i in range(first, last)}
        others = [w for i, w in enumerate(words) if i not in inside]
        bare = " ".join(w.raw for w in others)
        return self.vocabulary.language(others, bare) if others else self.vocabulary.language(words, text)

    def _with_parts(self, parsed: Parsed, language: str) -> Parsed:
        """The question with names read of which only a part was typed."""
        unknown = {at for at, _ in parsed.sentence.unknown}
        found = names.partial(
            self.store, self.vocabulary, parsed.text, parsed.words, parsed.segments, unknown, language
        )
        if not found:
            return parsed
        again = self._parse(parsed.text, parsed.words, language, extra=found)
        labels = [(m.data.text, self.store.labels(m.data.iris, language)[m.data.iris[0]]) for m in found.values()]
        return replace(again, mended=tuple(labels))

    def _kept(self, outcome: Outcome) -> Outcome:
        if outcome.reading is not None:
            self.last = outcome.reading
            self.language = outcome.language
        return outcome

    def _may_mend(self, parsed: Parsed) -> bool:
        return bool(parsed.sentence.unknown) and not parsed.sentence.refused

    def _parse(
        self, text: str, words: Sequence[Token], language: str, extra: dict[tuple[int, int], Meaning] | None = None
    ) -> Parsed:
        found = names.find(self.store, self.vocabulary, text, words) | (extra or {})
        cut = segments.cut(self.vocabulary, text, words, found, language)
        sentence = Parser(self.vocabulary, text, words, cut, language).parse()
        return Parsed(text, tuple(words), tuple(cut), sentence)

    def _answer(self, question: str, parsed: Parsed, *, follow: bool) -> Outcome:
        sentence = parsed.sentence
        base = Outcome(question, sentence.language, notes=explain.mended(sentence.language, parsed.mended))
        strange = [n for p in sentence.named for n in p.names if not n.known]
        if strange:
            return replace(base, missing=explain.unknown_name(self.store, sentence.language, strange[0].text))
        if sentence.refused:
            return replace(base, missing=explain.refused(sentence.language, sentence.refused))
        special = other.special(self.store, self.vocabulary, sentence, base)
        if special is not None:
            return special
        if follow and self.last is not None:
            leaning = other.leaning(self.vocabulary, sentence, self.last)
            if leaning is not None:
                return self._run(replace(base, language=self._tongue(sentence)), sentence, [leaning])
        found = (
            readings(self.vocabulary, sentence)
            or other.dated(self.vocabulary, sentence)
            or other.figures(self.vocabulary, sentence)
        )
        if found:
            return self._run(base, sentence, found)
        return other.about(self.store, self.vocabulary, sentence, base) or replace(
            base, missing=explain.not_understood(self.store, self.vocabulary, sentence)
        )

    def _tongue(self, sentence: Sentence) -> str:
        return sentence.language if sentence.language == "fr" or self.language is None else self.language

    def _run(self, base: Outcome, sentence: Sentence, found: Sequence[Reading]) -> Outcome:
        """The outcome of the best reading that has an answer, among those that are as good as the best."""
        best = [r for r in found if r.score >= found[0].score - _TIED][:8]
        outcomes = []
        for reading in best:
            rows, text = rows_of(self.store, self.vocabulary, reading, base.language)
            outcomes.append(self._outcome(base, reading, answers(self.vocabulary, reading, rows), text))
        answered = [o for o in outcomes if o.answers]
        if answered:
            others = tuple(
                dict.fromkeys(o.understood[0] for o in answered[1:] if o.understood != answered[0].understood)
            )
            return replace(answered[0], others=others)
        first = outcomes[0]
        missing = explain.missing(self.store, self.vocabulary, best[0], base.language)
        if sentence.unknown:
            missing = explain.not_understood(self.store, self.vocabulary, sentence)
        return replace(first, missing=missing)

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


def ask(store: Store, question: str) -> Outcome:
    """The outcome of one question on a store; raises QuestionTooLong."""
    return Asker(store).ask(question)
