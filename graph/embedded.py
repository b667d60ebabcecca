"""The embedded store: a read-only view of the current generation in a folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from graph import generation, iris
from graph.errors import QueryInvalid, StoreDamaged
from graph.index import Hit, search
from graph.store import Label, Store

if TYPE_CHECKING:
    import pyoxigraph

    from graph.store import Row


class EmbeddedStore(Store):
    """A generation opened to read: the one that was current at the time, whatever is built since."""

    def __init__(self, path: Path, folder: Path) -> None:
        import pyoxigraph

        self.place = path
        self.generation = folder
        try:
            self._quads: pyoxigraph.Store | None = pyoxigraph.Store.read_only(str(folder / generation.QUADS))
        except OSError as error:
            raise StoreDamaged(path, str(error).split("\n", 1)[0][:200]) from error

    def close(self) -> None:
        self._quads = None

    @property
    def quad_store(self) -> pyoxigraph.Store:
        if self._quads is None:
            raise ValueError("the store is closed")
        return self._quads

    @cached_property
    def manifest(self) -> Mapping[str, Any]:
        import json

        text = (self.generation / generation.MANIFEST).read_text(encoding="utf-8")
        return cast("Mapping[str, Any]", json.loads(text))

    @property
    def index(self) -> Path:
        return self.generation / generation.INDEX

    @contextmanager
    def quad_files(self) -> Iterator[Sequence[Path]]:
        from graph.load import inferred_files, quad_files

        yield [*quad_files(self.generation), *inferred_files(self.generation)]

    @cached_property
    def questions(self) -> Mapping[str, Any]:
        """The lexicon by which questions are read, as the build compiled it; compiled anew where it has changed."""
        from ontology.packing import unpacked
        from ontology.questions import compiled

        kept = self._kept(generation.QUESTIONS)
        return compiled() if kept is None else unpacked(kept)

    @cached_property
    def glossary(self) -> Mapping[str, list[str]]:
        from ontology.glossary import compiled

        found: Mapping[str, list[str]] = (self._kept(generation.GLOSSARY) or compiled())["alike"]
        return found

    def _kept(self, name: str) -> Mapping[str, Any] | None:
        """A compiled part of the lexicon in this generation; None where the lexicon has changed since."""
        import json

        from ontology.questions import digest

        try:
            kept = json.loads((self.generation / name).read_bytes())
        except (OSError, ValueError):
            return None
        return cast("Mapping[str, Any]", kept) if kept["digest"] == digest() else None

    def _select(self, sparql: str, planned: Sequence[str]) -> list[Row]:
        import pyoxigraph

        try:
            found = self.quad_store.query(
                sparql,
                prefixes=dict(iris.PREFIXES),
                default_graph=[pyoxigraph.DefaultGraph(), *map(pyoxigraph.NamedNode, planned)] if planned else None,
            )
        except SyntaxError as error:
            raise QueryInvalid(str(error)) from error
        if not isinstance(found, pyoxigraph.QuerySolutions):
            raise QueryInvalid("it is no SELECT query")
        names = [variable.value for variable in found.variables]
        return [dict(zip(names, solution, strict=True)) for solution in found]

    def _labels(self, wanted: Sequence[str]) -> Iterator[tuple[str, Label]]:
        import pyoxigraph

        predicate = pyoxigraph.NamedNode(iris.SKOS + "prefLabel")
        known = pyoxigraph.NamedNode(iris.AUTHORITY_GRAPH)
        for iri in wanted:
            for quad in self.quad_store.quads_for_pattern(pyoxigraph.NamedNode(iri), predicate, None, None):
                if isinstance(term := quad.object, pyoxigraph.Literal):
                    yield iri, Label(term.value, term.language, quad.graph_name == known)

    def search_text(self, text: str, limit: int = 20) -> list[Hit]:
        return search(self.index, text, limit)

    def text(self, document: str) -> str | None:
        for entry in self.manifest["documents"]:
            if entry["iri"] == document:
                path = self.generation / generation.TEXTS / f"{entry['file']}.txt"
                return path.read_bytes().decode("utf-8", "surrogatepass")
        return None
