"""Demands, commitments and targets: what a whole document must show, beyond the sentences of the frames' own files."""

from __future__ import annotations

import pytest

from extract.facts import Entity, Fact
from extract.pipeline import extract
from extract.readers import read_bytes
from tests.extract.kinds import facts_of, said

RESOLUTION = """A/RES/80/301

Resolution adopted by the General Assembly on 17 December 2025

The General Assembly,

Noting that some States have requested the Secretary-General to act,

1. Welcomes the report of the Secretary-General, and requests him to submit another;

2. {paragraph}
"""
REPORT = """A/79/188

Report of the Secretary-General

I. Introduction

1. {paragraph}

II. Recommendations

2. {advice}
"""
DECLARATION = """Nairobi Declaration on Fair Recruitment

Objective 1: No fees

1. {chapeau}

(a) Prohibit fees;

(b) Publish lists, including:

(i) Of agencies.
"""


def _facts(text: str, kind: str = "requests") -> list[Fact]:
    return [fact for fact in extract(read_bytes(text.encode(), "text.txt")).facts if fact.kind == kind]


def _name(value: object) -> str:
    return value.id if isinstance(value, Entity) else str(value)


def _said(text: str, kind: str = "requests") -> list[tuple[str, ...]]:
    columns = {"requests": ("issuer", "act", "addressee"), "commitments": ("objective", "item", "action")}[kind]
    return [tuple(_name(fact.roles.get(column, "-")) for column in columns) for fact in _facts(text, kind)]


@pytest.mark.parametrize(
    ("paragraph", "wanted"),
    [
        ("Urges States to act.", [("urges", "States")]),
        ("Also once again strongly urges States to act.", [("urges", "States")]),
        ("Calls upon Chad and, within its mandate, UNODC to act.", [("calls-upon", "Chad"), ("calls-upon", "UNODC")]),
        ("Reiterates its invitation to donors to contribute.", [("invites", "Donors")]),
        ("Decides to remain seized of the matter.", [("decides", "-")]),
        ("Notes the requests from Chad, and invites UNODC to act.", [("invites", "UNODC")]),
        ("Urges States, as well as invites donors, to act.", [("urges", "States"), ("invites", "Donors")]),
        ("Recommends that ICAT meet, and urges it to report.", [("recommends", "ICAT"), ("urges", "ICAT")]),
        ("Stresses the need for States to act, and recalls that Chad asked UNODC to help.", []),
    ],
)
def test_operative_paragraphs(paragraph: str, wanted: list[tuple[str, str]]) -> None:
    found = _said(RESOLUTION.format(paragraph=paragraph))
    assert found[0][:2] == ("A/RES/80/301", "requests"), "the first paragraph asks behind another verb"
    assert found[1:] == [("A/RES/80/301", *one) for one in wanted]


def test_a_draft_asks_for_nothing() -> None:
    text = RESOLUTION.format(paragraph="Urges States to act.").replace("A/RES/80/301", "A/C.3/80/L.7")
    assert (
        _said(text.replace("Resolution adopted by the General Assembly on 17 December 2025", "Draft resolution")) == []
    )


def test_items_belong_to_the_action_of_their_paragraph_and_to_its_evidence() -> None:
    text = RESOLUTION.format(paragraph="Urges States:\n\n(a) To act;\n\n(b) To report.")
    document = read_bytes(text.encode(), "text.txt")
    fact = [fact for fact in extract(document).facts if fact.kind == "requests"][-1]
    assert fact.roles["action"] == "(a) To act; (b) To report"
    assert document.quote(fact.start, fact.end).endswith("(b) To report.")


@pytest.mark.parametrize(
    ("paragraph", "wanted"),
    [
        ("In resolution 2388 (2017), the Council invited UNODC to act.", "S/RES/2388 (2017)"),
        ("Pursuant to resolution 72/195, in which the Assembly invited UNODC to act, it did.", "A/RES/72/195"),
        ("The Economic and Social Council invited UNODC to act.", "ECOSOC"),
        ("UNODC has repeatedly been invited by Chad to act.", "Chad"),
        ("I invite UNODC to act.", "Secretary_General"),
        ("It is recommended that UNODC act.", "Secretary_General"),
    ],
)
def test_who_asks(paragraph: str, wanted: str) -> None:
    found = _said(REPORT.format(paragraph=paragraph, advice="That is all."))
    assert [(issuer, addressee) for issuer, _, addressee in found] == [(wanted, "UNODC")]


def test_further_demands_of_a_paragraph_are_of_the_same_resolution() -> None:
    paragraph = "In its resolution 72/195, the General Assembly urged States to act. It also invited them to report."
    found = _said(REPORT.format(paragraph=paragraph, advice="That is all."))
    assert found == [("A/RES/72/195", "urges", "States"), ("A/RES/72/195", "invites", "States")]


