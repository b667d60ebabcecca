"""The graph for those who write Python: ``from graph import KnowledgeGraph``.

    >>> kg = KnowledgeGraph.open()
    >>> kg.query("chairs", body="ICAT", year=2018)
    body  chair   year  document  paragraph  quote
    …

Results show themselves as tables and cards in a notebook, and turn into frames of pandas.
"""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from graph.store import Place, Store, place
from queries.cards import WIDE, Answered, Card, Found, LibraryMissing, Picture, Table

if TYPE_CHECKING:
    import networkx
    import rdflib

VARIABLE, DEFAULT = "PALERMO_STORE", "palermo.store"


class KnowledgeGraph:
    """A store opened to read. ``lang`` ('en', 'fr') is the language of labels wherever none is given."""

    def __init__(self, store: Store, name: Place, *, lang: str = "en") -> None:
        self.store = store
        self.place = name
        self.lang = lang

    @classmethod
    def open(cls, name: str | Path | None = None, *, lang: str = "en") -> Self:
        """The store in a folder or at the address of a SPARQL 1.1 store; without a name, of the variable PALERMO_STORE,
        else palermo.store where you are. Raises StoreMissing, and what else opening a store can fail with."""
        given = os.environ.get(VARIABLE) or DEFAULT if name is None else name
        where = place(given) if isinstance(given, str) else given
        return cls(Store.open(where), where, lang=lang)

    def close(self) -> None:
        """Lets go of files and connections; a ``with`` block does it by itself."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"KnowledgeGraph({str(self.place)!r})"

    def queries(self, *, lang: str | None = None) -> Table:
        """The queries of the catalogue: name, columns, and the question each answers."""
        from queries.answers import catalogue_answer

        return Table.of(catalogue_answer(lang or self.lang))

    def query(self, name: str, /, *, lang: str | None = None, **params: object) -> Found:
        """The rows of a query of the catalogue: ``kg.query("chairs", body="ICAT", year=2018)``.

        A value is a name, acronym, symbol or IRI in either language; a date or its beginning; a number; words. Raises
        UnknownQuery, UnknownColumn and UnknownValue, each with near matches.
        """
        from queries.catalogue import require
        from queries.rows import run

        query = require(name)
        given = {column: str(value) for column, value in params.items()}
        return Found(query.columns, tuple(run(self.store, query, given, language=lang or self.lang)))

    def show(self, entity: str, *, lang: str | None = None) -> Card:
        """All that is known of an entity, with its sources. Raises UnknownValue, with near matches."""
        from queries.show import page

        return Card(page(self.store, entity, language=lang or self.lang))

    def ask(self, question: str) -> Answered:
        """The answer to a question in plain words, English or French, with its evidence; see :mod:`queries.asking`."""
        from queries.asking.ask import ask
        from queries.asking.show import to_text

        outcome = ask(self.store, question)
        return Answered(outcome, to_text(self.store, outcome, columns_wide=WIDE, bold=False, explained=False))

    def view(self, *names: str, depth: int = 1, limit: int = 150, lang: str | None = None) -> Picture:
        """The surroundings of entities as an interactive page. Raises UnknownValue, with near matches."""
        from graph.view.select import Bounds
        from queries.view import view, wanted

        what = wanted(names, flags=(), path=None, sparql=None, depth=depth, bounds=Bounds(limit))
        return Picture(view(self.store, what, language=lang or self.lang).html or "")

    def search(self, text: str, *, limit: int = 20, lang: str | None = None) -> Table:
        """Entities and passages with all words of ``text``, accents and case aside; at most ``limit`` of each."""
        from queries.answers import search_answer

        return Table.of(search_answer(self.store, text, language=lang or self.lang, limit=limit))

    def stats(self, *, lang: str | None = None) -> Table:
        """What the store holds, counted."""
        from queries.answers import stats_answer

        return Table.of(stats_answer(self.store, language=lang or self.lang))

    def sparql(self, query: str, *, timeout: float = 60.0) -> Table:
        """The rows of a read-only SPARQL SELECT, within ``timeout`` seconds. Raises QueryRefused, QueryInvalid,
        QueryTimeout, QueryCrashed."""
        import json

        from graph.errors import QueryInvalid
        from graph.store import evaluate

        found = json.loads(evaluate(self.place, query, timeout).data) if _is_select(query) else None
        if found is None:
            raise QueryInvalid("only SELECT gives rows.")
        columns = tuple(found["head"]["vars"])
        bindings = found["results"]["bindings"]
        return Table(columns, tuple({c: str(b[c]["value"]) if c in b else "" for c in columns} for b in bindings))

    def dataset(self) -> rdflib.Dataset:
        """The store as a Dataset of rdflib, to read: its default graph holds each triple of any graph once.

        Of a store elsewhere it is a copy in memory. Raises LibraryMissing.
        """
        try:
            import rdflib
            from oxrdflib import OxigraphStore
        except ModuleNotFoundError as error:
            raise LibraryMissing(error.name or "oxrdflib") from error
        return rdflib.Dataset(store=OxigraphStore(store=self.store.quad_store))

    def networkx(self, *, lang: str | None = None) -> networkx.MultiDiGraph[str]:
        """The entities as nodes (IRIs) and the facts that tie two of them as edges: see ``queries.network``."""
        from queries.network import network

        return network(self.store, language=lang or self.lang)


def _is_select(query: str) -> bool:
    from graph.guard import check

    return check(query).form == "SELECT"
