"""Repair: what text taken from PDF brings along is taken out, words are whole again, and the map stays true."""

from __future__ import annotations

import unicodedata
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.characters import BROKEN, HYPHENS, LIGATURES, LINE_ENDS, SPACES
from extract.document import Document
from extract.readers import ReadError, read_bytes
from tests.cost import grows_in_step


def lines(text: str, name: str = "a.txt") -> list[str]:
    """The lines of the clean text."""
    return read_bytes(text.encode(), name).text.split("\n")


def clean(text: str) -> str:
    return read_bytes(text.encode(), "a.txt").text


# Characters


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("The oﬃce ﬁnds traﬃckers.", "The office finds traffickers."),
        ("soft\u00adhyphen in a text", "softhyphen in a text"),
        ("6,7\u00a0millions\u202f: deux\u2009fois", "6,7 millions : deux fois"),
        ("engageons\u2011nous à travailler", "engageons-nous à travailler"),
        ("The\u200b Group\ufeff met\u202e in\u2066 Vienna\u0007.", "The Group met in Vienna."),
        ("Cre\u0301e\u0301 en 2000 par l’Assemble\u0301e.", "Créé en 2000 par l’Assemblée."),
        ("doubled  spaces   in a line", "doubled spaces in a line"),
        ("le thème ‘’La mer est à tous’’ et ''Nos ports''", "le thème “La mer est à tous” et “Nos ports”"),
        ("it lasted 5'' and 6'', l''eau", "it lasted 5'' and 6'', l''eau"),
        ("les droits de l ’ enfant et de l ' homme", "les droits de l’enfant et de l'homme"),
        ("M me Diallo et M mes Ba, à la 8129 e séance", "Mme Diallo et Mmes Ba, à la 8129e séance"),
        ("recommandation no 3, n o 38, du 1 er juillet", "recommandation no 3, no 38, du 1er juillet"),
        ("at the 5 th meeting, M me too, a grade E in Lyon", "at the 5th meeting, M me too, a grade E in Lyon"),
        ("il a dit ‘ oui ’ et page 3 e", "il a dit ‘ oui ’ et page 3 e"),
        ("le Plan 2014 - 2016, the Plan 2014 – 2016", "le Plan 2014-2016, the Plan 2014–2016"),
        ("5 - 9 juillet 2014 - 30 victimes", "5 - 9 juillet 2014 - 30 victimes"),
        ("It met in Dar es Salaam in May.", "It met in Dar es Salaam in May."),
        ("“curly” and ‘single’ and l’Office stay", "“curly” and ‘single’ and l’Office stay"),
    ],
)
def test_characters(raw: str, expected: str) -> None:
    assert clean(raw) == expected


def test_a_quote_keeps_the_accent_that_the_file_writes_apart() -> None:
    document = read_bytes("Le Groupe est aime\u0301".encode(), "a.txt")
    sentence = document.sentences[0]
    assert document.quote(sentence.start, sentence.end) == "Le Groupe est aime\u0301"


# Lines to paragraphs


def test_wrapped_lines_are_joined_and_empty_lines_part() -> None:
    text = (
        "The Group was chaired by UNODC in 2016 and by OHCHR in the year that\n"
        "followed, and it met twice a year in Geneva, Vienna and New\n"
        "York.\n\nIt has a secretariat that was set up with a voluntary contribution of\none Member State.\n"
    )
    assert lines(text) == [
        "The Group was chaired by UNODC in 2016 and by OHCHR in the year that followed, and it met twice a year in "
        "Geneva, Vienna and New York.",
        "It has a secretariat that was set up with a voluntary contribution of one Member State.",
    ]


DOUBLE = """1. Le Groupe a été présidé par l’Office en 2016, par le Haut-Commissariat en 2017, par

le Fonds en 2018 et est présidé conjointement par deux organisations depuis le mois de

janvier 2019, comme l’a demandé l’Assemblée générale. Il se réunit deux fois par an et

ses membres se consultent régulièrement.

2. Les entités qui participent le plus activement aux travaux du Groupe constituent son

organe de décision, dénommé « groupe de travail ».
"""


def test_an_empty_line_after_every_line_parts_nothing() -> None:
    assert [line[:12] for line in lines(DOUBLE)] == ["1. Le Groupe", "2. Les entit"]


def test_a_paragraph_goes_on_over_a_page_break() -> None:
    text = DOUBLE.replace(
        "janvier 2019,",
        "\nhttp://undocs.org/fr/A/RES/72/195\nhttps://undocs.org/fr/S/RES/2388(2017)\n\n\n"
        "A/74/999\n \n\nV.19-04876 2/27\n\n\n janvier 2019,",
    )
    first = lines(text)[0]
    assert "depuis le mois de janvier 2019, comme" in first
    assert "http" not in first and "04876" not in first and "A/74/999" not in first


