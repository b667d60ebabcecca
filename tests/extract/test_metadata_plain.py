"""What letters, notes verbales, press releases, speeches, minutes and agencies' reports say of themselves, with their lines."""

# ruff: noqa: E501 - fronts stand as they are printed
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
            assert document.text[found[key].start : found[key].end].split() == found[key].value.split()
    return {key: value.value for key, value in found.items()} | (
        {"symbol": document.symbol.value} if document.symbol is not None else {}
    )


def described(text: str, name: str = "front.txt") -> Fact:
    return next(fact for fact in extract(read(text, name)).facts if fact.kind == "documents")


# -- letters and notes verbales ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "author"),
    [
        (
            "Letter dated 5 February 2031 from the Secretary-General addressed to the President of the Security Council",
            "Secretary-General",
        ),
        (
            "Identical letters dated 5 February 2031 from the Permanent Representative of Italy to the United Nations addressed to "
            "the Secretary-General and the President of the Security Council",
            "Permanent Representative of Italy to the United Nations",
        ),
        (
            "Lettre datée du 5 février 2031, adressée au Président du Conseil de sécurité par le Représentant permanent du Sénégal "
            "auprès de l’Organisation des Nations Unies",
            "Représentant permanent du Sénégal auprès de l’Organisation des Nations Unies",
        ),
    ],
)
def test_letter_of_another_day_than_its_distribution(title: str, author: str) -> None:
    found = stated(
        f"United Nations S/2031/112\nSecurity Council Distr.: General\n7 February 2031\nOriginal: French\n\n{title}\n\n"
        "I have the honour to refer to resolution 2388 (2017).\n"
    )
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
    assert found == {
        "type": "letter",
        "date": "2031-05-04",
        "author": "Esther Mwale",
        "publisher": "MINISTRY OF JUSTICE",
    }


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


@pytest.mark.parametrize(
    ("front", "title", "date"),
    [
        ("NEWS | EAST AFRICA\n\nFisher children go home from the lake\n\nBy Anna Mwale\nKISUMU, 3 May 2024\n",
         "Fisher children go home from the lake", "2024-05-03"),
        ("ONU Info\nRegards sur le monde\n\nLes enfants pêcheurs du lac rentrent chez eux\n\n3 mai 2024 Droits humains\n",
         "Les enfants pêcheurs du lac rentrent chez eux", "2024-05-03"),
        ("MEETING SUMMARIES\nTreaty bodies\n\nCOMMITTEE ON MIGRANT WORKERS OPENS ITS FORTIETH SESSION IN GENEVA\n\n3 May 2024\n",
         "COMMITTEE ON MIGRANT WORKERS OPENS ITS FORTIETH SESSION IN GENEVA", "2024-05-03"),
        ("The Crossroads Bulletin\n\n3 May 2024\n", "The Crossroads Bulletin", "2024-05-03"),
        ("Press Freedom and Trafficking\n\n3 May 2024\n", "Press Freedom and Trafficking", "2024-05-03"),
    ],
)  # fmt: skip
def test_the_column_of_a_site_is_no_title(front: str, title: str, date: str) -> None:
    found = stated(front + TEXT)
    assert (found["title"], found["date"]) == (title, date)


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


def test_a_circular_with_its_number_subject_and_columns() -> None:
    head = """COUNCIL FOR PORTS IN THE SOUTHERN SEAS
Treaty Office

Circular No. PS/T/2021/07
Suva, 9 March 2021

To: Permanent missions
Subject: Status of treaties kept by the Treaty Office
         as at 1 March 2021

1. The Treaty Office presents its compliments to the permanent missions."""
    found = stated(head + TEXT)
    assert found["symbol"] == "PS/T/2021/07"
    assert found["title"] == "Status of treaties kept by the Treaty Office as at 1 March 2021"
    assert (found["type"], found["date"]) == ("circular", "2021-03-09")


def test_une_circulaire_en_deux_colonnes() -> None:
    head = """CONSEIL DES PORTS                                   Bureau des affaires juridiques
Secrétariat                                         Section des traités

Réf. : CDP/TRT/C.4/2021                             Dakar, le 9 mars 2021

                           C I R C U L A I R E

             État des signatures et des ratifications des traités des ports au 1er mars 2021

1.  La Section des traités présente ses compliments aux missions permanentes."""
    found = stated(head + TEXTE)
    assert (found["symbol"], found["title"]) == (
        "CDP/TRT/C.4/2021",
        "État des signatures et des ratifications des traités des ports au 1er mars 2021",
    )
    assert (found["type"], found["date"]) == ("circular", "2021-03-09")


