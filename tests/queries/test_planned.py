"""Plans are listed where they are asked for, marked as such, and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import main
from graph.build import build
from graph.store import Store
from queries.answers import page_text, query_answer, stats_answer

TEXT = """\
1. The tenth session of the Commission on Crime Prevention and Criminal Justice will be held in Vienna in May 2031.

2. Fiji is considering ratifying the Palermo Protocol. Chile ratified the Palermo Protocol in 2004.
"""
GOLD = {
    "kind": "ratifications", "state": "Chile", "instrument": "Palermo Protocol", "doc": "plan.txt", "para": "2",
    "quote": "Chile ratified the Palermo Protocol in 2004.",
}  # fmt: skip


@pytest.fixture(scope="module")
def planned_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("planned")
    (folder / "plan.txt").write_text(TEXT, encoding="utf-8")
    build([folder / "plan.txt"], folder / "palermo.store")
    return folder / "palermo.store"


def rows(store: Path, name: str, *, include_planned: bool) -> list[dict[str, str]]:
    with Store.open(store) as opened:
        return [
            dict(row)
            for row in query_answer(opened, name, [], language="en", include_planned=include_planned).tables[0].rows
        ]


def test_a_query_lists_plans_only_when_asked(planned_store: Path) -> None:
    plain = rows(planned_store, "ratifications", include_planned=False)
    assert [row["state"] for row in plain] == ["Chile"]
    assert "modality" not in plain[0]
    every = rows(planned_store, "ratifications", include_planned=True)
    assert [(row["state"], row["modality"]) for row in every] == [("Fiji", "planned"), ("Chile", "asserted")]


def test_the_timeline_holds_plans_only_when_asked(planned_store: Path) -> None:
    assert [row["date"] for row in rows(planned_store, "timeline", include_planned=False)] == ["2004"]
    dates = [(row["date"], row["modality"]) for row in rows(planned_store, "timeline", include_planned=True)]
    assert dates == [("2004", "asserted"), ("2031-05", "planned")]
    assert all(row["event"] for row in rows(planned_store, "timeline", include_planned=True))


@pytest.mark.parametrize(("language", "mark"), [("en", "planned: "), ("fr", "prévu : ")])
def test_a_page_marks_plans(planned_store: Path, language: str, mark: str) -> None:
    with Store.open(planned_store) as opened:
        plain, _ = page_text(opened, "Fiji", language=language, form="text", columns_wide=200, bold=False)
        page, _ = page_text(
            opened, "Fiji", language=language, form="text", columns_wide=200, bold=False, include_planned=True
        )
    assert mark not in plain
    assert mark in page


def test_counts_know_no_plans(planned_store: Path) -> None:
    with Store.open(planned_store) as opened:
        table = stats_answer(opened, language="en").tables[0]
    counts = {row["name"]: row["count"] for row in table.rows if row["what"] == "facts"}
    assert counts["ratifications"] == "1"
    assert "meetings" not in counts


def test_the_evaluation_knows_no_plans(planned_store: Path, tmp_path: Path) -> None:
    gold = tmp_path / "facts.jsonl"
    gold.write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    arguments = ["--store", str(planned_store), "evaluate", str(gold), "--format", "json"]
    result = CliRunner().invoke(main, arguments)
    (score, _) = json.loads(result.stdout)["scores"]
    assert (score["returned"], score["correct"]) == (1, 1)


def test_the_command_line(planned_store: Path) -> None:
    arguments = ["--store", str(planned_store), "query", "meetings", "--format", "json"]
    assert json.loads(CliRunner().invoke(main, arguments).stdout) == []
    (row,) = json.loads(CliRunner().invoke(main, [*arguments, "--include-planned"]).stdout)
    assert (row["start"], row["modality"]) == ("2031-05", "planned")
    shown = CliRunner().invoke(main, ["--store", str(planned_store), "show", "Fiji", "--include-planned"])
    assert "planned: Palermo Protocol" in shown.stdout
