"""Of which country money is where its name does not say: "2 million kroner", « 250 millions de francs CFA »."""

from __future__ import annotations

from functools import cache

from extract.facts import Entity
from extract.relations import Roles
from ontology.authority import require_record
from ontology.fold import fold
from ontology.lexicon import data

_SIDES = ("donor", "recipient", "subject", "place")


def in_its_money(roles: Roles, country: Entity | None) -> Roles:
    """ "Norway gave 2 million kroner": Norwegian ones; those of the ``country`` of which the document is, where nobody
    else's may be meant.
    """
    key = "unit" if "unit" in roles else "currency"
    national = data("quantities")["common"]["national"].get(roles.get(key))
    if national is None:
        return roles
    sides = [side for side in (*map(roles.get, _SIDES), country) if isinstance(side, Entity)]
    codes = (code for side in sides for state, code in national.items() if _is_of(side, state))
    return {**roles, key: next(codes, roles[key])}


def _is_of(entity: Entity, state: str) -> bool:
    """Is it the State, or named for it: "Norwegian Refugee Council"?"""
    words = {fold(word) for _, label in entity.labels for word in label.split()}
    return entity.id == state or not words.isdisjoint(_adjectives(state))


@cache
def _adjectives(state: str) -> frozenset[str]:
    return frozenset(fold(word) for listed in require_record(state).adjectives.values() for word in listed)
