"""Writes the store, or a part of it, in standard formats: the same bytes for the same content.

``graph.exports`` holds a module for each family of formats. A format that is a file of statements is in
``exports.rdf.WRITERS``, which take sorted N-Quads; one that is a folder of tables in ``exports.files.ENCODERS``.
"""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from typing import IO, Literal

from graph.exports.selection import EVERYTHING, Selection, selected
from graph.store import Store

ExportFormat = Literal["turtle", "trig", "ntriples", "nquads", "jsonld", "rdfxml", "void", "graphml", "gexf"]
_AT_ONCE = 200  # files open at the same time


def export(
    store: Store,
    format: ExportFormat,
    out: IO[bytes],
    *,
    selection: Selection = EVERYTHING,
    language: str = "en",
) -> None:
    """Writes the quads of ``store`` that ``selection`` takes to the binary file ``out``, one after the other.

    'nquads' and 'ntriples' are sorted by line, as ``LC_ALL=C sort`` would; 'trig' and 'jsonld' go graph by graph; the
    others have no graphs, and each triple once; 'void' describes the whole; 'graphml' and 'gexf' hold the network of
    all entities, labelled in ``language``. Raises UnknownName for a kind that there is not, OSError where ``out`` or
    the store fails.
    """
    if format == "void":
        from graph.exports.description import write

        write(store, out)
        return
    if format == "graphml" or format == "gexf":
        from graph.interchange import write as write_network

        write_network(store, format, out, language=language)
        return
    from graph.exports.rdf import WRITERS

    with ExitStack() as stack:
        WRITERS[format](selected(store, selection, lines(store, stack)), out)


def export_tables(store: Store, format: str, place: Path, *, selection: Selection = EVERYTHING) -> None:
    """Writes the facts that ``selection`` takes as tables, 'csv' or 'parquet', into a folder or an archive (.zip).

    Raises TablesMissing where Parquet cannot be written, UnknownName, OSError.
    """
    from graph.exports.files import write
    from graph.exports.tables import tables

    write(tables(store, selection), place, format)


def lines(store: Store, stack: ExitStack) -> Iterator[bytes]:
    """All quads of ``store`` as sorted lines, each once, for as long as ``stack`` is open."""
    return _distinct(_merged(stack.enter_context(store.quad_files()), stack))


def _distinct(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Sorted lines, each once: what follows from two documents is in the files of both."""
    return (line for line, _ in groupby(lines))


def _merged(files: Sequence[Path], stack: ExitStack) -> Iterator[bytes]:
    """The lines of sorted files in one order; where there are more than may be open at once, by way of larger ones."""
    if len(files) <= _AT_ONCE:
        return heapq.merge(*[stack.enter_context(path.open("rb")) for path in files])
    larger = []
    for first in range(0, len(files), _AT_ONCE):
        file = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 - the stack is its context manager
        with ExitStack() as group:
            file.writelines(_merged(files[first : first + _AT_ONCE], group))
        file.seek(0)
        larger.append(file)
    return heapq.merge(*larger)
