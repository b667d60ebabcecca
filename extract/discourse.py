"""What the sentences read so far were about: what a passage speaks of, names and tells, and the heading above it."""

from __future__ import annotations

import re

from extract import prominence
from extract.document import Document, Sentence
from extract.facts import Entity
from extract.framing.fillers import Doing
from extract.mentions.finder import Found
from extract.rosters import enrolling
from extract.syntax.items import Item
from extract.syntax.rows import Row
from ontology.types import is_a, is_any

_LINE = re.compile(r"[^:;,.]{3,60} ?: [^:;]{3,60}$")  # "Treasurer: Ms. Solange Uwase (Rwanda)"
_NAME_LINE = 120  # characters of a line that holds a name with its country and post
_BULLET = 4


class Discourse:
    """The memory of one pass over a document; passages are given by their index in ``document.passages``."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.under: Entity | None = None  # what the heading above names
        self.titled: Entity | None = None  # the one body that the document's title names
        self.country: Entity | None = None  # the one State that the document's head names
        self.chapeau: dict[int, list[Item]] = {}  # passage -> items of its last sentence, where that ends with a colon
        self._topics: tuple[int, list[Entity]] = (-1, [])  # passage, what its sentences were about
        self._named: tuple[int, list[Entity]] = (-1, [])  # passage, what it has named so far
        self._ranked: tuple[int, list[Entity]] = (-1, [])  # the same, of each sentence what stands aside first
        self._doings: tuple[int, list[Doing]] = (-1, [])  # passage, what its last clause told
        self._people: dict[int, Entity] = {}  # passage -> the person that it spoke of last
        self._about: dict[int, Entity] = {}  # passage -> what its last sentence was about
        self._made: dict[int, Entity] = {}  # passage -> what its last sentence founded
        self._acted_on: dict[int, Entity] = {}  # passage -> what its last sentence acted on
        self._held: dict[int, Entity] = {}  # passage -> what objects of its last sentence stood for
        self._roster: tuple[int, int] = (-2, -2)  # passage, and which one opened the list of names in which it stands
        self._enrolling: dict[int, Entity] = {}  # passage -> the body whose members are listed below it

    def topics(self, passage: int) -> list[Entity]:
        """What the sentences of this passage were about."""
        return self._topics[1] if self._topics[0] == passage else []

    def person_before(self, passage: int) -> Entity | None:
        """Whom the paragraph before spoke of, where this one has not said yet of whom it speaks."""
        return self._people.get(passage - 1) if not self.topics(passage) else None

    def topic_before(self, passage: int) -> Entity | None:
        """The one thing, and no person or State, that the paragraph before was about, where this one has not begun."""
        before, about = self._topics
        told = {entity.id: entity for entity in about}
        one = next(iter(told.values())) if before == passage - 1 and len(told) == 1 else None
        return one if one is not None and one.type not in ("Person", "State", "ActorGroup") else None

    def work_before(self, passage: int) -> list[Entity]:
        """The one programme or fund that the paragraph before named, where this one has named nothing yet."""
        before, named = self._named
        told = {entity.id: entity for entity in named if is_any(entity.type, ("Programme", "Fund"))}
        return list(told.values()) if before == passage - 1 and len(told) == 1 else []

    def _meeting_before(self, passage: int) -> Entity | None:
        before, named = self._named
        told = {entity.id: entity for entity in named if is_a(entity.type, "Meeting")}
        return next(iter(told.values())) if before == passage - 1 and len(told) == 1 else None

    def named(self, passage: int) -> list[Entity]:
        """What this passage has named so far, the last last."""
        return self._named[1] if self._named[0] == passage else []

    def previous(self, passage: int) -> list[Entity]:
        """What this passage has named so far, the last last; what it was about stands nearest. A passage that begins
        speaks of the one meeting of the paragraph before: « Y ont pris part … ».
        """
        if self._named[0] != passage:
            met = self._meeting_before(passage)
            return [met] if met is not None else []
        held = [entity for entity in (self._held.get(passage), self.made(passage)) if entity is not None]
        named = self._ranked[1] if self._ranked[0] == passage else []
        return [*named, *self.topics(passage)[-1:], *held]

    def made(self, passage: int) -> Entity | None:
        """What the last sentence of this passage founded."""
        return self._made.get(passage)

    def acted_on(self, passage: int) -> Entity | None:
        """What the last sentence of this passage acted on."""
        return self._acted_on.get(passage)

    def doings(self, passage: int) -> list[Doing]:
        """What the passage told last, to be written on."""
        if self._doings[0] != passage:
            self._doings = (passage, [])
        return self._doings[1]

    def actor(self, passage: int) -> Entity | None:
        """Whose doings the passage tells: the one organisation that its sentences are about, else its heading's; an
        organ does not do itself what its resolution welcomes.
        """
        if self.document.passages[passage].kind in ("preambular", "operative"):
            return None
        about = {entity.id: entity for entity in self.topics(passage) if is_a(entity.type, "Organization")}
        if about:
            return next(iter(about.values())) if len(about) == 1 else None
        return self.under if self.under is not None and is_a(self.under.type, "Organization") else None

    def chapeau_of(self, passage: int) -> list[Item]:
        """The items of the sentence that introduces the passage; none where nothing does."""
        parent = self.document.passages[passage].parent
        return self.chapeau.get(parent, []) if parent is not None else []

    def roster_of(self, sentence: Sentence, found: Found) -> list[Item]:
        """What opens the list of people in which the line stands: "appointed five persons to the Board:"."""
        above, opener = self._roster
        first = found.named[0] if found.named else None
        begins = first is not None and first.start - sentence.start < _BULLET and first.kind == "E"
        named = begins and first is not None and isinstance(first.data, Entity) and first.data.type == "Person"
        if above != sentence.passage - 1 or not named or sentence.end - sentence.start > _NAME_LINE:
            return []
        self._roster = (sentence.passage, opener)
        return self.chapeau.get(opener, [])

    def enrolling(self, sentence: Sentence) -> Entity | None:
        """The body of which the line lists a member."""
        parent = self.document.passages[sentence.passage].parent
        opener = self._roster[1] if self._roster[0] == sentence.passage else parent
        return self._enrolling.get(opener) if opener is not None and opener != sentence.passage else None

    def listed_under(self, sentence: Sentence) -> Entity | None:
        """Of an item, the body that its chapeau is about: "The Board has five members:"."""
        if (body := self.enrolling(sentence)) is not None:
            return body
        parent = self.document.passages[sentence.passage].parent
        about = (
            self._about.get(parent)
            if parent is not None and self.document.passages[sentence.passage].kind == "item"
            else None
        )
        line = _LINE.match(self.document.text, sentence.start, sentence.end)
        about = about if about is not None else (self.under if line is not None else None)
        return about if about is not None and is_a(about.type, "Organization") else None

    def head(self, sentence: Sentence, found: Found) -> None:
        """A heading, or a line that is nothing but a name, says what the lines below it are about."""
        passage = self.document.passages[sentence.passage]
        entities = [mention for mention in found.named if isinstance(mention.data, Entity)]
        text = self.document.text[sentence.start : sentence.end]
        length = len(text.rsplit(" (", 1)[0] if text.endswith(")") else text)  # "Protocol … (as at 31 December 2019)"
        if len(entities) > 1 and isinstance(entities[0].data, Entity) and entities[0].data.type == "Person":
            return  # "Farida Akhter (Bangladesh), Chair"
        whole = len(entities) == 1 and entities[0].end - entities[0].start >= 0.6 * length
        if passage.kind in ("heading", "title") or (
            whole and length < 200 and passage.kind in ("paragraph", "frontmatter")
        ):
            data = entities[0].data if len(entities) == 1 else None
            self.under = data if isinstance(data, Entity) else None
        if passage.kind == "title":
            named = [mention.data for mention in entities if isinstance(mention.data, Entity)]
            bodies = [entity for entity in named if is_a(entity.type, "Organization")]
            self.titled = bodies[0] if len(bodies) == 1 else self.titled

    def glance(self, sentence: Sentence, found: Found) -> None:
        """Of a sentence that needs no reading, the mention that opens it is what it was about."""
        self._begin(sentence.passage)
        for named in (self._named, self._ranked):
            named[1].extend(mention.data for mention in found.named if isinstance(mention.data, Entity))
        first = next((mention for mention in found.named), None)
        if first is None or not isinstance(first.data, Entity):
            return
        if prominence.begins(
            self.document.text[sentence.start : first.start], self.document.passages[sentence.passage].language
        ):
            self._topics[1].append(first.data)

    def note(self, sentence: Sentence, line: Row, kept: Entity | None = None) -> None:
        """Remember what a sentence named, and what it was about: the subject of its first clause, and behind it what
        was ``kept`` in sight by a pronoun: "The Ministry chairs [it]".
        """
        self._begin(sentence.passage)
        items = line.items
        self.chapeau[sentence.passage] = [*items] if items and items[-1].kind == ":" else []
        if self.chapeau[sentence.passage]:
            self._roster = (sentence.passage, sentence.passage)
            body = enrolling(line)
            self._enrolling |= {} if body is None else {sentence.passage: body}
        printed = [item.data for item in items if item.kind == "E" and item.end > item.start]
        own = [entity for entity in printed if entity.id == self.document.id]
        self._named[1].extend(printed)
        self._ranked[1].extend(prominence.ranked(line))
        self._topics[1][:0] = own[:1]  # "We have adopted the present Charter. It is based on …"
        self._object(sentence.passage, line)
        told = (clause for clause in line.clauses() if clause.verb.data.form == "finite")
        before = [one.subject for one in told if one.subject is not None and one.subject.start < one.index]
        before = [phrase for phrase in before if not phrase.sent] or before  # not whose observer said it
        known = len(self._topics[1])
        if before:  # the first one: of "the Fund, which IOM runs, was set up" it is the Fund
            item = min(before, key=lambda phrase: phrase.start).members[0].item
            if item.kind == "E" and item.end > item.start:
                self._topics[1].append(item.data)
                self._about[sentence.passage] = item.data
            elif item.kind == "O":
                self._topics[1].extend(item.several[:1])
        if len(self._topics[1]) == known and (first := prominence.opening(line)) is not None:
            self._topics[1].append(first)
        self._topics[1].extend([kept] if kept is not None else [])
        if self._topics[1] and self._topics[1][-1].type == "Person":
            self._people[sentence.passage] = self._topics[1][-1]

    def _object(self, passage: int, line: Row) -> None:
        """Remember what the sentence founded and what its objects stood for."""
        about = self._held.get(passage) or next(reversed(self.topics(passage)), None)
        held = about if about is not None and about.type != "State" and prominence.goes_on(line) else None
        acted_on = prominence.acted_on(line)
        for memory, entity in ((self._held, held), (self._made, prominence.made(line)), (self._acted_on, acted_on)):
            if entity is not None:
                memory[passage] = entity
            else:
                memory.pop(passage, None)

    def _begin(self, passage: int) -> None:
        """Of another passage nothing is known yet."""
        if self._named[0] != passage:
            self._named, self._ranked = (passage, []), (passage, [])
        if self._topics[0] != passage:
            self._topics = (passage, [])
