"""Rows of a query of the catalogue: one for each distinct fact, its pieces of evidence gathered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from graph.iris import FACT
from queries.catalogue import EVIDENCE_COLUMNS, Query, require
from queries.resolve import Filters, filters
from queries.values import Evidence, Node, Value, is_node, json_of, local_name, plain, text_of

if TYPE_CHECKING:
    from graph.store import Row as Solution
    from graph.store import Store


MODALITY = "modality"  # the column that says "asserted" or "planned", where planned facts are asked for
Modality = Literal["asserted", "planned"]


@dataclass(frozen=True, slots=True)
class Row:
    """An answer: ``values`` by column (the roles of its query), ``evidence`` in the order of the documents."""

    values: Mapping[str, Value]
    evidence: tuple[Evidence, ...]
    modality: Modality = "asserted"

    def cells(self, columns: Iterable[str]) -> dict[str, str]:
        """The row as words: of several sentences that state it, all paragraphs and the shortest quote."""
        return {c: text_of(self.values[c]) if c in self.values else self._evidence_cell(c) for c in columns}

    def _evidence_cell(self, column: str) -> str:
        if column == MODALITY:
            return self.modality
        if column == "document":
            return "; ".join(_documents(self.evidence))
        if column == "paragraph":
            return paragraphs(self.evidence)
        return clearest(self.evidence).quote

    def json(self, *, modality: bool = False) -> dict[str, object]:
        """The row as JSON: nodes as label and IRI, dates and words as strings, numbers as numbers.

        With ``modality`` it says whether the fact is asserted or planned.
        """
        return {
            **{column: json_of(value) for column, value in self.values.items()},
            **({MODALITY: self.modality} if modality else {}),
            "evidence": [piece.json() for piece in self.evidence],
        }


def run(
    store: Store, query: Query, params: Mapping[str, str], *, language: str, include_planned: bool = False
) -> list[Row]:
    """The rows of ``query`` that fit ``params`` (column -> what was typed), labelled in ``language``, in its order.

    With ``include_planned`` also what documents say is to be. Raises UnknownColumn and UnknownValue.
    """
    wanted = filters(store, query, params)
    return select(store, query, wanted, language=language, include_planned=include_planned)


def select(store: Store, query: Query, wanted: Filters, *, language: str, include_planned: bool = False) -> list[Row]:
    """The rows of ``query`` that fit filters which are understood already.

    What is planned is a row only where nobody states it as a fact.
    """
    stated = _solutions(store, query, wanted, planned=False)
    facts = {_identity(query, solution) for solution in stated}
    if include_planned:
        wider = _solutions(store, query, wanted, planned=True)
        plans = [solution for solution in wider if _identity(query, solution) not in facts]
        stated = sorted([*stated, *plans], key=lambda solution: _order(query, solution))
    return _rows(store, query, stated, facts, language=language)


def gathered(store: Store, query: Query, solutions: Iterable[Solution], *, language: str) -> list[Row]:
    """Solutions of ``query``, or of a narrower form of it, as rows in its order: those of one fact together."""
    stated = sorted(solutions, key=lambda solution: _order(query, solution))
    return _rows(store, query, stated, {_identity(query, solution) for solution in stated}, language=language)


def _rows(
    store: Store, query: Query, stated: list[Solution], facts: set[tuple[str, ...]], *, language: str
) -> list[Row]:
    """Sorted solutions as rows; what is none of ``facts`` is planned."""
    labels = _labels(store, stated, language)
    groups: dict[tuple[str, ...], list[Solution]] = {}
    for solution in stated:
        groups.setdefault(_identity(query, solution), []).append(solution)
    quote = raw_quote(store) if query.raw_quotes else None
    rows = [
        _row(query, group, labels, quote, modality="asserted" if identity in facts else "planned")
        for identity, group in groups.items()
    ]
    return [replace(row, evidence=tuple(paged(store, piece) for piece in row.evidence)) for row in rows]


def _solutions(store: Store, query: Query, wanted: Filters, *, planned: bool) -> list[Solution]:
    """What the store answers to ``query``, in its order."""
    found = store.select(restricted(query.text, wanted.nodes), planned=planned)
    kept = [s for s in found if all(check(plain(s[column])) for column, check in wanted.checks.items())]
    return sorted(kept, key=lambda solution: _order(query, solution))


def _order(query: Query, solution: Solution) -> list[tuple[int, float, str]]:
    return [_rank(solution[column]) for column in query.order]


def clearest(evidence: Iterable[Evidence]) -> Evidence:
    """The piece to show where there is room for one: the shortest sentence."""
    return min(evidence, key=lambda e: (len(e.quote), e.document.label, e.start))


def paragraphs(evidence: Iterable[Evidence]) -> str:
    """'73; 92; 105', pages ('p. 4') where no number is printed, each with its document where there are several.

    'A/74/127: 73; 92; A/76/120: 4'
    """
    by_document: dict[str, list[str]] = {}
    for piece in evidence:
        labels = by_document.setdefault(piece.document.label, [])
        place = place_of(piece)
        if place and place not in labels:
            labels.append(place)
    if len(by_document) == 1:
        return "; ".join(*by_document.values())
    return "; ".join(f"{document}: {'; '.join(labels)}" for document, labels in by_document.items() if labels)


def place_of(piece: Evidence) -> str:
    """'73', 'p. 4' where the text has no number but the file has pages, '' where it has neither."""
    if piece.paragraph is not None:
        return piece.paragraph
    return "" if piece.page is None else f"p. {piece.page}"


def _documents(evidence: Iterable[Evidence]) -> dict[str, None]:
    return dict.fromkeys(e.document.label for e in evidence)


def restricted(text: str, nodes: Mapping[str, tuple[str, ...]]) -> str:
    """The query with only those rows in which each column is one of the nodes given for it, in no order.

    The engine sorts ten thousand rows in as many milliseconds: who needs an order sorts them himself.
    VALUES, from which an engine plans, would make rows out of nothing where a column is optional: a body without a
    founder would be listed under every founder that is asked for. There the column is compared.
    """
    head = text.rpartition("\n}\nORDER BY")[0]
    start, where, group = head.partition("\nWHERE {\n")
    for column, iris in nodes.items():
        listed = [f"<{iri}>" for iri in iris]
        if re.search(rf"OPTIONAL {{[^}}]*\?{column}\b", text) is None:
            group = f"  VALUES ?{column} {{ {' '.join(listed)} }}\n{group}"
        else:
            group = f"{group}\n  FILTER(?{column} IN ({', '.join(listed)}))"
    return f"{start}{where}{group}\n}}"


def _rank(term: Any) -> tuple[int, float, str]:
    """Where a term stands in an order: what is not there, nodes, numbers, words and dates."""
    value = plain(term)
    if value is None or is_node(term):
        return (0 if value is None else 1, 0.0, str(value))
    return (2, float(value), "") if isinstance(value, int | float) else (3, 0.0, value)


def _identity(query: Query, solution: Solution) -> tuple[str, ...]:
    columns = (*query.identity, "passage") if query.per_paragraph else query.identity
    return tuple(str(solution[c]) for c in columns)


def paged(store: Store, piece: Evidence) -> Evidence:
    """A piece of evidence with the page of the file on which it begins."""
    return replace(piece, page=store.page(piece.document.iri, piece.start))


def raw_quote(store: Store) -> Callable[[Evidence], Evidence]:
    """Gives a piece of evidence the words of the file between its offsets, white space collapsed."""
    texts: dict[str, str | None] = {}

    def quoted(piece: Evidence) -> Evidence:
        iri = piece.document.iri
        if iri not in texts:
            texts[iri] = store.text(iri)
        raw = texts[iri]
        return piece if raw is None else replace(piece, quote=" ".join(raw[piece.start : piece.end].split()))

    return quoted


def _row(
    query: Query,
    group: list[Solution],
    labels: Mapping[str, str],
    quote: Callable[[Evidence], Evidence] | None,
    *,
    modality: Modality,
) -> Row:
    evidence = _evidence(group, labels)
    if quote is not None:
        evidence = tuple(map(quote, evidence))
    values: dict[str, Value] = {c: _value(group[0][c], labels) for c in query.identity}
    for role in (p.name for p in query.roles if p.name in EVIDENCE_COLUMNS):
        if role == "paragraph":
            values[role] = evidence[0].paragraph
        elif role == "quote":
            values[role] = clearest(evidence).quote
    return Row(values, evidence, modality)


def _value(term: Any, labels: Mapping[str, str]) -> Value:
    value = plain(term)
    if not is_node(term):
        return value
    iri, label = str(value), labels[str(value)]
    return Node(iri, local_name(iri) if label == iri else label)  # a concept that the ontology does not name


def _evidence(group: list[Solution], labels: Mapping[str, str]) -> tuple[Evidence, ...]:
    pieces = {piece(s, labels) for s in group}
    return tuple(sorted(pieces, key=lambda e: (e.document.label, e.document.iri, e.start, e.end)))


def piece(solution: Solution, labels: Mapping[str, str]) -> Evidence:
    """The evidence in a solution: ?document (or ?source), ?passage, ?paragraph, ?quote, ?quoteStart, ?quoteEnd."""
    document = str(plain(solution["source" if "source" in solution else "document"]))  # ?document may be a role
    paragraph = plain(solution["paragraph"])
    return Evidence(
        document=Node(document, labels[document]),
        passage=str(plain(solution["passage"])),
        paragraph=None if paragraph is None else str(paragraph),
        quote=str(plain(solution["quote"])),
        start=int(str(plain(solution["quoteStart"]))),
        end=int(str(plain(solution["quoteEnd"]))),
    )


def _labels(store: Store, solutions: list[Solution], language: str) -> dict[str, str]:
    """Labels of all nodes in the solutions; a fact is called by the labels of its roles."""
    iris = {str(plain(t)) for s in solutions for t in s.values() if t is not None and is_node(t)}
    facts = sorted(i for i in iris if i.startswith(FACT))
    labels = dict(store.labels(sorted(iris.difference(facts)), language))
    return labels | fact_labels(store, facts, language)


def fact_labels(store: Store, facts: list[str], language: str) -> dict[str, str]:
    """What to call facts: 'Fiji · Palermo Protocol · ratification', in the order of the columns, no dates."""
    if not facts:
        return {}
    rows = store.select(
        f"""SELECT ?fact ?role ?value WHERE {{
          VALUES ?fact {{ {" ".join(f"<{f}>" for f in facts)} }} ?fact ?role ?value .
          FILTER(STRSTARTS(STR(?role), STR(:)))
        }} ORDER BY ?fact ?role ?value""",
        planned=any(fact.endswith("~planned") for fact in facts),
    )
    labels = store.labels(sorted({str(plain(r["value"])) for r in rows if is_node(r["value"])}), language)
    found: dict[str, dict[str, str]] = {fact: {} for fact in facts}
    for row in rows:
        role = local_name(str(plain(row["role"])))
        found[str(plain(row["fact"]))].setdefault(role, text_of(_value(row["value"], labels)))
    return {fact: _fact_label(fact, roles) for fact, roles in found.items()}


def _fact_label(fact: str, roles: Mapping[str, str]) -> str:
    query = require(fact.removeprefix(FACT).partition("/")[0])
    said = [query.property_of(p.name) for p in query.roles if p.type not in ("date", "year") and p.name != "period"]
    return " · ".join(roles[name] for name in said if name in roles)
