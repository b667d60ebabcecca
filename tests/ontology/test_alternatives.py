"""Phrases with alternatives: what they stand for."""

from __future__ import annotations

import pytest

from ontology.alternatives import spelled_out, with_and_without


@pytest.mark.parametrize(
    ("phrase", "spelled"),
    [
        ("host city", ["host city"]),
        ("host (city|country)", ["host city", "host country"]),
        ("host (city|)", ["host city", "host"]),
        ("(a|the|) list (of|)", ["a list of", "a list", "the list of", "the list", "list of", "list"]),
    ],
)
def test_what_a_phrase_stands_for(phrase: str, spelled: list[str]) -> None:
    assert spelled_out(phrase) == spelled


def test_what_may_be_left_out() -> None:
    assert with_and_without("which {one} (that |){two} (ran|led)") == [
        "which {one} (that ){two} (ran|led)",
        "which {one} {two} (ran|led)",
    ]
