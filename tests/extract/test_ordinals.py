"""Ordinals beyond a hundred."""

from __future__ import annotations

import pytest

from extract.facts import Entity
from tests.extract.kinds import facts_of


@pytest.mark.parametrize(
    ("session", "number"),
    [
        ("The one hundred and forty-second session of the Human Rights Committee was held in May 2024.", "142"),
        ("The hundred and tenth session of the Human Rights Committee was held in May 2024.", "110"),
        ("The tenth session of the Human Rights Committee was held in May 2024.", "10"),
        ("La cent quarante-deuxième session du Comité des droits de l'homme s'est tenue en mai 2024.", "142"),
        ("La deux cent dixième session du Comité des droits de l'homme s'est tenue en mai 2024.", "210"),
        (
            "Après le don de deux cents, la dixième session du Comité des droits de l'homme s'est tenue en mai 2024.",
            "10",
        ),
    ],
)
def test_sessions(session: str, number: str) -> None:
    (meeting,) = [fact.roles["meeting"] for fact in facts_of("meetings", session)]
    assert isinstance(meeting, Entity)
    assert meeting.id == f"meeting/Human_Rights_Committee/session/{number}"
