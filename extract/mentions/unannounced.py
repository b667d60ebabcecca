"""Programmes whose names stand alone, and are told to be programmes by what is around: the next sentence ("Safe
Crossings, which ICMPD launched in 2021, helps guards. The programme …") or the words above a list.

The words stand in ontology/lexicon/works.yaml under `unannounced`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.document import Document, Passage, Sentence
from extract.mentions.describing import Hit
from extract.mentions.heads import is_head, table
from extract.mentions.projects import Projects
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.inflection import plural
from ontology.lexicon import data

_CAPITAL = r"[A-ZÀ-Ý][^\W\d_]*(?:[-’'][^\W\d_]+)*"
_LINKS = r"(?:(?:of|for|to|in|on|the|and|without|de|du|des|la|pour|sans|et) ){0,2}"
_NAME = rf"(?P<name>{_CAPITAL}(?: {_LINKS}{_CAPITAL}){{1,4}})"


@dataclass(frozen=True, slots=True)
class _Words:
    opened: re.Pattern[str]  # the name that opens a sentence, with what only is said of things
    resumed: re.Pattern[str]  # "The programme" as the first words of another sentence
    nouns: re.Pattern[str]
    above: re.Pattern[str]  # "programmes", "initiatives" in the words above a list
    singular: dict[str, str]  # "initiatives" -> "initiative"
    item: re.Pattern[str]  # the name that opens an item


def find(
    document: Document, sentence: Sentence, language: str, known: Sequence[Hit], projects: Projects
) -> Iterator[Hit]:
    """The programme that opens ``sentence`` so, where it is none of the ``known`` names."""
    passage = document.passages[sentence.passage]
    start = max(sentence.start, passage.body or sentence.start) if sentence.start == passage.start else sentence.start
    words = _words(language)
    match = words.opened.match(document.text, start, sentence.end)
    noun = _resumed(document, sentence, passage, words) if match is not None else None
    if noun is None and passage.kind == "item" and start == passage.body:
        match = words.item.match(document.text, start, sentence.end)
        noun = _above(document, passage, words) if match is not None else None
    if match is None or noun is None or not _is_free(match, known, language):
        return
    yield match.start("name"), match.end("name"), projects.entity(match["name"], noun, language)


def _resumed(document: Document, sentence: Sentence, passage: Passage, words: _Words) -> str | None:
    """The noun by which a later sentence of the passage takes up the one thing that this one may mean."""
    again = words.resumed.search(document.text, sentence.end, passage.end)
    between = again is not None and words.nouns.search(document.text, sentence.start, again.start())
    return again["noun"] if again is not None and not between else None


def _above(document: Document, passage: Passage, words: _Words) -> str | None:
    """The noun in the words that introduce the list: "Initiatives undertaken since then include the following:"."""
    above = document.passages[passage.parent] if passage.parent is not None else None
    if above is None or not document.text[above.start : above.end].endswith(":"):
        return None
    found = words.above.search(document.text, above.start, above.end)
    return words.singular[found.group().lower()] if found is not None else None


def _is_free(match: re.Match[str], known: Sequence[Hit], language: str) -> bool:
    first, last = match.span("name")
    parts = [fold(part) for part in match["name"].split(" ")]
    plain = not any(is_head(part, language) or part in table(language).titles for part in parts)
    return plain and not any(start < last and first < end for start, end, _ in known)


@cache
def _words(language: str) -> _Words:
    content, kinds = data("works")[language]["unannounced"], data("works")[language]["projects"]
    nouns = [noun for noun in kinds["Programme"] if " " not in noun] + kinds["Campaign"][:1]
    listed = any_of(nouns)
    singular = {plural(noun, language): noun for noun in nouns}
    return _Words(
        opened=re.compile(rf"{_NAME}(?= ?(?:{content['said']}))"),
        resumed=re.compile(rf"(?<=[.!?»”] )(?:{content['again']}) ?(?P<noun>{listed})(?! (?:{content['named']})\b)\b"),
        nouns=re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE),
        above=re.compile(rf"(?<!\w)(?:{any_of(singular)})(?!\w)", re.IGNORECASE),
        singular=singular,
        item=re.compile(rf"{_NAME}(?=(?: \([^()]*\))?(?:,| [–—-]|:))"),
    )
