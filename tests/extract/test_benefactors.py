"""Who gives and who is given money, where no list and no head noun tells the name, and in whose money."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

COLUMNS = ("donor", "recipient", "amount", "currency")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2019, Qatar Copper & Sons gave 75,000 euros to the Suva Night Kitchen.",
            ("Qatar Copper & Sons", "Suva Night Kitchen", "75000", "EUR"),
        ),
        (
            "The Hanseatic Merchants' Purse donated 2 million pula to the Pacific Women's Sanctuary.",
            ("Hanseatic Merchants' Purse", "Pacific Women's Sanctuary", "2000000", "BWP"),
        ),
        (
            "Bread Without Borders, a charity in Seattle, gave Beza House 900 CHF.",
            ("Bread Without Borders", "Beza House", "900", "CHF"),
        ),
        (
            "En 2016, le Trésor de Canberra a débloqué 45 000 bolivianos pour Sauti ya Wanawake.",
            ("Trésor de Canberra", "Sauti ya Wanawake", "45000", "BOB"),
        ),
        (
            "Le Sénat des Philippines a versé 2 millions de pesos au foyer Sainte-Claire.",
            ("Sénat des Philippines", "foyer Sainte-Claire", "2000000", "PHP"),
        ),
    ],
)
def test_names_that_their_place_tells(text: str, expected: tuple[str, ...]) -> None:
    assert said(facts_of("funding", text), *COLUMNS) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "In 2016, Jane Roe paid 2,000 dollars to Peter Poe in Manila.",
        "The victims paid 5,000 euros to the Golden Gate Agency.",
        "Police in Manila seized 2,000 dollars from Blue Moon Spa.",
        "Golden Gate Mills has not given 5,000 euros to the Suva Night Kitchen.",
        "Golden Gate Mills pledged 5,000 euros to the Suva Night Kitchen.",
        "Les victimes ont versé 5 000 euros à l'agence Porte d'Or.",
        "La police a saisi 2 000 dollars de Lune Bleue Spa.",
        "Golden Gate Mills n'a pas versé 5 000 euros à Sauti ya Wanawake.",
    ],
)
def test_what_is_no_gift(text: str) -> None:
    assert facts_of("funding", text) == []


def test_a_word_before_a_state_is_no_part_of_a_name() -> None:
    found = facts_of("funding", "However Norway gave 5,000 dollars to UNODC.")
    assert said(found, "donor", "recipient") == [("Norway", "UNODC")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2023, Chad gave $350,000 to the Ports Fund and Mali gave €120,000.", ["Chad", "Mali"]),
        ("Le Tchad a versé 350 000 dollars au Fonds des ports et le Mali a versé 120 000 euros.", ["Chad", "Mali"]),
        ("Chad gave $350,000 to the Ports Fund in 2023 and Mali gave €120,000 to a shelter.", ["Chad"]),
        ("Chad gave $350,000 to the Ports Fund in 2023 and Mali gave the shelter €120,000.", ["Chad"]),
        ("Chad gave $350,000 to the Ports Fund in 2023. Mali gave €120,000.", ["Chad"]),
    ],
)  # fmt: skip
def test_the_same_verb_goes_on_with_its_recipient(text: str, expected: list[str]) -> None:
    found = [fact for fact in facts_of("funding", text) if "recipient" in fact.roles]
    to_fund = [fact for fact in found if said([fact], "recipient")[0][0] in ("Ports Fund", "Fonds des ports")]
    assert [donor for (donor,) in said(to_fund, "donor")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Council expresses its gratitude to Norway for the contribution of €2 million that it made to UNICEF.",
            ("Norway", "UNICEF"),
        ),
        (
            "Le Conseil exprime sa gratitude à la Norvège pour la contribution de 2 millions d'euros qu'elle a "
            "versée à l'UNICEF.",
            ("Norway", "UNICEF"),
        ),
        ("The Council thanks Norway for its contribution of $2 million to UNICEF.", ("Norway", "UNICEF")),
        ("The contribution of $2 million that Norway made to UNICEF in 2022 was welcome.", ("Norway", "UNICEF")),
        ("The Council asked Norway for its contribution of $2 million to UNICEF.", ("", "UNICEF")),
    ],
)
def test_who_is_thanked_gave(text: str, expected: tuple[str, str]) -> None:
    assert said(facts_of("funding", text), "donor", "recipient") == [expected]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Casa Lucero of Guatemala, which received $80,000 for its clinic, is new.",
            [("", "Casa Lucero of Guatemala")],
        ),
        ("Among the grantees is Casa Lucero of Peru, which received $80,000.", [("", "Casa Lucero of Peru")]),
        ("Parmi eux figure Maison Espoir du Bénin, qui a reçu 80 000 dollars.", [("", "Maison Espoir du Bénin")]),
        ("The Fund met in Guatemala, which gave $80,000 to IOM.", [("Guatemala", "IOM")]),
        ("We thank the Government of Peru, which gave $80,000 to IOM.", [("Peru", "IOM")]),
    ],
)
def test_who_is_named_with_its_country(text: str, sides: list[tuple[str, str]]) -> None:
    assert said(facts_of("funding", text), "donor", "recipient") == sides
