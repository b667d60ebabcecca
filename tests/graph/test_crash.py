"""Builds in processes of their own: interrupted, killed, under different hash seeds."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from graph import generation
from graph.errors import StoreMissing
from graph.export import export
from graph.store import Store

Folder = Callable[..., Path]
FAKES = Path(__file__).parent / "fakes.py"
ROOT = FAKES.parents[2]
CONTENT = {
    f"d{number}_txt": f"symbol: A/{number}/1\n\n1. BOARD chaired ICAT in 200{number}. It cites A/RES/1/{number}."
    for number in range(6)
}


def start(store: Path, *sources: Path, seed: int = 0, **environment: str) -> subprocess.Popen[bytes]:
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": str(seed), **environment}
    command = [sys.executable, str(FAKES), str(store), *map(str, sources)]
    return subprocess.Popen(command, env=variables, cwd=ROOT, stderr=subprocess.PIPE)


def finish(process: subprocess.Popen[bytes]) -> int:
    _, problems = process.communicate(timeout=60)
    assert b"Traceback" not in problems or process.returncode != 0, problems.decode()
    return process.returncode


def exported(store: Path, tmp_path: Path, format: str = "nquads") -> bytes:
    path = tmp_path / f"export-{time.monotonic_ns()}"
    with Store.open(store) as opened, path.open("wb") as out:
        export(opened, format, out)  # type: ignore[arg-type]
    return path.read_bytes()


def test_hash_seeds_do_not_matter(folder: Folder, tmp_path: Path) -> None:
    sources = folder(**CONTENT)
    running = [start(tmp_path / f"{seed}.store", sources, seed=seed) for seed in (1, 2)]
    assert [finish(process) for process in running] == [0, 0]
    first, second = (tmp_path / "1.store", tmp_path / "2.store")
    assert exported(first, tmp_path) == exported(second, tmp_path) != b""
    assert exported(first, tmp_path, "trig") == exported(second, tmp_path, "trig") != b""


def test_a_killed_build_leaves_the_old_store_and_can_be_resumed(folder: Folder, tmp_path: Path) -> None:
    sources, store = folder(d0_txt=CONTENT["d0_txt"]), tmp_path / "a.store"
    assert finish(start(store, sources)) == 0
    before = exported(store, tmp_path)
    folder(**CONTENT)
    assert finish(start(store, sources, DIE_AFTER="3")) == -signal.SIGKILL
    assert exported(store, tmp_path) == before
    leftover = generation.generations(store)[-1]
    assert len(list((store / leftover / generation.DOCUMENTS).glob("*.json"))) == 3
    assert finish(start(store, sources, DIE_AFTER="3")) == 0  # the three that were read are not read again
    assert finish(start(tmp_path / "b.store", sources, seed=7)) == 0
    assert exported(store, tmp_path) == exported(tmp_path / "b.store", tmp_path)
    assert generation.generations(store) == sorted(generation.kept(store))


def test_a_killed_first_build_leaves_no_store(folder: Folder, tmp_path: Path) -> None:
    sources, store = folder(**CONTENT), tmp_path / "a.store"
    assert finish(start(store, sources, DIE_AFTER="2")) == -signal.SIGKILL
    with pytest.raises(StoreMissing):
        Store.open(store)
    assert finish(start(store, sources)) == 0
    with Store.open(store) as opened:
        assert len(opened.manifest["documents"]) == 6


@pytest.mark.slow
@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_a_build_may_be_stopped_at_any_moment(folder: Folder, tmp_path: Path, stop: signal.Signals) -> None:
    many = {
        f"m{number}_txt": f"symbol: A/{number}/2\n\n" + "1. BOARD chaired ICAT in 2001.\n\n" * 100
        for number in range(12)
    }
    sources, store = folder(d0_txt=CONTENT["d0_txt"]), tmp_path / "a.store"
    assert finish(start(store, sources)) == 0
    old = exported(store, tmp_path)
    folder(**many)
    assert finish(start(tmp_path / "b.store", sources)) == 0
    new = exported(tmp_path / "b.store", tmp_path)
    for step in range(5):
        process = start(store, sources, FORCE="1")
        time.sleep(0.15 + 0.17 * step)
        process.send_signal(stop)
        finish(process)
        assert exported(store, tmp_path) in (old, new)
    assert finish(start(store, sources)) == 0
    assert exported(store, tmp_path) == new


@pytest.mark.slow
def test_readers_are_never_disturbed_by_builds(folder: Folder, tmp_path: Path) -> None:
    sources, store = folder(**CONTENT), tmp_path / "a.store"
    assert finish(start(store, sources)) == 0
    for _ in range(3):
        building = start(store, sources, FORCE="1")
        while building.poll() is None:
            with Store.open(store) as opened:
                assert len(opened.select("SELECT DISTINCT ?f { ?f a :Chairing }")) == 6
        assert finish(building) == 0


def test_two_builds_at_once(folder: Folder, tmp_path: Path) -> None:
    sources, store = folder(**CONTENT), tmp_path / "a.store"
    store.mkdir()
    with generation.only_builder(store):
        second = start(store, sources)
        _, problems = second.communicate(timeout=60)
    assert second.returncode != 0
    assert b"StoreBusy" in problems
    assert finish(start(store, sources)) == 0
