"""Folding: two ways of writing the same words become one, character for character, so that offsets stay."""

from __future__ import annotations

import unicodedata
from functools import cache

_APOSTROPHES = "’‘ʼ`´＇"
_HYPHENS = "‐‑–—−"
_SPACES = "\u00a0\u202f\u2009\u2007\t\n\r\v\f"
_RANGES = ((0x00, 0x250), (0x1E00, 0x1F00))


@cache
def _tables() -> tuple[dict[int, str], dict[int, str]]:
    """(accents, all): tables for str.translate that map one character to one character."""
    accents: dict[int, str] = {}
    for start, end in _RANGES:
        for code in range(start, end):
            base = unicodedata.normalize("NFD", chr(code))[0]
            if base != chr(code):
                accents[code] = base
    everything = {code: base.lower() for code, base in accents.items()} | {
        code: chr(code).lower() for code in range(65, 91)
    }
    everything |= {code: chr(code).lower() for start, end in _RANGES for code in range(start, end)
                   if code not in everything and len(chr(code).lower()) == 1}  # fmt: skip
    for characters, plain in ((_APOSTROPHES, "'"), (_HYPHENS, "-"), (_SPACES, " ")):
        everything |= {ord(character): plain for character in characters}
    return accents, everything


def strip_accents(text: str) -> str:
    """``text`` without accents, same length: 'présidé' -> 'preside'."""
    return text if text.isascii() else text.translate(_tables()[0])


def fold(text: str) -> str:
    """``text`` in lower case, without accents, apostrophes straight, dashes plain; ``len(fold(t)) == len(t)``.

    « trente et unième » is written « trente-et-unième ».
    """
    folded = text.lower() if text.isascii() else text.translate(_tables()[1])
    if " et " not in folded:
        return folded
    return folded.replace(" et unieme", "-et-unieme").replace(" et onzieme", "-et-onzieme")


def key(text: str) -> str:
    """What two spellings of one name share: folded, white space collapsed, 'œ' as 'oe'."""
    return " ".join(fold(text).replace("œ", "oe").replace("æ", "ae").split())
