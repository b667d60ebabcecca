"""What a document tells of one programme in several places, put together: each lead with the start, "It began in 2022"
behind "X is a programme of IOM".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extract.facts import Entity, Fact

_OWN = frozenset(("partner", "country"))  # rows of their own


def together(facts: Sequence[Fact]) -> list[Fact]:
    """``facts``, of each programme its leads with its start, wherever the document tells them, where all agree."""
    starts = {name: start for name, told in _by_programme(facts).items() if (start := _start(told)) is not None}
    leads = {name: _leads(told) for name, told in _by_programme(facts).items()}
    return [one for fact in facts for one in _completed(fact, starts, leads)]


def _by_programme(facts: Sequence[Fact]) -> dict[str, list[Fact]]:
    told: dict[str, list[Fact]] = {}
    for fact in facts:
        if _is_told(fact):
            told.setdefault(_name(fact), []).append(fact)
    return told


def _is_told(fact: Fact) -> bool:
    plain = fact.kind == "programmes" and fact.modality == "asserted" and _OWN.isdisjoint(fact.roles)
    return plain and isinstance(fact.roles.get("programme"), Entity)


def _name(fact: Fact) -> str:
    programme = fact.roles["programme"]
    assert isinstance(programme, Entity)
    return programme.id


def _start(told: Sequence[Fact]) -> str | None:
    """The one time at which it began, as precise as any says it; None where two of them differ."""
    starts = sorted({str(fact.roles["start"]) for fact in told if "start" in fact.roles}, key=len)
    agree = bool(starts) and all(starts[-1].startswith(start) for start in starts)
    return starts[-1] if agree else None


def _leads(told: Sequence[Fact]) -> list[Entity]:
    leads = {lead.id: lead for fact in told if isinstance(lead := fact.roles.get("lead"), Entity)}
    return [*leads.values()]


def _completed(fact: Fact, starts: Mapping[str, str], leads: Mapping[str, Sequence[Entity]]) -> Iterator[Fact]:
    """The fact with the start; one that tells the start alone, for each lead."""
    name = _name(fact) if _is_told(fact) else ""
    if name not in starts:
        yield fact
        return
    whole = replace(fact, roles={**fact.roles, "start": starts[name]})
    if "lead" in fact.roles or not leads[name]:
        yield whole
        return
    yield from (replace(whole, roles={**whole.roles, "lead": lead}) for lead in leads[name])
