"""Who a line with a colon lets decide what stands below: "The Ministerial Meeting:", « Les ministres ont aussi : »."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extract.demands.issuers import RULING
from extract.demands.words import gathering, pattern
from extract.document import Sentence
from extract.facts import Entity
from extract.mentions.entities import slug
from extract.syntax.items import Named
from ontology.types import is_any

_INTRODUCED = 40  # characters before the name in "At the close of its work, the Conference:"
_BEFORE = re.compile(r"(?:\W?\w{1,4}[.)]\s+)?(?:[^:;]*, )?(?:the |la |le |l')?")  # "3. On closing, the …"


def ruler(text: str, folded: str, sentence: Sentence, named: Sequence[Named], language: str) -> Entity | None:
    """The body, or the people without a name, that the sentence, which a colon ends, introduces; None for others."""
    last = named[-1] if named else None
    behind = pattern(language, "further_below")
    if last is not None and behind.fullmatch(folded, last.end, sentence.end) is not None:
        opens = _BEFORE.fullmatch(folded, sentence.start, last.start) is not None
        alone = last.data if opens and last.start - sentence.start < _INTRODUCED else None
        return alone if isinstance(alone, Entity) and is_any(alone.type, (*RULING, "Body")) else None
    people = gathering(language).search(folded[sentence.start : sentence.end])
    start, end = people.span("who") if people is not None else (0, 0)
    return together(text[sentence.start + start : sentence.start + end], language) if people is not None else None


def together(words: str, language: str) -> Entity:
    """People who ask together, under the words that the text has for them."""
    label = " ".join(words.split())
    return Entity(f"group/{slug(label)}", "ActorGroup", ((language, label),))


def opens(folded: str, sentence: Sentence, named: Sequence[Named]) -> bool:
    """Does the sentence hold nothing but the body whose decisions follow: « Le Conseil des ministres, »?"""
    body = named[0].data if len(named) == 1 else None
    if not isinstance(body, Entity) or not is_any(body.type, ("Organ", "Body", "Meeting")):
        return False
    before, behind = folded[sentence.start : named[0].start], folded[named[0].end : sentence.end]
    return behind == "," and before.strip() in ("", "the", "le", "la", "l'")


def convened(named: Sequence[Named], bodies: Mapping[str, Entity]) -> Entity | None:
    """Whose the meeting is that a title names: "Report on the meeting of the Working Group on Firearms"."""
    meetings = (one.data for one in named if isinstance(one.data, Entity) and one.data.type == "Meeting")
    return next((bodies[one.id] for one in meetings if one.id in bodies), None)
