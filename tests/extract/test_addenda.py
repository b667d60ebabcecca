"""A report cites its addenda, which are documents of their own; it cites neither itself nor what it only describes."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

_HEAD = (
    "United Nations   A/HRC/63/28\n\nGeneral Assembly\nDistr.: General\n2 July 2026\n\nHuman Rights Council\n"
    "Sixty-third session\n\nReport of the Special Rapporteur on trafficking in persons\n\n"
)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("1. The findings are in document A/HRC/63/28/Add.1.\n", ["A/HRC/63/28/Add.1"]),
        ("1. Les conclusions figurent dans le document A/HRC/63/28/Add.2.\n", ["A/HRC/63/28/Add.2"]),
        ("1. See A/HRC/63/28/Corr.1 and A/HRC/62/30.\n", ["A/HRC/62/30", "A/HRC/63/28/Corr.1"]),
        ("1. The present report, A/HRC/63/28, is in two parts.\n", []),
        ("1. The national plan of action on trafficking in persons is in force.\n", []),
    ],
)
def test_addenda(text: str, cited: list[str]) -> None:
    assert [one for (one,) in said(facts_of("citations", _HEAD + text), "cited")] == cited
