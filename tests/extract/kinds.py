"""Reads a text as a document and gives its facts of one kind as plain words, for the tests of single kinds."""

from __future__ import annotations

from extract.facts import Entity, Fact
from extract.pipeline import extract
from extract.readers import read_bytes
from ontology.authority import find_record


def facts_of(kind: str, text: str, *, modality: str = "asserted", name: str = "note.txt") -> list[Fact]:
    """The facts of ``kind`` in ``text``, read as the file ``name``."""
    found = extract(read_bytes(text.encode(), name)).facts
    return [fact for fact in found if (fact.kind, fact.modality) == (kind, modality)]


def said_of_itself(head: str, body: str, *columns: str) -> list[tuple[str, ...]]:
    """The columns of what a document with ``head`` above ``body`` says of itself."""
    return said(facts_of("documents", f"{head}\n\n{body}"), *columns)


def said(facts: list[Fact], *columns: str) -> list[tuple[str, ...]]:
    """The columns of each fact as words, sorted: the first English name of what the authority files know."""
    return sorted(tuple(_words(fact.roles.get(column, "")) for column in columns) for fact in facts)


def _words(value: Entity | str | int | float) -> str:
    if not isinstance(value, Entity):
        return str(value)
    record = find_record(value.id)
    if record is not None:
        return record.names["en"][0]
    return value.labels[0][1] if value.labels else value.id
