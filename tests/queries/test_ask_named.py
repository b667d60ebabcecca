"""Nouns that introduce a name, meetings of a body, and counts that name only some."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.build import build
from graph.store import Store
from queries.asking.ask import Asker
from queries.values import Node

TEXT = """Report on the Lakes Network

1. The Lakes Network was established by Kenya in 2015. The association Open Shore provides its secretariat.

2. At its second meeting, held in Nairobi in May 2019 and chaired by Grace Auma, the Lakes Network adopted the Nairobi
Charter on Safe Recruitment.

3. The closing session, held in Entebbe on 7 July 2022, drew 230 people; Ms. Anna Bello and Mr. Jean Rugamba took part
in it.

4. UNICEF trained 35 teachers and 20 nurses in Kigali in 2022.
"""


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    folder = tmp_path_factory.mktemp("named")
    (folder / "lakes.txt").write_text(TEXT, encoding="utf-8")
    build([folder / "lakes.txt"], folder / "lakes.store")
    with Store.open(folder / "lakes.store") as store:
        yield Asker(store)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which charter did the Lakes Network adopt?", ["Nairobi Charter on Safe Recruitment"]),
        ("Who chaired the second meeting of the Lakes Network?", ["Grace Auma"]),
        ("Who chaired the third meeting of the Lakes Network?", []),
        ("How many teachers were trained in 2022?", ["35"]),
        ("Combien d'enseignants ont été formés en 2021 ?", []),
    ],
)
def test_answers(asker: Asker, question: str, expected: list[str]) -> None:
    found = [a.value.label if isinstance(a.value, Node) else str(a.value) for a in asker.ask(question).answers]
    assert found == expected
