"""What the press release of one meeting leaves unsaid, since its head has told it: on which day its body adopted the
resolution, by which text it set up what the release says it set up "today", when the votes were counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.document import Document
from extract.facts import Entity, Fact
from extract.relations import Roles
from ontology.fold import fold
from ontology.lexicon import data

_TYPE = "press-release"
_LEAD = 3  # passages below the title that sum up what was done
_HEADS = ("title", "heading", "frontmatter")
_YEAR = 4  # characters of a date that is a year


@dataclass(frozen=True, slots=True)
class _Sitting:
    """The one meeting that a release covers: of whose body, on which day; where its lead ends."""

    body: Entity
    day: str
    lead: int


def completed(document: Document, facts: Sequence[Fact], meeting: Entity | None, body: Entity | None) -> list[Fact]:
    """``facts``, completed by the ``meeting`` of ``body`` that the document covers, where it is a press release."""
    part = document.parts[0] if document.parts else None
    release = part is not None and part.type is not None and part.type.value == _TYPE
    days = {str(one.roles.get("start", "")) for one in facts if meeting is not None and _is_of(one, meeting)}
    if not release or body is None or len(days) != 1 or not (day := days.pop()):
        return [*facts]
    sitting = _Sitting(body, day, _lead(document))
    adopted = [one for one in facts if _is_adopted(one, sitting)]
    if not adopted and (headed := _headed(document, facts, sitting)) is not None:
        adopted, facts = [headed], [*facts, headed]
    texts = {text.id: text for one in adopted if isinstance(text := one.roles["instrument"], Entity)}
    only = next(iter(texts.values())) if len(texts) == 1 else None
    return [_completed(fact, sitting, set(texts), only) for fact in facts]


def _headed(document: Document, facts: Sequence[Fact], sitting: _Sitting) -> Fact | None:
    """The adoption that nothing but the headline tells: "Security Council Creates Panel, Adopting Resolution 2814"."""
    cited = [one for one in facts if one.kind == "citations" and document.passages[one.passage].kind == "title"]
    texts = {one.roles["cited"]: one for one in cited}
    if len(texts) != 1:
        return None
    text, one = next(iter(texts.items()))
    if not isinstance(text, Entity) or text.type != "Resolution":
        return None
    told = re.search(r"\badopt(?!ed\b)", fold(document.text[one.start : one.end])) is not None
    roles: Roles = {"instrument": text, "body": sitting.body, "date": sitting.day}
    made = Fact("adoptions", roles, one.start, one.end, one.passage)
    return made if told and _is_adopted(made, sitting) else None


def _is_of(fact: Fact, meeting: Entity) -> bool:
    return fact.kind == "meetings" and fact.modality == "asserted" and fact.roles.get("meeting") == meeting


def _lead(document: Document) -> int:
    """The last passage of the lead."""
    heads = [k for k, passage in enumerate(document.passages[:20]) if passage.kind in _HEADS]
    first = next((k for k in range(len(heads)) if k != heads[k]), len(heads))
    return first + _LEAD - 1


def _is_adopted(fact: Fact, sitting: _Sitting) -> bool:
    """Does the head or the lead tell that the body adopted a text, and on no other day?"""
    own = fact.kind == "adoptions" and fact.modality == "asserted" and fact.roles.get("body") == sitting.body
    text = fact.roles.get("instrument")
    of_year = isinstance(text, Entity) and ("(" not in text.id or sitting.day[:_YEAR] in text.id)  # "2331 (2016)"
    same = fact.roles.get("date", sitting.day) == sitting.day
    return own and of_year and same and fact.passage <= sitting.lead


def _completed(fact: Fact, sitting: _Sitting, texts: set[str], only: Entity | None) -> Fact:
    text = fact.roles.get("instrument")
    if fact.kind == "adoptions" and "date" not in fact.roles and isinstance(text, Entity) and text.id in texts:
        return replace(fact, roles={**fact.roles, "date": sitting.day})
    if fact.kind == "founded" and fact.roles.get("founder") == sitting.body and fact.modality == "asserted":
        lead = fact.passage <= sitting.lead
        day = str(fact.roles.get("date", sitting.day if lead else ""))
        basis = {"instrument": only} if only is not None and text is None else {}
        return replace(fact, roles={**fact.roles, **basis, "date": day}) if day == sitting.day else fact
    votes = fact.kind == "figures" and fold(str(fact.roles.get("unit", ""))) in data("counting")["votes"]
    if votes and "period" not in fact.roles:
        return replace(fact, roles={**fact.roles, "period": sitting.day})
    return fact
