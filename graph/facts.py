"""The facts of a store as data: their roles, their dates, and the sentences that state them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from graph import iris
from ontology.kinds import Kind, kinds

if TYPE_CHECKING:
    from graph.store import Store

_AT_ONCE = 500  # nodes in one query
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_BEGINNING = ("start", "date", "year", "period")  # columns that say when something is or began, the surest first
_FACTS = """
SELECT ?fact ?class ?role ?value WHERE {{
  VALUES ?class {{ {classes} }}
  ?fact a ?class ; ?role ?value .
  FILTER(STRSTARTS(STR(?role), STR(:)) && ?role != :evidence)
  FILTER EXISTS {{ ?fact :evidence ?evidence }}
}}
"""
_EVIDENCE = """
SELECT ?fact ?document ?paragraph ?quote ?start ?end WHERE {{
  VALUES ?fact {{ {facts} }}
  ?fact :evidence ?annotation .
  ?annotation oa:hasTarget ?selection .
  ?selection oa:hasSource ?document ; :passage ?passage ; oa:hasSelector ?text , ?position .
  ?text oa:exact ?quote .
  ?position oa:start ?start ; oa:end ?end .
  OPTIONAL {{ ?passage :number ?paragraph . FILTER EXISTS {{ ?passage a ?numbered . FILTER(?numbered IN (
    :Paragraph, :Item, :PreambularParagraph, :OperativeParagraph)) }} }}
}}
"""


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A sentence that states a fact. ``start`` and ``end`` are characters of the raw file, ``page`` its page."""

    document: str  # IRI
    start: int
    end: int
    paragraph: str | None  # as printed, '37(a)'
    quote: str
    page: int | None = None


@dataclass(frozen=True)
class StoredFact:
    """A fact: ``entities`` are its roles that are nodes, ``values`` the others (words, numbers, dates, concepts).

    Both are (column, IRI or text), in the order of the columns of its kind.
    """

    iri: str
    kind: str  # a name of kinds.yaml
    entities: tuple[tuple[str, str], ...]
    values: tuple[tuple[str, str], ...]

    @cached_property
    def period(self) -> tuple[str, str] | None:
        """When it held, as far as it says: ('2018', '2018'), ('2018-05-22', '2018-05-26'); None without a date.

        An end that is not stated is the beginning: "since 2017" does not mean until today.
        """
        said = dict(self.values)
        begun = next((dates(said[column]) for column in _BEGINNING if dates(said.get(column, ""))), None)
        ended = dates(said.get("end", ""))
        if begun is None and ended is None:
            return None
        first = (begun or ended or ("", ""))[0]
        return first, max((ended or begun or ("", ""))[1], first)

    def within(self, since: int | None, until: int | None) -> bool:
        """Whether some of its time lies in these years; without bounds, always; with one, never if it has no date."""
        if since is None and until is None:
            return True
        if self.period is None:
            return False
        first, last = (int(date[:4]) for date in self.period)
        return (until is None or first <= until) and (since is None or last >= since)


def dates(value: str) -> tuple[str, str] | None:
    """('2017', '2020') of '2017/2020' and '2017-2020', ('2018-05', '2018-05') of '2018-05'; None where it is none."""
    first, _, last = value.partition("/")
    if re.fullmatch(r"\d{4}-\d{4}", value) is not None:
        first, last = value[:4], value[5:]
    last = last or first
    valid = _DATE.fullmatch(first) is not None and _DATE.fullmatch(last) is not None
    return (first, last) if valid else None


def facts(store: Store) -> list[StoredFact]:
    """All facts of the store that have evidence, sorted by kind (in the order of kinds.yaml), date and IRI."""
    by_class = {kind.cls: kind for kind in kinds().values()}
    classes = " ".join(f"<{iris.PALERMO}{name}>" for name in by_class)
    found: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for row in store.select(_FACTS.format(classes=classes)):
        fact, cls, role, value = (str(getattr(row[name], "value", "")) for name in ("fact", "class", "role", "value"))
        found[fact, cls.removeprefix(iris.PALERMO)].add((role.removeprefix(iris.PALERMO), value))
    rank = {name: number for number, name in enumerate(kinds())}
    built = (_fact(iri, by_class[cls], roles) for (iri, cls), roles in found.items())
    return sorted(built, key=lambda fact: (rank[fact.kind], fact.period or ("", ""), fact.iri))


def _fact(iri: str, kind: Kind, roles: set[tuple[str, str]]) -> StoredFact:
    said = sorted(roles)
    pairs = [(c, value) for c in kind.columns for role, value in said if role == kind.property_of(c)]
    return StoredFact(
        iri=iri,
        kind=kind.name,
        entities=tuple(pair for pair in pairs if kind.columns[pair[0]] == "entity"),
        values=tuple(pair for pair in pairs if kind.columns[pair[0]] != "entity"),
    )


def sentences(store: Store, wanted: Sequence[str]) -> Mapping[str, tuple[Sentence, ...]]:
    """The sentences that state each of these facts (IRIs), in the order of documents and places."""
    found: dict[str, set[Sentence]] = {iri: set() for iri in wanted}
    for some in parts(sorted(found)):
        for row in store.select(_EVIDENCE.format(facts=" ".join(f"<{iri}>" for iri in some))):
            text = {name: "" if term is None else str(getattr(term, "value", "")) for name, term in row.items()}
            document, start = text["document"], int(text["start"])
            found[text["fact"]].add(
                Sentence(
                    document=document,
                    start=start,
                    end=int(text["end"]),
                    paragraph=text["paragraph"] or None,
                    quote=text["quote"],
                    page=store.page(document, start),
                )
            )
    return {iri: tuple(sorted(places, key=_place)) for iri, places in found.items()}


def _place(sentence: Sentence) -> tuple[str, int, int, str]:
    return sentence.document, sentence.start, sentence.end, sentence.paragraph or ""


def parts(items: Sequence[str]) -> Iterator[Sequence[str]]:
    """The items in parts small enough for the VALUES of one query."""
    return (items[first : first + _AT_ONCE] for first in range(0, len(items), _AT_ONCE))
