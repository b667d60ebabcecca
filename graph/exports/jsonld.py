"""JSON-LD that reads well: short names for our terms, labels by language, one named graph after the other."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import IO, TYPE_CHECKING, Any

from graph import iris

if TYPE_CHECKING:
    import pyoxigraph

_BY_LANGUAGE = {  # words of several languages: {"en": "ICAT", "fr": ["Groupe …", …]}
    "label": iris.SKOS + "prefLabel",
    "alternativeLabel": iris.SKOS + "altLabel",
    "hiddenLabel": iris.SKOS + "hiddenLabel",
    "definition": iris.SKOS + "definition",
    "termLabel": iris.RDFS + "label",
}
_TYPE = iris.RDF + "type"
_INTEGER = iris.XSD + "integer"
_STRING = iris.XSD + "string"


@cache
def context() -> Mapping[str, Any]:
    """The context: prefixes, our properties by their local names, and the words that have a language."""
    prefixes = {name: address for name, address in iris.PREFIXES.items() if name}
    words = {name: {"@id": address, "@container": "@language"} for name, address in _BY_LANGUAGE.items()}
    links = {name: {"@id": iris.PALERMO + name, "@type": "@id"} for name in sorted(_links())}
    return {"@version": 1.1, **prefixes, **words, **links}


@cache
def _links() -> frozenset[str]:
    """Local names of our properties that lead to nodes."""
    from graph.reasoning import schema

    sort = iris.OWL + "ObjectProperty"
    terms = (str(q.subject)[1:-1] for q in schema() if q.predicate.value == _TYPE and str(q.object) == f"<{sort}>")
    return frozenset(term.removeprefix(iris.PALERMO) for term in terms if term.startswith(iris.PALERMO))


def write(quads: Iterable[pyoxigraph.Quad], out: IO[bytes]) -> None:
    """Writes quads that are sorted by graph, then subject, then predicate, as one JSON-LD document."""
    head = json.dumps(context(), ensure_ascii=False, indent=1)
    out.write(f'{{"@context": {head},\n"@graph": ['.encode())
    before = "\n"
    for graph, of_graph in groupby(quads, key=lambda quad: str(quad.graph_name)):
        out.write(f'{before}{{"@id": {_json(_short(graph[1:-1]))}, "@graph": [\n'.encode())
        out.writelines(_separated(_node(list(of_node)) for _, of_node in groupby(of_graph, key=_subject)))
        out.write(b"\n]}")
        before = ",\n"
    out.write(b"\n]}\n")


def _subject(quad: pyoxigraph.Quad) -> str:
    return str(quad.subject)


def _separated(nodes: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    for number, node in enumerate(nodes):
        yield (b",\n" if number else b"") + _json(node).encode("utf-8")


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)


def _node(quads: list[pyoxigraph.Quad]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _reference(quads[0].subject)}
    for predicate, group in groupby(quads, key=lambda quad: quad.predicate.value):
        objects = [quad.object for quad in group]
        if predicate == _TYPE:
            node["@type"] = _one([_reference(term) for term in objects])
        else:
            node.update(_property(predicate, objects))
    return node


def _property(predicate: str, objects: list[Any]) -> Iterator[tuple[str, Any]]:
    name = next((name for name, address in _BY_LANGUAGE.items() if address == predicate), None)
    if name is not None and all(getattr(term, "language", None) for term in objects):
        by_language: dict[str, list[str]] = {}
        for term in objects:
            by_language.setdefault(term.language, []).append(term.value)
        yield name, {language: _one(texts) for language, texts in by_language.items()}
        return
    local = predicate.removeprefix(iris.PALERMO)
    if local in _links() and all(_is_node(term) for term in objects):
        yield local, _one([_reference(term) for term in objects])
    else:
        yield _short(predicate), _one([_value(term) for term in objects])


def _one(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _is_node(term: object) -> bool:
    return not hasattr(term, "datatype")


def _value(term: Any) -> Any:
    """A node as a reference, words as text or with their language, integers as numbers, the rest with its datatype."""
    if _is_node(term):
        return {"@id": _reference(term)}
    if term.language:
        return {"@language": term.language, "@value": term.value}
    if term.datatype.value == _STRING:
        return term.value
    if term.datatype.value == _INTEGER and str(int(term.value)) == term.value and abs(int(term.value)) < 2**53:
        return int(term.value)
    return {"@type": _short(term.datatype.value), "@value": term.value}


def _reference(term: Any) -> str:
    return str(term) if str(term).startswith("_:") else _short(term.value)


def _short(iri: str) -> str:
    """An IRI by the longest prefix that fits; whole where what is left would read as an address ('//…')."""
    fitting = [(address, name) for name, address in iris.PREFIXES.items() if name and iri.startswith(address)]
    address, name = max(fitting, key=lambda pair: len(pair[0]), default=("", ""))
    rest = iri[len(address) :]
    return iri if name == "" or rest.startswith("//") else f"{name}:{rest}"
