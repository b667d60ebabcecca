"""What documents of rarer sorts say of themselves: terms of reference, transcripts, communiqués, evaluations."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said, said_of_itself

BODY = (
    "1. Trafficking in persons was discussed at length, and several speakers described what their services had done.\n"
)


def _documents(head: str, *columns: str) -> list[tuple[str, ...]]:
    return said_of_itself(f"{head}\n", f"{BODY}\n{BODY.replace('1.', '2.')}", *columns)


def test_terms_of_reference_with_rows_of_labels() -> None:
    head = (
        "INTERNATIONAL CENTRE FOR MIGRATION POLICY DEVELOPMENT (ICMPD)\n\nTERMS OF REFERENCE\n\n"
        "Review of procedures at land borders\n\nReference:        ICMPD/TBI/2024/117\n"
        "Issued:           3 June 2024\nContract type:    Individual consultant, home-based"
    )
    assert _documents(head, "title", "type", "date", "document") == [
        ("Review of procedures at land borders", "terms-of-reference", "2024-06-03", "ICMPD/TBI/2024/117")
    ]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "Episode 14: “Ask the third question”\nTranscript, lightly edited. Recorded in Accra on 27 July 2022.",
            "“Ask the",
        ),
        ("Épisode 3 : « La troisième question »\nTranscription. Enregistré à Accra le 27 juillet 2022.", "« La troi"),
    ],
)
def test_transcripts(head: str, title: str) -> None:
    [found] = _documents(head, "title", "type", "date")
    assert (found[0][: len(title)], *found[1:]) == (title, "transcript", "2022-07-27")


@pytest.mark.parametrize(
    ("head", "session"),
    [
        (
            "LAKES AND HIGHLANDS ECONOMIC COMMUNITY (LHEC)\n\nConference of Heads of State and Government\n"
            "Twelfth Ordinary Summit\nBujumbura, 4 and 5 November 2023\n\nFINAL COMMUNIQUÉ",
            "Twelfth Ordinary Summit",
        ),
        (
            "COMMUNAUTÉ ÉCONOMIQUE DES LACS\n\nConférence des chefs d'État\nDouzième Sommet ordinaire\n"
            "Bujumbura, 4 et 5 novembre 2023\n\nCOMMUNIQUÉ FINAL",
            "Douzième Sommet ordinaire",
        ),
    ],
)
def test_communiques_of_summits(head: str, session: str) -> None:
    [found] = _documents(head, "title", "type", "session")
    assert (found[0].split()[-1] in ("COMMUNIQUÉ", "FINAL"), *found[1:]) == (True, "statement", session)


def test_a_town_below_the_office_is_no_title_and_who_wrote_a_report_is_told() -> None:
    head = (
        "UNITED NATIONS OFFICE ON DRUGS AND CRIME\nVienna\n\nFINAL EVALUATION OF THE PROJECT “CROSSING POINTS”\n"
        "Guinea, Liberia and Sierra Leone\n\nJune 2022\n\n"
        "This report was written by Odile Fontanel, an independent consultant. It has not been formally edited."
    )
    assert _documents(head, "title", "author", "date") == [
        ("FINAL EVALUATION OF THE PROJECT “CROSSING POINTS”", "Odile Fontanel", "2022-06")
    ]


@pytest.mark.parametrize("label", ["Closing date:   28 June 2024", "Contract:    ICMPD/TBI/2024/117"])
def test_other_labels_state_nothing(label: str) -> None:
    head = f"TERMS OF REFERENCE\n\nReview of procedures at land borders\n\n{label}\nSupervisor:    Ketevan Lomidze"
    assert _documents(head, "date", "document") == [("", "note.txt")]


def test_an_annex_in_another_language_is_no_version() -> None:
    text = (
        "United Nations          A/C.3/78/5\n\nGeneral Assembly          Distr.: General\n6 October 2023\n"
        "Original: English\n\n"
        "        Letter dated 29 September 2023 from the Permanent Representative of Senegal to\n"
        "        the United Nations addressed to the Chair of the Third Committee\n\n\n"
        "    I have the honour to transmit herewith the communiqué of the meeting (see annex).\n\n\n"
        "        Annex to the letter dated 29 September 2023 from the Permanent Representative\n\n"
        "                                                [Original: French]\n\n"
        "        Réunion ministérielle sur la traite des enfants\n\n        Communiqué final\n\n"
        "    1. Les ministres se sont félicités de la qualité des débats et ont remercié le Sénégal.\n\n"
        "    2. Ils ont constaté que les enfants venaient pour la plupart d'un pays voisin.\n"
    )
    assert said(facts_of("documents", text), "type") == [("letter",)]


@pytest.mark.parametrize(
    ("head", "title", "author"),
    [
        ("CONSEIL DE L'EUROPE\nCOMMUNIQUÉ DE PRESSE\nRéf. DC 143(2025)\n\nMoldova : des progrès, et des retards",
         "Moldova : des progrès, et des retards", ""),
        ("GROUPE SECTORIEL\n\nRapport de mission : Adré\n\nÉtabli par : Mme Solveig Brandvold, cheffe de mission",
         "Rapport de mission : Adré", "Solveig Brandvold"),
        ("Saturday, 23 May 2026\n\nMinisters back the register of missing migrants\n\nBy Farida Osman in Djibouti",
         "Ministers back the register of missing migrants", "Farida Osman"),
        ("Reference guide for border posts\n\nBy Farida Osman", "Reference guide for border posts", "Farida Osman"),
    ],
)  # fmt: skip
def test_references_and_who_prepared_it_are_no_titles(head: str, title: str, author: str) -> None:
    assert _documents(head, "title", "author") == [(title, author)]
