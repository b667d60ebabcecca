"""Facts as quads, for all kinds alike: which facts a document states, their roles, and the evidence for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from extract.document import Document
from extract.facts import Entity, Fact
from graph import cube, iris, terms
from graph.quads import Graph
from graph.structure import Identity
from ontology.kinds import Kind

_TYPE = f"<{iris.RDF}type>"


@dataclass(frozen=True, slots=True)
class Role:
    """The value of one role: the N-Quads term, what identifies it, and words for a readable IRI."""

    term: str
    identity: object
    words: str


@dataclass(slots=True)
class Statement:
    """One fact of a document with all the places that state it: (clean start, clean end, index of passage)."""

    kind: Kind
    roles: Mapping[str, Role]
    scope: str | None  # the passage, for the kinds of which each passage is a fact of its own
    planned: bool  # the document says that it is to be, not that it is
    items: frozenset[tuple[str, str]]  # the roles again, as (column, term), to compare them
    places: set[tuple[int, int, int]] = field(default_factory=set)

    @property
    def digest(self) -> str:
        roles = {column: role.identity for column, role in self.roles.items()}
        return iris.fact_hash(self.kind.name, roles, self.scope)

    @property
    def order(self) -> tuple[str, str, list[tuple[str, str]], bool]:
        """Where the statement stands among all: by what it says, never by where it was read."""
        return self.kind.name, self.scope or "", sorted(self.items), self.planned


def statements(
    facts: Iterable[Fact], document: Document, passages: Sequence[str], kinds: Mapping[str, Kind]
) -> tuple[list[Statement], list[str]]:
    """The distinct facts that the document asserts, and those that it plans, in canonical order, and a warning for
    each that makes no sense.

    Negated ones are none, nor is a plan that the document also states as done. A fact whose roles are among those of
    another of its kind tells nothing more: its places become evidence of that one (of the first in canonical order
    where there are several).
    """
    found: dict[tuple[str, str | None, bool, frozenset[tuple[str, str]]], Statement] = {}
    warnings = []
    for fact in facts:
        if fact.modality == "negated":
            continue
        kind = kinds.get(fact.kind)
        problem = _problem(fact, kind, document)
        if problem is not None or kind is None:
            warnings.append(f"a fact of kind {fact.kind} was left out: {problem}")
            continue
        statement = _statement(fact, kind, document, passages)
        statement = found.setdefault((kind.name, statement.scope, statement.planned, statement.items), statement)
        statement.places.add((fact.start, fact.end, fact.passage))
    ordered = sorted(found.values(), key=lambda statement: statement.order)
    asserted = _without_subsumed([statement for statement in ordered if not statement.planned])
    planned = _without_subsumed([statement for statement in ordered if statement.planned])
    return [*asserted, *_still_planned(planned, asserted)], warnings


def _problem(fact: Fact, kind: Kind | None, document: Document) -> str | None:
    if kind is None:
        return "no such kind"
    unknown = [column for column in fact.roles if column not in kind.columns]
    if unknown:
        return f"it has no column {', '.join(sorted(unknown))}"
    if not kind.complete(fact.roles):
        return f"only {', '.join(sorted(fact.roles)) or 'nothing'} is known"
    if not (0 <= fact.start < fact.end <= len(document.text) and 0 <= fact.passage < len(document.passages)):
        return f"it stands nowhere ({fact.start} to {fact.end})"
    return next((f"{column} is empty" for column, value in fact.roles.items() if value == ""), None)


def _statement(fact: Fact, kind: Kind, document: Document, passages: Sequence[str]) -> Statement:
    language = document.passages[fact.passage].language
    roles = {column: _role(column, kind.columns[column], value, language) for column, value in fact.roles.items()}
    items = frozenset((column, role.term) for column, role in roles.items())
    scope = passages[fact.passage] if kind.per == "paragraph" else None
    return Statement(kind, roles, scope, fact.modality == "planned", items)


def _role(column: str, range_: str, value: Entity | str | int | float, language: str) -> Role:
    if isinstance(value, Entity):
        words = value.id if iris.is_symbol(value.id) else value.id.rpartition("/")[2]  # not 'body' of 'body/board'
        return Role(terms.iri(iris.thing(value.id)), value.id, words)
    text = str(value)
    match range_:
        case "concept":
            term = terms.iri(iris.concept(column, text))
        case "year" | "date":
            term = terms.when(text)
        case "number":
            term = terms.number(value)
        case _:
            term = terms.words(text, language)
    return Role(term, term, text)


def role_of(term: str) -> Role:
    """The role whose value is this N-Quads term, as a document that states it gives it."""
    if term.startswith(f"<{iris.ID}"):
        identifier = iris.thing_id(term[1:-1]) or ""
        return Role(term, identifier, identifier if iris.is_symbol(identifier) else identifier.rpartition("/")[2])
    words = term[1:-1].rpartition("/")[2] if term.startswith("<") else term[1 : term.rindex('"')]
    return Role(term, term, words)


def _still_planned(planned: Sequence[Statement], asserted: Sequence[Statement]) -> list[Statement]:
    """Plans without those that the same document states as facts."""
    done: defaultdict[tuple[str, str | None], list[frozenset[tuple[str, str]]]] = defaultdict(list)
    for statement in asserted:
        done[statement.kind.name, statement.scope].append(statement.items)
    return [plan for plan in planned if not any(plan.items <= items for items in done[plan.kind.name, plan.scope])]


def _without_subsumed(ordered: Sequence[Statement]) -> list[Statement]:
    """Statements whose roles are not among those of another of the same kind (and passage, where that counts)."""
    holders: defaultdict[tuple[str, str | None, tuple[str, str]], list[int]] = defaultdict(list)
    for index, statement in enumerate(ordered):
        for item in statement.items:
            holders[statement.kind.name, statement.scope, item].append(index)
    hosts: list[int | None] = []
    for statement in ordered:
        items = statement.items
        rarest = min((holders[statement.kind.name, statement.scope, item] for item in items), key=len)
        hosts.append(next((i for i in rarest if ordered[i].items > items), None))
    for index, host in enumerate(hosts):
        while host is not None and hosts[host] is not None:  # the host may itself be part of a fuller one
            host = hosts[host]
        if host is not None:
            ordered[host].places.update(ordered[index].places)
    return [statement for statement, host in zip(ordered, hosts, strict=True) if host is None]


class Evidence:
    """Adds facts and their annotations to the graph of a document; the places that several facts share, once.

    What is planned goes to a graph of its own, ``planned``, which no query reads unless it is asked to.
    """

    def __init__(
        self, graph: Graph, planned: Graph, document: Document, identity: Identity, passages: Sequence[str]
    ) -> None:
        self._graph = graph
        self._planned = planned
        self._document = document
        self._node = identity.iri
        self._passages = passages
        self._targets: dict[tuple[int, int], str] = {}
        self._described: set[str] = set()  # kinds whose data set is described

    def add(self, statement: Statement) -> None:
        """Adds the fact's node, its roles, the plain edge beside it, and an annotation for each of its places.

        A plan is marked as one, and has no edge.
        """
        graph = self._planned if statement.planned else self._graph
        digest = f"{statement.digest}~planned" if statement.planned else statement.digest
        words = [statement.roles[c].words for c in sorted(statement.roles)]
        node = iris.fact(statement.kind.name, statement.digest, words, planned=statement.planned)
        tails = [f"{_TYPE} <{iris.PALERMO}{statement.kind.cls}>", f"<{iris.DCTERMS}source> <{self._node}>"]
        if statement.planned:
            tails.append(f"{_TYPE} <{iris.PALERMO}PlannedFact>")
        else:
            tails += self._observed(statement.kind)
        for column, role in statement.roles.items():
            tails.append(f"<{iris.PALERMO}{statement.kind.property_of(column)}> {role.term}")
        for start, end, passage in sorted(statement.places):
            target = self._target(start, end, passage)
            annotation = f"{self._node}#evidence-{statement.kind.name}-{digest}-{target.rpartition('=')[2]}"
            tails.append(f"<{iris.PALERMO}evidence> <{annotation}>")
            _annotate(graph, annotation, node, target, self._node)
        graph.extend(node, tails)
        if not statement.planned:
            self._edge(statement)

    def _observed(self, kind: Kind) -> list[str]:
        """What makes a number an observation; the data set is described with its first one."""
        if kind.observed and kind.name not in self._described:
            self._described.add(kind.name)
            cube.describe(self._graph, kind, self._node)
        return cube.observed(kind, self._node)

    def _edge(self, statement: Statement) -> None:
        edge = statement.kind.edge
        if edge is not None and edge.subject in statement.roles and edge.object in statement.roles:
            subject = statement.roles[edge.subject].term[1:-1]
            self._graph.add(subject, iris.PALERMO + edge.property, statement.roles[edge.object].term)

    def _target(self, start: int, end: int, passage: int) -> str:
        known = self._targets.get((start, end))
        if known is not None:
            return known
        first, last = self._document.raw_span(start, end)
        target = self._targets[start, end] = f"{self._node}#char={first},{last}"
        quote = terms.literal(self._document.quote(start, end))  # no language: the range of oa:exact is xsd:string
        self._graph.extend(
            target,
            [
                f"<{iris.OA}hasSource> <{self._node}>",
                f"<{iris.PALERMO}passage> <{self._passages[passage]}>",
                f"<{iris.OA}hasSelector> <{target}-quote>",
                f"<{iris.OA}hasSelector> <{target}-position>",
            ],
        )
        page = self._document.page(first)
        if page is not None:
            self._graph.add(target, iris.PALERMO + "page", terms.integer(page))
        self._graph.extend(f"{target}-quote", [f"{_TYPE} <{iris.OA}TextQuoteSelector>", f"<{iris.OA}exact> {quote}"])
        self._graph.extend(
            f"{target}-position",
            [
                f"{_TYPE} <{iris.OA}TextPositionSelector>",
                f"<{iris.OA}start> {terms.integer(first)}",
                f"<{iris.OA}end> {terms.integer(last)}",
            ],
        )
        return target


def _annotate(graph: Graph, annotation: str, fact: str, target: str, document: str) -> None:
    graph.extend(
        annotation,
        [
            f"{_TYPE} <{iris.OA}Annotation>",
            f"<{iris.OA}hasBody> <{fact}>",
            f"<{iris.OA}hasTarget> <{target}>",
            f"<{iris.PROV}wasQuotedFrom> <{document}>",
        ],
    )
