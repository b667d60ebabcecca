"""Who or what serves a target, by the words around the two: "target 5.2 is supported by", « l'apport de … à la »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.demands.words import acts
from extract.facts import Entity
from extract.framing.attitude import conditional
from extract.framing.governing import demanded_clause
from extract.mentions.targets import PREFIX
from extract.syntax.items import has
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.lexicon import data
from ontology.types import is_any

_AGENT, _TARGET = "@", "#"  # in the templates of frames/targets.yaml
_APART = ("State", "ActorGroup", "Office", "Plan", "Meeting")  # that a sentence names beside who serves
_PART = re.compile(r"<(\w+)>")


def is_target(row: Row, index: int) -> bool:
    """Does a target or goal of sustainable development stand at ``index``?"""
    return row.kind(index) == "E" and row.items[index].data.id.startswith(PREFIX)


def runs(row: Row, folded: str) -> Iterator[list[int]]:
    """The targets of a row, by their indices, those together that one list holds; ``folded`` is the folded text that
    the offsets of the row point into.
    """
    run: list[int] = []
    for index in range(len(row.items)):
        if not is_target(row, index):
            continue
        between = folded[row.items[run[-1]].end : row.items[index].start] if run else ""
        if run and _part(row.language, "joins").fullmatch(between) is None:
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def served(row: Row, run: Sequence[int], folded: str, types: Sequence[str]) -> list[Entity]:
    """Who, of one of ``types``, serves the targets at ``run`` by the words of the row; nobody where it is denied,
    wanted or doubted.
    """
    for phrase, entities in _agents(row, types):
        text = _masked(row, phrase, run, folded)
        match = _said(row.language).search(text)
        if match is None or not _is_own(row.language, text, match) or not _holds(row.language, text, match):
            continue
        if _real(row, min(run[0], phrase.start), max(run[-1], phrase.end - 1)):
            return entities
    return _alone(row, run, folded, types)


def _alone(row: Row, run: Sequence[int], folded: str, types: Sequence[str]) -> list[Entity]:
    """The one body or programme that the sentence names beside the targets, where its words speak of nothing but
    service to them.
    """
    named = [(phrase, entities) for phrase, entities in _agents(row, types) if not is_any(entities[0].type, _APART)]
    if len(named) != 1 or len(list(runs(row, folded))) != 1:
        return []
    text = _masked(row, named[0][0], run, folded)
    told = _word("helps", row.language).search(text) is not None and _word("other", row.language).search(text) is None
    doubt = [_pattern(name, row.language).search(text) for name in ("against", "void")]
    plain = not any(
        item.kind == "X" or item.kind == "V" and (item.data.negated or item.data.unreal) for item in row.items
    )
    return named[0][1] if told and plain and not any(doubt) and _real(row, len(row.items), 0) else []


def _masked(row: Row, phrase: Phrase, run: Sequence[int], folded: str) -> str:
    """The words of the row with a sign for who is named and one for the targets."""
    who = (phrase.members[0].item.start, row.items[phrase.end - 1].end, _AGENT)
    what = (row.items[run[0]].start, row.items[run[-1]].end, _TARGET)
    first, second = sorted((who, what))
    if first[1] > second[0]:
        return ""
    begin, end = row.items[0].start, row.items[-1].end
    return f"{folded[begin : first[0]]}{first[2]}{folded[first[1] : second[0]]}{second[2]}{folded[second[1] : end]}"


def _agents(row: Row, types: Sequence[str]) -> Iterator[tuple[Phrase, list[Entity]]]:
    """The phrases that name who may serve a target."""
    behind = 0
    for index in range(len(row.items)):
        if index < behind or row.kind(index) != "E" or is_target(row, index):
            continue
        phrase = row.phrase(index)
        if phrase is None or any(is_target(row, k) for k in range(phrase.start, phrase.end)):
            member, end = row.member(index)
            phrase = Phrase([member], index, end)
        behind = phrase.end
        found = phrase.entities
        if found and all(is_any(one.type, types) for one in found):
            yield phrase, found


def _is_own(language: str, text: str, match: re.Match[str]) -> bool:
    """Does who is named serve: not "the critics of UNODC contribute", but "the work of UNODC contributes"?"""
    ahead = text[: match.start()]
    whose = _part(language, "foreign").search(ahead)
    labelled = match[0][1:].lstrip()[:1] in (":", "–", "—", "-")  # "Annual report of UNODC: contribution to …"
    return match[0][0] != _AGENT or labelled or whose is None or _part(language, "own").search(ahead) is not None


def _holds(language: str, text: str, match: re.Match[str]) -> bool:
    """Does nothing around the words take them back: "it is hoped that", "has yet to be seen"?"""
    low = text.rfind(";", 0, match.start()) + 1
    against, void = (_pattern(name, language) for name in ("against", "void"))
    return against.search(text, low, match.end()) is None and void.search(text, match.start()) is None


def _real(row: Row, low: int, high: int) -> bool:
    """Is what the items at ``[low, high]`` say neither denied nor wanted, before them or by the verb behind them?"""
    verbs = [k for k, item in enumerate(row.items) if item.kind == "V"]
    before = [k for k in verbs if k < low and not any(row.kind(j) == ";" for j in range(k, low))]
    if any(row.items[k].data.negated or row.items[k].data.unreal for k in before) or conditional(row, low):
        return False
    if any(not acts(row.language).keys().isdisjoint(row.items[k].data.lemmas) for k in before):
        return False  # "calls for the contribution of UNODC to target 16.2"
    if any(has(item, flag) for item in row.items[:low] for flag in ("I", "U", "doubting")):
        return False
    if any(demanded_clause(row, k) for k in verbs if low < k):
        return False
    behind = next((k for k in range(high + 1, len(row.items)) if row.kind(k) in ("V", ",", ";", ":", "R", "S", "C")), 0)
    return row.kind(behind) != "V" or not (row.items[behind].data.negated or row.items[behind].data.unreal)


@cache
def _pattern(name: str, language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){data('frames/targets')[name][language]}(?!\w)")


@cache
def _word(name: str, language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{data('frames/targets')['served'][language][name]})(?!\w)")


@cache
def _said(language: str) -> re.Pattern[str]:
    content = data("frames/targets")["served"][language]
    templates = "|".join(f"(?:{_filled(template, content)})" for template in content["says"])
    return re.compile(rf"(?<!\w)(?:{templates})(?!\w)")


@cache
def _part(language: str, name: str) -> re.Pattern[str]:
    content = data("frames/targets")["served"][language]
    return re.compile(_filled(content[name], content))


def _filled(template: str, content: dict[str, str]) -> str:
    """A template with its parts, "<work>", put in, folded but for the signs of patterns."""
    while (part := _PART.search(template)) is not None and part[1] in content:
        template = template[: part.start()] + f"(?:{content[part[1]]})" + template[part.end() :]
    return template
