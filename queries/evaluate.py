"""Precision, recall and F1 of the store against annotated facts.

A row of the store counts as an annotated fact where

- it comes from the same document, known by symbol, label, file name or alias;
- every column that the annotation states agrees: an entity by any of its names or aliases, in either language;
  a concept by its local name or label; a date where it is the same to the same precision (2018-12-05 is not 2018-12,
  for a date must be as precise as the text); a number where it is equal; words where three fifths of the content
  words are shared, or where they are an alias; columns of type ``description`` are a reader's own words and are not
  compared;
- a sentence of its evidence overlaps the annotated quote, and, for the kinds that are listed once for each
  paragraph, the paragraph is the same.

Recall is the share of annotated facts for which there is such a row; precision the share of rows, of the documents
and paragraphs that the annotations cover, for which there is such a fact. A row that is there twice counts once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.iris import thing_id
from queries.catalogue import Query, require
from queries.gold import Gold, GoldFact, Scope
from queries.resolve import Filters
from queries.rows import select
from queries.text import content_words, fold
from queries.values import Evidence, Node, Value, local_name, plain, text_of

if TYPE_CHECKING:
    from graph.store import Store

_ALIKE = 0.6
_NAMES = """
SELECT ?thing ?name WHERE {
  ?thing skos:prefLabel|skos:altLabel|skos:hiddenLabel|rdfs:label|dcterms:identifier|palermo:fileName ?name
}
"""
Names = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Found:
    """A fact of the store in one document, with all the sentences of that document that state it."""

    kind: str
    values: Mapping[str, Value]
    document: Node
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts for one kind: ``matched`` of the ``gold`` facts are found, ``correct`` of ``returned`` rows are right."""

    kind: str
    gold: int
    matched: int
    returned: int
    correct: int
    missed: tuple[GoldFact, ...] = ()
    unexpected: tuple[Found, ...] = ()

    @property
    def precision(self) -> float | None:
        """None where nothing was returned."""
        return None if self.returned == 0 else self.correct / self.returned

    @property
    def recall(self) -> float | None:
        """None where nothing was annotated."""
        return None if self.gold == 0 else self.matched / self.gold

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None where either has no value."""
        p, r = self.precision, self.recall
        if p is None or r is None:
            return None
        return 0.0 if p + r == 0 else 2 * p * r / (p + r)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores by kind, their sum, and the documents of the annotations that the store does not hold."""

    scores: tuple[Score, ...]
    total: Score
    absent: tuple[str, ...]


def evaluate(store: Store, gold: Gold, *, kinds: Sequence[str] = ()) -> Evaluation:
    """How well the store agrees with the annotations, for the given kinds or for all that they cover."""
    names = _names(store)
    documents = _documents(store, gold, names)
    wanted = [k for k in gold.kinds if not kinds or k in kinds]
    scores = tuple(_score(store, gold, require(kind), names, documents) for kind in wanted)
    absent = tuple(d for d in gold.documents if d not in documents.values())
    return Evaluation(scores, total(scores), absent)


def total(scores: Iterable[Score]) -> Score:
    """The sum of scores, called 'all'."""
    rows = list(scores)
    return Score(
        "all",
        sum(s.gold for s in rows),
        sum(s.matched for s in rows),
        sum(s.returned for s in rows),
        sum(s.correct for s in rows),
    )


def _names(store: Store) -> dict[str, frozenset[str]]:
    """Folded names of everything in the store, by IRI."""
    found: dict[str, set[str]] = {}
    for row in store.select(_NAMES):
        found.setdefault(str(plain(row["thing"])), set()).add(fold(str(plain(row["name"]))))
    return {iri: frozenset(names) for iri, names in found.items()}


