"""What a build makes of good, bad, doubled and changed sources."""

from __future__ import annotations

import errno
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from graph import generation
from graph.build import build
from graph.documents import Entry, adopt
from graph.errors import NothingRead, StoreBusy, StoreForeign, StoreUnwritable
from graph.export import export
from graph.store import Store

Folder = Callable[..., Path]
A = "symbol: A/74/127\n\n12. UNICEF chaired ICAT in 2018. It cites A/RES/72/195.\n\n13. UNICEF chaired ICAT."
B = "14. BOARD chaired ICAT in 2019."
FRENCH = "symbol: A/74/127\nlanguage: fr\n\n12. UNICEF a présidé ICAT en 2018."

pytestmark = pytest.mark.usefixtures("fakes")


def nquads(store: Path) -> bytes:
    out = io.BytesIO()
    with Store.open(store) as opened:
        export(opened, "nquads", out)
    return out.getvalue()


def documents(store: Path) -> list[str]:
    with Store.open(store) as opened:
        return sorted(entry["label"] for entry in opened.manifest["documents"])


def rows(store: Path, query: str) -> list[tuple[str, ...]]:
    with Store.open(store) as opened:
        return sorted({tuple(str(term) for term in row.values()) for row in opened.select(query)})


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "palermo.store"


def test_a_folder_becomes_a_store(folder: Folder, store: Path) -> None:
    summary = build([folder(a_txt=A, b_html=B)], store)
    assert (summary.documents, summary.facts) == (2, {"chairs": 2, "citations": 1})
    assert (summary.unchanged, summary.removed, summary.failures) == (0, [], [])
    assert summary.passages == 4
    assert summary.mentions > 0
    assert documents(store) == ["A/74/127", "b.html"]


def test_the_store_holds_what_is_exported(folder: Folder, store: Path) -> None:
    build([folder(a_txt=A, b_txt=B)], store)
    with Store.open(store) as opened:
        assert b"".join(sorted(f"{quad} .\n".encode() for quad in opened.quads())) == nquads(store)


