"""The SPARQL 1.1 Protocol: queries and updates over HTTP, tried again where that helps, whole or an error."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping, Sequence
from functools import cache
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from graph.address import Address
from graph.errors import AnswerIncomplete, QueryRefused, QueryTimeout, StoreClosed, StoreRefuses, StoreUnreachable

if TYPE_CHECKING:
    import urllib3

CONNECT = 10.0  # seconds
TIMEOUT = 60.0  # seconds for a query
PATIENCE = 600.0  # seconds for an update: a server may have much to write
TRIES = 3  # further ones
LONGEST = 30.0  # seconds that a server may have us wait before the next
PAUSE = 0.2  # seconds before the second of them, doubled before each other
MAX_RESULT = 256 << 20  # bytes
JSON = "application/sparql-results+json"
_BUSY = (429, 502, 503, 504)
_MARKUP = re.compile(r"<[^>]*>")


class Client:
    """Speaks to one store. Every update that is sent must be one that may be sent twice."""

    def __init__(self, address: Address) -> None:
        import urllib3

        self.address = address
        self._pool = urllib3.PoolManager(num_pools=2, retries=_patience()(total=TRIES, **_retries()))

    def close(self) -> None:
        """Closes the connections."""
        self._pool.clear()

    def query(
        self,
        text: str,
        *,
        default: Sequence[str] = (),
        named: Sequence[str] = (),
        accept: str = JSON,
        timeout: float = TIMEOUT,
    ) -> bytes:
        """The answer to a query on these default and named graphs (none: as the query and the store have it).

        Raises QueryTimeout, StoreUnreachable, StoreClosed, StoreRefuses, AnswerIncomplete, and QueryRefused where the
        answer is larger than MAX_RESULT.
        """
        from urllib.parse import urlencode

        form = [("query", text), *(("default-graph-uri", g) for g in default), *(("named-graph-uri", g) for g in named)]
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": accept}
        return self._send(self.address.query, urlencode(form).encode("ascii"), headers, timeout)

    def update(self, text: str) -> None:
        """Runs an update. Raises as :meth:`query`; after a time-out nobody knows whether it was done."""
        headers = {"Content-Type": "application/sparql-update; charset=utf-8"}
        self._send(self.address.update, text.encode("utf-8"), headers, PATIENCE)

    def _send(self, url: str, body: bytes, headers: Mapping[str, str], timeout: float) -> bytes:
        from urllib3.exceptions import HTTPError, ProtocolError, ReadTimeoutError

        deadline = time.monotonic() + timeout
        try:
            response = self._let_in(url, body, headers, timeout)
            try:
                return self._content(response, deadline, timeout)
            finally:
                response.release_conn()
        except ReadTimeoutError as error:
            raise QueryTimeout(timeout) from error
        except ProtocolError as error:
            raise AnswerIncomplete(self.address.shown, "the connection was cut.") from error
        except HTTPError as error:
            raise StoreUnreachable(self.address.shown, _reason(error)) from error

    def _let_in(self, url: str, body: bytes, headers: Mapping[str, str], timeout: float) -> urllib3.BaseHTTPResponse:
        """The response, after the server has been shown what it asks for: Basic, Bearer or Digest."""
        response = self._request(url, body, {**headers, **self._credentials()}, timeout)
        challenge = response.headers.get("WWW-Authenticate", "")
        if response.status == 401 and challenge.lower().startswith("digest ") and self.address.user is not None:
            response.drain_conn()
            response = self._request(url, body, {**headers, "Authorization": self._digest(url, challenge)}, timeout)
        return response

    def _request(self, url: str, body: bytes, headers: Mapping[str, str], timeout: float) -> urllib3.BaseHTTPResponse:
        import urllib3

        wait = urllib3.Timeout(connect=min(CONNECT, timeout), read=timeout)
        return self._pool.request(
            "POST", url, body=body, headers=headers, timeout=wait, redirect=False, preload_content=False
        )

    def _credentials(self) -> dict[str, str]:
        from urllib3.util import make_headers

        where = self.address
        if where.token is not None:
            return {"Authorization": f"Bearer {where.token}"}
        return {} if where.user is None else dict(make_headers(basic_auth=f"{where.user}:{where.password}"))

    def _digest(self, url: str, challenge: str) -> str:
        """The answer to a challenge of RFC 7616, which Virtuoso's endpoint for updates asks with."""
        from urllib.request import AbstractDigestAuthHandler, HTTPPasswordMgr, Request, parse_http_list, parse_keqv_list

        asked = parse_keqv_list(parse_http_list(challenge.partition(" ")[2]))
        known = HTTPPasswordMgr()
        known.add_password(asked.get("realm", ""), url, self.address.user or "", self.address.password or "")
        try:
            words = AbstractDigestAuthHandler(known).get_authorization(Request(url, method="POST"), asked)  # noqa: S310 - http or https, checked
        except ValueError as error:
            raise StoreUnreachable(self.address.shown, str(error)) from error
        if words is None:
            raise StoreClosed(self.address.shown)
        return f"Digest {words}"

    def _content(self, response: urllib3.BaseHTTPResponse, deadline: float, timeout: float) -> bytes:
        if response.status in (401, 403):
            raise StoreClosed(self.address.shown)
        content = self._read(response, deadline, timeout)
        if response.status == 408:
            raise QueryTimeout(timeout)
        if not 200 <= response.status < 300:
            raise StoreRefuses(self.address.shown, response.status, self._words(response, content))
        if "X-SPARQL-MaxRows" in response.headers:
            raise AnswerIncomplete(
                self.address.shown,
                f"it gives at most {response.headers['X-SPARQL-MaxRows']} rows. "
                "Narrow the query down, or have the server allow more (Virtuoso: ResultSetMaxRows).",
            )
        if response.headers.get("X-SQL-State") is not None:
            raise AnswerIncomplete(self.address.shown, response.headers.get("X-SQL-Message", "its own time is over."))
        return content

    def _read(self, response: urllib3.BaseHTTPResponse, deadline: float, timeout: float) -> bytes:
        chunks, size = [], 0
        for chunk in response.stream(1 << 16):
            chunks.append(chunk)
            size += len(chunk)
            if size > MAX_RESULT:
                response.close()
                raise QueryRefused(f"its result is larger than {MAX_RESULT >> 20} MB. Add LIMIT or narrow it down.")
            if time.monotonic() > deadline:
                response.close()
                raise QueryTimeout(timeout)
        return b"".join(chunks)

    def _words(self, response: urllib3.BaseHTTPResponse, content: bytes) -> str:
        if 300 <= response.status < 400:
            return f"it has moved to {response.headers.get('Location', 'another address')}; give that with --store."
        text = " ".join(_MARKUP.sub(" ", content.decode("utf-8", "replace").partition("SPARQL query:")[0]).split())
        return self.address.hidden(text[:300]) or "it does not say why."


