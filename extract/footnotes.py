"""Notes at the foot of a page or text that no rule parts from the words above."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.symbols import SYMBOL_PATTERN

_STARRED = re.compile(rf"\*+ ?(?:{SYMBOL_PATTERN})\.?")  # '* A/80/50.'
_NEXT = re.compile(r"\d{1,2} ?(?=[A-ZÀ-Ý«“])")
_BRACKETED = re.compile(r"\((\d{1,2})\) ")
_LAST = 8  # blocks among which notes in brackets stand


def is_starred(texts: Sequence[str], i: int) -> bool:
    """'* References to …' near the end, '** A/81/50.' anywhere, '* …' above such a one: notes, not items."""
    words = texts[i]
    if words[0] != "*" or not words.lstrip("* ")[:1].isalnum():
        return False
    after = texts[i + 1] if i + 1 < len(texts) else ""
    before = texts[i - 1] if i > 0 else ""
    closes = i + 3 >= len(texts) and not before.startswith("* ")
    return words[1] == "*" or after.startswith("**") or closes or _STARRED.fullmatch(words) is not None


def follows(texts: Sequence[str], i: int) -> bool:
    """'1 The instrument was deposited …' right below a starred note."""
    return i > 0 and _NEXT.match(texts[i]) is not None and is_starred(texts, i - 1)


def is_bracketed(texts: Sequence[str], i: int) -> bool:
    """'(1) See CTOC/COP/2020/2.' among the last lines, where the words above bear that mark: 'comments made.(1)'."""
    match = _BRACKETED.match(texts[i]) if i >= len(texts) - _LAST else None
    if match is None:
        return False
    mark = re.compile(rf"(?<=[\w.,;:!?”»]){re.escape(match[0].strip())}(?!\w)")
    return any(mark.search(text) for text in texts[:i])
