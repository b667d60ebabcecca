"""Since and until when an office is held, by what stands beside its name."""

from __future__ import annotations

from extract.syntax.adjuncts import NO_DATE
from extract.syntax.rows import Row

_WHERE = ("of", "in", "at", "to")  # "Commandant of the Academy in Toulon from 2016 to 2018"


def term(row: Row, index: int) -> dict[str, str]:
    """Start and end of the office that is named up to ``index``: "Deputy Director from 2013 to 2019", « Présidente
    du Conseil depuis janvier 2022 », "until March 2022".
    """
    k = index + 1
    while row.kind(k) == "P" and row.items[k].data in _WHERE and row.kind(row.skip(k + 1)) == "E":
        k = row.skip(k + 1) + 1
    if row.kind(k) == ":" and row.kind(person := row.skip(k + 1)) == "E":
        return term(row, person)  # "Treasurer: Ms. Berg (Chile), since 2021"
    if row.kind(k) == "(" and row.kind(k + 1) in ("E", "W") and row.kind(k + 2) == ")":
        k += 3  # the country of the person, what the body is called for short
    bracketed = row.kind(k) == "(" and row.kind(k + 1) == "T" and row.kind(k + 2) == ")"
    if bracketed and row.items[k + 1].data.last is not None:  # "former Chief Prosecutor of Malta (2012–2018)"
        return {"start": row.items[k + 1].data.first, "end": row.items[k + 1].data.last}
    k += row.kind(k) == "(" and row.kind(k + 1) == "P"  # "Treasurer (since 2021)"
    apart = row.kind(k) == ","  # "Treasurer, since 2021", but "was chaired by Mr. Roy, the Treasurer, in 2021"
    k += apart
    after = _dated(row, k)
    if after is None or (apart and row.items[k].data == "in") or row.items[k].data in NO_DATE - {"until", "for"}:
        return {}
    date = row.items[after].data
    if row.items[k].data == "until":
        return {"end": date.last or date.first}
    return {"start": date.first} | ({"end": date.last} if date.last is not None else {})


def _dated(row: Row, index: int) -> int | None:
    """Where the date stands that the preposition at ``index`` leads: "since 2021", « jusqu'en mars 2022 »."""
    k = row.skip(index + 1)
    k = row.skip(k + 1) if row.kind(k) == "P" else k
    return k if row.kind(index) == "P" and row.kind(k) == "T" else None
