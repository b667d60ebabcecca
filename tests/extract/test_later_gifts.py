"""Gifts that a later sentence adds to the one thing that the sentence before was about."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Japan financed the Safe Return project with $2 million. Sweden added $400,000 in 2023.", "Safe Return"),
        (
            "Le Japon a financé le projet Retour sûr à hauteur de 2 millions de dollars. "
            "La Suède a ajouté 400 000 dollars en 2023.",
            "Retour sûr",
        ),
        ("Japan financed the Lake Fund and the Port Fund. Sweden added $400,000 in 2023.", ""),
    ],
)
def test_what_is_added_goes_where_the_first_gift_went(text: str, recipient: str) -> None:
    found = said(facts_of("funding", text), "donor", "recipient", "amount")
    assert ("Sweden", recipient, "400000") in found


def test_the_project_of_a_card_is_the_project_of_the_text_below() -> None:
    page = (
        "<html><body><h1>Safe Return: final report</h1><h2>The project</h2>"
        "<table><tr><th>Project</th><td>Safe Return, Safe Start</td></tr><tr><th>Country</th><td>Peru</td></tr></table>"
        "<p>The Government of Japan financed the project with $2 million in 2022.</p></body></html>"
    )
    assert said(facts_of("funding", page, name="page.html"), "donor", "recipient") == [
        ("Japan", "Safe Return, Safe Start")
    ]
