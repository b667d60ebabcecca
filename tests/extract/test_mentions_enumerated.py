"""Names that a list of members or partners tells to be organisations, and what is told of them elsewhere."""

from __future__ import annotations

import pytest

from extract.pipeline import extract
from extract.readers import read_bytes
from tests.extract.kinds import facts_of, said

FR = (
    "Qui sommes-nous ?\n\nLe Réseau des ports d'attache a été fondé à Marseille en 2009 par Le Seuil.\n\n{above}\n\n"
    "- Le Seuil (France)\n- Tahadi (Tunisie)\n- Puerto Seguro (Espagne)\n- Amal al-Bahr (Liban), depuis 2018\n\n"
    "Nos projets\n\nEn 2021, Tahadi a formé 40 enseignants.\n"
)
EN = (
    "About us\n\nThe Safe Ports Network was founded in Marseille in 2009 by Tahadi.\n\n{above}\n\n"
    "- Le Seuil (France)\n- Tahadi (Tunisia)\n- Puerto Seguro (Spain)\n\n"
    "What we do\n\nIn 2021, Tahadi trained 40 teachers.\n"
)


@pytest.mark.parametrize(
    ("text", "founder", "agent"),
    [
        (FR.format(above="Nos membres"), "Le Seuil", "Tahadi"),
        (FR.format(above="Font partie du Réseau :"), "Le Seuil", "Tahadi"),
        (EN.format(above="Our members"), "Tahadi", "Tahadi"),
        (EN.format(above="Partners:"), "Tahadi", "Tahadi"),
    ],
)
def test_a_name_of_the_list_is_an_organisation_throughout(text: str, founder: str, agent: str) -> None:
    assert said(facts_of("founded", text), "founder") == [(founder,)]
    assert said(facts_of("training", text), "agent") == [(agent,)]


@pytest.mark.parametrize(
    "text",
    [
        EN.format(above="Where we went"),  # no list of members
        EN.format(above="Our members").replace("- Le Seuil (France)\n", "").replace("- Puerto Seguro (Spain)\n", ""),
    ],
)
def test_other_lists_tell_nothing(text: str) -> None:
    assert said(facts_of("founded", text), "founder") == [("",)]


def test_names_and_surnames_are_people() -> None:
    text = "Members of the Board of the Ports Fund:\n\n- Anna Berg (Norway)\n- Paul Roy (Chad)\n"
    assert "Anna Berg" not in {words for (words,) in said(facts_of("funding", text), "donor")}
    assert all(name in ("Anna Berg", "Paul Roy") for (name,) in said(facts_of("members", text), "member"))


def test_the_general_assembly_of_an_association_is_not_that_of_the_united_nations() -> None:
    page = (
        "<html><head><title>Qui sommes-nous ? | REMAVIT</title></head><body><main><h1>Qui sommes-nous ?</h1>"
        "<p>Le Réseau maritime (REMAVIT) a son siège à Lomé.</p>"
        "<p>En 2016, l'{} a adopté la Charte de l'accueil.</p></main></body></html>"
    )
    for written, body in (("assemblée générale", "assemblée générale"), ("Assemblée générale", "General Assembly")):
        facts = extract(read_bytes(page.format(written).encode(), "page.html")).facts
        assert said([fact for fact in facts if fact.kind == "adoptions"], "body") == [(body,)]
