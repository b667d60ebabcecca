"""What documents of every type say of themselves at their top and foot."""

from __future__ import annotations

import pytest

from extract.document import Document, Part, Stated
from extract.facts import Entity, Fact
from extract.front_people import author_span, is_name
from extract.letterhead import is_address, is_letterhead, is_office, is_salutation
from extract.pipeline import extract
from extract.readers import read_bytes

TEXT = """

The traffickers who work along this road are known to everyone in the villages. They have been there for years.

A second paragraph says a little more about the matter, and then it ends here.
"""
TEXTE = """

Les trafiquants qui opèrent le long de cette route sont connus de tous. Ils y sont depuis des années.

Un deuxième paragraphe en dit un peu plus, puis il s’arrête ici.
"""


def read(text: str, name: str = "front.txt") -> Document:
    return read_bytes(text.encode(), name)


def stated(text: str, name: str = "front.txt") -> dict[str, str]:
    """Column -> value of the first language version, with the symbol; each span must hold what it states."""
    document = read(text, name)
    part = document.parts[0]
    names = ("title", "type", "date", "author", "publisher", "session", "agenda_item")
    found = {key: value for key in names if isinstance(value := getattr(part, key), Stated)}
    for key in ("title", "author", "publisher", "session", "agenda_item"):
        if key in found:
            assert document.text[found[key].start : found[key].end] == found[key].value
    return {key: value.value for key, value in found.items()} | (
        {"symbol": document.symbol.value} if document.symbol is not None else {}
    )


def described(text: str, name: str = "front.txt") -> Fact:
    return next(fact for fact in extract(read(text, name)).facts if fact.kind == "documents")


# -- documents with a masthead -------------------------------------------------------------------------------------------


def test_report_of_the_secretary_general() -> None:
    text = """United Nations                                A/78/119
General Assembly                              Distr.: General
                                              3 July 2023
                                              Original: English

Seventy-eighth session
Item 109 of the provisional agenda*
Crime prevention and criminal justice

        Keeping victims of trafficking out of prison

        Report of the Secretary-General

I. Introduction

1. The present report is submitted pursuant to a resolution of the Assembly.
"""
    assert stated(text) == {
        "symbol": "A/78/119",
        "title": "Keeping victims of trafficking out of prison",
        "type": "report",
        "date": "2023-07-03",
        "author": "Secretary-General",
        "session": "Seventy-eighth session",
        "agenda_item": "Item 109 of the provisional agenda",
    }
    author = described(text).roles["author"]
    assert isinstance(author, Entity)
    assert author.id == "Secretary_General"


def test_session_of_several_words_and_heading_of_the_agenda_item() -> None:
    found = stated("""Nations Unies A/71/119
Assemblée générale Distr. générale
5 juillet 2016
Français
Original : anglais

Soixante et onzième session
Point 107 de la liste préliminaire*
Prévention du crime et justice pénale

Action menée contre la traite des personnes en mer

Rapport du Secrétaire général

Résumé

Le présent rapport a été établi en application d’une résolution.
""")
    assert found["session"] == "Soixante et onzième session"
    assert found["title"] == "Action menée contre la traite des personnes en mer"
    assert found["agenda_item"] == "Point 107 de la liste préliminaire"
    assert (found["type"], found["author"], found["date"]) == ("report", "Secrétaire général", "2016-07-05")


COUNCIL = """A/HRC/47/34
Distr.: General
20 April 2021
Original: English

Human Rights Council
Forty-seventh session
21 June–9 July 2021
Agenda item 3
Promotion and protection of all human rights, civil,
political, economic, social and cultural rights,
including the right to development

{title}      Report of the Special Rapporteur on trafficking in persons, especially women and children

I. Introduction

1. This report covers one year.
"""


def test_the_heading_of_the_agenda_item_is_no_title() -> None:
    found = stated(COUNCIL.format(title=""))
    assert found["title"].startswith("Report of the Special Rapporteur on trafficking in persons")
    assert found["author"] == "Special Rapporteur on trafficking in persons, especially women and children"
    assert (found["date"], found["session"]) == ("2021-04-20", "Forty-seventh session")


