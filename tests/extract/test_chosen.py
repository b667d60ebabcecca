"""Who is chosen for an office stands before it without a title; who held "that post" before; whose a deputy is."""

# ruff: noqa: E501 - each sentence with what it tells stands on one line

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

Told = list[tuple[str, ...]]

CHOSEN: list[tuple[str, Told]] = [
    ("Le Secrétaire général a nommé Idrissa Fall Conseiller spécial pour la coopération maritime.", [("Idrissa Fall", "Conseiller spécial pour la coopération maritime")]),
    ("Le Conseil a nommé Jean de la Croix Directeur du Fonds des ports.", [("Jean de la Croix", "Directeur")]),
    ("The Secretary-General appointed Idrissa Fall Special Adviser on Maritime Cooperation.", [("Idrissa Fall", "Special Adviser on Maritime Cooperation")]),
    ("The Secretary-General appointed Idrissa Fall as Special Adviser on Maritime Cooperation.", [("Idrissa Fall", "Special Adviser on Maritime Cooperation")]),
    ("The Ports Fund elected Maria Luisa Silva Deputy Executive Director.", [("Maria Luisa Silva", "Deputy Executive Director")]),
    ("The members elected Anong Rattana Chair of the Ports Fund.", [("Anong Rattana", "Chair")]),
    ("The Council elected Costa Rica Chair for 2026.", []),
    ("The Council appointed Norway and Ghana Special Rapporteurs.", []),
    ("The Council elected Human Rights Council members and the Special Rapporteur.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), CHOSEN)
def test_who_is_chosen_for_an_office(text: str, told: Told) -> None:
    assert said(facts_of("offices", text), "person", "office") == told


FIRST_FR = "Paul Roy est le secrétaire exécutif du Réseau des ports"
FIRST_EN = "Paul Roy is the Executive Secretary of the Ports Network"
SHARED: list[tuple[str, Told]] = [
    (f"{FIRST_FR} ; avant lui, Awa Sarr a occupé cette fonction de 2020 à 2024.", [("Awa Sarr", "2020", "2024"), ("Paul Roy", "", "")]),
    (f"{FIRST_FR}. Avant lui, Awa Sarr avait exercé ces fonctions.", [("Awa Sarr", "", ""), ("Paul Roy", "", "")]),
    (f"{FIRST_EN}. Awa Sarr held that post from 2020 to 2024.", [("Awa Sarr", "2020", "2024"), ("Paul Roy", "", "")]),
    (f"{FIRST_EN}. Awa Sarr held the same position in 2024.", [("Awa Sarr", "2024", ""), ("Paul Roy", "", "")]),
    (f"{FIRST_EN}. Awa Sarr has not held that post.", [("Paul Roy", "", "")]),
    (f"{FIRST_FR}. Awa Sarr pourrait occuper cette fonction.", [("Paul Roy", "", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), SHARED)
def test_who_else_held_that_post(text: str, told: Told) -> None:
    assert said(facts_of("offices", text), "person", "start", "end") == told


DEPUTIES: list[tuple[str, str]] = [
    ("Le conseil de direction s'est réuni en 2023. Anna Berg est directrice du Fonds des ports. Elle est secondée par Paul Roy, directeur adjoint.", "Fonds des ports"),
    ("The Board met in 2023. Anna Berg is Director of the Ports Fund. She is assisted by Paul Roy, Deputy Director.", "Ports Fund"),
    ("The Board of the Quays Fund met in 2023. It heard Paul Roy, Deputy Director.", "Board of the Quays Fund"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "body"), DEPUTIES)
def test_deputies_are_where_those_are_whom_they_assist(text: str, body: str) -> None:
    assert ("Paul Roy", body) in said(facts_of("offices", text), "person", "organisation")
