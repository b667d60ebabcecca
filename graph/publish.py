"""Fills a store elsewhere: builds here, then sends what differs; readers find the old graph or the new one, whole."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from graph import base, generation, iris, layout
from graph.address import Address, address
from graph.build import Summary, build, recorrect
from graph.corrections import Correction
from graph.documents import Entry, entries_of, rows
from graph.errors import AnswerIncomplete, StoreBusy, StoreMissing
from graph.index import authority_rows, folded
from graph.load import inferred_files, quad_files
from graph.protocol import Client
from graph.remote import contents, corrections_at, number, select, versions
from graph.store import Place, Store
from ontology.errors import PalermoError

_ROWS, _BYTES = 1000, 200_000  # of one update: a server compiles it as a whole
_BLANK = re.compile(rb"(?m)^_:(\S+) |(?<= )_:(\S+)(?= <[^<>]*> \.$)")


def build_into(
    sources: Sequence[Path | Literal["-"]],
    place: Place,
    *,
    force: bool = False,
    progress: Callable[[str], None] | None = None,
) -> Summary:
    """Makes the store at ``place`` hold exactly the documents of ``sources``; see :func:`graph.build.build`.

    For an address it is built in the user's cache, from which the next build knows what has changed, and sent from
    there. Raises what ``build`` raises, and what a store elsewhere can fail with: then it is as it was.
    """
    if isinstance(place, Path):
        return build(sources, place, force=force, progress=progress)
    where = address(place)
    folder = cache(where)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with closing(Client(where)) as client:
        verdicts = corrections_at(client)  # those that people gave from another machine are not in our cache
    summary = build(sources, folder, force=force, progress=progress, verdicts=verdicts)
    publish(folder, where, force=force, progress=progress)
    return summary


def recorrect_at(
    place: Place,
    change: Callable[[Mapping[str, Correction]], Mapping[str, Correction]],
    *,
    progress: Callable[[str], None] | None = None,
) -> Summary:
    """Makes the store at ``place`` hold the corrections that ``change`` makes of those it holds.

    Raises as :func:`graph.build.recorrect`, and what a store elsewhere can fail with.
    """
    folder = workshop(place)
    if isinstance(place, Path):
        return recorrect(folder, change, progress=progress)
    where = address(place)
    with closing(Client(where)) as client:
        known = corrections_at(client)
    summary = recorrect(folder, lambda ours: change(ours if known is None else known), progress=progress)
    publish(folder, where, progress=progress)
    return summary


def workshop(place: Place) -> Path:
    """The folder of the store from which ``place`` is made; raises StoreMissing where it is not on this machine."""
    if isinstance(place, Path):
        return place
    where = address(place)
    folder = cache(where)
    if not folder.is_dir():
        raise StoreMissing(f"the cache of this machine for {where.shown}")
    return folder


def cache(where: Address) -> Path:
    """The folder of the store from which the one at an address is filled."""
    return base.cache() / f"{layout.digest(where.query.encode())[:16]}.store"


@dataclass(frozen=True, slots=True)
class _Part:
    """A named graph to be there, as sorted N-Quads."""

    graph: str
    sha256: str
    read: Callable[[], bytes]

    @property
    def is_words(self) -> bool:
        return self.graph.startswith(layout.PARTS)


def publish(store: Path, where: Address, *, force: bool = False, progress: Callable[[str], None] | None = None) -> None:
    """Makes the store at an address hold what the one in the folder ``store`` holds.

    ``force`` sends all again, and takes over from a build that was killed. Raises StoreBusy, and what a store elsewhere
    can fail with; whatever happens, its readers find the old version or the new one, whole.
    """
    with closing(Client(where)) as client, _only_builder(client, force=force):
        _Publication(client, store, progress or (lambda line: None)).run(force=force)


class _Publication:
    """One filling of a store elsewhere, once its lock is held. Every update may be sent twice, and is, after a cut."""

    def __init__(self, client: Client, store: Path, progress: Callable[[str], None]) -> None:
        self.client = client
        self.store = store
        self.progress = progress
        self.parts = list(_parts(generation.current(store)))
        self.version = layout.version({part.graph: part.sha256 for part in self.parts})

    def run(self, *, force: bool) -> None:
        """Sends what is not there, composes the new version beside the current one, and names it current."""
        before = versions(self.client)
        same = bool(before) and layout.named(before[0]) == self.version
        there = {} if force else contents(self.client)
        new = [part for part in self.parts if there.get(part.graph) != part.sha256]
        if not new and not there.keys() - {part.graph for part in self.parts} and same:
            return
        for position, part in enumerate(new, 1):
            self.progress(f"sending [{position}/{len(new)}] {part.graph}")
            self._arrive(part)
        if force or not same:
            self._compose({part.graph for part in new})
        for part in new:
            self._settle(part)
        if not same:
            self._switch(before)
        self._sweep([old for old in before if layout.named(old) != self.version])

    @property
    def _all(self) -> str:
        return layout.all_triples(self.version)

    @property
    def _words(self) -> str:
        return layout.all_words(self.version)

    def _arrive(self, part: _Part) -> None:
        """Sends a graph to where nobody reads it, and counts what has arrived."""
        graph = layout.arriving(part.sha256)
        lines = _triples(part.read())
        self._begin(graph)
        for batch in _batches(lines):
            self.client.update(f"INSERT DATA {{ GRAPH <{graph}> {{\n{batch}\n}} }}")
        self._expect(graph, len(lines))

    def _begin(self, graph: str) -> None:
        """Notes that a graph is ours to sweep, before there is any of it, and clears what an earlier build left."""
        self.client.update(_noted(graph, layout.MADE, "true"))
        self.client.update(f"DROP SILENT GRAPH <{graph}>")

    def _expect(self, graph: str, count: int) -> None:
        found = number(self.client, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", default=[graph])
        if found != count:
            shown = self.client.address.shown
            raise AnswerIncomplete(shown, f"it took in {found:,} of {count:,} triples. Its graph is as it was.")

    def _compose(self, new: set[str]) -> None:
        """Makes the graphs that readers read from those that are there and those that have arrived."""
        for target in (self._all, self._words):
            self._begin(target)
        for part in self.parts:
            if part.graph.startswith(iris.PLANNED_GRAPHS):  # what is planned is no fact, and in no default graph
                continue
            source = layout.arriving(part.sha256) if part.graph in new else part.graph
            self.client.update(f"ADD GRAPH <{source}> TO GRAPH <{self._words if part.is_words else self._all}>")
        with Store.open(self.store) as local:
            count = local.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")[0]["n"]
        self._expect(self._all, int(getattr(count, "value", "0")))

    def _settle(self, part: _Part) -> None:
        """Gives a graph that has arrived its name; what it holds is noted last, so that a torn update is seen."""
        self.client.update(
            f"{_unnoted(part.graph, layout.SHA256)} ;\n"
            f"COPY GRAPH <{layout.arriving(part.sha256)}> TO GRAPH <{part.graph}> ;\n"
            f"{_noted(part.graph, layout.SHA256, part.sha256)}"
        )

    def _switch(self, before: Sequence[str]) -> None:
        """The one small step from the old version to the new one: a triple more, of which readers take the highest."""
        last = int(before[0].partition(" ")[0]) if before else 0
        self.client.update(_noted(layout.STORE, layout.CURRENT, f"{last + 1:09d} {self.version}"))

    def _sweep(self, before: Sequence[str]) -> None:
        """Removes what no reader needs: graphs on their way in, versions before the last one, documents that left."""
        keep = {self._all, self._words}
        for old in before[:1]:  # for readers that opened it
            keep |= {layout.all_triples(layout.named(old)), layout.all_words(layout.named(old))}
        for old in before[1:]:
            self.client.update(_removed(layout.STORE, layout.CURRENT, old))
        made = select(self.client, f"SELECT ?g {{ ?g <{layout.MADE}> ?x }}", default=[layout.STATE])
        left = contents(self.client).keys() - {part.graph for part in self.parts}
        for graph in sorted({str(getattr(row["g"], "value", "")) for row in made} - keep | left):
            self.client.update(
                f"DROP SILENT GRAPH <{graph}> ;\n{_unnoted(graph, layout.MADE)} ;\n{_unnoted(graph, layout.SHA256)}"
            )


def _parts(folder: Path) -> Iterator[_Part]:
    """All graphs of a generation: its quads, then the words that the engine elsewhere cannot find by itself."""
    for path in quad_files(folder):
        content = path.read_bytes()
        if content:
            graph = content[: content.find(b"\n")].rpartition(b" <")[2][:-3].decode("ascii")
            yield _Part(graph, layout.digest(content), path.read_bytes)
    inferred = _inferred(folder)
    yield _Part(iris.INFERENCES_GRAPH, layout.digest(inferred), partial(_inferred, folder))
    yield _made(partial(_authority_words, folder))
    for entry in sorted(entries_of(folder), key=lambda entry: entry.key):
        yield _made(partial(_document_words, folder, entry))


def _inferred(folder: Path) -> bytes:
    """The graph of inferences: what follows from two documents once."""
    lines = {line for path in inferred_files(folder) for line in path.read_bytes().splitlines(keepends=True)}
    return b"".join(sorted(lines))


def _made(words: Callable[[], str]) -> _Part:
    content = words().encode("utf-8")
    graph = content[: content.find(b"\n")].rpartition(b" <")[2][:-3].decode("ascii") or layout.AUTHORITY_PART
    return _Part(graph, layout.digest(content), lambda: words().encode("utf-8"))


def _authority_words(folder: Path) -> str:
    names = [
        (row[2], [row[0], row[1], row[3], bool(row[4]), row[5]]) for row in authority_rows(folder / generation.INDEX)
    ]
    return layout.words_of(layout.AUTHORITY_PART, names, (), (), None)


def _document_words(folder: Path, entry: Entry) -> str:
    names, sentences = rows(folder, entry)
    noted = [
        (words, [name.iri, name.name, name.language, name.preferred, name.type])
        for words, name in zip(folded([name.name for name in names]), names, strict=True)
    ]
    said = [
        (iri, words, [text, language, passage, entry.label])
        for words, (iri, text, language, passage) in zip(folded([row[1] for row in sentences]), sentences, strict=True)
    ]
    text = (folder / generation.TEXTS / f"{entry.file}.txt").read_bytes().decode("utf-8", "surrogatepass")
    public = {**entry.dump(), "path": None}  # where a file lies on somebody's disk is nobody else's business
    return layout.words_of(layout.PARTS + entry.key, noted, said, [(entry.iri, text)], (entry.iri, public))


def _triples(nquads: bytes) -> list[str]:
    """The lines of a graph as they stand in INSERT DATA: no name of the graph, IRIs for blank nodes."""
    named = _BLANK.sub(lambda m: b"<%s%s>" % (layout.GENID.encode(), m[1] or m[2]) + (b" " if m[1] else b""), nquads)
    return [line[: line.rindex(" <")] + " ." for line in named.decode("utf-8").split("\n")[:-1]]


def _batches(lines: Sequence[str]) -> Iterator[str]:
    batch: list[str] = []
    size = 0
    for line in lines:
        if batch and (len(batch) == _ROWS or size + len(line) > _BYTES):
            yield "\n".join(batch)
            batch, size = [], 0
        batch.append(line)
        size += len(line)
    if batch:
        yield "\n".join(batch)


def _noted(graph: str, key: str, value: str) -> str:
    return f"INSERT DATA {{ GRAPH <{layout.STATE}> {{ <{graph}> <{key}> {json.dumps(value)} }} }}"


def _unnoted(graph: str, key: str) -> str:
    return f"DELETE WHERE {{ GRAPH <{layout.STATE}> {{ <{graph}> <{key}> ?value }} }}"


def _removed(graph: str, key: str, value: str) -> str:
    return f"DELETE DATA {{ GRAPH <{layout.STATE}> {{ <{graph}> <{key}> {json.dumps(value)} }} }}"


@contextmanager
def _only_builder(client: Client, *, force: bool) -> Iterator[None]:
    """Holds the lock of a store elsewhere. A killed build leaves it behind; ``force`` takes it over."""
    import platform

    us = f"{platform.node()}, process {os.getpid()}"
    if force:
        client.update(_unnoted(layout.STORE, layout.HOLDER))
    holders = _holders(client) or [us]
    if holders == [us]:
        client.update(_noted(layout.STORE, layout.HOLDER, us))
        holders = _holders(client)  # another one may have seen the store free at the same time: then both stand back
    try:
        if holders != [us]:
            raise StoreBusy(client.address.shown, " and ".join(holder for holder in holders if holder != us))
        yield
    finally:
        with suppress(PalermoError):
            client.update(_removed(layout.STORE, layout.HOLDER, us))


def _holders(client: Client) -> list[str]:
    rows = select(client, f"SELECT ?holder {{ <{layout.STORE}> <{layout.HOLDER}> ?holder }}", default=[layout.STATE])
    return sorted(str(getattr(row["holder"], "value", "")) for row in rows)
