"""What reads a file may die, loop or eat memory: the build goes on."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable

import pytest

from extract import readers
from extract.readers import ReadError, Source
from graph import apart


def test_what_the_reader_gives_comes_back_whole() -> None:
    data = b"The Group was created in 2007."
    assert apart.read_source(data, "a.txt") == readers.read_source(data, "a.txt")


def test_what_the_reader_refuses_is_refused() -> None:
    with pytest.raises(ReadError) as caught:
        apart.read_source(b"%PDF-1.7 nothing", "a.pdf")
    assert (caught.value.source, "damaged" in caught.value.reason, caught.value.advice != "") == ("a.pdf", True, True)


def _dies() -> None:
    os.abort()


def _raises() -> None:
    raise RecursionError


def _fills() -> None:
    held = [bytearray(1 << 20) for _ in range(1 << 14)]
    assert held


def _loops() -> None:
    while True:
        pass


def reading(monkeypatch: pytest.MonkeyPatch, does: Callable[[], None]) -> None:
    def read(data: bytes, name: str) -> Source:
        does()
        return Source(name, "text", "")

    monkeypatch.setattr(readers, "read_source", read)


@pytest.mark.parametrize(("does", "reason"), [(_dies, "stop"), (_raises, "RecursionError")])
def test_a_reader_that_fails(monkeypatch: pytest.MonkeyPatch, does: Callable[[], None], reason: str) -> None:
    reading(monkeypatch, does)
    with pytest.raises(ReadError, match=reason):
        apart.read_source(b"", "a.pdf")


def test_a_reader_that_eats_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    reading(monkeypatch, _fills)
    with pytest.raises(MemoryError):
        apart.read_source(b"", "a.pdf")


def test_a_reader_that_does_not_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", -1.0)  # of processor time, to which the limit adds two
    reading(monkeypatch, _loops)
    with pytest.raises(ReadError, match="too long"):
        apart.read_source(b"", "a.pdf")


def test_a_source_can_be_sent() -> None:
    source = readers.read_source(b"<html><body><p>The Group was created in 2007.</p></body></html>", "a.html")
    assert pickle.loads(pickle.dumps(source)) == source
