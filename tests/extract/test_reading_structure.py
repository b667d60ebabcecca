"""Structure: headings, numbers, items, resolutions, sentences, languages, front matter."""

from __future__ import annotations

import pytest

from extract.document import Document, Part, Passage
from extract.readers import read_bytes


def document(text: str, name: str = "a.txt") -> Document:
    return read_bytes(text.encode(), name)


def outline(text: str) -> list[tuple[str, str | None]]:
    return [(p.kind, p.label) for p in document(text).passages]


def number(read: Document, passage: Passage) -> str | None:
    """The printed number of a heading."""
    return None if passage.body is None else read.text[passage.start : passage.body].strip()


def sentences(text: str) -> list[str]:
    read = document(text)
    return [read.quote(s.start, s.end) for s in read.sentences]


REPORT = """I. Introduction

1. The present report was prepared by the Office at the request of the Assembly.

A. Measures taken by States

2. In 2018, States took the following measures:

(a) They adopted laws;

(b) They trained officials, in order:

(i) To identify victims;

(ii) To protect them;

(c) They joined the Group.

1. Legislation

3. The laws were new.

Evaluation of the plan

4. It went well.

II. Recommendations

5. It is recommended that States go on.
"""


def test_headings_numbers_and_items() -> None:
    assert outline(REPORT) == [
        ("heading", None),
        ("paragraph", "1"),
        ("heading", None),
        ("paragraph", "2"),
        ("item", "2(a)"),
        ("item", "2(b)"),
        ("item", "2(b)(i)"),
        ("item", "2(b)(ii)"),
        ("item", "2(c)"),
        ("heading", None),
        ("paragraph", "3"),
        ("heading", None),
        ("paragraph", "4"),
        ("heading", None),
        ("paragraph", "5"),
    ]


def test_items_point_at_their_chapeau_and_paragraphs_at_their_heading() -> None:
    read = document(REPORT)
    passages = read.passages
    by_label = {p.label: p for p in passages if p.label is not None}
    above = {label: passages[p.parent] for label, p in by_label.items() if p.parent is not None}
    assert above["2(a)"].label == above["2(b)"].label == above["2(c)"].label == "2"
    assert above["2(b)(ii)"].label == "2(b)"
    assert by_label["2(b)(i)"].level == 2
    assert (number(read, above["2"]), number(read, above["3"])) == ("A.", "1.")
    headings = [(number(read, p), p.level) for p in passages if p.kind == "heading"]
    assert headings == [("I.", 1), ("A.", 2), ("1.", 3), (None, 4), ("II.", 1)]


def test_the_body_of_a_passage_begins_after_its_number() -> None:
    read = document(REPORT)
    bodies = {p.label: read.text[p.body or p.start : p.end] for p in read.passages}
    assert bodies["2(b)(i)"] == "To identify victims;"
    assert bodies["5"].startswith("It is recommended")


def test_items_inside_a_paragraph_stay_there() -> None:
    text = (
        "1. Il poursuit trois objectifs : a) mettre en place des cadres ; b) atténuer la vulnérabilité ; et c) agir.\n"
    )
    assert outline(text) == [("paragraph", "1")]
    assert len(sentences(text)) == 1


def test_an_inline_list_that_begins_a_wrapped_line_stays_in_its_paragraph() -> None:
    text = (
        "89. Ce faisant, l’Organisation s’est concentrée sur les quatre grands domaines que voici :\n"
        "a) renforcer les mesures pénales pour mettre fin à l’impunité des trafiquants, notamment en\n"
        "aidant les États ; b) apporter une assistance aux victimes ; c) renforcer les partenariats.\n"
    )
    assert outline(text) == [("paragraph", "89")]


def test_the_letter_i_after_h_is_a_letter() -> None:
    items = "".join(f"{c}) Point {c} de la liste ;\n\n" for c in "abcdefghij")
    labels = [label for _, label in outline(f"12. Les points sont :\n\n{items}")]
    assert labels[1:] == [f"12({c})" for c in "abcdefghij"]


def test_a_roman_list_under_the_letter_h() -> None:
    items = "".join(f"({c}) Point {c} of the list;\n\n" for c in "abcdefgh")
    labels = [label for _, label in outline(f"3. Points:\n\n{items}(i) First;\n\n(ii) Second.\n")]
    assert labels[-2:] == ["3(h)(i)", "3(h)(ii)"]


