"""The operative paragraphs of a resolution: its acts, by the verbs that open them and go on behind "and"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.demands import tail
from extract.demands.addressees import addressees
from extract.demands.demand import closed
from extract.demands.gapped import gapped
from extract.demands.words import Openers, infinitive, is_deed, led, openers, pattern, word_set
from extract.facts import Entity
from extract.syntax.items import Item, Named
from extract.syntax.tokens import row
from extract.syntax.verbs import group
from ontology.fold import fold
from ontology.types import is_a

RESOLVED = "resolved"
_SIDE = ("before", "after", "other", "noun", "them")  # groups of the patterns that are no acts
_THEM = frozenset({"them", "it", "him", "her"})


@dataclass(frozen=True, slots=True)
class Act:
    """An act of a paragraph with its addressees; its action stands in ``[start, end)`` of the clean text.

    ``open``: the paragraph ends with a colon, and what stands below belongs to the action.
    """

    act: str
    addressees: tuple[Entity, ...]
    start: int
    end: int
    open: bool
    also: tuple[Act, ...] = ()  # « …, et à l'ONUDC d'élaborer une étude »: what the same verb asks of others


@dataclass(frozen=True, slots=True)
class _Opening:
    act: str | None  # None: a verb that asks for nothing
    start: int
    end: int
    same: bool = False  # « et les engage à »: those whom the verb before asks


def form_of(folded: str, start: int, end: int, language: str, *, resolved: bool = False) -> str | None:
    """The form of the verb that opens the paragraph: "told" where it tells of a demand, "(a) Requested", "" where it
    makes it, "Requests", and where it is ``resolved`` below a line that says so, "To request"; None where no such verb
    does.
    """
    if resolved and (
        infinitive(language).match(folded, start, end)
        or openers(language, form=RESOLVED).first.match(folded, start, end)
    ):
        return RESOLVED
    made = (form for form in ("", "told") if openers(language, form=form).first.match(folded, start, end) is not None)
    return next(made, None)


def acts(
    text: str, folded: str, start: int, end: int, named: Sequence[Named], language: str, *, form: str = ""
) -> Iterator[Act]:
    """The acts of the paragraph at ``[start, end)``; ``folded`` is ``text`` folded, ``named`` its mentions; ``form`` is
    that of the verb that opens it.
    """
    deed = infinitive(language).match(folded, start, end) if form == RESOLVED else None
    found = list(_openings(openers(language, form=form), folded, start, end, named, language))
    if deed is not None:  # "RESOLVES:" / "1. To establish a group and to instruct the Secretariat to …"
        found = [one for one in found if led(language).search(folded, one.start, one.end) is not None]
        stop = found[0].start if found else end
        yield Act(tail.DECIDES, (), deed.end(), closed(text, start, stop), text[start:stop].rstrip().endswith(":"))
    before: tuple[Entity, ...] = ()
    waiting: list[Act] = []  # "urges Member States, as well as invites all other stakeholders, to …"
    for number, opening in enumerate(found, 1):
        stop = found[number].start if number < len(found) else end
        act = _act(text, opening, stop, named, language, before) if opening.act is not None else None
        if act is None:
            continue
        before = act.addressees or before
        if act.start >= act.end and not act.open:
            waiting.append(act)
            continue
        for other in (*waiting, act):
            yield replace(other, start=act.start, end=act.end, open=act.open)
        waiting.clear()
        yield from act.also


def _openings(
    patterns: Openers, folded: str, start: int, end: int, named: Sequence[Named], language: str
) -> Iterator[_Opening]:
    match = patterns.first.match(folded, start, end)
    position = start
    if match is not None:
        yield _opening(match, language)
        position = match.end()
    while (match := patterns.further.search(folded, position, end)) is not None:
        position = match.end()
        inside = any(mention.start < match.end() and match.start() + 1 < mention.end for mention in named)
        if not inside and not _nominal(folded, match.end(), language):
            yield _opening(match, language)


def _nominal(folded: str, end: int, language: str) -> bool:
    """Is it a noun after all: "requests from States", « demande d'assistance »?"""
    following = re.compile(r",?\s+([\w']+)").match(folded, end)  # « et le prie, sous réserve de … »
    return following is None or following[1] in word_set(language, "nominal")


