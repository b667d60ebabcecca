"""From fillers to facts: enumerations distributed, "respectively" paired, dates and places attached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from extract.facts import Entity, Modality
from extract.framing.fillers import Context, Filler, Fillers
from extract.mentions.dates import Date
from extract.syntax.clauses import Clause
from ontology.kinds import kinds
from ontology.lexicon import Frame, verb_set
from ontology.types import is_a, is_any

Roles = dict[str, Entity | str | int | float]

_YEAR = 4  # characters of a date that is a year
_MONTH = 7  # characters of "2022-04"
_TWO = 2  # meetings, of two days


@dataclass(frozen=True, slots=True)
class Found:
    """A fact of ``kind`` in a row, with its roles."""

    kind: str
    roles: Roles
    modality: Modality = "asserted"


def make(frame: Frame, fillers: Fillers, clause: Clause | None, context: Context, parallel: bool) -> Iterator[Found]:
    """Facts from the fillers: every combination, or item by item where the text says "respectively"."""
    if not fillers:
        return
    together, apart = _apart(frame, _not_alone(frame, fillers))
    yield from _make(frame, together, clause, context, parallel=parallel, dated=True)
    for part in apart:
        yield from _make(frame, part, clause, context, parallel=False, dated=False)


def _not_alone(frame: Frame, fillers: Fillers) -> Fillers:
    """Without what counts only beside others, one State that signs a treaty is no participant of a joint signing; or
    only alone: those who sign a declaration together take part.
    """
    several, singly = (frame.options.get(option, ()) for option in ("several", "singly"))
    return {
        role: found
        for role, found in fillers.items()
        if not is_any(found[0].entity.type, singly if len(found) > 1 or found[0].member.listed else several)
    }


def _apart(frame: Frame, fillers: Fillers) -> tuple[Fillers, list[Fillers]]:
    """What makes facts together, and roles that the frame lists as ``alone``: a programme's partners, its countries."""
    alone = [role for role in frame.options.get("alone", ()) if role in fillers]
    if not alone:
        return fillers, []
    shared = {group[0] for group in kinds()[frame.kind].key if len(group) == 1}
    apart = [{role: fillers[role] for role in (*sorted(shared & fillers.keys()), own)} for own in alone]
    return {role: found for role, found in fillers.items() if role not in alone}, apart


def _make(
    frame: Frame, fillers: Fillers, clause: Clause | None, context: Context, *, parallel: bool, dated: bool
) -> Iterator[Found]:
    if "body" in fillers:
        fillers = {**fillers, "body": _not_meetings(fillers["body"])}
    roles = sorted(fillers)
    for combination in _combine(fillers, roles, clause, frame, parallel):
        chosen = dict(zip(roles, combination, strict=True))
        if len({filler.entity.id for filler in chosen.values()}) < len(chosen):
            continue
        every = _times(frame, chosen, clause, context, fillers, parallel) if dated else ({},)
        for times in _occasions(frame, clause, every, _turn(fillers, chosen)):
            result: Roles = {role: filler.entity for role, filler in chosen.items()}
            result.update(frame.fixed)
            result.update(times)
            _places(frame, clause, result)
            if "session" in frame.slots:
                _session(frame, result, context, clause)
            if _complete(frame, result):
                yield Found(frame.kind, result)


def _not_meetings(found: list[Filler]) -> list[Filler]:
    """ "adopted by the Council at its tenth session": the Council, and not the session besides."""
    return [filler for filler in found if not is_a(filler.entity.type, "Meeting")] or found


def _combine(
    fillers: Fillers, roles: Sequence[str], clause: Clause | None, frame: Frame, parallel: bool
) -> Iterator[tuple[Filler, ...]]:
    lists = [fillers[role] for role in roles]
    lengths = {len(found) for found in lists if len(found) > 1}
    if parallel and len(lengths) == 1 and sum(len(found) > 1 for found in lists) > 1:
        size = lengths.pop()
        yield from zip(*(found if len(found) > 1 else found * size for found in lists), strict=True)
        return
    yield from product(*lists)


