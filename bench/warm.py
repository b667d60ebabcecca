"""A process that has read the bundled documents, and builds a new store from them each time it is asked to.

Each build is done by a child that this process forks (see measure.serve), so that the vocabulary is loaded and the
store is not: an engine that has been opened has threads, and what has threads must not fork again.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from bench.corpus import BUNDLED
from bench.measure import serve


def main() -> None:
    """Loads what a build needs, then builds for each line of standard input."""
    from extract import readers
    from extract.pipeline import extract

    for path in sorted(BUNDLED.glob("*.txt")):
        extract(readers.read(path))
    serve(_build, requests=sys.stdin, replies=sys.stdout)


def _build() -> None:
    with tempfile.TemporaryDirectory() as folder:
        child = os.fork()
        if child == 0:
            os._exit(_status(Path(folder) / "warm.store"))
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status != 0:
        raise SystemExit(status)


def _status(store: Path) -> int:
    from graph.build import build

    try:
        return 0 if build([BUNDLED], store).failures == [] else 1
    except Exception as error:  # noqa: BLE001 - whatever it is, the child must end here and say so
        print(f"bench.warm: {error!r}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    main()
