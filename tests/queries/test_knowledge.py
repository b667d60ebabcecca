"""The Python interface: what it gives, how it shows itself in a notebook, and what it turns into."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from graph import KnowledgeGraph
from graph.errors import QueryInvalid, QueryRefused, StoreMissing
from queries.cards import LibraryMissing, Table
from queries.resolve import UnknownColumn, UnknownValue
from queries.values import Node


@pytest.fixture
def kg(store_path: Path) -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.open(store_path) as opened:
        yield opened


class Tags(HTMLParser):
    """The tags of a page, and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


def test_where_the_store_is(store_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert repr(KnowledgeGraph.open(str(store_path))) == f"KnowledgeGraph({str(store_path)!r})"
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreMissing, match=r"palermo\.store"):
        KnowledgeGraph.open()
    monkeypatch.setenv("PALERMO_STORE", str(store_path))
    assert KnowledgeGraph.open().place == store_path
    (tmp_path / "palermo.store").symlink_to(store_path)
    monkeypatch.delenv("PALERMO_STORE")
    assert len(KnowledgeGraph.open().query("chairs")) == 5


def test_rows(kg: KnowledgeGraph) -> None:
    found = kg.query("chairs", body="ICAT", year=2018)
    (row,) = found
    assert found[0] is row and found[:1] == (row,) and len(found) == 1
    assert row.values["chair"] == Node("https://w3id.org/palermo/id/UNICEF", "UNICEF")
    assert row.evidence[0].paragraph == "105"
    assert found.json()[0]["year"] == "2018"
    assert str(found).splitlines()[0].split() == ["body", "chair", "year", "document", "paragraph", "quote"]
    assert kg.query("chairs", lang="fr", chair="UNODC")[0].cells(["chair"]) == {"chair": "ONUDC"}
    assert kg.query("documents", language="fr", lang="en")[0].values["language"] == "fr"


def test_mistakes_are_told(kg: KnowledgeGraph) -> None:
    with pytest.raises(UnknownColumn, match="year"):
        kg.query("chairs", when=2018)
    with pytest.raises(UnknownValue, match="ICAT"):
        kg.query("chairs", body="ICATT")
    with pytest.raises(QueryRefused):
        kg.sparql("DROP ALL")
    with pytest.raises(QueryInvalid, match="SELECT"):
        kg.sparql("ASK {}")


def test_other_tables(kg: KnowledgeGraph) -> None:
    assert [row["c"] for row in kg.sparql("SELECT ?c { id:ICAT :chairedBy ?c } ORDER BY ?c")] == [
        f"https://w3id.org/palermo/id/{name}" for name in ("OHCHR", "OSCE", "UNICEF", "UNODC", "UN_Women")
    ]
    assert kg.search("vienne")[0]["name"] == "Vienna"
    assert {row["what"] for row in kg.stats()} >= {"store", "facts"}
    assert kg.queries()[0]["name"] == "chairs"
    assert "présidé" in kg.queries(lang="fr")[0]["question"]


def test_a_card(kg: KnowledgeGraph) -> None:
    card = kg.show("ICAT", lang="fr")
    page = Tags(card._repr_html_())
    assert page.words.startswith("Groupe interinstitutions de coordination contre la traite des personnes")
    assert "Présidé par" in page.words and "ONUDC" in page.words and "A/74/127, par. 105 : « Le Groupe" in page.words
    assert set(page.tags) <= {"div", "h3", "h4", "p", "ul", "li", "details", "summary", "span"}
    assert card.json()["iri"] == "https://w3id.org/palermo/id/ICAT"
    assert "Présidé par" in str(card)
    assert "state no fact" in kg.show("Vienna")._repr_html_() or "<h4>" in kg.show("Vienna")._repr_html_()


def test_a_table_in_a_notebook(kg: KnowledgeGraph) -> None:
    page = Tags(kg.query("chairs", year=2018)._repr_html_())
    assert page.tags.count("tr") == 2
    assert "UNICEF" in page.words and "Le Groupe a été présidé" in page.words
    assert "<td" in kg.search("ICAT")._repr_html_()


def test_what_documents_say_is_no_markup(kg: KnowledgeGraph) -> None:
    for html in (kg.query("programmes")._repr_html_(), kg.show("UNODC")._repr_html_(), kg.search("team")._repr_html_()):
        assert "&lt;b&gt;&quot;Team&quot;&lt;/b&gt;" in html
        assert "<b>" not in html and "\x1b" not in html and "\u202e" not in html
    hostile = Table(["<script>"], [{"<script>": '"><img src=x onerror=alert(1)>'}])
    assert Tags(hostile._repr_html_()).tags == ["table", "thead", "tr", "th", "tbody", "tr", "td"]


def test_frames(kg: KnowledgeGraph) -> None:
    frame = kg.query("chairs", body="ICAT").to_pandas()
    assert list(frame.columns) == ["body", "chair", "year", "document", "paragraph", "quote"]
    assert list(frame["year"]) == ["2016", "2017", "2018", "2019", "2019"]
    assert set(kg.query("chairs").to_pandas(iris=True)["body"]) == {"https://w3id.org/palermo/id/ICAT"}
    assert list(kg.query("training").to_pandas()["number"]) == [7000]
    assert list(kg.sparql("SELECT ?c { id:ICAT :chairedBy ?c }").to_pandas().columns) == ["c"]
    assert "105" in set(kg.show("ICAT").to_pandas()["paragraphs"])
    empty = kg.query("chairs", year=1900)
    assert len(empty) == 0 and list(empty.to_pandas().columns) == list(empty.columns)


@pytest.mark.parametrize(("library", "hidden"), [("pandas", "pandas"), ("rdflib", "rdflib"), ("oxrdflib", "oxrdflib")])
def test_a_missing_library_is_named(
    kg: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch, library: str, hidden: str
) -> None:
    found = kg.query("chairs")
    monkeypatch.setitem(sys.modules, hidden, None)
    with pytest.raises(LibraryMissing, match=r"pip install 'palermo\[notebook\]'"):
        _ = found.to_pandas() if library == "pandas" else kg.dataset()


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # of itself
def test_the_dataset_of_rdflib(kg: KnowledgeGraph) -> None:
    from rdflib import URIRef

    dataset = kg.dataset()
    chaired = URIRef("https://w3id.org/palermo/ontology#chairedBy")
    edges = {str(chair) for chair in dataset.default_graph.objects(None, chaired)}
    assert "https://w3id.org/palermo/id/UNICEF" in edges and len(edges) == 5
    assert len(list(dataset.query("SELECT ?c { ?b <https://w3id.org/palermo/ontology#chairedBy> ?c }"))) == 5
    assert URIRef("https://w3id.org/palermo/graph/document/A/74/127") in {g.identifier for g in dataset.graphs()}


def test_the_network(kg: KnowledgeGraph) -> None:
    network = kg.networkx()
    icat, unicef, unodc = (f"https://w3id.org/palermo/id/{name}" for name in ("ICAT", "UNICEF", "UNODC"))
    (edge,) = network.get_edge_data(icat, unicef).values()
    assert (edge["kind"], edge["to"], edge["year"], edge["document"], edge["paragraph"]) == (
        "chairs", "chair", "2018", "A/74/127", "105",
    )  # fmt: skip
    assert network.nodes[unodc]["label"] == "UNODC"
    assert {e["kind"] for e in network.get_edge_data(unodc, icat).values()} == {"members", "responsibilities"}
    assert kg.networkx(lang="fr").nodes[unodc]["label"] == "ONUDC"
