"""Who was there, told beside what happened: "the participants, among them IOM, endorsed …", "with Ghana attending"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from extract.framing.assembled import aside_before
from extract.syntax.clauses import Clause
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.fold import fold

_WORDS = 60  # characters behind a list, in which "in attendance" stands


def among_them(row: Row) -> Iterator[Phrase]:
    """ "[the participants], among them [OSCE and UNICEF], endorsed the Guidelines": those of them that are named."""
    for closing in range(len(row.items)):
        opening = aside_before(row, closing)
        if opening is not None and (phrase := row.phrase(row.skip(opening + 2))) is not None and phrase.end == closing:
            yield phrase


def accompanying(text: str, row: Row, clause: Clause, words: Mapping[str, re.Pattern[str]]) -> Phrase | None:
    """ "was held in Lomé with Ghana and UNICEF in attendance", "with IOM attending as an observer"."""
    for k in range(clause.index + 1, len(row.items)):
        if row.kind(k) in ("V", ";"):
            return None
        if row.kind(k) == "P" and row.items[k].data == "with" and (phrase := row.phrase(k + 1)) is not None:
            behind = fold(text[row.items[phrase.end - 1].end :][:_WORDS]).lstrip()
            return phrase if words["present"].match(behind) else None
    return None
