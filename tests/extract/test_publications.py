"""Works by their titles: what is a title, how far a description reaches, and what is no work."""

from __future__ import annotations

import pytest

from extract.mentions.entities import Register
from extract.mentions.works import Works
from extract.pipeline import extract
from extract.readers import read_bytes
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import parents
from tests.extract.kinds import facts_of, said


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    """(words, label) of the works of a sentence, nothing else being known of it."""
    works = Works(text, fold(text), Register("note.txt"))
    return [(text[a:b], entity.labels[0][1]) for a, b, entity in works.find(0, len(text), language, ())]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("IOM issued a handbook entitled “At Sea”.", "en", ("handbook entitled “At Sea”", "At Sea")),
        ("A policy brief, “At Sea”, was issued.", "en", ("policy brief, “At Sea”", "At Sea")),
        ("IOM released “Out of Debt” in May.", "en", ("“Out of Debt”", "Out of Debt")),
        ("IOM published a survey of shelters in Nepal.", "en", "survey of shelters in Nepal"),
        ("IOM published a survey of shelters in May 2020.", "en", "survey of shelters"),
        ("IOM published a guide on visas and a film.", "en", "guide on visas"),
        ("L'OIM a lancé ses « Lignes directrices sur les ports ».", "fr",
         ("« Lignes directrices sur les ports »", "Lignes directrices sur les ports")),
        ("L'OIM a publié un guide à l'intention des juges en 2018.", "fr", "guide à l'intention des juges"),
        ("L'OIM a publié un manuel sur la pêche (Handbook on Fishing).", "fr",
         ("manuel sur la pêche (Handbook on Fishing)", "Handbook on Fishing")),
        ("IOM published the report.", "en", None),
        ("The guide was read at a meeting entitled “At Sea”.", "en", None),
        ("A study on fishing is needed.", "en", None),
        ("IOM published a guide (IOM).", "en", None),
    ],
)  # fmt: skip
def test_works_in_a_sentence(text: str, language: str, wanted: tuple[str, str] | str | None) -> None:
    pair = (wanted, wanted) if isinstance(wanted, str) else wanted
    assert found(text, language) == ([] if pair is None else [pair])


def test_a_title_and_its_translation_are_one_work() -> None:
    text = "Le HCR a publié un guide intitulé « Reconnaître pour protéger » (Recognize to Protect)."
    (fact,) = facts_of("publications", text)
    title = fact.roles["title"]
    assert {label for _, label in getattr(title, "labels", ())} == {"Reconnaître pour protéger", "Recognize to Protect"}


def test_an_edition_is_named_with_its_year_in_both_languages() -> None:
    (fact,) = facts_of("publications", "UNODC published the Global Report on Trafficking in Persons 2018 in 2019.")
    labels = {label for _, label in getattr(fact.roles["title"], "labels", ())}
    assert {
        "Global Report on Trafficking in Persons 2018",
        "Rapport mondial sur la traite des personnes 2018",
    } <= labels
    assert fact.roles["date"] == "2019"


def test_the_line_below_a_heading_says_who_published_what_it_names() -> None:
    page = "<h1>Library</h1><p>All is free.</p><h3>Girls in transit</h3><p>Published by UNICEF in 2020. French.</p>"
    facts = extract(read_bytes(page.encode(), "library.html")).facts
    assert said([fact for fact in facts if fact.kind == "publications"], "title", "publisher", "date") == [
        ("Girls in transit", "UNICEF", "2020")
    ]


