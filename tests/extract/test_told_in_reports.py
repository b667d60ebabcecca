"""What reports, tables and news say in passing: the same period of another year, where a row of a table belongs, where
somebody else's clause begins, names that look like something else.
"""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

HALF = ("2024-01/2024-06",)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("From January to June 2025, 30 victims were found, against 20 in the same period of 2024.", HALF),
        ("In the first half of 2025, 30 victims were found, up from 20 in the corresponding period of 2024.", HALF),
        ("De janvier à juin 2025, 30 victimes ont été repérées, contre 20 à la même période de 2024.", HALF),
        ("Au premier semestre de 2025, 30 victimes ont été repérées, contre 20 au même semestre de 2024.", HALF),
        ("From January to June 2025, 30 victims were found, against 20 in 2024.", ("2024",)),
        ("In 2025, 30 victims were found, against 20 in the same period of 2024.", ("2024",)),
    ],
)
def test_the_same_period_of_another_year(text: str, period: tuple[str]) -> None:
    assert period in said(facts_of("figures", text), "period")


TABLE = """\
The number of children found on 7 October 2025 was as follows:

     {0}Children
     Mekong                      143
     Alto Verde                  188
     Total                       331

No child was held elsewhere.
"""


@pytest.mark.parametrize("header", ["Basin", "River basin", "Province", "District of origin"])
def test_a_row_below_the_name_of_an_area(header: str) -> None:
    found = said(facts_of("figures", TABLE.format(header.ljust(28))), "value", "period", "place")
    assert ("188", "2025-10-07", "Alto Verde") in found
    assert ("331", "2025-10-07", "") in found


@pytest.mark.parametrize("header", ["Partner", "Team", "Centre of training"])
def test_a_row_below_another_name(header: str) -> None:
    assert {place for (place,) in said(facts_of("figures", TABLE.format(header.ljust(28))), "place")} == {""}


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The ILO urges owners to pay wages, and the Centre, which is open, has trained 40 judges.", "pay wages"),
        ("UNICEF urged Togo to train judges, but the Government has not trained them.", "train judges"),
        ("L'UNICEF a exhorté le Togo à former des juges, et le Centre, qui est ouvert, a créé une école.",
         "former des juges"),
        ("UNICEF urged Togo to train judges, and the police in the ports, without delay.",
         "train judges, and the police in the ports, without delay"),
        ("UNICEF urged Togo to ensure that judges are trained, and the police is equipped.",
         "ensure that judges are trained, and the police is equipped"),
    ],
)  # fmt: skip
def test_an_action_ends_where_another_clause_begins(text: str, action: str) -> None:
    assert said(facts_of("requests", text), "action") == [(action,)]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Emir Halilović, Head of Operations of UNICEF, met the team.", "Emir Halilović"),
        ("Colonel Emir Kaya, Director of UNICEF, met the team.", "Emir Kaya"),
        ("Sultan Aliyev, Director of UNICEF, met the team.", "Sultan Aliyev"),
        ("Colonel Aliyev, Director of UNICEF, met the team.", "Aliyev"),
        ("M. Emir Kaya, Directeur de l'UNICEF, a rencontré l'équipe.", "Emir Kaya"),
    ],
)
def test_given_names_that_are_titles(text: str, person: str) -> None:
    assert said(facts_of("offices", text), "person") == [(person,)]


NEWS = """\
SC/16123
14 May 2025

Meetings Coverage

{0}

Criminal groups are finding displaced families, the Security Council heard today, and Ms. Costa agreed with it.
"""


@pytest.mark.parametrize(
    ("headline", "people"),
    [
        ("Traffickers Reach Displaced Families before Aid Does, Head of Drugs Office Tells Security Council", []),
        ("Recruiters Watch Every Border Post while Nobody Cares, Director of UNICEF Tells Council", []),
        (
            "Remarks by Leila Haddad, Director of UNICEF, at the High-level Meeting on Displaced Children",
            ["Leila Haddad"],
        ),
        (
            "Maria Costa, Director of UNICEF, Calls upon Displaced Families to Speak before Traffickers Return",
            ["Maria Costa"],
        ),
    ],
)
def test_people_in_headlines(headline: str, people: list[str]) -> None:
    assert [one for (one,) in said(facts_of("offices", NEWS.format(headline)), "person")] == people


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("For Below Deck, a survey which UNICEF published in 2025, 1,050 fishers were heard.", "Below Deck"),
        ("With Open Water, a report published by UNICEF in 2025, a debate began.", "Open Water"),
        ("In Invisible Hands, a report published by UNICEF in 2025, fishers speak.", "Invisible Hands"),
        ("With Open Arms, a report published by UNICEF in 2025, was read.", "With Open Arms"),
        ("For the Record, a report published by UNICEF in 2025, has three parts.", "For the Record"),
    ],
)
def test_a_title_behind_a_preposition(text: str, title: str) -> None:
    assert said(facts_of("publications", text), "title") == [(title,)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Operation Heron, led by INTERPOL around Baga Sola, Chad, on 3 May 2025, freed 12 people.", ["Baga Sola"]),
        ("Operation Heron, run by INTERPOL in Manaus, Brazil, from 3 to 7 May 2025, freed 12 people.", ["Manaus"]),
        ("Operation Heron, led by INTERPOL in Manaus, Brazil, and in Lima, Peru, freed 12 people.", ["Lima", "Manaus"]),
        ("Operation Heron, led by INTERPOL in Accra, Togo and Benin, freed 12 people.", ["Accra", "Benin", "Togo"]),
        ("L'opération Héron, menée par INTERPOL à Manaus (Brésil) en mai 2025, a libéré 12 personnes.", ["Manaus"]),
        ("L'opération Héron, menée par INTERPOL au large de Cotonou, a libéré 12 personnes.", ["Cotonou"]),
    ],
)
def test_where_an_operation_was(text: str, places: list[str]) -> None:
    found = facts_of("operations", text)
    assert said(found, "place") == [(place,) for place in places]
    assert {who for (who,) in said(found, "coordinator")} == {"INTERPOL"}


def test_a_typed_dash() -> None:
    found = facts_of("figures", 'Boys made up 44 per cent of the total -- a proportion, she said, "that is new".')
    assert said(found, "measure", "value") == [("of the total", "44")]
    assert facts_of("figures", "Name     Value\n------   -----\nRome     -- \nParis    --\n") == []
