"""The types of things that Palermo speaks of (types.yaml), each with its parent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from ontology.vocabulary import FOLDER, UnknownName, VocabularyError, read_mapping, text

FILE = "types.yaml"


@cache
def parents() -> Mapping[str, str | None]:
    """Each type (local name of a class of palermo.ttl) and the type above it, None for the topmost.

    Raises VocabularyError where a parent is no type, or a type stands above itself.
    """
    return load_parents()


def is_a(type: str, ancestor: str) -> bool:
    """Whether ``type`` is ``ancestor`` or stands below it: is_a('State', 'Actor').

    Raises UnknownName where either is no type.
    """
    lineages = lineage()
    if type not in lineages or ancestor not in lineages:
        raise UnknownName("type", ancestor if type in lineages else type, tuple(lineages))
    return ancestor in lineages[type]


def is_any(type: str, ancestors: Iterable[str]) -> bool:
    """Whether ``type`` is one of ``ancestors`` or stands below one: is_any('State', ('Person', 'Actor')).

    Raises as :func:`is_a`.
    """
    return any(is_a(type, ancestor) for ancestor in ancestors)


@cache
def lineage() -> Mapping[str, frozenset[str]]:
    """Each type and all that it is: itself, its parent, the parent of that …"""
    return {name: frozenset(_upwards(parents(), name)) for name in parents()}


def load_parents(*, folder: Path = FOLDER) -> Mapping[str, str | None]:
    """What :func:`parents` gives, read anew from types.yaml of ``folder``."""
    found = {
        name: None if parent is None else text(FILE, name, parent)
        for name, parent in read_mapping(FILE, folder=folder).items()
    }
    for name, parent in found.items():
        if parent is not None and parent not in found:
            raise VocabularyError(FILE, name, f"its parent {parent} is no type of the file")
    for name in found:
        _upwards(found, name)
    return found


def _upwards(found: Mapping[str, str | None], name: str) -> list[str]:
    path = [name]
    while (parent := found[path[-1]]) is not None:
        if parent in path:
            raise VocabularyError(FILE, name, f"stands above itself ({' < '.join([*path, parent])})")
        path.append(parent)
    return path
