"""PDF files in columns: newsletters, sidebars, boxes; lines that are stretched; tables that look like columns."""

from __future__ import annotations

import pytest

from extract.document import Document
from extract.readers import read_bytes
from tests.extract.papers import EACH, Paper

CHAIRS = "The International Organization for Migration chaired the Group in 2025 and Chad chairs it in 2026."
DESERT = "Operation Desert Lantern began in Chad on 14 January 2026. Officers freed 96 people, most of them boys."
PLEDGE = "On its last day the Conference adopted the Amman Pledge, which follows up on the Global Compact."
TRAINED = "In 2025 the secretariat trained 1,240 camp managers in Chad and Jordan, 58 per cent of them women."
ABOUT = "The Group was created in June 2017. Its secretariat is hosted by Jordan, in Amman."
TITLE = "The Crossing, newsletter of the Group on trafficking, April 2026"


def texts(paper: Paper, *kinds: str) -> list[str]:
    document = read_bytes(paper.data(), "a.pdf")
    return [document.text[p.start : p.end] for p in document.passages if p.kind in kinds or not kinds]


def rows(document: Document) -> list[str]:
    return [document.text[p.start : p.end] for p in document.passages if p.kind == "table"]


def head() -> Paper:
    paper = Paper()
    paper.at(60, 750, TITLE, 12, "B")
    return paper


def column(paper: Paper, x: float, y: float, width: float, *paragraphs: str, size: float = 10) -> float:
    for words in paragraphs:
        y = paper.lines(x, y, words, width, size=size)
    return y


def stretched(paper: Paper, x: float, y: float, words: str, width: float) -> None:
    """Writes a line of which the spaces are so wide that it fills a column."""
    parts = words.split()
    gap = (width - sum(EACH * 10 * len(part) for part in parts)) / (len(parts) - 1)
    for part in parts:
        x = paper.at(x, y, part) + gap


@pytest.mark.parametrize("lower", [0, 5])  # lines on one level, and not
def test_columns_that_are_written_one_after_the_other(lower: int) -> None:
    paper = head()
    column(paper, 60, 700, 230, CHAIRS, DESERT)
    column(paper, 320, 700 - lower, 230, PLEDGE, TRAINED)
    assert texts(paper)[-4:] == [CHAIRS, DESERT, PLEDGE, TRAINED]


def test_three_columns() -> None:
    paper = head()
    for x, words in ((50, (CHAIRS, DESERT)), (220, (PLEDGE,)), (390, (TRAINED, ABOUT))):
        column(paper, x, 700, 150, *words, size=9)
    assert texts(paper)[-5:] == [CHAIRS, DESERT, PLEDGE, TRAINED, ABOUT]


def test_what_stands_across_two_columns_parts_those_above_from_those_below() -> None:
    paper = head()
    y = column(paper, 60, 700, 230, CHAIRS)
    column(paper, 320, 700, 230, DESERT)
    paper.at(60, y - 20, "The year in training and in displacement sites of the Group", 12, "B")
    column(paper, 60, y - 50, 230, PLEDGE)
    column(paper, 320, y - 50, 230, TRAINED)
    assert texts(paper)[-5:-3] == [CHAIRS, DESERT]
    assert texts(paper)[-2:] == [PLEDGE, TRAINED]


@pytest.mark.parametrize("first", [True, False])  # some programs write a box before the text beside it
def test_a_box_beside_the_text(*, first: bool) -> None:
    paper = head()
    if first:
        column(paper, 420, 700, 140, ABOUT, size=8)
    y = column(paper, 60, 700, 320, CHAIRS, DESERT)
    if not first:
        column(paper, 420, 700, 140, ABOUT, size=8)
    column(paper, 60, y, 500, PLEDGE)
    assert texts(paper)[-4:] == [CHAIRS, DESERT, ABOUT, PLEDGE]


def test_a_longer_column_goes_on_beside_nothing() -> None:
    paper = head()
    column(paper, 60, 700, 230, CHAIRS)
    column(paper, 320, 700, 230, DESERT, PLEDGE, TRAINED)
    assert texts(paper)[-4:] == [CHAIRS, DESERT, PLEDGE, TRAINED]


def test_the_gap_between_two_columns_may_be_narrow() -> None:
    paper = head()
    column(paper, 60, 700, 240, CHAIRS, DESERT)
    column(paper, 308, 700, 240, PLEDGE, TRAINED)
    assert texts(paper)[-4:] == [CHAIRS, DESERT, PLEDGE, TRAINED]


