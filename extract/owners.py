"""Whose a programme is, where no verb says it: "UNODC's Global Programme", « son Programme mondial », "a joint
initiative of the European Union and UNODC".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.document import Document, Sentence
from extract.facts import Entity
from extract.mentions.finder import Found
from extract.syntax.items import has
from extract.syntax.rows import Row
from ontology.types import is_a

Roles = dict[str, "Entity | str | int | float"]
_KIND = r"(?:initiative|programme|program|project|projet|campaign|campagne|scheme|dispositif)"
_APPOSED = re.compile(
    r"(?: \([^()]{1,60}\))?(?:, (?:(?:an?|the|une?|la|le) |l['’])?| (?:is|was|est|était) (?:an?|the|une?|la|le) )"
    rf"(?P<kind>[^,;.()]{{0,60}}?\b{_KIND})"
    r"[^,;.()]{0,40}? (?:of|by|de|du|des|d['’])\b"
)
_END = re.compile(r"[,;()]|\.\s| (?:which|that|in|to|for|under|with|qui|que|dans|pour|visant|en|avec)\b")


def programmes(
    document: Document, sentence: Sentence, found: Found, row: Row, topics: Sequence[Entity]
) -> Iterator[tuple[str, Roles]]:
    """Programmes with those whose they are; ``topics`` is what the passage speaks of, the last last."""
    for index, item in enumerate(row.items):
        if item.kind == "E" and is_a(item.data.type, "Programme") and item.definite:
            owner = _possessor(row, index, topics)
            if owner is not None:
                yield "programmes", {"programme": item.data, "lead": owner}
                for part in _parts(row, index):
                    yield "programmes", {"programme": part, "lead": owner}
            for lead in _apposed(document.text, item.end, sentence, found):
                if lead.id != item.data.id:
                    yield "programmes", {"programme": item.data, "lead": lead}


def _possessor(row: Row, index: int, topics: Sequence[Entity]) -> Entity | None:
    """ "UNODC's programme X", or "its programme X" of what the sentence or passage is about."""
    if row.kind(index - 1) == "'" and row.kind(index - 2) == "E":
        return _owner(row.items[index - 2].data)
    if row.kind(index + 1) == "P" and row.items[index + 1].data == "of" and row.kind(row.skip(index + 2)) == "E":
        return _owner(row.items[row.skip(index + 2)].data)  # "the Global Programme … of UNODC"
    k = index - 1
    while row.kind(k) in ("A", "W", "J") and k > index - 3:
        k -= 1
    if row.kind(k) != "D" or not has(row.items[k], "possessive") or row.items[k].word in ("their", "leur", "leurs"):
        return None
    subjects = [
        member.item.data
        for clause in row.clauses()
        if clause.subject is not None and len(clause.subject.members) == 1
        for member in clause.subject.members
        if member.item.kind == "E"
    ]
    owners = {owner.id: owner for entity in subjects if (owner := _owner(entity)) is not None}
    if len(owners) == 1:
        return next(iter(owners.values()))
    if row.kind(index + 1) == "," and row.kind(after := row.skip(index + 2)) == "E":
        return _owner(row.items[after].data)  # "Under its Global Programme, UNODC trained judges"
    before: dict[str, Entity] = {
        item.data.id: item.data for item in row.items[:index] if item.kind == "E" and _owner(item.data) is not None
    }
    if not owners and len(before) == 1:
        return next(iter(before.values()))
    return _owner(topics[-1]) if topics and not owners and not before else None


def _parts(row: Row, index: int) -> Iterator[Entity]:
    """« l'initiative Éducation pour la justice, qui fait partie de son Programme mondial »: the initiative too."""
    for clause in row.clauses():
        of = [member.index for phrase in clause.slots.get("of", ()) for member in phrase.members]
        part = "faire partie" in clause.verb.data.lemmas or (clause.verb.data.link and _says_part(row, clause.index))
        if index in of and part and clause.subject is not None and not clause.verb.data.negated:
            for member in clause.subject.members:
                yield from (entity for entity in member.entities if is_a(entity.type, "Programme"))


def _says_part(row: Row, verb: int) -> bool:
    return any(
        row.items[k].word in ("part", "component", "volet", "composante")
        for k in range(verb, min(verb + 4, len(row.items)))
    )


def _owner(entity: Entity) -> Entity | None:
    return entity if is_a(entity.type, "Organization") or entity.type == "State" else None


_OWN_INITIATIVE = re.compile(rf"(?: \([^()]{{1,60}}\))?, an? (?P<owner>[^,;.()]{{2,60}}?) {_KIND}(?=,|\.|;|$)")


def _apposed(text: str, end: int, sentence: Sentence, found: Found) -> Iterator[Entity]:
    """ "GLO.ACT, a four-year joint initiative of the European Union and UNODC": both."""
    own = _OWN_INITIATIVE.match(text, end, sentence.end)  # "the Bridge Project, an ILO initiative, supports …"
    if own is not None:
        whole = (own.start("owner"), own.end("owner"))
        named_ = [mention.data for mention in found.named if (mention.start, mention.end) == whole]
        yield from (entity for entity in named_ if isinstance(entity, Entity) and _owner(entity) is not None)
    match = _APPOSED.match(text, end, sentence.end)
    if match is None:
        return
    stop = _END.search(text, match.end(), sentence.end)
    last = stop.start() if stop is not None else sentence.end
    named = [(mention.start, mention.data) for mention in found.named if isinstance(mention.data, Entity)]
    inside = [(start, entity) for start, _, entity in found.nested]
    for start, entity in sorted([*named, *inside], key=lambda pair: pair[0]):
        if match.end() <= start < last and _owner(entity) is not None:
            yield entity
