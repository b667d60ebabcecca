"""SPARQL as people type it: evaluated apart, read-only, within a time, and written in the form that was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from graph.errors import QueryInvalid
from queries.render import render
from queries.text import escaped, printable

if TYPE_CHECKING:
    from graph.store import Place

Format = Literal["table", "json", "xml", "csv", "tsv", "md", "turtle", "ntriples"]
FORMATS: tuple[Format, ...] = ("table", "json", "xml", "csv", "tsv", "md", "turtle", "ntriples")


@dataclass(frozen=True, slots=True)
class Result:
    """What to print, and whether the query found anything: false for a SELECT, CONSTRUCT or DESCRIBE without rows."""

    text: str
    found: bool


def run(store: Place, query: str, *, timeout: float, form: Format, columns_wide: int, terminal: bool) -> Result:
    """The result of a read-only query of a stranger on a store (folder or address), within ``timeout`` seconds.

    SELECT and ASK come as table or Markdown, or in the W3C formats json, xml, csv and tsv; CONSTRUCT and DESCRIBE as
    N-Triples, or as Turtle where that is asked for. On a terminal no control character of a document is sent as it
    stands. Raises QueryRefused, QueryInvalid, QueryTimeout, QueryCrashed.
    """
    from graph.guard import check
    from graph.store import evaluate

    kind = check(query).form
    if kind in ("CONSTRUCT", "DESCRIBE"):
        if form not in ("table", "tsv", "turtle", "ntriples"):
            raise QueryInvalid(f"{kind} gives a graph, which --format {form} cannot hold. Take turtle or ntriples.")
        answer = evaluate(store, query, timeout, graph="ttl" if form == "turtle" else "nt")
        return _checked(answer.data.decode("utf-8"), terminal=terminal)
    if form in ("turtle", "ntriples"):
        raise QueryInvalid(f"{kind} gives rows, which --format {form} cannot hold. Take table, json, csv or another.")
    if form in ("table", "md"):
        return _table(evaluate(store, query, timeout, results="json").data, form, columns_wide)
    answer = evaluate(store, query, timeout, results=cast(Literal["json", "xml", "csv", "tsv"], form))
    found = kind == "ASK" or _has_rows(answer.data, form)
    text = answer.data.decode("utf-8")
    if form == "json":
        return Result(_ended(escaped(text)), found)
    return Result(_ended(printable(text) if terminal else text), found)


def _checked(text: str, *, terminal: bool) -> Result:
    return Result(printable(text) if terminal else text, text.strip() != "")


def _ended(text: str) -> str:
    return text if text.endswith("\n") else text + "\n"


def _table(data: bytes, form: str, columns_wide: int) -> Result:
    import json

    results = json.loads(data)
    if "boolean" in results:
        return Result(f"{str(results['boolean']).lower()}\n", True)
    columns = results["head"]["vars"]
    rows = [{c: str(b[c]["value"]) if c in b else "" for c in columns} for b in results["results"]["bindings"]]
    return Result(render(columns, rows, form=form, columns_wide=columns_wide), len(rows) > 0)


def _has_rows(data: bytes, form: str) -> bool:
    if form == "xml":
        return b"<result>" in data
    if form == "json":
        return b'"bindings":[]' not in data.replace(b" ", b"")
    return len(data.splitlines()) > 1
