"""The kinds of fact (kinds.yaml): their classes, roles and plain edges."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

from ontology.vocabulary import FOLDER, UnknownName, VocabularyError, mapping, only, read_mapping, text, texts

FILE = "kinds.yaml"
Range = Literal["entity", "concept", "year", "date", "number", "text"]
_RANGES: tuple[str, ...] = get_args(Range)
_KEYS = frozenset({"class", "columns", "properties", "key", "edge", "per", "observed"})


@dataclass(frozen=True, slots=True)
class Edge:
    """The plain edge beside a fact: the value of column ``subject``, ``property``, the value of column ``object``."""

    subject: str
    property: str  # local name of an object property of palermo.ttl
    object: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact. Its name is that of the query which lists it."""

    name: str
    cls: str  # local name of a class of palermo.ttl
    columns: Mapping[str, Range]
    key: tuple[tuple[str, ...], ...]  # each group: columns of which one at least must be there
    edge: Edge | None = None
    per: Literal["paragraph"] | None = None  # the same roles in another paragraph are another fact
    properties: Mapping[str, str] = field(default_factory=dict)  # for columns whose property is not named after them
    observed: bool = False  # its facts are observations of a data set (RDF Data Cube)

    def complete(self, roles: Mapping[str, object]) -> bool:
        """Whether ``roles`` (column -> value) has all that makes a fact of this kind."""
        return all(any(column in roles for column in group) for group in self.key)

    def property_of(self, column: str) -> str:
        """Local name of the role property of ``column``; raises UnknownName where the kind has no such column."""
        if column not in self.columns:
            raise UnknownName(f"column of {self.name}", column, tuple(self.columns))
        return self.properties.get(column) or camel_case(column)


@cache
def kinds() -> Mapping[str, Kind]:
    """All kinds by name, in the order of kinds.yaml. Raises VocabularyError where the file does not hold together."""
    return load_kinds()


def kind(name: str) -> Kind:
    """The kind called ``name`` ('chairs'); raises UnknownName where there is none."""
    found = kinds().get(name)
    if found is None:
        raise UnknownName("kind of fact", name, tuple(kinds()))
    return found


def property_name(kind_name: str, column: str) -> str:
    """Local name in palermo.ttl of the property of ``column`` in facts of ``kind_name``.

    It is the column's name in camelCase, save where one name stands for two ranges: property('chairs', 'body') is
    'body', property('publications', 'title') is 'publication'. Raises UnknownName where either is unknown.
    """
    return kind(kind_name).property_of(column)


def camel_case(name: str) -> str:
    """'start-date' -> 'startDate'."""
    return re.sub(r"[-_ ]+(\w)", lambda match: match[1].upper(), name)


def load_kinds(*, folder: Path = FOLDER) -> Mapping[str, Kind]:
    """What :func:`kinds` gives, read anew from kinds.yaml of ``folder``."""
    return {name: _kind(name, mapping(FILE, name, entry)) for name, entry in read_mapping(FILE, folder=folder).items()}


def _kind(name: str, entry: Mapping[str, object]) -> Kind:
    only(FILE, name, entry, allowed=_KEYS)
    columns = {
        column: _range(name, column, value)
        for column, value in mapping(FILE, f"{name}.columns", entry.get("columns")).items()
    }
    return Kind(
        name=name,
        cls=text(FILE, f"{name}.class", entry.get("class")),
        columns=columns,
        key=_key(name, columns, entry.get("key")),
        edge=_edge(name, columns, entry.get("edge")),
        per=_per(name, entry.get("per")),
        properties=_properties(name, columns, entry.get("properties", {})),
        observed=_observed(name, columns, entry.get("observed", False)),
    )


def _range(name: str, column: str, value: object) -> Range:
    if value not in _RANGES:
        raise VocabularyError(FILE, f"{name}.columns.{column}", f"{value!r} is none of {', '.join(_RANGES)}")
    return cast(Range, value)


def _key(name: str, columns: Mapping[str, Range], value: object) -> tuple[tuple[str, ...], ...]:
    place = f"{name}.key"
    groups = tuple(tuple(group.split("|")) for group in texts(FILE, place, value))
    if len(groups) == 0:
        raise VocabularyError(FILE, place, "must name at least one column")
    for group in groups:
        for column in group:
            _require(place, columns, column)
    return groups


def _edge(name: str, columns: Mapping[str, Range], value: object) -> Edge | None:
    if value is None:
        return None
    place = f"{name}.edge"
    parts = texts(FILE, place, value)
    if len(parts) != 3:
        raise VocabularyError(FILE, place, "must be [subject column, property, object column]")
    for column in (parts[0], parts[2]):
        _require(place, columns, column)
        if columns[column] != "entity":
            raise VocabularyError(FILE, place, f"its end {column} is no entity")
    return Edge(*parts)


def _per(name: str, value: object) -> Literal["paragraph"] | None:
    if value is None:
        return None
    if value == "paragraph":
        return "paragraph"
    raise VocabularyError(FILE, f"{name}.per", f"{value!r} is not 'paragraph'")


def _observed(name: str, columns: Mapping[str, Range], value: object) -> bool:
    if value is True and "number" not in columns.values():
        raise VocabularyError(FILE, f"{name}.observed", "none of its columns is a number")
    if not isinstance(value, bool):
        raise VocabularyError(FILE, f"{name}.observed", f"{value!r} is neither true nor false")
    return value


def _properties(name: str, columns: Mapping[str, Range], value: object) -> Mapping[str, str]:
    place = f"{name}.properties"
    entries = mapping(FILE, place, value)
    for column in entries:
        _require(place, columns, column)
    return {column: text(FILE, f"{place}.{column}", entry) for column, entry in entries.items()}


def _require(place: str, columns: Mapping[str, Range], column: str) -> None:
    if column not in columns:
        raise VocabularyError(FILE, place, f"{column} is no column of this kind ({', '.join(columns)})")
