"""Titles of documents whose symbol stands in a footnote."""

from __future__ import annotations

import pytest

from extract.facts import Entity
from extract.pipeline import extract
from extract.readers import read_bytes

RULE = "\n\n_______________\n"
REPORT = "Taking note of the report of the Special Rapporteur on trafficking in persons, "
RAPPORT = "Prenant note du rapport que le Secrétaire général lui a présenté sous le titre "


def _documents(text: str) -> list[tuple[str, str]]:
    found = extract(read_bytes(f"The General Assembly,\n\n{text}".encode(), "res.txt")).facts
    rows = [fact.roles for fact in found if fact.kind == "documents" and isinstance(fact.roles["document"], Entity)]
    return [
        (row["document"].id, str(row["title"]))
        for row in rows
        if isinstance(row["document"], Entity) and row["document"].id != "res.txt"
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{REPORT}entitled “Children at risk”,3{RULE}\n3 A/80/170.", [("A/80/170", "Children at risk")]),
        (f"{REPORT}entitled “Children at risk”,¹{RULE}¹ A/80/170, annex.", [("A/80/170", "Children at risk")]),
        (f"{RAPPORT}« Le prix de la réparation »1,{RULE}1 A/80/47.", [("A/80/47", "Le prix de la réparation")]),
        (f"{REPORT}entitled “Children at risk”,3{RULE}\n2 A/80/170.", []),
        (f"{REPORT}entitled “Children at risk”,{RULE}\n3 A/80/170.", []),
        (f"{REPORT}entitled “Children at risk”,3{RULE}\n3 See the website of the Office, and A/80/170.", []),
    ],
)
def test_titles_with_a_note(text: str, wanted: list[tuple[str, str]]) -> None:
    assert _documents(text) == wanted
