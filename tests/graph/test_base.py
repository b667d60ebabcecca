"""The base of a store: made once, copied from then on, and made anew where the cache is of no use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph import base, generation
from graph.store import Store

NAMED = '<a:s> <http://www.w3.org/2004/02/skos/core#prefLabel> "{}"@en <https://w3id.org/palermo/graph/authority> .\n'


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The cache is empty; gives a line for each base that is made."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    lines: list[str] = []

    def authority() -> str:
        lines.append(NAMED.format(len(lines)))
        return lines[-1]

    monkeypatch.setattr("graph.load.authority_quads", authority)
    monkeypatch.setattr("graph.load.authority_names", list)
    monkeypatch.setattr("graph.load.ontology_quads", str)
    return lines


def begun(store: Path, digest: str = "one") -> dict[str, bytes]:
    """Begins a store; gives the names and bytes of its graphs."""
    generation.prepare(store)
    folder = generation.begin(store)
    base.begin(folder, digest)
    generation.swap(store, folder)
    with Store.open(store) as opened:
        assert len(list(opened.quads())) > 0
        assert opened.names("nothing") == []
        assert opened.questions["digest"]
    return {path.name: path.read_bytes() for path in (folder / generation.GRAPHS).iterdir()}


def homeless() -> Path:
    raise RuntimeError("Could not determine home directory.")


def kept(digest: str = "one") -> Path:
    return base.cache() / f"base-{digest}"


def test_it_is_made_once_for_each_program(made: list[str], tmp_path: Path) -> None:
    first = begun(tmp_path / "a")
    assert begun(tmp_path / "b") == first
    assert len(made) == 1
    assert begun(tmp_path / "c", "two") != first
    assert begun(tmp_path / "d", "two")["authority.nq"] == made[1].encode()
    assert len(made) == 2


@pytest.mark.parametrize("damage", ["cut", "gone", "more", "unproved", "no json"])
def test_a_damaged_one_is_made_anew(made: list[str], tmp_path: Path, damage: str) -> None:
    begun(tmp_path / "a")
    victim = kept() / generation.GRAPHS / "authority.nq"
    if damage == "cut":
        victim.write_bytes(b"")
    elif damage == "gone":
        victim.unlink()
    elif damage == "more":
        victim.with_name("more.nq").write_bytes(b"")
    else:
        (kept() / "sums.json").write_text("{}" if damage == "unproved" else "no")
    for store in ("b", "c"):
        assert begun(tmp_path / store)["authority.nq"] == made[1].encode()
    assert len(made) == 2


@pytest.mark.parametrize("where", ["a file", "no home"])
def test_without_a_cache_it_is_made_each_time(
    made: list[str], tmp_path: Path, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if where == "a file":
        (tmp_path / "cache").write_text("in the way")
    else:
        monkeypatch.setattr("graph.base.cache", homeless)
    for store in ("a", "b"):
        begun(tmp_path / store)
    assert len(made) == 2


def test_a_store_without_room_leaves_the_cache(
    made: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(tmp_path / "a")
    folder = generation.begin(tmp_path / "a")

    def full(origin: Path, target: Path) -> None:
        (target / generation.INDEX).write_bytes(b"half")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("graph.base._copy", full)
        assert not base.take(folder, "one")
    assert not (folder / generation.INDEX).exists()
    assert base.take(folder, "one")
    assert len(made) == 1


def test_two_that_make_it_at_once_leave_one(made: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.base.take", lambda folder, digest: False)
    begun(tmp_path / "a")
    begun(tmp_path / "b")
    assert len(made) == 2
    assert [path.name for path in base.cache().iterdir()] == ["base-one"]
    assert (kept() / generation.GRAPHS / "authority.nq").read_text() == made[0]


def test_those_of_old_versions_leave(made: list[str], tmp_path: Path) -> None:
    for number, digest in enumerate(("one", "two", "three", "four")):
        begun(tmp_path / digest, digest)
        os.utime(kept(digest), (number, number))
    begun(tmp_path / "five", "five")
    assert sorted(path.name for path in base.cache().iterdir()) == ["base-five", "base-four", "base-three"]
    assert len(made) == 5


def test_the_cache_is_not_written_by_a_store(made: list[str], tmp_path: Path) -> None:
    begun(tmp_path / "a")
    for path in (tmp_path / "a").rglob("authority.nq"):
        path.write_bytes(b"")
    assert begun(tmp_path / "b")["authority.nq"] == made[0].encode()
