from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from graph import digest
from graph.claims import claims
from graph.documents import Entry
from graph.sources import listing


def entry(name: str, **changes: object) -> Entry:
    fields: dict[str, object] = dict.fromkeys(Entry.__slots__, "")
    fields |= {"translations": (), "pages": ()}
    fields |= {"name": name, "sha256": name * 8, "claimed": "A/1/1", "symbol": True, "languages": "en", "warnings": ()}
    return Entry(**{**fields, **changes})  # type: ignore[arg-type]


def test_folders_are_read_in_order_and_in_depth(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.HTML", "a/B.md", "z.htm", "x.text", "skip.csv", "d.PDF", "e.docx", "a/none"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = listing([tmp_path])
    assert [source.name for source in found.found] == ["B.md", "b.txt", "c.HTML", "d.PDF", "e.docx", "x.text", "z.htm"]
    assert [Path(label).name for label, _ in found.skipped] == ["none", "skip.csv"]
    assert found.failures == []


def test_what_is_no_document_is_said_to_be_skipped(tmp_path: Path) -> None:
    for name in ("a.txt", "README.md", ".hidden.txt", ".git/config.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    os.mkfifo(tmp_path / "pipe.txt")
    found = listing([tmp_path])
    assert [source.name for source in found.found] == ["a.txt"]
    assert [Path(label).name for label, _ in found.skipped] == [".git", ".hidden.txt", "README.md", "pipe.txt"]
    assert [source.name for source in listing([tmp_path / "README.md"]).found] == ["README.md"]


def test_a_pipe_is_read_once(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.write(write, b"words")
    os.close(write)
    (source,) = listing([Path(f"/dev/fd/{read}")]).found
    os.close(read)
    assert source.read() == source.read() == b"words"
    assert source.digest() == hashlib.sha256(b"words").hexdigest()


def test_the_corpus_has_five_documents() -> None:
    found = listing([])
    assert len(found.found) == 5
    assert (found.failures, found.skipped) == ([], [])


def test_links_in_circles_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "broken.txt").symlink_to(tmp_path / "gone.txt")
    assert [source.name for source in listing([tmp_path]).found] == ["a.txt", "broken.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open any folder")
def test_a_closed_folder_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    assert "cannot be opened" in listing([tmp_path]).failures[0][1]


def test_the_digest_follows_content_and_not_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yaml"
    monkeypatch.setattr(digest, "_files", lambda: [("ontology/a.yaml", file)])

    def value(content: str) -> str:
        file.write_text(content)
        digest.program_digest.cache_clear()
        return digest.program_digest()

    try:
        first = value("a: 1")
        os.utime(file, (1, 1))
        assert value("a: 1") == first
        assert value("a: 2") != first
    finally:
        digest.program_digest.cache_clear()


def test_the_digest_covers_program_and_data_but_not_the_corpus() -> None:
    names = {name for name, _ in digest._files()}
    assert {"graph/model.py", "ontology/palermo.ttl", "ontology/kinds.yaml", "extract/document.py"} <= names
    assert any(name.startswith("ontology/lexicon/") for name in names)
    assert any(name.startswith("ontology/authority/") for name in names)
    assert not any(name.startswith("extract/corpus") for name in names)


def test_claims_depend_on_the_set_alone() -> None:
    entries = [
        entry("c"),
        entry("a", languages="fr"),
        entry("b"),
        entry("d", languages="fr"),
        entry("e", claimed="A/2/2"),
    ]
    found = claims(entries)
    assert found == claims(entries[::-1])
    keys = {sha256[0]: None if claim is None else (claim.key, claim.label) for sha256, claim in found.items()}
    assert keys == {
        "b": None,
        "c": ("A/1/1~c", "A/1/1 (c)"),
        "a": ("A/1/1~fr", "A/1/1"),
        "d": ("A/1/1~d", "A/1/1 (d)"),
        "e": None,
    }


def page(name: str, url: str, *translations: str, **changes: object) -> Entry:
    return entry(name, claimed=name, symbol=False, url=url, translations=translations, **changes)


def test_pages_that_name_each_other_are_one_work() -> None:
    english, french = "https://un.org/en/about", "https://un.org/fr/about"
    pages = [page("a", english, french), page("b", french, english, languages="fr"), page("c", french, languages="fr")]
    found = claims(pages)
    assert found == claims(pages[::-1])
    assert {sha256[0]: None if claim is None else claim.id for sha256, claim in found.items()} == {
        "a": None,
        "b": "a",
        "c": "a",  # the same address as b
    }


def test_a_page_that_is_named_but_names_another_is_a_document_of_its_own() -> None:
    home = "https://un.org/fr/accueil"
    pages = [page("a", "https://un.org/en/a", home), page("b", "https://un.org/en/b", home), page("c", home)]
    assert set(claims(pages).values()) == {None}


def test_claims_never_coincide() -> None:
    same = [entry("x", sha256=f"{number:08}") for number in range(5)]
    plain = [entry("A/1/1", symbol=False, sha256=f"{number:04}p") for number in range(3)]
    found = [claim.key for claim in claims(same + plain).values() if claim is not None]
    assert len(set(found)) == len(found) == 7
