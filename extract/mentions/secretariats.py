"""Secretariats: "the SADC Secretariat" is a body; "UNODC provides the Secretariat of the Alliance" names none."""

from __future__ import annotations

import re
from functools import cache

from extract.mentions.chunk import Line
from extract.mentions.heads import Head
from ontology.alternatives import any_of
from ontology.lexicon import data, frames, verb_forms

_NOUN = {"en": "secretariat", "fr": "secrétariat"}
_BE = {"en": r"(?:is|are|was|were|be|been)", "fr": r"(?:est|sont|était|fut|sera|été|être)"}


def is_served(line: Line, head: Head, language: str) -> bool:
    """Is the secretariat at ``head`` a service that somebody provides: "acts as the Secretariat of …", « le Secrétariat
    du Réseau est assuré par … », "Secretariat: UNODC"? Or does what stands behind it not tell whose it is: "a statement
    by the Secretariat on …"?
    """
    if _NOUN[language] not in head.noun:
        return False
    before, after = _patterns(language)
    near = line.folded[max(line.low, head.start - 40) : head.start]
    return before.search(near) is not None or after.match(line.folded, head.end, line.high) is not None


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands right before such a secretariat, and what behind it; both of folded text."""
    lemmas = {
        lemma
        for frame in frames()
        if frame.kind == "responsibilities" and _NOUN[language] in frame.nouns[language]
        for lemma in frame.verbs[language]
    }
    known = verb_forms(language)
    forms = any_of({form for lemma in lemmas for form, _ in known.get(lemma, ())})
    words = data("heads")[language]["secretariat"]
    small = rf"(?:(?:{any_of(words['between'])}) ?)*"
    served = rf"(?:[^.;:,]|\.(?=\w))*? {_BE[language]} (?:\w+ )?(?:{forms})(?!\w)"
    return (
        re.compile(rf"(?<!\w)(?:{forms}|{any_of(words['as'])}) {small}$"),
        re.compile(rf"\s?:| (?:{any_of(words['not_of'])})(?!\w)|{served}"),
    )
