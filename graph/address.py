"""The address of a SPARQL 1.1 store, and what to show it to be let in: from the environment, never from a command."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit, urlunsplit

from graph.errors import AddressInvalid

UPDATE = "PALERMO_STORE_UPDATE"
USER, PASSWORD, TOKEN = "PALERMO_STORE_USER", "PALERMO_STORE_PASSWORD", "PALERMO_STORE_TOKEN"
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a store answers queries and takes updates. What it is shown stands in no ``repr``."""

    query: str = field(repr=False)
    update: str = field(repr=False)
    shown: str  # for people: no query string, which may hold a key
    user: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)

    def hidden(self, text: str) -> str:
        """``text`` without the password and the token, should a server have repeated them."""
        for secret in (self.password, self.token):
            text = text.replace(secret, "…") if secret else text
        return text


def is_address(name: str) -> bool:
    """Whether ``name`` is an address, 'https://host/sparql', and no folder."""
    return "://" in name


def address(name: str, environment: Mapping[str, str] = os.environ) -> Address:
    """The store at ``name``, with the credentials of ``environment``.

    Updates go to PALERMO_STORE_UPDATE where it is set; to '…/update' where queries go to '…/query', as in Oxigraph and
    Fuseki; else to where queries go. Raises AddressInvalid, also where a password would travel in the clear.
    """
    place = _place(name)
    update = _place(environment.get(UPDATE) or urlunsplit(place._replace(path=_update_path(place.path))))
    user, password, token = (environment.get(key) or None for key in (USER, PASSWORD, TOKEN))
    if (user is None) != (password is None):
        raise AddressInvalid(name, f"{USER} and {PASSWORD} are only good together; set both.")
    for other in (place, update):
        if (user or token) and other.scheme != "https" and other.hostname not in _LOOPBACK:
            raise AddressInvalid(_shown(other), "a password or token is only sent over https.")
    return Address(urlunsplit(place), urlunsplit(update), _shown(place), user, password, token)


def _place(name: str) -> SplitResult:
    try:
        place = urlsplit(name)
        port = place.port
    except ValueError as error:
        raise AddressInvalid("this address", f"{error}.") from error
    if "@" in place.netloc:
        raise AddressInvalid(_shown(place), f"a password has no place in an address: set {USER} and {PASSWORD}.")
    if place.scheme not in ("http", "https") or not place.hostname or port == 0:
        raise AddressInvalid(_shown(place), "write it as https://host/sparql.")
    return place._replace(fragment="")


def _update_path(path: str) -> str:
    return f"{path.removesuffix('query')}update" if path.endswith("/query") else path


def _shown(place: SplitResult) -> str:
    return urlunsplit((place.scheme, place.netloc.rpartition("@")[2], place.path, "", ""))
