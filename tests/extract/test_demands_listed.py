"""Demands that lists hold: of a review, below "recommends:", and what a quotation asks whose speaker stands within."""

# ruff: noqa: E501 - paragraphs stand as they are printed
from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

REVIEW = (
    "Report of the Working Group\n\n{chapeau}\n\n10.1 {first} ;\n\n10.2 {second}.\n\n11. Chad was thanked (Togo).\n"
)


@pytest.mark.parametrize(
    ("chapeau", "first", "second"),
    [
        (
            "10. The following recommendations enjoy the support of Chad:",
            "Ratify the Convention (No. 189) (Philippines)",
            "Train judges (Morocco) (Senegal)",
        ),
        (
            "10. The recommendations formulated during the dialogue have been examined by Chad and noted:",
            "Ratify the Convention (No. 189) (Philippines)",
            "Train judges (Morocco, Senegal)",
        ),
        (
            "10. Les recommandations ci-après ont recueilli l'adhésion du Tchad :",
            "Ratifier la convention (no 189) (Philippines)",
            "Former des juges (Maroc) (Sénégal)",
        ),
    ],
)
def test_a_review_lists_who_recommended_what(chapeau: str, first: str, second: str) -> None:
    found = facts_of("requests", REVIEW.format(chapeau=chapeau, first=first, second=second))
    one, two = first.rsplit(" (", 1)[0], second.split(" (")[0]
    assert said(found, "issuer", "addressee", "action") == [
        ("Morocco", "Chad", two),
        ("Philippines", "Chad", one),
        ("Senegal", "Chad", two),
    ]


@pytest.mark.parametrize(
    "chapeau",
    ["10. The following delegations spoke on Chad:", "10. Les recommandations du Tchad sont nombreuses."],
)
def test_other_lists_are_none(chapeau: str) -> None:
    assert facts_of("requests", REVIEW.format(chapeau=chapeau, first="Train judges (Fiji)", second="Go (Peru)")) == []


@pytest.mark.parametrize(
    ("chapeau", "first", "second", "third"),
    [
        (
            "The Ports Board recommends:",
            "To UNODC, to hand over tools",
            "To IOM and UNICEF, to act",
            "Opening a centre",
        ),
        ("Le Comité des ports recommande :", "À l'ONUDC, d'agir", "À l'OIM et à l'UNICEF, d'agir", "Ouvrir un centre"),
        ("The Ports Board recommends:", "That UNODC hand over tools", "That IOM and UNICEF act", "A new centre"),
    ],
)
def test_each_item_names_whom_it_addresses(chapeau: str, first: str, second: str, third: str) -> None:
    text = f"The year was long and the report is short.\n\n{chapeau}\n\n(a) {first};\n\n(b) {second};\n\n(c) {third}.\n"
    assert said(facts_of("requests", text), "addressee") == [("IOM",), ("UNICEF",), ("UNODC",)]


@pytest.mark.parametrize(
    ("text", "issuer", "action"),
    [
        ("« Nous prions les juges d'agir, indique Mme Anna Berg, Directrice de l'UNICEF. »", "Anna Berg", "agir"),
        ("« J'invite les États à agir, souligne M. Paul Roy. Il le faut. »", "Paul Roy", "agir"),
        ("Les Parties chargent l'OIM d'établir un tableau.", "Parties", "établir un tableau"),
        ("The Parties request UNODC to train judges.", "Parties", "train judges"),
    ],
)
def test_who_speaks(text: str, issuer: str, action: str) -> None:
    assert said(facts_of("requests", text), "issuer", "action") == [(issuer, action)]


def test_the_author_is_the_evaluator() -> None:
    text = (
        "UNITED NATIONS OFFICE ON DRUGS AND CRIME\n\nFINAL EVALUATION OF THE PROJECT “SAFE SHORES”\n\n"
        "Prepared by Carine Rush\n\nNovember 2023\n\nSUMMARY\n\n1. The project ended.\n\n"
        "2. The evaluator recommends:\n\n(a) To IOM, to open a shelter.\n"
    )
    assert said(facts_of("requests", text), "issuer", "addressee") == [("Carine Rush", "IOM")]


