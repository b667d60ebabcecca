"""One held what another holds after him: the facts of one of the two, told of the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extract.facts import Entity, Fact
from extract.mentions.dates import Date
from extract.syntax.rows import Row

HOLDERS: Mapping[str, str] = {"chairs": "chair", "offices": "person"}  # kind -> the role of who holds
TIMES = ("year", "start", "end")
_HAD = ("had", "avait")

Roles = dict[str, Entity | str | int | float]


@dataclass(frozen=True, slots=True)
class Change:
    """One held it until another did."""

    before: Entity | None  # None: who is spoken of, « lui a succédé »
    after: Entity | None
    dates: Sequence[Date]  # when the other began
    since: Sequence[Date] = ()  # when the one did: "succeeds Ms. Berg, in office since 2016"
    term: Mapping[str, str] = field(default_factory=dict)  # "succeeded Ms. Berg, Director from 2013 to 2019"
    begun: Sequence[Date] = ()  # when the other did: "In office since 2022, Ms. Berg replaced Mr. Roy"


def of_both(change: Change, told: Sequence[Fact]) -> Iterator[tuple[Fact, Roles]]:
    """The facts of ``told`` that one of the two fills, for the other; and the time of who came after."""
    for fact in told:
        role = HOLDERS[fact.kind]
        timeless: Roles = {column: value for column, value in fact.roles.items() if column not in TIMES}
        if change.after is not None and fact.roles[role] == change.before and _alike(change.after, change.before):
            if _is_chair(change.after, fact, told):
                continue  # "Ms. Berg has chaired it since 2022; she succeeded Mr. Roy, who chaired it in 2021"
            yield fact, {**timeless, role: change.after, **_begun(fact, change.dates)}
        elif change.before is not None and fact.roles[role] == change.after and _alike(change.before, change.after):
            if not _is_chair(change.before, fact, told):
                yield from ((fact, {**timeless, role: change.before, **times}) for times in _ended(fact, change))
            dates = change.begun or change.dates
            if timeless == fact.roles and dates:
                yield fact, {**timeless, **_begun(fact, dates)}


def _is_chair(holder: Entity, fact: Fact, told: Sequence[Fact]) -> bool:
    """ "takes over from Mr. Roy, who chaired the Board in 2025": the text says itself what he held, and when."""
    body = fact.roles.get("body" if fact.kind == "chairs" else "organisation")
    dated = [one.roles for one in told if one.kind == "chairs" and "year" in one.roles]
    return any((roles["chair"], roles.get("body")) == (holder, body) for roles in dated)


def _alike(one: Entity, other: Entity) -> bool:
    """A person follows a person."""
    return (one.type == "Person") == (other.type == "Person")


def _ended(fact: Fact, change: Change) -> Iterator[Roles]:
    """When the one held it: till the other began, where nothing else is told; of a chair each year of the term."""
    if fact.kind == "chairs":
        first, last = (change.term.get(edge, "")[:4] for edge in ("start", "end"))
        if not first:
            yield _begun(fact, change.since)
            return
        for year in range(int(first), int(last or first) + 1):
            yield {"year": str(year)}
        return
    told = {"end": change.dates[0].first} if change.dates else {}
    yield {**told, **_begun(fact, change.since), **change.term}


def _begun(fact: Fact, dates: Sequence[Date]) -> Roles:
    if not dates:
        return {}
    return {"year": dates[0].first[:4]} if fact.kind == "chairs" else {"start": dates[0].first}


def apart(row: Row, change: Change, told: Sequence[Fact]) -> list[Fact]:
    """``told`` without what a relative clause says besides: "He was succeeded by Ms. Johnstone, who had served as
    Director" or, where his own post is told, "who is Chair of the Network".
    """
    posted = any(_holder(fact) == change.before for fact in told)
    return [fact for fact in told if _holder(fact) != change.after or not _besides(row, fact, posted=posted)]


def _holder(fact: Fact) -> object:
    return fact.roles[HOLDERS[fact.kind]]


def _besides(row: Row, fact: Fact, *, posted: bool) -> bool:
    """Is it told in a relative clause of the row: of what had been or, where another post is told, of anything?"""
    if not fact.start <= row.items[0].start < fact.end:
        return False
    for k, item in enumerate(row.items):
        relative = k + 1 + (row.kind(k + 1) == ",")
        if item.kind == "E" and item.data == _holder(fact) and row.kind(relative) == "R":
            verb = row.items[relative + 1].surface.lower().split(" ")[0] if row.kind(relative + 1) == "V" else ""
            return posted or verb in _HAD
    return False
