"""What the store holds: counts, the actors and instruments that most is tied to, and the communities they form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

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
_DOCUMENTS = "SELECT DISTINCT ?document WHERE { ?document :fileName ?name }"


@dataclass(frozen=True, slots=True)
class Stat:
    """One number: what it belongs to, its name, and it.

    The former is 'store', 'facts', 'entities', 'central actors', 'central instruments' or 'communities'. ``members``
    are those of a community, which is named by the first of them.
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
    """All counts: the store's, facts by kind, named entities by type; then what is most central, and communities."""
    return [*_store(store), *_facts(store), *_entities(store, language), *_network(store, language)]


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


def _network(store: Store, language: str) -> list[Stat]:
    """The actors and the instruments that are tied to most others, and the groups that are tied to each other.

    The documents of the store count for instruments, which they cite; between actors they would tie everything.
    """
    from graph.analysis import central, communities
    from graph.facts import facts
    from graph.ties import together, weighted

    known = facts(store)
    documents = {str(plain(row["document"])) for row in store.select(_DOCUMENTS)}
    among = weighted(together(known, lambda iri: iri not in documents))
    actors = _of_type(store, "Actor", central(among))
    instruments = [
        (iri, n) for iri, n in _of_type(store, "Instrument", central(weighted(together(known)))) if iri not in documents
    ]
    groups = communities(among)[:_COMMUNITIES]
    labels = store.labels({iri for iri, _ in (*actors[:_CENTRAL], *instruments[:_CENTRAL])}.union(*groups), language)
    return [
        *(Stat("central actors", Node(iri, labels[iri]), n) for iri, n in actors[:_CENTRAL]),
        *(Stat("central instruments", Node(iri, labels[iri]), n) for iri, n in instruments[:_CENTRAL]),
        *(_community([Node(iri, labels[iri]) for iri in members]) for members in groups),
    ]


def _of_type(store: Store, type: str, ranked: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    from graph.naming import describe
    from ontology.types import lineage

    above, things = lineage(), describe(store, (iri for iri, _ in ranked))
    return [(iri, n) for iri, n in ranked if type in above.get(things[iri].type, ())]


def _community(members: Sequence[Node]) -> Stat:
    name = "; ".join(member.label for member in members[:_NAMED])
    return Stat("communities", f"{name}; …" if len(members) > _NAMED else name, len(members), tuple(members))
