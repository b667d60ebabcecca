"""Where an operation took place, as a sentence tells it."""

from __future__ import annotations

from extract.counting.breakdowns import opening_place
from extract.counting.roles import is_government, is_seat, word_set
from extract.facts import Entity
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_a, is_any

_PLACING = {"en": ("in", "across", "throughout", "at"), "fr": ("in", "across", "throughout", "at", "to")}
_BETWEEN = ("D", ",", "C", "#", "(", ")", ":")  # what may stand between a preposition and a place, or two places


def places_of(row: Row) -> list[Entity]:
    """The places behind a preposition: "in Sudan", « dans 13 pays des Caraïbes », and those joined to them."""
    found = _ahead(row) or _in_brackets(row)
    led = apart = False
    for k, item in enumerate(row.items) if not found else ():
        apart = (apart or (item.data == "including" and row.kind(k + 1) == "#")) and item.kind not in (",", "V")
        if apart:
            continue  # "130 suspects were arrested, including 60 in Hungary"
        if item.kind == "P":
            led = (
                item.data in _PLACING[row.language]
                or (led and item.data in ("of", "between"))  # "at the border between Mali and Niger"
                or (item.data == "on" and _is_area(row, k))
            )
        elif item.word in data("words")[row.language]["nearby"]:  # "off Cotonou", « au large de Cotonou »
            led = row.kind(k + 1) != "#"
        elif item.kind == "E" and (is_a(item.data.type, "Place") or item.data.type == "State"):
            if _lies_around(row, k):
                led = False
            if led and row.kind(k + 1) != "'" and not is_seat(row, k) and not is_government(item):
                found += item.several or (item.data,)
        elif item.kind not in _BETWEEN and not (led and fold(item.word) in word_set(row.language, "areas")):
            led = False
    closer = [place for place in found if place.type != "State"]
    if closer and _opens_abroad(row):
        found = closer
    return list({entity.id: entity for entity in found}.values())


def _lies_around(row: Row, index: int) -> bool:
    """ "in Manaus, [Brazil], from 3 to 7 March", « à Manaus (Brésil) »: the State of a town that stands before it."""
    k = row.back(index, "PD")
    town = row.items[k - 1].data if row.kind(k) in (",", "(") and row.kind(k - 1) == "E" else None
    after = index + 1 + (row.kind(index + 1) == ",")
    joined = after + 1 if row.kind(after) == "C" else after
    listed = joined > index + 1 and row.kind(row.skip(joined)) == "E"
    return row.items[index].data.type == "State" and town is not None and town.type == "City" and not listed


def _opens_abroad(row: Row) -> bool:
    """« Au Honduras, l'opération X, menée à Corinto »: the country is only where that town lies."""
    place = opening_place(row)
    named = next((k for k, item in enumerate(row.items) if item.kind == "E" and item.data.type == "Operation"), None)
    states = [item.data for item in row.items[:named] if item.kind == "E" and item.data.type == "State"]
    return place is not None and place.type == "State" and named is not None and states == [place]


def _is_area(row: Row, index: int) -> bool:
    """ "on the islands of", « sur les rives de »: a noun of places behind the preposition at ``index``."""
    behind = row.items[index + 1 : index + 4]
    word = next((item.word for item in behind if item.kind not in ("D", "A", "J")), "")
    return fold(word) in word_set(row.language, "areas")


def _in_brackets(row: Row) -> list[Entity]:
    """ "Operation Dawn (Egypt and Jordan, January 2020)": the places in the brackets behind the name."""
    at = next((k for k, item in enumerate(row.items) if item.kind == "E" and item.data.type == "Operation"), -1)
    if at < 0 or row.kind(at + 1) != "(":
        return []
    inside = row.items[at + 2 : row.close(at + 1)]
    return [item.data for item in inside if item.kind == "E" and is_any(item.data.type, ("Place", "State"))]


def _ahead(row: Row) -> list[Entity]:
    """« Argentine et Paraguay – À la frontière commune, l'opération … »: the countries that a dash divides from the
    sentence.
    """
    dash = next((k for k in range(len(row.items)) if row.kind(k) not in ("E", "C", ",", "D")), 0)
    places = [item.data for item in row.items[:dash] if item.kind == "E"]
    countries = all(place.type in ("State", "Region") for place in places)
    return places if row.kind(dash) == "-" and countries else []
