"""Words for texts that name none: "the Government of National Accord", "International Human Rights Law"."""

from __future__ import annotations

import re
from functools import cache

from extract.mentions.chunk import Line
from extract.mentions.heads import Head
from ontology.alternatives import any_folded
from ontology.lexicon import data

_NEAR = 60  # letters before the head


def is_no_instrument(line: Line, head: Head, language: str) -> bool:
    """Is the noun of an instrument at ``head`` of the name of a government, or of a branch of law?"""
    if head.type not in ("Agreement", "Law") or line.text[head.end : head.end + 4] in (" on ", " No."):
        return False
    return _before(language).search(line.folded, max(line.low, head.start - _NEAR), head.start) is not None


@cache
def _before(language: str) -> re.Pattern[str]:
    """What stands before such a noun; of folded text."""
    words = data("heads")[language]["regimes"]
    led = rf"(?:{any_folded(words['governments'])}) ?(?:[^\W\d_]+ )?"
    branches = rf"|(?:{any_folded(words['branches'])}) " if words["branches"] else ""
    return re.compile(rf"(?<!\w)(?:{led}{branches})$")
