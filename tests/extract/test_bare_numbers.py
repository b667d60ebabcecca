"""A bare number of a resolution is of the organ that the document has given it before."""

from __future__ import annotations

import pytest

from extract.mentions.symbols import find

_CRIME = "The Commission on Crime Prevention and Criminal Justice adopted resolution 35/2. "
_LONG = "de la mise en œuvre du plan d'action mondial " * 5
_DRUGS = "La résolution 61/4 a été adoptée par la Commission des stupéfiants. "


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (f"{_CRIME}Resolution 35/2 invites IMO to report.", "CCPCJ/RES/35/2"),
        (f"{_CRIME}\n\nStates welcomed resolution 35/2.", "CCPCJ/RES/35/2"),
        ("The Human Rights Council adopted resolution 44/4. Resolution 44/4 asks UNODC to report.", "A/HRC/RES/44/4"),
        (f"{_DRUGS}La résolution 61/4 invite l'OMS à faire rapport.", "CND/RES/61/4"),
        (f"{_CRIME}Resolution 79/228 invites UNODC to report.", "A/RES/79/228"),
        (f"{_CRIME}General Assembly resolution 35/2 is older.", "A/RES/35/2"),
        (f"{_CRIME}Decision 35/2 is older.", "A/DEC/35/2"),
        (
            f"{_DRUGS}L'Assemblée générale a prié qui de droit de rendre compte {_LONG}, par sa résolution 64/293.",
            "A/RES/64/293",
        ),
    ],
)
def test_a_bare_number_is_of_the_organ_told_before(text: str, cited: str) -> None:
    assert [*find(text)][-1].id == cited
