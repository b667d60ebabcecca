"""What reasoning adds changes no answer: no row comes twice, no page lists what is only inferred."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.iris import thing
from graph.store import Store
from queries.answers import evaluation_answer, page_text, query_answer, search_answer, stats_answer
from queries.catalogue import names
from tests.conftest import AUTHORITY, note, report, write_store


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    """The store of the other tests, and the same without the graph of inferences."""
    folder = tmp_path_factory.mktemp("both")
    documents = [report(), note()]
    with (
        Store.open(write_store(folder / "with.store", documents)) as full,
        Store.open(write_store(folder / "without.store", documents, inferred=False)) as bare,
    ):
        yield full, bare


def both(stores: tuple[Store, Store], ask: Callable[[Store], object]) -> bool:
    full, bare = map(ask, stores)
    return full == bare


def test_there_is_something_to_be_confused_by(stores: tuple[Store, Store]) -> None:
    full, bare = (store.select("SELECT ?x { ?x a :Actor }") for store in stores)
    assert len(full) > len(bare) == 0


@pytest.mark.parametrize("name", names())
def test_queries(stores: tuple[Store, Store], name: str) -> None:
    assert both(stores, lambda store: query_answer(store, name, (), language="en").data)


@pytest.mark.parametrize(
    "entity", [*map(thing, AUTHORITY), "A/74/127", "note.txt", "S/RES/2388 (2017)", "António Guterres"]
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_pages(stores: tuple[Store, Store], entity: str, form: str) -> None:
    assert both(stores, lambda store: page_text(store, entity, language="fr", form=form, columns_wide=80, bold=False))


@pytest.mark.parametrize("text", ["traite", "ICAT", "coprésident", "26th"])
def test_searches(stores: tuple[Store, Store], text: str) -> None:
    assert both(stores, lambda store: search_answer(store, text, language="en", limit=20).data)


def test_counts(stores: tuple[Store, Store]) -> None:
    def counts(store: Store) -> list[object]:
        answer = stats_answer(store, language="en")
        return [row for row in answer.tables[0].rows if row["name"] != "inferred triples"]

    assert both(stores, counts)


def test_evaluation(stores: tuple[Store, Store], tmp_path: Path) -> None:
    gold = tmp_path / "facts.jsonl"
    gold.write_text(
        '{"kind": "chairs", "body": "ICAT", "chair": "UNICEF", "year": "2018", "doc": "A/74/127", "para": "105",'
        ' "quote": "Le Groupe a été présidé par l’ONUDC en 2016, par le HCDH en 2017, par l’UNICEF en 2018"}\n'
        '{"kind": "members", "body": "ICAT", "member": "UNODC", "doc": "note.txt", "quote": "UNODC is a member"}\n',
        encoding="utf-8",
    )
    assert both(stores, lambda store: evaluation_answer(store, gold, kinds=(), show=True).data)
