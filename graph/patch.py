"""Makes a generation from the one before it by replacing only the documents that changed."""

from __future__ import annotations

import gc
import json
import shutil
from collections.abc import Collection, Sequence
from pathlib import Path

from graph import generation, iris
from graph.corrections import FILE
from graph.documents import Entry, quads_of
from graph.errors import StoreDamaged
from graph.load import add_documents, corrected, inferred_files, load_quads, note

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
    stay = {e.sha256 for e in new if _same(e, known.get(e.sha256)) and _same_quads(before, folder, e)}
    gone = [entry for entry in old if entry.sha256 not in stay]
    added = [entry for entry in new if entry.sha256 not in stay]
    corrections = folder / generation.GRAPHS / FILE
    own = (FILE, corrections.with_suffix(".inferred").name)
    for path in (before / generation.GRAPHS).iterdir():
        if path.name not in own:
            generation.link(path, folder / generation.GRAPHS / path.name)
    for name in (generation.QUESTIONS, generation.GLOSSARY):
        generation.link(before / name, folder / name)
    recorrected = _content(corrections) != _content(before / generation.GRAPHS / FILE)
    graphs = [graph(entry.key) for entry in gone for graph in (iris.document_graph, iris.planned_graph)]
    removed = [corrected(before, f"{entry.file}.inferred") for entry in gone]
    if recorrected:
        graphs.append(iris.CORRECTIONS_GRAPH)
        removed.append(before / generation.GRAPHS / own[1])
    _take_over_quads(before, folder, graphs, _unfounded(folder, removed))
    files = sorted(corrected(folder, path.name) for entry in added for path in quads_of(folder, entry.file))
    made = [corrections, corrections.with_suffix(".inferred")] if recorrected else []
    load_quads(folder, [*files, *(path for path in made if path.is_file())])
    shutil.copyfile(before / generation.INDEX, folder / generation.INDEX)
    add_documents(folder, added, without=gone)
    note(folder, new, digest)


def _same(entry: Entry, known: Entry | None) -> bool:
    return known is not None and (entry.key, entry.digest, entry.name) == (known.key, known.digest, known.name)


def _same_quads(before: Path, folder: Path, entry: Entry) -> bool:
    """Whether people have corrected a document as they had before."""
    old, new = (_content(place / generation.CORRECTED / f"{entry.file}.nq") for place in (before, folder))
    return old == new


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _take_over_quads(before: Path, folder: Path, gone: Sequence[str], unfounded: Collection[bytes]) -> None:
    """Copies the quads of ``before``, without the graphs in ``gone`` (IRIs) and the inferred lines ``unfounded``."""
    import pyoxigraph

    try:
        shared = pyoxigraph.Store.read_only(str(before / generation.QUADS))
    except OSError as error:
        raise StoreDamaged(before.parent, str(error).split("\n", 1)[0][:200]) from error
    shared.backup(str(folder / generation.QUADS))
    quads = pyoxigraph.Store(folder / generation.QUADS)
    for graph in gone:
        quads.update(_ONLY_HERE.format(graph=graph))
        quads.remove_graph(pyoxigraph.NamedNode(graph))
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


def _unfounded(folder: Path, gone: Sequence[Path]) -> set[bytes]:
    """The inferred lines of the files in ``gone`` that follow from nothing that the generation in ``folder`` holds."""
    lines = {line for path in gone if path.is_file() for line in _lines(path)}
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
