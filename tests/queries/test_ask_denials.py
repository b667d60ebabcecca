"""Whether something is so that a sentence denies: no, and of what no sentence denies nothing is known."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.build import build
from graph.store import Store
from queries.asking.ask import Asker
from queries.asking.show import to_text

ENGLISH = """Report of the Secretary-General

1. Somalia acceded to the Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children
on 11 February 2024. Yemen has not joined the treaty. South Sudan has signed the Domestic Workers Convention, 2011
(No. 189), but has not yet ratified it.

2. The Pacific Crew Network has two members, Fiji and Samoa; Vanuatu is not a member. Should Tonga not join the Network,
its seat will stay empty. The question whether Tuvalu has not ratified the Domestic Workers Convention, 2011 (No. 189)
remains open.
"""
FRENCH = """Rapport annuel

1. Le Cameroun a ratifié le Protocole relatif à la traite le 6 février 2006. Il n'est pas partie à la Convention n° 189
de l'OIT. Le Tchad n'a pas adhéré au Protocole relatif à la traite.

2. Le Bénin est membre du Réseau ouest-africain des brigades des mineurs ; le Mali n'en fait pas partie.

3. Le Séminaire sur la réparation s'est tenu à Lusaka les 10 et 11 juin 2025, avec la participation du Pérou, mais
aucune association de rescapés n'a pu y siéger.
"""
NO = [
    "Has Yemen acceded to the Trafficking in Persons Protocol?",
    "Has South Sudan ratified the Domestic Workers Convention?",
    "Is Vanuatu a member of the Pacific Crew Network?",
    "Le Cameroun a-t-il ratifié la Convention n° 189 ?",
    "Le Tchad est-il partie au Protocole relatif à la traite ?",
    "Le Mali est-il membre du Réseau ouest-africain des brigades des mineurs ?",
]
YES = [
    "Has Somalia acceded to the Trafficking in Persons Protocol?",
    "Has South Sudan signed the Domestic Workers Convention?",
    "Le Cameroun a-t-il ratifié le Protocole relatif à la traite ?",
]
NOT_KNOWN = [
    "Has Sudan ratified the Domestic Workers Convention?",
    "Has Yemen ratified the Domestic Workers Convention?",
    "Has Tuvalu ratified the Domestic Workers Convention?",
    "Is Tonga a member of the Pacific Crew Network?",
    "Has Fiji ratified the Trafficking in Persons Protocol?",
    "Le Bénin a-t-il ratifié la Convention n° 189 ?",
    "Did any survivors' association attend the Lusaka seminar on reparation?",
    "Une association de rescapés a-t-elle siégé au séminaire de Lusaka ?",
    "Le Tchad est-il membre du Réseau ouest-africain des brigades des mineurs ?",
]


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    place = tmp_path_factory.mktemp("denied")
    (place / "en.txt").write_text(ENGLISH, encoding="utf-8")
    (place / "fr.txt").write_text(FRENCH, encoding="utf-8")
    build([place / "en.txt", place / "fr.txt"], Path(place / "denied.store"))
    with Store.open(Path(place / "denied.store")) as store:
        yield Asker(store)


@pytest.mark.parametrize("question", NO)
def test_what_a_sentence_denies(asker: Asker, question: str) -> None:
    outcome = asker.ask(question)
    assert [a.value for a in outcome.answers] == ["no"]
    assert all(a.evidence for a in outcome.answers)
    text = to_text(asker.store, outcome, columns_wide=100, bold=False, explained=True)
    assert text.startswith(("No.", "Non."))


@pytest.mark.parametrize("question", YES)
def test_what_is_so(asker: Asker, question: str) -> None:
    assert [a.value for a in asker.ask(question).answers] == ["yes"]


@pytest.mark.parametrize("question", NOT_KNOWN)
def test_what_no_sentence_denies(asker: Asker, question: str) -> None:
    assert asker.ask(question).answers == ()
