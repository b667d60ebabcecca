"""Symbols that no list knows, told by the noun before them, and the symbol beside the distribution of a document."""

from __future__ import annotations

import pytest

from extract.mentions.symbols import parse
from tests.extract.kinds import facts_of, said, said_of_itself


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("The Board recalled resolution AG-2019-RES-04 of the Ports Council.", "AG-2019-RES-04"),
        ("Le Bureau a rappelé la décision BDP/MC5/DEC/1.", "BDP/MC5/DEC/1"),
        ("The Board followed circular TO/C/2024/02.", "TO/C/2024/02"),
        ("Resolution 9/3, which the Conference of the Parties had adopted, is applied.", "CTOC/COP/RES/9/3"),
        ("La résolution 9/3, que la Conférence des Parties a adoptée en 2018, est appliquée.", "CTOC/COP/RES/9/3"),
    ],
)
def test_cited(text: str, cited: str) -> None:
    assert said(facts_of("citations", text), "cited") == [(cited,)]


@pytest.mark.parametrize(
    "text",
    [
        "The resolution X-RAY was turned down.",
        "The decision COVID-19 called for was late.",
        "The pledge of Norway was under review.",
        "Resolution 9/3, which nobody adopted, was forgotten.",
    ],
)
def test_not_cited(text: str) -> None:
    assert facts_of("citations", text) == []


@pytest.mark.parametrize(
    "head",
    [
        "CTOC/COP/PORTS/2026/MNG/1 Distr.: General 3 March 2026 Original: English",
        "A/81/300 Distr. générale 3 mars 2026 Français Original : anglais",
    ],
)
def test_the_symbol_stands_before_its_distribution(head: str) -> None:
    symbol = head.split()[0]
    told = said_of_itself(f"United Nations\n{head}", "1. The report was submitted.", "document", "date")
    assert told == [(symbol, "2026-03-03")]


def test_a_symbol_alone_is_no_resolution() -> None:
    assert parse("TO/C/2024/02") is None
