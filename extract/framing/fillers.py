"""Who fills which role of a frame around a verb."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field

from extract.facts import Entity
from extract.framing.charge import charged
from extract.framing.elsewhere import enumerated, exemplified, shared_agent, titled_later, within
from extract.mentions.dates import Date
from extract.syntax.clauses import Clause
from extract.syntax.items import has
from extract.syntax.phrases import Member, Phrase
from extract.syntax.rows import Row
from ontology.lexicon import Frame
from ontology.types import is_a, is_any


@dataclass(slots=True)
class Filler:
    """An entity in a role, with the dates that stand by it."""

    entity: Entity
    member: Member
    dates: list[Date] = field(default_factory=list)


Fillers = dict[str, list[Filler]]


@dataclass(frozen=True, slots=True)
class Doing:
    """A frame that a clause spoke of, done or only asked for, with what filled it."""

    frame: Frame
    fillers: Fillers


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence takes from its document: the antecedents of its pronouns and dates, and what makes meetings
    and posts.
    """

    language: str
    under: Entity | None = None  # what the heading above names
    country: Entity | None = None  # the one State that the document's head names
    meeting_of: Callable[[Entity, str | None, int | None], Entity | None] = lambda body, first, nth: None
    topics: Sequence[Entity] = ()  # what the sentences of this paragraph were about, the last last
    previous: Sequence[Entity] = ()  # what earlier sentences named, the nearest last
    doings: list[Doing] = field(default_factory=list)  # what the paragraph told last, for "did so"
    text: str = ""  # of the document


_CLITICS = {
    "object": frozenset({"l", "le", "la", "les"}),
    "to": frozenset({"y"}),
    "on": frozenset({"y"}),
    "of": frozenset({"en"}),
    "over": frozenset[str](),
}


def fill_all(fillers: Fillers, frame: Frame, slots: Mapping[str, list[Phrase]]) -> None:
    """Fill the roles that prepositions carry: phrases by their preposition."""
    for preposition, phrases in slots.items():
        if preposition in frame.slots:
            for phrase in phrases:
                fill(fillers, frame, preposition, phrase)


def verb_fillers(row: Row, clause: Clause, frame: Frame, context: Context) -> Fillers:
    subject, object_ = _sides(row, clause, frame)
    slots = {**clause.slots}
    for preposition, phrases in clause.opening.items():
        slots[preposition] = [*slots.get(preposition, []), *phrases]
    if frame.nouns["en"] or frame.nouns["fr"]:
        return _noun_fillers(row, clause, frame, subject, object_, slots, context)
    fillers: Fillers = {}
    fill(fillers, frame, "subject", subject)
    fill(fillers, frame, "object", object_)
    fill(fillers, frame, "second", clause.second if clause.object is object_ else clause.object)
    fill_all(fillers, frame, slots)
    if clause.verb.data.passive or _reduced(row, clause, frame):
        for phrase in slots.get("by", ()):
            fill(fillers, frame, "subject", phrase)
    for phrase in clause.gapped:
        told = sum(map(len, fillers.values()))
        fill(fillers, frame, "subject", phrase)
        after = object_ is not None and object_.start > clause.index
        if after and told == sum(map(len, fillers.values())):  # "ratified A in 2014 and B in 2017"
            fill(fillers, frame, "object", phrase)
    if _dated_list(clause, frame, object_):
        fill(fillers, frame, "object", clause.second)
    if _lacks(fillers, frame, "subject"):
        fill(fillers, frame, "subject", enumerated(row, clause) or exemplified(row, clause))
    if clause.verb.data.passive and not any(role in fillers for role in frame.slots.get("object", ())):
        fill(fillers, frame, "object", titled_later(row, clause))
    if _lacks(fillers, frame, "subject"):
        fill(fillers, frame, "subject", shared_agent(row, clause, frame))
    if _lacks(fillers, frame, "object") and "within" in frame.options:
        fill(fillers, frame, "object", within(row, clause))
    _stranded(row, clause, frame, fillers)
    _pronouns(row, clause, frame, fillers, context)
    _behind_colon(clause, frame, fillers)
    _omitted(row, clause, frame, fillers, context)
    return fillers


def _dated_list(clause: Clause, frame: Frame, object_: Phrase | None) -> bool:
    """ "ratified the Protocol, in September 2014, and the Convention, in May 2017": two objects, each with its date."""
    dated = object_ is not None and object_ is clause.object and bool(object_.dates)
    return dated and "second" not in frame.slots and clause.second is not None and bool(clause.second.dates)


