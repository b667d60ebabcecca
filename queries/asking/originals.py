"""In which language a text was first written, as its head says: "Original: English", « Original : espagnol »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from queries.asking.answer import Answer, Outcome
from queries.asking.words import Token, Vocabulary
from queries.values import Evidence, Node, plain

if TYPE_CHECKING:
    from graph.store import Store

_TOLD = re.compile(r"(?:^|[–—|]\s*)original(?: language)?\s*:\s*([^\W\d_]+)", re.IGNORECASE)
_HEADS = """
SELECT ?passage ?start ?end ?text WHERE {{
  ?sentence :passage ?passage ; oa:start ?start ; oa:end ?end ; :text ?text . ?passage dcterms:isPartOf <{document}> .
  FILTER(CONTAINS(LCASE(?text), "original"))
}} ORDER BY ?start
"""


def in_original(store: Store, vocabulary: Vocabulary, words: Sequence[Token], outcome: Outcome) -> Outcome:
    """The outcome with the language of the original, where that is asked for, and not that of the text."""
    reading = outcome.reading
    asked = reading is not None and reading.kind == "documents" and [a.column for a in reading.asked] == ["language"]
    if reading is None or not asked or not {w.folded for w in words} & set(vocabulary.content["original"]):
        return outcome
    found = [answer for name in reading.roles.get("document", ()) for iri in name.iris for answer in _told(store, iri)]
    return replace(outcome, answers=tuple(found[:1]))


def _told(store: Store, document: str) -> list[Answer]:
    """What the lines of a document say."""
    found = []
    label = store.labels((document,), "en")[document]
    for row in store.select(_HEADS.format(document=document)):
        text, passage = str(plain(row["text"])), str(plain(row["passage"]))
        if (match := _TOLD.search(text)) is not None:
            start, end = (int(str(plain(row[edge]))) for edge in ("start", "end"))
            found.append(Answer(match[1], (), (Evidence(Node(document, label), passage, None, text, start, end),)))
    return found
