"""Resolutions of regional organisations: their symbol behind the title, their organ by it."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

TEXT = """\
Resolution on Trafficking in Children in West Africa {0}

The African Commission on Human and Peoples' Rights (the Commission), meeting at its 84th Ordinary Session;

Recalling the Palermo Protocol;

The Commission:

1. Decides to establish a Working Group on Trafficking in Children in Africa;

2. Invites UNICEF to share its findings with the Commission.
"""


def test_symbol_behind_the_title() -> None:
    text = TEXT.format("- ACHPR/Res.641 (LXXXIV) 2025")
    (document,) = facts_of("documents", text)
    assert said([document], "document", "title") == [
        ("ACHPR/Res.641 (LXXXIV) 2025", "Resolution on Trafficking in Children in West Africa")
    ]
    organ = "African Commission on Human and Peoples' Rights"
    assert said(facts_of("founded", text), "founder", "instrument") == [(organ, "ACHPR/Res.641 (LXXXIV) 2025")]
    assert ("ACHPR/Res.641 (LXXXIV) 2025", "UNICEF") in said(facts_of("requests", text), "issuer", "addressee")
    assert "ACHPR/Res.641 (LXXXIV) 2025" not in {cited for (cited,) in said(facts_of("citations", text), "cited")}


@pytest.mark.parametrize("behind", ["- A/HRC/60/47", "- the Accra/Lomé corridor", "- CADHP"])
def test_other_words_behind_a_dash_are_of_the_title(behind: str) -> None:
    (document,) = facts_of("documents", TEXT.format(behind))
    assert said([document], "title") == [(f"Resolution on Trafficking in Children in West Africa {behind}",)]


LETTERED = """\
Resolution on Ports - ACHPR/Res.642 (LXXXIV) 2025

Recalling the Palermo Protocol;

1. Calls on State Parties to:

a. ratify the Palermo Protocol without reservation;

b. ensure that no child is arrested.

2. Invites UNICEF to:

i. report on ports;

ii. train judges.
"""


def test_items_with_a_stop_behind_their_letter() -> None:
    found = {fact.roles["addressee"]: str(fact.roles["action"]) for fact in facts_of("requests", LETTERED)}
    (states, asked), (unicef, invited) = sorted(found.items(), key=lambda pair: getattr(pair[0], "id", ""))
    assert (getattr(states, "id", ""), getattr(unicef, "id", "")) == ("States_Parties", "UNICEF")
    assert "ratify the Palermo Protocol" in asked and "ensure that no child is arrested" in asked
    assert "report on ports" in invited and "train judges" in invited


def test_initials_begin_no_item() -> None:
    text = "The Board heard Mr. Roy and\na. Berg on ports.\n\ne.g. the Board met in Rome on 4 May 2020.\n"
    assert len(facts_of("meetings", text)) == 1
