"""A general assembly that is somebody's own is a meeting, and not that of the United Nations; who was there."""

# ruff: noqa: E501 - each sentence with what it tells stands on one line

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

Told = list[tuple[str, ...]]
THIRD = "troisième assemblée générale du Réseau des ports"

HELD: list[tuple[str, Told]] = [
    ("Les 3 et 4 avril 2025, le Réseau des ports a tenu à Abidjan sa troisième assemblée générale.", [("Réseau des ports", THIRD, "Abidjan")]),
    ("The Ports Network held its third general assembly in Abidjan on 3 April 2025.", [("Ports Network", "third general assembly of the Ports Network", "Abidjan")]),
    ("Le Réseau des ports tiendra sa troisième assemblée générale à Abidjan le 3 avril 2025.", []),
    ("Le Réseau des ports n'a pas tenu sa troisième assemblée générale à Abidjan.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), HELD)
def test_assemblies_that_are_held(text: str, told: Told) -> None:
    assert said(facts_of("meetings", text), "body", "meeting", "place") == told


def test_what_such_an_assembly_adopts_its_network_adopts() -> None:
    text = "En 2025, le Réseau des ports a tenu sa troisième assemblée générale. L'assemblée y a adopté la Charte des quais."
    assert said(facts_of("adoptions", text), "body", "instrument") == [("Réseau des ports", "Charte des quais")]


def test_the_general_assembly_is_that_of_the_united_nations() -> None:
    text = "The General Assembly adopted the Quays Declaration in 2019 at its annual session."
    assert said(facts_of("adoptions", text), "body") == [("General Assembly",)]


SESSION = "Le Comité des ports a tenu sa septième session à Linz les 6 et 7 juin 2024. "
THERE: list[tuple[str, list[str]]] = [
    ("Ont assisté à la session Eurojust, l'OSCE et le Monténégro.", ["Eurojust", "Montenegro", "OSCE"]),
    ("Étaient présents à la session Eurojust et le Monténégro.", ["Eurojust", "Montenegro"]),
    ("Ont participé à la session le Chili et le Pérou.", ["Chile", "Peru"]),
    ("Eurojust a préparé la session OSCE.", []),
    ("N'ont pas assisté à la session Eurojust et le Monténégro.", []),
]


@pytest.mark.parametrize(("text", "told"), THERE)
def test_who_was_there_behind_the_session(text: str, told: list[str]) -> None:
    assert said(facts_of("participants", SESSION + text), "participant") == [(one,) for one in told]


REPLIED: list[tuple[str, Told]] = [
    ("Il s'appuie sur les réponses reçues à la suite de la note verbale du 3 février 2025. Y ont répondu l'OIM et l'OIT.", [("note verbale du 3 février 2025", "ILO"), ("note verbale du 3 février 2025", "IOM")]),
    ("It draws on the replies received to the note verbale of 3 May 2025. IOM also replied.", [("note verbale of 3 May 2025", "IOM")]),
    ("It draws on the replies received to the questionnaire dated 3 May 2025. Replies were also received from IOM.", [("questionnaire dated 3 May 2025", "IOM")]),
    ("It draws on the replies received to the note verbale of 3 May 2025. IOM has not replied.", []),
    ("It draws on the replies received to the note verbale of 3 May 2025. IOM replied that ships are safe.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), REPLIED)
def test_what_was_replied_to_is_told_before(text: str, told: Told) -> None:
    assert said(facts_of("participants", text), "event", "participant") == told
