"""What can go wrong between facts and answers, each with the data it is about."""

from __future__ import annotations

from pathlib import Path

from ontology.errors import PalermoError


class StoreMissing(PalermoError):
    """There is no store at ``path``."""

    def __init__(self, path: Path | str) -> None:
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
    """Another build, ``holder`` where it is known, is writing the store at ``path``."""

    def __init__(self, path: Path | str, holder: str = "") -> None:
        who = f"Another build ({holder})" if holder else "Another build"
        dead = " If that build was killed, build with --force." if holder else ""
        super().__init__(
            f"{who} is writing {path}. Wait until it has ended, or build into another place with --store.{dead}"
        )
        self.path = path
        self.holder = holder


class StoreUnwritable(PalermoError):
    """The store at ``path`` could not be written: full disk, missing permission."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Could not write the graph in {path}: {reason}. What was in it before is unchanged. "
            "Free some space or choose another place with --store, then build again."
        )
        self.path = path
        self.reason = reason


class StoreOutdated(PalermoError):
    """The store at ``path`` was built by another version of the program."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"The graph in {path} was built by another version of Palermo. Run 'palermo build' first.")
        self.path = path


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


class AddressInvalid(PalermoError):
    """An address that cannot be used, and why."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"{address}: {reason}")
        self.address = address
        self.reason = reason


class StoreUnreachable(PalermoError):
    """The store at ``address`` does not answer, also not when asked again."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"{address} does not answer ({reason}). Check the address, or try again later.")
        self.address = address
        self.reason = reason


class StoreClosed(PalermoError):
    """The store at ``address`` does not let us in."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"{address} asks for other credentials. Set PALERMO_STORE_USER and PALERMO_STORE_PASSWORD, "
            "or PALERMO_STORE_TOKEN."
        )
        self.address = address


class StoreRefuses(PalermoError):
    """The store at ``address`` answers with an error: its ``status`` in HTTP, and its own words."""

    def __init__(self, address: str, status: int, reason: str) -> None:
        super().__init__(f"{address} refuses this with status {status}: {reason}")
        self.address = address
        self.status = status
        self.reason = reason


class AnswerIncomplete(PalermoError):
    """The store at ``address`` gave a part of an answer, which is worse than none."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"{address} gave a part of the answer only: {reason}")
        self.address = address
        self.reason = reason
