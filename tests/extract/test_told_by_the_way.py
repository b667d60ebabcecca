"""What is told by the way: where a programme is at work, since when it is run, the last meeting of a body, the theme of
last year, who came, and the mission that a report is about.
"""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

OURS = "Fair Nets is a programme of the ILO. "
LEUR = "Fair Nets est un programme de l'OIT. "


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        (OURS + "Active in Benin, Ghana and Togo, it reached 12,400 fishers.", ["Benin", "Ghana", "Togo"]),
        (OURS + "Present in Togo, the programme has trained 40 judges.", ["Togo"]),
        (LEUR + "Actif au Bénin et au Togo, il a formé 40 juges.", ["Benin", "Togo"]),
        (OURS + "Active in Togo, UNICEF has trained 40 judges.", []),
        (LEUR + "Présente au Togo, l'UNICEF a formé 40 juges.", []),
    ],
)
def test_where_a_programme_is_at_work(text: str, countries: list[str]) -> None:
    assert [one for (one,) in said(facts_of("programmes", text), "country") if one] == countries


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("UNICEF's Una Guardians programme, run since May 2024 with IOM, pays for guardians.", ("UNICEF", "2024-05")),
        ("UNICEF's Una Guardians programme, run since May 2024, pays for guardians.", ("UNICEF", "2024-05")),
        ("The Una Guardians programme, run by UNICEF since May 2024, pays for guardians.", ("UNICEF", "2024-05")),
        ("Guardians, run with UNICEF to the Una Guardians programme in May 2024!", ("", "")),
    ],
)
def test_a_programme_that_is_run(text: str, told: tuple[str, str]) -> None:
    assert told in [*said(facts_of("programmes", text), "lead", "start"), ("", "")]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Ports Board was set up in 2023. Its last meeting was held in Rome on 3 May 2025.", "Ports Board"),
        ("The Ports Board held its most recent meeting in Rome on 3 May 2025.", "Ports Board"),
        ("ICAT's latest session took place in Rome on 3 May 2025.", "ICAT"),
        ("The Ports Board is new. The board's last meeting was held in Rome on 3 May 2025.", "Ports Board"),
        ("Le Comité des ports a tenu sa dernière réunion à Rome le 3 mai 2025.", "Comité des ports"),
        ("Le Comité des ports est né. Sa dernière réunion a eu lieu à Rome le 3 mai 2025.", "Comité des ports"),
    ],
)
def test_the_last_meeting_of_a_body(text: str, body: str) -> None:
    assert said(facts_of("meetings", text), "body", "place", "start") == [(body, "Rome", "2025-05-03")]


@pytest.mark.parametrize(
    "text",
    [
        "The Ports Board's next meeting will be held in Rome on 3 May 2031.",
        "The Ports Board has not held its last meeting of 3 May 2025 in Rome.",
    ],
)
def test_meetings_to_come(text: str) -> None:
    assert facts_of("meetings", text) == []


SPEECH = "Remarks on the World Day against Trafficking in Persons\n\nby Ms. Anna Berg\n\nAccra, 30 July 2025\n\n{0}\n"
DAY = "Today is the World Day against Trafficking in Persons. "


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        (DAY + 'Last year\'s theme was "Leave no child behind", and we have not finished with it.', [("2024",)]),
        (DAY + 'The theme last year was "Leave no child behind", and I did not forget it.', [("2024",)]),
        (DAY + 'The theme of the Day is not "Leave no child behind", and we regret it.', []),
        (DAY + 'Last year\'s theme was not "Leave no child behind".', []),
    ],
)
def test_the_theme_of_last_year(text: str, themes: list[tuple[str]]) -> None:
    assert said(facts_of("themes", SPEECH.format(text)), "year") == themes


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The workshop on child labour brought together judges from Mali and the Niger.", ["Mali", "Niger"]),
        ("Trade unions from Mali attended the workshop on child labour in Rome.", []),
        ("NGOs from Mali and Togo took part in the workshop on child labour in Rome.", []),
    ],
)
def test_who_stands_for_a_state(text: str, who: list[str]) -> None:
    assert [one for (one,) in said(facts_of("participants", text), "participant")] == who


@pytest.mark.parametrize(
    "who",
    ["the civil society network Kuri Blue", "the Maltese charity Kuri Blue", "Kuri Blue", "the association Kuri Blue"],
)
def test_a_name_behind_its_noun(who: str) -> None:
    text = f"The non-governmental organization Kuri Blue is new. The Ports Fund is administered by {who}."
    assert said(facts_of("responsibilities", text), "agent") == [("Kuri Blue",)]


MISSION = """\
MISSION REPORT

{0}
6-9 October 2025

Prepared by:      Katarina Novak, Senior Officer, UNHCR
Date of report:   24 October 2025
Distribution:     Internal


1.  PURPOSE AND TEAM

1.1  The mission looked at how children who travel alone are identified and lodged along the river.

1.2  UNICEF and UNHCR took part in the mission.

1.3  The mission recommends that Togo open a shelter.

1.4  It invites Benin to keep an interpreter on call.
"""


def test_the_report_of_a_mission() -> None:
    title = "Joint Monitoring Mission to the Upper Lakes"
    text = MISSION.format(title)
    columns = ("title", "type", "date", "author")
    assert said(facts_of("documents", text), *columns) == [(title, "report", "2025-10-24", "Katarina Novak")]
    assert said(facts_of("participants", text), "event", "participant") == [(title, "UNHCR"), (title, "UNICEF")]
    found = said(facts_of("requests", text), "issuer", "act", "addressee")
    assert found == [(title, "invites", "Benin"), (title, "recommends", "Togo")]


def test_another_report_has_no_such_mission() -> None:
    text = MISSION.format("Children along the Upper Lakes")
    assert facts_of("participants", text) == []
