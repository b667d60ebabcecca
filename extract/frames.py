"""Frames over clauses: which words put a relation into words, and who stands where, make facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from extract.attitude import asserted, noun_asserted
from extract.clauses import Clause, Member, Phrase, Row
from extract.facts import Entity
from extract.items import Item, has
from extract.mentions.dates import Date
from ontology.kinds import kinds
from ontology.lexicon import Frame, frames
from ontology.types import is_a

Roles = dict[str, "Entity | str | int | float"]


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence takes from its document: the antecedents of its pronouns and dates, and what makes meetings and posts."""

    language: str
    inherited: Date | None = None  # of "that year", « à cette occasion », or of the chapeau
    meeting_of: Callable[[Entity, Date | None], Entity | None] = lambda body, date: None
    previous: Sequence[Entity] = ()  # what earlier sentences named, the nearest last


@dataclass(slots=True)
class Filler:
    """An entity in a role, with the dates that stand by it."""

    entity: Entity
    member: Member
    dates: list[Date] = field(default_factory=list)


Fillers = dict[str, list[Filler]]


@cache
def _by_word(language: str) -> Mapping[str, Mapping[str, tuple[Frame, ...]]]:
    """'verbs', 'nouns', 'posts', 'adjectives' -> word -> frames."""
    index: dict[str, dict[str, list[Frame]]] = {"verbs": {}, "nouns": {}, "posts": {}, "adjectives": {}}
    for frame in frames():
        for attribute, table in index.items():
            if attribute == "nouns" and frame.verbs[language]:
                continue
            for word in getattr(frame, attribute)[language]:
                table.setdefault(word, []).append(frame)
    return {attribute: {word: tuple(found) for word, found in table.items()} for attribute, table in index.items()}


@dataclass(frozen=True, slots=True)
class Found:
    """A fact of ``kind`` in a row, with its roles."""

    kind: str
    roles: Roles


def facts(row: Row, context: Context) -> Iterator[Found]:
    """The facts that the frames find in a row of items."""
    if row.kind(len(row.items) - 1) == "?":
        return
    tables = _by_word(context.language)
    parallel = any(has(item, "respectively") for item in row.items)
    for clause in row.clauses():
        for lemma in clause.verb.data.lemmas:
            for frame in tables["verbs"].get(lemma, ()):
                if asserted(row, clause, frame):
                    yield from _make(frame, _verb_fillers(row, clause, frame, context), clause, context, parallel)
    for index, item in enumerate(row.items):
        if item.kind == "Q":
            for frame in tables["posts"].get(item.data, ()):
                for fillers, clause in _post(row, index, frame, context):
                    yield from _make(frame, fillers, clause, context, parallel)
        if item.kind in ("N", "Q"):
            for frame in tables["nouns"].get(item.readings.get("N", ""), ()):
                yield from _event(row, index, frame, context, parallel)
        if item.kind == "J":
            for frame in tables["adjectives"].get(item.data, ()):
                yield from _make(frame, _adjective(row, index, frame), None, context, parallel)


# -- verbs -----------------------------------------------------------------------------------------------------------------


def _verb_fillers(row: Row, clause: Clause, frame: Frame, context: Context) -> Fillers:
    subject, object_ = _sides(clause, frame)
    slots = {**clause.slots}
    for preposition, phrases in clause.opening.items():
        slots[preposition] = [*slots.get(preposition, []), *phrases]
    if frame.nouns["en"] or frame.nouns["fr"]:
        return _noun_fillers(row, clause, frame, subject, object_, slots, context)
    fillers: Fillers = {}
    _fill(fillers, frame, "subject", subject)
    _fill(fillers, frame, "object", object_)
    _fill(fillers, frame, "second", clause.second if clause.object is object_ else clause.object)
    for preposition, phrases in slots.items():
        if preposition in frame.slots:
            for phrase in phrases:
                _fill(fillers, frame, preposition, phrase)
    if clause.verb.data.passive or _reduced(clause, frame):
        for phrase in slots.get("by", ()):
            _fill(fillers, frame, "subject", phrase)
    for phrase in clause.gapped:
        _fill(fillers, frame, "subject", phrase)
    _pronouns(row, clause, frame, fillers, context)
    _behind_colon(clause, frame, fillers)
    return fillers


