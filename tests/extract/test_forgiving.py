"""A fault of the program's own in one sentence costs the reader that sentence alone, and is told."""

from __future__ import annotations

import pytest

from extract import pipeline
from extract.document import Sentence
from extract.readers import read_bytes
from graph.documents import known_ids
from graph.model import map_document
from graph.structure import Identity
from ontology.kinds import kinds

TEXT = "UNODC chaired ICAT in 2019. UNICEF broke the program. IOM chaired ICAT in 2020."


@pytest.fixture(autouse=True)
def _fault(monkeypatch: pytest.MonkeyPatch) -> None:
    read = pipeline._Reading._sentence

    def sentence(self: pipeline._Reading, number: int, one: Sentence) -> None:
        if number == 1:
            raise IndexError("list index out of range")
        read(self, number, one)

    monkeypatch.setattr(pipeline._Reading, "_sentence", sentence)


def test_the_rest_is_read_and_the_reader_told() -> None:
    document = read_bytes(TEXT.encode(), "note.txt")
    found = pipeline.extract(document, forgiving=True)
    assert [fact.roles["year"] for fact in found.facts if fact.kind == "chairs"] == ["2019", "2020"]
    assert found.unread == (1,)
    mapped = map_document(document, found, Identity("note.txt", "note.txt", "0"), kinds=kinds(), known=known_ids())
    assert "“UNICEF broke the program.”" in mapped.warnings[0]


def test_tests_see_the_fault() -> None:
    with pytest.raises(IndexError):
        pipeline.extract(read_bytes(TEXT.encode(), "note.txt"))
