"""The days that pieces of news begin with: "OSLO, 8 September 2022 – Ms. Berg today …", « LOMÉ (3 mai 2021) – … »."""

from __future__ import annotations

import re

from extract.document import Document
from extract.mentions import dates

_LONGEST = 90  # characters from the place to the dash
_PLACE = re.compile(r"(?:[^\W\d_]{1,3}[ '’]|[^\W\d_a-zà-þ][^\W\d_]*[-.,' ’()/]*)+(?:le |on )?")
_DASH = re.compile(r"\)?\s*(?:\([^)]{0,30}\)\s*)?[–—-]{1,2}\s")
_DAY = 10  # characters of a date that is a day


def datelines(document: Document) -> list[tuple[int, str]]:
    """(where it stands, its day) for each place and day that open a passage, in the order of the text."""
    return [
        line
        for passage in document.passages
        for line in _opening(document, passage.words, passage.end, passage.language)
    ]


def _opening(document: Document, start: int, end: int, language: str) -> list[tuple[int, str]]:
    text, last = document.text, min(end, start + _LONGEST)
    place = _PLACE.match(text, start, last)
    if place is None:
        return []
    date = next(dates.find(text, language, start, last), None)
    opens = date is not None and date.last is None and len(date.first) == _DAY and start < date.start <= place.end()
    return [(start, date.first)] if date is not None and opens and _DASH.match(text, date.end) else []
