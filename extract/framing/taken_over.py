"""Who held a chair before, told by the way: "Gabon chaired the Committee in 2024, after Cameroon in 2023", « Après le
Ghana en 2023, c'est le Togo qui préside le Réseau ».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.facts import Entity
from extract.framing.making import Found
from extract.mentions.dates import Date
from extract.syntax.clauses import Clause
from extract.syntax.rows import Row
from ontology.types import is_any

_AFTER = ("after", "apres", "following")
_HOLDERS = ("State", "Organization", "Person")


def before_them(row: Row, clause: Clause, found: Found) -> Iterator[Found]:
    """The same chair for each who held it before those of ``found``, with the year that stands beside."""
    for index, item in enumerate(row.items if found.kind == "chairs" else ()):
        told = _told(row, index) if item.kind == "P" and item.data in _AFTER and _near(row, clause, index) else None
        if told is not None and told[0] != found.roles.get("chair"):
            timeless = {role: value for role, value in found.roles.items() if role != "year"}
            for year in told[1].years():
                yield replace(found, roles={**timeless, "chair": told[0], "year": year})


def _near(row: Row, clause: Clause, index: int) -> bool:
    """Does what stands at ``index`` open the sentence, or follow the clause behind a comma?"""
    low, high = sorted((clause.index, index))
    return (index == 0 or row.kind(index - 1) == ",") and all(row.kind(k) not in (";", ":") for k in range(low, high))


def _told(row: Row, index: int) -> tuple[Entity, Date] | None:
    """Whom the preposition at ``index`` leads to, and the date right behind: "in 2023", "(2023)"."""
    k = row.skip(index + 1)
    dated = row.kind(k + 1) in ("P", "(") and row.kind(k + 2) == "T"
    if row.kind(k) != "E" or not dated or not is_any(row.items[k].data.type, _HOLDERS):
        return None
    return row.items[k].data, row.items[k + 2].data
