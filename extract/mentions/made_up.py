"""Bodies that a list of their members describes: "a coalition of IOM, UNICEF and UNHCR", « un groupe réunissant … »."""

from __future__ import annotations

import re

from extract.mentions.chunk import Line, Span
from extract.mentions.heads import Head
from ontology.types import is_a

_OF = {"en": re.compile(r" of (?:the )?"), "fr": re.compile(r" (?:de la |de l['’]|du |des |de |d['’])")}
_JOINT = {
    "en": re.compile(r"(?: \([A-Z][\w-]+\))?(?:,? (?P<and>and)|,) (?:of )?(?:the )?"),
    "fr": re.compile(
        r"(?: \([A-Z][\w-]+\))?(?:,? (?P<and>et)|,) (?:de la |de l['’]|du |des |de |d['’]|la |le |les |l['’])?"
    ),
}


def reach(line: Line, head: Head, end: int, language: str) -> int:
    """``end`` of the description whose noun is ``head``, or the end of the list of those whom it says to make it up."""
    led = _OF[language].match(line.text, head.end, line.high)
    described = is_a(head.type, "Organization") and not head.plural and not line.is_capital(head.start)
    last = _actor(line, led) if described else None
    if last is None or last.end < end:
        return end
    while (link := _JOINT[language].match(line.text, last.end, line.high)) is not None:
        following = _actor(line, link)
        if following is None:
            return end
        last = following
        if link["and"] is not None:
            return last.end
    return end


def _actor(line: Line, led: re.Match[str] | None) -> Span | None:
    """The State or organisation that ``led`` leads to."""
    span = line.starts.get(led.end()) if led is not None else None
    return span if span is not None and span.is_any("State", "Organization") else None
