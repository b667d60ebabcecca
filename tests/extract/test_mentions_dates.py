from __future__ import annotations

import pytest

from extract.mentions import dates

ENGLISH = {
    "on 2 May 2018": ["2018-05-02"],
    "on May 2, 2018": ["2018-05-02"],
    "on June 3rd, 2024": ["2024-06-03"],
    "in May 2018": ["2018-05"],
    "in 2018": ["2018"],
    "from 3 to 5 October 2022": ["2022-10-03/2022-10-05"],
    "3–5 October 2022": ["2022-10-03/2022-10-05"],
    "on September 29-30, 2024": ["2024-09-29/2024-09-30"],
    "from 29 September to 4 October 2024": ["2024-09-29/2024-10-04"],
    "from September 29 to October 4, 2024": ["2024-09-29/2024-10-04"],
    "between September 29 and October 4, 2024": ["2024-09-29/2024-10-04"],
    "from December 30, 2023, to January 4, 2024": ["2023-12-30/2024-01-04"],
    "between 29 September and 4 October 2024": ["2024-09-29/2024-10-04"],
    "on 13 October and 9 December 2015": ["2015-10-13", "2015-12-09"],
    "from June to August 2019": ["2019-06/2019-08"],
    "from 2015 to 2017": ["2015/2017"],
    "between 2015 and 2017": ["2015/2017"],
    "on 2018-05-02": ["2018-05-02"],
    "22/01/2019": ["2019-01-22"],
    "2000 victims": [],
    "resolution 61/180": [],
}
FRENCH = {
    "le 2 mai 2018": ["2018-05-02"],
    "le 1er mai 2018": ["2018-05-01"],
    "en mai 2018": ["2018-05"],
    "du 3 au 5 octobre 2022": ["2022-10-03/2022-10-05"],
    "les 4 et 5 juin 2019": ["2019-06-04/2019-06-05"],
    "les 26, 27 et 28 juin 2019": ["2019-06-26/2019-06-28"],
    "du 29 septembre au 4 octobre 2024": ["2024-09-29/2024-10-04"],
    "entre le 29 septembre et le 4 octobre 2024": ["2024-09-29/2024-10-04"],
    "le 13 octobre et le 9 décembre 2015": ["2015-10-13", "2015-12-09"],
    "de 2015 à 2017": ["2015/2017"],
    "entre 2015 et 2017": ["2015/2017"],
    "le 02.07.2018": ["2018-07-02"],
    "2 000 dollars": [],
}


@pytest.mark.parametrize(("text", "wanted"), ENGLISH.items())
def test_english(text: str, wanted: list[str]) -> None:
    assert _found(text, "en") == wanted


@pytest.mark.parametrize(("text", "wanted"), FRENCH.items())
def test_french(text: str, wanted: list[str]) -> None:
    assert _found(text, "fr") == wanted


@pytest.mark.parametrize("text", ["on 2 May 2018, in Vienna", "held from September 29 to October 4, 2024."])
def test_offsets_are_those_of_the_words(text: str) -> None:
    (date,) = dates.find(text, "en")
    assert text[date.start : date.end] in ("2 May 2018", "September 29 to October 4, 2024")


def _found(text: str, language: str) -> list[str]:
    return [date.first if date.last is None else f"{date.first}/{date.last}" for date in dates.find(text, language)]
