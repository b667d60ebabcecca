"""How far French names reach: adjectives by their form, participles, bare nouns, names behind nouns, brackets."""

from __future__ import annotations

import pytest

from extract.pipeline import extract
from extract.readers import read_bytes

_BEFORE = {"fr": "Rapport sur la région.\n\n", "en": "Report on the region.\n\n"}

WHOLE = [
    "Le [Fonds pour la réparation due aux victimes du naufrage] a écrit.",
    "Le [Comité de suivi des soins dus aux rescapés] a siégé.",
    "Les [Directives de Dakar sur l’inspection des conditions de travail à bord des navires de pêche] s'appliquent.",
    "L'opération Tabasamu a été coordonnée par la [Police nationale congolaise] à Kolwezi.",
    "L'OIM a alloué 150 000 dirhams à l'[Association Bayti] pour l'hébergement des mineurs.",
    "Le [Comité valaisan contre le travail forcé] a siégé.",
    "Décide de créer un [Groupe d'experts sur le travail viticole saisonnier], composé d'experts.",
    "La [Stratégie 2040 pour le littoral de Sicile bleu] est adoptée.",
    "L'[Accord de Nadi sur le logement subventionné des pêcheurs migrants] est en vigueur.",
    "La [Convention de Dakar sur le travail dissimulé] a été adoptée.",
    "L'[Ligue internationale des quais et phares] a écrit.",
    "La [Conférence des chefs des organismes et organisations du Groupe d'action] s'est tenue.",
    "La [réunion des chefs des organismes], et les organisations du Groupe, ont écrit.",
    "Le [Forum des maires et présidents de région] s'est réuni.",
    "Le [Fonds pour les victimes et survivants de la traite] a été créé par le Japon.",
    "La [Fédération mondiale de handball association] a écrit.",
    "Le [réseau Marika Afrique] a lancé une campagne.",
    "L'[ONG Kono Mali] a formé 30 juges en 2022.",
    "La [ligne d'assistance Entraide 4044] a été lancée en 2020.",
    "L'[Ambassade du Danemark au Kenya] a écrit.",
    "Le [Bureau de l'UNICEF en Zambie] a écrit.",
    "Le [Secrétariat général de la Commission de l'océan Indien] a écrit.",
    "Le [Collectif « Ensemble pour les saisonniers »] a été créé en 2011.",
    "L'[association arménienne Luys Tun] a écrit.",
    "Une [table ronde d'experts sur le servage dans les rizières] s'est tenue à Katmandou le 14 mars 2024.",
    "Le [Mécanisme de veille sur la traite après les séismes] (ci-après « le Mécanisme ») a été créé en 2020.",
    "Le [Réseau des juges contre la traite lors des crises] (RJTC) a été créé en 2020.",
    "Les [deuxièmes Assises de la marée] se sont tenues à Conakry le 4 mai 2022.",
    "Le [Bureau régional de l'Organisation internationale du Travail (OIT) pour l'Afrique] a écrit.",
    "L'[ONG Terre vive] a écrit.",
    "La [ligne d'écoute 116-Espoir] répond en russe.",
    "La [Cellule togolaise de veille aux frontières] est née en 2011.",
    "L'[Ambassade de Malte à Nicosie] a écrit.",
    "Une table ronde a réuni l'OIM, [Vodacom Ghana] et le HCR.",
    "L'[Association des femmes juges du Togo] a écrit.",
    "Le [Réseau de femmes magistrates] a écrit.",
    "Le [Réseau ouest-africain des unités anti-traite] a écrit.",
    "Le [Groupe de travail sur l'exploitation facilitée par les technologies] a été créé en 2022.",
    "L'[Union des jeunes guides du Mali] a été créée en 2018.",
    "La [Déclaration de Moroni sur le travail décent en mer] a été adoptée.",
    "La [Charte de Ségou sur la pêche durable et le travail digne] a été adoptée.",
    "La [Déclaration sur les principes relatifs aux victimes] a été adoptée.",
    "Le [Comité de pilotage de « Routes protégées »] s'est réuni.",
    "Le [groupe de travail de « Mer sûre »] s'est réuni.",
]
CUT = [
    "Le [Fonds pour la lutte contre la traite] soutenu par la Suisse a été créé en 2012.",
    "Le [Groupe de travail sur l'exploitation] créé par les ministres compte neuf membres.",
    "Le [Bureau de l'Organisation internationale du Travail] (OIT) pour présenter le rapport a écrit.",
    "Le [Comité sur la traite] créé par la CEDEAO en 2012 compte 15 membres.",
    "Le [Protocole sur les ports] adopté à Lima en 2012 est en vigueur.",
    "Le [Groupe d'experts] désignés par le Président a remis son rapport.",
    "L'[Alliance des femmes rurales] réunissent des pays.",
    "Le [Comité directeur] étudie « Mer sûre ».",
    "Le [Comité directeur] a tenu hier sa deuxième réunion.",
    "L'[Agence royale d'inspection] dans le district de Takeo a libéré 30 personnes.",
    "Le [Comité contre la traite], après les consultations (CAT), a écrit.",
    "Le [Plan d'action sur la traite] révisé a été adopté le 3 mai 2018.",
    "Un atelier sur la traite a réuni hier le [Conseil des ports] et examine ses suites.",
    "Le [programme Timoun lib] s'adresse aux enfants placés en Haïti.",
    "La Suède a versé 3 millions d'euros au [programme Timoun lib].",
    "Le [projet Kono] via Dakar ne s'adresse à personne.",
]


