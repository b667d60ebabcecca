"""What is told of several places is not told of each, and names that go on in a document."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.build import build
from graph.store import Store
from queries.asking.ask import Asker
from queries.values import text_of

TEXT = """Press release

1. Operation Marlin, coordinated by Europol in Albania and North Macedonia in May 2025, led to the rescue of 77 victims
and the arrest of 28 suspects. Operation Heron, coordinated by Europol in Malta in June 2025, led to the arrest of 5
suspects.

2. Slovenia hosts the secretariat of the Coalition for Gold without Trafficking. Peru and Kyrgyzstan joined the
Coalition for Gold without Trafficking in 2025.
"""


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    folder = tmp_path_factory.mktemp("wholes")
    (folder / "press.txt").write_text(TEXT, encoding="utf-8")
    build([folder / "press.txt"], folder / "store")
    with Store.open(folder / "store") as store:
        yield Asker(store)


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("How many suspects were arrested in Operation Marlin?", ["28"]),
        ("How many suspects were arrested in Malta in Operation Heron?", ["5"]),
        ("How many suspects were arrested in Albania in Operation Marlin?", []),
        ("Combien de suspects ont été arrêtés en Albanie lors de l'opération Marlin ?", []),
        ("Combien de suspects ont été arrêtés à Malte lors de l'opération Heron ?", ["5"]),
        ("Which countries joined the Coalition for Gold without Trafficking?", ["Kyrgyzstan", "Peru"]),
    ],
)
def test_answers(asker: Asker, question: str, answers: list[str]) -> None:
    assert sorted(text_of(a.value) for a in asker.ask(question).answers) == answers
