"""Figures: every number that a document reports, with what it counts, of whom, when and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.counting.apart import of_a_part, of_another_event, of_cause
from extract.counting.counted import Counted
from extract.counting.governor import governor
from extract.counting.labels import use_of
from extract.counting.numbers import Quantity
from extract.counting.other_dates import begun
from extract.counting.roles import is_government, is_seat, lemmas, word_set
from extract.document import Document
from extract.facts import Entity
from extract.relations import Roles
from extract.syntax.items import item_behind
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_any

_TAIL = re.compile(r"(?:\s+(?:provenant|issus|issues|originaires|venant|de|des|du|d’|of|from|the|et|and))+$")
_PLACED = ("in", "to", "at", "within", "across", "throughout")
_EDGES = (",", ";", ":", "(", "-", "C", "S")
_LONGEST = 160  # characters of a measure


def figures(text: str, row: Row, found: Sequence[tuple[Counted, str | None]]) -> Iterator[tuple[str, Roles]]:
    """Facts of the numbers in a row that are stated, each with its period."""
    for one, period in found:
        roles: Roles = {"measure": _measure(text, row, one), "value": one.quantity.value}
        unit = one.quantity.unit or one.head
        subject = _subject(text, row, one)
        place = place_of(row, one)
        if unit:
            roles["unit"] = unit
        if subject:
            roles["subject"] = subject
        if period:
            roles["period"] = period
        if place is not None:
            roles["place"] = place
        yield "figures", roles


def _measure(text: str, row: Row, one: Counted) -> str:
    """What is counted, in the words of the source, and how exact the number is said to be."""
    words = use_of(text, row, one.quantity) or " ".join(one.text.split())
    if not words:
        words = " ".join(filter(None, (words, _predicate(text, row, one))))
    words = _cut(words) or text[one.quantity.start : one.quantity.end]
    return f"{words} ({one.quantity.qualifier.lower()})" if one.quantity.qualifier else words


def _predicate(text: str, row: Row, one: Counted) -> str:
    """What is said of a number that has no noun: of a share the words behind it first, else those before it."""
    both = (_behind(text, row, one), _before(text, row, one))
    first, second = both if one.quantity.unit == "%" else (both[1], both[0])
    return first or second


def _behind(text: str, row: Row, one: Counted) -> str:
    if row.kind(one.end) == ")":
        return _around_brackets(text, row, one)
    return _words_from(text, row, one.end)


def _around_brackets(text: str, row: Row, one: Counted) -> str:
    """ "the others were girls (3%)": what the brackets stand behind; "One in three (31%) of the victims": where that
    is a number, what follows.
    """
    opening = next((k for k in range(one.end, -1, -1) if row.kind(k) == "("), 0)
    if row.kind(opening - 1) == "#":
        return _words_from(text, row, one.end + 1)
    start = opening
    while start > 0 and row.kind(start - 1) not in (*_EDGES, ")"):
        start -= 1
    return " ".join(text[row.items[start].start : row.items[opening].start].split())


def _words_from(text: str, row: Row, index: int) -> str:
    last = index
    while last < len(row.items) and row.kind(last) not in _EDGES:
        last += 1
    return " ".join(text[row.items[index].start : row.items[last - 1].end].split()) if last > index else ""


def _before(text: str, row: Row, one: Counted) -> str:
    first = next((k for k, item in enumerate(row.items) if item.start >= one.quantity.start), 0)
    start = first
    while start > 0 and row.kind(start - 1) not in _EDGES:
        start -= 1
    said = " ".join(text[row.items[start].start : row.items[first - 1].end].split()) if start < first else ""
    return said.removesuffix(one.quantity.qualifier).rstrip()


def _cut(words: str) -> str:
    words = words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0]
    return _TAIL.sub("", words)


def _subject(text: str, row: Row, one: Counted) -> str:
    """Who the number is said of: the subject of its verb, where it is no part of that."""
    found = governor(row, one.quantity)
    if found is None or found[1]:
        return ""
    subject = row.clause(found[0]).subject
    if subject is None or subject.start >= found[0] or subject.members[0].item.kind == "O":
        return ""
    words = text[row.items[subject.start].start : row.items[min(subject.end, found[0]) - 1].end]
    return _cut(" ".join(words.split()))


def place_of(row: Row, one: Counted) -> Entity | None:
    """The one place to which a preposition leads in the number's part of the sentence, that stands in brackets behind
    what it counts, or that its sites are of: "14 ports of Fiji".
    """
    aside = _aside(row, one.end) or _owned(row, one) or _leading(row) or _right_before(row, one)
    if aside is not None:
        return aside
    found = [k for k in range(len(row.items)) if _is_placed(row, k, one.quantity)]
    near = found if len({row.items[k].data.id for k in found}) == 1 else [k for k in found if _is_near(row, k, one)]
    near = [] if any(_goes_on(row, k, found) for k in near) else near
    places = {row.items[k].data.id: row.items[k].data for k in near}
    told = next(iter(places.values())) if len(places) == 1 else _right_behind(row, one, found)
    return told if told is not None or found else _reporting(row, one)


def _goes_on(row: Row, index: int, found: Sequence[int]) -> bool:
    """ "in Europe, Asia and Africa": does a further one of the places ``found`` follow the one at ``index``? Not so of
    "in Accra, Ghana".
    """
    after = row.skip(index + 2)
    within = row.items[index].data.type == "City" and after in found and row.items[after].data.type == "State"
    return row.kind(index + 1) in (",", "C") and after in found and (row.kind(index + 1) == "C" or not within)


def _reporting(row: Row, one: Counted) -> Entity | None:
    """ "[The Philippines] reported 214 convictions, compared with 173 in 2023": the State that reports its own, where
    no other place is told.
    """
    held = governor(row, one.quantity)
    place = item_behind(row.items, one.quantity.start) if held is None else held[0] + 1
    told = (k for k in range(place - 1, -1, -1) if row.kind(k) == "V" and row.finite(k) and not row.reduced(k))
    verb = next(told, None)
    money = one.quantity.unit not in ("", "%")
    if money or verb is None or lemmas(row, verb).isdisjoint(word_set(row.language, "reporting")):
        return None
    clause = row.clause(verb)
    named = clause.subject.entities if clause.subject is not None and not clause.verb.data.passive else ()
    return named[0] if len(named) == 1 and named[0].type == "State" else None


def _right_behind(row: Row, one: Counted, found: Sequence[int]) -> Entity | None:
    """ "trained 640 border guards in Ghana and 115 officers in Togo": a number parts it from each other place."""
    led = one.end + (row.kind(one.end) == "V")  # "126 judges were trained in Gaborone, while"
    k = led + 1
    while row.kind(k) == "D":
        k += 1
    own = row.kind(led) == "P" and k in found
    apart = all(any(row.kind(i) == "#" for i in range(*sorted((j, k)))) for j in found if j != k)
    place = row.items[k].data if own and apart else None
    return place if isinstance(place, Entity) else None


def _right_before(row: Row, one: Counted) -> Entity | None:
    """ "130 judges in Kumasi and, in Tamale, 40 clerks": a place of its own between commas before the number."""
    k = item_behind(row.items, one.quantity.start) - 2
    led = row.kind(k + 1) == "," and row.kind(k - 1) == "P" and row.kind(k - 2) == "," and row.kind(k - 3) == "C"
    place = row.items[k].data if led and row.kind(k) == "E" else None
    return place if isinstance(place, Entity) and is_any(place.type, ("Place", "State")) else None


def _aside(row: Row, index: int) -> Entity | None:
    """ "40 judges (Lomé, May 2021)": the place that the brackets at ``index`` name."""
    if row.kind(index) != "(":
        return None
    inside = [item for item in row.items[index + 1 : row.close(index)] if item.kind not in (",", "D", "P")]
    named = [item.data for item in inside if item.kind == "E" and is_any(item.data.type, ("Place", "State"))]
    return named[0] if len(named) == 1 and all(item.kind in ("E", "T") for item in inside) else None


def _leading(row: Row) -> Entity | None:
    """« Lomé : 40 inspecteurs », in a list; "In Operation Dawn (Lomé, 2013), 40 …"."""
    for k, item in enumerate(row.items):
        if item.kind == "E" and item.data.type == "Operation" and (place := _aside(row, k + 1)) is not None:
            return place
    first = row.items[0] if row.items else None
    led = first is not None and first.kind == "E" and row.kind(1) in (":", "-")
    place = first.data if led and first is not None else None
    if not isinstance(place, Entity) or not is_any(place.type, ("Place", "State")):
        return None
    issued = row.kind(1) == "-" and place.type == "State" and next(row.told(), None) is not None
    return None if issued else place  # « Somalie – L'OIM a formé dix agents »


def _owned(row: Row, one: Counted) -> Entity | None:
    if one.head not in word_set(row.language, "sites"):
        return None
    for k in range(one.index, one.end):
        item = row.items[k]
        if item.kind == "E" and is_any(item.data.type, ("Place", "State")) and k > one.index:
            before = next((j for j in range(k - 1, -1, -1) if row.kind(j) != "D"), -1)
            if row.kind(before) == "P" and row.items[before].data == "of":
                return item.data if isinstance(item.data, Entity) else None
    return None


def _is_near(row: Row, index: int, one: Counted) -> bool:
    """Does nothing but a date part the place from the number: "had trained 215 officers in Riga", « formé à Bertoua, en
    août, 74 contrôleurs »?
    """
    number = item_behind(row.items, one.quantity.start)
    between = range(*sorted((index, number)))
    dated = {k + step for k in between if row.kind(k) == "T" for step in (-3, -2, 1) if row.kind(k + step) == ","}
    return all(row.kind(k) not in ("V", "R", "S", ",") or k in dated for k in between[1:])


def _is_placed(row: Row, index: int, quantity: Quantity) -> bool:
    item = row.items[index]
    if item.kind != "E" or item.several or not is_any(item.data.type, ("Place", "State")) or is_government(item):
        return False
    before = row.back(index, "D")
    low, high = sorted((quantity.start, item.start))
    apart = any(other.kind in ":;" and low < other.start < high for other in row.items)
    led = row.kind(before) == "P" and row.items[before].data in _PLACED
    joined = row.kind(before) in ("C", ",") and row.kind(before - 1) == "E" and _is_placed(row, before - 1, quantity)
    elsewhere = apart or begun(row, index, quantity) or of_another_event(row, index, quantity)
    elsewhere = elsewhere or of_a_part(row, index, quantity) or of_cause(row, index)
    return (led or joined) and not elsewhere and not is_seat(row, index)


def reports(document: Document, passage: int, *, labelled: bool = False) -> bool:
    """Does the passage report: is it text (or ``labelled``, a line of a list), and under no heading of plans or
    recommendations?
    """
    own = document.passages[passage]
    if not labelled and own.kind not in ("paragraph", "item", "operative", "preambular", "table"):
        return False
    parent = own.parent
    while parent is not None:
        above = document.passages[parent]
        if above.kind == "heading":
            words = (word.strip(".,:;()") for word in fold(document.text[above.start : above.end]).split())
            heading = f" {' '.join(words)} "
            planned, told = (_headings(f"{name}_headings", above.language) for name in ("planned", "told"))
            return any(f" {one} " in heading for one in told) or not any(f" {one} " in heading for one in planned)
        parent = above.parent
    return True


@cache
def _headings(name: str, language: str) -> frozenset[str]:
    return frozenset(map(fold, data("quantities")[language][name]))
