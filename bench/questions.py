"""A process that has a store open and answers the same questions each time it is asked to (see measure.serve)."""

from __future__ import annotations

import sys
from pathlib import Path

from bench.measure import serve

QUESTIONS = (
    "who chaired ICAT in 2018?",
    "quels Etats ont ratifie le protocole de Palerme en 2017",
    "Which groups is UNODC a member of?",
    "Où s’est tenue la vingt-sixième session de la Commission pour la prévention du crime et la justice pénale ?",
    "which resolution proclaimed the World Day against Trafficking in Persons?",
    "Did the Security Council adopt resolution 2388 (2017)?",
    "Qui a présidé l’ICAT en 2015 ?",
    "how many sessions were held in Vienna in 2017?",
)


def main(store: str) -> None:
    from graph.store import Store
    from queries.asking.ask import Asker

    with Store.open(Path(store)) as opened:
        asker = Asker(opened)

        def once() -> None:
            for question in QUESTIONS:
                asker.ask(question)

        once()
        serve(once, requests=sys.stdin, replies=sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
