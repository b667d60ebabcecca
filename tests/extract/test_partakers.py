"""Who took part in an operation, by a line that lists them: "Participating countries: Benin, Togo"."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

NEWS = "LYON, France – Operation Lantern, held from 3 to 9 March 2025, led to 12 arrests."
NEWS_FR = "LYON (France) – L'opération Lanterne, menée du 3 au 9 mars 2025, a conduit à 12 arrestations."
OTHER = "Operation Harbour was held in 2019."


@pytest.mark.parametrize(
    "text",
    [
        f"{NEWS}\n\nParticipating countries: Benin, Chad and Togo.",
        f"{NEWS}\n\nCountries involved: Benin, Chad, Togo",
        f"{NEWS_FR}\n\nPays participants : Bénin, Tchad et Togo.",
        "Participating countries in Operation Lantern: Benin, Chad and Togo.",
        "Pays participant à l'opération Lanterne : Bénin, Tchad et Togo.",
        f"{OTHER}\n\nParticipating countries in Operation Lantern: Benin, Chad and Togo.",
    ],
)
def test_the_listed_took_part(text: str) -> None:
    assert {who for (who,) in said(facts_of("participants", text), "participant")} == {"Benin", "Chad", "Togo"}
    assert len(said(facts_of("participants", text), "event")) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Participating countries: Benin, Chad and Togo.",
        f"{NEWS}\n\n{OTHER}\n\nParticipating countries: Benin, Chad and Togo.",
        f"{NEWS}\n\nParticipating countries in the Ports Programme: Benin, Chad and Togo.",
        f"{NEWS}\n\nCountries not involved: Benin, Chad and Togo.",
    ],
)
def test_nobody_took_part_in_what_is_not_told(text: str) -> None:
    assert facts_of("participants", text) == []
