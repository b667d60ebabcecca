"""Rows of tables, read by the header of their columns."""

from __future__ import annotations

import pytest

from extract.facts import Entity
from extract.pipeline import extract
from extract.readers import read_bytes
from tests.extract.kinds import facts_of, said

Rows = set[tuple[str | int | float, ...]]


def rows(kind: str, heading: str, table: str, language: str = "en") -> Rows:
    """Facts of ``kind`` in a page of one heading and one table, cells parted by ``|``, without names of roles."""
    lines = [line.strip().split("|") for line in table.strip().splitlines()]
    cells = "".join(
        "<tr>" + "".join(f"<{tag}>{cell.strip()}</{tag}>" for cell in line) + "</tr>"
        for tag, line in zip(["th"] + ["td"] * len(lines), lines, strict=False)
    )
    body = f"<main><h1>Page</h1><h2>{heading}</h2><table>{cells}</table></main>"
    page = f'<html lang="{language}"><body>{body}</body></html>'
    found = extract(read_bytes(page.encode(), "page.html")).facts
    return {
        tuple(value.id if isinstance(value, Entity) else value for _, value in sorted(fact.roles.items()))
        for fact in found
        if fact.kind == kind
    }


def test_a_status_table_gives_one_action_for_each_date() -> None:
    table = """State | Signature | Ratification, Acceptance(A), Accession(a)
        Gabon | | 22 Sep 2010 a
        Japan | 9 December 2002 | 11 July 2017 A
        Kenya | 5 January 2005 |"""
    assert rows("ratifications", "Trafficking in Persons Protocol", table) == {
        ("2010-09-22", "Palermo_Protocol", "accession", "Gabon"),
        ("2002-12-09", "Palermo_Protocol", "signature", "Japan"),
        ("2017-07-11", "Palermo_Protocol", "acceptance", "Japan"),
        ("2005-01-05", "Palermo_Protocol", "signature", "Kenya"),
    }


def test_un_tableau_d_etat_en_francais() -> None:
    table = """Partie | Date de signature | Date de ratification
        Bénin | 25 juin 2019 | –
        Togo | 30 août 2019 | 2 décembre 2019"""
    assert rows("ratifications", "Protocole de Palerme (au 31 décembre 2019)", table, "fr") == {
        ("2019-06-25", "Palermo_Protocol", "signature", "Benin"),
        ("2019-08-30", "Palermo_Protocol", "signature", "Togo"),
        ("2019-12-02", "Palermo_Protocol", "ratification", "Togo"),
    }


def test_a_mark_that_the_header_does_not_explain_is_no_ratification() -> None:
    table = "State | Ratification\nGabon | 22 September 2010 d"
    assert rows("ratifications", "Trafficking in Persons Protocol", table) == set()


def test_days_in_figures_and_marks_that_the_header_explains() -> None:
    table = """État | Signature | Ratification (R) ou adhésion (A)
        Bénin | 02/07/2018 | 14/05/2020 (R)
        Lesotho | – | 09/09/2021 (A)"""
    assert rows("ratifications", "Protocole de Palerme", table, "fr") == {
        ("2018-07-02", "Palermo_Protocol", "signature", "Benin"),
        ("2020-05-14", "Palermo_Protocol", "ratification", "Benin"),
        ("2021-09-09", "Palermo_Protocol", "accession", "Lesotho"),
    }


def test_the_paragraph_above_a_table_plans_only_what_it_announces() -> None:
    lines = "State          Signature\n\nGabon          9 December 2002\nKenya          5 January 2005\n"
    told = "1. The Palermo Protocol was adopted on 15 November 2000 and entered into force the next year.\n\n"
    announced = "1. The table below shows the planned signatures of the Palermo Protocol.\n\n"
    for above, number in ((told, 2), (announced, 0)):
        found = extract(read_bytes((above + lines).encode(), "status.txt")).facts
        assert len([fact for fact in found if fact.kind == "ratifications"]) == number


def test_a_column_of_treaties() -> None:
    table = "Treaty | State | Accession\nPalermo Protocol | Gabon | 22 September 2010"
    assert rows("ratifications", "Recent actions", table) == {("2010-09-22", "Palermo_Protocol", "accession", "Gabon")}


