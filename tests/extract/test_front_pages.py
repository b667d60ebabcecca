"""Front pages of newspapers, agencies, press offices and projects: what names the paper, the day, the author."""

# ruff: noqa: E501 - fronts stand as they are printed
from __future__ import annotations

import pytest

from extract.dates import date_pattern, is_range
from extract.front_people import first_name, is_author_line
from extract.front_site import is_nameplate
from extract.letterhead import is_letterhead
from tests.extract.kinds import facts_of, said, said_of_itself

BODY = (
    "Trafficking in persons was discussed at length, and several speakers described what their services had done.\n\n"
    "The members agreed that more should be done at borders, and that shelters were short of staff everywhere.\n"
)
TEXTE = (
    "La traite des personnes a été longuement examinée, et plusieurs orateurs ont décrit ce qui avait été fait.\n\n"
    "Les membres sont convenus qu'il fallait faire davantage aux frontières, et que les centres manquaient d'agents.\n"
)


@pytest.mark.parametrize(
    ("head", "body", "title", "publisher", "date", "author"),
    [
        ("THE HARBOUR COURIER\nSaturday, 3 May 2031 | World\n\nPolice free forty from a quarry\n\nBy Ana Sow in Suva",
         BODY, "Police free forty from a quarry", "THE HARBOUR COURIER", "2031-05-03", "Ana Sow"),
        ("The Nile Gazette\nIndependent since 1952\nVol. 73, No. 114 | Thursday 5 June 2031\n\nCourt frees twelve workers",
         BODY, "Court frees twelve workers", "The Nile Gazette", "2031-06-05", ""),
        ("The Coastal Times\nWorld news\n\nCrews tell of beatings and debt\n\nAna Sow, Correspondent\n4 May 2031",
         BODY, "Crews tell of beatings and debt", "The Coastal Times", "2031-05-04", "Ana Sow"),
        ("L'Écho des lacs\nQuotidien indépendant\nN° 4512 – jeudi 5 juin 2031\n\nLa justice libère douze ouvriers",
         TEXTE, "La justice libère douze ouvriers", "L'Écho des lacs", "2031-06-05", ""),
        ("LE COURRIER DU DÉTROIT\n\nSociété\n\nQuarante personnes libérées\n\nPublié le 3 mars 2031\n\nPar Awa Ndiaye",
         TEXTE, "Quarante personnes libérées", "", "2031-03-03", "Awa Ndiaye"),
        ("Crews tell of beatings\n\nSUVA, 3 May 2031 (Coral Press Agency) – Crews told of beatings on Monday.",
         BODY, "Crews tell of beatings", "Coral Press Agency", "2031-05-03", ""),
    ],
)  # fmt: skip
def test_newspapers(head: str, body: str, title: str, publisher: str, date: str, author: str) -> None:
    found = said_of_itself(head, body, "title", "date", "author")
    if publisher:
        assert said_of_itself(head, body, "publisher") == [(publisher,)]
        assert found == [(title, date, author)]
    else:
        assert found[0][1:] == (date, author)  # a headline of three words may be none


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("The Crossroads Journal\n\n3 May 2031", "The Crossroads Journal"),
        ("TRAFFICKING AND THE LAW\n\n23 May 2031\n\nBy Ana Sow", "TRAFFICKING AND THE LAW"),
    ],
)
def test_a_title_that_is_no_newspaper(head: str, title: str) -> None:
    assert said_of_itself(head, BODY, "title", "publisher") == [(title, "")]


@pytest.mark.parametrize(
    "words", ["DAILY NATION", "The Straits Courier", "Reuters", "La Gazette du Fleuve", "Le Monde"]
)
def test_names_of_newspapers(words: str) -> None:
    assert is_nameplate(words)


