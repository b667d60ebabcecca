"""Whose a day and an amount are: of several who give, of a report and the numbers in it, of a meeting and its body."""

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


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In a report released in May 2024, UNODC found that 300 women had been trafficked.", ""),
        ("Dans un rapport publié en mai 2024, l'ONUDC a constaté que 300 femmes avaient été victimes de traite.", ""),
        ("According to a study published in 2024, 300 women were trafficked in 2023.", "2023"),
        ("In 2024, 12 reports were published.", "2024"),
    ],
)
def test_day_of_publication_is_none_of_the_number(text: str, period: str) -> None:
    assert said(facts_of("figures", text), "period") == [(period,)]


def test_who_presides_over_a_conference_of_a_body_does_not_chair_the_body() -> None:
    text = "The Third Conference of the Ports Process was held in Port Louis on 3 May 2025. The Conference was {}."
    assert facts_of("chairs", text.format("presided over by Ms. Kavita Rey")) == []
    session = text.replace("Third Conference", "third session").replace("The Conference", "The session")
    assert len(facts_of("chairs", session.format("chaired by Ms. Kavita Rey"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Norway gave 9 million euros (about 10 million dollars) to the Ports Fund in 2022.",
        "La Norvège a versé 9 millions d'euros (environ 10 millions de dollars) au Fonds des ports en 2022.",
    ],
)
def test_an_amount_told_in_another_currency_is_no_second_gift(text: str) -> None:
    assert said(facts_of("funding", text), "amount", "currency") == [("9000000", "EUR")]
