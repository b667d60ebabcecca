"""Of what the chair is, where the sentence has just told it; who held it before, where the text says so itself."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

_OTHERS = "The Apulia Region and the Durres Port Authority founded the Ports Network. Caritas Albania supports it. "
_CND = "the Commission on Narcotic Drugs"
_CND_FR = "la Commission des stupéfiants"


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        (f"{_OTHERS}Togo chairs the Network in 2025; Greece held the chair in 2024.", ("Greece", "2024")),
        (f"{_OTHERS}Greece chaired the Network in 2024, and Togo holds the presidency in 2025.", ("Togo", "2025")),
        ("They thanked Ghana, which chaired the Ports Network in 2025, and noted that Togo held the chair in 2026.",
         ("Togo", "2026")),
        ("Le Conseil des ports a vu naître l'Institut des ports. Le Togo préside le Réseau des ports en 2025 ; "
         "la Grèce exerçait la présidence en 2024.", ("Greece", "2024")),
    ],
)  # fmt: skip
def test_the_chair_is_of_what_the_sentence_tells(text: str, chair: tuple[str, str]) -> None:
    chairs = said(facts_of("chairs", text), "body", "chair", "year")
    assert len(chairs) == 2
    assert len({body for body, _, _ in chairs}) == 1
    assert chair in {(name, year) for _, name, year in chairs}


@pytest.mark.parametrize(
    "text",
    [
        "Togo chairs the Ports Network; the Port Council elected Kenya, which holds the post in 2024.",
        "Togo chaired the Ports Network in 2023, and Kenya the Ports Council. Ghana held the chair in 2024.",
    ],
)
def test_of_two_bodies_neither_is_taken(text: str) -> None:
    assert "2024" not in {year for (year,) in said(facts_of("chairs", text), "year")}


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        (f"Ilze Berzina was elected Chair of {_CND}. Ms. Berzina takes over from Paul Okafor, who chaired {_CND} "
         "in 2025.", ["Ilze Berzina"]),
        (f"Mme Ilze Berzina a été élue Présidente de {_CND_FR}. Mme Berzina succède à M. Paul Okafor, qui a présidé "
         f"{_CND_FR} en 2025.", ["Ilze Berzina"]),
        (f"Ilze Berzina was elected Chair of {_CND}. Ms. Berzina takes over from Paul Okafor.",
         ["Ilze Berzina", "Paul Okafor"]),
    ],
)  # fmt: skip
def test_who_is_told_to_have_chaired_is_given_no_office_too(text: str, offices: list[str]) -> None:
    assert [name for (name,) in said(facts_of("offices", text), "person")] == offices
