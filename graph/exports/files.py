"""Tables as CSV or Parquet, in a folder or a zip archive: the same graph gives the same bytes."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from graph.exports.description import LICENCE_TEXT
from graph.exports.tables import Cell, Table
from graph.whole import whole
from ontology.errors import PalermoError

if TYPE_CHECKING:
    import pyarrow

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class TablesMissing(PalermoError):
    """Parquet needs a library that is not installed."""

    def __init__(self) -> None:
        super().__init__("Parquet needs pyarrow. Install it with `pip install 'palermo[tables]'`, or choose csv.")


def write(made: Iterable[Table], place: Path, format: str) -> None:
    """Writes tables as files into the folder ``place``, or into an archive where its name ends in .zip.

    Each file is there whole or not at all. Raises TablesMissing, OSError.
    """
    encode, suffix = ENCODERS[format]
    files = ((f"{table.name}{suffix}", encode(table)) for table in made)
    every = _with_licence(files)
    if place.suffix == ".zip":
        _into_archive(every, place)
    else:
        _into_folder(every, place)


def _with_licence(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    yield from files
    yield "LICENCE.txt", LICENCE_TEXT.encode("utf-8")


def _into_folder(files: Iterable[tuple[str, bytes]], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files:
        with whole(folder / name) as file:
            file.write(content)


def _into_archive(files: Iterable[tuple[str, bytes]], path: Path) -> None:
    with whole(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name)  # of 1980, as all of them: no clock
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)


def _csv(table: Table) -> bytes:
    """RFC 4180 with line feeds, and the mark by which a spreadsheet knows UTF-8."""
    out = io.StringIO(newline="")
    names = [column.name for column in table.columns]
    writer = csv.DictWriter(out, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: cell_text(row[name]) for name in names} for row in table.rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def cell_text(cell: Cell) -> str:
    """A cell that no spreadsheet takes for a formula: '=HYPERLINK(…)' -> "'=HYPERLINK(…)"; numbers stay numbers."""
    if not isinstance(cell, str):
        return "" if cell is None else str(cell)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _parquet(table: Table) -> bytes:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise TablesMissing from error
    columns = {column.name: [row[column.name] for row in table.rows] for column in table.columns}
    fields = [pyarrow.field(c.name, _arrow(c.type, columns[c.name]), metadata={"en": c.english}) for c in table.columns]
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(columns, schema=pyarrow.schema(fields)), out)
    return out.getvalue()


def _arrow(sort: str, cells: list[Cell]) -> pyarrow.DataType:
    """Text unless all that there is are numbers."""
    import pyarrow

    there = [cell for cell in cells if cell is not None]
    if sort != "number" or any(isinstance(cell, str) for cell in there):
        return pyarrow.string()
    return pyarrow.float64() if any(isinstance(cell, float) for cell in there) else pyarrow.int64()


#: Format -> what makes the bytes of a table, and how the name of its file ends.
ENCODERS: dict[str, tuple[Callable[[Table], bytes], str]] = {
    "csv": (_csv, ".csv"),
    "parquet": (_parquet, ".parquet"),
}
