"""The line in which a document tells its symbol cites nothing: "Document RAIL/2025/4 – Original: English"."""

from __future__ import annotations

import pytest

from extract.pipeline import extract
from extract.readers import read_bytes

_TEXT = "Coast Network\n\n{line}\n\nMinutes of the second meeting\n\nThe Network took note of document {other}.\n"


def _cited(line: str, other: str) -> set[str]:
    facts = extract(read_bytes(_TEXT.format(line=line, other=other).encode(), "minutes.txt")).facts
    return {fact.roles["cited"].id for fact in facts if fact.kind == "citations"}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "line", ["Document RAIL/2025/4 – Original: English", "Document RAIL/2025/4 – établi par le secrétariat"]
)
def test_the_own_symbol_is_not_cited(line: str) -> None:
    assert _cited(line, "RAIL/2025/2") == {"RAIL/2025/2"}


def test_another_document_at_the_head_is_cited() -> None:
    assert "RAIL/2025/4" in _cited("This note adds to document RAIL/2025/4.", "RAIL/2025/2")
