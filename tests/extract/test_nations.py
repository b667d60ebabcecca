"""Which State a document means where it does not name it."""

from __future__ import annotations

import pytest

from extract.facts import Entity
from extract.pipeline import extract
from extract.readers import read_bytes

EN = """Concluding observations on the ninth periodic report of Madagascar

4. The Committee welcomes the ratification of the following international instruments:

(a) The Palermo Protocol, in 2019;

(b) The Convention against Torture, on 4 May 2020.

5. The Committee recommends ratification of the Istanbul Convention by 2025.

6. It notes that the State party is not bound by the Arms Trade Treaty.
"""
FR = """Observations finales concernant le neuvième rapport périodique de Madagascar

4. Le Comité se félicite que l'État partie ait ratifié le Protocole de Palerme en 2019.

5. Il salue également :

a) L'adhésion à la Convention contre la torture, le 4 mai 2020 ;

b) La création d'un comité.

6. Le Gouvernement envisage de ratifier la Convention d'Istanbul.
"""


def _ratified(text: str) -> set[tuple[str, str, str]]:
    facts = extract(read_bytes(text.encode(), "text.txt")).facts
    found = [fact.roles for fact in facts if fact.kind == "ratifications" and fact.modality == "asserted"]
    named = [{role: v.id if isinstance(v, Entity) else str(v) for role, v in roles.items()} for roles in found]
    return {(one["state"], one["instrument"], one.get("date", "")) for one in named}


@pytest.mark.parametrize("text", [EN, FR])
def test_state_party_is_the_state_of_the_report(text: str) -> None:
    treaties = {("Palermo_Protocol", "2019"), ("CAT", "2020-05-04")}
    assert _ratified(text) == {("Madagascar", treaty, date) for treaty, date in treaties}


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The delegate of Nepal said that his Government had ratified the Palermo Protocol in 2020.", {"Nepal"}),
        ("Mme Sow (Togo) indique que son pays a ratifié le Protocole de Palerme en 2020.", {"Togo"}),
        ("Nepal’s delegate said that his Government had ratified the Palermo Protocol in 2020.", {"Nepal"}),
        ("Mr. Rai (Nepal) was glad. His Government had ratified the Palermo Protocol in 2020.", {"Nepal"}),
        ("Mr. Rai (Nepal) was glad. Mr. Diop said that his Government had ratified the Palermo Protocol.", set()),
        ("Mali hosted the forum. The Government ratified the Palermo Protocol in 2020.", {"Mali"}),
        ("Mali and Togo hosted it. The Government ratified the Palermo Protocol in 2020.", set()),
        ("The country office ratified the Palermo Protocol in 2020.", set()),
        ("The Government ratified the Palermo Protocol in 2020.", set()),
    ],
)
def test_country_of_who_speaks_or_the_only_one_named(text: str, states: set[str]) -> None:
    assert {state for state, _, _ in _ratified(text)} == states


def _adopted(text: str) -> set[tuple[str, str]]:
    facts = extract(read_bytes(text.encode(), "text.txt")).facts
    found = [fact.roles for fact in facts if fact.kind == "adoptions" and fact.modality == "asserted"]
    return {(str(getattr(roles["instrument"], "id", "")).split("/")[-1], str(roles.get("date"))) for roles in found}


def test_laws_that_a_committee_welcomes_item_by_item() -> None:
    english = (
        "The Committee welcomes the adoption of the following legislative measures:\n\n"
        "(a) Act No. 12 on shelters, in 2019;\n\n(b) Decree No. 44, by which a register was established, in 2021."
    )
    french = (
        "Observations finales\n\n3. Le Comité salue l'adoption :\n\n"
        "a) De la loi no 2022-14, relative aux foyers, en juillet 2022 ;\n\n"
        "b) Par le Conseil des ministres, le 14 mars 2023, du Plan national de lutte contre la traite 2023-2026."
    )
    assert _adopted(english) == {("act-12", "2019"), ("decree-44", "2021")}
    assert _adopted(french) == {
        ("loi-2022-14", "2022-07"),
        ("plan-national-de-lutte-contre-la-traite-2023-2026", "2023-03-14"),
    }
    assert _adopted(english.replace("welcomes", "recommends")) == set()


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            "Rappelant que son pays est partie au Protocole de Palerme, le représentant de la Libye a parlé.",
            {"Libya"},
        ),
        (
            "Recalling that his country had ratified the Palermo Protocol in 2004, the representative of Libya spoke.",
            {"Libya"},
        ),
        (
            "The representative of Chad spoke. Recalling that his country had ratified the Palermo Protocol, the "
            "representative of Libya called for aid.",
            {"Libya"},
        ),
        ("Recalling that her Government had ratified the Palermo Protocol, Ms. Diop (Senegal) spoke.", {"Senegal"}),
        ("Noting that his country had ratified the Palermo Protocol, the Director spoke of Libya.", set()),
        ("Recalling that his country had not ratified the Palermo Protocol, the representative of Libya spoke.", set()),
    ],
)
def test_whose_country_is_told_behind(text: str, states: set[str]) -> None:
    assert {state for state, _, _ in _ratified(text)} == states


@pytest.mark.parametrize(
    ("title", "sentence", "addressee"),
    [
        ("Observations finales sur le rapport du Togo", "Le Comité exhorte le Gouvernement à agir.", "Togo"),
        (
            "Observations finales sur le rapport du Togo",
            "Le Comité exhorte tous les gouvernements à agir.",
            "Governments",
        ),
        ("Concluding observations on the report of Togo", "The Committee urges the State party to act.", "Togo"),
        ("Concluding observations on the report of Togo", "The Committee urges all Governments to act.", "Governments"),
        (
            "LE COMITÉ NOMME MME ANNA BERG, DU TOGO, RAPPORTEUSE",
            "Il exhorte le Gouvernement à agir.",
            "group/gouvernement",
        ),
        ("Committee Appoints Ms. Anna Berg of Togo", "The Committee urges the Government to act.", "group/government"),
    ],
)
def test_one_state_or_all(title: str, sentence: str, addressee: str) -> None:
    """ "All Governments" are no one State's, and a citizen of Togo makes no document one about Togo."""
    opening = "Le Comité s'est réuni." if "omit" in sentence or "Il " in sentence else "The Committee met."
    facts = extract(read_bytes(f"{title}\n\n{opening} {sentence}\n".encode(), "text.txt")).facts
    asked = [fact.roles["addressee"] for fact in facts if fact.kind == "requests"]
    assert [one.id for one in asked if isinstance(one, Entity)] == [addressee]


def test_the_latter_is_the_state_party_that_was_named_last() -> None:
    text = (
        "Observations finales concernant le rapport du Togo\n\n1. Depuis l'entrée en vigueur de la Convention contre "
        "la torture pour l'État partie, ce dernier a ratifié les instruments ci-après :\n\na) Le Statut de Rome."
    )
    facts = extract(read_bytes(text.encode(), "text.txt")).facts
    told = [fact.roles for fact in facts if fact.kind == "ratifications" and fact.roles["manner"] == "ratification"]
    instruments = [role["instrument"] for role in told]
    assert [one.id for one in instruments if isinstance(one, Entity)] == ["Rome_Statute"]
    assert [role["state"] for role in told] == [Entity("Togo", "State")]
