"""The records of several meetings, cited by the number of the first: "CRC/C/SR.1885 and 1886"."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("(voir CRC/C/SR.1885 et 1886)", ["CRC/C/SR.1885", "CRC/C/SR.1886"]),
        ("(see CEDAW/C/SR.12, 13 and 15)", ["CEDAW/C/SR.12", "CEDAW/C/SR.13", "CEDAW/C/SR.15"]),
        ("(see S/PV.8097 to 8098)", ["S/PV.8097", "S/PV.8098"]),
        ("(see CRC/C/SR.1885) and 3 others", ["CRC/C/SR.1885"]),
        ("(see CRC/C/SR.1885 and 3 others)", ["CRC/C/SR.1885"]),
        ("(see CRC/C/SR.15 and 2014)", ["CRC/C/SR.15"]),
    ],
)
def test_the_next_records(text: str, cited: list[str]) -> None:
    assert said(facts_of("citations", f"The Committee has met {text}."), "cited") == [(one,) for one in cited]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Le Comité contre la torture a examiné le rapport à ses 85e et 86e séances (voir CAT/C/SR.85 et 86), les 2 et "
         "3 juin 2014.", [("2014-06-02", "2014-06-02"), ("2014-06-03", "2014-06-03")]),
        ("The Committee against Torture considered the report at its 85th meeting (see CAT/C/SR.85), on 2 June 2014.",
         [("2014-06-02", "2014-06-02")]),
        ("At its 85th meeting (CAT/C/SR.85), the Committee against Torture recalled the law of 2 June 2014.", []),
    ],
)  # fmt: skip
def test_the_day_stands_behind_the_record(text: str, days: list[tuple[str, str]]) -> None:
    assert said(facts_of("meetings", text), "start", "end") == days
