"""Courses and gifts told in two steps: who held the sessions at whose end people were trained, "a similar course",
parts behind a colon; operations that receive money, lists of donors, CFA francs of Central Africa.
"""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("UNODC held six workshops in Accra, at which 212 police officers were trained.", [("UNODC", "212")]),
        ("UNODC held six workshops in Accra, attended by 212 police officers.", [("UNODC", "212")]),
        (
            "L'OIM a organisé à Douala six sessions de formation, à l'issue desquelles 212 policiers et 58 magistrats "
            "avaient été formés.",
            [("IOM", "212"), ("IOM", "58")],
        ),
        ("L'OIM a tenu cinq ateliers, au cours desquels 80 juges ont été formés.", [("IOM", "80")]),
        (
            "UNODC trained 310 officials: 190 immigration officers and 120 customs officers.",
            [("UNODC", "120"), ("UNODC", "190"), ("UNODC", "310")],
        ),
        ("UNODC trained 310 officials: the 14 shelters have staff.", [("UNODC", "310")]),
        (
            "In Lomé, 212 officers were trained by UNODC. Some 40 judges attended a similar course in Banjul.",
            [("UNODC", "212"), ("UNODC", "40")],
        ),
        (
            "À Lomé, 212 agents ont été formés par l'ONUDC. Quelque 40 juges ont suivi une formation semblable.",
            [("UNODC", "212"), ("UNODC", "40")],
        ),
        (
            "In Lomé, 212 officers were trained by UNODC. Some 40 judges attended a course in Banjul.",
            [("", "40"), ("UNODC", "212")],
        ),
    ],
)
def test_who_gave_the_course(text: str, told: list[tuple[str, str]]) -> None:
    assert sorted(said(facts_of("training", text), "agent", "number")) == told


def test_audience_with_its_line() -> None:
    text = "L'OIM a formé 74 agents de première ligne à l'identification des victimes."
    assert said(facts_of("training", text), "audience") == [("agents de première ligne",)]


@pytest.mark.parametrize(
    ("text", "donor", "recipient", "currency"),
    [
        ("Operation Reef received funding of 620,000 euros from Norway.", "Norway", "Operation Reef", "EUR"),
        (
            "L'opération Récif a bénéficié d'un financement de 620 000 euros accordé par la Norvège.",
            "Norway",
            "Opération Récif",
            "EUR",
        ),
        ("A contribution of $4 million was made by Qatar to UNODC.", "Qatar", "UNODC", "USD"),
        ("La Norvège a versé 620 000 euros à l'ONUDC pour le programme Darba.", "Norway", "UNODC", "EUR"),
        ("Le Gabon a versé 40 millions de francs CFA à l'OIM.", "Gabon", "IOM", "XAF"),
        ("Le Sénégal a versé 40 millions de francs CFA à l'OIM.", "Senegal", "IOM", "XOF"),
        ("La France a versé 40 millions de francs CFA au Tchad.", "France", "Chad", "XAF"),
    ],
)
def test_who_gave_to_whom(text: str, donor: str, recipient: str, currency: str) -> None:
    assert said(facts_of("funding", text), "donor", "recipient", "currency") == [(donor, recipient, currency)]


@pytest.mark.parametrize(
    "text",
    ["Norway approved a grant of $2 million to IOM.", "La Norvège a approuvé un don de 2 millions d'euros à l'OIM."],
)
def test_approval_is_no_gift(text: str) -> None:
    assert facts_of("funding", text) == []
