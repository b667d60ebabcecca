"""Whose presidency it was, by the noun for it and its owner."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    "text",
    [
        "Under the Kenyan chairmanship (2020), the Committee on Ports did away with the form.",
        "The Kenyan presidency of the Committee on Ports (2020) convened two seminars.",
        "During Kenya's presidency of the Committee on Ports in 2020, two seminars were held.",
        "During its 2020 chairmanship of the Committee on Ports, Kenya convened two seminars.",
        "It fell to Kenya to preside over the Committee on Ports in 2020.",
        "C'est sous présidence kényane que le Comité des ports a adopté son règlement en 2020.",
        "La présidence kényane du Comité des ports (2020) a organisé deux séminaires.",
        "Au cours de sa présidence du Comité des ports, en 2020, le Kenya a organisé deux séminaires.",
        "Il est revenu au Kenya de présider le Comité des ports en 2020.",
    ],
)
def test_who_chaired(text: str) -> None:
    assert said(facts_of("chairs", text), "chair", "year") == [("Kenya", "2020")]


@pytest.mark.parametrize(
    "text",
    [
        "Under Kenya's forthcoming presidency, the Committee on Ports will adopt its rules.",
        "Kenya's candidacy for the presidency of the Committee on Ports was withdrawn in 2019.",
        "If the Kenyan presidency of the Committee on Ports fails, the form will stay.",
        "The Kenyan presidency announced a reform of the Committee on Ports in 2019.",
        "It did not fall to Kenya to chair the Committee on Ports in 2015.",
        "Sous la présidence kényane, le Comité des ports adoptera son règlement.",
        "La future présidence kényane du Comité des ports a annoncé deux séminaires.",
        "La présidence kényane du Comité des ports n'a jamais eu lieu.",
        "Il reviendra au Kenya de présider le Comité des ports en 2030.",
    ],
)
def test_who_did_not(text: str) -> None:
    assert facts_of("chairs", text) == []


@pytest.mark.parametrize(
    ("text", "chairs"),
    [
        ("The Committee on Ports met. Anna Berg, Committee Chair, spoke.", [("Committee on Ports", "Anna Berg")]),
        ("The Committee on Ports met the Committee on Locks. Anna Berg, Committee Chair, spoke.", []),
        ("Anna Berg, Committee Chair, spoke.", []),
    ],
)
def test_chair_of_the_body_that_was_named(text: str, chairs: list[tuple[str, str]]) -> None:
    assert said(facts_of("chairs", text), "body", "chair") == chairs


@pytest.mark.parametrize(
    "text",
    [
        "The Committee on Ports was chaired by Mr. Lamin Roy, Director of the Nile Centre (NCX) since 2020.",
        "Le Comité des ports a été présidé par M. Lamin Roy, Directeur du Centre du Nil (CNX) depuis 2020.",
    ],
)
def test_the_year_of_the_other_office(text: str) -> None:
    """Since when the chair holds another office is no year of the chair."""
    assert said(facts_of("chairs", text), "chair", "year") == [("Lamin Roy", "")]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Ports Network was founded in 2019.\n\nIts secretariat is provided in Oslo by UNICEF.", ["Ports Network"]),
        ("Le Réseau des ports date de 2019.\n\nSon secrétariat est assuré à Oslo par l'UNICEF.", ["Réseau des ports"]),
        ("Kenya chairs the Ports Network. Togo set up the Nile Fund.\n\nIts secretariat is provided by UNICEF.", []),
    ],
)
def test_its_as_a_paragraph_opens(text: str, body: list[str]) -> None:
    """ "Its" is of the one thing that the paragraph before was about."""
    assert [str(row[0]) for row in said(facts_of("responsibilities", text), "object")] == body
