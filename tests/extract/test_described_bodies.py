"""What describes a body beside its name: of whom it is made up, whose organ it is, who chairs it by a pronoun."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

MET = "met in Geneva on 4 May 2024."
RÉUNI = "s'est réunie à Genève le 4 mai 2024."
THREE = ["IOM", "UNHCR", "UNICEF"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (f"The Ports Alliance, a coalition of IOM, UNICEF and UNHCR, {MET}", "Ports Alliance"),
        (f"L'Alliance des ports, une coalition de l'OIM, de l'UNICEF et du HCR, {RÉUNI}", "Alliance des ports"),
        (f"L'Alliance des ports, coalition de l'OIM, de l'UNICEF et du HCR, {RÉUNI}", "Alliance des ports"),
    ],
)
def test_a_list_of_those_who_make_it_up(text: str, body: str) -> None:
    assert said(facts_of("meetings", text), "body", "place") == [(body, "Geneva")]
    assert said(facts_of("members", text), "body", "member") == [(body, one) for one in THREE]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers proposed that the Ports Alliance become a coalition of IOM, UNICEF and UNHCR.",
        "The Ports Alliance has never been a coalition of IOM, UNICEF and UNHCR.",
        "A coalition of IOM, UNICEF and UNHCR set up the Ports Alliance in 2019.",
        f"The Ports Alliance, a coalition of NGOs, {MET}",
    ],
)
def test_no_list_of_its_members(text: str) -> None:
    assert facts_of("members", text) == []


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        (f"The Board, a body of IOM that was set up in 2019, {MET}", "Board"),
        ("Le Conseil, organe de l'OIM qui a été créé en 2019, s'est réuni à Genève.", "Conseil"),
        (f"The Ports Unit, a team of IOM, UNICEF and UNHCR established in 2019, {MET}", "Ports Unit"),
    ],
)
def test_the_organ_of_another_was_founded(text: str, thing: str) -> None:
    assert said(facts_of("founded", text), "thing", "date") == [(thing, "2019")]


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        (
            "Ms. Anna Berg opened the talks. The Ports Committee, which she chairs, was set up in 2019.",
            [("Ports Committee", "Anna Berg")],
        ),
        (
            "Mme Anna Berg a ouvert le débat. Le Comité des ports, qu'elle préside, a été créé en 2019.",
            [("Comité des ports", "Anna Berg")],
        ),
        ("Ms. Anna Berg opened the talks. The Ports Committee, which she does not chair, was set up in 2019.", []),
        (
            "Par la voix de sa présidente, Anna Berg, l'association Espoir lacustre demande aux autorités de signer.",
            [("association Espoir lacustre", "Anna Berg")],
        ),
        (
            "Represented by its Chair, Ms. Anna Berg, the Ports Network signed the agreement.",
            [("Ports Network", "Anna Berg")],
        ),
        (
            "Sous la conduite de la Présidente, le chef du Service des ports, M. Paul Roy, a rendu compte des débats.",
            [],
        ),
    ],
)
def test_who_chairs_it(text: str, chair: list[tuple[str, str]]) -> None:
    assert said(facts_of("chairs", text), "body", "chair") == chair


def test_a_verb_around_its_pronoun() -> None:
    text = "The Ports Network has 20 members. IOM set it up in 2019."
    assert said(facts_of("founded", text), "founder", "thing", "date") == [("IOM", "Ports Network", "2019")]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Ms. Berg, the Maltese home affairs minister, opened the talks.", ("home affairs minister", "Malta")),
        ("The Kenyan ambassador to Norway, Ms. Berg, opened the talks.", ("ambassador to Norway", "Kenya")),
        ("Ms. Berg, Ambassador to Norway, opened the talks.", ("Ambassador to Norway", "")),
        (
            "Mme Berg, ambassadrice auprès de l'Union africaine, a ouvert le débat.",
            ("ambassadrice auprès de l'Union africaine", ""),
        ),
        (
            "Par l'intermédiaire de son directeur, M. Berg, l'OIM a remercié le Togo.",
            ("directeur", "IOM"),
        ),
        ("Through its Director, Ms. Berg, the Ports Network welcomed the agreement.", ("Director", "Ports Network")),
        ("Invited by its Director, Mr. Berg, UNICEF visited the Ports Fund.", ("Director", "")),
    ],
)
def test_whose_the_office_is(text: str, office: tuple[str, str]) -> None:
    assert said(facts_of("offices", text), "person", "office", "organisation") == [("Berg", *office)]


MINUTES = "PORTS COMMISSION\n\nMINUTES OF THE THIRD MEETING OF THE STEERING COMMITTEE\n\nDate: 5 February 2025\n\n"
PV = "COMMISSION DES PORTS\n\nPROCÈS-VERBAL DE LA TROISIÈME RÉUNION DU COMITÉ DE PILOTAGE\n\nDate : 5 février 2025\n\n"


@pytest.mark.parametrize(
    ("text", "there"),
    [
        (f"{MINUTES}Present: Kenya and UNODC. Fiji sent its apologies.\n\n1. The Chair spoke.\n", ["Kenya", "UNODC"]),
        (
            f"{MINUTES}Present:\n- Mr. Paul Roy, UNODC\n\nApologies:\n- Ms. Rose Diop, WHO\n\n1. The Chair spoke.\n",
            ["Paul Roy", "UNODC"],
        ),
        (f"{PV}Étaient représentés : le Kenya et l'ONUDC. Les Fidji s'étaient fait excuser.\n", ["Kenya", "UNODC"]),
        (f"{PV}Étaient présents : le Kenya et l'ONUDC.\nÉtaient excusés : les Fidji.\n", ["Kenya", "UNODC"]),
        (
            "The Ports Committee met in Bo on 4 May 2024. Representatives of Kenya and UNODC attended the meeting.",
            ["Kenya", "UNODC"],
        ),
        (
            "Le Comité des ports s'est réuni à Bo le 4 mai 2024. Le Kenya et l'ONUDC ont assisté à la réunion.",
            ["Kenya", "UNODC"],
        ),
        ("The Ports Committee met in Bo on 4 May 2024. Kenya and UNODC attended another meeting.", []),
        ("The Ports Committee met in Bo on 4 May 2024. Kenya and UNODC will attend the next meeting.", []),
    ],
)
def test_who_was_there(text: str, there: list[str]) -> None:
    assert said(facts_of("participants", text), "participant") == [(one,) for one in there]


def test_an_assembly_that_is_counted_and_held() -> None:
    text = "The Ports Network was set up in 2009. It held its ninth General Assembly in Accra on 3 April 2024."
    assert said(facts_of("meetings", text), "body", "meeting", "place") == [
        ("Ports Network", "ninth General Assembly of the Ports Network", "Accra")
    ]
