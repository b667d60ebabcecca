"""Chronologies: what happened under a year, a month or a day."""

from __future__ import annotations

import pytest

from extract.chronology import entries
from extract.pipeline import extract
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


ROWS = """<html><body><h1>Réseau des ports</h1><p>Le Réseau des ports compte dix membres.</p><table>
<tr><th>Date</th><th>Étape</th></tr>
<tr><td>20 novembre 2018</td><td>Le Réseau des ports et l'OIT lancent l'initiative « Grandir ailleurs ».</td></tr>
<tr><td>4 mars 2020</td><td>Le Togo devient membre du Réseau des ports.</td></tr>
<tr><td>9 et 10 juin 2021</td><td>Première Assemblée annuelle du Réseau des ports, à Florence.</td></tr>
</table></body></html>"""


def test_a_table_of_two_columns_is_a_chronology() -> None:
    found = extract(read_bytes(ROWS.encode(), "page.html")).facts
    told = {kind: [fact for fact in found if fact.kind == kind] for kind in ("founded", "meetings")}
    assert said(told["founded"], "founder", "date") == [("ILO", "2018-11-20"), ("Réseau des ports", "2018-11-20")]
    assert said(told["meetings"], "place", "start", "end") == [("Florence", "2021-06-09", "2021-06-10")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("9 and 10 June 2021: First Annual Meeting of the Ports Network, in Florence.", [("Florence", "2021-06-09")]),
        ("4 May 2022 – Second Assembly of the Ports Network, Rome, attended by IOM.", [("Rome", "2022-05-04")]),
        ("4 mai 2022 : Deuxième Assemblée du Réseau des ports, coprésidée par l'OIM.", [("", "2022-05-04")]),
        ("4 May 2022 – The minutes of the First Meeting of the Ports Network are published.", []),
        ("2 November 2021: Seminar on labour inspection (cancelled), Lima.", []),
        ("2 novembre 2021 : Séminaire sur l'inspection du travail (annulé), Lima.", []),
        ("In 2021, the First Assembly of the Ports Network adopted a plan.", []),
    ],
)
def test_a_meeting_below_its_date(text: str, wanted: list[tuple[str, str]]) -> None:
    """A line that a date opens tells of the meeting that it names, where no verb tells what was done with that."""
    assert said(facts_of("meetings", f"The Network met.\n\n{text}"), "place", "start") == wanted
