"""What relatives, clitics and possessives stand for, and what verbs that are left out tell."""

from __future__ import annotations

import pytest

from extract.facts import Entity
from extract.pipeline import extract
from extract.readers import read_bytes
from tests.extract.kinds import facts_of, said

FONDS = "Le Fonds pour le retour des pêcheurs, créé en 2019 et dont la gestion incombe à l'OIM. "
CASA = "L'association Casa Abierta a 30 lits. Le Fonds Rivage, que l'ONUDC gère, lui a accordé 9 000 euros en 2021. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (FONDS + "Le Japon l'a doté de 4 millions d'euros.", [("Japan", "Fonds pour le retour des pêcheurs")]),
        (CASA + "L'Italie lui a donné 45 000 euros.", [("Fonds Rivage", "Casa Abierta"), ("Italy", "Casa Abierta")]),
        (
            "Le projet Horizon, pour lequel le Japon a versé 3 millions d'euros, aide 9 îles.",
            [("Japan", "Horizon")],
        ),
        ("The “Free Hands” programme, for which Canada provided $3 million, ended.", [("Canada", "Free Hands")]),
        ("Le projet Horizon, pour lequel le Japon a versé 3 millions d'euros à l'agence, a pris fin.", [("Japan", "")]),
        ("La conférence, pour laquelle le Togo a versé 20 000 euros, a été annulée.", [("Togo", "")]),
    ],
)
def test_to_whom_money_is_given(text: str, wanted: list[tuple[str, str]]) -> None:
    assert said(facts_of("funding", text), "donor", "recipient") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "L'Unité de lutte contre la fraude, mise en place par le Bureau du Cap-Nord, relève de la police. Sa "
            "supervision incombe au Ministère de la justice.",
            "Unité de lutte contre la fraude",
        ),
        (
            "Le Conseil économique et social a institué le Mécanisme de veille, que soutient le Comité des ports. "
            "Sa supervision incombe à l'OIM.",
            "Mécanisme de veille",
        ),
    ],
)
def test_whose_it_is(text: str, wanted: str) -> None:
    assert [row[0] for row in said(facts_of("responsibilities", text), "object", "role") if row[1] == "supervises"] == [
        wanted
    ]


@pytest.mark.parametrize(
    "text",
    [
        "L'UNICEF mène le projet « Mains libres » au Tchad et au Niger, qui contribue à la cible 8.7.",
        "Le projet « Mains libres », mené par l'OIM au Tchad et au Niger, qui contribue à la cible 8.7, a pris fin.",
        "The project “Mains libres”, run by IOM in Chad and Niger, which contributes to target 8.7, has ended.",
    ],
)
def test_a_programme_serves_a_target_and_not_the_country_where_it_is_run(text: str) -> None:
    assert said(facts_of("targets", text), "agent") == [("Mains libres",)]


def test_a_country_is_what_a_relative_says_of_countries() -> None:
    text = "Le Bureau a ouvert une antenne au Népal, qui a ratifié le Protocole de Palerme le 16 juin 2020."
    assert said(facts_of("ratifications", text), "state") == [("Nepal",)]


@pytest.mark.parametrize(
    "text",
    [
        "Se félicite du lancement, en mai 2023, du programme conjoint « Quais » de l'OIT et de l'OMI, mis en œuvre "
        "au Kenya et au Malawi.",
        "Welcomes the launch in May 2023 of the joint programme “Quais” of ILO and IMO, implemented in Kenya and "
        "Malawi.",
    ],
)
def test_whose_a_programme_is_was_not_launched(text: str) -> None:
    assert said(facts_of("founded", text), "thing", "date") == [("Quais", "2023-05")]
    countries = [row for row in said(facts_of("programmes", text), "programme", "country") if row[1]]
    assert countries == [("Quais", "Kenya"), ("Quais", "Malawi")]


