"""Whose day, number and meeting it is, as pages and press releases tell it."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The share of women fell from 70 per cent to 50 per cent in 2018.", [("50", "2018"), ("70", "")]),
        ("La part des femmes est passée de 70 % à 50 % en 2018.", [("50", "2018"), ("70", "")]),
        ("The number of victims rose from 70 in 2016 to 90 in 2018.", [("70", "2016"), ("90", "2018")]),
        ("Two victims spoke, including Ms. Anna Berg, winner of the 2016 Sakharov Prize.", [("2", "")]),
        ("Since 2010 it has held three rounds and, in July 2023, it launched the fourth round.", [("3", "")]),
        ("L'OIM a formé 40 juges et, en 2021, elle a lancé un réseau.", [("40", "")]),
        ("Le Togo a versé 3 millions d'euros, en 2021, au Fonds des ports, que l'OIM gère.", [("3000000", "2021")]),
        ("Courts tried 30 suspects, compared with 25 in 2017.", [("25", "2017"), ("30", "")]),
        ("Courts tried 30 suspects, compared to 25 in 2017.", [("25", "2017"), ("30", "")]),
        ("La police a arrêté 30 suspects, contre 25 en 2017.", [("25", "2017"), ("30", "")]),
        ("IOM trained 64 judges at its 2011 summer school.", [("64", "2011")]),
        ("The Assembly proclaimed 2022–2032 as the Decade of Ports, as it adopted 60 resolutions.", [("60", "")]),
        ("L'Assemblée a proclamé 2025 comme Année des ports et adopté 60 résolutions.", [("60", "")]),
    ],
)
def test_a_number_has_no_day_but_its_own(text: str, told: list[tuple[str, str]]) -> None:
    assert said(facts_of("figures", text), "value", "period") == told


@pytest.mark.parametrize(
    "text",
    [
        "IOM hosts a high-level meeting on ports\n\n27 September 2017\n\nThe meeting was held on 26 September.\n",
        "L'OIM organise une réunion de haut niveau sur les ports\n\n27 septembre 2017\n\nElle a été utile.\n",
    ],
)
def test_the_day_below_a_headline_is_that_of_the_news(text: str) -> None:
    assert "2017-09-27" not in {day for (day,) in said(facts_of("meetings", text), "start")}


def test_a_meeting_of_those_who_are_not_named_is_not_that_of_another() -> None:
    text = "At their 12th meeting (16 November 2016), the Deputies took note of a memorandum by the Ports Commission."
    assert said(facts_of("meetings", text), "body") in ([("",)], [])
    own = "At its second session, held on 3 May 2019, the Ports Commission adopted its rules."
    assert said(facts_of("meetings", own), "body") == [("Ports Commission",)]


def test_a_chronology_of_who_held_a_post() -> None:
    text = (
        "Timeline\n\nDecember 2009 - Ms. Anna Berg is appointed as Director of the Ports Fund.\n\n"
        "October 2006 to December 2009 - Mr. Paul Roy serves as Director of the Ports Fund.\n\n"
        "2004–2006: Ms. Lena Diop serves as Director of the Ports Fund.\n\n"
        "December 2003: Norway sets up the Ports Fund.\n"
    )
    assert set(said(facts_of("offices", text), "person", "start", "end")) == {
        ("Anna Berg", "2009-12", ""),
        ("Paul Roy", "2006-10", "2009-12"),
        ("Lena Diop", "2004", "2006"),
    }
    assert said(facts_of("documents", text), "date") == [("",)]


def test_an_operation_of_the_police_names_nobody() -> None:
    text = "A six-day international police operation, called “Dawn”, led to 2,500 arrests in 2024, INTERPOL said."
    assert said(facts_of("operations", text), "coordinator", "arrested") == [("", "2500")]


def test_the_head_of_an_older_press_release() -> None:
    text = (
        "3 April 2012\nGA/11999\n\nDepartment of Public Information • News and Media Division • New York\n\n"
        "Sixty-sixth General Assembly\n\nGeneral Assembly Speakers Call for Safer Ports in Debate on Trafficking\n\n"
        "Port Trust Fund Needs Strong, Continued Support,\nAssembly President Says as Delegates Hear from Experts\n\n"
        "Speakers in the General Assembly today called for safer ports, as they met in New York for a day of talks.\n"
    )
    own = said(facts_of("documents", text), "session", "publisher", "author")
    assert own == [("Sixty-sixth General Assembly", "Department of Public Information", "")]


@pytest.mark.parametrize(
    ("text", "administered"),
    [
        (
            "The Southern Ports Safety Network was founded in 2010. This safety network is managed by UNODC.",
            "Southern Ports Safety Network",
        ),
        (
            "Le Réseau régional des ports a été fondé en 2010. Ce réseau régional est administré par l'ONUDC.",
            "Réseau régional des ports",
        ),
        (
            "The Southern Ports Safety Network was founded in 2010. This health network is managed by UNODC.",
            "health network",
        ),
    ],
)
def test_a_thing_is_told_again_by_words_of_its_name(text: str, administered: str) -> None:
    assert said(facts_of("responsibilities", text), "object") == [(administered,)]


def test_whom_she_stands_for_who_urges() -> None:
    text = "“We need all,” said Ms. Anna Berg in her remarks. “We must have laws,” she said, urging States to act."
    assert said(facts_of("requests", text), "issuer", "action") == [("Anna Berg", "act")]


@pytest.mark.parametrize(
    ("symbol", "body"), [("SC/13999", "Security Council"), ("GA/SHC/4999", "Third Committee"), ("XX/12", "")]
)
def test_whose_meeting_a_press_release_covers(symbol: str, body: str) -> None:
    text = (
        f"8111th Meeting (AM)\n{symbol}\n\n21 November 2017\n\nSpeakers Call for Safer Ports, Warning of Risks\n\n"
        "Speakers called for safer ports today, as they met in New York for a day of talks on what can be done.\n"
    )
    assert said(facts_of("meetings", text), "body") == [(body,)]


def test_a_title_that_begins_with_from_names_no_author() -> None:
    text = "From Protocol to Practice: A Bridge to Safer Ports\n\nThe project trains judges and helps those at sea.\n"
    assert said(facts_of("documents", text), "author") in ([("",)], [])


def test_meetings_that_a_recital_lists_have_their_own_places() -> None:
    text = (
        "Recalling the World Conference on Ports, 9/ held at Vienna from 14 to 25 June 1993, the Ports Summit, 10/ "
        "held at Cairo from 5 to 13 September 1994, and the Fourth Summit on Harbours, 11/ held at Lima in May 1995,"
    )
    assert set(said(facts_of("meetings", text), "meeting", "place")) == {
        ("World Conference on Ports", "Vienna"),
        ("Ports Summit", "Cairo"),
        ("Fourth Summit on Harbours", "Lima"),
    }


def test_a_resolution_that_its_title_numbers_does_not_cite_itself() -> None:
    text = (
        "Resolution CM/Res(2009)4 on the election of members of the Ports Board\n\n"
        "The Committee of Ministers,\n\nRecalling Resolution CM/Res(2005)41,\n\nDecides as follows.\n"
    )
    assert said(facts_of("citations", text), "cited") == [("CM/Res(2005)41",)]
