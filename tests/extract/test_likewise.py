"""Who did it too ("as did UNICEF", « de même que l'OIM »), and who was at a meeting that the sentence before told of."""

# ruff: noqa: E501 - each sentence with what it tells stands on one line

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

FORUM = "The Ports Forum was held in Lomé on 3 May 2024."
FORUM_FR = "Le Forum des ports s'est tenu à Lomé le 3 mai 2024."
MET = "The Board of the Ports Network met in Lomé on 3 May 2024."
MET_FR = "Le Comité de pilotage du Réseau des ports s'est réuni à Lomé le 4 juin 2024."
FOUNDED_FR = "Le Groupe des ports a été créé en 2019."
TOGO_AND_IOM = ["IOM", "Togo"]

PARTICIPANTS: list[tuple[str, list[str]]] = [
    ("A questionnaire was sent to all States. Togo replied, as did the International Organization for Migration (IOM).", TOGO_AND_IOM),
    ("Togo replied to the questionnaire, as did IOM.", TOGO_AND_IOM),
    ("Togo replied to the questionnaire, as well as IOM.", TOGO_AND_IOM),
    ("Le Togo a répondu au questionnaire, de même que l'OIM.", TOGO_AND_IOM),
    ("Un questionnaire a été envoyé aux États. Le Togo y a répondu, ainsi qu'Europol.", ["Europol", "Togo"]),
    ("The Secretariat received responses from Togo and IOM to its note verbale of 3 May 2024.", TOGO_AND_IOM),
    ("Inputs for the present report were received from Togo and IOM.", TOGO_AND_IOM),
    ("Des contributions au présent rapport ont été reçues du Togo et de l'OIM.", TOGO_AND_IOM),
    ("Observations on the report were submitted by Togo and IOM.", []),
    ("Estonia and Togo signed an agreement on joint border patrols in 2020.", ["Estonia", "Togo"]),
    ("Le Togo n'a pas répondu au questionnaire, de même que l'OIM.", []),
    ("Togo did not reply to the questionnaire, nor did IOM.", []),
    (f"{MET} Togo attended, as did IOM.", TOGO_AND_IOM),
    (f"{MET} Also present were IOM and Togo.", TOGO_AND_IOM),
    (f"{MET}\n\nTogo and IOM took part.", TOGO_AND_IOM),
    (f"{MET}\n\nGhana chaired the Quays Network in 2025. Togo and IOM attended.", TOGO_AND_IOM),
    (f"{MET_FR} Y ont pris part le Togo et l'OIM.", TOGO_AND_IOM),
    (f"{MET_FR} Y étaient représentés le Togo et l'OIM.", TOGO_AND_IOM),
    (f"{MET_FR} Y siègent le Togo et l'OIM.", []),
    (f"{MET_FR} L'OIM y participe en tant qu'observatrice.", []),
    ("The Board of the Ports Network met in Bo in April 2025 and in Lomé in October 2025. Togo attended.", []),
    ("The Board of the Ports Network will meet in Lomé on 3 May 2090. Togo will attend.", []),
    (f"{MET} UNICEF has attended to 300 children.", []),
    (f"{FORUM} Participants came from Ghana and Togo.", ["Ghana", "Togo"]),
    (f"{FORUM_FR} Les participants venaient du Ghana et du Togo.", ["Ghana", "Togo"]),
    (f"{FORUM} Togo was represented by its Minister of Justice.", ["Togo"]),
    (f"{FORUM_FR} Le Togo était représenté par son Ministre de la justice.", ["Togo"]),
    (f"{FORUM} Togo was represented in the arbitration by its Minister of Justice.", []),
    (f"{FORUM} Togo was not represented.", []),
    ("The Ports Forum was held in Lomé on 3 May 2024, with Togo and IOM in attendance.", TOGO_AND_IOM),
    (f"{FORUM_FR} Étaient également présents le Togo et l'OIM.", TOGO_AND_IOM),
    (f"{FORUM_FR} Le Togo et l'OIM étaient présents.", TOGO_AND_IOM),
    (f"{FORUM_FR} L'OIM est présente dans 190 pays.", []),
    (f"{FORUM_FR} L'OIM y a envoyé une délégation.", ["IOM"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), PARTICIPANTS)
def test_who_took_part_too(text: str, told: list[str]) -> None:
    assert [who for (who,) in said(facts_of("participants", text), "participant")] == told


MEMBERS: list[tuple[str, list[tuple[str, str]]]] = [
    ("L'UNICEF siège au Comité des ports, de même que l'OIM.", [("Comité des ports", "IOM"), ("Comité des ports", "UNICEF")]),
    ("L'UNICEF siège au Comité des ports, de même qu'au Comité des quais.", [("Comité des ports", "UNICEF"), ("Comité des quais", "UNICEF")]),
    (f"{FOUNDED_FR} Le Togo en fait partie, de même que l'OIM.", [("Groupe des ports", "IOM"), ("Groupe des ports", "Togo")]),
    ("Le Togo, membre du Réseau des ports au même titre que l'OIM, l'a financé.", [("Réseau des ports", "IOM"), ("Réseau des ports", "Togo")]),
    ("Togo joined the Ports Network, as well as the Quays Network, in 2019.", [("Ports Network", "Togo"), ("Quays Network", "Togo")]),
    (f"{FOUNDED_FR} Ses membres actuels sont le Togo et l'OIM.", [("Groupe des ports", "IOM"), ("Groupe des ports", "Togo")]),
    ("The association Patvērums is a member of the Ports Network.", [("Ports Network", "Patvērums")]),
    ("The association Monday asked the Ports Network for more.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), MEMBERS)
def test_who_is_a_member_too(text: str, told: list[tuple[str, str]]) -> None:
    assert said(facts_of("members", text), "body", "member") == told
