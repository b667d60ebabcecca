"""GraphML and GEXF: what other tools read, the same bytes each time."""

from __future__ import annotations

import io
from typing import Literal
from xml.etree import ElementTree

import networkx
import pytest

from graph import iris
from graph.export import export
from graph.store import Store

NAMESPACE = "{http://www.gexf.net/1.2draft}"


def written(store: Store, form: Literal["graphml", "gexf"], language: str = "en") -> bytes:
    out = io.BytesIO()
    export(store, form, out, language=language)
    return out.getvalue()


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_the_same_store_gives_the_same_bytes(store: Store, form: Literal["graphml", "gexf"]) -> None:
    assert written(store, form) == written(store, form)
    assert b"lastmodifieddate" not in written(store, form)
    assert b"Fidji" in written(store, form, "fr")


def test_graphml_is_read_back(store: Store) -> None:
    graph = networkx.read_graphml(io.BytesIO(written(store, "graphml")))
    assert graph.is_directed() and graph.is_multigraph()
    icat = iris.thing("ICAT")
    assert graph.nodes[icat]["label"] == "ICAT"
    assert graph.nodes[icat]["label_fr"].startswith("Groupe interinstitutions")
    assert graph.nodes[icat]["weight"] == 5
    (chaired,) = graph.get_edge_data(icat, iris.thing("OSCE")).values()
    assert chaired["kind"] == "chairs"
    assert (chaired["start"], chaired["end"], chaired["weight"]) == ("2019-01-01", "2019-12-31", 3)
    (ratified,) = graph.get_edge_data(iris.thing("Fiji"), iris.thing("Palermo_Protocol")).values()
    assert (ratified["start"], ratified["end"]) == ("2017-09-19", "2017-09-19")
    assert "ratification" in ratified["details"]
    cited = graph.get_edge_data(iris.thing("A/74/127"), iris.thing("S/RES/2388 (2017)"))
    assert len(cited) == 2  # once for each paragraph


def test_gexf_has_the_dates_that_a_timeline_needs(store: Store) -> None:
    root = ElementTree.fromstring(written(store, "gexf"))
    graph = root.find(f"{NAMESPACE}graph")
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat"), graph.get("defaultedgetype")) == ("dynamic", "date", "directed")
    edges = graph.findall(f".//{NAMESPACE}edge")
    met = [edge for edge in edges if edge.get("start") == "2017-05-22"]
    assert [edge.get("end") for edge in met] == ["2017-05-26"]
    assert all(edge.get("label") and edge.get("weight") for edge in edges)
    assert len({edge.get("id") for edge in edges}) == len(edges)
    april = next(edge for edge in edges if edge.get("start") == "2018-04-01")
    assert april.get("end") == "2018-04-30"


def test_a_hostile_name_is_text(store: Store) -> None:
    graph = networkx.read_graphml(io.BytesIO(written(store, "graphml")))
    assert graph.nodes[iris.thing("programme/hostile")]["label"] == '[31mRed[0m | <b>"Team"</b>gnp.exe'
