"""Preambular and operative paragraphs of resolutions that have no number."""

from __future__ import annotations

import re

from extract import wording
from extract.document import PassageKind
from extract.joining import ends
from extract.masthead import QUOTES
from extract.reading import State

_JOINED = re.compile(r"[,;] (?:and|et)$")  # of the last but one
SHORTEST = 40  # characters: an operative paragraph is longer


def resolution_kind(text: str, state: State, *, resolution: bool) -> PassageKind | None:
    """'preambular' or 'operative', by the word that opens a paragraph and the sign that ends it; None where neither.

    ``resolution`` says that the front matter calls the whole document one.
    """
    words = text.lstrip(QUOTES) or text
    first = wording.fold(words.split(" ", 1)[0]).rstrip(",")
    goes_on = words[-1] in ",;" or _JOINED.search(words) is not None
    listed = goes_on and first in wording.words("preambular") and (state.in_resolution or resolution)
    follows = state.preamble and goes_on and words[0].isupper() and first not in wording.words("operative")
    if listed or follows:
        return "preambular"
    if state.in_resolution and first in wording.words("operative") and ends(words) and len(words) > SHORTEST:
        return "operative"
    return None
