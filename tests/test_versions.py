"""One work in several files: languages and formats of a symbol, translations of a page. What they state is one fact."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.build import build
from graph.store import Store
from queries.catalogue import require
from queries.rows import Row, run
from tests.extract.papers import Paper
from tests.extract.wordfiles import docx, p, table

pytestmark = pytest.mark.slow

ENGLISH = "The Inter-Agency Coordination Group against Trafficking in Persons was chaired by UNICEF in 2018."
FRENCH = (
    "Le Groupe interinstitutions de coordination contre la traite des personnes a été présidé par l’UNICEF en 2018."
)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "palermo.store"


def chairs(store: Path) -> list[Row]:
    with Store.open(store) as opened:
        return run(opened, require("chairs"), {}, language="en")


def citations(store: Path) -> list[Row]:
    with Store.open(store) as opened:
        return run(opened, require("citations"), {}, language="en")


def page(language: str, words: str, own: str, other: str) -> str:
    addresses = {"en": "https://www.un.org/en/about-us", "fr": "https://www.un.org/fr/a-propos"}
    return f"""<html lang="{language}"><head><title>ICAT</title><link rel="canonical" href="{addresses[own]}">
    <link rel="alternate" hreflang="{other}" href="{addresses[other]}/"></head>
    <body><main><h1>ICAT</h1><p>{words}</p><p>{words.replace("2018", "2017")}</p></main></body></html>"""


def test_a_symbol_in_two_languages_and_two_formats(tmp_path: Path, store: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    masthead = table([["United Nations", "A/78/321"], ["General Assembly", "Distr.: General"]])
    (folder / "en.docx").write_bytes(docx(p("Report of the Secretary-General") + p(f"1. {ENGLISH}"), first=masthead))
    paper = Paper()
    paper.at(60, 740, "Nations Unies")
    paper.at(420, 740, "A/78/321")
    paper.at(60, 720, "Assemblée générale")
    paper.at(60, 690, "Rapport du Secrétaire général")
    paper.page()
    paper.numbered(600, "1.", FRENCH)
    (folder / "fr.pdf").write_bytes(paper.data())
    summary = build([folder], store)
    assert (summary.documents, summary.failures) == (2, [])
    (row,) = chairs(store)
    assert [(e.document.label, e.paragraph, e.page, e.quote) for e in row.evidence] == [
        ("A/78/321", "1", None, ENGLISH),
        ("A/78/321", "1", 2, FRENCH),
    ]
    assert [piece.get("page") for piece in row.json()["evidence"]] == [None, 2]  # type: ignore[attr-defined]


def test_the_translations_of_a_page_are_one_work(tmp_path: Path, store: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    cites = " It cites General Assembly resolution 72/195."
    (folder / "about.html").write_text(page("en", ENGLISH + cites, "en", "fr"))
    (folder / "a-propos.html").write_text(page("fr", FRENCH, "fr", "en"))
    build([folder], store)
    rows = chairs(store)
    assert [len(row.evidence) for row in rows] == [2, 2]
    assert {e.document.label for row in rows for e in row.evidence} == {"about.html", "a-propos.html"}
    with Store.open(store) as opened:
        works = opened.select(
            "SELECT DISTINCT ?work { ?e eli:realizes ?work . ?d dcterms:isVersionOf ?work } ORDER BY ?work"
        )
    assert [str(row["work"]) for row in works] == ["<https://w3id.org/palermo/id/about.html>"]


def test_pages_that_do_not_name_each_other_are_two_works(tmp_path: Path, store: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "about.html").write_text(page("en", ENGLISH, "en", "fr"))
    (folder / "a-propos.html").write_text(page("fr", FRENCH, "fr", "en").replace("en/about-us", "en/home-page"))
    build([folder], store)
    with Store.open(store) as opened:
        assert opened.select("SELECT ?work { ?d dcterms:isVersionOf ?work } ORDER BY ?work") == []


def test_a_pdf_on_standard_input(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys
    from types import SimpleNamespace

    paper = Paper()
    paper.lines(60, 700, ENGLISH, 400)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(paper.data())))
    build(["-"], store)
    (row,) = chairs(store)
    assert (row.evidence[0].page, row.cells(["paragraph"])) == (1, {"paragraph": "p. 1"})


def test_a_note_is_tied_to_its_passage(tmp_path: Path, store: Path) -> None:
    paper = Paper()
    end = paper.at(60, 700, "UNICEF chaired ICAT in 2018.")
    paper.raised(end, 700, "1")
    paper.at(60, 110, "__________________")
    paper.raised(60, 95, "1", 8)
    paper.at(66, 95, "See General Assembly resolution 72/195.", 8)
    (tmp_path / "a.pdf").write_bytes(paper.data())
    build([tmp_path / "a.pdf"], store)
    with Store.open(store) as opened:
        found = opened.select("SELECT ?note ?to ?page { ?note :noteTo ?to ; :page ?page } ORDER BY ?note")
    assert [(str(r["note"]).rsplit("#")[1], str(r["to"]).rsplit("#")[1]) for r in found] == [
        ("passage-footnote-1>", "passage-paragraph-1>")
    ]
    assert [row.evidence[0].page for row in citations(store)] == [1]
