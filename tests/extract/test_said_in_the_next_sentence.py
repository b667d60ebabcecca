"""What a sentence says of what the one before named: "a further $2 million", "her organization", "joined the team"."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

PAGE = "<html lang='{}'><head><title>{}</title></head><body><main><h1>{}</h1>{}<p>{}</p></main></body></html>"


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        (
            "Norway contributed $2 million to the Open Roads programme. Sweden gave a further 5 million euros.",
            "Open Roads",
        ),
        (
            "Le programme Routes sûres de l'OIM est financé par la Norvège à hauteur de 2 millions d'euros. La Suède a "
            "versé 5 millions d'euros supplémentaires.",
            "Routes sûres",
        ),
        ("Norway contributed $2 million to UNICEF. Sweden gave a further 5 million euros.", ""),
        ("Norway contributed $2 million to the Open Roads programme. Sweden gave 5 million euros.", ""),
    ],
)
def test_what_is_given_further_is_given_to_the_same_programme(text: str, recipient: str) -> None:
    assert ("Sweden", "5000000", recipient) in said(facts_of("funding", text), "donor", "amount", "recipient")


def test_a_team_is_joined_by_its_noun() -> None:
    text = "The joint investigation team Neretva was set up by Chile in January 2025. Austria joined the team in April."
    assert said(facts_of("members", text), "body", "member", "year") == [("Neretva", "Austria", "2025")]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Ms. Ana Babić, Director of UNICEF, spoke. Her organization called on States to ratify it.", "UNICEF"),
        ("Ana Babić spoke. “A promise is not enough,” she said, urging States to finance shelters.", ""),
        ("Ms. Ana Babić spoke. “A promise is not enough,” she said, urging States to finance shelters.", "Ana Babić"),
    ],
)
def test_who_asks(text: str, issuer: str) -> None:
    assert said(facts_of("requests", text), "issuer") == ([(issuer,)] if issuer else [])


@pytest.mark.parametrize(
    ("language", "title", "told", "rows"),
    [
        (
            "en",
            "Safe Harvest: help for workers",
            "<table><tr><th>Start date</th><td>1 March 2023</td></tr><tr><th>Countries</th><td>Peru</td></tr></table>",
            [("", "Peru", ""), ("IOM", "", "2023-03-01"), ("IOM", "", "2023-03-01")],
        ),
        (
            "fr",
            "Récolte sûre : aide aux ouvriers",
            "<table><tr><th>Date de début</th><td>1er mars 2023</td></tr><tr><th>Pays</th><td>Pérou</td></tr></table>",
            [("", "Peru", ""), ("IOM", "", "2023-03-01"), ("IOM", "", "2023-03-01")],
        ),
    ],
)
def test_a_card_above_the_text_that_tells_what_the_title_names(
    language: str, title: str, told: str, rows: list[tuple[str, ...]]
) -> None:
    name = title.split(":")[0].strip()
    text = f"{name} is a project of IOM that helps." if language == "en" else f"{name} est un projet de l'OIM qui aide."
    page = PAGE.format(language, title, title, told, text)
    assert said(facts_of("programmes", page, name="page.html"), "lead", "country", "start") == rows


def test_two_meetings_in_a_masthead() -> None:
    head = "GENERAL ASSEMBLY\nMEETINGS COVERAGE\n\nEIGHTIETH SESSION,\n51ST & 52ND MEETINGS (AM & PM)\n\n"
    head += "GA/12742\n24 November 2025\n"
    found = said(facts_of("meetings", f"{head}\n\nThe debate was long, and nothing was decided.\n"), "meeting", "start")
    assert found == [
        ("fifty-first meeting of the General Assembly", "2025-11-24"),
        ("fifty-second meeting of the General Assembly", "2025-11-24"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Annual report\n\nThe Forum adopted the Lomé Charter on Reception, in which members commit themselves to:\n\n"
        "(a) reserve a seat;\n\n(b) pay survivors.\n",
        "Annual report\n\nBy the terms of the Lomé Charter on Reception, which is public, Governments undertook to:\n\n"
        "(a) reserve a seat;\n\n(b) pay survivors.\n",
    ],
)
def test_commitments_that_a_report_tells(text: str) -> None:
    found = said(facts_of("commitments", text), "instrument", "item", "action")
    charter = "Lomé Charter on Reception"
    assert found == [(charter, "a", "reserve a seat"), (charter, "b", "pay survivors")]


def test_commitments_that_a_report_denies() -> None:
    text = (
        "Rapport annuel\n\nLa Charte de Lomé, par laquelle les membres ne s'engagent pas à :\n\na) fermer les ports ;\n"
    )
    assert facts_of("commitments", text) == []


def test_an_afternoon_in_the_news_of_a_day() -> None:
    head = "GENERAL ASSEMBLY\nMEETINGS COVERAGE\n\nGA/12742\n24 November 2025\n\n\nAssembly Meets\n\n\n"
    text = "The debate was long.\n\nIn the afternoon, the Assembly held a panel discussion on ports and justice.\n"
    found = said(facts_of("meetings", head + text), "meeting", "start")
    assert ("panel discussion on ports and justice", "2025-11-24") in found


def test_speakers_call_for_something_in_a_headline() -> None:
    text = "Assembly Adopts Text, as Speakers Call for Swifter Compensation of Survivors\n\nThe debate was long.\n"
    assert facts_of("citations", text) == []


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Ana Babić, Director of the Ports Fund since 2016, left on 3 May 2024. Jo Roy took over on 4 May 2024.", True),
        (
            "Ana Babić, Director of the Ports Fund since 2016, left on 3 May 2024. Jo Roy took over the files in May.",
            False,
        ),
        ("Ana Babić, Director of the Ports Fund since 2016, spoke. Jo Roy took over on 4 May 2024.", False),
    ],
)
def test_who_takes_over_from_one_who_left(text: str, *, start: bool) -> None:
    found = said(facts_of("offices", text), "person", "start")
    assert (("Jo Roy", "2024-05-04") in found) == start
    assert [person for person, _ in found if person == "Jo Roy"] == ["Jo Roy"] * start


def test_who_is_replaced_keeps_the_post_that_is_told_of_him() -> None:
    text = (
        "Ana Babić became Director of the Ports Fund in May 2023, replacing Jo Roy, who is now Judge at the Lake Court."
    )
    found = said(facts_of("offices", text), "person", "office")
    assert ("Ana Babić", "Judge") not in found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rien n'irait sans « Marée calme ». Ce programme, l'OIM le pilote depuis mai 2023.", [("IOM", "2023-05")]),
        ("Nothing works without “Calm Tide”. This programme has been led by IOM since May 2023.", [("IOM", "2023-05")]),
        ("“Never again”, she said. This programme has been led by IOM since May 2023.", []),
        ("« Marée calme », a-t-elle dit. Ce programme, l'OIM le pilote depuis mai 2023.", []),
        ("L'OIM a projeté la comédie « Marée calme ». Ce programme, l'UNICEF le pilote depuis mai 2023.", []),
    ],
)
def test_a_name_in_quotation_marks_that_is_taken_up_as_a_programme(text: str, told: list[tuple[str, str]]) -> None:
    assert said(facts_of("programmes", text), "lead", "start") == told


@pytest.mark.parametrize(
    ("before", "recipient"),
    [("L'OIM a lancé le projet « Marée calme » en 2023.", "Marée calme"), ("L'OIM et l'UNICEF ont écrit au Togo.", "")],
)
def test_money_given_to_what_the_paragraph_before_named(before: str, recipient: str) -> None:
    text = f"{before}\n\nLa Norvège lui a alloué 6 millions d'euros en 2023."
    assert said(facts_of("funding", text), "donor", "recipient") == [("Norway", recipient)]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Le Comité 1540 s'est réuni à Lima le 2 mai 2024. L'OIM et l'OIT y ont fait chacune un exposé.", 2),
        ("Le Comité 1540 s'est réuni le 2 mai 2024. Les représentants du Chili et du Togo ont pris la parole.", 2),
        ("The 1540 Committee met in Lima on 2 May 2024. The representatives of Chile and Togo then took the floor.", 2),
        ("The 1540 Committee met in Lima on 2 May 2024. IOM and ILO gave briefings.", 2),
        ("The 1540 Committee adopted its plan. IOM and ILO took the floor.", 0),
        ("The 1540 Committee met in Lima on 2 May 2024. IOM and ILO gave briefings to the press in Geneva.", 0),
    ],
)
def test_who_spoke_at_the_meeting_was_there(text: str, there: int) -> None:
    assert len(said(facts_of("participants", text), "participant")) == there


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Compte rendu de la 9e réunion du Comité 1540\n\nSaint-Ylan, le 5 juin 2025\n\nPrésents : OIM", "Saint-Ylan"),
        ("Minutes of the ninth meeting of the 1540 Committee\n\nOslo, 5 June 2025\n\nPresent: IOM", "Oslo"),
        ("Minutes of the ninth meeting of the 1540 Committee\n\nSummary, 5 June 2025\n\nPresent: IOM", ""),
    ],
)
def test_the_place_before_the_day_of_minutes(text: str, place: str) -> None:
    assert said(facts_of("meetings", text), "place") == [(place,)]


def test_he_or_it_is_the_one_programme_and_not_the_body_of_the_letterhead() -> None:
    head = "Ministère de la santé\n\nAllocution de M. Paul Roy, Ministre de la santé\n\nLomé, 30 juillet 2025\n\n"
    text = "Rien n'irait sans « Marée calme ». Ce programme, l'OIM le pilote. Il concourt à la cible 16.2 des ODD."
    assert said(facts_of("targets", head + text), "agent") == [("Marée calme",)]
