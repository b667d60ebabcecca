"""From a document to its facts and mentions: the one entry point of the package."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from extract import described_by_itself
from extract.attendance import Attendance
from extract.authored import authored
from extract.bibliography import referenced
from extract.commitments import Commitments
from extract.counting.numbers import Quantity
from extract.counting.operations import Operations, led_above
from extract.counting.reading import Counting
from extract.demands.reader import Demands
from extract.described_by_itself import speaker
from extract.document import Document, Passage, Sentence
from extract.facts import Entity, Extraction, Fact, Mention, Modality
from extract.framing.fillers import Context, Doing
from extract.framing.frames import facts
from extract.layout.reading import Layout, Stated
from extract.layout.treaties import status_rows
from extract.meetings import Heads, beside
from extract.mentions.common import kinds as common_kinds
from extract.mentions.finder import Finder, Found
from extract.mentions.heads import is_seat
from extract.mentions.known import authority
from extract.mentions.references import feminine, name_feminine
from extract.owners import programmes
from extract.relations import Roles, apposed_offices, cited, titles
from extract.syntax.clauses import Row
from extract.syntax.items import Item, has, row
from extract.syntax.verbs import group
from extract.targets import contributions
from extract.targets import named as named_targets
from extract.themes import Themes
from ontology.authority import records
from ontology.lexicon import triggers
from ontology.types import is_a

_LINE = re.compile(r"[^:;,.]{3,60} ?: [^:;]{3,60}$")  # "Treasurer: Ms. Solange Uwase (Rwanda)"
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def extract(document: Document) -> Extraction:
    """Facts and mentions of ``document``, in the order of its text; offsets are of ``document.text``."""
    return _Reading(document).run()


class _Reading:
    """One pass over a document, sentence by sentence."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.finder = Finder(document)
        self.commitments = Commitments(document, self.finder)
        self.themes = Themes(document)
        self.attendance = Attendance(document, self.finder.register)
        self.counting = Counting(document, self.finder.folded)
        self.layout = Layout(document, self.counting.in_text, self.finder)
        self.operations = Operations(document)
        self.heads = Heads(document, self.finder.bodies)
        self.facts: list[Fact] = []
        self.mentions: list[Mention] = []
        self.topics: tuple[int, list[Entity]] = (-1, [])  # passage, what its sentences were about
        self.chapeau: dict[int, list[Item]] = {}  # passage -> items of its last sentence, where that ends with a colon
        self.named: tuple[int, list[Entity]] = (-1, [])  # passage, what it has named so far
        self.speaker = speaker(document, self.finder.names_in)
        self.doings: tuple[int, list[Doing]] = (-1, [])  # passage, what its last clause told
        self.about: dict[int, Entity] = {}  # passage -> what its last sentence was about
        self.under: Entity | None = None  # what the heading above names
        self.cited: set[tuple[str, int | str]] = set()

    def run(self) -> Extraction:
        """Read every sentence."""
        self.facts += described_by_itself.facts(self.document, self.finder.self_entity)
        self.demands = Demands(
            self.document, self.finder, described_by_itself.authors(self.document, self.facts), self.facts
        )
        for number, sentence in enumerate(self.document.sentences):
            self._sentence(number, sentence)
        self._add_laid_out(self.layout.closed(None))
        labels = self.finder.labels
        self.facts += self.operations.facts()
        self.facts = [fact for fact in self.facts if fact.kind != "meetings" or self._was_held(fact.roles)]
        facts_ = tuple(_labelled(fact, labels) for fact in self.facts)
        return Extraction(
            facts_, tuple(replace(mention, entity=_named(mention.entity, labels)) for mention in self.mentions)
        )

    def _sentence(self, number: int, sentence: Sentence) -> None:
        passage = self.document.passages[sentence.passage]
        if passage.kind == "table" and not self.document.text[sentence.start : sentence.end].strip():
            return
        found = self.finder.sentence(sentence)
        self._add_laid_out(self.layout.closed(sentence))
        self.layout.note(sentence, found)
        self._head(sentence, passage, found)
        headed = self.heads.find(sentence, found.named)
        if headed is not None:
            self._put(headed)
        self.attendance.note(passage, found)
        self.finder.memory.meeting = self.attendance.meeting
        self._note(number, found)
        self._add(sentence, titles(self.document, self.finder, sentence, found))
        self._add(sentence, referenced(self.document, self.finder, sentence))
        self._add(sentence, cited(self.document, self.finder, sentence, found, self.cited))
        self._add_said(sentence, self.themes.facts(sentence, found, passage.language))
        words = frozenset(_WORD.findall(self.document.text[sentence.start : sentence.end].lower()))
        speaks = self._speaks(sentence, found, passage.language, words)
        self.demands.head(sentence, passage, found.named)
        for fact in self.demands.operative(sentence, found.named, self.under):
            self._put(fact)
        self.facts += self.commitments.facts(sentence, found.named)
        asks = self.demands.wants(sentence, words)
        aims = named_targets(found.named)
        numbers = self.counting.numbers(sentence, found)
        counts = bool(numbers) or any(_is_operation(mention.data) for mention in found.named)
        if not (speaks or asks or aims or counts):
            self._light_topic(sentence, found)
            return
        items = self.counting.settle(self._items(sentence, found), numbers, passage.language)
        begins = number == 0 or self.document.sentences[number - 1].passage != sentence.passage
        chapeau = self.chapeau.get(passage.parent) if passage.parent is not None and begins else None
        line = Row(items, passage.language)
        if aims:
            self._add(sentence, contributions(line, self.finder.folded, self.demands.speaker(sentence.start)))
        if asks:
            whole = Row([*chapeau, *items], passage.language) if chapeau else line
            for fact in self.demands.told(sentence, whole, self._topics(sentence.passage)):
                self._put(fact)
        if not speaks:
            if counts:
                self._counts(sentence, line, numbers)
            self._light_topic(sentence, found)
            return
        context = Context(
            passage.language,
            under=self.under,
            meeting_of=self.finder.meeting_of,
            topics=self._topics(sentence.passage),
            previous=self._previous(sentence.passage),
            doings=self._doings(sentence.passage),
        )
        self._add_framed(sentence, line, context, self._whole(sentence, found, numbers))
        self._add(sentence, self._untold(sentence, authored(self.document, self.finder, sentence, found, line)))
        self._add(sentence, apposed_offices(line, self.finder))
        self._add(sentence, programmes(self.document, sentence, found, line, self._topics(sentence.passage)))
        self._add_said(sentence, self.attendance.facts(sentence, found, line, self._topics(sentence.passage)))
        self._add(sentence, beside(line))
        self._add(sentence, status_rows(line, self.under))
        self._add_laid_out(self.layout.facts(sentence, line))
        self._counts(sentence, line, numbers)
        if chapeau:
            joined = Row([*chapeau, *_named_whole(items, passage.language)], passage.language)
            self._add_framed(sentence, joined, context)
        self.chapeau[sentence.passage] = items if items and items[-1].kind == ":" else []
        self.named[1].extend(item.data for item in items if item.kind == "E" and item.end > item.start)
        self._about(sentence, line)

    def _untold(self, sentence: Sentence, made: Iterable[tuple[str, Roles]]) -> Iterator[tuple[str, Roles]]:
        """Of works with their authors those of which the sentence has not told who published them."""
        own = [fact for fact in self.facts[-40:] if fact.kind == "publications" and fact.start == sentence.start]
        told = [fact.roles["title"] for fact in own if "publisher" in fact.roles]
        yield from ((kind, roles) for kind, roles in made if roles["title"] not in told)

    def _counts(self, sentence: Sentence, line: Row, numbers: list[Quantity]) -> None:
        """The facts that numbers are part of."""
        parent = self.document.passages[sentence.passage].parent
        chapeau = self.chapeau.get(parent, []) if parent is not None else []
        reported = self.counting.reported(sentence, line, numbers, chapeau)
        self._add(sentence, self.counting.facts(line, reported, self._actor(sentence.passage)))
        self._add(sentence, self.counting.rows(sentence, line))
        if self.document.passages[sentence.passage].kind != "table":
            self.operations.read(sentence, line, reported, led_above(chapeau, self.under))

    def _actor(self, passage: int) -> Entity | None:
        """Whose doings the passage tells: the one organisation that its sentences are about, else its heading's."""
        about = {entity.id: entity for entity in self._topics(passage) if is_a(entity.type, "Organization")}
        if about:
            return next(iter(about.values())) if len(about) == 1 else None
        return self.under if self.under is not None and is_a(self.under.type, "Organization") else None

    def _head(self, sentence: Sentence, passage: Passage, found: Found) -> None:
        """A heading, or a line that is nothing but a name, says what the lines below it are about."""
        entities = [mention for mention in found.named if isinstance(mention.data, Entity)]
        text = self.document.text[sentence.start : sentence.end]
        if self.layout.speaks(sentence, passage.language):
            return  # "Lead agency: IOM" is about what stands above it
        length = len(text.rsplit(" (", 1)[0] if text.endswith(")") else text)  # "Protocol … (as at 31 December 2019)"
        whole = len(entities) == 1 and entities[0].end - entities[0].start >= 0.6 * length
        if passage.kind in ("heading", "title") or (
            whole and length < 200 and passage.kind in ("paragraph", "frontmatter")
        ):
            data = entities[0].data if len(entities) == 1 else None
            self.under = data if isinstance(data, Entity) else None

    def _speaks(self, sentence: Sentence, found: Found, language: str, words: frozenset[str]) -> bool:
        """Does the sentence hold a word that a frame asks for, a person, or open or continue a list?"""
        text = self.document.text[sentence.start : sentence.end]
        if (
            text.endswith(":")
            or self.document.passages[sentence.passage].kind == "table"
            or (self.under is not None and self.under.type == "Treaty")
            or not triggers(language).isdisjoint(words)
            or self.layout.speaks(sentence, language)
        ):
            return True
        if any(
            isinstance(mention.data, Entity)
            and mention.data.type in ("Person", "Meeting", "Programme", "Campaign", "Publication")
            for mention in found.named
        ):
            return True
        parent = self.document.passages[sentence.passage].parent
        return bool(parent is not None and self.chapeau.get(parent)) or self.attendance.speaks(sentence, language)

    def _light_topic(self, sentence: Sentence, found: Found) -> None:
        """Of a sentence that needs no reading, the mention that opens it is what it was about."""
        entities = [mention.data for mention in found.named if isinstance(mention.data, Entity)]
        if self.named[0] != sentence.passage:
            self.named = (sentence.passage, [])
        self.named[1].extend(entities)
        if self.topics[0] != sentence.passage:
            self.topics = (sentence.passage, [])
        first = next((mention for mention in found.named), None)
        if first is not None and isinstance(first.data, Entity) and first.start - sentence.start < 8:
            self.topics[1].append(first.data)

    def _items(self, sentence: Sentence, found: Found) -> list[Item]:
        """The row of the sentence: its pronouns resolved, its unsaid subject (in a resolution) put in front."""
        passage = self.document.passages[sentence.passage]
        start = (
            max(sentence.start, passage.body or sentence.start) if sentence.start == passage.start else sentence.start
        )
        named = [mention for mention in found.named if mention.start >= start]
        items = group(row(self.document.text, start, sentence.end, named, passage.language), passage.language)
        if (
            passage.kind in ("operative", "preambular", "item")
            and self.finder.organ is not None
            and items
            and items[0].kind in ("V", "A", "W")
        ):
            items = [*self._unsaid(items[0].start), *items]
        recited = self.finder.self_entity.type == "Declaration" and self.finder.organ is None
        if recited and items and items[0].kind == "V" and items[0].data.form == "gerund":
            items = [*self._unsaid(items[0].start), *items]
        if passage.kind in ("frontmatter", "title", "paragraph") and _adopted_here(items):
            items = [
                Item("E", items[0].start, items[0].start, "", self.finder.self_entity),
                *items[items[0].kind == "W" :],
            ]
        self._pronouns(items, sentence, passage.language)
        _own_country(items)
        if self.speaker is not None:
            _as_speaker(items, self.speaker)
        self._own_offices(items, sentence)
        return items

    def _unsaid(self, at: int) -> list[Item]:
        """In its own resolution the organ is the subject of every paragraph: "In this resolution, the Assembly"
        (Decides …).
        """
        organ = self.finder.organ
        own = Item("E", at, at, "", self.finder.self_entity)
        opening = [Item("P", at, at, "in", "in"), own, Item(",", at, at, ",")]
        return opening if organ is None else [*opening, Item("E", at, at, "", authority(organ))]

    def _own_offices(self, items: list[Item], sentence: Sentence) -> None:
        """ "its Executive Secretary", « sa directrice »: an office of the body that the passage speaks of."""
        for index, item in enumerate(items):
            if item.kind == "E" and item.data.type == "Office" and index and has(items[index - 1], "possessive"):
                bodies = [entity for entity in self._topics(sentence.passage) if is_a(entity.type, "Organization")]
                bodies += [
                    other.data for other in items[:index] if other.kind == "E" and is_a(other.data.type, "Organization")
                ][:1]
                if bodies:
                    self.finder.organisations.setdefault(item.data.id, bodies[-1])

    def _pronouns(self, items: list[Item], sentence: Sentence, language: str) -> None:
        """Give each pronoun the things it may stand for, the likeliest first; its role's type will choose."""
        for index, item in enumerate(items):
            if item.kind == "O" and item.word not in ("they", "ils", "elles"):
                found = [
                    entity
                    for entity in self._antecedents(items, index, sentence)
                    if self._agrees(entity, item.word, language)
                ]
                named = [other.data for other in items[:index] if other.kind == "E"]
                certain = self._certain(found, [*named, *self._previous(sentence.passage)])
                item.several = tuple({entity.id: entity for entity in certain}.values())

    def _certain(self, found: list[Entity], named: list[Entity]) -> list[Entity]:
        """``found`` without people whom no title tells "he" or "she" where the passage has ``named`` two of them."""
        genders = self.finder.register.genders
        untitled = {entity.id for entity in [*named, *found] if entity.type == "Person" and entity.id not in genders}
        return [entity for entity in found if len(untitled) < 2 or entity.id not in untitled]

    def _antecedents(self, items: list[Item], index: int, sentence: Sentence) -> Iterator[Entity]:
        """Subjects before it in the sentence, then what this passage was about; for « celle-ci » the nearest
        mention.
        """
        before = [items[k] for k in range(index) if items[k].kind == "E"]
        if items[index].word.startswith(("celui", "celle")) or " " in items[index].word:
            yield from (item.data for item in reversed(before))
            yield from reversed(self.named[1] if self.named[0] == sentence.passage else [])
            return
        yield from (item.data for k, item in enumerate(items[:index]) if item.kind == "E" and self._leads(items, k))
        if self.topics[0] == sentence.passage:
            topics = list(reversed(self.topics[1]))
            yield from (entity for entity in topics if entity.type != "State")
            yield from topics[:1]
        if index and items[index - 1].kind in ("V", "P"):  # an object: whatever was named last
            yield from (item.data for item in reversed(before))
            yield from reversed(self._previous(sentence.passage))
        if self.under is not None:
            yield self.under

    def _leads(self, items: list[Item], index: int) -> bool:
        k = index - 1
        while k >= 0 and items[k].kind in 'DA"':
            k -= 1
        return k < 0 or items[k].kind in (",", "C", "T", "R", "S", ";", ":")

    def _agrees(self, entity: Entity, word: str, language: str) -> bool:
        if is_a(entity.type, "ActorGroup") or is_a(entity.type, "Place"):
            return False
        if " " in word and not word.startswith(("ce dern", "cette dern")):
            return not is_a(entity.type, "Person")  # « cet instrument »
        if entity.type == "Person" and self.finder.register.genders.get(entity.id, _female(word)) != _female(word):
            return False
        if language == "en":
            return (entity.type == "Person") == (word in ("he", "she"))
        if entity.type == "Person":
            return True
        gender = feminine(entity.id)
        if gender is None:
            known = (name_feminine(label) for _, label in entity.labels)
            gender = next((value for value in known if value is not None), None)
        return gender is not None and gender == word.startswith(("elle", "celle", "cette"))

    def _topics(self, passage: int) -> list[Entity]:
        """What the sentences of this passage were about."""
        return self.topics[1] if self.topics[0] == passage else []

    def _doings(self, passage: int) -> list[Doing]:
        """What the passage told last, to be written on."""
        if self.doings[0] != passage:
            self.doings = (passage, [])
        return self.doings[1]

    def _previous(self, passage: int) -> list[Entity]:
        """What this passage has named so far, the last last; what it was about stands nearest."""
        if self.named[0] != passage:
            self.named = (passage, [])
        return [*self.named[1], *self._topics(passage)[-1:]]

    def _about(self, sentence: Sentence, line: Row) -> None:
        """Remember what the sentence was about: the subject of its first clause."""
        if self.topics[0] != sentence.passage:
            self.topics = (sentence.passage, [])
        for clause in line.clauses():
            if clause.verb.data.form == "finite" and clause.subject is not None and clause.subject.start < clause.index:
                item = clause.subject.members[0].item
                if item.kind == "E" and item.end > item.start:
                    self.topics[1].append(item.data)
                    self.about[sentence.passage] = item.data
                elif item.kind == "O":
                    self.topics[1].extend(item.several[:1])
                return

    def _note(self, number: int, found: Found) -> None:
        for mention in found.named:
            if isinstance(mention.data, Entity):
                for entity in mention.several or (mention.data,):
                    self.mentions.append(Mention(mention.start, mention.end, entity, number))
        self.mentions += [Mention(start, end, entity, number) for start, end, entity in found.nested]

    def _whole(self, sentence: Sentence, found: Found, numbers: Sequence[Quantity]) -> Row | None:
        """The sentence with the things in it that only a description names, where there are any."""
        language = self.document.passages[sentence.passage].language
        common = self.finder.common(sentence, found)
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

    def _add(
        self,
        sentence: Sentence,
        made: Iterable[tuple[str, dict[str, Entity | str | int | float]]],
        modality: Modality = "asserted",
    ) -> None:
        for kind, roles in made:
            if kind == "offices":
                office = roles.get("office")
                own = self.finder.organisations.get(office.id) if isinstance(office, Entity) else None
                owner = own or _owner(office) or roles.get("organisation") or self._listed_under(sentence)
                owner = owner or self._seated_in(office, sentence)
                roles = {**roles, "organisation": owner} if owner is not None else roles
            thing = roles.get("thing")
            if kind == "founded" and isinstance(thing, Entity) and thing.id in self.finder.organisations:
                roles = {
                    **roles,
                    "thing": self.finder.organisations[thing.id],
                }  # "Director of the Unit, set up in 2012"
            if kind == "meetings":
                meeting = roles.get("meeting")  # whose it is, rather than who hosted it
                body = self.finder.bodies.get(meeting.id) if isinstance(meeting, Entity) else None
                host = roles.get("body")
                body = body if host is None or (isinstance(host, Entity) and host.type == "State") else None
                roles = {**roles, "body": body} if body is not None else roles
                today = self.finder.today(self.document.passages[sentence.passage].language)
                if today is not None and _is_soon(str(roles.get("start", "")), today):
                    modality = "planned"  # "It meets next on 4 May"
            adopter = roles.get("body")
            if kind == "adoptions" and isinstance(adopter, Entity) and adopter.id in self.finder.bodies:
                roles = {
                    **roles,
                    "body": self.finder.bodies[adopter.id],
                }  # "adopted at the tenth session of the Council"
            if kind == "adoptions" and self._unnamed(roles.get("body")):
                roles = _adopting(roles)
            self._put(Fact(kind, roles, sentence.start, sentence.end, sentence.passage, modality))

    def _add_laid_out(self, made: Iterable[Stated]) -> None:
        """Add facts that the layout states, each with the lines that state it."""
        for sentence, kind, roles, modality in made:
            self._add(sentence, [(kind, roles)], modality)

    def _add_said(self, sentence: Sentence, made: Iterable[tuple[str, Roles, Modality]]) -> None:
        """Add facts that say whether they are asserted or planned."""
        for kind, roles, modality in made:
            self._put(Fact(kind, roles, sentence.start, sentence.end, sentence.passage, modality))

    def _listed_under(self, sentence: Sentence) -> Entity | None:
        """Of an item, the body that its chapeau is about: "The Board has five members:"."""
        parent = self.document.passages[sentence.passage].parent
        about = (
            self.about.get(parent)
            if parent is not None and self.document.passages[sentence.passage].kind == "item"
            else None
        )
        line = _LINE.match(self.document.text, sentence.start, sentence.end)
        about = about if about is not None else (self.under if line is not None else None)
        return about if about is not None and is_a(about.type, "Organization") else None

    def _seated_in(self, office: object, sentence: Sentence) -> Entity | None:
        """Whose an office is that does not say it: "Executive Director", "Vice-Chair" of the body that the passage, the
        document (the record of a meeting) or the heading speaks of.
        """
        if not isinstance(office, Entity) or not is_seat(office):
            return None
        about = [*self._topics(sentence.passage)[::-1], self.attendance.body(self.finder.bodies), self.under]
        return next((body for body in about if body is not None and is_a(body.type, "Organization")), None)

    def _unnamed(self, body: object) -> bool:
        """No body, or one that only a short name of this document names: "the Council"."""
        return not isinstance(body, Entity) or body.id.startswith(self.document.id + "/")

    def _put(self, fact: Fact) -> None:
        """Add a fact, once for each sentence; two on the same meeting, founding or adoption that agree are one."""
        if fact in self.facts[-20:]:
            return
        if fact.kind in _MERGED:
            same = self._of_same(fact)
            agreeing = [
                index
                for index in same
                if _agree(self.facts[index].roles, fact.roles) and _belong(self.facts[index], fact)
            ]
            for index in agreeing:
                self.facts[index] = replace(self.facts[index], roles={**self.facts[index].roles, **fact.roles})
            if agreeing:
                return
            if fact.kind == "meetings" and same:
                fact = _with_host(self.facts[same[0]], fact)
        self.facts.append(fact)

    def _was_held(self, roles: Mapping[str, Entity | str | int | float]) -> bool:
        """Is it told when or where? Of what has no name a year alone does not tell."""
        meeting, start = roles.get("meeting"), str(roles.get("start", ""))
        named = isinstance(meeting, Entity) and not meeting.id.startswith(f"{self.document.id}/")
        return "place" in roles or "end" in roles or len(start) > 4 or (bool(start) and (named or "body" in roles))

    def _of_same(self, fact: Fact) -> list[int]:
        """Where the facts stand that this sentence has told of the same thing."""
        found = []
        for index in range(len(self.facts) - 1, -1, -1):
            other = self.facts[index]
            if (other.start, other.end) != (fact.start, fact.end):
                break
            thing = _MERGED[fact.kind]
            same = (other.kind, other.modality) == (fact.kind, fact.modality)
            if same and other.roles.get(thing) == fact.roles.get(thing):
                found.append(index)
        return found


