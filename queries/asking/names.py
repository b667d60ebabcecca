"""The names, symbols and sessions in a question, found in the index of the store."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.symbols import SYMBOL_PATTERN
from graph import iris
from queries.asking.words import Meaning, Token, Vocabulary
from queries.citing import cited

if TYPE_CHECKING:
    from graph.store import Store

_LONGEST = 28  # words of a name
_SYMBOL = re.compile(SYMBOL_PATTERN, re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w/.])\d{1,4}/\d{1,4}(?![\w/])|(?<![\w/.])\d{1,4}\s?\((?:19|20)\d\d\)")
_AFTER_WORD = re.compile(r"\b(?:r[ée]solution|decision|d[ée]cision|res)s?\s+(?:n[o°º]\.?\s*)?(\d{1,4})(?![\w/])", re.IGNORECASE)
_LEADING = frozenset({"resolution", "resolutions", "res", "document", "report", "rapport", "decision", "no", "n", "la", "the", "le"})
_LINKS = frozenset({"of", "the", "du", "de", "la", "l"})


@dataclass(frozen=True, slots=True)
class Name:
    """What a phrase of the question names: IRIs (several where several things are called so) and their types."""

    iris: tuple[str, ...]
    types: tuple[str, ...]
    text: str  # as it was typed
    known: bool = True  # False: a symbol, or a session, that the store does not hold


def find(store: Store, vocabulary: Vocabulary, text: str, words: Sequence[Token], language: str) -> dict[tuple[int, int], Meaning]:
    """Names by the tokens (first, last exclusive) that they take. Of function words only what is written as the name
    is: 'WHO' is an organization, 'Who' is not."""
    found = dict(_listed(store, vocabulary, text, words, language))
    found.update(_symbols(store, text, words, found))
    found.update(_sessions(store, vocabulary, text, words, found))
    return found


def _listed(store: Store, vocabulary: Vocabulary, text: str, words: Sequence[Token], language: str) -> Iterator[tuple[tuple[int, int], Meaning]]:
    spans: dict[str, list[tuple[int, int]]] = {}
    for first in range(len(words)):
        for last in range(first + 1, min(first + _LONGEST, len(words)) + 1):
            spans.setdefault(" ".join(w.folded for w in words[first:last]), []).append((first, last))
    rows = store.called(list(spans))
    by_name: dict[str, list[tuple[str, str, str]]] = {}
    for folded, iri, name, type_ in rows:
        by_name.setdefault(folded, []).append((iri, name, type_))
    shouted = text.isupper()
    for folded, known in by_name.items():
        for first, last in spans[folded]:
            raw = text[words[first].start : words[last - 1].end]
            kept = [k for k in known if k[2] != "Concept" or not k[0].startswith(iris.CONCEPT)]
            if last == first + 1 and (folded in vocabulary.content["en"]["words"] or folded in vocabulary.content["fr"]["words"] or len(folded) < 2):
                kept = [k for k in kept if k[1] == raw and (not shouted) and (raw[:1].isupper())]
            if kept:
                iris_ = tuple(sorted({k[0] for k in kept}))
                yield (first, last), Meaning("name", Name(iris_, tuple(sorted({k[2] for k in kept})), raw))


def _symbols(store: Store, text: str, words: Sequence[Token], named: dict[tuple[int, int], Meaning]) -> Iterator[tuple[tuple[int, int], Meaning]]:
    for start, end, symbol in _cores(text):
        first = next((i for i, w in enumerate(words) if w.end > start), None)
        last = next((i for i in range(len(words), 0, -1) if words[i - 1].start < end), None)
        if first is None or last is None:
            continue
        first, last = _widened(words, first, last, named)
        phrase = text[words[first].start : max(end, words[last - 1].end)]
        found = cited(store, text[start:end] if symbol else phrase, symbol=symbol)
        types = tuple(sorted({row[1] for row in store.types_of(found)})) or ("Instrument",)
        yield (first, last), Meaning("name", Name(found, types, phrase, known=bool(found)))


def _cores(text: str) -> list[tuple[int, int, bool]]:
    found: list[tuple[int, int, bool]] = [(m.start(), m.end(), True) for m in _SYMBOL.finditer(text)]
    for match in _NUMBER.finditer(text):
        found.append((match.start(), match.end(), False))
    for match in _AFTER_WORD.finditer(text):
        found.append((match.start(1), match.end(1), False))
    kept: list[tuple[int, int, bool]] = []
    for core in sorted(found, key=lambda c: (c[0], -c[1])):
        if not kept or core[0] >= kept[-1][1]:
            kept.append(core)
    return kept


def _widened(words: Sequence[Token], first: int, last: int, named: dict[tuple[int, int], Meaning]) -> tuple[int, int]:
    """The span with "General Assembly resolution" before it and « du Conseil de sécurité » behind it."""
    while first > 0 and words[first - 1].folded in _LEADING - {"la", "the", "le"}:
        first -= 1
    before = _organ(named, first, ends=True)
    if before is not None:
        first = before
    behind = last
    while behind < len(words) and words[behind].folded in _LINKS:
        behind += 1
    after = _organ(named, behind, ends=False) if behind > last else None
    return first, last if after is None else after


def _organ(named: dict[tuple[int, int], Meaning], at: int, *, ends: bool) -> int | None:
    found = [
        span
        for span, meaning in named.items()
        if span[1 if ends else 0] == at and "Organ" in meaning.data.types
    ]
    if not found:
        return None
    widest = max(found, key=lambda span: span[1] - span[0])
    return widest[0] if ends else widest[1]


_MEETINGS = {"session": "session", "sessions": "session", "meeting": "meeting", "reunion": "meeting", "seance": "meeting",
             "conference": "conference", "summit": "summit", "sommet": "summit"}  # fmt: skip


def _sessions(
    store: Store, vocabulary: Vocabulary, text: str, words: Sequence[Token], named: dict[tuple[int, int], Meaning]
) -> Iterator[tuple[tuple[int, int], Meaning]]:
    """'26th session of the CCPCJ', "ICAT's first meeting", « la 26e session de la CCPCJ »: the node of that number."""
    for first in range(len(words)):
        ordinal = vocabulary.ordinal(words, first)
        if ordinal is None or ordinal[1] >= len(words):
            continue
        number, noun = ordinal
        kind = _MEETINGS.get(words[noun].folded)
        if kind is None:
            continue
        span = _with_body(words, first, noun + 1, named)
        if span is None:
            continue
        begin, end, bodies = span
        found = tuple(i for b in bodies if store.holds(i := f"{b.replace(iris.ID, iris.ID + 'meeting/')}/{kind}/{number}"))
        phrase = text[words[begin].start : words[end - 1].end]
        if found or number > 1:
            yield (begin, end), Meaning("name", Name(found, ("Meeting",), phrase, known=bool(found)))


def _with_body(
    words: Sequence[Token], first: int, last: int, named: dict[tuple[int, int], Meaning]
) -> tuple[int, int, tuple[str, ...]] | None:
    behind = last
    while behind < len(words) and words[behind].folded in _LINKS:
        behind += 1
    after = [(s, m) for s, m in named.items() if s[0] == behind and behind > last]
    if after:
        (_, end), meaning = max(after, key=lambda pair: pair[0][1])
        return first, end, meaning.data.iris
    front = first - 1 if first > 0 and words[first - 1].folded in ("s", "the", "sa", "its", "la") else first
    before = [(s, m) for s, m in named.items() if s[1] == front]
    if before:
        (begin, _), meaning = min(before, key=lambda pair: pair[0][0])
        return begin, last, meaning.data.iris
    return None
