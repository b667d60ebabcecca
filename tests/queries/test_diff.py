"""What changed between two stores."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.store import Store
from queries.answers import diff_answer
from queries.catalogue import UnknownQuery
from queries.diff import Difference, differences
from tests.conftest import Written, chaired, known, write_store

RATIFIED = "ratifications"


def document(*said: tuple[str, tuple[str, object]]) -> Written:
    doc = Written("A/74/127", "a.txt", "en")
    for number, (words, fact) in enumerate(said, 1):
        doc.add(str(number), words, fact)  # type: ignore[arg-type]
    return doc


def changes(tmp_path: Path, before: Written, after: Written, **options: tuple[str, ...]) -> list[Difference]:
    stores = [write_store(tmp_path / f"{n}.store", [doc]) for n, doc in enumerate((before, after))]
    with Store.open(stores[0]) as old, Store.open(stores[1]) as new:
        return differences(old, new, kinds=options.get("kinds", ()), language="en")


def ratified(state: str, date: str) -> tuple[str, dict[str, object]]:
    return RATIFIED, {"state": known(state), "instrument": known("Palermo_Protocol"), "date": date}


def test_the_same_is_no_difference(tmp_path: Path) -> None:
    doc = document(("UNICEF chaired it in 2018.", chaired("UNICEF", "2018")))
    assert changes(tmp_path, doc, doc) == []


def test_added_and_removed(tmp_path: Path) -> None:
    before = document(("UNICEF chaired it.", chaired("UNICEF", "2018")), ("Fiji did.", ratified("Fiji", "2017")))
    after = document(("UNICEF chaired it.", chaired("UNICEF", "2018")), ("Japan did.", ratified("Japan", "2016")))
    gone, come = (f.cells() for f in changes(tmp_path, before, after))
    assert (gone["change"], gone["fact"], gone["paragraph"], gone["quote"], gone["before"]) == (
        "removed", "state=Fiji; instrument=Palermo Protocol; date=2017", "2", "Fiji did.", "",
    )  # fmt: skip
    assert (come["change"], come["kind"], come["quote"]) == ("added", RATIFIED, "Japan did.")


def test_another_value_of_the_same_fact(tmp_path: Path) -> None:
    before, after = (
        document((f"Fiji ratified it in {year}.", ratified("Fiji", year)), ("OSCE did.", chaired("OSCE", "2019")))
        for year in ("2017", "2018")
    )
    (found,) = changes(tmp_path, before, after)
    assert found.cells() == {
        "change": "changed", "kind": RATIFIED, "fact": "state=Fiji; instrument=Palermo Protocol; date=2017 → 2018",
        "document": "A/74/127", "paragraph": "1", "quote": "Fiji ratified it in 2018.",
        "before": "Fiji ratified it in 2017.",
    }  # fmt: skip
    assert [found.json()[side]["date"] for side in ("before", "after")] == ["2017", "2018"]  # type: ignore[index]


def test_another_fact_of_the_same_sentence(tmp_path: Path) -> None:
    before, after = (document(("The chair was one.", chaired(who, "2018"))) for who in ("UNICEF", "OSCE"))
    (found,) = changes(tmp_path, before, after)
    assert (found.change, found.cells()["fact"]) == ("changed", "body=ICAT; chair=UNICEF → OSCE; year=2018")


def test_another_sentence_for_the_same_fact(tmp_path: Path) -> None:
    before, after = (document((words, chaired("UNICEF", "2018"))) for words in ("UNICEF did.", "It was UNICEF."))
    (found,) = changes(tmp_path, before, after)
    cells = found.cells()
    assert (cells["change"], cells["quote"], cells["before"]) == ("changed", "It was UNICEF.", "UNICEF did.")


def test_what_is_gone_and_come_several_times_is_no_change(tmp_path: Path) -> None:
    before = document(("a", ratified("Fiji", "2016")), ("b", ratified("Fiji", "2017")))
    after = document(("c", ratified("Fiji", "2018")))
    assert sorted(f.change for f in changes(tmp_path, before, after)) == ["added", "removed", "removed"]


def test_a_role_that_comes_and_goes(tmp_path: Path) -> None:
    before, after = (
        document(("Fiji did.", (RATIFIED, {k: v for k, v in ratified("Fiji", "2017")[1].items() if k != left})))
        for left in ("date", "")
    )
    (found,) = changes(tmp_path, before, after)
    assert "date=(none) → 2017" in found.cells()["fact"]


def test_only_some_kinds(tmp_path: Path) -> None:
    before = document(("a", chaired("UNICEF", "2018")), ("b", ratified("Fiji", "2016")))
    assert [f.kind.name for f in changes(tmp_path, before, document(), kinds=("chairs",))] == ["chairs"]
    with pytest.raises(UnknownQuery, match="chairs"):
        changes(tmp_path, before, before, kinds=("chair",))


def test_the_answer(store: Store, tmp_path: Path) -> None:
    with Store.open(write_store(tmp_path / "other.store", [document()])) as other:
        answer = diff_answer(store, other, kinds=(), language="fr")
    assert not answer.empty
    assert {row["change"] for row in answer.tables[0].rows} == {"removed"}
    assert '"before": {' in answer.text("json", columns_wide=80)
