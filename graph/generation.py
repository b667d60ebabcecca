"""The folder of a store: generations, the pointer to the current one, and the lock of the one builder.

A generation is written beside the current one and never touched again once CURRENT names it. The one before stays
too, for readers that opened it; what is older, or was left behind by a killed build, is swept by the next build.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import StoreBusy, StoreDamaged, StoreForeign, StoreMissing
from graph.whole import whole

POINTER = "CURRENT"
LOCK = "LOCK"
QUADS = "oxigraph"
DOCUMENTS = "documents"
TEXTS = "texts"
GRAPHS = "graphs"
CORRECTED = "corrected"  # the quads of documents of which people have rejected or amended facts
PLANNED = ".planned.nq"  # end of the names of files that hold what a document plans
INDEX = "index.sqlite"
MANIFEST = "manifest.json"
QUESTIONS = "questions.json"  # the lexicon by which questions are read
GLOSSARY = "glossary.json"  # words that may stand for each other
_NAME = re.compile(r"generation-\d{6,}")


def kept(store: Path) -> list[str]:
    """Names of the current generation and of the one before it; [] where the store has none.

    Raises StoreDamaged where the pointer is unreadable or names what is no generation.
    """
    try:
        names = (store / POINTER).read_text(encoding="ascii").split()
    except (FileNotFoundError, NotADirectoryError):
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise StoreDamaged(store, f"its pointer {POINTER} is unreadable: {error}") from error
    if len(names) == 0 or not all(_NAME.fullmatch(name) for name in names):
        raise StoreDamaged(store, f"its pointer {POINTER} names no generation")
    return names


def current(store: Path) -> Path:
    """The folder of the current generation.

    Raises StoreMissing where there is none, StoreForeign where ``store`` is something else, StoreDamaged.
    """
    names = kept(store)
    if len(names) == 0:
        if store.is_file() or (store.is_dir() and not _is_ours(store)):
            raise StoreForeign(store)
        raise StoreMissing(store)
    folder = store / names[0]
    if not folder.is_dir():
        raise StoreDamaged(store, f"{names[0]} is gone")
    return folder


def _is_ours(store: Path) -> bool:
    content = set(os.listdir(store))
    return len(content) == 0 or POINTER in content or LOCK in content


def prepare(store: Path) -> None:
    """Makes the folder of a store where there is none; raises StoreForeign where something else stands there."""
    if store.exists() and not (store.is_dir() and _is_ours(store)):
        raise StoreForeign(store)
    store.mkdir(parents=True, exist_ok=True)


@contextmanager
def only_builder(store: Path) -> Iterator[None]:
    """Holds the lock of a store; raises StoreBusy where another build holds it. A killed build holds none."""
    import fcntl

    with (store / LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StoreBusy(store) from error
        yield


def generations(store: Path) -> list[str]:
    """Names of all generations, whole or not, in the order in which they were begun."""
    return sorted((name for name in os.listdir(store) if _NAME.fullmatch(name)), key=lambda name: (len(name), name))


def begin(store: Path) -> Path:
    """A new folder for a generation, with its subfolders."""
    last = max((int(name.partition("-")[2]) for name in generations(store)), default=0)
    folder = store / f"generation-{last + 1:06d}"
    for name in (DOCUMENTS, TEXTS, GRAPHS, CORRECTED):
        (folder / name).mkdir(parents=True)
    return folder


def swap(store: Path, folder: Path) -> None:
    """Makes ``folder`` the current generation, in one step that a reader or a kill sees done or not done."""
    try:
        names = [folder.name, *kept(store)[:1]]
    except StoreDamaged:
        names = [folder.name]
    write(store / POINTER, "\n".join(names).encode("ascii") + b"\n")


def sweep(store: Path, keep: set[str]) -> None:
    """Removes the generations that are not named in ``keep``."""
    import shutil

    for name in generations(store):
        if name not in keep:
            shutil.rmtree(store / name, ignore_errors=True)


def link(old: Path, new: Path) -> None:
    """The file ``old`` under another name as well; a copy where the disk has no hard links. Raises OSError."""
    import shutil

    try:
        os.link(old, new)  # neither is written again
    except OSError:
        shutil.copyfile(old, new)


def write(path: Path, content: bytes) -> None:
    """Writes a file so that it is there whole or not at all, also after a loss of power."""
    with whole(path, durable=True) as file:
        file.write(content)
