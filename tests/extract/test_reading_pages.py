"""Pages as they come: columns, tables, signatures, notes at the foot of a page, paragraphs over a page's end."""

from __future__ import annotations

import pytest

from extract.document import Document
from extract.readers import read_bytes


def document(text: str, name: str = "a.txt") -> Document:
    return read_bytes(text.encode(), name)


def outline(text: str, name: str = "a.txt") -> list[tuple[str, str | None, str]]:
    read = document(text, name)
    return [(p.kind, p.label, read.text[p.body or p.start : p.end]) for p in read.passages]


def texts(text: str, kind: str | None = None) -> list[str]:
    return [words for k, _, words in outline(text) if kind is None or k == kind]


def parents(read: Document, kind: str) -> list[str | None]:
    """For each passage of a kind, the words of its parent."""
    above = [None if p.parent is None else read.passages[p.parent] for p in read.passages if p.kind == kind]
    return [None if p is None else read.text[p.start : p.end] for p in above]


MASTHEAD = """
                                                                    CTOC/COP/WG.9/2021/7
           Conference of the Parties to the                         Distr.: General
           United Nations Convention against                        9 November 2021
           Transnational Organized Crime
                                                                    Original: English

Working Group on Ports
Vienna, 12 and 13 October 2021

           Report on the meeting of the Working Group on Ports held in
           Vienna on 12 and 13 October 2021

1.    The Working Group met twice.
"""
MASTHEAD_FR = """
Nations Unies                                                 CTOC/COP/2022/9

         Conférence des Parties à la                          Distr. générale
         Convention des Nations Unies contre                  3 mai 2022
         la criminalité transnationale organisée              Français
                                                              Original : anglais

1. Le Groupe s’est réuni deux fois.
"""


def test_the_columns_of_a_masthead_are_read_one_after_the_other() -> None:
    assert texts(MASTHEAD)[:5] == [
        "CTOC/COP/WG.9/2021/7",
        "Conference of the Parties to the United Nations Convention against Transnational Organized Crime",
        "Distr.: General",
        "9 November 2021",
        "Original: English",
    ]
    assert (
        texts(MASTHEAD)[7]
        == "Report on the meeting of the Working Group on Ports held in Vienna on 12 and 13 October 2021"
    )
    assert texts(MASTHEAD_FR)[:6] == [
        "Nations Unies",
        "Conférence des Parties à la Convention des Nations Unies contre la criminalité transnationale organisée",
        "CTOC/COP/2022/9",
        "Distr. générale",
        "3 mai 2022",
        "Français",
    ]


def test_a_numbered_paragraph_has_no_columns() -> None:
    text = "1.     The General Assembly met.\n\n2.     The Council did not.\n\n(a)    First;\n\n(b)    Second.\n"
    assert [(kind, label) for kind, label, _ in outline(text)] == [
        ("paragraph", "1"),
        ("paragraph", "2"),
        ("item", "2(a)"),
        ("item", "2(b)"),
    ]


TABLE = """Annual report

The Centre is governed by a Council of eleven States, whose chair rotates each year.

Committees of the Council

Committee                        Chair                      Secretariat
Budget Committee                 Hassan Ould Ahmed          Finance Unit
Committee on Consular Action
and Return                       Rim Gharbi                 Protection Unit
Legal Committee                  (vacant)                   Legal Unit

The Council met twice in the course of the year, in Tunis and in Nouakchott.
"""


def test_a_table_is_read_row_by_row() -> None:
    assert texts(TABLE, "table") == [
        "Committee ; Chair ; Secretariat",
        "Budget Committee ; Hassan Ould Ahmed ; Finance Unit",
        "Committee on Consular Action and Return ; Rim Gharbi ; Protection Unit",
        "Legal Committee ; (vacant) ; Legal Unit",
    ]
    assert texts(TABLE)[-1].startswith("The Council met twice")


def test_the_rows_of_a_table_stand_below_its_header_and_that_below_its_caption() -> None:
    read = document(TABLE)
    header = "Committee ; Chair ; Secretariat"
    assert parents(read, "table") == ["Committees of the Council", header, header, header]
    row = next(s for s in read.sentences if read.text[s.start :].startswith("Budget"))
    assert read.quote(row.start, row.end) == "Budget Committee Hassan Ould Ahmed Finance Unit"


def test_a_table_without_a_header() -> None:
    text = (
        "List of documents before the Group\n\n"
        "A/AC.9/2021/1     Annotated agenda\nA/AC.9/2021/2     Background paper: technology\n"
        "A/AC.9/2021/3     Background paper: evidence\n"
    )
    assert texts(text, "table") == [
        "A/AC.9/2021/1 ; Annotated agenda",
        "A/AC.9/2021/2 ; Background paper: technology",
        "A/AC.9/2021/3 ; Background paper: evidence",
    ]
    assert parents(document(text), "table") == [parents(document(text), "table")[0]] * 3


