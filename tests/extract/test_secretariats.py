"""Secretariats that are bodies, those that somebody provides, and known bodies inside longer names."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "trainer"),
    [
        ("The OSPAR Secretariat trained 40 officers in Jakarta in 2021.", "OSPAR Secretariat"),
        ("In 2021 the Secretariat of the Indian Ocean Commission trained 40 officers.",
         "Secretariat of the Indian Ocean Commission"),
        ("Le Secrétariat de la Commission de l'océan Indien a formé 40 policiers en 2021.",
         "Secrétariat de la Commission de l'océan Indien"),
        ("The Commission on Human Rights and Citizenship trained 40 officers in 2021.",
         "Commission on Human Rights and Citizenship"),
        ("The Commission on Human Rights and Administrative Justice trained 40 officers in 2021.",
         "Commission on Human Rights and Administrative Justice"),
    ],
)  # fmt: skip
def test_bodies(text: str, trainer: str) -> None:
    assert said(facts_of("training", text), "agent") == [(trainer,)]


@pytest.mark.parametrize(
    "text",
    [
        "UNODC provides the Secretariat of the Alliance 8.7.",
        "UNODC acts as the permanent Secretariat of the Alliance 8.7.",
        "The Secretariat of the Alliance 8.7 is provided by UNODC.",
        "L'ONUDC assure le Secrétariat de l'Alliance 8.7.",
        "Le Secrétariat de l'Alliance 8.7 est assuré par l'ONUDC.",
    ],
)
def test_secretariats_that_are_provided(text: str) -> None:
    assert said(facts_of("responsibilities", text), "agent", "object") == [("UNODC", "Alliance 8.7")]


@pytest.mark.parametrize(
    ("text", "adopter"),
    [
        ("The Quay Guidelines were adopted by the General Assembly of the Organization of American States in 2022.",
         "General Assembly of the OAS"),
        ("The Quay Guidelines were adopted by the General Assembly of the United Nations in 2022.",
         "General Assembly"),
        ("The Quay Guidelines were adopted by the Parliamentary Assembly of the Council of Europe in 2022.",
         "Parliamentary Assembly of the Council of Europe"),
    ],
)  # fmt: skip
def test_organs_of_other_organisations(text: str, adopter: str) -> None:
    assert said(facts_of("adoptions", text), "body") == [(adopter,)]


@pytest.mark.parametrize(
    "text",
    [
        "Timidria, an association based in Niamey, helps them. In 2022, Timidria trained 85 paralegals in Tahoua.",
        "Timidria, une association de Niamey, les aide. En 2022, Timidria a formé 85 parajuristes à Tahoua.",
    ],
)
def test_an_organisation_that_an_apposition_introduced_trains(text: str) -> None:
    assert said(facts_of("training", text), "agent", "number") == [("Timidria", "85")]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("The Task Force on Trafficking after Disasters was established by UNICEF in 2019.",
         "Task Force on Trafficking after Disasters"),
        ("L'UNICEF a créé en 2019 l'Équipe spéciale sur la traite après les catastrophes.",
         "Équipe spéciale sur la traite après les catastrophes"),
        ("The Task Force on Trafficking was established by UNICEF after long debates in 2019.",
         "Task Force on Trafficking"),
        ("L'UNICEF a créé l'Équipe spéciale sur la traite après de longs débats en 2019.",
         "Équipe spéciale sur la traite"),
    ],
)  # fmt: skip
def test_circumstances_in_names(text: str, thing: str) -> None:
    assert said(facts_of("founded", text), "thing") == [(thing,)]
