"""Who holds two posts at once, and whom the relative clause behind a post speaks of."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        (
            "Anna Ott, Director-General of the United Nations Office at Vienna and Executive Director of UNODC, spoke",
            ["UNODC", "UNOV"],
        ),
        (
            "Anna Berg, Secretary of the Ports Board and Director of the Sea Institute, spoke.",
            ["Ports Board", "Sea Institute"],
        ),
        (
            "The Director of the Sea Institute and Secretary of the Ports Board, Anna Berg, spoke.",
            ["Ports Board", "Sea Institute"],
        ),
        (
            "Anna Berg, Director of the Sea Institute and Chair of the Ports Board, spoke.",
            ["Ports Board", "Sea Institute"],
        ),
        (
            "Anna Berg, Chair of the Ports Board and Director of the Sea Institute, spoke.",
            ["Ports Board", "Sea Institute"],
        ),
        (
            "La Secrétaire du Comité des ports et Directrice du Centre des mers, Mme Anna Berg, a parlé.",
            ["Centre des mers", "Comité des ports"],
        ),
        (
            "M. Luc Roy, directeur du Centre des mers et président du Comité des ports, a pris la parole.",
            ["Centre des mers", "Comité des ports"],
        ),
        ("Anna Berg, founder and Executive Director of the Ports Fund, spoke.", ["Ports Fund"]),
        ("Mr. Roy met Anna Berg, Director of the Sea Institute, and the Chair of the Ports Board.", ["Sea Institute"]),
        ("Mr. Roy met Anna Berg, Director of the Sea Institute and the Chair of the Ports Board.", ["Sea Institute"]),
    ],
)  # fmt: skip
def test_posts_of_one_person(text: str, offices: list[str]) -> None:
    found = said(facts_of("offices", text), "organisation")
    assert sorted(body for (body,) in found) == offices


def test_two_persons_with_a_post_each() -> None:
    text = "Anna Berg, Director of the Sea Institute, and the Secretary of the Ports Board, Tom Roy, spoke."
    found = said(facts_of("offices", text), "person", "organisation")
    assert sorted(found) == [("Anna Berg", "Sea Institute"), ("Tom Roy", "Ports Board")]


@pytest.mark.parametrize(
    ("text", "person", "body"),
    [
        (
            "Anna Berg (Norway), Chair of the Ports Board, who also heads the Trade Institute, spoke.",
            "Anna Berg",
            "Trade Institute",
        ),
        (
            "Anna Berg, Chair of the Ports Board, who has led the Trade Institute since 2024, spoke.",
            "Anna Berg",
            "Trade Institute",
        ),
        (
            "M. Luc Roy, Président du Comité des ports, qui dirige l'Institut des mers, a parlé.",
            "Luc Roy",
            "Institut des mers",
        ),
    ],
)
def test_who_is_the_person_and_not_the_body(text: str, person: str, body: str) -> None:
    held = said(facts_of("offices", text), "person", "organisation")
    assert (person, body) in held
    assert {one for one, _ in held} == {person}


def test_which_is_a_body_that_leads() -> None:
    text = "The Ports Board, which leads the Trade Institute, met Anna Berg."
    assert said(facts_of("responsibilities", text), "agent") == [("Ports Board",)]


def test_which_is_the_body() -> None:
    text = "Anna Berg, Chair of the Ports Board, which was founded in 2010, spoke."
    assert said(facts_of("founded", text), "thing", "date") == [("Ports Board", "2010")]


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether it could help, Anna Berg, who chairs the Ports Board, said that it might.",
        "Si l'OIM, qui préside le Comité des ports, le demande, la réunion aura lieu.",
        '"It is small, but for a shelter it means much," said Anna Berg, who has chaired the Ports Board since 2024.',
    ],
)
def test_what_is_told_by_the_way_is_no_condition(text: str) -> None:
    assert len(facts_of("chairs", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "If a State, which chairs the Ports Board, agrees, the Fund will start.",
        "In the novel, Anna Berg, who chairs the Ports Board, is a hero.",
        "It is unclear whether it was Anna Berg who chaired the Ports Board.",
        "He asked if Anna Berg chaired the Ports Board.",
    ],
)
def test_conditions_stay_conditions(text: str) -> None:
    assert facts_of("chairs", text) == []


def test_acronym_before_its_definition() -> None:
    text = (
        "ABCOM opens its doors. Mr. Roy of ABCOM spoke. The Atlantic Border Commission (ABCOM) was founded in 2018. "
        "ABCOM administers the Sea Fund."
    )
    (founded,), (administers,) = facts_of("founded", text), facts_of("responsibilities", text)
    assert founded.roles["thing"] == administers.roles["agent"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Interior Minister Goran Velkov said that nobody was there.", [("Goran Velkov", "Interior Minister", "")]),
        ("Justice Minister Anna Berg of Norway opened it.", [("Anna Berg", "Justice Minister", "Norway")]),
        ("The talks were led by Deputy Prime Minister Anna Berg.", [("Anna Berg", "Deputy Prime Minister", "")]),
        ("Ms. Anna Berg of Norway, Minister of Labour, spoke.", [("Anna Berg", "Minister of Labour", "Norway")]),
        ("M. Luc Roy, du Togo, Ministre de la justice, a parlé.", [("Luc Roy", "Ministre de la justice", "Togo")]),
        (
            "Helge Brandt, head of Europol’s anti-trafficking unit, spoke.",
            [("Helge Brandt", "head", "Europol")],
        ),
        (
            "Anna Berg, national coordinator for combating trafficking in North Macedonia, spoke.",
            [("Anna Berg", "national coordinator for combating trafficking", "North Macedonia")],
        ),
        ("As Minister Berg said, it is good.", []),
        ("My guest is Chief Superintendent Anna Berg.", []),
        ("Ms. Berg of Norway, Director of the Sea Institute, spoke.", [("Berg", "Director", "Sea Institute")]),
    ],
)  # fmt: skip
def test_office_right_before_or_behind_a_name(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(facts_of("offices", text), "person", "office", "organisation") == expected


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        ("Anna Berg, Director of the Sea Centre, spoke. Berg also chairs the Ports Board.", ["Anna Berg"]),
        ("Mme Fanta Keïta a pris la parole. Keïta préside aussi le Comité des ports.", ["Fanta Keïta"]),
        ("Anna Berg and Tom Berg, Directors of the Sea Centre, spoke. Berg also chairs the Ports Board.", []),
        (
            "Anna Berg, Director of the Sea Centre, spoke. The Berg Institute chairs the Ports Board.",
            ["Berg Institute"],
        ),
    ],
)
def test_surname_alone(text: str, chair: list[str]) -> None:
    assert [name for (name,) in said(facts_of("chairs", text), "chair")] == chair


APPOINTED = "Decides to appoint Ms. Anna Berg as Chair of the Ports Group, and Luc Roy and Ms. Lea Diop as its members"


@pytest.mark.parametrize(
    ("text", "chairs", "members"),
    [
        (f"1. {APPOINTED};", ["Anna Berg"], ["Lea Diop", "Luc Roy"]),
        (f"The Commission plans to review it. It may {APPOINTED.replace('Decides to ', '')}.", [], []),
        ("The Committee decided to elect Ms. Anna Berg as Chair of the Ports Group.", ["Anna Berg"], []),
        ("The Committee decided not to elect Ms. Anna Berg as Chair of the Ports Group.", [], []),
        ("The Committee decided to ask IOM to appoint Ms. Anna Berg as Chair of the Ports Group.", [], []),
        ("Décide de nommer Mme Anna Berg Présidente du Groupe des ports ;", ["Anna Berg"], []),
    ],
)  # fmt: skip
def test_decided_appointments(text: str, chairs: list[str], members: list[str]) -> None:
    assert [name for (name,) in said(facts_of("chairs", text), "chair")] == chairs
    assert sorted(name for (name,) in said(facts_of("members", text), "member")) == members
