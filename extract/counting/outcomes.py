"""What an operation achieved: how many people a sentence says were rescued, or arrested."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.counting.counted import Counted
from extract.counting.roles import word_set
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import data

_NEAR = 6  # words between a number and what is said of those whom it counts
Reported = Sequence[tuple[Counted, str | None]]

_JOINED = re.compile(r"\s*(?:,|and|et|,? and)\s*")


def results(text: str, row: Row, reported: Reported) -> Iterator[tuple[str, int | float]]:
    """(rescued or arrested, how many) of the numbers of ``row`` that ``text`` reports."""
    last: str | None = None
    for position, (one, _) in enumerate(reported):
        if one.quantity.unit:
            continue
        role = _result(text, row, one, reported[position - 1][0] if position else None,
                       reported[position + 1][0] if position + 1 < len(reported) else None)  # fmt: skip
        if (
            role is None
            and position
            and _JOINED.fullmatch(text[reported[position - 1][0].quantity.end : one.quantity.start])
        ):
            role = last  # "40 and 62 victims"
        last = role
        if role is not None:
            yield role, one.quantity.value


def _result(text: str, row: Row, one: Counted, before: Counted | None, after: Counted | None) -> str | None:
    language = row.language
    if one.head in word_set(language, "arrests"):
        return "arrested"
    start = before.quantity.end if before is not None else row.items[0].start
    ahead = re.split(r"[;:]", text[start : one.quantity.start])[-1]
    people = one.head in word_set(language, "people") | word_set(language, "suspects") | word_set(language, "victims")
    stop = after.quantity.start if after is not None else row.items[-1].end
    behind = re.split(r"[;:]|, (?!and|et)", text[one.quantity.end : stop])[0]
    if _seized(ahead, one, language):
        return _last(ahead, language)
    if not people and not _saved(behind, one, language):
        return None
    if _last(ahead, language) is not None:  # "rescued 54 people and arrested 17"
        behind = re.split(r" (?:and|et) ", behind)[0]
    said = _first(behind, language) if after is None or _first(ahead, language) is None else None
    said = said or _last(ahead, language) or _first(behind, language)
    if said == "arrested" and one.head in word_set(language, "victims") and one.head not in ("migrants",):
        return None
    return None if said == "rescued" and one.head in word_set(language, "suspects") else said


def _seized(ahead: str, one: Counted, language: str) -> bool:
    """ "rescued 12 deckhands", "the release of 40 cooks": right behind such words stand people, whatever they are."""
    said = fold(ahead).rstrip().removesuffix(fold(one.quantity.qualifier)).rstrip(" '’")
    return _may_be_people(one, language) and said.endswith(tuple(f" {word}" for word in word_set(language, "seize")))


def _saved(behind: str, one: Counted, language: str) -> bool:
    """ "12 cooks were freed", "(brought) 12 cooks to safety": so are those of whom this is said."""
    passive = _passive(language).search(fold(behind))
    near = passive is not None and len(behind[: passive.start()].split()) < _NEAR
    return near and _may_be_people(one, language)


def _may_be_people(one: Counted, language: str) -> bool:
    return bool(one.head) and one.head not in word_set(language, "things") | word_set(language, "untrained")


@cache
def _passive(language: str) -> re.Pattern[str]:
    """ "(12 cooks) were freed", « (12 ouvrières) ont été libérées », "(brought 12 cooks) to safety"."""
    seize = "|".join(map(re.escape, sorted(word_set(language, "seize"))))
    safe = "|".join(map(re.escape, sorted(word_set(language, "safe"))))
    be = r"(?:were|was|been|being)" if language == "en" else r"(?:ete|furent|etre)"
    return re.compile(rf"\b(?:{be} (?:{seize})|{safe})\b")


def _first(words: str, language: str) -> str | None:
    match = _said(language).search(fold(words))
    return None if match is None else "rescued" if match["rescue"] is not None else "arrested"


def _last(words: str, language: str) -> str | None:
    found = list(_said(language).finditer(fold(words)))
    return None if not found else "rescued" if found[-1]["rescue"] is not None else "arrested"


@cache
def _said(language: str) -> re.Pattern[str]:
    rescue, arrest = (
        "|".join(re.escape(fold(word)) for word in data("counting")[language][name]) for name in ("rescue", "arrest")
    )
    return re.compile(rf"\b(?:(?P<rescue>{rescue})|(?P<arrest>{arrest}))", re.IGNORECASE)
