"""Sorted N-Quads as Turtle, N-Triples, RDF/XML, TriG and JSON-LD: one statement after the other, never all at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import IO, TYPE_CHECKING

from graph import iris

if TYPE_CHECKING:
    import pyoxigraph

_NO_XML = re.compile(r"\\u00(?:0[0-8BCEF]|1[0-9A-F])|\\[bf]|\\uFFF[EF]")  # escapes of what XML cannot hold
Lines = Iterable[bytes]


def nquads(lines: Lines, out: IO[bytes]) -> None:
    """All quads, in the order of ``LC_ALL=C sort``."""
    out.writelines(lines)


def ntriples(lines: Lines, out: IO[bytes]) -> None:
    """The triples of all graphs, each once, in the order of ``LC_ALL=C sort``."""
    out.writelines(_triples(lines))


def turtle(lines: Lines, out: IO[bytes]) -> None:
    """The triples of all graphs, each once, by subject."""
    import pyoxigraph

    pyoxigraph.serialize(_parsed(_triples(lines)), out, pyoxigraph.RdfFormat.TURTLE, prefixes=_prefixes())


def rdfxml(lines: Lines, out: IO[bytes]) -> None:
    """The triples of all graphs, each once; control characters, which XML cannot hold, become U+FFFD."""
    import pyoxigraph

    allowed = (_NO_XML.sub("\ufffd", line.decode("utf-8")).encode("utf-8") for line in _triples(lines))
    prefixes = {name: address for name, address in _prefixes().items() if name}
    pyoxigraph.serialize(_parsed(allowed), out, pyoxigraph.RdfFormat.RDF_XML, prefixes=prefixes)


def trig(lines: Lines, out: IO[bytes]) -> None:
    """Graph by graph, each by subject."""
    import pyoxigraph

    pyoxigraph.serialize(_by_graph(lines), out, pyoxigraph.RdfFormat.TRIG, prefixes=_prefixes())


def jsonld(lines: Lines, out: IO[bytes]) -> None:
    """Graph by graph, each by subject, under a context."""
    from graph.exports.jsonld import write

    write(_by_graph(lines), out)


def _triples(lines: Lines) -> Iterator[bytes]:
    """Lines without their graph, each once: the quads of one triple stand together."""
    return (triple + b" .\n" for triple, _ in groupby(lines, key=lambda line: line[: line.rindex(b" <")]))


def _parsed(lines: Lines) -> Iterator[pyoxigraph.Quad]:
    import pyoxigraph

    for line in lines:
        yield from pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.N_QUADS, lenient=True)


def _by_graph(lines: Lines) -> Iterator[pyoxigraph.Quad]:
    """Quads sorted by graph first: by way of a file for each graph, so that memory holds none of them whole."""
    import tempfile
    from contextlib import ExitStack

    with ExitStack() as stack:
        files: dict[bytes, IO[bytes]] = {}
        for line in lines:
            graph = line[line.rindex(b" <") :]
            if graph not in files:
                files[graph] = stack.enter_context(tempfile.SpooledTemporaryFile(max_size=1 << 20))
            files[graph].write(line)
        for _, file in sorted(files.items()):
            file.seek(0)
            yield from _parsed(file)


def _prefixes() -> dict[str, str]:
    return {name: address for name, address in iris.PREFIXES.items() if name != "palermo"}


#: Format -> what writes sorted N-Quads in it.
WRITERS: dict[str, Callable[[Lines, IO[bytes]], None]] = {
    "turtle": turtle,
    "trig": trig,
    "ntriples": ntriples,
    "nquads": nquads,
    "jsonld": jsonld,
    "rdfxml": rdfxml,
}
