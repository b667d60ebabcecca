"""The one renderer: tables for people, CSV and TSV for spreadsheets, Markdown for notes, JSON for programs.

What documents say is not trusted: no escape sequence reaches a terminal, no formula a spreadsheet, no markup a note.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from queries.text import clean, escaped, truncate, width, wrap

Format = Literal["table", "json", "csv", "tsv", "md"]
FORMATS: tuple[Format, ...] = ("table", "json", "csv", "tsv", "md")
Cells = Mapping[str, str]
_GAP = "  "
_LONG = "quote"  # the column that gives way first
_LONG_LEAST = 32
_LONG_SHORT = 24  # where other columns have long words
_WORD = 20  # longer ones, most often addresses, are broken
_LONG_LINES = 3
_NUMBER = re.compile(r"[-+]?\d[\d.,]*")
_MARKUP = re.compile(r"([\\`*_\[\]|~])")


@dataclass(frozen=True, slots=True)
class Table:
    """Column names and rows of words."""

    columns: Sequence[str]
    rows: Sequence[Cells]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command prints: its tables, and ``data``, the same for JSON. ``absent``: documents that are not there."""

    tables: tuple[Table, ...]
    data: object
    absent: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was found."""
        return not any(t.rows for t in self.tables)

    def text(self, form: str, *, columns_wide: int, bold: bool = False) -> str:
        """The answer in one of FORMATS; a table without rows is nothing for people, its columns for programs."""
        if form == "json":
            return to_json(self.data)
        shown = [t for t in self.tables if t.rows] if form == "table" else self.tables
        return "\n".join(render(t.columns, t.rows, form=form, columns_wide=columns_wide, bold=bold) for t in shown)


def render(columns: Sequence[str], rows: Sequence[Cells], *, form: str, columns_wide: int, bold: bool = False) -> str:
    """Rows as text that ends in a line break. ``form``: table, csv, tsv or md; ``columns_wide``: of the terminal."""
    if form == "csv":
        return _separated(columns, rows)
    if form == "tsv":
        return "".join("\t".join(map(_guarded, line)) + "\n" for line in _lines(columns, rows))
    if form == "md":
        return _markdown(columns, rows)
    return table(columns, rows, columns_wide=columns_wide, bold=bold)


def to_json(data: object) -> str:
    """Data as JSON, readable, with a line break at its end."""
    return escaped(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _lines(columns: Sequence[str], rows: Sequence[Cells]) -> list[list[str]]:
    return [list(columns), *([row[c] for c in columns] for row in rows)]


def _separated(columns: Sequence[str], rows: Sequence[Cells]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([_guarded(cell) for cell in line] for line in _lines(columns, rows))
    return out.getvalue()


def _guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: '=HYPERLINK(…)' -> "'=HYPERLINK(…)"; '-5' stays a number."""
    text = clean(cell)
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) and _NUMBER.fullmatch(text) is None else text


def _markdown(columns: Sequence[str], rows: Sequence[Cells]) -> str:
    head, *body = [" | ".join(map(_marked, line)) for line in _lines(columns, rows)]
    rule = " | ".join("---" for _ in columns)
    return "".join(f"| {line} |\n" for line in (head, rule, *body))


def _marked(cell: str) -> str:
    """A cell without markup: '|', '*', '[' behind a backslash, '<' and '&' as entities."""
    text = clean(cell).replace("&", "&amp;").replace("<", "&lt;")
    return _MARKUP.sub(r"\\\1", text)


def table(columns: Sequence[str], rows: Sequence[Cells], *, columns_wide: int, bold: bool = False) -> str:
    """Rows under their column names, no line wider than the terminal; a quote takes three lines at most."""
    if not columns:
        return ""
    cells = [{c: clean(row[c]) for c in columns} for row in rows]
    sizes = _sizes(columns, cells, columns_wide)
    head = _GAP.join(_padded(truncate(c, sizes[c]), sizes[c]) for c in columns).rstrip()
    shown = ["\x1b[1m" + head + "\x1b[0m" if bold else head]
    for row in cells:
        shown += _row_lines(columns, row, sizes)
    return "".join(f"{line}\n" for line in shown)


def _row_lines(columns: Sequence[str], row: Cells, sizes: Mapping[str, int]) -> list[str]:
    wrapped = {c: wrap(row[c], sizes[c]) for c in columns}
    if _LONG in wrapped and len(wrapped[_LONG]) > _LONG_LINES:
        *kept, last = wrapped[_LONG][:_LONG_LINES]
        wrapped[_LONG] = [*kept, truncate(last, sizes[_LONG] - 1).rstrip("…") + "…"]
    height = max(map(len, wrapped.values()))
    return [
        _GAP.join(_padded(wrapped[c][i] if i < len(wrapped[c]) else "", sizes[c]) for c in columns).rstrip()
        for i in range(height)
    ]


def _sizes(columns: Sequence[str], rows: Sequence[Cells], total: int) -> dict[str, int]:
    """Widths of the columns, in all at most ``total``: the quote gives way first, then the widest of the others.

    No word and no date is broken ('2018-12-05') as long as there is room for that.
    """
    sizes = {c: max([width(c), 1, *(width(row[c]) for row in rows)]) for c in columns}
    room = total - len(_GAP) * (len(columns) - 1)
    if _LONG in sizes:
        others = sum(sizes.values()) - sizes[_LONG]
        sizes[_LONG] = min(sizes[_LONG], max(room - others, _LONG_LEAST))
    for least in (_comfort(sizes, columns, rows), dict.fromkeys(columns, 4)):
        _shrink(sizes, least, room)
    return sizes


def _comfort(sizes: Mapping[str, int], columns: Sequence[str], rows: Sequence[Cells]) -> dict[str, int]:
    """The widths below which columns get hard to read: their longest word, and some words of the quote."""
    texts = {c: " ".join([c, *(row[c] for row in rows)]) for c in columns}
    words = {c: max(map(width, text.split())) for c, text in texts.items()}
    return {c: min(sizes[c], _LONG_SHORT if c == _LONG else min(words[c], _WORD)) for c in columns}


def _shrink(sizes: dict[str, int], least: Mapping[str, int], room: int) -> None:
    """Narrows the widest column, again and again, none to less than ``least``, until all fit into ``room``."""
    while (excess := sum(sizes.values()) - room) > 0:
        widest = max(sizes, key=lambda c: sizes[c] if sizes[c] > least[c] else 0)
        if sizes[widest] <= least[widest]:
            return
        sizes[widest] = max(least[widest], sizes[widest] - max(1, min(excess, sizes[widest] // 8)))


def _padded(text: str, size: int) -> str:
    return text + " " * (size - width(text))
