"""What a document says of itself, as facts of the kind ``documents``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from extract.document import Document, Part, Stated
from extract.facts import Entity, Fact
from extract.mentions.people import identifier
from ontology.fold import key

_TEXT = ("title", "type", "date", "session")
_ACTORS = ("author", "publisher")


def facts(document: Document, own: Entity) -> Iterator[Fact]:
    """One fact for each language version; its evidence runs from the first to the last thing stated at its head."""
    for part in document.parts:
        stated = {field.name: value for field in fields(part) if isinstance(value := getattr(part, field.name), Stated)}
        roles: dict[str, Entity | str | int | float] = {"document": own}
        roles.update({name: stated[name].value for name in _TEXT if name in stated})
        roles.update({name: _actor(stated[name].value, part) for name in _ACTORS if name in stated})
        if len(roles) == 1:
            continue
        if len(document.parts) > 1 or "title" in roles:
            roles["language"] = part.language
        spans = [(value.start, value.end) for name, value in stated.items() if name in roles]
        start, end = min(first for first, _ in spans), max(last for _, last in spans)
        if end - start > 800:  # a date at the foot of the page: the title is the evidence
            start, end = spans[0]
        yield Fact("documents", roles, start, end, _passage(document, start))


def _actor(name: str, part: Part) -> Entity:
    """The author or publisher: an authority record of that name, else a person."""
    from extract.mentions.names import find
    from ontology.authority import records
    from ontology.fold import fold

    for start, end, record in find(name, fold(name)):
        if key(name[start:end]) == key(name):
            return Entity(record, records()[record].type)
    return Entity(identifier(name), "Person", ((part.language, name),))


def _passage(document: Document, offset: int) -> int:
    return next((index for index, passage in enumerate(document.passages) if passage.start <= offset < passage.end), 0)
