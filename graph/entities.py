"""Entities that no authority file knows, as quads: their type and the names that the text gives them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from extract.facts import Entity, Extraction
from graph import iris, terms
from graph.quads import Graph
from ontology.links import links


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an entity, as the index knows it; ``language`` is None for symbols, which have none."""

    iri: str
    name: str
    language: str | None
    preferred: bool
    type: str


def entities_of(extraction: Extraction) -> list[Entity]:
    """All entities that facts and mentions speak of, each (id, type, names) once, sorted."""
    found = {
        (mention.entity.id, mention.entity.type, mention.entity.labels): mention.entity
        for mention in extraction.mentions
    }
    for fact in extraction.facts:
        if fact.modality != "negated":
            for value in fact.roles.values():
                if isinstance(value, Entity):
                    found[value.id, value.type, value.labels] = value
    return [entity for _, entity in sorted(found.items())]


def describe_entities(graph: Graph, entities: Iterable[Entity], known: Collection[str]) -> list[Name]:
    """Adds type and names of the entities whose id is not ``known`` to the authority files; gives the names added."""
    names: dict[Name, None] = {}
    preferred: set[tuple[str, str | None]] = set()
    for entity in entities:
        if entity.id in known:
            continue
        node = iris.thing(entity.id)
        graph.add(node, iris.RDF + "type", terms.iri(iris.PALERMO + entity.type))
        if iris.is_symbol(entity.id):
            graph.add(node, iris.DCTERMS + "identifier", terms.literal(entity.id))
            graph.add(node, iris.RDFS + "seeAlso", terms.iri(iris.undocs(entity.id)))
        for elsewhere in links().get(entity.id, ()):
            graph.add(node, iris.SKOS + "exactMatch", terms.iri(elsewhere))
        for language, name in _labels(entity):
            # several mentions may name one entity differently; "resolution 72/195" only varies 'A/RES/72/195'
            first = (entity.id, language) not in preferred and not (language is not None and iris.is_symbol(entity.id))
            preferred.add((entity.id, language))
            predicate = iris.SKOS + ("prefLabel" if first else "altLabel")
            added = Name(node, name, language, first, entity.type)
            if first or Name(node, name, language, True, entity.type) not in names:
                graph.add(node, predicate, terms.literal(name, language))
                names[added] = None
    return list(names)


def _labels(entity: Entity) -> Iterator[tuple[str | None, str]]:
    if iris.is_symbol(entity.id):
        yield None, entity.id
        yield from ((language, name) for language, name in entity.labels if name != entity.id)
    elif entity.labels:
        yield from entity.labels
    else:
        yield None, entity.id.rpartition("/")[2]
