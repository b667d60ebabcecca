"""A store elsewhere: any SPARQL 1.1 endpoint that a build of ours has filled (see ``graph.layout``)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from graph import generation, iris, layout
from graph.address import address
from graph.corrections import Correction, parse
from graph.entities import Name
from graph.errors import AnswerIncomplete, QueryInvalid, StoreMissing, StoreRefuses
from graph.guard import Query, check, tokens
from graph.index import Found, Hit, fold, search, writing
from graph.protocol import JSON, TIMEOUT, Client
from graph.store import Label, Store
from graph.worker import Answer, GraphFormat, ResultFormat, without_controls, write_triples

if TYPE_CHECKING:
    import pyoxigraph

    from graph.store import Row

AT_ONCE = 5000  # rows asked for in one go: servers cut answers off, Virtuoso at 10,000
_LISTED = 500  # nodes named in one query
_TRIPLES = "application/n-triples, text/plain;q=0.5"


class RemoteStore(Store):
    """The version of a store elsewhere that was current when it was opened."""

    def __init__(self, client: Client, version: str, place: str) -> None:
        self.place = place
        self._client = client
        self._held = ExitStack()
        self._all = layout.all_triples(version)
        self._words = layout.all_words(version)

    @classmethod
    def at(cls, name: str) -> RemoteStore:
        """The store at an address. Raises AddressInvalid, StoreMissing, and what asking can fail with."""
        client = Client(address(name))
        try:
            found = versions(client)
            if not found:
                raise StoreMissing(client.address.shown)
            return cls(client, layout.named(found[0]), name)
        except BaseException:
            client.close()
            raise

    def close(self) -> None:
        self._held.close()
        self._client.close()

    def _select(self, sparql: str, planned: Sequence[str]) -> list[Row]:
        named = self.graphs() if "GRAPH" in sparql else []
        return select(self._client, sparql, default=[self._all, *planned], named=named)

    def _labels(self, wanted: Sequence[str]) -> Iterator[tuple[str, Label]]:
        for first in range(0, len(wanted), _LISTED):
            listed = " ".join(f"<{iri}>" for iri in wanted[first : first + _LISTED] if _is_plain(iri))
            query = f"SELECT ?iri ?name {{ VALUES ?iri {{ {listed} }} ?iri skos:prefLabel ?name }}"
            for graph in (self._all, iris.AUTHORITY_GRAPH):
                for row in select(self._client, query, default=[graph]):
                    name = cast("pyoxigraph.Literal", row["name"])
                    yield _text(row["iri"]), Label(name.value, name.language, graph != self._all)

    def names(self, text: str) -> list[Found]:
        folded = fold(text)
        rows = self._noted(f"<{layout.name_node(folded)}> <{layout.NAMED}> ?noted")
        return _found(row for row in rows if row[0] == folded)

    @cached_property
    def index(self) -> Path:
        """A copy of the names, for what is more than a look-up; it goes when the store is closed."""
        import tempfile

        rows = sorted(json.loads(_text(row["o"])) for row in scan(self._client, self._words, f"?s <{layout.NAMED}> ?o"))
        path = Path(self._held.enter_context(tempfile.TemporaryDirectory(prefix="palermo-")), generation.INDEX)
        with writing(path) as index:
            index.add(None, None, (Name(*row[1:]) for row in rows), ())
        return path

    def search_text(self, text: str, limit: int = 20) -> list[Hit]:
        """As the embedded store finds them; of sentences the shortest first, as a store elsewhere knows no better."""
        words = fold(text).split()
        return [*search(self.index, text, limit), *self._sentences(words, limit)] if words else []

    def sentences_like(self, beginnings: Sequence[str], limit: int) -> list[Hit]:
        """As the embedded store finds them, but those with most of the words first."""
        begun = [f" {word}" for word in dict.fromkeys(map(fold, beginnings)) if word]
        found = self._noting(" || ".join(map(_says, begun))) if begun else []
        found.sort(key=lambda hit: (-sum(word in f" {fold(hit.text)}" for word in begun), len(hit.text), hit.iri))
        return found[:limit]

    def _sentences(self, words: Sequence[str], limit: int) -> list[Hit]:
        found = self._noting(" && ".join(_says(f" {word} ") for word in words))
        return sorted(found, key=lambda hit: (len(hit.text), hit.iri))[:limit]

    def _noting(self, tests: str) -> list[Hit]:
        """The sentences that pass tests of what is noted of them."""
        query = f"SELECT ?iri ?noted {{ ?iri <{layout.SAID}> ?noted FILTER({tests}) }}"
        rows = select(self._client, query, default=[self._words])
        found = [(_text(row["iri"]), json.loads(_text(row["noted"]).partition("\t")[2])) for row in rows]
        return [Hit("sentence", iri, t, la, document=d, passage=p) for iri, (t, la, p, d) in found]

    def _noted(self, pattern: str) -> list[list[Any]]:
        rows = select(self._client, f"SELECT ?noted {{ {pattern} }}", default=[self._words])
        return [json.loads(_text(row["noted"])) for row in rows]

    def text(self, document: str) -> str | None:
        if not _is_plain(document):
            return None
        query = f"SELECT ?chunk {{ <{document}> <{layout.TEXT}> ?chunk }}"
        chunks = [_text(row["chunk"]) for row in select(self._client, query, default=[self._words])]
        return layout.unpacked(chunks) if chunks else None

    @cached_property
    def manifest(self) -> Mapping[str, Any]:
        entries = self._noted(f"?document <{layout.ENTRY}> ?noted")
        documents = sorted(cast("list[dict[str, Any]]", entries), key=lambda entry: str(entry["key"]))
        return {"digest": documents[0]["digest"], "documents": documents}

    @contextmanager
    def quad_files(self) -> Iterator[Sequence[Path]]:
        import tempfile

        with tempfile.TemporaryDirectory(prefix="palermo-") as folder:
            yield [self._fetched(graph, Path(folder, f"{n:06d}.nq")) for n, graph in enumerate(self.graphs())]

    def graphs(self) -> list[str]:
        """IRIs of the named graphs, sorted."""
        return sorted(graph for graph in contents(self._client) if graph.startswith(iris.GRAPH))

    def _fetched(self, graph: str, path: Path) -> Path:
        path.write_text(nquads(self._client, graph), encoding="utf-8")
        return path

    @cached_property
    def quad_store(self) -> pyoxigraph.Store:
        import pyoxigraph

        from graph.quads import in_default_graph

        copy = pyoxigraph.Store()
        with self.quad_files() as files:
            for path in files:
                named = path.read_bytes()
                planned = f" <{iris.PLANNED_GRAPHS}".encode() in named[: named.find(b"\n")]
                for quads in (named,) if planned else (named, in_default_graph(named)):
                    copy.bulk_load(quads, pyoxigraph.RdfFormat.N_QUADS, lenient=True)
        return copy

    def evaluate(self, query: Query, timeout: float, *, results: ResultFormat, graph: GraphFormat) -> Answer:
        """The answer to a query that has passed the guard."""
        words = {token.keyword for token in tokens(query.text)}
        default = [] if "FROM" in words else [self._all]
        named = self.graphs() if "GRAPH" in words and "FROM" not in words else []
        form = "table" if query.form in ("SELECT", "ASK") else "graph"
        text = _declared(query.text)
        accept = JSON if form == "table" else _TRIPLES
        try:
            data = self._client.query(text, default=default, named=named, accept=accept, timeout=timeout)
        except StoreRefuses as error:
            if error.status == 400:
                raise QueryInvalid(error.reason) from error
            raise
        if form == "table":
            return Answer(query.form, results, _results(self._client, data, query, results))
        return Answer(query.form, graph, _graph(self._client, data, graph))


def evaluate(name: str, sparql: str, timeout: float, *, results: ResultFormat, graph: GraphFormat) -> Answer:
    """The answer of the store at an address to a stranger's query; see :func:`graph.store.evaluate`."""
    query = check(sparql)
    with RemoteStore.at(name) as store:
        return store.evaluate(query, timeout, results=results, graph=graph)


