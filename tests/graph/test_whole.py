"""A file that is written is there whole, or as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.whole import whole


@pytest.mark.parametrize("durable", [False, True])
def test_the_new_content_takes_the_place_of_the_old(tmp_path: Path, durable: bool) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    with whole(path, durable=durable) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_failure_leaves_what_was_there_and_nothing_beside(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    with pytest.raises(error):
        _half(path, error)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def _half(path: Path, error: type[BaseException]) -> None:
    with whole(path) as file:
        file.write(b"half of the n")
        raise error


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), whole(tmp_path / "no" / "a.txt"):
        raise AssertionError
