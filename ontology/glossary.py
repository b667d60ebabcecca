"""The glossary: words of both languages that may stand for each other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from ontology.questions import digest, folded


@cache
def compiled() -> Mapping[str, Any]:
    """``digest``, of the lexicon, and ``alike``: folded phrase -> the folded phrases of its groups, itself among them.

    Raises VocabularyError where a file cannot be read.
    """
    from ontology.lexicon import FOLDER, data

    found: dict[str, dict[str, None]] = {}
    for path in sorted(FOLDER.glob("glossary/*.yaml")):
        for group in data(f"glossary/{path.stem}")["alike"]:
            ways = dict.fromkeys(map(folded, group))
            for way in ways:
                found.setdefault(way, {}).update(ways)
    return {"digest": digest(), "alike": {phrase: list(found[phrase]) for phrase in sorted(found)}}
