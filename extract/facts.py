"""What extraction yields: entities, mentions and facts, each with the place that states it.

Offsets are characters of ``Document.text`` (clean text).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Modality = Literal["asserted", "planned", "negated"]
Value = "Entity | str | int | float"


@dataclass(frozen=True, slots=True)
class Entity:
    """A node: an authority record, a symbol, or a thing that only this document names.

    ``id`` is what its IRI is minted from ('ICAT', 'A/RES/72/195', 'body/steering-committee-of-the-global-fund').
    ``labels`` holds (language, name) pairs, the preferred one of each language first; empty for authority records,
    whose names stand in the authority files.
    """

    id: str
    type: str  # a name of ontology/types.yaml
    labels: tuple[tuple[str, str], ...] = field(default=(), compare=False)


def unlisted_organisation(name: str, language: str) -> Entity:
    """The organisation of a ``name`` that no list knows, as a sentence in ``language`` writes it."""
    return Entity("organization/" + "-".join(name.lower().split()), "Organization", ((language, name),))


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an entity is named, or clearly referred to, in a sentence."""

    start: int
    end: int
    entity: Entity
    sentence: int  # index in Document.sentences


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement of one kind of ontology/kinds.yaml, made in ``[start, end)`` of the clean text.

    ``roles`` maps columns to an Entity, or to a string or number for years, dates, numbers, text and concepts
    (a concept is its local name: 'ratification', 'supplements', 'coordinates').
    """

    kind: str
    roles: Mapping[str, Entity | str | int | float]
    start: int
    end: int
    passage: int  # index in Document.passages
    modality: Modality = "asserted"


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document yields: facts in the order of the text, mentions likewise; ``unread``: the numbers of the
    sentences on which the program failed.
    """

    facts: tuple[Fact, ...]
    mentions: tuple[Mention, ...]
    unread: tuple[int, ...] = ()
