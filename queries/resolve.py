"""From what a person types after ``--param COLUMN=`` or ``palermo show`` to nodes of the store and tests on values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.iris import CONCEPT, FACT, PALERMO
from ontology.errors import PalermoError
from queries.catalogue import Param, Query
from queries.citing import cited
from queries.text import fold
from queries.values import is_node, local_name, plain

if TYPE_CHECKING:
    from graph.store import Store

_IRI = re.compile(r"<?(https?://[^\x00-\x20<>\"{}|\\^`]+)>?")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
Check = Callable[[object], bool]


class UnknownColumn(PalermoError):
    """A query has no such column."""

    def __init__(self, query: Query, column: str) -> None:
        columns = ", ".join(p.name for p in query.params)
        super().__init__(f"The query “{query.name}” has no column “{column}”. Its columns: {columns}.")
        self.query = query.name
        self.column = column


class UnknownValue(PalermoError):
    """Nothing in the store is called so, or a value has the wrong form."""

    def __init__(self, value: str, problem: str, near: tuple[str, ...] = ()) -> None:
        hint = f" Did you mean {' or '.join(f'“{n}”' for n in near)}?" if near else ""
        super().__init__(f"{problem}{hint}")
        self.value = value
        self.near = near


@dataclass(frozen=True, slots=True)
class Filters:
    """What the parameters ask for: the nodes that a column may be, and the tests that its value must pass."""

    nodes: Mapping[str, tuple[str, ...]]  # column -> IRIs
    checks: Mapping[str, Check]


def filters(store: Store, query: Query, params: Mapping[str, str]) -> Filters:
    """The parameters of a call, understood; raises UnknownColumn and UnknownValue."""
    known = {p.name: p for p in query.params}
    nodes: dict[str, tuple[str, ...]] = {}
    checks: dict[str, Check] = {}
    for column, value in params.items():
        if column not in known:
            raise UnknownColumn(query, column)
        param = known[column]
        if param.type == "entity":
            nodes[column] = entities(store, value)
        elif param.type == "fact":
            nodes[column] = _facts_about(store, value)
        elif param.type == "concept":
            nodes[column] = _concepts(store, query, param, value)
        else:
            checks[column] = _check(param, value)
    return Filters(nodes, checks)


def entities(store: Store, text: str) -> tuple[str, ...]:
    """IRIs of what is called ``text``: a name or acronym in either language, a symbol or a way of citing it, an IRI.

    Raises UnknownValue, with near matches, where the store knows none.
    """
    iri = _IRI.fullmatch(text.strip())
    if iri is not None:
        return (_known(store, iri[1]),)
    found = dict.fromkeys(found.iri for found in store.names(text)) or dict.fromkeys(_symbols(store, text))
    found = found or dict.fromkeys(_files(store, text))
    if not found:
        near = tuple(dict.fromkeys(near.name for near in store.near(text, 3)))
        raise UnknownValue(text, f"Nothing in the store is called “{text}”.", near)
    return tuple(found)


def _symbols(store: Store, text: str) -> tuple[str, ...]:
    """What ``text`` cites: « résolution 2388 », 'S/RES/2388(2017)', 'resolution 64/293 of the General Assembly'."""
    if not any(c.isdigit() for c in text):
        return ()
    from extract.mentions.symbols import parse

    citation = parse(text)
    return cited(store, text, symbol=False) if citation is None else cited(store, citation.id, symbol=True)


def _files(store: Store, text: str) -> list[str]:
    """Documents that were read from a file of this name."""
    rows = store.select("SELECT ?document ?name WHERE { ?document :fileName ?name } ORDER BY ?document")
    return [str(plain(r["document"])) for r in rows if fold(str(plain(r["name"]))) == fold(text)]


def _known(store: Store, iri: str) -> str:
    rows = store.select(f"SELECT ?p WHERE {{ {{ <{iri}> ?p ?o }} UNION {{ ?s ?p <{iri}> }} }} LIMIT 1")
    if not rows:
        raise UnknownValue(iri, f"The store knows nothing of <{iri}>.")
    return iri


def _facts_about(store: Store, text: str) -> tuple[str, ...]:
    """Facts in which an entity plays any role; a fact's own IRI stands for itself."""
    found = entities(store, text)
    return found if all(i.startswith(FACT) for i in found) else facts_about(store, found)


