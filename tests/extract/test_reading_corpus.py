"""The bundled documents: what must be found in them, and what must be gone."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from extract import readers
from extract.document import Document

CORPUS = Path(readers.__file__).parents[1] / "corpus"
NAMES = sorted(path.name for path in CORPUS.glob("*.txt"))
REPORT = "a-74-127-report-of-the-secretary-general.fr.txt"
MESSAGE = "secretary-general-message-world-day-against-trafficking-2020.en-fr.txt"
PAGE = "un-network-on-migration-covid-19-listening-sessions-web-page.en-fr.txt"
OBJECTIVE = "global-compact-for-migration-objective-10-web-page.fr.txt"


@cache
def load(name: str) -> Document:
    return readers.read(CORPUS / name)


def test_there_are_five() -> None:
    assert len(NAMES) == 5
    assert [p.name for p in readers.find_sources(CORPUS)] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_is_found_in_the_file(name: str) -> None:
    document = load(name)
    file = (CORPUS / name).read_bytes().decode("utf-8")
    assert document.raw == file
    for sentence in document.sentences:
        start, end = document.raw_span(sentence.start, sentence.end)
        assert " ".join(file[start:end].split()) == document.quote(sentence.start, sentence.end)
        words = re.sub(r"\s", "", document.text[sentence.start : sentence.end])
        assert words[:8] == re.sub(r"\s", "", file[start:end])[:8]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_the_pages_is_left(name: str) -> None:
    text = load(name).text
    assert "http" not in text
    assert "04876" not in text
    assert not re.search(r"\. \. \.|____|  | [,.](?:\s|$)|\s[’']\w", text)
    assert text.count("A/74/127") <= 1


@pytest.mark.parametrize("name", NAMES)
def test_passages_and_sentences_lie_in_order(name: str) -> None:
    document = load(name)
    ends = [0, *(p.end for p in document.passages)]
    assert all(before <= p.start < p.end for before, p in zip(ends, document.passages, strict=False))
    for sentence in document.sentences:
        passage = document.passages[sentence.passage]
        assert passage.start <= sentence.start < sentence.end <= passage.end
    assert {s.passage for s in document.sentences} == set(range(len(document.passages)))


def test_the_paragraphs_of_the_report_are_all_there() -> None:
    passages = load(REPORT).passages
    assert [p.label for p in passages if p.kind == "paragraph" and p.label is not None] == [
        str(n) for n in range(1, 140)
    ]


def test_the_items_of_the_report() -> None:
    items: dict[str, list[str]] = {}
    for passage in load(REPORT).passages:
        if passage.kind == "item" and passage.label is not None:
            number, _, rest = passage.label.partition("(")
            items.setdefault(number, []).append(f"({rest}")
    letters = {"37": "abc", "72": "abcd", "77": "abcdefg", "81": "ab", "112": "abcde"}
    assert {n: found for n, found in items.items() if n != "139"} == {
        n: [f"({c})" for c in s] for n, s in letters.items()
    }
    nested = [f"(d)({r})" for r in ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")]
    assert items["139"] == ["(a)", "(b)", "(c)", "(d)", *nested, "(e)", "(f)", "(g)", "(h)", "(i)"]


def test_the_headings_of_the_report() -> None:
    report = load(REPORT)
    headings = [
        (p.level, report.text[p.start : p.body or p.start].strip()) for p in report.passages if p.kind == "heading"
    ]
    numerals = ["", "I.", "II.", "III.", "IV.", "V.", "VI.", "VII.", "VIII.", "IX."]
    assert [number for level, number in headings if level == 1] == numerals
    assert [number for level, number in headings if level == 2] == ["A.", "B.", "C."]
    assert len(headings) == 28


def test_text_without_a_number_has_no_label() -> None:
    report = load(REPORT)
    bare = [report.text[p.start : p.end][:25] for p in report.passages if p.label is None and p.kind == "paragraph"]
    assert bare == ["Le présent rapport, établ"]


BROKEN = [
    "transnat_ionale",
    "volonta_ires",
    "a_insi",
    "format_ion",
    "spéc_iaux",
    "fo_rces",
    "t_raite",
    "off_rant",
    "béné_ficier",
    "trait_e",
    "régio_nal",
    "su_r",
    "se_rvices",
    "entr_e",
    "obliga_tions",
    "organisat_ions",
    "li_ée",
    "so_uligné",
    "trai_te",
    "qu_i",
]


def test_words_that_the_file_broke_are_whole() -> None:
    report = load(REPORT)
    found = []
    for match in re.finditer(r"[^\W\d_]+", report.text):
        start, end = report.raw_span(match.start(), match.end())
        if report.raw[start:end] != match.group() and re.search(r"\w \w", report.raw[start:end]):
            found.append(report.raw[start:end].replace(" ", "_"))
            assert match.group() == report.raw[start:end].replace(" ", "")
    assert found == BROKEN


def test_sentences_over_page_breaks_are_whole() -> None:
    report = load(REPORT)
    sentences = [report.text[s.start : s.end] for s in report.sentences]
    assert (
        "Selon le Rapport mondial sur la traite des "
        "personnes 2018 de l’ONUDC, "
        "168 pays sur les 181 examinés avaient, en août 2018, "
        "mis en place une législation incriminant "
        "d’une manière générale la "
        "traite de personnes, conformément au Protocole." in sentences
    )
    assert any(
        s.endswith(
            "au sujet de l’avant-projet du Pacte mondial sur les migrations, de la résilience et des interventions en "
            "cas de crise (y compris les notes "
            "d’information récentes du "
            "Groupe concernant la traite des personnes dans "
            "les crises humanitaires) ;"
        )
        for s in sentences
    )


def test_what_the_report_states() -> None:
    report = load(REPORT)
    assert report.id == "A/74/127"
    assert report.parts[0].type is not None and report.parts[0].type.value == "report"
    assert report.parts[0].title is None


def test_two_languages_in_one_file() -> None:
    page = load(PAGE)
    assert [part.language for part in page.parts] == ["en", "fr"]
    stated = [(p.title and p.title.value, p.author and p.author.value, p.date and p.date.value) for p in page.parts]
    assert stated[0] == (
        "Reflections on the UN Network on Migration’s Listening Sessions on COVID-19 and Trafficking in Persons",
        "Amy Emel Muedin",
        "2020-07-09",
    )
    assert stated[1] == (
        "Réflexions sur les Listening Sessions du "
        "Réseau des Nations Unies "
        "sur les migrations au sujet du COVID-19 et de la "
        "traite des personnes",
        "Amy Emel Muedin",
        "2020-07-09",
    )


def test_the_message() -> None:
    english, french = load(MESSAGE).parts
    assert english.title is not None
    assert english.title.value == "Secretary-General's message on the World Day against Trafficking in Persons"
    assert (english.date and english.date.value, english.author and english.author.value) == (
        "2020-07-30",
        "António Guterres",
    )
    assert english.type is not None and english.type.value == "message"
    assert (french.language, french.title, french.date) == ("fr", None, None)


def test_the_quoted_paragraph_of_the_web_page() -> None:
    page = load(OBJECTIVE)
    labels = [p.label for p in page.passages if p.kind in ("paragraph", "item")]
    assert labels[:14] == [None, "26", "26", *(f"26({c})" for c in "abcdefghij"), None]
    assert set(labels[14:]) == {None}
    assert page.parts[0].title is not None and page.parts[0].title.value == "10 – Éradiquer la traite de personnes"
    assert page.passages[-1].kind == "footnote"


@pytest.mark.parametrize("name", NAMES)
def test_no_document_raises_a_warning(name: str) -> None:
    assert load(name).warnings == ()