@pytest.mark.parametrize("words", ["Treaty Watch", "Le monde face à la traite", "Post-conflict return", "the times"])
def test_no_names_of_newspapers(words: str) -> None:
    assert not is_nameplate(words)


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("PROJECT FACT SHEET\n\nSafe Harbours: ports without trafficking\n\nDonor: Norway\nDuration: May 2031 – June 2033",
         BODY, ("Safe Harbours: ports without trafficking", "fact-sheet", "", "")),
        ("FICHE DE PROJET\n\nPorts sûrs : prévenir la traite\n\nDonateur : Norvège\nDurée : mai 2031 – juin 2033",
         TEXTE, ("Ports sûrs : prévenir la traite", "fact-sheet", "", "")),
        ("POLICY BRIEF\nNo. 7 | April 2031\n\nPaying to work: fees in the Gulf\n\nLena Hart and Joe Okello\n\nInstitute for Labour",
         BODY, ("Paying to work: fees in the Gulf", "fact-sheet", "2031-04", "Lena Hart")),
        ("NOTE D'ORIENTATION\nNo 7 | Avril 2031\n\nPayer pour travailler\n\nLéna Hart et Jo Okello\n\nInstitut du travail",
         TEXTE, ("Payer pour travailler", "fact-sheet", "2031-04", "Léna Hart")),
        ("AVIS AUX MÉDIAS\n\nLancement du Rapport mondial\n\nQuand : 11 décembre 2031\nQui : Ana Sow, Directrice",
         TEXTE, ("Lancement du Rapport mondial", "press-release", "", "")),
        ("PROTECTION CLUSTER – CHAD\n\nMISSION REPORT\n\nAssessment mission to Adré\n\nReference: PC/RM/2031/11\n"
         "Prepared by: Ms. Ana Sow, head of mission\nDate: 5 December 2031",
         BODY, ("Assessment mission to Adré", "report", "2031-12-05", "Ana Sow")),
        ("SITUATION REPORT No. 12\nSudan: the Darfur route\n\nReporting period: 1-15 March 2031\nDate of issue: 18 March 2031",
         BODY, ("SITUATION REPORT No. 12", "report", "2031-03-18", "")),
        ("FONDS DES PORTS POUR LES VICTIMES DE LA TRAITE DANS LES LACS\nRAPPORT ANNUEL 2031\nRabat, mai 2032",
         TEXTE, ("RAPPORT ANNUEL 2031", "report", "2032-05", "FONDS DES PORTS POUR LES VICTIMES DE LA TRAITE DANS LES LACS")),
    ],
)  # fmt: skip
def test_sheets_briefs_and_reports(head: str, body: str, expected: tuple[str, ...]) -> None:
    assert said_of_itself(head, body, "title", "type", "date", "author") == [expected]


def test_the_house_below_the_title_of_a_report() -> None:
    head = "Annual Report 2031\n\nHope House Foundation\n\nTirana, March 2032"
    assert said_of_itself(head, BODY, "title", "publisher") == [("Annual Report 2031", "Hope House Foundation")]


def test_a_note_verbale_has_neither_title_nor_symbol() -> None:
    text = "PERMANENT MISSION OF TUVALU\nTO THE UNITED NATIONS\n\nNote No. 12/2031\n\nThe Permanent Mission of Tuvalu to the United Nations presents its compliments to the Secretariat.\n\nNew York, 4 May 2031"
    assert said(facts_of("documents", text), "title", "type") == [("", "note-verbale")]


@pytest.mark.parametrize(
    "author", ["By Ruth Okonkwo", "Prepared by: Ms. Ana Sow", "Établi par : Mme Ana Sow", "Par Awa Ndiaye"]
)
def test_lines_that_say_who_wrote(author: str) -> None:
    assert is_author_line(author)


@pytest.mark.parametrize(
    "title",
    [
        "By land and by sea",
        "Réponses des Comores à la liste de points",
        "Opening remarks by Ms. Ana Sow, Director of the Fund",
    ],
)
def test_titles_that_name_an_author(title: str) -> None:
    assert not is_author_line(title)


def test_the_first_of_several_authors() -> None:
    assert first_name("Lena Hart, Joe Okello and Ana Sow") == "Lena Hart"
    assert first_name("Ports and Borders") == "Ports and Borders"


@pytest.mark.parametrize("words", ["FONDATION TERRE FERME", "NATIONS UNIES – GENÈVE"])
def test_letterheads_with_a_place_or_no_preposition(words: str) -> None:
    assert is_letterhead(words)


@pytest.mark.parametrize(
    "words",
    ["Le Conseil de sécurité proroge le mandat du Groupe", "Fondation terre ferme"],
)
def test_headlines_that_begin_with_a_body(words: str) -> None:
    assert not is_letterhead(words)


@pytest.mark.parametrize("words", ["27-28 octobre 2031", "15 june–8 july 2031", "16 juin-8 juillet 2031"])
def test_the_last_of_several_days_is_no_day(words: str) -> None:
    match = date_pattern().search(words)
    assert match is not None
    assert is_range(words, match)


