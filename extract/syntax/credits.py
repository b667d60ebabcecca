"""Who has done what others are thanked for: "congratulated Fiji on its ratification", « sait gré au Togo d'avoir »."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from extract.syntax.phrases import Phrase
from ontology.lexicon import data, verb_set

if TYPE_CHECKING:
    from extract.syntax.subjects import Subjects


def credited(row: Subjects, index: int) -> Phrase | None:
    """ "congratulated Fiji on [its ratification]", « félicite le Togo d'[avoir adhéré] »: to whom the verb before
    ``index`` gives the merit; "commends UNHCR, which leads the Cluster, for having published".
    """
    relatives = row.before_relatives(index - 1) if row.kind(index - 1) == "," else -1
    end = index if relatives < 0 else relatives
    for k in range(end - 1, -1, -1):
        if row.kind(k) in (";", ":", "R", "S"):
            return None
        if row.kind(k) == "V":
            credits_ = set(row.items[k].data.lemmas) & verb_set("crediting")
            toward = _toward(row, k, end) if credits_ or _thanks(row, k, end) else None
            if not credits_ or toward is not None:
                return row.phrase(toward + 1) if toward is not None else None
            return row.subject(k) if row.items[k].data.passive else row.phrase(k + 1)
    return None


def _toward(row: Subjects, verb: int, end: int) -> int | None:
    """The first « à » or "to" behind the verb: « sait gré [à] la Norvège », "expresses its thanks [to] Fiji"."""
    behind = verb + 1
    while row.kind(behind) in ("D", "W", "A", "N", "C"):
        behind += 1
    return behind if behind < end and row.kind(behind) == "P" and row.items[behind].data == "to" else None


def _thanks(row: Subjects, verb: int, end: int) -> bool:
    """ "expresses its [appreciation]", « exprime sa [gratitude] »: is a noun of thanks what the verb is about?"""
    return any(item.word in _nouns(row.language) for item in row.items[verb + 1 : end])


@cache
def _nouns(language: str) -> frozenset[str]:
    return frozenset(data("words")[language]["thanks"])
