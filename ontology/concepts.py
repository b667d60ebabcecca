"""The concepts that serve as values of roles (concepts.yaml): 'ratification', 'pursuant-to', 'calls-upon' …"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.vocabulary import FOLDER, VocabularyError, mapping, only, read_mapping, text, texts

FILE = "concepts.yaml"
LANGUAGES = ("en", "fr")


@dataclass(frozen=True, slots=True)
class Concept:
    """A value of the roles named after its scheme. Mappings go from language ('en', 'fr') to words."""

    scheme: str
    name: str  # local name, the end of its IRI
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    alternatives: Mapping[str, tuple[str, ...]]  # further names; () for a language that has none


@dataclass(frozen=True, slots=True)
class Scheme:
    """The concepts that one column takes as values; ``name`` is that column."""

    name: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    concepts: Mapping[str, Concept]


@cache
def schemes() -> Mapping[str, Scheme]:
    """All schemes by name, in the order of concepts.yaml.

    Raises VocabularyError where a label or definition is missing in a language, or two concepts of a scheme share a
    name.
    """
    return load_schemes()


@cache
def concepts() -> Mapping[str, Mapping[str, Concept]]:
    """Scheme -> local name -> concept: concepts()['manner']['ratification']. Raises as :func:`schemes` does."""
    return {name: scheme.concepts for name, scheme in schemes().items()}


def load_schemes(*, folder: Path = FOLDER) -> Mapping[str, Scheme]:
    """What :func:`schemes` gives, read anew from concepts.yaml of ``folder``."""
    return {
        name: _scheme(name, mapping(FILE, name, entry)) for name, entry in read_mapping(FILE, folder=folder).items()
    }


def _scheme(name: str, entry: Mapping[str, object]) -> Scheme:
    only(FILE, name, entry, allowed=frozenset({"label", "definition", "concepts"}))
    found = {
        local: _concept(name, local, mapping(FILE, f"{name}.{local}", value))
        for local, value in mapping(FILE, f"{name}.concepts", entry.get("concepts")).items()
    }
    _refuse_shared_names(name, found)
    return Scheme(
        name=name,
        labels=_in_each_language(f"{name}.label", entry.get("label")),
        definitions=_in_each_language(f"{name}.definition", entry.get("definition")),
        concepts=found,
    )


def _concept(scheme: str, name: str, entry: Mapping[str, object]) -> Concept:
    place = f"{scheme}.{name}"
    only(FILE, place, entry, allowed=frozenset({"label", "definition", "alt"}))
    alt = mapping(FILE, f"{place}.alt", entry.get("alt", {}))
    only(FILE, f"{place}.alt", alt, allowed=frozenset(LANGUAGES))
    return Concept(
        scheme=scheme,
        name=name,
        labels=_in_each_language(f"{place}.label", entry.get("label")),
        definitions=_in_each_language(f"{place}.definition", entry.get("definition")),
        alternatives={
            language: texts(FILE, f"{place}.alt.{language}", alt.get(language, [])) for language in LANGUAGES
        },
    )


def _in_each_language(place: str, value: object) -> Mapping[str, str]:
    entry = mapping(FILE, place, value)
    only(FILE, place, entry, allowed=frozenset(LANGUAGES))
    return {language: text(FILE, f"{place}.{language}", entry.get(language)) for language in LANGUAGES}


def _refuse_shared_names(scheme: str, found: Mapping[str, Concept]) -> None:
    for language in LANGUAGES:
        owners: dict[str, str] = {}
        for concept in found.values():
            for name in (concept.labels[language], *concept.alternatives[language]):
                owner = owners.setdefault(name.casefold(), concept.name)
                if owner != concept.name:
                    raise VocabularyError(FILE, f"{scheme}.{concept.name}", f"{name!r} also names {owner}")
