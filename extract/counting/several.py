"""Several amounts in one sentence: to whom each was given, where it is told of one of them only."""

from __future__ import annotations

from collections.abc import Sequence

from extract.counting.counted import Counted
from extract.counting.gifts import Window, to_unknown
from extract.counting.governor import governor
from extract.counting.grants import Sides
from extract.counting.roles import is_giver, lemmas, passive, word_set
from extract.facts import Entity
from extract.syntax.items import item_behind
from extract.syntax.rows import Row
from ontology.fold import fold

TO = frozenset({"to", "into", "for", "of"})


def goes_on(row: Row, one: Counted, other: Counted) -> bool:
    """Is what ``one`` counts given to whom ``other`` is: "gave $2 million to IOM, and Japan $750,000", by the same
    verb; "…, and Japan gave $750,000", by a verb that says the same and tells of nobody else?
    """
    held, before = governor(row, one.quantity), governor(row, other.quantity)
    if held is None or before is None or to_unknown(row, item_behind(row.items, one.quantity.start)):
        return False
    if held[0] == before[0]:
        return True
    verb, end = held[0], row.clause(held[0]).end
    behind = range(item_behind(row.items, one.quantity.end), end)
    told = any(row.kind(k) == "P" and row.items[k].data in TO for k in behind)
    between = {row.kind(k) for k in range(verb + 1, item_behind(row.items, one.quantity.start))}
    alike = row.finite(verb) and not passive(row, row.clause(verb)) and bool(lemmas(row, verb) & lemmas(row, before[0]))
    joined = any(row.kind(k) in ("C", ";", "S") for k in range(before[0], verb))
    return alike and joined and not told and between <= {"D", "A", "#"}


def beside(row: Row, places: Sequence[int], position: int) -> range:
    """The amounts between the same semicolons as that at ``position``."""
    ends = [k for k in range(len(row.items)) if row.kind(k) == ";"]
    part = [sum(end < place for end in ends) for place in places]
    first = part.index(part[position])
    return range(first, first + part.count(part[position]))


def is_added(row: Row, one: Counted) -> bool:
    """ "gave $2 million to IOM, to which Japan added $750,000", « auxquels le Japon a ajouté 750 000 dollars »."""
    held = governor(row, one.quantity)
    return held is not None and bool(lemmas(row, held[0]) & word_set(row.language, "add"))


def is_more(row: Row, window: Window) -> bool:
    """ "gave a further $2 million", « a versé 2 millions d'euros supplémentaires »: beside what was given before."""
    end = next((k for k in range(window.place, window.high) if row.kind(k) != "#"), window.high)
    near = (*row.items[max(0, window.place - 2) : window.place], *row.items[end : end + 1])
    return any(fold(item.word) in word_set(row.language, "more") for item in near)


def is_own(row: Row, window: Window) -> bool:
    """ "gave it $500,000; Germany's contribution of $600,000": what is nothing but that of another giver."""
    start = next((k + 1 for k in range(window.place - 1, -1, -1) if row.kind(k) in (";", "V")), 0)
    owned = any(row.kind(k) == "'" and row.kind(k - 1) == "E" for k in range(start, window.place))
    return row.kind(start - 1) == ";" and (owned or row.language == "fr")


def paired(donors: list[Entity], recipients: list[Entity], position: int, count: int) -> Sides:
    """ "Chad and Mali gave $1 million and $2 million respectively": the first amount is the first one's."""
    first, second = ([side[position]] if len(side) == count > 1 else side for side in (donors, recipients))
    return first, second


def is_share(row: Row, one: Counted) -> bool:
    """ "$1.3 million, of which $500,000", « dont 500 000 dollars »: a part of the amount before."""
    k = item_behind(row.items, one.quantity.start) - 1
    while row.kind(k) == "D":
        k -= 1
    return row.kind(k) == "R"


def resumed(row: Row, window: Window, before: Sides) -> Sides:
    """« Le Japon lui a versé 2 millions ; l'Andorre, 50 000 »: a part without a verb goes on with its own giver."""
    k = window.place - (2 if row.kind(window.place - 1) == "," else 1)
    start = next((j + 1 for j in range(k - 1, -1, -1) if row.kind(j) in (";", "V")), 0)
    alone = row.kind(start - 1) == ";" and all(row.kind(j) in ("D", "C", "A", "E") for j in range(start, k + 1))
    giver = row.items[k].data if row.kind(k) == "E" and is_giver(row.items[k].data) else None
    return ([giver], before[1]) if alone and giver is not None and row.near(k) is not None else ([], [])
