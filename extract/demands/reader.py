"""The demands of a document, sentence by sentence: `Demands.facts`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.below import item_words, items_below, sentence_end
from extract.demands import advice, operative, rulers, speakers
from extract.demands.about import About
from extract.demands.demand import Demand, spans, unmarked
from extract.demands.issuers import is_written
from extract.demands.memory import Memory, adopted, organ_of, passed
from extract.demands.resolving import resolved
from extract.demands.told import Telling
from extract.demands.words import forms, pattern
from extract.document import Document, Passage, Sentence
from extract.facts import Entity, Fact
from extract.mentions.finder import Finder
from extract.relations import Roles
from extract.syntax.items import Named
from extract.syntax.rows import Row
from ontology.authority import records
from ontology.fold import fold
from ontology.types import is_a

_PERSONAL = (
    "message",
    "speech",
    "statement",
    "letter",
    "press-release",
    "declaration",
    "presidential-statement",
    "note-verbale",
)
_SPOKEN = ("speech", "statement")  # a person's own words
_RECENT = 4  # passages after which "it also recommends" is nobody's
_PASSED = ("Resolution", "Decision")
_REPORTS = ("report", "note")
_UNDECIDED = ("draft-resolution",)
_ENDING = re.compile(r"e(?=-|\b)")  # « Haute-Commissaire », « Haut-Commissaire »
_FURNITURE = ("frontmatter", "footnote", "heading", "title")
_PRONOUN = 6  # characters of a sentence that begins with "she", « elle »


@dataclass(slots=True)
class _Open:
    """A demand whose actions stand below it as items."""

    act: str
    issuers: list[Entity]
    addressees: tuple[Entity, ...]


@dataclass(slots=True)
class Demands:
    """Reads the sentences of one document in their order. ``authors``: (start, end of a part, who wrote it),
    ``known``: the facts found so far."""

    document: Document
    finder: Finder
    authors: Sequence[tuple[int, int, Entity]]
    known: Sequence[Fact]
    memory: Memory = field(default_factory=Memory)
    met: Entity | None = None  # the body of whose meeting the title says that the document is the report
    deciding: bool = False  # a line « Le Conseil des ministres, » begins what it decides
    declared: Entity | None = None  # the declaration or plan of which the title is the name
    ruling: tuple[int, Entity | None] = (-1, None)  # "The Ministerial Meeting:", and the last passage that it asks in
    passed: Entity | None = None  # the resolution that the front matter names in a line of its own
    voices: list[tuple[int, speakers.Voice]] = field(default_factory=list)  # (passage, who a sentence lets speak)
    resolved: frozenset[int] = frozenset()  # passages below "RESOLVES:"
    _about: About = field(init=False)
    _reviewer: Entity | None = None  # the treaty body whose concluding observations the document is
    _open: dict[int, _Open] = field(default_factory=dict)  # passage -> what its items are asked for
    _types: frozenset[str] = frozenset()
    _declares: bool = False
    _stated: speakers.Stated = field(default_factory=dict)  # what the document says of itself
    _addressed: list[Entity] = field(default_factory=list)
    _advising: dict[int | None, bool] = field(default_factory=dict)  # heading -> is it "Recommendations"?

    def __post_init__(self) -> None:
        self._about = About(self.finder.folded)
        self.resolved = resolved(self.document, self.finder.folded)
        self._types = frozenset(part.type.value for part in self.document.parts if part.type is not None)
        self._stated = speakers.stated(self.known, self.finder.self_entity)
        self._reviewer = self._reviews()
        self._declares = "declaration" in self._types or self._titled("joint")

    @property
    def reviewed(self) -> Entity | None:
        """The one State that the document is about."""
        return self._about.state

    def head(self, sentence: Sentence, passage: Passage, named: Sequence[Named]) -> None:
        """A title that is the name of a declaration or plan: the document is that. Of other sentences, who speaks."""
        if self.voices and self.voices[-1][0] != sentence.passage and not self._introduced(sentence):
            self.voices = [(sentence.passage, self.voices[-1][1])] if self._goes_on(sentence) else []
        voice = speakers.opening(self.finder.folded, sentence.start, sentence.end, passage.language, named)
        if voice is not None:
            self.voices.append((sentence.passage, voice))
        self._about.note(passage, named)
        if passage.kind == "title" and not self._types.isdisjoint(_REPORTS):
            self.met = self.met or rulers.convened(named, self.finder.bodies)
        if self.finder.folded[sentence.end - 1] == ":":
            text, folded = self.document.text, self.finder.folded
            self.ruling = (sentence.passage, rulers.ruler(text, folded, sentence, named, passage.language))
        undecided = not self._types.isdisjoint(_UNDECIDED)
        self.deciding = self.deciding or (not undecided and rulers.opens(self.finder.folded, sentence, named))
        if self.declared is None and passage.kind in ("title", "heading", "frontmatter"):
            folded = self.finder.folded
            titles = pattern(passage.language, "title")  # "Port Vila Declaration on …, adopted at …"
            found = (one for one in named if isinstance(one.data, Entity) and one.start <= passage.start + 4)
            title = next((one for one in found if titles.match(folded, one.end, passage.end)), None)
            entity = title.data if title is not None and isinstance(title.data, Entity) else None
            described = entity is not None and entity.id.startswith(f"{self.document.id}/")
            section = described or (passage.kind == "heading" and passage.label is not None)  # "5.1 Legal framework"
            if entity is not None and entity.type in ("Declaration", "Plan") and not section:
                self.declared = entity
            elif entity is not None and entity.type in _PASSED and passage.kind != "heading":
                self.passed = self.passed or entity

    def _introduced(self, sentence: Sentence) -> bool:
        """Does the passage before end with a colon: « … nous a adressé ce message : »?"""
        passages = self.document.passages
        before = passages[max(0, sentence.passage - 1)]
        return self.voices[-1][0] == sentence.passage - 1 and self.document.text[before.end - 1] == ":"

    def _goes_on(self, sentence: Sentence) -> bool:
        """ "1. Ms. Mullally said … ¶ 2. She recommended that …": is it still who spoke last in the passage before?"""
        word = self.finder.folded[sentence.start : sentence.start + _PRONOUN].split(" ", 1)[0]
        passage, voice = self.voices[-1]
        return word in ("she", "he", "elle", "il") and voice.human and passage == sentence.passage - 1

    def wants(self, sentence: Sentence, words: frozenset[str]) -> bool:
        """May the sentence say that something is asked? ``words`` are its words in lower case."""
        passage = self.document.passages[sentence.passage]
        if passage.kind in _FURNITURE or self._is_of_resolution(passage):
            return False
        below = passage.parent is not None and passage.parent in self._open
        return below or self._is_advice(sentence.passage) or not forms(passage.language).isdisjoint(words)

    def told(self, sentence: Sentence, row: Row, topics: Sequence[Entity]) -> Iterator[Fact]:
        """What ``sentence``, of the items ``row``, says is asked; ``topics``: of what its paragraph told, in order."""
        passage = self.document.passages[sentence.passage]
        if passage.parent is not None and passage.parent in self._open:
            yield from self._below(sentence, passage, row, self._open[passage.parent])
        else:
            yield from self._told(sentence, row, topics)

    # -- resolutions ---------------------------------------------------------------------------------------------------

    def operative(self, sentence: Sentence, named: Sequence[Named], under: Entity | None) -> Iterator[Fact]:
        """What the operative paragraph that begins with ``sentence`` asks, with the items below it; nothing for other
        passages. ``named`` holds the mentions of the sentence, ``under`` is what the heading above names.
        """
        passage = self.document.passages[sentence.passage]
        ruler = self.ruling[1]
        ruled = ruler is not None and sentence.passage == self.ruling[0] + 1 and passage.label is not None
        kinds = ("operative", "paragraph", *(("item",) if ruled else ()))
        if sentence.start > passage.words or passage.kind not in kinds:
            return
        own = self.finder.self_entity if self.deciding and passage.label is not None else self._own()
        issuer = self._issuer(under) if passage.kind == "operative" else (ruler if ruled else own)
        self.ruling = (sentence.passage, ruler) if ruled else self.ruling
        text, folded, language = self.document.text, self.finder.folded, passage.language
        span = sentence.start, passage.end
        form = operative.form_of(folded, *span, language, resolved=sentence.passage in self.resolved)
        if issuer is None or (form is None and passage.kind != "operative") or (form == "told" and not ruled):
            return
        for act in operative.acts(text, folded, *span, named, language, form=form or ""):
            words, end = text[act.start : sentence_end(self.document, act.start, act.end)].rstrip(" ."), sentence.end
            if act.open:
                below, end = items_below(self.document, sentence.passage)
                words = f"{words}: {below}" if words else below
            action = " ".join(words.split())
            if action:
                yield from self._made(act.act, [issuer], act.addressees, action, sentence, end)

    def _issuer(self, under: Entity | None) -> Entity | None:
        """The resolution that the paragraphs are of; None where it is only a draft, or nobody's."""
        own = self.finder.self_entity
        if not self._types.isdisjoint(_UNDECIDED) or own.id.split("/")[-2:-1] == ["L"] or "/L." in own.id:
            return None
        if own.type in _PASSED or not self._types.isdisjoint(("resolution", "decision")):
            return own
        return under if under is not None and under.type in _PASSED else self.passed

    def _is_of_resolution(self, passage: Passage) -> bool:
        """Is it a preambular paragraph, an operative one, or an item, which belongs to the action of that?"""
        while passage.kind == "item" and passage.parent is not None:
            passage = self.document.passages[passage.parent]
        return passage.kind in ("operative", "preambular")

    # -- other texts ---------------------------------------------------------------------------------------------------

    def _told(self, sentence: Sentence, row: Row, topics: Sequence[Entity]) -> Iterator[Fact]:
        text = self.document.text
        memory = self._memory(sentence, topics)
        memory.texts = [topic for topic in topics if is_written(topic)]
        memory.passed = passed(self.known)
        memory.adopted = adopted(self.known, self.finder.folded[sentence.start : sentence.end], row.language)
        author = self._author(sentence.start) or self.met or self._report() or self._reviewer
        advises = self._is_advice(sentence.passage)
        telling = Telling(row, text, memory, self.speaker(sentence.start), self._own() or author, advises)
        found = list(telling.demands(sentence.start))
        if author is not None and not found and advises:
            again = memory.addressees if self.memory.passage == sentence.passage else ()
            found = list(advice.demands(row, author, text, sentence.start, again))
        for demand in found:
            self._remember(sentence, demand, row, memory)
            if self._opened(sentence, demand, row):
                continue
            for start, end in spans(demand, row.items, text, row.language):
                action = " ".join(text[start:end].split())
                if action:
                    yield from self._made(demand.act, demand.issuers, demand.addressees, action, sentence, sentence.end)

    def _memory(self, sentence: Sentence, topics: Sequence[Entity]) -> Memory:
        """What of the sentences before this one may draw on."""
        actors = tuple(topic for topic in topics if is_a(topic.type, "Actor"))
        voices = tuple(voice for _, voice in self.voices)
        start = self.document.passages[sentence.passage].start
        quoted = speakers.opens_quotation(self.document.text[start : sentence.start])
        if self.memory.passage != sentence.passage:
            last = self.memory.issuers if 0 < sentence.passage - self.memory.passage <= _RECENT else []
            follows = sentence.passage - self.memory.passage == 1
            return Memory(
                written=self.memory.written, topics=actors, voices=voices, quoted=quoted, last=last, follows=follows
            )
        return replace(self.memory, topics=actors, voices=voices, quoted=quoted)

    def _remember(self, sentence: Sentence, demand: Demand, row: Row, memory: Memory) -> None:
        subject = row.clause(demand.index).subject if row.kind(demand.index) == "V" else None
        organ = "" if demand.shared or subject is None else organ_of(subject.members[0])
        self.memory = Memory(
            sentence.passage,
            organ or (self.memory.organ if self.memory.passage == sentence.passage else ""),
            demand.issuers,
            demand.addressees or memory.addressees,
            [one for one in demand.issuers if is_written(one)] or memory.written,
        )

    def _opened(self, sentence: Sentence, demand: Demand, row: Row) -> bool:
        """Do items stand below that say what is asked?"""
        passages = self.document.passages
        after = sentence.passage + 1
        if row.kind(len(row.items) - 1) != ":" or demand.end < len(row.items):
            return False
        if after >= len(passages) or passages[after].kind != "item" or passages[after].parent != sentence.passage:
            return False
        self._open[sentence.passage] = _Open(demand.act, demand.issuers, demand.addressees)
        return True

    def _below(self, sentence: Sentence, passage: Passage, row: Row, asked: _Open) -> Iterator[Fact]:
        """An item below "The Secretary-General recommends that Member States:"; its own items belong to it."""
        if sentence.start > passage.words:
            return
        people, start = asked.addressees, unmarked(row.items, sentence.start, self.document.text, passage.language)
        self.memory = replace(self.memory, passage=sentence.passage, organ="")
        if not people:  # "recommends: (a) To UNODC, to transfer …"
            people, start = advice.apart(row, sentence.start, self.document.text)
        action, end = item_words(self.document, sentence.passage, start)
        yield from self._made(asked.act, asked.issuers, people, action, sentence, end) if people else ()

    def _author(self, offset: int) -> Entity | None:
        return next((author for start, end, author in self.authors if start <= offset < end), None)

    def speaker(self, offset: int) -> Entity | None:
        """Who "I" and "we" are: a declaration, the author of a speech, or of a letter or report by an office if one is
        stated.
        """
        own, author = self._own(), self._author(offset) or self._publisher()
        if own is not None or author is None or self._types.isdisjoint((*_PERSONAL, *_REPORTS)):
            return own
        if author.type == "Person" and self._types.isdisjoint(_SPOKEN):
            held = (fact.roles for fact in self.known if fact.kind == "offices")
            offices = (roles["office"] for roles in held if roles["person"] == author)
            return next((office for office in offices if isinstance(office, Entity)), author)
        return author

    def _publisher(self) -> Entity | None:
        """Who put out a statement that names no author."""
        found = self._stated.get("publisher")
        return found if isinstance(found, Entity) and not self._types.isdisjoint(_PERSONAL) else None

    def _reviews(self) -> Entity | None:
        """The treaty body whose concluding observations the document is by its title."""
        body = self._stated.get("author", self._stated.get("publisher"))
        return body if self._titled("reviews") and isinstance(body, Entity) else None

    def _titled(self, name: str) -> bool:
        return speakers.is_titled(self._stated, self.document.passages[0].language, name)

    def _own(self) -> Entity | None:
        """The declaration, plan or joint communiqué that the document is."""
        return self.declared or (self.finder.self_entity if self._declares else None)

    def _is_advice(self, index: int) -> bool:
        """Does the passage stand under a heading "Recommendations" of a report, or in concluding observations?"""
        parent = self.document.passages[index].parent
        if parent not in self._advising:
            reported = self._report() is not None and self._advises(parent)
            self._advising[parent] = reported or self._reviewer is not None
        return self._advising[parent]

    def _advises(self, index: int | None) -> bool:
        """Is the passage a heading "Recommendations", or below one?"""
        if index is None:
            return False
        passage = self.document.passages[index]
        heading = pattern(passage.language, "heading")
        named = passage.kind == "heading" and heading.search(self.finder.folded, passage.start, passage.end) is not None
        return named or self._advises(passage.parent)

    def _report(self) -> Entity | None:
        return self.finder.self_entity if not self._types.isdisjoint(_REPORTS) else None

    def _settled(self, person: Entity, sentence: Sentence) -> Entity:
        """« la Haute-Commissaire » is whom a paragraph before asked under her full name."""
        record = records()
        if self.reviewed is not None and self._about.means(person, sentence, self.document.passages[0].language):
            return self.reviewed
        if person.id in record or not person.labels or not person.labels[0][1][0].isupper():
            return person
        label = _ENDING.sub("", fold(person.labels[0][1]))
        for other in reversed(self._addressed):
            names = record[other.id].names.values() if other.id in record else ()
            if any(label in _ENDING.sub("", fold(name)) for listed in names for name in listed):
                return other
        return person

    # -- facts ---------------------------------------------------------------------------------------------------------

    def _made(
        self, act: str, asking: Sequence[Entity], people: Sequence[Entity], action: str, sentence: Sentence, end: int
    ) -> Iterator[Fact]:
        settled = [self._settled(person, sentence) for person in people]
        self._addressed += settled
        nobody = () if act == "mandates" else (None,)  # « créer un groupe, chargé de … » only says what it is for
        for issuer in asking:
            for person in settled or nobody:
                roles: Roles = {"issuer": issuer, "act": act, "action": action}
                roles |= {"addressee": person} if person is not None else {}
                yield Fact("requests", roles, sentence.start, end, sentence.passage)
