"""Whose instrument is deposited, where the sentence before names two treaties: of the one that it is about."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        (
            "The Kigali Protocol on Labour, which amends the Lusaka Charter of Migrants, was adopted in 2024. "
            "Rwanda deposited its instrument of ratification in 2025.",
            "Kigali Protocol on Labour",
        ),
        (
            "Le Protocole de Kigali sur le travail, qui modifie la Charte de Lusaka, a été adopté en 2024. "
            "Le Rwanda a déposé son instrument de ratification en 2025.",
            "Protocole de Kigali sur le travail",
        ),
    ],
)
def test_the_treaty_that_the_sentence_before_is_about(text: str, instrument: str) -> None:
    found = said(facts_of("ratifications", text), "state", "instrument", "date")
    assert found == [("Rwanda", instrument, "2025")]


def test_of_two_that_were_signed_together_neither_is_chosen() -> None:
    text = (
        "Togo signed the Kigali Protocol on Labour and the Lusaka Convention on Migrants in 2020. "
        "It deposited its instrument of ratification in 2024."
    )
    assert "2024" not in {date for (date,) in said(facts_of("ratifications", text), "date")}
