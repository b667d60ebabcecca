"""A body that its members, or those who lead them, are told to be: "The principals of ICAT met and adopted", « les
membres du Conseil ont adopté »: it met, it adopted.
"""

from __future__ import annotations

from functools import cache

from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import LANGUAGES, data, verbs_of
from ontology.types import is_a

_LONGEST = 5  # words of "heads of State and Government"


def of_body(row: Row) -> Row:
    """``row`` with the body alone where those of it, right before a verb, meet or adopt something."""
    for verb in range(len(row.items) - 1, 1, -1):
        span = _those(row, verb)
        if span is not None:
            first, body = span
            return of_body(Row([*row.items[:first], *row.items[body:]], row.language))
    return row


def _those(row: Row, verb: int) -> tuple[int, int] | None:
    """Where "the principals of [ICAT]" and the name of the body begin before the ``verb``."""
    group = row.items[verb].data
    if row.kind(verb) != "V" or group.form != "finite" or group.passive or _verbs().isdisjoint(group.lemmas):
        return None
    last = _over_insertion(row, row.back(verb, "A"))
    body = row.open(last) - 1 if row.kind(last) == ")" else last
    of = row.back(body)
    named = row.kind(body) == "E" and is_a(row.items[body].data.type, "Organization")
    if not named or row.kind(of) != "P" or row.items[of].data != "of":
        return None
    for first in range(max(0, of - _LONGEST), of):
        words = fold(" ".join(item.word for item in row.items[first:of]))
        if words in _nouns(row.language):
            before = first - 1
            opens = row.kind(before) == "D" and row.kind(before - 1) in ("", ",", ";", "T", "C", ":")
            return (before, body) if opens else None
    return None


def _over_insertion(row: Row, index: int) -> int:
    """« les ministres de l'UEMOA[, réunis à Lomé le 5 mai,] ont adopté », "the Ministers of it, meeting in Lomé,"."""
    comma = row.back(index, "PDAWNETJ#V") if row.kind(index) == "," else -1
    inserted = row.kind(comma) == "," and row.kind(comma + 1) == "V"
    group = row.items[comma + 1].data if inserted else None
    return row.back(comma) if group is not None and group.form in ("participle", "gerund") else index


@cache
def _verbs() -> frozenset[str]:
    gathers = (lemma for language in LANGUAGES for lemma in data("attendance")[language]["gathers"])
    return verbs_of("adoptions") | frozenset(gathers)


@cache
def _nouns(language: str) -> frozenset[str]:
    return frozenset(map(fold, data("attendance")[language]["of_body"]))
