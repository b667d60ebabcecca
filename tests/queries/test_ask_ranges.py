"""Dates that share their month or year are written out before a question is read."""

from __future__ import annotations

import pytest

from ontology.questions import compiled
from queries.asking.ranges import spelled
from queries.asking.words import Vocabulary


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("from 15 to 19 October 2018", "from 15 October 2018 to 19 October 2018"),
        ("10-11 December 2018", "10 December 2018 - 11 December 2018"),
        ("October 15–19, 2018", "October 15, 2018 – October 19, 2018"),
        ("between January and June 2018", "between January 2018 and June 2018"),
        ("du 15 au 19 octobre 2018", "du 15 octobre 2018 au 19 octobre 2018"),
        ("2 July to 5 August 2018", "2 July 2018 to 5 August 2018"),
        ("between January 2017 and June 2018", "between January 2017 and June 2018"),
        ("States and Parties 2018", "States and Parties 2018"),
    ],
)
def test_ranges_are_written_out(text: str, full: str) -> None:
    assert spelled(Vocabulary(compiled()), text) == full
