"""Words for comparison and for terminals."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.text import clean, content_words, escaped, fold, printable, truncate, width, wrap


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("L’État  d'Haïti", "l etat d haiti"),
        ("S/RES/2388 (2017)", "s res 2388 2017"),
        ("ﬁn", "fin"),
        ("", ""),
        ("—", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_content_words_are_numbers_and_longer_words() -> None:
    assert content_words("Les 7 membres de la Réunion") == {"7", "membres", "reunion"}


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x9b31m", "31m"),
        ("a\nb\tc  d", "a b c d"),
        ("evil\u202egnp.exe", "evilgnp.exe"),
        ("soft\u00adhyphen", "softhyphen"),
        ("\udc80", ""),
        ("e\u0301t\u00e9", "e\u0301t\u00e9"),
    ],
)
def test_cleaning(text: str, safe: str) -> None:
    assert clean(text) == safe


def test_printable_keeps_lines_and_shows_what_it_took_out() -> None:
    assert printable("a\tb\n\x1b[2J") == "a\tb\n\ufffd[2J"


@given(st.text())
def test_escaped_json_is_the_same_data(text: str) -> None:
    written = escaped(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text
    written.encode("utf-8")
    assert "\x7f" not in written and "\x9b" not in written and "\u202e" not in written


def test_widths() -> None:
    assert width("abc") == 3
    assert width("e\u0301") == 1
    assert width("日本") == 4
    assert width("a\u200b") == 1


def test_truncating() -> None:
    assert truncate("abcdef", 6) == "abcdef"
    assert truncate("abcdef", 4) == "abc…"
    assert truncate("日本語", 4) == "日…"


def test_wrapping() -> None:
    assert wrap("one two three", 7) == ["one two", "three"]
    assert wrap("https://example.org", 8) == ["https://", "example.", "org"]
    assert wrap("", 5) == [""]
    assert wrap("a 日本語", 4) == ["a", "日本", "語"]


@given(st.text(alphabet=st.sampled_from("ab é日\u0301"), max_size=60), st.integers(2, 12))
def test_no_line_is_wider_and_nothing_is_lost(text: str, columns: int) -> None:
    line = clean(text)
    lines = wrap(line, columns)
    assert all(width(part) <= columns for part in lines)
    assert "".join(lines).replace(" ", "") == line.replace(" ", "")
