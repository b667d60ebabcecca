"""All that the graph knows of one entity: its names, its facts by kind and role, where it is named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from queries.catalogue import Query, catalogue, require
from queries.resolve import Filters, entities
from queries.rows import Row, select
from queries.values import Node, local_name, plain

if TYPE_CHECKING:
    from graph.store import Store


@dataclass(frozen=True, slots=True)
class Section:
    """The facts of one kind in which the entity has one role."""

    query: Query
    role: str
    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of an entity. ``others`` are further entities of the same name."""

    node: Node
    language: str
    names: tuple[str, ...]  # beside the label
    types: tuple[str, ...]
    descriptions: tuple[str, ...]
    links: tuple[str, ...]
    sections: tuple[Section, ...]  # the most important first
    mentions: Section
    labels: Mapping[str, str]  # of columns that hold numbers
    others: tuple[Node, ...] = ()


def page(store: Store, text: str, *, language: str, include_planned: bool = False) -> Page:
    """The page of what is called ``text``; where several things are, of the one with most facts.

    With ``include_planned`` also what documents plan for it, marked as such. Raises UnknownValue where the store knows
    none.
    """
    found = entities(store, text)
    ranked = sorted(found, key=lambda iri: (-len(_roles(store, iri)), found.index(iri)))
    labels = store.labels(ranked, language)
    iri = ranked[0]
    return Page(
        node=Node(iri, labels[iri]),
        language=language,
        names=tuple(n for n in _names(store, iri, language) if n != labels[iri]),
        types=_types(store, iri, language),
        descriptions=_descriptions(store, iri, language),
        links=_strings(store, iri, "rdfs:seeAlso|skos:exactMatch|schema:sameAs"),
        sections=tuple(_sections(store, iri, language, planned=include_planned)),
        mentions=_section(store, require("mentions"), "entity", iri, language),
        labels=_column_labels(store, language),
        others=tuple(Node(i, labels[i]) for i in ranked[1:]),
    )


def _roles(store: Store, iri: str, *, planned: bool = False) -> list[tuple[str, str]]:
    """(class, fact) of the facts in which an entity plays a role, with the class that is stated."""
    rows = store.select(
        f"""SELECT DISTINCT ?fact ?class WHERE {{ ?fact ?role <{iri}> ; :evidence ?evidence
         GRAPH ?graph {{ ?fact a ?class }} FILTER(?graph != graph:inferences) }} ORDER BY ?class ?fact""",
        planned=planned,
    )
    return [(local_name(str(plain(r["class"]))), str(plain(r["fact"]))) for r in rows]


def _names(store: Store, iri: str, language: str) -> list[str]:
    """The names that people use of an entity: those in ``language`` first, the preferred ones before the others.

    The many ways of writing them by which it is found as well (skos:hiddenLabel) are none of these.
    """
    rows = store.select(
        f"""SELECT ?name WHERE {{ VALUES ?property {{ skos:prefLabel skos:altLabel }} <{iri}> ?property ?name }}
        ORDER BY (LANG(?name) NOT IN ("{language}", "")) (?property != skos:prefLabel) ?name"""
    )
    return list(dict.fromkeys(str(plain(r["name"])) for r in rows))


def _strings(store: Store, iri: str, path: str) -> tuple[str, ...]:
    rows = store.select(f"SELECT DISTINCT ?value WHERE {{ <{iri}> {path} ?value }} ORDER BY LANG(?value) ?value")
    return tuple(dict.fromkeys(str(plain(r["value"])) for r in rows))


def _descriptions(store: Store, iri: str, language: str) -> tuple[str, ...]:
    rows = store.select(
        f"""SELECT DISTINCT ?value WHERE {{ <{iri}> skos:definition|dcterms:description|rdfs:comment ?value
        FILTER(LANG(?value) IN ("{language}", "")) }} ORDER BY ?value"""
    )
    return tuple(str(plain(r["value"])) for r in rows)


def _types(store: Store, iri: str, language: str) -> tuple[str, ...]:
    """What it is said to be; that a State is an actor and an entity too, which follows, tells a reader nothing."""
    rows = store.select(
        f"""SELECT DISTINCT ?type ?label WHERE {{ GRAPH ?graph {{ <{iri}> a ?type }}
        FILTER(?graph != graph:inferences && STRSTARTS(STR(?type), STR(:)))
        OPTIONAL {{ ?type rdfs:label ?label FILTER(LANG(?label) = "{language}") }} }} ORDER BY ?type ?label"""
    )
    return tuple(local_name(str(plain(r["type"]))) if r["label"] is None else str(plain(r["label"])) for r in rows)


def _column_labels(store: Store, language: str) -> dict[str, str]:
    rows = store.select(
        f"""SELECT ?property ?label WHERE {{ ?property rdfs:range ?range ; rdfs:label ?label .
        FILTER(STRSTARTS(STR(?property), STR(:)) && LANG(?label) = "{language}") }} ORDER BY ?property ?label"""
    )
    return {local_name(str(plain(r["property"]))): str(plain(r["label"])) for r in rows}


def _sections(store: Store, iri: str, language: str, *, planned: bool) -> Iterable[Section]:
    """What the entity is (the facts that it leads), then what it does and undergoes, in the order of the catalogue."""
    classes = {name for name, _ in _roles(store, iri, planned=planned)}
    pairs = [(query, role) for query in catalogue() if query.fact_class in classes for role in query.headings]
    for query, role in sorted(pairs, key=lambda pair: pair[1] != pair[0].lead):
        section = _section(store, query, role, iri, language, planned=planned)
        if section.rows:
            yield section


def _section(store: Store, query: Query, role: str, iri: str, language: str, *, planned: bool = False) -> Section:
    rows = select(store, query, Filters({role: (iri,)}, {}), language=language, include_planned=planned)
    kept = rows if query.fact_class is None else _merged(rows)
    return Section(query, role, query.headings[role][language], tuple(kept))


def _merged(rows: Sequence[Row]) -> list[Row]:
    """Rows that say the same in several paragraphs as one, as a page lists them."""
    groups: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault((row.modality, *row.values.values()), []).append(row)
    return [Row(g[0].values, tuple(e for row in g for e in row.evidence), g[0].modality) for g in groups.values()]


def to_data(page: Page) -> dict[str, object]:
    """The page as data for JSON: names, types, and the rows of each kind under the name of its query and role."""
    return {
        "label": page.node.label,
        "iri": page.node.iri,
        "names": list(page.names),
        "types": list(page.types),
        "descriptions": list(page.descriptions),
        "links": list(page.links),
        "facts": [
            {
                "query": s.query.name,
                "role": s.role,
                "heading": s.heading,
                "rows": [row.json(modality=row.modality == "planned") for row in s.rows],
            }
            for s in page.sections
        ],
        "mentions": [row.json() for row in page.mentions.rows],
    }
