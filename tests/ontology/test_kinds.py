"""kinds.yaml and types.yaml: what their loaders give, and what they refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology.errors import PalermoError
from ontology.kinds import Edge, camel_case, kind, kinds, load_kinds, property_name
from ontology.types import is_a, load_parents, parents
from ontology.vocabulary import UnknownName, VocabularyError

GOOD = """
chairs:
  class: Chairing
  columns: {body: entity, chair: entity, year: year}
  key: [body, chair|year]
  edge: [body, chairedBy, chair]
"""


def written(folder: Path, file: str, content: str) -> Path:
    (folder / file).write_text(content, encoding="utf-8")
    return folder


# -- kinds -------------------------------------------------------------------------------------------------------------


def test_kind_is_read_whole() -> None:
    chairs = kind("chairs")
    assert (chairs.name, chairs.cls, chairs.per) == ("chairs", "Chairing", None)
    assert chairs.columns["year"] == "year"
    assert chairs.key == (("body",), ("chair",))
    assert chairs.edge == Edge("body", "chairedBy", "chair")
    assert kind("requests").per == "paragraph"
    assert kind("figures").edge is None


def test_kinds_have_distinct_classes_and_edges() -> None:
    classes = [kind.cls for kind in kinds().values()]
    edges = [kind.edge.property for kind in kinds().values() if kind.edge is not None]
    assert len(set(classes)) == len(classes)
    assert len(set(edges)) == len(edges)


@pytest.mark.parametrize(
    ("kind_name", "column", "expected"),
    [
        ("chairs", "body", "body"),
        ("documents", "title", "title"),
        ("publications", "title", "publication"),
        ("training", "number", "peopleTrained"),
        ("figures", "value", "value"),
    ],
)
def test_property_of_a_column(kind_name: str, column: str, expected: str) -> None:
    assert property_name(kind_name, column) == expected


@pytest.mark.parametrize(("column", "expected"), [("body", "body"), ("start-date", "startDate"), ("a_b c", "aBC")])
def test_camel_case(column: str, expected: str) -> None:
    assert camel_case(column) == expected


@pytest.mark.parametrize(
    ("kind_name", "roles", "expected"),
    [
        ("chairs", {"body": 1, "chair": 2}, True),
        ("chairs", {"body": 1, "year": "2018"}, False),
        ("founded", {"thing": 1, "date": "2007"}, True),
        ("founded", {"thing": 1}, False),
        ("founded", {}, False),
    ],
)
def test_complete(kind_name: str, roles: dict[str, object], expected: bool) -> None:
    assert kind(kind_name).complete(roles) is expected


def test_unknown_kind_or_column_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(UnknownName, match=r"chairz.*chairs") as caught:
        property_name("chairz", "body")
    assert caught.value.name == "chairz"
    with pytest.raises(UnknownName, match=r"column of chairs 'chaire'.*body, chair, year"):
        property_name("chairs", "chaire")
    assert isinstance(caught.value, PalermoError)


def test_good_file_loads(tmp_path: Path) -> None:
    assert load_kinds(folder=written(tmp_path, "kinds.yaml", GOOD))["chairs"].key == (("body",), ("chair", "year"))


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("class: Chairing", "clas: Chairing", "chairs.clas"),
        ("class: Chairing", "class: ''", "chairs.class"),
        ("body: entity", "body: thing", "chairs.columns.body"),
        ("[body, chair|year]", "[bodi]", "chairs.key"),
        ("[body, chair|year]", "[]", "chairs.key"),
        ("[body, chair|year]", "body", "chairs.key"),
        ("[body, chairedBy, chair]", "[body, chairedBy]", "chairs.edge"),
        ("[body, chairedBy, chair]", "[body, chairedBy, year]", "chairs.edge"),
        ("[body, chairedBy, chair]", "[bodi, chairedBy, chair]", "chairs.edge"),
        ("  edge:", "  per: page\n  edge:", "chairs.per"),
        ("  edge:", "  properties: {titel: publication}\n  edge:", "chairs.properties"),
        ("year: year}", "year: year, year: date}", "year"),  # twice
        ("\nchairs:", "\nchairs: [", "the file"),
        (GOOD, "- chairs", "the file"),
        (GOOD, "", "the file"),
    ],
)
def test_faults_are_refused_and_located(tmp_path: Path, old: str, new: str, place: str) -> None:
    assert old in GOOD
    with pytest.raises(VocabularyError) as caught:
        load_kinds(folder=written(tmp_path, "kinds.yaml", GOOD.replace(old, new, 1)))
    assert (caught.value.file, caught.value.entry) == ("kinds.yaml", place)
    assert "kinds.yaml" in str(caught.value)


def test_missing_or_unreadable_file(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match="cannot be read"):
        load_kinds(folder=tmp_path)
    (tmp_path / "kinds.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(VocabularyError, match="cannot be read"):
        load_kinds(folder=tmp_path)


# -- types -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("type_", "ancestor", "expected"),
    [
        ("State", "Actor", True),
        ("State", "State", True),
        ("Actor", "State", False),
        ("Publication", "Instrument", True),  # over Document
        ("Publication", "Event", False),
        ("Collaboration", "Organization", True),
    ],
)
def test_is_a(type_: str, ancestor: str, expected: bool) -> None:
    assert is_a(type_, ancestor) is expected


@pytest.mark.parametrize(("type_", "ancestor", "unknown"), [("Stat", "Actor", "Stat"), ("State", "Acter", "Acter")])
def test_unknown_type_is_no_silent_no(type_: str, ancestor: str, unknown: str) -> None:
    with pytest.raises(UnknownName) as caught:
        is_a(type_, ancestor)
    assert caught.value.name == unknown


def test_topmost_types_have_no_parent() -> None:
    tops = [name for name, parent in parents().items() if parent is None]
    assert tops == ["Actor", "Place", "Instrument", "Event", "Programme", "Target", "Concept"]


@pytest.mark.parametrize(
    ("content", "match"),
    [
        ("Actor: null\nState: Acter\n", "its parent Acter"),
        ("A: B\nB: A\n", "stands above itself"),
        ("A: A\n", "stands above itself"),
        ("A: null\nA: null\n", "twice"),
        ("A: 7\n", "must be text"),
    ],
)
def test_faulty_types_are_refused(tmp_path: Path, content: str, match: str) -> None:
    with pytest.raises(VocabularyError, match=match):
        load_parents(folder=written(tmp_path, "types.yaml", content))
