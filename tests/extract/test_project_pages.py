"""The page of a project: its title begins with the name, a card says who and where, « Le projet » heads the text."""

from __future__ import annotations

import pytest

from extract.facts import Fact
from extract.pipeline import extract
from extract.readers import read_bytes
from tests.extract.kinds import facts_of, said

CARD = "<table><tr><th>Pays</th><td>Burundi, Rwanda</td></tr><tr><th>Partenaires</th><td>UNICEF, OIM</td></tr></table>"
PAGE = (
    "<html lang='fr'><head><title>SENTINELLES : protéger les enfants | Expertise France</title></head><body><main>"
    f"<h1>SENTINELLES : protéger les enfants dans les Grands Lacs</h1>{CARD}<h2>{{}}</h2><p>{{}} Il est financé par"
    " l’Union européenne (9 millions d’euros). Il contribue à l’atteinte de la cible 5.2 des objectifs de développement"
    " durable.</p></main></body></html>"
)


def _facts(heading: str, text: str) -> list[Fact]:
    return list(extract(read_bytes(PAGE.format(heading, text).encode(), "projet.html")).facts)


def _of(found: list[Fact], kind: str, *columns: str) -> list[tuple[str, ...]]:
    return said([fact for fact in found if fact.kind == kind], *columns)


def test_the_card_and_the_text_are_of_the_project_of_the_title() -> None:
    found = _facts("Le projet", "Le projet SENTINELLES aide les autorités.")
    assert {name for (name,) in _of(found, "programmes", "programme")} == {"projet SENTINELLES"}
    assert {*_of(found, "programmes", "country", "partner")} >= {("Burundi", ""), ("Rwanda", ""), ("", "UNICEF")}
    assert _of(found, "funding", "donor", "amount") == [("EU", "9000000")]
    assert _of(found, "targets", "target") == [("SDG target 5.2",)]


def test_below_a_draft_budget_nothing_is_reported() -> None:
    found = _facts("Projet de budget", "Le projet SENTINELLES aide les autorités.")
    assert _of(found, "funding", "amount") == []


def test_a_title_that_the_text_does_not_call_a_project() -> None:
    assert _of(_facts("Présentation", "Les autorités sont aidées."), "programmes", "country") == []


@pytest.mark.parametrize(
    ("text", "donor"),
    [
        ("La représentante de l’Union européenne, Mme Karin Berg, a fait savoir que celle-ci avait versé", "EU"),
        ("Le représentant du Japon, M. Paul Roy, a indiqué que celui-ci avait versé", "Japan"),
    ],
)
def test_who_is_represented_gave(text: str, donor: str) -> None:
    given = f"{text} 6 millions d’euros en 2023 au Fonds régional d’aide aux survivants."
    assert said(facts_of("funding", given), "donor") == [(donor,)]


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("L'OIM a lancé l’initiative « Libres en ligne ». 530 agents ont été formés dans ce cadre.", "Libres en ligne"),
        ("IOM runs the “Free Online” project. Some 530 officers were trained within this framework.", "Free Online"),
    ],
)
def test_training_within_a_framework(text: str, agent: str) -> None:
    assert said(facts_of("training", text), "agent") == [(agent,)]


@pytest.mark.parametrize(
    ("language", "title", "heading", "text", "wanted"),
    [
        ("en", "Calm tides: a safer sea", "The project at a glance", "IOM launched Calm tides in May 2024.", "Kenya"),
        ("fr", "Marée calme : une mer sûre", "Le projet en bref", "L’OIM a lancé Marée calme en mai 2024.", "Kenya"),
        ("en", "Calm tides: a safer sea", "The report at a glance", "IOM launched Calm tides in May 2024.", ""),
        ("fr", "Marée calme : une mer sûre", "Le projet en bref", "La nuit, Marée calme.", ""),
    ],
)
def test_what_somebody_began_is_the_project_of_the_title(
    language: str, title: str, heading: str, text: str, wanted: str
) -> None:
    label = "Country" if language == "en" else "Pays"
    page = (
        f"<html lang='{language}'><body><main><h1>{title}</h1><table><tr><th>{label}</th><td>Kenya</td></tr></table>"
        f"<h2>{heading}</h2><p>{text}</p></main></body></html>"
    )
    found = list(extract(read_bytes(page.encode(), "page.html")).facts)
    assert {name for (name,) in _of(found, "programmes", "country") if name} == ({wanted} if wanted else set())
    assert len(_of(found, "founded", "thing")) == bool(wanted)


def test_an_acronym_in_brackets_parts_no_partners() -> None:
    card = "<tr><th>Partenaires</th><td>Organisation internationale pour les migrations (OIM), SafePort-Togo</td></tr>"
    page = (
        f"<html lang='fr'><body><main><h1>Le projet Marée calme</h1><table>{card}</table>"
        "<p>Le projet Marée calme aide les pêcheurs. Le centre Aube est géré par SafePort-Togo.</p>"
        "</main></body></html>"
    )
    found = list(extract(read_bytes(page.encode(), "page.html")).facts)
    assert {*_of(found, "programmes", "partner")} >= {("IOM",), ("SafePort-Togo",)}
    assert _of(found, "responsibilities", "agent") == [("SafePort-Togo",)]
