"""DOCX files: what a word processor shows of them, with the numbers of its lists and the marks of its footnotes.

``raw`` of a DOCX file is the text that was taken from it, one block a line with an empty line between blocks: offsets
of evidence point into that text, which is kept with the store. A DOCX file has no pages of its own.
"""

from __future__ import annotations

from extract.readers.docx.package import looks_like_docx as looks_like_docx
from extract.readers.docx.package import open_docx
from extract.readers.errors import ReadError
from extract.readers.properties import stated_title
from extract.readers.source import Source


def read_docx(data: bytes, name: str) -> Source:
    """The text of a DOCX file. Raises :class:`ReadError` for what is damaged, hostile, or holds no text."""
    from extract.readers.docx.body import Reader
    from extract.readers.written import assembled, without_contents

    document = open_docx(data, name)
    written = without_contents(Reader(document).read())
    if not any(map(str.isalnum, "".join(w.text for w in written))):
        raise ReadError(
            name,
            "is a DOCX file without words.",
            advice="If it holds pictures of pages, it needs text recognition first.",
        )
    title = stated_title(document.core_properties.title, " ".join(w.text for w in written))
    return assembled(name, "docx", written, stated={} if title is None else {"title": title})
