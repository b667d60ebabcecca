"""Whose a numbered resolution is: the organ beside it, that the sentence speaks of, or whose document it is."""

from __future__ import annotations

import pytest

from extract.mentions.symbols import find


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (
            "Recalling General Assembly resolution 60/147 and its own resolutions 44/4 and 53/9",
            ["A/RES/60/147", "A/HRC/RES/44/4", "A/HRC/RES/53/9"],
        ),
        (
            "Rappelant la résolution 60/147 de l'Assemblée générale, ainsi que ses propres résolutions 44/4 et 53/9",
            ["A/RES/60/147", "A/HRC/RES/44/4", "A/HRC/RES/53/9"],
        ),
        (
            "The Human Rights Council, in its resolution 44/4, and the General Assembly, in its resolution 72/195",
            ["A/HRC/RES/44/4", "A/RES/72/195"],
        ),
        ("It was created by the Commission on Human Rights in its decision 2004/110", ["E/CN.4/DEC/2004/110"]),
        (
            "The Commission on Narcotic Drugs met. At its last meeting, the Commission adopted resolution 64/2.",
            ["CND/RES/64/2"],
        ),
        (
            "The Commission on Narcotic Drugs met with the Commission on the Status of Women. The Commission adopted "
            "resolution 64/2.",
            ["A/HRC/RES/64/2"],
        ),
    ],
)
def test_organs(text: str, ids: list[str]) -> None:
    assert [found.id for found in find(text, own="Human_Rights_Council")] == ids
