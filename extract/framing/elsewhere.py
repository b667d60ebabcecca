"""What fills a role of a clause and stands in another clause of its sentence."""

from __future__ import annotations

from dataclasses import replace

from extract.syntax.clauses import Clause
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.lexicon import Frame, verb_set, verbs_of


def enumerated(row: Row, clause: Clause) -> Phrase | None:
    """ "States that have ratified it include Chile", « Parmi les États ayant adhéré figurent … »: the list that the
    next verb gives of those who did.
    """
    described = row.kind(clause.index - 1) == "R" or clause.verb.surface.lower() in ("ayant", "having")
    if not described or clause.verb.data.passive:
        return None
    k = clause.end
    while row.kind(k) in (",", "A"):
        k += 1
    if row.kind(k) != "V":
        return None
    lists = row.clause(k)
    lemmas = set(lists.verb.data.lemmas)
    among = row.kind(0) == "P" and row.items[0].data == "among" and lemmas & verb_set("figuring")
    real = not (lists.verb.data.unreal or lists.verb.data.negated)
    return lists.object if real and (among or lemmas & verb_set("listing")) else None


def exemplified(row: Row, clause: Clause) -> Phrase | None:
    """ "Twelve States ratified the Protocol, including Fiji and Japan", « …, dont les Fidji (2017) et le Japon »: some
    of those whom the subject counts.
    """
    subject, named = clause.subject, clause.object or next(iter(clause.slots.get("to", ())), None)
    counted = subject is not None and any(
        entity.type == "ActorGroup" for one in subject.members for entity in one.entities
    )
    if not counted or named is None or named.generic or clause.verb.data.passive or clause.since:
        return None
    behind = clause.slots.get("including")
    if behind:
        return behind[0]
    opens = row.kind(clause.end) == "," and row.kind(clause.end + 1) == "R" and row.items[clause.end + 1].word == "dont"
    return row.listed(clause.end + 2) if opens else None


def titled_later(row: Row, clause: Clause) -> Phrase | None:
    """« deux de ces documents ont été publiés en 2016, intitulés respectivement A et B »: A and B."""
    for k in range(clause.index + 1, len(row.items)):
        if row.kind(k) == "V":
            titles = set(row.items[k].data.lemmas) & verb_set("titling") and row.items[k].data.form != "infinitive"
            return row.clause(k).object if titles else None
    return None


def shared_agent(row: Row, clause: Clause, frame: Frame) -> Phrase | None:
    """ "was signed by Nepal in 2000 and ratified in 2020", « Signé par le Népal en 2000, le Protocole a été ratifié en
    2020 »: who did the one did the other, where both verbs tell facts of one kind.
    """
    if not (clause.verb.data.passive or clause.verb.data.ambiguous) or "by" in clause.slots:
        return None
    for k in range(clause.index - 1, -1, -1):
        if row.kind(k) in (";", ":", "S"):
            return None
        if row.kind(k) == "V":
            opens = k == 0 and clause.verb.data.passive
            before = row.clause(k) if opens or row.kind(clause.index - 1) == "C" else None
            same = before is not None and not verbs_of(frame.kind).isdisjoint(before.verb.data.lemmas)
            agents = before.slots.get("by", ()) if same and before is not None else ()
            return next((replace(agent, dates=[]) for agent in agents), None)
    return None


def within(row: Row, clause: Clause) -> Phrase | None:
    """« Rappelant que, par sa résolution 2015/23, il a créé … », "Recalls that, in paragraph 12 of its resolution
    76/7, …": the instrument that is told of.
    """
    k = clause.index + 1
    while row.kind(k) == "A":
        k += 1
    if row.items[k : k + 1] == [] or row.items[k].word not in ("that", "que", "qu"):
        return None
    k += 2 if row.kind(k + 1) == "," else 1
    return row.phrase(k + 1) if row.kind(k) == "P" and row.items[k].data in ("by", "in", "to", "under") else None
