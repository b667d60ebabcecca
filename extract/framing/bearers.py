"""Who is meant by an office alone: "The Special Rapporteur took office in August 2023", in her own report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.facts import Entity, Fact
from extract.framing.succession import holdings
from extract.syntax.items import Item
from extract.syntax.rows import Row

NEAR = 40  # facts among which those of the paragraph are looked for


def held(facts: Sequence[Fact], passage: int, row: Row) -> tuple[list[Fact], Row]:
    """What ``facts`` tell of who holds what in the paragraph or, where ``row`` names an office alone that one person is
    told to hold, of that person; and the row with that person for the office.
    """
    told = holdings(facts[-NEAR:], passage, row)
    bearers = {index: fact for index in range(len(row.items)) if (fact := _bearer(row, index, facts)) is not None}
    if not bearers:
        return told, row
    items = [_person(item, bearers[k]) if k in bearers else item for k, item in enumerate(row.items)]
    further = {id(fact): fact for fact in bearers.values() if fact not in told}
    return [*told, *further.values()], Row(items, row.language)


def _bearer(row: Row, index: int, facts: Sequence[Fact]) -> Fact | None:
    """Of the office that acts at ``index``, named alone or by a pronoun, the fact of the one who holds it."""
    item = row.items[index]
    if item.kind not in ("E", "O"):
        return None
    named = item.several or (item.data,)
    office = next((one for one in named if isinstance(one, Entity) and one.type == "Office"), None)
    if office is None:
        return None
    k = index + 1
    while row.kind(k) == "A":
        k += 1
    if row.kind(k) != "V":
        return None
    told = [fact for fact in facts if fact.kind == "offices" and fact.roles.get("office") == office]
    told = [fact for fact in told if fact.modality == "asserted" and "end" not in fact.roles]
    return told[0] if len({fact.roles["person"] for fact in told}) == 1 else None


def _person(item: Item, fact: Fact) -> Item:
    """``item`` for who holds the office that it names."""
    return replace(item, kind="E", data=fact.roles["person"], several=(), readings={})
