"""What stands above a headline and is none: the way to the page, remarks on use, mottos; communiqués below the meeting."""

# ruff: noqa: E501 - fronts stand as they are printed
from __future__ import annotations

import pytest

from extract.front_site import is_trail
from extract.letterhead import is_motto, is_office
from extract.readers import read_bytes
from tests.extract.kinds import facts_of, said, said_of_itself

BODY = (
    "The ministers met and agreed that more must be done to protect those who travel. They thanked the host for its "
    "welcome and asked the secretariat to report.\n"
)
TEXTE = (
    "Les ministres se sont réunis et ont convenu qu'il faut faire davantage pour protéger celles et ceux qui voyagent. "
    "Ils ont remercié le pays hôte.\n"
)


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("Home > News > Press releases\n\nChildren freed from cocoa farms in the south\n\n12 May 2031", BODY, "Children freed from cocoa farms in the south"),
        ("Accueil » Actualités » Communiqués\n\nDes enfants libérés de plantations\n\n12 mai 2031", TEXTE, "Des enfants libérés de plantations"),
        ("Exports > imports: how traffickers move\n\n12 May 2031", BODY, "Exports > imports: how traffickers move"),
        ("Press Release\n\nFor information media - not an official record\n\nChildren freed from farms in the south", BODY, "Children freed from farms in the south"),
        ("À l'intention des organes d'information • Document non officiel\n\nDes enfants libérés de plantations", TEXTE, "Des enfants libérés de plantations"),
        ("RÉPUBLIQUE DU CAMEROUN\nPaix – Travail – Patrie\n\nMINISTÈRE DE LA JUSTICE\n\nRapport annuel sur la traite 2030", TEXTE, "Rapport annuel sur la traite 2030"),
        ("FEDERAL REPUBLIC OF NIGERIA\nUnity and Faith, Peace and Progress\n\nMINISTRY OF JUSTICE\n\nAnnual report on trafficking 2030", BODY, "Annual report on trafficking 2030"),
        ("Press Release\n\nSecretary-General names new envoy for victims\n\n12 May 2031", BODY, "Secretary-General names new envoy for victims"),
        ("Communiqué de presse\n\nLa ministre inaugure un foyer à Lomé\n\n12 mai 2031", TEXTE, "La ministre inaugure un foyer à Lomé"),
    ],
)  # fmt: skip
def test_titles(head: str, body: str, title: str) -> None:
    assert said_of_itself(head, body, "title") == [(title,)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Home > News", True),
        ("Resources › Reports › 2031", True),
        ("Resources › Reports", False),
        ("Exports > imports", False),
        ("Home", False),
    ],
)
def test_trails(words: str, expected: bool) -> None:
    assert is_trail(words) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Paix – Travail – Patrie", True),
        ("Unity, Faith, Discipline", True),
        ("Un Peuple - Un But - Une Foi", True),
        ("Ministère de la justice", False),
        ("Report on ports, ships and crews of the region", False),
    ],
)
def test_mottos(words: str, expected: bool) -> None:
    assert is_motto(words) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Minister opens a shelter in Lagos", False),
        ("Special Rapporteur urges States to act", False),
        ("Le Rapporteur exhorte les États", False),
        ("Le Coordonnateur résident", True),
        ("Le Représentant résident du PNUD", True),
        ("Director, programmes and policy", True),
        ("Foreword by the Director", True),
    ],
)
def test_who_does_something_is_in_a_headline(words: str, expected: bool) -> None:
    assert is_office(words) is expected


@pytest.mark.parametrize(
    ("head", "body", "title", "date"),
    [
        ("FOURTH MINISTERIAL CONFERENCE ON MIGRATION IN THE GREAT LAKES\n\n\"Moving in dignity\"\n\nKampala, 3-4 May 2031\n\nKAMPALA COMMUNIQUÉ", BODY, "KAMPALA COMMUNIQUÉ", "2031-05-04"),
        ("Quatrième Conférence ministérielle sur la traite\n\n« Ensemble »\n\nDakar, 3 et 4 mai 2031\n\nCOMMUNIQUÉ FINAL", TEXTE, "COMMUNIQUÉ FINAL", "2031-05-04"),
        ("JOINT COMMUNIQUÉ OF THE THIRD MINISTERIAL MEETING\n\nLomé, 11-12 June 2031", BODY, "JOINT COMMUNIQUÉ OF THE THIRD MINISTERIAL MEETING", "2031-06-12"),
    ],
)  # fmt: skip
def test_communiques_are_of_the_last_day(head: str, body: str, title: str, date: str) -> None:
    assert said_of_itself(head, body, "title", "type", "date") == [(title, "statement", date)]


def test_a_state_is_no_author_above_its_ministry() -> None:
    head = "RÉPUBLIQUE DU CAMEROUN\nPaix – Travail – Patrie\n\nMINISTÈRE DE LA JUSTICE\n\nRapport annuel sur la traite 2030"
    assert said_of_itself(head, TEXTE, "publisher") == [("MINISTÈRE DE LA JUSTICE",)]


def test_the_town_where_ministers_meet_is_no_state_that_speaks() -> None:
    text = (
        "FOURTH MINISTERIAL CONFERENCE ON LABOUR\n\nDjibouti, 6-7 June 2031\n\nDJIBOUTI COMMUNIQUÉ\n\n7 June 2031\n\n"
        "1. We, the ministers of labour of Ethiopia, Kenya and Uganda, met in Djibouti.\n\n"
        "2. We call upon States to act, and we urge airlines to train their staff.\n"
    )
    assert "Djibouti" not in {issuer for (issuer,) in said(facts_of("requests", text), "issuer")}


@pytest.mark.parametrize(
    ("foot", "date"),
    [
        ("Page last updated: 11 August 2031", "2031-08-11"),
        ("Dernière mise à jour : 12 février 2031", "2031-02-12"),
        ("© 2031 Network of Shelters", None),
        ("Founded on 3 May 1997", None),
    ],
)
def test_the_day_at_the_foot_of_a_page(foot: str, date: str | None) -> None:
    page = (
        f"<html><body><main><h1>About the Network</h1><p>{BODY}</p></main><footer><p>{foot}</p></footer></body></html>"
    )
    stated = read_bytes(page.encode(), "page.html").parts[0].date
    assert (stated.value if stated is not None else None) == date
