"""Numbers behind a label that says what they count: "Women sheltered: 112", « Appels reçus : 914 »."""

from __future__ import annotations

import re
from functools import cache

from extract.layout import headers
from ontology.fold import fold
from ontology.lexicon import data

_WORD = re.compile(r"[^\W\d_]+")
_LEAD = re.compile(
    r"^(?:the )?(?:number|total) of |^(?:le )?(?:nombre|total) (?:de |d['’])|^(?:of whom|of which|including|dont) "
)
_PLANNED = re.compile(r"\ba \w+(?:er|ir|re)\b")  # « victimes à former »; not « grâce à ces dernières »
_LONGEST = 12  # words of a label
_NEAR = 3  # words of a label among which the noun of what is counted stands


def unit_of(label: str, language: str) -> str | None:
    """The noun of what a ``label`` says is counted ("Women sheltered": 'women'), or None: "Session", "Telephone"."""
    words = _WORD.findall(_LEAD.sub("", fold(label)))
    if _PLANNED.search(fold(label)) is not None:
        return None
    if not 0 < len(words) <= _LONGEST or headers.planned(label, language) or not _uncounted(language).isdisjoint(words):
        return None
    if words[-1] in map(fold, data("quantities")[language]["reference"]):
        return None  # "Session", "Articles"; not "Case closures"
    return next((word for word in words[:_NEAR] if _is_many(word, language)), None)


@cache
def _uncounted(language: str) -> frozenset[str]:
    """Words of labels that count nothing, or nothing yet: "Telephone", "Target", "Victims to be assisted"."""
    own = data("quantities")[language]
    listed = (*own["time"], *own["intended"], *data("counting")[language]["no_measure"])
    return frozenset(map(fold, map(str, listed))) | {"to"}


def _is_many(word: str, language: str) -> bool:
    own = data("quantities")[language]
    if word in map(fold, (*own["plurals"], *own["counts"])):
        return True
    return (
        len(word) > 3 and word.endswith(("s", "x") if language == "fr" else "s") and word[-2:] not in ("ss", "us", "is")
    )
