"""When a resolution was adopted, by the day behind its number: "its resolution 53/9 of 12 July 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.facts import Entity
from extract.mentions.dates import Date
from extract.mentions.finder import Found
from extract.mentions.known import authority
from extract.mentions.symbols import parse
from extract.relations import Roles
from ontology.types import is_any

_OF = re.compile(r",? (?:of|dated|adopted on|du|en date du|adoptée? le|datée? du) ")
_ADOPTED = ("Resolution", "Decision")


def adopted(text: str, found: Found) -> Iterator[tuple[str, Roles]]:
    """The adoption of each resolution or decision in ``found`` right behind which stands its day, by the organ whose
    number it has.
    """
    for one, day in pairwise(found.named):
        if not isinstance(one.data, Entity) or not isinstance(day.data, Date) or not is_any(one.data.type, _ADOPTED):
            continue
        symbol = parse(one.data.id)
        told = day.data.last is None and day.data.first.count("-") == 2
        if told and symbol is not None and symbol.organ is not None and _OF.fullmatch(text, one.end, day.start):
            yield "adoptions", {"instrument": one.data, "body": authority(symbol.organ), "date": day.data.first}
