"""Reported numbers as the RDF Data Cube vocabulary has them: one data set for each document and kind of number.

Source of the terms: https://www.w3.org/TR/vocab-data-cube/
"""

from __future__ import annotations

from graph import iris, terms
from graph.quads import Graph
from ontology.kinds import Kind

_A = f"<{iris.RDF}type>"


def observed(kind: Kind, document: str) -> list[str]:
    """What makes a fact of ``kind`` an observation of its document's data set; nothing for kinds without numbers."""
    if not kind.observed:
        return []
    return [f"{_A} <{iris.QB}Observation>", f"<{iris.QB}dataSet> <{_data_set(kind, document)}>"]


def describe(graph: Graph, kind: Kind, document: str) -> None:
    """Adds the data set of a document's numbers of ``kind``, and the structure that all such data sets have."""
    structure = iris.scheme(f"structure/{kind.name}")
    graph.extend(
        _data_set(kind, document),
        [
            f"{_A} <{iris.QB}DataSet>",
            f"<{iris.QB}structure> <{structure}>",
            f"<{iris.DCTERMS}source> <{document}>",
        ],
    )
    components = {column: f"{structure}/{iris.encode(column)}" for column in kind.columns}
    graph.extend(
        structure,
        [
            f"{_A} <{iris.QB}DataStructureDefinition>",
            *(f"<{iris.QB}component> <{node}>" for node in components.values()),
        ],
    )
    for column, node in components.items():
        property_ = terms.iri(iris.PALERMO + kind.property_of(column))
        graph.extend(node, [f"{_A} <{iris.QB}ComponentSpecification>", f"<{iris.QB}{_part(kind, column)}> {property_}"])


def _data_set(kind: Kind, document: str) -> str:
    return f"{document}#{iris.encode(kind.name)}"


def _part(kind: Kind, column: str) -> str:
    """A number is what is measured; what every fact has sets it apart from others; the rest may be missing."""
    if kind.columns[column] == "number":
        return "measure"
    return "dimension" if (column,) in kind.key else "attribute"
