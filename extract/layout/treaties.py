"""Treaty actions in the rows of a status table: a column for each manner, its dates in the cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.facts import Entity
from extract.layout.cells import Cell, Cells
from extract.layout.headers import Column, manner_told, manners
from extract.layout.shapes import Record, types_of
from extract.relations import Roles
from extract.syntax.rows import Row

AGREED = ("Treaty", "Agreement")
_BEHIND = re.compile(r"[ ,]{0,2}\(?([^\W\d_]{1,2})\)?(?!\w)")


def actions(record: Record, cells: Cells) -> Iterator[tuple[str, Roles, list[Cell]]]:
    """The actions of the State of the row on the treaty of the row; where no column tells the one or the other, of
    what stands above the table.
    """
    record = _captioned(record)
    if not any(column.manner for column in record.columns):
        return
    stated = any("state" in column.sorts for column in record.columns)
    state = _one(record, "state", cells) if stated else record.above(("State",))
    listed = any("instrument" in column.sorts for column in record.columns)
    treaty = _one(record, "instrument", cells) if listed else record.above(AGREED)
    if state is None or treaty is None:
        return
    for column, cell in zip(record.columns, record.cells, strict=True):
        for manner, date in _dated(column, cell, cells):
            roles: Roles = {"state": state, "instrument": treaty, "manner": manner, "date": date}
            yield "ratifications", roles, [cell]


def _captioned(record: Record) -> Record:
    """ "Accessions to the Protocol" above the columns "State" and "Date of deposit": these are dates of accessions."""
    dates = [column for column in record.columns if "date" in column.sorts]
    told = any(column.manner or "action" in column.sorts for column in record.columns)
    manner = manner_told(record.caption, record.language) if len(dates) == 1 and not told else None
    if manner is None:
        return record
    columns = [replace(column, manner=manner) if column is dates[0] else column for column in record.columns]
    return replace(record, columns=columns)


def _one(record: Record, sort: str, cells: Cells) -> Entity | None:
    role = {"state": "state", "instrument": "instrument"}[sort]
    found = [e for _, cell in record.of(sort) for e in cells.entities(cell, types_of("ratifications", role), None)]
    return found[0] if len(found) == 1 else None


def _dated(column: Column, cell: Cell, cells: Cells) -> Iterator[tuple[str, str]]:
    """The dates of a cell, each with the manner of its column or of the mark behind it ("22 Sep 2010 a", "(a)")."""
    for date in cells.dates(cell) if column.manner else ():
        mark = _BEHIND.match(cells.text, date.end, cell.end)
        manner = column.manner if mark is None else column.marks.get(mark[1])
        if manner is not None and len(date.first) == 10:
            yield manner, date.first


def status_rows(row: Row, treaty: Entity | None) -> Iterator[tuple[str, Roles]]:
    """ "Sri Lanka … ratification … 15 June 2015" under the heading of a treaty, « Ratification : Congo, 18 juin »."""
    if treaty is None or treaty.type != "Treaty":
        return
    yield from _labelled(row, treaty)
    if row.kind(0) != "E" or row.items[0].data.type != "State":
        return
    if any(row.kind(k) == "V" for k in range(len(row.items))):
        return
    found = [manner for item in row.items if item.kind == "N" and (manner := manners().get(item.data)) is not None]
    dates = [item.data for item in row.items if item.kind == "T"]
    if len(found) == len(dates) == 1:
        yield (
            "ratifications",
            {"state": row.items[0].data, "instrument": treaty, "manner": found[0], "date": dates[0].first},
        )


def _labelled(row: Row, treaty: Entity) -> Iterator[tuple[str, Roles]]:
    """ "Accession: Tonga (11 June 2026); Togo, 3 May 2026": a State and its date each, behind the manner."""
    manner = manners().get(row.items[0].word) if row.kind(0) == "N" and row.kind(1) == ":" else None
    told = [item for item in row.items[2:] if item.kind in ("E", "T")]
    pairs = list(zip(told[::2], told[1::2], strict=False))
    plain = all(item.kind in "ETD,;()C" for item in row.items[2:])
    paired = len(told) == 2 * len(pairs) and all((a.kind, b.kind) == ("E", "T") for a, b in pairs)
    if manner is None or not plain or not paired or any(a.data.type != "State" for a, _ in pairs):
        return
    for state, date in pairs:
        yield (
            "ratifications",
            {"state": state.data, "instrument": treaty, "manner": manner, "date": date.data.first},
        )
