"""Groups under their whole name: "companies that build" are not all companies."""

from __future__ import annotations

import pytest

from extract.pipeline import extract
from extract.readers import read_bytes


def _addressees(sentence: str) -> list[str]:
    facts = extract(read_bytes(f"Note.\n\n{sentence}\n".encode(), "text.txt")).facts
    asked = [fact.roles["addressee"] for fact in facts if fact.kind == "requests"]
    return [getattr(one, "id", str(one)) for one in asked]


@pytest.mark.parametrize(
    ("sentence", "id_"),
    [
        ("Le Comité exhorte les entreprises minières à publier leurs listes.", "group/entreprises-minieres"),
        ("Le Comité exhorte les entreprises de transport à publier leurs listes.", "group/entreprises-de-transport"),
        (
            "Le Comité invite les organisations régionales de gestion de la forêt à contrôler les coupes.",
            "group/organisations-regionales-de-gestion-de-la-foret",
        ),
        ("Le Comité demande aux syndicats de marins d'informer leurs membres.", "group/syndicats-de-marins"),
        ("Le Comité invite les entreprises concernées à publier leurs listes.", "Business_Enterprises"),
        ("Le Comité invite les entreprises de toutes tailles à publier leurs listes.", "Business_Enterprises"),
        ("Le Comité demande aux entreprises de publier leurs listes.", "Business_Enterprises"),
        ("Le Comité invite les universités nationales à former des juges.", "Academia"),
        (
            "Le Comité invite les entreprises du secteur halieutique à témoigner.",
            "group/entreprises-du-secteur-halieutique",
        ),
        ("The Committee urges companies of the fishing sector to act.", "group/companies-of-the-fishing-sector"),
        ("The Committee urges companies of all sizes to act.", "Business_Enterprises"),
        ("The Committee requested UNODC, acting in cooperation with UNICEF and IOM, to prepare a digest.", "UNODC"),
        ("The Committee asked UNODC, working with UNICEF and IOM, to prepare a digest.", "UNODC"),
        ("Le Comité a prié l'ONUDC, agissant de concert avec l'UNICEF et l'OIM, d'établir un recueil.", "UNODC"),
        ("The Committee urges providers of courier services to report losses.", "group/providers-of-courier-services"),
        ("The Committee recommends that trade unions of divers inform their members.", "group/trade-unions-of-divers"),
        ("The Committee recommends that companies of the region inform their members.", "Business_Enterprises"),
    ],
)
def test_who_is_asked(sentence: str, id_: str) -> None:
    assert _addressees(sentence) == [id_]
