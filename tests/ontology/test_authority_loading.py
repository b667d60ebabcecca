"""Reading authority files: order, words that YAML would misread, and what a bad file is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology.authority import AuthorityError, UnknownRecord, find_record, load_records, records, require_record
from ontology.errors import PalermoError


def test_a_missing_record_is_none_or_an_error() -> None:
    assert find_record("Atlantis") is None
    with pytest.raises(UnknownRecord, match="Atlantis"):
        require_record("Atlantis")


def test_the_order_is_that_of_the_files() -> None:
    assert list(load_records()) == list(load_records())
    ids = list(records())
    assert ids.index("ICAT") < ids.index("Afghanistan") < ids.index("United_Nations")  # c…, states, un


GOOD = "- {id: NO, type: Body, en: [NO, {name: Yes, case: true}], fr: [NON]}\n"


def written(folder: Path, **files: str) -> Path:
    for name, content in files.items():
        (folder / f"{name}.yaml").write_text(content, encoding="utf-8")
    return folder


def test_words_that_yaml_takes_for_something_else_stay_words(tmp_path: Path) -> None:
    record = load_records(folder=written(tmp_path, a=GOOD))["NO"]
    assert record.names == {"en": ("NO", "Yes"), "fr": ("NON",)}
    assert record.exact == {"NO", "Yes", "NON"}
    assert record.adjectives == {} and record.parent is None and not record.member


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("- {id: X, type: Body, en: [Xx]}", "lacks fr"),
        ("- {id: X, type: Body, en: [Xxx], fr: [Xxx], colour: red}", "not known: colour"),
        ("- {id: X, type: Body, en: [], fr: [Xxx]}", "needs a list of names"),
        ("- {id: X, type: Body, en: Xxx, fr: [Xxx]}", "needs a list of names"),
        ("- {id: X, type: Body, en: [' '], fr: [Xxx]}", "not blank"),
        ("- {id: X, type: Body, en: [{name: Xxx}], fr: [Xxx]}", "must be text"),
        ("- {id: X, type: Body, en: [{name: Xxx, case: maybe}], fr: [Xxx]}", "case must be true or false"),
        ("- {id: X, type: State, en: [Xxx], fr: [Xxx], member: perhaps}", "member must be true or false"),
        ("- {id: X, type: State, en: [Xxx], fr: [Xxx], regions: Africa}", "regions must be a list"),
        ("- {id: X, type: State, en: [Xxx], fr: [Xxx], adjectives: {de: [x]}}", "adjectives must be"),
        ("- {id: X, type: Body, en: [Xxx], en: [Yyy], fr: [Xxx]}", "twice"),
        ("- Xxx", "must be a mapping"),
        ("id: X", "must be a list of records"),
        ("- {id: X", "cannot be read"),
        (GOOD + GOOD, "another record"),
    ],
)
def test_a_bad_file_is_refused_with_its_name_and_record(tmp_path: Path, content: str, problem: str) -> None:
    with pytest.raises(AuthorityError, match=problem) as caught:
        load_records(folder=written(tmp_path, bad=content))
    assert isinstance(caught.value, PalermoError)
    assert caught.value.file == "bad.yaml"
    assert "ontology/authority/bad.yaml" in str(caught.value)


def test_an_id_may_not_stand_in_two_files(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError, match="another record") as caught:
        load_records(folder=written(tmp_path, a=GOOD, b=GOOD))
    assert caught.value.file == "b.yaml" and caught.value.record == "NO"


def test_a_folder_without_records_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError, match="no record"):
        load_records(folder=tmp_path)
