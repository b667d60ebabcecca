"""Where a programme is at work, by what it does there: "Active in Togo, it …", "informs workers in Malawi", "In Benin,
the Lanterns programme keeps schools open".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from extract.facts import Entity
from extract.syntax.rows import Row
from ontology.lexicon import data
from ontology.types import is_a

Roles = dict[str, "Entity | str | int | float"]
_Place = tuple[list[Entity], int]
_IN = ("in", "to", "across")  # « en », « au », « dans »
_ENDS = (";", ":", "S", "R")
_CLAUSE = ("R", "V", "W", "P")  # "people [who return to] Nepal"


def at_work(row: Row) -> Iterator[tuple[str, Roles]]:
    """The States in which the row tells that a programme does its work."""
    programme, place = _active(row) or _fronted(row) or _helping(row) or (None, None)
    if programme is not None and place is not None:
        for state in place[0]:
            yield "programmes", {"programme": programme, "country": state}


def _active(row: Row) -> tuple[Entity, _Place] | None:
    """ "Active in Togo and Benin, it has trained 40 judges", « Le projet, en cours au Togo, est financé par »."""
    for k in range(len(row.items)):
        place = _place(row, k + len(said)) if (said := _said(row, k)) else None
        if place is None:
            continue
        behind = row.skip(place[1] + 1) if row.kind(place[1]) == "," else len(row.items)
        opens = k == 0 or (row.kind(k - 1) == "C" and not any(row.finite(v) for v in range(k) if row.kind(v) == "V"))
        programme = _programme(row, k - 2) if row.kind(k - 1) == "," else None
        programme = programme or (_programme(row, behind, likely=False) if opens else None)
        return (programme, place) if programme is not None else None
    return None


def _said(row: Row, index: int) -> list[str]:
    """The words "active", "under way" at ``index``; empty where none are."""
    for words in _sayings(row.language).get(row.items[index].word, ()):
        if [item.word for item in row.items[index : index + len(words)]] == words:
            return words
    return []


@cache
def _sayings(language: str) -> Mapping[str, list[list[str]]]:
    """Those words, by the first of them."""
    found: dict[str, list[list[str]]] = {}
    for words in data("heads")[language]["at_work"]:
        found.setdefault(words.split(" ")[0], []).append(words.split(" "))
    return found


def _fronted(row: Row) -> tuple[Entity, _Place] | None:
    """ "In Benin and Togo, the Lanterns programme, run by UNICEF, keeps schools open"."""
    place = _place(row, 0)
    subject = row.skip(place[1] + 1) if place is not None and row.kind(place[1]) == "," else len(row.items)
    programme = _programme(row, subject)
    does = programme is not None and _verb(row, subject) is not None
    return (programme, place) if programme is not None and place is not None and does else None


def _helping(row: Row) -> tuple[Entity, _Place] | None:
    """ "The Tiyende Programme, led by IOM, informs workers in Malawi", "assists people who return to Nepal"."""
    subject = row.skip(0)
    programme = _programme(row, subject)
    verb = _verb(row, subject) if programme is not None else None
    place = _behind(row, verb) if verb is not None else None
    return (programme, place) if programme is not None and place is not None else None


def _programme(row: Row, index: int, *, likely: bool = True) -> Entity | None:
    """The programme that is named at ``index``, or that the pronoun there may mean, most ``likely``."""
    if row.kind(index) not in ("E", "O"):
        return None
    item = row.items[index]
    meant = item.several or ((item.data,) if item.data is not None else ())
    return next(
        (one for one in (meant[:1] if likely else meant) if isinstance(one, Entity) and is_a(one.type, "Programme")),
        None,
    )


def _verb(row: Row, subject: int) -> int | None:
    """The verb of help, in the present, right behind the subject or behind what describes it between commas."""
    verbs = data("heads")[row.language]["helps"]
    first = subject + 1 + (row.kind(subject + 1) == "A")
    stop = next((k for k in range(first, len(row.items)) if row.kind(k) == ";"), len(row.items))
    commas = [k + 1 for k in range(first + 1, stop - 1) if row.kind(k) == ","] if row.kind(first) == "," else []
    return next((k for k in (first, *commas) if k < stop and row.items[k].word in verbs), None)


def _behind(row: Row, verb: int) -> _Place | None:
    """The place behind ``verb``, also behind a clause that only tells where people go."""
    k = verb + 1
    while k < len(row.items) and (row.kind(k) not in _ENDS or _is_going(row, k)):
        if row.kind(k) == "V" and row.finite(k) and row.kind(k - 1) != "R":
            return None
        place = _place(row, k)
        if place is not None:
            return place
        k += 1
    return None


def _is_going(row: Row, relative: int) -> bool:
    """ "who return to", « qui rentrent au »."""
    return row.items[relative].word in ("who", "qui") and row.kind(relative + 2) == "P"


def _place(row: Row, index: int) -> _Place | None:
    """The States that the preposition at ``index`` leads, and where they end."""
    if row.kind(index) != "P" or row.items[index].data not in _IN:
        return None
    states: list[Entity] = []
    end, k = index + 1, index + 1
    while row.kind(k) in ("E", "D", ",", "C") or (k > end and row.kind(k) == "P" and row.items[k].data in _IN):
        if row.kind(k) == "E" and row.items[k].data.type != "State":
            break
        if row.kind(k) == "E":
            states, end = [*states, row.items[k].data], k + 1
        k += 1
    return (states, end) if states else None
