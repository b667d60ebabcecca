"""What those who give a speech mean by "my Office", « mon organisation »: the body of the post that its head names."""

from __future__ import annotations

from extract.described_by_itself import is_spoken
from extract.document import Document, Sentence
from extract.facts import Entity
from extract.mentions.entities import of, slug
from extract.mentions.finder import Finder, Found
from extract.mentions.references import heads_of, name_heads
from extract.nations import words
from extract.owned_offices import body_of
from extract.syntax.items import Item
from ontology.types import is_a

_OFFICE = frozenset({"office", "bureau"})
_HEADS = ("title", "frontmatter", "heading")
_MEANT = ("W", "N", "Q")  # kinds of items that such a word may be


class Posts:
    """The post of who speaks in ``document``, where it is a speech or a statement."""

    def __init__(self, document: Document, finder: Finder) -> None:
        self.document = document
        self.finder = finder
        self._spoken = is_spoken(document)
        self._post: Entity | None = None

    def note(self, sentence: Sentence, found: Found) -> None:
        """Take note of the first post that the head of the speech names."""
        passage = self.document.passages[sentence.passage]
        if not self._spoken or passage.kind not in _HEADS:
            return
        named = [one.data for one in found.named if isinstance(one.data, Entity)]
        self._post = self._post or next((one for one in named if one.type == "Office"), None)

    def settle(self, items: list[Item]) -> None:
        """Make mentions of "my Office" and "my organization" in ``items``; nothing where the head names no post."""
        for item, before in zip(items[1:], items, strict=False):
            if self._post is None or item.kind not in _MEANT or before.word not in words()["ours"]:
                continue
            meant = self._meant(self._post, item.word)
            if meant is not None:
                item.kind, item.data, item.several = "E", meant, ()
                before.kind = "D"

    def _meant(self, post: Entity, word: str) -> Entity | None:
        body = self.finder.organisations.get(post.id) or body_of(post)
        house = body if body is not None and is_a(body.type, "Organization") else None
        if word in words()["institution"]:
            return house
        if word not in _OFFICE:
            return None
        return house if house is not None and _is_office(house) else self._office(post)

    def _office(self, post: Entity) -> Entity:
        """ "Office of the Special Envoy"."""
        id_ = f"body/office-of-{slug(post.id.rpartition('/')[2])}"
        for language, front in (("en", "Office"), ("fr", "Bureau")):
            name = self.finder.register.full_name(post, language)
            if name is not None:
                self.finder.register.new(id_, "Body", language, f"{front} {of(name, language)}")
        return self.finder.register.entity(id_, "Body")


def _is_office(body: Entity) -> bool:
    """Does an organisation go by that noun: UNODC, OHCHR?"""
    own = (name_heads(label, language) for language, label in body.labels)
    return not _OFFICE.isdisjoint(heads_of(body.id).union(*own))
