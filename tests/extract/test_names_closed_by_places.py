"""A place may close the name of an organisation, and town and date stand behind that of a publisher."""

# ruff: noqa: E501 - each sentence with what it tells stands on one line

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

Told = list[tuple[str, ...]]
NETWORK = "Le Réseau africain des enfants réunit 46 organisations. "

FOUNDED: list[tuple[str, Told]] = [
    ("Le Réseau des ports a été fondé par l'association Terre d'Asile Sahel.", [("association Terre d'Asile Sahel",)]),
    ("Le Réseau des ports a été fondé par Terre d’Asile Sahel.", [("Terre d’Asile Sahel",)]),
    ("Le Réseau des ports a été fondé par la fondation Main d'Or Mali.", [("fondation Main d'Or Mali",)]),
    ("The Ports Network was founded by the Casa Alianza Honduras.", [("Casa Alianza Honduras",)]),
    ("The Ports Network was founded by the Freedom Trust Nepal.", [("Freedom Trust Nepal",)]),
    ("The Ports Network was founded by the Freedom Trust in Nepal.", [("Freedom Trust",)]),
    ("Le Réseau des ports a été fondé par l'association Terre d'Asile au Mali.", [("association Terre d'Asile",)]),
]


@pytest.mark.parametrize(("text", "told"), FOUNDED)
def test_places_that_close_a_name(text: str, told: Told) -> None:
    assert said(facts_of("founded", text), "founder") == told


MEMBERS: list[tuple[str, Told]] = [
    (f"{NETWORK}L'Ordre de Malte Liban en est devenu membre.", [("Réseau africain des enfants", "Ordre de Malte Liban")]),
    ("The Order of Malta France became a member of ICAT in 2020.", [("ICAT", "Order of Malta France")]),
    ("The Order of Malta and France became members of ICAT.", [("ICAT", "France"), ("ICAT", "Sovereign Order of Malta")]),
    ("The Asian Survivors Trust Nepal and IOM are members of ICAT.", [("ICAT", "Asian Survivors Trust Nepal"), ("ICAT", "IOM")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), MEMBERS)
def test_associations_in_states(text: str, told: Told) -> None:
    assert said(facts_of("members", text), "body", "member") == told


PUBLISHED: list[tuple[str, Told]] = [
    ("Publié par le secrétariat du Centre, Bratislava, mars 2025", [("secrétariat du Centre", "2025-03")]),
    ("Édité par l'Institut nordique, Oslo, 12 mai 2023", [("Institut nordique", "2023-05-12")]),
    ("Published by the Nordic Institute of Ports, Oslo, March 2025", [("Nordic Institute of Ports", "2025-03")]),
    ("Published by UNODC, Vienna", [("UNODC", "")]),
    ("Published by the Nordic Institute of Ports", [("Nordic Institute of Ports", "")]),
]


@pytest.mark.parametrize(("line", "told"), PUBLISHED)
def test_where_and_when_is_no_part_of_the_publisher(line: str, told: Told) -> None:
    english = not line.startswith(("Publié", "Édité"))
    title = "CENTRE OF THE PORTS\n\nANNUAL REPORT 2024" if english else "CENTRE DES PORTS\n\nRAPPORT ANNUEL 2024"
    text = f"{title}\n\n{line}\n\n{'The Centre was set up' if english else 'Le Centre a été créé'} in 2011."
    assert said(facts_of("documents", text), "publisher", "date") == told
