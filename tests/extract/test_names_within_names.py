"""A body that stands within the name of another thing has been named: "the Third Conference of the Lake Network"."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

_MET = "We met in Aden in May 2023 for the Third Conference of the {}. Ms. Ann Berg chaired the {} in 2024."
_REUNI = "Le Conseil du {} s'est réuni à Aden en mai 2023. Mme Anne Berg a présidé le {} en 2024."


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (_MET.format("Red Sea Network on Migration", "Network"), "Red Sea Network on Migration"),
        (_MET.format("Bab el-Mandeb Dialogue on Migration", "Dialogue"), "Bab el-Mandeb Dialogue on Migration"),
        (_REUNI.format("Réseau de la mer Rouge", "Réseau"), "Réseau de la mer Rouge"),
        (_REUNI.format("Dialogue de la mer Rouge sur les migrations", "Dialogue"),
         "Dialogue de la mer Rouge sur les migrations"),
    ],
)  # fmt: skip
def test_bodies_within_a_name(text: str, body: str) -> None:
    assert [name for (name,) in said(facts_of("chairs", text), "body")] == [body]


@pytest.mark.parametrize(
    "text",
    [
        "The Red Sea Dialogue on Migration was founded in 2019. Ms. Ann Berg chaired the Dialogue in 2024.",
        "Le Dialogue de la mer Rouge a été créé en 2019. Mme Anne Berg a présidé le Dialogue en 2024.",
    ],
)
def test_talks_that_go_on_are_no_meeting(text: str) -> None:
    assert facts_of("meetings", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Global Dialogue on Decent Work at Sea was held in Accra on 11 March 2024.",
        "The Third Bab el-Mandeb Dialogue was held in Aden on 11 March 2024.",
        "Le Dialogue de haut niveau sur les migrations s'est tenu à Accra le 11 mars 2024.",
    ],
)
def test_talks_that_were_held_are_a_meeting(text: str) -> None:
    assert [day for (day,) in said(facts_of("meetings", text), "start")] == ["2024-03-11"]


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("The Panel is chaired by the Permanent Secretary of the Ministry of Justice, and the Ministry serves as its "
         "secretariat.", "Ministry of Justice"),
        ("Le Comité portuaire est présidé par le Secrétaire permanent du Ministère de la justice, et le Ministère en "
         "assure le secrétariat.", "Ministère de la justice"),
        ("The Board of the Lake Network met in May 2023, and the Network hosts the Lagos Centre.", "Lake Network"),
    ],
)  # fmt: skip
def test_what_the_sentence_named_within_a_name(text: str, agent: str) -> None:
    assert [name for (name,) in said(facts_of("responsibilities", text), "agent")] == [agent]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("L'Assemblée a créé en 2019 un groupe d'experts sur la traite des personnes dans le secteur de la pêche.",
         "groupe d'experts sur la traite des personnes dans le secteur de la pêche"),
        ("Mali established a working group on trafficking in Gao in 2019.", "working group on trafficking"),
        ("Mali established a working group on trafficking in the north of Gao.", "working group on trafficking"),
    ],
)  # fmt: skip
def test_the_field_and_not_the_place_is_of_the_name(text: str, thing: str) -> None:
    assert [name for (name,) in said(facts_of("founded", text), "thing")] == [thing]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("The secretariat of the Lake Network, which Mali has hosted since 2017, is new.",
         "secretariat of the Lake Network"),
        ("Mali hosts the secretariat of the Lake Network.", "secretariat of the Lake Network"),
        ("Le secrétariat du Réseau des lacs, que le Mali accueille depuis 2017, est neuf.",
         "secrétariat du Réseau des lacs"),
        ("The Lake Network, which Mali hosts, is large.", "Lake Network"),
        ("Mali hosts the Lake Network and Togo its archive.", "Lake Network"),
    ],
)  # fmt: skip
def test_of_the_whole_and_not_of_what_it_is_of(text: str, thing: str) -> None:
    assert said(facts_of("responsibilities", text), "object") == [(thing,)]