@pytest.mark.parametrize(
    ("advice", "wanted"),
    [
        ("Member States should adopt laws.", [("Secretary_General", "recommends", "Member_States")]),
        ("Laws should be adopted.", []),
        ("If Member States should fail, others will act.", []),
    ],
)
def test_advice_under_its_heading_only(advice: str, wanted: list[tuple[str, str, str]]) -> None:
    assert _said(REPORT.format(paragraph=advice, advice="That is all.")) == []
    assert _said(REPORT.format(paragraph="That is all.", advice=advice)) == wanted


def test_each_lettered_recommendation_is_a_fact_of_its_own() -> None:
    advice = "The Secretary-General recommends that States:\n\n(a) Adopt laws;\n\n(b) Train judges."
    facts = _facts(REPORT.format(paragraph="That is all.", advice=advice))
    assert [fact.roles["action"] for fact in facts] == ["Adopt laws", "Train judges"]


@pytest.mark.parametrize("chapeau", ["We undertake to:", "To achieve this objective, we will draw from the following:"])
def test_commitments(chapeau: str) -> None:
    found = _said(DECLARATION.format(chapeau=chapeau), "commitments")
    assert found == [("1", "a", "Prohibit fees"), ("1", "b", "Publish lists, including: (i) Of agencies")]


@pytest.mark.parametrize("chapeau", ["One delegation proposed that we undertake to:", "We do not undertake to:"])
def test_no_commitments(chapeau: str) -> None:
    assert _said(DECLARATION.format(chapeau=chapeau), "commitments") == []


def test_a_list_below_a_colon_may_go_on_with_the_letters_of_another() -> None:
    text = (
        "LOMÉ DECLARATION ON PORTS\n\nAdopted on 5 May 2020\n\nObjective 1. See\n\nWe commit ourselves to:\n\n"
        "(a) Look;\n\n(b) Listen.\n\nUnder Objective 2, Ghana undertakes to:\n\n(c) Open a hotline.\n"
    )
    found = [(fact.roles["objective"], fact.roles["item"]) for fact in facts_of("commitments", text)]
    assert found == [("1", "a"), ("1", "b"), ("2", "c")]