def test_the_title_above_the_report_of_an_expert() -> None:
    found = stated(COUNCIL.format(title="      Victims who must not be punished\n\n"))
    assert found["title"] == "Victims who must not be punished"
    assert found["type"] == "report"


def test_lines_without_space_between_them() -> None:
    found = stated("""United Nations A/73/999
General Assembly Distr.: General
17 July 2018
Original: English
Seventy-third session
Item 72 (b) of the provisional agenda*
Promotion and protection of human rights
Trafficking in persons, especially women and children
Note by the Secretary-General
The Secretary-General has the honour to transmit to the General Assembly the report of the expert.
""")
    assert found["title"] == "Trafficking in persons, especially women and children"
    assert (found["type"], found["author"]) == ("note", "Secretary-General")
    assert found["agenda_item"] == "Item 72 (b) of the provisional agenda"


ASSEMBLY = """United Nations A/RES/79/901
General Assembly Distr.: General
{distributed}

Seventy-ninth session
Agenda item 74 (b)

Resolution adopted by the General Assembly on 17 December 2024

[on the report of the Third Committee (A/79/462, para. 98)]

79/901. Protecting fishers from trafficking

The General Assembly,

Recalling its resolution 72/195,
"""


def test_a_resolution_adopted_and_distributed_on_two_days_leaves_its_date_open() -> None:
    assert stated(ASSEMBLY.format(distributed="10 January 2025")) == {
        "symbol": "A/RES/79/901",
        "title": "Protecting fishers from trafficking",
        "type": "resolution",
        "author": "General Assembly",
        "session": "Seventy-ninth session",
        "agenda_item": "Agenda item 74 (b)",
    }


