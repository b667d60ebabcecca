"""Lets corrections take effect: on the quads of a document, before any query, answer, view or export sees them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph import generation, iris
from graph.corrections import FILE, Correction, checked, describe
from graph.documents import Entry
from graph.quads import Graph
from graph.reasoning import inferences
from graph.statements import role_of
from ontology.kinds import Kind, kinds

_TYPE = f"<{iris.RDF}type> "
_CLASS = f"{_TYPE}<{iris.PALERMO}"
_EVIDENCE = f"<{iris.PALERMO}evidence> "
_HAS_TARGET = f"<{iris.OA}hasTarget> "
_SELECTORS = ("", "-quote", "-position")


@dataclass(slots=True)
class Fact:
    """A fact as a document's quads state it: column -> term, and each of its annotations with its target."""

    kind: Kind
    iri: str
    roles: Mapping[str, str]
    targets: Mapping[str, str]  # annotation -> target, IRIs

    def edge(self) -> str | None:
        """The line of its plain edge, without the graph."""
        edge = self.kind.edge
        if edge is None or edge.subject not in self.roles or edge.object not in self.roles:
            return None
        return f"{self.roles[edge.subject]} <{iris.PALERMO}{edge.property}> {self.roles[edge.object]}"


@dataclass(slots=True)
class Effect:
    """What corrections did: notes for people, as (fact, note); facts taken out, by kind."""

    notes: list[tuple[str, str]] = field(default_factory=list)
    taken_out: dict[str, int] = field(default_factory=dict)


def correct(
    folder: Path, entries: Sequence[Entry], corrections: Mapping[str, Correction], *, write: bool = True
) -> Effect:
    """Writes the graph of corrections of the generation in ``folder``, and beside the quads of each document that holds
    a rejected or amended fact its quads without it. Without ``write`` only finds out. Raises OSError."""
    effect, amended = Effect(), Graph(iris.CORRECTIONS_GRAPH)
    if not corrections:
        return effect
    rejected = {fact for fact, correction in corrections.items() if correction.verdict == "rejected"}
    evidence: dict[str, set[tuple[str, str]]] = {fact: set() for fact in corrections}
    made: dict[str, str] = {}
    for entry in entries:
        path = folder / generation.DOCUMENTS / f"{entry.file}.nq"
        named = path.read_bytes()
        if not any(f"<{fact}> ".encode() in named for fact in corrections):
            continue
        document = Quads(named.decode("utf-8"))
        for fact in document.facts(corrections):
            evidence[fact.iri] |= {(entry.iri, document.quote(target)) for target in fact.targets.values()}
            if corrections[fact.iri].verdict != "confirmed":
                instead = document.withdraw(fact, corrections[fact.iri], entry.iri, amended, rejected)
                made |= instead
                effect.taken_out[fact.kind.name] = effect.taken_out.get(fact.kind.name, 0) + (not instead)
        if document.changed and write:
            _write(folder / generation.CORRECTED / path.name, document.text())
    now = [checked(correction, frozenset(evidence[fact])) for fact, correction in sorted(corrections.items())]
    if write:
        describe(amended, now, made)
        _write(folder / generation.GRAPHS / FILE, amended.text())
    effect.notes = [(c.fact, f"{c.verdict} by {c.by} on {c.on}: {c.note} Review it again.") for c in now if c.note]
    return effect


