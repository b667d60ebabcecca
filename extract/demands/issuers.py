"""Who asks: the resolution in which it is asked, else the body or person that the clause has for its subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract.demands.words import word_set
from extract.facts import Entity
from extract.syntax.clauses import Clause
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.types import is_a, is_any

WRITTEN = ("Resolution", "Decision", "Declaration", "Plan")
RULING = ("Organ", "Meeting", *WRITTEN)  # whose decisions are decisions on others
_LED = ("in", "by", "under", "of", "to", "on")
_ADOPT = frozenset({"adopt", "adopter"})
_NEAR = 8  # items between an instrument and "in which the Council requested"


def actors(row: Row, clause: Clause) -> list[Entity]:
    """The subject of an active clause, "by …" of a passive one: actors and instruments, pronouns resolved."""
    if clause.verb.data.passive:
        return [entity for phrase in clause.slots.get("by", ()) for entity in _entities(phrase)]
    subject = clause.subject
    if (
        subject is None
        or subject.start > clause.index
        and row.kind(clause.index - 1) != "R"
        and not inverted(row, clause)
    ):
        return []
    return _entities(subject) or _of_members(row, subject)


def inverted(row: Row, clause: Clause) -> bool:
    """« comme l'a demandé l'Assemblée »."""
    return bool(clause.verb.data.clitics)


def _of_members(row: Row, phrase: Phrase) -> list[Entity]:
    """The body whose members speak for it: "the members of the Security Council called upon"."""
    head = phrase.members[0]
    if head.item.word not in word_set(row.language, "members") or row.kind(head.index + 1) != "P":
        return []
    body = row.skip(head.index + 2)
    named = row.kind(body) == "E" and is_a(row.items[body].data.type, "Organization")
    return [row.items[body].data] if named else []


def _entities(phrase: Phrase) -> list[Entity]:
    found: list[Entity] = []
    for member in phrase.members:
        found += [
            entity
            for entity in member.meant
            if is_any(entity.type, ("Actor", "Meeting", "Publication")) or is_written(entity)
        ]
    return found


def is_written(entity: Entity) -> bool:
    """Is it an instrument in which something is asked?"""
    return is_any(entity.type, WRITTEN) or "/PRST/" in entity.id


def instruments(row: Row, clause: Clause, before: int) -> list[Entity]:
    """Instruments in which it is asked: "In its resolution 72/195, …", "… called, in resolution 2388 (2017), upon …",
    "resolution 2388 (2017), in which the Council …". ``before`` is the index of the action.
    """
    phrases: list[Phrase] = []
    for led in ("in", "by", "under"):
        phrases += clause.opening.get(led, ())
    phrases += clause.opening.get("to", ())  # « au paragraphe 14 de sa résolution 77/194 »
    for led in ("in", "by", "under"):
        if not (led == "by" and clause.verb.data.passive):
            phrases += [phrase for phrase in clause.slots.get(led, ()) if phrase.start < before]
    phrases = [phrase for phrase in phrases if not _only_frames(row, row.back(phrase.start, "D"))]
    found = [entity for phrase in phrases for entity in _entities(phrase) if is_written(entity)]
    meant = [one for phrase in phrases if phrase.members[0].item.kind == "O" for one in phrase.members[0].item.several]
    found = found or [one for one in meant if is_written(one)][:1]  # "In it, it requested"
    return _unique(found) or _unique(_antecedents(row, clause)) or _fronted(row, clause) or _adopting(row, clause)


def _only_frames(row: Row, index: int) -> bool:
    """ "[In the framework of] the Plan, the Assembly mandated UNODC": does the preposition at ``index`` lead to what
    asks for nothing?
    """
    frames = word_set(row.language, "frames")
    return row.kind(index) == "P" and not frames.isdisjoint(row.items[index].word.split(" "))


def _adopting(row: Row, clause: Clause) -> list[Entity]:
    """ "Adopting resolution 2814 (2026) by 13 votes, the Council requested", « En adoptant la résolution …, il prie »:
    in what it adopts.
    """
    first = 1 if row.kind(0) == "P" and row.items[0].data in ("in", "by") else 0
    verb, text = row.items[first] if len(row.items) > first else None, row.skip(first + 1)
    adopts = verb is not None and verb.kind == "V" and verb.data.form == "gerund" and not verb.data.negated
    passed = adopts and verb is not None and bool(_ADOPT & set(verb.data.lemmas))
    if not passed or row.kind(text) != "E" or not is_any(row.items[text].data.type, ("Resolution", "Decision")):
        return []
    subject = clause.subject
    finite = [k for k in range(text, clause.index) if row.kind(k) == "V" and row.finite(k)]
    return [row.items[text].data] if subject is not None and subject.start > text and not finite else []


def _fronted(row: Row, clause: Clause) -> list[Entity]:
    """ "By its resolution 79/231, entitled “…”, which it adopted on 17 December, the Assembly invited": what opens the
    sentence, whatever is said of it before the subject of the main clause.
    """
    subject = clause.subject
    named = row.skip(1)
    led = row.kind(0) == "P" and row.items[0].data in ("in", "by", "under")
    if not led or subject is None or row.kind(named) != "E" or not is_written(row.items[named].data):
        return []
    if _only_frames(row, 0):
        return []
    first = subject.start - 1 if row.kind(subject.start - 1) == "D" else subject.start
    told = [k for k in range(clause.index) if row.kind(k) == "V" and k > subject.end]
    return [row.items[named].data] if row.kind(first - 1) == "," and named < first and not told else []


def _antecedents(row: Row, clause: Clause) -> Iterator[Entity]:
    """« la résolution 2388 (2017), dans laquelle celui-ci a demandé », « son paragraphe 10, où l'Assemblée … »."""
    start = clause.subject.start if clause.subject is not None and clause.subject.start < clause.index else clause.index
    k = row.back(start)
    if row.kind(k) != "R" or not (row.kind(k - 1) == "P" or row.items[k].word in ("où", "where", "whereby")):
        return
    passed = 0
    for j in range(k - 1, -1, -1):
        item = row.items[j]
        if item.kind == "E" and is_written(item.data):
            yield from item.several or (item.data,)
            return
        passed += item.kind not in (",", "D", "P")
        if item.kind in ("V", ";", ":") or passed > _NEAR * 2:
            return


