"""`palermo path`: the shortest chains of facts between two entities, step by step, with their sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from queries.values import Node, json_of

if TYPE_CHECKING:
    from graph.facts import Sentence
    from graph.naming import Label
    from graph.store import Store
    from graph.ties import Tie

COLUMNS = ("chain", "from", "fact", "to", "date", "document", "paragraph", "quote")


@dataclass(frozen=True, slots=True)
class Step:
    """One fact of a chain, as it leads from one entity to the next; chains are counted from 1."""

    chain: int
    source: Node
    fact: str
    target: Node
    date: str
    evidence: tuple[Mapping[str, object], ...]

    def cells(self) -> dict[str, str]:
        """As words, one for each of COLUMNS; of several sentences the shortest."""
        documents = dict.fromkeys(str(piece["document"]) for piece in self.evidence)
        paragraphs = dict.fromkeys(place for piece in self.evidence if (place := _place(piece)) != "")
        return {
            "chain": str(self.chain),
            "from": self.source.label,
            "fact": self.fact,
            "to": self.target.label,
            "date": self.date,
            "document": "; ".join(documents),
            "paragraph": "; ".join(paragraphs),
            "quote": min((str(piece["quote"]) for piece in self.evidence), key=len, default=""),
        }

    def json(self) -> dict[str, object]:
        """As JSON."""
        ends = {"from": json_of(self.source), "fact": self.fact, "to": json_of(self.target)}
        return {"chain": self.chain, **ends, "date": self.date or None, "evidence": list(self.evidence)}


def path(store: Store, start: str, goal: str, *, language: str, limit: int) -> tuple[list[Step], tuple[Node, ...]]:
    """The steps of the shortest chains from what is called ``start`` to ``goal``, and others of these names.

    Raises UnknownValue where nothing is called so.
    """
    from graph.facts import facts
    from graph.paths import tied
    from queries.view import resolved

    known = facts(store)
    (source, *others), (target, *more) = (resolved(store, name, known) for name in (start, goal))
    found = tied(known, source, target, limit) if source != target else []
    labels = store.labels([*others, *more], language)
    return _steps(store, found, source, language), tuple(Node(iri, labels[iri]) for iri in (*others, *more))


def _steps(store: Store, found: Sequence[Sequence[Sequence[Tie]]], start: str, language: str) -> list[Step]:
    from graph.facts import sentences
    from graph.naming import labels, vocabulary

    ties = [tie for chain in found for step in chain for tie in step]
    stated = sentences(store, [tie.fact.iri for tie in ties])
    nodes = {end for tie in ties for end in (tie.source, tie.target)}
    nodes |= {piece.document for pieces in stated.values() for piece in pieces}
    nodes |= {value for tie in ties for _, value in tie.fact.values if "://" in value}
    named, terms = labels(store, nodes), vocabulary(store)
    steps = []
    for number, chain in enumerate(found, 1):
        for tie in (tie for step in chain for tie in step):
            evidence = tuple(_evidence(piece, named, language) for piece in stated[tie.fact.iri])
            source, target = (Node(iri, named[iri].get(language)) for iri in (tie.source, tie.target))
            steps.append(Step(number, source, _words(tie, named, terms, language), target, _date(tie), evidence))
    return steps


def _words(tie: Tie, named: Mapping[str, Label], terms: Mapping[str, Label], language: str) -> str:
    """How the fact ties them: a concept that it names ('ratification', 'supplements'), else the property of the tie."""
    from ontology.kinds import kind

    concepts = [value for column, value in tie.fact.values if kind(tie.fact.kind).columns[column] == "concept"]
    if concepts:
        return named[concepts[0]].get(language)
    return terms[tie.property].get(language) if tie.property in terms else tie.property


def _date(tie: Tie) -> str:
    return "" if tie.fact.period is None else "/".join(dict.fromkeys(tie.fact.period))


def _place(piece: Mapping[str, object]) -> str:
    """'37(a)'; where no number is printed, the page, 'p. 4'."""
    if piece["paragraph"] is not None:
        return str(piece["paragraph"])
    return f"p. {piece['page']}" if "page" in piece else ""


def _evidence(piece: Sentence, named: Mapping[str, Label], language: str) -> Mapping[str, object]:
    return {
        "document": named[piece.document].get(language),
        "paragraph": piece.paragraph,
        "quote": piece.quote,
        "start": piece.start,
        "end": piece.end,
        **({} if piece.page is None else {"page": piece.page}),
    }
