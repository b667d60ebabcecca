"""Lettered actions that sentences tell with their objective, and those that stand right below it."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

PLAN = {"en": "the Libreville Plan of Action", "fr": "du Plan d'action de Libreville"}


def _told(text: str) -> list[tuple[object, ...]]:
    found = (fact.roles for fact in facts_of("commitments", text))
    return [(roles["objective"], roles["item"], roles["action"]) for roles in found]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Under objective 3 (b) of {}, States commit to train judges.", [("3", "b", "train judges")]),
        ("Under objective 3 (b) of {}, the Parties shall train judges.", [("3", "b", "train judges")]),
        ("States are bound, through objective 3 (b) of {}, to train judges.", [("3", "b", "train judges")]),
        ("Item (b) of objective 3 of {} requires States to train judges.", [("3", "b", "train judges")]),
        ("Letter (b) under the third objective of {} obliges States to train judges.", [("3", "b", "train judges")]),
        ("Objective 3 (b) of {} reads: “Train judges”.", [("3", "b", "Train judges")]),
        ("See {}, obj. 3, lit. (b): “train judges”.", [("3", "b", "train judges")]),
        ("The Parties pledged to train judges (objective 3 (b) of {}).", [("3", "b", "train judges")]),
        (
            "Under objective 3 of {}, the Parties undertake (a) to train judges, and (b) to open shelters.",
            [("3", "a", "train judges"), ("3", "b", "open shelters")],
        ),
    ],
)
def test_a_sentence_tells_a_lettered_action(sentence: str, wanted: list[tuple[str, str, str]]) -> None:
    assert _told(sentence.format(PLAN["en"])) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "Au titre de l'objectif 3 b) {}, les États s'engagent à former des juges.",
        "L'alinéa b) de l'objectif 3 {} fait obligation aux Parties de former des juges.",
        "Le Tchad a réalisé la mesure b) du troisième objectif {}, à savoir former des juges.",
        "Les Parties se sont engagées à former des juges (objectif 3, alinéa b), {}).",
    ],
)
def test_a_french_sentence_tells_a_lettered_action(sentence: str) -> None:
    assert _told(sentence.format(PLAN["fr"])) == [("3", "b", "former des juges")]


def test_french_letters_with_their_own_words() -> None:
    listed = "À l'objectif 3 {}, les Parties s'engagent : a) à former des juges ; b) à ouvrir des foyers."
    assert _told(listed.format(PLAN["fr"])) == [("3", "a", "former des juges"), ("3", "b", "ouvrir des foyers")]
    paired = "Les lettres a) et b) de l'objectif 3 {} ont respectivement pour objet la formation et le retour."
    assert _told(paired.format(PLAN["fr"])) == [("3", "a", "formation"), ("3", "b", "retour")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad has implemented objective 3 (b) of the Libreville Plan of Action: it opened two shelters.",
        "Does objective 3 (b) of the Libreville Plan of Action oblige States to train judges?",
        "Objective 3 (b) of the Libreville Plan of Action should oblige States to train judges.",
        "Under objective 3 (b) of the Libreville Plan of Action, Chad will open a shelter in 2026.",
        "Speaking of objective 3 (b) of the Libreville Plan of Action, she said: “Train the judges”.",
        "Objective 3 (b) of the Libreville Plan of Action was read out by Chad, which is bound to train judges.",
        "The Libreville Plan of Action obliges States to train judges.",
        "L'objectif 3 b) du Plan d'action de Libreville n'oblige pas les Parties à former des juges.",
        "L'objectif 3 b) du Plan d'action de Libreville devrait obliger les Parties à former des juges.",
        "Le Tchad a présenté la lettre b) de l'objectif 3 du Plan d'action de Libreville, qui a été rejetée.",
    ],
)
def test_no_lettered_action(sentence: str) -> None:
    assert _told(sentence) == []


LISTED = "{}\n\nObjective 1: Prevention\n(a) {};\n(b) Open a shelter for boys.\n"


def test_items_right_below_an_objective_of_a_plan_are_commitments() -> None:
    found = _told(LISTED.format("Libreville Plan of Action", "Train judges in every district"))
    assert found == [("1", "a", "Train judges in every district"), ("1", "b", "Open a shelter for boys")]
    french = LISTED.format("Plan d'action de Libreville", "Former des juges").replace(
        "Open a shelter for boys", "Ouvrir un foyer"
    )
    french = french.replace("Objective 1: Prevention", "Objectif 1 : Répression")
    assert _told(french) == [("1", "a", "Former des juges"), ("1", "b", "Ouvrir un foyer")]


@pytest.mark.parametrize(
    ("title", "item"),
    [
        ("Progress report on the Libreville Plan of Action", "Train judges in every district"),
        ("Draft Libreville Plan of Action", "Train judges in every district"),
    ],
)
def test_what_reports_on_a_plan_commits_nobody(title: str, item: str) -> None:
    assert _told(LISTED.format(title, item)) == []


@pytest.mark.parametrize("item", ["Two workshops were held", "Kenya opened two shelters", "Training of 40 judges"])
def test_items_that_tell_of_things_done_are_no_commitments(item: str) -> None:
    assert item not in [told[2] for told in _told(LISTED.format("Libreville Plan of Action", item))]


@pytest.mark.parametrize(
    "text",
    [
        "Under Objective 3 of the Quay Road Map on Ports, ministers undertook to:\n\n(a) Light every quay;\n",
        "Au titre de l'objectif 3 de la Feuille de route de Lomé sur les ports, les ministres se sont engagés à :\n\n"
        "a) Éclairer chaque quai ;\n",
    ],
)
def test_what_was_undertaken_under_an_objective(text: str) -> None:
    found = facts_of("commitments", "Chapter 5\n\n" + text)
    assert said(found, "objective", "item") == [("3", "a")]
