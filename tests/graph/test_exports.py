"""Exports: each format is read back by a library that is not ours, and holds the same statements."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from rdflib import RDF, BNode, Dataset, Graph, URIRef
from rdflib.compare import isomorphic

from graph import export as export_module
from graph import iris
from graph.build import build
from graph.export import export, export_tables
from graph.exports.description import DATASET, DCAT, VOID
from graph.exports.files import TablesMissing, cell_text
from graph.exports.selection import EVERYTHING, Selection
from graph.store import Store
from ontology.vocabulary import UnknownName

pytestmark = [  # rdflib's own parsers use what it has deprecated
    pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
]
ICAT = iris.thing("ICAT")
TEXT = """A/74/127

105. The Inter-Agency Coordination Group was chaired by UNICEF in 2018 and by the OSCE in 2019.

106. UNODC is a member of the Inter-Agency Coordination Group. Fiji ratified the Palermo Protocol on 19 September 2017.

107. It recalls General Assembly resolution 64/293 and Security Council resolution 2388 (2017).
"""
FORMATS = ("turtle", "trig", "ntriples", "nquads", "jsonld", "rdfxml", "void")
Quads = set[tuple[str, str, str, str]]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two documents, from a real build; one holds what is hard to write."""
    folder = tmp_path_factory.mktemp("exports")
    (folder / "report.txt").write_text(TEXT, encoding="utf-8")
    hard = 'Page\n\nThe Group “<b>&amp;\\ "x" \u202e"\ttab» – \U0001f600 was chaired by UNODC in 2016.\n'
    (folder / "hard.txt").write_text(hard, encoding="utf-8")
    build([folder / "report.txt", folder / "hard.txt"], folder / "a.store")
    return folder / "a.store"


@pytest.fixture
def real(built: Path) -> Any:
    with Store.open(built) as opened:
        yield opened


def written(store: Store, format: Any, selection: Selection = EVERYTHING) -> bytes:
    out = io.BytesIO()
    export(store, format, out, selection=selection)
    return out.getvalue()


def triples_of(store: Store) -> Graph:
    """What rdflib reads of the quads as the engine gives them, graphs aside."""
    lines = "".join(f"{quad.triple} .\n" for quad in store.quads())
    return Graph().parse(data=lines, format="nt")


def same_triples(found: Graph, expected: Graph) -> bool:
    """Equal but for the names of blank nodes, which only the lists of the ontology have."""
    plain = [{triple for triple in graph if not _has_blank(triple)} for graph in (found, expected)]
    return plain[0] == plain[1] and isomorphic(_lists(found), _lists(expected))


def _lists(graph: Graph) -> Graph:
    found = Graph()
    for triple in filter(_has_blank, graph):
        found.add(triple)
    return found


def _has_blank(triple: tuple[Any, ...]) -> bool:
    return any(isinstance(term, BNode) for term in triple)


_TRIPLES = [
    ("ntriples", "nt"),
    pytest.param("turtle", "turtle", marks=pytest.mark.slow),
    pytest.param("rdfxml", "xml", marks=pytest.mark.slow),
]


@pytest.mark.parametrize(("format", "theirs"), _TRIPLES)
def test_formats_of_triples(real: Store, format: str, theirs: str) -> None:
    found = Graph().parse(data=written(real, format), format=theirs)
    assert len(found) > 20_000
    assert same_triples(found, triples_of(real))


@pytest.mark.parametrize(("format", "theirs"), [("trig", "trig"), ("nquads", "nquads"), ("json-ld", "json-ld")])
def test_formats_of_quads(real: Store, format: str, theirs: str) -> None:
    chosen = Selection(documents=(iris.thing("A/74/127"), iris.thing("hard.txt")))  # rdflib takes long over all of it
    found = Dataset()
    found.parse(data=written(real, format.replace("-", ""), chosen), format=theirs)
    expected = Dataset()
    expected.parse(data=written(real, "nquads", chosen), format="nquads")
    assert quads_of(found) == quads_of(expected)
    assert len(quads_of(found)) > 500


def quads_of(dataset: Dataset) -> Quads:
    return {(s.n3(), p.n3(), o.n3(), str(g)) for s, p, o, g in dataset.quads()}


@pytest.mark.slow
def test_the_whole_as_json_ld_holds_every_statement(real: Store) -> None:
    document = json.loads(written(real, "jsonld"))
    assert document["@context"]["label"] == {"@id": iris.SKOS + "prefLabel", "@container": "@language"}
    graphs = {part["@id"]: part["@graph"] for part in document["@graph"]}
    assert set(graphs) == {
        "graph:authority", "graph:ontology", "graph:inferences", "graph:document/A/74/127", "graph:document/hard.txt"
    }  # fmt: skip
    (icat,) = [node for node in graphs["graph:authority"] if node["@id"] == "id:ICAT"]
    assert icat["label"]["en"] == "ICAT"
    triples = pyoxigraph.parse(written(real, "jsonld"), format=pyoxigraph.RdfFormat.JSON_LD)
    assert sum(1 for _ in triples) == sum(1 for _ in real.quads())


