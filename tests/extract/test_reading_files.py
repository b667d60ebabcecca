"""From bytes and paths to text: encodings, and what cannot be read."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from extract.readers import LIMIT, ReadError, find_sources, read, read_bytes
from extract.readers.encoding import decode
from ontology.errors import PalermoError

TEXT = "Le Groupe a été créé en 2007. « Il se réunit deux fois par an. »\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"]
)
def test_encodings_are_found(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt")[0] == TEXT


def test_windows_quotes_and_dashes_are_read() -> None:
    assert decode("“L’Office” – le Fonds… cœur".encode("cp1252"), "a.txt")[0] == "“L’Office” – le Fonds… cœur"


def test_a_byte_that_windows_1252_does_not_have_does_not_stop_the_reading() -> None:
    assert decode(b"caf\xe9 \x81 cr\xe9\xe9", "a.txt")[0] == "café \x81 créé"


def test_line_ends_of_the_file_stay() -> None:
    document = read_bytes(b"The Group met in Vienna.\r\nIt was chaired by UNODC.\r\n", "a.txt")
    assert "\r\n" in document.raw
    assert "\r" not in document.text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (b"\x00\x01\x02\x03\x80\x90" * 50, "binary"),
        (bytes(range(256)) * 20, "binary"),
        (b"%PDF-1.7 \n...", "PDF that is damaged"),
        (b"PK\x03\x04....", "office document"),
        (b"\x89PNG\r\n", "picture"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a", "damaged"),
        (b"--- *** ---", "no words"),
        (b"<html><head><script>f()</script></head><body></body></html>", "without text"),
        (b"https://undocs.org/A/74/127\n2/27\n", "links and page numbers"),
    ],
)
def test_what_is_no_text_is_refused_with_advice(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason) as caught:
        read_bytes(data, "a.txt")
    assert caught.value.source == "a.txt"
    assert caught.value.advice in str(caught.value)
    assert isinstance(caught.value, PalermoError)


def test_text_in_an_unknown_encoding_is_refused() -> None:
    with pytest.raises(ReadError, match="encoding"):
        read_bytes("Генеральная Ассамблея приняла резолюцию".encode("koi8-r"), "a.txt")


def test_too_large_is_refused_without_reading(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(LIMIT + 1)
    with pytest.raises(ReadError, match="too large"):
        read(path)
    with pytest.raises(ReadError, match="too large"):
        read_bytes(b"a" * (LIMIT + 1), "large.txt")


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="does not exist"):
        read(tmp_path / "none.txt")
    with pytest.raises(ReadError, match="is a folder"):
        read(tmp_path)


def test_an_unreadable_file_is_named_with_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The Group met.", encoding="utf-8")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ReadError, match="Permission denied") as caught:
        read(path)
    assert caught.value.source == str(path)


def test_a_refused_file_is_named_with_its_path(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"")
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.source == str(path)


def test_sources_of_a_folder_are_sorted_and_only_documents(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b.txt", "a.html", "README.md", "c.png", "sub/d.TXT", ".git/x.txt", ".hidden.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [p.relative_to(tmp_path).as_posix() for p in find_sources(tmp_path)] == ["a.html", "b.txt", "sub/d.TXT"]


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no document"):
        find_sources(tmp_path)


def test_reading_is_the_same_each_time() -> None:
    data = TEXT.encode()
    assert read_bytes(data, "a.txt") == read_bytes(data, "a.txt")
