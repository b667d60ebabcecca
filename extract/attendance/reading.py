"""Who was there, where the sentence does not say where: the document does. Lists under "Participants", "Statements were
made by the representatives of …", « Étaient également présents … »."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extract.attendance import floor
from extract.attendance.among_them import accompanying, among_them, among_those
from extract.attendance.named import PARTICIPANTS, Said, frame, participants, took_part
from extract.attendance.replies import Replies
from extract.attendance.there import PRESENT, closes, some
from extract.attendance.words import gate, heading, line, patterns, titled
from extract.document import Document, Passage, Sentence
from extract.facts import Entity, Modality
from extract.framing.attitude import asserted
from extract.framing.observers import observing
from extract.meetings import declared
from extract.mentions.entities import Register
from extract.mentions.finder import Found
from extract.relations import Roles
from extract.syntax.clauses import Clause
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import data, verb_set
from ontology.types import is_a, is_any

_OF_MEETINGS = ("statement", "declaration", "meeting-record")  # types of documents
_SHORT = 160  # characters of a line in a list


class Attendance:
    """Reads one document, sentence by sentence; events that it only speaks of in passing go to ``register``."""

    def __init__(self, document: Document, register: Register) -> None:
        self.document = document
        self.register = register
        self.replies = Replies(document, register)
        self._types = {part.type.value for part in document.parts[:1] if part.type is not None}
        self.meeting: Entity | None = None  # that the document reports on: named in its title or head
        self._opening: Entity | None = None  # with which a press release opens
        self._listing: bool = False  # under a heading such as "Participants"

    def note(self, passage: Passage, found: Found) -> None:
        """Take note of headings, and of the meeting that the document is about."""
        meetings = {
            mention.data.id: mention.data
            for mention in found.named
            if isinstance(mention.data, Entity) and is_a(mention.data.type, "Meeting")
        }
        heads = passage.kind in ("title", "frontmatter") or (passage.kind == "heading" and not self._is_talk(passage))
        if len(meetings) == 1 and self._leads(passage):
            self._opening = next(iter(meetings.values()))
        if heads and len(meetings) == 1:
            own = next(iter(meetings.values()))
            within = self.meeting is not None and "/session/" in self.meeting.id and "/session/" not in own.id
            self.meeting = own if within and passage.kind != "heading" else self.meeting or own
        text = self.document.text[passage.start : passage.end]
        heads = len(text) < _SHORT and heading(passage.language, "headings").fullmatch(fold(text)) is not None
        if len(meetings) == 1 and len(text) < _SHORT and titled(passage.language).match(fold(text)) is not None:
            heads, self.meeting = True, next(iter(meetings.values()))  # "Attendance – Third Round Table on Ports, Lomé"
        ends = passage.kind in ("heading", "title") or len(text) >= _SHORT or text.endswith(".")
        ends = ends or heading(passage.language, "absent").fullmatch(fold(text)) is not None
        if self._listing and ends and len(text) < _SHORT:  # of those of one sort, or a name that looks like a heading
            ends = heading(passage.language, "groups").fullmatch(fold(text)) is None and not _is_name(text, found)
        self._listing = heads or (self._listing and not ends)

    def _is_talk(self, passage: Passage) -> bool:
        """ "Exchange of views", « Débat général »: a heading that names what was done at the meeting."""
        words = fold(self.document.text[passage.words : passage.end]).split()
        return not set(words[:2]).isdisjoint(data("gatherings")[passage.language]["talks"])

    def _leads(self, passage: Passage) -> bool:
        """Does the passage open a press release: "The Working Group closed its fifteenth session this afternoon"?"""
        first = next((one for one in self.document.passages if one.kind == "paragraph"), None)
        return "press-release" in self._types and passage is first

    def reported(self) -> Entity | None:
        """The meeting whose communiqué, declaration or record the document is."""
        return self.meeting if not self._types.isdisjoint(_OF_MEETINGS) else None

    def body(self, bodies: Mapping[str, Entity]) -> Entity | None:
        """The body whose meeting the document reports on; ``bodies``: whose meeting a meeting is."""
        meeting = self.meeting or self._opening
        return bodies.get(meeting.id) if meeting is not None else None

    def speaks(self, sentence: Sentence, language: str) -> bool:
        """Does the sentence hold a word of replying or of being there?"""
        folded = fold(self.document.text[sentence.start : sentence.end])
        return self._listing or gate(language).search(folded) is not None or floor.lists(folded, language)

    def facts(
        self, sentence: Sentence, found: Found, row: Row, topics: Sequence[Entity], *, money: bool = False
    ) -> Said:
        """The participants that ``sentence`` lists; ``topics`` is what its passage speaks of, the last last; of
        ``money`` received no reply is meant.
        """
        for kind, roles, modality in self._told(sentence, found, row, topics, money=money):
            event = roles.get("event")
            own = self.register.bodies.get(event.id) if isinstance(event, Entity) else None
            if own is None or roles.get("participant") != own:  # "This Council spoke clearly in resolution 2331"
                yield kind, roles, modality

    def _told(self, sentence: Sentence, found: Found, row: Row, topics: Sequence[Entity], *, money: bool) -> Said:
        text = self.document.text[sentence.start : sentence.end]
        words = patterns(row.language)
        folded = fold(text)
        self.replies.note(text, folded, row.language)
        for clause in row.clauses():
            yield from self._included(row, clause, topics)
        asked = self.replies.told(text, folded, row.language) if not money else None
        if asked is not None:
            yield from self.replies.facts(row, asked)
        elif line(row.language).match(folded):
            yield from self._listed(text, row)
        elif (here := self.meeting or self._opening) is not None and floor.lists(folded, row.language):
            for one in dict.fromkeys(floor.speakers(self.document.text, row)):
                yield "participants", {"event": here, "participant": one}, "asserted"
        elif words["present"].search(folded) or words["those"].search(folded):
            yield from self._present(row, words, topics)
        elif words["statements"].search(folded) or words["spoke"].search(folded):
            yield from self._spoke(row, words)
        elif (we := words["us"].match(folded)) is not None and self.meeting is not None:
            yield from self._we(row, self.meeting, sentence.start + we.start("we"))
            yield from (("meetings", roles, "asserted") for roles in declared(row, self.meeting))
        elif self._listing:
            yield from self._listed(text, row)

    def below(self, row: Row, topics: Sequence[Entity]) -> Said:
        """Those in an item of a list that a sentence opens: "The following ministers were present:"."""
        words = patterns(row.language)
        lead = next((k for k, item in enumerate(row.items) if item.kind == ":"), 0)
        if words["present"].search(fold(self._said(row, 0, lead))):
            yield from self._present(row, words, topics)

    def _included(self, row: Row, clause: Clause, topics: Sequence[Entity]) -> Said:
        """ "Participants included A, B and C": in the meeting that the passage speaks of."""
        subject, listed = clause.subject, clause.object
        if not verb_set("originating").isdisjoint(clause.verb.data.lemmas):  # "Participants came from A, B and C"
            listed = next(iter(clause.slots.get("from", clause.slots.get("of", ()))), None)
        elif verb_set("listing").isdisjoint(clause.verb.data.lemmas):
            return
        if subject is None or listed is None:
            return
        those = subject.members[0].item
        event = next((entity for entity in reversed(topics) if is_a(entity.type, "Meeting")), self.meeting)
        told = those.kind == "Q" and those.data in ("participant", "participante") and asserted(row, clause, frame())
        if told and event is not None:
            for phrase in (listed, clause.second, *clause.slots.get("of", ())):
                yield from took_part(event, phrase) if phrase is not None else ()

    def _present(self, row: Row, words: dict[str, re.Pattern[str]], topics: Sequence[Entity]) -> Said:
        """ "The following States were represented: …", of a meeting; "Also present at the seminar were …"."""
        event = self._event_of(row, topics)
        if event is None:
            return
        for those in (*among_them(row), *among_those(row, words["those"])):
            yield from took_part(event, those)
        for clause in row.clauses():
            listed = self._there(row, clause, words, event) or accompanying(self.document.text, row, clause, words)
            if listed is not None and participants(listed) and asserted(row, clause, frame()):
                yield from took_part(event, listed)

    def _event_of(self, row: Row, topics: Sequence[Entity]) -> Entity | None:
        """The one meeting that the sentence names; where it names no event, the one that the passage or document is
        about.
        """
        events = {item.data.id: item.data for item in row.items if item.kind == "E" and is_a(item.data.type, "Event")}
        if events:
            event = next(iter(events.values())) if len(events) == 1 else None
        else:
            event = next((entity for entity in reversed(topics) if is_a(entity.type, "Meeting")), self.meeting)
        return event if event is not None and is_a(event.type, "Meeting") else None

    def _there(self, row: Row, clause: Clause, words: dict[str, re.Pattern[str]], event: Entity) -> Phrase | None:
        """Who the clause says was there, if it does."""
        verb, subject = clause.verb, clause.subject
        elsewhere = {"in", "at", "to"} & set(clause.slots) or "y" in verb.data.clitics
        observes = observing(row, clause) and not elsewhere  # "took part as observers"
        close = closes(row, clause)
        if words["present"].search(fold(verb.word)):
            ours = words["ours"].match(fold(self.document.text[verb.end : verb.end + 40])) is not None
            sent = verb.data.passive and not verb_set("representing").isdisjoint(verb.data.lemmas) and close
            generic = subject is not None and (subject.generic or verb.word in PRESENT or ours or sent)
            listed = next((phrase for phrase in clause.slots.get("by", ()) if phrase.generic and not phrase.sent), None)
            return clause.colon or listed or some(row, clause) or (subject if generic or observes else None)
        lists = set(verb.data.lemmas) & (verb_set("listing") | verb_set("figuring"))
        if not (verb.data.link or lists) or verb.data.passive:
            return None
        before = self._before(row, clause)
        if words["present"].search(before) or words["those"].search(before):
            own = subject is not None and subject.start > clause.index
            return clause.colon or clause.object or (subject if own else None)
        after = self._after(row, clause, event)
        if after is not None and words["present"].search(fold(self._said(row, clause.index, after))):
            inverted = row.phrase(after + 1, open_list=True) if row.kind(row.skip(after + 1)) == "E" else None
            led = subject if subject is not None and subject.start < clause.index else None
            return clause.colon or inverted or led or clause.object
        near = next((item.word for item in row.items[clause.index + 1 :] if item.kind != "A"), "")
        if verb.data.link and near in PRESENT and (subject is None or subject.start > clause.index):
            return clause.colon or clause.object  # « Étaient également présents l'UNICEF et l'OIM »
        there = subject is not None and (subject.generic or (near in PRESENT and (observes or close)))
        return clause.colon or (subject if verb.data.link and there else None)

    def _after(self, row: Row, clause: Clause, event: Entity) -> int | None:
        """Where ``event`` stands behind the verb, with no other verb between."""
        for k in range(clause.index + 1, len(row.items)):
            if row.kind(k) in ("V", ";", "R", "S"):
                return None
            if row.kind(k) == "E" and row.items[k].data.id == event.id:
                return k
        return None

    def _said(self, row: Row, first: int, last: int) -> str:
        return self.document.text[row.items[first].start : row.items[last].start]

    def _before(self, row: Row, clause: Clause) -> str:
        low = next((k for k in range(clause.index - 1, -1, -1) if row.kind(k) in ("V", ";", "R", "S")), 0)
        return fold(self._said(row, low, clause.index))

    def _spoke(self, row: Row, words: dict[str, re.Pattern[str]]) -> Said:
        """ "Statements were made by the representatives of Chile and Japan": at the meeting named, or reported on."""
        event = self._event_of(row, ())
        for clause in row.clauses() if event is not None else ():
            said = fold(self._said(row, 0, clause.index) + clause.verb.word)
            those: Phrase | None = None
            if words["stating"].search(fold(clause.verb.word)) and words["statements"].search(said):
                those = next((phrase for phrase in clause.slots.get("by", ()) if participants(phrase)), clause.colon)
            elif words["spoke"].search(fold(clause.verb.word)):
                those = clause.colon or clause.subject
                told = any(item.kind == "E" and item.data == event for item in row.items)
                if not told and those is not None and len(those.members) == 1 and _speaks_alone(those):
                    continue  # "Ms. Seid, Coordinator of Kuri Watch, spoke by video link": what the record tells of her
            if event is not None and those is not None and asserted(row, clause, frame()):
                yield from took_part(event, those)

    def _we(self, row: Row, meeting: Entity, start: int) -> Said:
        """ "We, the ministers of Fiji, Samoa and Tonga, meeting in Apia, …", "Meeting in Apia, we, …": those that the
        declaration speaks for; "we" stands at ``start``.
        """
        for index, item in enumerate(row.items):
            if item.start < start:
                continue
            if item.kind == "V" and item.data.form != "finite" and row.kind(index - 1) == ",":
                return
            if item.kind == "E" and item.data.type == "State":
                phrase = row.phrase(index, open_list=True)
                if phrase is not None and len(phrase.members) > 1:
                    yield from took_part(meeting, phrase)
                elif phrase is None:  # "the ministers of Fiji and Samoa responsible for labour"
                    end = next(k for k in range(index, len(row.items) + 1) if row.kind(k) not in ("E", ",", "C", "D"))
                    named = [one.data for one in row.items[index:end] if one.kind == "E" and one.data.type == "State"]
                    yield from (("participants", {"event": meeting, "participant": one}, "asserted") for one in named)
                return

    def _listed(self, text: str, row: Row) -> Said:
        """A line that begins with a name, under such a heading; or "Participants: A, B, C"."""
        colon = next((k for k, item in enumerate(row.items[:8]) if item.kind == ":"), None)
        labelled = colon is not None and line(row.language).match(fold(text))
        listed = colon if labelled and colon is not None else 0  # « Étaient représentés : »: that verb is the label's
        if self.meeting is None or any(row.kind(k) == "V" and row.finite(k) for k in range(listed, len(row.items))):
            return
        first = row.skip(colon + 1) if labelled and colon is not None else row.skip(0)
        if not labelled and (len(text) > _SHORT or text.endswith(".") or not self._listing):
            return
        phrase = row.phrase(first, open_list=True)
        named: list[tuple[str, Roles, Modality]] = []
        while phrase is not None and (labelled or row.kind(first) == "E"):
            named += took_part(self.meeting, phrase)
            end = phrase.end + 2 * (row.kind(phrase.end) == "," and row.kind(phrase.end + 1) == "Q")  # "…, Chair; …"
            first = row.skip(end + (row.kind(end) == ";"))  # "Fiji; Ms. Anna Berg, Director", "IOM UNICEF"
            phrase = row.phrase(first, open_list=True) if first > phrase.start else None
            labelled = False
        held = any(_type(roles) == "Person" for _, roles, _ in named)  # "Ms. Anna Berg ; Minister of Justice ; Togo"
        yield from (fact for fact in named if not held or _type(fact[1]) != "Office")


def _type(roles: Roles) -> str:
    """The type of who took part."""
    participant = roles["participant"]
    return participant.type if isinstance(participant, Entity) else ""


def _is_name(text: str, found: Found) -> bool:
    """Is the line nothing but the name of one who may take part?"""
    return any(
        isinstance(one.data, Entity)
        and is_any(one.data.type, PARTICIPANTS)
        and one.end - one.start >= len(text.rstrip())
        for one in found.named
    )


def _speaks_alone(phrase: Phrase) -> bool:
    return all(is_any(one.type, ("Person", "Office")) for one in phrase.entities)
