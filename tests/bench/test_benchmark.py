"""The benchmark's own logic: a wrong ratio would be believed."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bench.corpus import LENGTH, NAMES, bundled, copy, write_copies
from bench.measure import ROOT, RunError, ratio, rounds, run, serve, served, words
from bench.report import Line


@pytest.mark.parametrize(
    ("texts", "count"),
    [([], 0), (["", " \n"], 0), (["l’OIM a dit", "so."], 4), (["a\n\nb\tc"], 3), (["a\u00a0b"], 2)],
)
def test_words_are_what_stands_between_white_space(texts: list[str], count: int) -> None:
    assert words(texts) == count


def test_a_ratio_is_the_median_of_the_ratios_of_the_rounds() -> None:
    assert ratio([30.0], [10.0]) == 3
    assert ratio([30.0, 10.0, 900.0], [10.0, 10.0, 300.0]) == 3
    assert ratio([20.0, 10.0, 300.0], [10.0, 10.0, 10.0]) == 2
    with pytest.raises(ValueError, match=r"longer|shorter"):
        ratio([1.0], [1.0, 2.0])


def test_rounds_are_taken_in_turns_and_the_first_is_thrown_away() -> None:
    calls: list[str] = []

    def taking(name: str, times: list[float]) -> float:
        calls.append(name)
        return times[calls.count(name) - 1]

    found = rounds(2, lambda: taking("a", [9, 1, 2]), lambda: taking("b", [9, 3, 4]))
    assert found == [[1, 2], [3, 4]]
    assert calls == ["a", "b", "a", "b", "a", "b"]


def test_the_cost_of_a_process_is_its_own() -> None:
    sleeping = "import time; x = b'1' * 100_000_000; time.sleep(0.3)"
    code = (  # from a small process, as in the benchmark: a child is charged with what its parent held
        "import sys; from bench.measure import run\n"
        f"for code in ('pass', {sleeping!r}):\n"
        "    cost = run([sys.executable, '-c', code]); print(cost.seconds, cost.memory)"
    )
    printed = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    (_, little), (seconds, much) = (map(float, line.split()) for line in printed.splitlines())
    assert 0.3 <= seconds < 10
    assert 5e6 < little < 60e6
    assert 90e6 < much - little < 130e6


def test_a_process_that_fails_is_no_measurement() -> None:
    with pytest.raises(RunError, match=r"exit status 3\. why") as raised:
        run([sys.executable, "-c", "import sys; print('why', file=sys.stderr); sys.exit(3)"])
    assert raised.value.status == 3


def test_serving_times_each_run() -> None:
    runs: list[int] = []
    replies = io.StringIO()
    serve(lambda: runs.append(1), requests=io.StringIO("\n\n\n"), replies=replies)
    assert len(runs) == 3
    assert [float(line) >= 0 for line in replies.getvalue().split()] == [True] * 3


def test_a_process_that_serves() -> None:
    code = "import sys, time; from bench.measure import serve; "
    sleeping = code + "serve(lambda: time.sleep(0.05), requests=sys.stdin, replies=sys.stdout)"
    with served([sys.executable, "-c", sleeping]) as once:
        assert all(0.05 <= once() < 5 for _ in range(2))
    with served([sys.executable, "-c", "import sys; sys.exit(4)"]) as once, pytest.raises(RunError):
        once()


@pytest.mark.parametrize(
    ("line", "met"),
    [
        (Line("x", 9.9, "times", 10), True),
        (Line("x", 10.1, "times", 10), False),
        (Line("x", 20, "times", 20, "above"), True),
        (Line("x", 19.9, "times", 20, "above"), False),
        (Line("x", 1, "s"), None),
    ],
)
def test_bars(line: Line, met: bool | None) -> None:
    assert line.met is met
    assert line.text().endswith({True: "yes", False: "NO", None: " s"}[met])


def test_copies_differ_from_each_other_and_are_the_same_each_time(tmp_path: Path) -> None:
    texts = list(bundled().values())
    copies = write_copies(tmp_path, 12)
    assert [copy(number, texts) for number in range(12)] == copies
    assert len(set(copies)) == 12
    assert [path.read_text(encoding="utf-8") for path in sorted(tmp_path.iterdir())] == copies


def test_a_copy_is_a_text_of_its_own() -> None:
    text = "A/74/127\n\nL’ONUDC et le HCDH.\n\nVoir A/74/127 sur l’OIM et l’OIMX." + "\n\nmot mot" * LENGTH
    made = copy(7, [text])
    assert made.count("A/75/8") >= 1
    assert "A/74/127" not in made
    assert len(made.split()) <= LENGTH + 20
    assert set(re.findall(r"[A-Z]{3,}\w*", made)) - set(NAMES) <= {"OIMX"}
