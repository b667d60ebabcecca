"""Fact sheets: labels that name a body, values that tell by whom and by which text, tables of treaty actions."""

from __future__ import annotations

import pytest

from extract.facts import Fact
from extract.pipeline import extract
from extract.readers import read_bytes
from tests.extract.kinds import facts_of, said

PAGE = "<html lang='{}'><head><title>{}</title></head><body><main><h1>{}</h1>{}</main></body></html>"
BOARD = "Board of Trustees of the UN Slavery Fund"


def _page(heading: str, body: str, language: str = "en", title: str = "Facts") -> list[Fact]:
    return list(extract(read_bytes(PAGE.format(language, title, heading, body).encode(), "page.html")).facts)


def _card(caption: str, *rows: tuple[str, str]) -> str:
    lines = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in rows)
    return f"<table><caption>{caption}</caption>{lines}</table>"


def _table(caption: str, *rows: tuple[str, ...]) -> str:
    head, *body = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table><caption>{caption}</caption><tr>{head.replace('td>', 'th>')}</tr>" + "".join(
        f"<tr>{row}</tr>" for row in body
    ).join(("", "</table>"))


def _of(found: list[Fact], kind: str, *columns: str) -> set[tuple[str, ...]]:
    return set(said([fact for fact in found if fact.kind == kind and fact.modality == "asserted"], *columns))


def _fund(*rows: tuple[str, str]) -> list[Fact]:
    caption = "The United Nations Voluntary Trust Fund on Contemporary Forms of Slavery (“the Fund”) at a glance"
    return _page("Slavery: status and facts", f"<h2>The Slavery Fund</h2>{_card(caption, *rows)}")


def test_by_whom_and_by_which_text_a_fund_was_established() -> None:
    found = _fund(("Established", "1991, by General Assembly resolution 46/122"), ("Administered by", "OHCHR"))
    assert _of(found, "founded", "thing", "founder", "instrument", "date") == {
        ("UN Slavery Fund", "General Assembly", "A/RES/46/122", "1991")
    }


@pytest.mark.parametrize(
    ("value", "founder", "instrument"),
    [
        ("July 2004, by the OSCE", "OSCE", ""),
        ("2004 (General Assembly resolution 64/293)", "", "A/RES/64/293"),
        ("4 November 2010, pursuant to General Assembly resolution 64/293", "", "A/RES/64/293"),
        ("2004 by IOM and UNICEF", "IOM", ""),
    ],
)
def test_what_stands_behind_a_date(value: str, founder: str, instrument: str) -> None:
    found = _fund(("Established", value), ("Administered by", "OHCHR"))
    told = _of(found, "founded", "founder", "instrument")
    assert (founder, instrument) in told
    assert len(told) == 1 + (" and " in value)


def test_a_label_that_names_a_body() -> None:
    found = _fund(
        ("Administered by", "OHCHR"),
        ("Chair of the Board of Trustees", "Leila Benamar (2025)"),
        ("Members of the Board of Trustees", "Leila Benamar, Thomas Achebe and Rosa Quispe"),
        ("Secretary of the Board", "Tomás Ribeiro (since 2021)"),
    )
    assert _of(found, "chairs", "body", "chair", "year") == {(BOARD, "Leila Benamar", "2025")}
    assert _of(found, "offices", "person", "office", "organisation", "start") == {
        ("Leila Benamar", "Chair", BOARD, ""),
        ("Tomás Ribeiro", "Secretary", BOARD, "2021"),
    }
    assert {name for (name,) in _of(found, "members", "member")} == {"Leila Benamar", "Thomas Achebe", "Rosa Quispe"}


def test_a_label_that_names_a_body_in_french() -> None:
    rows = (
        ("Administration", "HCDH"),
        ("Présidente du Comité de gestion", "Mariama Kouyaté (depuis 2023)"),
        ("Membres du Comité de gestion", "Mariama Kouyaté, Issouf Traoré et Adjoa Mensah"),
    )
    found = _page("Fonds Horizon", _card("Le Fonds Horizon", *rows), "fr")
    assert {(chair, year) for chair, year in _of(found, "chairs", "chair", "year")} == {("Mariama Kouyaté", "2023")}
    assert _of(found, "offices", "person", "office", "start") == {("Mariama Kouyaté", "Présidente", "2023")}
    assert len(_of(found, "members", "member")) == 3


