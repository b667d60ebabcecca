"""Whose it is that « en » before the verb stands for: « le Réseau …, l'OIM en a organisé la sixième réunion »."""

from __future__ import annotations

from extract.framing.arguments import verb_fillers
from extract.framing.fillers import Context, Fillers
from extract.framing.pronouns import nearest
from extract.syntax.clauses import Clause
from extract.syntax.rows import Row
from ontology.lexicon import Frame


def given(row: Row, clause: Clause, frame: Frame, context: Context) -> Fillers:
    """Who fills which role of ``frame`` around the verb; the role that it lists as ``whose`` is of what « en » stands
    for, and of nobody where that is not told.
    """
    fillers = verb_fillers(row, clause, frame, context)
    role = frame.options.get("whose")
    if role is None or "en" not in clause.verb.data.clitics:
        return fillers
    doer = fillers.pop(role, [])
    others: Fillers = {**fillers, "doer": doer}
    nearest(row, clause.index, frame, role, others, context)
    return {**fillers, **({role: others[role]} if role in others else {})}
