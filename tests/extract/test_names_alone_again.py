"""Names without the noun that introduced them: « l'association Rive Sud », then « Rive Sud »; "the project Ylang"."""

# ruff: noqa: E501 - each sentence with what it tells stands on one line

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

BODIES: list[tuple[str, list[tuple[str, ...]]]] = [
    (
        "L'association Rive Sud défend les travailleuses. Depuis avril 2022, Rive Sud conduit le projet Sini.",
        [("Rive Sud", "2022-04")],
    ),
    (
        "L'Association Rive Sud défend les travailleuses. Depuis 2022, Rive Sud mène le projet Sini.",
        [("Association Rive Sud", "2022")],
    ),
    (
        "L'organisation Sabou Guinée aide les victimes. Sabou Guinée mène le projet Sini depuis 2022.",
        [("Sabou Guinée", "2022")],
    ),
    (
        "L'association Espoir lacustre défend les enfants. Depuis 2022, Espoir lacustre conduit le projet Sini.",
        [("association Espoir lacustre", "2022")],
    ),
    ("The association Rive Sud helps victims. Rive Sud has run the Sini project since 2022.", [("Rive Sud", "2022")]),
    (
        "The organization Sabou Guinea helps victims. Sabou Guinea has run the Sini project since 2022.",
        [("Sabou Guinea", "2022")],
    ),
]


@pytest.mark.parametrize(("text", "told"), BODIES)
def test_bodies(text: str, told: list[tuple[str, ...]]) -> None:
    assert said(facts_of("programmes", text), "lead", "start") == told


PROGRAMMES = [
    (
        "Le programme Ylang, mené par l'OIM, aide les victimes. En 2024, Ylang intervient aux Comores et à Maurice.",
        [("Ylang", "Comoros"), ("Ylang", "Mauritius")],
    ),
    (
        "UNODC runs the project Sanza. Sanza is carried out in Benin and Ghana.",
        [("Sanza", "Benin"), ("Sanza", "Ghana")],
    ),
    (
        "L'OIM gère le projet Passerelles. Passerelles se déploie au Bénin. Des passerelles seront construites au Mali.",
        [],
    ),
    ("L'OIM gère le projet Ganvié. À Ganvié, au Bénin, elle forme des juges.", []),
]


@pytest.mark.parametrize(("text", "told"), PROGRAMMES)
def test_programmes(text: str, told: list[tuple[str, ...]]) -> None:
    found = [fact for fact in facts_of("programmes", text) if "country" in fact.roles]
    assert sorted(said(found, "programme", "country")) == told
