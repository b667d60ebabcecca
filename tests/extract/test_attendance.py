"""Who replied and who was there, where only the document says to what and where."""

from __future__ import annotations

import pytest

from ontology.lexicon import data
from tests.extract.kinds import facts_of, said

REPORT = """\
Report of the regional workshop on child labour

1. The regional workshop on child labour was held in Accra on 3 May 2019.

{0}
"""


def there(text: str) -> list[tuple[str, ...]]:
    return said(facts_of("participants", text), "participant")


def test_a_request_keeps_the_words_that_introduced_it() -> None:
    text = (
        "Une demande d'informations sur les refuges avait été adressée aux États. Les États suivants ont répondu à "
        "cette demande : Bénin, Togo et Bolivie (État plurinational de)."
    )
    assert said(facts_of("participants", text), "event", "participant") == [
        ("demande d'informations sur les refuges", "Benin"),
        ("demande d'informations sur les refuges", "Bolivia (Plurinational State of)"),
        ("demande d'informations sur les refuges", "Togo"),
    ]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "UNODC sent a note verbale inviting Member States to provide information. Replies had been received from "
            "Benin and Togo.",
            "note verbale",
        ),
        (
            "Un questionnaire invitant les États Membres à rendre compte a été adressé. Le Bénin et le Togo ont "
            "répondu au questionnaire.",
            "questionnaire",
        ),
        (
            "L'ONUDC a adressé une note verbale à l'ensemble des États Membres. Au 30 avril 2025, 41 États Membres y "
            "avaient répondu, dont le Bénin et le Togo.",
            "note verbale",
        ),
        (
            "UNODC sent a note verbale to all Member States. By 30 April 2025, 41 Member States had replied to it, "
            "including Benin and Togo.",
            "note verbale",
        ),
    ],
)
def test_what_a_request_asks_is_not_of_its_name(text: str, event: str) -> None:
    assert said(facts_of("participants", text), "event", "participant") == [(event, "Benin"), (event, "Togo")]


@pytest.mark.parametrize(
    "text",
    [
        "Replies had been received from the following States: Benin and Togo.",
        "The following States responded to the questionnaire: Benin, Togo.",
        "Written submissions were received from Benin and Togo.",
        "Des réponses ont été reçues du Bénin et du Togo.",
        "Ont répondu au questionnaire les États suivants : Bénin et Togo.",
    ],
)
def test_replies(text: str) -> None:
    assert there(text) == [("Benin",), ("Togo",)]


@pytest.mark.parametrize(
    "text",
    [
        "Benin has not replied to the questionnaire.",
        "Replies are expected from Benin and Togo.",
        "Benin received contributions from Togo.",
        "Le Bénin n'a pas répondu au questionnaire.",
        "Le Bénin a été prié de répondre au questionnaire.",
    ],
)
def test_no_replies(text: str) -> None:
    assert there(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "2. Participants included Benin and Togo.",
        "2. Benin and Togo attended the workshop.",
        "Participants\n\nBenin\n\nTogo",
        "Participants: Benin, Togo",
        "2. The following States were represented: Benin, Togo.",
    ],
)
def test_the_meeting_is_that_of_the_report(text: str) -> None:
    found = facts_of("participants", REPORT.format(text))
    assert said(found, "event", "participant") == [
        ("regional workshop on child labour", "Benin"),
        ("regional workshop on child labour", "Togo"),
    ]


def test_a_sentence_under_the_heading_is_no_list() -> None:
    assert there(REPORT.format("Participants\n\nBenin, as the host, circulated a paper.")) == []


def test_without_a_meeting_a_list_tells_nothing() -> None:
    assert there("Participants\n\nBenin\n\nTogo\n") == []


def test_the_data_holds_together() -> None:
    assert set(data("attendance")["en"]) == set(data("attendance")["fr"])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Attendance – Doha Conference on Domestic Work, 3 May 2018\n\nNepal\nGhana\nUNICEF\n\nApologies: Fiji\n",
         ["Ghana", "Nepal", "UNICEF"]),
        ("Liste des participants – Atelier de Lomé sur les ports\n\nTogo\nGhana\nUNICEF\n\nExcusés : Bénin\n",
         ["Ghana", "Togo", "UNICEF"]),
        ("Event\tParticipants\nTangier Workshop on Minors\tUNICEF, Morocco\nFez Seminar on Ports\tIOM, Tunisia\n",
         ["IOM", "Morocco", "Tunisia", "UNICEF"]),
        ("Invitations – Doha Conference on Domestic Work, 3 May 2018\n\nNepal\nGhana\n", []),
    ],
)  # fmt: skip
def test_a_heading_that_names_the_meeting_opens_its_list_and_so_does_a_table(text: str, wanted: list[str]) -> None:
    assert there(text) == [(name,) for name in wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("With us in this hall today are UNICEF and INTERPOL.", [("INTERPOL",), ("UNICEF",)]),
        ("With us, nothing is lost; UNICEF and INTERPOL agree.", []),
    ],
)
def test_who_is_with_us_is_at_the_meeting_of_the_head(text: str, wanted: list[tuple[str, ...]]) -> None:
    head = "Remarks by Lea Holt, Director of the Ports Office, at the Third Ports Conference\n\nRiga, 4 May 2022\n\n"
    assert there(head + "Dear friends,\n\n" + text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The hotlines in Bangladesh and India had answered 8,450 and 12,300 calls, respectively.",
        "Nepal having completed the necessary formalities, the Committee admitted it as a member of the Partnership.",
        "Kenya responded to the criticism of IOM. Ghana replied that it had no shelter.",
        "Les lignes d'écoute du Mali et du Togo ont répondu à 8 450 et 12 300 appels, respectivement.",
        "Le Mali a répondu que la loi était en cours d'examen.",
    ],
)
def test_no_inquiry_is_replied_to(text: str) -> None:
    assert facts_of("participants", text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("By 3 May 2022, Kenya and Togo had responded to the request for information.", 2),
        ("The Secretariat sent a questionnaire to all States; Kenya and Togo responded by 3 May 2022.", 2),
        ("Kenya completed the questionnaire.", 1),
        ("Un questionnaire a été envoyé à tous les États, et le Kenya et le Togo y ont répondu.", 2),
    ],
)
def test_an_inquiry_is_replied_to(text: str, count: int) -> None:
    assert len(facts_of("participants", text)) == count


