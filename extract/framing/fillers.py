"""What fills the roles of a frame: entities of the types that they admit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from extract.facts import Entity
from extract.mentions.dates import Date
from extract.syntax.phrases import Member, Phrase
from ontology.lexicon import Frame
from ontology.types import is_a, is_any

BODIES = ("Body", "Collaboration")  # that others sit in
_KNOWN = ("chair", "agent", "member")  # roles of those whom the text names
_BETWEEN = 2  # items, a preposition and an article, between a name and its owner


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
    before: Entity | None = None  # the one thing that the paragraph before was about, as this one begins
    made: Entity | None = None  # what the sentence before founded
    doings: list[Doing] = field(default_factory=list)  # what the paragraph told last, for "did so"
    met: Entity | None = None  # the meeting that the passage told of last: "The Board met in Bo on 4 May"
    sat: str = ""  # the year of the meeting that the document reports on
    met_before: Entity | None = None  # the one that the passage before told of last
    text: str = ""  # of the document


def fill_all(fillers: Fillers, frame: Frame, slots: Mapping[str, list[Phrase]]) -> None:
    """Fill the roles that prepositions carry: phrases by their preposition. What stands behind « de » right behind
    another is its owner, and fills no role with it: "the launch of the programme of UNODC".
    """
    for preposition, phrases in slots.items():
        if preposition in frame.slots:
            for before, phrase in zip([None, *phrases], phrases, strict=False):
                owner = before is not None and preposition == "of" and 0 < phrase.start - before.end <= _BETWEEN
                filled = {role: [*found] for role, found in fillers.items()} if owner else {}
                fill(fillers, frame, preposition, phrase)
                fillers.update(filled)


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
        seated = role == "body" and slot != "subject"
        admitted = [(m, entity) for m in sure for entity in _entities(m, types, fillers, seated=seated)]
        if phrase.indefinite and role in _KNOWN:  # "is chaired by a Secretary-General": nobody knows by whom
            admitted = [(member, entity) for member, entity in admitted if entity.type != "Office"]
        whole = (
            phrase.generic
            or len(phrase.members) == 1
            or len(admitted) == sum(not _is_beside(entity, types) for entity in phrase.entities)
        )
        if admitted and whole:
            _enter(fillers.setdefault(role, []), admitted, [] if slot == "with" else phrase.dates)
            return
    fill(fillers, frame, slot, phrase.otherwise)


def _rivalled(member: Member, frame: Frame) -> bool:
    """ "Armenia acceded to it": to the Protocol that was named, and to no body."""
    rivals = frame.options.get("rivals", ())
    return member.item.kind == "O" and any(is_any(entity.type, rivals) for entity in member.item.several)


def _is_beside(entity: Entity, types: Sequence[str]) -> bool:
    """A territory in a list of States, "Brazil, Curaçao and Peru", people without a name in one of bodies: "the
    Ministry of Labour, civil society and IOM".
    """
    return is_a(entity.type, "Region") or (is_a(entity.type, "ActorGroup") and not is_any(entity.type, types))


def _enter(found: list[Filler], admitted: Sequence[tuple[Member, Entity]], dates: list[Date]) -> None:
    present = {(filler.entity.id, filler.member.index) for filler in found}
    for member, entity in admitted:
        if (entity.id, member.index) not in present:
            found.append(Filler(entity, member, [member.date] if member.date is not None else dates))


def _entities(member: Member, types: Sequence[str], fillers: Fillers, *, seated: bool) -> list[Entity]:
    """What of the member the types admit; of the things a pronoun may stand for, the first that no other role holds:
    where others sit in it (``seated``), rather a body. "UNICEF chairs the Task Team. IOM chaired [it] in 2024".
    """
    if member.item.kind != "O":
        return [entity for entity in member.entities if is_any(entity.type, types)]
    taken = {filler.entity.id for found in fillers.values() for filler in found}
    meant = [entity for entity in member.item.several if entity.id not in taken and is_any(entity.type, types)]
    bodies = [entity for entity in meant if seated and is_any(entity.type, BODIES)]
    return (bodies or meant)[:1]
