"""What a paragraph adds to what it has told of who holds what: who held it before or after ("OSCE, which succeeded
IOM", « M. X lui a succédé »), and since or until when ("She took office on 5 May", « a quitté ses fonctions en 2020 »).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extract.facts import Entity, Fact
from extract.framing.attitude import real
from extract.framing.holders import term
from extract.mentions.dates import Date
from extract.syntax.clauses import Clause
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.lexicon import verb_set
from ontology.types import is_any

HOLDERS: Mapping[str, str] = {"chairs": "chair", "offices": "person"}  # kind -> the role of who holds
_TIMES = ("year", "start", "end")
_TYPES = ("Person", "State", "Organization", "ActorGroup")
_BEFORE = ("to", "of", "from")  # « succède à », « prend la relève de », "took over from"
_DATIVE = frozenset({"lui", "leur"})
_OBLIQUE = ("him", "her", "them")

Roles = dict[str, Entity | str | int | float]


@dataclass(frozen=True, slots=True)
class _Change:
    """One held it until another did."""

    before: Entity | None  # None: who is spoken of, « lui a succédé »
    after: Entity | None
    dates: Sequence[Date]  # when the other began
    since: Sequence[Date] = ()  # when the one did: "succeeds Ms. Berg, in office since 2016"
    term: Mapping[str, str] = field(default_factory=dict)  # "succeeded Ms. Berg, Director from 2013 to 2019"


def added(row: Row, told: Sequence[Fact], named: Sequence[Entity]) -> Iterator[tuple[Fact, Roles]]:
    """What ``row`` adds to what was ``told`` in the paragraph of who holds what: each fact with the roles that hold
    for another, or with its time. ``named``: what the paragraph has named so far, the last last.
    """
    for clause in row.clauses() if told else ():
        if _said(row, clause):
            before = [item.data for item in row.items[: clause.index] if item.kind == "E"]
            held = _held(told, [*named, *before])
            if not verb_set("succeeding").isdisjoint(clause.verb.data.lemmas):
                change = _change(row, clause, held)
                yield from _of_both(change, told) if change is not None else ()
            else:
                yield from _timed(row, clause, held, told)


def _held(told: Sequence[Fact], named: Sequence[Entity]) -> list[Entity]:
    """Who is told to hold something, whom the text named last last."""
    last = {entity.id: place for place, entity in enumerate(named)}
    found = [holder for fact in told if isinstance(holder := fact.roles[HOLDERS[fact.kind]], Entity)]
    return sorted(found, key=lambda holder: last.get(holder.id, -1))


def _timed(row: Row, clause: Clause, held: Sequence[Entity], told: Sequence[Fact]) -> Iterator[tuple[Fact, Roles]]:
    """ "She was appointed in 2019", "took up her functions on 5 May", « a quitté ses fonctions en 2020 »."""
    column, dates = _edge(row, clause), clause.dates or clause.fronted
    holder = _one(clause.subject, held) if column and dates else None
    for fact in told:
        if (
            holder is not None
            and fact.kind == "offices"
            and fact.roles["person"] == holder
            and column not in fact.roles
        ):
            yield fact, {**fact.roles, column: dates[0].first}


def _edge(row: Row, clause: Clause) -> str:
    """Does the clause tell the "start" or the "end" of what is held, and not of what, which others read? Else ''."""
    verb, lemmas = clause.verb.data, set(clause.verb.data.lemmas)
    if "as" in clause.slots or clause.second is not None:
        return ""
    if not lemmas.isdisjoint(verb_set("leaving")):
        return "end" if clause.object is None or _is_function(row, clause) else ""
    if not lemmas.isdisjoint(verb_set("choosing")):
        own = {member.index for member in clause.subject.members} if clause.subject is not None else ()
        alone = clause.object is None or clause.object.members[0].index in own
        return "start" if (verb.passive or verb.ambiguous) and alone and "to" not in clause.slots else ""
    assumes = not lemmas.isdisjoint(verb_set("assuming")) and _is_function(row, clause)
    return "start" if assumes or not lemmas.isdisjoint(verb_set("entering")) else ""


def _is_function(row: Row, clause: Clause) -> bool:
    """Is its object "his functions", « ce mandat », of which nothing is told?"""
    noun = clause.object.members[0] if clause.object is not None else None
    of = row.kind(noun.index + 1) == "P" and row.items[noun.index + 1].data == "of" if noun is not None else True
    return noun is not None and noun.item.kind in ("N", "Q") and not of


def _said(row: Row, clause: Clause) -> bool:
    verb = clause.verb.data
    return not verb.negated and verb.form != "infinitive" and real(row, clause)


def _change(row: Row, clause: Clause, held: Sequence[Entity]) -> _Change | None:
    """Who stood before and after in the clause; of a pronoun, whom the paragraph has told as a holder."""
    verb = clause.verb.data
    since = [*clause.since, *_from(row, clause)]
    dates = [date for date in clause.dates or clause.fronted if date not in since]
    if verb.passive or (verb.ambiguous and "by" in clause.slots and clause.object is None):
        after = _one(next(iter(clause.slots.get("by", ())), None), held)
        return _Change(_one(clause.subject, held), after, dates)
    behind = [clause.object, *(phrase for slot in _BEFORE for phrase in clause.slots.get(slot, ()))]
    before = next((one for phrase in behind if (one := _one(phrase, held)) is not None), None)
    spoken = _DATIVE & verb.clitics or any(item.word in _OBLIQUE for item in row.items[clause.index : clause.end])
    before = before or (held[-1] if spoken and held else None)
    after = _one(clause.subject, held)
    if before is None or before == after:
        return None
    return _Change(before, after, dates, since, _term(row, clause))


def _from(row: Row, clause: Clause) -> Iterator[Date]:
    """ "took over from Ms. Berg, the Unit's head from 2009": when she began."""
    for k in range(clause.index + 2, min(clause.end, len(row.items))):
        if row.kind(k) == "T" and row.kind(k - 1) == "P" and row.items[k - 1].data == "from":
            yield row.items[k].data


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
