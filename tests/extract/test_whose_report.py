"""Who "we" are in the report of an organisation whose name stands above it in capitals, and is no known word."""

# ruff: noqa: E501 - heads stand as they are printed
from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

ENGLISH = """\
OPEN HARBOUR NETWORK

ANNUAL REPORT 2024

Lisbon, April 2025

1. Who we are

Open Harbour Network (OHN) is a charity that was founded in Lisbon in 2009 by Rui Tavares.

The programme Ancora, run by OHN, started in January 2022.

2. Our people

Joana Freire, Executive Director since 2016, left on 30 September 2024.

We urge the Government of Portugal to lift the time limit on residence permits.
"""

FRENCH = """\
ASSOCIATION TAMARIS

RAPPORT ANNUEL 2023

Rédaction : Salma Berrada
Rabat, février 2024

QUI SOMMES-NOUS ?

L’Association Tamaris a été fondée à Rabat en 2009 par l’avocate Hind Lamrani.
L’Association Tamaris emploie 34 salariés.

LE CADRE JURIDIQUE

Le Maroc a adhéré au Protocole de Palerme le 25 avril 2011.

FORMER

En 2023, nous avons formé 310 assistantes sociales.

Nous recommandons au Gouvernement :

a) de délivrer un titre de séjour aux victimes étrangères.
"""


def test_a_name_that_begins_like_a_verb() -> None:
    assert said(facts_of("founded", ENGLISH), "thing", "founder") == [("Open Harbour Network", "Rui Tavares")]
    assert said(facts_of("programmes", ENGLISH), "lead") == [("Open Harbour Network",)]
    assert said(facts_of("documents", ENGLISH), "publisher") == [("Open Harbour Network",)]
    assert said(facts_of("offices", ENGLISH), "organisation") == [("Open Harbour Network",)]
    assert said(facts_of("requests", ENGLISH), "issuer") == [("Open Harbour Network",)]


def test_whose_name_the_text_goes_on_to_use() -> None:
    assert said(facts_of("documents", FRENCH), "author", "publisher") == [("Salma Berrada", "Association Tamaris")]
    assert said(facts_of("training", FRENCH), "agent") == [("Association Tamaris",)]


def test_a_heading_in_capitals_is_no_plan() -> None:
    assert said(facts_of("requests", FRENCH), "issuer") == [("Association Tamaris",)]


def test_what_no_text_names_is_no_publisher() -> None:
    text = FRENCH.replace("L’Association Tamaris", "La société")  # is it hers?
    assert said(facts_of("training", text), "agent") == [("",)]


BODY = """
The report tells what was done in the three countries, and why it took longer than had been hoped.

Workers were informed by {} in three countries, and by others in two. We trained 40 inspectors in 2024.
"""


@pytest.mark.parametrize(
    ("head", "name", "publisher"),
    [
        ("Fundación Tierra Justa\n\nSafe Harvest: Help for Workers in Spain\n\nFinal report\n", "Fundación Tierra Justa (FTJ)", "Fundación Tierra Justa"),
        ("Safe Harvest\n\nHelp for Workers in Spain\n\nFinal report\n", "the Safe Harvest project", ""),
        ("Amina Diallo\n\nHelp for Workers in Spain\n\nFinal report\n", "Amina Diallo", ""),
        ("Amina Diallo\n\nHelp for Workers in Spain\n\nFinal report\n", "another organisation", ""),
    ],
)  # fmt: skip
def test_a_name_above_the_title_that_the_text_tells_to_be_an_actor_s(head: str, name: str, publisher: str) -> None:
    assert said(facts_of("documents", head + BODY.format(name)), "publisher") == [(publisher,)]
    assert said(facts_of("training", head + BODY.format(name)), "agent") == [(publisher,)]