def test_a_quoted_paragraph_and_the_text_after_its_items() -> None:
    text = (
        "“26. Nous nous engageons à prendre des "
        "mesures.\n\nAfin de tenir "
        "ces engagements, nous puiserons dans ceci :\n\n"
        'a) Promouvoir la ratification ;\n\nb) Surveiller les itinéraires."\n\n'
        "Chaque année, des milliers d’hommes tombent aux mains de trafiquants.\n"
    )
    assert outline(text) == [
        ("paragraph", "26"),
        ("paragraph", "26"),
        ("item", "26(a)"),
        ("item", "26(b)"),
        ("paragraph", None),
    ]


def test_bullets_have_the_number_of_their_paragraph() -> None:
    text = "7. The States:\n\n• Adopted laws;\n\n• Trained officials.\n\n8. They went on.\n"
    assert outline(text) == [("paragraph", "7"), ("item", "7"), ("item", "7"), ("paragraph", "8")]


def test_dotted_numbers() -> None:
    assert outline("13.1 The Centre is an agency.\n\n13.2 It has a mandate.\n") == [
        ("paragraph", "13.1"),
        ("paragraph", "13.2"),
    ]


RESOLUTION = """United Nations A/RES/72/999
General Assembly Distr.: General
5 February 2018
Seventy-second session
Agenda item 107
Resolution adopted by the General Assembly on 19 December 2017
[on the report of the Third Committee (A/72/460)]
72/999. Improving the coordination of efforts
The General Assembly,
Recalling its resolution 70/179 of 17 December 2015 and other relevant resolutions on trafficking in
persons,
Deeply concerned that trafficking goes on,
1. Urges Member States to ratify the Protocol;
2. Requests the Secretary-General:
(a) To report to it at its seventy-fourth session;
(b) To support the Group.
"""


def test_resolutions_have_preambular_and_operative_paragraphs() -> None:
    read = document(RESOLUTION)
    assert [(p.kind, p.label) for p in read.passages][-7:] == [
        ("preambular", None),
        ("preambular", None),
        ("preambular", None),
        ("operative", "1"),
        ("operative", "2"),
        ("item", "2(a)"),
        ("item", "2(b)"),
    ]
    assert read.id == "A/RES/72/999"


def values(part: Part) -> dict[str, str]:
    keys = ("title", "type", "date", "author", "publisher", "session", "agenda_item")
    return {key: stated.value for key in keys if (stated := getattr(part, key)) is not None}


def test_front_matter_of_a_resolution() -> None:
    assert values(document(RESOLUTION).parts[0]) == {
        "title": "Improving the coordination of efforts",
        "type": "resolution",
        "author": "General Assembly",  # adopted and distributed on two days: no date
        "session": "Seventy-second session",
        "agenda_item": "Agenda item 107",
    }


def test_a_french_resolution_of_the_security_council() -> None:
    text = (
        "Nations Unies                 S/RES/2999 (2017)\n\nConseil de sécurité          Distr. générale\n"
        "                              21 novembre 2017\n\n     Résolution 2999 (2017)\n\n"
        "     Adoptée par le Conseil de sécurité à sa 8111e séance,\n     le 21 novembre 2017\n\n"
        "     Le Conseil de sécurité,\n     "
        "Rappelant sa résolution 2331 "
        "(2016),\n     Réaffirmant sa condamnation de la traite,\n"
        "     1.   Condamne la traite ;\n     2.   Décide de rester saisi de la question.\n"
    )
    read = document(text)
    assert read.id == "S/RES/2999 (2017)"
    assert [p.kind for p in read.passages][-5:] == ["preambular"] * 3 + ["operative"] * 2
    assert values(read.parts[0])["date"] == "2017-11-21"
    assert values(read.parts[0])["type"] == "resolution"


