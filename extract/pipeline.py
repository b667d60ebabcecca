"""From a document to its facts and mentions: the one entry point of the package."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract import covered, described_by_itself, prominence
from extract.antecedents import Antecedents, kept
from extract.apposed import apposed_offices
from extract.attendance.partakers import Partakers
from extract.attendance.reading import Attendance
from extract.authored import authored
from extract.bibliography import referenced
from extract.commitments import Commitments
from extract.completion import Completion
from extract.counting.meant_places import MeantPlaces
from extract.counting.numbers import Quantity
from extract.counting.operations import Operations, led_above
from extract.counting.reading import Counting
from extract.dated_resolutions import adopted
from extract.demands.reader import Demands
from extract.demands.reviewed import Reviewed
from extract.described_by_itself import speaker
from extract.discourse import Discourse
from extract.document import Document, Sentence
from extract.facts import Entity, Extraction, Fact, Mention, Modality, unlisted_organisation
from extract.framing.appointed import PASSES
from extract.framing.assembled import assembled
from extract.framing.bearers import held
from extract.framing.behalf import of_body
from extract.framing.fillers import Context
from extract.framing.frames import facts
from extract.framing.presidencies import presidencies, rotating
from extract.gathered import Gathered
from extract.headlines import recased
from extract.its_meetings import its_meetings
from extract.layout.cards import may_tell
from extract.layout.lists import Lists
from extract.layout.reading import Layout
from extract.layout.stated import Stated
from extract.layout.treaties import status_rows
from extract.led import sorted_in
from extract.listed_works import listed
from extract.meetings import Heads, beside
from extract.mentions.common import kinds as common_kinds
from extract.mentions.finder import Finder, Found
from extract.mentions.known import authority
from extract.owners import programmes
from extract.predicates import is_said
from extract.relations import Roles, cited, noted_titles, titles
from extract.rosters import enrolled, making_up
from extract.sentence_items import SentenceItems
from extract.series import later, resumed, taken_up
from extract.syntax.continued import continued
from extract.syntax.items import Item
from extract.syntax.rows import Row
from extract.targets import contributions
from extract.targets import named as named_targets
from extract.themes import Themes
from ontology.lexicon import triggers
from ontology.types import is_a

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def extract(document: Document, *, forgiving: bool = False) -> Extraction:
    """Facts and mentions of ``document``, in the order of its text; offsets are of ``document.text``. A sentence on
    which the program fails raises, unless ``forgiving``: then it is told as unread, and the rest is read.
    """
    text, headlines = recased(document)
    return _Reading(replace(document, text=text), headlines, forgiving=forgiving).run()


class _Reading:
    """One pass over a document, sentence by sentence."""

    def __init__(self, document: Document, headlines: frozenset[int], *, forgiving: bool) -> None:
        self.document = document
        self.headlines = headlines
        self.forgiving = forgiving
        self.unread: list[int] = []
        self.finder = Finder(document)
        self.commitments = Commitments(document, self.finder)
        self.themes = Themes(document)
        self.attendance = Attendance(document, self.finder.register)
        self.partakers = Partakers()
        self.counting = Counting(document, self.finder.folded)
        self.layout = Layout(document, self.counting.in_text, self.finder)
        self.lists = Lists(document, self.layout, self.finder)
        self.operations = Operations(document)
        self.heads = Heads(document, self.finder.bodies, self.finder.names_in)
        self.discourse = Discourse(document)
        own = described_by_itself.introduce(document, self.finder)
        self.antecedents = Antecedents(self.finder, self.discourse, speaker(document, self.finder.names_in), own)
        self.items = SentenceItems(document, self.finder, self.antecedents)
        self.completion = Completion(document, self.finder, self.discourse, self.attendance)
        self.gathered = Gathered(document, headlines)
        self.reviewed = Reviewed(document, self.finder)
        self.mentions: list[Mention] = []
        self.places = MeantPlaces(document, self.mentions)
        self.cited: set[tuple[str, int | str]] = set()

    def run(self) -> Extraction:
        """Read every sentence."""
        facts_ = self.gathered.facts
        facts_ += described_by_itself.facts(self.document, self.finder.self_entity)
        self.demands = Demands(self.document, self.finder, described_by_itself.authors(self.document, facts_), facts_)
        for number, sentence in enumerate(self.document.sentences):
            try:
                self._sentence(number, sentence)
            except Exception:
                if not self.forgiving:
                    raise
                self.unread.append(number)  # one sentence must not take the document with it
        self._add_laid_out(self.layout.closed(None))
        facts_ += self.operations.facts()
        meeting, body = self.attendance.meeting, self.attendance.body(self.finder.bodies)
        told = covered.completed(self.document, self.gathered.held(), meeting, body)
        return Extraction(
            tuple(map(self._labelled, told)),
            tuple(replace(mention, entity=self._named(mention.entity)) for mention in self.mentions),
            tuple(self.unread),
        )

    def _labelled(self, fact: Fact) -> Fact:
        roles = {role: self._named(value) if isinstance(value, Entity) else value for role, value in fact.roles.items()}
        return replace(fact, roles=roles)

    def _named(self, entity: Entity) -> Entity:
        """The entity with all its names, or what it is an acronym of."""
        entity = self.finder.memory.spelled.get(entity.id, entity)
        labels = self.finder.labels.get(entity.id)
        return entity if labels is None else Entity(entity.id, entity.type, tuple(labels))

    def _sentence(self, number: int, sentence: Sentence) -> None:
        passage = self.document.passages[sentence.passage]
        if passage.kind == "table" and not self.document.text[sentence.start : sentence.end].strip():
            return
        found = self.finder.sentence(sentence)
        self._add_laid_out(self.layout.closed(sentence))
        self.layout.note(sentence, found)
        self.lists.note(sentence, found)
        if not (self.layout.speaks(sentence, passage.language) or self.lists.speaks(sentence)):
            self.discourse.head(sentence, found)
        for headed in self.heads.find(sentence, found.named):
            self.gathered.put(headed)
        self.attendance.note(passage, found)
        self.partakers.note(found)
        self.finder.memory.meeting = self.attendance.meeting
        self.antecedents.posts.note(sentence, found)
        self._note(number, found)
        self._add(sentence, titles(self.document, self.finder, sentence, found))
        self._add(sentence, noted_titles(self.document, self.finder, sentence))
        works = [*referenced(self.document, self.finder, sentence)]
        own = listed(self.document, self.finder, sentence, found, self.antecedents.house)
        self._add(sentence, works or own)
        seen = {*self.cited} if sentence.passage in self.headlines else self.cited
        self._add(sentence, cited(self.document, self.finder, sentence, found, seen))
        self._add(sentence, adopted(self.document.text, found))
        spoken, ours = self.discourse.topics(sentence.passage)[-1:], self.finder.memory.house
        it, we = next(iter(spoken), None), ours[0] if ours is not None else None
        if passage.kind == "operative" and self.finder.organ is not None:
            we = authority(self.finder.organ)
        self._add_said(sentence, self.themes.facts(sentence, found, passage.language, it=it, we=we))
        words = frozenset(_WORD.findall(self.document.text[sentence.start : sentence.end].lower()))
        speaks = self._speaks(sentence, found, passage.language, words)
        self.demands.head(sentence, passage, found.named)
        self.discourse.country = self.demands.reviewed
        for fact in self.demands.operative(sentence, found.named, self.discourse.under):
            self.gathered.put(fact)
        self.gathered.facts += self.reviewed.facts(sentence, found.named, self.demands.reviewed)
        self.gathered.facts += self.commitments.facts(sentence, found.named)
        asks = self.demands.wants(sentence, words)
        aims = named_targets(found.named)
        numbers = self.counting.numbers(sentence, found)
        counts = bool(numbers) or any(_is_operation(mention.data) for mention in found.named)
        if not (speaks or asks or aims or counts):
            self.discourse.glance(sentence, found)
            return
        begins = number == 0 or self.document.sentences[number - 1].passage != sentence.passage
        met = self.gathered.sitting(sentence.passage - begins)
        items = resumed(self._items(sentence, found), met, passage.language, self.finder.register)
        items = self.counting.settle(taken_up(items, met, passage.language), numbers, passage.language)
        chapeau = self.discourse.chapeau_of(sentence.passage) if begins else []
        chapeau = chapeau or self.discourse.roster_of(sentence, found)
        joined = continued(chapeau, items) if passage.kind == "item" else []
        if joined:  # "In 2024 IOM: – trained 275 judges"
            items, chapeau = joined, []
        line = Row(items, passage.language)
        if aims:
            self._add(sentence, contributions(line, self.finder.folded, self.demands.speaker(sentence.start)))
        if asks:
            whole = Row([*chapeau, *items], passage.language) if chapeau else line
            told = [one for one in self.discourse.named(sentence.passage) if is_a(one.type, "Instrument")]
            told += self.discourse.topics(sentence.passage)
            for fact in self.demands.told(sentence, whole, told):
                self.gathered.put(fact)
        if not speaks:
            described = self._whole(sentence, found, numbers, line) if counts else None
            if counts:
                self._counts(sentence, line, described, numbers)
            if (opened := _opened(described, line)) is None:
                self.discourse.glance(sentence, found)
            else:
                self.discourse.note(sentence, opened)
            return
        context = Context(
            passage.language,
            under=self.discourse.enrolling(sentence) or self.discourse.under,
            country=self.discourse.country,
            meeting_of=self.finder.counted_meeting if self.finder.times.entry(sentence) else self.finder.meeting_of,
            topics=self.discourse.topics(sentence.passage),
            previous=self.discourse.previous(sentence.passage),
            before=None if chapeau else self.discourse.topic_before(sentence.passage),
            made=self.discourse.made(sentence.passage),
            doings=self.discourse.doings(sentence.passage),
            met=met,
            met_before=self.gathered.sitting(sentence.passage - 1),
            sat=self.gathered.days(self.attendance.meeting)[0][:4] if self.attendance.meeting is not None else "",
            text=self.document.text,
        )
        described = self._whole(sentence, found, numbers, line)
        self._add_framed(sentence, self._by_meeting(line, met), context, described)
        topics, house = self.discourse.topics(sentence.passage), self.antecedents.house
        made = authored(self.document, self.finder, sentence, found, line, topics)
        self._add(sentence, self._untold(sentence, made))
        enrolment = [*enrolled(line, self.discourse.enrolling(sentence)), *making_up(line, found.nested)]
        self._add(sentence, [*apposed_offices(line), *enrolment, *presidencies(line), *rotating(line)])
        self._add(sentence, programmes(self.document, sentence, found, line, topics, house))
        money = any(number.unit not in ("", "%") for number in numbers)
        about = [*([met] if met is not None else []), *context.topics]
        self._add_said(sentence, self.attendance.facts(sentence, found, line, about, money=money))
        self._add(sentence, [*beside(line), *later(line, self.finder.register)])
        self._add(sentence, self.partakers.facts(self.document.text, line))
        self._add(sentence, its_meetings(line, context.meeting_of))
        self._add(sentence, status_rows(line, self.discourse.under))
        self._add_laid_out([*self.layout.facts(sentence, line), *self.lists.facts(sentence, line)])
        self._succeed(sentence, line)
        self._counts(sentence, line, described, numbers)
        if chapeau and not self.gathered.tells("ratifications", sentence.start):  # "(a) The Protocol, ratified in 2020"
            behind = Row([*chapeau, *_named_whole(items, passage.language)], passage.language)
            self._add_framed(sentence, behind, context)
            self._add_said(sentence, self.attendance.below(behind, about))
        in_sight = kept(self.gathered.facts[-1:], sentence, line)
        self.discourse.note(sentence, _opened(described, line) or line, in_sight)

    def _by_meeting(self, line: Row, met: Entity | None) -> Row:
        """``line`` with their meeting for those who adopt something: what the passage tells of, else the document."""
        meeting = met if met is not None else self.attendance.reported()
        return assembled(of_body(line), meeting, self.gathered.days)

    def _succeed(self, sentence: Sentence, line: Row) -> None:
        """Who held before or holds after what the paragraph has told of another, and since when."""
        for tell in PASSES:
            told, told_of = held(self.gathered.facts, sentence.passage, line)
            for fact, roles in tell(told_of, told, self.discourse.named(sentence.passage)):
                if fact.roles.items() <= roles.items() and fact in self.gathered.facts:
                    self.gathered.facts.remove(fact)  # told again with its time
                self._add(sentence, [(fact.kind, roles)])

    def _untold(self, sentence: Sentence, made: Iterable[tuple[str, Roles]]) -> Iterator[tuple[str, Roles]]:
        """Of works with their authors those of which the sentence has not told who published them."""
        own = [
            fact for fact in self.gathered.facts[-40:] if fact.kind == "publications" and fact.start == sentence.start
        ]
        told = [fact.roles["title"] for fact in own if "publisher" in fact.roles]
        yield from ((kind, roles) for kind, roles in made if roles["title"] not in told)

    def _counts(self, sentence: Sentence, line: Row, whole: Row | None, numbers: list[Quantity]) -> None:
        """The facts that numbers are part of; the ``whole`` row holds also who is only described."""
        chapeau = self.discourse.chapeau_of(sentence.passage)
        reported = self.counting.reported(sentence, line, numbers, chapeau)
        ours = next((item.several[0] for item in line.items if item.kind == "D" and item.several), None)
        actor, previous = ours or self.discourse.actor(sentence.passage), self.discourse.previous(sentence.passage)
        previous = previous or self.discourse.work_before(sentence.passage)
        country = self.discourse.country
        line, whole = self.places.put(line), self.places.put(whole) if whole is not None else None
        self._add(sentence, self.counting.facts(line, reported, actor, previous, chapeau, whole, country))
        self._add(sentence, self.counting.rows(sentence, line))
        self.operations.read(sentence, whole or line, reported, led_above(chapeau, self.discourse.under))

    def _speaks(self, sentence: Sentence, found: Found, language: str, words: frozenset[str]) -> bool:
        """Does the sentence hold a word that a frame asks for, a person, or open or continue a list?"""
        text = self.document.text[sentence.start : sentence.end]
        if (
            text.endswith(":")
            or self.document.passages[sentence.passage].kind == "table"
            or (self.discourse.under is not None and self.discourse.under.type == "Treaty")
            or not triggers(language).isdisjoint(words)
            or self.layout.speaks(sentence, language)
            or self.lists.speaks(sentence)
            or may_tell(text, language)
        ):
            return True
        if any(
            isinstance(mention.data, Entity)
            and mention.data.type in ("Person", "Office", "Meeting", "Programme", "Campaign", "Publication")
            for mention in found.named
        ):
            return True
        return bool(self.discourse.chapeau_of(sentence.passage)) or self.attendance.speaks(sentence, language)

    def _items(self, sentence: Sentence, found: Found) -> list[Item]:
        resolved = sentence.passage in self.demands.resolved
        return self.items.of(sentence, found, self.gathered.facts, resolved=resolved)

    def _note(self, number: int, found: Found) -> None:
        for mention in found.named:
            if isinstance(mention.data, Entity):
                for entity in mention.several or (mention.data,):
                    self.mentions.append(Mention(mention.start, mention.end, entity, number))
        self.mentions += [Mention(start, end, entity, number) for start, end, entity in found.nested]

    def _whole(self, sentence: Sentence, found: Found, numbers: Sequence[Quantity], line: Row) -> Row | None:
        """The sentence of ``line`` with the things in it that only a description names, where there are any."""
        language = self.document.passages[sentence.passage].language
        common = [thing for thing in self.finder.common(sentence, found) if not is_said(line.items, thing)]
        if not common:
            return None
        kept = [one for one in found.named if not any(thing.start <= one.start < thing.end for thing in common)]
        named = sorted([*kept, *common], key=lambda mention: mention.start)
        return Row(self.counting.settle(self._items(sentence, Found(named, found.nested)), numbers, language), language)

    def _add_framed(self, sentence: Sentence, line: Row, context: Context, whole: Row | None = None) -> None:
        """The facts of the frames; those of some kinds from the ``whole`` row, with things that are only described."""
        again = replace(context, doings=[*context.doings])
        made = [*facts(line, context)]
        if whole is not None:
            made = [fact for fact in made if fact.kind not in common_kinds()]
            made += [fact for fact in facts(whole, again) if fact.kind in common_kinds()]
        for fact in made:
            self._add(sentence, [(fact.kind, fact.roles)], fact.modality)

    def _add(self, sentence: Sentence, made: Iterable[tuple[str, Roles]], modality: Modality = "asserted") -> None:
        """Add facts, completed by what the document has told before."""
        for told, stated in made:
            roles = self.completion.complete(sentence, told, stated)
            roles = self.completion.in_entry(sentence, told, roles) if roles else roles
            fact = sorted_in(told, roles) if roles else None
            if fact is None:
                continue
            kind, roles = fact
            self._add_said(sentence, [(kind, roles, self.completion.modality(sentence, kind, roles, modality))])

    def _add_laid_out(self, made: Iterable[Stated]) -> None:
        """Add facts that the layout states, each with the lines that state it."""
        for sentence, kind, roles, modality in made:
            self._add(sentence, [(kind, roles)], modality)

    def _add_said(self, sentence: Sentence, made: Iterable[tuple[str, Roles, Modality]]) -> None:
        """Add facts that say whether they are asserted or planned."""
        for kind, roles, modality in made:
            self.gathered.put(Fact(kind, roles, sentence.start, sentence.end, sentence.passage, modality))


def _opened(described: Row | None, line: Row) -> Row | None:
    """The row of a sentence that opens with what is only ``described``: "The Chilenje shelter has 36 beds"."""
    opened = prominence.opening(described) if described is not None else None
    return described if opened is not None and opened != prominence.opening(line) else None


def _is_operation(entity: object) -> bool:
    return isinstance(entity, Entity) and entity.type == "Operation"


def _named_whole(items: list[Item], language: str) -> list[Item]:
    """An item of a list that is a name no list knows ("Fundación Puentes (Colombia)"): an organisation of that name."""
    end = next(
        (
            k
            for k, item in enumerate(items)
            if item.kind != "W" or not (item.surface[:1].isupper() or len(item.word) < 4)
        ),
        len(items),
    )
    closed = end == len(items) or items[end].kind in ("(", ",", ";")
    if end < 2 or not closed or not items[0].surface[:1].isupper():
        return items
    name = " ".join(item.surface for item in items[:end])
    entity = unlisted_organisation(name, language)
    return [Item("E", items[0].start, items[end - 1].end, name, entity), *items[end:]]
