"""Who became a member of what the paragraph is about."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

GROUP = "The Joint Group on Ports was set up in 2019 by ILO and FAO. "
RESEAU = "Le Réseau des ports sûrs compte neuf ports. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (GROUP + "UNICEF became a member in November 2021.", [("Joint Group on Ports", "UNICEF", "2021")]),
        (RESEAU + "Le Bénin est devenu membre en 2021.", [("Réseau des ports sûrs", "Benin", "2021")]),
        (GROUP + "UNICEF is a member.", []),
        (GROUP + "UNICEF will become a member in 2031.", []),
        ("ILO and FAO set up many groups. UNICEF became a member in 2021.", []),
    ],
)
def test_of_what_the_paragraph_is_about(text: str, wanted: list[tuple[str, str, str]]) -> None:
    found = [fact for fact in facts_of("members", text) if fact.modality == "asserted"]
    assert said(found, "body", "member", "year") == wanted
