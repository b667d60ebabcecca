"""Bodies that a list of their members describes: "a coalition of IOM, UNICEF and UNHCR", « un groupe réunissant … »."""

from __future__ import annotations

import re

from extract.mentions.chunk import Line, Span
from extract.mentions.heads import Head
from ontology.types import is_a, is_any

_ACTORS = ("State", "Organization")
_OF = {"en": re.compile(r" of (?:the )?"), "fr": re.compile(r" (?:de la |de l['’]|du |des |de |d['’])")}
_JOINT = {
    "en": re.compile(r"(?:,? (?:\([A-Z][\w-]+\),? )?and|(?: \([A-Z][\w-]+\))?,) (?:of )?(?:the )?"),
    "fr": re.compile(
        r"(?: \([A-Z][\w-]+\))?(?:,? et|,) (?:(?:de la |de l['’]|du |des |de |d['’])|(?:la |le |les |l['’]))?"
    ),
}


def reach(line: Line, head: Head, end: int, language: str) -> int:
    """``end`` of the description whose noun is ``head``, or the end of the list of those whom it says to make it up."""
    led = _OF[language].match(line.text, head.end, line.high)
    described = is_a(head.type, "Organization") and not head.plural and not line.is_capital(head.start)
    first = line.starts.get(led.end()) if led is not None and described else None
    if first is None or not is_any(first.type, _ACTORS) or first.end < end:
        return end
    last: Span | None = first
    reached = first
    joined = False
    while last is not None:
        reached = last
        link = _JOINT[language].match(line.text, last.end, line.high)
        behind = line.starts.get(link.end()) if link is not None and not joined else None
        joined = joined or (link is not None and re.search(r"\b(?:and|et)\b", link.group()) is not None)
        last = behind if behind is not None and is_any(behind.type, _ACTORS) else None
    return reached.end if joined and reached is not first else end
