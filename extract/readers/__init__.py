"""Files to documents: one reader for each format, chosen by what the file holds and how it is named."""

from __future__ import annotations

from pathlib import Path

from extract.document import Document
from extract.readers.errors import ReadError
from extract.readers.source import Source

__all__ = [
    "LIMIT",
    "SUFFIXES",
    "ReadError",
    "Source",
    "find_sources",
    "is_intricate",
    "read",
    "read_bytes",
    "read_source",
]

LIMIT = 20_000_000  # bytes: some three million words, far more than any one document
SUFFIXES = (".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".pdf", ".docx")


def read(path: Path) -> Document:
    """The document in the file ``path``.

    Raises :class:`ReadError` for what is missing, a folder, unreadable, empty, too large, binary or without words.
    """
    try:
        if path.is_dir():
            raise ReadError(str(path), "is a folder.", advice="Name a file, or give the folder to build.")
        size = path.stat().st_size
        if size > LIMIT:
            raise _too_large(str(path), size)
        data = path.read_bytes()
    except FileNotFoundError:
        raise ReadError(str(path), "does not exist.", advice="Check the spelling of the path.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(str(path), f"cannot be read ({reason}).", advice="Check that you may open it.") from None
    try:
        return read_bytes(data, path.name)
    except ReadError as error:
        raise ReadError(str(path), error.reason, advice=error.advice) from None


def read_bytes(data: bytes, name: str) -> Document:
    """The document in ``data``; ``name`` is its file name, by which it is known where it states no symbol.

    Raises :class:`ReadError` for what is empty, too large, binary or without words.
    """
    from extract.structure import document

    return document(read_source(data, name))


def is_intricate(data: bytes) -> bool:
    """Whether ``data`` is of a format whose library may take long over a hostile file, or crash: PDF and DOCX."""
    from extract.readers.docx.package import looks_like_docx
    from extract.readers.pdf import looks_like_pdf

    return looks_like_pdf(data) or looks_like_docx(data)


def read_source(data: bytes, name: str) -> Source:
    """The text of ``data``, by the format that its bytes show, or for web pages and text its name. Raises as above."""
    from extract.readers.docx.package import looks_like_docx
    from extract.readers.html import looks_like_html, read_html
    from extract.readers.pdf import looks_like_pdf, read_pdf
    from extract.readers.text import read_text

    if len(data) > LIMIT:
        raise _too_large(name, len(data))
    if not data.strip():
        raise ReadError(name, "is empty.", advice="Check that it was saved or downloaded completely.")
    if looks_like_pdf(data):
        return read_pdf(data, name)
    if looks_like_docx(data):
        from extract.readers.docx import read_docx

        return read_docx(data, name)
    return read_html(data, name) if looks_like_html(data, name) else read_text(data, name)


def find_sources(folder: Path) -> tuple[Path, ...]:
    """Files below ``folder`` that Palermo reads, sorted; hidden ones and README files are left out.

    Raises :class:`ReadError` where there is none, or the folder cannot be listed.
    """
    try:
        found = sorted(
            path
            for path in folder.rglob("*")
            if path.suffix.lower() in SUFFIXES
            and path.is_file()
            and not path.name.lower().startswith(("readme.", "."))
            and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        )
    except OSError as error:
        raise ReadError(
            str(folder), f"cannot be listed ({error.strerror}).", advice="Check that you may open it."
        ) from None
    if not found:
        listed = ", ".join(SUFFIXES)
        raise ReadError(str(folder), "holds no document.", advice=f"Palermo reads files that end in {listed}.")
    return tuple(found)


def _too_large(source: str, size: int) -> ReadError:
    return ReadError(
        source,
        f"is too large ({size / 1e6:.0f} MB; the limit is {LIMIT // 1_000_000} MB).",
        advice="Split it into its documents.",
    )
