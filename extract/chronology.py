"""Chronologies: the years, months and days under which a document lists what happened, "2008" above "The Network opens
its first office", "2010 – Latvia ratifies the Protocol".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.document import Document
from extract.mentions import dates
from extract.mentions.dates import Date

_LEAST = 2  # entries
_DAY = 10  # characters of a full date
_MARK = re.compile(r"\s*(?:[–—:|•]|-(?=\s)|\.(?=\s))\s*(?=\S)")
_BRACKETS = "()[] .:–—-•"
_OPENERS = ("heading", "paragraph", "frontmatter", "item", "table")
_CELL = " ; "  # between the cells of a row


def entries(document: Document) -> dict[int, Date]:
    """The date of the entry of a chronology in which a passage stands, by the index of the passage; its offsets are
    those of ``document.text``. A line with a date alone holds for what follows it, up to the next such line or a
    heading, the last one for the paragraph behind it; a date that opens a paragraph, or a row of two cells, for that.
    Empty where fewer than two entries follow each other in time.
    """
    opened = [*_openers(document)]
    days = {
        date.first for _, date, _ in opened if date.last is None
    }  # what is told of days in a row goes on with these
    times = [date.first for _, date, _ in opened]
    if len(days) < _LEAST or times not in (sorted(times), sorted(times, reverse=True)):
        return {}
    found = {at: date for at, date, alone in opened if not alone}
    following = [at for at, _, _ in opened[1:]] + [min(opened[-1][0] + 2, len(document.passages))]
    for (at, date, alone), end in zip(opened, following, strict=True):
        found |= dict.fromkeys(_below(document, at, end), date) if alone else {}
    return found


def _openers(document: Document) -> Iterator[tuple[int, Date, bool]]:
    """(passage, date, whether the passage holds nothing else) for each passage that a date opens."""
    for at, passage in enumerate(document.passages):
        if passage.kind not in _OPENERS:
            continue
        start = passage.words
        start += len(document.text[start : passage.end]) - len(document.text[start : passage.end].lstrip(_BRACKETS))
        date = next(dates.find(document.text, passage.language, start, min(passage.end, start + 40)), None)
        if date is None or date.start != start:
            continue
        rest = document.text[date.end : passage.end]
        alone = not rest.strip(_BRACKETS)
        if alone and not (date.last is None or len(date.first) == len(date.last) == _DAY):
            continue  # but "17–19 February 2020", "May 2004 to May 2006 – Ms. Berg is Director"
        marked = _is_row(rest) if passage.kind == "table" else passage.kind != "heading" and _MARK.match(rest)
        if (alone and passage.kind != "table") or marked:
            yield at, date, alone


def _is_row(rest: str) -> bool:
    """Is what stands behind the first cell of a row one cell more, that tells what happened in a sentence?"""
    first, *told = rest.split(_CELL)
    return not first and len(told) == 1 and told[0].endswith(".")


def _below(document: Document, at: int, end: int) -> Iterator[int]:
    """The passages from behind ``at`` to ``end`` that no heading parts from it."""
    for below in range(at + 1, end):
        if document.passages[below].kind == "heading":
            return
        yield below
