"""Who signs a letter and to whom it goes, with their offices, by the lines at its foot."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

ENGLISH = "The Committee looks forward to continuing its constructive dialogue with the authorities.\n\n\n"
FRENCH = "Le Comité se réjouit à l'idée de poursuivre avec les autorités un dialogue constructif.\n\n\n"


@pytest.mark.parametrize(
    ("text", "person", "organisation"),
    [
        (
            ENGLISH + "Anna Berg\nRapporteur on follow-up\nCommittee against Torture\n",
            "Anna Berg",
            "Committee against Torture",
        ),
        (
            FRENCH + "Anna Berg\nRapporteuse chargée du suivi\nComité contre la torture\n",
            "Anna Berg",
            "Committee against Torture",
        ),
        (ENGLISH + "Mr. Luis Rojas\nPermanent Representative of Chile\nto the United Nations\n", "Luis Rojas", "Chile"),
        (FRENCH + "M. Luis Rojas\nReprésentant permanent du Chili\nauprès de l'ONU\n", "Luis Rojas", "Chile"),
        (FRENCH + "La Conseillère juridique\nAnna Berg\n", "Anna Berg", ""),
    ],
)
def test_names_and_offices(text: str, person: str, organisation: str) -> None:
    assert said(facts_of("offices", text), "person", "organisation") == [(person, organisation)]


@pytest.mark.parametrize(
    "text",
    [
        FRENCH + "La Présidente\nfera rapport à ce sujet.\n",
        ENGLISH + "Senior Officials\nHuman Rights Council\n",
    ],
)
def test_other_lines(text: str) -> None:
    assert facts_of("offices", text) == []
