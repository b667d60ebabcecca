"""Whose body a text means by "her organization", « son Office », of somebody whose post it has told: "Ms. Waly,
Executive Director of UNODC, presented the report, published by her Office", "Ms. Diop, who founded Sauti, spoke. Her
organization …".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.facts import Entity
from extract.mentions.describing import heads_of
from extract.mentions.finder import Finder
from extract.nations import words
from extract.owned_offices import body_of
from extract.syntax.items import Item
from ontology.fold import fold
from ontology.lexicon import verb_set
from ontology.types import is_a

_NOUNS = ("W", "N", "Q")  # kinds of items that such a word may be


class TheirBodies:
    """Resolves such words in the rows of one document, which must come in the order of its text."""

    def __init__(self, finder: Finder) -> None:
        self.finder = finder
        self._told: tuple[int, Entity | None] = (-1, None)  # passage, the body of who spoke in it last

    def settle(self, items: list[Item], passage: int) -> None:
        """Make mentions of such words in ``items``, the row of a sentence of ``passage``."""
        before = self._told[1] if self._told[0] == passage else None
        for k in range(1, len(items)):
            if items[k - 1].word.lower() not in words()["theirs"] or _goes_on(items, k):
                continue
            body = self._body(items[:k]) or before
            if body is not None and self._fits(items[k], body):
                items[k].kind, items[k].data, items[k].several = "E", body, ()
        self._told = passage, self._body(items) or before

    def _body(self, items: Sequence[Item]) -> Entity | None:
        """The one body of which ``items`` tell a post, or who founded it."""
        found = {body.id: body for body in (*self._owners(items), *_founded(items)) if is_a(body.type, "Organization")}
        return next(iter(found.values())) if len(found) == 1 else None

    def _owners(self, items: Sequence[Item]) -> Iterator[Entity]:
        for item in items:
            if item.kind == "E" and item.data.type == "Office":
                body = self.finder.organisations.get(item.data.id) or body_of(item.data)
                yield from (body,) if body is not None else ()

    def _fits(self, item: Item, body: Entity) -> bool:
        """ "organization" is any body, "Office" one that goes by the noun; « son Office » may pass for a new body."""
        if item.kind in _NOUNS and item.word in words()["institution"]:
            return True
        new = (
            item.kind == "E" and f"/{item.data.type.lower()}/" in item.data.id and is_a(item.data.type, "Organization")
        )
        return (item.kind in _NOUNS or new) and fold(item.word) in heads_of(body)


def _goes_on(items: Sequence[Item], index: int) -> bool:
    """ "his [agency] for children": described further, it may be another."""
    after = items[index + 1] if index + 1 < len(items) else None
    return after is not None and after.kind == "P" and after.data in ("of", "for")


def _founded(items: Sequence[Item]) -> Iterator[Entity]:
    """ "Ms. Diop, a lawyer [who founded Sauti]"."""
    for k in range(len(items) - 2):
        who, verb = items[k], items[k + 1]
        founds = verb.kind == "V" and not verb_set("founding").isdisjoint(verb.data.lemmas) and not verb.data.unreal
        thing = next((item for item in items[k + 2 :] if item.kind not in "DAJ"), None)
        if who.kind == "R" and who.word in ("who", "qui") and founds and thing is not None and thing.kind == "E":
            yield thing.data