def _documents(store: Store, gold: Gold, names: Names) -> dict[str, str]:
    """IRI of each document of the store that the annotations speak of -> what they call it."""
    rows = store.select("SELECT DISTINCT ?document WHERE { ?document :fileName ?name } ORDER BY ?document")
    found: dict[str, str] = {}
    for iri in (str(plain(row["document"])) for row in rows):
        own = _names_of(Node(iri, ""), names)
        for document in gold.documents:
            if not own.isdisjoint(gold.aliases.of(document)):
                found.setdefault(iri, document)
    return found


def _score(store: Store, gold: Gold, query: Query, names: Names, documents: Mapping[str, str]) -> Score:
    facts = _distinct(f for f in gold.facts if f.kind == query.name)
    rows = select(store, query, Filters({}, {}), language="en")
    found = [f for row in rows for f in _by_document(query, row.values, row.evidence) if f.document.iri in documents]
    found = _merged(query, found)
    pairs = [
        (i, j)
        for i, fact in enumerate(facts)
        for j, row in enumerate(found)
        if fact.document == documents[row.document.iri] and matches(query, fact, row, gold, names)
    ]
    hit, right = {i for i, _ in pairs}, {j for _, j in pairs}
    covered = [j for j, row in enumerate(found) if j in right or _covered(gold, documents[row.document.iri], row)]
    return Score(
        kind=query.name,
        gold=len(facts),
        matched=len(hit),
        returned=len(covered),
        correct=len(right),
        missed=tuple(f for i, f in enumerate(facts) if i not in hit),
        unexpected=tuple(found[j] for j in covered if j not in right),
    )


def _distinct(facts: Iterable[GoldFact]) -> list[GoldFact]:
    """Annotations without those that are there twice."""
    found = {(tuple(sorted(f.values.items(), key=str)), f.document, f.paragraph, f.quote): f for f in facts}
    return list(found.values())


def _by_document(query: Query, values: Mapping[str, Value], evidence: Iterable[Evidence]) -> list[Found]:
    pieces: dict[Node, list[Evidence]] = {}
    for piece in evidence:
        pieces.setdefault(piece.document, []).append(piece)
    stated = {c: v for c, v in values.items() if c in query.identity and v is not None}
    return [Found(query.name, stated, document, tuple(ps)) for document, ps in pieces.items()]


def _merged(query: Query, found: Iterable[Found]) -> list[Found]:
    """Rows of one document that say the same as one; for kinds listed by paragraph, of one numbered paragraph."""
    groups: dict[tuple[object, ...], list[Found]] = {}
    for row in found:
        place = row.evidence[0].paragraph if query.per_paragraph else None
        groups.setdefault((row.document, place, *sorted(row.values.items(), key=str)), []).append(row)
    return [replace(group[0], evidence=tuple(e for row in group for e in row.evidence)) for group in groups.values()]


def _covered(gold: Gold, document: str, row: Found) -> bool:
    """Whether the annotations cover the place of a row: all of a document, or what its scopes name."""
    scopes: list[Scope] = [s for s in gold.scopes if s.document == document]
    return not scopes or any(scope.holds(row.kind, piece) for scope in scopes for piece in row.evidence)


def matches(query: Query, fact: GoldFact, row: Found, gold: Gold, names: Names) -> bool:
    """Whether a row of the same document is the annotated fact."""
    types = {p.name: p.type for p in query.roles}
    if query.per_paragraph and _place(fact.paragraph) != _place(row.evidence[0].paragraph):
        return False
    stated = ((c, v) for c, v in fact.values.items() if c in query.identity and types[c] != "description")
    if not all(_agrees(types[c], v, row.values.get(c), gold, names) for c, v in stated):
        return False
    return any(overlap(fact.quote, piece.quote) for piece in row.evidence)


def _place(paragraph: str | None) -> str | None:
    return None if paragraph is None else fold(paragraph)


