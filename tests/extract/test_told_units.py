"""Lists of donors whose amounts are told in one money for all: "Contributions (in US dollars):"."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

_ENGLISH = "ANNUAL REPORT 2024\n\nThe present report covers the work done in the year.\n\n{}\n\nThe end of it.\n"
_FRENCH = "RAPPORT ANNUEL 2024\n\nLe présent rapport porte sur les activités menées.\n\n{}\n\nFin du rapport.\n"


@pytest.mark.parametrize(
    ("text", "recipient", "currency"),
    [
        ("Contributions to UNODC (in euros): Germany, 500,000; Japan, 90,000.", "UNODC", "EUR"),
        ("Contributions to UNODC (in US dollars): Germany 500,000; Japan 90,000.", "UNODC", "USD"),
        ("Contributions received by UNODC (in US dollars):\n\n– Germany: 500,000\n– Japan: 90,000", "UNODC", "USD"),
        ("Contributions à l'ONUDC (en dollars) : Allemagne, 500 000 ; Japon, 90 000.", "UNODC", "USD"),
        (
            "Bailleurs de l'OIM et montants reçus :\n\n– Allemagne : 500 000 euros ;\n– Japon : 90 000 euros.",
            "IOM",
            "EUR",
        ),
    ],
)
def test_who_gave_how_much(text: str, recipient: str, currency: str) -> None:
    found = said(
        facts_of("funding", (_FRENCH if " :" in text else _ENGLISH).format(text)),
        "donor",
        "recipient",
        "amount",
        "currency",
    )
    assert sorted(found) == [("Germany", recipient, "500000", currency), ("Japan", recipient, "90000", currency)]


def test_what_has_a_noun_is_no_money() -> None:
    assert facts_of("funding", _ENGLISH.format("UNODC and Chad (in euros): 300 judges; 40 boats.")) == []
