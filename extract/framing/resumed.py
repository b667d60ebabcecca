"""What "did so", « en a fait autant », "followed suit" stand for: the doing that was told last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.framing.fillers import Doing, Filler, fill
from extract.syntax.clauses import Clause
from extract.syntax.rows import Row
from ontology.lexicon import verb_set


def resumes(row: Row, clause: Clause) -> bool:
    """Does the verb of the clause stand for another? Not so where it says to what else: « a fait de même pour »."""
    verb = clause.verb.data
    does = "faire" in verb.lemmas and bool({"l", "le"} & verb.clitics)  # « Le Togo l'a fait en 2021 »
    if not (does or not verb_set("proverbs").isdisjoint(verb.lemmas)) or verb.passive:
        return False
    k = clause.index + 1
    return clause.object is None and not (row.kind(k) == "P" and row.items[k].data in ("for", "with", "against"))


def resumed(clause: Clause, doings: Sequence[Doing]) -> Iterator[Doing]:
    """``doings``, done by the subject of ``clause``."""
    for doing in doings:
        roles = doing.frame.slots.get("subject", ())
        kept = {role: found for role, found in doing.fillers.items() if role not in roles}
        fillers = {role: [Filler(filler.entity, filler.member) for filler in found] for role, found in kept.items()}
        fill(fillers, doing.frame, "subject", clause.subject)
        if len(fillers) > len(kept):
            yield Doing(doing.frame, fillers)


def note(doings: list[Doing], told: Sequence[Doing]) -> None:
    """What a clause told is what the next "did so" stands for, where it was done to something."""
    told = [d for d in told if not d.fillers.keys() <= set(d.frame.slots.get("subject", ()))]
    if told:
        doings[:] = told