def _agrees(type: str, wanted: str | int | float, value: Value, gold: Gold, names: Names) -> bool:
    if value is None:
        return False
    if isinstance(value, Node):
        own = _names_of(value, names)
        return not own.isdisjoint({fold(str(wanted))} if type == "concept" else gold.aliases.of(str(wanted)))
    if type == "number":
        return _number(wanted) is not None and _number(wanted) == _number(value)
    if type in ("date", "year"):
        return str(wanted) == str(value)
    return alike(str(wanted), str(value)) or fold(str(value)) in gold.aliases.of(str(wanted))


def _number(value: str | int | float) -> float | None:
    try:
        return float(value)
    except ValueError:
        return None


def _names_of(node: Node, names: Names) -> frozenset[str]:
    """All names of a node, its label, id and local name among them, folded."""
    own = {fold(text) for text in (node.label, thing_id(node.iri) or "", local_name(node.iri)) if text != ""}
    return names.get(node.iri, frozenset()) | own


def alike(one: str, other: str) -> bool:
    """Whether two texts share three fifths of their content words, or are the same."""
    if fold(one) == fold(other):
        return True
    a, b = content_words(one), content_words(other)
    return len(a) + len(b) > 0 and 2 * len(a & b) / (len(a) + len(b)) >= _ALIKE


@lru_cache(maxsize=65536)
def overlap(quote: str, sentence: str) -> bool:
    """Whether two quotes are of the same place: one holds the other, or most words of the shorter are in both."""
    a, b = _tight(quote), _tight(sentence)
    if a == "" or b == "":
        return False
    if a in b or b in a:
        return True
    words, others = content_words(quote), content_words(sentence)
    shorter = min(len(words), len(others))
    return shorter > 0 and len(words & others) / shorter >= _ALIKE


def _tight(text: str) -> str:
    """Folded letters without spaces, so that 'transnat ionale' and 'transnationale' are the same."""
    return fold(text).replace(" ", "")


def score_cells(score: Score) -> dict[str, str]:
    """A score as a row of words."""
    return {
        "kind": score.kind,
        "precision": _share(score.precision),
        "recall": _share(score.recall),
        "f1": _share(score.f1),
        "gold": str(score.gold),
        "found": str(score.matched),
        "returned": str(score.returned),
        "correct": str(score.correct),
    }


SCORE_COLUMNS = ("kind", "precision", "recall", "f1", "gold", "found", "returned", "correct")
DIFFERENCE_COLUMNS = ("kind", "difference", "values", "document", "paragraph", "quote")


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def differences(evaluation: Evaluation) -> list[dict[str, str]]:
    """What was missed and what was not expected, as rows of words."""
    rows: list[dict[str, str]] = []
    for score in evaluation.scores:
        rows += [_missed(fact) for fact in score.missed]
        rows += [_unexpected(found) for found in score.unexpected]
    return rows


def _missed(fact: GoldFact) -> dict[str, str]:
    values = "; ".join(f"{c}={v}" for c, v in fact.values.items())
    cells = (fact.kind, "missed", values, fact.document, fact.paragraph or "", fact.quote)
    return dict(zip(DIFFERENCE_COLUMNS, cells, strict=True))


def _unexpected(found: Found) -> dict[str, str]:
    values = "; ".join(f"{c}={text_of(v)}" for c, v in found.values.items())
    piece = found.evidence[0]
    cells = (found.kind, "unexpected", values, found.document.label, piece.paragraph or "", piece.quote)
    return dict(zip(DIFFERENCE_COLUMNS, cells, strict=True))


def to_data(evaluation: Evaluation, *, show: bool) -> dict[str, object]:
    """The evaluation as data for JSON; with ``show`` what was missed and not expected too."""
    scores = [
        {
            "kind": s.kind,
            "precision": s.precision,
            "recall": s.recall,
            "f1": s.f1,
            "gold": s.gold,
            "found": s.matched,
            "returned": s.returned,
            "correct": s.correct,
        }
        for s in (*evaluation.scores, evaluation.total)
    ]
    data: dict[str, object] = {"scores": scores, "absent": list(evaluation.absent)}
    return data | {"differences": differences(evaluation)} if show else data
