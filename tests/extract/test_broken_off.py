"""Sentences that break off, as columns and page breaks leave them, fail no document."""

from __future__ import annotations

import pytest

from extract.pipeline import extract
from extract.readers import read_bytes
from ontology.lexicon import data, frame_files

_EACH = 6  # every so many examples one is read: CI has minutes


def _examples() -> list[str]:
    found = [entry for kind in frame_files() for entry in data(f"frames/{kind}").get("examples", ())]
    return [str(entry.get("en") or entry["fr"]) for entry in found][::_EACH]


@pytest.mark.slow
@pytest.mark.parametrize("kept", ["beginning", "end"])
def test_a_sentence_that_breaks_off(kept: str) -> None:
    for example in _examples():
        words = example.split(" ")
        cuts = range(1, len(words))
        parts = [" ".join(words[:n]) if kept == "beginning" else " ".join(words[n:]) for n in cuts]
        text = "\n\n".join(f"{part.rstrip('.,;')}{end}" for part in parts for end in ("", ","))
        assert extract(read_bytes(text.encode(), "note.txt")) is not None
