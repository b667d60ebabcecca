"""First step of the repair, character by character: one form of line end and of space, no invisible characters."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from extract.mapped import Mapped, substitute

# One character for another: the map to raw offsets does not change.
SPACES = "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
LINE_ENDS = "\x0b\x85\u2028\u2029"
HYPHENS = "\u2010\u2011"
BROKEN = "\x02\ufffe"  # what pdfium writes for a hyphen at the end of a line, with the line end or in its place
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


@cache
def _one_to_one() -> dict[int, str]:
    return {ord(c): " " for c in SPACES} | {ord(c): "\n" for c in LINE_ENDS} | {ord(c): "-" for c in HYPHENS}


@cache
def _unusual() -> re.Pattern[str]:
    """Something to translate, so that most texts pay nothing."""
    return re.compile(f"[{SPACES}{LINE_ENDS}{HYPHENS}]")


@cache
def _to_edit() -> re.Pattern[str]:
    """Characters to drop (controls, soft hyphens, zero width, bidirectional marks), ligatures, line ends, typed
    dashes, "the total -- a proportion", and quotation marks of two apostrophes each, ‘’like this’’, to change.
    """
    return re.compile(
        "[\r\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
        "\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ufffe\ue000-\uf8ffﬀ-ﬆ]"
        r"|(?<=[^\s|+-] )---?(?=[ \n][^\s|+-])"
        r"|(?<![^\W\d_])[‘’]{2}|[‘’]{2}(?![^\W\d_])|(?<![^\s(])''(?=[^\W\d_])|(?<=[^\W\d_.!?])''(?![^\s.,;:)])"
    )


@cache
def _accents() -> re.Pattern[str]:
    return re.compile("[\u0300-\u036f]")


@cache
def _accented() -> re.Pattern[str]:
    return re.compile("[^\\W\\d_][\u0300-\u036f]{1,8}")


def _replacement(match: re.Match[str]) -> str:
    character = match.group()
    if character == "\r":
        return "" if match.string[match.end() : match.end() + 1] == "\n" else "\n"
    if character in BROKEN:
        return "-" if match.string[match.end() : match.end() + 1] in "\r\n" else "-\n"
    if character[0] == "-":
        return "–"
    if len(character) == 2:
        return "“" if match.string[match.end() : match.end() + 1].isalnum() else "”"
    return LIGATURES.get(character, "")


def clean_characters(source: Mapped) -> Mapped:
    """``source`` with line ends as \\n, all spaces but tabs as ' ', no invisible characters, ligatures and accents
    resolved.

    A form feed stays, as the sign of a page's end, and a tab, which may part the cells of a table. An accented letter
    that was written as letter and accent is mapped to the letter.
    """
    text = source.text
    if _unusual().search(text):
        source = Mapped(text.translate(_one_to_one()), source.starts, source.targets)
    source = substitute(source, _to_edit(), _replacement)
    if _accents().search(source.text):
        source = substitute(source, _accented(), lambda match: unicodedata.normalize("NFC", match.group()))
    return source
