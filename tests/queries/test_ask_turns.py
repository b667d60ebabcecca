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

6. In 2020, UNICEF launched the Coastal Alliance, in collaboration with the ILO and UNHCR. The inspections of OSCE at \
sea are audited by the World Bank. The audits of Interpol will be approved by Frontex.
 UNODC met representatives of the 7 member institutions of the working \
group of the Coastal Alliance.

7. In its resolution 2388 (2017), the Security Council tasked UNODC with mapping fishing ports.

8. The theme of the World Day of Harbours in 2020 was "Safe ships for those who sail". The theme chosen for the World \
Day of Harbours in 2021 was "Ports without debt".

9. Through its Beacon Programme, UNODC contributes to target 8.7 of the Sustainable Development Goals. UNODC also \
contributes to target 16.2.

10. The wreck register of UNDP has been enlarged. On 31 December 2021, it contained 812 vessels, and the Court of \
Justice of the European Union used it.

11. By June 2022, the fund had received contributions of 5 million dollars from many donors, among them 12 Member \
States and 9 foundations. Pursuant to a resolution of the Security Council, Frontex assists port chaplains.

12. In 2022, FAO published a manual on fishing gear (Nets and Lines) and a digest of rulings on wages (Wages at Sea: \
Case Digest).
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
    ("Who launched the Coastal Alliance together with UNHCR?", {"UNICEF"}),
    ("Qui a lancé, en collaboration avec l'OIT, la Coastal Alliance ?", {"UNICEF"}),
    ("Who launched the Coastal Alliance together with UNODC?", set()),
    ("Who launched the Lantern Programme with the ILO?", set()),
    ("Which body audits the inspections of OSCE?", {"World Bank"}),
    ("Par quel organisme les inspections de l'OSCE sont-elles auditées ?", {"World Bank"}),
    ("Which body audits the inspections of Interpol?", set()),
    ("Which body approves the audits of Interpol?", set()),
    ("Which body tasked UNODC with mapping fishing ports?", {"Security Council"}),
    ("Quel organe a chargé l'ONUDC de cartographier les ports de pêche ?", {"Security Council"}),
    ("Which resolution tasked UNODC with mapping fishing ports?", {"S/RES/2388 (2017)"}),
    ("Which FAO publication is about fishing gear?", {"Nets and Lines"}),
    ("Which digest did FAO publish in 2022?", {"Wages at Sea: Case Digest"}),
    ("Which body tasked UNICEF with mapping fishing ports?", set()),
    ('In which year did the World Day of Harbours have the theme "Safe ships for those who sail"?', {"2020"}),
    ('In which year did the World Day of Harbours have the theme "Safe ports for those who sail"?', set()),
    ("Quel thème a été choisi pour la Journée mondiale des ports de 2021 ?", set()),  # is it that of harbours?
    ("Which SDG target does UNODC contribute to through the Beacon Programme?", {"SDG target 8.7"}),
    ("Which SDG target does UNODC contribute to through the Lantern Programme?", set()),
    ("How many vessels did UNDP's wreck register contain at the end of 2021?", {"812"}),
    ("How many vessels did UNICEF's wreck register contain at the end of 2021?", set()),
    ("What did António Guterres urge Governments to do?", {"protect port workers"}),
    ("Which South American States answered the UNODC questionnaire?", set()),  # whose it is is not said
    ("In which paragraph of A/77/301 is there mention of resolution 71/10?", {"1"}),
    ("How many donors does the Harbour Fund have?", set()),
    ("Is Chile one of the States that replied to the questionnaire?", {"yes"}),
    ("Is Togo one of the States that replied to the questionnaire?", set()),
    ("Le Ghana figure-t-il parmi les pays qui ont répondu au questionnaire ?", {"yes"}),
    ("Le Togo figure-t-il parmi les pays qui ont répondu au questionnaire ?", set()),
    ("Le Chili fait-il partie des pays couverts par le programme Lantern ?", {"yes"}),
    ("Is Togo one of the countries covered by the Lantern Programme?", set()),
    ("How many members does the Coastal Alliance have?", set()),
    ("Combien de membres compte la Coastal Alliance ?", set()),
    ("How many donors contributed to the Harbour Fund?", set()),
    ("Combien de donateurs ont contribué au Harbour Fund ?", set()),
    ("Combien de bureaux l'UNICEF a-t-il ouverts en 2020 ?", set()),
    ("Who assists port chaplains?", {"Frontex"}),
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
