"""Whose office stands between two names."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Le texte a été lu par Mme Anna Berg, Porte-parole de l'UNICEF, M. Paul Roy et Mme Ruth Abebe.", "Anna Berg"),
        ("Mme Anna Berg, le Directeur du Fonds des ports, M. Paul Roy, et Mme Ruth Abebe ont parlé.", "Paul Roy"),
        (
            "On lira ce qu'a dit Mme Anna Berg, Porte-parole adjointe du Secrétaire général, M. Paul Roy.",
            "Anna Berg",
        ),
        (
            "It was read by Ms. Anna Berg, Spokesperson for the Secretary-General of the United Nations, Mr. Paul Roy.",
            "Anna Berg",
        ),
        ("Le Directeur du Fonds des ports, M. Paul Roy, Mme Anna Berg et Mme Ruth Abebe ont parlé.", "Paul Roy"),
    ],
)
def test_one_holds_it(text: str, holder: str) -> None:
    assert said(facts_of("offices", text), "person") == [(holder,)]
