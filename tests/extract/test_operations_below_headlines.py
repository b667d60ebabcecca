"""Below a headline that names an operation, "an operation coordinated by …" is that one."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

_DAWN = "Operation Dawn breaks up a smuggling ring\n\n"
_AUBE = "L'opération Aube démantèle un réseau\n\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (_DAWN + "Police have freed 148 people and arrested 37 suspects in an operation coordinated by INTERPOL.\n\n"
         "Operation Dawn was carried out in Kenya.", ("Kenya", "INTERPOL", "148", "37")),
        (_DAWN + "In a joint operation led by UNODC, officers rescued 12 children.", ("", "UNODC", "12", "")),
        (_AUBE + "La police a libéré 148 personnes lors d'une vaste opération coordonnée par INTERPOL.",
         ("", "INTERPOL", "148", "")),
    ],
)  # fmt: skip
def test_the_operation_of_the_headline(text: str, told: tuple[str, ...]) -> None:
    assert set(said(facts_of("operations", text), "place", "coordinator", "rescued", "arrested")) == {told}


@pytest.mark.parametrize(
    "text",
    [
        _DAWN + "Operation Dawn was carried out in May 2023.\n\n12 people were freed in an operation led by UNODC.",
        "New shelter opens\n\n12 people were freed in an operation led by UNODC.",
        _DAWN + "Every year some 12 people are freed in the operations of UNODC.",
    ],
)
def test_another_operation(text: str) -> None:
    assert [one for one in said(facts_of("operations", text), "rescued") if one != ("",)] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In all, 130 suspects were arrested, including 60 in Hungary.", {("", "130")}),
        ("In all, 130 suspects were arrested in Hungary.", {("Hungary", "130")}),
    ],
)
def test_a_part_of_those_arrested_elsewhere(text: str, told: set[tuple[str, str]]) -> None:
    led = "Operation Nightfall was led by Europol in May 2022. "
    assert set(said(facts_of("operations", led + text), "place", "arrested")) == told


_BY_COUNTRY = (
    "<html><body><main><h1>{0}</h1><p>It was a success.</p><h2>Results by country</h2><table><tr><th>Country</th>{1}"
    "<th>Victims rescued</th><th>Arrests</th></tr><tr><td>Benin</td>{2}<td>37</td><td>9</td></tr>"
    "<tr><td>Togo</td>{2}<td>75</td><td>18</td></tr></table></main></body></html>"
)


def _in_table(title: str, year: str = "") -> list[tuple[str, ...]]:
    head, cell = ("<th>Year</th>", f"<td>{year}</td>") if year else ("", "")
    page = _BY_COUNTRY.format(title, head, cell)
    return said(facts_of("operations", page, name="page.html"), "operation", "place", "rescued", "arrested")


def test_the_countries_of_an_operation_in_a_table() -> None:
    rows = [("Operation Dawn", "Benin", "37", "9"), ("Operation Dawn", "Togo", "75", "18")]
    assert _in_table("Operation Dawn: 112 victims rescued") == rows
    assert not any(row[2] for row in _in_table("Operation Dawn: 112 victims rescued", "2019"))
    assert not _in_table("112 victims rescued")