def test_a_resolution_adopted_and_distributed_on_one_day() -> None:
    assert stated(ASSEMBLY.format(distributed="17 December 2024"))["date"] == "2024-12-17"


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (
            "United Nations S/RES/2999 (2031)\nSecurity Council Distr.: General\n4 May 2031\n\n  Resolution 2999 (2031)\n\n"
            "  Adopted by the Security Council at its 9911th meeting, on\n  4 May 2031\n\n  The Security Council,\n\n"
            "  Recalling its resolution 2388 (2017),\n",
            {"title": "Resolution 2999 (2031)", "type": "resolution", "date": "2031-05-04", "author": "Security Council"},
        ),
        (
            "Résolution 2998 (2031)\n\nAdoptée par le Conseil de sécurité à sa 9910e séance, le 3 mai 2031\n\n"
            "Le Conseil de sécurité,\n\nRappelant sa résolution 2388 (2017),\n",
            {"type": "resolution", "date": "2031-05-03", "author": "Conseil de sécurité"},
        ),
        (
            "United Nations E/RES/2031/25\nEconomic and Social Council Distr.: General\n22 July 2031\n\n2031 session\n"
            "Agenda item 19 (c)\n\nResolution adopted by the Economic and Social Council on 22 July 2031\n\n"
            "[on the recommendation of the Commission on Crime Prevention (E/2031/30)]\n\n"
            "2031/25. Stronger borders\n\nThe Economic and Social Council,\n\nRecalling its resolution 2019/20,\n",
            {"title": "Stronger borders", "session": "2031 session", "agenda_item": "Agenda item 19 (c)"},
        ),
        (
            "Nations Unies A/HRC/RES/84/4\nAssemblée générale Distr. générale\n16 juillet 2040\nFrançais\nOriginal : anglais\n\n"
            "Conseil des droits de l’homme\nQuatre-vingt-quatrième session\n15 juin-3 juillet 2040\nPoint 3 de l’ordre du jour\n\n"
            "Résolution adoptée par le Conseil des droits de l’homme le 16 juillet 2040\n\n"
            "84/4. Traite des enfants\n\nLe Conseil des droits de l’homme,\n\nGuidé par la Charte,\n",
            {"title": "Traite des enfants", "author": "Conseil des droits de l’homme", "date": "2040-07-16"},
        ),
        (
            "United Nations A/C.3/86/L.12\nGeneral Assembly Distr.: Limited\n14 October 2031\nOriginal: English\n\n"
            "Eighty-sixth session\nThird Committee\nAgenda item 110\nCrime prevention and criminal justice\n\n"
            "      Belarus, Egypt and Philippines: draft resolution\n\n      Better coordination of the fight\n\n"
            "      The General Assembly,\n\n      Recalling its resolution 72/195,\n",
            {"title": "Better coordination of the fight", "type": "draft-resolution", "date": "2031-10-14"},
        ),
        (
            "CTOC/COP/DEC/9/4\n\nDecision 9/4\nTrafficking in human organs\n\nThe Conference of the Parties to the "
            "United Nations Convention against Transnational Organized Crime,\n\nRecalling its decision 3/3,\n",
            {"title": "Trafficking in human organs", "type": "decision"},
        ),
        (
            "United Nations S/PRST/2031/25\nSecurity Council Distr.: General\n16 December 2031\nOriginal: English\n\n"
            "    Statement by the President of the Security Council\n\n    At the 9985th meeting of the Security Council, held on "
            "16 December 2031, the President made the following statement:\n",
            {"type": "presidential-statement", "author": "President of the Security Council", "date": "2031-12-16"},
        ),
        (
            "United Nations S/PV.9911\nSecurity Council\nSeventy-second year\nProvisional\n\n9911th meeting\n"
            "Tuesday, 4 May 2031, 10 a.m.\nNew York\n\nPresident: Mr. Cardi (Italy)\n\n"
            "The meeting was called to order at 10.05 a.m.\n",
            {"title": "9911th meeting", "type": "meeting-record", "date": "2031-05-04"},
        ),
        (
            "United Nations A/C.3/93/SR.4\nGeneral Assembly Official Records\nNinety-third session\nDistr.: General\n"
            "19 November 2038\nOriginal: English\n\nThird Committee\n\nSummary record of the 4th meeting\n"
            "Held at Headquarters, New York, on Wednesday, 3 October 2038, at 10 a.m.\n\nChair: Mr. Saikal (Afghanistan)\n\n"
            "Contents\n\nAgenda item 108: Crime prevention (continued)\n\nThe meeting was called to order at 10 a.m.\n",
            {"title": "Summary record of the 4th meeting", "type": "meeting-record", "date": "2038-11-19",
             "agenda_item": "Agenda item 108"},
        ),
        (
            "                                     CTOC/COP/WG.4/2031/7\nConference of the Parties to the        Distr.: General\n"
            "United Nations Convention against       9 November 2031\nTransnational Organized Crime\n"
            "                                     Original: English\n\nWorking Group on Trafficking in Persons\n"
            "Vienna, 12 and 13 October 2031\n\n     Report on the meeting of the Working Group on Trafficking in\n"
            "     Persons held in Vienna on 12 and 13 October 2031\n\nI. Introduction\n\n1. The Group met.\n",
            {"title": "Report on the meeting of the Working Group on Trafficking in Persons held in Vienna on 12 and 13 October "
             "2031", "date": "2031-11-09", "type": "report"},
        ),
        (
            "United Nations CTOC/COP/WG.4/2031/2\nConference of the Parties to the United Nations Convention against "
            "Transnational Organized Crime\nDistr.: General\n28 May 2031\nOriginal: English\n\n"
            "Working Group on Trafficking in Persons\nVienna, 9 and 10 July 2031\nItem 2 of the provisional agenda*\n"
            "National-level measures\n\nMeasures at the national level, with examples\n\n"
            "Background paper prepared by the Secretariat\n\nI. Introduction\n\n1. The paper was prepared in spring.\n",
            {"title": "Measures at the national level, with examples", "type": "note", "date": "2031-05-28"},
        ),
        (
            "United Nations CTOC/COP/WG.4/2031/1\nConference of the Parties to the United Nations Convention against "
            "Transnational Organized Crime\nDistr.: General\n3 August 2031\nOriginal: English\n\n"
            "Working Group on Trafficking in Persons\nVienna, 12 and 13 October 2031\n\nAnnotated provisional agenda\n\n"
            "Provisional agenda\n\n1. Organizational matters.\n",
            {"title": "Annotated provisional agenda", "type": "agenda", "date": "2031-08-03"},
        ),
    ],
)
def test_fronts_with_a_masthead(front: str, expected: dict[str, str]) -> None:
    found = stated(front)
    assert {key: found.get(key) for key in expected} == expected


