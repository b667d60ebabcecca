"""What a text takes back is no fact, and what it only doubts in passing is one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.pipeline import extract
from extract.readers import read_bytes
from extract.retractions import retracted


def _told(text: str) -> list[str]:
    return [fact.kind for fact in extract(read_bytes(text.encode(), "note.txt")).facts if fact.kind != "documents"]


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry rejected as unfounded a report according to which 300 women had been confined in Mombasa.",
        "The delegation rejected the figure of 47,000 children that had circulated in the press.",
        "UNODC dismissed claims that 80 people had been arrested.",
        "The figure of 4,000 victims given by a website is unfounded.",
        "A radio station reported that 90 traffickers had been jailed. That is simply untrue, the police said.",
        "A newspaper reported that UNICEF had trained 90 judges in 2019. UNICEF denied the report.",
        "It was said that UNICEF had joined the Alliance 8.7 in 2019. Nothing of the kind happened.",
        "Le Ministère a démenti l'information selon laquelle 60 personnes auraient été arrêtées.",
        "Nous démentons les informations de presse faisant état de 2 000 disparitions en 2025.",
        "Nous réfutons les rumeurs selon lesquelles 2 000 personnes ont disparu en 2025.",
        "We deny press reports putting at 2,000 the number of disappearances in 2025.",
        "Le Ministère a démenti que 60 personnes aient été arrêtées.",
        "Le chiffre de 300 victimes avancé par un site est sans fondement, a fait savoir la police.",
        "On avait annoncé que l'UNICEF avait rejoint l'Alliance 8.7 en 2019 ; renseignement pris, il n'en est rien.",
        "Un journal a rapporté que l'UNICEF avait formé 90 juges en 2019. Cette information est inexacte.",
        "Decides to extend the mandate of the Rapporteur for a period of three years.",
        "Décide de proroger pour une période de trois ans le mandat de la Rapporteuse.",
        "La Commission poursuivra ses travaux demain, mercredi 20 mars, à 10 heures.",
    ],
)
def test_nothing_is_told(text: str) -> None:
    assert _told(text) == []


def test_a_text_without_sentences() -> None:
    document = replace(read_bytes(b"A newspaper reported it.", "note.txt"), sentences=())
    assert retracted(document) == frozenset()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A newspaper reported that UNICEF had trained 90 judges in 2019. The course was held in Bo.",
         ["figures", "training"]),
        ("UNICEF trained 90 judges in 2019. It denied visas to nobody.", ["figures", "training"]),
        ("UNICEF rejected the report and trained 90 judges in 2019.", ["figures", "training"]),
        ("The figure of 4,000 victims was published by UNODC.", ["figures"]),
        ("L'UNICEF a formé 90 juges en 2019. Cette formation est un succès.", ["figures", "training"]),
        ("UNICEF said that 90 judges had been trained. It is not true that more are needed.", ["figures", "training"]),
    ],
)  # fmt: skip
def test_what_stands(text: str, kinds: list[str]) -> None:
    assert sorted(_told(text)) == kinds
