"""Who chaired what, by the noun and its owner: "Kenya's presidency of the Forum in 2020", "under the Kenyan
chairmanship", « au cours de sa présidence du Forum, le Kenya a … ».
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from extract.facts import Entity
from extract.framing.attitude import real
from extract.mentions.dates import Date
from extract.mentions.heads import states
from extract.mentions.known import authority
from extract.relations import Roles
from extract.syntax.clauses import Clause
from extract.syntax.items import has
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.authority import records
from ontology.fold import fold
from ontology.lexicon import frames
from ontology.types import is_a

_LEADING = ("under", "during", "in", "throughout")  # "under Kenya's chairmanship"
_MONTH = 6  # items in which "for the month of March" names it
_HOLDERS = ("State", "Organization", "Person")


def presidencies(row: Row) -> Iterator[tuple[str, Roles]]:
    """The ``chairs`` that the row tells by a noun for the chair with whose it was, one for each year told."""
    for index, item in enumerate(row.items):
        if item.kind != "N" or item.data not in _nouns():
            continue
        slots = row.complements(index)
        end = slots.pop("end")[0].end
        start = _start(row, index)
        clause = _clause(row, index)
        holder = _holder(row, index, start, clause)
        if clause is None or holder is None or not _is_told(row, clause, index):
            continue
        body = _body(slots.get("of", ()), holder) or _chaired(row, start, clause)
        if body is not None and body != holder:
            told: Roles = {"body": body, "chair": holder}
            dates = _dates(row, index, start, end, slots) or _of_clause(row, start, clause)
            yield from (("chairs", {**told, **year}) for year in _years(dates))


def rotating(row: Row) -> Iterator[tuple[str, Roles]]:
    """ "The representative of Latvia, President of the Security Council for March 2026, spoke": Latvia chairs it."""
    for k, item in enumerate(row.items):
        office = row.skip(k + 2)
        held = item.kind == "E" and item.data.type == "State" and row.kind(k + 1) == "," and row.kind(office) == "E"
        body = _presided(row.items[office].data) if held else None
        led = row.kind(office + 1) == "P" and row.items[office + 1].data == "for"
        date = next((j for j in range(office + 2, office + _MONTH) if row.kind(j) == "T"), None) if led else None
        if body is not None and date is not None:
            yield from (
                ("chairs", {"body": body, "chair": item.data, **year}) for year in _years([row.items[date].data])
            )


def _presided(office: Entity) -> Entity | None:
    """The body whose president the office is, by the authority files."""
    record = records().get(office.id) if office.type == "Office" else None
    names = [name for listed in record.names.values() for name in listed] if record is not None else []
    presides = any(fold(name).startswith(("president", "chair")) for name in names)
    body = record.organisation if record is not None and presides else None
    return authority(body) if body is not None else None


@cache
def _nouns() -> frozenset[str]:
    """The nouns of which the frames say that one chairs "under" them."""
    led = [frame for frame in frames() if frame.kind == "chairs" and frame.options.get("governed") == "under"]
    return frozenset(noun for frame in led for nouns in frame.nouns.values() for noun in nouns)


def _start(row: Row, index: int) -> int:
    """Where the noun's phrase begins: its owner, adjectives and year before it."""
    while row.kind(index - 1) in ("D", "A", "J", "T", "'", "W") or (
        row.kind(index - 1) == "E" and row.kind(index) == "'"
    ):
        index -= 1
    return index


def _holder(row: Row, index: int, start: int, clause: Clause | None) -> Entity | None:
    """Whose the chair was: by a genitive, an adjective of nationality, or "its" and the subject of the clause."""
    for k in (*range(index - 1, start - 1, -1), index + 1):
        if row.kind(k) == "'" and row.kind(k - 1) == "E":
            return _one([row.items[k - 1].data])
        state = states(row.language).get(row.items[k].surface) if row.kind(k) == "W" else None
        if state is not None and (k < index) == (row.language == "en"):
            return authority(state)
    owned = any(has(row.items[k], "possessive") for k in range(start, index))
    subject = clause.subject if owned and clause is not None and row.kind(start - 1) == "P" else None
    if subject is None or subject.start < index or len(subject.members) != 1:
        return None
    return _one(subject.members[0].entities)


def _one(found: Sequence[Entity]) -> Entity | None:
    return found[0] if len(found) == 1 and any(is_a(found[0].type, type_) for type_ in _HOLDERS) else None


def _clause(row: Row, index: int) -> Clause | None:
    """The clause that the noun stands in: of a verb behind it, else of the one before."""
    told = [clause for clause in row.clauses() if clause.verb.data.form == "finite" and not clause.verb.data.link]
    return next((one for one in told if one.index > index), told[-1] if told else None)


def _is_told(row: Row, clause: Clause, index: int) -> bool:
    """Is the clause real, and nothing that says that there was, or is yet, no such chair?"""
    about = clause.subject is not None and any(member.index == index for member in clause.subject.members)
    denied = clause.verb.data.negated and (about or clause.index < index)
    yet = any(has(row.items[k], "unheld") for k in (index - 1, index - 2, index + 1) if 0 <= k < len(row.items))
    return real(row, clause) and not denied and not yet


def _body(phrases: Sequence[Phrase], holder: Entity) -> Entity | None:
    found = [entity for phrase in phrases for entity in phrase.entities]
    bodies = [entity for entity in found if is_a(entity.type, "Organization") and entity != holder]
    return bodies[0] if len(bodies) == 1 else None


def _chaired(row: Row, start: int, clause: Clause) -> Entity | None:
    """ "Under Kenya's chairmanship, the Forum adopted …": what the clause is about."""
    led = row.kind(start - 1) == "P" and row.items[start - 1].data == "under"
    subject = clause.subject if led else None
    if subject is None or len(subject.members) != 1:
        return None
    return _body([subject], Entity("", ""))


def _dates(row: Row, index: int, start: int, end: int, slots: Mapping[str, list[Phrase]]) -> list[Date]:
    """The dates by the noun: "its 2020 presidency", "presidency (2020)", "presidency of the Forum in 2020"."""
    times, of = slots.get("time", ()), slots.get("of", ())
    before = [row.items[k].data for k in range(start, index) if row.kind(k) == "T"]
    behind = [date for phrase in (*times, *of) for date in phrase.dates]
    k = next((k for k in range(index, end + 1) if row.kind(k) == "(" and row.kind(k + 1) == "T"), None)
    return before or behind or ([row.items[k + 1].data] if k is not None else [])


def _of_clause(row: Row, start: int, clause: Clause) -> list[Date]:
    """Of what is done under a chair the date is the chair's, too."""
    return clause.dates if row.kind(start - 1) == "P" and row.items[start - 1].data in _LEADING else []


def _years(dates: Sequence[Date]) -> list[Roles]:
    years = dict.fromkeys(year for date in dates for year in date.years())
    return [{"year": year} for year in years] or [{}]
