"""Identifiers elsewhere of things that no authority file lists (links.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ontology.vocabulary import read_mapping, texts

FILE = "links.yaml"


@cache
def links() -> Mapping[str, tuple[str, ...]]:
    """Id of a thing ('SDG/16.2') -> IRIs of the same thing elsewhere. Raises VocabularyError where the file is none."""
    return {id: texts(FILE, id, value) for id, value in read_mapping(FILE).items()}