def versions(client: Client) -> list[str]:
    """What was named current, the last first: a number and what identifies the version."""
    query = f"SELECT ?version {{ <{layout.STORE}> <{layout.CURRENT}> ?version }}"
    return sorted((_text(row["version"]) for row in select(client, query, default=[layout.STATE])), reverse=True)


def contents(client: Client) -> dict[str, str]:
    """The graphs that are there whole, each with the hash of its content."""
    rows = scan(client, layout.STATE, f"?s <{layout.SHA256}> ?o")
    return {_text(row["s"]): _text(row["o"]) for row in rows}


def nquads(client: Client, graph: str) -> str:
    """One named graph as sorted N-Quads."""
    rows = scan(client, graph, "?s ?p ?o")
    return "".join(sorted(f"{_back(row['s'])} {row['p']} {_back(row['o'])} <{graph}> .\n" for row in rows))


def corrections_at(client: Client) -> dict[str, Correction] | None:
    """What people said of facts, by the IRI of the fact; None where there is no store yet."""
    if not versions(client):
        return None
    known = iris.CORRECTIONS_GRAPH in contents(client)
    return parse(nquads(client, iris.CORRECTIONS_GRAPH).encode("utf-8")) if known else {}


def select(client: Client, sparql: str, *, default: Sequence[str], named: Sequence[str] = ()) -> list[Row]:
    """Rows of a query of our own on these graphs. Raises AnswerIncomplete where the answer is cut off."""
    data = client.query(_declared(sparql), default=default, named=named, timeout=TIMEOUT)
    found = _solutions(client, data)
    names = [variable.value for variable in found.variables]
    try:
        return [dict(zip(names, solution, strict=True)) for solution in found]
    except (SyntaxError, ValueError) as error:  # the server's own time was over, and it had begun to answer
        raise AnswerIncomplete(client.address.shown, "it breaks off.") from error