# -- letters and notes verbales ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "author"),
    [
        ("Letter dated 5 February 2031 from the Secretary-General addressed to the President of the Security Council",
         "Secretary-General"),
        ("Identical letters dated 5 February 2031 from the Permanent Representative of Italy to the United Nations addressed to "
         "the Secretary-General and the President of the Security Council",
         "Permanent Representative of Italy to the United Nations"),
        ("Lettre datée du 5 février 2031, adressée au Président du Conseil de sécurité par le Représentant permanent du Sénégal "
         "auprès de l’Organisation des Nations Unies",
         "Représentant permanent du Sénégal auprès de l’Organisation des Nations Unies"),
    ],
)
def test_letter_of_another_day_than_its_distribution(title: str, author: str) -> None:
    found = stated(f"United Nations S/2031/112\nSecurity Council Distr.: General\n7 February 2031\nOriginal: French\n\n{title}\n\n"
                   "I have the honour to refer to resolution 2388 (2017).\n")
    assert found == {"symbol": "S/2031/112", "title": title, "type": "letter", "author": author}


def test_signed_letter() -> None:
    found = stated("""MINISTRY OF JUSTICE
12 Liberty Street, Lusaka

4 May 2031

Dear Madam Executive Director,

I have the honour to inform you that my Government has signed the Protocol.

Yours sincerely,

(Signed) Esther Mwale
Minister of Justice
""")
    assert found == {"type": "letter", "date": "2031-05-04", "author": "Esther Mwale", "publisher": "MINISTRY OF JUSTICE"}


def test_note_verbale_with_a_number_of_the_mission() -> None:
    text = """MISSION PERMANENTE DE LA RÉPUBLIQUE DU LEVANT
AUPRÈS DE L’ORGANISATION DES NATIONS UNIES
12 East 40th Street, New York

Note verbale

NV/2031/118

La Mission permanente de la République du Levant auprès de l’Organisation des Nations Unies présente ses compliments au Secrétariat.

New York, le 17 avril 2031
"""
    found = stated(text)
    assert "symbol" not in found
    assert "title" not in found
    assert (found["type"], found["date"]) == ("note-verbale", "2031-04-17")
    assert found["author"] == "Mission permanente de la République du Levant auprès de l’Organisation des Nations Unies"
    author = described(text).roles["author"]
    assert isinstance(author, Entity)
    assert author.type != "Person"


def test_note_verbale_that_only_its_first_words_tell() -> None:
    found = stated("""The Permanent Mission of Zambia to the United Nations presents its compliments to the Secretariat and refers to the Protocol.

New York, 3 March 2031
""")
    assert found["author"] == "Permanent Mission of Zambia to the United Nations"
    assert (found["type"], found["date"]) == ("note-verbale", "2031-03-03")


