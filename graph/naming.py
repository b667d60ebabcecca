"""What to call things, in both languages: entities, and the classes and properties of the ontology."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import iris
from graph.facts import parts
from ontology.printable import clean

if TYPE_CHECKING:
    from graph.store import Store

LANGUAGES = ("en", "fr")
_SHORT = 16  # a spelling that no page shows is kept for searching where it may be an acronym
_NAMES = """
SELECT ?entity ?property ?name WHERE {{
  VALUES ?entity {{ {entities} }}
  VALUES ?property {{ skos:prefLabel skos:altLabel skos:hiddenLabel }}
  ?entity ?property ?name
}}
"""
_TYPES = "SELECT ?entity ?type WHERE {{ VALUES ?entity {{ {entities} }} ?entity a ?type }}"
_LINKS = "SELECT ?entity ?link WHERE {{ VALUES ?entity {{ {entities} }} ?entity rdfs:seeAlso ?link }}"
_NAMED = """
SELECT ?entity (COUNT(DISTINCT ?sentence) AS ?n) WHERE {{
  VALUES ?entity {{ {entities} }} ?sentence schema:mentions ?entity
}} GROUP BY ?entity
"""
_TERMS = "SELECT ?term ?label WHERE { ?term rdfs:label ?label . FILTER(STRSTARTS(STR(?term), STR(:))) }"


@dataclass(frozen=True, slots=True)
class Label:
    """A name in each language, safe to show: one line, no control characters."""

    en: str
    fr: str

    def get(self, language: str) -> str:
        """The name in 'en' or 'fr'."""
        return self.fr if language == "fr" else self.en


@dataclass(frozen=True, slots=True)
class Described:
    """An entity: its names, its type (a name of types.yaml, '' where it has none), and how much is said of it."""

    iri: str
    label: Label
    type: str
    names: tuple[str, ...]  # beside the labels
    link: str | None  # the document at the United Nations
    named: int  # in how many sentences


def labels(store: Store, wanted: Iterable[str]) -> dict[str, Label]:
    """The labels of nodes (IRIs); of one that has none, the last part of its IRI."""
    wanted = sorted(set(wanted))
    english, french = (store.labels(wanted, language) for language in LANGUAGES)
    return {iri: Label(_shown(iri, english[iri]), _shown(iri, french[iri])) for iri in wanted}


def _shown(iri: str, label: str) -> str:
    return clean(local_name(iri) if label == iri else label) or iri


def local_name(iri: str) -> str:
    """The last part of an IRI: '…/concept/manner/ratification' -> 'ratification'."""
    return iri.rstrip("/#").rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def vocabulary(store: Store) -> dict[str, Label]:
    """The labels of the classes and properties of the ontology, by local name ('Chairing', 'chairedBy')."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in store.select(_TERMS):
        term, label = row["term"], row["label"]
        language, text = getattr(label, "language", None) or "en", clean(str(getattr(label, "value", "")))
        names = found[str(getattr(term, "value", "")).removeprefix(iris.PALERMO)]
        names[language] = min(names.get(language, text), text)
    return {name: Label(said.get("en", name), said.get("fr", said.get("en", name))) for name, said in found.items()}


def describe(store: Store, wanted: Iterable[str]) -> dict[str, Described]:
    """What the store says of these entities (IRIs), sorted by IRI."""
    wanted = sorted(set(wanted))
    called = labels(store, wanted)
    names = _all(store, _NAMES, wanted, "property", "name")
    types = _all(store, _TYPES, wanted, "type")
    links = _all(store, _LINKS, wanted, "link")
    named = _all(store, _NAMED, wanted, "n")
    return {
        iri: Described(
            iri=iri,
            label=called[iri],
            type=_type([type for (type,) in types[iri]]),
            names=_others(names[iri], called[iri]),
            link=min((link for (link,) in links[iri] if link.startswith(iris.UNDOCS)), default=None),
            named=int(next((n for (n,) in named[iri]), "0")),
        )
        for iri in wanted
    }


def _all(store: Store, query: str, wanted: Sequence[str], *columns: str) -> defaultdict[str, list[tuple[str, ...]]]:
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for some in parts(wanted):
        for row in store.select(query.format(entities=" ".join(f"<{iri}>" for iri in some))):
            entity, *values = (str(getattr(row[name], "value", "")) for name in ("entity", *columns))
            found[entity].append(tuple(values))
    return found


def _type(types: Iterable[str]) -> str:
    """The narrowest of its types: 'UNEntity', not the 'Actor' that reasoning adds."""
    from ontology.types import lineage

    known: Mapping[str, frozenset[str]] = lineage()
    own = [name for type in types if (name := type.removeprefix(iris.PALERMO)) in known]
    return min(own, key=lambda name: (-len(known[name]), name), default="")


def _others(named: Iterable[tuple[str, ...]], label: Label) -> tuple[str, ...]:
    """All names that people use of it, then what may be an acronym among the ways of writing it."""
    hidden = iris.SKOS + "hiddenLabel"
    kept = {(property == hidden, clean(name)) for property, name in named if property != hidden or len(name) <= _SHORT}
    return tuple(dict.fromkeys(name for _, name in sorted(kept) if name not in ("", label.en, label.fr)))
