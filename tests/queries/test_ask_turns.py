"""Turns of questions over documents written for them: when somebody held a post, one of several countries, what a
paragraph speaks of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.build import build
from graph.store import Store
from queries.asking.ask import Asker
from queries.values import Node

REPORT = """\
United Nations                                                                       A/77/301
General Assembly                                                          Distr.: General
                                                                          12 August 2022
                                                                          Original: English
Report of the Secretary-General

1. In its resolution 71/10, the General Assembly called upon Member States to protect port workers.

2. The Harbour Fund received 3.4 million US dollars in contributions by May 2021 from a wide range of donors. In its \
resolution 70/11 the Assembly had asked for it.

3. UNODC launched the Lantern Programme in March 2019, in collaboration with IOM. The programme is implemented in \
Ghana, Fiji and Chile.

4. A questionnaire was sent on 9 February 2022. Replies to the questionnaire were received from Chile, Colombia, \
Ghana, Peru and Viet Nam.

5. For the term 2021-2024, the Board of the Harbour Fund is composed of Ana Velar (Chair), Jonas Ruud and Melanie Okoth.
"""
MESSAGE = """\
New York

4 May 2021

Message of the Secretary-General on the World Day of Harbours

António Guterres, Secretary-General

I urge all Governments to protect port workers.
"""
ASKED = [
    ("How much did the United States contribute to the Harbour Fund?", set()),
    ("How much did the US give to the Harbour Fund?", set()),
    ("How much had the Harbour Fund received by May 2021?", {"3400000"}),
    ("Which paragraph of A/77/301 speaks of General Assembly resolution 70/11?", {"2"}),
    ("Dans quel paragraphe du rapport A/77/301 est-il question de la résolution 71/10 ?", {"1"}),
    ("Who was the Secretary-General in May 2021?", {"António Guterres"}),
    ("Qui était le Secrétaire général en 2021 ?", {"António Guterres"}),
    ("Who was the Secretary-General in June 2021?", set()),
    ("Who was the Secretary-General in 2018?", set()),
    ("De quel jour date le message du Secrétaire général ?", {"2021-05-04"}),
    ("Is Fiji one of the countries where the Lantern Programme is implemented?", {"yes"}),
    ("Is Peru among the countries in which the Lantern Programme is implemented?", set()),
    ("Fidji fait-il partie des pays où le programme Lantern est mis en œuvre ?", {"yes"}),
    ("Le Pérou figure-t-il parmi les pays où le programme Lantern est mis en œuvre ?", set()),
    ("Is there an agency that launched the Lantern Programme, and which one?", {"UNODC"}),
    ("Which South American countries replied to the questionnaire?", {"Chile", "Colombia", "Peru"}),
    ("Which Southeast Asian countries replied to the questionnaire?", {"Viet Nam"}),
    ("Which Central American countries replied to the questionnaire?", set()),
    ("In what year does Ana Velar's term as Chair of the Board end?", {"2024"}),
    ("Qui siège, pour la période 2021-2024, au conseil du Harbour Fund ?",
     {"Ana Velar", "Jonas Ruud", "Melanie Okoth"}),
]  # fmt: skip


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    folder = tmp_path_factory.mktemp("turns")
    for name, text in (("report.txt", REPORT), ("message.txt", MESSAGE)):
        (folder / name).write_text(text, encoding="utf-8")
    build([folder / "report.txt", folder / "message.txt"], folder / "turns.store")
    with Store.open(folder / "turns.store") as store:
        yield Asker(store)


@pytest.mark.parametrize(("question", "expected"), ASKED)
def test_answers(asker: Asker, question: str, expected: set[str]) -> None:
    values = [answer.value for answer in asker.ask(question).answers]
    nodes = asker.store.labels([value.iri for value in values if isinstance(value, Node)], "en")
    said = {nodes[value.iri] if isinstance(value, Node) else str(value) for value in values}
    assert said == expected
