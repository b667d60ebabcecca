"""Who or what contributes to which target of sustainable development."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

from extract.demands.words import acts, word_set
from extract.facts import Entity
from extract.framing.attitude import conditional, granted
from extract.framing.governing import demanded_clause
from extract.mentions.targets import PREFIX
from extract.served import runs, served
from extract.syntax.items import Named
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.lexicon import data, frames, verb_set
from ontology.types import is_a, is_any

Roles = dict[str, Entity | str | int | float]
_REACH = 12  # items between the verb's side and a programme "within the framework of" which it contributes


def named(mentions: list[Named]) -> bool:
    """Is a target or goal of sustainable development named by its number?"""
    return any(isinstance(one.data, Entity) and one.data.id.startswith(PREFIX) for one in mentions)


def contributions(row: Row, folded: str, speaker: Entity | None) -> Iterator[tuple[str, Roles]]:
    """The contributions that a row tells of; ``folded`` is the folded text that its offsets point into, ``speaker``
    who "we" are.
    """
    told = dict.fromkeys(
        (agent, row.items[index].data)
        for run in runs(row, folded)
        for agent, index in _shared(row, run, _serving(row, run, folded, speaker))
    )
    yield from (("targets", {"agent": agent, "target": target}) for agent, target in told)


def _serving(row: Row, run: Sequence[int], folded: str, speaker: Entity | None) -> list[Entity]:
    """Who serves the targets at ``run``: by the verb that leads there, by what opens the sentence, or by the words
    around.
    """
    verb = _governor(row, run[0])
    if verb is None:
        found = _opened(row, run[0], folded)
    elif _said(row, verb) and _cued(row, verb, run[0], folded):
        found = [*(_agents(row, verb) or _ours(row, verb, speaker)), *_frameworks(row, verb, run[0])]
    else:
        found = []
    return found or ([] if _is_done_with(row, verb) else served(row, run, folded, _types()))


def _shared(row: Row, run: Sequence[int], agents: Sequence[Entity]) -> Iterator[tuple[Entity, int]]:
    """Each agent with each target; as many of both, with "respectively", one by one."""
    if row.turn() is not None:
        yield from zip(agents, run, strict=True) if len(agents) == len(run) else ()
    else:
        yield from product(agents, run)


@cache
def _types() -> tuple[str, ...]:
    return next(frame.types["agent"] for frame in frames() if frame.kind == "targets")


@cache
def _pattern(name: str, language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){data('frames/targets')[name][language]}(?!\w)")


def _governor(row: Row, index: int) -> int | None:
    """The verb whose clause leads to the target: finite, or the participle that describes a thing."""
    for k in range(index - 1, -1, -1):
        if row.kind(k) in (";", "?"):
            return None
        if row.items[k].word in ("that", "que", "qu") and row.kind(k - 1) == "V":
            return None  # "said that progress towards target 8.7 had stalled"
        if row.kind(k) == "V":
            verb = row.items[k].data
            if verb.form == "participle" and row.kind(k - 1) == "D":
                continue  # « contribue à l'atteinte de la cible »
            if verb.negated or (verb.unreal and not granted(row, row.clause(k))):
                return None
            if verb.form in ("finite", "participle", "base"):
                return k
    return None


def _said(row: Row, verb: int) -> bool:
    group = row.items[verb].data
    asked = not acts(row.language).keys().isdisjoint(group.lemmas)  # "urged States to achieve"
    return not (asked or conditional(row, verb) or demanded_clause(row, verb))


def _cued(row: Row, verb: int, index: int, folded: str) -> bool:
    """Does a word between the verb (or what opens the clause) and the target say that it is served?"""
    start, end = row.items[_noun_before(row, verb)].start, row.items[index].start
    words = folded[start:end]
    clause = folded[row.items[0].start : end]
    return bool(_pattern("cues", row.language).search(words)) and not _pattern("against", row.language).search(clause)


def _noun_before(row: Row, verb: int) -> int:
    """ "the contribution that WHO makes to target 3.8": the noun that the relative clause of the verb describes, else
    the verb.
    """
    if set(row.items[verb].data.lemmas).isdisjoint(verb_set("lending")):
        return verb
    relative = next((k for k in range(verb - 1, max(0, verb - _REACH), -1) if row.kind(k) in ("R", "S")), verb)
    return relative - 1 if row.kind(relative - 1) in ("W", "N") else verb


def _agents(row: Row, verb: int) -> list[Entity]:
    subject = row.subject(verb)
    if subject is None or subject.start > verb:
        return _apposed(row, verb) or _owners(row, verb)
    apposed = _apposed(row, subject.members[0].index) if subject.members[0].item.kind == "E" else []
    if apposed and not subject.members[0].item.definite:
        return apposed
    if subject.members[0].item.kind == "O":  # "IOM launched the Initiative, and it advances target 16.2"
        before = row.items[: subject.start]
        made = {item.data.id: item.data for item in before if item.kind == "E" and is_a(item.data.type, "Programme")}
        if len(made) == 1 and any(row.finite(k) for k in range(subject.start) if row.kind(k) == "V"):
            return [*made.values()]
    meant = [[*_those(row, phrase)] for phrase in _alternatives(subject)]
    found = next((some for some in meant if any(one.type != "State" for one in some)), meant[0])
    return found or _apposed(row, verb) or _owners(row, verb)


def _alternatives(phrase: Phrase) -> Iterator[Phrase]:
    """What a subject may be, the nearest first: « le projet mené au Niger, qui contribue »: Niger, or the project."""
    following: Phrase | None = phrase
    while following is not None:
        yield following
        following = following.otherwise


def _is_beside(row: Row, index: int) -> bool:
    return row.leading(index, "DAJW") == "with"


def _is_done_with(row: Row, verb: int | None) -> bool:
    """ "its work with bus companies supports target 16.2": only those are named with whom it is done."""
    subject = None if verb is None else row.subject(verb)
    return subject is not None and all(_is_beside(row, member.index) for member in subject.members)


def _those(row: Row, phrase: Phrase) -> Iterator[Entity]:
    """What of ``phrase`` may contribute."""
    for member in (one for one in phrase.members if not _is_beside(row, one.index)):
        yield from filter(_may, member.meant)


def _may(entity: Entity) -> bool:
    return is_any(entity.type, _types())


def _apposed(row: Row, verb: int) -> list[Entity]:
    """ "Alliance 8.7, a partnership created to help": what the noun that the participle describes is said of."""
    k = row.back(verb, "WAJDNQP")
    if row.kind(k) == "," and row.kind(k - 1) == "E" and _may(row.items[k - 1].data) and verb - k < _REACH:
        return [row.items[k - 1].data]
    return []


def _owners(row: Row, verb: int) -> list[Entity]:
    """« L'action de l'OIT concourt », "the work of ILO contributes", "ILO's work supports": whose it is."""
    k = verb - 1
    while row.kind(k) == "A":
        k -= 1
    if row.kind(k) == "W" and (relative := _whose(row, k)) is not None:
        antecedent = row.antecedent(relative)
        return [one for one in antecedent.entities if _may(one)] if antecedent else []
    first = next((k for k in range(_clause(row, verb), verb) if row.kind(k) == "E"), None)
    if first is None or not _may(row.items[first].data):
        return []
    before = first - 1
    while row.kind(before) == "D":
        before -= 1
    noun = row.kind(before) == "P" and row.items[before].data == "of" and row.kind(before - 1) in ("W", "N")
    return [row.items[first].data] if noun or row.kind(first + 1) == "'" else []


def _clause(row: Row, verb: int) -> int:
    """Where the clause of the verb begins: behind a mark, a relative or another verb."""
    return next((k + 1 for k in range(verb - 1, -1, -1) if row.kind(k) in (",", ";", ":", "R", "S", "V")), 0)


def _ours(row: Row, verb: int, speaker: Entity | None) -> list[Entity]:
    """Who speaks, behind "we", "our work"; not behind "our partners' work"."""
    start = _clause(row, verb)
    own = any(row.items[k].word in word_set(row.language, "ours") for k in range(start, min(start + 2, verb)))
    other = any(row.kind(k) == "E" for k in range(start, verb))
    return [speaker] if speaker is not None and own and not other and _may(speaker) else []


def _opened(row: Row, index: int, folded: str) -> list[Entity]:
    """ "In line with SDG target 10.7, IOM assisted …": who does what the sentence opens with the target for."""
    verb = next((k for k in range(index, len(row.items)) if row.kind(k) == "V" and row.finite(k)), None)
    opening = folded[row.items[0].start : row.items[index].start]
    if verb is None or not _pattern("opening", row.language).match(opening) or not _said(row, verb):
        return []
    negated = row.items[verb].data.negated or row.items[verb].data.unreal
    subject = None if negated else row.subject(verb)
    if subject is None or not index < subject.start < verb:
        return []
    return [one for one in subject.entities if _may(one)]


def _whose(row: Row, index: int) -> int | None:
    """The « dont », "whose" before the noun at ``index``."""
    k = index - 1
    while row.kind(k) == "D":
        k -= 1
    return k if row.kind(k) == "R" and row.items[k].word in ("dont", "whose") else None


def _frameworks(row: Row, verb: int, index: int) -> list[Entity]:
    """« dans le cadre de l'initiative Éducation pour la justice », "through the GLO.ACT programme", behind the target
    or where the sentence opens.
    """
    for low, high in ((index + 1, index + _REACH), (0, verb), (verb + 1, index)):
        for k in range(low, min(high, len(row.items))):
            if row.kind(k) in ("V", ";", ":", "R"):
                break
            if row.kind(k) == "P" and row.items[k].data in ("under", "by"):
                inside = (row.items[j].data for j in range(k + 1, min(k + 4, len(row.items))) if row.kind(j) == "E")
                first = next(inside, None)
                if first is not None and is_a(first.type, "Programme"):
                    return [first]
                break
    return []
