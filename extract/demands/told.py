"""What a sentence says that somebody asked: "In resolution 2388 (2017), the Council called upon Member States to …"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extract.demands import fulfilled, inline, issuers, reach, speakers, tail
from extract.demands.addressees import addressees
from extract.demands.demand import Demand
from extract.demands.gapped import gapped
from extract.demands.renewed import noun_act, owned
from extract.demands.words import acts, openers, word_list, word_set
from extract.facts import Entity
from extract.framing.attitude import conditional, doubted, performed
from extract.framing.governing import demanded_clause
from extract.syntax.clauses import Clause
from extract.syntax.phrases import Member, Phrase
from extract.syntax.rows import Row
from ontology.fold import strip_accents
from ontology.types import is_a, is_any


@dataclass(slots=True)
class Memory:
    """What the sentences before say: for « elle », « les », "further" of the same paragraph."""

    passage: int = -1
    organ: str = ""
    issuers: list[Entity] = field(default_factory=list)
    addressees: tuple[Entity, ...] = ()
    written: list[Entity] = field(default_factory=list)  # the resolution spoken of last, anywhere
    topics: tuple[Entity, ...] = ()  # what the sentences of the paragraph were about
    voices: tuple[speakers.Voice, ...] = ()  # whom they let speak
    last: list[Entity] = field(default_factory=list)  # who asked last, in the paragraphs right before
    follows: bool = False  # they end right before this one
    quoted: bool = False  # within quotation marks that they opened


class Telling:
    """Reads the demands that a row tells of. ``speaker`` is who "I" and "we" are, if anyone, ``author`` who speaks in
    "it is recommended that"; where the author ``advises``, under "Recommendations", in "it was recommended that" too.
    """

    def __init__(
        self, row: Row, text: str, memory: Memory, speaker: Entity | None, author: Entity | None, advises: bool
    ) -> None:
        self.row = row
        self.text = text
        self.memory = memory
        self.speaker = speaker
        self.author = author
        self.advises = advises
        self.earlier: list[Demand] = []

    def demands(self, since: int = 0) -> Iterator[Demand]:
        """The demands of the row whose verb stands at offset ``since`` or behind it, in their order."""
        if self.row.kind(len(self.row.items) - 1) == "?":
            return
        known = acts(self.row.language)
        for index, item in enumerate(self.row.items):
            if item.kind != "V" or item.start < since:
                continue
            act = next((known[lemma] for lemma in item.data.lemmas if lemma in known), None)
            said = (act, None) if act is not None else noun_act(self.row, index)
            demand = self._demand(index, *said) if said is not None else None
            since = demand.pieces[-1][1] if demand is not None and demand.pieces else since
            for one in [] if demand is None else self._with_gapped(demand):
                self.earlier.append(one)
                yield one
        yield from fulfilled.demands(self.row, self.text, since)
        yield from owned(self.row, self.text, since) if not self.earlier else ()

    def _with_gapped(self, demand: Demand) -> Iterator[Demand]:
        """« a prié le Secrétaire général de … et l'ONUDC de … »: a demand for each of them."""
        row = self.row
        also = list(gapped(row.items, demand.first, demand.end, demand.mark, row.language, self.text))
        ends = [*(index for index, _ in also), demand.end]
        yield replace(demand, end=ends[0])
        for (_, found), end in zip(also, ends[1:], strict=True):
            yield replace(demand, addressees=found.addressees, start=found.start, first=found.index, end=end)

    def _demand(self, index: int, act: str, noun: int | None) -> Demand | None:
        """The demand of the verb at ``index``; ``noun`` is the index behind the noun that says what is asked."""
        row = self.row
        clause = row.clause(index)
        verb = clause.verb.data
        if verb.reflexive or verb.unreal or verb.negated or not self._said(clause):
            return None
        behind = noun if noun is not None else self._behind(clause)
        found = tail.find(row.items, behind, row.language, self.text, act) or self._thing(clause)
        if found is None and act == "mandates" and row.language == "en":
            found = tail.charged(row.items, self._behind(clause), row.language, self.text)
        if found is None or (act == "decides" and verb.passive):
            return None
        people = self._addressees(clause, found)
        asking = self._issuers(clause, found)
        ruling = any(is_any(one.type, issuers.RULING) for one in asking)
        if not asking or (not ruling and (act == "decides" or found.mark == tail.THING)):
            return None
        people = tuple(one for one in people if one not in asking)
        if not people and found.mark not in ("", tail.THING) and act != "decides":
            return None
        stronger = openers(row.language).stronger
        adverbs = {row.items[k].word for k in range(index + 1, min(index + 4, len(row.items)))} | {*self._inside(index)}
        if act == "requests" and not adverbs.isdisjoint(stronger):
            act = "urges"
        last = row.items[-1].end
        pieces = inline.pieces(self.text, clause.verb.end, found.start, last, row.language)
        end = len(row.items) if pieces else reach.end(row, clause, found.index, self.text)
        shared = bool(self._shared(clause))
        return Demand(act, asking, people, found.start, found.index, end, found.mark, index, shared, pieces)

    def _thing(self, clause: Clause) -> tail.Tail | None:
        """What is asked for where it is no action: "encouraged the exchange of information", "called for an end to"."""
        items, verb = self.row.items, clause.verb.data
        if verb.passive or set(verb.lemmas).isdisjoint(word_list(self.row.language, "things")):
            return None
        k = clause.index + 1
        if "call" in verb.lemmas:
            if self.row.kind(k) != "P" or items[k].word != "for":
                return None
            k += 1
        gerund = self.row.kind(k) == "V" and items[k].data.form == "gerund"  # "recommends integrating"
        if self.row.kind(k) not in ("D", "W", "N") and not gerund or self.row.kind(self.row.skip(k)) == "E":
            return None
        return tail.Tail((), k, items[k].start, tail.THING)

    def _behind(self, clause: Clause) -> int:
        """Where the addressees may begin: behind the verb, or behind "by the Council" of a passive."""
        k = clause.index + 1
        if clause.verb.data.passive and clause.verb.data.form == "finite":
            for phrase in clause.slots.get("by", ()):
                k = max(k, phrase.end)
        return k

    # -- is it said? ---------------------------------------------------------------------------------------------------

    def _said(self, clause: Clause) -> bool:
        row, verb, index = self.row, clause.verb.data, clause.index
        if conditional(row, index) or doubted(row, clause):
            return False
        if verb.form == "infinitive":  # "continues to urge"
            return performed(row, index)
        if verb.form == "gerund":
            return row.kind(index - 1) in ("E", ",", ")") and bool(issuers.named_before(row, self._bare(index)))
        if verb.form == "participle":
            return reach.joined(row, index)
        if verb.ambiguous and row.kind(index + 1) == "P" and row.items[index + 1].data == "by":
            return False
        main = verb.form == "finite" and (row.language == "en" or reach.compound(row, index, self.text))
        if main and (self._shared(clause) or reach.other_asks(row, index, 0) is not None):
            return True  # "recommends that the Council hold a debate, and calls upon donors to …"
        return not demanded_clause(row, index)

    def _bare(self, index: int) -> int:
        return index - 1 if self.row.kind(index - 1) == "," else index

    # -- who, whom -----------------------------------------------------------------------------------------------------

    def _addressees(self, clause: Clause, found: tail.Tail) -> tuple[Entity, ...]:
        verb = clause.verb.data
        if verb.passive and verb.form == "finite" and not self._impersonal(clause):
            subject = clause.subject or self._last_before(clause.index)
            if found.mark == "":
                return found.addressees
            if subject is None:
                return found.addressees or self._opening(clause.index)
            after = range(subject.end, clause.index)  # « Les établissements financiers sont invités à »
            end = clause.index if all(self.row.kind(k) in "WAJ" for k in after) else subject.end
            said = addressees(self.row.items, subject.start, end, self.row.language, self.text)
            named = tuple(one for one in subject.members[0].item.several[:1] if is_a(one.type, "Actor"))
            return tuple(said) or named or tuple(self._author(subject))
        if found.addressees:
            return found.addressees
        if self.speaker is not None and (verb.clitics & {"m", "me"} or self._said_them(clause.index, ("me",))):
            return (self.speaker,)
        if "to" in clause.opening:  # « Aux entreprises, elle recommande de »
            return tuple(one for phrase in clause.opening["to"] for one in self._actors_in(phrase))
        single = bool(verb.clitics & {"l", "lui", "le", "la"})
        if not (single or verb.clitics & {"les", "leur"} or found.them or self._said_them(clause.index)):
            return ()
        if self.earlier and self.earlier[-1].addressees:
            return self.earlier[-1].addressees
        human = single or self._said_them(clause.index, ("him", "her"))
        person = self._person_before(clause.index) if human else ()
        if self.memory.quoted or speakers.is_quoted(self.row, clause.index):
            return person  # of whom a quotation speaks, the sentences around it do not say
        return (
            person
            or self._object_before(clause)
            or self.memory.addressees
            or (self.memory.topics[-1:] if single else ())
        )

    def _actors_in(self, phrase: Phrase) -> Iterator[Entity]:
        return addressees(self.row.items, phrase.start, phrase.end, self.row.language, self.text)

    def _object_before(self, clause: Clause) -> tuple[Entity, ...]:
        """ "reminded Chad of its duties and urged it to": whom the verb that "and" joins it to is about."""
        before = next((k for k in range(clause.index - 1, -1, -1) if reach.is_finite(self.row, k)), None)
        joined = self.row.kind(clause.index - 1) in ("C", "A", "O") or bool(clause.verb.data.clitics)
        if before is None or not joined:
            return ()
        object_ = self.row.clause(before).object
        members = object_.members if object_ is not None else []
        return tuple(one for member in members for one in member.entities if is_a(one.type, "Actor"))

    def _last_before(self, index: int) -> Phrase | None:
        """« Ce financement n'ayant pas été renouvelé, les États sont encouragés à »: the phrase up to the verb."""
        comma = next((k for k in range(index - 1, -1, -1) if self.row.kind(k) == ","), -1)
        phrase = self.row.phrase(comma + 1, before_verb=True)
        between = range(phrase.end, index) if phrase is not None else range(index)
        return phrase if len(between) <= 3 and all(self.row.kind(k) in ("W", "A") for k in between) else None

    def _opening(self, index: int) -> tuple[Entity, ...]:
        """ "States that have not yet ratified it are invited to": those whom a relative clause describes."""
        relative = next((k for k in range(index) if self.row.kind(k) == "R" or self.row.items[k].word == "that"), None)
        if relative is None or not any(reach.is_finite(self.row, k) for k in range(relative, index)):
            return ()
        return tuple(addressees(self.row.items, 0, relative, self.row.language, self.text))

    def _person_before(self, index: int) -> tuple[Entity, ...]:
        """ "renewed the mandate of the Special Rapporteur and asked her to"."""
        named = (item.data for item in reversed(self.row.items[:index]) if item.kind == "E")
        return tuple(entity for entity in named if is_any(entity.type, ("Person", "Office")))[:1]

    def _said_them(self, index: int, words: tuple[str, ...] = ("them", "it", "him", "her")) -> bool:
        return any(self.row.items[k].word in words for k in range(index + 1, min(index + 3, len(self.row.items))))

    def _impersonal(self, clause: Clause) -> bool:
        """ "it is recommended that", « il a été demandé au Secrétaire général de »."""
        k = clause.index - 1
        while self.row.kind(k) in ("A", "X"):
            k -= 1
        return k >= 0 and self.row.items[k].word in ("it", "il")

    def _issuers(self, clause: Clause, found: tail.Tail) -> list[Entity]:
        row, verb = self.row, clause.verb.data
        if verb.form == "gerund":
            return issuers.named_before(row, self._bare(clause.index))
        written = issuers.instruments(row, clause, found.index)
        if verb.passive and verb.form == "finite" and (self._impersonal(clause) or "by" not in clause.slots):
            same = self.memory.written if self._same_resolution() else []
            return written or same or self._impersonal_author(clause)
        if verb.form == "participle":  # « a créé le fonds, chargé l'ONUDC de »
            finite = [k for k in range(clause.index) if row.kind(k) == "V" and row.items[k].data.form == "finite"]
            first = next((k for k in reversed(finite) if reach.compound(row, k, self.text)), finite[-1])
            return issuers.instruments(row, row.clause(first), first) or issuers.actors(row, row.clause(first))
        shared = self._shared(clause)
        if shared:
            return shared
        asking = issuers.actors(row, clause)
        if asking and any(issuers.is_written(one) for one in asking):
            return asking
        if not asking:
            spoken = speakers.stands_for(row, clause.subject, clause.index, self.memory.voices)
            envoy = speakers.envoy(row, clause.index)
            return self._first_person(clause) or envoy or spoken or self._she(clause.subject)
        if written and not any(is_any(one.type, ("Person", "Office")) for one in asking):
            return written
        return self._carried(clause, asking)

    def _shared(self, clause: Clause) -> list[Entity]:
        """« a demandé aux États de …, les a invités à … et les a appelés à … »: the first verb has the subject."""
        before = clause.index - 1
        while self.row.kind(before) in ("A",) or (
            before >= 0 and self.row.items[before].word in ("les", "leur", "l", "lui")
        ):
            before -= 1
        joined = self.row.kind(before) in (",", "C")
        return self.earlier[-1].issuers if joined and self.earlier and clause.verb.data.form != "gerund" else []

    def _first_person(self, clause: Clause) -> list[Entity]:
        """ "I thank them and urge all Governments to …"."""
        if clause.verb.data.passive:
            return []
        speaking = word_set(self.row.language, "speaker")
        for k in range(clause.index - 1, -1, -1):
            item = self.row.items[k]
            if item.kind in (";", ":", '"'):
                return []
            if item.word in speaking and item.kind in ("W", "O", "D"):
                return self._quoted(clause) or ([self.speaker] if self.speaker is not None else [])
            if item.kind == "E" and self.row.kind(k + 1) == "V":
                return []
        return []

    def _quoted(self, clause: Clause) -> list[Entity]:
        """Whose words they are, within quotation marks that this sentence opens or one before it."""
        if not (self.memory.quoted or speakers.is_quoted(self.row, clause.index)):
            return []
        last = [voice.entity for voice in self.memory.voices if voice.human][-1:]
        return speakers.quoted(self.row, clause.index) or last

    def _she(self, subject: Phrase | None) -> list[Entity]:
        """ "She also recommends", with nobody named before in the paragraph: who wrote the report."""
        if subject is None or subject.members[0].item.kind != "O" or subject.members[0].item.several:
            return []
        if self.memory.last and (self._further(subject.start) or (self.memory.follows and subject.start == 0)):
            return self.memory.last
        if self.memory.passage >= 0 and any(is_a(one.type, "Meeting") for one in self.memory.issuers):
            return self.memory.issuers  # "The meeting encouraged … It invited …"
        return self._author(subject)

    def _author(self, subject: Phrase) -> list[Entity]:
        """Who wrote the report, where the pronoun may stand for them."""
        if self.author is None or subject.members[0].item.kind != "O" or subject.members[0].item.several:
            return []
        human = self.author.type in ("Person", "Office")
        word = subject.members[0].item.word
        return [self.author] if word in (("he", "she") if human else ("it", "il", "elle")) else []

    def _impersonal_author(self, clause: Clause) -> list[Entity]:
        """ "It is recommended that", "Member States are encouraged to": who speaks, or wrote the document, asks."""
        present = self._inside(clause.index)[0] in word_set(self.row.language, "present")
        said = present or (self.advises and self._impersonal(clause))
        return [self.author] if self.author is not None and said else []

    def _carried(self, clause: Clause, asking: list[Entity]) -> list[Entity]:
        """« Elle a aussi demandé »: in the resolution of the sentence before."""
        memory = self.memory
        if memory.written and self._same_resolution():
            return memory.written
        if memory.organ == "" or [one.id for one in asking] != [memory.organ]:
            return asking
        subject = clause.subject
        pronoun = subject is not None and subject.members[0].item.kind == "O"
        return memory.issuers if pronoun or self._further(clause.index) else asking

    def _further(self, index: int) -> bool:
        """ "also", « en outre » beside or within the verb at ``index``."""
        near = (item.word for item in self.row.items[max(0, index - 3) : index + 3])
        further = word_set(self.row.language, "further")
        return any(strip_accents(word) in further for word in (*near, *self._inside(index)))

    def _same_resolution(self) -> bool:
        """ "in the same resolution", « dans la même résolution »."""
        words = [item.word for item in self.row.items]
        return any(pair in (("same", "resolution"), ("même", "résolution")) for pair in itertools.pairwise(words))

    def _inside(self, index: int) -> list[str]:
        """The words of the verb group: « a également demandé »."""
        item = self.row.items[index]
        return self.text[item.start : item.end].lower().split()


def organ_of(member: Member | None) -> str:
    """The id of the body that a member of a subject names, or stands for."""
    if member is None:
        return ""
    entities = member.entities if member.item.kind == "E" else member.item.several[:1]
    return entities[0].id if entities else ""
