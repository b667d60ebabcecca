"""What an operation achieved: how many people a sentence says were rescued, or arrested."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.counting.counted import Counted
from extract.counting.roles import word_set
from extract.syntax.rows import Row
from ontology.alternatives import any_of
from ontology.fold import fold

_NEAR = 6  # words between a number and what is said of those whom it counts
Reported = Sequence[tuple[Counted, str | None]]

_JOINED = re.compile(r"\s*(?:,|and|et|,? and)\s*")
_JOINT = re.compile(r",? (?:and|et|but|mais|while|tandis que?) |, ")
_INSERTED = {  # "97 victims[, most of them girls,] were freed"
    "en": re.compile(r", [^,;:]*(?:, [^,;:]*)?,(?= (?:was|were|have been|had been|has been)\b)"),
    "fr": re.compile(r", [^,;:]*(?:, [^,;:]*)?,(?= (?:ont été|avaient été|furent|a été|avait été)\b)"),
}
_CUT = re.compile(r"[;:]")
_ACTIVE = {
    "en": re.compile(r"\w* (?:the|an?|some|their|his|her)\b|\w* ?$(?<=ed )"),
    "fr": re.compile(r"\w* (?:les?|la|des|une?|l|ses|leurs)\b|\w* ?$(?<=ed )"),
}


def results(text: str, row: Row, reported: Reported) -> Iterator[tuple[str, int | float]]:
    """(rescued or arrested, how many) of the numbers of ``row`` that ``text`` reports."""
    last: str | None = None
    for position, (one, _) in enumerate(reported):
        if one.quantity.unit:
            continue
        before = reported[position - 1][0] if position else None
        after = _next(text, reported, position, row.language)
        role = _result(text, row, one, before, after)
        if role is None and before is not None and _JOINED.fullmatch(text[before.quantity.end : one.quantity.start]):
            role = last  # "40 and 62 victims"
        last = role
        if role is not None:
            yield role, one.quantity.value


def _next(text: str, reported: Reported, position: int, language: str) -> Counted | None:
    """What is counted next, and not the part of those at ``position``: "312 victims, including 141 minors, were"."""
    own = reported[position][0].quantity
    for other, _ in reported[position + 1 :]:
        between = text[own.end : other.quantity.start]
        if not _is_part(text, other, between, language):
            return other
        own = other.quantity
    return None


def _result(text: str, row: Row, one: Counted, before: Counted | None, after: Counted | None) -> str | None:
    language = row.language
    noun = next((role for role in ("arrests", "rescues") if _is_one_of(one, word_set(language, role))), None)
    if noun is not None:
        return {"arrests": "arrested", "rescues": "rescued"}[noun]
    ahead, behind = _around(text, row, one, before, after)
    if _is_part(text, one, ahead, language) or _denied(language).search(fold(_JOINT.split(ahead)[-1])):
        return None
    if _seized(ahead, one, language):
        return _last(ahead, language)
    people = one.head in word_set(language, "people") | word_set(language, "suspects") | word_set(language, "victims")
    if not people and not _saved(behind, one, language):
        return None
    said = _last(_JOINT.split(ahead)[-1], language) or _undergone(behind, language)  # "arrested 12 men, rescued 40"
    if said is None and before is None:
        said = _last(ahead, language)  # "rescued, in Ghana and Togo, 61 men"
    if said == "arrested" and one.head in word_set(language, "victims") and one.head not in ("migrants",):
        return None
    return None if said == "rescued" and one.head in word_set(language, "suspects") else said


def _around(text: str, row: Row, one: Counted, before: Counted | None, after: Counted | None) -> tuple[str, str]:
    """What stands before the number, back to the one before, and what is said behind it: "61 people in Ghana and Togo
    were rescued and" before the next.
    """
    start = before.quantity.end if before is not None else row.items[0].start
    stop = after.quantity.start if after is not None else row.items[-1].end
    ahead = _CUT.split(text[start : one.quantity.start])[-1]
    told = _INSERTED[row.language].sub(" ", text[one.quantity.end : stop])
    behind = _ending(row.language).split(told)[0]
    joints = list(_JOINT.finditer(behind)) if after is not None else []
    return ahead, behind[: joints[-1].start()] if joints else behind


@cache
def _ending(language: str) -> re.Pattern[str]:
    return re.compile(rf"[;:]|, (?!and|et|(?:{_alternatives(language, 'apart')})\b)")


def _is_one_of(one: Counted, phrases: frozenset[str]) -> bool:
    """ "9 arrests", « 23 mises en détention »."""
    return any(f"{fold(one.text)} ".startswith(f"{phrase} ") for phrase in phrases) or one.head in phrases


def _is_part(text: str, one: Counted, ahead: str, language: str) -> bool:
    """ "61 victims, including 14 minors", "38 of them girls": some of those who were counted before."""
    said = fold(text[one.quantity.end : one.quantity.end + 24]).lstrip()
    led = fold(ahead).rstrip().endswith(tuple(word_set(language, "parts")))
    return led or said.startswith(tuple(word_set(language, "of_them")))


def _seized(ahead: str, one: Counted, language: str) -> bool:
    """ "rescued 12 deckhands", "the release of 40 cooks": right behind such words stand people, whatever they are."""
    said = fold(ahead).rstrip().removesuffix(fold(one.quantity.qualifier)).rstrip(" '’")
    return _may_be_people(one, language) and _seizing(language).search(said) is not None


@cache
def _seizing(language: str) -> re.Pattern[str]:
    """ "(freed | the release of) 12", « (l'interpellation de | d'appréhender) 17 »."""
    of = "of" if language == "en" else "de|d|des"
    return re.compile(rf"\b(?:{_alternatives(language, 'seize')})\w*(?: (?:{of}))?$")


def _saved(behind: str, one: Counted, language: str) -> bool:
    """ "12 cooks were freed", "(brought) 12 cooks to safety": so are those of whom this is said."""
    passive = _passive(language).search(fold(behind))
    near = passive is not None and len(behind[: passive.start()].split()) < _NEAR
    return near and _may_be_people(one, language)


def _may_be_people(one: Counted, language: str) -> bool:
    return bool(one.head) and one.head not in word_set(language, "things") | word_set(language, "untrained")


@cache
def _passive(language: str) -> re.Pattern[str]:
    """ "(12 cooks) were freed", « (12 femmes) ont été libérées », "(2 foremen) arrested in", "(12 cooks) to safety"."""
    be = "(?:were|was|been|being)" if language == "en" else "(?:ete|furent|etre)"
    seized = rf"(?:{_alternatives(language, 'seize')})"
    closed = rf"\w*(?:e?s?|ed)(?=[,.)]|$| (?:{_alternatives(language, 'closing')})\b)"
    safe = rf"(?:{_alternatives(language, 'safe')})\b"
    return re.compile(rf"\b(?:{be} {seized}|{seized}{closed}|{safe})")


def _undergone(behind: str, language: str) -> str | None:
    """What is said to have been done to those whom the number counts; "300 officers arrested the" tells what they
    did.
    """
    words = fold(behind)
    match = _said(language).search(words)
    if match is None or _denied(language).search(words, 0, match.start()) is not None:
        return None
    if _ACTIVE[language].match(words, match.end()) is not None and not _been(language).search(words, 0, match.start()):
        return None
    return "rescued" if match["rescue"] is not None else "arrested"


@cache
def _been(language: str) -> re.Pattern[str]:
    """ "(40 children) were (removed) from", « (47 enfants) ont été (retirés) des sites »."""
    be = "were|was|been|being" if language == "en" else "ete|furent|etre"
    return re.compile(rf"\b(?:{be}) (?:\w+ly |\w+ment )?$")


@cache
def _denied(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_alternatives(language, 'denied')})\b")


def _last(words: str, language: str) -> str | None:
    found = list(_said(language).finditer(fold(words)))
    return None if not found else "rescued" if found[-1]["rescue"] is not None else "arrested"


@cache
def _said(language: str) -> re.Pattern[str]:
    rescue, arrest = (_alternatives(language, name) for name in ("rescue", "arrest"))
    return re.compile(rf"\b(?:(?P<rescue>{rescue})|(?P<arrest>{arrest}))", re.IGNORECASE)


def _alternatives(language: str, name: str) -> str:
    return any_of(word_set(language, name))
