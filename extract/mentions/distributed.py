"""Several bodies under one plural noun: "the Ministries of Justice, Labour and the Interior", « les parlements du Bénin
et du Togo », each of them by its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.mentions import french_words
from extract.mentions.chunk import Line
from extract.mentions.common import start_of
from extract.mentions.heads import Head, table
from ontology.lexicon import data
from ontology.types import is_any

_PLACES = ("State", "City", "Region", "Place")
_AND = {"en": re.compile(r",? and |, "), "fr": re.compile(r" et |, ")}
_OF = {"en": re.compile(r" of "), "fr": re.compile(r" (?=(?:de la |de l['’]|du |des |de |d['’]))")}
_LED = {"en": re.compile(r"(?:the )?"), "fr": re.compile(r"(?:de la |de l['’]|du |des |de |d['’])")}
_NAME = {
    "en": re.compile(r"[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|of|for)(?= [A-Z]|[,;.)]| and |$)){0,4}(?! [A-Z])"),
    "fr": re.compile(r"[^\W\d_]+(?: [^\W\d_]+(?=[,;.)]| et |$))?"),
}
_FURTHER = re.compile(r" ([^\W\d_]+)(?![\w’'-])")  # « des affaires [sociales] ainsi que »


@dataclass(frozen=True, slots=True)
class Several:
    """Bodies of one type at ``[start, end)``, by their names."""

    start: int
    end: int
    type: str
    names: tuple[str, ...]


def find(line: Line, heads: Sequence[Head], language: str) -> Iterator[Several]:
    """Such lists in the sentence ``line``; ``heads`` are its head nouns."""
    for head in heads:
        if (
            head.plural
            and not _comes(line.text[head.start : head.end].lower(), language)
            and is_any(head.type, ("Body", "Organization"))
        ):
            of = _OF[language].match(line.text, head.end, line.high)
            parts = [*_parts(line, head, of.end(), language)] if of is not None else []
            if of is not None and len(parts) > 1:
                yield _several(line, head, parts, language)


def _comes(word: str, language: str) -> bool:
    """ "delegations of Kenya and Togo" are those States."""
    return "part" in table(language).vocabulary.get(word, ())


def _several(line: Line, head: Head, parts: list[tuple[int, int]], language: str) -> Several:
    start = start_of(line, head.start) if language == "en" else head.start
    front = line.text[start : head.start] + _cased(head.noun, line.text[head.start])
    of = " of " if language == "en" else " "
    names = tuple(front + of + line.text[first:last] for first, last in parts)
    return Several(start, parts[-1][1], head.type, names)


def _cased(noun: str, first: str) -> str:
    return noun[0].upper() + noun[1:] if first.isupper() else noun


def _parts(line: Line, head: Head, start: int, language: str) -> Iterator[tuple[int, int]]:
    """The parts of the list that begins at ``start``: places, or what ministries are of."""
    position: int | None = start
    joint = ""
    while position is not None:
        led = _LED[language].match(line.text, position, line.high)
        if led is None:
            return
        end = _part(line, head, led.end(), language)
        if end is None:
            return
        yield position, end
        step = _AND[language].match(line.text, end, line.high)
        ended = step is not None and joint == step.group() != ", "  # "… and Social Affairs [and] the Red Cross"
        joint = step.group() if step is not None else ""
        position = step.end() if step is not None and not ended else None


def _part(line: Line, head: Head, start: int, language: str) -> int | None:
    span = line.starts.get(start)
    if span is not None:
        return span.end if span.type in _PLACES else None
    if head.noun not in data("heads")[language]["portfolios"]:
        return None
    match = _NAME[language].match(line.text, start, line.high)
    if match is None:
        return None
    further = _FURTHER.match(line.text, match.end(), line.high) if language == "fr" else None
    return further.end() if further is not None and french_words.is_adjective(further[1]) else match.end()
