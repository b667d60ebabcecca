"""Who a clause says was there, around a verb of being present or represented."""

from __future__ import annotations

from extract.framing.elsewhere import some_of
from extract.syntax.clauses import Clause
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row

PRESENT = ("present", "presents", "présents")


def some(row: Row, clause: Clause) -> Phrase | None:
    """« 64 États y étaient représentés, [parmi lesquels] le Mali »: some of those whom the subject counts; « Étaient
    représentés [le Mali et le Togo] ».
    """
    if clause.index == 0 and clause.verb.data.passive:
        return clause.object
    counted = clause.subject is not None and any(one.type == "ActorGroup" for one in clause.subject.entities)
    return some_of(row, clause) if counted else None


def closes(row: Row, clause: Clause) -> bool:
    """Does nothing but an agent or a mark follow: "Ghana was represented by its Minister", "IOM was present"?"""
    behind = clause.index + 1
    while row.kind(behind) == "A" or row.items[behind : behind + 1] and row.items[behind].word in PRESENT:
        behind += 1
    return row.kind(behind) in ("", ",", ";", "C", ".") or row.items[behind].data == "by"
