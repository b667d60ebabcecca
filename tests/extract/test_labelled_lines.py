"""Cards ("Label: value"), tables between dashes, and days whose year the caption tells: what they found and entrust."""

from __future__ import annotations

import pytest

from extract.readers import read_bytes
from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Service: Dawn Helpline\nManaging unit: to be decided\nAdministered by: Port Trust\n"
            "Supervisory authority: Ministry of Justice\n",
            [("Ministry of Justice", "supervises"), ("Port Trust", "administers")],
        ),
        (
            "Répartition des tâches au sein de la plateforme Aurore\n– coordination : Fondation Lumière\n"
            "– hébergement des données : Université de Lomé\n– tutelle : néant\n",
            [("Fondation Lumière", "coordinates"), ("Université de Lomé", "hosts")],
        ),
    ],
)
def test_cards_tell_who_has_what_in_charge(text: str, expected: list[tuple[str, ...]]) -> None:
    assert said(facts_of("responsibilities", text), "agent", "role") == expected


def test_a_coordinator_who_is_a_person_is_no_organisation() -> None:
    assert facts_of("responsibilities", "Network: Ports Network\nCoordinator: Ilze Kalnina\n") == []


def test_projects_and_bodies_say_who_founded_them() -> None:
    project = "Project sheet\nName: Open Harbours\nInitiated by: Port Trust of Lima\nStarted: May 2018\n"
    assert said(facts_of("founded", project), "thing", "founder", "date") == [
        ("Open Harbours", "Port Trust of Lima", "2018-05")
    ]
    body = "Organe : Observatoire des ports\nBase juridique : loi no 12 de 2011\nCréé en : 2012\n"
    assert said(facts_of("founded", body), "thing", "instrument", "date") == [
        ("Observatoire des ports", "loi no 12 de 2011", "2012")
    ]


def test_cards_of_meetings() -> None:
    english = "Event: Dialogue of Judges\nConvened by: Judicial College of Ghana\nVenue: Cape Coast\nDate: 7 May 2022\n"
    french = "Fiche de l'événement\nIntitulé : Nuit du droit\nOrganisateur : Université de Lomé\nDate : 7 mars 2022\n"
    assert said(facts_of("meetings", english), "meeting", "body", "place", "start") == [
        ("Dialogue of Judges", "Judicial College of Ghana", "Cape Coast", "2022-05-07")
    ]
    assert said(facts_of("meetings", french), "meeting", "body", "start") == [
        ("Nuit du droit", "Université de Lomé", "2022-03-07")
    ]


def test_the_caption_tells_the_year_of_days() -> None:
    table = "Meetings held in 2017\nMeeting | Place | Dates\nWorkshop on ports | Dakar | 14–16 February\n"
    assert said(facts_of("meetings", table), "meeting", "start", "end") == [
        ("Workshop on ports", "2017-02-14", "2017-02-16")
    ]
    assert facts_of("meetings", table.replace("held in 2017", "planned for 2017")) == []


def test_tables_of_adoptions_and_of_ratifications_between_dashes() -> None:
    adopted = "Titre | Organe | Date d'adoption\nCharte du thé | Assemblée des planteurs | 12 août 2011\nCode | – | –\n"
    assert said(facts_of("adoptions", adopted), "instrument", "body", "date") == [
        ("Charte du thé", "Assemblée des planteurs", "2011-08-12")
    ]
    status = "Protocole de Palerme\nÉtat — Signature — Ratification\nTogo — néant — 9 mars 2018\nMali — 2 mai 2001 — –"
    assert said(facts_of("ratifications", status), "state", "manner", "date") == [
        ("Mali", "signature", "2001-05-02"),
        ("Togo", "ratification", "2018-03-09"),
    ]


def test_lines_of_one_list_stay_apart() -> None:
    text = (
        "Focal points\nFishing vessels: coordinated by the Port Authority\nBrick kilns: coordinated by Sangam Trust\n"
    )
    assert len(read_bytes(text.encode(), "note.txt").passages) == 3
    times = (
        "Historique\n1999 : mise sur pied du Bureau des ports par la Mission de police\n2004 : dissolution du Bureau\n"
    )
    assert len(read_bytes(times.encode(), "note.txt").passages) == 3


def test_the_date_of_a_text_is_not_that_of_the_meeting_above_it() -> None:
    text = "Textes soumis à la Conférence des ministres de la justice\n– Déclaration de Lima : adoptée le 17 mai 2019\n"
    assert facts_of("meetings", text) == []


def test_a_meeting_takes_the_town_right_beside_its_noun() -> None:
    named = "Le Sommet de Tunis s'est tenu en mai 2016."
    assert said(facts_of("meetings", named), "place") == [("Tunis",)]
    process = "The Bali Process Ministerial Conference was held in May 2016."
    assert said(facts_of("meetings", process), "place") == [("",)]


def test_a_heading_with_a_year_dates_the_list_below_it() -> None:
    text = (
        "REPORT OF THE PORT TRUST\n\nWhat we do\n\nThe Port Trust helps crews in three ports of the region.\n\n"
        "2024 in figures\n\n- Crews advised: 291\n- Of whom minors: 46\n- Assets seized: €8.7 million\n"
    )
    found = said(facts_of("figures", text), "value", "unit", "period")
    assert ("291", "crews", "2024") in found
    assert ("46", "minors", "2024") in found
