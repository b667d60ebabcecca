"""The day behind the number of a resolution is that of its adoption."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Recalling General Assembly resolution 78/228 of 19 December 2023 and its own resolution 2023/18 of 25 July"
            " 2023,",
            [("78/228", "General Assembly", "2023-12-19"), ("2023/18", "Economic and Social", "2023-07-25")],
        ),
        (
            "The Council cited Security Council resolutions 2331 (2016) of 20 December 2016 and 2388 (2017), of 21"
            " November 2017.",
            [("2331", "Security Council", "2016-12-20"), ("2388", "Security Council", "2017-11-21")],
        ),
        (
            "L'Assemblée générale, dans sa résolution 72/195 du 19 décembre 2017, a prié le Secrétaire général de faire"
            " rapport.",
            [("72/195", "General Assembly", "2017-12-19")],
        ),
        (
            "La résolution 2388 (2017) du Conseil de sécurité, en date du 21 novembre 2017, porte sur la traite.",
            [("2388", "Security Council", "2017-11-21")],
        ),
        ("In resolution 72/195, the Assembly called for a report by 19 December 2019.", []),
        ("The report pursuant to resolution 72/195, 12 May 2019.", []),
        ("The draft of resolution 72/195 was tabled; on 12 May 2019 it was withdrawn.", []),
        ("The letter of 12 May 2019 cites resolution 72/195 of the General Assembly.", []),
        ("Under resolution 72/195 of December 2017 the Assembly will meet.", []),
    ],
)
def test_adoptions(text: str, told: list[tuple[str, str, str]]) -> None:
    found = said(facts_of("adoptions", text), "instrument", "body", "date")
    assert len(found) == len(told)
    for (instrument, body, date), (number, organ, day) in zip(found, told, strict=True):
        assert (number in instrument, organ in body, date) == (True, True, day)


def test_a_numbered_note_tells_what_its_mark_stands_at() -> None:
    text = (
        "A/RES/79/231\n\nThe General Assembly,\n\nRecalling the Work in Fishing Convention, 2007,2\n\n"
        "1. Decides to remain seized of the matter.\n\n________\n\n"
        "2 Adopted by the General Conference of the International Labour Organization on 14 June 2007.\n"
    )
    assert said(facts_of("adoptions", text), "instrument") == []
