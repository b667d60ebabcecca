"""Where an operation took place, as a sentence tells it."""

from __future__ import annotations

from extract.counting.apart import begins_part
from extract.counting.breakdowns import opening_place
from extract.counting.roles import is_government, is_seat, word_set
from extract.facts import Entity
from extract.syntax.rows import Row
from extract.syntax.steps import cardinals
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_a, is_any

_PLACING = {"en": ("in", "across", "throughout", "at"), "fr": ("in", "across", "throughout", "at", "to")}
_SITE = 6  # items: "in twelve informal fishing ports of"
_BETWEEN = ("D", ",", "C", "#", "(", ")", ":")  # what may stand between a preposition and a place, or two places


def places_of(row: Row) -> list[Entity]:
    """The places behind a preposition: "in Sudan", « dans 13 pays des Caraïbes », and those joined to them."""
    found = _ahead(row) or _in_brackets(row)
    seats: list[Entity] = []
    led = apart = some = False
    for k, item in enumerate(row.items) if not found else ():
        apart = (apart or begins_part(row, k)) and item.kind not in (",", "V")
        some = (some or _tells_of_some(row, k)) and not _goes_on(row, k)
        if apart or some:
            continue  # "130 suspects were arrested, including 60 in Hungary"
        if item.kind == "P":
            led = (
                item.data in _PLACING[row.language]
                or (led and item.data in ("of", "between"))  # "at the border between Mali and Niger"
                or (item.data == "on" and _is_area(row, k))
            )
            if _is_counted_site(row, k):
                led = True  # « dans sept marchés du Bénin »
        elif item.word in data("words")[row.language]["nearby"]:  # "off Cotonou", « au large de Cotonou »
            led = row.kind(k + 1) != "#"
        elif item.kind == "E" and (is_a(item.data.type, "Place") or item.data.type == "State"):
            if _lies_around(row, k):
                led = False
            if led and row.kind(k + 1) != "'" and not is_seat(row, k) and not is_government(item):
                found += item.several or (item.data,)
                seats += [item.data] if _is_of_agent(row, k) else []
        elif item.kind not in _BETWEEN and not (led and fold(item.word) in word_set(row.language, "areas")):
            led = False
    if any(place not in seats for place in found):
        found = [place for place in found if place not in seats]
    closer = [place for place in found if place.type != "State"]
    if closer and _opens_abroad(row):
        found = closer
    return list({entity.id: entity for entity in found}.values())


def _tells_of_some(row: Row, index: int) -> bool:
    """ "312 victims, [including] minors from farms in Chad", « [dont] des mineurs »: what is told of some of them."""
    item, noun = row.items[index], row.skip(index + 1)
    noun += row.kind(noun) == "P" and row.items[noun].word in ("des", "de", "d")
    led = item.data == "including" or (item.kind == "R" and item.word == "dont")
    return led and row.kind(noun) in ("W", "N", "Q") and fold(row.items[noun].word) in word_set(row.language, "people")


def _goes_on(row: Row, index: int) -> bool:
    """Does the clause go on at ``index`` behind a comma: ", including 60 in Hungary, [were arrested]"?"""
    return row.finite(index) and row.kind(index - 1) == ","


def _is_of_agent(row: Row, index: int) -> bool:
    """ "was held in Togo and coordinated by the National Bureau in [Accra]": right behind who did it, the place may
    only say where that is.
    """
    k = row.back(index, "PD")
    before = row.back(k, "DA")
    further = index + 2
    while row.kind(further) in ("P", "D"):
        further += 1
    place = row.kind(further) == "E" and is_any(row.items[further].data.type, ("Place", "State"))
    listed = row.kind(index + 1) in ("C", ",") and place
    agent = row.kind(k) == "E" and is_a(row.items[k].data.type, "Organization") and row.is_by(before)
    return agent and not listed


def _is_counted_site(row: Row, index: int) -> bool:
    """ "in seven markets of Benin", « dans 12 ports de pêche du Togo »: does the preposition at ``index`` stand behind
    what a preposition of places and a number lead to?
    """
    k = index - 1
    while k > index - _SITE and not _counts(row, k) and row.kind(k) in ("W", "J", "N", "P"):
        k -= 1
    before = row.back(k, "DA")
    placed = row.kind(before) == "P" and row.items[before].data in _PLACING["en"]
    return row.items[index].data == "of" and k < index - 1 and _counts(row, k) and placed


def _counts(row: Row, index: int) -> bool:
    return row.kind(index) == "#" or (row.kind(index) == "W" and fold(row.items[index].word) in cardinals())


def _lies_around(row: Row, index: int) -> bool:
    """ "in Manaus, [Brazil], from 3 to 7 March", « à Manaus (Brésil) », "in the Kayes region of [Mali]": the State of a
    town or region that stands before it.
    """
    k = row.back(index, "PD")
    of = next((row.items[j].data for j in range(index - 1, k, -1) if row.kind(j) == "P"), "") == "of"
    if of and row.kind(k) == "E" and row.items[index].data.type == "State":
        return is_any(row.items[k].data.type, ("Region", "City"))
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
    word = next((item.word for item in behind if item.kind not in ("D", "A", "J")), "").split(" ")[0]
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
