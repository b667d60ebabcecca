"""What a sentence denies: "Yemen has not joined the treaty", « le Mali n'en fait pas partie ». No fact tells it: the
sentence itself is read, for who is spoken of, right behind him a negated word of the relation, and the thing denied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.index import fold
from queries.asking.answer import Answer
from queries.asking.understanding import Reading
from queries.asking.words import Vocabulary
from queries.catalogue import require
from queries.values import Evidence, Node, plain

if TYPE_CHECKING:
    from graph.store import Store

_CLAUSE = re.compile(r"[;:]|\.\s")
_ASIDE = re.compile(r"\([^)]*\)")
_FAR = 10  # words from who is spoken of to the negation
_TAIL = 6  # words from the negation to the end of what it denies
_PRONOUNS = (["it"], ["they"], ["he"], ["she"], ["il"], ["elle"], ["ils"], ["elles"])
_LONGEST = 3  # words of what calls for the relation
_SENTENCES = """
SELECT ?sentence ?passage ?document ?start ?end ?text ?thing ?paragraph WHERE {{
  VALUES ?who {{ {who} }}
  ?about schema:mentions ?who ; :passage ?passage .
  ?sentence :passage ?passage ; oa:start ?start ; oa:end ?end ; :text ?text . ?passage dcterms:isPartOf ?document .
  OPTIONAL {{ ?sentence schema:mentions ?thing }} OPTIONAL {{ ?passage :number ?paragraph }}
}} ORDER BY ?document ?start ?thing
"""


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence, the things that it speaks of, and the sentence before it with those that this speaks of."""

    evidence: Evidence
    things: frozenset[str]
    before: frozenset[str]
    text_before: str


def denied(
    store: Store, vocabulary: Vocabulary, reading: Reading, order: Sequence[str], language: str
) -> Answer | None:
    """The answer "no" to whether something is so, with the sentences that deny it; None where none does. ``order``: the
    two roles of the question, who comes first."""
    said = vocabulary.content["denied"]
    if reading.kind not in said["kinds"] or len(order) != len(reading.roles) or len(order) != 2 or reading.times:
        return None
    who, what = ([iri for name in reading.roles[role] for iri in name.iris] for role in order)
    denial = _Denial(store, vocabulary, reading, order)
    found = tuple(s.evidence for s in _sentences(store, who, language) if denial.is_said(s, set(who), set(what)))
    return Answer("no", (), found) if found else None


def _sentences(store: Store, who: Sequence[str], language: str) -> Iterator[_Said]:
    """The sentences of the passages that speak of somebody."""
    rows = store.select(_SENTENCES.format(who=" ".join(f"<{iri}>" for iri in who)))
    labels = store.labels(sorted({str(plain(row["document"])) for row in rows}), language)
    texts: dict[tuple[str, int], tuple[Evidence, set[str]]] = {}
    for row in rows:
        passage, document, start = (
            str(plain(row["passage"])),
            str(plain(row["document"])),
            int(str(plain(row["start"]))),
        )
        number = None if row["paragraph"] is None else str(plain(row["paragraph"]))
        quote, end = str(plain(row["text"])), int(str(plain(row["end"])))
        evidence = Evidence(Node(document, labels[document]), passage, number, quote, start, end)
        _, things = texts.setdefault((passage, start), (evidence, set()))
        things.update(() if row["thing"] is None else (str(plain(row["thing"])),))
    last: dict[str, tuple[frozenset[str], str]] = {}
    for (passage, _), (evidence, things) in sorted(texts.items(), key=lambda item: item[0]):
        yield _Said(evidence, frozenset(things), *last.get(passage, (frozenset(), "")))
        last[passage] = frozenset(things), evidence.quote


