"""A paragraph is read whole however wide the column is that it was set in: the examples of the lexicon, wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import wrap

import pytest

from extract.readers import read_bytes
from ontology.lexicon import data, frame_files

AT_ONCE = 25  # paragraphs of one text
HEAD = "Progress note on trafficking in persons\n\n3 June 2024\n\nI. Introduction\n\n"
WIDTHS = (60, 72, 85, 100)


def _sentences(language: str) -> Iterator[str]:
    for kind in frame_files():
        for entry in data(f"frames/{kind}").get("examples", ()):
            text = entry.get(language, "").strip()
            if text[-1:] == "." and "\n" not in text and text[0].isupper() and text.count(". ") == 0:
                yield text


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_paragraph_of_a_column_is_one_passage(language: str, width: int) -> None:
    sentences = list(_sentences(language))
    for first in range(0, len(sentences), AT_ONCE):
        told = sentences[first : first + AT_ONCE]
        text = HEAD + "\n\n".join("\n".join(wrap(each, width, break_on_hyphens=False)) for each in told)
        document = read_bytes(text.encode(), "note.txt")
        passages = {re.sub(r"\s+", " ", document.text[p.start : p.end]) for p in document.passages}
        assert [each for each in told if each not in passages] == []
