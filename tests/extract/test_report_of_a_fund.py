"""What "the Fund" and "the Board" are in the report of a fund that no list knows, however it prints its name."""

from __future__ import annotations

from tests.extract.kinds import facts_of, said

REPORT = """\
PACIFIC CREW FUND
ANNUAL REPORT 2023

CHAPTER 3
Governance and grants

The Fund was created by the Pacific Islands Forum in 2017. It makes small grants to organizations.

The Board, on which the United Nations Children’s Fund (UNICEF) sits, met in Nadi on 14 March 2023. Tevita Moala has
been Executive Manager of the Fund since August 2021.

In June, the Fund trained 72 prosecutors in Apia.
"""


def test_the_fund_is_the_one_whose_report_it_is() -> None:
    assert said(facts_of("founded", REPORT), "thing", "founder") == [("PACIFIC CREW FUND", "Pacific Islands Forum")]
    assert said(facts_of("training", REPORT), "agent") == [("PACIFIC CREW FUND",)]
    assert said(facts_of("offices", REPORT), "organisation") == [("PACIFIC CREW FUND",)]


def test_the_board_is_that_of_the_fund() -> None:
    (met,) = facts_of("meetings", REPORT)
    assert ("en", "Board of the Pacific Crew Fund") in met.roles["body"].labels  # type: ignore[union-attr]


def test_a_note_of_nobody_has_a_board_of_nobody() -> None:
    (met,) = facts_of("meetings", "The Board met in Nadi on 14 March 2023.")
    assert said([met], "body") == [("Board",)]
