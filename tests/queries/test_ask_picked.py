"""Questions that pick answers: what is none, what alone may be one, who tells the largest number."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.store import Store
from queries.asking.ask import Asker
from queries.asking.understanding import Reading
from tests.queries.question_bank import build


@pytest.fixture(scope="module")
def asker() -> Iterator[Asker]:
    with tempfile.TemporaryDirectory() as folder, Store.open(build(Path(folder) / "bank.store")) as store:
        yield Asker(store)


def _read(asker: Asker, question: str) -> Reading:
    reading = asker.ask(question).reading
    assert reading is not None
    return reading


def test_what_is_no_answer(asker: Asker) -> None:
    assert [n.text for n in _read(asker, "besides UNODC and OHCHR, who chaired ICAT?").excluded] == ["UNODC", "OHCHR"]
    assert asker.ask("besides, who chaired ICAT in 2018 besides?").answers == ()


def test_what_alone_may_be_an_answer(asker: Asker) -> None:
    reading = _read(asker, "Between Operation Libertad and Operation Turquesa, which operation rescued more people?")
    assert (reading.order, len(reading.among), reading.valued) == ("most", 2, "rescued")


def test_the_largest_number_needs_a_number(asker: Asker) -> None:
    assert _read(asker, "which operation rescued the fewest people?").order == "least"
    assert asker.ask("which body has the most chairs?").answers == ()
    assert asker.ask("which is the largest operation?").answers == (), "of two numbers it is left open which"


def test_amounts_in_two_currencies_are_not_compared(asker: Asker) -> None:
    assert asker.ask("who gave most to the Lantern Fund?").answers == ()
