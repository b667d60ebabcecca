"""Facts for people to judge, as a table for a spreadsheet, and what they have said of them, back from there."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from graph import terms
from graph.correcting import Fact, Place, plain, stated
from graph.corrections import Correction, Verdict, read
from ontology.alternatives import any_of
from ontology.errors import PalermoError
from ontology.kinds import Kind
from queries.catalogue import require
from queries.render import render
from queries.resolve import filters
from queries.values import local_name

if TYPE_CHECKING:
    from graph.build import Summary
    from graph.store import Place as StorePlace
    from graph.store import Store

COLUMNS = ("kind", "roles", "document", "paragraph", "quote", "fact", "reviewed", "verdict", "amendment")
_NEEDED = ("fact", "verdict")
_WITHDRAWN = "withdrawn"
_VERDICTS = {
    "confirmed": "confirmed", "confirmé": "confirmed", "rejected": "rejected", "rejeté": "rejected",
    "amended": "amended", "modifié": "amended", "withdrawn": _WITHDRAWN, "retiré": _WITHDRAWN,
}  # fmt: skip
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class ReviewInvalid(PalermoError):
    """A line of a reviewed table, counted from 1 for its header, that cannot be applied; nothing was."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(f"Line {line} of the table: {problem} Nothing was applied.")
        self.line = line


@dataclass(frozen=True, slots=True)
class Judgement:
    """A line of a reviewed table with a verdict in it."""

    line: int
    fact: str
    verdict: str  # confirmed, rejected, amended or withdrawn
    amendment: str


def table(place: StorePlace, *, kinds: Sequence[str] = (), language: str) -> str:
    """The facts of a store as CSV, to be judged: see :func:`to_review`."""
    from graph.store import Store

    with Store.open(place) as store:
        return render(COLUMNS, to_review(store, place, kinds=kinds, language=language), form="csv", columns_wide=0)


def apply(
    place: StorePlace, data: bytes, *, by: str, on: str, language: str, progress: Callable[[str], None] | None = None
) -> Summary:
    """Brings the verdicts of a reviewed table into a store: all of them, or none. Raises ReviewInvalid."""
    from graph.publish import recorrect_at
    from graph.store import Store

    found = judgements(data)
    if not found:
        raise ReviewInvalid(1, "there is no verdict in it.")
    with Store.open(place) as store:
        change = corrections(store, place, found, by=by, on=on, language=language)
    return recorrect_at(place, change, progress=progress)


def to_review(store: Store, place: StorePlace, *, kinds: Sequence[str] = (), language: str) -> list[dict[str, str]]:
    """Every fact of the documents, those that people rejected too, as cells of COLUMNS; of ``kinds``, if any is given.

    Raises StoreMissing where ``place`` is a store elsewhere that this machine has not built.
    """
    for kind in kinds:
        require(kind)
    facts, known = _facts(place)
    wanted = [(fact, places) for fact, places in facts.values() if not kinds or fact.kind.name in kinds]
    nodes = {term[1:-1] for fact, _ in wanted for term in fact.roles.values() if term.startswith("<")}
    labels = store.labels(sorted(nodes), language)
    return [_cells(fact, places, known.get(fact.iri), labels) for fact, places in wanted]


def _facts(place: StorePlace) -> tuple[dict[str, tuple[Fact, list[Place]]], dict[str, Correction]]:
    from graph import generation
    from graph.documents import entries_of
    from graph.publish import workshop

    folder = generation.current(workshop(place))
    return stated(folder, entries_of(folder)), read(folder)


def _cells(
    fact: Fact, places: Sequence[Place], correction: Correction | None, labels: Mapping[str, str]
) -> dict[str, str]:
    shown = min(places, key=lambda place: (len(place.quote), place.label, place.quote))
    return {
        "kind": fact.kind.name,
        "roles": _words(fact.kind, fact.roles, labels),
        "document": shown.label,
        "paragraph": shown.paragraph,
        "quote": shown.quote,
        "fact": fact.iri,
        "reviewed": "" if correction is None else _reviewed(fact.kind, correction, labels),
        "verdict": "",
        "amendment": "",
    }


def _words(kind: Kind, roles: Mapping[str, str], labels: Mapping[str, str]) -> str:
    """'body=ICAT; chair=UNODC; year=2016'"""
    return "; ".join(f"{column}={_word(roles[column], labels)}" for column in kind.columns if column in roles)


def _word(term: str, labels: Mapping[str, str]) -> str:
    if not term.startswith("<"):
        return plain(term)
    iri = term[1:-1]
    return labels.get(iri, iri) if labels.get(iri, iri) != iri else local_name(iri)


def _reviewed(kind: Kind, correction: Correction, labels: Mapping[str, str]) -> str:
    amended = f" to {_words(kind, dict(correction.roles), labels)}" if correction.roles else ""
    note = f" {correction.note}" if correction.note else ""
    return f"{correction.verdict}{amended} by {correction.by} on {correction.on}.{note}"


