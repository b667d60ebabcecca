"""Lists of people below what they make up."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

PEOPLE = "\n\n   Anna Berg (Norway), Chair\n   Luis Rojas (Chile), Vice-Chair\n   Jan Petit (Belgium)\n"
TITLED = "\n\n• Mme Anna Berg (Norvège), Présidente\n• M. Luis Rojas (Chili)\n• M. Jan Petit (Belgique)\n"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Committee on Ports has the following composition:" + PEOPLE, "Committee on Ports"),
        ("The Committee on Ports is composed as follows:" + PEOPLE, "Committee on Ports"),
        ("The members of the Committee on Ports are:" + PEOPLE, "Committee on Ports"),
        ("The Secretary-General appointed three people to the Committee on Ports:" + PEOPLE, "Committee on Ports"),
        ("Le Comité de suivi est ainsi composé :" + TITLED, "Comité de suivi"),
        ("Le Secrétaire général a nommé les experts ci-après au Comité de suivi :" + TITLED, "Comité de suivi"),
    ],
)
def test_who_is_listed_is_a_member(text: str, body: str) -> None:
    names = ["Anna Berg", "Jan Petit", "Luis Rojas"]
    assert said(facts_of("members", text), "body", "member") == [(body, name) for name in names]
    assert (body, "Anna Berg") in said(facts_of("chairs", text), "body", "chair")


@pytest.mark.parametrize(
    "text",
    [
        "The Committee on Ports thanked the following members of the Secretariat:" + PEOPLE,
        "The Committee on Ports would be composed as follows:" + PEOPLE,
        "The Committee on Ports heard the following speakers:" + PEOPLE,
        "Le Comité de suivi n'a pas nommé les personnes ci-après au Groupe de travail :" + TITLED,
    ],
)
def test_who_is_listed_otherwise_is_none(text: str) -> None:
    assert facts_of("members", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tunisia sits on the Committee on Ports as an observer.",
        "As an observer, Tunisia sits on the Committee on Ports.",
        "Tunisia was admitted to the Committee on Ports with observer status.",
        "Tunisia is an observer member of the Committee on Ports.",
        "La Tunisie a rejoint le Comité des ports à titre d'observateur.",
        "Le Comité des ports a été créé en 2019 ; la Tunisie y siège en qualité d'observatrice.",
        "La Tunisie est membre observateur du Comité des ports.",
    ],
)
def test_an_observer_is_no_member(text: str) -> None:
    assert facts_of("members", text) == []


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("The Committee on Ports comprises Kenya and Togo, with Tunisia as an observer.", ["Kenya", "Togo"]),
        ("Le Comité des ports réunit le Kenya et le Togo, avec la Tunisie comme observatrice.", ["Kenya", "Togo"]),
        ("Tunisia became a member of the Committee on Ports after three years as an observer.", ["Tunisia"]),
    ],
)
def test_members_beside_observers(text: str, members: list[str]) -> None:
    assert said(facts_of("members", text), "member") == [(name,) for name in members]


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        (
            "The Committee on Ports is composed of Ms. Anna Berg (Chad), Chair, Mr. Jan Petit and Mr. Luis Rojas.",
            "Chair",
        ),
        (
            "The Committee on Ports comprises Ms. Anna Berg, Chair, Mr. Jan Petit, Rapporteur, and Mr. Luis Rojas.",
            "Chair",
        ),
        (
            "Le Comité se compose de Mme Anna Berg (Tchad), Présidente, de M. Jan Petit et de M. Luis Rojas.",
            "Présidente",
        ),
        ("Le Comité comprend Mme Anna Berg, Présidente, M. Jan Petit, Rapporteur, et M. Luis Rojas.", "Présidente"),
    ],
)
def test_a_post_within_a_list_of_members_is_in_their_body(text: str, chair: str) -> None:
    body = "Committee on Ports" if "Committee" in text else "Comité"
    names = ["Anna Berg", "Jan Petit", "Luis Rojas"]
    text = f"OHCHR manages the Ports Fund. {text}"
    assert said(facts_of("members", text), "body", "member") == [(body, name) for name in names]
    assert said(facts_of("chairs", text), "body", "chair") == [(body, "Anna Berg")]
    assert ("Anna Berg", chair, body) in said(facts_of("offices", text), "person", "office", "organisation")


@pytest.mark.parametrize(
    "text",
    [
        "The Committee on Ports thanked Ms. Anna Berg, Chair, Mr. Jan Petit and Mr. Luis Rojas.",
        "Le Comité des ports ne se compose pas de Mme Anna Berg, Présidente, de M. Jan Petit et de M. Luis Rojas.",
    ],
)
def test_a_post_within_another_list_is_nobody_s(text: str) -> None:
    assert facts_of("members", text) == []
    assert facts_of("chairs", text) == []
