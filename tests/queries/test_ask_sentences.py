"""Questions that only the sentence of a fact answers: forms of words, the glossary, and what must not be answered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.build import build
from graph.store import Store
from ontology.questions import folded
from queries.asking.ask import Asker
from queries.asking.forms import Glossary, are_forms, stands_in
from queries.values import Node

TEXT = """United Nations                                                                       A/80/1
General Assembly                                                          Distr.: General
                                                                          21 July 2025
                                                                          Original: English
Report of the Secretary-General

1. In March 2021, the International Organization for Migration (IOM) launched the Lighthouse Programme to shelter
seafarers rescued from forced labour. The programme is implemented in Ghana, Togo and Benin. It is funded by Norway.

2. The case law database of the United Nations Office on Drugs and Crime (UNODC) is free of charge. At the end of 2021,
it contained 1,204 judgments from 88 countries, of which 310 concerned the sale of children.

3. In its resolution 75/10, the General Assembly called upon Member States to prosecute brokers who withhold the
passports of seafarers, and requested UNODC to publish a guide for labour inspectors. The Assembly also encouraged
airlines to train cabin crews.

4. In 2022, Interpol trained 45 customs officers and 12 prosecutors in Dakar. During Operation Albatross, police
rescued 27 fishermen and seized 18,000 dollars in ransom money.

5. In 2024 UNODC sent States a questionnaire on wages at sea. Ecuador and Ghana replied.

6. The General Assembly adopted its Seafarers Declaration at a two-day high-level meeting, held in Lima on 4 and 5 May
2022, at which ship owners spoke at length.

7. In its resolution ACHPR/Res.641 (LXXXIV) 2025, the African Commission on Human and Peoples' Rights invited UNICEF to
share its findings.
"""
VISIT = """Human Rights Council
Visit to Guinea
Report of the Special Rapporteur on trafficking in persons, especially women and children

1. According to the Child Protection Office, 318 victims were identified in 2023 and 402 in 2024.

2. In Senegal, the National Task Force trained 185 labour inspectors in November 2024, in Nioro.

3. In Japan, 77 victims were identified in 2022, according to the Child Protection Office.

