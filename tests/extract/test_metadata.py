"""What documents with a masthead say of themselves at their top and foot."""

# ruff: noqa: E501 - fronts stand as they are printed
from __future__ import annotations

import pytest

from extract.document import Document, Stated
from extract.facts import Entity, Fact
from extract.pipeline import extract
from extract.readers import read_bytes


def read(text: str, name: str = "front.txt") -> Document:
    return read_bytes(text.encode(), name)


def stated(text: str, name: str = "front.txt") -> dict[str, str]:
    """Column -> value of the first language version, with the symbol; each span must hold what it states."""
    document = read(text, name)
    part = document.parts[0]
    names = ("title", "type", "date", "author", "publisher", "session", "agenda_item")
    found = {key: value for key in names if isinstance(value := getattr(part, key), Stated)}
    for key in ("title", "author", "publisher", "session", "agenda_item"):
        if key in found:
            assert document.text[found[key].start : found[key].end] == found[key].value
    return {key: value.value for key, value in found.items()} | (
        {"symbol": document.symbol.value} if document.symbol is not None else {}
    )


def described(text: str, name: str = "front.txt") -> Fact:
    return next(fact for fact in extract(read(text, name)).facts if fact.kind == "documents")


# -- documents with a masthead -------------------------------------------------------------------------------------------


def test_report_of_the_secretary_general() -> None:
    text = """United Nations                                A/78/119
General Assembly                              Distr.: General
                                              3 July 2023
                                              Original: English

Seventy-eighth session
Item 109 of the provisional agenda*
Crime prevention and criminal justice

        Keeping victims of trafficking out of prison

        Report of the Secretary-General

I. Introduction

1. The present report is submitted pursuant to a resolution of the Assembly.
"""
    assert stated(text) == {
        "symbol": "A/78/119",
        "title": "Keeping victims of trafficking out of prison",
        "type": "report",
        "date": "2023-07-03",
        "author": "Secretary-General",
        "session": "Seventy-eighth session",
        "agenda_item": "Item 109 of the provisional agenda",
    }
    author = described(text).roles["author"]
    assert isinstance(author, Entity)
    assert author.id == "Secretary_General"


def test_session_of_several_words_and_heading_of_the_agenda_item() -> None:
    found = stated("""Nations Unies A/71/119
Assemblée générale Distr. générale
5 juillet 2016
Français
Original : anglais

Soixante et onzième session
Point 107 de la liste préliminaire*
Prévention du crime et justice pénale

Action menée contre la traite des personnes en mer

Rapport du Secrétaire général

Résumé

Le présent rapport a été établi en application d’une résolution.
""")
    assert found["session"] == "Soixante et onzième session"
    assert found["title"] == "Action menée contre la traite des personnes en mer"
    assert found["agenda_item"] == "Point 107 de la liste préliminaire"
    assert (found["type"], found["author"], found["date"]) == ("report", "Secrétaire général", "2016-07-05")


COUNCIL = """A/HRC/47/34
Distr.: General
20 April 2021
Original: English

Human Rights Council
Forty-seventh session
21 June–9 July 2021
Agenda item 3
Promotion and protection of all human rights, civil,
political, economic, social and cultural rights,
including the right to development

{title}      Report of the Special Rapporteur on trafficking in persons, especially women and children

I. Introduction

1. This report covers one year.
"""


def test_the_heading_of_the_agenda_item_is_no_title() -> None:
    found = stated(COUNCIL.format(title=""))
    assert found["title"].startswith("Report of the Special Rapporteur on trafficking in persons")
    assert found["author"] == "Special Rapporteur on trafficking in persons, especially women and children"
    assert (found["date"], found["session"]) == ("2021-04-20", "Forty-seventh session")


def test_the_title_above_the_report_of_an_expert() -> None:
    found = stated(COUNCIL.format(title="      Victims who must not be punished\n\n"))
    assert found["title"] == "Victims who must not be punished"
    assert found["type"] == "report"


def test_lines_without_space_between_them() -> None:
    found = stated("""United Nations A/73/999
General Assembly Distr.: General
17 July 2018
Original: English
Seventy-third session
Item 72 (b) of the provisional agenda*
Promotion and protection of human rights
Trafficking in persons, especially women and children
Note by the Secretary-General
The Secretary-General has the honour to transmit to the General Assembly the report of the expert.
""")
    assert found["title"] == "Trafficking in persons, especially women and children"
    assert (found["type"], found["author"]) == ("note", "Secretary-General")
    assert found["agenda_item"] == "Item 72 (b) of the provisional agenda"


