"""What sentences tell of an operation without its name: "In Togo, police freed 12 people", « une opération menée »."""

from __future__ import annotations

from extract.counting.roles import word_set
from extract.facts import Entity
from extract.syntax.items import has
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_a

_IN = ("in", "at", "to")


def unnamed(row: Row) -> Row | None:
    """ "…, in [an operation conducted in May in Kenya]": what stands behind a noun of operations that bears no name."""
    deeds = {fold(noun) for noun in data("operations")[row.language]["deeds"]}
    for k, item in enumerate(row.items):
        behind = k + 1
        while row.kind(behind) == "A" or is_body(row, behind):
            behind += 1
        told = row.kind(behind) in ("V", "P")
        if item.kind in ("W", "N") and fold(item.word) in deeds and told and _is_one(row, k - 1):
            return Row(row.items[behind:], row.language)
    return None


def is_body(row: Row, index: int) -> bool:
    """Is an organisation named there: "an [INTERPOL] operation", « une opération [INTERPOL] »?"""
    return row.kind(index) == "E" and is_a(row.items[index].data.type, "Organization")


def _is_one(row: Row, index: int) -> bool:
    """ "an operation", "a joint operation", and neither "the previous", "an earlier" nor "another operation"."""
    while is_body(row, index) or (
        row.kind(index) in ("W", "J") and fold(row.items[index].word) not in word_set(row.language, "another")
    ):
        index -= 1
    return (
        row.kind(index) == "D" and has(row.items[index], "indefinite") and row.items[index].word in ("a", "an", "une")
    )


def opening_place(row: Row) -> Entity | None:
    """The place that a sentence opens with: "In Togo, police freed …", « La Côte d'Ivoire a fait état de … »."""
    first = row.skip(0)
    led = row.kind(first) == "P" and row.items[first].data in _IN
    at = row.skip(first + 1) if led else first
    if row.kind(at) != "E" or row.items[at].data.type not in ("State", "City", "Place", "Region"):
        return None
    behind = at + 1
    while row.kind(behind) == "A":
        behind += 1
    state = row.items[at].data.type == "State"
    told = row.kind(behind) == "," if led else state and row.kind(behind) == "V"
    return row.items[at].data if told else None