def _with_host(known: Fact, fact: Fact) -> Fact:
    """ "co-hosted by Belgium and Chad, took place in New York": time and place are those of each host's meeting."""
    shared = {role: value for role, value in known.roles.items() if role != "body"}
    hosts = "body" in known.roles and "body" in fact.roles
    return replace(fact, roles={**shared, **fact.roles}) if hosts and _agree(shared, fact.roles) else fact


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
    entity = Entity("organization/" + "-".join(name.lower().split()), "Organization", ((language, name),))
    return [Item("E", items[0].start, items[end - 1].end, name, entity), *items[end:]]


def _adopted_here(items: list[Item]) -> bool:
    """ "Resolution adopted by the General Assembly on …", « Adoptée par le Conseil de sécurité à sa … »: at the
    document's head.
    """
    first = items[0] if items else None
    if first is not None and first.kind == "W" and first.word in ("resolution", "résolution", "decision", "décision"):
        first = items[1] if len(items) > 1 else None
    said = any(item.kind == "V" and item.data.form == "finite" and not item.data.ambiguous for item in items[1:])
    return (
        first is not None
        and first.kind == "V"
        and not said  # « Adoptée le 20 décembre 2016, la résolution 2331 (2016) condamne … »
        and bool({"adopt", "adopter"} & set(first.data.lemmas))
        and (first.data.ambiguous or first.data.form == "participle")
    )


