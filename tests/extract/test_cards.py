"""Numbers in cards, lists and tables: when, where and by whom other lines or columns say it was so."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from extract.facts import Entity
from extract.pipeline import extract
from extract.readers import read_bytes

Roles = Mapping[str, object]
OPENING = "The Agency reports here on what it has done over the years, and where it has done it.\n\n"
OUVERTURE = "L’Agence rend compte ici de ce qu’elle a fait, et du lieu où elle l’a fait.\n\n"


def facts(text: str, kind: str) -> list[Roles]:
    """Facts of ``kind`` in a document of this text, entities by their first name, each once."""
    found: list[Roles] = []
    for fact in extract(read_bytes(text.encode(), "report.txt")).facts:
        roles = {role: _name(value) for role, value in fact.roles.items()}
        if fact.kind == kind and roles not in found:
            found.append(roles)
    return found


def _name(value: Entity | str | int | float) -> object:
    return (value.labels[0][1] if value.labels else value.id) if isinstance(value, Entity) else value


CARD = """Operation Grey Otter

Lead agency: Hellenic Coast Guard
Place: Piraeus
Date: 21 November 2017
Victims rescued: 8
Arrests: 15
"""
FICHE = """Nom de code : Loutre grise
Chef de file : Police cantonale vaudoise
Lieu : Lausanne
Date : 12 mai 2018
Interpellations : 9
Victimes libérées : 27
"""


def test_a_card_of_an_operation_says_who_led_it_and_what_it_achieved() -> None:
    assert facts(OPENING + CARD, "operations") == [
        {
            "operation": "Operation Grey Otter", "place": "Piraeus", "coordinator": "Hellenic Coast Guard",
            "date": "2017-11-21", "rescued": 8, "arrested": 15,
        }
    ]  # fmt: skip
    assert facts(FICHE, "operations")[0]["coordinator"] == "Police cantonale vaudoise"


def test_the_numbers_of_a_card_are_of_its_date_and_place() -> None:
    found = {(r["measure"], r["value"], r["period"], r["place"]) for r in facts(OPENING + CARD, "figures")}
    assert found == {
        ("Victims rescued", 8, "2017-11-21", "Piraeus"),
        ("Arrests", 15, "2017-11-21", "Piraeus"),
    }


def test_labels_that_no_list_knows_count_what_they_name() -> None:
    text = f"{OPENING}Shelter of Durrës\n\nYear: 2018\nBeds: 24\nWomen sheltered: 112\nStaff: 9\nTelephone: 5527\n"
    assert {(r["value"], r["period"]) for r in facts(text, "figures")} == {(24, "2018"), (112, "2018"), (9, "2018")}
    texte = (
        f"{OUVERTURE}Refuge de Durrës\n\nAnnée : 2018\nLits : 24\nFemmes hébergées : 112\nEffectif : 9\nTél. : 5527\n"
    )
    assert {(r["value"], r["period"]) for r in facts(texte, "figures")} == {(24, "2018"), (112, "2018"), (9, "2018")}


@pytest.mark.parametrize(
    "lines",
    [
        "Rooms to be built: 12\nTarget: 500\nVictims to be assisted: 40\nPrice: 30\nArticles: 12\nSession: 14\n",
        "Coût prévu : 40\nObjectifs : 12\nTél. : 40\nBénéficiaires attendus : 120\nLits à créer : 12\n",
        "Upcoming\n\nBeds planned: 24\n",
    ],
)
def test_labels_of_plans_and_of_what_counts_nothing(lines: str) -> None:
    assert facts(lines, "figures") == []


def test_a_list_of_training_takes_giver_and_year_from_the_line_above() -> None:
    above = "Training provided by the Baobab Centre in 2021:"
    text = f"{OPENING}{above}\n- Lomé: 40 labour inspectors\n- Dakar: 60 teachers\n"
    assert [(r["agent"], r["number"], r["period"], r["place"]) for r in facts(text, "training")] == [
        ("Baobab Centre", 40, "2021", "Lome"),
        ("Baobab Centre", 60, "2021", "Dakar"),
    ]
    texte = (
        f"{OUVERTURE}Formations assurées par l’OIM en 2021 :\n– Lomé : 40 inspecteurs ;\n– Dakar : 60 enseignantes.\n"
    )
    assert [(r["agent"], r["number"], r["period"]) for r in facts(texte, "training")] == [
        ("IOM", 40, "2021"),
        ("IOM", 60, "2021"),
    ]


@pytest.mark.parametrize(
    "above",
    [
        "Training needs:",
        "Training to be provided by the Baobab Centre in 2031:",
        "Participants expected at the training:",
        "Staff of the training centre:",
    ],
)
def test_no_training_below_a_line_that_reports_none(above: str) -> None:
    assert facts(f"{OPENING}{above}\n- Lomé: 40 labour inspectors\n", "training") == []


def test_a_list_of_results_is_of_the_operation_above_it() -> None:
    above = "Operation Reef was launched by Europol in May 2019. Key results:"
    text = f"{OPENING}{above}\n- 12 arrests\n- 40 victims identified\n"
    assert facts(text, "operations") == [
        {"operation": "Operation Reef", "date": "2019-05", "coordinator": "Europol", "arrested": 12, "rescued": 40}
    ]


def test_a_table_tells_when_and_where_its_numbers_were() -> None:
    rows = ("Aube | Soudan | mars 2017 | 85 | 14", "Loutre | Ouganda | août 2018 | 46 | 7")
    table = "\n".join(("Opération | Pays | Période | Personnes secourues | Arrestations", *rows))
    found = {(r["subject"], r["value"], r["period"], r["place"]) for r in facts(table, "figures")}
    assert ("Aube", 85, "2017-03", "Sudan") in found and ("Loutre", 7, "2018-08", "Uganda") in found
    assert facts(table, "operations")[0] == {
        "operation": "Aube", "place": "Sudan", "date": "2017-03", "rescued": 85, "arrested": 14
    }  # fmt: skip


def test_a_year_that_opens_a_line_of_a_chronology_is_that_of_its_numbers() -> None:
    text = f"{OPENING}2002 – The Purse gives the House 51,129 euros.\n2006 – The House shelters 40 women.\n"
    assert [(r["value"], r["period"]) for r in facts(text, "figures")] == [(51129, "2002"), (40, "2006")]
