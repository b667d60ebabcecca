from __future__ import annotations

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import terms

ANY = st.text(st.characters(exclude_categories=["Cs"]))
WITH_HALVES = st.text(st.characters())


def parsed(term: str) -> pyoxigraph.Literal:
    (quad,) = pyoxigraph.parse(f"<a:s> <a:p> {term} <a:g> .\n", format=pyoxigraph.RdfFormat.N_QUADS)
    assert isinstance(quad.object, pyoxigraph.Literal)
    return quad.object


@given(ANY)
def test_a_literal_comes_back_as_it_was(text: str) -> None:
    assert parsed(terms.literal(text)).value == text
    assert parsed(terms.literal(text, "fr")) == pyoxigraph.Literal(text, language="fr")


@given(ANY)
def test_a_literal_is_written_as_the_engine_writes_it(text: str) -> None:
    assert terms.literal(text) == str(pyoxigraph.Literal(text))


@given(WITH_HALVES)
def test_half_surrogates_become_replacement_characters(text: str) -> None:
    assert parsed(terms.literal(text)).value == "".join("�" if "\ud800" <= c <= "\udfff" else c for c in text)


@given(st.one_of(st.integers(), st.floats(), st.decimals(allow_nan=False).map(str)))
def test_a_number_keeps_its_text_in_the_engine(value: int | float | str) -> None:
    store = pyoxigraph.Store()
    store.load(f"<a:s> <a:p> {terms.number(value)} .", pyoxigraph.RdfFormat.N_TRIPLES)
    (quad,) = store
    assert str(quad.object) == terms.number(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (7000, '"7000"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        (7000.0, '"7000"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("007", '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        (-0.0, '"0"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        (1.50, '"1.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        (1e16, '"10000000000000000"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        (float("nan"), '"nan"'),
        ("many", '"many"'),
    ],
)
def test_numbers_are_canonical(value: int | float | str, expected: str) -> None:
    assert terms.number(value) == expected


@pytest.mark.parametrize(
    ("value", "datatype"),
    [("2018", "gYear"), ("2018-05", "gYearMonth"), ("2018-05-02", "date")],
)
def test_dates_have_the_precision_of_the_text(value: str, datatype: str) -> None:
    assert terms.when(value) == f'"{value}"^^<http://www.w3.org/2001/XMLSchema#{datatype}>'


@pytest.mark.parametrize("value", ["2017/2020", "2018-02-30", "2018-13", "0000", "20180", "٢٠١٨", "mai 2018", "2018\n"])
def test_what_is_no_date_stays_text(value: str) -> None:
    assert terms.when(value) == terms.literal(value)


@pytest.mark.parametrize(
    ("text", "language"),
    [("victimes de la traite", "fr"), ("USD", None), ("2017-2020", None), ("%", None), ("fr", None), ("États", "fr")],
)
def test_only_words_have_a_language(text: str, language: str | None) -> None:
    assert terms.words(text, "fr") == terms.literal(text, language)
