"""Writes the whole store in standard formats, the same bytes for the same content."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal

from graph import iris
from graph.load import inferred_files, quad_files
from graph.store import Store

if TYPE_CHECKING:
    import pyoxigraph

ExportFormat = Literal["nquads", "trig"]
_AT_ONCE = 200  # files open at the same time


def export(store: Store, format: ExportFormat, out: IO[bytes]) -> None:
    """Writes all quads of ``store`` to the binary file ``out``.

    'nquads' is sorted by line, as ``LC_ALL=C sort`` would; 'trig' goes graph by graph, each sorted by subject. Raises
    OSError where ``out`` or the store fails.
    """
    files = quad_files(store.generation), inferred_files(store.generation)
    if format == "nquads":
        with ExitStack() as stack:
            out.writelines(_distinct(_merged([*files[0], *files[1]], stack)))
    else:
        _trig(*files, out)


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


def _trig(stated: Sequence[Path], inferred: Sequence[Path], out: IO[bytes]) -> None:
    import pyoxigraph

    def quads() -> Iterator[pyoxigraph.Quad]:
        for path in sorted(stated, key=_graph_of):
            yield from pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.N_QUADS)
        with ExitStack() as stack:
            for line in _distinct(_merged(inferred, stack)):
                yield from pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.N_QUADS)

    prefixes = {name: address for name, address in iris.PREFIXES.items() if name != "palermo"}
    pyoxigraph.serialize(quads(), out, pyoxigraph.RdfFormat.TRIG, prefixes=prefixes)


def _graph_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.readline().rpartition(b" <")[2]
