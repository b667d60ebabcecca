"""Tables on the page of a programme, which receives what they list, and tables of targets with what was reached."""

from __future__ import annotations

import pytest

from extract.pipeline import extract
from extract.readers import read_bytes
from tests.extract.kinds import facts_of, said

PAGE = """<html lang="en"><head><title>{title} | IOM</title></head><body><main><h1>{title}: Protecting Migrants</h1>
<p>Safe Crossings is a regional programme of the International Organization for Migration (IOM).</p>
<h2>At a glance</h2><table><tr><th>Donor</th><th>Amount received</th><th>Year</th></tr>
<tr><td>Denmark</td><td>US$ 2 million</td><td>2023</td></tr></table></main></body></html>"""


@pytest.mark.parametrize(("title", "recipient"), [("Safe Crossings", "Safe Crossings"), ("Our donors", "")])
def test_who_receives(title: str, recipient: str) -> None:
    facts = extract(read_bytes(PAGE.format(title=title).encode(), "page.html")).facts
    found = [fact for fact in facts if fact.kind == "funding"]
    assert said(found, "donor", "recipient", "date") == [("Denmark", recipient, "2023")]


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        (
            "Indicator                   Target     Achieved by 31 December 2024",
            ("Ships inspected", "Victims assisted"),
        ),
        (
            "Indicateur                  Prévu      Atteint au 31 décembre 2024",
            ("Navires inspectés", "Victimes aidées"),
        ),
    ],
)
def test_what_was_reached(header: str, rows: tuple[str, str]) -> None:
    text = f"Ylang\n\n{header}\n{rows[0]:28}  900          641\n{rows[1]:28}  300          184\n"
    told = said(facts_of("figures", text), "measure", "value", "period")
    assert told == [(rows[0], "641", "2024-12-31"), (rows[1], "184", "2024-12-31")]
