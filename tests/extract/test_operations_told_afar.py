"""Operations whose places, names or dates stand further off: "in the three countries", "Harmattan II" alone, and what
another clause of the sentence tells of somebody else.
"""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "date", "places"),
    [
        ("Operation Reef rescued 54 people in Fiji, and Peru ratified the Palermo Protocol in 2002.", "", ["Fiji"]),
        ("Operation Reef rescued 54 people in Fiji, while Peru hosted a seminar in Lima in 2023.", "", ["Fiji"]),
        ("Peru ratified the Palermo Protocol in 2002; Operation Reef rescued 54 people in Fiji.", "", ["Fiji"]),
        ("Peru ratified the Palermo Protocol in 2002, and Operation Reef rescued 54 people in Fiji.", "", ["Fiji"]),
        ("In 2023, Peru ratified the Protocol; Operation Reef rescued 54 people in Fiji.", "2023", ["Fiji"]),
        ("Operation Reef was led by INTERPOL, and police freed 54 people in Fiji in 2023.", "2023", ["Fiji"]),
        ("INTERPOL led Operation Reef in Fiji in 2023, and Peru took part in the operation.", "2023", ["Fiji"]),
        (
            "L'opération Récif a secouru 54 personnes aux Fidji, et le Pérou a ratifié le Protocole en 2002.",
            "",
            ["Fiji"],
        ),
        ("Le Pérou a ratifié le Protocole en 2002 ; l'opération Récif a secouru 54 personnes aux Fidji.", "", ["Fiji"]),
        (
            "Police in Benin and Togo freed 12 women in a joint operation. Operation Reef was carried out in May 2023 "
            "in the two countries.",
            "2023-05",
            ["Benin", "Togo"],
        ),
        (
            "Les polices du Bénin et du Togo ont libéré 12 femmes. L'opération Récif a été menée dans les deux pays en "
            "mai 2023.",
            "2023-05",
            ["Benin", "Togo"],
        ),
        ("Benin and Togo are members. Operation Reef was held in two countries in May 2023.", "2023-05", [""]),
        ("Benin, Mali and Togo are members. Operation Reef was held in both countries in May 2023.", "2023-05", [""]),
    ],
)
def test_when_and_where(text: str, date: str, places: list[str]) -> None:
    found = said(facts_of("operations", text), "date", "place")
    assert sorted(found) == sorted((date, place) for place in places)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Operation Harmattan III took place in Mali in February 2025. A previous edition, Harmattan II, was led by "
            "INTERPOL: in June 2023, 96 victims were freed in Togo.",
            ("Harmattan II", "2023-06", "Togo", "96"),
        ),
        (
            "L'opération Harmattan III a été menée au Mali en février 2025. Harmattan II avait permis de libérer 96 "
            "victimes au Togo en juin 2023.",
            ("Harmattan II", "2023-06", "Togo", "96"),
        ),
    ],
)
def test_another_of_the_series(text: str, told: tuple[str, ...]) -> None:
    found = said(facts_of("operations", text), "operation", "date", "place", "rescued")
    assert len(found) == 2
    assert told in found


@pytest.mark.parametrize(
    ("text", "coordinator"),
    [
        (
            "Menée au Togo en mai 2023 par la police nationale togolaise, l'opération Récif a secouru 12 femmes.",
            "police",
        ),
        ("L'opération Récif, conduite par la Délégation générale à la sûreté nationale, a libéré 12 femmes.", "sûreté"),
        ("Operation Reef, led by the Zambia Police Service in Copperbelt Province, freed 12 women.", "Service"),
    ],
)
def test_whom_a_longer_name_means(text: str, coordinator: str) -> None:
    (found,) = said(facts_of("operations", text), "coordinator")
    assert coordinator in found[0]
    assert "Province" not in found[0]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The office, set up in Cotonou, was led by a judge. In 2025, IOM trained 74 guards in that city.", "Cotonou"),
        ("Le bureau se trouvait à Cotonou. En 2025, l'OIM a formé 74 gardes dans cette ville.", "Cotonou"),
        ("Le Togo a adhéré en 2020. En 2021, l'OIM a formé 40 juges dans ce pays.", "Togo"),
        ("Offices opened in Kigali and Nairobi. In 2025, IOM trained 74 guards in that city.", ""),
    ],
)
def test_where_people_were_trained(text: str, place: str) -> None:
    assert said(facts_of("training", text), "place") == [(place,)]
