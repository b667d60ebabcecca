"""Cards of web pages: labels with what stands beside them, of what the page is about."""

from __future__ import annotations

import pytest

from extract.facts import Fact
from extract.pipeline import extract
from extract.readers import read_bytes
from tests.extract.kinds import said

PAGE = "<html lang='{}'><head><title>{}</title></head><body><main><h1>{}</h1>{}<p>{}</p></main></body></html>"
LAST = {"en": "The text of the page goes on.", "fr": "Le texte de la page se poursuit ici."}


def _facts(heading: str, *entries: tuple[str, str], language: str = "en", site: str = "Portnet") -> list[Fact]:
    card = "".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in entries)
    page = PAGE.format(language, site, heading, f"<dl>{card}</dl>", LAST[language])
    return list(extract(read_bytes(page.encode(), "page.html")).facts)


def _of(found: list[Fact], kind: str, *columns: str) -> set[tuple[str, ...]]:
    return set(said([fact for fact in found if fact.kind == kind], *columns))


def test_a_project() -> None:
    found = _facts("The Calm Water project", ("Countries", "Fiji, Tonga"), ("Lead agency", "IOM"), ("Donor", "Japan"))
    rows = {("", "Fiji"), ("", "Tonga"), ("IOM", "")}
    assert _of(found, "programmes", "lead", "country") == rows


def test_what_semicolons_part_within_a_cell() -> None:
    found = _facts(
        "Projet Cap sûr", ("Budget", "3 euros"), ("Partenaires", "OIM ; Fondation Caritas Liban"), language="fr"
    )
    assert _of(found, "programmes", "partner") == {("IOM",), ("Fondation Caritas Liban",)}


@pytest.mark.parametrize(
    ("partners", "names"),
    [
        ("Harbour Light, UNICEF, and Casa Azul", {"Harbour Light", "UNICEF", "Casa Azul"}),
        ("Ministry of the Interior, IOM and UNICEF", {"Ministry of the Interior", "IOM", "UNICEF"}),
        ("Ministry of Justice, Security and Peace", {"Ministry of Justice, Security and Peace"}),
        ("IOM, Geneva", set()),
        ("IOM, among others", set()),
    ],
)
def test_commas_part_names_among_which_a_body_is_known(partners: str, names: set[str]) -> None:
    found = _facts("The Calm Water project", ("Budget", "3 euros"), ("Partners", partners))
    assert {name for (name,) in _of(found, "programmes", "partner") if name} == names


def test_a_body() -> None:
    found = _facts("Joint Shelter Fund", ("Founded", "March 2019"), ("Chair", "Norway (since 2021)"))
    assert _of(found, "founded", "thing", "date") == {("Joint Shelter Fund", "2019-03")}
    assert _of(found, "chairs", "body", "chair", "year") == {("Joint Shelter Fund", "Norway", "2021")}


def test_on_the_page_of_a_known_organisation_the_card_is_of_the_panel_that_it_names() -> None:
    entries = (
        ("Coordinating body", "National Committee on Decent Childhood"),
        ("Chair", "Norway"),
        ("Secretariat", "ILO"),
    )
    found = _facts("Pathfinder country: Fiji", *entries, site="Pathfinders | Alliance 8.7")
    assert _of(found, "chairs", "body", "chair") == {("National Committee on Decent Childhood", "Norway")}
    assert _of(found, "responsibilities", "agent", "object") == {("ILO", "National Committee on Decent Childhood")}


def test_sentences_and_years_are_text() -> None:
    found = _facts(
        "Our history", ("2012", "UNODC launched the Calm Water project"), ("Calm Water", "Run by IOM in Togo.")
    )
    assert _of(found, "founded", "founder", "thing") == {("UNODC", "Calm Water")}
    page = PAGE.format(
        "en", "Portnet", "Terms", "<dl><dt>Lead</dt><dd>It is run by IOM.</dd><dt>Chair</dt></dl>", LAST["en"]
    )
    assert " ; " not in read_bytes(page.encode(), "page.html").text
