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


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """(targets, goals), for folded text; the number is in the group 'numbers', what says whose it is in 'of'."""
    words = {name: "|".join(map(strip_accents, listed)) for name, listed in data("symbols")["targets"].items()}
    joined = r"(?:\s*,\s*|\s*,?\s+(?:and|et|to|a|ou|or)\s+)(?:(?:the|la|les|l)\s)?"
    target, goal = r"\d{1,2}\.[\da-d]", r"\d{1,2}(?![\d.]*\d)"
    of = rf"(?P<of>\s+(?:{words['of']}))"
    return (
        re.compile(rf"(?<![\w.])(?:{words['target']})\s+(?P<numbers>{target}(?:{joined}{target})*)(?!\w){of}?"),
        re.compile(
            rf"(?<![\w.])(?:(?:{words['goal']})\s+(?P<numbers>{goal}(?:{joined}{goal})*)(?!\w)"
            rf"|(?:{words['number']})\s+(?P<known>{goal}(?:{joined}{goal})*){of})"
        ),
    )


def find(folded: str) -> Iterator[tuple[int, int, Entity]]:
    """(start, end, target) for each number, in the order of the text; the last of a list takes what closes it."""
    for pattern in _patterns():
        for match in pattern.finditer(folded):
            group = "numbers" if match["numbers"] is not None else "known"
            numbers = list(re.finditer(r"\d{1,2}(?:\.[\da-d])?", match[group]))
            if any(not 1 <= int(number.group().split(".")[0]) <= GOALS for number in numbers):
                continue
            base = match.start(group)
            for number in numbers:
                start = match.start() if number is numbers[0] else base + number.start()
                end = match.end() if number is numbers[-1] else base + number.end()
                yield start, end, target(number.group())


def target(number: str) -> Entity:
    """The target '16.2' or the goal '5'."""
    if "." in number:
        names = (f"SDG target {number}", f"cible {number} des objectifs de développement durable")
        short = (f"target {number}", f"cible {number}")
    else:
        names = (f"SDG {number}", f"ODD {number}")
        short = (f"Sustainable Development Goal {number}", f"objectif de développement durable {number}")
    labels = (("en", names[0]), ("fr", names[1]), ("en", short[0]), ("fr", short[1]))
    return Entity(PREFIX + number, "Target", labels)
