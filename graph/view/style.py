"""How entities and facts look (style.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ontology.types import parents

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Style:
    """The looks of types and kinds: colours for light and dark pages, shapes, widths in pixels, dashes."""

    types: Mapping[str, Mapping[str, Any]]
    kinds: Mapping[str, Mapping[str, Any]]
    other_type: Mapping[str, Any]
    other_kind: Mapping[str, Any]
    citations: frozenset[str]

    def of_type(self, name: str) -> Mapping[str, Any]:
        """The look of a type of types.yaml, or of the nearest type above it that has one."""
        above = parents()
        type: str | None = name
        while type is not None and type not in self.types:
            type = above.get(type)
        return self.other_type if type is None else self.types[type]

    def of_kind(self, name: str) -> Mapping[str, Any]:
        """The look of a kind of fact, or of what is no kind of ours."""
        return self.kinds.get(name, self.other_kind)


@cache
def style() -> Style:
    """What style.yaml says. Raises VocabularyError where it cannot be read."""
    from ontology.vocabulary import read_mapping

    found: Mapping[str, Any] = read_mapping("style.yaml", folder=FOLDER)
    return Style(
        types=found["types"],
        kinds=found["kinds"],
        other_type=found["other_type"],
        other_kind=found["other_kind"],
        citations=frozenset(found["citations"]),
    )
