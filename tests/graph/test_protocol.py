"""The SPARQL protocol against a server that misbehaves: whole answers or clear errors, and no password anywhere."""

from __future__ import annotations

import json
import logging
import threading
from base64 import b64decode
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from graph import address as addresses
from graph.address import Address, address, is_address
from graph.errors import (
    AddressInvalid,
    AnswerIncomplete,
    QueryRefused,
    QueryTimeout,
    StoreClosed,
    StoreRefuses,
    StoreUnreachable,
)
from graph.protocol import Client
from graph.remote import number, scan, select
from ontology.errors import PalermoError
from tests.graph.servers import free_port

SECRET = "hunter2"
ROWS = json.dumps({"head": {"vars": ["n"]}, "results": {"bindings": [{"n": {"type": "literal", "value": "7"}}]}})
Reply = tuple[int, dict[str, str], bytes]
GOOD: Reply = (200, {"Content-Type": "application/sparql-results+json"}, ROWS.encode())


class Server(ThreadingHTTPServer):
    """Gives the replies of its list, the last of them again and again; None waits until the test is over."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.replies: list[Reply | None] = [GOOD]
        self.asked: list[tuple[str, dict[str, str], bytes]] = []
        self.over = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/sparql"


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}, body))
        reply = self.server.replies.pop(0) if len(self.server.replies) > 1 else self.server.replies[0]
        if reply is None:
            self.server.over.wait(30)
            self.close_connection = True
            return
        status, headers, content = reply
        if status == 0:  # hangs up without a word
            self.close_connection = True
            return
        self.send_response(status)
        for name, value in {"Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)
        self.close_connection = int(headers.get("Content-Length", len(content))) != len(content)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr("graph.protocol.PAUSE", 0.0)
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield running
        running.over.set()
        running.shutdown()
        thread.join()


@pytest.fixture
def client(server: Server) -> Iterator[Client]:
    made = Client(address(server.url, {}))
    yield made
    made.close()


def test_a_query_names_its_graphs_and_what_it_wants(server: Server, client: Client) -> None:
    assert client.query("ASK {}", default=["urn:a"], named=["urn:b"]) == ROWS.encode()
    ((path, headers, body),) = server.asked
    assert path == "/sparql"
    assert headers["accept"] == "application/sparql-results+json"
    assert body == b"query=ASK+%7B%7D&default-graph-uri=urn%3Aa&named-graph-uri=urn%3Ab"
    assert "authorization" not in headers


def test_an_update_is_sent_as_it_is(server: Server, client: Client) -> None:
    client.update("INSERT DATA { <a:é> <a:b> 1 }")
    assert server.asked[0][2] == "INSERT DATA { <a:é> <a:b> 1 }".encode()
    assert server.asked[0][1]["content-type"].startswith("application/sparql-update")


@pytest.mark.parametrize("trouble", [(503, {"Retry-After": "0"}, b""), (429, {}, b""), (502, {}, b""), (0, {}, b"")])
def test_trouble_that_passes_is_waited_out(server: Server, client: Client, trouble: Reply) -> None:
    server.replies = [trouble, trouble, GOOD]
    assert client.query("ASK {}") == ROWS.encode()
    assert len(server.asked) == 3


def test_nobody_has_us_wait_for_an_hour(monkeypatch: pytest.MonkeyPatch, server: Server, client: Client) -> None:
    slept: list[float] = []
    monkeypatch.setattr("urllib3.util.retry.time.sleep", slept.append)
    server.replies = [(503, {"Retry-After": "3600"}, b""), GOOD]
    assert client.query("ASK {}") == ROWS.encode()
    assert slept == [30.0]


def test_trouble_that_lasts_is_told(server: Server, client: Client) -> None:
    server.replies = [(503, {}, b"<html><b>We are\n closed</b></html>")]
    with pytest.raises(StoreRefuses, match="status 503: We are closed"):
        client.query("ASK {}")
    assert len(server.asked) == 4
    server.replies = [(0, {}, b"")]
    with pytest.raises((StoreUnreachable, AnswerIncomplete)):
        client.query("ASK {}")


def test_nobody_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.protocol.PAUSE", 0.0)
    with pytest.raises(StoreUnreachable, match=r"does not answer \(Connection refused\)"):
        Client(address(f"http://127.0.0.1:{free_port()}/sparql", {})).query("ASK {}")
    with pytest.raises(StoreUnreachable, match=r"nowhere\.invalid"):
        Client(address("http://nowhere.invalid/sparql", {})).query("ASK {}")


def test_a_silent_server_is_left_after_the_time_and_not_asked_again(server: Server, client: Client) -> None:
    server.replies = [None]
    with pytest.raises(QueryTimeout, match=r"0\.2 seconds"):
        client.query("ASK {}", timeout=0.2)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "reply",
    [
        (200, {}, ROWS.encode()[:-20]),
        (200, {"Content-Length": "1000"}, ROWS.encode()),
        (200, {}, b""),
        (200, {}, b"<html>Welcome!</html>"),
        (200, {"X-SPARQL-MaxRows": "10000"}, ROWS.encode()),
        (200, {"X-SQL-State": "S1TAT", "X-SQL-Message": "Returning incomplete results"}, ROWS.encode()),
    ],
)
def test_a_part_of_an_answer_is_none(server: Server, client: Client, reply: Reply) -> None:
    server.replies = [reply]
    with pytest.raises(AnswerIncomplete, match="part of the answer"):
        select(client, "SELECT ?n {}", default=[])


def test_rows_are_counted(server: Server, client: Client) -> None:
    assert number(client, "SELECT ?n {}", default=[]) == 7
    with pytest.raises(AnswerIncomplete, match="1 of 7 rows"):
        scan(client, "urn:g", "?s ?p ?o")


def test_too_much_is_refused(server: Server, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.protocol.MAX_RESULT", 10)
    with pytest.raises(QueryRefused, match="larger"):
        client.query("ASK {}")


def test_where_it_moved_is_told_and_not_followed(server: Server, client: Client) -> None:
    server.replies = [(301, {"Location": "https://elsewhere.org/sparql"}, b"")]
    with pytest.raises(StoreRefuses, match=r"https://elsewhere\.org/sparql"):
        client.query("ASK {}")
    assert len(server.asked) == 1


@pytest.mark.parametrize("status", [401, 403])
def test_a_closed_door_names_the_variables(server: Server, client: Client, status: int) -> None:
    server.replies = [(status, {}, b"")]
    with pytest.raises(StoreClosed, match="PALERMO_STORE_USER"):
        client.query("ASK {}")


def test_user_and_password_or_a_token(server: Server) -> None:
    Client(address(server.url, {addresses.USER: "ann", addresses.PASSWORD: SECRET})).query("ASK {}")
    Client(address(server.url, {addresses.TOKEN: SECRET})).query("ASK {}")
    basic, bearer = (headers["authorization"] for _, headers, _ in server.asked)
    assert b64decode(basic.removeprefix("Basic ")).decode() == f"ann:{SECRET}"
    assert bearer == f"Bearer {SECRET}"


def test_digest(server: Server) -> None:
    from hashlib import md5
    from urllib.request import parse_http_list, parse_keqv_list

    challenge = 'Digest realm="SPARQL", nonce="abc", opaque="xyz", qop="auth", algorithm="MD5"'
    server.replies = [(401, {"WWW-Authenticate": challenge}, b""), GOOD]
    Client(address(server.url, {addresses.USER: "ann", addresses.PASSWORD: SECRET})).query("ASK {}")
    said = parse_keqv_list(parse_http_list(server.asked[1][1]["authorization"].removeprefix("Digest ")))
    first, second = (md5(text.encode()).hexdigest() for text in (f"ann:SPARQL:{SECRET}", f"POST:{said['uri']}"))
    proof = f"{first}:abc:{said['nc']}:{said['cnonce']}:auth:{second}"
    assert said["response"] == md5(proof.encode()).hexdigest()
    assert (said["username"], said["uri"], said["opaque"]) == ("ann", "/sparql", "xyz")
    server.replies = [(401, {"WWW-Authenticate": challenge.replace("MD5", "ROT13")}, b"")]
    with pytest.raises(PalermoError):
        Client(address(server.url, {addresses.USER: "ann", addresses.PASSWORD: SECRET})).query("ASK {}")


def test_what_is_secret_is_in_no_message_and_no_log(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for variables in ({addresses.USER: "ann", addresses.PASSWORD: SECRET}, {addresses.TOKEN: SECRET}):
        where = address(server.url, variables)
        client = Client(where)
        told = [repr(where), str(where), repr(client), repr(vars(client))]
        for reply in ((500, {}, f"bad token {SECRET}".encode()), (401, {}, b""), (200, {"Content-Length": "99"}, b"{")):
            server.replies = [reply]
            with pytest.raises(PalermoError) as caught:
                client.query("ASK {}")
            told += [str(caught.value), repr(caught.value)]
        told += [record.getMessage() for record in caplog.records]
    assert [text for text in told if SECRET in text] == []
    assert SECRET not in repr(address(f"{server.url}?key={SECRET}", {}))


@pytest.mark.parametrize(
    ("name", "update"),
    [
        ("https://host/sparql", "https://host/sparql"),
        ("http://host:7878/query", "http://host:7878/update"),
        ("https://host/ds/query?x=1", "https://host/ds/update?x=1"),
    ],
)
def test_where_updates_go(name: str, update: str) -> None:
    assert is_address(name)
    assert address(name, {}).update == update
    assert address(name, {addresses.UPDATE: "https://host/write"}).update == "https://host/write"
    assert address("https://h/s?key=1", {}) == Address("https://h/s?key=1", "https://h/s?key=1", "https://h/s")


@pytest.mark.parametrize(
    ("name", "variables"),
    [
        ("ftp://host/x", {}),
        ("https:///x", {}),
        ("https://host:0/x", {}),
        ("https://host:x/x", {}),
        ("https://[::1/x", {}),
        (f"https://ann:{SECRET}@host/x", {}),
        (f"https://{SECRET}@host:x/x", {}),
        ("https://host/x", {addresses.USER: "ann"}),
        ("https://host/x", {addresses.PASSWORD: SECRET}),
        ("http://host/x", {addresses.TOKEN: SECRET}),
        ("http://host/x", {addresses.USER: "ann", addresses.PASSWORD: SECRET}),
        ("https://host/x", {addresses.TOKEN: SECRET, addresses.UPDATE: "http://host/update"}),
    ],
)
def test_addresses_that_are_none_or_unsafe(name: str, variables: dict[str, str]) -> None:
    with pytest.raises(AddressInvalid) as caught:
        address(name, variables)
    assert SECRET not in str(caught.value)


def test_folders_are_no_addresses() -> None:
    assert not is_address("palermo.store")
    assert not is_address("C:/x")
