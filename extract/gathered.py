"""The facts of a document in the order of its text: each once, and what one sentence says of one thing put together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from extract import same_meeting, same_programme
from extract.document import Document
from extract.facts import Entity, Fact
from extract.headlines import is_sure
from extract.retractions import retracted
from ontology.alternatives import any_folded
from ontology.fold import fold
from ontology.lexicon import LANGUAGES, data

_MERGED = {
    "offices": "person",
    "meetings": "meeting",
    "founded": "thing",
    "adoptions": "instrument",
    "publications": "title",
    "programmes": "programme",
}
_WHOSE = {"meetings": "body", "programmes": "lead"}  # of which one thing may have several
_BINDING = ("ratification", "accession", "acceptance", "approval", "succession")
_DATES = frozenset({"start", "end", "date"})
_Value = Entity | str | int | float
_NEAR = 20  # facts among which one that was stated twice is looked for


class Gathered:
    """Facts as they are found; :meth:`held` gives those that stand at the end."""

    def __init__(self, document: Document, headlines: frozenset[int] = frozenset()) -> None:
        self.document = document
        self.headlines = headlines  # passages that tell in short what the text tells under its name
        self.facts: list[Fact] = []
        self._retracted = retracted(document)

    def put(self, fact: Fact) -> None:
        """Add a fact, once for each sentence; two on the same meeting, founding or adoption that agree are one. What is
        taken back is left out, but for the instruments that are cited.
        """
        if fact.passage in self.headlines and not is_sure(fact):
            return
        if fact in self.facts[-_NEAR:] or (fact.start in self._retracted and fact.kind != "citations"):
            return
        if fact.kind in _MERGED:
            same = self._of_same(fact)
            agreeing = [
                index
                for index in same
                if _agree(self.facts[index].roles, fact.roles) and _belong(self.facts[index], fact)
            ]
            for index in agreeing:
                told = self.facts[index].roles
                self.facts[index] = replace(
                    self.facts[index], roles={**told, **fact.roles, **_precise(told, fact.roles)}
                )
            if agreeing:
                return
            if fact.kind in _WHOSE:
                fact = _as_others(fact, [self.facts[index] for index in same])
        self.facts.append(fact)

    def tells(self, kind: str, start: int) -> bool:
        """Has the sentence that begins at ``start`` told a dated fact of this kind by itself?"""
        return any((one.kind, one.start) == (kind, start) and "date" in one.roles for one in self.facts[-_NEAR:])

    def sitting(self, passage: int) -> Entity | None:
        """The one meeting that the last sentence of ``passage`` to tell of any tells of, named or not: "The Board met
        in Bo on 4 May. [Ghana attended]".
        """
        told = [fact for fact in self.facts[-_NEAR:] if fact.kind == "meetings" and fact.passage == passage]
        last = [fact for fact in told if fact.start == told[-1].start and fact.modality == "asserted"]
        meetings = {meeting.id: meeting for fact in last if isinstance(meeting := fact.roles.get("meeting"), Entity)}
        return next(iter(meetings.values())) if len(meetings) == 1 and self._was_held(last[0].roles) else None

    def days(self, meeting: Entity) -> tuple[str, str]:
        """When ``meeting`` began and ended, as told last; '' where nobody has told it."""
        told = (one.roles for one in reversed(self.facts) if one.kind == "meetings" and "start" in one.roles)
        roles = next((roles for roles in told if roles.get("meeting") == meeting), {})
        return str(roles.get("start", "")), str(roles.get("end", ""))

    def held(self) -> list[Fact]:
        """All facts but the meetings of which no time or place is told; what one tells of a meeting or programme,
        others take over.
        """
        hosts = self._hosts()
        told = [fact for fact in self.facts if fact.kind != "meetings" or self._was_held(fact.roles)]
        days = {
            (one.start, one.roles["meeting"]): str(one.roles["start"])
            for one in told
            if "start" in one.roles and "meeting" in one.roles
        }
        told = _mannered(_dated([self._at_its_close(_in_its_year(fact, days), told) for fact in told]))
        return same_programme.together(same_meeting.together([one for fact in told for one in _hosted(fact, hosts)]))

    def _at_its_close(self, fact: Fact, told: Sequence[Fact]) -> Fact:
        """ "adopted at the close of a meeting held from 20 to 22 May", "At the end of the meeting, they adopted": on
        the last day of it.
        """
        if fact.kind != "adoptions" or "date" in fact.roles or fact.modality != "asserted":
            return fact
        if _closing().search(fold(self.document.text[fact.start : fact.end])) is None:
            return fact
        ends = {
            str(one.roles["end"])
            for one in told
            if one.kind == "meetings" and one.start == fact.start and "end" in one.roles
        }
        return replace(fact, roles={**fact.roles, "date": ends.pop()}) if len(ends) == 1 else fact

    def _hosts(self) -> dict[str, list[Entity]]:
        """Meeting -> those who called it, told in a sentence that tells neither time nor place: "It was convened by
        UNODC".
        """
        found: dict[str, list[Entity]] = {}
        for fact in self.facts:
            meeting, body = fact.roles.get("meeting"), fact.roles.get("body")
            alone = fact.kind == "meetings" and fact.modality == "asserted" and not self._was_held(fact.roles)
            if alone and isinstance(meeting, Entity) and isinstance(body, Entity):
                hosts = found.setdefault(meeting.id, [])
                hosts += [body] if body not in hosts else []
        return found

    def _was_held(self, roles: Mapping[str, Entity | str | int | float]) -> bool:
        """Is it told when or where? Of what has no name a year alone does not tell."""
        meeting, start = roles.get("meeting"), str(roles.get("start", ""))
        named = isinstance(meeting, Entity) and not meeting.id.startswith(f"{self.document.id}/")
        return "place" in roles or "end" in roles or len(start) > 4 or (bool(start) and (named or "body" in roles))

    def _of_same(self, fact: Fact) -> list[int]:
        """Where the facts stand that this sentence has told of the same thing."""
        found = []
        for index in range(len(self.facts) - 1, -1, -1):
            other = self.facts[index]
            if (other.start, other.end) != (fact.start, fact.end):
                break
            thing = _MERGED[fact.kind]
            same = (other.kind, other.modality) == (fact.kind, fact.modality)
            if same and other.roles.get(thing) == fact.roles.get(thing):
                found.append(index)
        return found


@cache
def _closing() -> re.Pattern[str]:
    words = (one for language in LANGUAGES for one in data("attendance")[language]["closing"])
    said = any_folded(words)
    return re.compile(rf"(?:\badopt\w*,? (?:{said})|^(?:{said}))(?!\w)")


def _as_others(fact: Fact, known: Sequence[Fact]) -> Fact:
    """ "co-hosted by Belgium and Chad, took place in New York", "an initiative of IOM and ILO, was launched in 2020":
    what is told of one host's or leader's thing is so of the other's.
    """
    whose = _WHOSE[fact.kind]
    other = next((one for one in known if whose in one.roles), None)
    if other is None or whose not in fact.roles:
        return fact
    shared = {role: value for role, value in other.roles.items() if role != whose}
    return replace(fact, roles={**shared, **fact.roles}) if _agree(shared, fact.roles) else fact


def _hosted(fact: Fact, hosts: Mapping[str, Sequence[Entity]]) -> Iterator[Fact]:
    """The meeting, for each who called it where the fact itself names nobody."""
    meeting = fact.roles.get("meeting")
    bodies = hosts.get(meeting.id, ()) if isinstance(meeting, Entity) and "body" not in fact.roles else ()
    if fact.kind != "meetings" or not bodies:
        yield fact
        return
    yield from (replace(fact, roles={**fact.roles, "body": body}) for body in bodies)


def _in_its_year(fact: Fact, days: Mapping[tuple[int, Entity | str | int | float], str]) -> Fact:
    """ "The Conference, which met in Lomé in May 2022, was chaired by Kenya": in the year that the sentence tells."""
    undated = fact.kind == "chairs" and "year" not in fact.roles
    day = days.get((fact.start, fact.roles.get("body", ""))) if undated else None
    return fact if day is None else replace(fact, roles={**fact.roles, "year": day[:4]})


def _dated(told: Sequence[Fact]) -> list[Fact]:
    """Without chairs of no year of whom the same sentence tells one: "The outgoing Chair, Mr. Roy, who had chaired the
    Board in 2022".
    """
    years = {_held(fact) for fact in told if fact.kind == "chairs" and "year" in fact.roles}
    return [fact for fact in told if fact.kind != "chairs" or "year" in fact.roles or _held(fact) not in years]


def _mannered(told: Sequence[Fact]) -> list[Fact]:
    """Without States that became parties of whom the same sentence tells how: "Two States are bound by it: Tonga, which
    acceded in 2023, and Fiji".
    """
    bound = [fact for fact in told if fact.kind == "ratifications"]
    how = [(_party(fact), str(fact.roles.get("date", ""))) for fact in bound if fact.roles.get("manner") in _BINDING]
    less = [fact for fact in bound if "manner" not in fact.roles]
    less = [one for one in less if any(_party(one) == who and _within(one, day) for who, day in how)]
    return [fact for fact in told if fact not in less]


def _within(fact: Fact, day: str) -> bool:
    """Is the date of the fact, if it tells one, that day, its month or its year?"""
    return day.startswith(str(fact.roles.get("date", "")))


def _party(fact: Fact) -> tuple[object, ...]:
    return fact.start, fact.modality, fact.roles.get("state"), fact.roles.get("instrument")


def _held(fact: Fact) -> tuple[object, ...]:
    return fact.start, fact.modality, fact.roles.get("body"), fact.roles.get("chair")


def _belong(one: Fact, other: Fact) -> bool:
    """Of a programme, who leads it and when it began belong together; partners and countries have rows of their own."""
    if one.kind != "programmes":
        return True
    return all({"partner", "country"}.isdisjoint(fact.roles) for fact in (one, other))


def _agree(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    """Do they say the same where both say something? "in April 2025" does of 3 April."""
    return all(other.get(role, value) == value or _begins(role, other[role], value) for role, value in one.items())


def _begins(role: str, one: object, other: object) -> bool:
    """Is one of two dates the year or the month of the other?"""
    first, last = sorted((str(one), str(other)))
    return role in _DATES and last.startswith(f"{first}-")


def _precise(one: Mapping[str, _Value], other: Mapping[str, _Value]) -> dict[str, _Value]:
    """The more precise of the dates that both tell."""
    return {
        role: max(one[role], other[role], key=lambda day: len(str(day))) for role in _DATES & one.keys() & other.keys()
    }