@pytest.mark.parametrize("shift", range(12))
def test_a_large_heading_joins_no_lines_of_the_column_beside_it(shift: int) -> None:
    paper = head()
    y = column(paper, 60, 700, 230, CHAIRS)
    paper.at(60, y - 3, "DESERT LANTERN", 16, "B")
    column(paper, 60, y - 20, 230, DESERT)
    column(paper, 320, 706 - shift, 230, PLEDGE, TRAINED)
    assert texts(paper)[-5:] == [CHAIRS, "DESERT LANTERN", DESERT, PLEDGE, TRAINED]


def test_a_table_within_a_column() -> None:
    paper = head()
    y = column(paper, 60, 700, 230, CHAIRS)
    for state, manner, font in (("State", "Action", "B"), ("Uganda", "Ratification", ""), ("Chad", "Accession", "")):
        paper.at(60, y, state, 10, font)
        paper.at(180, y, manner, 10, font)
        y -= 16
    column(paper, 60, y, 230, PLEDGE)
    column(paper, 320, 700, 230, DESERT, TRAINED)
    document = read_bytes(paper.data(), "a.pdf")
    assert rows(document) == ["State ; Action", "Uganda ; Ratification", "Chad ; Accession"]
    assert texts(paper, "paragraph") == [CHAIRS, PLEDGE, DESERT, TRAINED]


def test_a_table_of_long_cells_is_no_pair_of_columns() -> None:
    paper = head()
    y = column(paper, 60, 700, 490, CHAIRS)
    for left, right in ((DESERT, TRAINED), (PLEDGE, ABOUT)):
        y = min(column(paper, 60, y, 230, left), column(paper, 320, y, 230, right)) - 8
    assert rows(read_bytes(paper.data(), "a.pdf")) == [f"{DESERT} ; {TRAINED}", f"{PLEDGE} ; {ABOUT}"]


def test_a_table_of_one_row_of_long_cells_is_told_by_its_heads() -> None:
    paper = head()
    column(paper, 60, 700, 490, CHAIRS)
    for x, words in ((60, "2024 (actual)"), (320, "2025 (planned)")):
        paper.at(x, 640, words)
    column(paper, 60, 620, 230, DESERT)
    column(paper, 320, 620, 230, TRAINED)
    assert rows(read_bytes(paper.data(), "a.pdf")) == ["2024 (actual) ; 2025 (planned)", f"{DESERT} ; {TRAINED}"]


def test_a_list_of_numbers_and_titles_in_two_columns() -> None:
    paper = head()
    column(paper, 60, 720, 490, CHAIRS)
    titles = ("Trafficking in women and in girls worldwide", "Coordination of efforts against trafficking in persons")
    for x, first in ((60, 70), (320, 80)):
        y = 660.0
        for number in range(first, first + 5):
            paper.at(x, y, f"{number}/1{number}")
            y = paper.lines(x + 60, y, titles[number % 2], 180)
    found = rows(read_bytes(paper.data(), "a.pdf"))
    assert found[:2] == [f"70/170 ; {titles[0]}", f"71/171 ; {titles[1]}"]
    assert found[5:] == [f"{n}/1{n} ; {titles[n % 2]}" for n in range(80, 85)]


def test_heads_of_which_one_has_two_lines_are_one_row() -> None:
    paper = head()
    column(paper, 60, 700, 490, CHAIRS)
    for x, y, words in ((60, 630, "Organizer"), (180, 630, "Public"), (300, 636, "Number of"), (300, 624, "trainees")):
        paper.at(x, y, words, 10, "B")
    paper.at(440, 630, "Place", 10, "B")
    for k, cells in enumerate((("UNODC", "Judges", "214", "Dakar"), ("IOM", "Nurses", "130", "Tunis"))):
        for x, words in zip((60, 180, 300, 440), cells, strict=True):
            paper.at(x, 600 - 20 * k, words)
    found = rows(read_bytes(paper.data(), "a.pdf"))
    assert found == ["Organizer ; Public ; Number of trainees ; Place", "UNODC ; Judges ; 214 ; Dakar", *found[2:]]
    assert found[2:] == ["IOM ; Nurses ; 130 ; Tunis"]


def test_a_line_stretched_to_its_column_is_no_row_of_a_table() -> None:
    paper = head()
    y = 700.0
    for words in ("Refugees and migrants who are trafficked", "identified in six camps of Chad and then"):
        paper.at(60, y, words)
        y -= 12
    for words in ("accompanied, from arrival", "until authorities decide"):
        stretched(paper, 60, y, words, 240)
        y -= 12
    for words in ("whether they can stay in the country, be", "settled elsewhere, or return to their co"):
        paper.at(60, y, words)
        y -= 12
    paper.at(60, y, "ntries in safety and dignity.")
    document = read_bytes(paper.data(), "a.pdf")
    assert not rows(document)
    assert "accompanied, from arrival until authorities decide whether" in document.text


