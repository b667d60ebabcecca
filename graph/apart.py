"""Reads a source in a child process, so that a library which crashes, loops or eats memory takes nothing with it."""

from __future__ import annotations

import faulthandler
import os
import pickle
import signal
from contextlib import suppress
from typing import NoReturn

from extract import readers
from extract.readers import ReadError, Source
from graph import process

MEMORY = 1 << 30  # bytes
SECONDS = 120.0  # of processor time: a document of a thousand pages takes some ten
ADVICE = "Print it to a new PDF, or save its text alone."


def read_source(data: bytes, name: str) -> Source:
    """What :func:`extract.readers.read_source` gives, from a child process with limits of its own.

    Raises ReadError as it does, and for a file over which the child dies or takes too long; MemoryError.
    """
    result, result_end = os.pipe()
    parent = os.getpid()
    with process.interrupts_held():
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent gets it too, and ends us
    if child == 0:
        os.close(result)
        _child(data, name, parent, result_end)
    os.close(result_end)
    try:
        with os.fdopen(result, "rb") as pipe:
            found = pipe.read()
    except BaseException:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        raise
    finally:
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status != 0 or found == b"":
        raise _stopped(name, status)
    return _result(found)


def _child(data: bytes, name: str, parent: int, result: int) -> NoReturn:
    """Reads and never returns: what the child inherited must not be cleaned up twice."""
    status = 1
    try:
        faulthandler.disable()
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what a library prints as it dies is for no reader
        process.die_with_parent(parent)
        process.limit(memory=MEMORY, seconds=SECONDS)
        found: object
        try:
            found = readers.read_source(data, name)
        except ReadError as error:
            found = (error.source, error.reason, error.advice)
        except MemoryError:
            found = None
        with os.fdopen(result, "wb") as pipe:
            pickle.dump(found, pipe)
        status = 0
    except BaseException as error:  # noqa: BLE001 - the parent tells of it
        with suppress(BaseException), os.fdopen(result, "wb") as pipe:
            pickle.dump((name, f"was not understood ({type(error).__name__}).", ADVICE), pipe)
            status = 0
    finally:
        os._exit(status)


def _result(data: bytes) -> Source:
    found = pickle.loads(data)  # noqa: S301 - our own child wrote it
    if isinstance(found, Source):
        return found
    if found is None:
        raise MemoryError
    source, reason, advice = found
    raise ReadError(source, reason, advice=advice)


def _stopped(name: str, status: int) -> ReadError:
    if status in (-signal.SIGXCPU, -signal.SIGKILL):
        return ReadError(name, "takes too long to read.", advice="Split it, or save its text alone.")
    return ReadError(name, "makes the program that reads such files stop: it is damaged.", advice=ADVICE)
