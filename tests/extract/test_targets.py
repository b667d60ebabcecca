"""Targets of sustainable development in tables and below headings, and numbers that are none."""

from __future__ import annotations

import pytest

from extract.mentions import targets
from tests.extract.kinds import facts_of, said


def _found(text: str) -> list[tuple[str, ...]]:
    return said(facts_of("targets", text), "agent", "target")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Results\n\nEntity\tSDG target\nIOM\t10.7\nILO\t8.7 and 8.8\n",
         [("ILO", "8.7"), ("ILO", "8.8"), ("IOM", "10.7")]),
        ("Résultats\n\nActeur\tCible des ODD\nOIM\t10.7\nOIT\t8.7 et 8.8\n",
         [("ILO", "8.7"), ("ILO", "8.8"), ("IOM", "10.7")]),
        ("Target 8.7\nContributing entity: ILO\nTarget 16.10\nContributing entity: UNESCO\n",
         [("ILO", "8.7"), ("UNESCO", "16.10")]),
        ("Results\n\nEntity\tTarget\tAchieved\nIOM\t10.5\t11.2\n", []),
    ],
)  # fmt: skip
def test_targets_in_tables_and_cards(text: str, wanted: list[tuple[str, str]]) -> None:
    assert _found(text) == [(who, f"SDG target {number}") for who, number in wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("target 17.18 and target 15.a", ["SDG_17.18", "SDG_15.a"]),
        ("sdg 14.4 and, less obviously, into 8.7.", ["SDG_14.4", "SDG_8.7"]),
        ("la cible 5.2 et, dans une moindre mesure, a la cible 16.2", ["SDG_5.2", "SDG_16.2"]),
        ("target 8.7. the rate rose to 4.5", ["SDG_8.7"]),
        ("target 8.7 fell to 4.5 per cent", ["SDG_8.7"]),
        ("annex 5.2 and wing 8.7", []),
    ],
)
def test_numbers_of_targets(text: str, wanted: list[str]) -> None:
    assert [entity.id for _, _, entity in sorted(targets.find(text), key=lambda hit: hit[0])] == wanted


def test_cells_that_hold_targets_alone() -> None:
    assert [one.id for one in targets.listed("8.7; 16.2")] == ["SDG_8.7", "SDG_16.2"]
    assert targets.listed("8.7 per cent") == targets.listed("12") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Lantern Route Programme serves girls, while its work with bus companies supports target 16.2.", []),
        ("IOM's work with employers supports target 8.7.", ["IOM"]),
        ("Son action auprès des entreprises est suivie ; le travail avec les employeurs appuie la cible 8.7.", []),
    ],
)
def test_with_whom_it_is_done(text: str, wanted: list[str]) -> None:
    assert [row[0] for row in said(facts_of("targets", text), "agent")] == wanted
