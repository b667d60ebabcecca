"""PDF files: order of reading, what stands around the text, paragraphs, footnotes, tables, pages."""

from __future__ import annotations

import pytest

from extract.document import Document, Passage
from extract.readers import ReadError, read_bytes
from tests.extract.papers import Paper, locked, pdf, scanned, stream

LONG = (
    "The Inter-Agency Coordination Group against Trafficking in Persons was created in 2007 and meets twice a year, in "
    "Vienna and in New York, with all its members and partners."
)
LATER = (
    "Its members share what they learn from the field and report every year to the General Assembly on the progress "
    "that has been made."
)


def passages(document: Document, *kinds: str) -> list[tuple[str | None, str]]:
    return [(p.label, document.text[p.start : p.end]) for p in document.passages if p.kind in kinds or not kinds]


def find(document: Document, words: str) -> Passage:
    return next(p for p in document.passages if words in document.text[p.start : p.end])


def report() -> Paper:
    """A report with a masthead in two columns, heads that change from page to page, a footnote on each page."""
    paper = Paper()
    paper.at(60, 740, "United Nations", 12)
    paper.at(420, 740, "A/78/321", 12)
    paper.at(60, 715, "General Assembly", 16, "B")
    paper.at(420, 715, "Distr.: General")
    paper.at(420, 703, "14 August 2023")
    paper.at(420, 680, "Original: English")
    paper.at(60, 640, "Seventy-eighth session", 10, "B")
    paper.at(60, 628, "Agenda item 109")
    paper.at(60, 616, "Crime prevention and criminal justice", 10, "B")
    paper.at(100, 580, "Improving the coordination of efforts against trafficking in", 12, "B")
    paper.at(100, 565, "persons", 12, "B")
    paper.at(100, 535, "Report of the Secretary-General", 11, "B")
    paper.at(100, 505, "I. Introduction", 12, "B")
    y = paper.numbered(480, "1.", LONG)
    end = paper.at(100, y, "The Group was chaired by UNICEF in 2018,")
    paper.at(60, y, "2.")
    paper.raised(end, y, "1")
    paper.at(100, y - 12, "and by OSCE in 2019.")
    y = paper.numbered(y - 40, "3.", f"{LONG} {LATER} {LONG} It met in Vi-")
    paper.at(60, 110, "__________________")
    paper.raised(60, 95, "1", 8)
    paper.at(66, 95, "See resolution 72/195.", 8)
    for number in (2, 3, 4, 5):
        paper.page()
        if number % 2 == 0:
            paper.at(60, 760, "A/78/321", 8, "B")
            paper.at(60, 40, f"{number}/5", 8)
            paper.at(500, 40, "23-15678", 8)
        else:
            paper.at(300, 760, "Improving coordination", 8, "B")
            paper.at(60, 40, "23-15678", 8)
            paper.at(540, 40, f"{number}/5", 8)
        y = 720.0 - 5 * number
        if number == 2:
            y = paper.lines(100, y, "enna in May and in September of that year.", 400)
        y = paper.lines(100, y, f"A. Part {number}", 400, size=11, font="B")
        y = paper.numbered(y, f"{number + 2}.", f"{LATER} Each of them, in particular:")
        y = paper.numbered(y, "(a)", f"Member States; {LATER[:-1]};", x=140, width=360)
        paper.numbered(y, "(b)", "The United Nations.", x=140, width=360)
    return paper


def test_a_report_is_read_in_its_order_without_what_stands_around_it() -> None:
    document = read_bytes(report().data(), "report.pdf")
    assert document.id == "A/78/321"
    assert document.format == "pdf"
    texts = dict(passages(document, "paragraph"))
    assert texts["1"] == f"1. {LONG}"
    assert texts["2"] == "2. The Group was chaired by UNICEF in 2018, and by OSCE in 2019."
    assert texts["3"] == f"3. {LONG} {LATER} {LONG} It met in Vienna in May and in September of that year."
    assert [label for label, _ in passages(document, "paragraph", "item")] == [
        *("1", "2", "3"),
        *(f"{n}{item}" for n in (4, 5, 6, 7) for item in ("", "(a)", "(b)")),
    ]
    assert "23-15678" not in document.text
    assert document.text.count("A/78/321") == 1
    assert "Improving coordination" not in document.text


def test_headings_have_their_level() -> None:
    document = read_bytes(report().data(), "report.pdf")
    headings = [(p.level, document.text[p.start : p.end]) for p in document.passages if p.kind == "heading"]
    assert headings == [(1, "I. Introduction"), *((1, f"A. Part {n}") for n in (2, 3, 4, 5))]


def test_what_a_report_says_of_itself() -> None:
    (part,) = read_bytes(report().data(), "report.pdf").parts
    assert part.title is not None
    assert part.title.value == "Improving the coordination of efforts against trafficking in persons"
    stated = {n: s.value for n in ("type", "date", "author", "session", "agenda_item") if (s := getattr(part, n))}
    assert stated == {
        "type": "report",
        "date": "2023-08-14",
        "author": "Secretary-General",
        "session": "Seventy-eighth session",
        "agenda_item": "Agenda item 109",
    }