def test_chairs_by_year_and_by_body() -> None:
    assert rows("chairs", "History", "Year | Chair of ICAT\n2018 | UN Women\n2019 | OSCE") == {
        ("ICAT", "UN_Women", "2018"),
        ("ICAT", "OSCE", "2019"),
    }
    table = "Committee | Chair\nBudget Committee | Hassan Ould Ahmed\nLegal Committee | (vacant)"
    found = rows("chairs", "Committees in 2019", table)
    assert {row[1:] for row in found} == {("person/hassan-ould-ahmed", "2019")}


@pytest.mark.parametrize(
    ("heading", "table"),
    [
        ("Upcoming chairs", "Year | Chair of ICAT\n2030 | UNHCR"),
        ("Chairs", "Year | Chair of ICAT\n2030 | UNHCR (proposed)"),
        ("Chairs", "Year | Chair of ICAT | Note\n2019 | OSCE"),
        ("Chairs", "Year | Chair\n2019 | OSCE"),
        ("Chairs", "Year | Visitors to ICAT\n2019 | OSCE"),
    ],
)
def test_rows_that_say_no_chair(heading: str, table: str) -> None:
    assert rows("chairs", heading, table) == set()


def test_members_since_a_year_and_officers() -> None:
    assert rows("members", "Alliance 8.7", "Member | Since\nILO | 2016\nPeru | 2018") == {
        ("Alliance_8_7", "ILO", "2016"),
        ("Alliance_8_7", "Peru", "2018"),
    }
    table = "Nom | Fonction\nMme Anna Berg | Directrice exécutive\nPaul Okoye | Trésorier"
    people = {(row[1], row[2]) for row in rows("offices", "Alliance 8.7", table, "fr")}
    assert people == {("Alliance_8_7", "person/anna-berg"), ("Alliance_8_7", "person/paul-okoye")}


@pytest.mark.parametrize(
    ("header", "body"),
    [
        ("Meeting of the Task Force", "Task Force on Ports"),
        ("Meeting", "Task Force on Ports"),
        ("Meeting of the Steering Group on Cranes", "Steering Group on Cranes"),
        ("Meeting of others", ""),
    ],
)
def test_meetings_that_only_a_number_names_are_of_the_body_that_the_table_is_about(header: str, body: str) -> None:
    head = "<h1>Task Force on Ports</h1><p>The Task Force on Ports was set up in 2006 in order to keep ports safe.</p>"
    rows = "<tr><td>41st meeting</td><td>Riga</td><td>4 May 2025</td></tr>"
    table = f"<table><tr><th>{header}</th><th>Place</th><th>Date</th></tr>{rows}{rows.replace('41st', '42nd')}</table>"
    page = f"<html lang='en'><body><main>{head}<h2>Meetings</h2>{table}</main></body></html>"
    found = extract(read_bytes(page.encode(), "page.html")).facts
    assert {said([one], "body")[0][0] for one in found if one.kind == "meetings"} == {body}


@pytest.mark.parametrize(
    ("head", "first", "second"),
    [
        (
            "        Année      Enfants interceptés     Personnes déférées",
            "        2021              1 042                   118",
            "        2022                876                   143",
        ),
        (
            "Year         Children intercepted      Persons charged",
            "2021                1,042                   118",
            "2022                  876                   143",
        ),
    ],
)
def test_cells_stand_centred_below_the_header(head: str, first: str, second: str) -> None:
    text = f"The figures of the Office were these.\n\n{head}\n{first}\n{second}\n\nMost were boys.\n"
    found = [(fact.roles["value"], fact.roles["period"]) for fact in facts_of("figures", text)]
    assert found == [(1042, "2021"), (118, "2021"), (876, "2022"), (143, "2022")]


def test_the_caption_tells_the_manner_of_the_dates() -> None:
    table = """State | Date of deposit
        Kazakhstan | 12 March 2024
        Tunisia | 3 October 2024"""
    assert rows("ratifications", "Accessions to the Istanbul Convention", table) == {
        ("2024-03-12", "Istanbul_Convention", "accession", "Kazakhstan"),
        ("2024-10-03", "Istanbul_Convention", "accession", "Tunisia"),
    }
    assert rows("ratifications", "Signatures and ratifications of the Istanbul Convention", table) == set()


def test_la_legende_dit_la_maniere() -> None:
    table = """État | Date d’enregistrement
        Cabo Verde | 12 mars 2024
        Mongolie | 3 octobre 2024"""
    assert rows("ratifications", "États ayant ratifié la Convention no 190 de l’OIT", table, "fr") == {
        ("2024-03-12", "ILO_C190", "ratification", "Cabo_Verde"),
        ("2024-10-03", "ILO_C190", "ratification", "Mongolia"),
    }
