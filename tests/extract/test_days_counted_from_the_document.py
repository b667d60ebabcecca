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


@pytest.mark.parametrize(
    ("text", "date"),
    [  # 18 March 2025 was a Tuesday
        ("18 March 2025\n\nKiribati acceded to the Palermo Protocol on Monday.", "2025-03-17"),
        ("18 March 2025\n\nKiribati on Tuesday acceded to the Palermo Protocol.", "2025-03-18"),
        ("18 March 2025\n\nKiribati acceded to the Palermo Protocol last Wednesday.", "2025-03-12"),
        ("18 mars 2025\n\nKiribati a adhéré lundi au Protocole de Palerme.", "2025-03-17"),
        ("18 mars 2025\n\nVendredi dernier, Kiribati a adhéré au Protocole de Palerme.", "2025-03-14"),
        ("18 March 2025\n\nKiribati acceded to the Palermo Protocol on Monday, 10 March.", "2025-03-10"),
        ("18 March 2025\n\nOpen every Monday, Kiribati acceded to the Palermo Protocol.", ""),
        ("18 mars 2025\n\nOuvert du lundi au vendredi, Kiribati a adhéré au Protocole de Palerme.", ""),
        ("Kiribati acceded to the Palermo Protocol on Monday.", ""),
    ],
)
def test_days_of_the_week(text: str, date: str) -> None:
    assert said(facts_of("ratifications", text), "state", "date") == [("Kiribati", date)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Fourteen people were freed in Operation Reef in Riga, Europol announced today.", ""),
        ("On Monday, Europol said that 14 people had been freed in Operation Reef in Riga on Friday.", "2025-03-14"),
        ("Fourteen people were freed in Operation Reef. Five were arrested in Monday's raid in Riga.", "2025-03-17"),
    ],
)
def test_what_was_announced_was_done_before(text: str, date: str) -> None:
    found = facts_of("operations", f"LYON, 18 March 2025 – {text}")
    assert set(said(found, "place", "date")) == {("Riga", date)}


def test_a_year_in_words_that_are_quoted_is_not_that_of_another_day() -> None:
    text = (
        "« Nous avons aboli l'esclavage en 1846 », a rappelé Mme Anna Berg à l'ouverture du colloque international "
        "tenu à Oslo le 23 janvier."
    )
    assert said(facts_of("meetings", text), "start") == [("",)]


def test_a_day_to_come_in_the_head_is_not_that_of_the_document() -> None:
    head = "The Ports Committee concludes its session\n\nIts next session will be held from 3 to 9 October 2018"
    text = f"{head}\n\nThe Ports Committee, which met in Oslo, adopted eight texts today."
    assert ("2018-10-09",) not in said(facts_of("meetings", text), "end")
