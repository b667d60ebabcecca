"""Who holds a post, asked in the present and in the past, and numbers that are parts of others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.build import build
from graph.store import Store
from queries.asking.ask import Asker
from queries.values import Node

ENGLISH = """Report of the Regional Commission

1. The Pacific Crew Network was founded in 2015. It was chaired by Fiji in 2022 and by Samoa in 2023. It is chaired by
Tonga in 2024. Ms. Ana Tupou has been Executive Director of the Pacific Crew Network since March 2023; she succeeded
Mr. Joel Maka, who had held the post from 2017.

2. The Board of the Pacific Crew Network is chaired by Ms. Rosa Quispe. Ms. Grace Odhiambo chaired the Board in 2021 and
2022. The deputy executive director of the Pacific Crew Network is Mr. Sione Vea.

3. In 2023 the Pacific Crew Network trained 310 officials: 190 immigration officers and 120 customs officers.

4. The Pacific Crew Network held its ninth meeting in Nadi on 3 and 4 May 2024. Nauru and Palau attended the meeting. On
4 May 2024 the Pacific Crew Network adopted the Suva Guidelines on Stowaways.
"""
FRENCH = """Rapport annuel

1. La Commission nationale de lutte contre la traite des personnes a été instituée par le décret n° 2018/412 du 9 août
2018. Mme Solange Ekambi, magistrate, la préside depuis 2022 ; elle a succédé à M. Bertrand Tchouta, président de 2018 à
2022.
"""
ANSWERED = [
    ("Who chairs the Pacific Crew Network?", "Tonga"),
    ("Pacific Crew Network chair", "Tonga"),
    ("Pacific Crew Network chairs", "Fiji; Samoa; Tonga"),
    ("Who has chaired the Pacific Crew Network?", "Fiji; Samoa; Tonga"),
    ("Who chaired the Pacific Crew Network in 2022?", "Fiji"),
    ("Who is the executive director of the Pacific Crew Network?", "Ana Tupou"),
    ("executive director of the Pacific Crew Network", "Ana Tupou"),
    ("Who chairs the Board of the Pacific Crew Network?", "Rosa Quispe"),
    ("Is Ana Tupou the executive director of the Pacific Crew Network?", "yes"),
    ("Was Joel Maka the executive director of the Pacific Crew Network?", "yes"),
    ("Is Joel Maka the executive director of the Pacific Crew Network?", ""),
    ("Qui préside la Commission nationale de lutte contre la traite des personnes ?", "Solange Ekambi"),
    ("Qui a présidé la Commission nationale de lutte contre la traite ?", "Bertrand Tchouta; Solange Ekambi"),
    ("Bertrand Tchouta préside-t-il la Commission nationale de lutte contre la traite des personnes ?", ""),
    ("Who was the executive director of the Pacific Crew Network before Ana Tupou?", "Joel Maka"),
    ("Who succeeded Joel Maka as executive director of the Pacific Crew Network?", "Ana Tupou"),
    ("Who succeeded Ana Tupou as executive director of the Pacific Crew Network?", ""),
    ("Qui présidait la Commission nationale avant Solange Ekambi ?", "Bertrand Tchouta"),
    ("When was the Pacific Crew Network founded and who chairs it?", "2015; Tonga"),
    ("When was the Pacific Crew Network founded and who hosts it?", ""),
    ("Quand la Commission nationale a-t-elle été instituée et qui la préside ?", "2018-08-09; Solange Ekambi"),
    ("Which guidelines did the Pacific Crew Network adopt on stowaways?", "Suva Guidelines on Stowaways"),
    ("Which countries attended the Pacific Crew Network in Nadi?", "Nauru; Palau"),
    ("Which countries attended the Pacific Crew Network in Apia?", ""),
    ("How many immigration officers did the Pacific Crew Network train in 2023?", "190"),
    ("How many imigration officers did the Pacific Crew Network train in 2023?", "190"),
    ("How many officials did the Pacific Crew Network train in 2023?", "310"),
    ("How many police officers did the Pacific Crew Network train in 2023?", ""),
    ("Combien d'agents d'immigration le Pacific Crew Network a-t-il formés en 2023 ?", "190"),
]  # fmt: skip


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    place = tmp_path_factory.mktemp("held")
    (place / "en.txt").write_text(ENGLISH, encoding="utf-8")
    (place / "fr.txt").write_text(FRENCH, encoding="utf-8")
    build([place / "en.txt", place / "fr.txt"], Path(place / "held.store"))
    with Store.open(Path(place / "held.store")) as store:
        yield Asker(store)


@pytest.mark.parametrize(("question", "expected"), ANSWERED)
def test_who_holds_a_post(asker: Asker, question: str, expected: str) -> None:
    found = [a.value for a in asker.ask(question).answers]
    nodes = asker.store.labels([v.iri for v in found if isinstance(v, Node)], "en")
    assert "; ".join(sorted(nodes[v.iri] if isinstance(v, Node) else str(v) for v in found)) == expected
