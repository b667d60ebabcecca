"""Numbers in text: how they are written in each language, with their units, and what only looks like one."""

from __future__ import annotations

import re

import pytest

from extract.counting.numbers import Numbers
from extract.counting.spelled import composed
from ontology.fold import fold
from ontology.lexicon import LANGUAGES, data


def _read(text: str, language: str) -> list[tuple[float, str, str]]:
    found = Numbers(text, fold(text)).between(0, len(text), language)
    return [(number.value, number.unit, number.qualifier) for number in found]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "6.7 million", (6_700_000, "", "")),
        ("en", "US$ 50,000 was", (50_000, "USD", "")),
        ("en", "nearly 7,400 victims", (7400, "", "nearly")),
        ("en", "$1.5 billion", (1_500_000_000, "USD", "")),
        ("en", "€400,000, from", (400_000, "EUR", "")),
        ("en", "AUD 2.2 million", (2_200_000, "AUD", "")),
        ("en", "3.5 million Swiss francs", (3_500_000, "CHF", "")),
        ("en", "more than 70 per cent", (70, "%", "more than")),
        ("en", "eleven States", (11, "", "")),
        ("en", "a dozen officers", (12, "", "")),
        ("en", "two-thirds of", (66.7, "%", "")),
        ("fr", "6,7 millions de dollars", (6_700_000, "USD", "")),
        ("fr", "7 400 victimes", (7400, "", "")),
        ("fr", "plus de 1 518 affaires", (1518, "", "plus de")),
        ("fr", "3,1 millions d’euros", (3_100_000, "EUR", "")),
        ("fr", "quatre-vingts États", (80, "", "")),
        ("fr", "vingt et un pays", (21, "", "")),
        ("fr", "une centaine de juges", (100, "", "")),
        ("fr", "près d’un tiers des", (33.3, "%", "près d’")),
        ("fr", "12,5 % des cas", (12.5, "%", "")),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(language: str, text: str, wanted: tuple[float, str, str]) -> None:
    assert _read(text, language) == [wanted]


@pytest.mark.parametrize("text", ["the 12th", "COVID-19", "A/74/127", "WG.4", "24-hour", "WG/2021/7", "one", "un État"])
def test_symbols_ordinals_and_one_are_no_numbers(text: str) -> None:
    assert _read(text, "en") == _read(text, "fr") == []


def test_a_number_stands_where_it_says() -> None:
    text = "In 2018, IOM gave some US$ 1.5 million to 79 countries."
    found = Numbers(text, fold(text)).between(0, len(text), "en")
    assert [text[number.start : number.end] for number in found] == ["2018", "US$ 1.5 million", "79"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_number_words_mean_numbers(language: str) -> None:
    own = data("quantities")[language]
    for table in (own["scales"], own["dozens"], own["fractions"]):
        assert all(isinstance(value, int | float) and value > 1 for value in table.values())


def test_both_languages_have_the_same_lists() -> None:
    apart = {"plurals", "adjectives"}  # what only one of them needs
    for name in ("quantities", "counting"):
        assert set(data(name)["en"]) - apart == set(data(name)["fr"]) - apart - {"par"}, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_list_names_a_word_twice(language: str) -> None:
    for name in ("quantities", "counting"):
        for key, words in data(name)[language].items():
            if isinstance(words, list):
                assert all(isinstance(word, str) for word in words), (name, key)
                assert sorted({w for w in words if words.count(w) > 1}) == [], (name, key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_patterns_of_the_reporting_period_are_sound(language: str) -> None:
    assert all(re.compile(pattern) for pattern in data("quantities")[language]["covers"])


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("cent quarante et un États", "fr", 141),
        ("deux cent douze victimes", "fr", 212),
        ("mille deux cents victimes", "fr", 1200),
        ("trois mille quatre-vingt-deux victimes", "fr", 3082),
        ("one hundred and forty-one States", "en", 141),
        ("two thousand five hundred people", "en", 2500),
    ],
)
def test_numbers_of_several_words(text: str, language: str, value: int) -> None:
    assert composed(text, 0, len(text), language) == (text.rindex(" "), value)


@pytest.mark.parametrize(("text", "language"), [("twenty-one States", "en"), ("deux juges et cent avocats", "fr")])
def test_other_numbers_are_not_put_together(text: str, language: str) -> None:
    assert composed(text, 0, len(text), language) is None
