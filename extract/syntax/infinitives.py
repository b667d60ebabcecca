"""French infinitives that no list of verbs knows, by their ends."""

from __future__ import annotations

import re
from functools import cache

from ontology.fold import strip_accents
from ontology.lexicon import data


def is_infinitive(word: str) -> bool:
    """May the word, in lower case, be an infinitive: « incriminer », « produire », but not « danger »?"""
    ends, never = _known()
    bare = strip_accents(word)
    return ends.search(bare) is not None and bare not in never


@cache
def _known() -> tuple[re.Pattern[str], frozenset[str]]:
    content = data("verbs")["fr"]
    return re.compile(content["infinitives"]), frozenset(map(str, content["no_infinitives"]))
