"""A relative clause without commas between a subject and its verb: "The officers who run the Network launched it"."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    "text",
    [
        "The officers who run the Ports Network launched the Lomé Fund in 2018.",
        "The body that runs the Ports Network launched the Lomé Fund in 2018.",
        "The agency which hosts the Lomé Centre created the Lomé Fund in 2018.",
        "Les agents qui dirigent le Réseau des ports ont créé le Fonds de Lomé en 2018.",
        "L'agence qui abrite le Centre de Lomé a créé le Fonds de Lomé en 2018.",
    ],
)
def test_what_a_relative_clause_is_about_has_founded_nothing(text: str) -> None:
    assert said(facts_of("founded", text), "founder", "date") == [("", "2018")]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("members", "IOM officers who lead the Ports Network joined Alliance 8.7 in 2018."),
        ("members", "The staff of the agency that hosts UNICEF became a member of the Lomé Network in 2018."),
        ("ratifications", "The region in which Togo runs projects ratified nothing, and the Palermo Protocol is old."),
    ],
)
def test_it_has_joined_and_ratified_nothing(kind: str, text: str) -> None:
    assert facts_of(kind, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Togo, which chairs the Ports Network, joined Alliance 8.7 in 2018.",
        "Le Togo, qui préside le Réseau des ports, a rejoint l'Alliance 8.7 en 2018.",
        "The report says who runs the Ports Network and that Togo joined Alliance 8.7 in 2018.",
    ],
)
def test_what_the_clause_describes_is_the_subject(text: str) -> None:
    assert said(facts_of("members", text), "member", "year") == [("Togo", "2018")]


@pytest.mark.parametrize(
    "text",
    [
        "All countries that have ratified the Palermo Protocol – Niger, Norway and Mali – have to meet its aims.",
        "Les pays qui ont ratifié le Protocole de Palerme (le Niger, la Norvège et le Mali) doivent agir.",
    ],
)
def test_those_who_are_named_behind_the_clause(text: str) -> None:
    assert said(facts_of("ratifications", text), "state") == [("Mali",), ("Niger",), ("Norway",)]


@pytest.mark.parametrize(
    "text",
    [
        "The States that have not ratified the Palermo Protocol (Niger, Norway and Mali) have to act.",
        "The countries in which the Palermo Protocol was discussed (Niger, Norway and Mali) have to act.",
    ],
)
def test_those_who_have_not(text: str) -> None:
    assert facts_of("ratifications", text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("ICAT published its 2022 Annual Report in March 2023.", "2022 Annual Report"),
        ("L'ICAT a publié son Rapport annuel 2022 en mars 2023.", "Rapport annuel 2022"),
    ],
)
def test_the_year_before_an_annual_report(text: str, title: str) -> None:
    assert said(facts_of("publications", text), "title", "date") == [(title, "2023-03")]


def test_the_secretary_general_without_a_hyphen() -> None:
    text = "The Office of the Special Representative of the Secretary General on Violence against Children chairs ICAT."
    assert said(facts_of("chairs", text), "body", "chair") == [
        ("ICAT", "Office of the Special Representative of the Secretary-General on Violence against Children")
    ]