def _times(
    frame: Frame,
    chosen: Mapping[str, Filler],
    clause: Clause | None,
    context: Context,
    fillers: Fillers,
    parallel: bool,
) -> Iterator[Roles]:
    role = frame.slots.get("time", (None,))[0]
    if role is None:
        counted = clause is not None and frame.options.get("since") is True and not _is_done_by_people(clause)
        since = clause.since if clause is not None and counted else []
        yield {"start": since[0].first} if since else {}
        return
    if frame.options.get("beside") is True:
        dates = [filler.member.date for filler in chosen.values() if filler.member.date is not None]
    else:
        dates = _dates(chosen, clause, context, fillers, parallel)
    if not dates and role == "year" and frame.kind == "chairs" and clause is not None:
        dates = [date for date in clause.terms if len(date.first) == _YEAR]  # "chairs the Committee for 2026"
    if frame.kind == "meetings" and clause is not None:
        dates = _not_of_instruments(clause, dates)
    if not dates:
        yield {}
    elif role == "year":
        years = sorted({year for date in dates for year in date.years()})
        joined = frame.kind != "members" or all(len(date.years()) == 1 for date in dates)  # not "for 2019–2021"
        for year in years if joined else ():
            yield {"year": year}
        if not joined:
            yield {}
    elif role == "start" and clause is not None and _only_then(frame, clause, dates[0]):
        yield {}
    elif role == "start":
        date = dates[0] if parallel else _own_day(chosen, dates[0])
        yield _period(frame, date, opens=frame.options.get("opens") is True)
    elif role == "end":
        yield {"end": dates[0].last or dates[0].first}
    else:
        yield {role: dates[0].first} if dates[0].last is None or dates[0].last == dates[0].first else {}


def _own_day(chosen: Mapping[str, Filler], date: Date) -> Date:
    """ "the 612th and 613th meetings, held on 8 and 9 April": of two meetings each has its day; a session has more."""
    meeting = chosen.get("meeting")
    both = meeting.member.item.several if meeting is not None and meeting.member.item.kind == "E" else ()
    if meeting is None or len(both) != _TWO or "/session/" in meeting.entity.id or not _are_two_days(date):
        return date
    return replace(date, last=None) if meeting.entity == both[0] else replace(date, first=date.last or "", last=None)


def _are_two_days(date: Date) -> bool:
    """Two days on end of one month?"""
    last = date.last or ""
    days = len(date.first) == len(last) == len("2022-04-08") and date.first[:_MONTH] == last[:_MONTH]
    return days and int(last[-2:]) == int(date.first[-2:]) + 1


def _only_then(frame: Frame, clause: Clause, date: Date) -> bool:
    """ "As of April 2014, the Rapporteur is Ms. Roy", « En 2020, elle était directrice »: who held the office then, and
    not since when.
    """
    verb = clause.verb.data if clause.verb.kind == "V" else None  # the word of an event is no verb
    is_so = frame.kind == "offices" and verb is not None and verb.link and bool({"be", "être"} & set(verb.lemmas))
    return is_so and date.last is None and all(since is not date for since in clause.since)


def _not_of_instruments(clause: Clause, dates: Sequence[Date]) -> list[Date]:
    """ "was adopted by resolution 55/25 of 15 November 2000 at the tenth session": that is no date of the session."""
    phrases = [phrase for found in clause.slots.values() for phrase in found]
    named = [(phrase, one) for phrase in phrases for one in phrase.entities]
    theirs = {id(date) for phrase, one in named if is_a(one.type, "Instrument") for date in phrase.dates}
    return [date for date in dates if id(date) not in theirs]


def _is_done_by_people(clause: Clause) -> bool:
    """ "headed since 1 July by Mr. Roy": the day on which he took over began nothing."""
    doers = clause.slots.get("by", []) if clause.verb.data.passive else [clause.subject]
    named = [one for phrase in doers if phrase is not None for one in phrase.entities]
    return bool(named) and all(one.type == "Person" for one in named)


def _period(frame: Frame, date: Date, *, opens: bool = False) -> Roles:
    """Start and end; a meeting that has one full date begins and ends on it, unless it only ``opens`` then."""
    last = date.last
    if frame.kind == "meetings" and last is None and len(date.first) == 10 and not opens:
        last = date.first
    if frame.kind == "offices":
        return held_from(date)
    return {"start": date.first} if last is None else {"start": date.first, "end": last}


def held_from(date: Date) -> Roles:
    """Since and until when an office is held; who is elected by a meeting of some days holds it from some day of that
    month on: "From 4 to 6 April 2022 the Committee met and elected Ms. Berg".
    """
    if date.last is not None and date.last[:_MONTH] == date.first[:_MONTH]:
        return {"start": date.first[:_MONTH]}
    return {"start": date.first} if date.last is None else {"start": date.first, "end": date.last}


def _dates(
    chosen: Mapping[str, Filler], clause: Clause | None, context: Context, fillers: Fillers, parallel: bool
) -> list[Date]:
    """The dates of one combination: beside its fillers, else of the clause, else what the sentence inherits."""
    every = clause.dates if clause is not None else []
    if len(every) > 1 and (parallel or _one_each(fillers, every)):
        for role, filler in chosen.items():
            if len(fillers[role]) == len(every):
                return [every[next(i for i, found in enumerate(fillers[role]) if found is filler)]]
    own = [date for filler in chosen.values() for date in filler.dates if filler.member.date is not None]
    listed = [date for role, filler in chosen.items() if _dated_apart(fillers[role]) for date in filler.dates]
    beside = own or listed or [date for filler in chosen.values() for date in filler.dates]
    if beside:
        return beside
    theirs = {id(date) for found in fillers.values() for filler in found for date in filler.dates}
    if theirs:  # others of the list have dates of their own: "chaired in 2015 by Norway and in 2016 by Chile"
        return [date for date in every if id(date) not in theirs] or (clause.fronted if clause is not None else [])
    if clause is None:
        return []
    return (
        every or clause.fronted or (clause.terms if set(clause.verb.data.lemmas) & verb_set("choosing") else [])
        if clause.verb.kind == "V"
        else every
    )


