"""The same facts in other ordinary wordings: each sentence gives just these facts of the kind."""

# ruff: noqa: E501 - each sentence with what it tells stands on one line
from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

Told = list[tuple[str, ...]]

COURSES: list[tuple[str, Told]] = [
    ("Some 260 labour inspectors attended courses at the Escuela Federal de Inspección in 2018.", [("260", "Escuela Federal de Inspección")]),
    ("In 2018, 60 judges completed a course on trafficking at the National Police Academy.", [("60", "National Police Academy")]),
    ("In 2010, 48 judges completed the course on shelters of the Judicial Training Institute.", [("48", "Judicial Training Institute")]),
    ("In 2010, 48 cadets graduated from the course of the Gendarmerie School of Fez.", [("48", "Gendarmerie School of Fez")]),
    ("Stichting Tolkbrug trained 37 interpreters in 2019.", [("37", "Stichting Tolkbrug")]),
    ("Since 2019 Sauti ya Wanawake has trained 60 nurses.", [("60", "Sauti ya Wanawake")]),
    ("In 2018, 60 judges attended a workshop at the Ministry of Justice.", [("60", "")]),
    ("In 2018, 60 judges attended a workshop on trafficking in Kenya.", [("60", "")]),
    ("Jane Roe trained 45 judges in Lima.", [("45", "")]),
    ("En 2018, 60 juges ont suivi des cours à l'Académie nationale de police.", [("60", "Académie nationale de police")]),
    ("En 2019, 60 juges ont suivi le cours de l'Institut national de formation judiciaire.", [("60", "Institut national de formation judiciaire")]),
    ("En 2019, Sauti ya Wanawake a formé 60 infirmières.", [("60", "Sauti ya Wanawake")]),
    ("En 2018, 60 juges ont suivi une formation à l'invitation de la Commission nationale.", [("60", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), COURSES)
def test_whose_course_it_was(text: str, told: Told) -> None:
    assert said(facts_of("training", text), "number", "agent") == told


MEETINGS: list[tuple[str, Told]] = [
    (
        "The first and second meetings of the Steering Committee were held in Vienna in May 2009 and in Geneva in April 2010, respectively.",
        [("first meeting of the Steering Committee", "Vienna", "2009-05"), ("second meeting of the Steering Committee", "Geneva", "2010-04")],
    ),
    (
        "Les première et deuxième réunions du Comité directeur se sont tenues respectivement à Dakar (mars 2018) et à Bamako (mai 2018).",
        [("deuxième réunion du Comité directeur", "Bamako", "2018-05"), ("première réunion du Comité directeur", "Dakar", "2018-03")],
    ),
    (
        "The first and second meetings of the Steering Committee were held in Vienna and Geneva in 2019, respectively.",
        [("first meeting of the Steering Committee", "Vienna", "2019"), ("second meeting of the Steering Committee", "Geneva", "2019")],
    ),
    (
        "The first and second meetings of the Steering Committee were held in Vienna on 3 May 2019.",
        [("first meeting of the Steering Committee", "Vienna", "2019-05-03"), ("second meeting of the Steering Committee", "Vienna", "2019-05-03")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), MEETINGS)
def test_each_of_several_meetings_has_its_place_and_date(text: str, told: Told) -> None:
    assert said(facts_of("meetings", text), "meeting", "place", "start") == told


NAMESAKES = [
    ("Mali acceded to the Palermo Convention on Displaced Herders in 2014.", "Palermo Convention on Displaced Herders"),
    ("Mali acceded to the Kampala Convention on Displaced Herders in 2014.", "Kampala Convention on Displaced Herders"),
    ("Mali ratified the Istanbul Convention on Preventing Violence against Women in 2014.", "Istanbul Convention"),
    ("Mali ratified the Kampala Convention on Human Rights Day 2014.", "Kampala Convention"),
    (
        "Le Mali a ratifié la Convention de Kampala sur les bergers déplacés en 2014.",
        "Convention de Kampala sur les bergers déplacés",
    ),
    ("Le Mali a ratifié la Convention de Kampala sur les personnes déplacées en 2014.", "Kampala Convention"),
    ("Le Mali a ratifié la Convention de Kampala sur la recommandation de l'Assemblée en 2014.", "Kampala Convention"),
]


@pytest.mark.parametrize(("text", "treaty"), NAMESAKES)
def test_another_treaty_of_the_same_town(text: str, treaty: str) -> None:
    assert said(facts_of("ratifications", text), "instrument") in ([(treaty,)], [(f"Council of Europe {treaty}",)])


ACTS = [
    ("The Criminal Law (Amendment) Act, 2013, amended the Indian Penal Code.", "Criminal Law (Amendment) Act, 2013"),
    ("The Penal Code (Special Provisions) Act 2019 amended the Indian Penal Code.", "Penal Code (Special Provisions) Act 2019"),
    ("The Immigration Law, 2013 (Official Gazette), amended the Indian Penal Code.", "Immigration Law, 2013"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "law"), ACTS)
def test_the_name_of_an_act_holds_brackets(text: str, law: str) -> None:
    assert said(facts_of("instrument-links", text), "instrument", "relation") == [(law, "amends")]


RECEIPTS: list[tuple[str, Told]] = [
    ("Reçu de la Loterie nationale belge, le 17 octobre 2021, la somme de 62 000 euros au profit de l'UNICEF.", [("Loterie nationale belge", "UNICEF")]),
    ("Received from the National Lottery of Belgium, on 17 October 2021, the sum of 62,000 euros for the Casa Abierta.", [("National Lottery of Belgium", "Casa Abierta")]),
    ("Signalons l'apport de la Norvège (1,75 million d'euros) et celui de Monaco (90 000 euros).", [("Monaco", ""), ("Norway", "")]),
    ("The report notes a contribution from Norway (1.75 million euros) and one from Monaco (90,000 euros).", [("Monaco", ""), ("Norway", "")]),
    ("Norway presented the Dawn Fund with 410,000 euros in December 2009.", [("Norway", "Dawn Fund")]),
    ("Norway provided UNODC with 2 million euros in 2019.", [("Norway", "UNODC")]),
    ("The Minister presented the report on 410,000 euros of losses to the Dawn Fund.", []),
    ("Norway credited the Dawn Fund with saving 410,000 euros.", []),
    ("The sum of 900,000 euros was remitted by Norway to UNICEF on 30 June 2014.", [("Norway", "UNICEF")]),
    ("The 5.5 million rand received by the Soweto Exit Fund in 2015 came from Nedlaw Attorneys.", [("Nedlaw Attorneys", "Soweto Exit Fund")]),
    ("La Norvège lui ayant versé 400 000 dollars en 2019, l'Institut Toussaint a clos son exercice sans déficit.", [("Norway", "Institut Toussaint")]),
    ("Grâce au Japon, qui lui a fait don de dix mille euros, le foyer Sainte-Joséphine a pu rouvrir ses portes.", [("Japan", "foyer Sainte-Joséphine")]),
    ("Le Japon lui a versé 400 000 dollars en 2019, ce dont l'UNICEF se félicite.", [("Japan", "")]),
    ("Le don d'un million de yens fait en 2012 par la Fondation Kodai au Réseau asiatique a été salué.", [("Fondation Kodai", "Réseau asiatique")]),
    ("L'UNICEF s'est vu attribuer par le Fonds Zuhura 30 000 dollars en 2019.", [("Fonds Zuhura", "UNICEF")]),
    ("L'UNICEF s'est vu accorder une subvention de 30 000 dollars par le Fonds Zuhura.", [("Fonds Zuhura", "UNICEF")]),
    ("L'UNICEF s'est vu octroyer 30 000 dollars en 2019.", [("", "UNICEF")]),
    ("L'UNICEF a octroyé 30 000 dollars en 2019.", [("UNICEF", "")]),
    ("L'UNICEF ne s'est pas vu octroyer 30 000 dollars en 2019.", []),
    ("Reçue de la Norvège, la somme de 62 000 euros a été versée à l'UNICEF.", [("", "UNICEF")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), RECEIPTS)
def test_who_paid_and_to_whom(text: str, told: Told) -> None:
    assert said(facts_of("funding", text), "donor", "recipient") == told


FOUNDED: list[tuple[str, Told]] = [
    ("Article 21 of the Treaty of Nouadhibou created a Permanent Bureau and a Claims Chamber.", [("Claims Chamber", "", "Treaty of Nouadhibou", ""), ("Permanent Bureau", "", "Treaty of Nouadhibou", "")]),
    ("Paragraph 5 of resolution 72/195 established the Board of Trustees.", [("Board of Trustees", "", "A/RES/72/195", "")]),
    ("L'article 21 de la Convention de Kampala crée un Comité des plaintes.", [("Comité des plaintes", "", "Kampala Convention", "")]),
    ("Article 21 of the draft Treaty of Nouadhibou would create a Permanent Bureau.", []),
    ("Article 21 of the Treaty of Nouadhibou does not create a Permanent Bureau.", []),
    ("Kenya and Uganda joined forces in 2010 to form the Lakes Task Force.", [("Lakes Task Force", "Kenya", "", "2010"), ("Lakes Task Force", "Uganda", "", "2010")]),
    ("Kenya teamed up with UNICEF to establish the Lakes Task Force in 2010.", [("Lakes Task Force", "Kenya", "", "2010")]),
    ("L'UNICEF et l'OIM ont uni leurs forces pour fonder, en février 2020, l'Observatoire du Sahel.", [("Observatoire du Sahel", "IOM", "", "2020-02"), ("Observatoire du Sahel", "UNICEF", "", "2020-02")]),
    ("L'UNICEF et l'OIM se sont associés en 2020 pour créer le Réseau du Sahel.", [("Réseau du Sahel", "IOM", "", "2020"), ("Réseau du Sahel", "UNICEF", "", "2020")]),
    ("The report of the Permanent Bureau dates from 2014.", []),
    ("The data of the Permanent Bureau date from 2014.", []),
    ("The Permanent Bureau's website dates from 2014.", []),
    ("Kenya and Uganda should join forces to form the Lakes Task Force.", []),
    ("Kenya and Uganda refused to join forces to form the Lakes Task Force.", []),
    ("Le Kenya et l'Ouganda sont invités à s'associer pour créer le Réseau des lacs.", []),
    ("Le Kenya et l'Ouganda n'ont pas uni leurs forces pour fonder le Réseau des lacs.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), FOUNDED)
def test_founded_by_an_article_and_by_those_who_unite(text: str, told: Told) -> None:
    assert said(facts_of("founded", text), "thing", "founder", "instrument", "date") == told


IN_CHARGE: list[tuple[str, Told]] = [
    ("La Division des statistiques a la garde de la base de données nationale, et le Commissariat au genre en assume la direction.", [("Division des statistiques", "guards", "base de données nationale")]),
    ("UNODC noted that the trust fund was small: the Bureau of Partnerships administers it.", [("Bureau of Partnerships", "administers", "trust fund")]),
    ("The Joint Inspection Unit observes that the fund has two masters: the Bureau of Partnerships administers it.", []),
    ("UNODC set up the Dawn Fund in 2010: the Bureau of Partnerships administers it.", [("Bureau of Partnerships", "administers", "Dawn Fund")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), IN_CHARGE)
def test_what_is_not_in_anybodys_charge(text: str, told: Told) -> None:
    assert said(facts_of("responsibilities", text), "agent", "role", "object") == told


ADOPTED: list[tuple[str, Told]] = [
    ("Mali adopted the Mining Charter in 2018 and, in 2020, the National Strategy against Trafficking.", [("Mali", "Mining Charter", "2018"), ("Mali", "National Strategy against Trafficking", "2020")]),
    ("The State party adopted Act No. 27/2018 on free zones and, in 2020, the National Action Plan.", [("", "National Action Plan", "2020")]),
    ("Le Mali a adopté la Charte des mines en 2018 et en 2020 la Stratégie nationale contre la traite.", [("Mali", "Charte des mines", "2018"), ("Mali", "Stratégie nationale contre la traite", "2020")]),
    ("Mali adopted the Mining Charter in 2018 and, in 2020, the Committee resigned.", [("Mali", "Mining Charter", "2018")]),
    ("Mali adopted the Mining Charter in 2018 and, in 2020, the National Strategy was withdrawn.", [("Mali", "Mining Charter", "2018")]),
    ("The Knesset's enactment in 2006 of the Human Commerce Law changed much.", [("Knesset", "Human Commerce Law", "2006")]),
    ("The General Assembly's adoption of the Nairobi Declaration in 2006 changed much.", [("General Assembly", "Nairobi Declaration", "2006")]),
    ("The General Assembly's draft of the Nairobi Declaration in 2006 changed much.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), ADOPTED)
def test_adopted_later_and_by_whose_act(text: str, told: Told) -> None:
    assert said(facts_of("adoptions", text), "body", "instrument", "date") == told


BOUND: list[tuple[str, Told]] = [
    ("La République de Corée a apposé sa signature au bas du Protocole de Palerme le 12 décembre 2000.", [("Republic of Korea", "Palermo Protocol", "signature", "2000-12-12")]),
    ("The accession of Eswatini to the Palermo Protocol dates from 2014.", [("Eswatini", "Palermo Protocol", "accession", "2014")]),
    ("Mali's ratification of the Palermo Protocol dates back to 2004.", [("Mali", "Palermo Protocol", "ratification", "2004")]),
    ("The proposed accession of Eswatini to the Palermo Protocol dates from 2014.", []),
    ("Mali ratified the Palermo Protocol in 2004 and, in 2010, the Kampala Convention.", [("Mali", "Kampala Convention", "ratification", "2010"), ("Mali", "Palermo Protocol", "ratification", "2004")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), BOUND)
def test_signed_and_ratified_later(text: str, told: Told) -> None:
    assert said(facts_of("ratifications", text), "state", "instrument", "manner", "date") == told


def test_the_months_of_a_table_are_when_its_meetings_were() -> None:
    table = "Month\tMeeting\tCity\nMay 2012\tCongress of Interpreters\tUtrecht\nJune 2012\tSummit of Hotels\tCartagena"
    told = [("Congress of Interpreters", "Utrecht", "2012-05"), ("Summit of Hotels", "Cartagena", "2012-06")]
    assert said(facts_of("meetings", table), "meeting", "place", "start") == told


@pytest.mark.parametrize(
    "lines",
    [
        ("Project title: Safe Roads", "Implementing agency: Defensoría de los Pueblos", "Partners: La Strada"),
        ("Titre du projet : Safe Roads", "Chef de file : Defensoría de los Pueblos", "Partenaires : La Strada"),
        ("Nom du projet : Safe Roads", "Agence d'exécution : Defensoría de los Pueblos", "Partenaires : La Strada"),
    ],
)
def test_a_label_tells_the_language_of_its_line(lines: tuple[str, ...]) -> None:
    told = said(facts_of("programmes", "\n".join(lines)), "programme", "lead", "partner")
    assert told == [("Safe Roads", "", "La Strada"), ("Safe Roads", "Defensoría de los Pueblos", "")]


PROGRAMMES: list[tuple[str, Told]] = [
    ("Under Dignity at Sea, an initiative of the Seafarers Council, chaplains visit crews.", [("Dignity at Sea", "Seafarers Council", "")]),
    ("Le projet Bayt al-Amal, mené par l'UNICEF, touche à son terme.", [("Bayt al-Amal", "UNICEF", "")]),
    ("Le programme Route sûre (Chypre, Malte), mené par l'UNICEF, est un succès.", [("Route sûre", "", "Cyprus"), ("Route sûre", "", "Malta"), ("Route sûre", "UNICEF", "")]),
    ("The Safe Roads programme (Kenya and Uganda), run by UNICEF, is a success.", [("Safe Roads", "", "Kenya"), ("Safe Roads", "", "Uganda"), ("Safe Roads", "UNICEF", "")]),
    ("The Safe Roads programme (funded by Norway), run by UNICEF, is a success.", [("Safe Roads", "UNICEF", "")]),
    ("The Safe Roads programme (not yet Kenya), run by UNICEF, is a success.", [("Safe Roads", "UNICEF", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), PROGRAMMES)
def test_programmes_with_their_countries_in_brackets(text: str, told: Told) -> None:
    assert said(facts_of("programmes", text), "programme", "lead", "country") == told


WORKS: list[tuple[str, Told]] = [
    ("Sous le titre Les invisibles du cacao, l'UNICEF a fait paraître en avril 2019 une étude consacrée aux enfants.", [("Les invisibles du cacao", "UNICEF", "2019-04")]),
    ("Sous le titre « Les invisibles du cacao », l'UNICEF a publié en 2019 une étude sur les enfants.", [("Les invisibles du cacao", "UNICEF", "2019")]),
    ("Under the title Hidden Chains, the Asian Press Guild published a study of domestic work in 2018.", [("Hidden Chains", "Asian Press Guild", "2018")]),
    ("Under the title of the Act, UNODC published a study of domestic work in 2018.", [("study of domestic work", "UNODC", "2018")]),
    ("Hidden Chains is a study that UNODC released in April 2015.", [("Hidden Chains", "UNODC", "2015-04")]),
    ("« Les invisibles du cacao » est une étude que l'UNICEF a publiée en 2019.", [("Les invisibles du cacao", "UNICEF", "2019")]),
    ("Kenya is the author of a report published by UNODC in 2015.", []),
    ("The Asian Press Guild is a study group that published a report in 2015.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), WORKS)
def test_titles_that_open_the_sentence(text: str, told: Told) -> None:
    assert said(facts_of("publications", text), "title", "publisher", "date") == told


NAMES = [
    ("founded", "Le Comité sur la main-d'œuvre migrante a été créé en 2019.", "thing", "Comité sur la main-d'œuvre migrante"),
    ("founded", "Le Comité de la Côte-d’Or contre la traite a été créé en 2019.", "thing", "Comité de la Côte-d’Or contre la traite"),
    ("founded", "Le Comité a été créé pour la main-d'œuvre en 2019.", "thing", "Comité"),
    ("requests", "L'Union interparlementaire des Caraïbes demande aux États d'agir.", "issuer", "Union interparlementaire des Caraïbes"),
    ("requests", "The Inter-Parliamentary Union of the Caribbean asks States to act.", "issuer", "Inter-Parliamentary Union of the Caribbean"),
    ("requests", "L'Union interparlementaire demande aux États des Caraïbes d'agir.", "issuer", "IPU"),
    ("offices", "Monsignor Pietro Caldwell, Director of the Sea Institute, spoke.", "person", "Pietro Caldwell"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "column", "name"), NAMES)
def test_names_are_whole(kind: str, text: str, column: str, name: str) -> None:
    assert said(facts_of(kind, text), column) == [(name,)]


ASKED: list[tuple[str, Told]] = [
    ("L'Assemblée demande aux États d'abolir la prescription et, à l'ONUDC, de former des juges.", [("States", "abolir la prescription"), ("UNODC", "former des juges")]),
    ("L'Assemblée demande aux États d'abolir la prescription et à l'ONUDC de former des juges.", [("States", "abolir la prescription"), ("UNODC", "former des juges")]),
    ("L'Assemblée demande aux États d'agir et, avec l'ONUDC, de former des juges.", [("States", "agir et, avec l'ONUDC, de former des juges")]),
    ("L'Assemblée demande aux États d'agir et, à la demande de l'ONUDC, de former des juges.", [("States", "agir et, à la demande de l'ONUDC, de former des juges")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), ASKED)
def test_who_else_is_asked_between_commas(text: str, told: Told) -> None:
    assert said(facts_of("requests", text), "addressee", "action") == told


LISTS: list[tuple[str, Told]] = [
    ("Twelve States joined the Alliance, including Fiji and Japan, and Peru ratified the Palermo Protocol in 2002.", [("Peru",)]),
    ("The Board consists of Sweden, Kenya and Georgia, and Peru ratified the Palermo Protocol in 2002.", [("Peru",)]),
    ("The meeting was attended by Ghana and Togo, and Peru and Chile ratified the Palermo Protocol in 2002.", [("Chile",), ("Peru",)]),
    ("Sweden, Kenya, and Peru ratified the Palermo Protocol in 2002.", [("Kenya",), ("Peru",), ("Sweden",)]),
    ("Douze États y siègent, dont les Fidji et le Japon, et le Pérou a ratifié le Protocole de Palerme en 2002.", [("Peru",)]),
    ("La Suède et le Kenya, ainsi que le Pérou, ont ratifié le Protocole de Palerme en 2002.", [("Kenya",), ("Peru",), ("Sweden",)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), LISTS)
def test_a_list_that_has_ended_is_no_subject_of_the_next_clause(text: str, told: Told) -> None:
    assert said(facts_of("ratifications", text), "state") == told


NAMED: list[tuple[str, str]] = [
    ("UNODC set up a Contact Group on Trafficking in Humanitarian Settings in 2020.", "Contact Group on Trafficking in Humanitarian Settings"),
    ("UNODC set up a Panel on Smuggling in Conflict Zones in 2020.", "Panel on Smuggling in Conflict Zones"),
    ("The Act created the Department of Victim Support within the Ministry of Justice in 2020.", "Department of Victim Support"),
    ("The Act created the Section on Fraud within UNODC in 2020.", "Section on Fraud"),
    ("UNODC set up the Forum of Judges in Buenos Aires in 2020.", "Forum of Judges"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_how_far_a_name_reaches(text: str, name: str) -> None:
    assert said(facts_of("founded", text), "thing", "date") == [(name, "2020")]


def test_a_meeting_is_named_by_the_area_that_it_is_about_and_held_elsewhere() -> None:
    text = "The High-level Conference on Abductions in the Arun Basin was held in Nairobi on 4 December 2025."
    name = "High-level Conference on Abductions in the Arun Basin"
    assert said(facts_of("meetings", text), "meeting", "place") == [(name, "Nairobi")]
