"""Two things that were named, spoken of together."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

ACTS = "The Ports Act 2009 was amended by the Workers Act 2023. "
LOIS = "La loi n° 2009-12 a été modifiée par la loi n° 2023-4. "
BOTH = [("Ports Act 2009", "Palermo Protocol"), ("Workers Act 2023", "Palermo Protocol")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{ACTS}Both Acts give effect to the Palermo Protocol.", BOTH),
        (f"{ACTS}The two Acts implement the Palermo Protocol.", BOTH),
        (
            f"{LOIS}Les deux lois donnent effet au Protocole de Palerme.",
            [("loi n° 2009-12", "Palermo Protocol"), ("loi n° 2023-4", "Palermo Protocol")],
        ),
        (f"{ACTS}The Labour Act 2019 is in force. Both Acts give effect to the Palermo Protocol.", []),
        (f"{ACTS}Neither Act gives effect to the Palermo Protocol.", []),
        (f"{ACTS}Both Bills are to give effect to the Palermo Protocol.", []),
        (f"{ACTS}Both Acts of 2012 give effect to the Palermo Protocol.", []),
    ],
)
def test_both_acts(text: str, wanted: list[tuple[str, str]]) -> None:
    links = [fact for fact in facts_of("instrument-links", text) if fact.roles["relation"] == "implements"]
    assert said(links, "instrument", "other") == wanted
