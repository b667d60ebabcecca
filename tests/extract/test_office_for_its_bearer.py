"""An office alone stands for the one person who is told to hold it, where it says since when it is held."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

_REPORT = "Rapport de la Rapporteuse spéciale sur la traite des êtres humains, Lucía Ferrándiz\n\n"
_FUND = "Ms. Anna Berg is Director of the Ports Fund. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            _REPORT + "La Rapporteuse spéciale a pris ses fonctions en août 2023 ; elle a succédé à Ingrid Halvorsen, "
            "titulaire du mandat de 2017 à 2023.",
            {("Lucía Ferrándiz", "2023-08", ""), ("Ingrid Halvorsen", "2017", "2023")},
        ),
        (
            _FUND + "The Director took office in August 2023; she succeeded Mr. Paul Roy, holder of the post from 2017 "
            "to 2023.",
            {("Anna Berg", "2023-08", ""), ("Paul Roy", "2017", "2023")},
        ),
        (_FUND + "The Director will take office in August 2023.", {("Anna Berg", "", "")}),
        (_FUND + "The Director of the Coast Fund took office in August 2023.", {("Anna Berg", "", "")}),
    ],
)
def test_since_when_an_office_is_held(text: str, told: set[tuple[str, str, str]]) -> None:
    assert told <= set(said(facts_of("offices", text), "person", "start", "end"))
    assert len(told) == len({row[0] for row in said(facts_of("offices", text), "person")})
