"""The one mapping from what a document yields to quads, for all kinds of fact."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from extract.document import Document
from extract.facts import Extraction
from graph import iris, terms
from graph.entities import Name, describe_entities, entities_of
from graph.quads import Graph
from graph.statements import Evidence, statements
from graph.structure import Identity, SentenceNode, add_passages, add_sentences, describe
from ontology.kinds import Kind

_QUOTE = 120  # characters of a sentence that are shown


@dataclass(frozen=True, slots=True)
class Mapped:
    """A document as the store takes it in: sorted N-Quads, rows for the index, and what was counted."""

    nquads: str
    planned: str  # sorted N-Quads too, of what the document plans, in a named graph of its own
    names: list[Name]
    sentences: list[SentenceNode]
    mentions: int
    facts: Mapping[str, int]  # by kind, distinct facts of this document
    warnings: list[str]


def map_document(
    document: Document,
    extraction: Extraction,
    identity: Identity,
    *,
    kinds: Mapping[str, Kind],
    known: Collection[str],
) -> Mapped:
    """All quads of one document, in its named graph.

    ``known`` holds the ids that the authority files describe. The same input gives the same text, whatever the order
    of facts and mentions.
    """
    graph = Graph(iris.document_graph(identity.key))
    describe(graph, document, identity)
    passages = add_passages(graph, document, identity)
    sentences = add_sentences(graph, document, passages)
    _mentions(graph, extraction, sentences)
    found, warnings = statements(extraction.facts, document, passages, kinds)
    planned = Graph(iris.planned_graph(identity.key))
    evidence = Evidence(graph, planned, document, identity, passages)
    for statement in found:
        evidence.add(statement)
    names = describe_entities(graph, entities_of(extraction), {*known, document.id})
    names.append(Name(identity.iri, identity.label, None, True, "Document"))
    return Mapped(
        nquads=graph.text(),
        planned=planned.text(),
        names=names,
        sentences=sentences,
        mentions=len(extraction.mentions),
        facts=dict(sorted(Counter(statement.kind.name for statement in found if not statement.planned).items())),
        warnings=[*warnings, *_unread(extraction, document)],
    )


def _unread(extraction: Extraction, document: Document) -> Iterator[str]:
    for number in extraction.unread:
        sentence = document.sentences[number]
        quote = document.quote(sentence.start, sentence.end)
        yield f"the program failed on a sentence, whose facts are missing: “{quote[:_QUOTE]}”. Please report this."


def _mentions(graph: Graph, extraction: Extraction, sentences: list[SentenceNode]) -> None:
    """Adds to each sentence the entities that it names, one triple each."""
    mentions = f"<{iris.SCHEMA}mentions> "
    named: defaultdict[int, set[str]] = defaultdict(set)
    for mention in extraction.mentions:
        named[mention.sentence].add(mention.entity.id)
    for index, ids in named.items():
        graph.extend(sentences[index].iri, [mentions + terms.iri(iris.thing(identifier)) for identifier in ids])
