"""What the cells of a row, or the lines of a list of labels, make together: the shapes of tables.yaml."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from extract.facts import Entity
from extract.layout import headers
from extract.layout.cells import Cell, Cells, is_doubted, is_sum, one_of, says_nothing
from extract.layout.headers import Column
from extract.mentions import targets
from extract.mentions.dates import Date
from extract.relations import Roles
from extract.syntax.items import Item
from ontology.fold import fold
from ontology.kinds import kinds
from ontology.lexicon import data, frame_files, frames
from ontology.types import is_a, is_any

_NUMBER = re.compile(r"(?:[^\W\d_]{3,} )?\(?(\d{1,2}|[IVXivx]{1,5}|[A-Za-z])\)?[.:]?")  # "4", "Objective 4", "(a)"
Made = tuple[str, Roles, list[Cell]]
_Option = tuple[Roles, Cell | None]  # what may fill a role, with what comes with it, and the cell that says so


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of one row with their columns; what stands above them, the nearest first, is found by type."""

    columns: Sequence[Column]
    cells: Sequence[Cell]
    above: Callable[[Sequence[str]], Entity | None]
    only: Callable[[str], Entity | None]  # the one thing of a type that the document has named
    language: str
    caption: str = ""
    year: str | None = None  # that the caption tells
    labelled: bool = False  # a list of labels below the name of what it tells of

    def of(self, sort: str) -> Iterator[tuple[Column, Cell]]:
        """The cells of a sort that say something."""
        for column, cell in zip(self.columns, self.cells, strict=True):
            if sort in column.sorts and not says_nothing(cell.text, cell.language):
                yield column, cell


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of fact and the sorts that make it."""

    kind: str
    roles: Mapping[str, tuple[str, ...]]
    may: Mapping[str, tuple[str, ...]]
    unless: frozenset[str]
    fixed: Mapping[str, str]


@cache
def shapes() -> tuple[Shape, ...]:
    """The shapes of tables.yaml, in their order."""
    return tuple(
        Shape(
            entry["kind"],
            {role: tuple(listed) for role, listed in entry["roles"].items()},
            {role: tuple(listed) for role, listed in entry.get("may", {}).items()},
            frozenset(entry.get("unless", ())),
            entry.get("set", {}),
        )
        for entry in data("tables")["shapes"]
    )


@cache
def types_of(kind: str, role: str) -> tuple[str, ...]:
    """The types of what fills a role: as tables.yaml has them, else as the frames of the kind have them."""
    types = data("tables")["types"]
    known = types.get(f"{kind} {role}", types.get(role))
    if known is None or (kind, role) == ("targets", "agent"):
        known = data(f"frames/{kind}")["roles"].get(role, ()) if kind in frame_files() else ()
    return tuple(known)


def facts(record: Record, cells: Cells) -> Iterator[Made]:
    """The facts that the shapes find in a record, each with the cells that state it."""
    if record.cells and not record.labelled and is_sum(record.cells[0].text, record.language):
        return
    free = set(data("tables")["words"])
    paper = any("symbol" in column.sorts for column in record.columns)  # "Provisional agenda" is there
    if not paper and any(
        is_doubted(cell, free=bool(column.sorts & free))
        for column, cell in zip(record.columns, record.cells, strict=True)
    ):
        return
    for shape in shapes():
        if not any(True for sort in shape.unless for _ in record.of(sort)):
            yield from _made(shape, record, cells)


def around(record: Record, cells: Cells) -> Roles:
    """When and where what a list of labels counts was so, as its lines say: 'period', 'place'."""
    found: Roles = {}
    for role, sorts in (("period", ("date", "year")), ("place", ("place", "state"))):
        for sort in sorts:
            options = [
                value
                for column, cell in record.of(sort)
                for value in _values("figures", role, column, cell, record, cells)
            ]
            if len(options) == 1:
                found.setdefault(role, options[0][role])
    return found


def _made(shape: Shape, record: Record, cells: Cells) -> Iterator[Made]:
    filled: dict[str, list[_Option]] = {}
    for role, listed in (*shape.roles.items(), *shape.may.items()):
        found = _fillers(shape.kind, role, listed, record, cells)
        filled.update({role: found} if found else {})
    told = {role for options in filled.values() for value, _ in options for role in value}
    if not told.issuperset(shape.roles):  # "Theme for 2026" tells the year with the theme
        return
    for chosen in product(*filled.values()):
        said = [cell for _, cell in chosen if cell is not None]
        roles: Roles = {**shape.fixed}
        for part, _ in chosen:
            roles = {**part, **roles}  # the year of its column is nearer to a cell than that of the caption
        things = [value.id for value in roles.values() if isinstance(value, Entity)]
        if said and len(set(things)) == len(things):
            yield shape.kind, roles, said
            for kind, seat in _seat(shape.kind, roles, record, cells):
                yield kind, seat, said


def _fillers(kind: str, role: str, listed: Sequence[str], record: Record, cells: Cells) -> list[_Option]:
    """What may fill a role: the cells of the first sort of ``listed`` that say it, or what stands above."""
    for sort in listed:
        if sort in ("above", "subject"):
            above = _above(types_of(kind, role), record) if sort == "above" or record.labelled else None
            if above is not None:
                return [({role: above}, None)]
            continue
        if sort[0].isupper():
            only = record.only(sort)
            return [({role: only}, None)] if only is not None else []
        dated: list[_Option] = []
        for column, cell in record.of(sort):
            if role == "office" and "member" in headers.sorts(cell.text, cell.language):
                continue  # "Member" in the column of functions is a seat, and no office
            values = _values(kind, role, column, cell, record, cells)
            if values and not column.years:
                return [(value, cell) for value in values]
            if not values and not column.years and role in ("donor", "chair", "lead"):
                return []  # a cell that says something else: not what stands above
            dated += [(one, cell) for value in values for one in _of_years(kind, value, column.years)]
        if dated:
            return dated
    if "year" in listed and record.year is not None:
        return [({role: record.year}, None)]
    return []


def _told_years(years: Sequence[str]) -> list[Roles]:
    return [{"year": year} for year in years] or [{}]


def _of_years(kind: str, value: Roles, years: Sequence[str]) -> Iterator[Roles]:
    """What a cell says, for each year that its header names: "Chair in 2018"; an amount is of one year."""
    if "amount" in value:
        yield {**value, "date": years[0]} if len(years) == 1 else value
        return
    if "year" not in kinds()[kind].columns or "year" in value:
        yield value
        return
    yield from ({**value, "year": year} for year in years)


def _above(types: Sequence[str], record: Record) -> Entity | None:
    named = (column.named for column in record.columns if column.named is not None)
    return next((entity for entity in named if is_any(entity.type, types)), None) or record.above(types)


def _values(kind: str, role: str, column: Column, cell: Cell, record: Record, cells: Cells) -> list[Roles]:
    range_ = kinds()[kind].columns[role]
    if range_ == "entity":
        types = types_of(kind, role)
        name = _name(kind, role, column, cell, cells)
        if kind == "offices" and role == "office":
            return [{role: office, **_held(cell, cells)} for office in _offices(cell, record, cells)]
        if role == "target" and (aims := targets.listed(fold(cell.text))):
            return [{role: aim} for aim in aims]
        named = cells.entities(cell, types, name)
        if kind == "offices" and role == "person" and len(named) == 1:
            return [{role: named[0], **_held(cell, cells)}]
        if "year" in kinds()[kind].columns:
            return [{role: entity, **told} for entity in named for told in _told_years(cells.years_of(cell, entity))]
        return [{role: entity} for entity in named]
    if range_ in ("date", "year") or role == "period":
        return _times(kind, role, range_, cells.dates(cell, record.year), until=cells.is_until(cell))
    if range_ == "number":
        return _amounts(role, column, cell, record, cells)
    if role == "relation":
        tied = headers.relation(cell.items, cell.language)
        return [{role: tied}] if tied is not None else []
    if range_ == "concept":
        found = [
            headers.manners()[item.data] for item in cell.items if item.kind == "N" and item.data in headers.manners()
        ]
        return [{role: found[0]}] if len(found) == 1 else []
    text = cell.text.strip(' «»“”"')
    if role in ("objective", "item"):
        told = _NUMBER.fullmatch(text)
        return [] if told is None else [{role: told[1].upper() if role == "objective" else told[1]}]
    return [{role: text}] if len(text) > 2 and any(map(str.isalpha, text)) else []


def _name(kind: str, role: str, column: Column, cell: Cell, cells: Cells) -> str | None:
    """The type of what bears an unknown name in a role of a kind; somebody who has a thing in charge is a person, and
    none that a name alone tells.
    """
    names: Mapping[str, str] = data("tables")["names"]
    if kind == "responsibilities" and cells.person(cell) is not None:
        return None
    sorts = (f"{kind}.{sort}" for sort in sorted(column.sorts))
    told = next((names[sort] for sort in sorts if sort in names), None)
    return told or names.get(f"{kind}.{role}", names.get(role))


def _times(kind: str, role: str, range_: str, dates: Sequence[Date], *, until: bool) -> list[Roles]:
    if range_ == "year":
        return [{role: year} for year in sorted({year for date in dates for year in date.years()})]
    if len(dates) != 1:
        return []
    first, last = dates[0].first, dates[0].last
    if kind == "offices":
        return _term(role, first, last, until=until)
    if role == "period":
        return [{role: f"{first}/{last}" if last is not None else first}]
    if kind == "meetings":
        end = last or (first if len(first) == 10 else None)
        return [{role: first, "end": end}] if end is not None else [{role: first}]
    return [{role: first}]


def _held(cell: Cell, cells: Cells) -> Roles:
    """Since or until when, by the brackets behind a holder: "Karim Roy (since 2021)", "Ms. Berg (2018–2022)"."""
    dates = [k for k, item in enumerate(cell.items) if item.kind == "T" and isinstance(item.data, Date)]
    if len(dates) != 1 or not dates[0]:
        return {}
    date, before = cell.items[dates[0]].data, cell.items[dates[0] - 1]
    led = before.kind == "P" and before.data in ("since", "from", "until")
    return _term("start", date.first, date.last, until=cells.is_until(cell))[0] if led or date.last is not None else {}


def _term(role: str, first: str, last: str | None, *, until: bool) -> list[Roles]:
    """Of a cell "2014–2018" start and end, of "until 2018" the end."""
    if role == "end" or until:
        return [{"end": last or first}]
    return [{"start": first, "end": last} if last is not None else {"start": first}]


def _amounts(role: str, column: Column, cell: Cell, record: Record, cells: Cells) -> list[Roles]:
    quantity = cells.numbers.whole(cell.start, cell.end, cell.language)
    if quantity is None or quantity.unit == "%":
        return []
    if role != "amount":
        return [{role: quantity.value}] if not quantity.unit else []
    currency = quantity.unit or headers.unit(column.title) or headers.unit(record.caption)
    if currency in ("", "%") or quantity.value == 0:
        return []
    times = 1
    if quantity.value < 1e5:
        times = max(headers.scale(column.title, cell.language), headers.scale(record.caption, cell.language))
    value = quantity.value * times
    return [{role: int(value) if value == int(value) else value, "currency": currency}]


def _offices(cell: Cell, record: Record, cells: Cells) -> list[Entity]:
    """The office that a cell names, of the body above where it is but a post: "Treasurer"."""
    found = one_of([item.data for item in cell.items if item.kind == "E"], "Office")
    if found is not None:
        return [found]
    body = record.above(("Organization",))
    words = [item for item in cell.items if item.kind in ("Q", "N", "W", "V")]
    return [post(_title(cell), body, record.language)] if words else []


def _title(cell: Cell) -> str:
    """The words of an office: "Chair" of "Chair (since 2023)", "Chair, since 2023"."""
    return cell.text.split(",")[0].split(" (")[0]


def post(name: str, body: Entity | None, language: str) -> Entity:
    """The office of that ``name`` in a body: "Treasurer"."""
    owner = f"-{body.id}" if body is not None else ""
    return Entity(f"office/{fold(name).replace(' ', '-')}{owner}", "Office", ((language, name),))


def _seat(kind: str, roles: Roles, record: Record, cells: Cells) -> Iterator[tuple[str, Roles]]:
    """A person who chairs a body holds an office there, and who is its Chair chairs it."""
    person, body = roles.get("chair"), roles.get("body")
    told = record.labelled and isinstance(person, Entity) and person.type == "Person"
    if kind == "chairs" and told and isinstance(person, Entity) and isinstance(body, Entity):
        title, held = next(((column.title, _held(cell, cells)) for column, cell in record.of("chair")), ("Chair", {}))
        if fold(title) in posts(record.language, "chairs"):  # and not "Chairmanship", "Chaired by"
            office = post(title, body, record.language)
            yield "offices", {"person": person, "office": office, "organisation": body, **held}
    body = roles.get("organisation")
    if kind == "offices" and isinstance(body, Entity) and is_a(body.type, "Organization"):
        cell = next((cell for _, cell in record.of("office")), None)
        if cell is not None and cell.items and _is_chair(cell.items[0], record.language) and " " not in _title(cell):
            since: Roles = {"year": str(roles["start"])[:4]} if "start" in _held(cell, cells) else {}
            yield "chairs", {"body": body, "chair": roles["person"], **since}


def _is_chair(item: Item, language: str) -> bool:
    return fold(item.word) in posts(language, "chairs")


@cache
def posts(language: str, kind: str | None = None) -> frozenset[str]:
    """The folded nouns of posts, as the frames of chairs and responsibilities (or of one ``kind``) give them."""
    asked = ("chairs", "responsibilities") if kind is None else (kind,)
    return frozenset(fold(post) for frame in frames() if frame.kind in asked for post in frame.posts[language])
