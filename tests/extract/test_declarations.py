"""What those who met declare: "We adopt the Guidelines", "We establish a Contact Group", and who signed below."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

TEXT = """Accra Declaration on Port Workers

Fifth Ministerial Conference of the Ports Forum

Accra, 5 May 2024

We, the Ministers of Togo and Mali, gathered in Accra for the Fifth Ministerial Conference of the Ports Forum,

1. {}

Adopted in Accra by acclamation on 5 May 2024 after two days of talks on ports.

Nino Berg

Secretary-General of the Ports Forum
"""
MEETING = "Fifth Ministerial Conference of the Ports Forum"


def test_a_declaration_of_a_place_is_one() -> None:
    assert said(facts_of("documents", TEXT), "type") == [("declaration",)]
    news = "Ministers Adopt Accra Declaration on Ports\n\nAccra, 5 May 2024\n\nThe text is short.\n"
    assert said(facts_of("documents", news), "type") == [("",)]
    french = "Déclaration de Port-Louis sur la traite\n\nPort-Louis, 5 mai 2024\n\nNous adoptons ce qui suit.\n"
    assert said(facts_of("documents", french), "type", "author") == [("declaration", "")]


@pytest.mark.parametrize(
    ("sentence", "kind", "role"),
    [
        ("We adopt the Lomé Guidelines on Recruitment.", "adoptions", "body"),
        ("We have adopted the Lomé Guidelines on Recruitment.", "adoptions", "body"),
        ("We establish a Contact Group of Port Authorities, composed of Togo and Mali.", "founded", "founder"),
    ],
)
def test_the_meeting_adopts_and_founds(sentence: str, kind: str, role: str) -> None:
    assert (MEETING,) in said(facts_of(kind, TEXT.format(sentence)), role)


def test_what_is_only_urged_or_hoped() -> None:
    text = TEXT.format("We urge States to adopt the Lomé Guidelines on Recruitment and hope to adopt others.")
    assert (MEETING,) not in said(facts_of("adoptions", text), "body")


def test_who_signed_and_as_what() -> None:
    found = said(facts_of("offices", TEXT), "person", "office", "organisation")
    assert found == [("Nino Berg", "Secretary-General", "Ports Forum")]
