"""Events told in lists: "the adoption of the following laws: …", "Fiji by accession (19 September 2017)", « Adhésion :
Palaos (13 mai 2019) ».
"""

from __future__ import annotations

from extract.framing.fillers import Context, Filler, Fillers, fill
from extract.framing.pronouns import nearest
from extract.mentions.dates import Date
from extract.syntax.phrases import Member, Phrase
from extract.syntax.rows import Row
from ontology.lexicon import Frame
from ontology.types import is_any

_OVER = ("W", "P", "D", "A", "J", "C", "N", "#", "(", ")", ",")  # what may stand between a noun and its colon


def fill_listed(fillers: Fillers, frame: Frame, row: Row, start: int, end: int, context: Context) -> None:
    """Fill what the noun, whose phrase stands at items ``[start, end)``, leaves to a list around it."""
    listed = {} if "instrument" in fillers else _behind_colon(row, end)
    for slot, phrase in listed.items():
        told = (role in fillers for role in frame.slots.get(slot, ()))
        if not (all(told) if "state" in frame.types else any(told)):  # « la ratification par le Togo : du Protocole »
            fill(fillers, frame, slot, phrase)
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


def _behind_colon(row: Row, index: int) -> dict[str, Phrase]:
    """What a colon leads to over plain words, by the place where it would stand: "(the adoption) of the following
    measures: the Shelters Act, in 2018", « l'adoption : par le Conseil, le 14 mars, de la loi no 5 ».
    """
    k = index
    while (row.kind(k) in _OVER or _is_agent(row, k)) and k < index + 12:
        k += 1
    if row.kind(k) != ":":
        return {}
    slots: dict[str, Phrase] = {}
    i = row.skip(k + 1)
    while row.kind(i) == "P" and (phrase := row.phrase(i + 1)) is not None:
        slots[row.items[i].data] = phrase
        phrase.dates.extend(phrase.dates or _date_at(row, phrase.end))
        i = next((j for j in range(phrase.end, phrase.end + 5) if row.kind(j) == "P" and not _leads_date(row, j)), -1)
    listed = slots.get("of") or slots.get("to") or row.listed(row.skip(k + 1))
    if listed is not None:
        listed.dates.extend(listed.dates or closing_date(row))
        slots.update(of=listed, to=listed)
    return slots


def _is_agent(row: Row, index: int) -> bool:
    """« la ratification par [l'État partie] : a) Du Pacte … »."""
    return row.kind(index) in ("E", "Q") and row.leading(index, "D") == "by"


def _leads_date(row: Row, index: int) -> bool:
    return row.kind(row.skip(index + 1)) == "T"


def _date_at(row: Row, index: int) -> list[Date]:
    date = row.date_behind(index)
    return [row.items[date].data] if date is not None else []


def closing_date(row: Row) -> list[Date]:
    """ "Act No. 12, by which shelters were founded, in 2019;": the date that closes an item of the list."""
    k = len(row.items) - 1
    while row.kind(k) in (";", "C", ","):
        k -= 1
    comma = k - 1
    while row.kind(comma) in ("P", "D"):
        comma -= 1
    return [row.items[k].data] if row.kind(k) == "T" and row.kind(comma) == "," else []


def _actors(row: Row, start: int, end: int) -> Phrase | None:
    """Who stands before the noun ("Tunisia: entry into force of …", "Fiji by accession") or behind its colon."""
    before = row.kind(start - 1)
    named = row.kind(start - 2) == "E"
    if named and (before == ":" or (before == "P" and row.items[start - 1].data == "by")):
        return row.phrase(start - 2) if before == ":" else Phrase([Member(row.items[start - 2], start - 2)], start, end)
    return row.listed(end + 1) if row.kind(end) == ":" and row.kind(row.skip(end + 1)) == "E" else None