def _lacks(fillers: Fillers, frame: Frame, slot: str) -> bool:
    """Has the slot roles, and none of them is filled?"""
    roles = frame.slots.get(slot, ())
    return bool(roles) and not any(role in fillers for role in roles)


def _omitted(row: Row, clause: Clause, frame: Frame, fillers: Fillers, context: Context) -> None:
    """ "The Agreement entered into force in 2012. Morocco acceded in 2014": to the only treaty of the paragraph."""
    role = frame.options.get("omitted")
    said = clause.object is not None or clause.second is not None or "to" in clause.slots or clause.verb.data.passive
    if role is None or role in fillers or said or not _only_one(row, clause.index, frame, role, context):
        return
    nearest(row, clause.index, frame, role, fillers, context)


def _stranded(row: Row, clause: Clause, frame: Frame, fillers: Fillers) -> None:
    """ "The Panel is presided over by Ms. Berg": over the Panel."""
    preposition = _left_behind(row, clause)
    if preposition is not None:
        fill(fillers, frame, preposition, clause.subject)


def _left_behind(row: Row, clause: Clause) -> str | None:
    """The preposition that a passive leaves alone before "by"; None where there is none."""
    k = clause.index + 1
    passive = clause.verb.data.passive or clause.verb.data.ambiguous
    by = k + 3 if row.kind(k + 2) == "T" else k + 1  # "presided over in 2022 by Botswana"
    alone = passive and row.kind(k) == row.kind(k + 1) == row.kind(by) == "P" and row.items[by].data == "by"
    return row.items[k].data if alone else None


def _reduced(row: Row, clause: Clause, frame: Frame) -> bool:
    """English "-ed" without auxiliary that stands for a passive: "the Group chaired by …", "established in 2010"."""
    return (
        clause.verb.data.ambiguous
        and ("object" in frame.slots or _left_behind(row, clause) in frame.slots)
        and clause.object is None
        and ("by" in clause.slots or row.reduced(clause.index))
    )


def _sides(row: Row, clause: Clause, frame: Frame) -> tuple[Phrase | None, Phrase | None]:
    """(logical subject, logical object) of the clause."""
    if clause.verb.data.form in ("gerund", "infinitive") and (who := charged(row, clause.index)) is not None:
        return who, clause.object
    if clause.verb.data.passive or _reduced(row, clause, frame):
        return None, clause.subject
    return clause.subject, clause.object


def _noun_fillers(
    row: Row,
    clause: Clause,
    frame: Frame,
    subject: Phrase | None,
    object_: Phrase | None,
    slots: Mapping[str, list[Phrase]],
    context: Context,
) -> Fillers:
    """A verb with its noun: "holds the chair of", « la présidence … est assurée par », « est passée à »."""
    nouns = frame.nouns["en"] | frame.nouns["fr"]
    fillers: Fillers = {}
    if "theme" in frame.slots:
        carrier, subject = subject or object_, None
    elif frame.slots.get("to") == ("noun",):
        carrier = next(iter(slots.get("to", ())), None)
        fill(fillers, frame, "object", object_)
    else:
        carrier = object_
    noun = _noun_in(carrier, nouns)
    if noun is None:
        return {}
    for preposition, phrases in row.complements(noun.index).items():
        for phrase in phrases:
            if (
                preposition in frame.slots
                and preposition != "to"
                or preposition == "to"
                and frame.slots.get("to") != ("noun",)
            ):
                fill(fillers, frame, preposition, phrase)
            elif preposition == "by":  # « L'instrument d'adhésion du Togo », « la ratification par le Togo »
                fill(fillers, frame, "subject", phrase)
    fill(fillers, frame, "subject", subject)
    for preposition, phrases in slots.items():
        for phrase in phrases:
            if preposition in frame.slots and frame.slots[preposition] != ("noun",):
                fill(fillers, frame, preposition, phrase)
            if preposition == "by" and clause.verb.data.passive:
                fill(fillers, frame, "subject", phrase)
    for phrase in clause.gapped:
        fill(fillers, frame, "subject", phrase)
    whole = _whole(noun, frame, fillers, context) if frame.options.get("whole") is True else None
    if whole is not None:
        return {**fillers, frame.slots["of"][0]: [whole]}
    _owner(row, clause, frame, fillers, noun.index, context)
    return fillers


def _whole(noun: Member, frame: Frame, fillers: Fillers, context: Context) -> Filler | None:
    """ "hosts the secretariat of the Network": the noun with what it is of, a thing of its own."""
    of = fillers.get(frame.slots["of"][0], [])
    if len(of) != 1 or of[0].member.item.start < noun.item.end:
        return None
    label = " ".join(context.text[noun.item.start : of[0].member.item.end].split())
    entity = Entity(f"{noun.item.word}/{of[0].entity.id}", "Body", ((context.language, label),))
    return Filler(entity, of[0].member, of[0].dates)


