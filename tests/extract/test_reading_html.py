"""Web pages: the article, not what stands around it."""

from __future__ import annotations

import pytest

from extract.document import Document
from extract.readers import ReadError, read_bytes

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Partners launch a toolkit | Office on Crime</title>
<meta property="og:site_name" content="Office on Crime"><meta name="author" content="Jane Roe">
<meta property="article:published_time" content="2021-03-04T10:00:00Z">
<script>var a = "<p>The script ratified the Protocol.</p>";</script><style>p { color: red }</style></head>
<body class="no-sidebar"><header><nav><a href="/">Home</a> <a href="/about">About the office</a></nav></header>
<div id="cookie-banner">We use cookies on this web site to improve it. Accept them all.</div>
<main><h1>Partners launch a toolkit</h1><ul class="breadcrumb"><li><a href="x">Home</a></li></ul>
<p>The Office (<a href="x">UNODC</a>) launched a toolkit<sup><a href="#1">1</a></sup> with
the <b>European&nbsp;Union</b>&rsquo;s help.</p>
<h2>What it does</h2><p>It helps States to:<ul><li>identify victims;<li>protect them.</ul>
<ol type="a"><li>The first action;<li>The second action.</ol>
<table><tr><th>Country<th>Victims<tr><td>Mali<td>12</table>
<p>Broken <b>markup <i>here</b> survives</i>.
<form><label>Subscribe to it</label><input></form><div style="display: none">Hidden words.</div>
</main><aside>Related stories</aside><footer>Copyright 2021</footer></body></html>"""


def read(page: str, encoding: str = "utf-8") -> Document:
    return read_bytes(page.encode(encoding), "page.html")


def texts(document: Document) -> list[str]:
    return [document.text[p.start : p.end] for p in document.passages if p.kind != "frontmatter"]


def test_the_article_alone() -> None:
    assert texts(read(PAGE)) == [
        "Partners launch a toolkit",
        "The Office (UNODC) launched a toolkit with the European Union’s help.",
        "What it does",
        "It helps States to:",
        "identify victims;",
        "protect them.",
        "(a) The first action;",
        "(b) The second action.",
        "Country ; Victims",
        "Mali ; 12",
        "Broken markup here survives.",
    ]


def test_kinds_of_blocks() -> None:
    kinds = [p.kind for p in read(PAGE).passages if p.kind != "frontmatter"]
    assert kinds == [
        "title",
        "paragraph",
        "heading",
        "paragraph",
        "item",
        "item",
        "item",
        "item",
        "table",
        "table",
        "paragraph",
    ]


def test_what_the_page_says_of_itself() -> None:
    part = read(PAGE).parts[0]
    assert part.title is not None and part.title.value == "Partners launch a toolkit"
    assert part.author is not None and part.author.value == "Jane Roe"
    assert part.date is not None and part.date.value == "2021-03-04"
    assert part.publisher is not None and part.publisher.value == "Office on Crime"


def test_quotes_are_found_in_the_raw_text() -> None:
    document = read(PAGE)
    for sentence in document.sentences:
        start, end = document.raw_span(sentence.start, sentence.end)
        assert " ".join(document.raw[start:end].split()) == document.quote(sentence.start, sentence.end)
    assert "<" not in document.raw


def test_a_page_without_main() -> None:
    page = (
        "<html><head><title>Communiqué - "
        "Office</title></head><body><table><tr><td><a "
        "href=1>Accueil</a><br><a href=2>Contact</a></td>"
        "<td><font size=5>Les Maldives adhèrent</font><br>Vienne, le 14 septembre 2016<br><br>"
        "Les Maldives ont ratifié le Protocole visant à prévenir, réprimer et punir la traite des personnes.<br><br>"
        "Le Directeur exécutif de l’Office a salué "
        "cette décision et a invité "
        "les autres États à suivre cet exemple.</td></tr></table>"
        "<div><a href=4>Mentions légales</a> <a href=5>Plan du site</a></div></body></html>"
    )
    document = read(page)
    assert texts(document)[-2].startswith("Les Maldives ont ratifié")
    assert "Accueil" not in document.raw
    assert "Mentions" not in document.raw
    assert document.parts[0].date is not None and document.parts[0].date.value == "2016-09-14"


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252", "utf-16"])
def test_the_encoding_that_the_page_declares(encoding: str) -> None:
    page = (
        f"<html><head><meta "
        f'http-equiv="Content-Type" content="text/html; '
        f'charset={encoding}"></head><body><p>Créé en 2007 à Vienne.</p></body></html>'
    )
    assert texts(read(page, encoding)) == ["Créé en 2007 à Vienne."]


def test_a_page_is_told_by_how_it_begins() -> None:
    assert read_bytes(b"<!DOCTYPE html><html><body><p>The Group met.</p></body></html>", "page").format == "html"
    assert read_bytes(b"The tag <html> begins a page.", "page.txt").format == "text"


def test_scripts_and_entities_stay_text() -> None:
    document = read(
        "<html><body><p>A &lt;script&gt;alert(1)&lt;/script&gt; &amp; more words in the text.</p></body></html>"
    )
    assert texts(document) == ["A <script>alert(1)</script> & more words in the text."]


def test_a_heading_that_is_not_closed_ends_with_the_paragraph() -> None:
    document = read(
        "<html><body><main><h1>The "
        "toolkit</h1><h2>What it does<p>It helps States "
        "to find the victims of trafficking.</main></body></html>"
    )
    assert [p.kind for p in document.passages] == ["title", "heading", "paragraph"]


def test_ordinals_in_superscript_stay() -> None:
    assert (
        "1er juillet" in read("<html><body><p>Depuis le 1<sup>er</sup> juillet, le Groupe agit.</p></body></html>").text
    )


def test_a_page_nested_without_end_is_refused() -> None:
    with pytest.raises(ReadError, match="nested too deeply"):
        read("<html><body>" + "<div>" * 5000 + "The Group met.")


@pytest.mark.parametrize(("heading", "kept"), [("Related news", False), ("À lire aussi", False), ("Key facts", True)])
def test_boxes_that_announce_other_pages_are_left_out(heading: str, kept: bool) -> None:
    box = f"<aside><h4>{heading}</h4><p>Norway gave $2 million to IOM.</p></aside>"
    page = f"<html><body><main><h1>Ports</h1><p>{'The port is open. ' * 20}</p>{box}</main></body></html>"
    assert ("Norway gave $2 million to IOM." in texts(read(page))) is kept


def test_who_is_quoted_closes_the_quotation() -> None:
    quoted = '<blockquote><p>We go on.</p><footer class="blockquote-footer">Ana Roy, Director</footer></blockquote>'
    page = f"<main><h1>News of the Fund</h1><p>{'It was said. ' * 20}</p>{quoted}<footer>Rue 1, Paris</footer></main>"
    assert texts(read(page))[-2:] == ["We go on.", "Ana Roy, Director"]