def test_what_one_sentence_says_of_a_work_is_one_fact() -> None:
    text = "A toolkit on ports was developed by IMO and released in May 2023."
    assert said(facts_of("publications", text), "title", "publisher", "date") == [
        ("toolkit on ports", "IMO", "2023-05")
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("UNODC published a pocket guide to shelters in 2023.", "pocket guide to shelters"),
        ("UNODC published a quick reference guide on shelters in 2023.", "quick reference guide on shelters"),
        ("UNODC published a field manual on interviewing children.", "field manual on interviewing children"),
        ("L'ONUDC a publié un guide de poche sur les refuges en 2023.", "guide de poche sur les refuges"),
        ("UNODC published a very useful guide on shelters in 2023.", "guide on shelters"),
        ("L'ONUDC a publié un guide à l'intention des refuges, intitulé Partir sans dettes.", "Partir sans dettes"),
        ("L'ONUDC a publié un guide pour les refuges, qui a été intitulé « Partir ».", "guide pour les refuges"),
    ],
)
def test_of_what_sort(text: str, title: str) -> None:
    assert said(facts_of("publications", text), "title") == [(title,)]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_data_holds_together(language: str) -> None:
    content = data("works")[language]
    assert set(content) - {"proper"} == {
        "nouns", "projects", "cues", "stops", "joined", "verbs", "quoting", "each", "about", "by", "their",
        "see", "whose", "imprint", "refer", "lists", "leaving", "formats", "two_parts", "unannounced", "published",
        "told", "listed", "whose_or_what",
    }  # fmt: skip
    types = {*content["nouns"], *content["projects"]}
    assert types <= set(parents())
    every = [noun for nouns in (*content["nouns"].values(), *content["projects"].values()) for noun in nouns]
    assert len(every) == len(set(every))


ENTRIES = {
    "en": """Slavery has no end in sight. See Lost Cargo: The Law of Persons (Oslo, Harbour Institute of Law, 1999).

References

Okoro, A., Debts at Sea, University of Lagos Press, 2011.
Lind, M. and Rose, P., The Price, the Debt and Loss, Nordic Law Institute, 2014.
Shelley, L. (2010). Cold Harbour: A Global View. Cambridge: Cambridge University Press.
Berg, Kevin. Quiet Rooms. Berkeley: University of California Press, 1999.
Berg, Anna, Chief Inspector, Labour Institute, 2016.
""",
    "fr": """La traite dure. On se reportera au Code de conduite des agences (Chambre du mariage, Taipei, 2007).

Bibliographie

Okello, P., Chaînes brisées : manuel de l'avocat, Presses de l'Université de Gulu, 2014.
Berg, A. (2012), Les routes du large, Paris, L'Harmattan, 220 p.
OIT (2014). Le travail à bord : l'économie de la pêche. Genève.
Lind, M., Directrice, Institut du travail, 2014.
""",
}


def test_entries_of_bibliographies_and_what_see_leads_to() -> None:
    columns = ("title", "publisher", "date")
    assert said(facts_of("publications", ENTRIES["en"]), *columns) == sorted(
        [
            ("Lost Cargo: The Law of Persons", "Harbour Institute of Law", "1999"),
            ("Debts at Sea", "University of Lagos Press", "2011"),
            ("The Price, the Debt and Loss", "Nordic Law Institute", "2014"),
            ("Cold Harbour: A Global View", "Cambridge University Press", "2010"),
            ("Quiet Rooms", "University of California Press", "1999"),
        ]
    )
    assert said(facts_of("publications", ENTRIES["fr"]), *columns) == sorted(
        [
            ("Code de conduite des agences", "Chambre du mariage", "2007"),
            ("Chaînes brisées : manuel de l'avocat", "Presses de l'Université de Gulu", "2014"),
            ("Les routes du large", "L'Harmattan", "2012"),
            ("Le travail à bord : l'économie de la pêche", "ILO", "2014"),
        ]
    )


@pytest.mark.parametrize(
    "text",
    [
        "The Conference was held at the seat of the Institute (Geneva, Institute of Law, 1999).",
        "See the statement of the delegation (Geneva, Institute of Law, 1999).",
        "Berg, A., Director, Nordic Institute, 2014.",
        "Voir la déclaration de la délégation (Genève, Institut du droit, 1999).",
    ],
)
def test_what_only_looks_like_an_imprint(text: str) -> None:
    assert facts_of("publications", text) == []


