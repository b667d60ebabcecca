"""Letters of a line of a PDF file, whose boxes some fonts make of unlike heights."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from extract.readers.pdf import glyphs

_WIDTH, _BOTTOM, _TOP, _ACCENTED = 6.0, 100.0, 109.5, 111.1


class _Tall:
    """A font that gives capitals with accents more height."""

    def __init__(self, text: str, turn: object) -> None:
        self.text = text

    def boxes(self, indices: Sequence[int]) -> list[tuple[float, float, float, float]]:
        return [(_WIDTH * i, _BOTTOM, _WIDTH * (i + 1), _ACCENTED if self.text[i] in "ÉÀ" else _TOP) for i in indices]

    def generated(self, index: int) -> bool:
        return False

    def font(self, index: int) -> tuple[bool, bool]:
        return False, False


@pytest.mark.parametrize("words", ["À tous les États", "États voisins", "les États"])
def test_a_line_is_no_higher_for_its_accents(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "_Glyphs", _Tall)
    monkeypatch.setattr(glyphs, "_characters", lambda text: text)
    text: Any = words
    assert [(one.text, one.top) for one in glyphs._pieces(text, None)] == [(words, _TOP)]