4. The Special Rapporteur recommends that the Government of Guinea appoint labour inspectors in all provinces. Ghana
ratified the Protocol against the Smuggling of Migrants by Land, Sea and Air in 2012.
"""
ANSWERED = [
    ("How many victims were identified in Guinea in 2024?", "402"),  # so says the report on Guinea
    ("Combien de victimes ont été identifiées en Guinée en 2024 ?", "402"),
    ("How many labour inspectors were trained in Senegal in November 2024?", "185"),
    ("In which countries does IOM run the programme launched in 2021 that shelters seafarers?", "Benin; Ghana; Togo"),
    ("dans quels pays est mis en œuvre le programme Lighthouse pour les marins secourus", "Benin; Ghana; Togo"),
    ("How many rulings did the UNODC case law database contain at the end of 2021?", "1204"),
    ("Combien de jugements la base de données de jurisprudence de l'ONUDC contenait-elle fin 2021 ?", "1204"),
    ("How much ransom money was confiscated during Operation Albatross?", "18000"),
    ("Combien d'argent de rançons a été saisi lors de l'opération Albatross ?", "18000"),
    ("Did IOM launch the programme that shelters seafarers?", "yes"),
    ("Who replied to the UNODC questionnaire on wages at sea?", "Ecuador; Ghana"),
    ("Did Ghana reply to the questionnaire on wages at sea of UNODC?", "yes"),
    ("In which city was the lengthy high-level meeting of ship owners?", "Lima"),
    ("What did resolution ACHPR/Res.641 invite UNICEF to do?", "share its findings"),
    ("what did ACHPR resolution 641 invite UNICEF to do", "share its findings"),
    ("What does the Special Rapporteur recommend to the Government?", "appoint labour inspectors in all provinces"),
    ("Que recommande la Rapporteuse spéciale au Gouvernement ?", "appoint labour inspectors in all provinces"),
    ("De quand date le rapport du Secrétaire général A/80/1 ?", "2025-07-21"),
]
LEFT_OPEN = [
    "How many victims were identified in Togo in 2024?",
    "How many victims were identified in Guinea in 2022?",  # those were in Japan
    "How many labour inspectors were trained in Guinea in November 2024?",
    "Did UNICEF launch the programme that shelters seafarers?",
    "Did IOM launch the programme that shelters judges?",
    "In which countries does IOM run the programme launched in 2019 that shelters seafarers?",
    "In which countries does UNICEF run the programme launched in 2021 that shelters seafarers?",
    "How many rulings did the UNODC case law database contain at the end of 2020?",
    "How many statutes did the UNODC case law database contain at the end of 2021?",
    "How much ransom money was paid during Operation Albatross?",
    "How many euros of ransom money were found on the fishermen?",
    "Which airlines trained cabin crews?",
    "What did resolution ACHPR/Res.642 invite UNICEF to do?",
    "What did resolution ACHPR/Res.641 (LXXXV) 2025 invite UNICEF to do?",
    "Who replied to the UNICEF questionnaire on wages at sea?",
    "Did Ghana reply to the questionnaire on wages at sea of UNICEF?",
    "Did Togo reply to the questionnaire on wages at sea of UNODC?",
    "Which States replied to the UNODC questionnaire on wages in ports?",
    "In which city did the judges speak at the high-level meeting?",
    "Who spoke at the high-level meeting with the ship owners?",
    "Which States voted against the Seafarers Declaration at the high-level meeting?",
    "When did IOM launch the questionnaire on wages at sea?",
    "Quelles compagnies aériennes ont formé leurs équipages de cabine ?",
    "Who published a guide for labour inspectors?",
    "What does the Secretary-General recommend to the Government?",
    "Has the Government ratified the Smuggling Protocol?",
    "How many judges did Interpol train in Dakar in 2022?",
    "Combien de juges Interpol a-t-il formés à Dakar en 2022 ?",
    "Which woman launched the programme that shelters seafarers?",
    "In which Asian countries does IOM run the programme launched in 2021 that shelters seafarers?",
    "In which countries does IOM currently run the programme launched in 2021 that shelters seafarers?",
    "In which countries besides Ghana does IOM run the programme that shelters seafarers?",
]


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    place = tmp_path_factory.mktemp("told")
    (place / "report.txt").write_text(TEXT, encoding="utf-8")
    (place / "visit.txt").write_text(VISIT, encoding="utf-8")
    build([place / "report.txt", place / "visit.txt"], Path(place / "told.store"))
    with Store.open(Path(place / "told.store")) as store:
        yield Asker(store)


@pytest.mark.parametrize(("question", "expected"), ANSWERED)
def test_a_sentence_that_holds_all_words_answers(asker: Asker, question: str, expected: str) -> None:
    outcome = asker.ask(question)
    values = [a.value for a in outcome.answers]
    nodes = asker.store.labels([v.iri for v in values if isinstance(v, Node)], "en")
    assert sorted(nodes[v.iri] if isinstance(v, Node) else str(v) for v in values) == expected.split("; ")
    assert all(a.evidence for a in outcome.answers)
    assert outcome.sparql is not None  # what was found can be run again
    assert len(asker.store.select(outcome.sparql)) >= len(outcome.answers)


@pytest.mark.parametrize("question", LEFT_OPEN)
def test_a_sentence_that_lacks_a_word_does_not(asker: Asker, question: str) -> None:
    assert asker.ask(question).answers == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("supervises", "supervise"), ("superviser", "supervisent"), ("airline", "airlines"), ("policy", "policies"),
        ("identify", "identified"), ("realiser", "realisation"), ("contenir", "contenait"), ("loi", "lois"),
        ("comprendre", "comprenait"), ("national", "nationaux"), ("aerien", "aeriennes"), ("2018", "2018"),
    ],
)  # fmt: skip
def test_forms_of_one_word(one: str, other: str) -> None:
    assert are_forms(one, other) and are_forms(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("police", "policies"), ("police", "policy"), ("internet", "international"), ("organes", "organismes"),
        ("communication", "community"), ("2018", "201"), ("2018", "2019"), ("donor", "donation"), ("a", "as"),
    ],
)  # fmt: skip
def test_other_words(one: str, other: str) -> None:
    assert not are_forms(one, other) and not are_forms(other, one)


def test_phrases_in_a_text() -> None:
    text = folded("la mise en place de compagnies aériennes")
    assert stands_in(text, ["compagnie", "aerienne"])
    assert stands_in(text, ["mise", "place"])  # one small word may stand between
    assert not stands_in(text, ["place", "aerienne"])
    assert not stands_in(text, [])


def test_the_glossary_is_asked_in_any_form() -> None:
    glossary = Glossary({"carrier": ["airline", "carrier"], "common policy": ["common policy", "politique commune"]})
    assert glossary.ways(["carriers"]) == ("airline", "carrier")
    assert glossary.ways(["common", "policies"]) == ("common policy", "politique commune")
    assert glossary.ways(["police"]) == glossary.ways(["car"]) == ()