@pytest.mark.parametrize(
    ("text", "title", "date"),
    [
        ("In June 2025 IOM published Unseen at the Crossing: A Guide for Border Officials, which is free.",
         "Unseen at the Crossing: A Guide for Border Officials", "2025-06"),
        ("IOM launched Behind the Screen: Trafficking into Scam Compounds on 20 May 2024.",
         "Behind the Screen: Trafficking into Scam Compounds", "2024-05-20"),
        ("Ghana welcomed the publication by IOM, in April 2024, of Waves of Hope: Routes in the Gulf of Guinea.",
         "Waves of Hope: Routes in the Gulf of Guinea", "2024-04"),
        ("Stolen Tides: Forced Labour on Fishing Vessels was published by IOM in 2021.",
         "Stolen Tides: Forced Labour on Fishing Vessels", "2021"),
        ("En juin 2025, l'OIM a publié Invisibles à la frontière : guide à l'usage des douanes, disponible partout.",
         "Invisibles à la frontière : guide à l'usage des douanes", "2025-06"),
        ("L'OIM a lancé Derrière l'écran : la traite vers les centres d'escroquerie le 20 mai 2024.",
         "Derrière l'écran : la traite vers les centres d'escroquerie", "2024-05-20"),
        ("Le Togo a salué la publication par l'OIM, en avril 2024, de Vagues d'espoir : les routes du golfe de Guinée.",
         "Vagues d'espoir : les routes du golfe de Guinée", "2024-04"),
    ],
)  # fmt: skip
def test_a_title_of_two_parts_is_whole_without_quotation_marks(text: str, title: str, date: str) -> None:
    assert said(facts_of("publications", text), "title", "publisher", "date") == [(title, "IOM", date)]


@pytest.mark.parametrize(
    "text",
    [
        "INTERPOL launched Operation Storm Makers: Police from Ghana and Togo freed 40 victims.",
        "UNODC launched Safe Harbours: the programme covers Ghana.",
        "L'ONUDC a lancé Passage sûr : quarante agents travaillent dans les ports du Togo.",
        "Le HCR a lancé Passage sûr : le programme couvre le Togo.",
    ],
)
def test_what_a_colon_explains_is_no_title(text: str) -> None:
    assert facts_of("publications", text) == []


@pytest.mark.parametrize(
    ("text", "publisher", "date"),
    [
        ("IOM runs shelters. Its handbook “Sit Down”, published in 2024, is free.", "IOM", "2024"),
        ("IOM runs shelters. Its handbook Sit Down Beside Them, published in 2024, is free.", "IOM", "2024"),
        ("IOM runs shelters. Walking Alongside, its manual, came out in May 2023.", "IOM", "2023-05"),
        ("L'OIM gère des foyers. Son manuel « Assieds-toi », publié en 2024, est gratuit.", "IOM", "2024"),
        ("ICAT met. IOM, OSCE and WHO attended. Its handbook “Sit Down” came out in 2024.", "", "2024"),
        ("A report which UNICEF published in May 2026, “Nobody's Child”, found debts.", "UNICEF", "2026-05"),
        ("A report published by UNICEF in May 2026, entitled “Nobody's Child”, found debts.", "UNICEF", "2026-05"),
        ("Selon un rapport de l'ONUDC paru en mai 2023, « Îles de transit », il y en a peu.", "UNODC", "2023-05"),
        ("L'ONUDC a fait paraître en 2021 un guide destiné aux pêcheurs, « Traverser ».", "UNODC", "2021"),
        ("Dans l'étude intitulée « Briques », qu'elle a publiée en 2023, l'OIT note des dettes.", "ILO", "2023"),
        ("Dans son Rapport mondial sur la traite des personnes 2022, publié en mai 2023, l'ONUDC note des dettes.",
         "UNODC", "2023-05"),
        ("The Town Hall Door, published by IOM in 2023", "IOM", "2023"),
    ],
)  # fmt: skip
def test_whose_it_is(text: str, publisher: str, date: str) -> None:
    assert said(facts_of("publications", text), "publisher", "date") == [(publisher, date)]


@pytest.mark.parametrize(
    "text",
    [
        "A report which UNICEF has not published, “Nobody's Child”, found debts.",
        "A report that UNICEF will publish in 2031, “Nobody's Child”, is awaited.",
        "Un rapport que l'UNICEF n'a pas publié, « Enfants », est attendu.",
        "IOM runs shelters. Its handbook for consular staff is being drafted.",
        "Its rules of procedure were adopted by the Panel.",
        "“Slaves to the Screen”, a briefing financed by the European Union, covers two countries.",
    ],
)
def test_what_was_not_published(text: str) -> None:
    assert facts_of("publications", text) == []