@pytest.mark.parametrize(
    ("symbol", "committee", "title"),
    [
        ("CEDAW/C/PRY/CO/8", "CEDAW Committee", "Concluding observations on the eighth periodic report of Paraguay"),
        (
            "CMW/C/CPV/CO/2",
            "Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families",
            "Concluding observations on the second periodic report of Cabo Verde",
        ),
    ],
)
def test_concluding_observations_are_those_of_the_committee(symbol: str, committee: str, title: str) -> None:
    head = f"United Nations {symbol}\n\nDistr.: General\n21 February 2031\n\n{title}*"
    assert said_of_itself(head, f"1. {BODY}", "title", "author") == [(title, committee)]


@pytest.mark.parametrize(
    "item",
    [
        '{"@type": "NewsArticle", "datePublished": "2031-03-04T10:00:00Z", "author": [{"name": "Ana Sow"}], "publisher": {"name": "The Coast"}}',
        '[{"@type": ["Article"], "datePublished": "2031-03-04", "author": "Ana Sow", "publisher": {"@id": "#o"}}, {"@id": "#o", "name": "The Coast"}]',
        '{"@graph": [{"@type": "WebSite", "name": "No"}, {"@type": "BlogPosting", "datePublished": "2031-03-04", "author": {"name": "Ana Sow"}, "publisher": {"name": "The Coast"}}]}',
    ],
)
def test_pages_with_json_ld(item: str) -> None:
    assert _page(f'<script type="application/ld+json">{item}</script>') == [("2031-03-04", "Ana Sow", "The Coast")]


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@type": "NGO", "name": "No", "foundingDate": "1999", "author": "Nobody Here"}</script>',
        '<script type="application/ld+json">{"@type": "Article", "author": [[[{</script>',
        f'<script type="application/ld+json">{"[" * 5000}</script>',
        '<meta name="author" content="admin">',
        '<meta property="article:author" content="https://www.facebook.com/coast">',
    ],
)
def test_pages_that_say_nothing_of_their_author(head: str) -> None:
    assert _page(head) == [("", "", "")]


def _page(head: str) -> list[tuple[str, ...]]:
    from extract.pipeline import extract
    from extract.readers import read_bytes

    body = "".join(f"<p>{paragraph}</p>" for paragraph in BODY.split("\n\n"))
    page = f"<html lang='en'><head><title>Crews</title>{head}</head><body><main><h1>Crews tell of beatings</h1>{body}</main></body></html>"
    found = extract(read_bytes(page.encode(), "page.html")).facts
    return said([fact for fact in found if fact.kind == "documents"], "date", "author", "publisher")


@pytest.mark.parametrize(
    ("head", "body", "foot", "date"),
    [
        ("Roadmap of Suva for safe ports", BODY, "Adopted by acclamation at Suva on 28 October 2031", "2031-10-28"),
        (
            "Feuille de route de Suva pour des ports sûrs",
            TEXTE,
            "Adoptée par acclamation à Suva,\nle 28 octobre 2031",
            "2031-10-28",
        ),
        ("Roadmap of Suva for safe ports", BODY, "The Protocol was adopted in Suva on 28 October 2031.", ""),
    ],
)
def test_the_day_on_which_a_text_was_done(head: str, body: str, foot: str, date: str) -> None:
    assert said_of_itself(head, f"1. {body}\n\n                    {foot}\n", "date") == [(date,)]


@pytest.mark.parametrize(
    ("head", "body", "title", "type_", "date", "author", "publisher"),
    [
        ("The Crossing\nNewsletter of the Ports Network (PN)\nIssue 7 | April 2026",
         BODY, "The Crossing", "newsletter", "2026-04", "", "Ports Network"),
        ("La Passerelle\nLettre d’information trimestrielle de l’association Voix Libre – n° 3, mars 2024",
         TEXTE, "La Passerelle", "newsletter", "", "", "Voix Libre"),
        ("International Labour Organization Statement\n\n“The debt”: statement at the opening of the Forum on Ports\n\nAna Sow, Director",
         BODY, "“The debt”: statement at the opening of the Forum on Ports", "statement", "", "Ana Sow", "ILO"),
        ("Projet Retour digne : rapport final\nRapport établi par l’organisation Terre d’accueil, Ouagadougou, août 2025",
         TEXTE, "Projet Retour digne : rapport final", "report", "2025-08", "Terre d’accueil", ""),
        ("Safe Ports: final report\nReport prepared by the Coral Foundation, Suva, August 2025",
         BODY, "Safe Ports: final report", "report", "2025-08", "Coral Foundation", ""),
    ],
)  # fmt: skip
def test_lines_that_tell_two_things(
    head: str, body: str, title: str, type_: str, date: str, author: str, publisher: str
) -> None:
    found = said_of_itself(head, body, "title", "type", "date", "author", "publisher")
    assert found == [(title, type_, date, author, publisher)]