def _reduced(clause: Clause, frame: Frame) -> bool:
    """English "-ed" without auxiliary that stands for a passive: "the Group chaired by …", "established in 2010"."""
    verb = clause.verb.data
    return verb.ambiguous and "object" in frame.slots and (clause.object is None or "by" in clause.slots)


def _sides(clause: Clause, frame: Frame) -> tuple[Phrase | None, Phrase | None]:
    """(logical subject, logical object) of the clause."""
    if clause.verb.data.passive or _reduced(clause, frame):
        return None, clause.subject
    return clause.subject, clause.object


def _noun_fillers(row: Row, clause: Clause, frame: Frame, subject: Phrase | None, object_: Phrase | None, slots: Mapping[str, list[Phrase]], context: Context) -> Fillers:
    """A verb with its noun: "holds the chair of", « la présidence … est assurée par », « est passée à »."""
    nouns = frame.nouns["en"] | frame.nouns["fr"]
    fillers: Fillers = {}
    if "theme" in frame.slots:
        carrier, subject = subject or object_, None
    elif frame.slots.get("to") == ("noun",):
        carrier = next(iter(slots.get("to", ())), None)
        _fill(fillers, frame, "object", object_)
    else:
        carrier = object_
    noun = _noun_in(carrier, nouns)
    if noun is None:
        return {}
    for preposition, phrases in row.complements(noun.index).items():
        for phrase in phrases:
            if preposition in frame.slots and preposition != "to" or preposition == "to" and frame.slots.get("to") != ("noun",):
                _fill(fillers, frame, preposition, phrase)
    _fill(fillers, frame, "subject", subject)
    for preposition, phrases in slots.items():
        for phrase in phrases:
            if preposition in frame.slots and frame.slots[preposition] != ("noun",):
                _fill(fillers, frame, preposition, phrase)
            if preposition == "by" and clause.verb.data.passive:
                _fill(fillers, frame, "subject", phrase)
    for phrase in clause.gapped:
        _fill(fillers, frame, "subject", phrase)
    _owner(row, clause, frame, fillers, noun.index, context)
    return fillers


def _noun_in(phrase: Phrase | None, nouns: frozenset[str]) -> Member | None:
    if phrase is None:
        return None
    return next((member for member in phrase.members if member.item.readings and {member.item.readings.get("N"), member.item.readings.get("Q")} & nouns), None)


def _fill(fillers: Fillers, frame: Frame, slot: str, phrase: Phrase | None) -> None:
    """Put what ``phrase`` names into the first role of the slot that admits its type."""
    if phrase is None or slot not in frame.slots:
        return
    for role in frame.slots[slot]:
        types = frame.types.get("object" if slot == "object" and "object" in frame.types else role, ())
        admitted = [(member, entity) for member in phrase.members for entity in _entities(member, types, fillers)]
        if admitted and (len(admitted) == sum(len(member.entities) for member in phrase.members) or phrase.generic or len(phrase.members) == 1):
            present = {(filler.entity.id, filler.member.index) for filler in fillers.get(role, ())}
            fillers.setdefault(role, []).extend(
                Filler(entity, member, [member.date] if member.date is not None else phrase.dates) for member, entity in admitted if (entity.id, member.index) not in present
            )
            return


def _entities(member: Member, types: Sequence[str], fillers: Fillers) -> list[Entity]:
    """What of the member the types admit; of the things a pronoun may stand for, the first that no other role holds."""
    if member.item.kind != "O":
        return [entity for entity in member.entities if any(is_a(entity.type, type_) for type_ in types)]
    taken = {filler.entity.id for found in fillers.values() for filler in found}
    return [entity for entity in member.item.several if entity.id not in taken and any(is_a(entity.type, type_) for type_ in types)][:1]


def _pronouns(row: Row, clause: Clause, frame: Frame, fillers: Fillers, context: Context) -> None:
    """Objects that stand before the verb or are pronouns: « l'a ratifié », « qu'elle copréside », "which it chairs", "ratified it"."""
    roles = [(slot, role) for slot in ("object", "to", "of", "on", "over") for role in frame.slots.get(slot, ()) if role not in fillers and role in frame.types]
    if not roles or clause.verb.data.passive and clause.verb.data.form != "finite":
        return
    slot, role = roles[0]
    if clause.verb.data.clitics & _CLITICS[slot]:
        _nearest(row, clause.index, frame, role, fillers, context)


