"""The title in the properties of a PDF or DOCX file, where it can be one: most are what a program left there."""

from __future__ import annotations

import re

from extract import wording

LONGEST = 300  # characters
SHORTEST = 3  # words
_FILE = re.compile(r"\.(?:docx?|dotx?|pdf|odt|rtf|xlsx?|pptx?|indd|tmp|html?|qxd|wpd)\b|[\\/]|_", re.IGNORECASE)
_PROGRAM = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel)|untitled|document\s?\d*|print|template|sans titre)\b", re.IGNORECASE
)


def stated_title(words: str | None, text: str) -> str | None:
    """The title that the properties of a file state, None where it is none.

    A title is some words long, no name of a file or program ('Microsoft Word - draft 3.doc'), and most of its longer
    words stand in the ``text`` of the file.
    """
    title = " ".join((words or "").split())
    parts = [word for word in re.findall(r"[^\W\d_]+", wording.fold(title)) if len(word) > 3]
    if len(title) > LONGEST or len(title.split()) < SHORTEST or not parts:
        return None
    if _FILE.search(title) is not None or _PROGRAM.match(title) is not None:
        return None
    folded = wording.fold(text)
    return title if 2 * sum(word in folded for word in parts) > len(parts) else None