def _opening(match: re.Match[str], language: str) -> _Opening:
    patterns = openers(language)
    groups = match.groupdict()
    if groups.get("other"):
        return _Opening(None, match.start(), match.end())
    if groups["noun"]:
        act = patterns.nouns[groups["noun"]]
    else:
        act = next(name for name, words in groups.items() if words and name not in _SIDE)
    beside = f"{groups['before'] or ''} {groups['after'] or ''}".split()
    if act == "requests":
        act = next((patterns.stronger[word] for word in beside if word in patterns.stronger), act)
    return _Opening(act.replace("_", "-"), match.start(), match.end(), bool(groups.get("them")))


def _act(
    text: str, opening: _Opening, stop: int, named: Sequence[Named], language: str, before: tuple[Entity, ...]
) -> Act | None:
    assert opening.act is not None
    inside = [mention for mention in named if opening.end <= mention.start and mention.end <= stop]
    items = group(row(text, opening.end, stop, inside, language), language)
    end = closed(text, opening.end, stop)
    if opening.act != tail.DECIDES:  # "decides to establish the Forum, which is to meet once a year"
        end = _undescribed(text, opening.end, end, language)
    below = text[opening.end : stop].rstrip().endswith(":")
    found = tail.find(items, 0, language, text, opening.act)
    if found is not None and found.start < end:
        same = opening.same or found.them or items[0].kind == "O" or (language == "en" and items[0].word in _THEM)
        people = (before or _named_before(named, opening.start)) if same else found.addressees
        return _with_gapped(Act(opening.act, people, found.start, end, below), items, found, language, text)
    if below and items:
        people = tuple(addressees(items, 0, _colon(items), language, text))
        return Act(opening.act, people, end, end, below)
    people = () if is_deed(items, 0, language) else tuple(addressees(items, 0, None, language, text))
    if people and items[0].kind != "P":
        return Act(opening.act, people, end, end, below)
    first = _thing(items, language)
    return Act(opening.act, (), first, end, below) if first is not None and first < end else None


def _undescribed(text: str, start: int, end: int, language: str) -> int:
    """``end`` before what the paragraph, at its end, only says of a thing: « …, qu'il exécute au Mali »."""
    said = pattern(language, "described").search(fold(text[start:end]))
    return closed(text, start, start + said.start()) if said is not None else end


def _with_gapped(act: Act, items: Sequence[Item], found: tail.Tail, language: str, text: str) -> Act:
    """The act with those that the same verb asks of others."""
    also = list(gapped(items, found.index, len(items), found.mark, language, text))
    ends = [*(closed(text, act.start, items[index].start) for index, _ in also), act.end]
    others = (
        replace(act, addressees=other.addressees, start=other.start, end=end)
        for (_, other), end in zip(also, ends[1:], strict=True)
    )
    return replace(act, end=ends[0], open=act.open and not also, also=tuple(others))


def _named_before(named: Sequence[Named], start: int) -> tuple[Entity, ...]:
    """ "Welcomes the work of UNODC, and requests it to": the actor named last before ``start``, a State only where no
    other is.
    """
    before = [one.data for one in named if one.end <= start and isinstance(one.data, Entity)]
    actors = [entity for entity in before if is_a(entity.type, "Actor")]
    return tuple([entity for entity in actors if entity.type != "State"] or actors)[-1:]


def _colon(items: Sequence[Item]) -> int:
    return next((k for k, item in enumerate(items) if item.kind == ":"), len(items))


def _thing(items: Sequence[Item], language: str) -> int | None:
    """Where a thing asked for begins: "Encourages the exchange of information", "calls for an end to"."""
    k = 0
    while k < len(items) and (items[k].kind in ("A", ",") or items[k].word in word_set(language, "between")):
        k += 1
    return items[k].start if k < len(items) else None
