"""Reported numbers as observations of the RDF Data Cube vocabulary."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.build import build
from graph.store import Store
from ontology.kinds import load_kinds
from ontology.vocabulary import VocabularyError

TEXT = "In 2018, UNODC trained 40 judges. IOM assisted 7,400 victims of trafficking in 2018.\n"
OBSERVATIONS = """
SELECT ?value ?structure WHERE {
  ?fact a qb:Observation ; qb:dataSet ?set ; :value ?value .
  ?set a qb:DataSet ; qb:structure ?structure ; dcterms:source ?document .
  ?structure a qb:DataStructureDefinition ; qb:component [ qb:measure :value ] , [ qb:dimension :measure ] ,
    [ qb:attribute :unit ] .
} ORDER BY ?value
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    summary = build([tmp_path / "report.txt"], tmp_path / "store")
    assert summary.failures == []
    return Store.open(tmp_path / "store")


def test_a_figure_is_an_observation_of_its_documents_data_set(store: Store) -> None:
    with store:
        rows = store.select(OBSERVATIONS)
    assert [str(row["value"])[1:].partition('"')[0] for row in rows] == ["40", "7400"]
    assert len({str(row["structure"]) for row in rows}) == 1


def test_training_has_a_data_set_of_its_own(store: Store) -> None:
    with store:
        rows = store.select("SELECT DISTINCT ?set WHERE { ?fact a qb:Observation ; qb:dataSet ?set } ORDER BY ?set")
    assert [str(row["set"]).rstrip(">").rpartition("#")[2] for row in rows] == ["figures", "training"]


def test_only_kinds_with_a_number_are_observed(tmp_path: Path) -> None:
    (tmp_path / "kinds.yaml").write_text("x:\n  class: X\n  columns: {a: text}\n  key: [a]\n  observed: true\n")
    with pytest.raises(VocabularyError, match="number"):
        load_kinds(folder=tmp_path)
