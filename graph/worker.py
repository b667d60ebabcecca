"""Evaluates the SPARQL of strangers in a child process, which may crash or be killed without harm."""

from __future__ import annotations

import faulthandler
import os
import re
import select
import signal
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal, NoReturn, cast

from graph import generation, iris, process
from graph.errors import QueryCrashed, QueryInvalid, QueryRefused, QueryTimeout, StoreDamaged
from graph.guard import Form, Query, check

if TYPE_CHECKING:
    from graph.store import Row

ResultFormat = Literal["json", "xml", "csv", "tsv"]
GraphFormat = Literal["nt", "ttl"]
TIMEOUT = 60.0  # seconds
MEMORY = 2 << 30  # bytes
MAX_RESULT = 256 << 20  # bytes
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_FAILED = 3  # exit status of a child that left a message


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of a query, serialised in ``format``: of results for SELECT and ASK, of graphs for the others."""

    form: Form
    format: ResultFormat | GraphFormat
    data: bytes


def evaluate(
    store: Path,
    sparql: str,
    timeout: float = TIMEOUT,
    *,
    results: ResultFormat = "json",
    graph: GraphFormat = "nt",
    memory: int = MEMORY,
) -> Answer:
    """Evaluates a read-only query on the store at ``store``.

    Its default graph holds each triple of any graph once, unless the query names its own graphs with FROM.
    ``timeout`` is in seconds, ``memory`` in bytes. Raises QueryRefused, QueryInvalid, QueryTimeout, QueryCrashed, and
    what opening a store raises. Ctrl-C ends the child and goes on as KeyboardInterrupt.
    """
    query = check(sparql)
    format_: ResultFormat | GraphFormat = results if query.form in ("SELECT", "ASK") else graph
    job = _Job(generation.current(store) / generation.QUADS, query, format_, timeout, memory, os.getpid())
    output, output_end = os.pipe()
    message, message_end = os.pipe()
    child = os.fork()
    if child == 0:
        _child(job, output_end, message_end)
    os.close(output_end)
    os.close(message_end)
    try:
        data = _collect(output, time.monotonic() + timeout, timeout)
        problem = _read_all(message)
    except BaseException:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.close(output)
        os.close(message)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status != 0:
        raise _failure(store, status, problem.decode("utf-8", "replace"), timeout)
    return Answer(query.form, format_, without_controls(data) if format_ == "xml" else data)


def rows(store: Path, sparql: str, timeout: float = TIMEOUT, *, memory: int = MEMORY) -> tuple[list[str], list[Row]]:
    """The variables and rows of a stranger's SELECT. Raises as :func:`evaluate`, and QueryInvalid for other forms."""
    import pyoxigraph

    if check(sparql).form != "SELECT":
        raise QueryInvalid("only SELECT gives rows.")
    answer = evaluate(store, sparql, timeout, memory=memory)
    found = pyoxigraph.parse_query_results(answer.data, format=pyoxigraph.QueryResultsFormat.JSON)
    solutions = cast(pyoxigraph.QuerySolutions, found)
    names = [variable.value for variable in solutions.variables]
    return names, [dict(zip(names, solution, strict=True)) for solution in solutions]


def _collect(pipe: int, deadline: float, timeout: float) -> bytes:
    """All that the child writes before ``deadline``; raises QueryTimeout, and QueryRefused where it is too much."""
    chunks: list[bytes] = []
    size = 0
    while True:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([pipe], [], [], left)[0]:
            raise QueryTimeout(timeout)
        chunk = os.read(pipe, 1 << 20)
        if chunk == b"":
            return b"".join(chunks)
        chunks.append(chunk)
        size += len(chunk)
        if size > MAX_RESULT:
            raise QueryRefused(f"its result is larger than {MAX_RESULT >> 20} MB. Add LIMIT or narrow it down.")


def _read_all(pipe: int) -> bytes:
    with os.fdopen(os.dup(pipe), "rb") as file:
        return file.read()


