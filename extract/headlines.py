"""Headlines in which every word has a capital, "UNODC Launches Programme in Malawi": where their verb stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract import wording
from extract.document import Document
from extract.facts import Entity, Fact

LONGEST = 200  # characters
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SMALL = 4  # letters of words that may go without a capital
_MOST = 0.7  # of the longer words: "against", "between" may have none
_ORDINAL = re.compile(r"(?:[a-z]+-)?(?:first|second|third|[a-z]+th)")  # "Committee Opens Forty-First Session": its own
_LEAST = 4  # words


def recased(document: Document) -> tuple[str, frozenset[int]]:
    """The text of ``document``, each character in its place, with the verbs of its headlines in small letters; and
    which passages are such headlines.
    """
    text, found = document.text, []
    for number, passage in enumerate(document.passages):
        if passage.kind in ("title", "heading", "frontmatter") and passage.language == "en":
            for start, _ in verbs(text[passage.start : passage.end]):
                first = passage.start + start
                text = f"{text[:first]}{text[first].lower()}{text[first + 1 :]}"
                found.append(number)
    return text, frozenset(found)


def is_sure(fact: Fact) -> bool:
    """Does a fact of a headline name nothing but what is known? What it shortens has its name in the text."""
    from ontology.authority import records
    from ontology.types import is_any

    named = [value for value in fact.roles.values() if isinstance(value, Entity)]
    sure = (one.id in records() or is_any(one.type, ("Resolution", "Decision", "Document")) for one in named)
    return fact.kind == "documents" or all(sure)


def verbs(line: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each verb with a capital in an English headline of which all longer words have one."""
    words = [*_WORD.finditer(line)] if len(line) <= LONGEST else []
    long = [word.group()[0].isupper() for word in words if len(word.group()) > _SMALL]
    if len(words) < _LEAST or line.isupper() or sum(long) < _MOST * len(long):
        return
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        between = line[before.end() : word.start()]
        if between.strip() == "" and word.group()[1:].islower() and _tells(line, before, word, after):
            yield word.span()


def _tells(line: str, before: re.Match[str], word: re.Match[str], after: re.Match[str]) -> bool:
    """Is ``word`` a verb: one that is no noun, or one behind who does it?"""
    said, subject = wording.fold(word.group()), wording.fold(before.group())
    behind = wording.fold(after.group())
    if not (word.group()[0].isupper() and before.group()[0].isupper()) or behind in ("of", "and"):
        return False
    if _ORDINAL.fullmatch(behind):
        return False
    if said in wording.words("headline_verbs", "sure"):
        return True
    heads = {wording.fold(one) for one in _WORD.findall(line[: before.end()])} & wording.words("letterheads")
    actor = bool(heads) or _is_actor(line, before.end())
    if said in wording.words("headline_verbs", "beside"):
        return actor
    several = subject in wording.words("headline_verbs", "several") or (actor and " and " in line[: before.end()])
    return several and said in wording.words("headline_verbs", "together")


def _is_actor(line: str, end: int) -> bool:
    """Does the name of an actor end here?"""
    from extract.mentions.names import find
    from ontology.authority import records
    from ontology.fold import fold
    from ontology.types import is_a

    return any(last == end and is_a(records()[one].type, "Actor") for _, last, one in find(line, fold(line)))
