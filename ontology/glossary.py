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

    forms = _irregular(data("verbs"))
    found: dict[str, dict[str, None]] = {}
    for path in sorted(FOLDER.glob("glossary/*.yaml")):
        for group in data(f"glossary/{path.stem}")["alike"]:
            ways = dict.fromkeys(form for way in map(folded, group) for form in (way, *forms.get(way, ())))
            for way in ways:
                found.setdefault(way, {}).update(ways)
    return {"digest": digest(), "alike": {phrase: list(found[phrase]) for phrase in sorted(found)}}


def _irregular(verbs: Mapping[str, Any]) -> dict[str, list[str]]:
    """Folded infinitive -> its forms that no rule makes of it: 'take' -> 'took'; « recevoir » -> « reçu »."""
    found = {folded(verb): list(map(folded, forms)) for verb, forms in verbs["en"]["irregular"].items()}
    for verb, paradigm in verbs["fr"]["irregular"].items():
        forms = (form for name in ("pp", "past", "pres") for form in paradigm.get(name, ()))
        found[folded(verb)] = [folded(form) for form in forms if not form.startswith(verb[:-2])]
    return found