_HELD = "The Second Lake Conference was held in Aden on 3 May 2022. "
_TENUE = "La deuxième Conférence des lacs s'est tenue à Aden le 3 mai 2022. "


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (_HELD + "Mexico and IOM took part as observers.", ["IOM", "Mexico"]),
        (_HELD + "Mexico was represented as an observer.", ["Mexico"]),
        (_TENUE + "Le Mexique et l'OIM étaient présents en tant qu'observateurs.", ["IOM", "Mexico"]),
        (_HELD + "Mexico did not take part as an observer.", []),
        ("Mexico took part as an observer.", []),
        ("JOINT COMMUNIQUÉ\n\nof the Second Lake Conference\n\nAden, 3 May 2022\n\n1. We, the ministers of Djibouti "
         "and Togo responsible for labour, met in Djibouti on 3 May 2022 for the Second Lake Conference.",
         ["Djibouti", "Togo"]),
    ],
)  # fmt: skip
def test_observers_and_ministers(text: str, people: list[str]) -> None:
    assert sorted({one for (one,) in said(facts_of("participants", text), "participant")}) == people


@pytest.mark.parametrize(
    "text",
    [
        "The Lake Summit was held in Lima on 4 November 2023. UNICEF and IOM took part.",
        "Le Sommet des lacs s'est tenu à Lima le 4 novembre 2023. L'UNICEF et l'OIM ont assisté aux travaux.",
    ],
)
def test_who_was_at_what_the_paragraph_tells_of(text: str) -> None:
    assert there(text) == [("IOM",), ("UNICEF",)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("IOM took part in the Ports Forum, as did UNICEF and UNODC.", ["IOM", "UNICEF", "UNODC"]),
        ("The Ports Forum was held in Lima on 4 May 2020. IOM took part, as did UNICEF.", ["IOM", "UNICEF"]),
        ("IOM took part in the Ports Forum, as well as UNICEF.", ["IOM", "UNICEF"]),
        ("L'OIM a participé au Forum des ports, de même que l'UNICEF.", ["IOM", "UNICEF"]),
        ("L'OIM a participé au Forum des ports, tout comme l'UNICEF.", ["IOM", "UNICEF"]),
        ("IOM did not take part in the Ports Forum, as did UNICEF.", []),
        ("IOM took part in the Ports Forum, as it did in the Sea Forum.", ["IOM"]),
        ("IOM took part in the Ports Forum, as well as the Sea Forum.", ["IOM", "IOM"]),
    ],
)
def test_others_did_likewise(text: str, who: list[str]) -> None:
    assert sorted(name for (name,) in said(facts_of("participants", text), "participant")) == who


@pytest.mark.parametrize(
    "text",
    [
        "Le Comité a tenu sa 36e réunion à Lomé le 3 mai 2024.\n\nOnt pris part à la réunion l'OIM et Frontex.",
        "Le Comité a tenu sa 2e réunion à Lomé le 3 mai 2024.\n\nL'OIM et Frontex ont pris part à la réunion.",
    ],
)
def test_a_meeting_counted_in_figures_is_meant_again(text: str) -> None:
    assert there(text) == [("Frontex",), ("IOM",)]


@pytest.mark.parametrize(
    ("told", "there"),
    [
        ("Étaient représentés le Gabon, le Cameroun ainsi que l'UNICEF.", {"Gabon", "Cameroon", "UNICEF"}),
        ("Étaient présents le Gabon et l'UNICEF.", {"Gabon", "UNICEF"}),
        ("N'étaient pas représentés le Gabon et le Cameroun.", set()),
        ("Seront représentés le Gabon et le Cameroun.", set()),
    ],
)
def test_who_was_there_behind_the_verb(told: str, there: set[str]) -> None:
    text = f"La deuxième réunion du Comité des ports s'est ouverte le 9 mars 2026 à Libreville. {told}"
    assert {name for (name,) in said(facts_of("participants", text), "participant")} == there


@pytest.mark.parametrize(
    "text",
    [
        "La dixième session du Comité des ports s'est tenue à Oslo.\n\nÉtaient présents à cette session, les ministres "
        "suivants :\n\nM. Paul Roy, Ministre de la justice du Togo\nS. E. M. Luc BA, Président du Ghana",
        "La dixième session du Comité des ports s'est tenue à Oslo.\n\nÉtaient présents à la session :\n\n"
        "- M. Paul Roy, Ministre de la justice du Togo ;\n- M. Luc BA, Directeur de l'OIM.",
        "The tenth session of the Ports Committee was held in Oslo.\n\nPresent at the session were:\n\n- Mr. Paul Roy, "
        "Minister of Justice of Togo;\n- Mr. Luc BA, Director of IOM.",
    ],
)
def test_those_present_stand_one_on_a_line_below(text: str) -> None:
    assert there(text) == [("Luc BA",), ("Paul Roy",)]
