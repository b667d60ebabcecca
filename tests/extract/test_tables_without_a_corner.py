"""Tables of numbers whose first column has no head: years, or words centred above the numbers."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

YEARS = (
    "1. The figures have improved in a country that is as large as ours and as thinly populated:\n\n"
    "                                   2021      2022\n   ------------------------------------------------\n"
    "   Victims identified                41        58\n   Persons prosecuted                17        26\n"
    "   Persons convicted                 12        21\n"
)
CENTRED = (
    "The hub was opened, as the evaluator saw for herself in the spring of that year.\n\n"
    "Table 1. Investigations into trafficking in persons\n\n"
    "                        Before the project     After the project\n"
    "   --------------------------------------------------------------\n"
    "   Guinea                       14                    39\n"
    "   Liberia                       9                    17\n"
    "   Sierra Leone                 11                    44\n"
)


def test_years_above_numbers() -> None:
    assert said(facts_of("figures", YEARS), "measure", "period", "value")[:3] == [
        ("Persons convicted", "2021", "12"),
        ("Persons convicted", "2022", "21"),
        ("Persons prosecuted", "2021", "17"),
    ]


def test_words_centred_above_numbers() -> None:
    found = said(facts_of("figures", CENTRED), "subject", "measure", "value")
    assert ("Guinea", "Before the project", "14") in found
    assert ("Liberia", "After the project", "17") in found
    assert len(found) == 6


@pytest.mark.parametrize(
    "rows",
    [
        "   2021          2022\n   Oslo          Lima\n   Rome          Bern\n",  # two columns, no corner
        "   Room 1        Room 2\n   Oslo    14    Lima    39\n   Rome     9    Bern    17\n",
    ],
)
def test_other_rows(rows: str) -> None:
    assert facts_of("figures", f"The rooms were booked for the two days of the meeting in the spring.\n\n{rows}") == []