@pytest.mark.parametrize(
    "text",
    [
        "État\tSignature\tRatification\nBénin\t25 juin 2019\t–\nGhana\t25 juin 2019\t2 décembre 2019\n",
        "| État | Signature | Ratification |\n|---|---|---|\n| Bénin | 25 juin 2019 | – |\n"
        "| Ghana | 25 juin 2019 | 2 décembre 2019 |\n",
    ],
)
def test_tables_with_tabs_and_bars(text: str) -> None:
    text = f"État des ratifications\n\nLe tableau ci-après rend compte des signatures et des ratifications.\n\n{text}"
    assert texts(text, "table") == [
        "État ; Signature ; Ratification",
        "Bénin ; 25 juin 2019 ; –",
        "Ghana ; 25 juin 2019 ; 2 décembre 2019",
    ]


def test_a_tab_after_a_number_parts_no_cells() -> None:
    text = "1.\tThe General Assembly met in New York.\n\n2.\tThe Council\tdid not.\n"
    assert texts(text) == ["The General Assembly met in New York.", "The Council did not."]


def test_a_table_of_a_web_page() -> None:
    page = (
        "<html><body><main><h1>Status of the Protocol</h1><p>The Protocol was opened for signature in Lomé in 2019.</p>"
        "<table><caption>Protocol on fingerprints</caption>"
        "<tr><th>State</th><th>Signature</th><th>Ratification</th></tr>"
        "<tr><td><p>Benin</p></td><td>25 June 2019</td><td></td></tr>"
        "<tr><td>Ghana</td><td>25 June<br>2019</td><td><p>2 December 2019</p></td></tr></table></main></body></html>"
    )
    read = document(page, "a.html")
    assert [words for kind, _, words in outline(page, "a.html") if kind == "table"] == [
        "State ; Signature ; Ratification",
        "Benin ; 25 June 2019 ; –",
        "Ghana ; 25 June, 2019 ; 2 December 2019",
    ]
    assert parents(read, "table") == ["Protocol on fingerprints", *["State ; Signature ; Ratification"] * 2]


def test_a_box_inside_an_article_is_kept_and_related_stories_are_not() -> None:
    page = (
        "<html><body><main><article><h1>Qui sommes-nous ?</h1><p>Le Fonds a commencé ses activités en 2021.</p>"
        "<aside class=encadre><h3>Le saviez-vous ?</h3><p>Sa Secrétaire, Mme Ottoline Vance, est en poste.</p></aside>"
        "<aside><p><a href=1>Le Fonds ouvre son sixième appel à projets</a></p></aside></article></main>"
        "<aside><p>Abonnez-vous à notre lettre.</p></aside></body></html>"
    )
    words = [words for _, _, words in outline(page, "a.html")]
    assert "Sa Secrétaire, Mme Ottoline Vance, est en poste." in words
    assert not any("appel à projets" in w or "Abonnez" in w for w in words)


BODY = "The Commission thanks all those who contributed to its work in the course of the year.\n\n"


@pytest.mark.parametrize(
    ("block", "words"),
    [
        (
            "(Signed) Grace Tembo\nAmbassador\nPermanent Representative\n",
            "(Signed) Grace Tembo, Ambassador, Permanent Representative",
        ),
        ("(Signé) Awa Dieng\nLa Présidente du Comité\n", "(Signé) Awa Dieng, La Présidente du Comité"),
        ("Yacine Belkacem\nDirector\n", "Yacine Belkacem, Director"),
        ("Octave Lemercier-Ruiz,\nReprésentant régional\n", "Octave Lemercier-Ruiz, Représentant régional"),
        ("54th plenary meeting\n17 December 2021\n", "54th plenary meeting, 17 December 2021"),
        ("     99e séance plénière\n     26 août 2021\n", "99e séance plénière, 26 août 2021"),
    ],
)
def test_blocks_at_the_end_stay_together(block: str, words: str) -> None:
    read = document(BODY + block)
    last = read.sentences[-1]
    assert read.text[last.start : last.end] == words
    assert read.quote(last.start, last.end) == " ".join(block.split())


def test_names_one_below_the_other_are_no_signature() -> None:
    text = f"{BODY}Hassan Ould Ahmed\nRim Gharbi\nSalma Trabelsi\n"
    assert texts(text)[-3:] == ["Hassan Ould Ahmed", "Rim Gharbi", "Salma Trabelsi"]