def _dated_apart(found: Sequence[Filler]) -> bool:
    """ "Algeria held the chair in 2017, Libya in 2018": each of the list has its own date."""
    return len({tuple(date.first for date in filler.dates) for filler in found}) > 1


def _one_each(fillers: Fillers, dates: Sequence[Date]) -> bool:
    """ "Djibouti and Eswatini became, on 2 and 9 May 2011, …": as many full dates as there are States; "the first and
    second sessions were held in March and October".
    """
    full = all(len(date.first) == 10 and date.last is None for date in dates)
    alike = (found for found in fillers.values() if len(found) == len(dates) and not any(one.dates for one in found))
    return any(full or all(is_a(one.entity.type, "Meeting") for one in found) for found in alike)


def _turn(fillers: Fillers, chosen: Mapping[str, Filler]) -> tuple[int, int]:
    """Which of the meetings that are told together the chosen one is, and of how many."""
    listed = fillers.get("meeting", [])
    places = [k for k, found in enumerate(listed) if found is chosen.get("meeting")]
    return (places[0] if places else 0), len(listed)


def _occasions(frame: Frame, clause: Clause | None, times: Iterable[Roles], turn: tuple[int, int]) -> Iterator[Roles]:
    """« à Niamey (mars 2018) et à Bamako (mai 2018) »: where places are several, one occasion for each, with its
    date; of as many meetings, each has its own.
    """
    number, several = turn
    if clause is not None and clause.occasions and "place" in frame.slots:
        told = clause.occasions if several != len(clause.occasions) else clause.occasions[number : number + 1]
        yield from ({**_period(frame, date), "place": place} for place, date in told)
        return
    spots = _spots(clause) if clause is not None and "place" in frame.slots else []
    spots = spots if several != len(spots) else spots[number : number + 1]
    for period in times:
        if not spots:
            yield period
        if len(spots) == 1 and "session" in frame.slots and clause is not None and _are_days(clause.dates):
            yield from ({**_period(frame, date), "place": spots[0][0]} for date in clause.dates)
            continue  # "met in Blantyre on 6 and 20 April"
        for place, dates in spots:
            own = _period(frame, dates[0]) if dates and (len(spots) > 1 or not period) else period
            yield {**own, "place": place}


def _are_days(dates: Sequence[Date]) -> bool:
    return len(dates) > 1 and all(len(date.first) == 10 for date in dates)


def _spots(clause: Clause) -> list[tuple[Entity, list[Date]]]:
    """The places of a clause with the dates that stand by them: of one phrase, or of several with their own dates."""
    phrases = [phrase for preposition in ("in", "to", "at") for phrase in clause.slots.get(preposition, [])]
    phrases = phrases or [
        phrase for preposition in ("in", "to", "at") for phrase in clause.opening.get(preposition, [])
    ]
    found: dict[str, tuple[Entity, list[Date]]] = {}
    for phrase in sorted(phrases, key=lambda phrase: phrase.start):
        if found and not (phrase.dates or any(member.date is not None for member in phrase.members)):
            break
        for member in phrase.members:
            for entity in member.entities:
                if is_any(entity.type, ("Place", "State")):
                    found.setdefault(entity.id, (entity, [member.date] if member.date is not None else phrase.dates))
    places = [spot for spot in found.values() if is_a(spot[0].type, "Place")]
    towns = [spot for spot in places if spot[0].type == "City"]  # "at the Palais des Nations, in Geneva"
    return towns or places or [*found.values()]


def _places(frame: Frame, clause: Clause | None, result: Roles) -> None:
    if "place" not in frame.slots or clause is None:
        return
    for preposition in ("in", "to", "at"):
        for phrase in clause.slots.get(preposition, []):
            for member in phrase.members:
                for entity in member.entities:
                    if is_any(entity.type, ("Place", "State")):
                        result.setdefault("place", entity)
    if clause.place is not None:
        result.setdefault("place", clause.place)


def _session(frame: Frame, result: Roles, context: Context, clause: Clause | None) -> None:
    body = result.get("body")
    if isinstance(body, Entity) and clause is not None:
        start = result.get("start")
        meeting = context.meeting_of(body, None if start is None else str(start), clause.nth)
        if meeting is not None:
            result.setdefault("meeting", meeting)


def _complete(frame: Frame, result: Roles) -> bool:
    return kinds()[frame.kind].complete(result) and all(
        any(role in result for role in need.split("|")) for need in frame.needs
    )
