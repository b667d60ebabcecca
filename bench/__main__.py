"""`python -m bench`: prints what Palermo costs, as ratios within this run."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.figures import pdf, reading, starting, synthetic, trusting
from bench.pages import pages
from bench.report import Line


def main() -> None:
    """Prints what Palermo costs, as ratios within this run."""
    options = _options()
    print(f"Medians of {options.rounds}, taken in turns, on {os.cpu_count()} cores. A word: what split() finds.")
    with tempfile.TemporaryDirectory(prefix="palermo-bench-") as name:
        folder = Path(name)
        _print("Starting", starting(options.rounds, folder))
        _print("The bundled documents, from files to a new store", reading(options.rounds, folder, options.peer))
        _print("A PDF file of the longest bundled document, from its bytes to its text", pdf(options.rounds))
        _print("Reasoning and validation of the bundled documents", trusting(options.rounds, folder))
        _print("Pages in Chromium, beside pyvis's own", pages(options.rounds, folder))
        if options.copies > 0:
            _print(f"A synthetic corpus of {options.copies:,} documents, once", synthetic(options.copies, folder))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=main.__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="of each measurement; default: 5")
    parser.add_argument("--copies", type=int, default=1_000, help="documents of the synthetic corpus; default: 1000")
    parser.add_argument("--peer", type=Path, help="a Python that has spaCy; without it nothing is compared with spaCy")
    return parser.parse_args()


def _print(title: str, lines: Iterator[Line]) -> None:
    print(f"\n{title}", flush=True)
    for line in lines:
        print(f"  {line.text()}", flush=True)


if __name__ == "__main__":
    main()
