"""Mentions of things that no list knows: where their names begin and end, what they are, and to whom they belong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.document import Document, Language, OffsetMap, Passage, Sentence
from extract.facts import Entity
from extract.mentions.finder import Finder


def _document(*sentences: str, language: Language, symbol: str = "TEST") -> Document:
    text = " ".join(sentences)
    marks, position = [], 0
    for sentence in sentences:
        marks.append(Sentence(position, position + len(sentence), 0))
        position += len(sentence) + 1
    passage = Passage("paragraph", 0, len(text), None, language, None)
    offsets = OffsetMap((0,), (0,))
    return Document(symbol, "t.txt", "text", text, text, offsets, (passage,), tuple(marks), ())


def _found(*sentences: str, language: Language) -> dict[str, Entity]:
    """What the last sentence names: the words of each mention, and its entity."""
    document = _document(*sentences, language=language)
    finder = Finder(document)
    found = [finder.sentence(sentence) for sentence in document.sentences][-1]
    return {document.text[m.start : m.end]: m.data for m in found.named if isinstance(m.data, Entity)}


def _owner(name: str, *sentences: str, language: Language) -> str:
    """The id of the body to which the office or meeting ``name`` of the last sentence belongs."""
    document = _document(*sentences, language=language)
    finder = Finder(document)
    found = [finder.sentence(sentence) for sentence in document.sentences][-1]
    entity = next(m.data for m in found.named if document.text[m.start : m.end] == name)
    assert isinstance(entity, Entity)
    return (finder.organisations | finder.bodies)[entity.id].id


@pytest.mark.parametrize(
    ("sentence", "name", "type_"),
    [
        ("The Joint Panel on Salt Mines met twice.", "Joint Panel on Salt Mines", "Body"),
        ("The Committee on Women, Peace and Harbours met.", "Committee on Women, Peace and Harbours", "Body"),
        ("The Working Group II met in Arusha.", "Working Group II", "Body"),
        ("The Referral Desk at the old crossing is open.", "Referral Desk", "Body"),
        ("The Korean Coast Academy was opened.", "Korean Coast Academy", "Body"),
        ("The Shippers' Voices Network grew.", "Shippers' Voices Network", "Collaboration"),
        ("The Accra Declaration on Crews at Sea was read out.", "Accra Declaration on Crews at Sea", "Declaration"),
        ("The Strategy on Safe Ports 2020–2024 was approved.", "Strategy on Safe Ports 2020–2024", "Plan"),
        ("The Oslo Call to Action for Divers followed.", "Oslo Call to Action for Divers", "Plan"),
        ("The Law No. 28/2015 was amended.", "Law No. 28/2015", "Law"),
        ("The Programme for Victims through Education began.", "Programme for Victims through Education", "Programme"),
        ("The Forum of Coastal Judges in Crisis met.", "Forum of Coastal Judges in Crisis", "Collaboration"),
        (
            "The Ministry of Health, Labour and Social Affairs replied.",
            "Ministry of Health, Labour and Social Affairs",
            "Body",
        ),
        ("The Mission in the Lower Delta Region was closed.", "Mission in the Lower Delta Region", "Body"),
        ("A plan called “A Coast without Chains” was adopted.", "plan called “A Coast without Chains”", "Plan"),
        ("The Asian Divers Trust manages it.", "Asian Divers Trust", "Organization"),
        ("The Casa Mirador hosts them.", "Casa Mirador", "Organization"),
    ],
)
def test_english_names_are_found_whole(sentence: str, name: str, type_: str) -> None:
    found = _found(sentence, language="en")
    if "called" in name:  # in small letters, a plan names nothing of its own
        assert name not in found
        return
    assert found[name].type == type_


@pytest.mark.parametrize(
    ("sentence", "name", "type_"),
    [
        ("Le Comité technique conjoint sur le sel s’est réuni.", "Comité technique conjoint sur le sel", "Body"),
        (
            "Le Mécanisme sur la traite dans le secteur du sel a rendu son avis.",
            "Mécanisme sur la traite dans le secteur du sel",
            "Collaboration",
        ),
        (
            "La Cellule de liaison pour la protection des marins a ouvert.",
            "Cellule de liaison pour la protection des marins",
            "Body",
        ),
        ("Le Fonds d’urgence pour les enfants disparus aide.", "Fonds d’urgence pour les enfants disparus", "Fund"),
        (
            "Les Directives d’Oran sur l’accueil des enfants non accompagnés3 servent.",
            "Directives d’Oran sur l’accueil des enfants non accompagnés",
            "Guideline",
        ),
        ("La Stratégie 2020-2025 du Centre du sel existe.", "Stratégie 2020-2025 du Centre du sel", "Plan"),
        ("La loi no 2015-28 a été modifiée.", "loi no 2015-28", "Law"),
        (
            "Le ministère de la femme, de l’enfance et de la famille répond.",
            "ministère de la femme, de l’enfance et de la famille",
            "Body",
        ),
        ("Le Conseil pour l’enfance en ligne a été créé.", "Conseil pour l’enfance en ligne", "Body"),
        ("Un Comité directeur que préside l’Islande existe.", "Comité directeur", "Body"),
        ("Le Réseau mondial des centres antitraite grandit.", "Réseau mondial des centres antitraite", "Collaboration"),
        (
            "Une stratégie nationale intitulée « Un port sans traite » a été adoptée.",
            "stratégie nationale intitulée « Un port sans traite »",
            "Plan",
        ),
        ("La Brigade de protection des mineurs veille.", "Brigade de protection des mineurs", "Body"),
    ],
)
def test_french_names_are_found_whole(sentence: str, name: str, type_: str) -> None:
    assert _found(sentence, language="fr")[name].type == type_


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("And yet the law matters.", "en"),
        ("The initiative came late and the process stopped.", "en"),
        ("Several committees of experts exist.", "en"),
        ("Organization of the meeting", "en"),
        ("A draft declaration on ports was discussed.", "en"),
        ("Au cours de la période, la traite a augmenté.", "fr"),
        ("Cadre juridique", "fr"),
        ("Il a pris note du projet de code de conduite des marins.", "fr"),
        ("Les principes énoncés et les cours d’eau.", "fr"),
    ],
)
def test_common_nouns_name_nothing(sentence: str, language: Language) -> None:
    assert _found(sentence, language=language) == {}


def test_the_name_ends_before_a_verb_a_place_and_another_thing() -> None:
    found = _found("The Code on Rescued Persons by the Contact Group was read in Geneva.", language="en")
    assert {"Code on Rescued Persons", "Contact Group", "Geneva"} <= set(found)
    found = _found("La présidence du Conseil des mines et celle du Comité des experts ont changé.", language="fr")
    assert {"Conseil des mines", "Comité des experts"} <= set(found)


@pytest.mark.parametrize(
    ("name", "sentence", "language", "owner"),
    [
        (
            "Director of the Centre for Salt Evidence",
            "Eun-ji Shin, Director of the Centre for Salt Evidence.",
            "en",
            "body/centre-for-salt-evidence",
        ),
        (
            "Head of the UNODC Country Office",
            "Head of the UNODC Country Office, Ana Li.",
            "en",
            "body/unodc-country-office",
        ),
        (
            "Permanent Representative of Zambia to the United Nations",
            "The Permanent Representative of Zambia to the United Nations spoke.",
            "en",
            "Zambia",
        ),
        (
            "Directrice de l’Agence insulaire de sûreté",
            "Mme Sané, Directrice de l’Agence insulaire de sûreté.",
            "fr",
            "body/agence-insulaire-de-surete",
        ),
        ("Ministre de la justice du Togo", "M. Kossi, Ministre de la justice du Togo, est venu.", "fr", "Togo"),
    ],
)
def test_an_office_belongs_to_the_body_in_its_name(name: str, sentence: str, language: Language, owner: str) -> None:
    assert _owner(name, sentence, language=language) == owner


def test_an_office_of_the_secretary_general_has_no_body_of_its_own() -> None:
    name = "Special Representative of the Secretary-General for the Lower Delta Region"
    document = _document(f"The {name} spoke.", language="en")
    finder = Finder(document)
    entities = [m.data for m in finder.sentence(document.sentences[0]).named]
    assert [e.labels[0][1] for e in entities if isinstance(e, Entity)] == [name]
    assert finder.organisations == {}


@pytest.mark.parametrize(
    ("name", "sentences", "language"),
    [
        ("third summit", ["The Salt Forum is old.", "The Salt Forum’s third summit took place in Oslo."], "en"),
        ("eighth ordinary session", ["The Salt Forum adopted the text at its eighth ordinary session."], "en"),
        ("first meeting", ["The Salt Forum began.", "It held its first meeting in Oslo."], "en"),
        ("deuxième réunion", ["À sa deuxième réunion, le Forum du sel a choisi."], "fr"),
        ("neuvième session", ["Forum du sel : neuvième session, Oslo, 24 juin 2019."], "fr"),
    ],
)
def test_a_meeting_belongs_to_the_body_that_is_spoken_of(name: str, sentences: list[str], language: Language) -> None:
    assert _owner(name, *sentences, language=language).removeprefix("collaboration/") in ("salt-forum", "forum-du-sel")


def test_the_council_of_a_body_meets_and_not_the_body() -> None:
    sentence = "The Council of Ministers of ECOWAS decided so at its eightieth ordinary session."
    assert _owner("eightieth ordinary session", sentence, language="en") == "body/council-of-ministers-of-ecowas"


def test_the_owner_gives_its_board_a_name() -> None:
    found = _found("The Lotus Salt Fund exists.", "She chaired the Fund's Board of Trustees.", language="en")
    assert found["Board of Trustees"].labels[0] == ("en", "Board of Trustees of the Lotus Salt Fund")
    assert found["Fund"].id == "fund/lotus-salt-fund"


@pytest.mark.parametrize(
    ("first", "second", "short", "language"),
    [
        ("The Joint Panel on Salt (the Panel) met.", "The Panel agreed.", "Panel", "en"),
        ("The Joint Panel on Salt (hereinafter “the Salt Panel”) met.", "The Salt Panel agreed.", "Salt Panel", "en"),
        ("The Joint Panel on Salt (JPS) met.", "JPS agreed.", "JPS", "en"),
        ("The Joint Panel on Salt met.", "The new Panel agreed.", "Panel", "en"),
        ("Le Groupe conjoint du sel (ci-après dénommé « le Groupe ») agit.", "Le Groupe a fini.", "Groupe", "fr"),
        ("La Cellule conjointe du sel (CCS) agit.", "La nouvelle cellule a fini.", "nouvelle cellule", "fr"),
    ],
)
def test_short_forms_stand_for_what_was_named(first: str, second: str, short: str, language: Language) -> None:
    whole = next(iter(_found(first, language=language).values()))
    assert _found(first, second, language=language)[short].id == whole.id


def test_an_alias_belongs_to_what_bears_its_noun() -> None:
    first = "It created a Panel on Salt, to read reports of ECOWAS (hereinafter “the Panel”)."
    assert _found(first, "The Panel agreed.", language="en")["Panel"].id == "body/panel-on-salt"


def test_what_the_document_speaks_of_most_is_not_given_up_for_a_rival() -> None:
    first = "The Salt Fund grew, the Salt Fund paid, the Salt Fund closed."
    assert _found(first, "The Tin Fund is small.", language="en")["Tin Fund"].id == "fund/tin-fund"
    found = _found("The Salt Fund and the Tin Fund are at odds.", "The Fund paid.", language="en")
    assert "Fund" not in found


def test_the_office_of_another_body_is_not_that_of_the_united_nations() -> None:
    found = _found("The Secretary-General of ECOWAS spoke.", language="en")
    assert all(entity.id != "Secretary_General" for entity in found.values())
    found = _found("The Deputy Executive Director of UNODC spoke.", language="en")
    assert found["Deputy Executive Director of UNODC"].labels[0] == ("en", "Deputy Executive Director")
    found = _found("The Commission on Human Rights of the Philippines spoke.", language="en")
    assert found["Commission on Human Rights of the Philippines"].type == "Body"


@pytest.mark.parametrize(
    ("sentence", "name", "language"),
    [
        ("Ms. Mary O'Brien-Kelly (Ireland) spoke.", "Mary O'Brien-Kelly", "en"),
        ("H.E. Mr. José Luis García Márquez spoke.", "José Luis García Márquez", "en"),
        ("Colonel Peter Banda acts as its Executive Secretary.", "Peter Banda", "en"),
        ("It was chaired by J. R. van der Berg in 2019.", "J. R. van der Berg", "en"),
        ("The Chair, Nguyen THI Hoa, opened it.", "Nguyen THI Hoa", "en"),
        ("Mme Awa Dieng-Faurel2 est venue.", "Awa Dieng-Faurel", "fr"),
        ("Son Excellence M. Jean-Pierre N’Diaye est venu.", "Jean-Pierre N’Diaye", "fr"),
        ("Elle est dirigée par le commissaire Wilfredo Pacheco-Luna.", "Wilfredo Pacheco-Luna", "fr"),
    ],
)
def test_people(sentence: str, name: str, language: Language) -> None:
    people = [entity for entity in _found(sentence, language=language).values() if entity.type == "Person"]
    assert [person.labels[0][1] for person in people] == [name]


def test_a_surname_alone_is_the_person_named_before() -> None:
    found = _found("Ms. Funmi Adebayo spoke.", "Ms. Adebayo left.", language="en")
    assert found["Ms. Adebayo"].id == "person/funmi-adebayo"


@pytest.mark.parametrize("sentence", ["ANNUAL REPORT OF THE DIRECTOR", "The Chair of the Working Group spoke."])
def test_headings_and_bodies_are_no_people(sentence: str) -> None:
    assert all(entity.type != "Person" for entity in _found(sentence, language="en").values())


@pytest.mark.parametrize(
    ("sentence", "name", "language"),
    [
        ("The summit took place in Mzuzuville on 21 August 2017.", "Mzuzuville", "en"),
        ("Il s’est réuni à Bergueville (Norvège) du 3 au 5 février 2020.", "Bergueville", "fr"),
    ],
)
def test_places_that_no_list_knows(sentence: str, name: str, language: Language) -> None:
    assert _found(sentence, language=language)[name].type == "City"


@pytest.mark.parametrize(
    ("line", "name", "language"),
    [
        ("GROUPE DE TRAVAIL INTERINSTITUTIONS SUR LES MOUVEMENTS MIXTES (GTIM) – DJIBOUTI", "MIXTES", "fr"),
        ("COMITÉ NATIONAL DE LUTTE CONTRE LA TRAITE DES PERSONNES", "PERSONNES", "fr"),
        ("NATIONAL COMMITTEE AGAINST TRAFFICKING IN PERSONS", "PERSONS", "en"),
    ],
)
def test_names_in_capitals_are_found_whole(line: str, name: str, language: Language) -> None:
    assert [found for found in _found(line, language=language) if found.endswith(name)]


@pytest.mark.parametrize(
    ("title", "name", "language"),
    [
        ("APIA PLAN OF ACTION against Trafficking in the Western Indian Ocean, 2024", "Ocean", "en"),
        ("Feuille de route d'Apia pour des ports sans traite, adoptée à Apia", "sans traite", "fr"),
        ("OTAGO ROAD MAP AGAINST TRAFFICKING adopted in Otago", "TRAFFICKING", "en"),
    ],
)
def test_the_title_is_the_name_of_the_plan(title: str, name: str, language: Language) -> None:
    document = _document(title, language=language)
    document = replace(document, passages=(replace(document.passages[0], kind="title"),))
    first = Finder(document).sentence(document.sentences[0]).named[0]
    assert (first.start, title[: first.end].endswith(name)) == (0, True)
