"""A purpose between a subject and its verb: "A workshop to train judges was held", « un projet pour appuyer … »."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    "text",
    [
        "A workshop to train judges was held in Lomé on 27 September 2017.",
        "Un atelier pour former les juges s'est tenu à Lomé le 27 septembre 2017.",
        "Un atelier pour évaluer le Plan d'action mondial a eu lieu à Lomé le 27 septembre 2017.",
    ],
)
def test_what_has_an_aim_is_the_subject(text: str) -> None:
    assert said(facts_of("meetings", text), "start", "place") == [("2017-09-27", "Lomé")]


@pytest.mark.parametrize(
    "text",
    [
        "A project to support Alliance 8.7 was launched by IOM in 2021.",
        "Un projet pour appuyer l'Alliance 8.7 a été lancé par l'OIM en 2021.",
        "The decision to strengthen the Ports Network was welcomed; the plan to join it was launched by IOM.",
    ],
)
def test_what_the_aim_is_about_is_no_subject(text: str) -> None:
    assert facts_of("founded", text) == []


def test_an_aim_between_commas_is_left_aside() -> None:
    text = "IOM, to help the Ports Network, joined Alliance 8.7 in 2019."
    assert said(facts_of("members", text), "body", "member") == [("Alliance 8.7", "IOM")]


def test_a_name_does_not_end_with_an_aim_left_open() -> None:
    text = "Il a parlé le 27 septembre 2017 lors d'une rencontre de haut niveau pour évaluer le Plan d'action mondial."
    assert said(facts_of("meetings", text), "meeting") == [("rencontre de haut niveau",)]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("14 mai 2013 - Hier, l'Assemblée générale a tenu une réunion de haut niveau à Lomé.", "2013-05-13"),
        ("LOMÉ, 14 May 2013 - Yesterday, the General Assembly held a high-level meeting.", "2013-05-13"),
        ("LOMÉ, 14 May 2013 -- The General Assembly held a high-level meeting yesterday.", "2013-05-13"),
        ("LOMÉ, 14 May 2013 - The General Assembly held a high-level meeting today.", "2013-05-14"),
    ],
)
def test_a_dateline_may_end_in_a_hyphen(text: str, start: str) -> None:
    assert said(facts_of("meetings", text), "start") == [(start,)]


def test_an_office_that_says_who_a_person_is_takes_no_part_itself() -> None:
    text = "Ministers attended the Lomé Summit, as well as Mira Roy, Goodwill Ambassador of UNODC, and many NGOs."
    assert said(facts_of("participants", text), "participant") == [("Mira Roy",)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('The Board held a debate on "Trafficking in Human Beings" on 13 May 2003.', ""),
        (
            "The Board held a seminar on “Trafficking in Children and Organs” in Tamba Creek on 13 May 2003.",
            "Tamba Creek",
        ),
    ],
)
def test_human_beings_are_no_place(text: str, place: str) -> None:
    assert {one for _, one in said(facts_of("meetings", text), "start", "place")} <= {place}


def test_the_council_with_its_number_of_members() -> None:
    text = "The Security Council met. Unanimously adopting resolution 2331 (2016), the 15-member Council condemned it."
    assert said(facts_of("adoptions", text), "body", "instrument") == [("Security Council", "S/RES/2331 (2016)")]
