"""PDF files: the text that they hold, in the order of reading, with the pages on which it stands.

``raw`` of a PDF is the text that was taken from it, one block a line with an empty line between blocks: offsets of
evidence point into that text, which is kept with the store.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.readers.errors import ReadError
from extract.readers.properties import stated_title
from extract.readers.source import Meta, Source

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

    from extract.readers.pdf.glyphs import Page

PAGES = 3_000
LETTERS = 12_000_000  # characters
SIGNATURE = b"%PDF-"
SCANNED = 12  # letters: a page of text holds more
RECOGNISE = "Let a program for text recognition (OCR) add the text, then try again."
SAVE_AGAIN = "Download it again, or open it in a viewer and print it to a new PDF."
_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")


def looks_like_pdf(data: bytes) -> bool:
    """Whether ``data`` is a PDF file; some have other bytes before their signature."""
    return SIGNATURE in data[:1024]


def read_pdf(data: bytes, name: str) -> Source:
    """The text of a PDF file.

    Raises :class:`ReadError` for what is encrypted, damaged, without pages or text, or too large.
    """
    from extract.readers.pdf.furniture import take_notes, without_contents, without_furniture
    from extract.readers.pdf.layout import Reader, parts
    from extract.readers.pdf.paragraphs import written
    from extract.readers.written import Written, assembled

    document = _open(data, name)
    try:
        pages = _pages(document, name)
        empty = [page.number for page in pages if page.characters < SCANNED]
        symbol = without_furniture(pages)
        without_contents(pages)
        laid = [part for page in pages for part in parts(page)]
        notes = take_notes(laid)
        reader = Reader()
        items = [item for part in laid for item in reader.lines(part)]
        found = written(items, notes)
        said = str(document.get_metadata_value("Title"))
    finally:
        document.close()
    if not any(map(str.isalnum, "".join(w.text for w in found))):
        raise ReadError(name, "is a PDF without words.", advice=RECOGNISE)
    if symbol is not None and not any(symbol in w.text for w in found[:12]):
        found.append(Written(symbol, "symbol", page=1))
    title = stated_title(said, " ".join(w.text for w in found))
    stated: dict[Meta, str] = {} if title is None else {"title": title}
    return assembled(name, "pdf", found, stated=stated, warnings=_warnings(empty, len(pages)))


def _open(data: bytes, name: str) -> PdfDocument:
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise ReadError(
                name, "is a PDF that needs a password.", advice="Save a copy without password and try again."
            ) from None
        if error.err_code == pdfium.FPDF_ERR_SECURITY:
            raise ReadError(name, "is a PDF with a protection that is not known.", advice=SAVE_AGAIN) from None
        raise ReadError(name, "is a PDF that is damaged.", advice=SAVE_AGAIN) from None


def _pages(document: PdfDocument, name: str) -> list[Page]:
    import pypdfium2

    from extract.readers.pdf.glyphs import DENSE, read_page

    if len(document) == 0:
        raise ReadError(name, "is a PDF without pages.", advice=SAVE_AGAIN)
    if len(document) > PAGES:
        raise ReadError(
            name, f"has {len(document):,} pages; the limit is {PAGES:,}.", advice="Split it into its documents."
        )
    pages: list[Page] = []
    letters = 0
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
            pages.append(read_page(page, number))
            page.close()
        except pypdfium2.PdfiumError:
            raise ReadError(name, f"is a PDF whose page {number} is damaged.", advice=SAVE_AGAIN) from None
        letters += pages[-1].characters
        if pages[-1].characters > DENSE:
            raise ReadError(name, f"holds more on page {number} than a page can.", advice=SAVE_AGAIN)
        if letters > LETTERS:
            raise ReadError(
                name,
                f"holds more than {LETTERS // 1_000_000} million characters.",
                advice="Split it into its documents.",
            )
    if all(page.characters < SCANNED for page in pages):
        raise ReadError(name, "is a PDF of pictures, without text: it was scanned.", advice=RECOGNISE)
    return pages


def _warnings(empty: Sequence[int], pages: int) -> tuple[str, ...]:
    if not empty:
        return ()
    listed = ", ".join(map(str, empty[:10])) + (" …" if len(empty) > 10 else "")
    return (f"{len(empty)} of {pages} pages hold no text (page {listed}); what they show was not read.",)
