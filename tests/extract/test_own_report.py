"""Whose report it is, by the cover: "Open Harbour East" above "Annual Report 2024", and who "we" are in it."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

EN = """Open Harbour East

Annual Report 2024

Nairobi, March 2025

Who we are

Open Harbour East was founded in 2009.

{}"""
FR = """Les Quais Clairs

Rapport d'activité 2024

Lyon, mars 2025

Qui nous sommes

Les Quais Clairs sont nés en 1998.

{}"""


@pytest.mark.parametrize(
    "cover",
    [EN, EN.replace("Open Harbour East\n\nAnnual Report 2024", "Annual Report 2024\n\nOpen Harbour East")],
)
def test_whose_report_it_is(cover: str) -> None:
    assert said(facts_of("documents", cover), "title", "publisher") == [("Annual Report 2024", "Open Harbour East")]
    trained = cover.format("In 2024 we trained 30 judges in Kisumu.")
    assert said(facts_of("training", trained), "agent", "number") == [("Open Harbour East", "30")]
    assert said(facts_of("founded", trained), "thing") == [("Open Harbour East",)]


def test_its_short_name_and_its_board() -> None:
    short = EN.format("Open Harbour trained 30 judges in 2024. Open Harbour took part in the Kigali Conference.")
    assert said(facts_of("training", short), "agent") == [("Open Harbour East",)]
    board = EN.format("Since 2023 the board has been chaired by Ms. Ana Roy.")
    assert said(facts_of("chairs", board), "body", "chair") == [("board of Open Harbour East", "Ana Roy")]
    other = EN.format("The Lima Fund met in May. Its board is chaired by Ms. Ana Roy.")
    assert ("board of Open Harbour East",) not in said(facts_of("chairs", other), "body")


def test_no_house_beside_a_line_that_is_no_report_of_its_own() -> None:
    other = EN.replace("Annual Report 2024", "Report on Ports").format("In 2024 we trained 30 judges.")
    assert said(facts_of("training", other), "agent") == [("",)]


@pytest.mark.parametrize(
    ("sentence", "given"),
    [
        ("Des particuliers nous ont par ailleurs donné 91 300 euros.", ("", "Quais Clairs")),
        ("L'Union européenne nous a versé 91 300 euros.", ("EU", "Quais Clairs")),
        ("Nous avons versé 91 300 euros à l'OIM.", ("Quais Clairs", "IOM")),
    ],
)
def test_to_us_and_by_us(sentence: str, given: tuple[str, str]) -> None:
    found = said(facts_of("funding", FR.format(sentence)), "donor", "recipient")
    assert [tuple(name.removeprefix("Les ") for name in pair) for pair in found] == [given]


@pytest.mark.parametrize(
    ("sentence", "member"),
    [
        ("Nous sommes membres du Réseau Escale depuis 2010.", "Quais Clairs"),
        ("Notre association fait partie du Réseau Escale.", "Quais Clairs"),
        ("Notre association est membre du Réseau Escale.", "Quais Clairs"),
        ("Nous serons bientôt membres du Réseau Escale.", None),
    ],
)
def test_what_we_belong_to(sentence: str, member: str | None) -> None:
    found = said(facts_of("members", FR.format(sentence)), "member")
    assert [name.removeprefix("Les ") for (name,) in found] == ([] if member is None else [member])


def test_sums_are_no_form_of_being() -> None:
    text = FR.format("Nous savons que les sommes versées par la Norvège à l'OIM sont de 3 millions d'euros.")
    assert "Quais Clairs" not in {name.removeprefix("Les ") for (name,) in said(facts_of("funding", text), "donor")}
