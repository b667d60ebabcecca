"""Programmes whose names stand alone: the next sentence, the words above a list or a title in capitals tell of them."""

from __future__ import annotations

import pytest

from extract.pipeline import extract
from extract.readers import read_bytes
from tests.extract.kinds import facts_of, said

LIST = "Initiatives undertaken since the last report include the following:\n\n(a) {};\n\n(b) {}.\n"


@pytest.mark.parametrize(
    ("text", "programme", "country"),
    [
        (
            "Safe Crossings, which ICMPD launched in 2021, helps guards. The programme is active in Georgia.",
            "Safe Crossings",
            "Georgia",
        ),
        (
            "Open Harbour was launched by UNODC in 2021. This project is implemented in Georgia.",
            "Open Harbour",
            "Georgia",
        ),
        (
            "Passages Sûrs, que l'OIM a lancé en 2021, aide. Le programme est actif en Géorgie.",
            "Passages Sûrs",
            "Georgia",
        ),
        (
            "1. The project\n\nOpen Harbour was launched by UNODC in 2021. It is active in Georgia.\n\n2. Results",
            "Open Harbour",
            "Georgia",
        ),
        (
            "Open Harbour was launched by UNODC in 2021 in Georgia.\n\nThe initiative has helped 400 families.",
            "Open Harbour",
            "Georgia",
        ),
        (
            "1. Le projet\n\nPassages Sûrs a été lancé par l'OIM en 2021. Il est mené en Géorgie.\n\n2. Résultats",
            "Passages Sûrs",
            "Georgia",
        ),
        (
            "EVALUATION OF THE PROJECT “CROSSING POINTS”\n\nJune 2022\n\nCrossing Points was implemented in Georgia.",
            "Crossing Points",
            "Georgia",
        ),
    ],
)
def test_where_it_is_active(text: str, programme: str, country: str) -> None:
    found = {row for row in said(facts_of("programmes", text), "programme", "country") if row[1]}
    assert {(name.title(), state) for name, state in found} == {(programme.title(), country)}


def test_items_below_initiatives() -> None:
    text = LIST.format("Sentinel Ports, which UNODC carries out in Mali", "Open Harbour, led by IOM since 2021")
    assert set(said(facts_of("programmes", text), "programme", "lead")) >= {
        ("Sentinel Ports", "UNODC"),
        ("Open Harbour", "IOM"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg, who launched a hotel, lives in Oslo. The programme is active in Togo.",
        "The National Council, which UNODC launched in 2020, met. The programme of the day was full.",
        "Caritas Georgia was funded by Norway in Georgia.\n\nThe project of UNICEF ended in 2021.",
        "Open Harbour was funded by Norway in Georgia.\n\nThe projects ended in 2021.",
        "1. The context\n\nOpen Harbour was funded by Norway in Georgia. It has 40 berths.\n\n2. Results",
        "Measures taken since then include the following:\n\n   (a) Sentinel Ports, which UNODC carries out in Mali.\n",
    ],
)
def test_people_bodies_and_other_lists(text: str) -> None:
    assert facts_of("programmes", text) == []


PAGE = "<html lang='{}'><body><main><h1>About</h1><p>{}</p><h2>{}</h2>{}</main></body></html>"
OURS = {"en": "UNODC published this.", "fr": "L'ONUDC a publié cela."}


def _below(language: str, heading: str, text: str) -> set[tuple[str, ...]]:
    page = PAGE.format(language, OURS[language], heading, text)
    found = [fact for fact in extract(read_bytes(page.encode(), "page.html")).facts if fact.kind == "programmes"]
    return set(said(found, "programme", "lead", "country"))


@pytest.mark.parametrize(
    ("language", "heading", "item", "rows"),
    [
        (
            "en",
            "Programmes",
            "Safe Seas, Safe Work – run by ILO since 2020, with IOM as partner, in Fiji.",
            {
                ("Safe Seas, Safe Work", "ILO", ""),
                ("Safe Seas, Safe Work", "", ""),
                ("Safe Seas, Safe Work", "", "Fiji"),
            },
        ),
        (
            "en",
            "Our current projects",
            "Back Home – a return and reintegration programme of IOM in Tonga.",
            {("Back Home", "IOM", ""), ("Back Home", "", "Tonga")},
        ),
        (
            "fr",
            "Projets en cours",
            "Écoles vigilantes – projet de l’OIM au Togo.",
            {("Écoles vigilantes", "IOM", ""), ("Écoles vigilantes", "", "Togo")},
        ),
        (
            "fr",
            "Nos projets",
            "Retour à bord, mené par l’OIM au Togo.",
            {("Retour à bord", "IOM", ""), ("Retour à bord", "", "Togo")},
        ),
        ("en", "Training", "Back Home – run by ILO in Tonga.", set()),
        ("en", "Programmes", "Judges, prosecutors and police in Tonga.", set()),
        ("en", "Programmes", "Ports Task Force – run by ILO in Tonga.", set()),
    ],
)
def test_items_below_a_heading(language: str, heading: str, item: str, rows: set[tuple[str, ...]]) -> None:
    assert _below(language, heading, f"<ul><li>{item}</li></ul>") == rows


@pytest.mark.parametrize(
    ("language", "heading", "name", "text", "rows"),
    [
        ("en", "Our programmes", "Open Roads", "Open Roads is run by IOM.", {("Open Roads", "IOM", "")}),
        ("en", "Our programmes", "Open roads", "The programme is run by IOM.", {("Open roads", "IOM", "")}),
        (
            "fr",
            "Nos projets",
            "Écoles vigilantes",
            "Écoles vigilantes est mené par l’OIM.",
            {("Écoles vigilantes", "IOM", "")},
        ),
        ("en", "Our programmes", "Prevention", "Prevention of trafficking is led by IOM.", set()),
        ("en", "Our history", "Open Roads", "Open Roads is run by IOM.", set()),
    ],
)
def test_a_name_that_is_a_heading(
    language: str, heading: str, name: str, text: str, rows: set[tuple[str, ...]]
) -> None:
    assert _below(language, heading, f"<h3>{name}</h3><p>{text}</p>") == rows


@pytest.mark.parametrize(
    ("language", "heading", "item", "wanted"),
    [
        (
            "fr",
            "Nos programmes",
            "Retour digne – Mis en œuvre depuis 2023 par l'OIM, en partenariat avec le HCR, ce programme aide.",
            {("lead", "IOM"), ("partner", "UNHCR")},
        ),
        (
            "fr",
            "Nos programmes",
            "Rives sûres – Projet conjoint de l'OIM et de l'UNICEF, exécuté à Madagascar et aux Comores.",
            {("lead", "IOM"), ("lead", "UNICEF"), ("country", "Madagascar"), ("country", "Comoros")},
        ),
        (
            "en",
            "Our programmes",
            "Safe Shores – Joint project of IOM and UNICEF, carried out in Madagascar and Comoros.",
            {("lead", "IOM"), ("lead", "UNICEF"), ("country", "Madagascar"), ("country", "Comoros")},
        ),
        ("en", "Our programmes", "Safe Shores – Project funded by Japan.", set()),
    ],
)
def test_a_name_and_behind_a_dash_what_it_is(
    language: str, heading: str, item: str, wanted: set[tuple[str, str]]
) -> None:
    body = f"<main><h1>IOM</h1><h2>{heading}</h2><ul><li>{item}</li></ul></main>"
    found = facts_of("programmes", f"<html lang='{language}'><body>{body}</body></html>", name="page.html")
    told = {(role, name) for role in ("lead", "partner", "country") for (name,) in said(found, role) if name}
    assert told == wanted