def _female(pronoun: str) -> bool:
    return pronoun.startswith(("she", "elle", "celle", "cette"))


_COUNTRY = frozenset({"country", "pays", "gouvernement", "government"})


def _own_country(items: list[Item]) -> None:
    """« Mme Dupont (Haïti) dit que son pays a ratifié … »: the State in the brackets behind the speaker's name."""
    for k in range(1, len(items)):
        if items[k].word in _COUNTRY and items[k].kind == "W" and has(items[k - 1], "possessive"):
            states = [
                items[j]
                for j in range(2, k)
                if items[j].kind == "E" and items[j].data.type == "State" and _speaks_for(items, j)
            ]
            if states:
                items[k].kind, items[k].data = "E", states[-1].data


def _as_speaker(items: list[Item], speaker: Entity) -> None:
    """ "We ratified", « notre pays a adhéré » in the statement of a State: that State."""
    for k, item in enumerate(items):
        ours = item.word in _COUNTRY and k and items[k - 1].word in ("my", "our", "mon", "notre")
        if item.kind == "W" and (ours or item.word in ("we", "nous")):
            item.kind, item.data = "E", speaker


def _speaks_for(items: list[Item], index: int) -> bool:
    """ "Ms. Diop (Senegal)", "the representative of Senegal": the State at ``index`` is the speaker's."""
    if items[index - 1].kind == "(":
        return True
    of = index - 1 if items[index - 1].kind != "D" else index - 2
    return of > 0 and items[of].kind == "P" and items[of].data == "of" and items[of - 1].word in _SPEAKERS


