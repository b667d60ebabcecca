"""Words for texts that name none: "the Government of National Accord", "International Human Rights Law", "Speakers Call
for Action".
"""

from __future__ import annotations

import re
from functools import cache

from extract.mentions.chunk import Line
from extract.mentions.heads import Head
from ontology.alternatives import any_folded
from ontology.lexicon import data

_NEAR = 60  # letters before the head
_PLURAL = re.compile(r"(?<![\w’'-])([A-Z][a-z]+s) $")


def is_no_instrument(line: Line, head: Head, language: str) -> bool:
    """Is the noun of an instrument at ``head`` of the name of a government, or of a branch of law; or a verb?"""
    if (language == "en" and _is_verb(line, head)) or _is_described(line, head, language):
        return True
    if head.type not in ("Agreement", "Law") or line.text[head.end : head.end + 4] in (" on ", " No."):
        return False
    return _before(language).search(line.folded, max(line.low, head.start - _NEAR), head.start) is not None


def _is_verb(line: Line, head: Head) -> bool:
    """ "Speakers [Call] for Swifter Compensation", "Delegates [Pledge] Support", in a headline."""
    if head.noun not in data("heads")["en"]["verbal"]:
        return False
    before = _PLURAL.search(line.text, max(line.low, head.start - _NEAR), head.start)
    return before is not None and before[1].lower() in _people()


def _is_described(line: Line, head: Head, language: str) -> bool:
    """ "the Legal [Framework] for combating trafficking", « le [Cadre] juridique international »: the laws of a place,
    which make no text together.
    """
    words = data("heads")[language]["regimes"]["laws"]
    if head.noun not in words["of"]:
        return False
    beside = line.folded[head.end : head.end + _NEAR] if language == "fr" else line.folded[line.low : head.start]
    said = re.search(r"^ (\w+)" if language == "fr" else r"(\w+) $", beside)
    return said is not None and said[1] in words["said"]


@cache
def _people() -> frozenset[str]:
    return frozenset(data("counting")["en"]["people"]) | frozenset(data("heads")["en"]["speaking"])


@cache
def _before(language: str) -> re.Pattern[str]:
    """What stands before such a noun; of folded text."""
    words = data("heads")[language]["regimes"]
    led = rf"(?:{any_folded(words['governments'])}) ?(?:[^\W\d_]+ )?"
    branches = rf"|(?:{any_folded(words['branches'])}) " if words["branches"] else ""
    return re.compile(rf"(?<!\w)(?:{led}{branches})$")
