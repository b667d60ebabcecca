"""The network of entities in the formats of tools that draw and measure networks: GraphML, and GEXF for Gephi."""

from __future__ import annotations

import calendar
import re
from typing import IO, TYPE_CHECKING, Any, Literal

from graph.facts import StoredFact, facts, sentences
from graph.naming import LANGUAGES, Label, describe, labels, vocabulary
from graph.ties import ties
from ontology.kinds import kind

if TYPE_CHECKING:
    import networkx

    from graph.store import Store

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # characters that XML 1.0 cannot hold


def network(store: Store, *, language: str) -> networkx.MultiDiGraph[str]:
    """Entities as nodes, the ties that facts make as edges, each with labels, kind, dates and weight.

    The weight of a node is the number of sentences that name it, that of an edge of those that state its fact.
    ``start`` and ``end`` are days: a year begins on 1 January and ends on 31 December.
    """
    import networkx

    known = facts(store)
    stated = sentences(store, [fact.iri for fact in known])
    things = describe(store, {iri for fact in known for _, iri in fact.entities})
    documents = labels(store, {piece.document for pieces in stated.values() for piece in pieces})
    concepts = labels(store, {value for fact in known for _, value in fact.values if "://" in value})
    terms = vocabulary(store)
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for iri, thing in things.items():
        type = terms.get(thing.type, Label(thing.type, thing.type))
        graph.add_node(iri, **_named(thing.label, language), type=type.get(language), weight=thing.named)
    for fact in known:
        evidence = stated[fact.iri]
        said = {
            "kind": fact.kind,
            "fact": fact.iri,
            "weight": len(evidence),
            **_days(fact),
            "documents": "; ".join(sorted({documents[piece.document].get(language) for piece in evidence})),
            "sentence": _text(min((piece.quote for piece in evidence), key=len, default="")),
            "details": _details(fact, concepts, terms, language),
        }
        for tie in ties(fact):
            label = terms.get(tie.property, Label(tie.property, tie.property))
            graph.add_edge(tie.source, tie.target, **_named(label, language), **said)
    return graph


def write(store: Store, format: Literal["graphml", "gexf"], out: IO[bytes], *, language: str) -> None:
    """Writes the network to the binary file ``out``: the same store gives the same bytes. Raises OSError."""
    import networkx
    from networkx.readwrite.gexf import GEXFWriter

    graph = network(store, language=language)
    if format == "graphml":
        networkx.write_graphml_xml(graph, out)
        return
    writer: Any = GEXFWriter(graph, version="1.2draft")
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate")  # the day on which it was written is no part of what it says
    writer.write(out)


def _named(label: Label, language: str) -> dict[str, str]:
    both = {f"label_{each}": _text(label.get(each)) for each in LANGUAGES}
    return {"label": both[f"label_{language}"], **both}


def _text(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)


def _days(fact: StoredFact) -> dict[str, str]:
    if fact.period is None:
        return {}
    first, last = fact.period
    return {"start": first + "-01-01"[len(first) - 4 :], "end": _last_day(last)}


def _last_day(date: str) -> str:
    """'2018' -> '2018-12-31', '2018-02' -> '2018-02-28'."""
    month = date if len(date) > 4 else f"{date}-12"
    return month if len(month) > 7 else f"{month}-{calendar.monthrange(int(month[:4]), int(month[5:7]))[1]:02}"


def _details(fact: StoredFact, concepts: dict[str, Label], terms: dict[str, Label], language: str) -> str:
    """Its roles that are no nodes: 'manner: ratification; date: 2017-09-19'."""
    of = kind(fact.kind)
    pairs = []
    for column, value in fact.values:
        name = terms.get(of.property_of(column), Label(column, column)).get(language)
        pairs.append(f"{name}: {concepts[value].get(language) if value in concepts else value}")
    return _text("; ".join(pairs))
