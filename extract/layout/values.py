"""What a line "Label: value" tells besides its one value: of whose body its label speaks ("Chair of the Board of
Trustees"), and by whom and by which text a thing was done ("1991, by General Assembly resolution 46/122").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extract.facts import Entity
from extract.layout.cells import Cell
from extract.layout.headers import Column
from extract.mentions import symbols
from extract.mentions.known import authority
from extract.syntax.items import Item
from ontology.lexicon import data
from ontology.types import is_a

_BODIES = ("Organization", "Collaboration", "Fund")
_BETWEEN = frozenset('VA,-(DP"')  # what may stand between a value and who is behind it: "“…”, chosen by the Board"


def whose(text: str, title: Cell) -> tuple[Cell, Entity] | None:
    """The label without the body that it ends with, and that body: "Chair [of the Board of Trustees]"."""
    items = [*title.items]
    end = title.end
    while items and items[-1].kind in "()T,":  # « Présidente du Comité des ports (2019) »
        end = items.pop().start
    last = items[-1] if items else None
    of = next((k for k, item in enumerate(items) if item.kind == "P" and item.data == "of"), 0)
    plain = of > 0 and all(item.kind == "D" for item in items[of + 1 : -1])
    if last is None or last.kind != "E" or text[last.end : end].strip() or not plain:
        return None
    named = last.data.type == "Body" or any(is_a(last.data.type, type_) for type_ in _BODIES)
    return (_cut(text, title, items[:of]), last.data) if named else None


def parted(text: str, column: Column, value: Cell) -> Iterator[tuple[Column, Cell]]:
    """``value`` with what stands behind it, each under a column of its own."""
    agents: Mapping[str, str] = data("tables")["by"]
    sort = next((one for one in agents if one in column.sorts), None)
    first = _first(value, sort) if sort is not None else None
    if sort is None or first is None or first == len(value.items):
        yield column, value
        return
    told = next(k for k in range(first - 1, -1, -1) if value.items[k].kind not in _BETWEEN - {'"'})
    yield column, _cut(text, value, value.items[: told + 1])
    yield from _behind(text, value, first, agents[sort])


def _first(value: Cell, sort: str) -> int | None:
    """Where what stands behind a date begins, or behind a title and "by"."""
    items = value.items
    if sort == "theme":
        by = next((k for k, item in enumerate(items) if _is_by(item)), None)
        closed = by is not None and any(item.kind == '"' for item in items[:by])
        return by if closed else None
    dated = [k for k, item in enumerate(items) if item.kind == "T"]
    return dated[0] + 1 if len(dated) == 1 and all(item.kind in "DPA" for item in items[: dated[0]]) else None


def _behind(text: str, value: Cell, first: int, agent: str) -> Iterator[tuple[Column, Cell]]:
    """Who did it, and the text that the rest of the value names: "by the ILO", "under Article 36 of the Convention"."""
    items = value.items
    by = next((k for k in range(first, len(items)) if _is_by(items[k])), None)
    texts = [item for item in items[first:] if item.kind == "E" and is_a(item.data.type, "Instrument")]
    if len(texts) == 1:
        yield Column(frozenset({"basis"})), _cut(text, value, texts)
    if by is None:
        return
    if texts:
        organ = _organ(texts[0]) if _name_behind(items, by) == texts[0] else None
        found = [organ] if organ is not None else _listed(items, by, until=texts[0].start)
    else:
        found = _listed(items, by, until=value.end)
    if found:
        yield Column(frozenset({agent})), _cut(text, value, found)


def _is_by(item: Item) -> bool:
    return item.kind == "P" and item.data == "by"


def _name_behind(items: Sequence[Item], by: int) -> Item | None:
    return next((item for item in items[by + 1 :] if item.kind != "D"), None)


def _organ(text: Item) -> Item | None:
    """The organ of a resolution, in its place: "by [General Assembly] resolution 46/122"."""
    found = symbols.parse(text.data.id)
    return replace(text, data=authority(found.organ)) if found is not None and found.organ is not None else None


def _listed(items: Sequence[Item], by: int, *, until: int) -> list[Item]:
    """Those behind "by", as far as nothing but their names stands there."""
    end = next(
        (k for k in range(by + 1, len(items)) if items[k].kind not in ("D", "E", ",", "C") or items[k].start >= until),
        len(items),
    )
    found = [*items[by + 1 : end]]
    while found and found[-1].kind != "E":
        found.pop()
    while found and found[0].kind == "D":
        found.pop(0)
    return found


def _cut(text: str, one: Cell, items: Sequence[Item]) -> Cell:
    """The part of a cell that ``items`` fill."""
    start, end = items[0].start, items[-1].end
    return Cell(start, end, " ".join(text[start:end].split()), items, one.language)
