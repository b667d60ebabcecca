"""Runs the reading of many documents in several processes, in the order in which they were given."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence

from graph import process
from graph.documents import Entry, Failure, Task
from graph.errors import ExtractionStopped

THRESHOLD = 20_000  # bytes beside the longest document; below, starting processes costs more than it saves
MAX_PROCESSES = 4


def run(function: Callable[[Task], Entry | Failure], tasks: Sequence[Task]) -> Iterator[Entry | Failure]:
    """``function`` of each task, in their order. Raises ExtractionStopped where a process was killed from outside."""
    processes = min(MAX_PROCESSES, os.cpu_count() or 1)
    sizes = [task.source.size() for task in tasks]
    if processes < 2 or len(tasks) < 2 or sum(sizes) - max(sizes) < THRESHOLD:
        yield from map(function, tasks)
        return
    *longer, shortest = sorted(
        range(len(tasks)), key=lambda number: -sizes[number]
    )  # nobody is to wait for the longest
    done = {shortest: function(tasks[shortest])}  # loads the vocabulary, which the processes then share
    yield from _in_processes(function, tasks, longer, done, processes)


def _in_processes(
    function: Callable[[Task], Entry | Failure],
    tasks: Sequence[Task],
    order: Sequence[int],
    done: Mapping[int, Entry | Failure],
    processes: int,
) -> Iterator[Entry | Failure]:
    """Results in the order of the tasks: of those in ``done``, and of the others, which are begun in ``order``."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    context = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else None)
    executor = ProcessPoolExecutor(processes, mp_context=context, initializer=_start, initargs=(os.getpid(),))
    try:
        with process.interrupts_held():
            begun = {number: executor.submit(function, tasks[number]) for number in order}  # makes the processes
        for number in range(len(tasks)):
            yield done[number] if number in done else begun[number].result()
    except BrokenProcessPool as error:
        raise ExtractionStopped from error
    except BaseException:
        for child in multiprocessing.active_children():  # Ctrl-C must not wait for a large document
            child.kill()
        raise
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def _start(parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is told too, and ends us
    process.die_with_parent(parent)
