"""Who was there, told beside what happened: "the participants, among them IOM, endorsed …", "with Ghana attending"; and
who was "among the speakers".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from extract.framing.assembled import aside_before
from extract.framing.attitude import real
from extract.syntax.clauses import Clause
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import verb_set

_ENDS = frozenset({"E", ",", ")"})  # what a subject ends with before "were": no "would be", no "were not"
_OPENS = frozenset({"", ",", "C"})  # before each of those with whom a sentence opens
_WORDS = 60  # characters behind a list, in which "in attendance" stands


def among_them(row: Row) -> Iterator[Phrase]:
    """ "[the participants], among them [OSCE and UNICEF], endorsed the Guidelines": those of them that are named."""
    for closing in range(len(row.items)):
        opening = aside_before(row, closing)
        if opening is not None and (phrase := row.phrase(row.skip(opening + 2))) is not None and phrase.end == closing:
            yield phrase


def among_those(row: Row, those: re.Pattern[str]) -> Iterator[Phrase]:
    """ "[Ms. Berg, Minister of Chad, and Mr. Roy] were among the speakers", « [L'OIM] figurait parmi les orateurs »:
    the people with whom the sentence opens, else what is named right before the verb.
    """
    for k in range(1, len(row.items) - 2):
        figures = row.kind(k) == "V" and not verb_set("figuring").isdisjoint(row.items[k].data.lemmas)
        told = row.kind(k) == "B" and row.kind(k - 1) in _ENDS
        told = told or (figures and real(row, row.clause(k)) and not row.items[k].data.negated)
        noun = row.skip(k + 2)
        listed = noun < len(row.items) and those.fullmatch(fold(row.items[noun].word)) is not None
        if told and row.items[k + 1].data == "among" and listed:
            people = [n for n in range(k) if row.kind(n) == "E" and row.items[n].data.type == "Person"]
            named = [row.phrase(n) for n in people if row.kind(n - 1) in _OPENS] or [row.near(k - 1)]
            yield from (phrase for phrase in named if phrase is not None)
            return


def accompanying(text: str, row: Row, clause: Clause, words: Mapping[str, re.Pattern[str]]) -> Phrase | None:
    """ "was held in Lomé with Ghana and UNICEF in attendance", "with IOM attending as an observer"."""
    for k in range(clause.index + 1, len(row.items)):
        if row.kind(k) in ("V", ";"):
            return None
        if row.kind(k) == "P" and row.items[k].data == "with" and (phrase := row.phrase(k + 1)) is not None:
            behind = fold(text[row.items[phrase.end - 1].end :][:_WORDS]).lstrip()
            return phrase if words["present"].match(behind) else None
    return None
