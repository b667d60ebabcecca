"""One store for each set of annotated documents, built once in a run of the tests, however many processes share it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.quality.documents import build_set


@pytest.fixture(scope="session")
def store_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Gives the store of a set, 'en/dev'. Tests only read it."""
    import fcntl

    base = tmp_path_factory.getbasetemp()
    shared = (
        base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    )  # a process of pytest-xdist has a folder in it

    def built(name: str) -> Path:
        path = shared / f"quality-{name.replace('/', '-')}"
        with path.with_suffix(".lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not path.exists():
                build_set(name, path)
        return path

    return built