_CLITICS = {"object": frozenset({"l", "le", "la", "les"}), "to": frozenset({"y"}), "on": frozenset({"y"}), "of": frozenset({"en"}), "over": frozenset[str]()}


def _nearest(row: Row, index: int, frame: Frame, role: str, fillers: Fillers, context: Context) -> None:
    """Fill ``role`` with what its type admits and was named last before ``index``, in this sentence or its paragraph."""
    taken = {filler.entity.id for found in fillers.values() for filler in found}
    types = frame.types.get(role, ())
    for k in range(index - 1, -1, -1):
        item = row.items[k]
        if item.kind == "E" and item.data.id not in taken and any(is_a(item.data.type, type_) for type_ in types):
            fillers.setdefault(role, []).append(Filler(item.data, Member(item, k)))
            return
    for entity in reversed(context.previous):
        if entity.id not in taken and any(is_a(entity.type, type_) for type_ in types):
            fillers.setdefault(role, []).append(Filler(entity, Member(row.items[index], index)))
            return


def _owner(row: Row, clause: Clause, frame: Frame, fillers: Fillers, noun: int, context: Context) -> None:
    """« en assure le secrétariat », « dont il assure le secrétariat », "its secretariat is provided by": whose noun it is."""
    role = frame.slots.get("of", ("",))[0]
    if role in fillers or role not in frame.types:
        return
    start = min(clause.index, noun, clause.subject.start if clause.subject is not None else noun)
    for k in range(start - 1, max(-1, start - 4), -1):
        if row.kind(k) == "R" and row.items[k].word in ("dont", "whose", "which", "duquel"):
            _fill(fillers, frame, "of", row._antecedent(k))
            return
    possessive = noun > 0 and has(row.items[noun - 1], "possessive")
    bare = not (row.kind(noun + 1) == "P" and row.items[noun + 1].data == "of") and noun > 0 and row.items[noun - 1].word in ("the", "la", "le")
    if possessive or bare or "en" in clause.verb.data.clitics:
        _nearest(row, min(noun, clause.index), frame, role, fillers, context)


def _behind_colon(clause: Clause, frame: Frame, fillers: Fillers) -> None:
    """"Three States ratified the Protocol: Fiji (19 September 2017), Japan …": the list names what a general noun counts."""
    if clause.colon is None:
        return
    for slot, roles in frame.slots.items():
        if roles[0] in frame.types and not any(role in fillers for role in roles):
            _fill(fillers, frame, slot, clause.colon)
            if any(role in fillers for role in roles):
                return


# -- holders ---------------------------------------------------------------------------------------------------------------

_SERVE = frozenset({"serve", "act", "function", "siéger", "agir", "operate"})
_CHOOSE = frozenset({"elect", "re-elect", "appoint", "reappoint", "name", "designate", "nommer", "élire", "réélire", "désigner", "reconduire"})


def _post(row: Row, index: int, frame: Frame, context: Context) -> Iterator[tuple[Fillers, Clause | None]]:
    """Who holds the post that the noun at ``index`` names, and of what."""
    slots = row.complements(index)
    end = slots.pop("end")[0].end
    if index > 0 and has(row.items[index - 1], "I") or _former(row, index):
        return
    fillers: Fillers = {}
    for preposition, phrases in slots.items():
        if preposition in frame.slots:
            for phrase in phrases:
                _fill(fillers, frame, preposition, phrase)
    dates = [date for phrase in slots.get("time", ()) for date in phrase.dates]
    for holder, clause in _holders(row, index, end):
        complete = {role: list(found) for role, found in fillers.items()}
        if clause is None or asserted(row, clause, frame):
            _fill(complete, frame, "holder", holder)
            _whose(row, index, frame, complete, holder, context)
            if clause is not None:
                for slot in ("of", "to"):  # "of which the Centre has been a member"
                    for phrase in clause.slots.get(slot, ()) if phrase_roles(frame, slot, complete) else ():
                        _fill(complete, frame, slot, phrase)
                if _chooses(clause) and not any(role in complete for role in frame.slots.get("of", ())) and "of" in frame.slots:
                    _fill(complete, frame, "of", clause.subject)  # "the Working Group elected Ms. X as Chair"
            if clause is not None and "en" in clause.verb.data.clitics:  # « qui en est le coordonnateur »
                role = next((role for slot in ("of", "to") for role in frame.slots.get(slot, ()) if role in frame.types), None)
                if role is not None and role not in complete:
                    _nearest(row, clause.index, frame, role, complete, context)
            if dates:
                for found in complete.get(frame.slots["holder"][0], ()):
                    found.dates = found.dates or dates
            yield complete, clause