def test_an_unchanged_document_is_not_read_again(
    folder: Folder, store: Path, fakes: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = folder(a_txt=A, b_txt=B)
    build([sources], store)
    read: list[str] = []

    def spy(data: bytes, name: str) -> object:
        read.append(name)
        return fakes.read_bytes(data, name)

    monkeypatch.setattr("extract.readers.read_bytes", spy)
    folder(b_txt=B + " BOARD chaired ICAT in 2020.")
    summary = build([sources], store)
    assert (read, summary.unchanged) == (["b.txt"], 1)
    assert summary.facts == {"chairs": 3, "citations": 1}
    os.utime(sources / "b.txt", (1, 1))  # time stamps count for nothing
    assert build([sources], store).unchanged == 2
    assert read == ["b.txt"]
    assert build([sources], store, force=True).unchanged == 0
    assert read == ["b.txt", "a.txt", "b.txt"]


def test_nothing_new_leaves_the_generation_alone(folder: Folder, store: Path) -> None:
    sources = folder(a_txt=A)
    build([sources], store)
    before = (store / generation.POINTER).read_text()
    assert build([sources], store).documents == 1
    assert (store / generation.POINTER).read_text() == before
    assert generation.generations(store) == before.split()


def test_another_program_reads_all_again(folder: Folder, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = folder(a_txt=A)
    build([sources], store)
    monkeypatch.setattr("graph.build.program_digest", lambda: "another")
    assert build([sources], store).unchanged == 0
    with Store.open(store) as opened:
        assert opened.manifest["digest"] == "another"


def test_a_changed_store_equals_a_new_one(folder: Folder, store: Path, tmp_path: Path) -> None:
    sources = folder(a_txt=A, b_txt=B, c_txt="UNICEF chaired BOARD.")
    build([sources], store)
    (sources / "c.txt").unlink()
    folder(b_txt=B + " More.", d_txt=FRENCH)
    build([sources], store)
    build([sources], tmp_path / "other.store", force=True)
    assert nquads(store) == nquads(tmp_path / "other.store")
    build([sources], store, force=True)
    assert nquads(store) == nquads(tmp_path / "other.store")


def test_the_order_and_the_place_of_sources_do_not_matter(folder: Folder, store: Path, tmp_path: Path) -> None:
    sources = folder(a_txt=A, b_txt=B, d_txt=FRENCH)
    build([sources / "d.txt", sources / "b.txt", sources / "a.txt"], store)
    elsewhere = tmp_path / "elsewhere" / "deeper"
    elsewhere.mkdir(parents=True)
    for path in sources.iterdir():
        (elsewhere / path.name).write_bytes(path.read_bytes())
    build([elsewhere.parent], tmp_path / "other.store")
    assert nquads(store) == nquads(tmp_path / "other.store")


def test_a_removed_document_leaves_the_graph(folder: Folder, store: Path) -> None:
    sources = folder(a_txt=A, b_txt=B)
    build([sources], store)
    summary = build([sources / "a.txt"], store)
    assert (summary.removed, summary.unchanged) == (["b.txt"], 1)
    assert b"2019" not in nquads(store)
    with Store.open(store) as opened:
        assert opened.names("BOARD") == []
        assert opened.search_text("BOARD") == []


def test_bad_sources_are_rows_and_the_others_are_built(folder: Folder, store: Path, tmp_path: Path) -> None:
    sources = folder(a_txt=A, empty_txt="", binary_txt=b"\0\1\2", crash_txt="explode", image_png=b"x")
    (tmp_path / "void").mkdir()
    summary = build([sources, tmp_path / "void", tmp_path / "missing.txt"], store)
    assert documents(store) == ["A/74/127"]
    assert [(Path(source).name, reason) for source, reason in summary.failures] == [
        ("missing.txt", "it cannot be read: No such file or directory."),
        ("binary.txt", "this is no text. Save it as text."),
        ("crash.txt", "the program failed on it (RuntimeError: bang). Please report this."),
        ("empty.txt", "the file is empty. Is it the right one?"),
        ("void", "the folder holds no document (.txt, .text, .md, .html, .htm, .xhtml, .pdf, .docx)."),
    ]
    assert [Path(source).name for source, _ in summary.skipped] == ["image.png"]


def test_where_nothing_can_be_read_the_store_stays(folder: Folder, store: Path, tmp_path: Path) -> None:
    sources = folder(a_txt=A, empty_txt="")
    build([sources], store)
    before = nquads(store)
    with pytest.raises(NothingRead, match=r"empty\.txt: the file is empty") as caught:
        build([sources / "empty.txt", tmp_path / "missing.txt"], store)
    assert len(caught.value.failures) == 2
    assert nquads(store) == before
    assert build([sources], store).unchanged == 1


def test_what_was_read_of_a_source_that_now_fails_stays(folder: Folder, store: Path) -> None:
    sources = folder(a_txt=A, b_txt=B)
    build([sources], store)
    folder(b_txt="")
    summary = build([sources], store)
    assert documents(store) == ["A/74/127", "b.txt"]
    assert summary.failures[0][1].endswith("What was read from it before stays in the graph.")
    (sources / "b.txt").unlink()
    assert build([sources], store).removed == ["b.txt"]


def test_the_same_content_twice_is_read_once_and_said(folder: Folder, store: Path) -> None:
    sources = folder(b_txt=B, copy_txt=B)
    summary = build([sources], store)
    assert summary.documents == 1
    assert [(Path(a).name, Path(b).name) for a, b in summary.duplicates] == [("copy.txt", "b.txt")]
    assert documents(store) == ["b.txt"]


def test_a_file_named_twice_is_one_source(folder: Folder, store: Path) -> None:
    sources = folder(b_txt=B)
    summary = build([sources, sources / "b.txt", sources / ".." / sources.name / "b.txt"], store)
    assert (summary.documents, summary.duplicates) == (1, [])


def test_two_languages_of_one_symbol_are_both_kept(folder: Folder, store: Path) -> None:
    summary = build([folder(a_txt=A, f_txt=FRENCH)], store)
    assert documents(store) == ["A/74/127", "A/74/127"]
    assert rows(store, "SELECT ?d ?w { ?d dcterms:isVersionOf ?w }") == [
        ("<https://w3id.org/palermo/id/A/74/127~fr>", "<https://w3id.org/palermo/id/A/74/127>")
    ]
    assert len(rows(store, "SELECT ?f { ?f a :Chairing }")) == 1  # one fact, stated in both
    assert len(rows(store, "SELECT DISTINCT ?d { ?f a :Chairing ; dcterms:source ?d }")) == 2
    assert [(Path(source).name, text.partition(" is ")[2]) for source, text in summary.warnings] == [
        ("f.txt", "A/74/127 too; this file was added as its version in fr.")
    ]


def test_two_versions_of_one_symbol_are_both_kept(folder: Folder, store: Path) -> None:
    summary = build([folder(a_txt=A, z_txt=A.replace("2018", "2017"), zz_txt=A.replace("2018", "2016"))], store)
    assert documents(store) == ["A/74/127", "A/74/127 (z.txt)", "A/74/127 (zz.txt)"]
    assert len(rows(store, "SELECT ?y { ?f a :Chairing ; :year ?y }")) == 3
    assert len(summary.warnings) == 2
    assert "both are kept" in summary.warnings[0][1]


def test_the_first_version_gets_the_plain_identity_whenever_it_comes(folder: Folder, store: Path) -> None:
    sources = folder(f_txt=FRENCH)
    build([sources], store)
    assert rows(store, "SELECT ?n { id:A\\/74\\/127 :fileName ?n }") == [('"f.txt"',)]
    folder(a_txt=A)
    summary = build([sources], store)
    assert rows(store, "SELECT ?n { id:A\\/74\\/127 :fileName ?n }") == [('"a.txt"',)]
    assert summary.documents == 2
    (sources / "a.txt").unlink()
    build([sources], store)
    assert rows(store, "SELECT ?n { id:A\\/74\\/127 :fileName ?n }") == [('"f.txt"',)]
    assert rows(store, "SELECT ?w { ?d dcterms:isVersionOf ?w }") == []


def test_files_that_only_share_a_name_are_two_documents(folder: Folder, store: Path) -> None:
    sources = folder(b_txt=B)
    (sources / "more").mkdir()
    (sources / "more" / "b.txt").write_text("UNICEF chaired ICAT in 2017. It cites A/RES/1/1.")
    summary = build([sources], store)
    names = documents(store)
    assert len(names) == 2
    assert "b.txt" in names
    assert len(summary.warnings) == 1
    citing = rows(store, "SELECT ?d ?c { ?f a :Citation ; dcterms:source ?d ; :citing ?c }")
    assert citing[0][0] == citing[0][1]  # the document that cites is the one that says so


def test_standard_input(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(B.encode())))
    assert build(["-"], store).documents == 1
    assert documents(store) == ["standard-input"]


def test_without_sources_the_bundled_corpus_is_built(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "README.md").write_text("# About")
    (corpus / "b.txt").write_text(B)
    monkeypatch.setattr("graph.sources.corpus", lambda: corpus)
    summary = build([], store)
    assert (summary.documents, summary.skipped, summary.failures) == (1, [], [])


def test_progress_names_what_is_read(folder: Folder, store: Path) -> None:
    lines: list[str] = []
    build([folder(a_txt=A, b_txt=B)], store, progress=lines.append)
    assert [line.split("/")[0] for line in lines] == ["[1", "[2", "writing the graph"]
    assert lines[0].endswith("a.txt")


def test_a_second_build_is_told_to_wait(folder: Folder, store: Path) -> None:
    build([folder(a_txt=A)], store)
    with generation.only_builder(store), pytest.raises(StoreBusy, match="Another build"):
        build([folder(a_txt=A)], store)


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_is_no_store_is_not_overwritten(folder: Folder, tmp_path: Path, kind: str) -> None:
    other = tmp_path / "thesis"
    if kind == "file":
        other.write_text("precious")
    else:
        other.mkdir()
        (other / "chapter.txt").write_text("precious")
    with pytest.raises(StoreForeign):
        build([folder(a_txt=A)], other)
    assert (other if kind == "file" else other / "chapter.txt").read_text() == "precious"


@pytest.mark.parametrize(
    "place",
    [
        "graph.build.patch",
        "graph.documents._write",
        "graph.build.adopt",
        "graph.generation.swap",
        "graph.generation.begin",
    ],
)
def test_a_full_disk_is_said_and_the_store_stays(
    folder: Folder, store: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    sources = folder(a_txt=A)
    build([sources], store)
    before = nquads(store)
    folder(b_txt=B)

    def full(*args: object, **options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(place, full)
        with pytest.raises(StoreUnwritable, match="the disk is full"):
            build([sources], store)
    assert nquads(store) == before
    assert generation.generations(store) == generation.kept(store)  # the space was given back
    assert build([sources], store).documents == 2


def test_the_index_on_a_full_disk(folder: Folder, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    def full(*args: object, **options: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("graph.index.Writer.add", full)
    with pytest.raises(StoreUnwritable, match="the disk is full"):
        build([folder(a_txt=A)], store)


def test_a_reader_keeps_its_generation(folder: Folder, store: Path) -> None:
    sources = folder(a_txt=A)
    build([sources], store)
    with Store.open(store) as reader:
        folder(b_txt=B)
        build([sources], store)
        assert [str(row["f"]) for row in reader.select("SELECT DISTINCT ?f { ?f a :Citation }")] != []
        assert len(reader.manifest["documents"]) == 1
        assert reader.names("BOARD") == []
    assert len(documents(store)) == 2
    folder(c_txt="UNICEF chaired ICAT in 2001.")
    build([sources], store)
    assert len(generation.generations(store)) == 2


def test_a_damaged_store_can_be_built_anew(folder: Folder, store: Path) -> None:
    sources = folder(a_txt=A)
    build([sources], store)
    (store / generation.POINTER).write_text("nonsense")
    assert build([sources], store, force=True).documents == 1
    assert documents(store) == ["A/74/127"]


def test_a_damaged_cache_entry_is_read_again(folder: Folder, store: Path) -> None:
    sources = folder(a_txt=A, b_txt=B)
    build([sources], store)
    damaged = min((generation.current(store) / generation.DOCUMENTS).glob("*.json"))
    damaged.write_text(json.dumps({"file": "x"}))
    summary = build([sources], store)
    assert (summary.documents, summary.unchanged) == (2, 1)


def test_what_no_entry_names_is_not_in_the_store(folder: Folder, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def littering(entry: Entry, origin: Path, to: Path) -> None:
        adopt(entry, origin, to)
        (to / generation.DOCUMENTS / "stray.nq").write_text("<a:s> <a:p> <a:stray> <a:g> .\n")
        (to / generation.TEXTS / "stray.txt").write_text("stray")

    monkeypatch.setattr("graph.build.adopt", littering)
    build([folder(a_txt=A)], store)
    assert b"stray" not in nquads(store)
    assert rows(store, "SELECT ?s { ?s ?p <a:stray> }") == []


def test_many_documents_are_read_in_processes_with_the_same_result(
    folder: Folder, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files: dict[str, Any] = {
        f"d{number:02}_txt": f"{number}. BOARD chaired ICAT in {1990 + number}." for number in range(12)
    }
    sources = folder(**files, empty_txt="")
    build([sources], store)
    monkeypatch.setattr("graph.parallel.THRESHOLD", 0)
    build([sources], tmp_path / "other.store")
    assert nquads(store) == nquads(tmp_path / "other.store")


def test_hostile_names_and_content(folder: Folder, store: Path) -> None:
    sources = folder(a_txt=A)
    (sources / "a b\u202e<>\"'{}%~#é\n.txt").write_text(B + ' "\\ \x01\u202e \u2028')
    (sources / os.fsdecode(b"\xff\xfe.txt")).write_text("UNICEF chaired ICAT in 1999.")
    (sources / ("x" * 200 + ".txt")).write_text("UNICEF chaired ICAT in 1998.")
    summary = build([sources], store)
    assert (summary.documents, summary.failures) == (4, [])
    assert len(rows(store, "SELECT ?q { ?s oa:exact ?q }")) >= 5
