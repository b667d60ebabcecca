"""What a demand does not reach, and who does not ask: behind a quotation mark that an earlier sentence opened, and of
two resolutions that are only recalled.
"""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "action"),
    [
        (
            "“Victims are hidden. I urge airlines to report suspicious bookings,” said Ms. Ragna Hjorth.",
            "report suspicious bookings",
        ),
        (
            "« Les victimes sont cachées. Nous demandons aux États de ratifier le Protocole de Palerme », a déclaré "
            "Mme Anna Berg.",
            "ratifier le Protocole de Palerme",
        ),
    ],
)
def test_the_mark_that_closes_what_was_opened_before(text: str, action: str) -> None:
    assert said(facts_of("requests", text), "action") == [(action,)]


def test_what_is_recalled_does_not_ask() -> None:
    text = (
        "The Security Council today adopted resolution 2814 (2026). Recalling resolutions 2331 (2016) and 2388 (2017), "
        "it also urged Member States to investigate flows."
    )
    assert "S/RES/2388 (2017)" not in {issuer for (issuer,) in said(facts_of("requests", text), "issuer")}
