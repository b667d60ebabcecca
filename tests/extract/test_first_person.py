"""Who "we" and "our" are on the page of an organisation, and whose page it is."""

from __future__ import annotations

import pytest

from extract.facts import Fact
from extract.pipeline import extract
from extract.readers import read_bytes
from extract.readers.site import site_name
from tests.extract.kinds import facts_of, said

PAGE = """<!doctype html><html lang="{language}"><head><title>{title}</title></head><body>
<main><h1>Page</h1><p>{text}</p></main><footer>© {site} 2024 | Imprint</footer></body></html>"""
COLUMNS = {
    "chairs": ("body", "chair"),
    "responsibilities": ("agent", "role", "object"),
    "members": ("body", "member"),
    "founded": ("thing", "founder", "date"),
    "offices": ("person", "office", "organisation"),
    "programmes": ("programme", "lead"),
    "funding": ("donor", "recipient", "amount"),
    "training": ("agent", "number"),
}


def _facts(text: str, site: str = "Safe Shore", language: str = "en") -> list[Fact]:
    page = PAGE.format(language=language, title=f"Page | {site}", text=text, site=site)
    return [*extract(read_bytes(page.encode(), "page.html")).facts]


def _said(kind: str, text: str, language: str = "en") -> list[tuple[str, ...]]:
    site = "Safe Shore" if language == "en" else "Phare du Sud"
    found = [fact for fact in _facts(text, site, language) if fact.kind == kind and fact.modality == "asserted"]
    return said(found, *COLUMNS[kind])


@pytest.mark.parametrize(
    ("kind", "text", "wanted"),
    [
        ("chairs", "We currently chair the Baltic Alliance.", ("Baltic Alliance", "Safe Shore")),
        ("responsibilities", "We run homes and host the Quay Network.", ("Safe Shore", "hosts", "Quay Network")),
        ("members", "Our members include Caritas Norway.", ("Safe Shore", "Caritas Norway")),
        ("founded", "We were founded in 2003.", ("Safe Shore", "", "2003")),
        ("offices", "Our Executive Director is Lena Holt.", ("Lena Holt", "Executive Director", "Safe Shore")),
        (
            "programmes",
            "Our project Open Door, launched in 2019, is carried out in Moldova.",
            ("Open Door", "Safe Shore"),
        ),
        ("funding", "Sweden gave us 200,000 euros in 2020.", ("Sweden", "Safe Shore", "200000")),
        ("training", "In 2022 we trained 45 judges.", ("Safe Shore", "45")),
    ],
)
def test_we_are_the_organisation_of_the_page(kind: str, text: str, wanted: tuple[str, ...]) -> None:
    assert wanted in _said(kind, text)


@pytest.mark.parametrize(
    ("kind", "text", "wanted"),
    [
        (
            "responsibilities",
            "Nous coordonnons le Réseau des quais.",
            ("Phare du Sud", "coordinates", "Réseau des quais"),
        ),
        ("programmes", "Notre projet Vaka est mené au Mali.", ("Vaka", "Phare du Sud")),
        ("funding", "En 2021, la Suède nous a versé 300 000 euros.", ("Sweden", "Phare du Sud", "300000")),
        ("training", "Nous avons formé 120 magistrats.", ("Phare du Sud", "120")),
    ],
)
def test_nous_too(kind: str, text: str, wanted: tuple[str, ...]) -> None:
    assert wanted in _said(kind, text, "fr")


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("chairs", "“We chaired the Baltic Alliance in 2019,” said Ms. Berg."),
        ("responsibilities", "We hope to coordinate the Quay Network."),
        ("founded", "Were we founded in 2003? Nobody knows."),
        ("members", "We are not a member of the Baltic Alliance."),
    ],
)
def test_not_what_others_say_nor_what_is_hoped(kind: str, text: str) -> None:
    assert _said(kind, text) == []


