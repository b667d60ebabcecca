"""Entities and passages by their words, accents and case aside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from queries.rows import paged, piece, place_of, raw_quote
from queries.values import Evidence, Node, json_of, local_name, plain, text_of

if TYPE_CHECKING:
    from graph.store import Store

COLUMNS = ("kind", "name", "type", "document", "paragraph", "quote")
_SENTENCES = """
SELECT ?sentence ?document ?passage ?paragraph ?quote ?quoteStart ?quoteEnd WHERE {{
  VALUES ?sentence {{ {sentences} }}
  ?sentence :passage ?passage ; :text ?quote ; oa:start ?quoteStart ; oa:end ?quoteEnd .
  ?passage dcterms:isPartOf ?document .
  OPTIONAL {{
    ?passage :number ?paragraph ; a ?numbered .
    FILTER(?numbered IN (:Paragraph, :Item, :PreambularParagraph, :OperativeParagraph))
  }}
}} ORDER BY ?sentence
"""
_TYPES = """
SELECT ?type ?label WHERE {{
  ?type rdfs:label ?label . FILTER(STRSTARTS(STR(?type), STR(:)) && LANG(?label) = "{language}")
}} ORDER BY ?type ?label
"""


@dataclass(frozen=True, slots=True)
class Result:
    """An entity, with its type in words, or a sentence with its place."""

    entity: Node | None
    type: str
    evidence: Evidence | None

    def cells(self) -> dict[str, str]:
        """The result as words, one for each of COLUMNS."""
        piece = self.evidence
        return {
            "kind": "passage" if self.entity is None else "entity",
            "name": text_of(self.entity),
            "type": self.type,
            "document": "" if piece is None else piece.document.label,
            "paragraph": "" if piece is None else place_of(piece),
            "quote": "" if piece is None else piece.quote,
        }

    def json(self) -> dict[str, object]:
        """The result as JSON."""
        if self.evidence is None:
            return {"kind": "entity", "name": json_of(self.entity), "type": self.type, "evidence": []}
        return {"kind": "passage", "evidence": [self.evidence.json()]}


def search(store: Store, text: str, *, language: str, limit: int) -> list[Result]:
    """At most ``limit`` entities, then at most ``limit`` sentences, that hold all words of ``text``, the best first."""
    hits = store.search_text(text, limit)
    types = _types(store, language)
    entities = [h for h in hits if h.kind == "entity"]
    labels = store.labels((h.iri for h in entities), language)
    found = [Result(Node(h.iri, labels[h.iri]), types.get(h.type or "", h.type or ""), None) for h in entities]
    sentences = _sentences(store, [h.iri for h in hits if h.kind == "sentence"], language)
    return found + [Result(None, "", piece) for piece in sentences]


def _types(store: Store, language: str) -> Mapping[str, str]:
    rows = store.select(_TYPES.format(language=language))
    return {local_name(str(plain(r["type"]))): str(plain(r["label"])) for r in rows}


def _sentences(store: Store, iris: list[str], language: str) -> Iterable[Evidence]:
    """The sentences with these IRIs, in this order, in the words of the file."""
    if not iris:
        return []
    rows = store.select(_SENTENCES.format(sentences=" ".join(f"<{iri}>" for iri in iris)))
    labels = store.labels({str(plain(r["document"])) for r in rows}, language)
    found = {str(plain(r["sentence"])): paged(store, piece(r, labels)) for r in rows}
    quoted = raw_quote(store)
    return [quoted(found[iri]) for iri in iris if iri in found]