def test_a_footnote_is_tied_to_where_its_mark_stands() -> None:
    document = read_bytes(report().data(), "report.pdf")
    note = find(document, "See resolution")
    assert (note.kind, document.text[note.start : note.end]) == ("footnote", "1 See resolution 72/195.")
    assert note.tied is not None
    assert document.passages[note.tied].label == "2"


def test_pages_are_those_of_the_file() -> None:
    document = read_bytes(report().data(), "report.pdf")
    third = find(document, "It met in Vienna")
    start = document.raw_span(third.start, third.end)[0]
    assert document.page(start) == 1
    assert document.page(document.raw.index("enna in May")) == 2
    assert document.page(document.raw.index("A. Part 3")) == 3
    assert document.page(document.raw.index("See resolution")) == 1


def test_offsets_are_true() -> None:
    document = read_bytes(report().data(), "report.pdf")
    for sentence in document.sentences:
        first, last = document.raw_span(sentence.start, sentence.end)
        assert " ".join(document.raw[first:last].split()) == " ".join(
            document.text[sentence.start : sentence.end].split()
        )


def test_two_columns_are_read_one_after_the_other() -> None:
    paper = Paper()
    paper.at(60, 740, "Resolution adopted by the Conference on trafficking in persons", 14, "B")
    for x, name in ((60, "left"), (320, "right")):
        y = 700.0
        for number in range(4):
            y = paper.lines(x, y, f"Column {name} number {number}: {LONG}", 240)
    document = read_bytes(paper.data(), "two.pdf")
    wanted = [f"Column {name} number {n}: {LONG}" for name in ("left", "right") for n in range(4)]
    assert [text for _, text in passages(document, "paragraph")] == wanted


def table(paper: Paper) -> None:
    paper.lines(60, 700, f"{LONG} The status of ratifications is as follows.", 480)
    paper.rule(60, 622, 480)
    for x, head in ((60, "State"), (220, "Ratification"), (400, "Remarks")):
        paper.at(x, 610, head, 9, "I")
    paper.rule(60, 604, 480)
    y = 590.0
    for state, date, remarks in (
        ("Fiji", "19 September 2017", ("with a reservation", "on article 15")),
        ("Japan", "11 July 2017", ("none",)),
        ("Sri Lanka", "15 June 2015", ("declaration on the", "competent authority")),
    ):
        paper.at(60, y, state, 9)
        paper.at(220, y, date, 9)
        for line in remarks:
            paper.at(400, y, line, 9)
            y -= 11
        y -= 8
    paper.lines(60, y - 30, LATER, 480)


def test_a_table_is_read_row_by_row() -> None:
    paper = Paper()
    table(paper)
    document = read_bytes(paper.data(), "table.pdf")
    rows = [(p.parent, document.text[p.start : p.end]) for p in document.passages if p.kind == "table"]
    assert [text for _, text in rows] == [
        "State ; Ratification ; Remarks",
        "Fiji ; 19 September 2017 ; with a reservation on article 15",
        "Japan ; 11 July 2017 ; none",
        "Sri Lanka ; 15 June 2015 ; declaration on the competent authority",
    ]
    header = next(i for i, p in enumerate(document.passages) if p.kind == "table")
    assert all(parent == header for parent, _ in rows[1:])
    assert (None, LATER) in passages(document, "paragraph")


def test_french_with_guillemets_and_ligatures() -> None:
    paper = Paper()
    words = "L’ONUDC a déﬁni « la traite des personnes » dans son rapport de 2019, où ﬁgurent les ﬂux observés entre "
    paper.lines(60, 700, f"{words}États Membres de l’Union européenne et d’autres régions.", 400)
    paper.lines(60, 600, "Le Groupe a été présidé par le HCDH en 2017.", 400)
    document = read_bytes(paper.data(), "fr.pdf")
    assert "a défini « la traite des personnes »" in document.text
    assert {p.language for p in document.passages} == {"fr"}


def test_hyphens_at_the_end_of_lines() -> None:
    paper = Paper()
    paper.at(60, 700, "The long-term work against traf-")
    paper.at(60, 688, "ficking goes on, and the high-")
    paper.at(60, 676, "level meeting of 2017 on trafficking was a high-level one.")
    document = read_bytes(paper.data(), "hyphens.pdf")
    assert "work against trafficking goes on, and the high-level meeting" in document.text


def test_the_table_of_contents_is_left_out() -> None:
    paper = Paper()
    paper.at(60, 740, "Contents", 12)
    paper.at(60, 720, "Introduction ..........................................")
    paper.at(520, 720, "2")
    paper.at(60, 705, "Findings ..............................................")
    paper.at(520, 705, "14")
    paper.lines(60, 670, LONG, 400)
    document = read_bytes(paper.data(), "contents.pdf")
    assert [text for _, text in passages(document)] == [LONG]