def scan(client: Client, graph: str, pattern: str) -> list[Row]:
    """All ?s ?p ?o of a pattern in one graph, however many: by parts of the subjects, no answer too large to be given.

    Raises AnswerIncomplete where they are not as many as the server counts.
    """
    count = number(client, f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}", default=[graph])
    digits = 0
    while count > AT_ONCE * 16**digits // (4 if digits else 1):  # no part is much larger than the others
        digits += 1
    rows: list[Row] = []
    for part in range(16**digits):
        test = f'FILTER(SUBSTR(MD5(STR(?s)), 1, {digits}) = "{part:0{digits}x}")' if digits else ""
        rows += select(client, f"SELECT * {{ {pattern} {test} }}", default=[graph])
    if len(rows) != count:
        raise AnswerIncomplete(client.address.shown, f"{len(rows):,} of {count:,} rows of {graph}.")
    return rows


def number(client: Client, sparql: str, *, default: Sequence[str]) -> int:
    """The one number ?n that a query gives."""
    return int(_text(select(client, sparql, default=default)[0]["n"]))


def _declared(sparql: str) -> str:
    """A query that declares the prefixes it uses, since other engines have none of ours.

    A name with a backslash, graph:document\\/note.txt, which Virtuoso does not read, is written as the IRI that it is.
    """
    found = list(tokens(sparql))
    own = {name.text[:-1] for before, name in pairwise(found) if before.keyword == "PREFIX"}
    missing = set()
    for token in reversed([token for token in found if token.kind == "name"]):
        prefix, _, local = token.text.partition(":")
        if prefix in own or prefix not in iris.PREFIXES:
            continue
        missing.add(prefix)
        if "\\" in local:
            end = token.start + len(token.text)
            sparql = f"{sparql[: token.start]}<{iris.PREFIXES[prefix]}{local.replace(chr(92), '')}>{sparql[end:]}"
    return "".join(f"PREFIX {name}: <{iris.PREFIXES[name]}>\n" for name in sorted(missing)) + sparql


def _solutions(client: Client, data: bytes) -> pyoxigraph.QuerySolutions:
    import pyoxigraph

    try:
        found = pyoxigraph.parse_query_results(data, format=pyoxigraph.QueryResultsFormat.JSON)
    except (SyntaxError, ValueError) as error:
        raise AnswerIncomplete(client.address.shown, "it is no result of a query, or breaks off.") from error
    if not isinstance(found, pyoxigraph.QuerySolutions):
        raise QueryInvalid("it is no SELECT query")
    return found


def _results(client: Client, data: bytes, query: Query, format: ResultFormat) -> bytes:
    """A result in the format asked for, written by us: servers write these formats each in their own way."""
    import pyoxigraph

    if query.form == "ASK":
        data = json.dumps({"head": {}, "boolean": _is_true(client, data)}).encode()
    try:
        found = pyoxigraph.parse_query_results(data, format=pyoxigraph.QueryResultsFormat.JSON)
        written = found.serialize(format=getattr(pyoxigraph.QueryResultsFormat, format.upper()))
    except (SyntaxError, ValueError) as error:
        raise AnswerIncomplete(client.address.shown, "it is no result of a query, or breaks off.") from error
    return without_controls(bytes(written or b"")) if format == "xml" else bytes(written or b"")


def _is_true(client: Client, data: bytes) -> bool:
    """What an ASK says; Virtuoso at times answers with a row that holds 1."""
    try:
        answer = json.loads(data)
        if "boolean" in answer:
            return bool(answer["boolean"])
        cells = [cell["value"] for row in answer["results"]["bindings"] for cell in row.values()]
    except (ValueError, KeyError, TypeError) as error:
        raise AnswerIncomplete(client.address.shown, "it is no result of a query, or breaks off.") from error
    return cells == ["1"]


def _graph(client: Client, data: bytes, format: GraphFormat) -> bytes:
    import io

    import pyoxigraph

    try:
        triples = pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.N_TRIPLES, lenient=True)
        lines = sorted({f"{quad.triple} .\n" for quad in triples})
    except SyntaxError as error:
        raise AnswerIncomplete(client.address.shown, "it is no graph, or breaks off.") from error
    out = io.BytesIO()
    write_triples(lines, format, out)
    return out.getvalue()


def _says(words: str) -> str:
    """A test that folded words, which need no escape, stand in a sentence."""
    return f'CONTAINS(STRBEFORE(?noted, "\\t"), "{words}")'


def _found(rows: Iterable[Sequence[Any]]) -> list[Found]:
    """One row for each entity, sorted by IRI, its preferred name first; a row is (folded, *what the index notes)."""
    ranked = sorted(rows, key=lambda row: (row[1], not row[4], row[5], row[2]), reverse=True)
    return list({row[1]: Found(row[1], row[2], row[5]) for row in ranked}.values())[::-1]


def _text(term: object) -> str:
    return cast("pyoxigraph.NamedNode | pyoxigraph.Literal", term).value


def _back(term: object) -> str:
    """A term as N-Quads, blank nodes as such again (see ``layout.GENID``)."""
    text = str(term)
    return f"_:{text[1 + len(layout.GENID) : -1]}" if text.startswith(f"<{layout.GENID}") else text


def _is_plain(iri: str) -> bool:
    """Whether an IRI can stand in a query between < and >."""
    return not any(character in '<>"{}|^`\\' or character <= " " for character in iri)
