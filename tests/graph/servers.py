"""SPARQL servers that are not ours, on loopback, for as long as a test runs."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

VIRTUOSO = """
[Database]
DatabaseFile = {folder}/v.db
ErrorLogFile = {folder}/v.log
LockFile = {folder}/v.lck
TransactionFile = {folder}/v.trx
xa_persistent_file = {folder}/v.pxa
FileExtend = 20
[TempDatabase]
DatabaseFile = {folder}/t.db
TransactionFile = {folder}/t.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
CheckpointInterval = 0
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 6
[SPARQL]
ResultSetMaxRows = 10000
"""


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def oxigraph() -> Iterator[str]:
    """The address of an Oxigraph server; skips where its package is not installed."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if program is None:
        pytest.skip("the Oxigraph server (PyPI: oxigraph) is not installed")
    port = free_port()
    command = [program, "serve", "--bind", f"127.0.0.1:{port}"]
    with running(command, f"http://127.0.0.1:{port}/query"):
        yield f"http://127.0.0.1:{port}/query"


@contextmanager
def virtuoso(folder: Path) -> Iterator[str]:
    """The address of a Virtuoso server that lets everybody write; skips where it is not installed."""
    if shutil.which("virtuoso-t") is None or shutil.which("isql-vt") is None:
        pytest.skip("Virtuoso (Debian: virtuoso-opensource) is not installed")
    sql, http = free_port(), free_port()
    (folder / "v.ini").write_text(VIRTUOSO.format(folder=folder, sql=sql, http=http), encoding="ascii")
    command = ["virtuoso-t", "+configfile", str(folder / "v.ini"), "+foreground"]
    address = f"http://127.0.0.1:{http}/sparql"
    with running(command, address):
        grant = ["isql-vt", str(sql), "dba", "dba", 'exec=grant SPARQL_UPDATE to "SPARQL";']
        subprocess.run(grant, check=True, capture_output=True, timeout=60)
        yield address


@contextmanager
def running(command: list[str], address: str) -> Iterator[None]:
    """Runs a server until the block ends; fails where it does not begin to answer."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            for _ in range(600):
                if answers(address):
                    break
                assert server.poll() is None, f"{command[0]} stopped with {server.returncode}"
                time.sleep(0.1)
            else:
                pytest.fail(f"{command[0]} does not answer")
            yield
        finally:
            server.kill()


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}?query=ASK%7B%7D", timeout=5):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
