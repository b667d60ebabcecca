"""« Elle y prie …»: in the resolution that was named; and what is asked ends where a quotation opens behind a colon."""

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
