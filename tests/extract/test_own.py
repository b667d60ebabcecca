"""Documents that are instruments: charters, plans, declarations that speak of themselves."""

from __future__ import annotations

import pytest

from extract.facts import Entity
from extract.pipeline import extract
from extract.readers import read_bytes


def _told(text: str, kind: str) -> list[dict[str, str]]:
    document = read_bytes(text.encode(), "own.txt")
    return [
        {role: value.id if isinstance(value, Entity) else str(value) for role, value in fact.roles.items()}
        for fact in extract(document).facts
        if fact.kind == kind
    ]


@pytest.mark.parametrize(
    "text",
    [
        "LIMA CHARTER ON SAFE PORTS\n\nAdopted by the Congress of Ports\n\nLima, 4 May 2021\n\n"
        "The Charter supplements the Maritime Labour Convention, 2006.",
        "CHARTE DE LIMA SUR LES PORTS SÛRS\n\nAdoptée par le Congrès des ports\n\nLima, le 4 mai 2021\n\n"
        "La Charte complète la Convention du travail maritime, 2006.",
    ],
)
def test_charter_is_the_document(text: str) -> None:
    adopted = _told(text, "adoptions")
    assert [(one["instrument"], one["date"]) for one in adopted] == [("own.txt", "2021-05-04")]
    linked = _told(text, "instrument-links")
    assert linked == [{"instrument": "own.txt", "relation": "supplements", "other": "ILO_MLC"}]


def test_plan_that_others_describe_is_not_the_document() -> None:
    text = "The Accra Plan of Action\n\nThe Accra Plan of Action was adopted in 2010 by the Parliament of Ghana."
    assert [one["instrument"] for one in _told(text, "adoptions")] == ["plan/accra-plan-of-action"]


def test_letter_is_not_the_charter_that_it_encloses() -> None:
    text = "Letter to the President\n\nThe present Charter is based on the Palermo Protocol."
    assert "own.txt" not in [one["instrument"] for one in _told(text, "instrument-links")]


def test_another_plan_in_the_paragraph_is_meant() -> None:
    text = (
        "LIMA PLAN OF ACTION\n\nAdopted by the Congress of Ports\n\nThe National Plan was drafted in Peru. "
        "The Plan is based on the Palermo Protocol."
    )
    assert "own.txt" not in [one["instrument"] for one in _told(text, "instrument-links")]


def test_what_the_document_is_stands_for_a_pronoun() -> None:
    text = (
        "FEUILLE DE ROUTE DE LIMA POUR DES PORTS SÛRS\n\n"
        "Nous, maires, avons arrêté la présente Feuille de route. Elle donne suite au Protocole de Palerme."
    )
    assert _told(text, "instrument-links") == [
        {"instrument": "own.txt", "relation": "follows-up", "other": "Palermo_Protocol"}
    ]


def test_a_pronoun_behind_two_treaties_is_not_the_resolution_that_names_them() -> None:
    text = (
        "Nations Unies  A/RES/77/1\n\nAssemblée générale\n\nRésolution adoptée le 5 mai 2022\n\n"
        "77/1. Sécurité des ports\n\nL'Assemblée générale,\n\nRéaffirmant la Convention des Nations Unies contre la "
        "criminalité transnationale organisée et le Protocole de Palerme, qui la complète,\n\n"
        "1. Prie le Secrétaire général de lui présenter un rapport."
    )
    linked = _told(text, "instrument-links")
    assert [one for one in linked if one["relation"] == "supplements" and one["other"] != "UNTOC"] == []
