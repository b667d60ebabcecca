"""Which verb a number belongs to, and whether it stands in its subject."""

from __future__ import annotations

from extract.counting.numbers import Quantity
from extract.syntax.items import item_behind
from extract.syntax.rows import Row

CLOSERS = (";", ":", "?")
_LEADS = ("dont", "including", "among", "parmi", "notamment")
_THEM = frozenset({"them", "whom"})
_PART = 14  # items of a part of the whole between commas


def governor(row: Row, quantity: Quantity) -> tuple[int, bool] | None:
    """(index of the verb that the number belongs to, is the number in its subject?), or None where there is none."""
    place = item_behind(row.items, quantity.start)
    left = _left(row, place)
    right = _right(row, place)
    if right is not None and (left is None or _opens_clause(row, left, place)):
        return right, True
    if left is not None:
        return left, False
    return None


def _left(row: Row, place: int) -> int | None:
    for k in range(place - 1, -1, -1):
        if row.kind(k) in CLOSERS:
            return None
        if row.kind(k) == "V" and row.items[k].word != "soit":  # « soit une hausse de 23 % »
            return k
    return None


def _right(row: Row, place: int) -> int | None:
    """The verb whose subject the number may stand in: no relative, subordinate or mark between, but brackets."""
    k, inserted = place, False
    while k < len(row.items):
        kind = row.kind(k)
        if kind == "(":
            k = row.close(k) + 1
            continue
        if kind == "," and (joint := _closes_list(row, k)) is not None:
            k = joint + 1
            continue
        if kind == "," and not inserted and _is_inserted(row, place):
            inserted, k = True, k + 1
            continue
        if kind == "," and (part := _behind_part(row, k)) is not None:
            k = part
            continue
        if kind in (*CLOSERS, ",", "R", "S"):
            return None
        if kind == "V":
            verb = row.items[k].data
            if verb.form == "finite" and not (row.language == "en" and verb.ambiguous and is_reduced(row, k)):
                return k
            if verb.form in ("infinitive",):
                return None
        k += 1
    return None


def _behind_part(row: Row, comma: int) -> int | None:
    """ "214 officers[, 61 of them women,] attended", « 214 policiers[, dont 61 femmes,] ont suivi »: behind a part of
    the whole that stands between commas.
    """
    close = next((k for k in range(comma + 1, min(comma + _PART, len(row.items))) if row.kind(k) in ",V;:"), 0)
    inside = row.items[comma + 1 : close]
    counts = any(item.kind == "#" for item in inside)
    led = bool(inside) and (inside[0].word.split(" ")[0] in _LEADS or not _THEM.isdisjoint(one.word for one in inside))
    goes_on = row.kind(close) == "," and row.kind(close + 1) != "C"
    return close + 1 if goes_on and counts and led else None


def _closes_list(row: Row, comma: int) -> int | None:
    """ "1,200 practitioners[, officials and] representatives of civil society were trained": where "and" stands that
    closes the plain list which the comma goes on with, before a verb.
    """
    joint = next((k for k in range(comma + 1, len(row.items)) if not _is_listed(row, k)), len(row.items))
    end = next((k for k in range(joint + 1, len(row.items)) if not _is_listed(row, k)), len(row.items))
    told = row.kind(end) == "V" and row.items[end].data.form == "finite"
    return joint if row.kind(joint) == "C" and joint > comma + 1 and told else None


def _is_listed(row: Row, index: int) -> bool:
    """Is it a word of a list of people, and no name of who may do something?"""
    people = row.kind(index) == "E" and row.items[index].data.type == "ActorGroup"
    return people or row.kind(index) in ("W", "N", "Q", "J", "A", "P", "D", "#", ",")


def _is_inserted(row: Row, place: int) -> bool:
    """ "the largest grant, of [$310,000], went to", « le don, d'un montant de [150 000 dollars], est allé à »."""
    k = place - 1
    while row.kind(k) in ("P", "D", "A", "W") and row.kind(k - 1) != ",":
        k -= 1
    nominal = row.kind(k - 2) in ("W", "V", "N") and (row.kind(k - 2) != "V" or row.reduced(k - 2))
    return row.kind(k) == "P" and row.items[k].data == "of" and row.kind(k - 1) == "," and nominal


def is_reduced(row: Row, index: int) -> bool:
    """ "350 victims identified in 2018 were …": a participle where a finite verb follows."""
    for k in range(index + 1, len(row.items)):
        if row.kind(k) in (*CLOSERS, "R", "S"):
            return False
        if row.kind(k) == "V" and row.items[k].data.form == "finite" and not row.items[k].data.ambiguous:
            return True
    return False


def _opens_clause(row: Row, left: int, place: int) -> bool:
    """Does a new clause begin between the verb before the number and the number?"""
    return any(row.kind(k) in (",", "C", "S", "R", "-") for k in range(left + 1, place))
