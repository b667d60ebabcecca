"""The town that a meeting is named after: "the Tbilisi Symposium on …", « le Sommet de Vientiane »."""

from __future__ import annotations

import re
from functools import cache

from extract.facts import Entity
from extract.mentions.heads import table
from extract.mentions.known import authority
from ontology.alternatives import any_of
from ontology.authority import records
from ontology.fold import fold
from ontology.lexicon import LANGUAGES


def venue(meeting: Entity) -> Entity | None:
    """The town in the name of ``meeting``, where its noun stands right beside it; None for "Bali Process Meeting"."""
    for _, label in meeting.labels:
        match = _named().search(fold(label)) if label[:1].isupper() else None
        if match is not None:
            return authority(_towns()[match["before"] or match["behind"]])
    return None


@cache
def _towns() -> dict[str, str]:
    """The folded names of towns, with their identifiers."""
    return {fold(name): id_ for id_, one in records().items() if one.type == "City" for name in _names(id_)}


def _names(id_: str) -> list[str]:
    return [name for language in LANGUAGES for name in records()[id_].names[language]]


@cache
def _named() -> re.Pattern[str]:
    nouns = {form for language in LANGUAGES for form, noun in table(language).nouns.items() if noun[1] == "Meeting"}
    heads, towns = any_of(nouns), any_of(_towns())
    return re.compile(
        rf"^(?:\w+ )?(?P<before>{towns}) (?:{heads})(?!\w)"
        rf"|^(?:\w+ )?(?:{heads}) (?:\w+ )?(?:de |d['’]|of )(?P<behind>{towns})(?![\w-])"
    )
