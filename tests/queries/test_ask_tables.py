"""Numbers that only a table tells: its row, its column, its heading and its document hold the words of the question."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.build import build
from graph.store import Store
from queries.asking.ask import Asker

TEXTS = {
    "visit.txt": """Human Rights Council
Visit to Zambia
Report of the Special Rapporteur on trafficking in persons, especially women and children

1. The table below shows the action taken by the authorities.

      Cases of trafficking in persons, 2020-2022

      Year        Investigations     Prosecutions     Convictions
      2020        38                 14               6
      2021        45                 17               9
      2022        61                 23               12
      Source: Ministry of Home Affairs.
""",
    "mission.txt": """MISSION REPORT

3.  FINDINGS

3.1  Children were registered in the canton.

3.2  The number of children found in each centre on 7 October 2025 was as follows:

         Centre              Children
         Borići                   143
         Lipa                     188
         Miral                     37

3.3  No child was being held at the police station.
""",
    "rivers.txt": """General Assembly
Trafficking in persons along inland waterways
Report of the Secretary-General

1. The breakdown by river basin is given in the table below.

            Victims recorded on inland waterways in 2024, by basin

            Basin                        Victims
            ------------------------------------
            Mekong                           731
            Congo                            402
            Danube                           324
            ------------------------------------
            Source: UNODC.
""",
    "rapport.txt": """RÉPUBLIQUE DU CAMEROUN

RAPPORT ANNUEL 2024

3.2. Les victimes

Tableau 3. Victimes identifiées en 2024, par région

Région             Femmes et filles   Hommes et garçons   Total
Centre             121                60                  181
Littoral           139                52                  191
Ensemble           391                247                 638

Source : Fichier national des victimes.
""",
}
ANSWERED = [
    ("How many convictions for trafficking were there in Zambia in 2022?", "12"),
    ("How many prosecutions were there in Zambia in 2021?", "17"),
    ("Combien de condamnations pour traite y a-t-il eu en Zambie en 2022 ?", "12"),
    ("victims Danube basin 2024", "324"),
    ("What is the number of victims in the Congo basin?", "402"),
    ("How many children were found in Lipa?", "188"),
    ("How many children were there in the Borici centre on 7 October 2025?", "143"),
    ("Combien de victimes dans la région du Littoral en 2024 ?", "191"),
    ("victimes identifiées dans le Centre en 2024", "181"),
    ("nombre total de victimes identifiées au Cameroun en 2024", "638"),
]
LEFT_OPEN = [
    "How many convictions for trafficking were there in Kenya in 2022?",
    "How many convictions for trafficking were there in Zambia?",  # in which year?
    "How many convictions for trafficking were there in Zambia in 2019?",
    "How many acquittals for trafficking were there in Zambia in 2022?",
    "What is the number of victims in the Nile basin?",
    "How many guardians were found in Lipa?",
    "How many children were found in Sarajevo?",
    "How many children were found in Lipa on 7 November 2025?",
    "How many children were recorded on the Danube in 2024?",
    "How many victims were recorded on the Danube in 2023?",
    "Combien de femmes ont été identifiées au Cameroun en 2024 ?",  # with the girls they were 391
    "Combien de victimes dans la région du Nord en 2024 ?",
    "nombre total de victimes identifiées au Gabon en 2024",
]


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    place = tmp_path_factory.mktemp("tables")
    for name, text in TEXTS.items():
        (place / name).write_text(text, encoding="utf-8")
    build([place / name for name in TEXTS], Path(place / "tables.store"))
    with Store.open(Path(place / "tables.store")) as store:
        yield Asker(store)


@pytest.mark.parametrize(("question", "expected"), ANSWERED)
def test_a_table_answers(asker: Asker, question: str, expected: str) -> None:
    outcome = asker.ask(question)
    assert [str(a.value) for a in outcome.answers] == [expected]
    assert outcome.sparql is not None  # what was found can be run again
    assert len(asker.store.select(outcome.sparql)) == 1


@pytest.mark.parametrize("question", LEFT_OPEN)
def test_no_other_number_does(asker: Asker, question: str) -> None:
    assert asker.ask(question).answers == ()
