from __future__ import annotations

import errno
import os
import signal
import time
from pathlib import Path

import pytest

from graph.aside import Aside
from graph.errors import ExtractionStopped
from ontology.errors import PalermoError


def test_the_work_is_done_beside(tmp_path: Path) -> None:
    def work() -> None:
        (tmp_path / "done").write_text(str(os.getpid()))

    aside = Aside(work)
    aside.join()
    aside.join()
    aside.stop()
    assert (tmp_path / "done").read_text() != str(os.getpid())


def test_a_full_disk_is_told_as_such() -> None:
    def full() -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space left") as caught:
        Aside(full).join()
    assert caught.value.errno == errno.ENOSPC


def test_other_problems_are_told() -> None:
    def wrong() -> None:
        raise ValueError("what is this")

    with pytest.raises(PalermoError, match="what is this"):
        Aside(wrong).join()


def test_a_killed_child_is_told() -> None:
    with pytest.raises(ExtractionStopped):
        Aside(lambda: os.kill(os.getpid(), signal.SIGKILL)).join()


def test_it_can_be_stopped() -> None:
    started = time.monotonic()
    before = len(os.listdir("/proc/self/fd"))
    aside = Aside(lambda: time.sleep(30))
    aside.stop()
    assert time.monotonic() - started < 20  # of the 30 that it sleeps
    assert len(os.listdir("/proc/self/fd")) == before
