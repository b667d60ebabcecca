"""What people ask who know a document and not the program: other words for its roles, its States, its sums."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.build import build
from graph.store import Store
from queries.asking.ask import Asker
from queries.values import Node

TEXTS = {
    "ports.txt": """United Nations                                                       A/81/77
General Assembly                                             Distr.: General
                                                             20 July 2026
                                                             Original: Spanish

Redress for seafarers
Report of the Secretary-General

1. The Office of the United Nations High Commissioner for Human Rights trained 12 judges in Lima in 2025.

2. The Office of the High Commissioner provides the secretariat of the Network of Port Judges.

3. The study was discussed at a regional seminar in Accra on 15 January 2026, which was attended by Ghana, Togo and
Caritas.

4. The association Open Shore administers the Storm Relief Fund for families who lost a boat. Togo praised the Storm
Relief Fund.

5. The table below shows what courts awarded to seafarers in 2025.

Country     Seafarers awarded wages     Amount paid (United States dollars)
Portugal    37                          1,150,000
Kenya       118                         96,500
""",
    "brief.txt": """Brief on the Sea Watch Programme

The Sea Watch Programme, led by the Asian Seafarers Forum since 2022, assists crews in Nepal. Its partner, the
International Organization for Migration, hosts the hotline of the programme.

On 7 May 2025, she convened an expert meeting on piracy in Geneva, in which Caritas took part.

In 2024 only 21 States had ratified the Work in Fishing Convention, 2007 (No. 188). Ghana ratified it on 14 March 2026.

The Network of Coast Guards was created in 2021 by IOM. It has nine members. Malta joined it in 2024.

Ms. Anna Berg has been Chief of Mission since March 2024; her predecessor, Tom Bell, held the post from 2019 to 2024.

On the strength of this experience, the Harbour Foundation recommends that:

(a) the European Commission open a permanent budget line for information;

(b) fruit buyers pay the recruitment costs of workers.
""",
    "doors.txt": """Open Doors: final independent evaluation

Author: Farida Bano
Publisher: Harbour Foundation
Date: March 2026

In 2025, 914 sailors were repatriated, compared with 702 in 2024.
""",
    "fiche.txt": """Fiche sur les Comores

Mme Lalao Rabe, cheffe de mission depuis janvier 2024, dirige le bureau de Moroni.
""",
    "quai.txt": """LE QUAI
Bulletin trimestriel de la Coalition des ports
No 7 – Mai 2026

Chers amis, notre thème pour 2026, « Un port, un toit », a été choisi en février.

La Coalition des ports invite les consulats à traduire les contrats facturés par les agences de placement.

Le Canada a ratifié le 17 juin 2019 le Protocole de 2014 relatif au travail forcé.

Le travail forcé est réprimé en Belgique par la loi du 13 avril 1995, que la loi du 29 novembre 2013 a modifiée.

Le commissaire général Luc Maes dirige la Police des ports depuis juillet 2025.

Au titre de l’objectif 2 du Plan d’action de Sfax, les États s’engagent à :

a) Délivrer gratuitement un livret aux marins ;

b) Affecter un inspecteur à chaque port.

Réunie à Sfax le 14 février 2026, l’assemblée des membres de la Coalition a choisi « Nommer la mer » comme thème de la
Journée des gens de mer de 2026.
""",
}


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    folder = tmp_path_factory.mktemp("strangers")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    build([folder / name for name in TEXTS], folder / "s")
    with Store.open(folder / "s") as store:
        yield Asker(store)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("For which network does OHCHR serve as secretariat?", ["Network of Port Judges"]),
        (
            "How is Open Shore connected to the Storm Relief Fund?",
            ["Open Shore · administers · Storm Relief Fund for families"],
        ),
        ("How is Ghana connected to the Storm Relief Fund?", []),
        ("Quels États d'Afrique étaient représentés au séminaire d'Accra ?", ["Ghana", "Togo"]),
        ("Quels États d'Asie étaient représentés au séminaire d'Accra ?", []),
        ("How much did Portuguese courts award seafarers in 2025?", ["1150000"]),
        ("Quelle somme les tribunaux kényans ont-ils accordée aux marins en 2025 ?", ["96500"]),
        ("How much did Kenyan courts award seafarers in 2024?", []),
        ("How much did courts award to seafarers in Togo in 2025?", []),
        ("Quelle loi belge la loi du 29 novembre 2013 modifie-t-elle ?", ["loi du 13 avril 1995"]),
        ("Quelle loi suisse la loi du 29 novembre 2013 modifie-t-elle ?", []),
        ("Since when has Luc Maes been in charge of the Police des ports?", ["2025-07"]),
        ("Qui est en charge de la Police des ports ?", ["Luc Maes"]),
        (
            "À quoi les États s'engagent-ils au titre de l'objectif 2 du Plan d'action de Sfax ?",
            ["Délivrer gratuitement un livret aux marins", "Affecter un inspecteur à chaque port"],
        ),
        ("Le Canada a-t-il ratifié le Protocole de 2014 sur le travail forcé ?", ["yes"]),
        ("Qui a choisi le thème de la Journée des gens de mer de 2026 ?", ["assemblée des membres de la Coalition"]),
        ("Quel était le thème de la Journée des gens de mer de 2025 ?", []),
        ("Who hosts the hotline of the Sea Watch Programme?", ["IOM"]),
        ("Who convened the expert meeting on piracy in Geneva?", []),  # Geneva convened nobody
        ("How many States have ratified the Work in Fishing Convention?", ["21"]),
        ("How many States acceded to the Work in Fishing Convention?", []),
        ("How many members does the Network of Coast Guards have?", ["9"]),
        ("Combien de membres compte le Réseau des ports ?", []),
        ("Who preceded Anna Berg as Chief of Mission?", ["Tom Bell"]),
        ("Who preceded Tom Bell as Chief of Mission?", []),
        ("What does the Harbour Foundation want fruit buyers to do?", ["pay the recruitment costs of workers"]),
        ("Was Togo among those who took part in the seminar in Accra?", ["yes"]),
        ("Qui la Coalition des ports invite-t-elle à traduire les contrats ?", ["consulats"]),
        ("Qui la Coalition des ports invite-t-elle à traduire les permis ?", []),
        (
            "Whom does the Coalition des ports invite to translate contracts billed by employment agencies?",
            ["consulats"],
        ),
        ("thème de la Coalition des ports 2026", ["Un port, un toit"]),
        ("Who is the author of the final evaluation of Open Doors?", ["Farida Bano"]),
        ("Who is the author of the audit of Open Doors?", []),
        ("Who wrote the final evaluation of Sea Watch?", []),
        ("How many sailors were repatriated in 2024 and how many in 2025?", ["702", "914"]),
        ("How many sailors were repatriated in 2024 and how many in 2023?", []),
        ("In which language was A/81/77 originally written?", ["Spanish"]),
        ("Quelle est la langue originale de A/81/77 ?", ["Spanish"]),
        ("In which language is A/81/77?", ["en"]),
        ("Was Mali among those who took part in the seminar in Accra?", []),
    ],
)
def test_answers(asker: Asker, question: str, expected: list[str]) -> None:
    found = [a.value.label if isinstance(a.value, Node) else str(a.value) for a in asker.ask(question).answers]
    assert found == expected
