"""Fills a generation: the ontology, the authority files and the documents, their index and the manifest."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph import generation
from graph.authority import authority_names, authority_quads, ontology_quads
from graph.corrections import FILE
from graph.documents import Entry, rows
from graph.index import writing
from graph.quads import in_default_graph
from graph.reasoning import inferences, schema_inferences
from ontology import glossary
from ontology.packing import packed
from ontology.questions import compiled

BATCH = 128 << 20  # bytes of N-Quads that are loaded at once


def load_base(folder: Path) -> None:
    """Begins the generation in ``folder`` with what no document changes: ontology, authority files with what follows
    from them, their names, the lexicon of questions and the glossary. Raises OSError."""
    graphs, authority = folder / generation.GRAPHS, authority_quads()
    (graphs / "ontology.nq").write_bytes(ontology_quads().encode("utf-8"))
    (graphs / "ontology.inferred").write_bytes(schema_inferences().encode("utf-8"))
    (graphs / "authority.nq").write_bytes(authority.encode("utf-8"))
    (graphs / "authority.inferred").write_bytes(inferences(authority).encode("utf-8"))
    load_quads(folder, sorted(graphs.iterdir()))
    with writing(folder / generation.INDEX) as index:
        index.add(None, None, authority_names(), ())
    for name, content in ((generation.QUESTIONS, packed(compiled())), (generation.GLOSSARY, glossary.compiled())):
        text = json.dumps(content, separators=(",", ":"), sort_keys=True)
        generation.write(folder / name, text.encode("ascii"))


def load(folder: Path, entries: Sequence[Entry], digest: str) -> None:
    """Completes the generation in ``folder``, which has its base and the files of ``entries``. Raises OSError."""
    corrections = folder / generation.GRAPHS / FILE
    made = [path for path in (corrections, corrections.with_suffix(".inferred")) if path.is_file()]
    load_quads(folder, [*_of_documents(folder, ".nq"), *_of_documents(folder, ".inferred"), *made])
    add_documents(folder, entries)
    note(folder, entries, digest)


def add_documents(folder: Path, entries: Sequence[Entry], *, without: Sequence[Entry] = ()) -> None:
    """Adds documents of the generation in ``folder`` to its index, those of ``without`` taken out first."""
    with writing(folder / generation.INDEX) as index:
        for entry in without:
            index.remove(entry.key, entry.iri)
        for entry in entries:
            index.add(entry.key, entry.label, *rows(folder, entry))


def note(folder: Path, entries: Sequence[Entry], digest: str) -> None:
    """Writes the manifest, which completes the generation in ``folder``."""
    manifest = {"digest": digest, "documents": [entry.dump() for entry in entries]}
    generation.write(folder / generation.MANIFEST, json.dumps(manifest, indent=1, sort_keys=True).encode("ascii"))


def quad_files(folder: Path) -> list[Path]:
    """The files of sorted N-Quads in which a generation is stated, corrections in force: a named graph each."""
    return sorted((folder / generation.GRAPHS).glob("*.nq")) + _of_documents(folder, ".nq")


def inferred_files(folder: Path) -> list[Path]:
    """The files of sorted N-Quads that together are the graph of inferences. They may say the same thing twice."""
    return sorted((folder / generation.GRAPHS).glob("*.inferred")) + _of_documents(folder, ".inferred")


def _of_documents(folder: Path, suffix: str) -> list[Path]:
    return [corrected(folder, path.name) for path in sorted((folder / generation.DOCUMENTS).glob(f"*{suffix}"))]


def corrected(folder: Path, name: str) -> Path:
    """The file of a document with this name: the one that people have corrected, where they have."""
    path = folder / generation.CORRECTED / name
    return path if path.is_file() else folder / generation.DOCUMENTS / name


def load_quads(folder: Path, files: Sequence[Path]) -> None:
    """Adds files of sorted N-Quads, a named graph each, to the quads of the generation in ``folder``."""
    import pyoxigraph

    quads = pyoxigraph.Store(folder / generation.QUADS)
    for batch in _batches(files):
        quads.bulk_load(batch, pyoxigraph.RdfFormat.N_QUADS, lenient=True)  # we wrote it: no need to check IRIs
    quads.flush()
    del quads
    gc.collect()  # closes the files: from here on the generation is only read


def _batches(paths: Sequence[Path]) -> Iterator[bytes]:
    parts: list[bytes] = []
    for path in paths:
        named = path.read_bytes()
        parts += [named] if path.name.endswith(generation.PLANNED) else [named, in_default_graph(named)]
        if sum(map(len, parts)) > BATCH:
            yield b"".join(parts)
            parts = []
    if parts:
        yield b"".join(parts)
