"""Identifiers elsewhere of things that grammar finds."""

from __future__ import annotations

import re

from extract.facts import Entity
from graph import iris
from graph.entities import describe_entities
from graph.quads import Graph
from ontology.authority import records
from ontology.links import links


def test_each_is_an_address_of_the_issuer_and_of_one_thing_only() -> None:
    every = [address for addresses in links().values() for address in addresses]
    assert len(every) == len(set(every)) > 0
    for id, addresses in links().items():
        number = re.fullmatch(r"SDG/(\d+(?:\.\w)?)", id)
        assert number is not None
        assert addresses == (f"http://metadata.un.org/sdg/{number[1]}",)
    assert links().keys() & records().keys() == set()


def test_no_two_records_are_the_same_thing_elsewhere() -> None:
    every = [address for record in records().values() for address in record.exact_match]
    assert len(every) == len(set(every)) > 15
    assert all(address.startswith(("http://www.wikidata.org/entity/Q", "http://metadata.un.org/")) for address in every)


def test_a_target_that_a_document_names_is_linked() -> None:
    graph = Graph(iris.document_graph("d"))
    describe_entities(graph, [Entity("SDG/16.2", "Target", (("en", "SDG target 16.2"),))], ())
    assert f"<{iris.SKOS}exactMatch> <http://metadata.un.org/sdg/16.2> " in graph.text()
    other = Graph(iris.document_graph("d"))
    describe_entities(other, [Entity("SDG/17.1", "Target", (("en", "SDG target 17.1"),))], ())
    assert "exactMatch" not in other.text()
