"""What a call costs, for tests that compare two costs and never one with the clock."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time


def grows_in_step(small: Callable[[], object], large: Callable[[], object]) -> bool:
    """Whether ``large``, which reads eight times as much as ``small``, costs less than 32 times as much."""
    return max(_seconds(large), _LEAST) < 8 * max(_seconds(small), _LEAST) * 4


_LEAST = 0.003  # seconds: less is not told from nothing


def _seconds(run: Callable[[], object]) -> float:
    """The processor's time for the quicker of two runs."""
    costs = []
    for _ in range(2):
        begun = process_time()
        run()
        costs.append(process_time() - begun)
    return min(costs)
