"""Meetings whose title stands in quotation marks: convened the "Regional Workshop on Ways to combat it" in Hanoi."""

from __future__ import annotations

from extract.mentions.chunk import Line
from extract.mentions.heads import Head

_MARKS = {"“": "”", "«": "»", '"': '"'}
_LONGEST = 240  # characters of a title
_SPOKEN = tuple(",.?!")  # how what somebody says ends


def reach(line: Line, head: Head, start: int, end: int) -> int:
    """``end``, or where the title ends that begins at ``start``, behind an opening mark and a word before that."""
    mark = line.text[max(line.low, start - 2) : start].strip()[-1:]
    before = line.text[line.low : start].rstrip().removesuffix(mark).rstrip() if mark in _MARKS else ""
    if head.type != "Meeting" or mark not in _MARKS or not before[-1:].isalnum():
        return end
    closing = line.text.find(_MARKS[mark], start, min(line.high, start + _LONGEST))
    title = line.text[start:closing].rstrip() if closing >= end else ""
    return end if not title or title.endswith(_SPOKEN) else start + len(title)
