"""Observers are no members: "sits on the Committee as an observer", « est membre observateur du Comité »."""

from __future__ import annotations

from extract.syntax.clauses import Clause
from extract.syntax.items import has
from extract.syntax.rows import Row


def observer(row: Row, index: int, said: Clause | None) -> bool:
    """Is the "member" at ``index`` an "observer member", or a member "in an observer capacity"?"""
    beside = any(has(row.items[k], "observing") for k in (index - 1, index + 1) if 0 <= k < len(row.items))
    return beside or (said is not None and observing(row, said))


def observing(row: Row, clause: Clause) -> bool:
    """ "as an observer", "with observer status", « à titre d'observateur », in the clause or before its subject; but
    not "with Chad as an observer".
    """
    for k, item in enumerate(row.items[: clause.end]):
        before = k - 1
        while row.kind(before) in ("D", "A", "W"):
            before -= 1
        if not has(item, "observing") or row.kind(before) != "P" or row.items[before].data not in ("as", "in", "with"):
            continue
        other = before - 2 if row.kind(before - 2) != "D" else before - 3
        beside = row.kind(before - 1) == "E" and row.kind(other) == "P" and row.items[other].data == "with"
        years = row.kind(before - 1) == "W" and before - 1 > clause.index + 1  # "after three years as an observer"
        if before == 0 or (before > clause.index and not beside and not years):
            return True
    return False
