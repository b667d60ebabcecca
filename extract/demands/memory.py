"""What the sentences before one say that asks for something: whom, who, and in which resolution."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extract.demands import speakers
from extract.demands.words import pattern
from extract.facts import Entity, Fact
from extract.syntax.phrases import Member


@dataclass(slots=True)
class Memory:
    """What the sentences before say: for « elle », « les », "further" of the same paragraph."""

    passage: int = -1
    organ: str = ""
    issuers: list[Entity] = field(default_factory=list)
    addressees: tuple[Entity, ...] = ()
    written: list[Entity] = field(default_factory=list)  # the resolution spoken of last, anywhere
    topics: tuple[Entity, ...] = ()  # what the sentences of the paragraph were about
    voices: tuple[speakers.Voice, ...] = ()  # whom they let speak
    last: list[Entity] = field(default_factory=list)  # who asked last, in the paragraphs right before
    follows: bool = False  # they end right before this one
    texts: list[Entity] = field(default_factory=list)  # the instruments that the paragraph has named
    adopted: Mapping[str, Entity] = field(default_factory=dict)  # body -> what it adopted, where "the text" is that
    passed: Entity | None = None  # the one resolution that the document has told of as adopted: "The new resolution …"
    quoted: bool = False  # within quotation marks that they opened


def adopted(known: Sequence[Fact], folded: str, language: str) -> dict[str, Entity]:
    """Body -> the resolution that it was last told to adopt, where the ``folded`` words speak of "the text"."""
    found: dict[str, Entity] = {}
    for fact in known if pattern(language, "adopted_text").search(folded) is not None else ():
        body, text = fact.roles.get("body"), fact.roles.get("instrument")
        if fact.kind == "adoptions" and fact.modality == "asserted" and isinstance(text, Entity):
            found |= {body.id: text} if isinstance(body, Entity) and text.type in ("Resolution", "Decision") else {}
    return found


def passed(known: Sequence[Fact]) -> Entity | None:
    """The one resolution or decision that the document has told of as adopted."""
    told = [fact.roles.get("instrument") for fact in known if (fact.kind, fact.modality) == ("adoptions", "asserted")]
    texts = {one.id: one for one in told if isinstance(one, Entity) and one.type in ("Resolution", "Decision")}
    return next(iter(texts.values())) if len(texts) == 1 else None


def organ_of(member: Member | None) -> str:
    """The id of the body that a member of a subject names, or stands for."""
    if member is None:
        return ""
    return member.meant[0].id if member.meant else ""
