"""Programmes: their names, whose they are where no verb says it, and what takes them up again."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

COLUMNS = ("programme", "lead", "partner", "country", "start")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The “Safe Harbours” project is led by IOM.", "Safe Harbours"),
        ("The PROTECT project is led by IOM.", "PROTECT project"),
        ("The Sahel Justice Programme is led by IOM.", "Sahel Justice"),
        ("IOM leads the joint project “Open Roads”.", "Open Roads"),
        ("Le projet KOKO est dirigé par l'OIM.", "projet KOKO"),
        ("L'OIM dirige la campagne pluriannuelle intitulée « Ouvre l'œil ».", "Ouvre l'œil"),
        ("L'OIM dirige le programme régional « Récolte digne ».", "Récolte digne"),
        ("L'OIM dirige l'initiative « Éducation pour la justice ».", "Education for Justice"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert said(facts_of("programmes", text), "programme", "lead") == [(name, "IOM")]


def test_another_name_before_the_noun_is_not_the_name_of_the_programme() -> None:
    assert facts_of("programmes", "The IOM project is led by UNODC.") == []


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("UNODC's Global Programme against Trafficking in Persons trained judges.", "UNODC"),
        ("The Global Programme against Trafficking in Persons of UNODC trained judges.", "UNODC"),
        ("The “Open Roads” project, an ILO initiative, trains drivers.", "ILO"),
        ("Le projet « Voix libres », initiative conjointe de l'OIM, forme des juges.", "IOM"),
        ("L'UNICEF a présenté son projet « Voix libres ».", "UNICEF"),
    ],
)
def test_whose_it_is(text: str, lead: str) -> None:
    assert {row[1] for row in said(facts_of("programmes", text), "programme", "lead")} == {lead}


def test_of_two_bodies_neither_is_certain() -> None:
    text = "UNICEF and IOM met. UNODC and ILO trained its staff on the project."
    assert facts_of("programmes", text) == []


def test_what_takes_up_a_programme() -> None:
    text = (
        "L'ONUDC a lancé le projet « Voix libres » en mars 2018. Cette initiative est mise en œuvre en collaboration "
        "avec l'OIM dans deux pays : le Mali et le Niger."
    )
    assert said(facts_of("programmes", text), *COLUMNS) == [
        ("Voix libres", "", "", "Mali", ""),
        ("Voix libres", "", "", "Niger", ""),
        ("Voix libres", "", "IOM", "", ""),
        ("Voix libres", "UNODC", "", "", "2018-03"),
    ]


def test_with_two_programmes_named_nothing_is_taken_up() -> None:
    text = "IOM leads the “Open Roads” project. ILO leads the “Fair Harvest” project. The project covers Mali."
    assert all(not row[3] for row in said(facts_of("programmes", text), *COLUMNS))


def test_at_the_initiative_of_is_no_programme() -> None:
    text = "IOM leads the “Open Roads” project. A group was created at the initiative of UNICEF."
    assert said(facts_of("programmes", text), "programme", "lead") == [("Open Roads", "IOM")]


@pytest.mark.parametrize(
    "text",
    [
        "That is why UNICEF launched Open Roads, a programme for children, in 2021. It is at work in Peru.",
        "UNICEF launched a programme entitled Open Roads. It is carried out with Save the Children in Peru.",
    ],
)
def test_it_may_be_the_one_programme_that_the_passage_names(text: str) -> None:
    assert "Peru" in [country for (country,) in said(facts_of("programmes", text), "country")]


def test_it_may_be_the_one_meeting_that_the_passage_names() -> None:
    text = "UNICEF organized a workshop on ports in Lima in May 2021. It was attended by Peru and Chile."
    assert said(facts_of("participants", text), "participant") == [("Chile",), ("Peru",)]


def test_it_is_neither_of_two_programmes() -> None:
    text = "UNICEF runs the “Blue Quays” project and the “Open Roads” project. It is at work in Peru."
    assert said(facts_of("programmes", text), "country") == [("",), ("",)]


def test_a_programme_that_does_so_is_not_led_by_another() -> None:
    text = "The “Blue Quays” project, which IOM runs, started in 2020. It trains judges, and it does so in Peru."
    assert {lead for (lead,) in said(facts_of("programmes", text), "lead")} <= {"", "IOM"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("L'ONUDC a lancé le programme Moulin intègre, qui est exécuté au Togo.", ["Moulin intègre"]),
        ("Le projet Enfance solidaire couvre le Niger.", ["Enfance solidaire"]),
        ("Le projet Voies sûres couvre le Ghana.", ["Voies sûres"]),
        ("Le projet Tabita financé par l'Union européenne couvre le Niger.", ["Tabita"]),
    ],
)
def test_a_name_goes_on_in_small_letters_up_to_its_verb(text: str, names: list[str]) -> None:
    assert {fact[0] for fact in said(facts_of("programmes", text), "programme")} <= {*names}


def test_a_verb_behind_a_name_is_no_part_of_it() -> None:
    assert facts_of("programmes", "Le programme Digue intègre, depuis 2022, les ports du Togo.") == []


@pytest.mark.parametrize(
    ("text", "leads", "countries"),
    [
        ("Back Home, a return programme of IOM in Tonga and Samoa, helps workers.", {"IOM"}, {"Tonga", "Samoa"}),
        ("“Back Home” – a return programme of IOM in Tonga and Samoa.", {"IOM"}, {"Tonga", "Samoa"}),
        ("Back Home is a return programme of IOM in Tonga.", {"IOM"}, {"Tonga"}),
        ("Calm Water, an IOM project in Fiji, was closed.", {"IOM"}, {"Fiji"}),
        ("Calm Water, a project of IOM, met criticism in Japan.", {"IOM"}, set()),
        ("Calm Water, a project financed by donors in Japan, helps.", set(), set()),
        ("« Retour », projet de l'OIM au Togo, au Bénin et en Guinée, aide.", {"IOM"}, {"Togo", "Benin", "Guinea"}),
        ("« Cap sûr » est un programme de l'OIT aux Comores et à Madagascar.", {"ILO"}, {"Comoros", "Madagascar"}),
        ("Le projet Cap sûr s'est poursuivi en 2022 au Gabon et au Togo.", set(), {"Gabon", "Togo"}),
        ("Le projet Cap sûr ne s'est pas poursuivi au Gabon.", set(), set()),
    ],
)
def test_where_what_is_apposed_is_carried_out(text: str, leads: set[str], countries: set[str]) -> None:
    rows = said(facts_of("programmes", text), "lead", "country")
    assert {lead for lead, _ in rows if lead} == leads
    assert {country for _, country in rows if country} == countries


@pytest.mark.parametrize(
    "text",
    [
        "The Calm Water project reached 76 people in 2024.",
        "The Calm Water project covered Fiji in 2024.",
        "Le projet « Cap sûr » a bénéficié à 76 personnes en 2024.",
    ],
)
def test_what_it_did_in_a_year_is_no_start(text: str) -> None:
    assert not any(start for (start,) in said(facts_of("programmes", text), "start"))
