"""General assemblies that are no organ of the United Nations, on the page or in the report of those who have one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract.facts import Entity
from extract.mentions.references import Memory
from ontology.alternatives import any_folded

_ASSEMBLY = "General_Assembly"
_Hit = tuple[int, int, Entity]


def of_others(hits: Sequence[_Hit], text: str, folded: str, memory: Memory) -> list[_Hit]:
    """Those of ``hits`` that name an organ in small letters, « l'assemblée générale », or by a name that the ``text``
    gives to the assembly of its house: "the Network's General Assembly".
    """
    small = [hit for hit in hits if hit[2].type == "Organ" and text[hit[0] : hit[1]].islower()]
    meant = [hit for hit in hits if hit[2].id == _ASSEMBLY and hit not in small]
    return [*small, *meant] if meant and _has_assembly(folded, memory) else small


def _has_assembly(folded: str, memory: Memory) -> bool:
    """Does the text speak of an assembly of its house: "the ODN General Assembly", « notre assemblée générale »?"""
    if memory.house is None:
        return False
    house, nouns = memory.house
    names = {label for _, label in house.labels} | {
        alias for alias, one in memory.aliases.items() if one.id == house.id
    }
    return _own(any_folded({*names, *nouns})).search(folded) is not None


@cache
def _own(names: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:(?:(?:{names})(?:['’]s?)?|our) (?:[a-z]+ )?general assembly"
        rf"|general assembly (?:of (?:the )?(?:{names})|is (?:our|its))"
        rf"|notre assemblee generale|assemblee generale (?:de l['’]|de la |du |de notre |des )(?:{names}))(?!\w)"
    )
