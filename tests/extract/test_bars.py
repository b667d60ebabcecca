"""Tables in plain text whose cells tabs or bars part, wherever they stand."""

from __future__ import annotations

import pytest

from extract.readers import read_bytes

BARRED = "Year | Women | Boys\n2019 | 63 | 8\n2020 | 48 | 11\n"
FRAMED = "| Year | Women | Boys |\n|------|-------|------|\n| 2019 | 63 | 8 |\n| 2020 | 48 | 11 |\n"
TABBED = "Donor\tAmount (euros)\nRepublic of Malta\t12,000\nPrincipality of Andorra\t8,500\n"


def _rows(text: str) -> list[str]:
    document = read_bytes(text.encode(), "table.txt")
    return [document.text[p.start : p.end] for p in document.passages if p.kind == "table"]


@pytest.mark.parametrize("above", ["", "Persons sheltered by the House\n", "Persons sheltered by the House\n\n"])
@pytest.mark.parametrize("table", [BARRED, FRAMED])
def test_bars_part_cells(above: str, table: str) -> None:
    assert _rows(above + table) == ["Year ; Women ; Boys", "2019 ; 63 ; 8", "2020 ; 48 ; 11"]


def test_tabs_part_cells_that_stand_below_none() -> None:
    assert _rows(TABBED)[1:] == ["Republic of Malta ; 12,000", "Principality of Andorra ; 8,500"]


def test_an_empty_cell_between_bars_is_kept() -> None:
    rows = _rows("Year | Women | Boys\n2019 | | 8\n2020 | 48 | 11\n")
    assert rows[1].count(";") == 2


@pytest.mark.parametrize(
    "text",
    [
        "Home | About us | Contact\n\nThe House opened in 2019.\n",  # one line makes no table
        "The Board met in Oslo | as agreed.\nIt adopted | two | texts.\n",
    ],
)
def test_bars_in_running_text_make_no_table(text: str) -> None:
    assert _rows(text) == []