def phrase_roles(frame: Frame, slot: str, fillers: Fillers) -> bool:
    """Does the slot have a role that is still open?"""
    return any(role in frame.types and role not in fillers for role in frame.slots.get(slot, ()))


def _chooses(clause: Clause) -> bool:
    return bool(set(clause.verb.data.lemmas) & _CHOOSE) and not clause.verb.data.passive


def _former(row: Row, index: int) -> bool:
    return index > 0 and row.items[index - 1].word in ("former", "ancien", "ancienne", "outgoing", "incoming", "future", "prospective", "designate", "possible")


def _holders(row: Row, index: int, end: int) -> Iterator[tuple[Phrase | None, Clause | None]]:
    """(holder, clause that says so or None) for the noun at ``index`` whose phrase ends at ``end``."""
    start = index
    while row.kind(start - 1) in ("D", "A", "J") or (row.kind(start - 1) == "E" and start == index):
        start -= 1
    before = row.kind(start - 1)
    for clause in row.clauses():
        holder = _clause_holder(row, clause, index, start)
        if holder is not None:
            yield holder, clause
            return
    if before == "P" and row.items[start - 1].data == "as":
        yield _as_holder(row, start - 1, end), None
    elif before == "," and row.kind(start - 2) in ("E", ")") and row.kind(end) in (",", "", ")", ";", "V", "R", "-", "C"):
        yield row._head(start - 2), None
    elif before == "(" and row.kind(start - 2) == "E":
        yield row.phrase(start - 2), None
    elif row.kind(end) == "," and row.kind(row._skip(end + 1)) == "E" and before != ",":
        yield _named_after(row, end + 1), None
    elif row.kind(end) == "E" and end > index:
        yield _named_after(row, end), None


def _named_after(row: Row, index: int) -> Phrase | None:
    """"the Chair of the Committee, Ms. Anna Berg (Norway), said": one name in apposition, closed by a comma or the verb."""
    phrase = row.phrase(index, before_verb=True)
    if phrase is None or len(phrase.members) != 1 or row.kind(phrase.end) not in (",", "", "V", ";", ")", "C"):
        return None
    return phrase


def _clause_holder(row: Row, clause: Clause, index: int, start: int) -> Phrase | None:
    """The holder that a verb gives: "X is Chair", "the Chair is X", "serves as Chair", "elected X (as) Chair"."""
    verb = clause.verb.data
    if clause.index > index + 25 or (clause.end <= index and not _heads(clause.subject, index)):
        return None
    chosen = bool(set(verb.lemmas) & _CHOOSE)
    as_ = any(_heads(phrase, index) for phrase in clause.slots.get("as", ()))
    if verb.link and _heads(clause.object, index):
        return clause.subject
    if verb.link and _heads(clause.subject, index) and clause.object is not None:
        return clause.object
    if chosen and verb.passive and (_heads(clause.object, index) or as_):
        return clause.subject
    if chosen and not verb.passive and (_heads(clause.second, index) or as_):
        return clause.object
    if chosen and verb.ambiguous and _heads(clause.object, index):
        return clause.subject
    if as_ and not chosen and (set(verb.lemmas) & _SERVE or clause.subject is not None):
        return clause.object if set(verb.lemmas) & {"welcome", "accueillir"} else clause.subject
    return None


def _heads(phrase: Phrase | None, index: int) -> bool:
    return phrase is not None and any(member.index == index for member in phrase.members)


def _as_holder(row: Row, preposition: int, end: int) -> Phrase | None:
    """"As guardian of the Protocol, UNODC …", "UNODC, as guardian of the Protocol, …"."""
    if row.kind(preposition - 1) == "," and row.kind(preposition - 2) in ("E", ")"):
        return row._head(preposition - 2)
    if preposition == 0 or row.kind(preposition - 1) in ("A", ",", ":"):
        for k in range(end, len(row.items)):
            if row.kind(k) == "V" and row._finite(k):
                return row.subject(k)
    return row._head(preposition - 1) if row.kind(preposition - 1) == "E" else None


