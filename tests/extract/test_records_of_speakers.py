"""Summary records: who spoke in the paragraph before goes on as "she"; terms of reference: the document commits."""

from __future__ import annotations

import pytest

from extract.pipeline import extract
from extract.readers import read_bytes
from tests.extract.kinds import facts_of, said

_SAID = """1.   Ms. Berg (Special Rapporteur on trafficking in persons), introducing her report entitled
“Unseen journeys” (A/80/212), prepared pursuant to Human Rights Council resolution 53/9, said that
children had been hurt.

2.   She recommended that States should end detention.

3.   She further urged IOM to open shelters.
"""
_DIT = """1.   Mme Berg (Rapporteuse spéciale), présentant son rapport (A/80/212), dit que les enfants souffrent.

2.   Elle recommande aux États de mettre fin à la détention.
"""
_TERMS = """
TASK TEAM ON PORTS

Terms of reference and working methods

Approved by the Principals on 6 February 2025


1. Background

1.1 The present terms of reference follow up on the Doha Declaration.

2. Commitments of the members

2.1 Under Objective 1 (Early identification), the members undertake to:

 (a) Screen every child within 24 hours of arrival;

 (b) Enter each suspected case in the register.
"""


@pytest.mark.parametrize(("text", "demands"), [(_SAID, 2), (_DIT, 1)])
def test_she_is_who_spoke_in_the_paragraph_before(text: str, demands: int) -> None:
    assert said(facts_of("requests", text), "issuer") == [("Berg",)] * demands


def test_she_who_is_asked_is_who_spoke() -> None:
    text = "Ms. Joanna Vella said that parliament would debate a bill. The opposition has asked her to resign."
    assert said(facts_of("requests", text), "issuer", "addressee") == [("opposition", "Joanna Vella")]


def test_terms_of_reference_commit_those_who_adopted_them() -> None:
    facts = extract(read_bytes(_TERMS.encode(), "terms.txt")).facts
    commitments = [fact.roles for fact in facts if fact.kind == "commitments"]
    assert {getattr(roles["instrument"], "id", "") for roles in commitments} == {"terms.txt"}
    assert [roles["item"] for roles in commitments] == ["a", "b"]
    told = [fact.roles for fact in facts if fact.kind == "documents"]
    assert (told[0]["type"], told[0]["title"]) == ("terms-of-reference", "Terms of reference and working methods")
