"""What a report advises under its heading "Recommendations": "Member States should …", « Les États devraient … »."""

from __future__ import annotations

from collections.abc import Iterator

from extract.demands import tail
from extract.demands.demand import Demand
from extract.demands.words import word_set
from extract.facts import Entity
from extract.framing.attitude import conditional
from extract.syntax.clauses import Row


def demands(row: Row, author: Entity, text: str, since: int) -> Iterator[Demand]:
    """The advice that the sentence gives: what the actors that it begins with should do."""
    index = next((k for k, item in enumerate(row.items) if _is_modal(row, k, text) and item.start >= since), None)
    first = next((k for k, item in enumerate(row.items) if item.start >= since), 0)
    if index is None or row.kind(first) not in ("D", "E", "A", "W"):
        return
    if row.language == "fr" and row.items[index].data.negated:
        return  # « ne devraient pas placer »: no words of the text say it by themselves
    spoken = text[row.items[index].start : row.items[index].end]
    people = tuple(
        one for one in tail.addressees(row.items, first, index, row.language, text) if "group/" not in one.id
    )
    if not people or row.items[index].data.passive or conditional(row, index):
        return
    start = tail.word_after(row.items[index].start + len(spoken.split()[0]), text)
    end = next((k for k in range(index, len(row.items)) if row.kind(k) in (";", "?")), len(row.items))
    if start < row.items[end - 1].end:
        yield Demand("recommends", [author], people, start, index, end, "", index)


def _is_modal(row: Row, index: int, text: str) -> bool:
    item = row.items[index]
    return item.kind == "V" and text[item.start : item.end].split()[0].lower() in word_set(row.language, "modal")
