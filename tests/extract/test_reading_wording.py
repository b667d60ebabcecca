"""The lexicon of structure: it loads, its entries are words, and its parts do not contradict one another."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Any

import pytest
import yaml

from extract import wording
from extract.dates import date_pattern, iso_date
from extract.masthead import is_organ, is_own_line

DATA: dict[str, Any] = yaml.safe_load(files("ontology").joinpath(wording.SOURCE).read_text(encoding="utf-8"))


def leaves(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [leaf for inner in value.values() for leaf in leaves(inner)]
    return [leaf for inner in value for leaf in leaves(inner)] if isinstance(value, list) else [value]


@pytest.mark.parametrize("section", sorted(set(DATA) - {"other_scripts", "month_abbreviations", "types"}))
def test_every_entry_is_a_word(section: str) -> None:
    found = leaves(DATA[section])
    assert [leaf for leaf in found if not isinstance(leaf, str) or leaf != leaf.strip() or not leaf] == []


@pytest.mark.parametrize("section", ["masthead", "authors", "publishers", "resolution_organs"])
def test_patterns_compile(section: str) -> None:
    assert all(re.compile(pattern) for pattern in leaves(DATA[section]))


def test_type_rules_are_complete() -> None:
    assert {rule[1] for rule in wording.type_rules()} <= {"line", "title", "symbol", "body", "foot"}
    assert all(pattern.groups >= 1 for _, _, pattern, author in wording.type_rules() if author)


def test_twelve_months_in_each_language() -> None:
    assert {code: len(names) for code, names in DATA["months"].items()} == {"en": 12, "fr": 12}
    assert set(wording.month_numbers().values()) == set(range(1, 13))


def test_final_abbreviations_are_inner_ones() -> None:
    assert wording.words("abbreviations", "final") <= wording.words("abbreviations", "inner") | {"suppl"}


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("30 July 2020", "2020-07-30"),
        ("July 9, 2020", "2020-07-09"),
        ("jeudi 9 juillet 2020", "2020-07-09"),
        ("1er août 2020", "2020-08-01"),
        ("2nd of May 2018", "2018-05-02"),
        ("2021-03-04T10:00:00Z", "2021-03-04"),
        ("décembre 2018", "2018-12"),
        ("31 February 2018", None),
    ],
)
def test_dates(words: str, date: str | None) -> None:
    match = date_pattern().search(words.lower())
    assert match is not None
    assert iso_date(match) == date


@pytest.mark.parametrize("words", ["in 2020", "resolution 2388 (2017)", "12 of 2020", "A/74/127"])
def test_no_dates(words: str) -> None:
    assert date_pattern().search(words.lower()) is None


@pytest.mark.parametrize(
    "line",
    [
        "United Nations A/RES/73/3",
        "General Assembly Distr.: General 18 October 2018",
        "Conseil de sécurité Distr. générale",
        "Original: English",
        "Seventy-third session",
        "Soixante-quatorzième session",
        "Item 109 of the provisional agenda*",
        "Point 109 de l’ordre du jour provisoire*",
        "Report of the Secretary-General",
        "Rapport du Secrétaire général",
        "Resolution adopted by the General Assembly on 10 October 2018",
        "PRESS RELEASE",
        "Communiqué de presse",
    ],
)
def test_lines_of_a_masthead(line: str) -> None:
    assert is_own_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "the Assembly adopted resolution 73/3 on 18 October 2018 and",
        "Rapport mondial sur la traite",
        "The Group met",
        "Abduction in April 2025,",  # the end of "… the Convention on the Civil Aspects of International Child"
    ],
)
def test_lines_of_text(line: str) -> None:
    assert not is_own_line(line)


def test_organs() -> None:
    assert is_organ("The General Assembly,")
    assert is_organ("“Le Conseil de sécurité,")
    assert not is_organ("the General Assembly,")
    assert not is_organ("The General Assembly adopted it,")
