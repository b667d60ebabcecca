"""Plain text."""

from __future__ import annotations

from extract.readers.encoding import decode
from extract.readers.errors import ReadError
from extract.readers.source import Source


def read_text(data: bytes, name: str) -> Source:
    """Plain text in any of the encodings of :mod:`extract.readers.encoding`.

    Raises :class:`ReadError` for what is no text and for a file without a single letter or digit.
    """
    raw, _ = decode(data, name)
    if not any(map(str.isalnum, raw)):
        raise ReadError(
            name, "holds no words.", advice="If it was made from a scanned PDF, it needs text recognition first."
        )
    return Source(name, "text", raw)