@pytest.mark.parametrize(
    "text",
    [
        "La Convention relative aux droits de l'enfant est connue. La Moldova l'a ratifiée le 19 mai 1996, la Serbie "
        "le 14 avril 1999 et l'Ukraine le 29 novembre 2001.",
        "La Moldova a ratifié la Convention relative aux droits de l'enfant le 19 mai 1996, la Serbie le 14 avril 1999 "
        "et l'Ukraine le 29 novembre 2001.",
        "Moldova ratified the Convention on the Rights of the Child on 19 May 1996, Serbia on 14 April 1999 and "
        "Ukraine on 29 November 2001.",
    ],
)
def test_each_state_with_its_own_date(text: str) -> None:
    told = said(facts_of("ratifications", text), "state", "date")
    assert told == [("Republic of Moldova", "1996-05-19"), ("Serbia", "1999-04-14"), ("Ukraine", "2001-11-29")]


SILLON = "Le projet Sillon est mené par l'OIM. Mme Anne Lebrun, Directrice du projet depuis 2020, a succédé à M. Lund. "


def test_an_office_of_the_project_is_of_the_one_that_was_named() -> None:
    told = said(facts_of("offices", SILLON), "person", "organisation", "start")
    assert told == [("Anne Lebrun", "Sillon", "2020"), ("Lund", "Sillon", "")]


@pytest.mark.parametrize(("centre", "body"), [("centre", ""), ("centre d'accueil Ak Sut", "centre d'accueil Ak Sut")])
def test_the_director_of_a_centre_is_of_no_body_that_speaks(centre: str, body: str) -> None:
    text = f"Le Comité contre la torture a débattu. Mme Anne Lebrun, Directrice du {centre}, a parlé."
    assert said(facts_of("offices", text), "organisation") == [(body,)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le Protocole de Palerme date de 2000. L'instrument est entré en vigueur pour le Tchad le 4 mai 2021.", 1),
        ("The Palermo Protocol dates from 2000. The instrument entered into force for Chad on 4 May 2021.", 1),
        ("Le Comité a un outil. L'instrument est entré en vigueur pour le Tchad le 4 mai 2021.", 0),
        ("The Palermo Protocol is open. The instrument of ratification of Chad was drafted on 4 May 2021.", 0),
    ],
)
def test_the_instrument_is_the_one_that_was_named(text: str, wanted: int) -> None:
    told = said(facts_of("ratifications", text), "instrument", "state", "date")
    assert len(told) == wanted
    assert all(row[1:] == ("Chad", "2021-05-04") for row in told)


def test_what_a_decision_sets_up_stands_behind_the_verb() -> None:
    text = "Par la résolution 77/194 ont été créés le Groupe de travail sur les quais et le Comité des ports."
    things = said(facts_of("founded", text), "instrument", "thing")
    assert [thing for _, thing in things] == ["Comité des ports", "Groupe de travail sur les quais"]


def test_one_day_of_those_who_met_is_the_day_of_what_they_did() -> None:
    text = "Réunie à Lomé le {}, l'Alliance des ports a adopté la Charte de Lomé."
    assert said(facts_of("adoptions", text.format("14 mars 2021")), "date") == [("2021-03-14",)]
    assert said(facts_of("adoptions", "14 et 15 mars 2021".join(text.split("{}"))), "date") == [("",)]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("La quatrième Réunion ministérielle de COMMIT s'est tenue à Hanoï le 2 mai 2022.", "COMMIT"),
        (
            "La réunion des points focaux de la Commission de l'océan Indien s'est tenue à Lomé le 2 mai 2022.",
            "Indian Ocean Commission",
        ),
        ("The third meeting of focal points of the Indian Ocean Commission was held in Lima on 2 May 2022.", "IOC"),
        ("La Conférence mondiale des Nations Unies sur les quais s'est tenue à Lima le 2 mai 2022.", ""),
    ],
)
def test_whose_a_meeting_is(text: str, body: str) -> None:
    ((found,),) = said(facts_of("meetings", text), "body")
    assert found in (body, "Indian Ocean Commission" if body else "")


@pytest.mark.parametrize(
    "text",
    [
        "Le Comité contre la torture a achevé son débat général sur la détention le 3 mai 2022.",
        "The Committee against Torture concluded its general debate on detention on 3 May 2022.",
    ],
)
def test_what_a_body_debates_is_no_meeting(text: str) -> None:
    assert facts_of("meetings", text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("La Maison Nour a ouvert un deuxième foyer en 2021.", 0),
        ("Casa Abierta set up a second shelter in 2021.", 0),
        ("L'OIM a créé le Comité des quais en 2021.", 1),
    ],
)
def test_one_more_of_a_kind_is_nothing_by_name(text: str, wanted: int) -> None:
    assert len(facts_of("founded", text)) == wanted