def named_before(row: Row, index: int) -> list[Entity]:
    """« aux résolutions 2331 (2016) et 2388 (2017) du Conseil demandant aux … de »: what a participle describes."""
    found: list[Entity] = []
    for k in range(index - 1, -1, -1):
        item = row.items[k]
        if item.kind == "E":
            if is_written(item.data) and is_subject(row, k):
                return []
            if is_written(item.data):
                found = [*(item.several or (item.data,)), *found]
            elif not is_a(item.data.type, "Organization"):
                break
        elif item.kind not in ("D", "P", "C", ",", ")", "(", "T"):
            break
    return _unique(found)


def is_subject(row: Row, index: int) -> bool:
    """ "adopted a resolution [on the Global Plan of Action], deciding to": what the resolution is about."""
    return row.leading(index, "DA") == "on"


def apposed(row: Row, index: int) -> list[Entity]:
    """« son chef, le commissaire Diallo, a demandé »: the person in apposition to a noun in front of the verb."""
    person = index - 2
    if row.kind(index - 1) != "," or row.kind(person) != "E" or row.items[person].data.type != "Person":
        return []
    comma = person - 1 - (row.kind(person - 1) == "D")
    noun = row.kind(comma) == "," and row.kind(comma - 1) in ("W", "N", "Q")
    return [row.items[person].data] if noun and row.kind(comma - 2) == "D" else []


def _unique(entities: Iterable[Entity]) -> list[Entity]:
    return list({entity.id: entity for entity in entities}.values())
