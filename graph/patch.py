"""Makes a generation from the one before it by replacing only the documents that changed."""

from __future__ import annotations

import gc
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from graph import generation, iris
from graph.documents import Entry, quads_of
from graph.errors import StoreDamaged
from graph.load import add_documents, inferred_files, load_quads, note

FEW = 4  # taking a document out costs as much as loading that many


def worthwhile(*, removed: int, documents: int) -> bool:
    """Whether it is less work to take ``removed`` documents out of a generation than to load ``documents`` anew."""
    return FEW * removed <= documents


def holds(folder: Path, entries: Sequence[Entry], digest: str) -> bool:
    """Whether a generation is whole, of the program with this digest, and made of just these documents."""
    try:
        manifest = json.loads((folder / generation.MANIFEST).read_text(encoding="utf-8"))
        noted = {(entry["sha256"], entry["key"], entry["digest"]) for entry in manifest["documents"]}
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return manifest["digest"] == digest and noted == {(entry.sha256, entry.key, digest) for entry in entries}


def patch(before: Path, folder: Path, old: Sequence[Entry], new: Sequence[Entry], digest: str) -> None:
    """Completes the generation in ``folder``, which has the files of ``new``, from ``before``, which holds ``old``.

    What is in ``before`` is shared by hard links where the disk allows it, and never written. Both are of one program:
    ontology and authority files are the same. Raises StoreDamaged where ``before`` cannot be read, and OSError.
    """
    known = {entry.sha256: entry for entry in old}
    stay = {entry.sha256 for entry in new if _same(entry, known.get(entry.sha256))}
    gone = [entry for entry in old if entry.sha256 not in stay]
    added = [entry for entry in new if entry.sha256 not in stay]
    for path in (before / generation.GRAPHS).iterdir():
        generation.link(path, folder / generation.GRAPHS / path.name)
    _take_over_quads(before, folder, gone)
    load_quads(folder, sorted(path for entry in added for path in quads_of(folder, entry.file)))
    shutil.copyfile(before / generation.INDEX, folder / generation.INDEX)
    add_documents(folder, added, without=gone)
    note(folder, new, digest)


def _same(entry: Entry, known: Entry | None) -> bool:
    return known is not None and (entry.key, entry.digest, entry.name) == (known.key, known.digest, known.name)


def _take_over_quads(before: Path, folder: Path, gone: Sequence[Entry]) -> None:
    import pyoxigraph

    try:
        shared = pyoxigraph.Store.read_only(str(before / generation.QUADS))
    except OSError as error:
        raise StoreDamaged(before.parent, str(error).split("\n", 1)[0][:200]) from error
    shared.backup(str(folder / generation.QUADS))
    quads = pyoxigraph.Store(folder / generation.QUADS)
    unfounded = _unfounded(before, folder, gone)
    for entry in gone:
        graph = iris.document_graph(entry.key)
        quads.update(_ONLY_HERE.format(graph=graph))
        quads.remove_graph(pyoxigraph.NamedNode(graph))
        quads.remove_graph(pyoxigraph.NamedNode(iris.planned_graph(entry.key)))
    for quad in pyoxigraph.parse(b"".join(sorted(unfounded)), format=pyoxigraph.RdfFormat.N_QUADS, lenient=True):
        quads.remove(quad)
        triple = quad.triple
        same = quads.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
        elsewhere = {found.graph_name for found in same}
        if elsewhere == {pyoxigraph.DefaultGraph()}:
            quads.remove(pyoxigraph.Quad(triple.subject, triple.predicate, triple.object))
    quads.flush()
    del quads
    gc.collect()  # closes the files


def _unfounded(before: Path, folder: Path, gone: Sequence[Entry]) -> set[bytes]:
    """The lines of the graph of inferences that follow from documents that are ``gone`` and from nothing that stays."""
    documents = before / generation.DOCUMENTS
    lines = {line for entry in gone for line in _lines(documents / f"{entry.file}.inferred")}
    for path in inferred_files(folder):
        if len(lines) == 0:
            break
        lines.difference_update(_lines(path))
    return lines


def _lines(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines(keepends=True)


#: Takes out of the default graph the triples that no other graph states.
_ONLY_HERE = """
DELETE {{ ?s ?p ?o }} WHERE {{
  GRAPH <{graph}> {{ ?s ?p ?o }}
  FILTER NOT EXISTS {{ GRAPH ?other {{ ?s ?p ?o }} FILTER(?other != <{graph}>) }}
}}
"""