def _whose(row: Row, index: int, frame: Frame, fillers: Fillers, holder: Phrase | None, context: Context) -> None:
    """"its Chair", « sa présidente », « dont il est membre »: of what, when the noun itself does not say."""
    roles = [role for slot in ("of", "to", "for") for role in frame.slots.get(slot, ()) if role in frame.types]
    if not roles or any(role in fillers for role in roles):
        return
    k = index - 1
    while row.kind(k) in ("A", "J", "W") and k > index - 3:
        k -= 1
    if k >= 0 and has(row.items[k], "possessive"):
        taken = {**fillers}
        _nearest(row, k, frame, roles[0], taken, context)
        if roles[0] in taken:
            fillers[roles[0]] = taken[roles[0]]
        return
    if holder is None:
        return
    for k in range(holder.start - 1, max(-1, holder.start - 4), -1):
        if row.kind(k) == "R" and row.items[k].word in ("dont", "whose"):
            _fill(fillers, frame, next(slot for slot in ("of", "to", "for") if slot in frame.slots), row._antecedent(k))


# -- events and adjectives ---------------------------------------------------------------------------------------------------


def _event(row: Row, index: int, frame: Frame, context: Context, parallel: bool) -> Iterator[Found]:
    slots = row.complements(index)
    end = slots.pop("end")[0].end
    governed = frame.options.get("governed")
    start = index
    while row.kind(start - 1) in ("D", "A", "J"):
        start -= 1
    if governed is not None:
        if row.kind(start - 1) != "P" or row.items[start - 1].data != governed:
            return
    fillers: Fillers = {}
    for preposition, phrases in slots.items():
        if preposition in frame.slots:
            for phrase in phrases:
                _fill(fillers, frame, preposition, phrase)
    dates = [date for phrase in slots.get("time", ()) for date in phrase.dates]
    if row.kind(start - 1) == ":" and row.kind(start - 2) == "E":
        _fill(fillers, frame, "by", row.phrase(start - 2))
        dates = dates or _date_behind(row, end)
    dates = dates or [date for found in fillers.values() for filler in found for date in filler.dates] or _apposed_date(row, start)
    clause = _clause_around(row, index)
    if governed is not None and clause is not None:
        if not asserted(row, clause, frame):
            return
        _fill(fillers, frame, "clause", clause.object if clause.verb.data.ambiguous and clause.subject is None else clause.subject)
    elif not noun_asserted(row, index, dated=bool(dates)):
        return
    holder = Clause(index, row.items[index], dates=dates)
    yield from _make(frame, fillers, holder if dates or clause is None else (clause if governed else holder), context, parallel)


def _date_behind(row: Row, index: int) -> list[Date]:
    """"accession to the Convention, 8 May 2019": a full date behind the comma that closes the line."""
    k = row._close(index) + 1 if row.kind(index) == "(" else index
    return [row.items[k + 1].data] if row.kind(k) == "," and row.kind(k + 1) == "T" and len(row.items[k + 1].data.first) > 4 else []


def _apposed_date(row: Row, start: int) -> list[Date]:
    """« 17 décembre 2015, jour de l'adoption de … », "the date of adoption"."""
    k = start - 1
    while row.kind(k) in ("P", "D", "F") or (row.kind(k) == "W" and row.items[k].word in ("jour", "date", "day")):
        k -= 1
    return [row.items[k - 1].data] if row.kind(k) == "," and row.kind(k - 1) == "T" else []


def _clause_around(row: Row, index: int) -> Clause | None:
    before = [clause for clause in row.clauses() if clause.index < index]
    return before[-1] if before else None


def _adjective(row: Row, index: int, frame: Frame) -> Fillers:
    """« le Protocole additionnel à la Convention »."""
    fillers: Fillers = {}
    for preposition, phrases in row.complements(index).items():
        for phrase in phrases:
            _fill(fillers, frame, preposition, phrase)
    _fill(fillers, frame, "holder", row._head(index - 1))
    return fillers


# -- facts -----------------------------------------------------------------------------------------------------------------