def test_the_evaluator_of_nothing_is_nobody() -> None:
    assert facts_of("requests", "The evaluator recommended to IOM to open a shelter.") == []


OAS = "AG/RES. 3058 (LV-O/25)\n\n{title}\n\n{organ}\n\n{recalling}\n\n{resolves}\n\n{first}\n\n{second}\n\n{third}\n"


def test_what_a_resolution_resolves_with_items_and_a_second_act() -> None:
    text = OAS.format(
        title="PROTECTION DES ENFANTS MIGRANTS",
        organ="L’ASSEMBLÉE GÉNÉRALE,",
        recalling="RAPPELANT sa résolution AG/RES. 2986 (LII-O/22),",
        resolves="DÉCIDE :",
        first="1. De créer un Groupe de travail, et de charger l’UNICEF de lui fournir des études.",
        second="2. D’exhorter le Tchad à :\n\n   a. désigner un tuteur pour chaque enfant ;\n\n   b. s’abstenir de détenir des enfants.",
        third="3. D’inviter le Mali à ratifier la Convention, dont le texte fait foi.",
    )
    assert said(facts_of("requests", text), "act", "addressee", "action") == [
        ("decides", "", "créer un Groupe de travail"),
        ("invites", "Mali", "ratifier la Convention"),
        ("mandates", "UNICEF", "lui fournir des études"),
        ("urges", "Chad", "a. désigner un tuteur pour chaque enfant ; b. s’abstenir de détenir des enfants"),
    ]


def test_what_is_resolved_for_a_purpose_asks_nobody() -> None:
    text = OAS.format(
        title="PROTECTION OF MIGRANT CHILDREN",
        organ="THE GENERAL ASSEMBLY,",
        recalling="RECALLING its resolution AG/RES. 2986 (LII-O/22),",
        resolves="RESOLVES:",
        first="1. To establish a fund to train judges and encourage victims to come forward.",
        second="2. To create a group and to instruct UNICEF to provide it with studies.",
        third="3. To invite Mali to ratify the Convention.",
    )
    assert said(facts_of("requests", text), "act", "addressee", "action") == [
        ("decides", "", "create a group"),
        ("decides", "", "establish a fund to train judges and encourage victims to come forward"),
        ("invites", "Mali", "ratify the Convention"),
        ("mandates", "UNICEF", "provide it with studies"),
    ]


def test_items_below_a_chapeau_with_an_aside() -> None:
    text = (
        "Le GRETA a rendu public mardi un rapport sur la traite des êtres humains en Moldova, après une visite.\n\n"
        "Le GRETA recommande notamment aux autorités moldoves :\n\n- d'inspecter les agences ;\n- de former les juges.\n\n"
        "Le GRETA invite le Tchad à :\n\n- ouvrir des refuges ;\n- adopter une loi.\n"
    )
    assert said(facts_of("requests", text), "issuer", "act", "addressee", "action") == [
        ("GRETA", "invites", "Chad", "adopter une loi"),
        ("GRETA", "invites", "Chad", "ouvrir des refuges"),
        ("GRETA", "recommends", "Republic of Moldova", "former les juges"),
        ("GRETA", "recommends", "Republic of Moldova", "inspecter les agences"),
    ]


def test_what_a_mission_recommends_to_several() -> None:
    text = (
        "RAPPORT DE MISSION\n\nMission d'évaluation à Adré\n\nÉtabli par : Mme Ana Sow, cheffe de mission\n"
        "Date : 5 décembre 2031\n\n\nA. Recommandations\n\n1. La mission recommande :\n\n"
        "   a) au HCR, d'accélérer le transfert des familles ;\n\n   b) à l'UNICEF, de doter chaque comité d'un téléphone.\n"
    )
    assert said(facts_of("requests", text), "act", "addressee", "action") == [
        ("recommends", "UNHCR", "accélérer le transfert des familles"),
        ("recommends", "UNICEF", "doter chaque comité d'un téléphone"),
    ]
