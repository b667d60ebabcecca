"""One hash over all that decides what a document becomes: the program's own source and its data files."""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from pathlib import Path

_PACKAGES = ("extract", "graph", "ontology")
_SUFFIXES = (".py", ".yaml", ".yml", ".json", ".ttl", ".rq", ".tsv", ".csv", ".txt")
# Those whose behaviour reaches the graph.
_LIBRARIES = ("ahocorasick-rs", "pyoxigraph", "pypdfium2", "python-docx", "selectolax")


@cache
def program_digest() -> str:
    """Hex digest of the sources and data of this program and of what it runs on; no time stamps."""
    total = hashlib.sha256(repr((sys.version_info[:2], *map(_version, _LIBRARIES))).encode())
    for name, path in sorted(_files()):
        total.update(f"{name}\0{path.stat().st_size}\0".encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def _version(library: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def _files() -> list[tuple[str, Path]]:
    root = Path(__file__).parent.parent
    found = []
    for package in _PACKAGES:
        for folder, folders, names in os.walk(root / package):
            folders[:] = [name for name in folders if name not in ("corpus", "__pycache__")]
            found += [Path(folder, name) for name in names if name.endswith(_SUFFIXES)]
    return [(path.relative_to(root).as_posix(), path) for path in found]
