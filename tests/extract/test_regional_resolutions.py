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


HEMISPHERE = """\
ORGANIZATION OF AMERICAN STATES
GENERAL ASSEMBLY

FIFTY-FIFTH REGULAR SESSION                              OEA/Ser.P
June 25 to 27, 2025                                      AG/RES. 3041 (LV-O/25)
St. John's, Antigua and Barbuda                          27 June 2025
                                                         Original: English


                         AG/RES. 3041 (LV-O/25)

          ACTION AGAINST THE RECRUITMENT OF SEASONAL WORKERS
                       IN THE HEMISPHERE AND BEYOND 1/

     (Adopted at the second plenary session, held on June 27, 2025)

     THE GENERAL ASSEMBLY,

     RECALLING its resolutions AG/RES. 2991 (LIII-O/23) and AG/RES. 3012 (LIV-O/24);

     CONSIDERING that, according to the registry, 46,300 workers were registered in 2024, and

     CONVINCED that every worker counts,

     {chapeau}

     1.   To urge member states that have not yet done so to ratify the Palermo Protocol.

     2.   To establish the Working Group on Seasonal Work, composed of Barbados and Chile.

     3.   To request the General Secretariat, through its offices, to:

          a.  Train judges;

          b.  Report on ports.

     4.   To welcome the report of UNICEF.

     5.   To call upon bus, shipping, and airline companies to train their staff. The costs are to be met by gifts.
"""
OWN = "AG/RES. 3041 (LV-O/25)"


def test_head_of_a_resolution_of_the_oas() -> None:
    (document,) = facts_of("documents", HEMISPHERE.format(chapeau="RESOLVES:"))
    title = "ACTION AGAINST THE RECRUITMENT OF SEASONAL WORKERS IN THE HEMISPHERE AND BEYOND"
    columns = ("document", "title", "type", "date", "author", "session")
    organ, session = "General Assembly of the OAS", "FIFTY-FIFTH REGULAR SESSION"
    assert said([document], *columns) == [(OWN, title, "resolution", "2025-06-27", organ, session)]
    meetings = said(facts_of("meetings", HEMISPHERE.format(chapeau="RESOLVES:")), "body", "place", "start", "end")
    assert meetings == [(organ, "", "2025-06-27", "2025-06-27"), (organ, "Saint John's", "2025-06-25", "2025-06-27")]


@pytest.mark.parametrize(
    "chapeau", ["RESOLVES:", "RESOLVES TO:", "HEREBY DECIDES:", "The Assembly resolves as follows:"]
)
def test_what_is_resolved_in_infinitives(chapeau: str) -> None:
    text = HEMISPHERE.format(chapeau=chapeau)
    found = said(facts_of("requests", text), "issuer", "act", "addressee", "action")
    assert found == [
        (OWN, "calls-upon", "bus, shipping, and airline companies", "train their staff"),
        (OWN, "decides", "", "establish the Working Group on Seasonal Work, composed of Barbados and Chile"),
        (OWN, "requests", "General Secretariat of the OAS", "a. Train judges; b. Report on ports"),
        (OWN, "urges", "Member States", "ratify the Palermo Protocol"),
    ]
    organ = "General Assembly of the OAS"
    assert said(facts_of("founded", text), "founder", "instrument") == [(organ, OWN)]
    assert said(facts_of("adoptions", text), "instrument", "body", "date") == [(OWN, organ, "2025-06-27")]
    assert said(facts_of("figures", text), "value", "period") == [("46300", "2024")]
    recalled = said(facts_of("instrument-links", text), "other")
    assert recalled == [("AG/RES. 2991 (LIII-O/23)",), ("AG/RES. 3012 (LIV-O/24)",)]


@pytest.mark.parametrize("chapeau", ["The following was proposed:", "Ways to go on are:"])
def test_infinitives_below_other_lines_are_nothing(chapeau: str) -> None:
    text = HEMISPHERE.format(chapeau=chapeau)
    assert facts_of("requests", text) == [] and facts_of("founded", text) == []


AMERICAS = """\
OEA/Ser.P

AG/RES. 3042 (LV-O/25)

PROTECTION DES ENFANTS

L'ASSEMBLÉE GÉNÉRALE,

RAPPELANT le Protocole de Palerme ;

DÉCIDE :

1. De demander instamment aux États membres de ratifier le Protocole de Palerme.

2. De créer le Groupe de travail sur les enfants en déplacement, composé du Chili et de l'Équateur.

3. D'inviter l'UNICEF à participer aux réunions.

4. De prier le Secrétariat général de fournir un appui au Groupe.

5. De se féliciter du rapport de l'UNICEF.
"""


def test_what_is_resolved_in_french() -> None:
    assert said(facts_of("requests", AMERICAS), "act", "addressee", "action") == [
        ("decides", "", "créer le Groupe de travail sur les enfants en déplacement, composé du Chili et de l'Équateur"),
        ("invites", "UNICEF", "participer aux réunions"),
        ("requests", "General Secretariat of the OAS", "fournir un appui au Groupe"),
        ("urges", "Member States", "ratifier le Protocole de Palerme"),
    ]
    assert said(facts_of("founded", AMERICAS), "founder") == [("General Assembly of the OAS",)]