def test_its_decision_is_of_the_one_commission_that_the_text_names() -> None:
    text = (
        "La Commission pour la prévention du crime et la justice pénale s'est réunie. Par sa décision 34/1 a été créé "
    )
    assert said(facts_of("founded", text + "le Groupe des quais."), "instrument") == [("CCPCJ/DEC/34/1",)]


def test_a_heading_that_announces_a_body_is_no_rival_of_its_name() -> None:
    text = (
        "RAPPORT D'ACTIVITÉ 2022\n\nUne cellule commune\n\nLa Cellule régionale des ports a été créée en 2021.\n\n"
        "Perspectives\n\nLa Cellule a demandé à l'OIM d'évaluer leurs dispositifs.\n"
    )
    assert said(facts_of("requests", text), "issuer") == [("Cellule régionale des ports",)]


@pytest.mark.parametrize(
    ("text", "founders"),
    [
        ("1. The Conference on Ports met in May.\n\n2. It established a Liaison Group.", ["Conference on Ports"]),
        ("1. La Conférence des ports a siégé.\n\n2. Elle a institué un Groupe de liaison.", ["Conférence des ports"]),
        ("La Conférence des ports a siégé.\n\nElle a créé en 2019 un Groupe de liaison.", ["Conférence des ports"]),
        ("1. Kenya acceded in May.\n\n2. It established a Liaison Group.", []),
        ("1. UNODC met the Ports Forum. IOM thanked UNICEF.\n\n2. It established a Liaison Group.", []),
        ("1. Le Comité des ports a siégé.\n\n2. Elle a institué un Groupe de liaison.", []),
    ],
)
def test_a_paragraph_may_begin_with_what_the_one_before_was_about(text: str, founders: list[str]) -> None:
    assert [words for words in said(facts_of("founded", text), "founder") if words != ("",)] == [
        (name,) for name in founders
    ]


MET = "1. Le Comité des ports a tenu sa septième réunion à Libreville les 11 et 12 février 2026.\n\n"


@pytest.mark.parametrize(
    ("text", "present"),
    [
        (MET + "2. Y ont pris part le Kenya et le Togo.", ["Kenya", "Togo"]),
        (MET + "2. Le Kenya et le Togo y ont assisté.", ["Kenya", "Togo"]),
        (
            "The Committee on Ports held its seventh meeting in Rome on 4 May 2026.\n\nKenya and Togo took part in it.",
            ["Kenya", "Togo"],
        ),
        (MET + "2. Le Kenya et le Togo devaient y prendre part.", []),
        (
            MET + "2. Le secrétariat est prêt.\n\n3. Y ont pris part le Kenya et le Togo.",
            [],
        ),
    ],
)
def test_who_took_part_in_the_meeting_of_the_paragraph_before(text: str, present: list[str]) -> None:
    assert said(facts_of("participants", text), "participant") == [(name,) for name in present]


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("Chad, Togo and IOM, which provides the secretariat of the Committee on Ports, met in May.", ["IOM"]),
        ("Le Comité des ports réunit le Tchad, l'OIM et l'UNICEF, qui en assure le secrétariat.", ["UNICEF"]),
        ("Le Tchad, le Togo et l'OIM, qui assure le secrétariat du Comité des ports, ont siégé.", ["IOM"]),
        ("IOM and UNICEF, which provide the secretariat of the Committee on Ports, met in May.", ["IOM", "UNICEF"]),
        ("L'OIM et l'UNICEF, qui assurent le secrétariat du Comité des ports, ont siégé.", ["IOM", "UNICEF"]),
    ],
)
def test_of_a_list_a_singular_relative_describes_the_last(text: str, agents: list[str]) -> None:
    assert said(facts_of("responsibilities", text), "agent") == [(name,) for name in agents]


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("The Council expressed its thanks to UNODC for the manner in which it administers the Harbour Fund.", "UNODC"),
        ("The Commission commends IOM on the efficiency with which it coordinates the Lake Network.", "IOM"),
        ("Le Conseil remercie l'ONUDC de la manière dont il administre le Fonds portuaire.", "UNODC"),
        ("Le Conseil sait gré à l'OIM de l'efficacité avec laquelle elle coordonne le Réseau des lacs.", "IOM"),
        ("UNODC informed IOM of the way in which it administers the Harbour Fund.", "UNODC"),
        ("The Commission has a fund, the Harbour Fund, which it administers.", "Commission"),
    ],
)
def test_for_what_somebody_is_thanked(text: str, agent: str) -> None:
    assert said(facts_of("responsibilities", text), "agent") == [(agent,)]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Le Réseau des ports que préside le Togo a adopté le Plan d'action d'Accra.", "Réseau des ports"),
        ("Le Réseau des ports que préside aujourd'hui le Togo a adopté le Plan d'action d'Accra.", "Réseau des ports"),
        ("Le Réseau des ports dont s'occupe le Togo a adopté le Plan d'action d'Accra.", "Réseau des ports"),
        ("Le Comité, que préside actuellement le Togo, a adopté le Plan d'action d'Accra.", "Comité"),
        ("Le Togo, qui préside le Réseau des ports, a adopté le Plan d'action d'Accra.", "Togo"),
    ],
)
def test_the_verb_behind_an_inverted_relative_is_not_of_its_subject(text: str, body: str) -> None:
    assert said(facts_of("adoptions", text), "body") == [(body,)]