def _named(marked: str, language: str) -> tuple[str, set[str]]:
    name = marked[marked.index("[") + 1 : marked.index("]")]
    text = _BEFORE[language] + marked.replace("[", "").replace("]", "") + "\n"
    document = read_bytes(text.encode(), "text.txt")
    return name, {document.text[one.start : one.end] for one in extract(document).mentions}


@pytest.mark.parametrize("marked", [*WHOLE, *CUT])
def test_a_french_name_is_one_mention(marked: str) -> None:
    name, found = _named(marked, "fr")
    assert name in found


@pytest.mark.parametrize(
    ("text", "role", "id_"),
    [
        (
            "DHOWS (« boutres ») est un programme de l'UNICEF. La Suède a versé 3 millions d'euros à DHOWS.",
            "recipient",
            "dhows",
        ),
        ("Passage est un projet de l'OIM. La Suède a versé 3 millions d'euros à Passage.", "recipient", "passage"),
    ],
)
def test_one_word_that_is_said_to_be_a_programme(text: str, role: str, id_: str) -> None:
    assert [str(one[role]) for one in _facts(text, "funding")] == [f"programme/{id_}"]


def test_english_words_and_pronouns_are_no_programmes() -> None:
    text = "Training is a project component. It is a programme of UNICEF. Kasese is a centre of mining."
    document = read_bytes((_BEFORE["en"] + text + "\n").encode(), "text.txt")
    assert {document.text[one.start : one.end] for one in extract(document).mentions} == {"UNICEF"}


def test_a_meeting_of_people_is_of_their_body() -> None:
    found = _facts(
        "La troisième Réunion des juges de la Ligue des États arabes s'est tenue à Tunis le 3 mai 2022.", "meetings"
    )
    assert [one["body"] for one in found] == ["League_of_Arab_States"]
    found = _facts(
        "La Conférence sur le rôle de la Ligue des États arabes s'est tenue à Tunis le 3 mai 2022.", "meetings"
    )
    assert "body" not in found[0]


def test_a_name_behind_its_noun_stands_alone_from_there_on() -> None:
    found = _facts("L'association Amarre est à Brest. En 2022, Amarre a reçu du Japon 150 000 euros.", "funding")
    assert "amarre" in str(found[0]["recipient"])


def test_a_law_of_a_year_goes_on_with_what_it_is_about() -> None:
    name, found = _named("La [loi de 2009 sur la pêche hauturière] a été modifiée par la loi de 2023.", "fr")
    assert {name, "loi de 2023"} <= found


def test_english_brackets_tell_where_a_name_ends() -> None:
    name, found = _named("The [Regional Network on Trafficking After Storms] (RNTAS) was established in 2020.", "en")
    assert name in found


def _facts(sentence: str, kind: str) -> list[dict[str, object]]:
    document = read_bytes((_BEFORE["fr"] + sentence + "\n").encode(), "text.txt")
    return [
        {role: getattr(v, "id", v) for role, v in f.roles.items()} for f in extract(document).facts if f.kind == kind
    ]


def test_the_name_of_an_organisation_is_no_person() -> None:
    found = _facts("Mme Jyldyz Asanova, Directrice du centre de crise Ala Dun, à Och, a parlé.", "offices")
    assert [one["person"] for one in found] == ["person/jyldyz-asanova"]
    assert "dun" in str(found[0]["organisation"])


def test_a_person_is_no_name_of_an_organisation() -> None:
    assert _facts("La Directrice de l'association Marie Dupont a parlé.", "offices") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "L'UNICEF assure le Secrétariat général de la Coalition des ports sûrs.",
        "Le Secrétariat de la Coalition des ports sûrs est assuré par l'UNICEF.",
    ],
)
def test_a_secretariat_that_somebody_provides_is_a_role(sentence: str) -> None:
    assert [one["agent"] for one in _facts(sentence, "responsibilities")] == ["UNICEF"]
