"""Of several who give, each gives its own amount, and to nobody that is only named before the next amount."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    "text",
    [
        "Australia contributed US$2 million, New Zealand US$1.25 million and Japan US$600,000.",
        "Norway gave $2 million, Togo $40,000, and IOM $1,000.",
        "Le Togo a versé 2 millions d'euros, le Bénin 300 000 euros et le Ghana 50 000 euros.",
    ],
)
def test_who_gives_is_no_recipient_of_the_next(text: str) -> None:
    found = said(facts_of("funding", text), "donor", "recipient")
    assert len(found) == 3
    assert {recipient for _, recipient in found} == {""}


def test_all_give_to_the_same() -> None:
    text = "Norway gave the Sea Fund $2 million, Togo $40,000 and IOM $1,000."
    assert {to for (to,) in said(facts_of("funding", text), "recipient")} == {"Sea Fund"}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Togo ratified the Sea Convention, depositing its instrument on 6 June 2024.", "2024-06-06"),
        ("Togo acceded to the Sea Convention in 2023, depositing its instrument on 6 June 2024.", "2023"),
        ("Le Togo a ratifié la Convention des mers, en déposant son instrument le 6 juin 2024.", "2024-06-06"),
        ("Togo ratified the Sea Convention, hosting a conference on 6 June 2024.", ""),
    ],
)
def test_day_of_the_deposit(text: str, date: str) -> None:
    assert said(facts_of("ratifications", text), "date") == [(date,)]
