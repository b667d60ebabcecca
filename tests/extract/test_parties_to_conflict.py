"""Demands that parties to a conflict are addressed with: "to" leads there to no action."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The Security Council calls upon all parties to armed conflict in the region to release the captives.",
         "release the captives"),
        ("The Security Council urges the parties to the conflict to allow access.", "allow access"),
        ("Le Conseil de sécurité engage les parties aux hostilités à libérer les captifs.", "libérer les captifs"),
        ("Le Conseil de sécurité demande à toutes les parties au conflit armé de libérer les captifs.",
         "libérer les captifs"),
    ],
)  # fmt: skip
def test_parties_to_a_conflict_are_asked(text: str, action: str) -> None:
    assert said(facts_of("requests", text), "addressee", "action") == [("parties to armed conflict", action)]


@pytest.mark.parametrize(
    "text",
    [
        "The Security Council calls upon the parties to end the war.",
        "The Security Council calls upon the parties to the Convention to report.",
    ],
)
def test_parties_to_something_else_are_others(text: str) -> None:
    assert "parties to armed conflict" not in said(facts_of("requests", text), "addressee")[0]
