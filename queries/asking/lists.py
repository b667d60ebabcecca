"""What sentences list: things behind each other with nothing between but words that join."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from queries.asking.wants import Wants
from queries.asking.words import Vocabulary

_CLAUSES = {"ask", "be", "have"}
_FAR = 14  # words from a preposition to the list that it leads to
_ARTICLES = ("the", "la", "le", "les", "l")


class Span(NamedTuple):
    """Words of a sentence, and the thing that they name."""

    first: int
    last: int
    iri: str


_Run = Sequence[tuple[int, "Span | None"]]


class Lists:
    """The lists of some things in the folded words of a sentence, what the question has ``named`` among them;
    ``groups`` are of those in general: "Member States, among them Chile"."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        wants: Wants,
        words: Sequence[str],
        things: Sequence[Span],
        named: Sequence[Span],
        groups: Sequence[Span],
    ) -> None:
        self.vocabulary, self.wants, self.words = vocabulary, wants, words
        self.things = [span for span in sorted([*things, *named]) if not self._is_of_others(span)]
        self.named, self.groups = {span.iri for span in named}, groups

    def led_by(self, prep: str) -> Iterator[tuple[str, ...]]:
        """The lists that begin behind a preposition, of which the question names none: "with OSCE and IOM"."""
        for run in self._runs():
            leads = [at for at, span in run if span is None and self.is_prep(self.words[at], prep)]
            leads += [run[0][0] - 1] if run and self._leads_from_far(run, prep) else []
            things = _things(run, after=min(leads)) if leads else ()
            if things and self.named.isdisjoint(things):
                yield things

    def behind(self, at: int) -> Iterator[tuple[str, ...]]:
        """The list that the word at a place leads to."""
        for run in self._runs():
            if run and run[0][0] <= at + 1 <= run[-1][0] and (things := _things(run, after=at)):
                yield things

    def _leads_from_far(self, run: _Run, prep: str) -> bool:
        """ "with the bodies that fight trafficking, *among them* OSCE": whether words that lead to some of many stand
        before the things of a run a little behind the preposition."""
        first = run[0][0]
        before = self.words[max(first - _FAR, 0) : first]
        preps = [at for at, word in enumerate(before) if self.is_prep(word, prep)]
        between = before[preps[-1] :] if preps else ["who"]
        listed = next((at for at, span in run if span is not None), first)
        leading = any(word in self._leading for word in self.words[first:listed])
        return leading and not any(self.vocabulary.classes(word) & _CLAUSES for word in between)

    def all(self) -> Iterator[tuple[str, ...]]:
        """Every list, of one thing too, of which the question names none."""
        yield from (t for run in self._runs() if (t := _things(run)) and self.named.isdisjoint(t))

    def beside(self) -> Iterator[tuple[str, ...]]:
        """What is joined to what is named: of "OHCHR and ICAO produced it" the other."""
        for run in self._runs():
            things = _things(run)
            led = any(span is None and "prep" in self.vocabulary.classes(self.words[at]) for at, span in run)
            if not led and self.named & set(things) and (others := tuple(i for i in things if i not in self.named)):
                yield others

    def _runs(self) -> Iterator[list[tuple[int, Span | None]]]:
        """The words and things behind each other of which each joins or is listed."""
        listed = {span.first: span for span in self.things}
        at, run = 0, list[tuple[int, Span | None]]()
        while at < len(self.words):
            span = listed.get(at)
            apart = span is None and not self._joins(at)
            if apart or (span is not None and self._has_ended(run, span)):
                yield run
                run = []
            run += [] if apart else [(at, span)]
            at = at + 1 if span is None else span.last
        yield run

    def _has_ended(self, run: _Run, span: Span) -> bool:
        """ "with UNODC and IOM, *OSCE* runs it": whether a thing stands behind the last of a list."""
        *_, before, last = [None, None, *(other for _, other in run if other is not None)]
        if before is None or last is None or last.iri == span.iri:
            return False
        behind = set(self.words[last.last : span.first]) - {*_ARTICLES}
        return self.is_joined(before, last) and not behind

    def is_led(self, span: Span) -> bool:
        """Whether a preposition leads to a thing."""
        before = [word for word in self.words[max(span.first - 2, 0) : span.first] if word not in _ARTICLES]
        return any("prep" in self.vocabulary.classes(word) for word in before[-1:])

    def is_joined(self, one: Span, other: Span) -> bool:
        """Whether "and" stands between two things."""
        return any(map(self._is_and, self.words[one.last : other.first]))

    def _is_and(self, word: str) -> bool:
        return "and" in self.vocabulary.classes(word)

    def _joins(self, at: int) -> bool:
        """Whether a word may stand between what is listed: "and", « dont », "five", "entities", "Member States"."""
        word = self.words[at]
        classes = self.vocabulary.classes(word)
        small = self.wants.is_small(word) and not classes & _CLAUSES
        named = any(span.first <= at < span.last for span in self.groups)
        return (
            named or word in self._leading or small or "type" in classes or self.vocabulary.cardinal(word) is not None
        )

    @cached_property
    def _leading(self) -> set[str]:
        """The words that lead to a list, of some of many too: "among them", « en particulier », "the following"."""
        whole = self.vocabulary.content["whole"]
        return {word for way in (*whole["part"], *whole["following"]) for word in way.split()}

    def is_be(self, word: str) -> bool:
        """Whether a word makes a passive: "is", « été »."""
        return "be" in self.vocabulary.classes(word)

    def is_prep(self, word: str, prep: str) -> bool:
        return any((m.cls == "prep" and m.data == prep) or m.cls == prep for m in self.vocabulary.in_either(word))

    def _is_of_others(self, span: Span) -> bool:
        """ "other entities of the United Nations": whether a thing only says whose others are."""
        before = [word for word in self.words[max(span.first - 4, 0) : span.first] if word not in _ARTICLES]
        return len(before) > 1 and self.is_prep(before[-1], "of") and "type" in self.vocabulary.classes(before[-2])


def _things(run: _Run, after: int = -1) -> tuple[str, ...]:
    return tuple(dict.fromkeys(span.iri for at, span in run if span is not None and at > after))