_COUNCIL = "E/RES/2024/21\n\nThe Economic and Social Council,\n\n{},\n\n1. Urges States to act;"
_CONSEIL = "E/RES/2024/21\n\nLe Conseil économique et social,\n\n{},\n\n1. Engage les États à agir ;"


@pytest.mark.parametrize(
    ("text", "others"),
    [
        (_COUNCIL.format('Recalling General Assembly resolution 78/228, entitled "Safe ports", and its own resolution '
                         "2022/14"), ["A/RES/78/228", "E/RES/2022/14"]),
        (_CONSEIL.format("Rappelant la résolution 78/228 de l’Assemblée générale, intitulée « Ports sûrs », et sa "
                         "propre résolution 2022/14"), ["A/RES/78/228", "E/RES/2022/14"]),
        (_COUNCIL.format('Recalling its resolution 2022/14, entitled "Ports", and noting resolution 78/228'),
         ["E/RES/2022/14"]),
    ],
)  # fmt: skip
def test_lists_go_on_behind_a_title(text: str, others: list[str]) -> None:
    found = [fact.roles for fact in facts_of("instrument-links", text) if fact.roles["relation"] == "recalls"]
    assert sorted({one.id for roles in found if isinstance(one := roles["other"], Entity)}) == others


@pytest.mark.parametrize(
    ("head", "name", "later"),
    [
        ("Home > The Network > History", "The Indian Ocean Network against Trafficking", "Kenya chairs the Network."),
        ("Accueil > Le Réseau > Histoire", "Le Réseau parlementaire contre la traite", "Le Kenya préside le Réseau."),
        ("Home > The Network > History", "The Pacific Inter-Agency Network against Fraud", "Kenya chairs the Network."),
    ],
)
def test_a_noun_above_the_text_is_what_is_named_below(head: str, name: str, later: str) -> None:
    seat = "has its seat in Lomé" if head.startswith("Home") else "siège à Lomé"
    text = f"{head}\n\nHistory\n\n{name} {seat}.\n\n{later}\n"
    (fact,) = facts_of("chairs", text)
    assert said([fact], "body") == [(name.removeprefix("The ").removeprefix("Le "),)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("UNICEF launched the Open Roads Alliance in 2012. ILO joined it in 2013.", [("Open Roads Alliance", "ILO")]),
        ("L'UNICEF a lancé l'Alliance des ports en 2012. L'OIT l'a rejointe en 2013.", [("Alliance des ports", "ILO")]),
        ("UNICEF launched the Open Roads Programme in 2012. ILO joined it in 2013.", []),
        (
            "Norway ratified the Smuggling Protocol in 2019. Mauritius is the newest member of the Board of the "
            "Southern Fund, having joined it in 2025.",
            [("Board of the Southern Fund", "Mauritius")],
        ),
    ],
)
def test_what_is_joined(text: str, wanted: list[tuple[str, str]]) -> None:
    assert sorted(set(said(facts_of("members", text), "body", "member"))) == wanted
    assert "Mauritius" not in str(said(facts_of("ratifications", text), "state"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Le Réseau Passerelles a été créé par le HCR en 2024 ; l'OIM en assure la coordination.",
            ["Réseau Passerelles"],
        ),
        ("Le Fonds Rivage, institué par l'ONUDC, est petit ; l'OIM en assure la gestion.", ["Fonds Rivage"]),
        ("Le domaine « Lutte contre la traite » y a été créé par le HCR ; l'OIM en assure la coordination.", []),
        ("Un accueil de nuit y a été ouvert par l'UNICEF ; l'OIM en assure la gestion.", []),
    ],
)
def test_who_did_it_is_not_what_is_acted_on_next(text: str, wanted: list[str]) -> None:
    assert [row[0] for row in said(facts_of("responsibilities", text), "object")] == wanted


