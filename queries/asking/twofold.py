"""Two questions about one thing in one sentence: "Who led Operation Reef, and how many suspects were arrested?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from queries.asking.parts import Sentence
from queries.asking.reading import readings
from queries.asking.understanding import Reading
from queries.asking.words import Segment, Token, Vocabulary

_ASKING = ("ask", "how")
_LEADING = ("ask", "be", "list", "empty")
_NOUNS = {"noun", "post", "type", "ask"}
_CLITIC = re.compile(r"(qui)\s+(en\s(?!\d)|l['’]\s?|l[ae]\s|les\s)", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:it|its|they|their|them|he|she|him|his)\b", re.IGNORECASE)
_OWN = ("its", "their", "his")


def halves(words: Sequence[Token], segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """Where the first question ends and the second begins, as offsets into the text: around an "and" before a word that
    asks.
    """
    for joint, asking in pairwise(segments[1:]):
        if joint.all("and") and any(asking.get(cls) is not None for cls in _ASKING):
            yield words[joint.first].start, words[asking.first].start


def about_one(text: str, before: str, segments: Sequence[Segment], sentence: Sentence) -> str | None:
    """The second question with what its pronoun stands for: the only name of the first, or all of it where it is no
    question but a noun: "theme of the World Day 2017 and who chose it"; None where that is open."""
    names = [name.text for phrase in sentence.named for name in phrase.names]
    if any(s.get("ask") is not None or s.all("list") for s in segments):
        return with_name(text, names[0]) if len(names) == 1 else None
    return with_name(text, before[:1].lower() + before[1:])


def apart(text: str, words: Sequence[Token], segments: Sequence[Segment]) -> tuple[str, str] | None:
    """ "Publisher and year of the toolkit", « éditeur et année du guide »: a question after each of two nouns."""
    for at in range(1, len(segments) - 2):
        one, other, of = segments[at - 1], segments[at + 1], segments[at + 2]
        if not all(s.all("empty", *_LEADING) for s in segments[: at - 1]):
            return None
        if segments[at].all("and") and all(map(_is_noun, (one, other))) and of.all("prep", "in", "empty"):
            start, end = words[one.first].start, words[segments[at].first].start
            return text[:end] + text[words[of.first].start :], text[:start] + text[words[other.first].start :]
    return None


def _is_noun(segment: Segment) -> bool:
    return bool(_NOUNS & {m.cls for m in segment.meanings}) and not segment.all("name")


def with_name(text: str, name: str) -> str | None:
    """The second question with the name of the thing for its pronoun: "who chairs it", « qui la préside », « qui en
    assure le secrétariat »; None where it has none."""
    if (clitic := _CLITIC.match(text)) is not None:
        of = "de " if clitic[2] == "en " else ""
        return f"{clitic[1]} {text[clitic.end() :].rstrip(' ?')} {of}{name} ?"
    if (pronoun := _PRONOUN.search(text)) is None:
        return None
    owned = "'s" if pronoun[0].lower() in _OWN else ""
    return f"{text[: pronoun.start()]}{name}{owned}{text[pronoun.end() :]}"


def is_elliptic(sentence: Sentence) -> bool:
    """Whether a question has no verb, and only another time or thing than the one before: "who in 2018"."""
    return bool(sentence.times or sentence.named) and not (sentence.cues or sentence.weak or sentence.unknown)


def together(vocabulary: Vocabulary, one: Sentence, other: Sentence) -> list[Reading]:
    """The readings that ask one kind of fact for what both questions want; the second names nothing of its own."""
    if one.unknown or other.unknown or other.named:
        return []
    other = replace(other, flags=other.flags | {"list"})  # "who founded it": what it asks about, the first names
    second = {reading.kind: reading for reading in reversed(readings(vocabulary, other)) if _lists(reading)}
    return [
        replace(first, asked=(*first.asked, *second[first.kind].asked))
        for first in readings(vocabulary, one)
        if _lists(first) and first.kind in second and not second[first.kind].roles
    ]


def _lists(reading: Reading) -> bool:
    return reading.mode == "list" and bool(reading.asked)
