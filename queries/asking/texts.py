"""By which text something was done, where the facts have no role for it: the only one that the sentences of such a fact
cite. "By which resolution was the Global Plan of Action adopted?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.index import fold
from queries.asking.answer import answers, rows_of
from queries.asking.asked import Asked
from queries.asking.parts import Phrase, Sentence
from queries.asking.reading import readings
from queries.asking.understanding import Reading, Stated
from queries.asking.words import Vocabulary
from queries.catalogue import require
from queries.rows import Row, gathered, restricted
from queries.values import Evidence, Node

if TYPE_CHECKING:
    from graph.store import Store

_BY = ("by", "in", "under", "application", "pursuant")
_TEXTS = ("Resolution", "Treaty", "Decision", "Law")
_NUMBER = re.compile(r"\d+")
_MOST = 4  # readings that are looked up


@dataclass(frozen=True, slots=True)
class _Cited:
    """A text, and the sentence that cites it."""

    text: Node
    evidence: Evidence

    @property
    def iri(self) -> str:
        return self.text.iri

    @property
    def stated(self) -> Stated:
        """The citation."""
        return Stated(self.evidence.passage, self.evidence.start, (("cited", self.text),))

    def is_of(self, vocabulary: Vocabulary, kind: str) -> bool:
        """Whether no other clause parts it from a word of the relation: "adopted by it in its resolution 70/1"."""
        words = fold(self.evidence.quote).split()
        number = _NUMBER.findall(self.text.label)
        ends = [at for at in range(len(words)) if number and words[at : at + len(number)] == number]
        said = [at for at, word in enumerate(words) if vocabulary.calls(word, kind)]
        return any(not any(map(vocabulary.asks, words[min(a, b) + 1 : max(a, b)])) for a in said for b in ends)


def by_text(store: Store, vocabulary: Vocabulary, sentence: Sentence) -> list[Reading]:
    """The readings of "by which resolution": the text that the sentences of a fact cite, which says all the rest."""
    text = _asked_text(sentence)
    if text is None:
        return []
    rest = replace(sentence, phrases=[p for p in sentence.phrases if p is not text], flags=sentence.flags | {"yes"})
    for reading in readings(vocabulary, rest)[:_MOST]:
        rows, _ = rows_of(store, vocabulary, reading, sentence.language)
        if not reading.roles or not answers(vocabulary, reading, rows):
            continue
        cited = [c for row in rows for c in _citing(store, text, row, sentence.language)]
        found = {(c.iri, c.stated): None for c in cited if c.is_of(vocabulary, reading.kind)}
        if len({node for node, _ in found}) == 1:
            types = tuple(type_ for type_, _ in text.types)
            stated = tuple(stated for _, stated in found)
            return [Reading("citations", {}, (Asked("cited", types),), {}, stated=stated, noted="by_sentence")]
    return []


def _asked_text(sentence: Sentence) -> Phrase | None:
    asked = sentence.asked
    if len(asked) != 1 or asked[0].prep not in (None, *_BY) or sentence.unknown or not sentence.cues:
        return None
    return asked[0] if asked[0].types and all(type_ in _TEXTS for type_, _ in asked[0].types) else None


def _citing(store: Store, text: Phrase, row: Row, language: str) -> Iterator[_Cited]:
    """The only text of the type that is asked for that a sentence of the fact cites."""
    query = require("citations")
    for evidence in row.evidence:
        cited = gathered(
            store, query, store.select(restricted(query.text, {"passage": (evidence.passage,)})), language=language
        )
        nodes = [r.values["cited"] for r in cited if any(e.start == evidence.start for e in r.evidence)]
        types = dict(store.types_of([n.iri for n in nodes if isinstance(n, Node)]))
        wanted = {type_ for type_, _ in text.types}
        fitting = [n for n in nodes if isinstance(n, Node) and ("/RES/" in n.iri or types.get(n.iri) in wanted)]
        if len(fitting) == 1:
            yield _Cited(fitting[0], evidence)
