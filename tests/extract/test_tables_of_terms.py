"""Who chaired what, belonged to it or held an office there, year by year, in tables and below labels."""

from __future__ import annotations

import pytest

from extract.facts import Entity
from extract.pipeline import extract
from extract.readers import read_bytes
from tests.extract.test_tables import rows


def test_years_in_the_headers() -> None:
    table = "Body | Chair in 2018 | Chair (2019)\nPorts Committee | Mali | Togo\nVisas Committee | Chad | –"
    assert rows("chairs", "Bodies", table) == {
        ("body/ports-committee", "Mali", "2018"),
        ("body/ports-committee", "Togo", "2019"),
        ("body/visas-committee", "Chad", "2018"),
    }
    tableau = "Organe | Présidence 2018-2019 | Membres 2019\nComité des ports | Mali | Togo, Bénin"
    assert {row[1:] for row in rows("chairs", "Organes", tableau, "fr")} == {("Mali", "2018"), ("Mali", "2019")}
    assert {row[1:] for row in rows("members", "Organes", tableau, "fr")} == {("Togo", "2019"), ("Benin", "2019")}


def test_the_caption_says_what_years_and_countries_are() -> None:
    assert rows("chairs", "Chairs of bodies", "Body | 2018 | 2019\nPorts Committee | Mali | Togo") == {
        ("body/ports-committee", "Mali", "2018"),
        ("body/ports-committee", "Togo", "2019"),
    }
    found = rows("chairs", "Présidence tournante du Comité des ports", "Année | Pays\n2016 | Mali\n2017 | Togo", "fr")
    assert {row[1:] for row in found} == {("Mali", "2016"), ("Togo", "2017")}


@pytest.mark.parametrize(
    ("heading", "table"),
    [
        ("Upcoming chairs", "Body | Chair in 2030\nPorts Committee | Mali"),
        ("Bodies", "Body | Candidates for Chair in 2019\nPorts Committee | Mali"),
        ("Visits to bodies", "Body | 2018 | 2019\nPorts Committee | Mali | Togo"),
        ("Contributions to the Ports Committee", "Year | Country\n2016 | Mali"),
    ],
)
def test_years_that_say_no_chair(heading: str, table: str) -> None:
    assert rows("chairs", heading, table) == set()


def test_terms_of_office() -> None:
    table = "Name | Post held | From | To\nAnna Berg | Treasurer | 2014 | 2018\nLuis Rojas | Treasurer | May 2018 | –"
    found = rows("offices", "ICAT", table)
    assert {(row[0], row[-1]) for row in found} == {("2018", "2014"), ("office/treasurer", "2018-05")}
    tableau = "Nom | Fonction | Mandat\nAnna Berg | Trésorière | 2014-2018\nLuis Rojas | Trésorier | jusqu'en 2014"
    found = rows("offices", "Fonds des ports", tableau, "fr")
    assert {row[0] for row in found} == {"2018", "2014"}


def _labelled(text: str, kind: str) -> set[tuple[str, ...]]:
    facts = extract(read_bytes(text.encode(), "card.txt")).facts
    return {
        tuple(value.id if isinstance(value, Entity) else str(value) for _, value in sorted(fact.roles.items())[1:])
        for fact in facts
        if fact.kind == kind
    }


def test_years_of_labels_and_behind_names() -> None:
    card = "Ports Committee\n\nChair (2022): Kenya\nMembers: Togo (2011), Chad (since 2014) and Mali\nLanguages: French"
    assert _labelled(card, "chairs") == {("Kenya", "2022")}
    assert _labelled(card, "members") == {("Togo", "2011"), ("Chad", "2014"), ("Mali",)}
    fiche = "Comité des ports\n\nPrésidence, 2021-2022 : Kenya\nSecrétariat : OIM\nLangues : français"
    assert _labelled(fiche, "chairs") == {("Kenya", "2021"), ("Kenya", "2022")}