ASSEMBLY = """United Nations A/RES/79/901
General Assembly Distr.: General
{distributed}

Seventy-ninth session
Agenda item 74 (b)

Resolution adopted by the General Assembly on 17 December 2024

[on the report of the Third Committee (A/79/462, para. 98)]

79/901. Protecting fishers from trafficking

The General Assembly,

Recalling its resolution 72/195,
"""


def test_a_resolution_adopted_and_distributed_on_two_days_leaves_its_date_open() -> None:
    assert stated(ASSEMBLY.format(distributed="10 January 2025")) == {
        "symbol": "A/RES/79/901",
        "title": "Protecting fishers from trafficking",
        "type": "resolution",
        "author": "General Assembly",
        "session": "Seventy-ninth session",
        "agenda_item": "Agenda item 74 (b)",
    }


def test_a_resolution_adopted_and_distributed_on_one_day() -> None:
    assert stated(ASSEMBLY.format(distributed="17 December 2024"))["date"] == "2024-12-17"


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (
            "United Nations S/RES/2999 (2031)\nSecurity Council Distr.: General\n4 May 2031\n\n  Resolution 2999 (2031)\n\n"
            "  Adopted by the Security Council at its 9911th meeting, on\n  4 May 2031\n\n  The Security Council,\n\n"
            "  Recalling its resolution 2388 (2017),\n",
            {
                "title": "Resolution 2999 (2031)",
                "type": "resolution",
                "date": "2031-05-04",
                "author": "Security Council",
            },
        ),
        (
            "Résolution 2998 (2031)\n\nAdoptée par le Conseil de sécurité à sa 9910e séance, le 3 mai 2031\n\n"
            "Le Conseil de sécurité,\n\nRappelant sa résolution 2388 (2017),\n",
            {"type": "resolution", "date": "2031-05-03", "author": "Conseil de sécurité"},
        ),
        (
            "United Nations E/RES/2031/25\nEconomic and Social Council Distr.: General\n22 July 2031\n\n2031 session\n"
            "Agenda item 19 (c)\n\nResolution adopted by the Economic and Social Council on 22 July 2031\n\n"
            "[on the recommendation of the Commission on Crime Prevention (E/2031/30)]\n\n"
            "2031/25. Stronger borders\n\nThe Economic and Social Council,\n\nRecalling its resolution 2019/20,\n",
            {"title": "Stronger borders", "session": "2031 session", "agenda_item": "Agenda item 19 (c)"},
        ),
        (
            "Nations Unies A/HRC/RES/84/4\nAssemblée générale Distr. générale\n16 juillet 2040\nFrançais\nOriginal : anglais\n\n"
            "Conseil des droits de l’homme\nQuatre-vingt-quatrième session\n15 juin-3 juillet 2040\nPoint 3 de l’ordre du jour\n\n"
            "Résolution adoptée par le Conseil des droits de l’homme le 16 juillet 2040\n\n"
            "84/4. Traite des enfants\n\nLe Conseil des droits de l’homme,\n\nGuidé par la Charte,\n",
            {"title": "Traite des enfants", "author": "Conseil des droits de l’homme", "date": "2040-07-16"},
        ),
        (
            "United Nations A/C.3/86/L.12\nGeneral Assembly Distr.: Limited\n14 October 2031\nOriginal: English\n\n"
            "Eighty-sixth session\nThird Committee\nAgenda item 110\nCrime prevention and criminal justice\n\n"
            "      Belarus, Egypt and Philippines: draft resolution\n\n      Better coordination of the fight\n\n"
            "      The General Assembly,\n\n      Recalling its resolution 72/195,\n",
            {"title": "Better coordination of the fight", "type": "draft-resolution", "date": "2031-10-14"},
        ),
        (
            "CTOC/COP/DEC/9/4\n\nDecision 9/4\nTrafficking in human organs\n\nThe Conference of the Parties to the "
            "United Nations Convention against Transnational Organized Crime,\n\nRecalling its decision 3/3,\n",
            {"title": "Trafficking in human organs", "type": "decision"},
        ),
        (
            "United Nations S/PRST/2031/25\nSecurity Council Distr.: General\n16 December 2031\nOriginal: English\n\n"
            "    Statement by the President of the Security Council\n\n    At the 9985th meeting of the Security Council, held on "
            "16 December 2031, the President made the following statement:\n",
            {"type": "presidential-statement", "author": "President of the Security Council", "date": "2031-12-16"},
        ),
        (
            "United Nations S/PV.9911\nSecurity Council\nSeventy-second year\nProvisional\n\n9911th meeting\n"
            "Tuesday, 4 May 2031, 10 a.m.\nNew York\n\nPresident: Mr. Cardi (Italy)\n\n"
            "The meeting was called to order at 10.05 a.m.\n",
            {"title": "9911th meeting", "type": "meeting-record", "date": "2031-05-04"},
        ),
        (
            "United Nations A/C.3/93/SR.4\nGeneral Assembly Official Records\nNinety-third session\nDistr.: General\n"
            "19 November 2038\nOriginal: English\n\nThird Committee\n\nSummary record of the 4th meeting\n"
            "Held at Headquarters, New York, on Wednesday, 3 October 2038, at 10 a.m.\n\nChair: Mr. Saikal (Afghanistan)\n\n"
            "Contents\n\nAgenda item 108: Crime prevention (continued)\n\nThe meeting was called to order at 10 a.m.\n",
            {
                "title": "Summary record of the 4th meeting",
                "type": "meeting-record",
                "date": "2038-11-19",
                "agenda_item": "Agenda item 108",
            },
        ),
        (
            "                                     CTOC/COP/WG.4/2031/7\nConference of the Parties to the        Distr.: General\n"
            "United Nations Convention against       9 November 2031\nTransnational Organized Crime\n"
            "                                     Original: English\n\nWorking Group on Trafficking in Persons\n"
            "Vienna, 12 and 13 October 2031\n\n     Report on the meeting of the Working Group on Trafficking in\n"
            "     Persons held in Vienna on 12 and 13 October 2031\n\nI. Introduction\n\n1. The Working Group held its eleventh meeting in Vienna\n"
            "and elected a Chair and a Vice-Chair, who will lead it in the\nyear to come. It then took up the items of its agenda.\n",
            {
                "title": "Report on the meeting of the Working Group on Trafficking in Persons held in Vienna on 12 and 13 October "
                "2031",
                "date": "2031-11-09",
                "type": "report",
            },
        ),
        (
            "United Nations CTOC/COP/WG.4/2031/2\nConference of the Parties to the United Nations Convention against "
            "Transnational Organized Crime\nDistr.: General\n28 May 2031\nOriginal: English\n\n"
            "Working Group on Trafficking in Persons\nVienna, 9 and 10 July 2031\nItem 2 of the provisional agenda*\n"
            "National-level measures\n\nMeasures at the national level, with examples\n\n"
            "Background paper prepared by the Secretariat\n\nI. Introduction\n\n1. The paper was prepared in spring.\n",
            {"title": "Measures at the national level, with examples", "type": "note", "date": "2031-05-28"},
        ),
        (
            "United Nations CTOC/COP/WG.4/2031/1\nConference of the Parties to the United Nations Convention against "
            "Transnational Organized Crime\nDistr.: General\n3 August 2031\nOriginal: English\n\n"
            "Working Group on Trafficking in Persons\nVienna, 12 and 13 October 2031\n\nAnnotated provisional agenda\n\n"
            "Provisional agenda\n\n1. Organizational matters.\n",
            {"title": "Annotated provisional agenda", "type": "agenda", "date": "2031-08-03"},
        ),
    ],
)
def test_fronts_with_a_masthead(front: str, expected: dict[str, str]) -> None:
    found = stated(front)
    assert {key: found.get(key) for key in expected} == expected


# -- documents that a text names -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("It noted the report of the Secretary-General entitled “At sea” (document A/78/253).", "Secretary_General"),
        ("UNODC drew attention to its report entitled “At sea” (A/78/253).", "UNODC"),
        ("L'ONUDC a présenté son rapport intitulé « At sea » (A/78/253).", "UNODC"),
        ("UNODC read a book entitled “At sea” (A/78/253).", None),
    ],
)
def test_author_of_a_report_with_a_title(text: str, author: str | None) -> None:
    facts = extract(read(text, "note.txt")).facts
    own = next(one.roles for one in facts if one.kind == "documents" and one.roles.get("title") == "At sea")
    found = own.get("author")
    assert (found.id if isinstance(found, Entity) else None) == author
