"""Decisions by their number and the session that took them: "Decision 21/XII", « la décision VII/4 »."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

ENGLISH = (
    "By Decision 21/XII, which amends Decision 17/X on referral, the Conference established the Guardians Committee."
)


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        (ENGLISH, "Decision 21/XII"),
        ("By resolution 3/IV the Council of Lakes established the Guardians Committee.", "resolution 3/IV"),
        ("By Decision No. 21 the Council of Lakes established the Guardians Committee.", "Decision No. 21"),
        ("Par la décision VII/4, la Conférence des lacs a créé le Comité des tuteurs.", "Decision VII/4"),
    ],
)
def test_what_a_decision_founds(text: str, instrument: str) -> None:
    assert said(facts_of("founded", text), "instrument") == [(instrument,)]


def test_the_same_decision_is_the_first_that_was_named() -> None:
    text = f"{ENGLISH} The same Decision endorses the Lusaka Guidelines on Family Tracing."
    assert said(facts_of("instrument-links", text), "instrument", "relation", "other") == [
        ("Decision 21/XII", "amends", "Decision 17/X"),
        ("Decision 21/XII", "endorses", "Lusaka Guidelines on Family Tracing"),
    ]


@pytest.mark.parametrize(
    "text", ["The decision, 2/3 of the members said, was wrong.", "Room V/2 was closed by decision."]
)
def test_other_numbers_are_none(text: str) -> None:
    assert facts_of("citations", text) == []