def test_front_matter_of_a_report() -> None:
    text = (
        "Nations Unies A/74/999\nAssemblée générale Distr. générale\n9 juillet 2019\nFrançais\nOriginal : anglais\n"
        "Soixante-quatorzième session\nPoint 109 de la liste préliminaire*\nPrévention du crime et justice pénale\n\n"
        "Amélioration de la coordination de "
        "l’action\ncontre la traite des "
        "personnes\n\nRapport du Secrétaire général\n\nRésumé\n\n"
        "Le présent rapport donne un aperçu des efforts déployés par les États Membres pour appliquer la résolution.\n"
    )
    read = document(text)
    assert values(read.parts[0]) == {
        "title": "Amélioration de la coordination de l’action contre la traite des personnes",
        "type": "report",
        "date": "2019-07-09",
        "author": "Secrétaire général",
        "session": "Soixante-quatorzième session",
        "agenda_item": "Point 109 de la liste préliminaire",
    }
    assert read.symbol is not None and read.symbol.value == "A/74/999"


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        (
            "New York\n\n30 July 2020\n\nSecretary-General's "
            "message on the World Day [scroll "
            "down for French "
            "version]\n\nAntónio Guterres, Secretary-General\n",
            {
                "title": "Secretary-General's message on the World Day",
                "date": "2020-07-30",
                "author": "António Guterres",
                "type": "message",
            },
        ),
        (
            "COMMUNIQUÉ DE PRESSE\n\nLe Fonds soutient douze projets nouveaux\n\nVienne, le 1er mars 2019\n",
            {"title": "Le Fonds soutient douze projets nouveaux", "date": "2019-03-01", "type": "press-release"},
        ),
        (
            "Statement by the Executive Director of UNODC on the World Day\n\nThursday July 9, 2020\n",
            {
                "title": "Statement by the Executive Director of UNODC on the World Day",
                "date": "2020-07-09",
                "type": "statement",
                "author": "Executive Director of UNODC",
            },
        ),
        (
            "Skip to main content\n\n10 – Éradiquer la traite de personnes\n\nGCM Objectives\n",
            {"title": "10 – Éradiquer la traite de personnes"},
        ),
        (
            "Trafficking in persons in Malawi\n\nBy Jane Roe\n\nMay 2018\n",
            {"title": "Trafficking in persons in Malawi", "author": "Jane Roe", "date": "2018-05"},
        ),
    ],
)
def test_front_matter_of_other_texts(top: str, expected: dict[str, str]) -> None:
    body = (
        "The Group has worked for many years with the "
        "States of the region, and "
        "it will go on with that work in the years to come. "
    )
    assert values(document(f"{top}\n{body}{body}\n").parts[0]) == expected


def test_a_dateline_states_the_date() -> None:
    text = (
        "Six countries join the campaign\n\nGENEVA (12 May 2019) – Six countries, among "
        "them Peru and Mexico, have joined the Campaign, the Office said.\n"
    )
    assert values(document(text).parts[0])["date"] == "2019-05-12"


def test_a_text_without_front_matter_states_nothing() -> None:
    text = (
        "Nous avons organisé nos dernières auditions "
        "avec nos partenaires la semaine "
        "dernière. Elles portaient sur la traite des personnes.\n"
    )
    assert values(document(text).parts[0]) == {}
    assert document(text).id == "a.txt"


def test_stated_spans_hold_what_is_stated() -> None:
    read = document(RESOLUTION)
    title = read.parts[0].title
    assert title is not None
    assert read.text[title.start : title.end] == title.value


# Languages

ENGLISH = "The Group was created by the Assembly and it has met in Vienna since that year. " * 4
FRENCH = "Le Groupe a été créé par l’Assemblée et il se réunit à Vienne depuis cette année-là. " * 4


def test_one_file_with_two_languages_has_two_parts() -> None:
    text = (
        f"The work of the Group\n\nJane Roe\n\n9 July "
        f"2020\n\n{ENGLISH}\n\nLes "
        f"travaux du Groupe\n\nJane "
        f"Roe\n\n9 juillet 2020\n\n{FRENCH}\n"
    )
    read = document(text)
    assert [(part.language, values(part)) for part in read.parts] == [
        ("en", {"title": "The work of the Group", "author": "Jane Roe", "date": "2020-07-09"}),
        ("fr", {"title": "Les travaux du Groupe", "author": "Jane Roe", "date": "2020-07-09"}),
    ]
    assert [p.language for p in read.passages] == ["en"] * 4 + ["fr"] * 4


def test_a_short_note_in_the_other_language_is_no_part() -> None:
    read = document(
        f"{FRENCH}\n\n{FRENCH}\n\n*References to it shall be understood to be in the context of the resolution.\n"
    )
    assert [part.language for part in read.parts] == ["fr"]
    assert read.passages[-1].kind == "footnote"
    assert read.passages[-1].language == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "La Asamblea General aprobó en su resolución el Plan de Acción Mundial para "
            "combatir la trata de personas, y los Estados lo apoyan.",
            "Spanish",
        ),
        (
            "Die Generalversammlung hat die "
            "Resolution angenommen und der "
            "Generalsekretär wird den Bericht mit der Gruppe vorlegen.",
            "German",
        ),
        (
            "A Assembleia Geral aprovou o Plano de Ação "
            "e os Estados não apoiam "
            "uma ação que seja contra o tráfico das pessoas.",
            "Portuguese",
        ),
        ("Генеральная Ассамблея приняла Глобальный план действий по борьбе с торговлей людьми.", "Russian"),
        ("大会通过了联合国打击贩运人口行为全球行动计划。", "Chinese"),
    ],
)
def test_other_languages_are_told_and_not_read(text: str, language: str) -> None:
    read = document(text)
    assert len(read.warnings) == 1
    assert language in read.warnings[0]
    assert read.sentences == ()
    assert read.passages