def test_years_and_numbers_at_the_beginning_of_a_line_begin_no_paragraph() -> None:
    text = (
        "The Convention was adopted by the General Assembly in its resolution of November\n"
        "2000. It entered into force three years later, when forty States had ratified it,\n"
        "and the Protocol followed on 25 December\n2003. Both are in force.\n"
    )
    assert len(lines(text)) == 1


@pytest.mark.parametrize(
    "furniture",
    [
        "GE.24-10874      3",
        "4      GE.24-10874",
        "2/27",
        "3/27 V.19-04876",
        "V.19-04876 2/27",
        "18-16895 (E) 241018",
        "*1816895*",
        "- 14 -",
        "Page 3 of 12",
        "page 3 sur 12",
        "Please recycle",
        "http://undocs.org/fr/A/RES/72/195",
        "www.unodc.org/glotip.html",
        "______________",
    ],
)
def test_page_furniture_is_dropped(furniture: str) -> None:
    text = (
        f"The Assembly invited the Office, in its "
        f"capacity as the coordinator of "
        f"the\n{furniture}\nGroup, to strengthen its activities.\n"
    )
    assert (
        clean(text) == "The Assembly invited the Office, in its capacity as the "
        "coordinator of the Group, to strengthen its activities."
    )


def test_running_heads_that_come_again_are_dropped() -> None:
    page = (
        "{1} States reported that they had taken "
        "measures to prevent "
        "trafficking in persons and\nto protect {1} of those who\n"
    )
    head = (
        "\fReport on trafficking in persons\n{0}/9\nhad been trafficked, {2}, "
        "within their borders and beyond them in that year.\n"
    )
    kinds = ["women", "men", "girls", "boys"]
    text = "".join((page + head).format(n, ["Many", "Some", "Few", "Most"][n - 2], kinds[n - 2]) for n in range(2, 6))
    assert "Report on trafficking" not in clean(text)
    assert clean(text).count("of those who had been trafficked") == 4


def test_a_fraction_is_no_page_number() -> None:
    assert "24/7" in clean("The hotline is open\n\n24/7\n\nin all languages of the region.\n")


def test_a_table_of_contents_is_dropped() -> None:
    text = (
        "Contents\n Page\nI. Introduction . . . . . . . . . . . . . . 3\nII. Activities of the Group in the field of\n"
        "coordination . . . . . . . . . . . 4\n\nI. Introduction\n\n1. The present report was prepared by the Office.\n"
    )
    assert lines(text) == ["I. Introduction", "1. The present report was prepared by the Office."]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a bien-\nêtre", "a bien-être"),
        ("during the COVID-\n19 pandemic", "during the COVID-19 pandemic"),
        ("the years 2017-\n2020 were", "the years 2017-2020 were"),
        ("convicted of traf-\nficking in persons", "convicted of trafficking in persons"),
        ("two-\nand three-year plans", "two- and three-year plans"),
        ("of the Haut-\nCommissariat in", "of the Haut-Commissariat in"),
        ("the avant-\nprojet of the plan", "the avant-projet of the plan"),
        ("the community\ufffebased services; community-based", "the community-based services; community-based"),
    ],
)
def test_hyphens_at_line_ends(raw: str, expected: str) -> None:
    text = (
        f"The States and the projet and the être of "
        f"{raw} of those who are "
        f"there with them.\nThe avant projet, être bien.\n"
    )
    assert expected in clean(text).replace("\n", " ")


# Words

VOCABULARY = (
    "La criminalité transnationale organisée. Des contributions volontaires. Ainsi, les formations. Souvent liées. "
    "Pour bénéficiaires. La traite des personnes, les services et les forces spéciales. Sur ce point, qui entre. "
)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("la criminalité transnat ionale", "la criminalité transnationale"),
        ("contributions volonta ires", "contributions volontaires"),
        ("la rendant a insi conforme", "la rendant ainsi conforme"),
        ("la t raite des femmes", "la traite des femmes"),
        ("les personnes qu i se réunissent", "les personnes qui se réunissent"),
        ("souvent li ée à", "souvent liée à"),
        ("des exercices su r des cas", "des exercices sur des cas"),
        ("l ’OIM et d ’une part", "l’OIM et d’une part"),
        ("qu ’il vise, jusqu ’ici", "qu’il vise, jusqu’ici"),
        ("des instituteurs , et", "des instituteurs, et"),
        ("à la traite  des personnes", "à la traite des personnes"),
    ],
)
def test_stray_spaces_are_taken_out(raw: str, expected: str) -> None:
    assert expected in clean(VOCABULARY + f"Elles sont {raw}.")


