"""Demands that lists hold: of a review, below "recommends:", and what a quotation asks whose speaker stands within."""

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
