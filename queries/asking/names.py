"""The names, symbols and sessions in a question, found in the index of the store."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from extract.symbols import SYMBOL_PATTERN
from graph import iris
from queries.asking.words import Meaning, Token, Vocabulary
from queries.citing import cited

if TYPE_CHECKING:
    from graph.store import Store

_LONGEST = 28  # words of a name
_OFFICES = ("Office",)
_SYMBOL = re.compile(SYMBOL_PATTERN, re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w/.])\d{1,4}/\d{1,4}(?![\w/])|(?<![\w/.])\d{1,4}\s?\((?:19|20)\d\d\)")
_AFTER_WORD = re.compile(
    r"\b(?:r[ée]solution|decision|d[ée]cision|res)s?\s+(?:n[o°º]\.?\s*)?(\d{1,4})(?![\w/])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Name:
    """What a phrase of the question names: IRIs (several where several things are called so) and their types."""

    iris: tuple[str, ...]
    types: tuple[str, ...]
    text: str  # as it was typed
    part: bool = False  # only a part of its name was typed
    known: bool = True  # False: a symbol, or a session, that the store does not hold

    @property
    def is_group(self) -> bool:
        """Whether it names nobody in particular: "States", "trafficking"."""
        return set(self.types) <= {"ActorGroup", "Concept"}


def find(store: Store, vocabulary: Vocabulary, text: str, words: Sequence[Token]) -> dict[tuple[int, int], Meaning]:
    """Names by the tokens (first, last exclusive) that they take. Of function words only what is written as the name
    is: 'WHO' is an organization, 'Who' is not."""
    found = dict(_shorthand(store, vocabulary, text, words)) | dict(_listed(store, vocabulary, text, words))
    found.update(_governments(vocabulary, text, words))
    found.update(_symbols(store, vocabulary, text, words, found))
    found.update(_sessions(store, vocabulary, text, words, found))
    return found


def _listed(
    store: Store, vocabulary: Vocabulary, text: str, words: Sequence[Token]
) -> Iterator[tuple[tuple[int, int], Meaning]]:
    spans: dict[str, list[tuple[int, int]]] = {}
    for first in range(len(words)):
        for last in range(first + 1, min(first + _LONGEST, len(words)) + 1):
            spans.setdefault(" ".join(w.folded for w in words[first:last]), []).append((first, last))
    by_name: dict[str, list[tuple[str, str, str]]] = {}
    for phrase, iri, name, type_ in store.called(list(spans)):
        by_name.setdefault(phrase, []).append((iri, name, type_))
    for phrase, known in by_name.items():
        if any(type_ in _OFFICES for _, _, type_ in known):  # « chef de projet »: a « cheffe de projet » is one
            others = store.called(vocabulary.ways(phrase)[1:])
            known += [(iri, name, type_) for _, iri, name, type_ in others if type_ in _OFFICES]
    shouted = text.isupper()
    for phrase, known in by_name.items():
        for first, last in spans[phrase]:
            raw = text[words[first].start : words[last - 1].end]
            kept = [k for k in known if k[2] != "Concept" or not k[0].startswith(iris.CONCEPT)]
            if last == first + 1 and (
                phrase in vocabulary.content["en"]["words"]
                or phrase in vocabulary.content["fr"]["words"]
                or len(phrase) < 2
            ):
                group = vocabulary.is_content(phrase)  # "donors" are a group, and a noun of funding
                kept = [
                    k
                    for k in kept
                    if (k[1] == raw and not shouted and raw[:1].isupper()) or (group and k[2] == "ActorGroup")
                ]
            if kept:
                iris_ = tuple(sorted({k[0] for k in kept}))
                yield (first, last), Meaning("name", Name(iris_, types_of(iris_, {k[2] for k in kept}), raw))


def _shorthand(
    store: Store, vocabulary: Vocabulary, text: str, words: Sequence[Token]
) -> Iterator[tuple[tuple[int, int], Meaning]]:
    """ "the GA", « le SG »: in capitals, among words that are not."""
    for first, word in enumerate(() if text.isupper() else words):
        id_ = vocabulary.content["shorthand"].get(word.raw)
        if id_ is not None:
            iri = iris.thing(id_)
            types = types_of((iri,), {type_ for _, type_ in store.types_of((iri,))})
            yield (first, first + 1), Meaning("name", Name((iri,), types, word.raw))


def _governments(
    vocabulary: Vocabulary, text: str, words: Sequence[Token]
) -> Iterator[tuple[tuple[int, int], Meaning]]:
    """ "the Zambian Government", « les autorités zambiennes »: the State."""
    for first, pair in enumerate(pairwise(words)):
        noun = [w for w in pair if w.folded in vocabulary.content["governing"]]
        ids = [i for w in pair if w not in noun for i in vocabulary.content["adjectives"].get(w.folded, ())]
        if noun and ids:
            raw = text[pair[0].start : pair[1].end]
            yield (first, first + 2), Meaning("name", Name(tuple(map(iris.thing, ids)), ("State",), raw))


def _symbols(
    store: Store, vocabulary: Vocabulary, text: str, words: Sequence[Token], named: dict[tuple[int, int], Meaning]
) -> Iterator[tuple[tuple[int, int], Meaning]]:
    for start, end, symbol in _cores(text):
        first = next((i for i, w in enumerate(words) if w.end > start), None)
        last = next((i for i in range(len(words), 0, -1) if words[i - 1].start < end), None)
        if first is None or last is None:
            continue
        first, last = _widened(vocabulary, words, first, last, named)
        phrase = text[words[first].start : max(end, words[last - 1].end)]
        found = cited(store, text[start:end] if symbol else phrase, symbol=symbol)
        if not found and (first, last) in named:
            continue  # 'MC.DEC/6/24' is a name like others
        types = types_of(found, {row[1] for row in store.types_of(found)}) or ("Instrument",)
        yield (first, last), Meaning("name", Name(found, types, phrase, known=bool(found)))


def types_of(iris_: Sequence[str], types: Iterable[str]) -> tuple[str, ...]:
    """The types of what is named; a resolution that was read is a document of the store, and still a resolution."""
    found = set(types)
    for iri in iris_:
        if "/RES/" in iri:
            found = found - {"Document"} | {"Resolution"}
    return tuple(sorted(found))


def _cores(text: str) -> list[tuple[int, int, bool]]:
    found: list[tuple[int, int, bool]] = [(m.start(), m.end(), True) for m in _SYMBOL.finditer(text)]
    found += [(m.start(), m.end(), False) for m in _NUMBER.finditer(text)]
    found += [(m.start(1), m.end(1), False) for m in _AFTER_WORD.finditer(text)]
    kept: list[tuple[int, int, bool]] = []
    for core in sorted(found, key=lambda c: (c[0], -c[1])):
        if not kept or core[0] >= kept[-1][1]:
            kept.append(core)
    return kept


def _widened(
    vocabulary: Vocabulary, words: Sequence[Token], first: int, last: int, named: dict[tuple[int, int], Meaning]
) -> tuple[int, int]:
    """The span with "General Assembly resolution" before it and « du Conseil de sécurité » behind it."""
    while first > 0 and words[first - 1].folded in vocabulary.content["citing"]["before"]:
        first -= 1
    before = _organ(named, first, ends=True)
    if before is not None:
        first = before
    behind = last
    while behind < len(words) and words[behind].folded in vocabulary.content["citing"]["links"]:
        behind += 1
    after = _organ(named, behind, ends=False) if behind > last else None
    return first, last if after is None else after


def _organ(named: dict[tuple[int, int], Meaning], at: int, *, ends: bool) -> int | None:
    found = [span for span, meaning in named.items() if span[1 if ends else 0] == at and "Organ" in meaning.data.types]
    if not found:
        return None
    widest = max(found, key=lambda span: span[1] - span[0])
    return widest[0] if ends else widest[1]


def _sessions(
    store: Store, vocabulary: Vocabulary, text: str, words: Sequence[Token], named: dict[tuple[int, int], Meaning]
) -> Iterator[tuple[tuple[int, int], Meaning]]:
    """'26th session of the CCPCJ', "ICAT's first meeting", « la 26e session de la CCPCJ »: the node of that number."""
    for first in range(len(words)):
        ordinal = vocabulary.ordinal(words, first)
        if ordinal is None or ordinal[1] >= len(words):
            continue
        number, noun = ordinal
        inside = max((s for s in named if s[0] == noun and s[1] < len(words)), default=None)  # "27th CCPCJ session"
        last = noun if inside is None else inside[1]
        kind = vocabulary.content["meetings"].get(words[last].folded)
        if kind is None:
            continue
        span = (
            _with_body(vocabulary, words, first, noun + 1, named)
            if inside is None
            else (first, last + 1, named[inside].data.iris)
        )
        if span is None:
            continue
        begin, end, bodies = span
        found = tuple(
            i for b in bodies if store.holds(i := f"{b.replace(iris.ID, iris.ID + 'meeting/')}/{kind}/{number}")
        )
        phrase = text[words[begin].start : words[end - 1].end]
        if found or number > 1:
            yield (begin, end), Meaning("name", Name(found, ("Meeting",), phrase, known=bool(found)))


def _with_body(
    vocabulary: Vocabulary, words: Sequence[Token], first: int, last: int, named: dict[tuple[int, int], Meaning]
) -> tuple[int, int, tuple[str, ...]] | None:
    behind = last
    while behind < len(words) and words[behind].folded in vocabulary.content["citing"]["links"]:
        behind += 1
    after = [(s, m) for s, m in named.items() if s[0] == behind and behind > last]
    if after:
        (_, end), meaning = max(after, key=lambda pair: pair[0][1])
        return first, end, meaning.data.iris
    front = first - 1 if first > 0 and words[first - 1].folded in vocabulary.content["citing"]["articles"] else first
    before = [(s, m) for s, m in named.items() if s[1] == front]
    if before:
        (begin, _), meaning = min(before, key=lambda pair: pair[0][0])
        return begin, last, meaning.data.iris
    return None


def meant(vocabulary: Vocabulary, name: Name) -> Name | None:
    """What may be meant by a name, as the organs of the United Nations are; None where it is nothing else."""
    ids = [other for i in name.iris for other in vocabulary.content["meant"].get(iris.thing_id(i) or "", ())]
    return Name(tuple(map(iris.thing, ids)), name.types, name.text) if ids else None