FOOT = """5. Le Mécanisme se compose de 12 membres, dont l’Organisation maritime internationale et la
Fédération internationale des ouvriers du transport1. Il en comptait 10 avant la fin de 20202.

6. La présidence du Mécanisme, assurée par la Norvège en 2020, reviendra au Ghana en 2022.

__________________
 1 Voir CTOC/COP/WG.4/2020/5,
 par. 14.
 2 A/75/50.

7. Le Mécanisme a tenu sa première réunion à Bergen et sa deuxième réunion par visioconférence.

8. À sa deuxième réunion, le Mécanisme :

  a) A adopté les Principes de Bergen relatifs à l’inspection ;

  b) A élu Mme Ingrid Haugland à la présidence.

9. Le Fonds d’affectation spéciale pour les pêcheurs victimes d’exploitation (« le
 A/76/213


3/14 21-09984

Fonds »), que l’OIT a créé, est administré par le Bureau des fonds. Il reçoit des communica tions.
"""


def test_a_note_ends_at_the_foot_of_its_page() -> None:
    found = [(kind, label) for kind, label, _ in outline(FOOT) if kind != "frontmatter"]
    numbered = [("paragraph", str(n)) for n in (5, 6, 7, 8)] + [("item", "8(a)"), ("item", "8(b)"), ("paragraph", "9")]
    assert found == [*numbered, ("footnote", None), ("footnote", None)]
    assert texts(FOOT, "footnote") == ["Voir CTOC/COP/WG.4/2020/5, par. 14.", "A/75/50."]


def test_marks_of_notes_glued_to_words_and_years_are_dropped() -> None:
    assert "ouvriers du transport. Il en comptait 10 avant la fin de 2020." in texts(FOOT)[0]


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    assert texts(FOOT)[6] == (
        "Le Fonds d’affectation spéciale pour les pêcheurs victimes d’exploitation (« le Fonds »), que l’OIT a créé, "
        "est administré par le Bureau des fonds. Il reçoit des communications."
    )


def test_a_note_is_left_for_a_heading() -> None:
    text = "1. The Fund was created.1\n\n________\n1 See A/1.\n\nII. Resources\n\n2. It received money.\n"
    assert [kind for kind, _, _ in outline(text)] == ["paragraph", "heading", "paragraph", "footnote"]


@pytest.mark.parametrize(
    "words",
    [
        "A/75/L.119/Add.1)",
        "the G7 and",
        "article 1, paragraph 2",
        "in 2020 and 2021",
        "21 437 people",
        "COVID19 cases",
        "in 10,234",
    ],
)
def test_numbers_that_a_note_shares_stay(words: str) -> None:
    text = f"1. It is said {words} of the text, that it was so.\n\n________\n1 See A/1.\n\n2 See A/2.\n"
    assert words in texts(text)[0]


def test_marks_in_brackets() -> None:
    assert texts("The Group was set up in 2007.[3] It has 30 members[12] and a chair.\n") == [
        "The Group was set up in 2007. It has 30 members and a chair."
    ]


def test_a_line_that_ends_open_goes_on_below() -> None:
    text = (
        "Security Council\n\n   Resolution 2999 (2025)\n\n"
        "   Adopted by the Security Council at its 10012th meeting, on\n"
        "   26 September 2025\n\n   The Security Council,\n\n   Recalling its resolution 2388 (2017),\n\n"
        "   1.   Decides to remain seized of the matter.\n"
    )
    assert "Adopted by the Security Council at its 10012th meeting, on 26 September 2025" in texts(text)


def test_a_semicolon_at_the_end_of_a_full_line_ends_no_paragraph() -> None:
    text = (
        "5.    In the period under review, Uganda ratified the Protocol to Prevent, Suppress and Punish\n"
        "Trafficking in Persons, supplementing the Convention against Crime, on the third of May 2021;\n"
        "South Sudan acceded to it on 17 November 2021. The Congo has signed the Protocol but has yet\n"
        "to ratify it, while in the Gambia a bill is still before the Senate of that country.\n"
    )
    assert [(kind, label) for kind, label, _ in outline(text)] == [("paragraph", "5")]


def test_items_below_a_heading_hang_on_no_paragraph_above_it() -> None:
    text = (
        "1  GOVERNANCE\n\nThe Centre is governed by a Council, whose chairmanship rotates each year.\n\n"
        "2  THE LAW IN THE REGION\n\n- Mauritania: accession, 8 May 2019\n- Libya: no change\n\n"
        "Niger, which is not a member of the Union, signed the Agreement on 19 March 2019.\n"
    )
    read = document(text)
    assert parents(read, "item") == ["2 THE LAW IN THE REGION"] * 2
    assert [words for kind, _, words in outline(text) if kind == "heading"] == ["THE LAW IN THE REGION"]
