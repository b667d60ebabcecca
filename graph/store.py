"""The one place that opens stores: a folder of ours, or any SPARQL 1.1 store that a build of ours has filled."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from graph import iris
from graph.bindings import bind
from graph.index import (
    Found,
    Hit,
    beginning,
    called,
    lookup,
    name_words,
    names_of,
    near,
    says,
    sentences_like,
    with_words,
)

if TYPE_CHECKING:
    import pyoxigraph

    from graph.worker import Answer, GraphFormat, ResultFormat

    Term = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple
    Row = Mapping[str, Term | None]

Place = Path | str  # a folder, or an address with '://'


@dataclass(frozen=True, slots=True)
class Label:
    """A preferred name of a node; ``authority``: the authority files give it."""

    text: str
    language: str | None
    authority: bool


def place(name: str) -> Place:
    """What a person named with ``--store``: a folder, or an address as it stands."""
    from graph.address import is_address

    return name if is_address(name) else Path(name)


class Store(ABC):
    """A store opened to read. It keeps to what was current when it was opened, whatever is built since.

    Use as a context manager, or call :meth:`close`, after which nothing can be asked.
    """

    place: Place  # where it was opened

    @staticmethod
    def open(name: Place) -> Store:
        """The store in a folder or at an address; raises StoreMissing, StoreForeign, StoreDamaged, and for an address
        AddressInvalid, StoreUnreachable or StoreClosed, each saying what to do."""
        if isinstance(name, Path):
            from graph import generation
            from graph.embedded import EmbeddedStore

            return EmbeddedStore(name, generation.current(name))
        from graph.remote import RemoteStore

        return RemoteStore.at(name)

    @abstractmethod
    def close(self) -> None:
        """Lets go of files and connections."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    @abstractmethod
    def quad_store(self) -> pyoxigraph.Store:
        """The engine, for what has no method here: of a store elsewhere, a copy in memory of all that it holds."""

    @property
    @abstractmethod
    def manifest(self) -> Mapping[str, Any]:
        """What was built: ``digest`` of the program, and one entry for each document under ``documents``."""

    @property
    @abstractmethod
    def index(self) -> Path:
        """The SQLite file with names and, in the embedded store, sentences."""

    @abstractmethod
    def quad_files(self) -> AbstractContextManager[Sequence[Path]]:
        """Files of sorted N-Quads that together are all named graphs, for as long as the context is open.

        Two of them may hold the same line: what follows from two documents is in the files of both.
        """

    def select(self, sparql: str, bindings: Mapping[str, Term] | None = None, *, planned: bool = False) -> list[Row]:
        """Rows of a SELECT query of our own: variable -> term, None where it is unbound.

        The default graph holds each triple of any graph once; the prefixes of ``iris.PREFIXES`` need no declaration.
        ``bindings`` restricts variables to a value each; ``planned`` adds what documents plan, which is in no default
        graph. Queries of strangers go through :func:`evaluate`. Raises QueryInvalid, and what a store elsewhere can
        fail with.
        """
        return self._select(bind(sparql, bindings or {}), self._planned_graphs() if planned else [])

    @abstractmethod
    def _select(self, sparql: str, planned: Sequence[str]) -> list[Row]:
        """The rows of a query on the default graph and these named ones."""

    def _planned_graphs(self) -> list[str]:
        keys = sorted(entry["key"] for entry in self.manifest["documents"] if entry.get("planned", False))
        return [iris.planned_graph(key) for key in keys]

    def labels(self, iris_: Iterable[str], language: str) -> dict[str, str]:
        """A label for each IRI: in ``language``, else without language (symbols), else another, else its id."""
        wanted = list(dict.fromkeys(iris_))
        ranked: dict[str, list[tuple[int, bool, str]]] = {}
        for iri, label in self._labels(wanted):
            rank = {language: 0, None: 1}.get(label.language, 2)
            ranked.setdefault(iri, []).append((rank, not label.authority, label.text))
        return {iri: min(ranked[iri])[2] if iri in ranked else iris.thing_id(iri) or iri for iri in wanted}

    @abstractmethod
    def _labels(self, wanted: Sequence[str]) -> Iterator[tuple[str, Label]]:
        """The preferred names of these nodes, each as (IRI, label)."""

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

    def with_words(self, words: Sequence[Sequence[str]], limit: int = 50) -> list[Found]:
        """Entities with a name that holds one of each group of folded words, the best first; one for each name."""
        asked = tuple(map(tuple, words)), limit
        if asked not in self._with_words:  # a question that is not understood is read in many ways
            self._with_words[asked] = with_words(self.index, words, limit)
        return [*self._with_words[asked]]

    @cached_property
    def _with_words(self) -> dict[tuple[tuple[tuple[str, ...], ...], int], list[Found]]:
        return {}

    def beginning(self, text: str, limit: int = 20) -> list[str]:
        """Names that begin with ``text``, accents and case aside, sorted."""
        return beginning(self.index, text, limit)

    def name_words(self) -> frozenset[str]:
        """Every word of the folded names."""
        return name_words(self.index)

    def says(self, word: str) -> bool:
        """Whether a folded word stands in a sentence."""
        return says(self.index, word)

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
            if str(getattr(subject, "value", "")).startswith(iris.FACT)  # and no sentence that only names it
        )

    @cached_property
    def questions(self) -> Mapping[str, Any]:
        """The lexicon by which questions are read."""
        from ontology.questions import compiled

        return compiled()

    @cached_property
    def glossary(self) -> Mapping[str, list[str]]:
        """Folded phrase -> those that may stand for it, in either language, itself among them."""
        from ontology.glossary import compiled

        found: Mapping[str, list[str]] = compiled()["alike"]
        return found

    @abstractmethod
    def search_text(self, text: str, limit: int = 20) -> list[Hit]:
        """Entities, then sentences, with all words of ``text``: at most ``limit`` of each, the best first."""

    def sentences_like(self, beginnings: Sequence[str], limit: int) -> list[Hit]:
        """Sentences with a word that begins in one of these ways, folded; the best first, at most ``limit``."""
        return sentences_like(self.index, beginnings, limit)

    @abstractmethod
    def text(self, document: str) -> str | None:
        """The raw text of the document with this IRI, as it was read; None where the store has no such document."""

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


def evaluate(
    name: Place, sparql: str, timeout: float, *, results: ResultFormat = "json", graph: GraphFormat = "nt"
) -> Answer:
    """The answer to a stranger's read-only query, within ``timeout`` seconds.

    Raises QueryRefused, QueryInvalid, QueryTimeout, QueryCrashed, and what opening a store raises.
    """
    if isinstance(name, Path):
        from graph.worker import evaluate as in_child

        return in_child(name, sparql, timeout, results=results, graph=graph)
    from graph.remote import evaluate as elsewhere

    return elsewhere(name, sparql, timeout, results=results, graph=graph)
