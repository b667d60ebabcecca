"""What a document tells of one meeting in several places, put together: one row for each, with all its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.facts import Entity, Fact
from extract.relations import Roles


def together(facts: Sequence[Fact]) -> list[Fact]:
    """``facts``, those on one meeting each with the time and place that the others tell, where none contradicts."""
    named = [fact for fact in facts if _is_told(fact) and not _is_dated(fact)]
    facts = [_named(fact, named) if _is_told(fact) and _is_dated(fact) else fact for fact in facts]
    told: dict[str, list[Fact]] = {}
    for fact in filter(_is_told, facts):
        told.setdefault(_name(fact), []).append(fact)
    whole = {name: _whole(several) for name, several in told.items() if len(several) > 1}
    return _once([_completed(fact, whole) if _is_told(fact) else fact for fact in facts])


def _is_dated(fact: Fact) -> bool:
    """Is the meeting known by nothing but its body and day: "the Commission, meeting in Vienna on 16 May 1985"?"""
    body, start = fact.roles.get("body"), str(fact.roles.get("start", ""))
    return isinstance(body, Entity) and len(start) == 10 and _name(fact) == f"{body.id}/{start}"


def _named(fact: Fact, named: Sequence[Fact]) -> Fact:
    """The fact under the name that the one other of its body and day, or of its sentence, place and day, has."""
    roles = fact.roles
    same = [
        other.roles["meeting"]
        for other in named
        if other.roles.get("start") == roles["start"]
        and other.roles.get("place", roles.get("place")) == roles.get("place", other.roles.get("place"))
        and (other.roles.get("body") == roles["body"] or ("body" not in other.roles and other.start == fact.start))
    ]
    alike = {one.id for one in same if isinstance(one, Entity)}
    return replace(fact, roles={**roles, "meeting": same[0]}) if len(alike) == 1 else fact


def _once(facts: Sequence[Fact]) -> list[Fact]:
    """``facts`` without a meeting that the same words tell twice."""
    kept: list[Fact] = []
    for fact in facts:
        told = _is_told(fact) and any(one.start == fact.start and one.roles == fact.roles for one in kept[-8:])
        kept += [] if told else [fact]
    return kept


def _is_told(fact: Fact) -> bool:
    return fact.kind == "meetings" and fact.modality == "asserted" and isinstance(fact.roles.get("meeting"), Entity)


def _name(fact: Fact) -> str:
    """What the meeting is known by, described in this document ("the Third Forum") or named ("Third Forum")."""
    meeting = fact.roles["meeting"]
    assert isinstance(meeting, Entity)
    return meeting.id.partition("meeting/")[2] or meeting.id


def _completed(fact: Fact, whole: Mapping[str, Roles]) -> Fact:
    return replace(fact, roles={**fact.roles, **whole.get(_name(fact), {})})


def _whole(facts: Sequence[Fact]) -> Roles:
    """Time, place and the one host that the facts on one meeting tell together; nothing where two of them differ."""
    known: Roles = {"meeting": facts[0].roles["meeting"]}
    for fact in facts:
        place, period = fact.roles.get("place", known.get("place")), _agreed(known, dict(fact.roles))
        if period is None or known.get("place", place) != place:
            return {}
        known |= period | ({"place": place} if place is not None else {})
    bodies = {fact.roles["body"] for fact in facts if "body" in fact.roles}
    return known | ({"body": bodies.pop()} if len(bodies) == 1 else {})


def _agreed(one: Roles, other: Roles) -> Roles | None:
    """The longer of two periods where it holds the other; None where they differ."""
    first, second = _period(one), _period(other)
    if not second or not first:
        return first or second
    return next((outer for inner, outer in ((first, second), (second, first)) if _holds(outer, inner)), None)


def _holds(outer: Roles, inner: Roles) -> bool:
    """Are they the same, or days of which the outer are those of the inner, and more?"""
    days = [str(roles.get(role, roles["start"])) for roles in (outer, inner) for role in ("start", "end")]
    exact = all(len(day) == 10 for day in days)
    return outer == inner or (exact and days[0] <= days[2] and days[3] <= days[1])


def _period(roles: Roles) -> Roles:
    return {role: roles[role] for role in ("start", "end") if role in roles} if "start" in roles else {}
