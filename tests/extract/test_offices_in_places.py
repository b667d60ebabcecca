"""Offices of who works in a place, and of the press: « directrice du refuge de Kenema », "Press Officer, UNODC"."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "office", "organisation"),
    [
        ("M. Jalloh, chef du poste frontière de Gbalamuya, a parlé.", "chef", "poste frontière de Gbalamuya"),
        ("La directrice du refuge de Kenema, Mme Aya Ba, a parlé.", "directrice", "refuge de Kenema"),
        ("M. Ba, directeur de la prison centrale de Lomé, a parlé.", "directeur", "prison centrale de Lomé"),
        ("Mme Roy, directrice juridique de la fondation Sathi Ghar.", "directrice juridique", "fondation Sathi Ghar"),
        ("Contact presse :\nPaul Roy, attaché de presse, ONUDC, Vienne", "attaché de presse", "UNODC"),
        ("Media contact:\nAnna Roy, Media Officer, UNODC, Vienna", "Media Officer", "UNODC"),
        ("Mme Ba, Directrice du Centre d'accueil de Voska, a vu le projet.", "Directrice", "Centre d'accueil de Voska"),
    ],
)
def test_where_an_office_is_held(text: str, office: str, organisation: str) -> None:
    assert said(facts_of("offices", text), "office", "organisation") == [(office, organisation)]


@pytest.mark.parametrize(
    "text",
    [
        "Le poste de chef du poste frontière de Gbalamuya est vacant.",
        "Le projet a été présenté par l'attaché de presse de l'ONUDC, selon M. Ba.",
    ],
)
def test_nobody_holds_it(text: str) -> None:
    assert not facts_of("offices", text)


def test_a_given_name_is_no_state() -> None:
    text = "Dominique Roy a ouvert la réunion. La Ministre de la solidarité, Mme Anna Berg, a répondu."
    assert said(facts_of("offices", text), "person", "organisation") == [("Anna Berg", "")]
