"""What a build reads: files, folders, standard input, or the bundled corpus."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from extract.readers import LIMIT, SUFFIXES

STDIN = "-"
STDIN_NAME = "standard-input"
_KINDS = ", ".join(SUFFIXES)


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to read: ``label`` is how people know it, ``name`` its file name, ``data`` bytes read already."""

    label: str
    name: str
    path: Path | None
    data: bytes | None = None

    def digest(self) -> str:
        """SHA-256 of the bytes of the source, in hexadecimal; raises OSError."""
        if self.data is not None or self.path is None:
            return hashlib.sha256(self.data or b"").hexdigest()
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def size(self) -> int:
        """The number of its bytes; 0 where they cannot be read."""
        if self.data is not None or self.path is None:
            return len(self.data or b"")
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    def read(self) -> bytes:
        """The bytes of the source; raises OSError."""
        if self.data is not None or self.path is None:
            return self.data or b""
        return self.path.read_bytes()


@dataclass(slots=True)
class Listing:
    """Sources found, and rows of (label, reason) for those that failed or, in folders, are not meant to be read."""

    found: list[Source] = field(default_factory=list)
    failures: list[tuple[str, str]] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)


def corpus() -> Path:
    """The folder of the bundled documents."""
    import extract

    return Path(str(extract.__file__)).parent / "corpus"


def listing(sources: Sequence[Path | Literal["-"]]) -> Listing:
    """All sources, each file once, sorted by file name; with none given, the bundled corpus."""
    result = Listing()
    if len(sources) == 0:
        _corpus(result)
    for source in sources:
        if str(source) == STDIN:
            _stdin(result)
        elif Path(source).is_dir():
            _folder(result, Path(source))
        else:
            _file(result, Path(source))
    unique = {_place(source): source for source in reversed(result.found)}
    result.found = sorted(unique.values(), key=lambda source: (source.name, source.label))
    result.failures.sort()
    result.skipped.sort()
    return result


def _place(source: Source) -> str:
    """The absolute path of a source, which is one however it is named; pipes and standard input go by their label."""
    return source.label if source.path is None else os.path.abspath(source.path)


def _corpus(result: Listing) -> None:
    found = Listing()
    _folder(found, corpus())  # its README, which is skipped, is not for the summary
    result.found += [replace(source, label=source.name) for source in found.found]
    result.failures += found.failures


def _stdin(result: Listing) -> None:
    import sys

    try:
        result.found.append(Source(STDIN, STDIN_NAME, None, sys.stdin.buffer.read(LIMIT + 1)))
    except OSError as error:
        result.failures.append((STDIN, f"standard input cannot be read: {error.strerror}."))


def _folder(result: Listing, folder: Path) -> None:
    before = len(result.found)
    unreadable: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=unreadable.append):
        for name in folders:
            if name.startswith("."):
                result.skipped.append((_text(str(Path(parent, name))), "a hidden folder."))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(parent, name) for name in sorted(files)):
            reason = _skipped(path)
            if reason is None:
                result.found.append(Source(_text(str(path)), _text(path.name), path))
            else:
                result.skipped.append((_text(str(path)), reason))
    for error in unreadable:
        result.failures.append((str(error.filename), f"the folder cannot be opened: {error.strerror}."))
    if len(result.found) == before and not unreadable:
        result.failures.append((_text(str(folder)), f"the folder holds no document ({_KINDS})."))


def _skipped(path: Path) -> str | None:
    """Why a file of a folder is not read; None where it is."""
    if path.name.startswith("."):
        return "a hidden file."
    if path.suffix.lower() not in SUFFIXES:
        return f"not one of the formats that are read ({_KINDS})."
    if path.name.lower().startswith("readme."):
        return "a README tells of the folder; name the file itself if it is to be read."
    if path.exists() and not path.is_file():
        return "not a file: a pipe, socket or device."
    return None


def _file(result: Listing, path: Path) -> None:
    label, name = _text(str(path)), _text(path.name)
    try:
        if not path.exists() or path.is_file():
            result.found.append(Source(label, name, path))
        else:  # a pipe, as of <(command): it gives its bytes once
            with path.open("rb") as file:
                result.found.append(Source(label, name, None, file.read(LIMIT + 1)))
    except OSError as error:
        result.failures.append((label, f"it cannot be read: {error.strerror or error}."))


def _text(name: str) -> str:
    """A file name as text that can be stored and printed: bytes that are no UTF-8 become '?'."""
    return name.encode("utf-8", "replace").decode("utf-8")
