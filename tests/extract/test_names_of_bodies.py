"""Where the names of bodies and meetings begin and end: plurals that own them, twins before a head, regions behind."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Mano Prosecutors’ Network is coordinated by UNODC.", "Mano Prosecutors’ Network"),
        ("The Southern Judges' Association is coordinated by UNODC.", "Southern Judges' Association"),
        (
            "The Fiji Commerce and Employers Federation is coordinated by UNODC.",
            "Fiji Commerce and Employers Federation",
        ),
        ("The Nigeria Labour Congress is coordinated by UNODC.", "Nigeria Labour Congress"),
        ("Le Congrès des syndicats du Ghana est coordonné par l'ONUDC.", "Congrès des syndicats du Ghana"),
        ("Le Pôle anti-corruption de Lomé avec la police est coordonné par l'ONUDC.", "Pôle anti-corruption de Lomé"),
        ("Le Réseau Lusofonia contra o Tráfico est coordonné par l'ONUDC.", "Réseau Lusofonia contra o Tráfico"),
        ("Le Réseau Ombú para la Niñez y la Mujer est coordonné par l'ONUDC.", "Réseau Ombú para la Niñez y la Mujer"),
    ],
)
def test_a_name_is_whole(text: str, body: str) -> None:
    assert said(facts_of("responsibilities", text), "object") == [(body,)]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The prosecutors' network is coordinated by UNODC.", []),  # in small letters: no name
        (
            "The Fiji Police and the Employers Federation are coordinated by UNODC.",
            [("Employers Federation",), ("Fiji Police",)],
        ),
    ],
)
def test_what_only_stands_beside_a_name_is_no_part_of_it(text: str, bodies: list[tuple[str]]) -> None:
    assert said(facts_of("responsibilities", text), "object") == bodies


@pytest.mark.parametrize(
    ("text", "meeting", "place"),
    [
        (
            "The Gulf of Guinea Investigators' Forum was held in Lomé on 18 May 2022.",
            "Gulf of Guinea Investigators' Forum",
            "Lomé",
        ),
        (
            "The Ministerial Meeting on Child Begging in West Africa was held in Saly on 7 September 2023.",
            "Ministerial Meeting on Child Begging in West Africa",
            "Saly",
        ),
        (
            "The conference on trafficking in West Africa was held in Dakar on 8 May 2020.",
            "conference on trafficking",
            "Dakar",
        ),
        (
            "The workshop on Child Labour in Lima on 3 May 2020 was attended by Chile.",
            "workshop on Child Labour",
            "Lima",
        ),
    ],
)
def test_a_region_is_part_of_a_title_and_a_town_is_none(text: str, meeting: str, place: str) -> None:
    assert said(facts_of("meetings", text), "meeting", "place") == [(meeting, place)]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "The Conference of Heads of State and Government of the Lakes and Highlands Economic Community held its"
            " Twelfth Ordinary Summit in Bujumbura on 4 November 2023.",
            "Conference of Heads of State and Government of the Lakes and Highlands Economic Community",
        ),
        (
            "The Conference of Ministers of Justice of the Andean Community held its third session in Lima in 2020.",
            "Conference of Ministers of Justice of the Andean Community",
        ),
        (
            "La Conférence des ministres de la justice de la Communauté andine a tenu sa troisième session à Lima en"
            " 2020.",
            "Conférence des ministres de la justice de la Communauté andine",
        ),
        ("The Security Council held its 9,881st meeting in New York on 3 March 2025.", "Security Council"),
        ("Le Conseil de sécurité a tenu sa 9 881e séance à New York le 3 mars 2025.", "Security Council"),
    ],
)
def test_what_holds_its_session_is_a_body(text: str, body: str) -> None:
    assert said(facts_of("meetings", text), "body") == [(body,)]


@pytest.mark.parametrize(
    "text",
    [
        "The Conference on Forced Labour was held in Lima on 4 May 2020. There the Network held its session.",
        "The Conference on Forced Labour, at which the Network held its session, took place in Lima on 4 May 2020.",
    ],
)
def test_a_conference_during_which_another_body_sits_is_a_meeting(text: str) -> None:
    assert ("Conference on Forced Labour",) in said(facts_of("meetings", text), "meeting")


@pytest.mark.parametrize(
    "text",
    [
        "The Board of Trustees of the United Nations Voluntary Trust Fund for Victims of Trafficking in Persons met in"
        " Vienna. The Trust Fund is administered by UNODC.",
        "Ms. Berg chairs the Board of Trustees of the United Nations Voluntary Trust Fund for Victims of Trafficking in"
        " Persons. UNODC administers the Fund.",
    ],
)
def test_the_fund_is_the_one_within_the_name_of_its_board(text: str) -> None:
    assert said(facts_of("responsibilities", text), "object") == [("UNVTF",)]