def test_numbers_at_the_edge_of_a_column_are_no_stretched_lines() -> None:
    paper = head()
    y = column(paper, 60, 700, 300, CHAIRS)
    for donor, amount in (("Spain", "800,000"), ("Switzerland", "450,000"), ("Republic of Korea", "1,300,000")):
        paper.at(60, y, donor)
        paper.at(360 - 6 * len(amount), y, amount)
        y -= 16
    column(paper, 60, y, 300, PLEDGE)
    assert rows(read_bytes(paper.data(), "a.pdf")) == [
        "Spain ; 800,000",
        "Switzerland ; 450,000",
        "Republic of Korea ; 1,300,000",
    ]


def test_a_running_head_on_the_second_of_two_pages() -> None:
    paper = head()
    column(paper, 60, 700, 490, CHAIRS, DESERT)
    paper.page()
    paper.at(60, 770, "THE CROSSING - April 2026", 8)
    column(paper, 60, 730, 490, PLEDGE)
    assert texts(paper)[-3:] == [CHAIRS, DESERT, PLEDGE]


def test_small_words_at_the_top_of_a_page_that_say_something_new_stay() -> None:
    paper = head()
    column(paper, 60, 700, 490, CHAIRS, DESERT)
    paper.page()
    paper.at(60, 770, "Pledge of April 2026", 8)
    column(paper, 60, 730, 490, PLEDGE)
    assert "Pledge of April 2026" in texts(paper)


def test_footnotes_whose_own_marks_are_not_raised() -> None:
    paper = head()
    end = paper.at(60, 700, "The Group was founded by the Council in 2017")
    paper.raised(end, 700, "1")
    paper.at(60, 688, "and was chaired in 2024 by Chad, which leads")
    end = paper.at(60, 676, "it")
    paper.raised(end, 676, "2", 12)
    paper.at(82, 676, "with Jordan.")
    paper.at(60, 90, "1 See resolution 72/195.", 8)
    paper.at(60, 78, "2 The Group, Annual Report (Amman, 2025).", 8)
    document = read_bytes(paper.data(), "a.pdf")
    notes = [document.text[p.start : p.end] for p in document.passages if p.kind == "footnote"]
    assert notes == ["1 See resolution 72/195.", "2 The Group, Annual Report (Amman, 2025)."]
    assert "in 2017 and was chaired in 2024 by Chad, which leads it with Jordan." in document.text


def test_lines_of_a_title_page_that_had_room_above_stand_for_themselves() -> None:
    paper = Paper()
    paper.at(60, 740, "United Nations Office on Drugs and Crime", 12, "B")
    paper.at(60, 724, "Statement", 12, "B")
    column(paper, 60, 690, 490, CHAIRS, DESERT)
    assert texts(paper)[:2] == ["United Nations Office on Drugs and Crime", "Statement"]


def test_the_left_column_of_a_masthead_goes_on_below_the_right_one() -> None:
    paper = Paper()
    paper.at(60, 740, "Nations Unies")
    paper.at(420, 740, "CTOC/COP/2025/6")
    paper.at(60, 720, "Conférence des Parties à la", 10, "B")
    paper.at(420, 720, "Distr. générale")
    paper.at(60, 708, "Convention des Nations Unies contre", 10, "B")
    paper.at(420, 708, "16 octobre 2025")
    paper.at(60, 696, "la criminalité transnationale", 10, "B")
    paper.at(60, 684, "organisée", 10, "B")
    paper.lines(60, 640, "Le Groupe s’est réuni deux fois en 2025, à Vienne, sous la présidence de Monaco.", 490)
    body = "Conférence des Parties à la Convention des Nations Unies contre la criminalité transnationale organisée"
    assert texts(paper)[:3] == ["Nations Unies", body, "CTOC/COP/2025/6"]


def test_a_justified_paragraph_goes_on_on_the_next_page() -> None:
    paper = head()
    for k, words in enumerate(("The programme is led by Chad, by Jordan", "and by Egypt. It is run in three camps.")):
        paper.at(60, 124 - 12 * k, words)
        paper.at(60, 500 - 12 * k, words)
    paper.at(60, 100, "In 2024, 96 persons were trained there.")
    paper.page()
    paper.at(60, 740, "Spain gave it two million euros in 2025.")
    assert texts(paper)[-1].endswith("were trained there. Spain gave it two million euros in 2025.")