_SPEAKERS = frozenset(
    {"representative", "delegate", "observer", "représentant", "représentante", "délégué", "déléguée"}
)
_MERGED = {
    "offices": "person",
    "meetings": "meeting",
    "founded": "thing",
    "adoptions": "instrument",
    "publications": "title",
    "programmes": "programme",
}


def _is_soon(day: str, today: str) -> bool:
    """Does the day follow ``today`` within half a year? One farther off tells that "today" is no date of the text."""
    if len(day) != 10:
        return False
    distance = date.fromisoformat(day) - date.fromisoformat(today)
    return timedelta(0) < distance < timedelta(days=180)


def _belong(one: Fact, other: Fact) -> bool:
    """Of a programme, who leads it and when it began belong together; partners and countries have rows of their own."""
    if one.kind != "programmes":
        return True
    return all({"partner", "country"}.isdisjoint(fact.roles) for fact in (one, other))


def _agree(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    return all(other.get(role, value) == value for role, value in one.items())


def _adopting(roles: dict[str, Entity | str | int | float]) -> dict[str, Entity | str | int | float]:
    """A resolution is adopted by the organ whose symbol it bears."""
    from extract.mentions.symbols import parse

    instrument = roles.get("instrument")
    cited_ = (
        parse(instrument.id)
        if isinstance(instrument, Entity) and instrument.type in ("Resolution", "Decision")
        else None
    )
    if cited_ is None or cited_.organ is None:
        return roles
    return {**roles, "body": authority(cited_.organ)}


def _owner(office: object) -> Entity | None:
    record = records().get(office.id) if isinstance(office, Entity) else None
    return authority(record.organisation) if record is not None and record.organisation is not None else None


def _named(entity: Entity, labels: dict[str, list[tuple[str, str]]]) -> Entity:
    return Entity(entity.id, entity.type, tuple(labels[entity.id])) if entity.id in labels else entity


def _labelled(fact: Fact, labels: dict[str, list[tuple[str, str]]]) -> Fact:
    return replace(
        fact,
        roles={
            role: _named(value, labels) if isinstance(value, Entity) else value for role, value in fact.roles.items()
        },
    )
