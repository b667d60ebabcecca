"""« Elle y prie …»: in the resolution, "The study calls on": in the study that was named; where what is asked ends."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

_ADOPTED = "Le Conseil des droits de l'homme a adopté la résolution 52/20. "


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (f"{_ADOPTED}Il y prie le Secrétaire général de faire rapport.", "A/HRC/RES/52/20"),
        (f"{_ADOPTED}Le Togo s'est abstenu. Le Conseil y invite les États à agir.", "A/HRC/RES/52/20"),
        ("The Human Rights Council adopted resolution 52/20. In it, it invited States to act.", "A/HRC/RES/52/20"),
        ("Le Conseil des droits de l'homme a siégé à Lomé. Il y a invité les États à agir.", "Human Rights Council"),
        (f"{_ADOPTED}M. Jean Roy y invite les États à agir.", "Jean Roy"),
    ],
)
def test_in_which_text_it_is_asked(text: str, issuer: str) -> None:
    assert issuer in {one for (one,) in said(facts_of("requests", text), "issuer")}


def test_a_participle_joined_to_what_is_asked_in_it() -> None:
    text = f"{_ADOPTED}Il y a exhorté les États à agir et appelé l'OIM à les aider."
    assert set(said(facts_of("requests", text), "issuer")) == {("A/HRC/RES/52/20",)}


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        (
            "UNODC launched “Closed Doors”, a study of ports. {}The study calls on ports to keep lists.",
            {"Closed Doors"},
        ),
        (
            "UNODC released the study “Closed Doors” in May 2031. {}The study urges ports to keep lists.",
            {"Closed Doors"},
        ),
        (
            "L'ONUDC a lancé « Portes closes », une étude. {}L'étude engage les ports à tenir des listes.",
            {"Portes closes"},
        ),
        (
            "UNODC launched “Closed Doors”, a study, and IOM “Open Seas”, a study. {}The study urges ports to act.",
            set(),
        ),
    ],
)
@pytest.mark.parametrize("between", ["", "\n\n"])
def test_the_study_that_was_named(text: str, issuers: set[str], between: str) -> None:
    assert {one for (one,) in said(facts_of("requests", text.format(between)), "issuer")} == issuers


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("M. Jean Roy a exhorté les États à s'engager : « Le temps presse. »", "s'engager"),
        ("Mr. John Roy urged States to commit for years: “Time is short.”", "commit for years"),
        ("M. Jean Roy a exhorté les États à s'engager.", "s'engager"),
    ],
)
def test_what_is_said_then_is_not_asked(text: str, action: str) -> None:
    assert said(facts_of("requests", text), "action") == [(action,)]


@pytest.mark.parametrize(
    "text",
    [
        "RÉSOLUTION 58/31\n\nLe Conseil des droits de l'homme,\n\n1. Décide de créer un groupe d'experts, chargé de "
        "recenser les pratiques exemplaires.",
        "L'Assemblée générale a décidé de créer un groupe d'experts, chargé de recenser les pratiques exemplaires.",
    ],
)
def test_what_a_new_body_is_for_is_no_mandate_of_nobody(text: str) -> None:
    assert "mandates" not in {act for (act,) in said(facts_of("requests", text), "act")}
