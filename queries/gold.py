"""Annotated facts: JSON lines of facts and scopes, and the names under which their values may appear.

A fact: ``{"kind": "chairs", "body": "ICAT", …, "doc": "report.txt", "para": "37(a)", "quote": "…"}``.
A scope: ``{"scope": {"doc": "report.txt", "paras": "1-62", "kinds": ["chairs"], "end": 51234}}`` says which part of a
document the annotations cover; ``paras``, ``kinds`` and ``end`` (a character of the raw file, for passages without
a number) may be left out. A document with no scope is covered as a whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ontology.errors import PalermoError
from queries.catalogue import names as query_names
from queries.catalogue import require
from queries.text import fold

if TYPE_CHECKING:
    from queries.values import Evidence

_OWN = ("kind", "doc", "para", "quote")
_RANGE = re.compile(r"(\d+)(?:-(\d+))?")
GoldValue = str | int | float


class GoldError(PalermoError):
    """A file of annotated facts cannot be used; ``line`` counts from 1, 0 where it is about the file."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        where = f"{path}, line {line}" if line > 0 else str(path)
        super().__init__(f"{where}: {problem}")
        self.path = path
        self.line = line


@dataclass(frozen=True, slots=True)
class GoldFact:
    """A fact that a reader found. ``values`` holds the columns that the annotation states."""

    kind: str
    values: Mapping[str, GoldValue]
    document: str
    paragraph: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class Scope:
    """The part of a document that the annotations cover."""

    document: str
    first: int | None  # paragraphs
    last: int | None
    kinds: frozenset[str] | None  # None: all kinds that the file has facts of
    end: int | None  # raw offset up to which passages without a number are covered

    def holds(self, kind: str, piece: Evidence) -> bool:
        """Whether a piece of evidence of a fact of ``kind`` stands in the part that is covered."""
        if self.kinds is not None and kind not in self.kinds:
            return False
        number = None if piece.paragraph is None else re.match(r"\d+", piece.paragraph)
        if number is None:
            return self.end is None or piece.start < self.end
        return self.first is None or self.last is None or self.first <= int(number[0]) <= self.last


@dataclass(frozen=True, slots=True)
class Aliases:
    """Folded name -> all folded names of what it may stand for."""

    groups: Mapping[str, frozenset[str]]

    def of(self, name: str) -> frozenset[str]:
        """All names, folded, under which ``name`` may appear, its own among them."""
        folded = fold(name)
        return self.groups.get(folded, frozenset({folded}))


@dataclass(frozen=True, slots=True)
class Gold:
    """A file of annotated facts with its aliases."""

    facts: tuple[GoldFact, ...]
    scopes: tuple[Scope, ...]
    aliases: Aliases

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that the file speaks of, as it names them, sorted."""
        return tuple(sorted({f.document for f in self.facts} | {s.document for s in self.scopes}))

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that it has facts of or covers, in the order of the catalogue."""
        found = {f.kind for f in self.facts}.union(*(s.kinds for s in self.scopes if s.kinds is not None))
        return tuple(sorted(found, key=lambda kind: require(kind).rank))


def read(path: Path) -> Gold:
    """The annotated facts in ``path``, with ``aliases.json`` beside it where there is one; raises GoldError."""
    facts: list[GoldFact] = []
    scopes: list[Scope] = []
    for number, line in enumerate(_text(path).splitlines(), 1):
        if line.strip() == "":
            continue
        entry = _object(path, number, line)
        if "scope" in entry:
            scopes.append(_scope(path, number, entry["scope"]))
        else:
            facts.append(_fact(path, number, entry))
    if not facts and not scopes:
        raise GoldError(path, 0, "it holds no annotated fact.")
    return Gold(tuple(facts), tuple(scopes), _aliases(path.with_name("aliases.json")))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GoldError(path, 0, f"it cannot be read: {error.strerror}. Name a file of JSON lines.") from error
    except UnicodeDecodeError as error:
        raise GoldError(path, 0, "it is no UTF-8 text. Name a file of JSON lines.") from error


def _object(path: Path, number: int, line: str) -> dict[str, object]:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise GoldError(path, number, f"this is no JSON ({error}).") from error
    if not isinstance(entry, dict):
        raise GoldError(path, number, "a line must be a JSON object.")
    return entry


def _fact(path: Path, number: int, entry: Mapping[str, object]) -> GoldFact:
    for key in ("kind", "doc", "quote"):
        if not isinstance(entry.get(key), str):
            raise GoldError(path, number, f"a fact must have “{key}”, a string.")
    kind, paragraph = str(entry["kind"]), entry.get("para")
    _require_kind(path, number, kind)
    columns = {p.name for p in require(kind).roles}
    values: dict[str, GoldValue] = {}
    for column, value in entry.items():
        if column in _OWN or value is None:
            continue
        if column not in columns:
            raise GoldError(path, number, f"“{column}” is no column of “{kind}” ({', '.join(sorted(columns))}).")
        if not isinstance(value, str | int | float):
            raise GoldError(path, number, f"the value of “{column}” must be a string or a number.")
        values[column] = value
    return GoldFact(kind, values, str(entry["doc"]), None if paragraph is None else str(paragraph), str(entry["quote"]))


def _require_kind(path: Path, number: int, kind: str) -> None:
    if kind not in query_names():
        raise GoldError(path, number, f"there is no kind “{kind}”. Known: {', '.join(query_names())}.")


def _scope(path: Path, number: int, entry: object) -> Scope:
    if not isinstance(entry, dict) or not isinstance(entry.get("doc"), str):
        raise GoldError(path, number, "a scope must be an object with “doc”.")
    span = _RANGE.fullmatch(str(entry["paras"])) if "paras" in entry else None
    if "paras" in entry and span is None:
        raise GoldError(path, number, "“paras” of a scope must look like 1-62.")
    kinds, end = entry.get("kinds"), entry.get("end")
    if kinds is not None and not isinstance(kinds, list):
        raise GoldError(path, number, "“kinds” of a scope must be a list.")
    if end is not None and not isinstance(end, int):
        raise GoldError(path, number, "“end” of a scope must be a number of characters.")
    for kind in kinds or ():
        _require_kind(path, number, str(kind))
    return Scope(
        document=entry["doc"],
        first=None if span is None else int(span[1]),
        last=None if span is None else int(span[2] or span[1]),
        kinds=None if kinds is None else frozenset(map(str, kinds)),
        end=end,
    )


def _aliases(path: Path) -> Aliases:
    if not path.is_file():
        return Aliases({})
    entries = _object(path, 1, _text(path))
    groups: dict[str, set[str]] = {}
    for key, alternatives in entries.items():
        if not isinstance(alternatives, list):
            raise GoldError(path, 0, f"the names of “{key}” must be a list.")
        folded = {fold(str(name)) for name in (key, *alternatives)}
        for name in folded:
            groups.setdefault(name, set()).update(folded)
    return Aliases({name: frozenset(group) for name, group in groups.items()})
