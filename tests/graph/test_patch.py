"""A store that changes little is made from the one before it: with the same content as one that is made anew."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest

from graph import generation, patch
from graph.build import build
from graph.errors import StoreDamaged
from graph.export import export
from graph.store import Store

Folder = Callable[..., Path]
FIVE = {f"d{year}_txt": f"1. UNICEF chaired ICAT in {year}. BOARD chaired ICAT." for year in range(2001, 2006)}

pytestmark = pytest.mark.usefixtures("fakes")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "palermo.store"


@pytest.fixture
def patched(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Filled with the number of documents of each build that made its store from the one before it."""
    seen: list[int] = []

    def spy(before: Path, folder: Path, old: object, new: list[object], digest: str) -> None:
        seen.append(len(new))
        patch.patch(before, folder, old, new, digest)  # type: ignore[arg-type]

    monkeypatch.setattr("graph.build.patch", spy)
    return seen


def content(store: Path) -> tuple[set[pyoxigraph.Quad], bytes, list[object]]:
    """All that a store holds: quads, default graph included, export, and the answers of its index."""
    out = io.BytesIO()
    with Store.open(store) as opened:
        export(opened, "nquads", out)
        words = ("BOARD", "UNICEF", "2003", "2007", "chaired")
        answers = [(opened.names(word), opened.search_text(word), opened.near(word)) for word in words]
        return set(opened.quad_store), out.getvalue(), [answers]


def same_as_new(store: Path, sources: Path, tmp_path: Path) -> bool:
    build([sources], tmp_path / "new.store", force=True)
    return content(store) == content(tmp_path / "new.store")


def test_one_document_of_several_changes(folder: Folder, store: Path, tmp_path: Path, patched: list[int]) -> None:
    sources = folder(**FIVE)
    build([sources], store)
    folder(d2003_txt="1. UNICEF chaired ICAT in 2007. A NEW one.")
    build([sources], store)
    assert patched == [5]
    assert same_as_new(store, sources, tmp_path)
    quads = content(store)[0]
    assert not [quad for quad in quads if "2003" in str(quad.object) and "gYear" in str(quad.object)]


def test_a_document_is_added_and_another_leaves(
    folder: Folder, store: Path, tmp_path: Path, patched: list[int]
) -> None:
    sources = folder(**FIVE)
    build([sources], store)
    folder(more_txt="1. TEAM chaired ICAT in 2009.")
    build([sources], store)
    assert same_as_new(store, sources, tmp_path)
    (sources / "d2001.txt").unlink()
    build([sources], store)
    assert same_as_new(store, sources, tmp_path)
    assert patched == [6, 5]


def test_what_two_leaving_documents_share_leaves(
    folder: Folder, store: Path, tmp_path: Path, patched: list[int]
) -> None:
    many = {f"m{number}_txt": f"{number}. UNICEF chaired ICAT in 20{number}." for number in range(10, 20)}
    sources = folder(**many, x_txt="1. TEAM chaired ICAT.", y_txt="2. TEAM chaired ICAT.")
    build([sources], store)
    for name in ("x.txt", "y.txt"):
        (sources / name).unlink()
    build([sources], store)
    assert patched == [10]
    assert same_as_new(store, sources, tmp_path)
    assert not [quad for quad in content(store)[0] if "team" in str(quad)]


def test_an_identity_that_another_file_takes_over(
    folder: Folder, store: Path, tmp_path: Path, patched: list[int]
) -> None:
    sources = folder(**FIVE, f_txt="symbol: A/1/1\nlanguage: fr\n\n1. UNICEF a présidé ICAT en 2018.")
    build([sources], store)
    folder(e_txt="symbol: A/1/1\n\n1. UNICEF chaired ICAT in 2018.")
    build([sources], store)
    assert patched == [7]
    assert same_as_new(store, sources, tmp_path)


def test_where_much_changes_all_is_loaded_anew(folder: Folder, store: Path, patched: list[int]) -> None:
    sources = folder(**FIVE)
    build([sources], store)
    folder(d2001_txt="1. UNICEF chaired ICAT.", d2002_txt="2. UNICEF chaired ICAT.")
    build([sources], store)
    assert patched == []


@pytest.mark.parametrize("what", ["manifest", "entry", "program"])
def test_a_store_that_is_not_whole_is_no_basis(
    folder: Folder, store: Path, tmp_path: Path, patched: list[int], what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = folder(**FIVE)
    build([sources], store)
    current = generation.current(store)
    if what == "manifest":
        (current / generation.MANIFEST).write_text("{}")
    elif what == "entry":
        min((current / generation.DOCUMENTS).glob("*.json")).write_text(json.dumps({"file": "x"}))
    else:
        monkeypatch.setattr("graph.build.program_digest", lambda: "another")
    folder(d2003_txt="1. UNICEF chaired ICAT in 2007.")
    build([sources], store)
    assert patched == []
    assert same_as_new(store, sources, tmp_path)


def test_a_basis_that_cannot_be_read_is_said(folder: Folder, store: Path) -> None:
    sources = folder(**FIVE)
    build([sources], store)
    for path in (generation.current(store) / generation.QUADS).iterdir():
        path.unlink()
    folder(d2003_txt="1. UNICEF chaired ICAT in 2007.")
    with pytest.raises(StoreDamaged, match="--force"):
        build([sources], store)
    assert build([sources], store, force=True).documents == 5


def test_the_store_before_is_not_written(folder: Folder, store: Path) -> None:
    sources = folder(**FIVE)
    build([sources], store)
    before = generation.current(store)
    files = {path: path.read_bytes() for path in before.rglob("*") if path.is_file()}
    with Store.open(store) as reader:
        folder(d2003_txt="1. UNICEF chaired ICAT in 2007.")
        build([sources], store)
        assert len(reader.select("SELECT ?f { ?f a :Chairing ; :year ?year }")) == 5
    assert {path: path.read_bytes() for path in files} == files
