"""What "did so", « en a fait autant », "followed suit" stand for: the doing that was told last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extract.facts import Entity
from extract.framing.fillers import Doing, Filler, fill
from extract.syntax.clauses import Clause
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.lexicon import verb_set

_IT = frozenset({"it", "l", "la"})


def resumes(row: Row, clause: Clause) -> bool:
    """Does the verb of the clause stand for another? Not so where it says to what else: « a fait de même pour »."""
    verb = clause.verb.data
    if _hands_on(clause):
        return True
    does = "faire" in verb.lemmas and bool({"l", "le"} & verb.clitics)  # « Le Togo l'a fait en 2021 »
    if not (does or not verb_set("proverbs").isdisjoint(verb.lemmas)) or verb.passive:
        return False
    k = clause.index + 1
    if row.kind(k) == "P" and row.items[k].data in ("for", "with", "against"):
        return False
    something = row.kind(k) == "D" and row.kind(row.skip(k)) != "T"  # "follows [its work] as an observer"
    return clause.object is None and not something


def resumed(clause: Clause, doings: Sequence[Doing]) -> Iterator[Doing]:
    """``doings``, done by the subject of ``clause``; of a chair that is handed on, by whom it is handed to."""
    handed = _hands_on(clause)
    doer = clause.slots["to"][0] if handed else clause.subject
    for doing in doings if not handed else [one for one in doings if one.frame.kind == "chairs"]:
        roles = doing.frame.slots.get("subject", ())
        kept = {role: found for role, found in doing.fillers.items() if role not in roles}
        if _is_done_to(doer, [filler.entity for found in kept.values() for filler in found]):
            continue
        fillers = {role: [Filler(filler.entity, filler.member) for filler in found] for role, found in kept.items()}
        fill(fillers, doing.frame, "subject", doer)
        if len(fillers) > len(kept):
            yield Doing(doing.frame, fillers)


def _is_done_to(doer: Phrase | None, things: Sequence[Entity]) -> bool:
    """ "IOM runs the project. It trains judges, and it does so at little cost": does the pronoun stand for one of the
    ``things``, to which it was done?
    """
    item = doer.members[0].item if doer is not None else None
    return item is not None and item.kind == "O" and any(entity in things for entity in item.several[:1])


def _hands_on(clause: Clause) -> bool:
    """ "held the chair in 2025 and passed it to FAO", « et l'a transmise au Togo »: what was held, to another."""
    verb, object_ = clause.verb.data, clause.object
    it = not _IT.isdisjoint(verb.clitics) or (object_ is not None and object_.members[0].item.word in _IT)
    return it and "to" in clause.slots and not verb.passive and not verb_set("handing").isdisjoint(verb.lemmas)


def note(doings: list[Doing], told: Sequence[Doing]) -> None:
    """What a clause told is what the next "did so" stands for, where it was done to something."""
    told = [d for d in told if not d.fillers.keys() <= set(d.frame.slots.get("subject", ()))]
    if told:
        doings[:] = told


def entire(doings: Iterable[Doing]) -> list[Doing]:
    """ "the secretariat of the Network, which Sri Lanka hosts": of the whole, and not of the Network too."""
    told = [*doings]
    whole = {one.frame.kind for one in told if one.frame.options.get("whole") is True and one.fillers}
    return [one for one in told if one.frame.kind not in whole or one.frame.options.get("whole") is True]
