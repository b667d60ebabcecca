"""The year of "on 12 March", « en juin »: that which is spoken of, and none that stands elsewhere."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

_NEWS = "KENEMA, 18 March 2026 - The children went home.\n\n{}"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("In 2019 the Border Unit met in Bo. In June it met in Accra.", ["2019-06"]),
        ("The Border Unit met in Bo in June and October 2017.", ["2017-06"]),
        ("The Border Unit met in Bo in June and adopted its plan for the years to come, 2019 among them.", []),
        (_NEWS.format("The Border Unit met in Bo on 12 March."), ["2026-03-12"]),
        (_NEWS.format("Mali joined in 2008. The Border Unit, chaired by Liberia this year, met in Bo on 12 March."),
         ["2026-03-12"]),
        (_NEWS.format("A school has been open since September 2025. In January the Border Unit met in Bo."),
         ["2026-01"]),
        (_NEWS.format("In December the Border Unit met in Bo."), []),
        (_NEWS.format("Mali joined in 2008. In January this year the Border Unit met in Bo."), ["2026-01"]),
        (_NEWS.format("The Border Unit met in Bo in May 2021 and in Accra on 12 June of last year."),
         ["2021-05", "2025-06-12"]),
        ("Bo, le 18 mars 2026\n\nLe Mali a adhéré en 2008. L'Unité portuaire s'est réunie en juin de l'an dernier.",
         ["2025-06"]),
        (_NEWS.format("It is the largest since the Fund was set up by Mali in 2010. The Border Unit met on 12 March."),
         ["2026-03-12"]),
        ("Bo, le 18 mars 2026\n\nC'est le plus fort depuis la création du Fonds en 2010. L'Unité portuaire s'est "
         "réunie le 12 mars.", ["2026-03-12"]),
        (_NEWS.format("Since 2008 the Unit has grown; in March 2009 it moved. In June the Border Unit met in Accra."),
         ["2009-06"]),
        ("ANNUAL REPORT 2022\n\nOur work\n\nThe Border Unit met in Bo in December. It counted all victims of 2021.",
         ["2022-12"]),
        ("RAPPORT ANNUEL POUR 2022\n\nLe travail\n\nL'Unité portuaire s'est réunie à Bo en décembre.", ["2022-12"]),
        ("Bo, le 18 mars 2026\n\nL'Unité des frontières s'est réunie à Bo en juin dernier.", ["2025-06"]),
        ("L'Unité des frontières s'est réunie à Bo en juin dernier.", []),
    ],
)  # fmt: skip
def test_meetings(text: str, start: list[str]) -> None:
    assert [day for (day,) in said(facts_of("meetings", text), "start") if day] == start


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("UNICEF trained 85 judges in 2022. In the same year the Fund sheltered 62 people.", "2022"),
        ("60 victims were found in 2024, compared with 21 in 2023. In the same year, 62 people were tried.", "2024"),
        ("60 victimes ont été identifiées en 2024, contre 21 en 2023. La même année, 62 personnes ont été condamnées.",
         "2024"),
        ("UNICEF trained 85 judges in 2022. In the same year as the review 62 people were convicted.", ""),
    ],
)  # fmt: skip
def test_the_same_year(text: str, period: str) -> None:
    assert ("62", period) in said(facts_of("figures", text), "value", "period")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Ms. Farida Rahman, who in March 2024 had succeeded Mr. Omar Hassan as Director of the Lake Centre, spoke.",
         ["2024-03"]),
        ("Ms. Farida Rahman, who since March 2024 has been Director of the Lake Centre, spoke.", ["2024-03"]),
        ("Mme Farida Rahman, qui, en mars 2024, a été nommée Directrice du Centre des lacs, a parlé.", ["2024-03"]),
        (_NEWS.format("Ms. Farida Rahman has been Director of the Lake Centre since January."), ["2026-01"]),
        ("Bo, le 18 mars 2026\n\nMme Farida Rahman est Directrice du Centre des lacs depuis janvier.", ["2026-01"]),
        ("Ms. Farida Rahman, who until March 2024 had no post, is Director of the Lake Centre.", []),
        ("Ms. Farida Rahman, Director of the Lake Centre, who in March 2024 visited Mali, spoke.", []),
    ],
)  # fmt: skip
def test_offices(text: str, start: list[str]) -> None:
    assert [day for (day,) in said(facts_of("offices", text), "start") if day] == start


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (_NEWS.format("The Council has today adopted the Lake Plan for Migrants."), ["2026-03-18"]),
        (_NEWS.format("We have today adopted the Lake Plan for Migrants."), ["2026-03-18"]),
        ("Bo, le 18 mars 2026\n\nLe Conseil a adopté aujourd'hui le Plan des lacs pour les migrants.", ["2026-03-18"]),
        (_NEWS.format("The Council has not today adopted the Lake Plan for Migrants."), []),
        (_NEWS.format("The Council may today adopt the Lake Plan for Migrants."), []),
    ],
)
def test_adopted_today(text: str, date: list[str]) -> None:
    assert [day for (day,) in said(facts_of("adoptions", text), "date")] == date