@pytest.mark.parametrize(
    "words",
    [
        "for any one of them; anyone may",
        "we may be there; maybe",
        "in to the room; into",
        "par tout moyen; partout",
        "quel que soit; quelque",
        "a way out; away",
        "plan b and plan c",
        "over all those; overall",
        "I nvite; invite",
        "the n-triples; then triples",
        "they wish to go home; Togo",
        "nine out of ten; often",
        "annexe a et annexe b",
    ],
)
def test_words_that_stand_alone_are_never_glued(words: str) -> None:
    assert words in clean(f"The text says {words} here.")


def test_possessive_apostrophes_in_english() -> None:
    assert "children’s rights" in clean("It protects children ’s rights.")


# Footnote marks


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("la traite des personnes 22 et tenir compte", "la traite des personnes et tenir compte"),
        ("trafficking in persons.12 The Group", "trafficking in persons. The Group"),
        ("the Protocol,3 and the", "the Protocol, and the"),
        ("of the victims¹² were", "of the victims were"),
        ("the Conference on Human Rights, 9/ held at Vienna", "the Conference on Human Rights, held at Vienna"),
        ("the Rights of the Child 5/ and the Declaration", "the Rights of the Child and the Declaration"),
    ],
)
def test_footnote_marks_are_dropped(raw: str, expected: str) -> None:
    assert expected in clean(f"It is about {raw} members.")


@pytest.mark.parametrize(
    "words",
    [
        "entre 11 et 50 condamnations",
        "article 12 and article 13",
        "les 26 et 27 mai",
        "A/74/50/Add.1 and",
        "see Rev.2 of",
        "cibles 5.2, 8.7 et 16.2",
        "aged 18 and over",
        "en mai 12 et plus",
        "of 12 km² of land",
        "3 or 4 States",
        "No.5 and",
    ],
)
def test_numbers_that_are_numbers_stay(words: str) -> None:
    assert words in clean(f"It is about {words} others.")


def test_footnotes_stand_behind_the_body_and_their_marks_are_dropped() -> None:
    text = (
        "1. The Assembly adopted the Agenda for "
        "Sustainable Development,1\n "
        "and invited all\nStates to implement it in the\n"
        "__________________\n 1 Resolution 70/1.\n 2 See A/73/12,\nchap. II.\n\fA/74/999\nyears to come.2\n"
    )
    document = read_bytes(text.encode(), "a.txt")
    assert [(p.kind, p.label, document.text[p.start : p.end]) for p in document.passages] == [
        (
            "paragraph",
            "1",
            "1. The Assembly adopted the Agenda for "
            "Sustainable Development, and "
            "invited all States to implement it in the years to come.",
        ),
        ("frontmatter", None, "A/74/999"),
        ("footnote", None, "1 Resolution 70/1."),
        ("footnote", None, "2 See A/73/12, chap. II."),
    ]


# The map

EXPANDED = {ord(k): v for k, v in LIGATURES.items()}
ALPHABET = st.sampled_from(
    [
        *"abcéà  .,;-’'1230()«»:\n\nAB/",
        "e\u0301",
        "ﬁ",
        "\u00a0",
        "\u202e",
        "\u00ad",
        "\f",
        "\r\n",
        "\x02",
        "¹",
        " ’",
        "http://x.y",
        "12. ",
        "a) ",
    ]
)


def assert_true_map(document: Document) -> None:
    """Every clean character that is no space stands at its raw place, in order but for notes behind the body."""
    raw, text = document.raw, document.text
    body = min((p.start for p in document.passages if p.kind == "footnote"), default=len(text))
    last = -1
    for i, character in enumerate(text):
        place = document.offsets.raw(i)
        if character.isspace():
            continue
        source = raw[place]
        assert (
            source == character
            or character in LIGATURES.get(source, "")
            or (character == "-" and source in HYPHENS + BROKEN)
            or (character == "–" and source == "-")  # a dash that was typed: "a -- b"
            or (character in "“”" and source in "‘’'")  # quotation marks of two apostrophes: ‘’a’’
            or unicodedata.normalize("NFD", character)[0] == source
        )
        assert place >= last or i >= body or last == place
        last = place if i < body else last