# -- press, speeches, minutes, reports of agencies ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("PRESS RELEASE\n\nFor immediate release\n\nTraffickers Use New Routes, Study Finds\n\n"
         "VIENNA, 4 February 2031 (UNODC) – Traffickers use new routes, says a study published today.\n",
         {"title": "Traffickers Use New Routes, Study Finds", "type": "press-release", "date": "2031-02-04"}),
        ("UNITED NATIONS OFFICE ON DRUGS AND CRIME\n\nPress Release\n\nVienna, 2 February 2031\n\nMore children found" + TEXT,
         {"title": "More children found", "date": "2031-02-02", "publisher": "UNITED NATIONS OFFICE ON DRUGS AND CRIME"}),
        ("Meetings Coverage\nGA/SHC/4999\n7 October 2031\n\nDelegates Call for Action against Traffickers\n\n"
         "EIGHTY-SIXTH SESSION,\n12TH & 13TH MEETINGS (AM & PM)" + TEXT,
         {"title": "Delegates Call for Action against Traffickers", "type": "press-release", "date": "2031-10-07",
          "session": "EIGHTY-SIXTH SESSION"}),
        ("AG/SHC/4999\n7 octobre 2031\n\nLa Troisième Commission appelle à agir plus vite\n\nQuatre-vingt-sixième session,\n"
         "12e et 13e séances – matin et après-midi" + TEXTE,
         {"title": "La Troisième Commission appelle à agir plus vite", "type": "press-release", "date": "2031-10-07"}),
        ("Communiqué de presse\n\nGenève, le 4 mai 2031\n\nLe HCR appelle à protéger les enfants" + TEXTE,
         {"title": "Le HCR appelle à protéger les enfants", "type": "press-release", "date": "2031-05-04"}),
        ("Statement by the Special Rapporteur on trafficking in persons on the World Day\n\nGeneva, 30 July 2031" + TEXT,
         {"type": "statement", "date": "2031-07-30", "author": "Special Rapporteur on trafficking in persons"}),
        ("Opening remarks by Ms. Nadia Ferhat, Executive Director of the Office\n\nHigh-level meeting on the Plan of Action\n"
         "New York, 22 November 2031\n\nExcellencies,\n\nIt is a privilege to speak to you.\n",
         {"type": "speech", "date": "2031-11-22", "author": "Nadia Ferhat"}),
        ("Secretary-General's remarks to the Security Council on Trafficking\n\nNew York, 21 November 2031" + TEXT,
         {"type": "speech", "author": "Secretary-General", "date": "2031-11-21"}),
        ("Allocution de Mme Aïssata Koné, Ministre de la justice, à l’ouverture de l’atelier\n\nBamako, le 3 mai 2031\n\n"
         "Mesdames et Messieurs,\n\nJe suis heureuse de vous accueillir ici.\n",
         {"type": "speech", "date": "2031-05-03", "author": "Aïssata Koné"}),
        ("Bureau régional pour les Balkans\n\nLa Directrice régionale\n\nMESSAGE À L’OCCASION DE LA JOURNÉE MONDIALE\n\n"
         "30 juillet 2031" + TEXTE + "\nJeanne Ilić-Moreau\nDirectrice régionale\n",
         {"title": "MESSAGE À L’OCCASION DE LA JOURNÉE MONDIALE", "type": "message", "author": "Jeanne Ilić-Moreau",
          "publisher": "Bureau régional pour les Balkans"}),
        ("UN WORKING GROUP ON BORDERS, PERU\nMinutes of the 3rd meeting\nLima, 23 May 2031, 9.30 to 11 a.m.\n\n"
         "Present: IOM (Chair), UNHCR\nApologies: ILO\n\nThe Chair opened the meeting and thanked all members.\n",
         {"title": "Minutes of the 3rd meeting", "type": "meeting-record", "date": "2031-05-23", "author": None}),
        ("Procès-verbal de la troisième réunion du Comité\n\nAbidjan, le 14 avril 2031, de 9 h 30 à 12 h\n\nPrésents : OIM\n\n"
         "La présidente a ouvert la réunion et a salué les membres.\n",
         {"title": "Procès-verbal de la troisième réunion du Comité", "type": "meeting-record", "date": "2031-04-14"}),
        ("REGIONAL CENTRE FOR BORDER WATCH\nANNUAL REPORT 2031\n\nForeword by the Director" + TEXT,
         {"title": "ANNUAL REPORT 2031", "type": "report", "publisher": "REGIONAL CENTRE FOR BORDER WATCH"}),
        ("Observatoire national de la traite\n\nRapport d’activité 2030\n\nDakar, mars 2031\n\nAvant-propos" + TEXTE,
         {"title": "Rapport d’activité 2030", "type": "report", "date": "2031-03"}),
        ("MEMORANDUM\n\nTo: All staff\nFrom: Maria Petrova, Chief\nDate: 3 June 2031\nSubject: New guidance on victims" + TEXT,
         {"title": "New guidance on victims", "date": "2031-06-03", "author": "Maria Petrova"}),
        ("By land and by sea: how victims travel\n\nPrepared by the Centre for Border Studies\n\nJune 2031" + TEXT,
         {"title": "By land and by sea: how victims travel", "author": "Centre for Border Studies", "date": "2031-06"}),
        ("Trafficking in persons in war: report of the Secretary-General\n\n12 March 2031" + TEXT,
         {"type": "report", "author": "Secretary-General", "date": "2031-03-12"}),
    ],
)  # fmt: skip
def test_fronts_without_a_masthead(front: str, expected: dict[str, str | None]) -> None:
    found = stated(front)
    assert {key: found.get(key) for key in expected} == expected


