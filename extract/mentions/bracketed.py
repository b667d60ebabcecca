"""How far a name reaches that brackets behind it define: « Mécanisme de veille sur la traite [après les séismes]
(ci-après « le Mécanisme ») », "Regional Network on Trafficking [after Disasters] (RNTD)".
"""

from __future__ import annotations

import re
from functools import cache

from extract.mentions.chunk import Line
from extract.mentions.heads import Head, table
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.lexicon import data, words

_REST = r"(?P<rest>(?: (?:[^\W\d_]|[-’'])+){1,10}),? ?"
_ACRONYM = re.compile(_REST + r"\((?P<acronym>[A-Z][A-Za-z-]{2,11}\+?)\)")
_FIRST = re.compile(r"[^\W\d_]+")
_FINITE = ("pres", "past", "fut", "cond", "imp")
_LONGEST = 110


def reach(line: Line, head: Head, end: int, language: str) -> int:
    """The end of the name of ``head``, which else ends at ``end``: where brackets that define it open, if these tell
    that it goes on to there; ``end`` if not.
    """
    if not line.is_capital(head.start) or head.plural or line.text[end : end + 1] != " ":
        return end
    high = min(line.high, end + _LONGEST)
    match = _ACRONYM.match(line.text, end, high)
    if match is not None and not _spells(match["acronym"], line.text[head.start : end], match["rest"], language):
        match = None
    match = match or _alias(head.noun, language).match(line.text, end, high)
    if match is None or not _goes_on(line, match["rest"], language) or _meets(line, end, match.end("rest")):
        return end
    return match.end("rest")


def _spells(acronym: str, name: str, rest: str, language: str) -> bool:
    """Does the acronym begin as ``name`` does, and need the words of ``rest``?"""
    letters = acronym.lower().replace("-", "").rstrip("+")
    stop = {"P", "D", "C"}
    known = words(language).single

    def initials(text: str) -> list[str]:
        parts = [fold(part) for part in _FIRST.findall(text)]
        return [part[0] for part in parts if len(part) > 1 and not stop & set(known.get(part, ()))]

    own, further = initials(name), initials(rest)
    if not own or not further or own[0] != letters[0]:
        return False
    return _within(letters, [*own, *further]) and letters[-1] in further and not _within(letters, own)


def _within(letters: str, initials: list[str]) -> bool:
    """Do the letters stand among the initials, in their order?"""
    left = iter(initials)
    return all(letter in left for letter in letters)


def _goes_on(line: Line, rest: str, language: str) -> bool:
    """Does ``rest`` begin as a complement does, and hold no verb?"""
    known = words(language).single
    parts = [part.lower() for part in _FIRST.findall(rest)]
    opening = known.get(fold(parts[0]), {})
    if not {"P", "C"} & set(opening) and fold(parts[0]) not in table(language).modifiers:
        return False
    verbs = ({name for _, name in known.get(part, {}).get("V", ())} for part in parts)
    closed = any({"R", "S"} & set(known.get(fold(part), ())) and part != "des" for part in parts)
    nouns = ("P", "D")
    led = [bool(set(nouns) & set(known.get(fold(part), ()))) for part in parts]
    finite = any(
        set(_FINITE) & forms and not (k and led[k - 1]) and not {"N"} & set(known.get(part, ()))
        for k, (part, forms) in enumerate(zip(parts, verbs, strict=True))
    )
    return not finite and not closed


def _meets(line: Line, start: int, end: int) -> bool:
    """Does a person or a day stand there, or a name reach over its end?"""
    inside = [span for span in line.spans if span.start < end and start < span.end]
    return any(span.end > end or span.start < start or span.type in ("Person", "Date") for span in inside)


@cache
def _alias(noun: str, language: str) -> re.Pattern[str]:
    cues = any_of(data("heads")["definition"]["words"])
    article = r"(?:[Tt]he |[Ll]e |[Ll]a |[Ll]['’])?"
    return re.compile(rf"{_REST}[(,] ?(?:(?:{cues})[ ,]*)*[“«\"] ?{article}(?i:{re.escape(noun)}) ?[”»\"]")
