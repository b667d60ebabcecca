"""Who takes office behind the founding of a body holds the office there; the speech of a director is its founder's."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "In May 2023 IOM set up the Ports Observatory. Its director, the sociologist Paul Roy, took office on"
            " 2 June 2023.",
            "director",
        ),
        (
            "En mai 2023, l'OIM a créé l'Observatoire des ports, qu'héberge le HCR. Son directeur, le sociologue Paul"
            " Roy, a pris ses fonctions le 2 juin 2023.",
            "directeur",
        ),
    ],
)
def test_its_director_takes_office(text: str, office: str) -> None:
    (held,) = facts_of("offices", text)
    assert held.roles["start"] == "2023-06-02"
    assert said([held], "office", "person")[0] == (office, "Paul Roy")
    assert "bservato" in said([held], "organisation")[0][0]


def test_its_director_speaks() -> None:
    text = "In May 2023 IOM set up the Ports Observatory. Its Director General, Ms. Amy Pope, spoke."
    assert said(facts_of("offices", text), "organisation") == [("IOM",)]
