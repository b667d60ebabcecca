"""Targets and goals of sustainable development: "target 16.2", "SDG 5", « les cibles 5.2, 8.7 et 16.2 des ODD »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.facts import Entity
from ontology.fold import strip_accents
from ontology.lexicon import data

GOALS = 17
PREFIX = "SDG_"  # of their ids: SDG_16.2, SDG_5; a stroke would make them symbols of documents
_TARGET, _GOAL = r"\d{1,2}\.(?:1\d|[1-9a-d])", r"\d{1,2}(?![\d.]*\d)"
_NUMBER = re.compile(r"\d{1,2}(?:\.(?:1\d|[1-9a-d]))?")


@cache
def _words(name: str) -> str:
    return "|".join(map(strip_accents, data("symbols")["targets"][name]))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """(targets, goals, numbers alone), for folded text; the number is in the group 'numbers', what says whose it is in
    'of'.
    """
    joined = r"(?:\s*,\s*|\s*,?\s+(?:and|et|to|a|ou|or)\s+)(?:(?:the|la|les|l)\s)?"
    of = rf"(?P<of>\s+(?:{_words('of')}))"
    several = rf"(?P<numbers>{_TARGET}(?:{joined}{_TARGET})*)(?!\w)"
    return (
        re.compile(rf"(?<![\w.])(?:{_words('target')})\s+{several}{of}?"),
        re.compile(
            rf"(?<![\w.])(?:(?:{_words('goal')})\s+(?P<numbers>{_GOAL}(?:{joined}{_GOAL})*)(?!\w)"
            rf"|(?:{_words('number')})\s+(?P<known>{_GOAL}(?:{joined}{_GOAL})*){of})"
        ),
        re.compile(rf"(?<=\s){several}{of}"),
    )


@cache
def _again() -> re.Pattern[str]:
    """Another number behind a target in its sentence: "SDG 14.4 and, less obviously, into 8.7"."""
    end = rf"(?=\s*(?:[,;:)]|\.(?:\s|$)|$|\s(?:{_words('ends')})(?!\w)))"
    return re.compile(rf"[^.;:()\d]{{0,90}}?\s(?:{_words('leads')})\s(?P<numbers>{_TARGET}){end}")


@cache
def _cell() -> re.Pattern[str]:
    one = rf"(?:(?:(?:{_words('target')})\s+)?{_TARGET}|(?:{_words('goal')})\s+{_GOAL})(?!\w)"
    return re.compile(rf"\s*{one}(?:(?:\s*[,;/&]\s*|\s+)(?:(?:and|et)\s+)?{one})*\s*\.?")


def find(folded: str) -> Iterator[tuple[int, int, Entity]]:
    """(start, end, target) for each number, in the order of the text; the last of a list takes what closes it."""
    for pattern in _patterns():
        for match in pattern.finditer(folded):
            group = "numbers" if match["numbers"] is not None else "known"
            numbers = list(_NUMBER.finditer(match[group]))
            if not all(_is_known(number.group()) for number in numbers):
                continue
            base, behind = match.start(group), match.end()
            for number in numbers:
                start = match.start() if number is numbers[0] else base + number.start()
                end = behind if number is numbers[-1] else base + number.end()
                yield start, end, target(number.group())
            while (again := _again().match(folded, behind)) is not None and _is_known(again["numbers"]):
                behind = again.end()
                yield again.start("numbers"), behind, target(again["numbers"])


def listed(folded: str) -> list[Entity]:
    """The targets of a cell that holds nothing else: "8.7; 16.2"; none where it says something else."""
    numbers = _NUMBER.findall(folded) if _cell().fullmatch(folded) is not None else []
    return [target(number) for number in numbers] if all(map(_is_known, numbers)) else []


def _is_known(number: str) -> bool:
    return 1 <= int(number.split(".")[0]) <= GOALS


def target(number: str) -> Entity:
    """The target '16.2' or the goal '5'; of a target the number alone is a name, too."""
    others: tuple[tuple[str, str], ...]
    if "." in number:
        en, fr = f"SDG target {number}", f"cible {number} des objectifs de développement durable"
        others = (("en", f"target {number}"), ("fr", f"cible {number}"), ("en", number), ("fr", number))
    else:
        en, fr = f"SDG {number}", f"ODD {number}"
        others = (
            ("en", f"Sustainable Development Goal {number}"),
            ("fr", f"objectif de développement durable {number}"),
        )
    return Entity(PREFIX + number, "Target", (("en", en), ("fr", fr), *others))