def _make(frame: Frame, fillers: Fillers, clause: Clause | None, context: Context, parallel: bool) -> Iterator[Found]:
    """Facts from the fillers: every combination, or item by item where the text says "respectively"."""
    if not fillers:
        return
    roles = sorted(fillers)
    for combination in _combine(fillers, roles, clause, frame, parallel):
        chosen = dict(zip(roles, combination, strict=True))
        if len({filler.entity.id for filler in chosen.values()}) < len(chosen):
            continue
        for times in _times(frame, chosen, clause, context, fillers, parallel):
            result: Roles = {role: filler.entity for role, filler in chosen.items()}
            result.update(frame.fixed)
            result.update(times)
            _places(frame, clause, result)
            if "session" in frame.slots:
                _session(frame, result, context, clause)
            if _complete(frame, result):
                yield Found(frame.kind, result)


def _combine(fillers: Fillers, roles: Sequence[str], clause: Clause | None, frame: Frame, parallel: bool) -> Iterator[tuple[Filler, ...]]:
    from itertools import product

    lists = [fillers[role] for role in roles]
    lengths = {len(found) for found in lists if len(found) > 1}
    if parallel and len(lengths) == 1 and sum(len(found) > 1 for found in lists) > 1:
        size = lengths.pop()
        yield from zip(*(found if len(found) > 1 else found * size for found in lists), strict=True)
        return
    yield from product(*lists)


def _times(frame: Frame, chosen: Mapping[str, Filler], clause: Clause | None, context: Context, fillers: Fillers, parallel: bool) -> Iterator[Roles]:
    role = frame.slots.get("time", (None,))[0]
    if role is None:
        yield {}
        return
    dates = _dates(chosen, clause, context, fillers, parallel)
    if not dates:
        yield {}
    elif role == "year":
        for year in sorted({year for date in dates for year in date.years()}):
            yield {"year": year}
    elif role == "start":
        yield _period(frame, dates[0])
    else:
        yield {role: dates[0].first} if dates[0].last is None or dates[0].last == dates[0].first else {}


def _period(frame: Frame, date: Date) -> Roles:
    if frame.kind == "meetings":
        last = date.last or (date.first if len(date.first) == 10 else None)
        return {"start": date.first} | ({"end": last} if last is not None else {})
    return {"start": date.first} | ({"end": date.last} if date.last is not None else {})


def _dates(chosen: Mapping[str, Filler], clause: Clause | None, context: Context, fillers: Fillers, parallel: bool) -> list[Date]:
    """The dates of one combination: beside its fillers, else of the clause, else what the sentence inherits."""
    every = clause.dates if clause is not None else []
    if parallel and len(every) > 1:
        for role, filler in chosen.items():
            if len(fillers[role]) == len(every):
                return [every[next(i for i, found in enumerate(fillers[role]) if found is filler)]]
    own = [date for filler in chosen.values() for date in filler.dates if filler.member.date is not None]
    beside = own or [date for filler in chosen.values() for date in filler.dates]
    if beside:
        return beside
    if any(filler.dates for found in fillers.values() for filler in found):
        return []  # others of the list have dates of their own, this one has none
    if clause is None:
        return []
    found = every or clause.fronted or (clause.terms if set(clause.verb.data.lemmas) & _CHOOSE else []) if clause.verb.kind == "V" else every
    if not found and context.inherited is not None:
        return [context.inherited]
    return found


def _places(frame: Frame, clause: Clause | None, result: Roles) -> None:
    if "place" not in frame.slots or clause is None:
        return
    for preposition in ("in", "to", "at"):
        for phrase in clause.slots.get(preposition, []):
            for member in phrase.members:
                for entity in member.entities:
                    if any(is_a(entity.type, type_) for type_ in ("Place", "State")):
                        result.setdefault("place", entity)
    if clause.place is not None:
        result.setdefault("place", clause.place)


def _session(frame: Frame, result: Roles, context: Context, clause: Clause | None) -> None:
    body = result.get("body")
    if isinstance(body, Entity) and clause is not None:
        dates = clause.dates or clause.fronted
        meeting = context.meeting_of(body, dates[0] if dates else None)
        if meeting is not None:
            result["meeting"] = meeting


def _complete(frame: Frame, result: Roles) -> bool:
    return kinds()[frame.kind].complete(result) and all(any(role in result for role in need.split("|")) for need in frame.needs)