REVIEW = """Committee on the Rights of the Child

Concluding observations on the combined third and fourth periodic reports of Benin

24. The Committee is concerned that few traffickers are convicted.

25. {paragraph}
"""
REVIEW_FR = """Comité des droits de l'enfant

Observations finales concernant le rapport du Togo

24. Le Comité note que peu de trafiquants sont condamnés.

25. {paragraph}
"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (REVIEW.format(paragraph="In the light of target 5.2, the State party should adopt a law."), ["recommends"]),
        (
            REVIEW.format(paragraph="The State party should adopt a law. It should also fund shelters."),
            ["recommends"] * 2,
        ),
        (REVIEW.format(paragraph="The State party is requested to report on that law."), ["requests"]),
        (REVIEW.format(paragraph="The delegation stated that the State party should have more time."), []),
        (
            REVIEW_FR.format(paragraph="Eu égard à la cible 5.2, l’État partie devrait adopter une loi."),
            ["recommends"],
        ),
        (REVIEW_FR.format(paragraph="L’État partie est invité à soumettre son rapport en mars 2027."), ["invites"]),
        (REVIEW_FR.format(paragraph="L’État partie n’est pas tenu de soumettre un rapport."), []),
    ],
)
def test_a_treaty_body_advises_the_state_it_reviews(text: str, wanted: list[str]) -> None:
    said = _said(text)
    assert [act for _, act, _ in said] == wanted
    assert {(issuer, state) for issuer, _, state in said} <= {("CRC_Committee", "Benin"), ("CRC_Committee", "Togo")}


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The Special Rapporteur urges States to train judges.", ["SR_Trafficking"]),
        ("A special rapporteur urges States to train judges.", []),
    ],
)
def test_an_office_is_the_one_named_in_full_before(sentence: str, wanted: list[str]) -> None:
    text = f"The Special Rapporteur on trafficking in persons visited Ghana. {sentence}"
    assert [issuer for issuer, _, _ in _said(text) if issuer == "SR_Trafficking"] == wanted


@pytest.mark.parametrize(
    ("chapeau", "first", "second", "wanted"),
    [
        (
            "The focal points:",
            "Requested the ICAT secretariat to print it",
            "Decided to meet again",
            "group/focal-points",
        ),
        ("Par ailleurs, les ministres :", "Ont prié l'OIM d'agir", "Ont décidé de se réunir", "group/ministres"),
        (
            "The Security Council also:",
            "Requested UNODC to print it",
            "Decided to act",
            "Security_Council",
        ),
        ("La Conférence :", "A prié l'OIM d'agir", "A également décidé de se réunir", "text.txt/meeting/conference"),
        ("Some speakers asked that the Group:", "Request UNODC to print it", "Decide to meet again", ""),
        ("The experts could not agree to have:", "Requested UNODC to print it", "Decided to meet again", ""),
    ],
)
def test_minutes_tell_below_a_colon_what_was_asked(chapeau: str, first: str, second: str, wanted: str) -> None:
    said = _said(f"Minutes\n\n{chapeau}\n\n(a) {first};\n\n(b) {second}.\n")
    assert [one[:2] for one in said] == ([(wanted, "requests"), (wanted, "decides")] if wanted else [])


def test_the_report_of_a_meeting_gives_the_advice_of_its_body() -> None:
    text = """Report on the third meeting of the Working Group on Firearms

    I. Recommendations

    1. States parties should train judges.

    2. States parties are encouraged:

    (a) To publish lists;

    (b) To keep records.
    """
    assert (
        _said(text)
        == [("Working_Group_on_Firearms", "recommends", "States_Parties")]
        + [("Working_Group_on_Firearms", "encourages", "States_Parties")] * 2
    )


def test_what_a_council_decides_below_its_name() -> None:
    text = "{}Conseil des ministres,\n\n1. Salue tout ceci ;\n\n2. CHARGE l'OIM d'agir ;\n\n3. PRIE l'ONUDC d'aider."
    wanted = [("text.txt", "mandates", "IOM"), ("text.txt", "requests", "UNODC")]
    assert _said("DÉCISION SUR LES MINES\n\n" + text.format("Le ")) == wanted
    assert _said("Note\n\n" + text.format("Selon le ")) == []


def test_a_body_that_no_list_of_organs_holds_decides_below_its_name_too() -> None:
    paragraphs = "1. Prie l'OIM de présenter un rapport ;\n\n2. Salue cela."
    text = "Dakar, 12 juin 2021\n\n{}Comité ministériel de la CEDEAO,\n\n" + paragraphs
    assert _said(text.format("Le ")) == [("text.txt", "requests", "IOM")]
    assert _said(text.format("Selon le ")) == []


def test_it_behind_the_verb_is_what_the_sentence_before_was_about() -> None:
    found = _said("UNODC gathers the returns. The Conference of the Parties has now requested it to print them.")
    assert [(act, whom) for _, act, whom in found] == [("requests", "UNODC")]


_MET = """JOINT COMMUNIQUÉ

of the Third Conference of the Lake Forum

Aden, 3 May 2023

1. We, the ministers of Mali and Togo, met in Aden.

{}"""
_REUNIS = """COMMUNIQUÉ FINAL

de la deuxième Conférence sur les ports sûrs

Aden, le 3 mai 2023

1. Nous, ministres du Mali et du Togo, nous sommes réunis à Aden.

{}"""
_MINUTES = """LAKE NETWORK

Steering Committee

MINUTES OF THE FOURTEENTH MEETING

1. The Steering Committee of the Lake Network met in Aden on 3 May 2023.

2. {}"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (_MET.format("2. For this reason we call upon shipping companies to open channels."),
         [("calls-upon", "shipping companies")]),
        (_MET.format("2. We also request IOM to inform us once a year."), [("requests", "IOM")]),
        (_REUNIS.format("2. Nous demandons à l'OIM de nous informer chaque année."), [("requests", "IOM")]),
        (_MINUTES.format("The Committee:\n\n(a) Requested UNODC to print its guide;\n\n(b) Invited IOM to share it."),
         [("invites", "IOM"), ("requests", "UNODC")]),
        ("Joint Press Release\n\nLake Forum meets\n\nAden, 3 May 2023\n\n\"We call upon IOM to act,\" a man said.", []),
        (_MET.format("2. We did not ask IOM to inform us."), []),
    ],
)  # fmt: skip
def test_those_who_met(text: str, told: list[tuple[str, str]]) -> None:
    assert said(facts_of("requests", text), "act", "addressee") == told


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The Forum encouraged States, as well as the fishing industry, to give.", ["States", "fishing industry"]),
        ("The Lake Forum invited the banking sector to train its staff.", ["banking sector"]),
        ("Le Forum des lacs a invité le secteur bancaire à former son personnel.", ["secteur bancaire"]),
        ("The Lake Forum encouraged a discussion of the fishing industry.", []),
    ],
)  # fmt: skip
def test_one_noun_for_many(text: str, people: list[str]) -> None:
    assert sorted(one for (one,) in said(facts_of("requests", text), "addressee") if one) == sorted(people)
