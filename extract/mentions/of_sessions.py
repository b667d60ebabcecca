"""Whose a number is that has no organ beside it: by the session that the text tells of ("resolution 35/1", where the
Commission has closed its thirty-fifth session), or by who rules in it ("In resolution 44/4, the Council asked").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from ontology.alternatives import any_folded, any_of
from ontology.fold import fold
from ontology.lexicon import data

_FIRST = 31  # session from which a number that nobody is named with may be the Assembly's
ITS = ("its", "sa")  # "By its resolution 34/1, the Commission …"
_REACH = 320  # characters behind a number in which a main clause begins
_ENDS = re.compile(r"[.;] |\n\n")


def of_session(text: str, span: tuple[int, int], number: str) -> dict[str, Any] | None:
    """The one organ beside the Assembly that ``text`` speaks of, if that was in the session of ``number``; where the
    Assembly may be meant as well, only if the sentence of what stands at ``span`` names the organ.
    """
    session, entry = int(number.split("/")[0]), _one_organ(text)
    if entry is None or session not in _sessions(text):
        return None
    return entry if session < _FIRST or _is_named(text, span, entry) else None


def opens(before: str) -> str | None:
    """The article with which ``before`` a number no more than opens a sentence: 'la' of « Aux termes de la »."""
    match = _opening().fullmatch(before.strip())
    return match["article"] or "" if match is not None else None


def ruling(text: str, end: int, organs: Sequence[tuple[str, dict[str, Any]]]) -> dict[str, Any] | None:
    """Which of ``organs`` that number by sessions opens the main clause behind a number that ends at ``end``: « [la
    résolution 44/4], adoptée sans vote, le Conseil … ».
    """
    sessions = {name: entry for name, entry in organs if entry["form"] == "session"}
    named = re.compile(rf"(?:,[^.;]{{3,200}}?,)?,? (?:the |la |le |l.)?(?P<name>{any_of(sessions)})\b")
    match = named.match(fold(text[end : end + _REACH]))
    return sessions[match["name"]] if match is not None else None


def _is_named(text: str, span: tuple[int, int], entry: Mapping[str, Any]) -> bool:
    """Does the sentence of what stands at ``span`` speak of the organ, in full or by one word?"""
    behind = _ENDS.search(text, span[1])
    start = max(text.rfind(mark, 0, span[0]) for mark in (". ", "; ", "\n\n")) + 1
    said = fold(text[start : behind.start() if behind is not None else len(text)])
    commissions = data("symbols")["commissions"]
    names = [*entry["names"], *(commissions["names"] if entry["id"] in commissions["ids"] else ())]
    return re.search(rf"\b(?:{any_of(names)})\b", said) is not None


@lru_cache(maxsize=8)
def _one_organ(text: str) -> dict[str, Any] | None:
    """The organ that numbers its texts by its sessions, if ``text`` names one such beside the Assembly in full."""
    whole = fold(text)
    told = [
        entry
        for entry in data("symbols")["organs"]
        if entry["form"] == "session" and entry["id"] != "General_Assembly"
        if any(" " in name and name in whole for name in entry["names"])
    ]
    return told[0] if len(told) == 1 else None


@lru_cache(maxsize=8)
def _sessions(text: str) -> frozenset[int]:
    """The numbers of the sessions that the text tells of."""
    numbers = _ordinals()
    return frozenset(numbers.get(match[1]) or int(match[2]) for match in _session().finditer(fold(text)))


@cache
def _opening() -> re.Pattern[str]:
    words = any_folded(data("symbols")["words"]["opening"])
    return re.compile(rf"(?:\W|\d)*(?:(?:{words})\b ?)?(?P<article>the|its|la|sa)?")


@cache
def _session() -> re.Pattern[str]:
    number = rf"(?:({any_of(_ordinals())})|(\d{{1,3}})(?:st|nd|rd|th|e|eme))"
    return re.compile(rf"\b{number} sessions?\b(?! (?:of the |de l.)?(?:general )?assembl)")


@cache
def _ordinals() -> dict[str, int]:
    known = data("numbers")
    return {fold(word): value for language in ("en", "fr") for word, value in known[language]["ordinals"].items()}
