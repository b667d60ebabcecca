"""French names that say to what end: « le projet visant à protéger les victimes », and end with no word left open."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("L'OIM a lancé en 2015 un projet visant à protéger les victimes de la traite.",
         "projet visant à protéger les victimes de la traite"),
        ("L'OIM a lancé en 2015 le Projet visant à prévenir et combattre la traite des personnes.",
         "Projet visant à prévenir et combattre la traite des personnes"),
        ("L'OIM a lancé en 2015 le projet visant à renforcer la coopération transfrontalière.",
         "projet visant à renforcer la coopération transfrontalière"),
    ],
)  # fmt: skip
def test_to_the_object(text: str, thing: str) -> None:
    assert said(facts_of("founded", text), "thing") == [(thing,)]


@pytest.mark.parametrize(
    "text",
    [
        "Le bureau de l'OIM en France a lancé un projet visant à aider 130 personnes.",
        "L'OIM a lancé un projet destiné à aider 40 rescapés.",
    ],
)
def test_a_number_is_no_object(text: str) -> None:
    assert facts_of("founded", text) == []


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("L'ONUDC a organisé, du 18 au 21 mai 2015, un atelier de travail destiné aux instituts de formation.",
         "atelier de travail"),
        ("L'ONUDC a tenu à Bamako, en 2019, un atelier sur la traite destiné aux services de police.",
         "atelier sur la traite"),
        ("Le Conseil a tenu le 2 juin 2010 une réunion-débat consacrée à la traite des personnes.",
         "réunion-débat consacrée à la traite des personnes"),
    ],
)  # fmt: skip
def test_for_whom_is_no_part_of_the_name(text: str, meeting: str) -> None:
    assert said(facts_of("meetings", text), "meeting") == [(meeting,)]
