"""Whom a sentence turns to: "As for Togo, it ratified …" is told of Togo, whoever was spoken of before."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

BEFORE = "Peru spoke first."
BEFORE_FR = "Le Pérou a pris la parole."


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (f"{BEFORE} As for Togo, it ratified the Lima Convention in 2020.", ["Togo"]),
        (f"{BEFORE} As for Togo and Benin, they ratified the Lima Convention in 2020.", ["Benin", "Togo"]),
        (f"{BEFORE} As far as Togo is concerned, it ratified the Lima Convention in 2020.", ["Togo"]),
        (f"{BEFORE} As for Togo, its representative said that it had ratified the Lima Convention in 2020.", ["Togo"]),
        (f"{BEFORE_FR} Quant à la Suisse, elle a ratifié la Convention de Lima en 2020.", ["Switzerland"]),
        (f"{BEFORE_FR} La Suisse, quant à elle, a ratifié la Convention de Lima en 2020.", ["Switzerland"]),
        (f"{BEFORE_FR} S'agissant du Togo et du Bénin, ils ont ratifié la Convention de Lima.", ["Benin", "Togo"]),
        (f"{BEFORE} As for the ship, it ratified the Lima Convention in 2020.", []),
        (f"{BEFORE_FR} Quant au navire, il a ratifié la Convention de Lima en 2020.", []),
        (f"{BEFORE_FR} Quant à la Suisse, elle n'a pas ratifié la Convention de Lima.", []),
    ],
)
def test_ratified_by_whom_the_sentence_turns_to(text: str, states: list[str]) -> None:
    assert [state for (state,) in said(facts_of("ratifications", text), "state")] == states


def test_it_may_be_nobody() -> None:
    text = "S'agissant du Conseil de sécurité, il a été créé un groupe de travail en 2014."
    assert all("Security Council" not in row for row in said(facts_of("founded", text), "thing"))
