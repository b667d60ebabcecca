"""Joint communiqués: what they are, who speaks in them, and what those commit themselves to."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

ENGLISH = "JOINT COMMUNIQUÉ\n\nThird Ministerial Conference on Ports\n\nAccra, 24 April 2026\n\n"
FRENCH = "COMMUNIQUÉ CONJOINT\n\nTroisième Conférence ministérielle sur l'aide aux ports\n\nAccra, 24 avril 2026\n\n"
MET = "1. Meeting in Accra on 23 and 24 April 2026, we, ministers of Kenya, Togo and Ghana, held our talks.\n\n"
REUNIS = (
    "1. Réunis à Accra les 23 et 24 avril 2026, nous, ministres de la justice du Kenya, du Togo et du Ghana, avons "
    "tenu la Conférence.\n\n"
)
PLAN = "2. The Conference adopted the Accra Declaration on Ports.\n\n3. We thank Ghana.\n\n4. We met divers.\n\n"
PLAN_FR = "2. La Conférence a adopté la Déclaration d'Accra.\n\n3. Nous saluons le Ghana.\n\n4. Nous avons parlé.\n\n"


@pytest.mark.parametrize("text", [ENGLISH + MET, FRENCH + REUNIS])
def test_those_who_speak_have_met(text: str) -> None:
    assert said(facts_of("participants", text), "participant") == [("Ghana",), ("Kenya",), ("Togo",)]
    assert set(said(facts_of("meetings", text), "start", "end")) == {("2026-04-23", "2026-04-24")}
    assert said(facts_of("documents", text), "type") == [("statement",)]


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH + "1. Meeting in Accra in 2026, the States, we, too, hope, were silent.",
        FRENCH + "1. Nous, peuples du Kenya, du Togo et du Ghana, aurions voulu y être.",
    ],
)
def test_those_of_whom_it_is_not_said_have_not(text: str) -> None:
    assert facts_of("participants", text) == []


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH + PLAN + "5. We commit to the following measures:\n\nObjective 1. Lives\n\n(a) Share alerts;",
        ENGLISH + PLAN + "5. We undertake the following actions:\n\nObjective 1. Lives\n\n(a) Share alerts;",
        FRENCH + PLAN_FR + "5. Nous nous engageons à prendre ces mesures :\n\nObjectif 1. Vies\n\na) Donner l'alerte ;",
    ],
)
def test_a_statement_commits_those_whose_it_is(text: str) -> None:
    assert said(facts_of("commitments", text), "instrument", "objective", "item") == [("note.txt", "1", "a")]


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH + "2. We adopted the Accra Plan of Action.\n\n"
        "Objective 1. Lives\n\n3. We will:\n\n(a) Share alerts;\n\n(b) Train guards;",
        FRENCH + "2. Nous avons adopté le Plan d'action d'Accra.\n\n3. Nous nous engageons à agir ainsi :\n\n"
        "Objectif 1. Vies\n\na) Donner l'alerte ;",
    ],
)
def test_but_beside_a_plan_it_is_of_that(text: str) -> None:
    assert "note.txt" not in {words for (words,) in said(facts_of("commitments", text), "instrument")}
    assert facts_of("commitments", text)


HEAD = "Third Ministerial Conference on Ports\n\nAccra, 24 April 2026\n\n"
TETE = "Troisième Conférence ministérielle des ports\n\nAccra, 24 avril 2026\n\n"


@pytest.mark.parametrize(
    ("text", "present"),
    [
        (HEAD + "Frontex and UNHCR took part in our work.", ["Frontex", "UNHCR"]),
        (HEAD + "Frontex and UNHCR attended our meeting.", ["Frontex", "UNHCR"]),
        (TETE + "Frontex et le HCR ont participé à nos travaux.", ["Frontex", "UNHCR"]),
        (HEAD + "Frontex did not take part in our work.", []),
        (TETE + "Frontex et le HCR devaient participer à nos travaux.", []),
    ],
)
def test_who_took_part_in_our_work(text: str, present: list[str]) -> None:
    assert said(facts_of("participants", text), "participant") == [(name,) for name in present]


@pytest.mark.parametrize(
    ("chapeau", "objectives"),
    [
        ("To attain objective 2 of the Ports Plan of Action, we undertake to:", ["2"]),
        ("In pursuit of objective 2 of the Ports Plan of Action, we will:", ["2"]),
        ("Under objective 2 of the Ports Plan of Action, we will:", ["2"]),
        ("To attain objective 2 of the Ports Plan of Action, we could:", []),
    ],
)
def test_objective_that_is_to_be_attained(chapeau: str, objectives: list[str]) -> None:
    text = f"{MET}2. We adopted the Ports Plan of Action.\n\n3. {chapeau}\n\n(a) Place officers in ports.\n"
    assert [number for (number,) in said(facts_of("commitments", text), "objective")] == objectives


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        (
            "JOINT COMMUNIQUÉ\n\nof the Third Ministerial Conference on Ports\n\nAccra, 24 April 2026\n\n" + MET + "2. "
            "We have adopted the Accra Action Plan for Ports.\n\n3. Under Objective 1 of the Action Plan, on saving "
            "lives, we will:\n\n(a) Share alerts;\n\n4. Under Objective 2, on crime, we undertake to:\n\n(a) Train.",
            "Accra Action Plan for Ports",
        ),
        (
            "COMMUNIQUÉ CONJOINT\n\nde la troisième Conférence ministérielle sur les ports\n\nAccra, 24 avril 2026\n\n"
            + REUNIS
            + "2. Nous avons adopté le Plan d'action d'Accra sur les ports.\n\n3. Au titre de l'objectif 1 du Plan "
            "d'action, nous nous engageons à :\n\na) Donner l'alerte ;\n\n4. Au titre de l'objectif 2, nous nous "
            "engageons à :\n\na) Former les gardes.",
            "Plan d'action d'Accra sur les ports",
        ),
    ],
)
def test_the_objective_says_of_which_plan_it_is(text: str, plan: str) -> None:
    assert said(facts_of("commitments", text), "instrument", "objective", "item") == [
        (plan, "1", "a"),
        (plan, "2", "a"),
    ]


def test_a_heading_begins_the_objectives_of_the_next() -> None:
    text = (
        "Accra Action Plan for Ports\n\nUnder objective 1 of the Lomé Charter, the parties undertake to:\n\n"
        "(a) Share alerts;\n\nObjective 2: Crime\n\nThe parties undertake to:\n\n(a) Train guards;"
    )
    assert said(facts_of("commitments", text), "instrument", "objective") == [
        ("Accra Action Plan for Ports", "2"),
        ("Lomé Charter", "1"),
    ]
