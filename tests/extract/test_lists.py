"""Lists below a line that says what they are: who chaired, belonged or held an office, and what a life was made of."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

OPENING = "Report on ports\n\nThe group met in 2019. It was well attended, and the host was thanked for it.\n\n"


def chaired(text: str) -> list[tuple[str, ...]]:
    return [row[1:] for row in said(facts_of("chairs", text), "body", "chair", "year")]


def test_chairs_by_year() -> None:
    wanted = [("Albania", "2017"), ("Kenya", "2018"), ("Kenya", "2019"), ("Mali", "2016")]
    lines = "2016: Mali\n• 2017: Albania\n• 2018–2019: Kenya\n• 2030: Togo (to be confirmed)\n"
    assert chaired("Chairs of the Committee on Ports:\n• " + lines) == wanted
    assert chaired(OPENING + "Former Chairs of the Committee on Ports\n\n• " + lines) == wanted
    lignes = "2016 : Mali\n• 2017 : Albanie\n• 2018-2019 : Kenya\n"
    assert chaired("Présidences successives du Comité des ports :\n• " + lignes) == wanted


def test_members_with_their_year() -> None:
    lines = "Kenya\n• Togo (since 2014)\n• Fundación Puentes\n\nThe group thanked the host."
    found = said(facts_of("members", OPENING + "Members of the Committee on Ports\n\n• " + lines), "member", "year")
    assert found == [("Fundación Puentes", ""), ("Kenya", ""), ("Togo", "2014")]
    found = said(facts_of("members", "Composition du Comité des ports (2019)\nAnna Berg\nLuis Rojas"), "member", "year")
    assert found == [("Anna Berg", "2019"), ("Luis Rojas", "2019")]


def test_holders_of_an_office() -> None:
    lines = "\n\nAnna Berg (Chile), 2014–2018\nLuis Rojas (Kenya), since 2018\n"
    found = facts_of("offices", "Executive Directors of the Ports Fund" + lines)
    columns = ("person", "office", "organisation", "start", "end")
    assert said(found, *columns) == [
        ("Anna Berg", "Executive Director", "Ports Fund", "2014", "2018"),
        ("Luis Rojas", "Executive Director", "Ports Fund", "2018", ""),
    ]
    lignes = "\n\nAnna Berg (Chili), 2014-2018\nLuis Rojas (Kenya), depuis 2018\n"
    found = facts_of("offices", "Directeurs exécutifs du Fonds des ports" + lignes)
    assert said(found, *columns)[1] == ("Luis Rojas", "Directeur exécutif", "Fonds des ports", "2018", "")


@pytest.mark.parametrize(
    "text",
    [
        OPENING + "Candidate members of the Committee on Ports\n\n• Kenya\n• Togo\n",
        OPENING + "Former members of the Committee on Ports\n\n• Kenya\n• Togo\n",
        OPENING + "Members of the Committee on Ports were invited to visit:\n\n• Kenya\n• Togo\n",
        OPENING + "Contributors to the Committee on Ports\n\n• Kenya\n• Togo\n",
        OPENING + "Upcoming chairs of the Committee on Ports\n\n• 2031: Kenya\n• 2032: Togo\n",
        OPENING + "Candidats à la présidence du Comité des ports\n\n• Kenya\n• Togo\n",
        OPENING + "Visites des membres du Comité des ports\n\n• Kenya\n• Togo\n",
    ],
)
def test_lists_of_other_things(text: str) -> None:
    assert facts_of("members", text) == facts_of("chairs", text) == []


def test_a_career() -> None:
    text = (
        "Ms. Anna Berg (Kenya)\n\nProfessional experience:\n\n• Lawyer, Ports Agency (2004–2012)\n"
        "• Chair of the Board of the Ports Institute (2013–2014)\n• Deputy Minister of Justice of Kenya (since 2016)\n"
    )
    columns = ("office", "organisation", "start", "end")
    assert said(facts_of("offices", text), *columns) == [
        ("Chair", "Board of the Ports Institute", "2013", "2014"),
        ("Deputy Minister of Justice", "Kenya", "2016", ""),
        ("Lawyer", "Ports Agency", "2004", "2012"),
    ]
    assert chaired(text) == [("Anna Berg", "2013"), ("Anna Berg", "2014")]
    texte = "Anna Berg\n\nParcours professionnel\n\n2004-2012 : avocate au barreau de Lomé\n\nLangues : français"
    assert said(facts_of("offices", texte), *columns) == [("avocate", "barreau de Lomé", "2004", "2012")]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg\n\nEducation\n\n1998–2002: University of Oslo",
        "Anna Berg\n\n2004–2012: adoption of the Act on ports by the Ports Agency",
        "Ports Agency\n\n2004–2012: Lawyer, Ports Agency",
    ],
)
def test_lines_that_tell_no_post(text: str) -> None:
    assert facts_of("offices", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The entities that form its steering body, known as the Ports Panel, are IOM and UNICEF.",
        "The entities that take part in the Sea Alliance and that make up the Ports Panel are IOM and UNICEF.",
        "Les entités qui participent aux travaux de l'Alliance et qui forment son organe de décision, dénommé « Comité "
        "des ports », sont l'OIM et l'UNICEF.",
    ],
)
def test_those_who_form_what_is_called_so(text: str) -> None:
    assert sorted(name for (name,) in said(facts_of("members", text), "member")) == ["IOM", "UNICEF"]


@pytest.mark.parametrize(
    "text",
    [
        "The entities that may form its steering body, known as the Ports Panel, are IOM and UNICEF.",
        "The entities that left its steering body, known as the Ports Panel, are IOM and UNICEF.",
        "The entities that form its steering body, known as the Ports Panel, are not IOM and UNICEF.",
    ],
)
def test_those_who_do_not(text: str) -> None:
    assert facts_of("members", text) == []