def test_a_letter_is_known_by_how_it_closes() -> None:
    text = "3 May 2021\n\nExcellency,\n\nThank you for your reply on shelters, which came last week.\n\nAccept, Excellency, the assurances of my highest consideration.\n\n(Signed) Edda Birkeland\n"
    found = stated(text)
    assert (found["type"], found["author"]) == ("letter", "Edda Birkeland")


def test_documents_that_lay_before_a_meeting() -> None:
    lines = """REPORT OF THE MEETING ON PORTS

I.   Opening

1.   The meeting on ports was held in Suva on 9 March 2021. It was opened by the Mayor of the city.

2.   Experts from Fiji, Samoa and Tonga attended the meeting, and the Mayor of Suva spoke to them at length.

II.   Documents

3.   The meeting had before it the following:

     UNODC/EGM.PRT/2021/1     Provisional agenda

     UNODC/EGM.PRT/2021/2     Crews without pay: note prepared by IOM

4.   The meeting closed on the same day."""
    found = [fact for fact in extract(read(lines)).facts if fact.kind == "documents" and "type" not in fact.roles]
    told = {fact.roles["document"].id: fact.roles for fact in found if isinstance(fact.roles["document"], Entity)}
    assert told["UNODC/EGM.PRT/2021/1"]["title"] == "Provisional agenda"
    author = told["UNODC/EGM.PRT/2021/2"]["author"]
    assert told["UNODC/EGM.PRT/2021/2"]["title"] == "Crews without pay"
    assert isinstance(author, Entity) and author.id == "IOM"


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (
            "REPUBLIC OF TONGA\nMINISTRY OF LABOUR\n\nReply of the Government of Tonga to the questionnaire on recruitment\n\nNuku'alofa, 14 February 2023",
            {"title": "Reply of the Government of Tonga to the questionnaire on recruitment", "date": "2023-02-14"},
        ),
        (
            "INTERNAL AUDIT DIVISION\n\nREPORT 2021/007\n\nAudit of grants to shelters in the Sahel\n\n17 September 2021",
            {"title": "Audit of grants to shelters in the Sahel", "date": "2021-09-17"},
        ),
        (
            "MEETINGS COVERAGE\n\nGENERAL ASSEMBLY\nPLENARY\nGA/11111\n14 MAY 2021\n\nSpeakers Differ over Ports\n\nNew Text Adopted without Vote",
            {"title": "Speakers Differ over Ports", "type": "press-release", "date": "2021-05-14"},
        ),
        (
            "COMMUNAUTÉ DU PACIFIQUE\n\nL'ACCORD DES PORTS : QUESTIONS ET RÉPONSES\n\nAvril 2021",
            {"title": "L'ACCORD DES PORTS : QUESTIONS ET RÉPONSES", "date": "2021-04"},
        ),
    ],
)
def test_titles_below_whose_paper_it_is(front: str, expected: dict[str, str]) -> None:
    found = stated(front + (TEXTE if "QUESTIONS" in front else TEXT))
    assert {key: found.get(key) for key in expected} == expected


@pytest.mark.parametrize(
    ("front", "title"),
    [
        (
            "JOINT COMMUNIQUÉ\n\nof the Third Conference of the Lake Forum\n\nAden, 3 May 2023",
            "JOINT COMMUNIQUÉ of the Third Conference of the Lake Forum",
        ),
        (
            "JOINT STATEMENT\n\non the protection of migrants at sea\n\nAden, 3 May 2023",
            "JOINT STATEMENT on the protection of migrants at sea",
        ),
        (
            "COMMUNIQUÉ FINAL\n\nde la deuxième Conférence sur les ports sûrs\n\nAden, le 3 mai 2023",
            "COMMUNIQUÉ FINAL de la deuxième Conférence sur les ports sûrs",
        ),
        (
            "VIENNA\n\nUNIS/NAR/1111\n3 May 2023\n\nPRESS RELEASE\nFor information only – not an official document\n\nFund awards grants to shelters\nby the sea",
            "Fund awards grants to shelters by the sea",
        ),
        ("News\n\nNew shelter opens in Aden\n\n3 May 2023", "New shelter opens in Aden"),
        ("Fund awards grants to shelters\n\nministers meet\n\n3 May 2023", "Fund awards grants to shelters"),
    ],
)
def test_titles_that_go_on_below(front: str, title: str) -> None:
    assert stated(front + (TEXTE if "de la" in front else TEXT)).get("title") == title


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("Document LN/SC/14/2", "LN/SC/14/2"),
        ("Doc. No. LN/SC/14/2", "LN/SC/14/2"),
        ("Cote du document : LN/SC/14/2", "LN/SC/14/2"),
        ("See document LN/SC/14/2", None),
    ],
)
def test_symbols_of_any_series_behind_their_label(line: str, symbol: str | None) -> None:
    assert stated(f"LAKE NETWORK\n\n{line}\n\nA plan for safe harbours" + TEXT).get("symbol") == symbol
