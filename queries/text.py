"""Words for comparison and words for a terminal: folding, cleaning, widths."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from ontology.printable import clean, escaped, printable

__all__ = ["clean", "content_words", "escaped", "fold", "printable", "truncate", "width", "wrap"]


def fold(text: str) -> str:
    """Words of ``text`` in lower case, without accents and punctuation, one space between: 'L'État' -> 'l etat'."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (c for c in plain if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", "".join(kept)))


def content_words(text: str) -> frozenset[str]:
    """Folded words that say something: numbers, and words of four letters or more."""
    return frozenset(w for w in fold(text).split() if len(w) > 3 or w.isdigit())


def width(text: str) -> int:
    """Columns of a terminal that ``text`` takes: wide characters two, combining and invisible ones none."""
    if text.isascii():
        return len(text)
    return sum(_character_width(c) for c in text)


@cache
def _character_width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def truncate(text: str, limit: int) -> str:
    """``text`` in at most ``limit`` columns, an ellipsis at its end where something was cut."""
    if width(text) <= limit:
        return text
    used, kept = 0, []
    for character in text:
        used += _character_width(character)
        if used > limit - 1:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"


def wrap(text: str, columns: int) -> list[str]:
    """Lines of at most ``columns`` columns, broken at spaces where there are any. At least one line."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if width(joined) <= columns:
            line = joined
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, columns)
        lines += full
    return [*lines, line]


def _pieces(word: str, columns: int) -> list[str]:
    """A word cut where it is wider than the line: link addresses, symbols in a narrow column."""
    pieces, piece, used = [], "", 0
    for character in word:
        size = _character_width(character)
        if piece and used + size > columns:
            pieces.append(piece)
            piece, used = "", 0
        piece += character
        used += size
    return [*pieces, piece]
