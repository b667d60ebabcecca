"""Notes at the foot of a page that no rule parts from the words above: they have no paragraph number."""

from __future__ import annotations

import pytest

from extract.readers import read_bytes

TEXT = "1.   The Panel met in Oslo to discuss what its members had done.{}\n\n{}\n\n2.   It met again in Lima.\n"


def _kinds(text: str) -> dict[str, str]:
    document = read_bytes(text.encode(), "note.txt")
    return {document.text[one.start : one.end][:12].strip(): one.kind for one in document.passages}


@pytest.mark.parametrize("note", ["* A/80/50.", "** A/80/50."])
def test_a_star_before_a_symbol_is_a_note(note: str) -> None:
    assert _kinds(TEXT.format("", note))[note] == "footnote"


def test_the_next_note_follows_the_starred_one() -> None:
    found = _kinds(TEXT.format("", "* A/80/50.\n1 The instrument was deposited late."))
    assert found["1 The instru"] == "footnote"


def test_a_number_in_brackets_that_the_text_bears_is_a_note() -> None:
    text = "The Panel met in Oslo, as it had been asked to.(1) It met in Lima.\n\n---\n(1) See CTOC/COP/WG.4/2020/2.\n"
    assert _kinds(text)["(1) See CTOC"] == "footnote"


@pytest.mark.parametrize(
    "text",
    [
        "The Panel decided to:\n\n(1) Meet in Oslo;\n\n(2) Meet in Lima.\n",
        "The Panel noted:\n\n* Oslo had been chosen.\n\n* Lima had not.\n\n* A third was found.\n\nIt met in Rome.\n",
    ],
)
def test_items_are_no_notes(text: str) -> None:
    assert "footnote" not in _kinds(text).values()