@settings(max_examples=300, deadline=None)
@given(st.lists(ALPHABET, max_size=120).map("".join))
def test_any_text_keeps_a_true_map(raw: str) -> None:
    try:
        document = read_bytes(raw.encode(), "a.txt")
    except ReadError:
        return
    assert_true_map(document)
    for sentence in document.sentences:
        start, end = document.raw_span(sentence.start, sentence.end)
        assert 0 <= start < end <= len(document.raw)
        assert document.quote(sentence.start, sentence.end) == " ".join(document.raw[start:end].split())


def test_spaces_and_line_ends_are_disjoint() -> None:
    assert not set(SPACES) & set(LINE_ENDS)


# Hostile texts: four times the text takes about four times the work, whatever it is made of

HOSTILE = {
    "spaces": " ",
    "dots": ".",
    "leaders": ". ",
    "underscores": "_",
    "quotes": "« ",
    "items": "a) ",
    "item lines": "a) x\n",
    "numbers": "1. x\n",
    "superscripts": "¹",
    "slashes": "A/",
    "apostrophes": "l '",
    "brackets": "(",
    "stops": "x.",
    "hyphens": "ab-\n",
    "fragments": "qz ",
    "pages": "2/27\nfoo bar {}\n",
    "languages": "the of and\n\nle la les\n\n",
    "accents": "e\u0301",
    "titles": "Mr. ",
    "columns": "a   b\n",
    "indents": "   x\n",
    "cells": "|a|b|c\n",
    "signatures": "(Signed) A\n",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_text(piece: str) -> None:
    small, large = (partial(_read, piece * (size // len(piece)) + "x") for size in (4_000, 32_000))
    assert grows_in_step(small, large)


def _read(text: str) -> None:
    read_bytes(f"The Group met. {text}".encode(), "a.txt")


def test_a_decimal_is_no_footnote_mark() -> None:
    text = (
        "2. Ses dépenses ont atteint 3,1 millions de dollars en tout, dont un tiers en salaires des agents.\n\n"
        "3. La mission a abouti à l'arrestation de 12 suspects1. Une autre a été annulée en 2019.2\n\n"
        "______________\n1 Procès-verbaux consultés à Dakar.\n2 Voir le rapport de clôture.\n"
    )
    assert "3,1 millions" in clean(text)
    assert "12 suspects. Une autre a été annulée en 2019." in clean(text)


def test_a_date_over_two_lines_near_the_top() -> None:
    text = (
        "PRESS RELEASE\n\nTalks in Accra\n\nAccra, 3 July 2024 – Ministers of seven coastal States met yesterday to "
        "speak of\nports, of crews without papers and of what they owe each other. Ghana has\nsince ratified the "
        "Convention, and handed over its instrument in Geneva on 6\nJune 2024.\n\nThe talks go on.\n"
    )
    assert "on 6 June 2024." in clean(text)


def test_a_running_head_states_the_symbol_of_the_first_page() -> None:
    text = (
        "United Nations          A/RES/80/214\n\nGeneral Assembly        Distr. General\n\n"
        "80/214. Preventing trafficking in persons in the fishing sector\n\n"
        "1. Notes that the Network, created in 2022, now counts among its members\n__________________\n1\n"
        "    United Nations, Treaty Series, vol. 2237, No. 39574.\n\n\n25-20914 (E)\n\n"
        "A/RES/80/214            Preventing trafficking in persons in the fishing sector\n\n\n"
        "the States of the subregion;\n\n2. Takes note of A/80/231;\n"
    )
    assert "members the States of the subregion;" in clean(text)
    assert lines(text)[-1] == "1 United Nations, Treaty Series, vol. 2237, No. 39574."
    assert "2. Takes note of A/80/231;" in lines(text)


PEOPLE = """\
S. E. M. Paul ROY, Président de la République du Togo
S. E. M. Nana Addo Dankwa AKUFO, Président de la République du Ghana
S. E. Mme Anna BERG, Présidente de la République du Libéria"""


def test_people_who_stand_one_on_a_line_are_no_paragraph() -> None:
    assert lines(f"Étaient présents les chefs d'État suivants :\n\n{PEOPLE}\n\nIls ont adopté un plan.")[1:4] == [
        *PEOPLE.split("\n")
    ]


def test_a_name_at_the_beginning_of_a_line_parts_no_paragraph() -> None:
    text = (
        "La réunion a été ouverte par le Ministre de la justice du Togo, en présence de\n"
        "M. Paul Roy, directeur de l'Office, qui a rappelé que le plan avait été adopté\n"
        "par l'ensemble des participants à la réunion de Lomé, en mai de cette année-là."
    )
    assert len(lines(text)) == 1
