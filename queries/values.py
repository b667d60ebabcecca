"""What a cell of an answer holds: a node with its label, a word, a number, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.iris import XSD

if TYPE_CHECKING:
    from pyoxigraph import BlankNode, Literal, NamedNode, Triple


@dataclass(frozen=True, slots=True)
class Node:
    """A thing of the graph, with its label in the language that was asked for."""

    iri: str
    label: str


Value = Node | str | int | float | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that states a row. ``start`` and ``end`` are characters of the raw file."""

    document: Node
    passage: str  # IRI
    paragraph: str | None  # as printed, '37(a)'; None where the text has no numbers
    quote: str
    start: int
    end: int
    page: int | None = None  # of the file; None for files without pages

    def json(self) -> dict[str, object]:
        """The sentence and its place as JSON."""
        return {
            "document": self.document.label,
            "paragraph": self.paragraph,
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
            **({} if self.page is None else {"page": self.page}),
        }


def is_node(term: NamedNode | BlankNode | Literal | Triple | None) -> bool:
    from pyoxigraph import NamedNode

    return isinstance(term, NamedNode)


def plain(term: NamedNode | BlankNode | Literal | Triple | None) -> str | int | float | None:
    """The value of a literal (numbers as numbers, dates and words as strings), the IRI of a node, None for no term."""
    from pyoxigraph import Literal, NamedNode

    if isinstance(term, Literal):
        if term.datatype.value == f"{XSD}integer":
            return int(term.value)
        if term.datatype.value in (f"{XSD}decimal", f"{XSD}double"):
            return float(term.value)
        return term.value
    return term.value if isinstance(term, NamedNode) else None


def text_of(value: Value) -> str:
    """A value as a person reads it: the label of a node, nothing for None."""
    if value is None:
        return ""
    return value.label if isinstance(value, Node) else str(value)


def json_of(value: Value) -> object:
    """A value as JSON holds it: ``{"label", "iri"}`` for a node, itself otherwise."""
    return {"label": value.label, "iri": value.iri} if isinstance(value, Node) else value


def local_name(iri: str) -> str:
    """The last part of an IRI: '…/concept/manner/ratification' -> 'ratification'."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