def _write(path: Path, nquads: str) -> None:
    """Writes quads, and what follows from them beside them: nothing follows from a fact that is taken out."""
    path.write_text(nquads, encoding="utf-8")
    path.with_suffix(".inferred").write_text(inferences(nquads), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence that states a fact: IRI and label of its document, the number of its passage, its words."""

    document: str
    label: str
    paragraph: str
    quote: str


def stated(folder: Path, entries: Sequence[Entry]) -> dict[str, tuple[Fact, list[Place]]]:
    """All facts of the documents of a generation as they were read, whatever people said of them since, by IRI."""
    found: dict[str, tuple[Fact, list[Place]]] = {}
    for entry in sorted(entries, key=lambda entry: entry.key):
        document = Quads((folder / generation.DOCUMENTS / f"{entry.file}.nq").read_text(encoding="utf-8"))
        for fact in document.facts():
            places = found.setdefault(fact.iri, (fact, []))[1]
            for target in sorted(set(fact.targets.values())):
                places.append(Place(entry.iri, entry.label, document.paragraph(target), document.quote(target)))
    return dict(sorted(found.items()))


class Quads:
    """The quads of one document, N-Quads as we write them, from which facts can be withdrawn."""

    def __init__(self, nquads: str) -> None:
        lines = nquads.split("\n")[:-1]
        self._graph = lines[0][lines[0].rindex(" <") :] if lines else ""
        self._tails: dict[str, list[str]] = {}
        for line in lines:
            subject, _, tail = line[: -len(self._graph)].partition(" ")
            self._tails.setdefault(subject[1:-1], []).append(tail)
        self.changed = False

    def text(self) -> str:
        """The quads that are left, in their order."""
        return "".join(f"<{s}> {tail}{self._graph}\n" for s, tails in self._tails.items() for tail in tails)

    def facts(self, wanted: Mapping[str, object] | None = None) -> list[Fact]:
        """The facts that the document states, or those of them whose IRI is wanted."""
        by_class = {f"{_CLASS}{kind.cls}>": kind for kind in kinds().values()}
        found = []
        for iri, tails in self._tails.items():
            if iri.startswith(iris.FACT) and (wanted is None or iri in wanted):
                kind = next(by_class[tail] for tail in tails if tail in by_class)
                found.append(Fact(kind, iri, _roles(kind, tails), self._targets(tails)))
        return found

    def _targets(self, tails: Sequence[str]) -> dict[str, str]:
        annotations = [tail[len(_EVIDENCE) + 1 : -1] for tail in tails if tail.startswith(_EVIDENCE)]
        return {
            annotation: tail[len(_HAS_TARGET) + 1 : -1]
            for annotation in annotations
            for tail in self._tails[annotation]
            if tail.startswith(_HAS_TARGET)
        }

    def quote(self, target: str) -> str:
        """The sentence at a target."""
        return self._value(f"{target}-quote", f"<{iris.OA}exact> ")

    def paragraph(self, target: str) -> str:
        """The number of the passage of a target, as printed; '' where it has none."""
        return self._value(self._passage(target), f"<{iris.PALERMO}number> ")

    def _value(self, subject: str, start: str) -> str:
        """The value of the literal that a subject has of a property; '' where it has none."""
        literal = next((tail[len(start) :] for tail in self._tails[subject] if tail.startswith(start)), '""')
        return plain(literal)

    def withdraw(
        self, fact: Fact, correction: Correction, document: str, amended: Graph, rejected: Collection[str]
    ) -> dict[str, str]:
        """Takes a fact out, its evidence, and its plain edge where no other fact of the document has it.

        Of an amended fact what stands for it goes into the graph ``amended``, with those of its sentences that were
        judged; gives fact -> IRI of that. A sentence that nobody has judged carries nothing over, and nothing becomes
        a fact that is itself ``rejected``.
        """
        self.changed = True
        judged = {a: t for a, t in fact.targets.items() if (document, self.quote(t)) in correction.rests_on}
        new = self._amended(fact, correction, judged) if correction.roles and judged else None
        made = {} if new is None or new.iri in rejected else {fact.iri: new.iri}
        if new is not None and made:
            _add(amended, new, document)
        for subject in (fact.iri, *fact.targets):
            del self._tails[subject]
        edge = fact.edge()
        if edge is not None and all(other.edge() != edge for other in self.facts()):
            subject, _, tail = edge.partition(" ")
            self._tails[subject[1:-1]].remove(tail)
        kept = {t for tails in self._tails.values() for t in _ends(tails)} | (set(judged.values()) if made else set())
        for target in set(fact.targets.values()) - kept:
            for selector in _SELECTORS:
                self._tails.pop(target + selector, None)
        return made

    def _amended(self, fact: Fact, correction: Correction, judged: Mapping[str, str]) -> Fact:
        """The fact that stands for an amended one, with its own annotations of the same targets."""
        kind, roles = fact.kind, {column: role_of(term) for column, term in correction.roles}
        scope = self._passage(next(iter(judged.values()))) if kind.per == "paragraph" else None
        digest = iris.fact_hash(kind.name, {column: role.identity for column, role in roles.items()}, scope)
        name = iris.fact(kind.name, digest, [roles[column].words for column in sorted(roles)])
        places = {target.rpartition("#char=")[::2]: target for target in judged.values()}
        targets = {f"{of}#evidence-{kind.name}-{digest}-{span}": target for (of, span), target in places.items()}
        return Fact(kind, name, dict(correction.roles), targets)

    def _passage(self, target: str) -> str:
        start = f"<{iris.PALERMO}passage> <"
        return next(tail[len(start) : -1] for tail in self._tails[target] if tail.startswith(start))


def plain(term: str) -> str:
    """The value of an N-Quads term: of a literal what stands between its quotation marks, of a node its IRI."""
    import pyoxigraph

    (triple,) = pyoxigraph.parse(f"<a:a> <a:a> {term} .", format=pyoxigraph.RdfFormat.N_TRIPLES, lenient=True)
    return str(getattr(triple.object, "value", ""))


def _roles(kind: Kind, tails: Sequence[str]) -> dict[str, str]:
    columns = {f"<{iris.PALERMO}{kind.property_of(column)}>": column for column in kind.columns}
    parted = [tail.partition(" ") for tail in tails]
    return {columns[predicate]: term for predicate, _, term in parted if predicate in columns}


def _ends(tails: Sequence[str]) -> Iterator[str]:
    return (tail[len(_HAS_TARGET) + 1 : -1] for tail in tails if tail.startswith(_HAS_TARGET))


def _add(graph: Graph, fact: Fact, document: str) -> None:
    """Adds a fact of a document to a graph, with its annotations and its plain edge."""
    tails = [f"{_CLASS}{fact.kind.cls}>", f"<{iris.DCTERMS}source> <{document}>"]
    tails += [f"<{iris.PALERMO}{fact.kind.property_of(column)}> {term}" for column, term in fact.roles.items()]
    for annotation, target in fact.targets.items():
        tails.append(f"{_EVIDENCE}<{annotation}>")
        said = (f"{_TYPE}<{iris.OA}Annotation>", f"<{iris.OA}hasBody> <{fact.iri}>", f"{_HAS_TARGET}<{target}>")
        graph.extend(annotation, [*said, f"<{iris.PROV}wasQuotedFrom> <{document}>"])
    graph.extend(fact.iri, tails)
    edge = fact.edge()
    if edge is not None:
        subject, _, tail = edge.partition(" ")
        graph.extend(subject[1:-1], [tail])
