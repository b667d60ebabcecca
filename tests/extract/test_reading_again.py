"""The same words as text, as DOCX and as PDF: the same passages, and the same facts."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import astuple
from pathlib import Path

import pytest

import tests
from extract.document import Document
from extract.pipeline import extract
from extract.readers import read, read_bytes
from tests.extract.rewritten import as_docx, as_pdf

GOLD = Path(str(tests.__path__[0])) / "gold"
NAMES = (
    "en/dev/a-77-213.txt",
    "en/dev/a-res-76-214.txt",
    "en/dev/ctoc-cop-wg4-2021-7.txt",
    "en/dev/treaty-bulletin.txt",
    "en/dev/s-2018-431.txt",
    "fr/dev/a-76-213.txt",
    "fr/dev/a-res-75-311.txt",
    "fr/dev/communique-oim.txt",
    "fr/dev/note-verbale.txt",
)
FORMATS = {"docx": as_docx, "pdf": as_pdf}


def facts(document: Document) -> Counter[str]:
    """The facts of a document, its own name left out."""
    own = document.name if document.symbol is None else document.id
    found = [json.dumps(astuple(f)[:2], sort_keys=True, default=astuple) for f in extract(document).facts]
    return Counter(fact.replace(own, "") for fact in found)


def passages(document: Document) -> Counter[tuple[str | None, str]]:
    return Counter(
        (p.label, document.text[p.start : p.end])
        for p in document.passages
        if p.kind not in ("frontmatter", "title", "footnote")
    )


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_a_document_says_the_same_in_every_format(name: str, format: str) -> None:
    text = read(GOLD / name)
    again = read_bytes(FORMATS[format](text), f"{Path(name).stem}.{format}")
    wanted = passages(text)
    assert sum((wanted & passages(again)).values()) >= 0.97 * sum(wanted.values())
    assert facts(again) == facts(text)
    assert (again.id == text.id) or text.symbol is None
