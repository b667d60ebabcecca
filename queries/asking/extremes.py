"""The rows that a question picks: the first or the last in time, those that tell the largest number or the smallest."""

from __future__ import annotations

from collections.abc import Sequence

from queries.asking.parts import BY_NUMBER
from queries.asking.understanding import Reading
from queries.asking.words import Vocabulary
from queries.rows import Row
from queries.values import Node, text_of

_TWO = 2


def furthest(rows: Sequence[Row], vocabulary: Vocabulary, reading: Reading) -> list[Row]:
    """The first or the last rows in time; of those without a date nothing is known, but that they hold at present
    when their document says so. What has ended does not."""
    if reading.order in BY_NUMBER:
        return _extreme(rows, reading)
    columns = reading.columns_of_time(vocabulary)
    if reading.order == "now":
        rows = [row for row in rows if len(columns) < 2 or row.values.get(columns[1]) is None] or rows
        if present := [row for row in rows if row.values.get(columns[0]) is None]:
            return present
    dated = [(str(row.values[columns[0]]), row) for row in rows if row.values.get(columns[0]) is not None]
    if not dated:
        return []
    if reading.many is not None and reading.asked:
        return _several_furthest(dated, reading)
    best = (min if reading.order == "first" else max)(d for d, _ in dated)
    return [row for d, row in dated if d.startswith(best) or best.startswith(d)]


def _several_furthest(dated: Sequence[tuple[str, Row]], reading: Reading) -> list[Row]:
    """ "the last two operations": the rows of as many things as the question says; none where dates do not tell."""
    column, many = reading.asked[0].column, reading.many or 0
    things: dict[object, str] = {}
    for date, row in sorted(dated, key=lambda pair: pair[0], reverse=reading.order == "last"):
        things.setdefault(_told(row, column), date)
    if len(things) > many and list(things.values())[many].startswith(list(things.values())[many - 1]):
        return []
    kept = set(list(things)[:many])
    return [row for _, row in dated if _told(row, column) in kept]


def _extreme(rows: Sequence[Row], reading: Reading) -> list[Row]:
    """The rows that tell the largest number, or the smallest, where several things are told of in one unit."""
    column = reading.asked[0].column
    told = [(float(number), row) for row in rows if (number := text_of(row.values.get(reading.valued or "")))]
    units = {text_of(row.values.get("currency")) for _, row in told}
    things = {_told(row, column) for _, row in told}
    if len(things) < _TWO or len(units) > 1 or (reading.among and len(things) < len(reading.among)):
        return []
    best = (max if reading.order == "most" else min)(number for number, _ in told)
    return [row for number, row in told if number == best]


def _told(row: Row, column: str) -> str:
    value = row.values.get(column)
    return value.iri if isinstance(value, Node) else text_of(value)
