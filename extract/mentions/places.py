"""Places that no list knows: "in Mzuzu on 21 August", « à Bergen (Norvège) », "the port of Mtwara"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from extract.mentions.heads import Head
from ontology.fold import fold
from ontology.lexicon import data

_LINK = r"(?:(?:de|do|da|dos|del) )?"  # "Madre de Dios"
_NAME = (
    r"(?P<name>[A-ZÀ-Ý][^\W\d_]+(?:[’'-][A-ZÀ-Ý]?[^\W\d_]+)*"
    rf"(?: {_LINK}[A-ZÀ-Ý][^\W\d_]+(?:-[^\W\d_]+)*){{0,2}})"
)


def _grounds(language: str) -> str:
    """ "the port of ", « la ville de », « le département du », « la province d’ »."""
    nouns = "|".join(data("heads")[language]["place"]["nouns"])
    of = "of " if language == "en" else "(?:de la |de |du |des |d['’])"
    return f"(?:{nouns}) {of}"


@cache
def _pattern(language: str) -> re.Pattern[str]:
    before = "|".join(data("heads")[language]["place"]["before"])
    after = "|".join(data("heads")[language]["place"]["after"])
    opening = "In" if language == "en" else "À"  # "In Mae Sot, IOM trained"
    led = f"(?:(?:{before}|{opening}) |{_grounds(language)})"
    counted = r"| \d| l['’]" if language == "fr" else ""  # « a formé à Kenema 215 agents », « à Kenema l’opération »
    return re.compile(rf"(?<![\w-]){led}{_NAME}(?![\w-])(?=,? \(|,|\.|;|$| (?:{after})(?!\w){counted})")


_BRACKETED = re.compile(rf" \({_NAME}(?=[,;] (?:[^()\d]* )?(?:\d{{1,2}}[^()]* )?\d{{4}}\))")


_OF = r"(?:of the |of |de la |de l['’]|du |des |de |d['’])"
_GOVERNED = re.compile(rf" {_OF}(?P<name>(?:[a-zà-ÿ-]+ {_OF})?(?P<proper>[A-ZÀ-Ý][\w’'-]*(?: [A-ZÀ-Ý][\w’'-]*)*))")


def governed(text: str, head: Head, language: str) -> re.Match[str] | None:
    """The place that an office governs, behind its ``head``: "Governor of [Borno State]", « maire de [la ville de
    [Zinder]] », as a match with the groups 'name' and 'proper'; None for other offices.
    """
    governs = head.noun in data("heads")[language]["of_places"]
    return _GOVERNED.match(text, head.end) if governs else None


def in_brackets(text: str, end: int, high: int) -> tuple[int, int] | None:
    """The span of the place in the brackets that open at ``end``, before a date: "Operation Dawn (Daejeon, 2010)"."""
    match = _BRACKETED.match(text, end, high)
    return None if match is None else match.span("name")


@cache
def _further(language: str) -> re.Pattern[str]:
    """The second of two: "in Irbid and Zarqa in October"."""
    content = data("heads")[language]["place"]
    before, after = "|".join(content["before"]), "|".join(content["after"])
    joint = rf" (?:and|et) (?:(?:{before}|of|de) )?"
    return re.compile(rf"{joint}{_NAME}(?![\w-])(?=,|\.|;|$| (?:{after})(?!\w))")


def find(text: str, start: int, end: int, language: str, is_word: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Spans of unknown places in ``text[start:end]``; ``is_word`` tells a folded word that is no name."""
    for match in _pattern(language).finditer(text, start, end):
        if not _holds_word(match["name"], is_word, language):
            yield match.start("name"), match.end("name")
            other = _further(language).match(text, match.end("name"), end)
            if other is not None and not _holds_word(other["name"], is_word, language):
                yield other.start("name"), other.end("name")


def _holds_word(name: str, is_word: Callable[[str], bool], language: str) -> bool:
    """Is a part of the name, small words aside, a common word, or that of a language or a feast: "in Swahili"?"""
    parts = [fold(part) for part in name.split(" ") if part[:1].isupper()]
    return any(is_word(part) or part in _never(language) for part in parts)


@cache
def _never(language: str) -> frozenset[str]:
    return frozenset(map(fold, data("heads")[language]["place"]["never"]))
