"""Tables of a board: its members are the people in them, and a member holds no office by that alone."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

PAGE = (
    "<html><body><h1>{title}</h1><h2>{board}</h2><table><caption>{caption}</caption><tr>{head}</tr>"
    "<tr><td>Leopoldo Arbeláez</td><td>Colombia</td><td>{chair}</td></tr>"
    "<tr><td>Nandini Rao-Keller</td><td>India</td><td>{member}</td></tr></table></body></html>"
)
ENGLISH = {
    "title": "The Ports Fund",
    "board": "The Board of Trustees",
    "caption": "Membership of the Board of Trustees",
    "head": "<th>Name</th><th>Country</th><th>Function</th>",
    "chair": "Chair",
    "member": "Member",
}
FRENCH = {
    "title": "Le Fonds des ports",
    "board": "Le conseil d’administration",
    "caption": "Composition du conseil d’administration",
    "head": "<th>Nom</th><th>Pays</th><th>Fonction</th>",
    "chair": "Président",
    "member": "Membre",
}


@pytest.mark.parametrize("words", [ENGLISH, FRENCH])
def test_people_are_the_members(words: dict[str, str]) -> None:
    page = PAGE.format(**words)
    members = {name for (name,) in said(facts_of("members", page, name="page.html"), "member")}
    assert members == {"Leopoldo Arbeláez", "Nandini Rao-Keller"}
    holders = {name for (name,) in said(facts_of("offices", page, name="page.html"), "person")}
    assert "Nandini Rao-Keller" not in holders