def _noun_in(phrase: Phrase | None, nouns: frozenset[str]) -> Member | None:
    if phrase is None:
        return None
    return next(
        (
            member
            for member in phrase.members
            if member.item.readings and {member.item.readings.get("N"), member.item.readings.get("Q")} & nouns
        ),
        None,
    )


def fill(fillers: Fillers, frame: Frame, slot: str, phrase: Phrase | None) -> None:
    """Put what ``phrase`` names (or, failing that, its alternative) into the first role of the slot that admits
    its type.
    """
    sent = frame.options.get("people") is True
    if phrase is None or slot not in frame.slots or (phrase.sent and not sent):
        return
    phrase = phrase.senders if sent and phrase.senders is not None else phrase
    for role in frame.slots[slot]:
        types = frame.types.get("object" if slot == "object" and "object" in frame.types else role, ())
        sure = [member for member in phrase.members if not _rivalled(member, frame)]
        admitted = [(member, entity) for member in sure for entity in _entities(member, types, fillers)]
        whole = (
            phrase.generic
            or len(phrase.members) == 1
            or len(admitted) == sum(not _is_land(entity) for member in phrase.members for entity in member.entities)
        )
        if admitted and whole:
            _enter(fillers.setdefault(role, []), admitted, [] if slot == "with" else phrase.dates)
            return
    fill(fillers, frame, slot, phrase.otherwise)


def _rivalled(member: Member, frame: Frame) -> bool:
    """ "Armenia acceded to it": to the Protocol that was named, and to no body."""
    rivals = frame.options.get("rivals", ())
    return member.item.kind == "O" and any(is_any(entity.type, rivals) for entity in member.item.several)


def _is_land(entity: Entity) -> bool:
    """A territory in a list of States: "Brazil, Curaçao and Peru"."""
    return is_a(entity.type, "Region")


def _enter(found: list[Filler], admitted: Sequence[tuple[Member, Entity]], dates: list[Date]) -> None:
    present = {(filler.entity.id, filler.member.index) for filler in found}
    for member, entity in admitted:
        if (entity.id, member.index) not in present:
            found.append(Filler(entity, member, [member.date] if member.date is not None else dates))


def _entities(member: Member, types: Sequence[str], fillers: Fillers) -> list[Entity]:
    """What of the member the types admit; of the things a pronoun may stand for, the first that no other role holds."""
    if member.item.kind != "O":
        return [entity for entity in member.entities if is_any(entity.type, types)]
    taken = {filler.entity.id for found in fillers.values() for filler in found}
    return [entity for entity in member.item.several if entity.id not in taken and is_any(entity.type, types)][:1]


def _pronouns(row: Row, clause: Clause, frame: Frame, fillers: Fillers, context: Context) -> None:
    """Objects that stand before the verb or are pronouns: « l'a ratifié », « qu'elle copréside », "which it
    chairs", "ratified it".
    """
    roles = [
        (slot, role)
        for slot in ("object", "to", "of", "on", "over")
        for role in frame.slots.get(slot, ())
        if role not in fillers and role in frame.types
    ]
    if not roles or clause.verb.data.passive and clause.verb.data.form != "finite":
        return
    for slot, role in roles:
        if clause.verb.data.clitics & _CLITICS[slot]:
            nearest(row, clause.index, frame, role, fillers, context)
            return


def nearest(row: Row, index: int, frame: Frame, role: str, fillers: Fillers, context: Context) -> None:
    """Fill ``role`` with what its type admits and was named last before ``index``, in this sentence or its
    paragraph.
    """
    taken = {filler.entity.id for found in fillers.values() for filler in found}
    types = frame.types.get(role, ())
    rivals = frame.options.get("rivals", ())
    for k in range(index - 1, -1, -1):
        item = row.items[k]
        if item.kind == "E" and item.data.id not in taken and is_any(item.data.type, types):
            fillers.setdefault(role, []).append(Filler(item.data, Member(item, k)))
            return
        if item.kind == "E" and is_any(item.data.type, rivals):
            return
    if any(is_any(entity.type, rivals) for entity in context.previous):
        return
    admitted = [entity for entity in context.previous if entity.id not in taken and is_any(entity.type, types)]
    treaties = {entity.id for entity in admitted if is_a(entity.type, "Treaty")}
    if admitted and (len(treaties) < 2 or admitted[-1] in context.topics[-1:]):  # of two treaties none is certain
        fillers.setdefault(role, []).append(Filler(admitted[-1], Member(row.items[index], index)))


