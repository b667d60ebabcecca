"""Whose it is that « en » before the verb stands for, « le Réseau …, l'OIM en a organisé la sixième réunion », and
whose a thing is that was made by nobody else: "In its resolution 9/1, adopted in 2018, the Conference requested".
"""

from __future__ import annotations

from extract.framing.arguments import verb_fillers
from extract.framing.fillers import Context, Filler, Fillers
from extract.framing.pronouns import nearest
from extract.syntax.clauses import Clause
from extract.syntax.items import has
from extract.syntax.phrases import Member, Phrase
from extract.syntax.rows import Row
from ontology.lexicon import Frame
from ontology.types import is_any


def given(row: Row, clause: Clause, frame: Frame, context: Context) -> Fillers:
    """Who fills which role of ``frame`` around the verb; the role that it lists as ``whose`` is of what « en » stands
    for, and of nobody where that is not told; the role that it lists as ``its`` is of whose the thing is.
    """
    fillers = _by_owner(row, clause, frame, verb_fillers(row, clause, frame, context))
    role = frame.options.get("whose")
    if role is None or "en" not in clause.verb.data.clitics:
        return fillers
    doer = fillers.pop(role, [])
    others: Fillers = {**fillers, "doer": doer}
    nearest(row, clause.index, frame, role, others, context)
    return {**fillers, **({role: others[role]} if role in others else {})}


def _by_owner(row: Row, clause: Clause, frame: Frame, fillers: Fillers) -> Fillers:
    """``fillers`` with the owner of what the participle describes, where nobody else is told to have made it."""
    role = frame.options.get("its")
    made = clause.subject if role is not None and role not in fillers and row.reduced(clause.index) else None
    own = row.back(made.start, "A") if made is not None else -1
    if role is None or row.kind(own) != "D" or not has(row.items[own], "possessive"):
        return fillers
    owners = row.items[own].several
    told = Phrase([Member(row.items[own], own)], own, own + 1) if owners else _subject_behind(row, clause, own)
    named = [entity for member in told.members for entity in member.meant] if told is not None else []
    types = [type_ for type_ in frame.types.get(role, ()) if type_ != "State"]  # "Mali applies its Law No. 12-14"
    if told is None or len(named) != 1 or not is_any(named[0].type, types):
        return fillers
    return {**fillers, role: [Filler(named[0], told.members[0])]}


def _subject_behind(row: Row, clause: Clause, own: int) -> Phrase | None:
    """Whose the possessive at ``own`` is in the words that open a sentence: who does what its verb tells."""
    verb = next((k for k in range(clause.index + 1, len(row.items)) if row.kind(k) == "V" and row.finite(k)), None)
    opens = own == 1 and row.kind(0) == "P"
    return row.subject(verb) if opens and verb is not None else None
