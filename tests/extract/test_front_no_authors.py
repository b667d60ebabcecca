"""What no document is written or published by: a chapter, a common noun, a town."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

_TEXT = "\n\nLe présent texte rend compte des formalités accomplies en juin auprès du dépositaire, au fil des pages.\n"
_ENGLISH = "\n\nThis text tells of what was done in June with the depositary, page by page, and by whom it was done.\n"


@pytest.mark.parametrize(
    "text",
    [
        f"OFFICE CARIBÉEN DE PROTECTION DE L'ENFANCE\nRAPPORT ANNUEL 2025\n\nChapitre IV\nTravail des enfants{_TEXT}",
        f"CARIBBEAN CHILD PROTECTION OFFICE\nANNUAL REPORT 2025\n\nChapter IV\nWork of children{_ENGLISH}",
    ],
)
def test_no_chapter_is_an_author(text: str) -> None:
    assert not [one for (one,) in said(facts_of("documents", text), "author") if one.startswith("Chap")]


@pytest.mark.parametrize(
    "title",
    ["RAPPORT DE SYNTHÈSE 2024 SUR LA LUTTE CONTRE LA TRAITE", "REPORT OF ACTIVITIES 2024 ON TRAFFICKING IN PERSONS"],
)
def test_no_year_is_within_an_author(title: str) -> None:
    text = f"OFFICE DE L'ENFANCE\n\n{title}\n\nDakar, février 2025{_TEXT}"
    assert not [one for (one,) in said(facts_of("documents", text), "author") if "2024" in one]


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Bulletin des traités", ""),
        ("Lettre de Dakar", ""),
        ("Bulletin du Bureau régional de l'ONUDC", "Bureau régional de l'ONUDC"),
        ("Bulletin de l'OIM", "IOM"),
    ],
)
def test_whose_bulletin_it_is(line: str, publisher: str) -> None:
    text = f"{line}\n\nTraite des personnes et trafic de migrants\n\nParu le 3 juillet 2026{_TEXT}"
    assert {one for (one,) in said(facts_of("documents", text), "publisher")} == {publisher}
