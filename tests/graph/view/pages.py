"""Pages for the tests: made of stores that are written by hand, opened in a real Chromium."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from extract.facts import Entity
from graph.store import Store
from graph.view.select import Bounds
from queries.view import Mode, Wanted, view
from tests.conftest import Roles, Written, chaired, known, named, note, report, write_store

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
ARGUMENTS += ["--disable-sync", "--no-first-run"]
MARKUP = "</script><img src=x onerror=\"document.title='owned'\"><b>bold</b> {{ 7 * 7 }}"
LONG = "Interdepartmental Coordination " * 16 + "END"
REVERSED = "safe \u202egnp.exe\u202c \u2067mark"
LINKED = '<a href="https://example.org/">href</a>'


def chromium() -> str | None:
    """The browser: that of the variable CHROMIUM, or the one in the PATH; None where there is none."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def hostile() -> Written:
    """A document whose names are markup, endless, and written from right to left."""
    doc = Written("hostile.txt", "<img src=x onerror=alert(1)>.txt", "en")
    names = (MARKUP, LONG, REVERSED, LINKED)
    for number, name in enumerate(names):
        body = named(f"body/hostile-{number}", "Body", name)
        roles: Roles = {"body": known("ICAT"), "member": body, "year": "2011"}
        doc.add(f"{number}", f"In 2011 {name} joined ICAT.", ("members", roles), mentions={name[:20]: body})
    return doc


def citing(count: int) -> Written:
    """A document that cites so many resolutions."""
    doc = Written("A/74/128", "citing.txt", "en")
    entity = Entity("A/74/128", "Document")
    for number in range(count):
        cited = Entity(f"A/RES/{number + 1}/7", "Resolution")
        doc.add(
            str(number + 1),
            f"Recalling its resolution {number + 1}/7.",
            ("citations", {"citing": entity, "cited": cited}),
        )
    return doc


def store_of(folder: Path) -> Path:
    """A store with the documents of the other tests, the hostile one and the one that cites much."""
    doc = Written("more.txt", "more.txt", "fr")
    doc.add("7", "Le Groupe a été présidé par l’UNICEF en 2012.", chaired("UNICEF", "2012"))
    return write_store(folder / "palermo.store", [report(), note(), hostile(), citing(30), doc])


def html(store: Path, mode: Mode, *names: str, depth: int = 1, language: str = "en", limit: int = 150) -> str:
    """The page of a view."""
    with Store.open(store) as opened:
        found = view(opened, Wanted(mode, names, Bounds(limit), depth), language=language)
    assert found.html is not None
    return found.html


__all__ = ["ARGUMENTS", "LONG", "MARKUP", "chromium", "html", "store_of"]
