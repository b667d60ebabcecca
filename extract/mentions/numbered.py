"""Instruments by their numbers: "ILO Conventions Nos. 29 and 105", « la recommandation générale no 38 (2020) »,
"Decision 21/XII".

What they are called, and what tells whose they are, stands in ontology/lexicon/symbols.yaml, `numbered` and `serial`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.facts import Entity
from extract.mentions.describing import Hit
from extract.mentions.entities import Register, slug
from extract.mentions.known import authority
from ontology.alternatives import any_folded
from ontology.authority import find_record
from ontology.fold import fold
from ontology.lexicon import data

_NO = r"(?:nos?|n[°º]s?|numbers?|numeros?)\.?\s?"
_ONE = rf"\(?(?:{_NO})?(?P<number>\d{{1,3}})\)?(?![\d/.]*\d)(?:\s?\((?P<year>(?:19|20)\d\d)\))?"
_NUMBER = re.compile(_ONE)
_ROMAN = r"(?:\d{1,3}/[ivxl]+|[ivxl]+/\d{1,3})"
_SLASHED = r"\d{1,4}/[\w.-]*[a-z][\w.-]*(?<![.-])(?:/[\w-]+){0,3}"  # "14/ECCAS/CCEG/24", "1/CP.21"
_DIGIT = re.compile(r"\d")
_LIST = re.sub(r"\?P<\w+>", "?:", _ONE)


@dataclass(frozen=True, slots=True)
class _Series:
    pattern: re.Pattern[str]  # its name with one number or several
    owner: re.Pattern[str] | None  # "of the ILO" behind it; None where nobody need be named
    before: tuple[str, ...]  # "ILO" before it
    entry: Mapping[str, Any]


def find(folded: str, start: int, end: int, register: Register) -> Iterator[Hit]:
    """The instruments cited by number in ``[start, end)`` of the folded text."""
    if _DIGIT.search(folded, start, end) is None:
        return
    for series in _series():
        for match in series.pattern.finditer(folded, start, end):
            first, last = _with_owner(series, folded, match)
            owned = series.owner is None or (first, last) != match.span()
            numbers = [*_NUMBER.finditer(folded, match.start("numbers"), match.end())]
            for number in numbers:
                entity = _entity(series.entry, int(number["number"]), number["year"], register, owned=owned)
                begin = first if number is numbers[0] else number.start()
                if entity is not None:
                    yield begin, last if number is numbers[-1] else number.end(), entity
    for pattern, entry in _serial():
        for match in pattern.finditer(folded, start, end):
            counted = match.groupdict().get("no") is not None
            yield *match.span(), _of_series(entry, match["number"].upper(), register, counted=counted)


def _with_owner(series: _Series, folded: str, match: re.Match[str]) -> tuple[int, int]:
    """Where the mention begins and ends, with whose it is: "[ILO] Conventions Nos. 29 and 105", « [de l'OIT] »."""
    named = folded[: match.start()].rstrip()[-60:]
    before = next((name for name in series.before if named.endswith(name)), "")
    after = series.owner.match(folded, match.end()) if series.owner is not None else None
    first = folded.rindex(before, 0, match.start()) if before != "" else match.start()
    return first, after.end() if after is not None else match.end()


def _entity(
    entry: Mapping[str, Any], number: int, year: str | None, register: Register, *, owned: bool
) -> Entity | None:
    known = find_record(entry["record"].format(number)) if "record" in entry else None
    if known is not None:
        return authority(known.id)
    if not owned:
        return None
    id_ = f"{entry['type'].lower()}/{entry['id']}-{number}"
    for language, label in ((language, label) for language, labels in entry["labels"].items() for label in labels):
        register.new(id_, entry["type"], language, label.format(number))
        if year is not None:
            register.new(id_, entry["type"], language, f"{label.format(number)} ({year})")
    return register.entity(id_, entry["type"])


def _of_series(entry: Mapping[str, Any], number: str, register: Register, *, counted: bool) -> Entity:
    """A decision by its number and the session, in Roman numerals, at which it was taken, or by the bodies in its
    number: "Decision No. 12/ECOWAS/2023".
    """
    id_ = f"{entry['type'].lower()}/{entry['type'].lower()}-{slug(number)}"
    for language, label in entry["labels"].items():
        no = "No. " if language == "en" else "no "
        register.new(id_, entry["type"], language, label.format(f"{no}{number}" if counted else number))
    return register.entity(id_, entry["type"])


@cache
def _serial() -> tuple[tuple[re.Pattern[str], Mapping[str, Any]], ...]:
    numbers = (rf"(?P<number>{_ROMAN})(?![\w/])", rf"(?P<no>{_NO})?(?P<number>{_SLASHED})(?![\w/])")
    return tuple(
        (re.compile(rf"(?<!\w)(?:{any_folded(entry['names'])}) {number}"), entry)
        for entry in data("symbols")["serial"]
        for number in numbers
    )


@cache
def _series() -> tuple[_Series, ...]:
    return tuple(map(_compiled, data("symbols")["numbered"]))


def _compiled(entry: Mapping[str, Any]) -> _Series:
    names, owners = any_folded(entry["names"]), entry.get("owners", ())
    number_list = rf"(?P<numbers>{_LIST}(?:(?:,\s?|,?\s(?:and|et)\s){_LIST})*)"
    behind = rf",?\s(?:of|de|du)\s(?:the\s|la\s|l')?(?:{any_folded(owners)})(?!\w)"
    return _Series(
        re.compile(rf"(?<!\w)(?:{names})\s(?={_NO}|\(|\d){number_list}"),
        re.compile(behind) if owners else None,
        tuple(sorted(map(fold, owners), key=lambda name: (-len(name), name))),
        entry,
    )
