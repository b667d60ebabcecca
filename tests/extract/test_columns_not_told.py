"""Columns that a sentence seems to fill and does not: since when, announced when, whose decision, which law."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("As of April 2014, the Director of the Ports Fund is Ms. Anna Berg.", ""),
        ("As of 31 December 2020, Ms. Anna Berg was the Director of the Ports Fund.", ""),
        ("En 2020, Mme Anna Berg était la Directrice du Fonds des ports.", ""),
        ("Since April 2014, Ms. Anna Berg is the Director of the Ports Fund.", "2014-04"),
        ("Ms. Anna Berg has been the Director of the Ports Fund since 2019.", "2019"),
        ("Ms. Anna Berg was appointed Director of the Ports Fund as of 1 March 2021.", "2021-03-01"),
        ("Mme Anna Berg est la Directrice du Fonds des ports depuis 2019.", "2019"),
    ],
)
def test_who_held_an_office_then_did_not_begin_then(text: str, start: str) -> None:
    assert said(facts_of("offices", text), "person", "start") == [("Anna Berg", start)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("INTERPOL announced on Monday 24 June 2024 that 219 sailors had been freed.", ""),
        ("UNODC reported on 3 May 2020 that 219 victims were identified in 2019.", "2019"),
        ("L'ONUDC a indiqué le 3 mai 2020 que 219 victimes ont été identifiées en 2019.", "2019"),
        ("On 3 May 2020, 219 victims were identified.", "2020-05-03"),
    ],
)
def test_when_it_was_announced_is_not_when_it_was_so(text: str, period: str) -> None:
    assert said(facts_of("figures", text), "value", "period") == [("219", period)]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("The Harbour Ministerial Council Decision No. 2 (2003) told of ports.", []),
        ("The Security Council Decision 12 (2003) told of ports.", ["S/DEC/12 (2003)"]),
        ("Economic and Social Council resolution 2006/27 told of ports.", ["E/RES/2006/27"]),
        ("Plans await the consent of Libya’s Government of National Accord.", []),
        ("Le Gouvernement d'accord national a consulté les ports.", []),
        ("Council Asks Authorities to Comply with International Human Rights Law", []),
        ("Parliament spoke of the International Cooperation Law.", ["International Cooperation Law"]),
    ],
)
def test_what_is_no_instrument_is_not_cited(text: str, cited: list[str]) -> None:
    assert [name for (name,) in said(facts_of("citations", text), "cited")] == cited