def test_english_and_french_raise_no_warning() -> None:
    assert (
        document(
            f"{ENGLISH}\n\n{FRENCH}\n\nBolivie (État plurinational de), Brunéi Darussalam, El Salvador, Perú\n"
        ).warnings
        == ()
    )


# Sentences


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith and Dr. A. B. Jones met M. Dupont and Mme. Durand in St. Lucia.",
        "See art. 12, para. 3, No. 5 and pp. 7 to 9 of vol. 2.",
        "Voir art. 12, par. 3, nº 5 et p. 7 du chap. II de l’ouvrage, etc.",
        "The U.S. Government, the U.N. Office and others (e.g. States, i.e. Members) met at 3 p.m. on 2 May.",
        "Le montant était de 6.7 millions, soit 16.2 de plus.",
        "Selon le Rapport (cf. Annexe 2), la cible 4.7 est atteinte.",
        "See A/74/50/Add.1 and Corr.2 of the same year.",
        "Le Groupe agit ; il se réunit ; il publie des notes.",
        "He asked: “Who chaired it?” and went on.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "la résolution 2388 (2017). À cette occasion, il agit.",
            ["la résolution 2388 (2017).", "À cette occasion, il agit."],
        ),
        (
            "Le thème était « les victimes ». Il rejoignait un autre.",
            ["Le thème était « les victimes ».", "Il rejoignait un autre."],
        ),
        ("It met in 2019. The Group has 23 members.", ["It met in 2019.", "The Group has 23 members."]),
        ("It was led by the U.S. The Group agreed.", ["It was led by the U.S.", "The Group agreed."]),
        ("States, funds, etc. The Group met.", ["States, funds, etc.", "The Group met."]),
        ("“It is a step.” The Group agreed.", ["“It is a step.”", "The Group agreed."]),
        (
            "Will it meet? It will! « Oui. » Le Groupe se réunit.",
            ["Will it meet?", "It will!", "« Oui. »", "Le Groupe se réunit."],
        ),
        ("Le Groupe agit.Il se réunit à Vienne.", ["Le Groupe agit.", "Il se réunit à Vienne."]),
        ("See www.unodc.org. The page is new.", ["See www.unodc.org.", "The page is new."]),
        ("Il a 23 membres. 10 d’entre eux siègent.", ["Il a 23 membres.", "10 d’entre eux siègent."]),
        ("It belongs to group A. The others do not.", ["It belongs to group A.", "The others do not."]),
    ],
)
def test_several_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_resolution_quoted_in_a_press_release() -> None:
    text = (
        "The Council today adopted the resolution, "
        "which reads as follows:\n\n“The "
        "Security Council,\n\n“Recalling its resolution 2331 (2016),\n\n"
        "“1. Condemns trafficking in persons;\n\n“2. Calls upon Member States:\n\n“(a) To ratify the Convention;\n\n"
        "“3. Decides to remain seized of the "
        "matter.”\n\nThe meeting rose at "
        "noon, and the Council will meet again in the next month.\n"
    )
    assert outline(text)[1:] == [
        ("preambular", None),
        ("preambular", None),
        ("operative", "1"),
        ("operative", "2"),
        ("item", "2(a)"),
        ("operative", "3"),
        ("paragraph", None),
    ]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Report of the Secretary-General", "Secretary-General"),
        ("Note du Secrétariat", "Secrétariat"),
        ("Discours de Mme Ghada Waly, Directrice exécutive", "Ghada Waly"),
        ("Remarks by Mr. John Roe at the opening", "John Roe"),
    ],
)
def test_authors_stand_without_article_or_courtesy(line: str, author: str) -> None:
    body = (
        "The Group has worked for many years with "
        "the States of the region, "
        "and it will go on with that work in the years to come."
    )
    part = document(f"Trafficking in persons in the region\n\n{line}\n\n{body}\n").parts[0]
    assert part.author is not None and part.author.value == author
