"""What a curriculum vitae tells: below the name of a person lines with the posts held, each with its time, as
"2013–2015: Chair of the Board of the Fund", "Executive Director, Ports Fund (2016–2019)", « Depuis 2019 : Ministre ».
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from extract.apposed import employer
from extract.document import Document, Sentence
from extract.facts import Entity
from extract.layout.entries import Entry, entry
from extract.layout.shapes import post, posts
from extract.layout.stated import Stated
from extract.mentions import people
from extract.mentions.entities import Register, is_known_word
from extract.mentions.finder import Found
from extract.mentions.heads import is_office_word
from extract.relations import Roles
from extract.syntax.items import Item
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_a

_LINE = 200  # characters of a line
_SHORT = 60  # characters of a line that is a name, or a heading between
_POST = 8  # words of the name of a post


class Careers:
    """Reads one document, its sentences in the order of the text; names that nobody knows go to ``register``."""

    def __init__(self, document: Document, register: Register) -> None:
        self.document = document
        self._register = register
        self._person: Entity | None = None
        self._last = -1  # the passage of the last line of the career, or of the name above it

    def note(self, sentence: Sentence, found: Found) -> None:
        """Take note of a line that is the name of a person, and of headings between the name and the posts."""
        passage = self.document.passages[sentence.passage]
        if (sentence.start, sentence.end) != (passage.start, passage.end) or sentence.end - sentence.start > _SHORT:
            return
        person = self._named(sentence, found, passage.language)
        follows = self._person is not None and self._last == sentence.passage - 1
        text = fold(self.document.text[sentence.start : sentence.end]).strip(" :")
        if person is not None and not follows:
            self._person, self._last = person, sentence.passage
        elif follows and text in _headings(passage.language):
            self._last = sentence.passage

    def lists(self, sentence: Sentence) -> bool:
        """May the sentence be a line of the career of the person that is named above?"""
        short = sentence.end - sentence.start <= _LINE
        return self._person is not None and self._last == sentence.passage - 1 and short

    def facts(self, sentence: Sentence, row: Row) -> Iterator[Stated]:
        """The post that a line tells, with its time."""
        if self._person is None or not self.lists(sentence):
            return
        line = entry(row)
        if line is None or not (line.years or line.term):
            return
        self._last = sentence.passage
        yield from ((sentence, kind, roles, "asserted") for kind, roles in self._told(line, row))

    def _named(self, sentence: Sentence, found: Found, language: str) -> Entity | None:
        length = sentence.end - sentence.start
        named = [one for one in found.named if isinstance(one.data, Entity) and one.end - one.start >= 0.6 * length]
        if named:
            person = named[0].data
            return person if isinstance(person, Entity) and person.type == "Person" else None
        bare = list(
            people.bare(
                self.document.text, sentence.start, sentence.end, (), lambda word: is_known_word(word, language)
            )
        )
        if len(bare) != 1 or bare[0].end - bare[0].start != length:
            return None
        return self._register.new(people.identifier(bare[0].name), "Person", language, bare[0].name)

    def _told(self, line: Entry, row: Row) -> Iterator[tuple[str, Roles]]:
        items = line.items
        first = row.items.index(items[0])
        person = self._person
        if person is None or any(item.kind == "E" and item.data.type == "Person" for item in items):
            return
        term: Roles = {**line.term} if line.term else {}
        if items[0].kind == "E" and items[0].data.type == "Office":
            body = employer(row, first)
            told: Roles = {"person": person, "office": items[0].data, **term}
            yield "offices", told | ({"organisation": body} if body is not None else {})
        elif items[0].kind == "Q" and fold(items[0].data) in posts(row.language, "chairs"):
            body = _body(items[1:])
            if body is not None:
                name = row.items[first].surface
                office = post(name, body, row.language)
                yield "offices", {"person": person, "office": office, "organisation": body, **term}
                years: list[Roles] = [{"year": year} for year in line.years] or [{}]
                yield from (("chairs", {"body": body, "chair": person, **year}) for year in years)
        elif (count := _unlisted(items, row.language)) and (body := _body(items[count:])) is not None:
            name = " ".join(item.surface for item in items[:count])
            yield "offices", {"person": person, "office": post(name, body, row.language), "organisation": body, **term}


def _body(items: Sequence[Item]) -> Entity | None:
    """The one body that the rest of the line names."""
    found = [item.data for item in items if item.kind == "E" and is_a(item.data.type, "Organization")]
    return found[0] if len(found) == 1 else None


def _unlisted(items: Sequence[Item], language: str) -> int:
    """How many words name a post that no list knows: "Lawyer at", « avocate au », "Senior Legal Officer,"."""
    count = next((k for k, item in enumerate(items) if item.kind in ("P", ",", "-")), 0)
    if not 0 < count <= _POST or any(item.kind not in ("W", "J", "V", "Q", "N") for item in items[:count]):
        return 0
    parts = [fold(item.word) for item in items[:count]]
    head = parts[0] if language == "fr" else parts[-1]
    return count if is_office_word(head, language) or head in _professions(language) else 0


@cache
def _headings(language: str) -> frozenset[str]:
    return frozenset(map(fold, data("tables")["careers"][language]["headings"]))


@cache
def _professions(language: str) -> frozenset[str]:
    return frozenset(map(fold, data("tables")["careers"][language]["professions"]))
