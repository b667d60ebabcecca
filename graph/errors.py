"""What can go wrong between facts and answers, each with the data it is about."""

from __future__ import annotations

from pathlib import Path

from ontology.errors import PalermoError


class StoreMissing(PalermoError):
    """There is no store at ``path``."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"There is no graph in {path}. Run 'palermo build' first, or name another one with --store.")
        self.path = path


class StoreDamaged(PalermoError):
    """The store at ``path`` cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"The graph in {path} cannot be read ({reason}). Run 'palermo build --force' to make it anew.")
        self.path = path
        self.reason = reason


class StoreForeign(PalermoError):
    """``path`` holds something that Palermo did not write."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} exists and is not a graph of Palermo. Name another place with --store.")
        self.path = path


class StoreBusy(PalermoError):
    """Another build is writing the store at ``path``."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Another build is writing {path}. Wait until it has ended, or build into another place with --store."
        )
        self.path = path


class StoreUnwritable(PalermoError):
    """The store at ``path`` could not be written: full disk, missing permission."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Could not write the graph in {path}: {reason}. What was in it before is unchanged. "
            "Free some space or choose another place with --store, then build again."
        )
        self.path = path
        self.reason = reason


class NothingRead(PalermoError):
    """None of the sources of a build could be read; ``failures`` says why for each."""

    def __init__(self, failures: list[tuple[str, str]]) -> None:
        reasons = "\n".join(f"  {source}: {reason}" for source, reason in failures)
        super().__init__(f"Nothing could be read, so the graph is left as it was:\n{reasons}")
        self.failures = failures


class ExtractionStopped(PalermoError):
    """A process that read documents was ended from outside, most often for want of memory."""

    def __init__(self) -> None:
        super().__init__(
            "A process that read the documents was stopped, most often because memory ran out. "
            "The graph is left as it was. Build again with fewer or smaller documents."
        )


class QueryRefused(PalermoError):
    """A SPARQL query that will not be run; ``reason`` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"This query is refused: {reason}")
        self.reason = reason


class QueryInvalid(PalermoError):
    """A SPARQL query that does not follow the grammar; ``line`` and ``column`` count from 1 where they are known."""

    def __init__(self, reason: str, line: int | None = None, column: int | None = None) -> None:
        where = "" if line is None else f" at line {line}, column {column}"
        super().__init__(f"This is not valid SPARQL{where}: {reason}")
        self.reason = reason
        self.line = line
        self.column = column


class QueryTimeout(PalermoError):
    """A query that ran longer than ``seconds``."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"The query took longer than {seconds:g} seconds. Narrow it down, add LIMIT, or allow more time."
        )
        self.seconds = seconds


class QueryCrashed(PalermoError):
    """A query that brought down the process that evaluated it."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            f"The query could not be evaluated ({detail}). Simplify it: fewer nested groups, fewer patterns."
        )
        self.detail = detail
