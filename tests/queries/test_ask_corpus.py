"""Questions on the bundled documents: most are answered rightly, and none that the documents leave open."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.build import build
from graph.store import Store
from ontology.questions import folded
from queries.asking.answer import Outcome
from queries.asking.ask import Asker
from queries.values import Node
from tests.queries.question_bank import Question, questions

FLOOR = 0.9


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the bundled documents."""
    place = tmp_path_factory.mktemp("asked") / "corpus.store"
    build([], place)
    return place


@pytest.mark.parametrize("language", ["en", "fr"])
def test_answered_rightly(corpus: Path, language: str) -> None:
    bank = [q for q in questions("corpus") if q.language == language]
    with Store.open(corpus) as store:
        asker = Asker(store)
        found = {q: asker.ask(q.text) for q in bank}
        missed = [q.text for q, o in found.items() if not _right(store, q, o)]
    assert [q.text for q, o in found.items() if not q.answers and o.answers] == []
    assert len(missed) <= (1 - FLOOR) * len(bank), missed


def _right(store: Store, question: Question, outcome: Outcome) -> bool:
    """Whether the answers begin as they should, one for each."""
    begun = [folded(answer) for answer in question.answers]
    nodes = store.labels([a.value.iri for a in outcome.answers if isinstance(a.value, Node)], "en")
    values = [folded(nodes[v.iri] if isinstance(v := a.value, Node) else str(v)) for a in outcome.answers]
    return len(values) == len(begun) and all(any(v.startswith(b) for v in values) for b in begun)
