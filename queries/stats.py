"""What the store holds: counts, the actors that most facts tie to others, and the communities they form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.iris import PALERMO
from queries.catalogue import catalogue
from queries.values import Node, json_of, local_name, plain, text_of

if TYPE_CHECKING:
    from graph.store import Store

COLUMNS = ("what", "name", "count")
_CENTRAL = 10
_COMMUNITIES = 10
_NAMED = 4  # members that name a community
_COUNTS = {
    "documents": "?x :fileName ?name",
    "passages": "?x dcterms:isPartOf ?document . FILTER EXISTS { ?document :fileName ?name }",
    "sentences": "?x a nif:Sentence",
    "pieces of evidence": "?x a oa:Annotation",
}
_MENTIONS = "SELECT (COUNT(*) AS ?n) WHERE { ?sentence schema:mentions ?entity }"
_TRIPLES = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
_INFERRED = """
SELECT (COUNT(*) AS ?n) WHERE {
  GRAPH graph:inferences { ?s ?p ?o }
  FILTER NOT EXISTS { GRAPH ?other { ?s ?p ?o } FILTER(?other != graph:inferences) }
}
"""
_FACTS = """
SELECT ?class (COUNT(DISTINCT ?fact) AS ?n) WHERE { ?fact a ?class ; :evidence ?e } GROUP BY ?class ORDER BY ?class
"""
_ENTITIES = """
SELECT ?type (COUNT(DISTINCT ?entity) AS ?n) WHERE {
  { SELECT DISTINCT ?entity WHERE { ?sentence schema:mentions ?entity } }
  GRAPH ?graph { ?entity a ?type } FILTER(?graph != graph:inferences && STRSTARTS(STR(?type), STR(:)))
} GROUP BY ?type ORDER BY DESC(?n) ?type
"""
_LABELS = """
SELECT ?type ?label WHERE {{
  ?type rdfs:label ?label . FILTER(STRSTARTS(STR(?type), STR(:)) && LANG(?label) = "{language}")
}} ORDER BY ?type ?label
"""
_ACTORS = """
SELECT ?actor (COUNT(DISTINCT ?other) AS ?n) WHERE {{
  VALUES ?type {{ {types} }}
  ?actor a ?type .
  ?fact ?role ?actor ; :evidence ?evidence ; ?second ?other .
  FILTER(?other != ?actor && ISIRI(?other) && ?second != :evidence && STRSTARTS(STR(?second), STR(:)))
  FILTER(!STRSTARTS(STR(?other), STR(concept:)))
}} GROUP BY ?actor ORDER BY DESC(?n) ?actor LIMIT {limit}
"""


@dataclass(frozen=True, slots=True)
class Stat:
    """One number: what it belongs to ('store', 'facts', 'entities', 'central actors', 'communities'), its name, and it.

    ``members`` are those of a community, which is named by the first of them.
    """

    what: str
    name: Node | str
    count: int
    members: tuple[Node, ...] = ()

    def cells(self) -> dict[str, str]:
        """As words, one for each of COLUMNS."""
        return {"what": self.what, "name": text_of(self.name), "count": str(self.count)}

    def json(self) -> dict[str, object]:
        """As JSON."""
        members = {"members": [json_of(node) for node in self.members]} if self.members else {}
        return {"what": self.what, "name": json_of(self.name), "count": self.count, **members}


def stats(store: Store, *, language: str) -> list[Stat]:
    """All counts: the store's, facts by kind, named entities by type, then the most central actors and communities."""
    counts = [*_store(store), *_facts(store), *_entities(store, language)]
    return [*counts, *_actors(store, language), *_communities(store, language)]


def _number(store: Store, query: str) -> int:
    return int(str(plain(store.select(query)[0]["n"])))


def _store(store: Store) -> list[Stat]:
    counts = {name: f"SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ {pattern} }}" for name, pattern in _COUNTS.items()}
    found = [Stat("store", name, _number(store, query)) for name, query in counts.items()]
    every, inferred = _number(store, _TRIPLES), _number(store, _INFERRED)
    numbers = {"mentions": _number(store, _MENTIONS), "triples": every - inferred, "inferred triples": inferred}
    return [*found, *(Stat("store", name, number) for name, number in numbers.items())]


def _facts(store: Store) -> list[Stat]:
    counts = {local_name(str(plain(r["class"]))): int(str(plain(r["n"]))) for r in store.select(_FACTS)}
    return [Stat("facts", q.name, counts[q.fact_class]) for q in catalogue() if q.fact_class in counts]


def _entities(store: Store, language: str) -> list[Stat]:
    rows = store.select(_LABELS.format(language=language))
    labels = {str(plain(r["type"])): str(plain(r["label"])) for r in rows}
    counts = [(str(plain(r["type"])), int(str(plain(r["n"])))) for r in store.select(_ENTITIES)]
    return [Stat("entities", labels.get(iri, local_name(iri)), n) for iri, n in counts]


def _actors(store: Store, language: str) -> list[Stat]:
    """The actors that facts tie to the most other things."""
    from ontology.types import lineage

    types = " ".join(f"<{PALERMO}{name}>" for name, above in sorted(lineage().items()) if "Actor" in above)
    rows = store.select(_ACTORS.format(types=types, limit=_CENTRAL))
    counts = {str(plain(r["actor"])): int(str(plain(r["n"]))) for r in rows if r["actor"] is not None}
    labels = store.labels(counts, language)
    return [Stat("central actors", Node(iri, labels[iri]), n) for iri, n in counts.items()]


def _communities(store: Store, language: str) -> list[Stat]:
    """Groups of entities that facts tie to each other, with the number of their members."""
    from queries.communities import communities

    found = communities(store)[:_COMMUNITIES]
    labels = store.labels({iri for members in found for iri in members}, language)
    return [_community([Node(iri, labels[iri]) for iri in members]) for members in found]


def _community(members: Sequence[Node]) -> Stat:
    name = "; ".join(member.label for member in members[:_NAMED])
    return Stat("communities", f"{name}; …" if len(members) > _NAMED else name, len(members), tuple(members))