def judgements(data: bytes) -> list[Judgement]:
    """The lines with a verdict of a table that a spreadsheet has written: parted by commas, semicolons or tabs.

    Raises ReviewInvalid.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ReviewInvalid(1, "it is not in UTF-8. Save it as “CSV UTF-8”.") from None
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise ReviewInvalid(1, f"it is no table: {error}.") from error
    columns = [name.strip().lower() for name in lines[0]] if lines else []
    missing = [name for name in _NEEDED if name not in columns]
    if missing:
        raise ReviewInvalid(1, f"it has no column {' and no column '.join(missing)}.")
    rows = [(number, dict(zip(columns, line, strict=False))) for number, line in enumerate(lines[1:], 2)]
    return _once([_judgement(number, row) for number, row in rows if row.get("verdict", "").strip()])


def _judgement(number: int, row: Mapping[str, str]) -> Judgement:
    word = row["verdict"].strip().lower()
    if word not in _VERDICTS:
        raise ReviewInvalid(number, f"“{word}” is no verdict. Write confirmed, rejected, amended or withdrawn.")
    return Judgement(number, row["fact"].strip(), _VERDICTS[word], row.get("amendment", "").strip())


def _once(found: list[Judgement]) -> list[Judgement]:
    seen: dict[str, int] = {}
    for judgement in found:
        first = seen.setdefault(judgement.fact, judgement.line)
        if first != judgement.line:
            raise ReviewInvalid(judgement.line, f"it judges the fact of line {first} again.")
    return found


def corrections(
    store: Store, place: StorePlace, found: Iterable[Judgement], *, by: str, on: str, language: str
) -> Callable[[Mapping[str, Correction]], Mapping[str, Correction]]:
    """What judgements make of the corrections of a store: a function for ``graph.publish.recorrect_at``.

    ``by``: who has judged; ``on``: when, as 2026-11-22; ``language``: of words that amendments bring in. Raises
    ReviewInvalid.
    """
    if by.strip() == "":
        raise ReviewInvalid(1, "say with --by who has judged.")
    if _DAY.fullmatch(on) is None or not terms.when(on).endswith("date>"):
        raise ReviewInvalid(1, f"“{on}” is no day. Write --on 2026-11-22.")
    facts, _ = _facts(place)
    made: dict[str, Correction | None] = {}
    for judgement in found:
        if judgement.verdict == _WITHDRAWN:
            made[judgement.fact] = None
        elif judgement.fact in facts:
            fact, places = facts[judgement.fact]
            roles = _amended(store, judgement, fact, language)
            rests_on = frozenset((place_.document, place_.quote) for place_ in places)
            verdict = cast(Verdict, judgement.verdict)
            made[fact.iri] = Correction(fact.iri, verdict, " ".join(by.split()), on, rests_on, roles)
        else:
            raise ReviewInvalid(judgement.line, f"no document of the graph states the fact <{judgement.fact}>.")

    def change(before: Mapping[str, Correction]) -> Mapping[str, Correction]:
        after: dict[str, Correction | None] = {**before, **made}
        return {fact: correction for fact, correction in after.items() if correction is not None}

    return change


def _amended(store: Store, judgement: Judgement, fact: Fact, language: str) -> tuple[tuple[str, str], ...]:
    """All roles of an amended fact as (column, term), sorted; () for another verdict."""
    if judgement.verdict != "amended":
        return ()
    given = _given(judgement, fact.kind)
    roles = dict(fact.roles)
    for column, value in given.items():
        if value == "":
            roles.pop(column, None)
            continue
        try:
            roles[column] = _term(store, fact.kind, column, value, language)
        except PalermoError as error:
            raise ReviewInvalid(judgement.line, str(error)) from error
    if not fact.kind.complete(roles):
        raise ReviewInvalid(judgement.line, "too little is left of the fact; reject it instead.")
    if roles == fact.roles:
        raise ReviewInvalid(judgement.line, "the amendment changes nothing; confirm the fact instead.")
    return tuple(sorted(roles.items()))


def _given(judgement: Judgement, kind: Kind) -> dict[str, str]:
    """'chair=UNICEF; year=' -> the value of each column that is to change, '' where it is to go."""
    columns = any_of(kind.columns)
    parts = re.split(rf";\s*(?=(?:{columns})\s*=)", judgement.amendment)
    found = {}
    for part in parts:
        column, equals, value = part.partition("=")
        if column.strip() not in kind.columns or not equals:
            wanted = ", ".join(kind.columns)
            raise ReviewInvalid(judgement.line, f"write what is to change as COLUMN=VALUE; the columns: {wanted}.")
        found[column.strip()] = value.strip()
    return found


def _term(store: Store, kind: Kind, column: str, value: str, language: str) -> str:
    """The N-Quads term of a value that a person has typed. Raises UnknownValue, and PalermoError where it is many."""
    query, range_ = require(kind.name), kind.columns[column]
    wanted = filters(store, query, {column: value})
    if range_ in ("entity", "concept"):
        nodes = wanted.nodes[column]
        if len(nodes) > 1:
            raise PalermoError(f"“{value}” can be {' or '.join(nodes)}: write one of these.")
        return terms.iri(nodes[0])
    if range_ in ("year", "date"):
        return terms.when(value)
    return terms.number(value) if range_ == "number" else terms.words(value, language)