def test_former_members_are_none() -> None:
    assert not _of(
        _fund(("Administered by", "OHCHR"), ("Former members", "Anna Berg (2015–2020)")), "members", "member"
    )


@pytest.mark.parametrize("label", ["Theme for 2026", "Theme in 2026"])
def test_the_year_of_a_theme_in_its_label(label: str) -> None:
    found = _fund(("Administered by", "OHCHR"), (label, "“Survivors lead”, chosen by the Board of Trustees"))
    assert _of(found, "themes", "occasion", "theme", "year", "chooser") == {
        ("UN Slavery Fund", "Survivors lead", "2026", BOARD)
    }


def test_a_theme_without_a_year_is_none() -> None:
    assert not _of(_fund(("Administered by", "OHCHR"), ("Theme", "“Survivors lead”")), "themes", "theme")


@pytest.mark.parametrize(
    ("language", "caption", "head", "manners"),
    [
        ("en", "Participation in the Palermo Protocol", ("State", "Signed", "Ratified"), ("signature", "ratification")),
        (
            "en",
            "Status of the Palermo Protocol",
            ("State", "Acceded on", "Entry into force"),
            ("accession", "entry-into-force"),
        ),
        (
            "fr",
            "Participation au Protocole de Palerme",
            ("État", "Signé le", "Ratifié le"),
            ("signature", "ratification"),
        ),
        (
            "fr",
            "Le Protocole de Palerme",
            ("État", "Ratifié", "Entrée en vigueur"),
            ("ratification", "entry-into-force"),
        ),
    ],
)
def test_verbs_as_headers(language: str, caption: str, head: tuple[str, ...], manners: tuple[str, ...]) -> None:
    days = ("9 November 2015", "3 May 2016") if language == "en" else ("9 novembre 2015", "3 mai 2016")
    found = _page("Facts", _table(caption, head, ("Togo", *days)), language)
    assert _of(found, "ratifications", "state", "instrument", "manner", "date") == {
        ("Togo", "Palermo Protocol", manners[0], "2015-11-09"),
        ("Togo", "Palermo Protocol", manners[1], "2016-05-03"),
    }


def test_the_manner_in_a_column_of_its_own() -> None:
    rows = (("État", "Mode", "Date"), ("Togo", "Ratification", "8 mai 2009"), ("Ghana", "Adhésion", "21 août 2012"))
    found = _page("Fiche", _table("Ratifications du Protocole de Palerme", *rows), "fr")
    assert _of(found, "ratifications", "state", "manner", "date") == {
        ("Togo", "ratification", "2009-05-08"),
        ("Ghana", "accession", "2012-08-21"),
    }


def test_a_caption_that_denies() -> None:
    table = _table("States that are not members of GRETA", ("State", "Since"), ("Belarus", "2013"))
    assert not _of(_page("Facts", table), "members", "member")


def test_since_when_an_office_in_a_column() -> None:
    rows = (
        ("Nom", "Pays", "Fonction"),
        ("Leopoldo Arbeláez", "Colombie", "Président (depuis 2024)"),
        ("Georgi Stoychev", "Bulgarie", "Membre"),
    )
    found = _page("Le Fonds Horizon", _table("Composition du conseil d’administration", *rows), "fr")
    assert _of(found, "offices", "person", "office", "start") == {("Leopoldo Arbeláez", "Président", "2024")}
    assert _of(found, "chairs", "chair", "year") == {("Leopoldo Arbeláez", "2024")}
    assert len(_of(found, "members", "member")) == 2


def test_a_page_about_a_body_whose_title_says_that_it_is_a_fact_sheet() -> None:
    rows = (("Présidente", "Sophie Kiladze (Géorgie), depuis 2025"), ("Rapporteur", "Philip Jaffé (Suisse)"))
    found = _page("Comité des droits de l’enfant : fiche d’information", _card("", *rows), "fr")
    assert ("Sophie Kiladze", "2025", "Committee on the Rights of the Child") in _of(
        found, "offices", "person", "start", "organisation"
    )
    assert _of(found, "documents", "type") == {("fact-sheet",)}


