"""The one place that opens stores: a read-only view of the current generation."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, cast

from graph import generation, iris
from graph.bindings import bind
from graph.errors import QueryInvalid, StoreDamaged
from graph.index import Found, Hit, beginning, called, lookup, name_words, names_of, near, search, with_words

if TYPE_CHECKING:
    import pyoxigraph

    Term = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple
    Row = Mapping[str, Term | None]


class Store:
    """A store opened to read. It keeps to the generation that was current when it was opened, whatever is built since.

    Use as a context manager, or call :meth:`close`.
    """

    def __init__(self, path: Path, folder: Path) -> None:
        import pyoxigraph

        self.path = path
        self.generation = folder
        try:
            self._quads: pyoxigraph.Store | None = pyoxigraph.Store.read_only(str(folder / generation.QUADS))
        except OSError as error:
            raise StoreDamaged(path, str(error).split("\n", 1)[0][:200]) from error

    @classmethod
    def open(cls, path: Path) -> Store:
        """The store at ``path``; raises StoreMissing, StoreForeign or StoreDamaged, each saying what to do."""
        return cls(path, generation.current(path))

    def close(self) -> None:
        """Lets go of the files; nothing can be asked afterwards."""
        self._quads = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def quad_store(self) -> pyoxigraph.Store:
        """The engine, for what has no method here. Raises ValueError once closed."""
        if self._quads is None:
            raise ValueError("the store is closed")
        return self._quads

    @cached_property
    def manifest(self) -> Mapping[str, Any]:
        """What was built: ``digest``, ``counts`` and one entry for each document under ``documents``."""
        import json

        text = (self.generation / generation.MANIFEST).read_text(encoding="utf-8")
        return cast("Mapping[str, Any]", json.loads(text))

    @property
    def index(self) -> Path:
        """The SQLite file with names and sentences."""
        return self.generation / generation.INDEX

    def select(self, sparql: str, bindings: Mapping[str, Term] | None = None, *, planned: bool = False) -> list[Row]:
        """Rows of a SELECT query of our own: variable -> term, None where it is unbound.

        The default graph holds each triple of any graph once; the prefixes of ``iris.PREFIXES`` need no declaration.
        ``bindings`` restricts variables to a value each; ``planned`` adds what documents plan, which is in no default
        graph. Queries of strangers go through ``graph.worker``. Raises
        QueryInvalid.
        """
        import pyoxigraph

        try:
            found = self.quad_store.query(
                bind(sparql, bindings or {}),
                prefixes=dict(iris.PREFIXES),
                default_graph=[pyoxigraph.DefaultGraph(), *self._planned_graphs()] if planned else None,
            )
        except SyntaxError as error:
            raise QueryInvalid(str(error)) from error
        if not isinstance(found, pyoxigraph.QuerySolutions):
            raise QueryInvalid("it is no SELECT query")
        names = [variable.value for variable in found.variables]
        return [dict(zip(names, solution, strict=True)) for solution in found]

    def _planned_graphs(self) -> list[pyoxigraph.NamedNode]:
        import pyoxigraph

        keys = sorted(entry["key"] for entry in self.manifest["documents"] if entry.get("planned", False))
        return [pyoxigraph.NamedNode(iris.planned_graph(key)) for key in keys]

    def labels(self, iris_: Iterable[str], language: str) -> dict[str, str]:
        """A label for each IRI: in ``language``, else without language (symbols), else another, else its id."""
        return {iri: self._label(iri, language) for iri in iris_}

    def _label(self, iri: str, language: str) -> str:
        import pyoxigraph

        predicate = pyoxigraph.NamedNode(iris.SKOS + "prefLabel")
        ranked = [
            (
                {language: 0, None: 1}.get(term.language, 2),
                quad.graph_name != pyoxigraph.NamedNode(iris.AUTHORITY_GRAPH),
                term.value,
            )
            for quad in self.quad_store.quads_for_pattern(pyoxigraph.NamedNode(iri), predicate, None, None)
            if isinstance(term := quad.object, pyoxigraph.Literal)
        ]
        if ranked:
            return min(ranked)[2]
        identifier = iris.thing_id(iri)
        return iri if identifier is None else identifier

    def names(self, text: str) -> list[Found]:
        """Entities called ``text`` exactly, accents, case and punctuation aside, sorted by IRI."""
        return lookup(self.index, text)

    def near(self, text: str, limit: int = 5) -> list[Found]:
        """Entities whose names are most like ``text``, the most alike first."""
        return near(self.index, text, limit)

    def called(self, phrases: Sequence[str]) -> list[tuple[str, str, str, str]]:
        """(folded name, IRI, name, type) of every entity that one of these folded phrases names."""
        return called(self.index, phrases)

    def names_of(self, iris_: Sequence[str]) -> list[tuple[str, str, str]]:
        """(IRI, type, folded name) of all names of these entities."""
        return names_of(self.index, iris_)

    def with_words(self, words: Sequence[str], limit: int = 50) -> list[Found]:
        """Entities with a name that holds all of these folded words, the best first; one for each name."""
        return with_words(self.index, words, limit)

    def beginning(self, text: str, limit: int = 20) -> list[str]:
        """Names that begin with ``text``, accents and case aside, sorted."""
        return beginning(self.index, text, limit)

    def name_words(self) -> frozenset[str]:
        """Every word of the folded names."""
        return name_words(self.index)

    def types_of(self, iris_: Sequence[str]) -> list[tuple[str, str]]:
        """(IRI, type) of these entities, each pair once."""
        return sorted({(iri, type_) for iri, type_, _ in self.names_of(iris_)})

    def holds(self, iri: str) -> bool:
        """Whether anything is said of a node."""
        import pyoxigraph

        node = pyoxigraph.NamedNode(iri)
        return next(self.quad_store.quads_for_pattern(node, None, None, None), None) is not None

    def spoken_of(self, iri: str) -> bool:
        """Whether a node plays a role in a fact."""
        import pyoxigraph

        node = pyoxigraph.NamedNode(iri)
        evidence = pyoxigraph.NamedNode(iris.PALERMO + "evidence")
        subjects = (quad.subject for quad in self.quad_store.quads_for_pattern(None, None, node, None))
        return any(
            next(self.quad_store.quads_for_pattern(subject, evidence, None, None), None) is not None
            for subject in subjects
        )

    @cached_property
    def questions(self) -> Mapping[str, Any]:
        """The lexicon by which questions are read, as the build compiled it; compiled anew where it has changed."""
        import json

        from ontology.questions import compiled, digest

        try:
            kept = json.loads((self.generation / generation.QUESTIONS).read_bytes())
        except (OSError, ValueError):
            return compiled()
        return cast("Mapping[str, Any]", kept) if kept["digest"] == digest() else compiled()

    def search_text(self, text: str, limit: int = 20) -> list[Hit]:
        """Entities, then sentences, with all words of ``text``: at most ``limit`` of each, the best first."""
        return search(self.index, text, limit)

    def text(self, document: str) -> str | None:
        """The raw text of the document with this IRI, as it was read; None where the store has no such document."""
        for entry in self.manifest["documents"]:
            if entry["iri"] == document:
                path = self.generation / generation.TEXTS / f"{entry['file']}.txt"
                return path.read_bytes().decode("utf-8", "surrogatepass")
        return None

    def page(self, document: str, offset: int) -> int | None:
        """The page on which the character at an offset of the raw text of a document stands; None without pages."""
        turns = self._turns.get(document, [])
        at = bisect_right(turns, offset, key=lambda turn: turn[0]) - 1
        return turns[at][1] if at >= 0 else None

    @cached_property
    def _turns(self) -> dict[str, list[tuple[int, int]]]:
        """IRI of a document with pages -> (offset, page) wherever another page begins."""
        documents = self.manifest["documents"]
        return {d["iri"]: [(int(at), int(page)) for at, page in d["pages"]] for d in documents if d.get("pages")}

    def quads(self, graph: str | None = None) -> Iterator[pyoxigraph.Quad]:
        """The quads of all named graphs but those of plans, or of one graph, in no particular order."""
        import pyoxigraph

        if graph is not None:
            return iter(self.quad_store.quads_for_pattern(None, None, None, pyoxigraph.NamedNode(graph)))
        everything = self.quad_store.quads_for_pattern(None, None, None, None)
        return (
            quad
            for quad in everything
            if isinstance(quad.graph_name, pyoxigraph.NamedNode)
            and not quad.graph_name.value.startswith(iris.PLANNED_GRAPHS)
        )
