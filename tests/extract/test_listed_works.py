"""What an organisation lists as its own publications, on its page or in its report."""

from __future__ import annotations

import pytest

from extract.pipeline import extract
from extract.readers import read_bytes
from tests.extract.kinds import said

PAGE = """<html lang="{}"><head><title>About | PORTNET</title></head><body><main><h1>About us</h1><p>{}</p>
<h2>{}</h2><ul><li>{}</li></ul></main></body></html>"""
OURS = {
    "en": "The Ports Network against Trafficking (PORTNET) has nine members.",
    "fr": "Le Réseau des ports contre la traite (PORTNET) a neuf membres.",
}
HOUSE = {"en": "Ports Network against Trafficking", "fr": "Réseau des ports contre la traite"}


def listed(language: str, heading: str, item: str) -> set[tuple[str, str, str]]:
    """Title, publisher and date of the works found in an ``item`` below a ``heading``."""
    page = PAGE.format(language, OURS[language], heading, item)
    found = [fact for fact in extract(read_bytes(page.encode(), "page.html")).facts if fact.kind == "publications"]
    return {
        (title, "" if publisher == HOUSE[language] else publisher, date)
        for title, publisher, date in said(found, "title", "publisher", "date")
    }


@pytest.mark.parametrize(
    ("language", "item", "works"),
    [
        ("en", "Quiet Waters: Debt on Board (2019)", {("Quiet Waters: Debt on Board", "", "2019")}),
        (
            "en",
            "Case Digest, second edition, published jointly with UNODC (May 2023)",
            {("Case Digest", "", "2023-05"), ("Case Digest", "UNODC", "2023-05")},
        ),
        ("en", "Debt, bondage and loss, practical guide for guards, 2021", {("Debt, bondage and loss", "", "2021")}),
        ("en", "Voices Unheard – a report by ICMPD, March 2020", {("Voices Unheard", "ICMPD", "2020-03")}),
        ("en", "Safe Landing, funded by UNODC (2021)", {("Safe Landing", "", "2021")}),
        ("en", "Children at Sea (UNICEF, 2018)", {("Children at Sea", "UNICEF", "2018")}),
        ("en", "2018: Ports of Call, annual report", {("Ports of Call", "", "2018")}),
        ("en", "Forthcoming: Handbook for Captains (2026)", set()),
        ("en", "Download all our reports (2023)", set()),
        ("en", "Newsletter (monthly)", set()),
        ("fr", "Accueillir sans juger, guide à l’usage des bénévoles (2021)", {("Accueillir sans juger", "", "2021")}),
        (
            "fr",
            "Atlas des ports, coédité avec l’UNICEF (2024)",
            {("Atlas des ports", "", "2024"), ("Atlas des ports", "UNICEF", "2024")},
        ),
        ("fr", "Mineurs en mer : enquête, rapport paru en mai 2023", {("Mineurs en mer : enquête", "", "2023-05")}),
        ("fr", "Neuf leçons, publié par l’OIM en mai 2022", {("Neuf leçons", "IOM", "2022-05")}),
        ("fr", "Voix – rapport de l’OIM, mars 2020", {("Voix", "IOM", "2020-03")}),
        ("fr", "À paraître : Paroles de marins (2026)", set()),
        ("fr", "Télécharger nos rapports (2023)", set()),
    ],
)
def test_an_entry(language: str, item: str, works: set[tuple[str, str, str]]) -> None:
    heading = "Our publications" if language == "en" else "Nos publications"
    assert listed(language, heading, item) == works


@pytest.mark.parametrize(
    ("heading", "publisher"),
    [
        ("Publications", {""}),
        ("Recent publications", {""}),
        ("Publications of UNODC", {"UNODC"}),
        ("Related links", set()),
        ("Training", set()),
    ],
)
def test_the_heading(heading: str, publisher: set[str]) -> None:
    assert {one for _, one, _ in listed("en", heading, "Quiet Waters: Debt on Board (2019)")} == publisher
