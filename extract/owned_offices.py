"""Whose an office is: by the authority files, and where a sentence tells of whom it is."""

from __future__ import annotations

from extract.facts import Entity
from extract.mentions.entities import slug
from extract.mentions.known import authority
from ontology.authority import Record, records
from ontology.fold import fold

_BARE = "United_Nations"  # the organisation whose offices need no complement: "the Secretary-General"


def body_of(office: object) -> Entity | None:
    """The organisation whose office it is, by the authority files."""
    record = records().get(office.id) if isinstance(office, Entity) else None
    return authority(record.organisation) if record is not None and record.organisation is not None else None


def of_told(office: Entity, told: Entity) -> Entity:
    """``office``, but that of ``told`` where its bare title is another's: « INTERPOL a pour [Secrétaire général] M. Roy
    », "ASEAN has Mr. Roy as its Secretary-General".
    """
    record = records().get(office.id)
    if record is None or record.organisation != _BARE or told.id == _BARE:
        return office
    titles = {fold(name): (language, name) for language, name in _names(record)}
    for other in records().values():
        if other.organisation == told.id and any(_begins(fold(name), titles) for _, name in _names(other)):
            return authority(other.id)
    label = min((name for name in titles.values() if not name[1].isupper()), key=lambda name: len(name[1]))
    return Entity(f"office/{slug(label[1])}-{told.id}", "Office", (label,))


def _begins(name: str, titles: dict[str, tuple[str, str]]) -> bool:
    return any(name.startswith(f"{title} ") for title in titles)


def _names(record: Record) -> list[tuple[str, str]]:
    return [(language, name) for language, names in record.names.items() for name in names]
