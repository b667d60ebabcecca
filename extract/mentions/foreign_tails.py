"""Names that go on in another tongue: « le Réseau Lusofonia [contra o Tráfico] », "Red Andina [contra la Trata]"."""

from __future__ import annotations

import re
from functools import cache

from extract.mentions.chunk import Line
from extract.mentions.heads import Head
from ontology.alternatives import any_of
from ontology.lexicon import data

_CAPITAL = r"[A-ZÀ-ÖØ-Ý][^\W\d_]+(?:[-’'][^\W\d_]+)*"


def reach(line: Line, head: Head, end: int) -> int:
    """``end`` of the name that ``head`` begins, or where its foreign words end behind it."""
    tail = _tail().match(line.text, end, line.high) if head.end < end else None
    return end if tail is None or line.overlaps(end, tail.end()) else tail.end()


@cache
def _tail() -> re.Pattern[str]:
    listed = data("heads")["foreign_links"]
    led, article = any_of(listed["led"]), any_of(listed["articles"])
    between = rf"(?:(?:{article}|{any_of(listed['between'])}) )*"
    return re.compile(rf" (?:{led}) (?:(?:{article}) )?{_CAPITAL}(?: {between}{_CAPITAL})*(?![\w’'-])")
