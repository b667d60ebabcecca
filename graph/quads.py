"""Collects the quads of one named graph and writes them as sorted N-Quads."""

from __future__ import annotations

from collections import defaultdict


class Graph:
    """The triples of one named graph, as text: subject -> 'predicate object' endings.

    Sorting by subject and then by ending gives the order of whole lines (``LC_ALL=C sort``) at a fraction of the
    comparisons: a subject ends with '>', so none is the beginning of another, and what follows an object is a blank,
    which sorts before whatever could continue it.
    """

    __slots__ = ("_name", "_tails")

    def __init__(self, iri: str) -> None:
        self._name = f" <{iri}> .\n"
        self._tails: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, subject: str, predicate: str, term: str) -> None:
        """Adds a triple: the IRIs of subject and predicate without brackets, the object as an N-Quads term."""
        self._tails[subject].add(f"<{predicate}> {term}")

    def extend(self, subject: str, tails: list[str]) -> None:
        """Adds 'predicate object' endings, both as N-Quads terms, to one subject."""
        self._tails[subject].update(tails)

    def text(self) -> str:
        """The graph as N-Quads, each line once, in the order of ``LC_ALL=C sort``."""
        name = self._name
        lines: list[str] = []
        for subject, tails in sorted((f"<{subject}> ", tails) for subject, tails in self._tails.items()):
            lines += [subject + tail + name for tail in sorted(tails)]
        return "".join(lines)

    def __len__(self) -> int:
        return sum(map(len, self._tails.values()))


def in_default_graph(nquads: bytes) -> bytes:
    """The triples of one named graph, N-Quads as we write them, without the name of the graph.

    Queries read the default graph, which holds each triple once: the engine's union of graphs gives a triple as often
    as there are graphs that state it.
    """
    end = nquads.find(b"\n") + 1
    return nquads.replace(nquads[nquads.rfind(b" <", 0, end) : end], b" .\n") if end else b""