def owner(row: Row, index: int, frame: Frame, role: str, fillers: Fillers, context: Context) -> None:
    """What "its", « sa » before ``index`` stands for: the subjects before it, then what the paragraph is about,
    else the nearest.
    """
    taken = {filler.entity.id for found in fillers.values() for filler in found}
    types = frame.types.get(role, ())
    before = [clause for clause in row.clauses() if clause.index < index and clause.subject is not None]
    relative = [clause for clause in before if row.kind(clause.index - 1) == "R" and index < clause.end]
    if taken and _may_be_either(before, index, taken, types):
        return
    subjects = [
        (member.item, member.index)
        for clause in [*relative[-1:], *before]  # « le Groupe, lequel compte parmi ses membres … »
        for member in (clause.subject.members if clause.subject is not None else ())
        if member.index < index
    ]
    nouns = [
        place for item, place in subjects if item.kind in ("N", "Q")
    ]  # "management of the Fund …, its supervision"
    subjects += [
        (m.item, m.index) for k in nouns for phrase in row.complements(k).get("of", ()) for m in phrase.members
    ]
    for item, place in subjects:
        for entity in (item.several or (item.data,)) if item.kind in ("E", "O") else ():
            if isinstance(entity, Entity) and entity.id not in taken and is_any(entity.type, types):
                fillers.setdefault(role, []).append(Filler(entity, Member(item, place)))
                return
    for entity in reversed(context.topics):
        if entity.id not in taken and is_any(entity.type, types):
            fillers.setdefault(role, []).append(Filler(entity, Member(row.items[index], index)))
            return
    nearest(row, index, frame, role, fillers, context)


def _may_be_either(clauses: Sequence[Clause], index: int, taken: Container[str], types: Sequence[str]) -> bool:
    """ "IOM chairs ICAT and UNODC hosts its secretariat": of what the clause before tells, both who does it and what
    it is done to may be meant.
    """
    last = next((clause for clause in reversed(clauses) if clause.end <= index), None)
    sides = [] if last is None else [last.subject, last.object]
    meant = [
        {
            entity.id
            for member in (phrase.members if phrase is not None else ())
            for entity in member.entities
            if entity.id not in taken and is_any(entity.type, types)
        }
        for phrase in sides
    ]
    return all(meant) and len(set[str]().union(*meant)) > 1 if meant else False


def _owner(row: Row, clause: Clause, frame: Frame, fillers: Fillers, noun: int, context: Context) -> None:
    """« en assure le secrétariat », « dont il assure le secrétariat », "its secretariat is provided by": whose
    noun it is.
    """
    role = frame.slots.get("of", ("",))[0]
    if role in fillers or role not in frame.types:
        return
    start = min(clause.index, noun, clause.subject.start if clause.subject is not None else noun)
    for k in range(start - 1, max(-1, start - 4), -1):
        if row.kind(k) == "R" and row.items[k].word in ("dont", "whose", "which", "duquel"):
            fill(fillers, frame, "of", row.antecedent(k))
            return
    if noun > 0 and has(row.items[noun - 1], "possessive"):
        owner(row, min(noun, clause.index), frame, role, fillers, context)
        return
    bare = (
        not (row.kind(noun + 1) == "P" and row.items[noun + 1].data in ("of", "for"))
        and noun > 0
        and row.items[noun - 1].word in ("the", "la", "le")
    )
    if (bare and _only_one(row, min(noun, clause.index), frame, role, context)) or "en" in clause.verb.data.clitics:
        nearest(row, min(noun, clause.index), frame, role, fillers, context)


def _only_one(row: Row, index: int, frame: Frame, role: str, context: Context) -> bool:
    """Is one thing alone named that ``role`` admits, here before ``index`` or earlier in the paragraph? Of two, "the
    chairmanship" may be of either.
    """
    named = [item.data for item in row.items[:index] if item.kind == "E"]
    types = frame.types.get(role, ())
    return len({e.id for e in [*named, *context.previous] if is_any(e.type, types)}) == 1


def _behind_colon(clause: Clause, frame: Frame, fillers: Fillers) -> None:
    """ "Three States ratified the Protocol: Fiji (19 September 2017), Japan …": the list names what a general noun
    counts.
    """
    if clause.colon is None:
        return
    for slot, roles in frame.slots.items():
        if roles[0] in frame.types and not any(role in fillers for role in roles):
            fill(fillers, frame, slot, clause.colon)
            if any(role in fillers for role in roles):
                return
