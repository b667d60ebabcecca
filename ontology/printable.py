"""Text of strangers made safe to show: control, bidirectional and broken characters."""

from __future__ import annotations

import re
from functools import cache

_INVISIBLE = "\u00ad\u061c\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069"


@cache
def _unsafe() -> re.Pattern[str]:
    # C0 and C1 controls start escape sequences ('\x1b[31m', '\x9b31m'); the bidirectional ones reorder the line;
    # lone surrogates cannot be written at all.
    return re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff{_INVISIBLE}]")


def clean(text: str) -> str:
    """``text`` on one line, safe to print: white space collapsed, control and bidirectional characters removed."""
    return " ".join(_unsafe().sub("", text).split())


def printable(text: str) -> str:
    """``text`` with its lines and tabs kept and every other control character shown as U+FFFD."""
    return _unsafe().sub("\ufffd", text)


def escaped(json_text: str) -> str:
    r"""JSON with DEL, C1 controls, bidirectional marks and lone surrogates as ``\uXXXX``, the data unchanged."""
    return _unsafe().sub(lambda m: f"\\u{ord(m[0]):04x}", json_text)