def _failure(store: Path, status: int, problem: str, timeout: float) -> Exception:
    kind, _, text = problem.partition(":")
    if status == -signal.SIGXCPU:
        return QueryTimeout(timeout)
    if status != _FAILED:
        name = signal.Signals(-status).name if -status in set(signal.Signals) else str(status)
        return QueryCrashed(f"the engine stopped with {name}, most often because the query is too large")
    if kind == "invalid":
        return _invalid(text)
    if kind == "memory":
        return QueryCrashed("it needs more memory than allowed")
    if kind == "store":
        return StoreDamaged(store, text)
    return QueryCrashed(text)


def _invalid(text: str) -> QueryInvalid:
    """The engine's message without its lists of expected characters, which fill a screen."""
    match = _PLACE.match(text)
    if match is None:
        return QueryInvalid(text[:300])
    line, column, expected = match.groups()
    reason = expected if len(expected) < 100 and "[" not in expected else "the query is not understood from here on"
    return QueryInvalid(reason, int(line), int(column))


def without_controls(data: bytes) -> bytes:
    """XML cannot hold control characters, not even escaped; documents can."""
    return _NO_XML.sub("�", data.decode("utf-8")).encode("utf-8")


@dataclass(frozen=True, slots=True)
class _Job:
    """What a child is to do, and within which limits."""

    folder: Path
    query: Query
    format: ResultFormat | GraphFormat
    timeout: float
    memory: int
    parent: int  # process id


def _child(job: _Job, output: int, message: int) -> NoReturn:
    """Evaluates and never returns: what the child inherited must not be cleaned up twice."""
    status = _FAILED
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent gets it too, and ends us
        faulthandler.disable()
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what the engine prints as it dies is for no reader
        process.die_with_parent(job.parent)
        process.limit(memory=job.memory, seconds=job.timeout)
        with os.fdopen(output, "wb") as stream:
            problem = _answer(job, stream)
        os.write(message, problem.encode("utf-8", "replace")[:4096])
        status = 0 if problem == "" else _FAILED
    except MemoryError:
        os.write(message, b"memory:")
    except BaseException as error:  # noqa: BLE001 - a panic of the engine is a BaseException
        os.write(message, f"crash:{error}".encode("utf-8", "replace")[:4096])
    finally:
        os._exit(status)


def _answer(job: _Job, stream: IO[bytes]) -> str:
    """Writes the serialised result to ``stream``; gives what went wrong ('invalid:…'), '' where nothing did."""
    import pyoxigraph

    try:
        store = pyoxigraph.Store.read_only(str(job.folder))
    except OSError as error:
        return f"store:{error}"
    try:
        found = store.query(job.query.text, prefixes=dict(iris.PREFIXES))
        _serialize(found, job.format, stream)
    except SyntaxError as error:
        return f"invalid:{error}"
    except (ValueError, RuntimeError) as error:  # an unknown function, for example
        return f"invalid:{error}"
    return ""


def _serialize(found: object, format_: str, file: IO[bytes]) -> None:
    import pyoxigraph

    results: Mapping[str, pyoxigraph.QueryResultsFormat] = {
        "json": pyoxigraph.QueryResultsFormat.JSON,
        "xml": pyoxigraph.QueryResultsFormat.XML,
        "csv": pyoxigraph.QueryResultsFormat.CSV,
        "tsv": pyoxigraph.QueryResultsFormat.TSV,
    }
    if isinstance(found, pyoxigraph.QueryTriples):
        lines = sorted({f"{triple} .\n" for triple in found})
        write_triples(lines, format_, file)
    elif isinstance(found, pyoxigraph.QueryBoolean | pyoxigraph.QuerySolutions):
        found.serialize(file, format=results[format_])


def write_triples(lines: list[str], format_: str, file: IO[bytes]) -> None:
    import pyoxigraph

    if format_ == "nt":
        file.write("".join(lines).encode("utf-8"))
    else:
        triples = pyoxigraph.parse("".join(lines), format=pyoxigraph.RdfFormat.N_TRIPLES)
        pyoxigraph.serialize(triples, file, pyoxigraph.RdfFormat.TURTLE, prefixes=dict(iris.PREFIXES))
