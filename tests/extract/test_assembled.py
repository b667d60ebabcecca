"""Who adopts where only those are named who met, and on which day of their meeting."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

MET = "The Lake Forum met in Suva on 3 and 4 May 2031. "
REUNI = "Le Forum des lacs s'est réuni à Suva les 3 et 4 mai 2031. "


@pytest.mark.parametrize(
    ("text", "body", "date"),
    [
        (f"{MET}Participants adopted the Suva Charter.", "Lake Forum", ""),
        (f"{MET}The ministers also adopted the Suva Charter on 4 May 2031.", "Lake Forum", "2031-05-04"),
        (f"{MET}The heads of State and Government unanimously adopted the Suva Charter.", "Lake Forum", ""),
        (f"{MET}On the closing day, the delegations adopted the Suva Charter.", "Lake Forum", "2031-05-04"),
        (f"{MET}On the opening day, it adopted the Suva Charter.", "Lake Forum", "2031-05-03"),
        (f"{REUNI}Les participants ont adopté la Charte de Suva.", "Forum des lacs", ""),
        (f"{REUNI}Les participants y ont approuvé la Déclaration de Suva.", "Forum des lacs", ""),
        (f"{REUNI}Le dernier jour, les ministres ont adopté la Charte de Suva.", "Forum des lacs", "2031-05-04"),
    ],
)
def test_the_meeting_adopts(text: str, body: str, date: str) -> None:
    assert said(facts_of("adoptions", text), "body", "date") == [(body, date)]


@pytest.mark.parametrize(
    "text",
    [
        f"{MET}In 2016 participants adopted the Lomé Charter.",
        f"{MET}Participants in the Second Dialogue on Ports adopted the Lomé Charter in 2016.",
        f"{MET}The ministers did not adopt the Suva Charter.",
        f"{MET}Ministers will adopt the Suva Charter.",
        f"{MET}At the request of participants, Togo adopted the Suva Charter.",
        f"{REUNI}Sans l'accord des participants, le Togo a adopté la Charte de Suva.",
        f"{REUNI}Les ministres adopteront la Charte de Suva.",
    ],
)
def test_but_not_in_another_year_nor_what_others_adopt(text: str) -> None:
    assert {body for (body,) in said(facts_of("adoptions", text), "body")} <= {"", "Togo", "Second Dialogue on Ports"}


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (f"{MET}On the last day, Ghana ratified the Palermo Protocol.", [("2031-05-04",)]),
        (f"{MET}On the last day of the campaign, Ghana ratified the Palermo Protocol.", [("",)]),
    ],
)
def test_the_last_day(text: str, dates: list[tuple[str]]) -> None:
    assert said(facts_of("ratifications", text), "date") == dates


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "JOINT COMMUNIQUÉ\n\nThird Ministerial Conference on Ports\n\nAccra, 24 April 2026\n\n1. Meeting in Accra, "
            "we, ministers of Kenya and Togo, held talks.\n\n2. We adopted the Accra Plan of Action.",
            "Third Ministerial Conference on Ports",
        ),
        (
            "COMMUNIQUÉ CONJOINT\n\nTroisième Conférence ministérielle sur les ports\n\nAccra, 24 avril "
            "2026\n\n1. Réunis "
            "à Accra, nous, ministres du Kenya et du Togo, avons échangé nos vues.\n\n2. Nous avons adopté le "
            "Plan d'action "
            "d'Accra.",
            "Troisième Conférence ministérielle sur les ports",
        ),
    ],
)
def test_we_in_a_communique(text: str, body: str) -> None:
    assert said(facts_of("adoptions", text), "body") == [(body,)]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("In 2016, the plenary of the Lake Network adopted the Suva Charter.", "plenary of the Lake Network"),
        (
            "L'assemblée plénière du Réseau des lacs a adopté la Charte de Suva.",
            "assemblée plénière du Réseau des lacs",
        ),
        ("The Lake Network adopted the Suva Charter in plenary in 2016.", "Lake Network"),
        ("Le Réseau des lacs a adopté la Charte de Suva en séance plénière en 2016.", "Réseau des lacs"),
    ],
)
def test_plenaries(text: str, body: str) -> None:
    assert said(facts_of("adoptions", text), "body") == [(body,)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "The Suva Charter, adopted at the close of a meeting of the Lake Forum that was held from 2 to 4 May "
            "2031, has five parts.",
            "2031-05-04",
        ),
        ("The Suva Charter was adopted at the close of a meeting of the Lake Forum.", ""),
        ("The Lake Forum met in Suva from 2 to 4 May 2031. The Suva Charter was adopted by Fiji.", ""),
        (
            "La Charte de Suva, adoptée au terme d'une réunion du Forum des lacs tenue du 2 au 4 mai 2031, compte "
            "cinq parties.",
            "2031-05-04",
        ),
    ],
)
def test_at_the_close_of_a_meeting(text: str, date: str) -> None:
    assert said(facts_of("adoptions", text), "date") == [(date,)]
