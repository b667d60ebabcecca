"""Chronologies: what happened under a year, a month or a day."""

from __future__ import annotations

import pytest

from extract.chronology import entries
from extract.readers import read_bytes
from tests.extract.kinds import facts_of, said

ENGLISH = """History of the Baltic Alliance

1998
The Baltic Alliance is founded by Caritas Norway in Riga.

2003
Latvia ratifies the Palermo Protocol on 25 May. Sweden gives 500 euros, and the Alliance sets up the Flood Fund.

2005 – The Alliance elects Lena Holt as its Chair.

March 2014: The Alliance launches the Open Door project. In 2016 UNICEF joined the Alliance.

What comes next

Estonia ratifies the Palermo Protocol.
"""
FRENCH = """Historique du Réseau des quais

2011 : Le Niger ratifie le Protocole de Palerme le 30 septembre.

2018 : Mme Awa Sow est élue présidente du Réseau des quais.

2019 : Le Togo n'a pas ratifié le Protocole de Palerme.
"""


FOUNDED = [("Baltic Alliance", "1998"), ("Flood Fund", "2003"), ("Open Door", "2014-03")]


@pytest.mark.parametrize(
    ("text", "kind", "columns", "wanted"),
    [
        (ENGLISH, "founded", ("thing", "date"), FOUNDED),
        (ENGLISH, "ratifications", ("state", "date"), [("Estonia", ""), ("Latvia", "2003-05-25")]),
        (ENGLISH, "chairs", ("chair", "year"), [("Lena Holt", "2005")]),
        (ENGLISH, "members", ("member", "year"), [("UNICEF", "2016")]),
        (FRENCH, "ratifications", ("state", "date"), [("Niger", "2011-09-30")]),
        (FRENCH, "chairs", ("chair", "year"), [("Awa Sow", "2018")]),
    ],
)
def test_what_stands_under_a_date_happened_then(
    text: str, kind: str, columns: tuple[str, ...], wanted: list[tuple[str, ...]]
) -> None:
    assert [one for one in said(facts_of(kind, text), *columns) if one[0] != "UNVTF"] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Notes\n\n2003\n\nLatvia ratifies the Protocol.",
        "Notes\n\n2003\n\nOne thing.\n\n1998\n\nAnother.\n\n2010\n\nA third.",
        "Notes\n\n2003 States came.\n\n2010 States left.",
    ],
)
def test_one_year_or_years_in_no_order_are_no_chronology(text: str) -> None:
    assert entries(read_bytes(text.encode(), "note.txt")) == {}


def test_the_last_month_of_a_chronology_is_no_date_of_the_document() -> None:
    text = ENGLISH.replace("March 2014: The", "March 2014\n\nThe")
    assert [fact.roles.get("date") for fact in facts_of("documents", text)] == [None]
