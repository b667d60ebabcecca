"""Questions on a document written for them: whose a thing is, what a report counts, when an event was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.build import build
from graph.store import Store
from queries.asking.ask import Asker
from queries.values import Node

TEXT = """\
Harbour Programme in Madagascar: an overview

1. The Group of Port Friends is made up of 14 bodies. In 2023, 42 countries of the 60 examined had a law on port labour.

2. The Steering Committee was chaired by Fiji in 2021 and by Samoa in 2022. Its secretariat is provided by the \
Ministry of Labour.

3. The Group of Port Friends cites Security Council resolution 2388 (2017) and General Assembly resolution 72/195.

4. A questionnaire was sent on 9 February 2023. Replies to the questionnaire were received from Chile and Ghana.

5. Oman acceded to the Palermo Protocol in 2005; Ghana ratified the Convention against Transnational Organized Crime \
in 2012, and Togo signed it in 2013.

6. Elin Vahtra has been Senior Adviser of the Harbour Programme since September 2023. The Kyoto Declaration was \
adopted by the Fourteenth United Nations Congress on Crime Prevention and Criminal Justice on 7 March 2021.

7. In 2024, UNODC trained 410 bus drivers in Beira.
"""
ASKED = [
    ("Which Security Council resolutions are cited in harbour.txt?", {"S/RES/2388 (2017)"}),
    ("Quelles résolutions de l'Assemblée générale sont citées dans harbour.txt ?", {"A/RES/72/195"}),
    ("Which Human Rights Council resolutions are cited in harbour.txt?", set()),
    ("Who chaired the Steering Committee in Madagascar in 2021?", {"Fiji"}),
    ("Who chaired the Steering Committee of Madagascar in 2022?", {"Samoa"}),
    ("Who chaired the Steering Committee in Kenya in 2021?", set()),
    ("Who chaired the Steering Committee of the Lantern Fund in 2021?", set()),
    ("Who chaired the Steering Committee of Harbour in 2021?", {"Fiji"}),
    ("Who chaired the Steering Committee of Lighthouse in 2021?", set()),
    ("Oman Palermo Protocol accession date", {"2005"}),
    ("Ghana Palermo Protocol ratification date", set()),
    ("States that have signed or ratified the Convention against Transnational Organized Crime", {"Ghana", "Togo"}),
    ("Who signed the Convention against Transnational Organized Crime?", {"Togo"}),
    ("Quels pays ont ratifié la Convention contre la criminalité transnationale organisée ou l'ont signée ?",
     {"Ghana", "Togo"}),
    ("When did Elin Vahtra take up the post of Senior Adviser?", {"2023-09"}),
    ("Is Elin Vahtra the Senior Adviser of the Harbour Programme?", {"yes"}),
    ("Is Elin Vahtra the Director of the Harbour Programme?", set()),
    ("Which body adopted the Kyoto Declaration?",
     {"Fourteenth United Nations Congress on Crime Prevention and Criminal Justice"}),
    ("who trained bus drivers", {"UNODC"}),
    ("who trained taxi drivers", set()),
]  # fmt: skip


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    folder = tmp_path_factory.mktemp("wordings")
    (folder / "harbour.txt").write_text(TEXT, encoding="utf-8")
    build([folder / "harbour.txt"], folder / "wordings.store")
    with Store.open(folder / "wordings.store") as store:
        yield Asker(store)


def said(asker: Asker, question: str) -> set[str]:
    values = [answer.value for answer in asker.ask(question).answers]
    return {value.label if isinstance(value, Node) else str(value) for value in values}


@pytest.mark.parametrize(("question", "answers"), ASKED)
def test_answers(asker: Asker, question: str, answers: set[str]) -> None:
    assert said(asker, question) == answers


def test_a_part_is_not_the_whole(asker: Asker) -> None:
    """Of "42 countries of the 60 examined" the second number is only what the first is taken from."""
    assert said(asker, "How many countries had a law on port labour in 2023?") <= {"42"}
    assert said(asker, "How many countries were examined?") <= {"60"}
