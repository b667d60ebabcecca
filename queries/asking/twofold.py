"""Two questions about one thing in one sentence: "Who led Operation Reef, and how many suspects were arrested?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from queries.asking.parts import Sentence
from queries.asking.reading import readings
from queries.asking.understanding import Reading
from queries.asking.words import Segment, Token, Vocabulary, tokens

_ASKING = ("ask", "how")
_LEADING = ("ask", "be", "list", "empty")
_NOUNS = {"noun", "post", "type", "ask"}
_CLITIC = re.compile(r"(qui)\s+(en\s(?!\d)|l['’]\s?|l[ae]\s|les\s)", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:it|its|they|their|them|he|she|him|his)\b", re.IGNORECASE)
_AND = re.compile(r"\s*[,;]\s*(?:and\s|et\s)?|\s(?:and|et|&|/)\s", re.IGNORECASE)
_COLON = re.compile(r":|\s[-–—]\s")
_VERBAL = ("verb", "light")
_BARE = re.compile(r"(?:with|avec) (?:whom|who|qui|quels? partenaires?|which partners?)", re.IGNORECASE)
_OWN = ("its", "their", "his")


def halves(words: Sequence[Token], segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """Where the first question ends and the second begins, as offsets into the text: around an "and" before a word that
    asks, or a preposition before that: "and *on* what date".
    """
    for at, (joint, behind) in enumerate(pairwise(segments[1:]), 1):
        asking = segments[at + 2 : at + 3] if behind.all("prep", "in") else [behind]
        if joint.all("and") and any(segment.get(cls) is not None for segment in asking for cls in _ASKING):
            yield words[joint.first].start, words[behind.first].start


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


def after_colon(
    vocabulary: Vocabulary, text: str, words: Sequence[Token], segments: Sequence[Segment], language: str
) -> Iterator[list[str]]:
    """For each thing asked behind a colon the questions that it may be short for, about what stands before: "place" is
    the place of it, "requested by whom" that it was, and "when" behind that when it was."""
    thing, rest = (part.strip() for part in (*_COLON.split(text, maxsplit=1), "")[:2])
    before = [s for s in segments if words[s.last - 1].end <= len(thing)]
    if not rest or not before or any(s.get("ask") is not None or s.all("list", "be") for s in before):
        return
    of, was = vocabulary.content["asked_of"][language]
    led = ""
    for said in _AND.split(rest.rstrip(" ?.!")):
        found = tokens(said)
        asks = any(vocabulary.asks(word.folded) for word in found[:2])
        if participle := _participle(vocabulary, found, language) if found else "":
            led = participle
            yield [f"{thing} {was} {said}"]
        elif led and asks:
            yield [f"{thing} {was} {led} {said}"]
        else:
            whole = f"{said} {of} {thing}"
            yield [with_name(said, thing) or f"{said} {thing}", whole] if asks else [whole, f"{said} {thing}"]


def _participle(vocabulary: Vocabulary, words: Sequence[Token], language: str) -> str:
    """ "requested" of "requested by which resolution"; '' where no participle leads."""
    asks = any(vocabulary.asks(word.folded) for word in words[1:])
    leads = any(
        m.cls in _VERBAL and m.data[1] == "pp"
        for meanings in vocabulary.phrases(words, 0, language).values()
        for m in meanings
    )
    return words[0].raw if asks and leads else ""


def of_same(text: str, words: Sequence[Token], segments: Sequence[Segment]) -> tuple[str, str] | None:
    """ "When did IOM launch it, and *with whom*": a question, and another of which a preposition and a word that asks
    are told, with the rest of the first, and {} for whoever is its answer: "who launched it, and with whom"."""
    begin = next((s for s in segments if not s.all("ask", "type") and (s.all("have") or not s.all("prep"))), None)
    joints = [segments[at : at + 2] for at in range(1, len(segments) - 1) if segments[at].all("and")]
    for joint, other in joints:
        end, start = words[joint.first].start, words[other.first].start
        bare = _BARE.fullmatch(text[start:].strip(" ?"))
        if bare is not None and begin is not None:
            first = text[:end].rstrip(" ,")
            who = "{} " if begin.all("have", "verb", "be") else ""
            return first, f"{bare[0]} {who}{first[words[begin.first].start :]} ?"
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


def in_other_time(text: str, words: Sequence[Token], segments: Sequence[Segment], second: str) -> str | None:
    """The first question with the only time of the second for its own: "how many came in 2019, and how many in 2020";
    None where it has not one of its own."""
    times = [s for s in segments if s.all("time")]
    if len(times) != 1:
        return None
    start, end = words[times[0].first].start, words[times[0].last - 1].end
    return f"{text[:start]}{second}{text[end:]}"


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
