"""The renderer: golden outputs, hostile cells, narrow terminals."""

from __future__ import annotations

import csv
import io
import json

import pytest

from queries.render import Answer, Table, render, table, to_json
from queries.text import width

COLUMNS = ("body", "year", "quote")
QUOTE = "Le Groupe a été présidé par l’ONUDC en 2016, par le HCDH en 2017 et par l’UNICEF en 2018, selon son mandat."
ROWS = [
    {"body": "ICAT", "year": "2016", "quote": QUOTE},
    {"body": "日本 group", "year": "", "quote": "Court."},
]
HOSTILE = {"body": '=HYPERLINK("http://x")', "year": "-5", "quote": "a|b <b>\x1b[31m\u202e*x*\n[y](z)\t`c`"}


def test_a_table() -> None:
    assert table(COLUMNS, ROWS, columns_wide=60) == (
        "body        year  quote\n"
        "ICAT        2016  Le Groupe a été présidé par l’ONUDC en\n"
        "                  2016, par le HCDH en 2017 et par l’UNICEF\n"
        "                  en 2018, selon son mandat.\n"
        "日本 group        Court.\n"
    )


def test_a_quote_takes_three_lines_at_most() -> None:
    lines = table(COLUMNS, ROWS, columns_wide=50).splitlines()
    assert len(lines) == 1 + 3 + 1
    assert lines[3].endswith("…")


@pytest.mark.parametrize("columns_wide", [20, 31, 40, 79, 80, 200])
def test_no_line_is_wider_than_the_terminal(columns_wide: int) -> None:
    rows = [*ROWS, HOSTILE, {"body": "x" * 90, "year": "2016-01-01", "quote": QUOTE * 4}]
    assert max(map(width, table(COLUMNS, rows, columns_wide=columns_wide).splitlines())) <= columns_wide


def test_a_heading_is_bold_where_that_is_asked_for() -> None:
    assert table(("a",), [{"a": "1"}], columns_wide=80, bold=True) == "\x1b[1ma\x1b[0m\n1\n"
    assert "\x1b" not in table(("a",), [{"a": "1"}], columns_wide=80)


def test_csv_is_read_back_and_no_cell_is_a_formula() -> None:
    text = render(COLUMNS, [*ROWS, HOSTILE], form="csv", columns_wide=80)
    lines = list(csv.reader(io.StringIO(text)))
    assert lines[0] == list(COLUMNS)
    assert lines[1] == ["ICAT", "2016", QUOTE]
    assert lines[3] == ["'" + '=HYPERLINK("http://x")', "-5", "a|b <b>[31m*x* [y](z) `c`"]


@pytest.mark.parametrize("cell", ["=1+1", "+cmd|x", "@SUM(A1)", "- a list item", "\t=1", " =1", "\u202e=1", "-2+3"])
def test_formulas(cell: str) -> None:
    for form in ("csv", "tsv"):
        assert render(("a",), [{"a": cell}], form=form, columns_wide=80).splitlines()[1].startswith(("'", "\"'"))


@pytest.mark.parametrize("cell", ["-5", "+4.5", "7,000", "a=b"])
def test_no_formulas(cell: str) -> None:
    assert render(("a",), [{"a": cell}], form="tsv", columns_wide=80) == f"a\n{cell}\n"


def test_tsv_has_a_line_for_each_row() -> None:
    text = render(COLUMNS, [HOSTILE], form="tsv", columns_wide=80)
    assert [line.count("\t") for line in text.splitlines()] == [2, 2]


def test_markdown_shows_what_stands_there() -> None:
    assert render(COLUMNS, [HOSTILE], form="md", columns_wide=80) == (
        "| body | year | quote |\n| --- | --- | --- |\n"
        '| =HYPERLINK("http://x") | -5 | a\\|b &lt;b>[31m\\*x\\* \\[y\\](z) \\`c\\` |\n'
    ).replace("[31m", "\\[31m")


def test_json_keeps_the_data_and_sends_no_control_character() -> None:
    text = to_json([HOSTILE])
    assert json.loads(text) == [HOSTILE]
    assert "\x1b" not in text and "\u202e" not in text


def test_an_answer_without_rows() -> None:
    empty = Answer((Table(("a", "b"), []),), [])
    assert empty.empty
    assert empty.text("table", columns_wide=80) == ""
    assert empty.text("csv", columns_wide=80) == "a,b\n"
    assert empty.text("json", columns_wide=80) == "[]\n"


def test_two_tables_are_parted_by_a_blank_line() -> None:
    answer = Answer((Table(("a",), [{"a": "1"}]), Table(("b",), [{"b": "2"}])), {})
    assert answer.text("tsv", columns_wide=80) == "a\n1\n\nb\n2\n"


def test_dates_and_words_are_not_broken_while_the_quote_can_give_way() -> None:
    row = {
        "manner": "ratification",
        "start": "2016-10-17",
        "body": "Conference of the Parties " * 4,
        "quote": "word " * 40,
    }
    lines = table(list(row), [row], columns_wide=80).splitlines()
    assert lines[1].split()[:2] == ["ratification", "2016-10-17"]
    assert max(map(len, lines)) <= 80
    narrow = table(list(row), [row], columns_wide=40).splitlines()
    assert max(map(len, narrow)) <= 40


def test_a_table_of_empty_cells() -> None:
    assert table(["a", "b"], [{"a": "", "b": ""}], columns_wide=20) == "a  b\n\n"
