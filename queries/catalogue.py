"""The catalogue: the .rq files beside this module, and what their headers say of them.

A header is the comment lines at the top of the file, ``# key: value``:

    # title (en): Chairs of bodies
    # question (fr): Qui a présidé ou coprésidé un organe, et en quelle année ?
    # rank: 1                              place in the list
    # lead: document                       role whose facts open the page of an entity in `show`, where there is one
    # class: Chairing                      class of palermo.ttl whose facts it lists, where it is one
    # per: fact                            or paragraph: the same roles in another paragraph are another row
    # quote: raw                           ?quote is clean text: what to quote is the raw file between its offsets
    # param body (entity): ICAT            column, type, example
    # columns: body, chair, year, document, paragraph, quote
    # show body (en): Chaired by           heading in `palermo show` of an entity that has this role
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.errors import PalermoError

EVIDENCE_COLUMNS = ("document", "paragraph", "quote")
_FOLDER = Path(__file__).parent
_HEADER = re.compile(r"# (?P<key>[a-z]+)(?: (?P<name>[a-z]+))?(?: \((?P<of>[a-z]+)\))?: (?P<value>.+)")


class UnknownQuery(PalermoError):
    """No query of the catalogue has this name."""

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        hint = f"Did you mean {' or '.join(near)}?" if near else "`palermo query` lists them."
        super().__init__(f"There is no query “{name}”. {hint}")
        self.name = name
        self.near = near


@dataclass(frozen=True, slots=True)
class Param:
    """A column that ``--param`` can fix.

    ``type``: entity, fact, concept, year, date, number, text, description (a reader's own words) or label.
    """

    name: str
    type: str
    example: str


_EVIDENCE_PARAMS = (
    Param("document", "entity", "A/74/127"),
    Param("paragraph", "label", "105"),
    Param("quote", "text", "coordination"),
)


@dataclass(frozen=True, slots=True)
class Query:
    """One .rq file. ``roles`` are the columns of its own, ``columns`` all that it prints, in order."""

    name: str
    title: Mapping[str, str]  # language -> text, as question
    question: Mapping[str, str]
    rank: int
    lead: str | None
    fact_class: str | None
    per_paragraph: bool
    raw_quotes: bool
    roles: tuple[Param, ...]
    columns: tuple[str, ...]
    headings: Mapping[str, Mapping[str, str]]  # role -> language -> heading in `show`
    text: str

    @property
    def params(self) -> tuple[Param, ...]:
        """All that ``--param`` takes: the roles, then the columns of the evidence."""
        names = {p.name for p in self.roles}
        return self.roles + tuple(p for p in _EVIDENCE_PARAMS if p.name not in names)

    @property
    def identity(self) -> tuple[str, ...]:
        """Columns whose values make two rows the same fact."""
        return tuple(p.name for p in self.roles if p.name not in ("paragraph", "quote"))

    @property
    def order(self) -> tuple[str, ...]:
        """The columns that its ORDER BY sorts by."""
        return tuple(re.findall(r"\?(\w+)", self.text.rpartition("\nORDER BY")[2]))

    def property_of(self, role: str) -> str:
        """Local name of the property that the query reads a role from: most often the role's own name."""
        found = re.search(rf":(\w+) \?{role}\b", self.text)
        return role if found is None else found[1]


def names() -> list[str]:
    """Names of the queries, sorted: the stems of the .rq files."""
    return sorted(p.stem for p in _FOLDER.glob("*.rq"))


def catalogue() -> list[Query]:
    """All queries, in the order of their rank."""
    return sorted((require(n) for n in names()), key=lambda q: q.rank)


@cache
def require(name: str) -> Query:
    """The query called ``name``; raises UnknownQuery, with near names, where there is none."""
    if name not in names():
        raise UnknownQuery(name, _near(name))
    return parse(name, (_FOLDER / f"{name}.rq").read_text(encoding="utf-8"))


def of_class(fact_class: str) -> Query | None:
    """The query that lists the facts of a class of palermo.ttl (its local name), or None."""
    return next((q for q in catalogue() if q.fact_class == fact_class), None)


def parse(name: str, text: str) -> Query:
    """The query in ``text``, the content of a .rq file; raises PalermoError where its header is not complete."""
    found = [m for line in text.split("\n\n", 1)[0].splitlines() if (m := _HEADER.fullmatch(line)) is not None]
    single = {m["key"]: m["value"] for m in found if m["name"] is None and m["of"] is None}
    missing = sorted({"rank", "per", "columns"} - single.keys())
    if missing:
        raise PalermoError(f"{name}.rq: its header lacks {', '.join(missing)}.")
    return Query(
        name=name,
        title={m["of"]: m["value"] for m in found if m["key"] == "title"},
        question={m["of"]: m["value"] for m in found if m["key"] == "question"},
        rank=int(single["rank"]),
        lead=single.get("lead"),
        fact_class=single.get("class"),
        per_paragraph=single["per"] == "paragraph",
        raw_quotes=single.get("quote") == "raw",
        roles=tuple(Param(m["name"], m["of"], m["value"]) for m in found if m["key"] == "param"),
        columns=tuple(single["columns"].split(", ")),
        headings=_headings([m for m in found if m["key"] == "show"]),
        text=text,
    )


def _headings(lines: list[re.Match[str]]) -> dict[str, dict[str, str]]:
    headings: dict[str, dict[str, str]] = {}
    for line in lines:
        headings.setdefault(line["name"], {})[line["of"]] = line["value"]
    return headings


def _near(name: str) -> tuple[str, ...]:
    from rapidfuzz import process

    return tuple(n for n, _, _ in process.extract(name, names(), limit=3, score_cutoff=60))
