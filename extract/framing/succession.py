"""Who held before or holds after what another is said to hold: "OSCE, which succeeded IOM", « M. X lui a succédé »."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extract.facts import Entity, Fact
from extract.framing.attitude import real
from extract.framing.holders import term
from extract.mentions.dates import Date
from extract.syntax.clauses import Clause, Row
from extract.syntax.phrases import Phrase
from ontology.lexicon import verb_set
from ontology.types import is_any

HOLDERS: Mapping[str, str] = {"chairs": "chair", "offices": "person"}  # kind -> the role of who holds
_TIMES = ("year", "start", "end")
_TYPES = ("Person", "State", "Organization", "ActorGroup")
_BEFORE = ("to", "of", "from")  # « succède à », « prend la relève de », "took over from"
_DATIVE = frozenset({"lui", "leur"})

Roles = dict[str, Entity | str | int | float]


@dataclass(frozen=True, slots=True)
class _Change:
    """One held it until another did."""

    before: Entity | None  # None: who is spoken of, « lui a succédé »
    after: Entity | None
    dates: Sequence[Date]  # when the other began
    since: Sequence[Date] = ()  # when the one did: "succeeds Ms. Berg, in office since 2016"
    term: Mapping[str, str] = field(default_factory=dict)  # "succeeded Ms. Berg, Director from 2013 to 2019"


def succeeded(row: Row, told: Sequence[Fact]) -> Iterator[tuple[Fact, Roles]]:
    """What the successions of ``row`` add to what was ``told`` in the paragraph of who holds what: each fact that one
    of the two fills, with the roles that hold for the other, or with the time when he began.
    """
    for clause in row.clauses():
        lemmas = set(clause.verb.data.lemmas)
        if lemmas & verb_set("succeeding") and _said(row, clause):
            change = _change(row, clause, told)
            if change is not None:
                yield from _of_both(change, told)


def _said(row: Row, clause: Clause) -> bool:
    verb = clause.verb.data
    return not verb.negated and verb.form != "infinitive" and real(row, clause)


def _change(row: Row, clause: Clause, told: Sequence[Fact]) -> _Change | None:
    """Who stood before and after in the clause; of a pronoun, whom the paragraph has told as a holder."""
    verb = clause.verb.data
    held = [holder for fact in told if isinstance(holder := fact.roles[HOLDERS[fact.kind]], Entity)]
    dates = [date for date in clause.dates or clause.fronted if date not in clause.since]
    if verb.passive or (verb.ambiguous and "by" in clause.slots and clause.object is None):
        after = _one(next(iter(clause.slots.get("by", ())), None), held)
        return _Change(_one(clause.subject, held), after, dates)
    behind = [clause.object, *(phrase for slot in _BEFORE for phrase in clause.slots.get(slot, ()))]
    before = next((one for phrase in behind if (one := _one(phrase, held)) is not None), None)
    before = before or (held[-1] if _DATIVE & verb.clitics and held else None)
    after = _one(clause.subject, held)
    if before is None or before == after:
        return None
    return _Change(before, after, dates, clause.since, _term(row, clause))


def _term(row: Row, clause: Clause) -> Mapping[str, str]:
    """From when to when, by the post in apposition behind the verb."""
    posts = [k for k in range(clause.index + 1, len(row.items)) if _is_post(row, k)]
    return next((found for k in posts if row.kind(k - 1) == "," and (found := term(row, k))), {})


def _is_post(row: Row, index: int) -> bool:
    return row.kind(index) == "Q" or (row.kind(index) == "E" and row.items[index].data.type == "Office")


def _one(phrase: Phrase | None, held: Sequence[Entity]) -> Entity | None:
    """The one holder that the phrase names."""
    if phrase is None or len(phrase.members) != 1:
        return None
    member = phrase.members[0]
    if member.item.kind == "O":
        unknown = held[-1:] if not member.item.several else ()
        return next((entity for entity in (*member.item.several, *unknown) if entity in held), None)
    return next((entity for entity in member.entities if is_any(entity.type, _TYPES)), None)


def _of_both(change: _Change, told: Sequence[Fact]) -> Iterator[tuple[Fact, Roles]]:
    """The facts of ``told`` that one of the two fills, for the other; and the time of who came after."""
    for fact in told:
        role = HOLDERS[fact.kind]
        timeless: Roles = {column: value for column, value in fact.roles.items() if column not in _TIMES}
        if change.after is not None and fact.roles[role] == change.before and _alike(change.after, change.before):
            yield fact, {**timeless, role: change.after, **_begun(fact, change.dates)}
        elif change.before is not None and fact.roles[role] == change.after and _alike(change.before, change.after):
            yield fact, {**timeless, role: change.before, **_ended(fact, change)}
            if timeless == fact.roles and change.dates:
                yield fact, {**timeless, **_begun(fact, change.dates)}


def _alike(one: Entity, other: Entity) -> bool:
    """A person follows a person."""
    return (one.type == "Person") == (other.type == "Person")


def _ended(fact: Fact, change: _Change) -> Roles:
    """When the one held it: till the other began, where nothing else is told."""
    if fact.kind == "chairs":
        return _begun(fact, change.since)
    told = {"end": change.dates[0].first} if change.dates else {}
    return {**told, **_begun(fact, change.since), **change.term}


def _begun(fact: Fact, dates: Sequence[Date]) -> Roles:
    if not dates:
        return {}
    return {"year": dates[0].first[:4]} if fact.kind == "chairs" else {"start": dates[0].first}
