"""Days told by that of the document: "yesterday", « hier », between a subject and its verb too."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "state", "date"),
    [
        ("18 March 2025\n\nKiribati yesterday acceded to the Palermo Protocol.", "Kiribati", "2025-03-17"),
        ("18 March 2025\n\nYesterday, Kiribati acceded to the Palermo Protocol.", "Kiribati", "2025-03-17"),
        ("18 March 2025\n\nThis morning Kiribati acceded to the Palermo Protocol.", "Kiribati", "2025-03-18"),
        ("18 mars 2025\n\nKiribati a adhéré hier au Protocole de Palerme.", "Kiribati", "2025-03-17"),
        ("18 mars 2025\n\nAvant-hier, Kiribati a adhéré au Protocole de Palerme.", "Kiribati", "2025-03-16"),
        ("Kiribati yesterday acceded to the Palermo Protocol.", "Kiribati", ""),  # of which day nobody knows
        ("18 March 2025\n\nKiribati last week acceded to the Palermo Protocol.", "Kiribati", ""),
    ],
)
def test_when_it_acceded(text: str, state: str, date: str) -> None:
    assert said(facts_of("ratifications", text), "state", "date") == [(state, date)]


@pytest.mark.parametrize(
    "text",
    [
        "18 March 2025\n\nKiribati yesterday refused to accede to the Palermo Protocol.",
        "18 mars 2025\n\nKiribati n'a pas adhéré hier au Protocole de Palerme.",
    ],
)
def test_what_did_not_happen_yesterday(text: str) -> None:
    assert facts_of("ratifications", text) == []
