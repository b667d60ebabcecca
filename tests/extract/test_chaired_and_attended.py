"""Those who attend are told behind who chairs, between commas: they chair nothing."""

from __future__ import annotations

from tests.extract.kinds import facts_of, said


def test_delegates_behind_the_chair() -> None:
    text = (
        "At the tenth session of the Ports Committee, held in Rome in August 2024 under the chairmanship of Togo, "
        "delegates of Australia and Japan were present."
    )
    assert said(facts_of("chairs", text), "chair") == [("Togo",)]
    assert said(facts_of("participants", text), "participant") == [("Australia",), ("Japan",)]
