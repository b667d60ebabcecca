"""Who heads a body holds an office there: "Ms. Berg has headed the Unit since 2020" makes her its head."""

from __future__ import annotations

from collections.abc import Iterator

from extract.apposed import beside_person, employer
from extract.facts import Entity
from extract.framing.fillers import Fillers
from extract.framing.making import Found, Roles
from extract.framing.terms import term
from extract.mentions.heads import is_of_state
from extract.syntax.clauses import Clause
from extract.syntax.rows import Row
from ontology.types import is_a

_HEAD = (("en", "Head"), ("fr", "Chef"))


def headed(row: Row, found: Found, fillers: Fillers, clause: Clause | None) -> Iterator[Found]:
    """``found``; where it says that a person leads a body, the office that this is, under the title that stands beside
    the name ("is led by its Chief, Ms. Berg"), and nothing where the clause tells as what she does.
    """
    person, body = found.roles.get("agent"), found.roles.get("object")
    leads = isinstance(person, Entity) and person.type == "Person" and found.roles.get("role") == "leads"
    if found.kind != "responsibilities" or not leads or not isinstance(body, Entity) or not _is_body(body):
        yield found
        return
    if clause is not None and any(_is_office(one) for one in _named(clause)):
        return  # "led by Ms. Berg as acting Director": that is told by itself
    holder = next(one.member.index for one in fillers["agent"] if one.entity == person)
    office = _title(row, holder) or Entity(f"office/head-{body.id}", "Office", _HEAD)
    led = next((one.member.index for one in fillers["object"] if one.entity == body), holder)
    roles: Roles = {"person": person, "office": office, "organisation": body}  # type: ignore[dict-item]
    yield Found("offices", roles | _time(row, clause, max(holder, led)))


def with_term(row: Row, found: Found, fillers: Fillers) -> Roles:
    """ "was Director until 2019", "served as Director from 2015 until May 2019": the roles with start and end; "named
    Director of its Institute": with what it is of.
    """
    if found.kind != "offices":
        return found.roles
    office = next((one for one in fillers.get("office", ()) if one.entity == found.roles.get("office")), None)
    told: Roles = dict(term(row, office.member.index)) if office is not None else {}
    unit = employer(row, office.member.index) if office is not None and "organisation" not in found.roles else None
    told = told if unit is None else {**told, "organisation": unit}
    if "end" in found.roles and "end" not in told:  # "stepped down as Director on 30 June 2018"
        told = {}
    return {**told, **found.roles}


def _is_body(thing: Entity) -> bool:
    return is_a(thing.type, "Organization")


def _is_office(thing: Entity) -> bool:
    return thing.type == "Office"


def _named(clause: Clause) -> Iterator[Entity]:
    for phrase in clause.slots.get("as", ()):
        yield from phrase.entities


def _title(row: Row, person: int) -> Entity | None:
    """The office beside the name, if it may be that of the body: none of a State, and of no other body that stands
    with it ("headed by the Minister of Justice, Mr. Roy").
    """
    office = beside_person(row, person)
    if office is None or employer(row, office) is not None:
        return None
    title: Entity = row.items[office].data
    owned = len(title.labels) != 1  # "Director of the Fund" is known as a "Director" too
    return None if owned or is_of_state(title) else title


def _time(row: Row, clause: Clause | None, last: int) -> Roles:
    """Since and until when: by the dates of the clause, else by those behind its last name."""
    told: Roles = dict(term(row, last))
    dates = clause.dates if clause is not None and clause.verb.kind == "V" else []
    if told or not dates:
        return told
    end = {} if dates[0].last is None else {"end": dates[0].last}
    return {"start": dates[0].first, **end}