class _Denial:
    """Reads whether sentences deny one relation of two things."""

    def __init__(self, store: Store, vocabulary: Vocabulary, reading: Reading, order: Sequence[str]) -> None:
        self.store, self.vocabulary, self.reading = store, vocabulary, reading
        self.role = order[1]
        self.types = [vocabulary.kinds[reading.kind]["types"].get(role, []) for role in order]
        said: Mapping[str, Sequence[str]] = vocabulary.content["denied"]
        self.negations, self.fill, self.doubt = set(said["negation"]), set(said["fill"]), set(said["doubt"])
        self.before = set(said["before"])

    def is_said(self, said: _Said, who: set[str], what: set[str]) -> bool:
        """Whether one clause of a sentence says so of ``who`` and ``what``."""
        if not self.doubt.isdisjoint(fold(said.evidence.quote).split()):
            return False
        clauses = [fold(clause).split() for clause in _CLAUSE.split(_ASIDE.sub(" ", said.evidence.quote))]
        return any(self._denies(clause, said, who, what) for clause in clauses)

    def _denies(self, words: Sequence[str], said: _Said, who: set[str], what: set[str]) -> bool:
        for at, word in enumerate(words):
            if word in self.negations and self._is_of(words[:at], said, who):
                end, kinds = self._predicate(words, at)
                if self.reading.kind in kinds and self._is_about(words[end:], said, what, sure=len(kinds) == 1):
                    return True
        return False

    def _is_of(self, words: Sequence[str], said: _Said, who: set[str]) -> bool:
        """Whether somebody stands before the negation, with nobody else between."""
        for name in self._names(who):
            at = _last(words, name)
            longer = [n for iri in said.things - who for n in self._names({iri}) if len(n) > len(name)]
            if any(_last(other, name) is not None and _last(words, other) is not None for other in longer):
                continue  # in South Sudan there is no Sudan
            if at is None or len(words) - at - len(name) > _FAR or (at > 0 and words[at - 1] in self.before):
                continue
            between = list(words[at + len(name) :])
            others = [n for iri in said.things - who if self._is(iri, 0) for n in self._names({iri})]
            named = any(_last(between, other) is not None for other in others)
            if not named or set(_without(between, others)) <= self.fill:
                return True
        return set(words) <= self.fill and words[:1] in _PRONOUNS and self._is_subject(fold(said.text_before), who)

    def _is_subject(self, text: str, who: set[str]) -> bool:
        """Whether a sentence begins with somebody, of whom "it" at the beginning of the next one speaks."""
        begun = text.split()
        return any(_last(begun[: len(name) + 1], name) is not None for name in self._names(who))

    def _predicate(self, words: Sequence[str], at: int) -> tuple[int, set[str]]:
        """Where the words end that the negation denies, and the kinds of fact that they call for."""
        first = next((k for k in range(at, max(at - _LONGEST - 1, -1), -1) if words[k] in ("n", "ne")), at)
        kept = [k for k in range(first, min(at + _TAIL, len(words))) if words[k] not in self.fill | self.negations]
        for count in range(min(_LONGEST, len(kept)), 0, -1):
            if kinds := self._calls(" ".join(words[k] for k in kept[:count])):
                return kept[count - 1] + 1, kinds
        return at, set()

    def _calls(self, phrase: str) -> set[str]:
        """The kinds of fact that a phrase calls for, of those that are denied."""
        frames = self.vocabulary.called(phrase)
        kinds = {f["kind"] for f in frames if f["kind"] != self.reading.kind or self._is_meant(f["set"])}
        return kinds & set(self.vocabulary.content["denied"]["kinds"])

    def _is_meant(self, fixed: Mapping[str, object]) -> bool:
        """Whether the manner is that of the question: who has not signed may have acceded."""
        return all(column not in fixed or str(fixed[column]) in values for column, values in self.reading.fixed.items())

    def _is_about(self, words: Sequence[str], said: _Said, what: set[str], *, sure: bool) -> bool:
        """Whether the thing stands behind, or is the only one of its sort that the sentence speaks of, or, where the
        words are ``sure`` to tell this relation, as "joined the treaty", the one before."""
        alike = {iri for iri in said.things if self._is(iri, 1)}
        if named := {iri for iri in alike if any(_last(words, name) is not None for name in self._names({iri}))}:
            return bool(named & what)
        sure = sure or any(self._is_noun(word) for word in words[:2])
        here = set(filter(self._plays, alike))
        before = {iri for iri in said.before if self._is(iri, 1) and self._plays(iri)} if sure else set()
        return bool(here or before) and (here or before) <= what

    def _is_noun(self, word: str) -> bool:
        return any(self.vocabulary.is_a(type_, self.types[1]) for type_ in self.vocabulary.types(word))

    def _plays(self, iri: str) -> bool:
        """Whether a fact of this kind has it in the role: of a group there are members."""
        fact, role = require(self.reading.kind).fact_class, self.role
        return bool(self.store.select(f"SELECT ?fact WHERE {{ ?fact a :{fact} ; :{role} <{iri}> }} LIMIT 1"))

    def _is(self, iri: str, role: int) -> bool:
        types = [type_ for _, type_ in self.store.types_of([iri])]
        return any(self.vocabulary.is_a(type_, self.types[role]) for type_ in types)

    def _names(self, iris: set[str]) -> list[list[str]]:
        return sorted((name.split() for _, _, name in self.store.names_of(sorted(iris))), key=len, reverse=True)


def _last(words: Sequence[str], name: Sequence[str]) -> int | None:
    """Where a name stands last among words."""
    starts = range(len(words) - len(name), -1, -1)
    return next((at for at in starts if list(words[at : at + len(name)]) == list(name)), None)


def _without(words: list[str], names: Sequence[Sequence[str]]) -> list[str]:
    for name in names:
        while (at := _last(words, name)) is not None:
            words = words[:at] + words[at + len(name) :]
    return words
