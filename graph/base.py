"""What every store begins with, made once for each version of the program and kept in the user's cache.

Ontology and authority files with what follows from them, their index and the lexicon of questions take seconds to make
and hundredths of a second to copy. Nothing depends on the cache: where it cannot be read or written, or is damaged, the
base is made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from contextlib import suppress
from pathlib import Path

from graph.generation import GLOSSARY, GRAPHS, INDEX, QUADS, QUESTIONS
from graph.load import load_base

_PARTS = (GRAPHS, QUADS, INDEX, QUESTIONS, GLOSSARY)
_SUMS = "sums.json"  # proves that the rest is whole
_OTHERS = 2  # bases of other versions that stay in the cache, the newest


def cache() -> Path:
    """The folder for what can be made anew. Raises RuntimeError where the user has no home."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "palermo")


def begin(folder: Path, digest: str) -> None:
    """Begins the generation in ``folder`` with the base of the program with this digest. Raises OSError."""
    if not take(folder, digest):
        make(folder, digest)


def take(folder: Path, digest: str) -> bool:
    """Begins the generation in ``folder`` with the base in the cache, if the program with this digest has left one."""
    try:
        kept = _place(digest)
    except RuntimeError:
        return False
    if not kept.is_dir():
        return False
    with suppress(OSError):  # there may be no room for the copy, for which the cache is not to blame
        _copy(kept, folder)
        if _sums(folder) == _noted(kept):
            return True
        shutil.rmtree(kept, ignore_errors=True)
    for path in _files(folder):
        path.unlink()
    return False


def make(folder: Path, digest: str) -> None:
    """Begins the generation in ``folder`` with a base made anew, and keeps a copy in the cache, if that can be written.

    Raises OSError where the generation cannot be written.
    """
    load_base(folder)
    with suppress(OSError, RuntimeError):
        _keep(folder, _place(digest))


def _place(digest: str) -> Path:
    return cache() / f"base-{digest[:16]}"


def _keep(folder: Path, place: Path) -> None:
    """Copies the base beside its place, then moves it there in one step; another build may be doing the same."""
    beside = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        beside.mkdir(parents=True)
        _copy(folder, beside)
        (beside / _SUMS).write_text(json.dumps(_sums(beside)), encoding="ascii")
        beside.rename(place)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    others = sorted(place.parent.glob("base-*"), key=lambda path: path.stat().st_mtime)
    for path in [path for path in others if path != place][:-_OTHERS]:
        shutil.rmtree(path, ignore_errors=True)


def _copy(origin: Path, target: Path) -> None:
    for file in _files(origin):
        copy = target / file.relative_to(origin)
        copy.parent.mkdir(exist_ok=True)
        shutil.copyfile(file, copy)


def _sums(folder: Path) -> dict[str, str]:
    """Path within ``folder`` -> digest, of each file of the base."""
    return {
        file.relative_to(folder).as_posix(): hashlib.blake2b(file.read_bytes()).hexdigest() for file in _files(folder)
    }


def _noted(kept: Path) -> object:
    """The digests noted of a base in the cache; None where they cannot be read."""
    try:
        return json.loads((kept / _SUMS).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


def _files(folder: Path) -> list[Path]:
    """The files of the base in ``folder``, but the engine's diary of what it did and when."""
    inside = [path for part in _PARTS for path in (folder / part, *(folder / part).glob("*"))]
    return [path for path in inside if path.is_file() and not path.name.startswith("LOG")]
