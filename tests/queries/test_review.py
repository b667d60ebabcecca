"""Facts as a table for a spreadsheet, and the verdicts of people from there."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from graph import generation
from graph.build import build
from graph.store import Store
from queries.catalogue import require
from queries.review import COLUMNS, ReviewInvalid, apply, judgements, table
from queries.rows import run

TEXT = """A/74/900

1. In 2018, ICAT was chaired by UNICEF.

2. In 2017, ICAT was chaired by OHCHR.

3. Fiji ratified the Palermo Protocol on 19 September 2017.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("review")
    (folder / "a.txt").write_text(TEXT)
    build([folder / "a.txt"], folder / "palermo.store")
    return folder


@pytest.fixture
def store(built: Path, tmp_path: Path) -> Path:
    import shutil

    return Path(shutil.copytree(built / "palermo.store", tmp_path / "palermo.store"))


def lines(store: Path, **options: tuple[str, ...]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table(store, language="en", kinds=options.get("kinds", ())))))


def judged(store: Path, *verdicts: tuple[str, str, str], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """The table of the store, with (what the roles hold, verdict, amendment) filled in."""
    rows = lines(store)
    for words, verdict, amendment in verdicts:
        (row,) = [row for row in rows if words in row["roles"]]
        row["verdict"], row["amendment"] = verdict, amendment
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode(encoding)


def bring_in(store: Path, data: bytes, language: str = "en") -> None:
    apply(store, data, by="Jane Doe", on="2026-11-22", language=language)


def chairs(store: Path) -> list[tuple[str, str]]:
    with Store.open(store) as opened:
        rows = run(opened, require("chairs"), {}, language="en")
    return [(cells["chair"], cells["year"]) for cells in (row.cells(("chair", "year")) for row in rows)]


def test_every_fact_is_a_line_with_its_sentence_and_no_verdict(store: Path) -> None:
    (line,) = lines(store, kinds=("ratifications",))
    assert tuple(line) == COLUMNS
    assert line["roles"] == "state=Fiji; instrument=Palermo Protocol; manner=ratification; date=2017-09-19"
    assert (line["document"], line["paragraph"]) == ("A/74/900", "3")
    assert line["quote"] == "Fiji ratified the Palermo Protocol on 19 September 2017."
    assert line["fact"].startswith("https://w3id.org/palermo/fact/ratifications/2017-09-19-")
    assert (line["reviewed"], line["verdict"], line["amendment"]) == ("", "", "")
    assert {row["kind"] for row in lines(store)} > {"chairs", "ratifications"}


def test_nothing_changes_without_a_verdict(store: Path) -> None:
    with pytest.raises(ReviewInvalid, match="no verdict"):
        bring_in(store, judged(store))


@pytest.mark.parametrize(("delimiter", "encoding"), [(",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-8")])
def test_a_rejected_fact_is_gone_and_still_in_the_table(store: Path, delimiter: str, encoding: str) -> None:
    bring_in(store, judged(store, ("UNICEF", "rejected", ""), delimiter=delimiter, encoding=encoding))
    assert chairs(store) == [("OHCHR", "2017")]
    (line,) = [row for row in lines(store) if "UNICEF" in row["roles"]]
    assert (line["reviewed"], line["verdict"]) == ("rejected by Jane Doe on 2026-11-22.", "")


def test_an_amended_fact_shows_amended(store: Path) -> None:
    bring_in(
        store, judged(store, ("UNICEF", "Modifié", "chair=Organisation internationale pour les migrations; year="))
    )
    assert chairs(store) == [("IOM", ""), ("OHCHR", "2017")]
    (line,) = [row for row in lines(store) if "UNICEF" in row["roles"]]
    assert line["reviewed"] == "amended to body=ICAT; chair=IOM by Jane Doe on 2026-11-22."


def test_concepts_and_dates_are_amended_too(store: Path) -> None:
    bring_in(store, judged(store, ("Fiji", "amended", "manner=accession; date=2017-09")))
    with Store.open(store) as opened:
        (row,) = run(opened, require("ratifications"), {}, language="en")
    assert row.cells(("state", "manner", "date")) == {"state": "Fiji", "manner": "accession", "date": "2017-09"}


def test_a_verdict_is_taken_back(store: Path) -> None:
    before = chairs(store)
    bring_in(store, judged(store, ("UNICEF", "rejected", ""), ("OHCHR", "confirmed", "")))
    bring_in(store, judged(store, ("UNICEF", "withdrawn", "")))
    assert chairs(store) == before
    assert [row["reviewed"] for row in lines(store) if row["reviewed"]] == ["confirmed by Jane Doe on 2026-11-22."]


@pytest.mark.parametrize(
    ("verdict", "amendment", "problem"),
    [
        ("maybe", "", "“maybe” is no verdict"),
        ("amended", "", "COLUMN=VALUE; the columns: body, chair, year"),
        ("amended", "colour=red", "COLUMN=VALUE"),
        ("amended", "chair=UNICEFF", "Did you mean"),
        ("amended", "year=soon", "is no date"),
        ("amended", "year=2018", "changes nothing"),
        ("amended", "chair=", "too little is left"),
    ],
)
def test_what_cannot_be_applied_is_told_with_its_line_and_nothing_is(
    store: Path, verdict: str, amendment: str, problem: str
) -> None:
    before = generation.kept(store)
    with pytest.raises(ReviewInvalid, match=problem) as caught:
        bring_in(store, judged(store, ("OHCHR", "rejected", ""), ("UNICEF", verdict, amendment)))
    assert caught.value.line > 1
    assert "Nothing was applied" in str(caught.value)
    assert generation.kept(store) == before


def test_tables_that_are_none() -> None:
    for data, problem in (
        (b"", "no column fact and no column verdict"),
        (b"fact,kind\n", "no column verdict"),
        ("fact,verdict\na,rejeté".encode("latin-1"), "UTF-8"),
        (b'fact,verdict\n"a', "no table"),
        (b"fact,verdict\na,rejected\n\nb,\na,confirmed\n", "judges the fact of line 2 again"),
    ):
        with pytest.raises(ReviewInvalid, match=problem):
            judgements(data)


def test_a_fact_that_nobody_states_cannot_be_judged(store: Path) -> None:
    with pytest.raises(ReviewInvalid, match="states the fact <a:b>"):
        bring_in(store, b"fact,verdict\na:b,rejected\n")


@pytest.mark.parametrize(("by", "on"), [(" ", "2026-11-22"), ("Ann", "today"), ("Ann", "2026-02-30"), ("Ann", "2026")])
def test_who_and_when_must_be_said(store: Path, by: str, on: str) -> None:
    with pytest.raises(ReviewInvalid, match=r"--(by|on) "):
        apply(store, judged(store, ("UNICEF", "rejected", "")), by=by, on=on, language="en")
