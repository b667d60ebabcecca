"""Titles whose document only a footnote names: "the report of the Rapporteur entitled “Children at risk”,3" and, at the
foot of the page, "3 A/80/170."
"""

from __future__ import annotations

import re

from extract.document import Document, Passage, Sentence
from extract.symbols import SYMBOL_PATTERN

_SIGN = r"(?:\d{1,2}|[¹²³⁰⁴⁵⁶⁷⁸⁹]{1,2})"
_MARK = re.compile(rf"[,;.]? ?\(?(?P<mark>{_SIGN})(?![\d%/])")
_NOTE = re.compile(rf"\s*\(?(?P<mark>{_SIGN})\)?\W")
_SYMBOL = re.compile(rf"\W*(?:{_SIGN}\W+)?(?P<symbol>{SYMBOL_PATTERN})")


def symbol_in_note(document: Document, sentence: Sentence, end: int) -> tuple[int, int] | None:
    """Where the symbol stands that opens the footnote whose mark stands behind ``end``, in ``sentence``."""
    at = document.offsets.raw(end - 1) + 1
    mark = _MARK.match(document.raw, at)
    for passage in document.passages[sentence.passage + 1 :]:
        if passage.kind != "footnote":
            continue
        found = None
        if passage.tied == sentence.passage:
            found = _SYMBOL.match(document.text, passage.start, passage.end)
        elif passage.tied is None and mark is not None:
            found = _note(document, passage, mark["mark"])
        if found is not None:
            return found.span("symbol")
    return None


def _note(document: Document, passage: Passage, mark: str) -> re.Match[str] | None:
    """The words of the footnote, where it bears that mark."""
    line = document.raw.rfind("\n", 0, document.offsets.raw(passage.start)) + 1
    note = _NOTE.match(document.raw, line)
    same = note is not None and note["mark"] == mark
    return _SYMBOL.match(document.text, passage.start, passage.end) if same else None