def test_nobody_where_no_site_is_named() -> None:
    text = (
        "<html lang='en'><head><title>Our work</title></head><body><p>We chair the Baltic Alliance.</p></body></html>"
    )
    assert [fact for fact in extract(read_bytes(text.encode(), "page.html")).facts if fact.kind == "chairs"] == []


@pytest.mark.parametrize(
    ("title", "page", "article", "wanted"),
    [
        ("Our work | Safe Shore", "© 2019–2024 Safe Shore · Imprint", "Text.", "Safe Shore"),
        ("Our work | Nordhavn Foundation", "", "The Nordhavn Foundation works here.", "Nordhavn Foundation"),
        ("History — Sigurna Obala / Safe Shore", "© Safe Shore 2024", "Sigurna Obala opened.", "Safe Shore"),
        ("Our work", "Copyright 2024 Safe Shore. Site by Studio.", "Safe Shore opened.", "Safe Shore"),
        ("About | Basin Fund for Survivors", "© 2025 Basin Fund. Privacy", "Text.", "Basin Fund for Survivors"),
        ("Our work | Safe Shore", "", "Text.", None),
        ("Our work | Campaign", "", "Campaign news.", None),
        ("A plan - and a promise", "© 2024", "Text.", None),
        ("Rules", "", "(c) Set up joint inspections.", None),
    ],
)
def test_whose_site_it_is(title: str, page: str, article: str, wanted: str | None) -> None:
    assert site_name(title, page, article) == wanted


@pytest.mark.parametrize("name", ["Caritas Mali", "ECPAT Luxembourg"])
def test_a_national_branch_is_an_organisation_of_its_own(name: str) -> None:
    found = [fact for fact in _facts(f"{name} chairs the Baltic Alliance.") if fact.kind == "chairs"]
    assert said(found, "chair") == [(name,)]


def test_the_short_name_of_whose_page_it_is() -> None:
    text = (
        "<html lang='en'><head><title>About | Basin Fund for Survivors</title></head><body><article>"
        "<h1>Basin Fund for Survivors</h1><p>UNDP and the United Nations Children's Fund (UNICEF) help with it.</p>"
        "<p>In March 2022 the Fund launched the River Schools programme.</p></article>"
        "<footer>© 2025 Basin Fund. Privacy</footer></body></html>"
    )
    facts = [fact for fact in extract(read_bytes(text.encode(), "page.html")).facts if fact.kind == "programmes"]
    assert said(facts, *COLUMNS["programmes"]) == [("River Schools", "Basin Fund for Survivors")]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (
            "LOMÉ COMMUNIQUÉ\n\n1. We, the Ministers of Togo and Mali, met in Lomé.\n\n2. We recall "
            "the Doha Declaration, which the present Communiqué follows up, and the Palermo Protocol.",
            [("follows-up", "Doha Declaration"), ("recalls", "Doha Declaration"), ("recalls", "Palermo Protocol")],
        ),
        (
            "DÉCLARATION DE LOMÉ\n\nNous, ministres du Togo et du Mali,\n\n1. Nous rappelons le "
            "Protocole de Palerme.\n\n2. Nous faisons nôtre le Plan d'action de Bo.",
            [("endorses", "Plan d'action de Bo"), ("recalls", "Palermo Protocol")],
        ),
        ("JOINT COMMUNIQUÉ\n\n1. We, the Ministers of Togo and Mali, recalled the Palermo Protocol.", []),
    ],
)
def test_what_a_communique_says_of_itself(text: str, links: list[tuple[str, str]]) -> None:
    assert sorted(said(facts_of("instrument-links", text), "relation", "other")) == links


def test_what_a_relative_clause_tells_is_not_of_what_comes_behind_it() -> None:
    text = "The Lima Charter recalls the Bo Declaration, adopted in 2019, and the Palermo Protocol."
    assert said(facts_of("adoptions", text), "instrument") == [("Bo Declaration",)]
    text = "IOM coordinates the Ports Network, which it founded in 2010, and the Seas Forum."
    assert said(facts_of("founded", text), "thing") == [("Ports Network",)]
