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


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (
            "The Commission on Narcotic Drugs closed its sixty-fourth session. Under the terms of resolution 64/2, "
            "adopted without a vote, the Commission requests UNODC to report.",
            ["CND/RES/64/2"],
        ),
        (
            "La Commission des stupéfiants a clos sa soixante-quatrième session. Aux termes de la résolution 64/2, "
            "adoptée sans vote, la Commission prie l'ONUDC de faire rapport.",
            ["CND/RES/64/2"],
        ),
        (
            "The twenty-sixth session of the Commission on the Status of Women ended. Resolution 26/3 was welcomed.",
            ["CSW/RES/26/3"],
        ),
        (  # the Assembly may be meant
            "The Commission on Narcotic Drugs closed its sixty-fourth session. Delegates recalled resolution 64/293.",
            ["A/RES/64/293"],
        ),
        ("The Commission on Narcotic Drugs closed its session. By resolution 64/2, Togo …", ["A/RES/64/2"]),
    ],
)
def test_the_session_tells_whose_it_is(text: str, ids: list[str]) -> None:
    assert [found.id for found in find(text)] == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("In resolution 44/4, the Human Rights Council asked UNODC to report.", ["A/HRC/RES/44/4"]),
        ("Dans la résolution 44/4, adoptée sans vote, le Conseil des droits de l'homme a agi.", ["A/HRC/RES/44/4"]),
        ("Under the terms of resolution 64/2, entitled “Ports”, the Commission on Narcotic Drugs …", ["CND/RES/64/2"]),
        ("Par la résolution 26/3, la Commission de la condition de la femme a créé un fonds.", ["CSW/RES/26/3"]),
        ("In resolution 72/195, the Assembly asked the Human Rights Council to report.", ["A/RES/72/195"]),
        ("In line with resolution 72/195, the Human Rights Council met.", ["A/RES/72/195"]),
        ("Conformément à la résolution 72/195, la Commission des stupéfiants s'est réunie.", ["A/RES/72/195"]),
    ],
)
def test_who_rules_in_it_tells_whose_it_is(text: str, ids: list[str]) -> None:
    assert [found.id for found in find(text)] == ids
