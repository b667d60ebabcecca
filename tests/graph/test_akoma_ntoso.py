"""Identifiers in the manner of Akoma Ntoso."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.document import Document, Part, PassageKind, Stated
from graph import akoma_ntoso
from tests.conftest import Written


def document(symbol: str | None, *, date: str | None = None, type: str | None = None) -> Document:
    written = Written(symbol or "page.html", "file", "fr")
    kinds: list[tuple[str | None, PassageKind]] = [("37", "paragraph"), ("37(a)", "item"), ("37(a)(ii)", "item")]
    for label, kind in [*kinds, ("37", "paragraph"), (None, "paragraph"), ("1", "footnote"), ("x/y", "paragraph")]:
        written.add(label, "Texte.", kind=kind)
    part = Part("fr", 0, 9, type=_stated(type), date=_stated(date))
    return replace(written.document(), parts=(part,), symbol=_stated(symbol))


def _stated(text: str | None) -> Stated | None:
    return None if text is None else Stated(text, 0, 1)


@pytest.mark.parametrize(
    ("symbol", "date", "type", "expected"),
    [
        ("A/74/127", None, None, "/akn/un/doc/unga/A-74-127"),
        ("A/74/127", "2019-07-11", "report", "/akn/un/doc/report/unga/2019-07-11/A-74-127"),
        ("A/RES/72/195", "2017-12-19", "resolution", "/akn/un/statement/deliberation/unga/2017-12-19/A-RES-72-195"),
        ("S/RES/2388 (2017)", None, None, "/akn/un/statement/deliberation/unsc/2017/S-RES-2388-2017"),
        ("E/RES/2006/27", "2005/2006", None, "/akn/un/statement/deliberation/ecosoc/E-RES-2006-27"),
        ("CTOC/COP/2018/13", None, None, "/akn/un/doc/ctoc/CTOC-COP-2018-13"),
        (None, "2019", None, None),
    ],
)
def test_a_work(symbol: str | None, date: str | None, type: str | None, expected: str | None) -> None:
    assert akoma_ntoso.document(document(symbol, date=date, type=type)) == expected


def test_paragraphs_and_items_of_a_language_version() -> None:
    work = "/akn/un/doc/unga/A-74-127/fra@/!main"
    assert akoma_ntoso.passages(document("A/74/127")) == {
        0: f"{work}~para_37",
        1: f"{work}~para_37__point_a",
        2: f"{work}~para_37__point_a__point_ii",
    }


def test_what_has_no_symbol_has_none() -> None:
    assert akoma_ntoso.passages(document(None)) == {}
