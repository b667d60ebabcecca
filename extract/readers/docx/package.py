"""Opening a DOCX file that may be hostile: what it would unpack to is measured first, entities are refused."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from extract.readers.errors import ReadError

if TYPE_CHECKING:
    from docx.document import Document

UNPACKED = 400_000_000  # bytes of all parts
PART = 80_000_000  # bytes of a part of text: some ten million words with their markup
PARTS = 10_000
SAVE_AGAIN = "Open it in a word processor and save it again as DOCX."
SIGNATURE = b"PK\x03\x04"
MAIN = "word/document.xml"


def looks_like_docx(data: bytes) -> bool:
    """Whether ``data`` is an archive with the parts of a DOCX file; their names stand in it as they are."""
    return data.startswith(SIGNATURE) and b"word/" in data and b"[Content_Types].xml" in data


def open_docx(data: bytes, name: str) -> Document:
    """The document in ``data``. Raises :class:`ReadError` for what is damaged, too large once unpacked, or hostile."""
    import docx
    from docx.opc.exceptions import OpcError

    _check(data, name)
    try:
        return docx.Document(BytesIO(data))
    except (OpcError, SyntaxError, zipfile.BadZipFile, KeyError, ValueError, AttributeError, OSError, EOFError):
        raise ReadError(name, "is a DOCX file that is damaged.", advice=SAVE_AGAIN) from None
    except (RuntimeError, NotImplementedError):
        raise ReadError(name, "is a DOCX file that needs a password.", advice="Save a copy without it.") from None


def _check(data: bytes, name: str) -> None:
    """Raises ReadError for an archive that unpacks to more than any document holds, or whose XML has a DTD."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
                raise _too_large(name)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    if part.file_size > PART:
                        raise _too_large(name)
                    _refuse_entities(archive, part, name)
    except zipfile.BadZipFile:
        raise ReadError(name, "is a DOCX file that is damaged.", advice=SAVE_AGAIN) from None
    except (RuntimeError, NotImplementedError):
        raise ReadError(name, "is a DOCX file that needs a password.", advice="Save a copy without it.") from None
    except (OSError, EOFError, ValueError):
        raise ReadError(name, "is a DOCX file that is damaged.", advice=SAVE_AGAIN) from None


def _refuse_entities(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    import zlib

    try:
        with archive.open(part) as file:
            head = file.read(4096)
    except zlib.error:
        raise ReadError(name, "is a DOCX file that is damaged.", advice=SAVE_AGAIN) from None
    if b"<!DOCTYPE" in head.replace(b"\0", b"") or b"<!ENTITY" in head.replace(b"\0", b""):
        raise ReadError(name, "is a DOCX file that declares XML entities, as none does.", advice=SAVE_AGAIN)


def _too_large(name: str) -> ReadError:
    return ReadError(
        name,
        f"is a DOCX file that unpacks to more than {UNPACKED // 1_000_000} MB.",
        advice="Take out its pictures, or split it.",
    )
