"""Participles that look like another form: "the campaign, run by IOM", « un projet conduit au Tchad par la CEDEAO »."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.syntax.items import Item, VerbGroup
from ontology.lexicon import data

_BEHIND_DONE = ("by", "since", "with", "jointly", "under", "in")  # "the programme, run since"


def run_by(main: Item | None, group_: VerbGroup, after: Sequence[Item], grouped: Sequence[Item]) -> bool:
    """ "the campaign, run by IOM", "a UNODC project run in Mali": a participle that looks like the bare verb."""
    names = {name for _, name in main.data} if main is not None and main.kind == "V" else set()
    apart = [item.kind for item in grouped[-2:]] == ["E", ","] or any(
        item.word in data("heads")["en"]["schemes"] for item in grouped[-1:]
    )
    led = [item.data in (_BEHIND_DONE if apart else ("by",)) for item in after[:1]]
    return group_.form == "base" and "pp" in names and any(led)


def is_done_by(main: Item | None, before: Sequence[Item], after: Sequence[Item], language: str) -> bool:
    """« un projet conduit au Tchad par la CEDEAO », "a body presided over by Kenya": who did it follows what could as
    well be the present, or the past of a verb without passive; « son projet, conduit avec l'OIM au Tchad, a » has no
    object.
    """
    if main is None or main.kind != "V" or "pp" not in {name for _, name in main.data}:
        return False
    if language == "en":
        return [item.kind for item in after[:2]] == ["P", "P"] and after[1].word == "by"
    ends = next((k for k, item in enumerate(after) if item.kind in ",;:HBMVRS"), len(after))
    inserted = bool(before) and before[-1].kind == "," and bool(after) and after[0].kind == "P"
    return "par" in [item.word for item in after[:ends]] or (inserted and not _acts_on(after[:ends]))


def _acts_on(items: Sequence[Item]) -> bool:
    """« conduit avec l'UNICEF [le projet] », « conduit depuis 2021 [40 projets] »: is there more than prepositions
    lead?
    """
    return any(item.kind in ("D", "#", "E") and before.kind in ("E", "T", ")", "W") for before, item in pairwise(items))