@pytest.mark.parametrize(
    ("page", "recipient"),
    [
        ("<p>The Ports Network met in Lima in 2012.</p><h2>Money</h2>", ["Pacific Network against Fraud"]),
        ("<h2>Money</h2>", ["Pacific Network against Fraud"]),
    ],
)
def test_on_the_page_of_an_organisation_the_network_is_its_own(page: str, recipient: list[str]) -> None:
    text = (
        "<html><head><title>About us | PINAHT</title></head><body><main><h1>About us</h1>"
        f"<p>The Pacific Network against Fraud (PINAHT) works in the Pacific.</p><h2>What we do</h2>{page}"
        "<p>The Network received 30,000 euros from Fiji in 2020.</p></main></body></html>"
    )
    facts = [fact for fact in extract(read_bytes(text.encode(), "page.html")).facts if fact.kind == "funding"]
    assert [words for (words,) in said(facts, "recipient")] == recipient


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The fourth session of the Committee of Port Experts (CPE) met in Lima. Kenya chairs the CPE.",
         "Committee of Port Experts"),
        ("La quatrième Conférence ministérielle de la Commission de l'océan Indien (COI) s'est tenue à Lomé en mai "
         "2019. Le Kenya préside la COI.", "Indian Ocean Commission"),
        ("The Director of the Lake Protection Fund (LPF), Ms. Berg, spoke. Kenya chairs the LPF.",
         "Lake Protection Fund"),
    ],
)  # fmt: skip
def test_an_acronym_is_of_the_body_that_the_name_of_its_meeting_ends_with(text: str, body: str) -> None:
    assert said(facts_of("chairs", text), "body") == [(body,)]


def test_the_conference_is_the_one_that_the_title_counts() -> None:
    text = (
        "COMMISSION DE L'OCÉAN INDIEN\n\nQuatrième Conférence ministérielle sur les ports\n\nLomé, 16-18 juin 2025\n\n"
        "COMMUNIQUÉ FINAL\n\n1. La Conférence a créé le Réseau indianocéanien des ports.\n"
    )
    (fact,) = facts_of("founded", text)
    assert isinstance(founder := fact.roles["founder"], Entity)
    assert founder.id.startswith("meeting/Indian_Ocean_Commission/")


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("The Cabinet adopted the National Strategy on Ports 2022-2026 in May 2022. The National Strategy on Ports "
         "implements the Palermo Protocol.", "National Strategy on Ports 2022-2026"),
        ("Le Conseil a adopté le Plan d'action régional 2026-2030. Le Plan d'action régional met en œuvre le Pacte "
         "mondial pour des migrations sûres, ordonnées et régulières.", "Plan d'action régional 2026-2030"),
        ("The Cabinet adopted the National Strategy on Ports 2018-2021 and the National Strategy on Ports 2022-2026. "
         "The National Strategy on Ports implements the Palermo Protocol.", "National Strategy on Ports"),
    ],
)  # fmt: skip
def test_a_plan_may_be_named_without_its_years(text: str, instrument: str) -> None:
    assert said(facts_of("instrument-links", text), "instrument") == [(instrument,)]
