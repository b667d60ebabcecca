"""What documents plan stands in graphs of its own: no plain query sees it, and it comes and goes with its document."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest

from extract.facts import Fact
from graph import iris
from graph.build import build
from graph.export import export
from graph.store import Store
from tests.graph.test_model import ICAT, UNICEF, mapped

FACTS = "SELECT ?fact WHERE { ?fact :evidence ?evidence } ORDER BY ?fact"
PLANS = "SELECT ?fact WHERE { ?fact a :PlannedFact ; :evidence ?evidence } ORDER BY ?fact"
CHAIRED = Fact("chairs", {"body": ICAT, "chair": UNICEF, "year": "2018"}, 0, 28, 1)
TO_CHAIR = replace(CHAIRED, roles={**CHAIRED.roles, "year": "2031"}, modality="planned")
TEXT = "1. Fiji is considering ratifying the Palermo Protocol. Chile ratified the Palermo Protocol in 2004.\n"


def quads(text: str) -> list[pyoxigraph.Quad]:
    return list(pyoxigraph.parse(text, pyoxigraph.RdfFormat.N_QUADS))


def test_a_plan_has_a_graph_a_mark_and_evidence_but_no_edge() -> None:
    result = mapped([CHAIRED, TO_CHAIR])
    assert result.facts == {"chairs": 1}
    assert "2031" not in result.nquads
    found = quads(result.planned)
    assert {str(quad.graph_name) for quad in found} == {f"<{iris.planned_graph('A/74/127')}>"}
    (node,) = {quad.subject for quad in found if quad.object == pyoxigraph.NamedNode(iris.PALERMO + "PlannedFact")}
    assert str(node).endswith("~planned>")
    assert pyoxigraph.NamedNode(iris.PALERMO + "evidence") in {q.predicate for q in found if q.subject == node}
    assert pyoxigraph.NamedNode(iris.PALERMO + "chairedBy") not in {quad.predicate for quad in found}
    assert {quad.triple for quad in found}.isdisjoint(quad.triple for quad in quads(result.nquads))


def test_a_plan_that_is_also_stated_as_a_fact_is_none() -> None:
    assert mapped([CHAIRED, replace(CHAIRED, modality="planned")]).planned == ""


def test_the_same_plans_in_another_order_are_the_same_text() -> None:
    other = replace(TO_CHAIR, roles={**TO_CHAIR.roles, "year": "2032"})
    assert mapped([TO_CHAIR, other]).planned == mapped([other, TO_CHAIR]).planned


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "plan.txt").write_text(TEXT, encoding="utf-8")
    for name in ("a", "b", "c", "d", "e"):  # enough for a store to be made from the one before it
        (folder / f"{name}.txt").write_text(f"1. ICAT was chaired by UNICEF in 2018 ({name}).\n", encoding="utf-8")
    return folder


def nodes(store: Path, query: str, *, planned: bool) -> list[str]:
    with Store.open(store) as opened:
        return [str(row["fact"]) for row in opened.select(query, planned=planned)]


def test_only_who_asks_for_plans_sees_them(sources: Path, tmp_path: Path) -> None:
    store = tmp_path / "palermo.store"
    build([sources], store)
    assert nodes(store, PLANS, planned=False) == []
    (plan,) = nodes(store, PLANS, planned=True)
    assert "Fiji" in plan
    assert set(nodes(store, FACTS, planned=True)) - set(nodes(store, FACTS, planned=False)) == {plan}
    with Store.open(store) as opened:
        assert all("~planned" not in str(quad.subject) for quad in opened.quads())


@pytest.mark.parametrize("change", ["gone", "done"])
def test_plans_go_with_their_document(sources: Path, tmp_path: Path, change: str) -> None:
    store = tmp_path / "palermo.store"
    build([sources], store)
    if change == "gone":
        (sources / "plan.txt").unlink()
    else:
        (sources / "plan.txt").write_text("1. Fiji ratified the Palermo Protocol in 2017.\n", encoding="utf-8")
    build([sources], store)
    build([sources], tmp_path / "new.store")
    assert nodes(store, PLANS, planned=True) == []
    assert exported(store) == exported(tmp_path / "new.store")


def exported(store: Path) -> bytes:
    out = io.BytesIO()
    with Store.open(store) as opened:
        export(opened, "nquads", out)
    return out.getvalue()


def test_an_export_holds_plans_in_their_own_graph(sources: Path, tmp_path: Path) -> None:
    store = tmp_path / "palermo.store"
    build([sources], store)
    graphs = {str(q.graph_name) for q in quads(exported(store).decode()) if "~planned" in str(q.subject)}
    assert graphs == {f"<{iris.planned_graph('plan.txt')}>"}
