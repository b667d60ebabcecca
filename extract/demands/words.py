"""The words of demands, ready to be asked: verbs and their acts, what opens paragraphs, what an infinitive is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extract.mentions.heads import table
from extract.syntax import infinitives
from extract.syntax.items import Item
from ontology.fold import strip_accents
from ontology.lexicon import data, frames, verb_forms
from ontology.types import is_a

READER = "demands"
ADVERBS = 3  # before or behind an opening verb: "also once again strongly urges"


@dataclass(frozen=True, slots=True)
class Openers:
    """Patterns for folded text: what opens a paragraph, and what goes on with another verb behind "and" or a comma."""

    first: re.Pattern[str]
    further: re.Pattern[str]
    nouns: Mapping[str, str]  # of a demand that is repeated -> its act
    stronger: Mapping[str, str]  # adverb -> the act it makes of a request


@cache
def acts(language: str) -> Mapping[str, str]:
    """Lemma of a verb that asks -> local name of its act."""
    return {
        lemma: frame.fixed["act"]
        for frame in frames()
        if frame.options.get("read") == READER
        for lemma in frame.verbs[language]
    }


@cache
def forms(language: str) -> frozenset[str]:
    """Forms of the verbs that ask, in lower case: without one of them a sentence asks for nothing."""
    found = {form for lemma in acts(language) for form, _ in verb_forms(language).get(lemma, ())}
    phrasal = data("verbs")[language]["phrasal"]
    found |= {entry["particle"].split(" ")[-1] for lemma, entry in phrasal.items() if lemma in acts(language)}
    return frozenset(found | set(_words(language, "wishes")) | set(data("demands")[language]["nouns"]))


@cache
def _words(language: str, name: str) -> tuple[str, ...]:
    return tuple(str(word) for word in data("demands")[language].get(name, ()))


@cache
def word_set(language: str, name: str) -> frozenset[str]:
    """A list of demands.yaml, folded."""
    return frozenset(strip_accents(word) for word in _words(language, name))


@cache
def word_list(language: str, name: str) -> frozenset[str]:
    """A list of demands.yaml as it is written: lemmas."""
    return frozenset(_words(language, name))


def _either(patterns: Iterable[str]) -> str:
    return "|".join(sorted(map(strip_accents, patterns), key=lambda pattern: (-len(pattern), pattern)))


@cache
def openers(language: str, *, form: str = "") -> Openers:
    """The opening verbs of ``language``; an act is the name of the group that matched, '_' for '-'. ``form``: "told",
    as minutes tell of them: "(a) Requested …", « a) A prié … »; "resolved", below "RESOLVES:": "1. To request …".
    """
    content = data("demands")[language]
    known = content[form] if form else content
    named = "|".join(f"(?P<{act.replace('-', '_')}>{_either(found)})" for act, found in known["openers"].items())
    adverb = f"(?:{_either(content['adverbs'])})"
    behind = rf"(?P<after>(?:,?\s+{adverb}(?![\w-]),?){{0,{ADVERBS}}})"
    before, again = rf"(?:{adverb},?\s+){{0,{ADVERBS}}}", strip_accents(content["repeated"])
    led = strip_accents(known.get("led", ""))
    verb = rf"(?P<before>{before}{led}{before})(?:{again}|(?:{named})(?![\w-])){behind}"
    other = rf"{before}{led}{before}(?P<other>{_either(known['others'])})(?![\w-])"
    subject = rf"(?:{_either(content['organs'])})?"
    joint = rf"(?:[,;](?:\s+(?:and|et|as well as|ainsi que))?|\s(?:and|et)),?\s+(?P<them>{content['them']})?"
    return Openers(
        re.compile(rf"{subject}{verb}"),
        re.compile(rf"{joint}(?:{verb}|{other})"),
        content["nouns"],
        content.get("stronger", {}),
    )


@cache
def infinitive(language: str) -> re.Pattern[str]:
    """What leads to a deed that is resolved: "To establish …", and neither "To urge …" nor "To welcome …"."""
    known = data("demands")[language]["resolved"]
    opening = _either([*known["others"], *(verb for listed in known["openers"].values() for verb in listed)])
    adverb = _either(data("demands")[language]["adverbs"])
    return re.compile(rf"(?:{strip_accents(known['mark'])})(?!(?:{adverb} )*(?:{opening})(?![\w-]))(?=\w)")


@cache
def led(language: str) -> re.Pattern[str]:
    """What leads to a further act that is resolved: "and to instruct the Secretariat", « et de charger le Fonds »."""
    return re.compile(rf"\s(?:{strip_accents(data('demands')[language]['resolved']['mark'])})")


@cache
def pattern(language: str, name: str) -> re.Pattern[str]:
    """A pattern of demands.yaml, for folded text."""
    return re.compile(strip_accents(str(data("demands")[language][name])))


def is_adverb(item: Item, language: str) -> bool:
    """Is it an adverb that no list knows: "urgently", « rapidement »?"""
    ending = "ly" if language == "en" else "ment"
    return item.kind == "W" and item.word.endswith(ending) and not item.readings.get("Q") and len(item.word) > 5


def is_deed(items: Sequence[Item], first: int, language: str) -> bool:
    """Do the items at ``first`` begin "the further development of", « l'adoption de »: what is done, and nobody who
    could be asked to do it?
    """
    k = first
    while k < len(items) and items[k].kind in ("D", "A"):
        k += 1
    if k == first or k == len(items):
        return False
    head = k
    while language == "en" and k + 1 < len(items) and items[k + 1].kind in "WNAV" and items[k].kind in "WNAV":
        k += 1
        head = k
    noun = strip_accents(items[head].word)
    led = head + 1 < len(items) and items[head + 1].kind == "P" and items[head + 1].data in ("of", "by", "in", "with")
    body = table(language).nouns.get(noun)
    if not led or items[head].kind == "E" or (body is not None and is_a(body[1], "Actor")):
        return False
    return pattern(language, "deed").search(noun) is not None


def is_infinitive(item: Item, language: str) -> bool:
    """May the item behind "to", « de », « à » be the verb of an action?"""
    if item.kind == "V":
        return item.data.form in ("infinitive", "base") or (language == "en" and "base" in _names(item))
    if item.kind not in ("W", "N", "Q", "I"):
        return False
    word = strip_accents(item.word)
    if language == "fr":
        return infinitives.is_infinitive(word)
    return (
        item.kind != "E"
        and (item.surface == "" or item.surface[0].islower())
        and not (word.endswith("s") and not word.endswith(("ss", "us")))
        and not pattern("en", "no_verb").search(word)
        and not ({"D", "P", "C", "O", "R"} & set(item.readings))
    )


def _names(item: Item) -> set[str]:
    return {name for _, name in item.readings.get("V", ())}


@cache
def gathering(language: str) -> re.Pattern[str]:
    """People without a name whom a line with a colon introduces: "On closing, the focal points also:"."""
    people, articles = (_either(_words(language, name)) for name in ("gathered", "articles"))
    of, behind = r"(?: (?:of|from|in|de|des|du|d') ?[^,;:]{1,60}?)?", pattern(language, "further_below").pattern
    return re.compile(
        rf"(?:^|^\W?\w{{1,4}}[.)]\s+|, )(?:{articles}) (?P<who>(?:[a-z-]+ ){{0,2}}(?:{people}){of})(?:{behind})$"
    )