def test_what_comes_again_in_the_text_is_no_running_head() -> None:
    paper = Paper()
    for number in range(3):
        if number:
            paper.page()
        y = paper.lines(60, 740 - 13 * number, "The Group met again.", 400)
        paper.lines(60, y, f"{LONG} This is part {number}.", 400)
    document = read_bytes(paper.data(), "again.pdf")
    assert document.text.count("The Group met again.") == 3


@pytest.mark.parametrize("number", ["{}", "- {} -", "Page {}"])
def test_page_numbers_are_left_out_and_other_numbers_stay(number: str) -> None:
    paper = Paper()
    for n in (1, 2, 3):
        if n > 1:
            paper.page()
        paper.lines(60, 700, f"Part {'abc'[n - 1]} of the text is this. {LONG}", 400)
        paper.at(300, 40, number.format(n + 7))
    document = read_bytes(paper.data(), "numbers.pdf")
    assert [text for _, text in passages(document)] == [f"Part {x} of the text is this. {LONG}" for x in "abc"]


def test_a_symbol_that_only_running_heads_state() -> None:
    paper = Paper()
    for n in (1, 2):
        if n > 1:
            paper.page()
        paper.at(60, 760, "S/2021/77", 8)
        paper.lines(60, 700, f"Part {'ab'[n - 1]} of the text is this. {LONG}", 400)
    document = read_bytes(paper.data(), "head.pdf")
    assert document.id == "S/2021/77"
    assert passages(document, "paragraph") == [(None, f"Part {x} of the text is this. {LONG}") for x in "ab"]


def test_a_head_on_the_second_of_two_pages_in_large_letters() -> None:
    paper = Paper()
    paper.at(400, 780, "S/2021/77")
    paper.lines(60, 700, f"Part a of the text is this. {LONG}", 400)
    paper.page()
    paper.at(60, 780, "S/2021/77", 14)
    paper.lines(60, 700, f"Part b of the text is this. {LONG}", 400)
    document = read_bytes(paper.data(), "head.pdf")
    assert document.text.count("S/2021/77") == 1


def test_a_title_of_the_file_counts_where_the_text_has_none() -> None:
    def titled(title: str) -> str | None:
        paper = Paper(title=title)
        paper.lines(60, 700, LONG, 400)
        paper.lines(60, 600, LATER, 400)
        (part,) = read_bytes(paper.data(), "titled.pdf").parts
        return part.title.value if part.title is not None else None

    assert titled("Coordination against trafficking in persons") == "Coordination against trafficking in persons"
    assert titled("Microsoft Word - group trafficking persons.doc") is None
    assert titled("draft_group_trafficking") is None
    assert titled("Annual accounts of a company") is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (locked(), "needs a password"),
        (scanned(), "was scanned"),
        (b"%PDF-1.7\nno more than that", "damaged"),
        (report().data()[:900], "damaged"),
        (pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]), "damaged|without pages"),
    ],
)
def test_what_cannot_be_read_is_refused_with_advice(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason) as caught:
        read_bytes(data, "a.pdf")
    assert caught.value.advice


def test_pages_without_text_are_told() -> None:
    paper = report()
    paper.page()
    paper.pages[-1].append("0 0 612 792 re f")
    document = read_bytes(paper.data(), "half.pdf")
    assert document.warnings == ("1 of 6 pages hold no text (page 6); what they show was not read.",)


def test_the_same_file_gives_the_same_document() -> None:
    assert read_bytes(report().data(), "a.pdf") == read_bytes(report().data(), "a.pdf")


@pytest.mark.parametrize(
    ("turned", "matrix", "start", "step"),
    [
        (90, "0 1 -1 0", (100, 100), (12, 0)),
        (180, "-1 0 0 -1", (500, 100), (0, 12)),
        (270, "0 -1 1 0", (500, 700), (-12, 0)),
    ],
)
def test_a_page_that_is_turned(turned: int, matrix: str, start: tuple[int, int], step: tuple[int, int]) -> None:
    words = LONG.split()
    lines = [" ".join(words[i : i + 10]) for i in range(0, len(words), 10)]
    drawn = [
        f"BT /F 10 Tf {matrix} {start[0] + k * step[0]} {start[1] + k * step[1]} Tm ({line}) Tj ET"
        for k, line in enumerate(lines)
    ]
    font = "<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Courier>>>>>>"
    page = f"<</Type/Page/Parent 2 0 R/Rotate {turned}/MediaBox[0 0 612 792]/Contents 4 0 R/Resources {font}>>"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page.encode()]
    document = read_bytes(pdf([*objects, stream("\n".join(drawn).encode())]), "turned.pdf")
    assert passages(document) == [(None, LONG)]