def test_byline_of_a_page_is_no_more_than_its_name() -> None:
    found = stated(
        "<html><body><main><h1>A hub opens</h1><p>By Ruth Okonkwo | 12 March 2031</p>"
        f"<p>{TEXT.strip()}</p></main></body></html>",
        "hub.html",
    )
    assert (found["title"], found["author"], found["date"]) == ("A hub opens", "Ruth Okonkwo", "2031-03-12")


@pytest.mark.parametrize("text", [TEXT, TEXTE, "Background\n" + TEXT, "Excellencies,\n" + TEXT])
def test_a_text_without_front_matter_says_nothing_of_itself(text: str) -> None:
    assert set(stated(text)) <= {"type"}


def test_a_signature_far_below_is_no_part_of_the_evidence() -> None:
    text = "Message on the World Day\n\n30 July 2031" + TEXT * 12 + "\nGrace Mbeki\nDirector\n"
    document = read(text)
    fact = described(text)
    assert document.quote(fact.start, fact.end) == "Message on the World Day 30 July 2031"
    assert fact.roles["date"] == "2031-07-30"
    assert isinstance(author := fact.roles["author"], Entity)
    assert author.id == "person/grace-mbeki"


# -- single lines --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    ["UN THEMATIC GROUP ON HUMAN MOBILITY, ECUADOR", "Troisième Commission", "Working Group on Trafficking in Persons", "UNODC",
     "Centre ouest-africain de lutte contre la traite (COALT)", "Ministry of Justice"],
)  # fmt: skip
def test_letterheads(words: str) -> None:
    assert is_letterhead(words)


@pytest.mark.parametrize(
    "words",
    ["Keeping victims out of prison", "UNICEF calls for action", "Annual Report 2019", "Minutes of the Committee: a summary",
     "L’OIM et l’OACI créent une cellule commune", "Groupe : les membres"],
)  # fmt: skip
def test_no_letterheads(words: str) -> None:
    assert not is_letterhead(words)


def test_offices_addresses_salutations() -> None:
    assert is_office("Le Représentant régional")
    assert is_office("Foreword by the Director")
    assert not is_office("Report of the meeting")
    assert is_address("405 East 45th Street, New York")
    assert not is_address("World Day 2019")
    assert is_salutation("Excellences, chers amis,")
    assert not is_salutation("Dear friends of the Fund")


@pytest.mark.parametrize(
    ("words", "author"),
    [
        ("Ruth Okonkwo | 12 March 2031", "Ruth Okonkwo"),
        ("Mme Aïssata Koné, Ministre", "Aïssata Koné"),
        ("the Secretary-General", "Secretary-General"),
        ("Special Rapporteur on trafficking in persons, especially women and children",
         "Special Rapporteur on trafficking in persons, especially women and children"),
        ("Grace Mbeki 3 June 2031", "Grace Mbeki"),
    ],
)  # fmt: skip
def test_author_without_what_follows(words: str, author: str) -> None:
    found = author_span(words)
    assert found is not None
    assert words[slice(*found)] == author


def test_names_of_people() -> None:
    assert is_name("António Guterres, Secretary-General")
    assert not is_name("Third Committee")
    assert not is_name("New York")


def test_part_has_the_language_of_its_text() -> None:
    part: Part = read("Communiqué de presse\n\nDes enfants libérés" + TEXTE).parts[0]
    assert part.language == "fr"
