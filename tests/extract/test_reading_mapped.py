"""The offset map: every edit keeps each clean character at its raw place."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from extract.mapped import Mapped, edited, mapped, rebuild, substitute


def places(text: Mapped) -> list[int]:
    return [text.raw(i) for i in range(len(text.text))]


def test_unedited_text_stands_for_itself() -> None:
    assert places(mapped("abc")) == [0, 1, 2]


def test_dropped_characters_shift_what_follows() -> None:
    text = substitute(mapped("a--b--c"), re.compile("--"), "")
    assert text.text == "abc"
    assert places(text) == [0, 3, 6]


def test_an_expansion_stands_at_the_character_it_expands() -> None:
    text = substitute(mapped("oﬃce"), re.compile("ﬃ"), "ffi")
    assert text.text == "office"
    assert places(text) == [0, 1, 1, 1, 2, 3]


def test_edits_compose() -> None:
    once = substitute(mapped("a  b \n c"), re.compile(" +"), " ")
    twice = substitute(once, re.compile("\n "), "")
    assert twice.text == "a b c"
    assert [twice.text[i] == "a  b \n c"[place] for i, place in enumerate(places(twice))] == [True] * 5


def test_pieces_may_stand_in_another_order() -> None:
    text = rebuild(mapped("note body"), [(5, 9, None), (4, 4, "\n"), (0, 4, None)])
    assert text.text == "body\nnote"
    assert places(text)[:4] == [5, 6, 7, 8]
    assert places(text)[5:] == [0, 1, 2, 3]


@given(
    st.text(alphabet="ab -\n", max_size=60), st.lists(st.sampled_from(["a", " ", "-", "\n", "b ", "--"]), max_size=4)
)
def test_any_chain_of_deletions_keeps_every_character_true(raw: str, dropped: list[str]) -> None:
    text = mapped(raw)
    for words in dropped:
        text = substitute(text, re.compile(re.escape(words)), "")
    assert all(raw[text.raw(i)] == character for i, character in enumerate(text.text))
    assert places(text) == sorted(set(places(text)))


def test_no_edit_gives_the_same_object() -> None:
    text = mapped("abc")
    assert edited(text, []) is text