def _retries() -> dict[str, Any]:
    return {
        "redirect": 0,
        "status_forcelist": _BUSY,
        "allowed_methods": None,  # a query is a POST too, and reads only
        "backoff_factor": PAUSE,
        "raise_on_status": False,
    }


def _reason(error: Exception) -> str:
    """What kept us from asking, in a few words: 'Connection refused'."""
    cause = getattr(error, "reason", None) or error
    text = str(cause).rpartition(": ")[2]
    return re.sub(r"^\[Errno -?\d+\] ", "", text) or type(cause).__name__


@cache
def _patience() -> type[urllib3.Retry]:
    import urllib3
    from urllib3.exceptions import ReadTimeoutError

    class Patience(urllib3.Retry):
        """Tries again after a lost connection and where a server is busy, not after a wait that was long enough."""

        def increment(
            self,
            method: str | None = None,
            url: str | None = None,
            response: urllib3.BaseHTTPResponse | None = None,
            error: Exception | None = None,
            _pool: urllib3.connectionpool.ConnectionPool | None = None,
            _stacktrace: TracebackType | None = None,
        ) -> Self:
            if isinstance(error, ReadTimeoutError):
                raise error
            return super().increment(method, url, response, error, _pool, _stacktrace)

        def get_retry_after(self, response: urllib3.BaseHTTPResponse) -> float | None:
            asked = super().get_retry_after(response)
            return None if asked is None else min(asked, LONGEST)

    return Patience
