"""Chairs whose year or body stands elsewhere: who came before, a meeting that opens the sentence, its topic."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


def _chairs(text: str) -> list[tuple[str, ...]]:
    return said(facts_of("chairs", text), "body", "chair", "year")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("In 2024 Gabon chaired the Ports Committee, after Cameroon in 2023.", "Ports Committee"),
        ("Gabon, after Cameroon (2023), chaired the Ports Committee in 2024.", "Ports Committee"),
        (
            "Le Comité des ports a été créé en 2019. En 2024, la présidence en a été exercée par le Gabon, après le "
            "Cameroun en 2023.",
            "Comité des ports",
        ),
        ("Après le Cameroun en 2023, c'est le Gabon qui préside le Réseau des ports en 2024.", "Réseau des ports"),
    ],
)
def test_who_held_it_before(text: str, body: str) -> None:
    assert _chairs(text) == [(body, "Cameroon", "2023"), (body, "Gabon", "2024")]


@pytest.mark.parametrize(
    "text",
    [
        "Gabon chaired the Ports Committee in 2024, after the adoption of the Plan in 2023.",
        "Gabon chaired the Ports Committee in 2024; after Cameroon in 2023, it was the second to do so.",
        "Le Gabon a présidé le Comité des ports en 2024, après sa réunion à Lomé en 2023.",
    ],
)
def test_what_came_before_is_no_chair(text: str) -> None:
    assert [(chair, year) for _, chair, year in _chairs(text)] == [("Gabon", "2024")]


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        (
            "Réunie à Lisbonne les 3 et 4 avril 2025, l'Assemblée générale du Réseau des ports a porté à la présidence "
            "du Réseau Mme Anna Berg.",
            ("Réseau des ports", "Anna Berg", "2025"),
        ),
        (
            "Meeting in Lisbon from 3 to 5 April 2025, the Ports Board elected Ms. Anna Berg Chair.",
            ("Ports Board", "Anna Berg", "2025"),
        ),
        (
            "The Board of Trustees of the Ports Fund has five members. Ms. Anna Berg was elected Chair in March 2024.",
            ("Board of Trustees of the Ports Fund", "Anna Berg", "2024"),
        ),
        (
            "Decisions are taken by a Board of seven people. The Board is chaired by Ms. Anna Berg.",
            ("Board", "Anna Berg", ""),
        ),
    ],
)
def test_what_the_sentence_opens_with_or_the_one_before_told(text: str, chair: tuple[str, ...]) -> None:
    assert _chairs(text) == [chair]


def test_the_years_of_an_outgoing_chair() -> None:
    text = "The outgoing Chair, Mr. Paul Roy (Chad), who had chaired the Ports Board in 2022 and 2023, was thanked."
    head = "Ports Board\n\nReport on its sixth meeting\n\n"
    assert [row[1:] for row in _chairs(head + text)] == [("Paul Roy", "2022"), ("Paul Roy", "2023")]


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        (
            "Le Conseil des ports a élu Mme Anna Berg (Chili) présidente, M. Paul Roy (Togo) vice-président et Mme "
            "Diop rapporteuse.",
            [("Anna Berg", "Présidente"), ("Diop", "rapporteuse"), ("Paul Roy", "vice-président")],
        ),
        (
            "The Ports Board elected Ms. Anna Berg (Chile) chair, Mr. Paul Roy vice-chair and Ms. Diop treasurer.",
            [("Anna Berg", "Chair"), ("Diop", "treasurer"), ("Paul Roy", "vice-chair")],
        ),
        ("Le Conseil des ports n'a pas élu Mme Anna Berg trésorière.", []),
        ("Les membres du Conseil des ports ont proposé d'élire Mme Anna Berg trésorière.", []),
        ("The Ports Board met Ms. Anna Berg. Its treasurer was elected in May.", []),
        ("Ms. Anna Berg and Mr. Paul Roy chair the Ports Board.", []),
    ],
)
def test_those_who_are_elected(text: str, offices: list[tuple[str, str]]) -> None:
    assert said(facts_of("offices", text), "person", "office") == offices


def test_the_functions_that_are_left() -> None:
    text = (
        "Mme Anna Berg, commissaire aux comptes depuis septembre 2020, supervise le Fonds des ports. M. Paul Roy a "
        "quitté en juin 2024 ses fonctions de coordonnateur du Fonds."
    )
    assert said(facts_of("offices", text), "person", "office", "end") == [
        ("Anna Berg", "commissaire aux comptes", ""),
        ("Paul Roy", "Coordonnateur", "2024-06"),
    ]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("The Ports Fund has a staff of 20. Ms. Anna Berg is Head of Grants.", ("Anna Berg", "Head of Grants")),
        (
            "Le Réseau des ports compte 20 membres. Mme Anna Berg en est la responsable du plaidoyer.",
            ("Anna Berg", "responsable du plaidoyer"),
        ),
    ],
)
def test_heads_of_what_a_body_does(text: str, office: tuple[str, str]) -> None:
    (row,) = said(facts_of("offices", text), "person", "office", "organisation")
    assert row[:2] == office and row[2] in ("Ports Fund", "Réseau des ports")


@pytest.mark.parametrize(
    "text",
    [
        "The Ports Panel has two members. Its Chair in 2023 and 2024 was Mr. Paul Roy.",
        "The Chair of the Ports Panel in 2023 and 2024 was Mr. Paul Roy.",
        "Le président du Comité des ports en 2023 et en 2024 était M. Paul Roy.",
    ],
)
def test_two_years_beside_the_post(text: str) -> None:
    assert [row[1:] for row in _chairs(text)] == [("Paul Roy", "2023"), ("Paul Roy", "2024")]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("The Ports Group elected Ms. Anna Berg (Chad) as Chair by acclamation.", ["2024"]),
        ("The Ports Group had elected Ms. Anna Berg (Chad) as Chair by acclamation.", [""]),
    ],
)
def test_elected_at_the_meeting_that_is_reported_on(text: str, years: list[str]) -> None:
    head = "Ports Group\nSixth meeting\nLomé, 8-10 October 2024\n\nREPORT OF THE PORTS GROUP ON ITS SIXTH MEETING\n\n"
    held = "1. The Ports Group held its sixth meeting in Lomé from 8 to 10 October 2024.\n\n2. "
    assert [row[2] for row in _chairs(head + held + text)] == years


@pytest.mark.parametrize(
    "text",
    [
        "At its closing session, on 10 October 2024, the Ports Group adopted its report.",
        "La cérémonie d'ouverture a eu lieu à Lomé le 10 octobre 2024.",
    ],
)
def test_how_a_meeting_opens_or_closes_is_none(text: str) -> None:
    assert facts_of("meetings", text) == []


@pytest.mark.parametrize(
    ("owner", "bodies"),
    [
        ("Coastal Forum", {"Ports Working Group on Child Trafficking"}),
        (
            "Harbour Office",
            {
                "Ports Working Group on Child Trafficking",
                "Ports Working Group on Child Trafficking of the Coastal Forum",
            },
        ),
    ],
)
def test_the_body_that_the_head_names_without_its_owner(owner: str, bodies: set[str]) -> None:
    group = "Ports Working Group on Child Trafficking"
    text = (
        f"{owner}\n\n{group}\nSixth meeting\nLomé, 8-10 October 2024\n\n1. The {group} of the Coastal Forum held its "
        "sixth meeting in Lomé from 8 to 10 October 2024.\n"
    )
    assert {body for (body,) in said(facts_of("meetings", text), "body")} == bodies