LINES = {
    "en": "<p>What we do.</p><ul><li>Fair Crossings programme: launched in March 2023 by the ILO; partners: IOM,"
    " UN-Women; countries: Kenya, Uganda.</li></ul>",
    "fr": "<p>Ce que nous faisons.</p><ul><li>Programme <em>Sortir de la servitude</em> : lancé en mars 2023 par"
    " l’OIT ; partenaires : OIM, ONU-Femmes ; pays : Kenya, Ouganda.</li></ul>",
}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_several_labels_in_a_line(language: str) -> None:
    found = _page("Our work", LINES[language], language)
    assert _of(found, "founded", "founder", "date") == {("ILO", "2023-03")}
    assert _of(found, "programmes", "lead", "partner", "country", "start") == {
        ("ILO", "", "", "2023-03"),
        ("", "IOM", "", ""),
        ("", "UN Women", "", ""),
        ("", "", "Kenya", ""),
        ("", "", "Uganda", ""),
    }


def test_countries_that_are_planned_are_none() -> None:
    line = "<ul><li>Projet Routes sûres : mené depuis 2021 par l’OIM ; pays envisagés : Tchad.</li></ul>"
    assert not {c for (c,) in _of(_page("Notre action", line, "fr"), "programmes", "country")} - {""}


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("The ILO runs the Bridge II project. Its countries are Malaysia and Peru.", {"Malaysia", "Peru"}),
        ("The participating countries of the Bridge II project are Kenya and Uganda.", {"Kenya", "Uganda"}),
        ("L’OIT dirige le projet Passerelle. Les pays du projet sont le Mali et le Niger.", {"Mali", "Niger"}),
        ("The ILO runs the Bridge II project. Its countries are not Malaysia and Peru.", set()),
        ("The ILO runs the Bridge II project. Its countries could be Malaysia and Peru.", set()),
        ("The ILO runs the Bridge II project. Its countries are rich.", set()),
    ],
)
def test_the_countries_of_a_programme(text: str, countries: set[str]) -> None:
    found = said(facts_of("programmes", text), "country")
    assert {country for (country,) in found} - {""} == countries


@pytest.mark.parametrize("line", ["Objective 4 of the Road Map reads as follows:", "Its objective 4 is worded thus:"])
def test_an_objective_that_a_sentence_is_about_to_quote(line: str) -> None:
    above = f"The Forum adopted the Nairobi Road Map in 2022.\n\n{line}\n\n"
    text = f"{above}We undertake to:\n\n(a) Free all;\n\n(b) Pay them."
    assert said(facts_of("commitments", text), "objective", "item") == [("4", "a"), ("4", "b")]


def test_what_a_page_is_names_no_publisher() -> None:
    found = _page("The Harbour Fund", "<p>Fact sheet. Updated 14 March 2026.</p>", title="Harbours | Fact sheet")
    assert _of(found, "documents", "type", "publisher") == {("fact-sheet", "")}


@pytest.mark.parametrize(
    ("line", "offices", "years"),
    [
        ("Chairmanship of the Board of Ports: Ms. Anna Berg", set(), {""}),
        ("Chairperson of the Committee on Ports: Anna Berg", {"Chairperson"}, {""}),
        ("Présidente du Comité des ports (2019) : Awa Diop", {"Présidente"}, {"2019"}),
    ],
)
def test_a_line_with_such_a_label(line: str, offices: set[str], years: set[str]) -> None:
    assert {office for (office,) in said(facts_of("offices", line), "office")} == offices
    assert {year for (year,) in said(facts_of("chairs", line), "year")} == years


@pytest.mark.parametrize(
    ("title", "head", "manner"),
    [
        ("Country profile: Kenya", ("Treaty", "Status", "Date"), "Accession"),
        ("Facts", ("Instrument", "Status in Kenya", "Date"), "Accession"),
        ("Kenya – Facts 2025", ("Instrument", "Status", "Date"), "Accession"),
    ],
)
def test_treaties_of_the_state_that_a_page_is_about(title: str, head: tuple[str, ...], manner: str) -> None:
    rows = ("Palermo Protocol", manner, "5 January 2005"), ("ILO Convention No. 190", "Not ratified", "–")
    found = [one for one in _page(title, _table("Treaties", head, *rows)) if one.kind == "ratifications"]
    assert said(found, "state", "instrument", "date") == [("Kenya", "Palermo Protocol", "2005-01-05")]


def test_treaties_on_a_page_about_no_state() -> None:
    rows = ("Instrument", "Status", "Date"), ("Palermo Protocol", "Accession", "5 January 2005")
    assert not [one for one in _page("Treaties in 2025", _table("", *rows)) if one.kind == "ratifications"]
