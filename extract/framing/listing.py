"""Events told in lists: "the adoption of the following laws: …", "Fiji by accession (19 September 2017)", « Adhésion :
Palaos (13 mai 2019) ».
"""

from __future__ import annotations

from extract.framing.fillers import Context, Filler, Fillers, fill, nearest
from extract.mentions.dates import Date
from extract.syntax.clauses import Row
from extract.syntax.phrases import Member, Phrase
from ontology.lexicon import Frame
from ontology.types import is_any

_OVER = ("W", "P", "D", "A", "J", "C", "N", "#", "(", ")", ",")  # what may stand between a noun and its colon


def fill_listed(fillers: Fillers, frame: Frame, row: Row, start: int, end: int, context: Context) -> None:
    """Fill what the noun, whose phrase stands at items ``[start, end)``, leaves to a list around it."""
    listed = None if "instrument" in fillers else _behind_colon(row, end)
    for slot in ("of", "to"):
        if "instrument" not in fillers and "instrument" in frame.slots.get(slot, ()):
            fill(fillers, frame, slot, listed)
    if "state" in frame.types:
        actors = _actors(row, start, end)
        for slot in ("by", "for", "of"):
            if "state" not in fillers and "state" in frame.slots.get(slot, ()):
                fill(fillers, frame, slot, actors)
        if actors is not None and "state" in fillers and "instrument" not in fillers:
            nearest(row, start, frame, "instrument", fillers, context)


def fill_own(fillers: Fillers, frame: Frame, row: Row, index: int, context: Context) -> None:
    """Of the State that the document is about: "welcomes the ratification of the Protocol in 2019"."""
    role = str(frame.options.get("own", ""))
    country = context.country
    if country is None or role in fillers or not fillers:
        return
    if is_any(country.type, frame.types.get(role, ())):
        fillers[role] = [Filler(country, Member(row.items[index], index))]


def _behind_colon(row: Row, index: int) -> Phrase | None:
    """What a colon leads to over plain words: "(the adoption) of the following measures: the Shelters Act, in 2018"."""
    k = index
    while row.kind(k) in _OVER and k < index + 12:
        k += 1
    if row.kind(k) != ":":
        return None
    first = row.skip(k + 1)
    first = row.skip(first + 1) if row.kind(first) == "P" and row.items[first].data in ("of", "to") else first
    phrase = row.listed(first)
    if phrase is not None and not phrase.dates:
        phrase.dates.extend(_date_over(row, phrase.end))
    return phrase


def _date_over(row: Row, index: int) -> list[Date]:
    """ "Act No. 12 on shelters, in 2019": the date over the plain words that say what it is about."""
    k = index
    while row.kind(k) in ("W", "P", "D", "A", "J") and k < index + 15:
        k += 1
    date = row.date_behind(k) if row.kind(k) == "," else None
    return [row.items[date].data] if date is not None else []


def _actors(row: Row, start: int, end: int) -> Phrase | None:
    """Who stands before the noun ("Tunisia: entry into force of …", "Fiji by accession") or behind its colon."""
    before = row.kind(start - 1)
    named = row.kind(start - 2) == "E"
    if named and (before == ":" or (before == "P" and row.items[start - 1].data == "by")):
        return row.phrase(start - 2) if before == ":" else Phrase([Member(row.items[start - 2], start - 2)], start, end)
    return row.listed(end + 1) if row.kind(end) == ":" and row.kind(row.skip(end + 1)) == "E" else None
