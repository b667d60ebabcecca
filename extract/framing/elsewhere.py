"""What fills a role of a clause and stands in another clause of its sentence."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from extract.facts import Entity
from extract.syntax.clauses import Clause
from extract.syntax.items import Item
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.authority import records
from ontology.fold import fold
from ontology.lexicon import Frame, clause_frames, verb_set

_UNNAMED = ("ActorGroup", "Concept")


def enumerated(row: Row, clause: Clause) -> Phrase | None:
    """ "States that have ratified it include Chile", « Parmi les États ayant adhéré figurent … »: the list that the
    next verb gives of those who did.
    """
    described = row.kind(clause.index - 1) == "R" or clause.verb.surface.lower() in ("ayant", "having")
    if not described or clause.verb.data.passive:
        return None
    lists = _next(row, clause)
    if lists is None:
        return None
    lemmas = set(lists.verb.data.lemmas)
    among = row.kind(0) == "P" and row.items[0].data == "among" and lemmas & verb_set("figuring")
    real = not (lists.verb.data.unreal or lists.verb.data.negated)
    return lists.object if real and (among or lemmas & verb_set("listing")) else None


def _next(row: Row, clause: Clause) -> Clause | None:
    """The clause whose verb goes on behind this one: "the States that joined it / *include* …"."""
    k = clause.end
    while row.kind(k) in (",", "A"):
        k += 1
    name = called(row, clause)
    if name is not None:
        k = name.end
        while row.kind(k) in (",", "A", '"'):
            k += 1
    return row.clause(k) if row.kind(k) == "V" else None


def called(row: Row, clause: Clause) -> Phrase | None:
    """ "form its steering body, known as [the Ports Panel]", « son organe de décision, dénommé « groupe de travail » »:
    the name of what the object only describes.
    """
    k = clause.end
    while row.kind(k) in ("D", "W", "P", "A", "J", ","):
        k += 1
    verb = row.items[k].data if row.kind(k) == "V" else None
    if verb is None or verb_set("calling").isdisjoint(verb.lemmas) or row.finite(k):
        return None
    k += 1
    while row.kind(k) in ("P", "D", '"'):
        k += 1
    phrase = row.phrase(k) if row.kind(k) == "E" else None
    return phrase if phrase is None else _of_owner(row, phrase)


def _of_owner(row: Row, name: Phrase) -> Phrase:
    """The list's own body of that name, of what the sentence names before: its « groupe de travail » is ICAT's."""
    item = name.members[0].item
    labels = [fold(label) for _, label in item.data.labels]
    owners = [one.data.id for one in row.items[: name.start] if one.kind == "E"]
    for record in records().values() if "/" in item.data.id else ():
        if record.parent not in owners:
            continue
        known = [fold(full) for names in record.names.values() for full in names]
        if any(full.startswith(f"{label} ") for full in known for label in labels):
            listed = replace(item, data=Entity(record.id, record.type))
            return replace(name, members=[replace(name.members[0], item=listed)])
    return name


def identified(row: Row, clause: Clause) -> tuple[str, Phrase] | None:
    """ "The States that ratified it were Fiji and Japan", « Les pays dans lesquels il est mis en œuvre sont le Togo et
    le Ghana », "The States that ratified it – Fiji, Japan and Togo – have to act": those who are named behind the
    clause, and the slot of the verb in which they stand.
    """
    inserted = _inserted(row, clause)
    slot = _described(row, clause) if inserted is not None else None
    if inserted is not None and slot is not None:
        return slot, inserted
    names = _next(row, clause)
    slot = _described(row, clause) if names is not None else None
    if names is None or slot is None:
        return None
    verb, listed = names.verb.data, names.object
    real = verb.form == "finite" and not (verb.unreal or verb.negated or verb.passive)
    if not real or listed is None or verb_set("identifying").isdisjoint(verb.lemmas):
        return None
    near = all(row.kind(n) in ("D", "A", ",", ":") for n in range(names.index + 1, listed.start))
    named = all(member.item.kind == "E" for member in listed.members)
    return (slot, listed) if near and named else None


def _inserted(row: Row, clause: Clause) -> Phrase | None:
    """Several that are named between dashes or in brackets right behind the clause, and nothing else there."""
    opened = next((k for k in range(clause.index + 1, clause.end) if row.kind(k) in ("-", "(", ")", "V", "R")), None)
    if opened is None or row.kind(opened) not in ("-", "("):
        return None
    close = next((k for k in range(opened + 1, len(row.items)) if row.kind(k) in ("-", ")", "V", ";")), 0)
    inside = row.items[opened + 1 : close]
    named = [item for item in inside if item.kind == "E"]
    plain = row.kind(close) in ("-", ")") and all(item.kind in ("E", "D", "C", ",") for item in inside)
    return row.phrase(opened + 1) if plain and len(named) > 1 else None


def _names_or_tells(item: Item) -> bool:
    """Is it a verb, or does it name somebody? "States" names nobody."""
    return item.kind in ("V", "R", ";", ":") or (item.kind == "E" and item.data.type not in _UNNAMED)


def _described(row: Row, clause: Clause) -> str | None:
    """The slot that a verb leaves to the noun at the head of its sentence, which it describes and which names nothing;
    None where it describes none."""
    verb = clause.verb.data
    first = clause.index - 1
    while first >= 0 and row.kind(first) not in ("R", "S", "V", ",", ";", ":"):
        first -= 1
    relative = row.kind(first) == "R" or (row.kind(first) == "S" and row.items[first].word == "that")
    head = first if relative else clause.index
    if relative and row.kind(first - 1) == "C":  # "who take part in it and who form the Panel": the same ones
        head = next((k for k in range(first) if row.kind(k) == "R" or row.items[k].word == "that"), first)
    led = row.kind(head - 1) == "P" and relative
    if head == 0 or any(map(_names_or_tells, row.items[: head - led])) or row.kind(head - led - 1) == ",":
        return None
    if led:
        return str(row.items[head - 1].data)
    if relative:
        subject = first + 1 == clause.index or all(row.kind(n) in ("D", "A") for n in range(first + 1, clause.index))
        return "object" if not subject or verb.passive else "subject"
    return "subject" if verb.form == "gerund" else None


def exemplified(row: Row, clause: Clause) -> Phrase | None:
    """ "Twelve States ratified the Protocol, including Fiji and Japan", « …, dont les Fidji (2017) et le Japon »: some
    of those whom the subject counts.
    """
    subject, named = clause.subject, clause.object or next(iter(clause.slots.get("to", ())), None)
    counted = subject is not None and any(entity.type == "ActorGroup" for entity in subject.entities)
    if not counted or named is None or named.generic or clause.verb.data.passive or clause.since:
        return None
    return some_of(row, clause)


def some_of(row: Row, clause: Clause) -> Phrase | None:
    """Those whom "including", "among them", « , dont » names behind the clause."""
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
    if "of" in clause.slots and not verb_set("composing").isdisjoint(clause.verb.data.lemmas):
        return None  # « constituée par Eurojust et composée de la France et du Niger »
    for k in range(clause.index - 1, -1, -1):
        if row.kind(k) in (";", ":", "S"):
            return None
        if row.kind(k) == "V":
            opens = k == 0 and clause.verb.data.passive
            before = row.clause(k) if opens or row.kind(clause.index - 1) == "C" else None
            same = before is not None and not _done(frame.kind).isdisjoint(before.verb.data.lemmas)
            agents = before.slots.get("by", ()) if same and before is not None else ()
            return next((replace(agent, dates=[]) for agent in agents), None)
    return None


@cache
def _done(kind: str) -> frozenset[str]:
    """Lemmas of the verbs whose subject takes part in facts of ``kind``: "established by A" makes no member of A."""
    told = (frame for frame in clause_frames() if frame.kind == kind and "subject" in frame.slots)
    return frozenset(lemma for frame in told for lemmas in frame.verbs.values() for lemma in lemmas)


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
