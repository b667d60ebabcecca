"""Questions on documents: most are answered rightly, and none that the documents leave open."""

from __future__ import annotations

from collections.abc import Iterator
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
GOLD = Path(__file__).parents[1] / "gold"
SOURCES = {"corpus": [], "gold-en": [GOLD / "en" / "dev2"], "gold-fr": [GOLD / "fr" / "dev2"]}


@pytest.fixture(
    scope="module",
    params=[pytest.param(name, marks=[pytest.mark.slow] if where else []) for name, where in SOURCES.items()],
)
def bank(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Store]]:
    """The name of a bank, and a store of the documents that it asks about."""
    place = tmp_path_factory.mktemp("asked") / "asked.store"
    build(SOURCES[request.param], place)
    with Store.open(place) as store:
        yield request.param, store


@pytest.mark.parametrize("half", [0, pytest.param(1, marks=pytest.mark.slow)])  # every other question
@pytest.mark.parametrize("language", ["en", "fr"])
def test_answered_rightly(bank: tuple[str, Store], language: str, half: int) -> None:
    name, store = bank
    asked = [q for q in questions(name) if q.language == language][half::2]
    asker = Asker(store)
    found = {q: asker.ask(q.text) for q in asked}
    missed = [q.text for q, o in found.items() if not _right(store, q, o)]
    assert [q.text for q, o in found.items() if not q.answers and o.answers] == []
    assert len(missed) <= (1 - FLOOR) * len(asked), missed


def _right(store: Store, question: Question, outcome: Outcome) -> bool:
    """Whether the answers begin as they should, one for each."""
    begun = [folded(answer) for answer in question.answers]
    nodes = store.labels([a.value.iri for a in outcome.answers if isinstance(a.value, Node)], "en")
    values = [folded(nodes[v.iri] if isinstance(v := a.value, Node) else str(v)) for a in outcome.answers]
    return len(values) == len(begun) and all(any(v.startswith(b) for v in values) for b in begun)
