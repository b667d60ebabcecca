"""Bytes to text: the encoding is declared, marked or worked out, never guessed at random."""

from __future__ import annotations

import codecs
import re
from functools import cache

from extract.readers.errors import ReadError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# First bytes of files that are no text, and what a person calls them.
SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive or an office document other than DOCX"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or PowerPoint document, or one that needs a password"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a data base"),
)
TEXT_ADVICE = "Save it as PDF, DOCX, HTML or plain text (UTF-8) and try again."
SAMPLE = 65_536


def decode(data: bytes, name: str, *, declared: str | None = None) -> tuple[str, str]:
    """Text of ``data`` and the name of its encoding, tried in this order: byte order mark, what the file declares
    of itself, UTF-8, UTF-16 without a mark, then Windows-1252 (which holds Latin-1).

    A byte order mark is no part of the text. Line ends are kept as they are.
    Raises :class:`ReadError` for what is no text, or no text in any of these encodings.
    """
    _refuse_known_binaries(data, name)
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name), encoding
    wide = _wide(data)
    if wide is None and b"\0" in data[:SAMPLE]:
        raise ReadError(name, "is binary, not text.", advice=TEXT_ADVICE)
    for candidate in filter(None, (wide, _known(declared), "utf-8")):
        try:
            return _checked(data.decode(candidate), name), candidate
        except UnicodeDecodeError:
            continue
    return _single_byte(data, name)


def _refuse_known_binaries(data: bytes, name: str) -> None:
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise ReadError(name, f"is {kind}, not text.", advice=TEXT_ADVICE)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(
            name, f"begins like {encoding.upper()} text but is damaged at byte {error.start}.", advice=TEXT_ADVICE
        ) from None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of western text is zero."""
    sample = data[:SAMPLE]
    if len(sample) < 4 or len(data) % 2:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _known(declared: str | None) -> str | None:
    """A declared encoding that Python knows and that is one of text; 'latin-1' means Windows-1252, as on the web."""
    if declared is None:
        return None
    try:
        found = codecs.lookup(declared.strip())
    except (LookupError, ValueError):
        return None
    if not getattr(found, "_is_text_encoding", True) or found.name.startswith(("utf-16", "utf-32")):
        return None
    return "cp1252" if found.name in ("iso8859-1", "ascii", "cp1252") else found.name


@cache
def _controls() -> re.Pattern[str]:
    return re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def _checked(text: str, name: str) -> str:
    """``text``, unless so much of it is control characters that it cannot be writing."""
    sample = text[:SAMPLE]
    if len(_controls().findall(sample)) > 0.1 * len(sample):
        raise ReadError(name, "is binary, not text.", advice=TEXT_ADVICE)
    return text


@cache
def _cp1252_table() -> str:
    """Windows-1252 with its five empty places filled as in Latin-1, so that every byte is a character."""
    return "".join(bytes((b,)).decode("cp1252", errors="ignore") or chr(b) for b in range(256))


def _single_byte(data: bytes, name: str) -> tuple[str, str]:
    """Windows-1252, refused where the bytes make no words of it."""
    text = codecs.charmap_decode(data, "strict", _cp1252_table())[0]
    sample = text[:SAMPLE]
    letters = sum(map(str.isalpha, sample))
    odd = len(_unusual().findall(sample))
    accented = sum(not c.isascii() and c.isalpha() for c in sample)
    if odd > max(0.05 * len(sample), 3) or accented > 0.4 * max(letters, 1):
        raise ReadError(name, "is in an encoding that Palermo does not know, or is not text.", advice=TEXT_ADVICE)
    return _checked(text, name), "cp1252"


@cache
def _unusual() -> re.Pattern[str]:
    """Characters that are rare in written English and French, whatever the subject."""
    return re.compile(r"[\x80-\x9f\xa1-\xa6\xa8\xaa\xac-\xaf\xb1-\xb6\xb8-\xba\xbc-\xbf\xd7\xf7ƒˆ˜†‡‰‹›‚„]")
