"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole(path: Path, *, durable: bool = False) -> Iterator[BinaryIO]:
    """A file to fill, which takes the place of ``path`` when the block ends; where it fails ``path`` is as it was.

    ``durable``: it holds also after a loss of power. Raises OSError.
    """
    beside = path.with_name(path.name + ".new")
    try:
        with beside.open("wb") as file:
            yield file
            if durable:
                file.flush()
                os.fsync(file.fileno())
        os.replace(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
