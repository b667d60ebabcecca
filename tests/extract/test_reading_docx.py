"""DOCX files: paragraphs, the numbers of lists, headings, footnotes, tables, mastheads."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx as word
import pytest

from extract.document import Document
from extract.readers import ReadError, read_bytes
from extract.readers.docx.numbering import written_number
from tests.extract.wordfiles import archive, docx, mark, p, run, table

LONG = (
    "The Inter-Agency Coordination Group against Trafficking in Persons was created in 2007 and meets twice a year, in "
    "Vienna and in New York, with all its members and partners."
)
RAISED = '<w:vertAlign w:val="superscript"/>'


def listed(document: Document, *kinds: str) -> list[tuple[str | None, str]]:
    return [(q.label, document.text[q.start : q.end]) for q in document.passages if q.kind in kinds or not kinds]


def read(body: str, **parts: object) -> Document:
    return read_bytes(docx(body, **parts), "a.docx")  # type: ignore[arg-type]


def test_the_numbers_of_lists_are_those_that_are_printed() -> None:
    document = read(
        p(LONG, "Numbered")
        + p("Its members are, in particular:", "Numbered")
        + p("Member States;", number=(1, 1))
        + p("United Nations entities:", number=(1, 1))
        + p("UNODC;", number=(1, 2))
        + p("UNICEF;", number=(1, 2))
        + p("Partners.", number=(1, 1))
        + p("It has a secretariat.", "Numbered")
        + p("It goes on from here.", number=(4, 0))
    )
    assert listed(document, "paragraph", "item") == [
        ("1", f"1. {LONG}"),
        ("2", "2. Its members are, in particular:"),
        ("2(a)", "(a) Member States;"),
        ("2(b)", "(b) United Nations entities:"),
        ("2(b)(i)", "(i) UNODC;"),
        ("2(b)(ii)", "(ii) UNICEF;"),
        ("2(c)", "(c) Partners."),
        ("3", "3. It has a secretariat."),
        ("7", "7. It goes on from here."),
    ]


def test_levels_are_written_with_those_above_and_bullets_as_bullets() -> None:
    document = read(
        p(LONG)
        + p("Findings", "H1", number=(2, 0))
        + p("The first finding is this.", number=(2, 1))
        + p("The second finding is this.", number=(2, 1))
        + p("A point that stands in no order.", number=(3, 0))
    )
    texts = [text for _, text in listed(document)]
    assert texts[1:] == [
        "I. Findings",
        "1.1 The first finding is this.",
        "1.2 The second finding is this.",
        "• A point that stands in no order.",
    ]


@pytest.mark.parametrize(
    ("value", "format", "written"),
    [
        *((3, "decimal", "3"), (3, "decimalZero", "03"), (5, "ordinal", "5"), (4, "lowerRoman", "iv")),
        *((2, "lowerLetter", "b"), (28, "lowerLetter", "bb"), (1, "upperLetter", "A"), (9, "upperRoman", "IX")),
    ],
)
def test_numbers(value: int, format: str, written: str) -> None:
    assert written_number(value, format) == written


def test_headings_by_their_style_or_by_how_they_are_set() -> None:
    document = read(
        p(LONG)
        + p("Overview", "HCh")
        + p(LONG)
        + p("Mandate", "H1")
        + p(LONG)
        + p(run("Set in bold by hand", "<w:b/>"))
        + p(LONG)
        + p(run("Only a part is ", "<w:b/>") + run("bold here and the line goes on"))
    )
    headings = [(q.level, document.text[q.start : q.end]) for q in document.passages if q.kind == "heading"]
    assert headings == [(1, "Overview"), (2, "Mandate"), (3, "Set in bold by hand")]
    outlined = read(p(LONG) + p("One", "Heading1") + p(LONG) + p("Two", "Heading2") + p(LONG))
    assert [(q.level, q.kind) for q in outlined.passages if q.kind == "heading"] == [(1, "heading"), (2, "heading")]


def test_a_footnote_is_tied_to_where_its_mark_stands() -> None:
    document = read(
        p(run("The Group met.") + mark(2)) + p(run("UNICEF chaired it") + mark(1) + run(" in 2018.")),
        footnotes=["See resolution 72/195.", "In Vienna."],
    )
    assert listed(document) == [
        (None, "The Group met."),
        (None, "UNICEF chaired it in 2018."),
        (None, "1 In Vienna."),
        (None, "2 See resolution 72/195."),
    ]
    assert [(q.kind, q.tied) for q in document.passages[2:]] == [("footnote", 0), ("footnote", 1)]


def test_raised_numbers_are_marks_and_raised_letters_are_words() -> None:
    document = read(
        p(run("Le 1") + run("er", RAISED) + run(" mai, le Groupe") + run("3", RAISED) + run(" s’est réuni."))
    )
    assert listed(document) == [(None, "Le 1er mai, le Groupe s’est réuni.")]


def test_a_table_is_read_row_by_row() -> None:
    rows = [("State", "Ratification", "Remarks"), ("Fiji", "19 September 2017", "none"), ("Japan", "11 July 2017", "")]
    document = read(p(LONG) + table(rows))
    assert [text for _, text in listed(document, "table")] == [
        "State ; Ratification ; Remarks",
        "Fiji ; 19 September 2017 ; none",
        "Japan ; 11 July 2017 ; –",
    ]
    assert [q.parent for q in document.passages if q.kind == "table"][1:] == [1, 1]


def test_merged_cells() -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>"
    start, on, wide = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="3"/>'
    body = (
        f"<w:tbl><w:tr>{cell.format('', p('Body'))}{cell.format('', p('Chair'))}{cell.format('', p('Year'))}</w:tr>"
        f"<w:tr>{cell.format(start, p('ICAT'))}{cell.format('', p('OHCHR'))}{cell.format('', p('2017'))}</w:tr>"
        f"<w:tr>{cell.format(on, '<w:p/>')}{cell.format('', p('UNICEF'))}{cell.format('', p('2018'))}</w:tr>"
        f"<w:tr>{cell.format(wide, p('All are members.'))}</w:tr></w:tbl>"
    )
    document = read(p(LONG) + body)
    assert [text for _, text in listed(document)][1:] == [
        "Body ; Chair ; Year",
        "ICAT ; OHCHR ; 2017",
        "ICAT ; UNICEF ; 2018",
        "All are members.",
    ]


def test_heads_of_columns_in_two_rows_are_one_row() -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>"
    start, on, wide = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    body = (
        f"<w:tbl><w:tr>{cell.format(start, p('Country'))}{cell.format(wide, p('Inspectors trained'))}</w:tr>"
        f"<w:tr>{cell.format(on, '<w:p/>')}{cell.format('', p('2022'))}{cell.format('', p('2023'))}</w:tr>"
        f"<w:tr>{cell.format('', p('Ghana'))}{cell.format('', p('40'))}{cell.format('', p('52'))}</w:tr></w:tbl>"
    )
    document = read(p(LONG) + body)
    heads = "Country ; Inspectors trained, 2022 ; Inspectors trained, 2023"
    assert [text for _, text in listed(document)][1:] == [heads, "Ghana ; 40 ; 52"]
    assert document.passages[-1].parent == len(document.passages) - 2


def test_a_table_that_lays_out_the_page_in_two_columns_is_text() -> None:
    inner = table([["Donor", "Amount"], ["Norway", "50,000 euros"]])
    left = f"<w:tc>{p('The Board was founded in 2019.')}{p('It was chaired by Togo in 2023.')}</w:tc>"
    right = f"<w:tc>{p('IOM trained 85 inspectors.')}{inner}{p('The Board thanks its donors.')}</w:tc>"
    document = read(p(LONG) + f"<w:tbl><w:tr>{left}{right}</w:tr></w:tbl>")
    assert [text for _, text in listed(document)][1:] == [
        "The Board was founded in 2019.",
        "It was chaired by Togo in 2023.",
        "IOM trained 85 inspectors.",
        "Donor ; Amount",
        "Norway ; 50,000 euros",
        "The Board thanks its donors.",
    ]


def test_the_head_of_the_first_page_is_the_masthead_and_other_heads_are_not_read() -> None:
    first = table([["United Nations", "A/78/321"], ["General Assembly", "Distr.: General"], ["", "14 August 2023"]])
    body = (
        p("Seventy-eighth session")
        + p("Report of the Secretary-General")
        + p("Coordination against trafficking")
        + p(LONG)
    )
    document = read(body, first=first, head=p("A/78/321") + p("A running head"))
    (part,) = document.parts
    assert document.id == "A/78/321"
    assert (part.date and part.date.value, part.session and part.session.value) == (
        "2023-08-14",
        "Seventy-eighth session",
    )
    assert "running head" not in document.text
    stated = read(p(LONG), first=p("A picture"), head=p("A/78/9"))
    assert stated.id == "A/78/9"


def test_what_a_word_processor_does_not_show_is_not_read() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>never </w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2">{run("again ")}</w:ins>'
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    body = p(run("The Group ") + deleted + inserted + field + run("hidden ", "<w:vanish/>") + run("met."))
    document = read(
        body + p("Findings 3", "TOC1") + p(f"<w:sdt><w:sdtContent>{run('In a control.')}</w:sdtContent></w:sdt>")
    )
    assert [text for _, text in listed(document)] == ["The Group again met.", "In a control."]


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{p('UNICEF chaired the Group in 2018.')}</w:txbxContent>"
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    choice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<w:r><mc:AlternateContent {space}>{choice}</mc:AlternateContent></w:r>"
    document = read(p(run("The Group met.") + both))
    assert [text for _, text in listed(document)] == ["The Group met.", "UNICEF chaired the Group in 2018."]


def test_a_file_of_another_program() -> None:
    made = word.Document()
    made.core_properties.title = "A report on the Inter-Agency Coordination Group"
    made.add_paragraph(LONG)
    made.add_paragraph("UNICEF chaired it in 2018.", style="List Bullet")
    made.add_paragraph("OSCE chaired it in 2019.", style="List Number")
    out = BytesIO()
    made.save(out)
    document = read_bytes(out.getvalue(), "made.docx")
    assert document.parts[0].title is not None
    assert document.parts[0].title.value == "A report on the Inter-Agency Coordination Group"
    assert [text for _, text in listed(document)][1:] == [
        LONG,
        "• UNICEF chaired it in 2018.",
        "1. OSCE chaired it in 2019.",
    ]


ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (docx(p("words"), declared=ENTITIES), "entities"),
        (docx("<w:p>" * 400 + "</w:p>" * 400), "damaged"),
        (docx(p(LONG))[:-80], "damaged"),
        (archive({"[Content_Types].xml": "<a/>", "word/document.xml": "no XML"}), "damaged"),
        (docx(""), "without words"),
        (docx(table([["", ""]])), "without words"),
        (archive({"a.txt": "x"}), "ZIP archive"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "password"),
    ],
)
def test_what_cannot_be_read_is_refused_with_advice(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason) as caught:
        read_bytes(data, "a.docx")
    assert caught.value.advice


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    from extract.readers.docx import package

    data = docx(p("a" * 20_000))
    monkeypatch.setattr(package, "UNPACKED", 10_000)
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_, **__: pytest.fail("it was unpacked"))
    with pytest.raises(ReadError, match="unpacks to more"):
        read_bytes(data, "a.docx")