def facts_about(store: Store, found: Iterable[str]) -> tuple[str, ...]:
    """IRIs of the facts in which one of these entities plays any role, sorted."""
    values = " ".join(f"<{i}>" for i in found)
    rows = store.select(
        f"SELECT DISTINCT ?fact WHERE {{ VALUES ?entity {{ {values} }} ?fact ?role ?entity ; :evidence ?e }}"
        " ORDER BY ?fact"
    )
    return tuple(str(plain(r["fact"])) for r in rows)


def _concepts(store: Store, query: Query, param: Param, value: str) -> tuple[str, ...]:
    """Concepts of a column's scheme by local name, label in either language, or IRI."""
    named = concept_names(store, param.name)
    iri = _IRI.fullmatch(value.strip())
    wanted = fold(value)
    found = tuple(i for i, ns in sorted(named.items()) if (iri is not None and i == iri[1]) or wanted in map(fold, ns))
    if not found:
        known = tuple(local_name(i) for i in sorted(named))
        problem = f"“{value}” is no {param.name} of the query “{query.name}”. Known: {', '.join(known) or 'none'}."
        raise UnknownValue(value, problem, _closest(value, known))
    return found


def concept_names(store: Store, scheme: str) -> dict[str, set[str]]:
    """Concepts of a scheme ('manner', 'relation', …) and the names of each, its local name among them."""
    rows = store.select(
        f"""SELECT DISTINCT ?concept ?name WHERE {{
          {{ ?concept a skos:Concept }} UNION {{ ?fact <{PALERMO}{scheme}> ?concept }}
          FILTER(STRSTARTS(STR(?concept), "{CONCEPT}{scheme}/"))
          OPTIONAL {{ ?concept skos:prefLabel|skos:altLabel|rdfs:label ?name }}
        }} ORDER BY ?concept ?name"""
    )
    named: dict[str, set[str]] = {}
    for row in rows:
        iri = str(plain(row["concept"]))
        names = named.setdefault(iri, {local_name(iri)})
        if row["name"] is not None and not is_node(row["name"]):
            names.add(str(plain(row["name"])))
    return named


def _closest(value: str, known: tuple[str, ...]) -> tuple[str, ...]:
    from rapidfuzz import process

    return tuple(n for n, _, _ in process.extract(value, known, limit=2, score_cutoff=60))


def _check(param: Param, value: str) -> Check:
    """The test of a plain value: prefix of a date, equality of a number, words of a text; raises UnknownValue."""
    if param.type in ("date", "year"):
        if _DATE.fullmatch(value) is None:
            raise UnknownValue(value, f"“{value}” is no date: write 2018, 2018-12 or 2018-12-05.")
        return lambda found: found is not None and _within(value, str(found))
    if param.type == "number":
        number = _number(value)
        return lambda found: isinstance(found, int | float) and found == number
    if param.type == "label":
        return lambda found: found is not None and _compact(str(found)) == _compact(value)
    return lambda found: found is not None and fold(value) in fold(str(found))


def _within(wanted: str, found: str) -> bool:
    """Whether a date, or a period 'start/end', begins with ``wanted`` or holds it."""
    first, _, last = found.partition("/")
    size = len(wanted)
    return first[:size] <= wanted <= (last or first)[:size] if last else first.startswith(wanted)


def _number(value: str) -> float:
    try:
        return float(value.replace("\u202f", "").replace("\u00a0", "").replace(" ", ""))
    except ValueError:
        raise UnknownValue(value, f"“{value}” is no number: write 7000 or 2.5.") from None


def _compact(label: str) -> str:
    return fold(label).replace(" ", "")
