"""Runs a function in a child process beside this one, for work that needs nothing from the rest."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from contextlib import suppress

from graph import process
from graph.errors import ExtractionStopped
from ontology.errors import PalermoError


class Aside:
    """A child process that runs ``function`` and ends; what it writes to disk is its result."""

    def __init__(self, function: Callable[[], None]) -> None:
        self._message, message = os.pipe()
        parent = os.getpid()
        with process.interrupts_held():
            self._child: int | None = os.fork()
            if self._child == 0:
                signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent gets it too, and stops us
        if self._child == 0:
            try:
                process.die_with_parent(parent)
                function()
                os._exit(0)
            except BaseException as error:  # noqa: BLE001 - the parent tells of it
                number = getattr(error, "errno", None)
                os.write(message, json.dumps([isinstance(error, OSError), number, str(error)]).encode()[:4000])
            finally:
                os._exit(1)
        os.close(message)

    def join(self) -> None:
        """Waits for the end. Raises OSError as the function did, PalermoError for what else it raised."""
        if self._child is None:
            return
        with os.fdopen(os.dup(self._message), "rb") as pipe:
            message = pipe.read()
        if self._wait() == 0:
            return
        if message == b"":
            raise ExtractionStopped
        system, number, text = json.loads(message)
        raise OSError(number, text) if system else PalermoError(text)

    def stop(self) -> None:
        """Ends the child, if it still runs."""
        if self._child is not None:
            with suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGKILL)
            self._wait()

    def _wait(self) -> int:
        child, self._child = self._child, None
        os.close(self._message)
        return 0 if child is None else os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