@pytest.mark.slow
@pytest.mark.parametrize("format", FORMATS)
def test_the_same_store_gives_the_same_bytes(built: Path, real: Store, format: str) -> None:
    code = f"""if True:
        import sys
        from pathlib import Path
        from graph.export import export
        from graph.store import Store
        with Store.open(Path({str(built)!r})) as store:
            export(store, {format!r}, sys.stdout.buffer)
    """
    other = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": "7"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
    )
    assert other.stdout == written(real, format) != b""


def test_exporting_does_not_hold_the_graph(real: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first bytes are written before the last line is read."""
    seen: list[str] = []
    lines = export_module.lines

    def watched(store: Store, stack: Any) -> Any:
        yield from lines(store, stack)
        seen.append("all read")

    class Out(io.BytesIO):
        def write(self, data: Any) -> int:
            seen.append("written")
            return super().write(data)

        def writelines(self, parts: Any) -> None:
            for part in parts:
                self.write(part)

    monkeypatch.setattr("graph.export.lines", watched)
    for format in ("turtle", "ntriples", "nquads", "rdfxml"):
        seen.clear()
        export(real, format, Out())
        assert seen.index("written") < seen.index("all read"), format


# -- parts -------------------------------------------------------------------------------------------------------------


def part(store: Store, **selection: tuple[str, ...]) -> Dataset:
    found = Dataset()
    found.parse(data=written(store, "nquads", Selection(**selection)), format="nquads")
    return found


def of_class(dataset: Dataset, cls: str) -> set[str]:
    query = dataset.quads((None, RDF.type, URIRef(iris.PALERMO + cls), None))
    return {str(quad[0]) for quad in query}


def test_the_facts_of_a_kind_come_with_all_that_makes_them_readable(real: Store) -> None:
    found = part(real, kinds=("chairs",))
    assert len(of_class(found, "Chairing")) == 2
    assert of_class(found, "Membership") == of_class(found, "TreatyAction") == set()
    texts = {str(q[2]) for q in found.quads((None, URIRef(iris.OA + "exact"), None, None))}
    assert len(texts) == 1
    labels = {str(q[0]) for q in found.quads((None, URIRef(iris.SKOS + "prefLabel"), None, None))}
    assert {ICAT, iris.thing("UNICEF"), iris.thing("OSCE"), iris.thing("A/74/127")} <= labels
    edges = {str(q[2]) for q in found.quads((URIRef(ICAT), URIRef(iris.PALERMO + "chairedBy"), None, None))}
    assert edges == {iris.thing("UNICEF"), iris.thing("OSCE")}


def test_the_facts_about_an_entity(real: Store) -> None:
    found = part(real, entities=(iris.thing("Fiji"),))
    assert len(of_class(found, "TreatyAction")) == 1
    assert of_class(found, "Chairing") == set()
    assert list(found.quads((None, URIRef(iris.SCHEMA + "mentions"), URIRef(iris.thing("Fiji")), None)))


def test_what_is_given_together_narrows_down(real: Store) -> None:
    found = part(real, entities=(iris.thing("UNICEF"),), kinds=("chairs",))
    assert len(of_class(found, "Chairing")) == 1
    assert of_class(part(real, entities=(iris.thing("Fiji"),), kinds=("chairs",)), "Chairing") == set()


def test_a_document_is_its_graph_and_what_it_names(real: Store) -> None:
    graph = iris.document_graph("A/74/127")
    found = part(real, documents=(iris.thing("A/74/127"),))
    own = {quad for quad in found.quads() if str(quad[3]) == graph}
    assert len(own) == len(list(real.quads(graph)))
    assert not [q for q in found.quads() if str(q[3]) == iris.document_graph("hard.txt")]
    assert list(found.quads((URIRef(ICAT), URIRef(iris.SKOS + "prefLabel"), None, None)))


def test_a_kind_that_is_none(real: Store) -> None:
    with pytest.raises(UnknownName, match="chairs"):
        part(real, kinds=("chair",))


# -- tables ------------------------------------------------------------------------------------------------------------


def facts(store: Store) -> set[tuple[str, str, str]]:
    """(fact, property, value) of all roles."""
    rows = store.select(
        """SELECT DISTINCT ?f ?p ?o { GRAPH ?g { ?f dcterms:source ?d ; ?p ?o }
        FILTER(?g != graph:inferences && STRSTARTS(STR(?p), STR(:)) && ?p != :evidence) }"""
    )
    return {(_value(row["f"]), _value(row["p"]), _value(row["o"])) for row in rows}


def _value(term: Any) -> str:
    return str(term.value)


def read_back(tables: dict[str, list[dict[str, Any]]]) -> set[tuple[str, str, str]]:
    """The same, from tables and their codebook."""
    found = set()
    for line in tables["codebook"]:
        if line["property"]:
            nodes = f"{line['column']}_iri" in tables[line["table"]][0]
            for row in tables[line["table"]] if not nodes else []:
                if row[line["column"]] not in (None, ""):
                    found.add((row["fact"], line["property"], str(row[line["column"]])))
    return found


def test_csv_holds_every_fact(real: Store, tmp_path: Path) -> None:
    export_tables(real, "csv", tmp_path / "tables")
    tables = {
        path.stem: list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
        for path in sorted((tmp_path / "tables").glob("*.csv"))
    }
    assert read_back(tables) == facts(real) != set()
    assert {"chairs", "members", "ratifications", "things", "codebook"} <= set(tables)
    assert "United Nations" in (tmp_path / "tables" / "LICENCE.txt").read_text(encoding="utf-8")
    (row,) = [row for row in tables["chairs"] if row["chair"] == "UNICEF"]
    assert row["body"] == "ICAT" and row["year"] == "2018" and row["document"] == "A/74/127"
    assert row["paragraph"] == "105" and "was chaired by UNICEF" in row["quote"]
    (unicef,) = [row for row in tables["things"] if row["iri"] == iris.thing("UNICEF")]
    assert unicef["same_as"] == "http://www.wikidata.org/entity/Q740308"
    assert all(line["en"] and line["fr"] for line in tables["codebook"])


def test_parquet_holds_the_same_with_types(real: Store, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    export_tables(real, "parquet", tmp_path / "tables.zip")
    with zipfile.ZipFile(tmp_path / "tables.zip") as archive:
        names = [name for name in archive.namelist() if name.endswith(".parquet")]
        tables = {
            name.removesuffix(".parquet"): parquet.read_table(io.BytesIO(archive.read(name))).to_pylist()
            for name in names
        }
    assert read_back(tables) == facts(real)
    assert all(isinstance(row["start"], int) for row in tables["chairs"])


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_an_archive_is_the_same_each_time(real: Store, tmp_path: Path, format: str) -> None:
    for name in ("a.zip", "b.zip"):
        export_tables(real, format, tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "b.zip"]


def test_tables_of_a_part(real: Store, tmp_path: Path) -> None:
    export_tables(real, "csv", tmp_path, selection=Selection(entities=(iris.thing("UNICEF"),), kinds=("chairs",)))
    assert {path.name for path in tmp_path.iterdir()} == {"chairs.csv", "things.csv", "codebook.csv", "LICENCE.txt"}
    assert (tmp_path / "chairs.csv").read_text(encoding="utf-8-sig").count("\n") == 2


def test_without_pyarrow_it_says_what_to_do(real: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(TablesMissing, match=r"palermo\[tables\]"):
        export_tables(real, "parquet", tmp_path / "t.zip")
    assert not (tmp_path / "t.zip").exists()


@pytest.mark.parametrize(
    ("cell", "text"),
    [("=1+1", "'=1+1"), ("@x", "'@x"), ("-5 people", "'-5 people"), (-5, "-5"), (None, ""), ("a", "a")],
)
def test_no_cell_is_a_formula(cell: Any, text: str) -> None:
    assert cell_text(cell) == text


# -- the description ---------------------------------------------------------------------------------------------------


def test_the_data_set_describes_itself(real: Store) -> None:
    graph = Graph().parse(data=written(real, "void"), format="turtle")
    node = URIRef(DATASET)
    assert (node, RDF.type, URIRef(VOID + "Dataset")) in graph
    assert (node, RDF.type, URIRef(DCAT + "Dataset")) in graph
    total = graph.value(node, URIRef(VOID + "triples"))
    assert int(str(total)) == len({quad.triple for quad in real.quads()})
    parts = {
        graph.value(part, URIRef(VOID + "property")) for part in graph.objects(node, URIRef(VOID + "propertyPartition"))
    }
    assert parts == {URIRef(quad.predicate.value) for quad in real.quads()}
    licence = graph.value(node, URIRef(iris.DCTERMS + "license"))
    assert str(licence).startswith("https://creativecommons.org/licenses/")
    assert any(
        "remain the United Nations'" in str(text) for text in graph.objects(node, URIRef(iris.DCTERMS + "rights"))
    )
    assert len(list(graph.objects(node, URIRef(DCAT + "distribution")))) == 8


def test_more_files_than_may_be_open(real: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = written(real, "nquads")
    monkeypatch.setattr("graph.export._AT_ONCE", 2)
    assert written(real, "nquads") == before
