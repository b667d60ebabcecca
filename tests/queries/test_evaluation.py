"""The evaluation measures what it says: wrong facts cost precision, missing ones recall."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.store import Store
from queries.evaluate import Evaluation, Score, alike, differences, evaluate, overlap, to_data, total
from queries.gold import GoldError, read

CHAIRS = "Le Groupe a été présidé par l’ONUDC en 2016, par le HCDH en 2017, par l’UNICEF en 2018"
ALIASES = {"Group": ["ICAT", "the Group", "le Groupe"], "UN Office on Drugs": ["UNODC", "ONUDC"]}


def fact(chair: str, year: str | None = None, **changes: object) -> dict[str, object]:
    """An annotated chair of the report."""
    base: dict[str, object] = {
        "kind": "chairs", "body": "ICAT", "chair": chair, "doc": "A/74/127", "para": "105", "quote": CHAIRS,
    }  # fmt: skip
    return {**base, **({} if year is None else {"year": year}), **changes}


ALL = [
    fact("UNODC", "2016"),
    fact("HCDH", "2017"),
    fact("UNICEF", "2018"),
    fact("OSCE", "2019"),
    fact("UN Women", "2019"),
]


def scored(store: Store, folder: Path, *lines: Mapping[str, object], aliases: object = None) -> Evaluation:
    path = folder / "facts.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    if aliases is not None:
        (folder / "aliases.json").write_text(json.dumps(aliases), encoding="utf-8")
    return evaluate(store, read(path))


def chairs(store: Store, folder: Path, *lines: Mapping[str, object], aliases: object = None) -> Score:
    return next(s for s in scored(store, folder, *lines, aliases=aliases).scores if s.kind == "chairs")


def test_all_right(store: Store, tmp_path: Path) -> None:
    score = chairs(store, tmp_path, *ALL)
    assert (score.precision, score.recall, score.f1) == (1.0, 1.0, 1.0)
    assert (score.missed, score.unexpected) == ((), ())


def test_a_fact_that_is_not_annotated_lowers_precision(store: Store, tmp_path: Path) -> None:
    score = chairs(store, tmp_path, *ALL[:4])
    assert (score.precision, score.recall) == (0.8, 1.0)
    assert [f.values["year"] for f in score.unexpected] == ["2019"]


def test_a_fact_that_is_not_found_lowers_recall(store: Store, tmp_path: Path) -> None:
    score = chairs(store, tmp_path, *ALL, fact("Japan", "2015"))
    assert (score.precision, score.recall) == (1.0, 5 / 6)
    assert [f.values["chair"] for f in score.missed] == ["Japan"]


def test_a_wrong_value_costs_both(store: Store, tmp_path: Path) -> None:
    score = chairs(store, tmp_path, *ALL[:4], fact("UN Women", "2020"))
    assert (score.precision, score.recall) == (0.8, 0.8)


def test_a_fact_annotated_twice_counts_once(store: Store, tmp_path: Path) -> None:
    assert chairs(store, tmp_path, *ALL, ALL[0]).gold == 5


def test_a_fact_that_is_found_in_three_paragraphs_counts_once(store: Store, tmp_path: Path) -> None:
    # the co-chair of 2019 has three pieces of evidence
    score = chairs(store, tmp_path, fact("OSCE", "2019"))
    assert (score.returned, score.correct) == (5, 1)


def test_a_column_that_is_not_annotated_does_not_matter(store: Store, tmp_path: Path) -> None:
    assert chairs(store, tmp_path, fact("UNICEF")).matched == 1


def test_a_column_that_the_store_lacks_does(store: Store, tmp_path: Path) -> None:
    line = {
        "kind": "members",
        "body": "ICAT",
        "member": "UNODC",
        "doc": "note.txt",
        "quote": "UNODC is a member of ICAT",
    }
    assert scored(store, tmp_path, line).total.matched == 1
    assert scored(store, tmp_path, {**line, "year": "2018"}).total.matched == 0


def test_names_in_either_language_and_aliases(store: Store, tmp_path: Path) -> None:
    lines = [fact("ONUDC", "2016", body="Groupe interinstitutions"), fact("UN Office on Drugs", "2016", body="Group")]
    assert chairs(store, tmp_path, *lines).matched == 1
    assert chairs(store, tmp_path, *lines, aliases=ALIASES).matched == 2


@pytest.mark.parametrize(("date", "matched"), [("2017-09-19", 1), ("2017-09", 0), ("2017", 0), ("2017-09-20", 0)])
def test_a_date_must_be_the_same_to_the_same_precision(store: Store, tmp_path: Path, date: str, matched: int) -> None:
    line = {"kind": "ratifications", "state": "Fiji", "manner": "ratification", "date": date, "doc": "A/74/127",
            "para": "3", "quote": "Fidji (19 septembre 2017)"}  # fmt: skip
    assert scored(store, tmp_path, line).total.matched == matched


def test_the_quote_must_be_of_the_place(store: Store, tmp_path: Path) -> None:
    assert chairs(store, tmp_path, fact("UNICEF", "2018", quote="Cela se lit tout à fait ailleurs")).matched == 0


def test_another_document_is_another_fact(store: Store, tmp_path: Path) -> None:
    assert chairs(store, tmp_path, fact("UNICEF", "2018", doc="note.txt")).matched == 0


def test_documents_are_known_by_file_name_and_alias(store: Store, tmp_path: Path) -> None:
    assert chairs(store, tmp_path, fact("UNICEF", doc="rapport.txt")).matched == 1
    aliases = {"003.txt": ["A/74/127", "rapport"]}
    assert chairs(store, tmp_path, fact("UNICEF", doc="003.txt"), aliases=aliases).matched == 1


def test_a_document_that_the_store_lacks_is_told(store: Store, tmp_path: Path) -> None:
    found = scored(store, tmp_path, *ALL, fact("UNICEF", doc="other.txt"))
    assert found.absent == ("other.txt",)
    assert found.total.matched == 5
    assert found.total.gold == 6


def test_rows_of_documents_that_are_not_annotated_do_not_count(store: Store, tmp_path: Path) -> None:
    line = {"kind": "founded", "thing": "ICAT", "doc": "A/74/127", "quote": "x"}
    assert scored(store, tmp_path, line).total.returned == 0  # the note's founding is not held against us


def test_citations_count_once_for_each_paragraph(store: Store, tmp_path: Path) -> None:
    line = {"kind": "citations", "citing": "A/74/127", "cited": "S/RES/2388 (2017)", "doc": "A/74/127", "para": "38",
            "quote": "La résolution 2388 (2017)"}  # fmt: skip
    score = scored(store, tmp_path, line).total
    assert (score.matched, score.returned, score.correct) == (1, 2, 1)
    both = scored(store, tmp_path, line, {**line, "para": "41", "quote": "Voir la résolution 2388"}).total
    assert (both.matched, both.correct) == (2, 2)
    assert scored(store, tmp_path, {**line, "para": "39"}).total.matched == 0


def test_concepts_numbers_and_words(store: Store, tmp_path: Path) -> None:
    note = {"doc": "note.txt", "quote": "In April 2018 Operation Libertad rescued 350 people"}
    operation = {"kind": "operations", "operation": "Operation Libertad", "date": "2018-04", "rescued": 350, **note}
    assert scored(store, tmp_path, operation).total.matched == 1
    assert scored(store, tmp_path, {**operation, "rescued": 351}).total.matched == 0
    title = {"kind": "documents", "title": "Amélioration de la coordination", "type": "Report", "doc": "A/74/127",
             "quote": "Rapport du Secrétaire général"}  # fmt: skip
    assert scored(store, tmp_path, title).total.matched == 1
    assert scored(store, tmp_path, {**title, "title": "Tout autre chose"}).total.matched == 0
    assert scored(store, tmp_path, {**title, "type": "letter"}).total.matched == 0
    english = {**title, "title": "Coordination of action"}
    assert scored(store, tmp_path, english).total.matched == 0
    names = {"Coordination of action": ["Amélioration de la coordination"]}
    assert scored(store, tmp_path, english, aliases=names).total.matched == 1


def test_a_reader_s_own_words_are_not_compared(store: Store, tmp_path: Path) -> None:
    quote = "reports 25,000 victims for 2016"
    figure = {"kind": "figures", "measure": "people that were found", "value": 25000, "doc": "note.txt", "quote": quote}
    assert scored(store, tmp_path, figure).total.matched == 1
    assert scored(store, tmp_path, {**figure, "value": 24000}).total.matched == 0


def test_a_scope_limits_what_counts_against_precision(store: Store, tmp_path: Path) -> None:
    paragraphs = {"scope": {"doc": "A/74/127", "paras": "1-100", "kinds": ["chairs"]}}
    score = chairs(store, tmp_path, fact("OSCE", "2019"), paragraphs)
    assert (score.returned, score.correct) == (2, 1)  # both co-chairs of 2019 stand in 73; the others only in 105
    other_kind = {"scope": {"doc": "A/74/127", "kinds": ["members"]}}
    assert chairs(store, tmp_path, fact("OSCE", "2019"), other_kind).returned == 1  # what is right counts anyway


def test_a_scope_can_end_at_an_offset(store: Store, tmp_path: Path) -> None:
    line = {"kind": "members", "body": "ICAT", "member": "Japan", "doc": "note.txt", "quote": "x"}
    assert scored(store, tmp_path, line, {"scope": {"doc": "note.txt", "end": 10}}).total.returned == 1
    assert scored(store, tmp_path, line, {"scope": {"doc": "note.txt", "end": 0}}).total.returned == 0


def test_scores_without_rows_have_no_precision() -> None:
    nothing = Score("chairs", gold=2, matched=0, returned=0, correct=0)
    assert (nothing.precision, nothing.recall, nothing.f1) == (None, 0.0, None)
    assert Score("chairs", 0, 0, 3, 0).recall is None
    assert Score("chairs", 2, 0, 2, 0).f1 == 0.0


def test_the_total_is_the_sum_of_counts() -> None:
    summed = total([Score("a", 4, 2, 3, 3), Score("b", 6, 3, 2, 1)])
    assert (summed.recall, summed.precision) == (0.5, 0.8)


def test_what_differs_is_listed_with_its_quote(store: Store, tmp_path: Path) -> None:
    found = scored(store, tmp_path, *ALL[:4], fact("Japan", "2015"))
    rows = differences(found)
    assert [(r["difference"], r["values"]) for r in rows] == [
        ("missed", "body=ICAT; chair=Japan; year=2015"),
        ("unexpected", "body=ICAT; chair=UN Women; year=2019"),
    ]
    assert all(r["quote"] for r in rows)
    assert "differences" in to_data(found, show=True) and "differences" not in to_data(found, show=False)


@pytest.mark.parametrize(
    ("quote", "sentence", "same"),
    [
        ("a ratifié le Protocole", "Fidji a ratifié le Protocole en 2017.", True),
        ("criminalité transnationale organisée", "la criminalité transnat ionale organisée", True),
        ("the Group was chaired by UNICEF", "UNICEF chaired the Group, as planned", True),
        ("the Group was chaired by UNICEF", "The Fund received money from Norway", False),
        ("", "anything", False),
    ],
)
def test_overlap_of_quotes(quote: str, sentence: str, same: bool) -> None:
    assert overlap(quote, sentence) is same


def test_likeness_of_words() -> None:
    assert alike("promote the ratification of the Protocol", "Promote ratification of this Protocol")
    assert not alike("promote ratification", "collect data on migration")
    assert alike("fr", "FR")
    assert not alike("fr", "en")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "no JSON"),
        ("[]", "a JSON object"),
        ('{"kind": "chairs", "doc": "d"}', "quote"),
        ('{"kind": "cheirs", "doc": "d", "quote": "q"}', "there is no kind"),
        ('{"kind": "chairs", "doc": "d", "quote": "q", "president": "x"}', "is no column"),
        ('{"kind": "chairs", "doc": "d", "quote": "q", "body": ["x"]}', "a string or a number"),
        ('{"scope": {}}', "doc"),
        ('{"scope": {"doc": "d", "paras": "one"}}', "1-62"),
        ('{"scope": {"doc": "d", "kinds": ["x"]}}', "there is no kind"),
        ('{"scope": {"doc": "d", "kinds": "chairs"}}', "a list"),
        ('{"scope": {"doc": "d", "end": "x"}}', "end"),
    ],
)
def test_a_line_that_is_wrong_is_named(tmp_path: Path, line: str, problem: str) -> None:
    path = tmp_path / "facts.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(GoldError, match=problem) as caught:
        read(path)
    assert caught.value.line == 2


def test_files_that_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="cannot be read"):
        read(tmp_path / "none.jsonl")
    (tmp_path / "empty.jsonl").write_text("\n", encoding="utf-8")
    with pytest.raises(GoldError, match="no annotated fact"):
        read(tmp_path / "empty.jsonl")
    (tmp_path / "binary.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(GoldError, match=r"no UTF-8 text\. Name a file"):
        read(tmp_path / "binary.jsonl")
    with pytest.raises(GoldError, match=r"cannot be read: Is a directory\. Name a file"):
        read(tmp_path)
