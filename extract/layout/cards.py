"""What a line or sentence tells of one thing by known labels: "Fair Crossings programme: launched in 2023 by the ILO;
partners: IOM, UN-Women; countries: Kenya, Uganda.", "Its pilot countries are Malaysia and Peru."
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from extract import labels
from extract.document import Document
from extract.facts import Entity
from extract.layout import headers, shapes
from extract.layout.cells import Cell, Cells, cell, is_doubted
from extract.layout.headers import Column
from extract.layout.shapes import Record
from extract.relations import Roles
from extract.syntax.items import Item, has
from extract.syntax.rows import Row
from ontology.types import is_any

_HEAD = 6  # items before the colon behind what the line tells of
_LINE = 300  # characters of a sentence that does
_SAID = frozenset({"state"})  # sorts that a sentence tells so; posts and members have frames


def card(
    document: Document, row: Row, cells: Cells, only: Callable[[str], Entity | None], spoken: Entity | None
) -> list[tuple[str, Roles]] | None:
    """The facts of such a line; None where it is none. ``spoken`` is the programme that "its" stands for."""
    subject, told = _labelled(document, row) or _possessed(document, row, spoken) or (None, [])
    if subject is None or not told:
        return None
    sure = [(column, value) for column, value in told if not is_doubted(value, free=False)]
    record = Record(
        [column for column, _ in sure],
        [value for _, value in sure],
        lambda types: subject if is_any(subject.type, types) else None,
        only,
        row.language,
        labelled=True,
    )
    return [(kind, roles) for kind, roles, _ in shapes.facts(record, cells)]


def may_tell(words: str, language: str) -> bool:
    """May a sentence of these words be "Its pilot countries are A and B"?"""
    return len(words) < _LINE and not headers.sorts(words.partition(" ")[2], language).isdisjoint(_SAID)


def _labelled(document: Document, row: Row) -> tuple[Entity, list[tuple[Column, Cell]]] | None:
    """What stands before the first colon, and the labels behind semicolons with their values."""
    head = next((k for k, item in enumerate(row.items[:_HEAD]) if item.kind == ":"), 0)
    named = [item for item in row.items[:head] if item.kind == "E"]
    if len(named) != 1:
        return None
    told = [*_parts(document, row, head)]
    return (named[0].data, told) if told else None


def _parts(document: Document, row: Row, head: int) -> Iterator[tuple[Column, Cell]]:
    marks = [k for k in range(head, len(row.items)) if row.kind(k) == ";"]
    for first, last in pairwise([*marks, len(row.items)]):
        colon = next((k for k in range(first + 1, last) if row.kind(k) == ":"), None)
        if colon is not None and first + 1 < colon < last - 1:
            column = _column(document, row, row.items[first + 1].start, row.items[colon].start)
            value = _value(document, row, row.items[colon + 1 : last])
            yield from [(column, value)] if column is not None and value is not None else []


def _possessed(document: Document, row: Row, spoken: Entity | None) -> tuple[Entity, list[tuple[Column, Cell]]] | None:
    """ "Its pilot countries are A and B", « Les pays du projet sont A et B »: whose, and what is told."""
    link = next((k for k, item in enumerate(row.items) if item.kind == "V"), 0)
    verb = row.items[link].data if link else None
    alone = all(row.kind(k) != "V" for k in range(link + 1, len(row.items)))
    if verb is None or not verb.link or verb.negated or verb.unreal or not alone:
        return None
    end, whose = _whose(row, link, spoken)
    if whose is None:
        return None
    column = _column(document, row, row.items[1].start, row.items[end - 1].end)
    value = _value(document, row, row.items[link + 1 :])
    sure = column is not None and value is not None and not column.sorts.isdisjoint(_SAID)
    return (whose, [(column, value)]) if sure and column is not None and value is not None else None


def _whose(row: Row, link: int, spoken: Entity | None) -> tuple[int, Entity | None]:
    """Where the label ends that opens the sentence, and of what it speaks: by "its", or by "of" behind it."""
    first = row.items[0]
    if first.kind != "D":
        return 0, None
    if has(first, "possessive"):
        return link, spoken
    of = next((k for k in range(1, link) if row.kind(k) == "P" and row.items[k].data == "of"), 0)
    last = row.items[link - 1]
    return of, last.data if of and last.kind == "E" and row.skip(of + 1) == link - 1 else None


def _column(document: Document, row: Row, start: int, end: int) -> Column | None:
    title = " ".join(document.text[start:end].split())
    known = labels.is_known(title, row.language) and not headers.planned(title, row.language)
    return Column(headers.sorts(title, row.language), title=title) if known else None


def _value(document: Document, row: Row, items: Sequence[Item]) -> Cell | None:
    """The names behind a label, without the full stop."""
    while items and items[-1].kind == ".":
        items = items[:-1]
    return cell(document, row, items[0].start, items[-1].end) if items else None
