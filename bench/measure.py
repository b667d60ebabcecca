"""Times of runs and of processes, and the ratios between them."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took: seconds on the clock, and the most memory it held, in bytes."""

    seconds: float
    memory: int


class RunError(Exception):
    """A process that is measured ended with an error; its figures would mean nothing."""

    def __init__(self, command: Sequence[str], status: int, message: str = "") -> None:
        super().__init__(f"{' '.join(command)}: exit status {status}. {message}".rstrip())
        self.command = command
        self.status = status


def words(texts: Sequence[str]) -> int:
    """The number of words of the texts: what stands between white space."""
    return sum(len(text.split()) for text in texts)


def ratio(numerators: Sequence[float], denominators: Sequence[float]) -> float:
    """The median of the ratios of the rounds. The two of one round ran one after the other, so that what else the
    machine was doing weighs on both."""
    return statistics.median(a / b for a, b in zip(numerators, denominators, strict=True))


def timed(function: Callable[..., object], *arguments: object) -> float:
    """Seconds of processor time that a call takes in this process."""
    begin = time.process_time()
    function(*arguments)
    return time.process_time() - begin


def rounds(count: int, *runs: Callable[[], float]) -> list[list[float]]:
    """Times of each run, ``count`` of them, taken in turns after one turn that is thrown away."""
    turns = [[run() for run in runs] for _ in range(count + 1)][1:]
    return [list(times) for times in zip(*turns, strict=True)]


def run(command: Sequence[str], *, environment: Mapping[str, str] | None = None) -> Cost:
    """Runs a command to its end, its output thrown away. Raises RunError where it fails."""
    full = {**os.environ, **(environment or {})}
    with tempfile.TemporaryFile("w+", errors="replace") as errors:
        begin = time.perf_counter()
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors, env=full)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - begin
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            errors.seek(0)
            raise RunError(command, child.returncode, errors.read()[-2000:])
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(seconds, usage.ru_maxrss * unit)


def serve(once: Callable[[], None], *, requests: IO[str], replies: IO[str]) -> None:
    """For each line of ``requests`` runs ``once`` and writes the seconds that it took."""
    for _ in requests:
        begin = time.perf_counter()
        once()
        print(time.perf_counter() - begin, file=replies, flush=True)


@contextmanager
def served(command: Sequence[str]) -> Iterator[Callable[[], float]]:
    """A process that calls ``serve``, started and warm; gives what asks it for one run."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        requests, replies = child.stdin, child.stdout

        def once() -> float:
            try:
                requests.write("\n")
                requests.flush()
            except BrokenPipeError as error:
                raise RunError(command, child.wait()) from error
            reply = replies.readline()
            if reply == "":
                raise RunError(command, child.wait())
            return float(reply)

        yield once
        requests.close()
