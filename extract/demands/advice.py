"""What a report advises under its heading "Recommendations": "Member States should …", « Les États devraient … »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.demands import tail
from extract.demands.addressees import addressees
from extract.demands.demand import Demand
from extract.demands.words import pattern, word_set
from extract.facts import Entity
from extract.framing.attitude import conditional
from extract.syntax.rows import Row
from ontology.fold import fold, strip_accents

_BEHIND = re.compile(r"\s(?:in|of|at|from|on)\s")  # "consuls in the Gulf": consuls


def demands(row: Row, author: Entity, text: str, since: int, again: tuple[Entity, ...] = ()) -> Iterator[Demand]:
    """The advice that the sentence gives: what the actors that it begins with should do; ``again``: whom the sentence
    before advised, for "It should also".
    """
    yield from _impersonal(row, author, text, since)
    index = next((k for k, item in enumerate(row.items) if _is_modal(row, k, text) and item.start >= since), None)
    first = next((k for k, item in enumerate(row.items) if item.start >= since), 0)
    if index is None:
        return
    if row.kind(first) in ("P", "V"):  # "In the light of target 5.2, the State party should adopt"
        behind = (k + 1 for k in range(index - 2, first, -1) if row.kind(k) == ",")
        first = next((k for k in behind if row.kind(k) in ("D", "E", "Q", "W")), first)
    resumed = row.kind(first) == "O" and first + 1 == index
    if row.kind(first) not in ("D", "E", "A", "W") and not resumed:
        return
    if row.language == "fr" and row.items[index].data.negated:
        return  # « ne devraient pas placer »: no words of the text say it by themselves
    spoken = text[row.items[index].start : row.items[index].end]
    named = again if resumed else tuple(addressees(row.items, first, index, row.language, text))
    people = tuple(one for one in named if acts(one, row.language))
    that = word_set(row.language, "that")
    told = any(row.items[k].word in that for k in range(first + 1, index))  # by others
    if told or not people or row.items[index].data.passive or conditional(row, index):
        return
    start = tail.word_after(row.items[index].start + len(spoken.split()[0]), text)
    end = next((k for k in range(index, len(row.items)) if row.kind(k) in (";", "?")), len(row.items))
    below = row.kind(end - 1) == ":" and index == end - 2  # "States should:"
    if below:
        yield Demand("recommends", [author], people, row.items[end - 1].end, end, end, "", index)
    elif start < row.items[end - 1].end:
        yield Demand("recommends", [author], people, start, index, end, "", index)


def apart(row: Row, start: int, text: str) -> tuple[tuple[Entity, ...], int]:
    """Whom an item below "recommends:" is addressed to, and where its action begins: "To UNODC, to transfer …", « À
    l'OIM, d'ouvrir … », "that States adopt".
    """
    first = next((k for k, item in enumerate(row.items) if item.start >= start), len(row.items))
    found = tail.find(row.items, first, row.language, text) if first < len(row.items) else None
    led = row.kind(first) == "P" and row.items[first].data in ("to", "for")
    that = first < len(row.items) and row.items[first].word in word_set(row.language, "that")
    if not (led or that):  # "recommends that: (a) States adopt"
        found = tail.clause(row.items, first, row.language, text)
    return (found.addressees, found.start) if found is not None else ((), start)


def _impersonal(row: Row, author: Entity, text: str, since: int) -> Iterator[Demand]:
    """ "It is essential that States train judges", « Il faudrait que le Conseil prenne … »."""
    items, openers = row.items, word_set(row.language, "essential")
    for k in range(len(items) - 2):
        that = items[k + 1].word in word_set(row.language, "that") and items[k].start >= since
        if not that or not openers & set(strip_accents(text[items[k].start : items[k].end]).lower().split()):
            continue
        found = tail.find(items, k + 1, row.language, text)
        negated = items[k].kind == "V" and items[k].data.negated
        people = tuple(one for one in found.addressees if acts(one, row.language)) if found is not None else ()
        if found is not None and people and not negated and not conditional(row, k):
            end = next((n for n in range(found.index, len(items)) if row.kind(n) in (";", "?")), len(items))
            yield Demand("recommends", [author], people, found.start, found.index, end, "", k)
        return


def acts(entity: Entity, language: str) -> bool:
    """Can it do what it is advised to: a known actor, or a group whose name is one of people or bodies?"""
    if "group/" not in entity.id:
        return True
    label = _BEHIND.split(entity.labels[0][1])[0] if entity.labels else ""
    return pattern(language, "agents").search(fold(label)) is not None


def _is_modal(row: Row, index: int, text: str) -> bool:
    item = row.items[index]
    return item.kind == "V" and text[item.start : item.end].split()[0].lower() in word_set(row.language, "modal")
