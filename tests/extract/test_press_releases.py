"""Press releases of meetings: what their head tells of what the body did, who took the floor, what the text asks."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

HEAD = {
    "en": "MEETINGS COVERAGE\nSECURITY COUNCIL\n9612TH MEETING (PM)\n\nSC/15680\n18 April 2025\n\n{}\n\n",
    "fr": "Conseil de sécurité\nCS/15990\n9790e séance – après-midi\n18 avril 2025\n\n{}\n\n",
}
TITLE = {
    "en": "Security Council Creates Monitoring Team on Trafficking by Sea, Adopting Resolution 2790 (2025)",
    "fr": "Le Conseil de sécurité crée un Comité de suivi de la traite et adopte la résolution 2790 (2025)",
}
MEETING = "9612TH MEETING of the Security Council"


def _release(text: str, language: str = "en", title: str | None = None) -> str:
    return HEAD[language].format(TITLE[language] if title is None else title) + text + "\n"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Security Council today established a Monitoring Team on Trafficking by Sea."),
        ("en", "The Security Council set up a Monitoring Team on Trafficking by Sea today, by 14 votes to none."),
        ("fr", "Le Conseil de sécurité a créé aujourd’hui le Comité de suivi de la traite."),
    ],
)
def test_by_which_text_and_on_which_day(language: str, text: str) -> None:
    found = facts_of("founded", _release(text, language))
    assert set(said(found, "founder", "instrument", "date")) == {
        ("Security Council", "S/RES/2790 (2025)", "2025-04-18")
    }
    adopted = facts_of("adoptions", _release(text, language))
    assert set(said(adopted, "instrument", "body", "date")) == {("S/RES/2790 (2025)", "Security Council", "2025-04-18")}


def test_a_resolution_of_another_year_was_not_adopted_on_that_day() -> None:
    text = "The Council recalled that it had adopted resolution 2331 (2016), which set up the Panel on Ports."
    found = facts_of("adoptions", _release(text, title="Security Council Debates Trafficking"))
    assert "2025-04-18" not in {date for (date,) in said(found, "date")}


def test_what_was_founded_on_another_day_owes_nothing_to_the_text() -> None:
    text = "The Expert Group on Ports, which the Security Council set up in 2019, met in Lomé on 3 March 2025."
    assert ("2019", "") in said(facts_of("founded", _release(text)), "date", "instrument")


@pytest.mark.parametrize(
    ("language", "text", "votes"),
    [
        ("en", "It was adopted by a vote of 13 in favour to none against, with 2 abstentions.", {"13", "2"}),
        ("en", "The text was adopted by a recorded vote of 31 in favour to 4 against (China), with 12 abstentions.",
         {"31", "4", "12"}),
        ("fr", "Le texte a été adopté par 31 voix pour, 4 contre et 12 abstentions.", {"31", "4", "12"}),
        ("en", "Some 13 in favour of reform spoke.", set()),
    ],
)  # fmt: skip
def test_votes(language: str, text: str, votes: set[str]) -> None:
    found = said(facts_of("figures", _release(text, language)), "value", "period")
    assert set(found) == {(value, "2025-04-18") for value in votes}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("UNODC had trained 96 judges in 2024. The study “Children for Guns” was published on 3 April.", "2025-04-03"),
        ("UNODC, which trained judges from 2015 to 2020, published the study “Children for Guns” on 3 April.",
         "2025-04-03"),
        ("In 2024, UNODC trained 96 judges. It published the study “Children for Guns” on 3 April.", "2024-04-03"),
        ("UNODC had trained 96 judges in 2024. The study “Children for Guns” was issued on 3 December.", "2024-12-03"),
    ],
)  # fmt: skip
def test_a_day_just_past_is_of_the_year_of_the_news(text: str, date: str) -> None:
    assert said(facts_of("publications", _release(text)), "date") == [(date,)]


@pytest.mark.parametrize(
    ("language", "text", "those"),
    [
        ("en", "Also speaking were the representatives of Panama, Greece and Mali.", {"Panama", "Greece", "Mali"}),
        ("en", "Speaking in explanation of vote were Egypt and India.", {"Egypt", "India"}),
        ("en", "Also delivering remarks were Ms. Anna Berg of UNICEF and the representative of Malta.",
         {"Anna Berg", "Malta"}),
        ("fr", "Ont également pris la parole les représentants de la Chine et de l’Algérie.", {"China", "Algeria"}),
        ("fr", "Se sont également exprimés la Grèce et le Panama.", {"Greece", "Panama"}),
        ("en", "Also speaking of Panama were those who opposed the text.", set()),
        ("en", "The representative of Mali said no such market had ever existed.", set()),
    ],
)  # fmt: skip
def test_who_took_the_floor(language: str, text: str, those: set[str]) -> None:
    found = said(facts_of("participants", _release(text, language)), "participant")
    assert {name for (name,) in found} == those


ADOPTED = {
    "en": "The Security Council adopted resolution 2790 (2025). ",
    "fr": "Le Conseil de sécurité a adopté la résolution 2790 (2025). ",
}


@pytest.mark.parametrize(
    ("language", "text", "acts"),
    [
        ("en", "The new resolution “calls on all States to act”. It also requests the Secretary-General to report.",
         ["calls-upon", "requests"]),
        ("en", "The resolution urges Member States to inspect vessels.", ["urges"]),
        ("fr", "La nouvelle résolution « demande à tous les États de geler les avoirs ».", ["requests"]),
        ("fr", "Le texte exhorte les États Membres à coopérer.", ["urges"]),
    ],
)  # fmt: skip
def test_what_was_adopted_asks(language: str, text: str, acts: list[str]) -> None:
    found = said(facts_of("requests", ADOPTED[language] + text), "issuer", "act")
    assert found == [("S/RES/2790 (2025)", act) for act in acts]


@pytest.mark.parametrize(
    "text",
    [
        "A new resolution would call on States to act.",
        "The draft resolution “calls on States to act”.",
        "Last year’s resolution calls on States to act.",
    ],
)
def test_another_text_is_not_the_one_that_was_adopted(text: str) -> None:
    assert not said(facts_of("requests", ADOPTED["en"] + text), "issuer")


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Adopting resolution 2790 (2025) by 13 votes, the Security Council requested States to act.",
         "S/RES/2790 (2025)"),
        ("En adoptant la résolution 2790 (2025), le Conseil de sécurité a demandé aux États de coopérer.",
         "S/RES/2790 (2025)"),
        ("After adopting resolution 2790 (2025), the Security Council requested States to act.", "Security Council"),
    ],
)  # fmt: skip
def test_adopting_a_text_it_asks_in_it(text: str, issuer: str) -> None:
    assert said(facts_of("requests", text), "issuer") == [(issuer,)]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Anna Berg, Director of the Fund, appointed in March 2025 to replace Karim Roy, spoke.",
         {("Anna Berg", "2025-03"), ("Karim Roy", "")}),
        ("Mme Ndeye Fall, Directrice de l’OIM, nommée en février 2025 en remplacement de M. Karim Diouf, a parlé.",
         {("Ndeye Fall", "2025-02"), ("Karim Diouf", "")}),
        ("Elle a remercié le Ministre de l’intérieur, M. Jean Phiri, en poste depuis 2021.", {("Jean Phiri", "2021")}),
        ("Anna Berg, Director of the Fund, in office since 2021, spoke.", {("Anna Berg", "2021")}),
        ("Anna Berg, Director of the Fund, will be appointed in 2027 to replace Karim Roy.", {("Anna Berg", "")}),
        ("Anna Berg, Director of the Fund, wants to replace Karim Roy.", {("Anna Berg", "")}),
    ],
)  # fmt: skip
def test_in_whose_place_and_since_when(text: str, held: set[tuple[str, str]]) -> None:
    assert set(said(facts_of("offices", text), "person", "start")) == held


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Rejecting as baseless a press report that 300 migrants had been sold, the representative of Mali said no such"
         " market existed. He called on donors to support the shelters.", "Mali"),
        ("Rejetant ces accusations, le représentant du Mali a pris la parole. Il a appelé les donateurs à financer les"
         " refuges.", "Mali"),
    ],
)  # fmt: skip
def test_who_speaks_behind_a_gerund(text: str, issuer: str) -> None:
    assert said(facts_of("requests", text), "issuer") == [(issuer,)]


@pytest.mark.parametrize(
    "text",
    [
        "Rejecting as baseless a press report that 300 migrants had been sold, the representative of Mali spoke.",
        "Dismissing claims that 900 people were sold at sea, the delegate of Yemen spoke.",
        "Rejetant des informations de presse selon lesquelles 300 enfants ont été vendus, il a parlé.",
    ],
)
def test_what_is_rejected_is_no_figure(text: str) -> None:
    assert not facts_of("figures", text)


def test_where_who_is_given_money_is_at_work() -> None:
    found = facts_of("funding", "En 2024, la Suède a remis 40 000 dollars à l’association Timidria, au Niger.")
    assert said(found, "recipient") == [("association Timidria",)]
    both = facts_of("funding", "La Suède a versé 2 millions d’euros à l’OIM, à l’UNICEF et au Tchad.")
    assert len(both) == 3


def test_the_day_of_an_appointment_is_none_of_an_operation() -> None:
    text = "Mme Diop, nommée en mars 2025, est revenue sur l’opération Harmattan, menée par INTERPOL au Niger."
    assert said(facts_of("operations", text), "place", "date") == [("Niger", "")]


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        ("The representative of Latvia, President of the Security Council for March 2026, spoke.", "Latvia"),
        ("The representative of Latvia, Security Council President for March 2026, spoke.", "Latvia"),
        ("Le représentant du Panama, Président du Conseil de sécurité pour le mois de mars 2026, a parlé.", "Panama"),
    ],
)
def test_the_president_of_the_month(text: str, chair: str) -> None:
    assert said(facts_of("chairs", text), "body", "chair", "year") == [("Security Council", chair, "2026")]


def test_a_president_of_no_month_may_speak_for_anybody() -> None:
    assert not facts_of("chairs", "The representative of Latvia, President of the Security Council, spoke.")
