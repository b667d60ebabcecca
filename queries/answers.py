"""What each tabular command answers: a table of words, and the same as data for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ontology.errors import PalermoError
from queries.render import Answer, Table, to_json

if TYPE_CHECKING:
    from graph.export import ExportFormat
    from graph.store import Store
    from queries.values import Node


class WrongParam(PalermoError):
    """What follows ``--param`` is not COLUMN=VALUE, or names a column twice."""

    def __init__(self, text: str, problem: str) -> None:
        super().__init__(f"--param {text}: {problem}")
        self.text = text


def parse_params(texts: Iterable[str]) -> dict[str, str]:
    """Column -> value from 'COLUMN=VALUE' texts; raises WrongParam."""
    params: dict[str, str] = {}
    for text in texts:
        column, equals, value = text.partition("=")
        if equals == "" or column.strip() == "" or value.strip() == "":
            raise WrongParam(text, "write COLUMN=VALUE, for example body=ICAT.")
        if column.strip() in params:
            raise WrongParam(text, f"the column {column.strip()} is given twice.")
        params[column.strip()] = value.strip()
    return params


def catalogue_answer(language: str) -> Answer:
    """The list of the queries, with their columns."""
    from queries.catalogue import catalogue

    columns = ("name", "columns", "question")
    found = catalogue()
    cells = [{"name": q.name, "columns": ", ".join(q.columns), "question": q.question[language]} for q in found]
    data = [
        {
            "name": q.name,
            "title": q.title[language],
            "question": q.question[language],
            "columns": list(q.columns),
            "params": [{"name": p.name, "type": p.type, "example": p.example} for p in q.params],
        }
        for q in found
    ]
    return Answer((Table(columns, cells),), data)


def query_answer(
    store: Store, name: str, params: Sequence[str], *, language: str, include_planned: bool = False
) -> Answer:
    """The rows of a query of the catalogue; raises UnknownQuery, WrongParam, UnknownColumn, UnknownValue.

    With ``include_planned`` also what documents plan, and a column that tells it from what they state.
    """
    from queries.catalogue import require
    from queries.rows import MODALITY, run

    query = require(name)
    rows = run(store, query, parse_params(params), language=language, include_planned=include_planned)
    columns = (*query.columns, MODALITY) if include_planned else query.columns
    data = [row.json(modality=include_planned) for row in rows]
    return Answer((Table(columns, [row.cells(columns) for row in rows]),), data)


def search_answer(store: Store, text: str, *, language: str, limit: int) -> Answer:
    """Entities and passages with the words of ``text``."""
    from queries.search import COLUMNS, search

    found = search(store, text, language=language, limit=limit)
    return Answer((Table(COLUMNS, [f.cells() for f in found]),), [f.json() for f in found])


def path_answer(store: Store, start: str, goal: str, *, language: str, limit: int) -> tuple[Answer, str]:
    """The steps of the shortest chains between two entities, and a word about others of the same names."""
    from queries.path import COLUMNS, path

    found, others = path(store, start, goal, language=language, limit=limit)
    return Answer((Table(COLUMNS, [step.cells() for step in found]),), [step.json() for step in found]), note(others)


def stats_answer(store: Store, *, language: str) -> Answer:
    """What the store holds, counted."""
    from queries.stats import COLUMNS, stats

    found = stats(store, language=language)
    return Answer((Table(COLUMNS, [f.cells() for f in found]),), [f.json() for f in found])


def evaluation_answer(store: Store, path: Path, *, kinds: Sequence[str], show: bool) -> Answer:
    """The scores against the annotated facts in ``path``; with ``show`` a second table of what differs."""
    from queries.catalogue import require
    from queries.evaluate import DIFFERENCE_COLUMNS, SCORE_COLUMNS, differences, evaluate, score_cells, to_data
    from queries.gold import read

    for kind in kinds:
        require(kind)
    found = evaluate(store, read(path), kinds=kinds)
    tables = [Table(SCORE_COLUMNS, [score_cells(s) for s in (*found.scores, found.total)])]
    if show:
        tables.append(Table(DIFFERENCE_COLUMNS, differences(found)))
    return Answer(tuple(tables), to_data(found, show=show), absent=found.absent)


def diff_answer(before: Store, after: Store, *, kinds: Sequence[str], language: str) -> Answer:
    """What the facts of two stores differ in."""
    from queries.diff import COLUMNS, differences

    found = differences(before, after, kinds=kinds, language=language)
    return Answer((Table(COLUMNS, [f.cells() for f in found]),), [f.json() for f in found])


def page_text(
    store: Store, text: str, *, language: str, form: str, columns_wide: int, bold: bool, include_planned: bool = False
) -> tuple[str, str]:
    """The page of an entity as text or JSON, and a word about others of the same name ('' where there are none)."""
    from queries.page import to_text
    from queries.show import page, to_data

    found = page(store, text, language=language, include_planned=include_planned)
    if form == "json":
        return to_json(to_data(found)), note(found.others)
    return to_text(found, columns_wide=columns_wide, bold=bold), note(found.others)


def note(others: Sequence[Node]) -> str:
    """A word about others that have a name too; '' where there are none."""
    listed = ", ".join(f"{node.label} <{node.iri}>" for node in others)
    return f"Also called so: {listed}" if listed else ""


def why_text(store: Store, subject: str, predicate: str, object: str, *, language: str, form: str) -> str:
    """Why a statement holds, as text or JSON; '' where it does not. Raises NotATerm and UnknownValue."""
    from queries.why import to_data, to_text, why

    found = why(store, subject, predicate, object)
    if found is None:
        return ""
    return to_json(to_data(store, found, language)) if form == "json" else to_text(store, found, language)


def validation_text(
    store: Store, *, owl: bool, language: str, form: Literal["text", "json", "turtle"], columns_wide: int
) -> tuple[str, bool, str]:
    """The report of what is not valid, whether all is, and what could not be checked ('' where all was)."""
    from queries.validation import to_text, validate

    found = validate(store, owl=owl)
    text = to_text(store, found, form=form, language=language, columns_wide=columns_wide)
    return text, len(found.findings) == 0, found.skipped


def export_to(
    store: Store,
    form: ExportFormat | Literal["csv", "parquet"],
    output: Path | None,
    *,
    entities: Sequence[str],
    kinds: Sequence[str],
    documents: Sequence[str],
    language: str = "en",
) -> None:
    """Writes the graph, or the part that names select, to ``output`` (None: standard output), whole or not at all.

    Raises UnknownValue, UnknownName, TablesMissing, OSError.
    """
    import sys

    from graph.export import export, export_tables
    from graph.exports.selection import Selection
    from graph.whole import whole
    from ontology.kinds import kind
    from queries.resolve import entities as found

    chosen = Selection(
        tuple(iri for text in entities for iri in found(store, text)),
        tuple(kind(name).name for name in kinds),
        tuple(iri for text in documents for iri in found(store, text)),
    )
    if form == "csv" or form == "parquet":
        assert output is not None
        export_tables(store, form, output, selection=chosen)
    elif output is None or str(output) == "-":
        export(store, form, sys.stdout.buffer, selection=chosen, language=language)
    else:
        with whole(output) as file:
            export(store, form, file, selection=chosen, language=language)
