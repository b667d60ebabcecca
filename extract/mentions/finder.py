"""All mentions of a document, sentence by sentence, each resolved to one entity or left alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from extract.document import Document, Sentence
from extract.facts import Entity
from extract.mentions import (
    assemblies,
    described,
    distributed,
    enumerated,
    groups,
    headless,
    heads,
    introduced,
    laws,
    misnamed,
    numbered,
    own,
    references,
    unannounced,
)
from extract.mentions.chunk import Described, Line, Span
from extract.mentions.common import Common
from extract.mentions.dates import Date
from extract.mentions.describing import Describer, Hit, heads_of, is_body, written_heads
from extract.mentions.entities import Register, slug
from extract.mentions.known import Known, authority
from extract.mentions.operations import OperationNames
from extract.mentions.projects import Projects, is_place, project_nouns
from extract.mentions.times import Times, covered
from extract.mentions.unlisted import Unlisted
from extract.mentions.work_words import nouns_beside
from extract.mentions.works import Works
from extract.syntax.items import Named
from ontology.alternatives import any_folded
from ontology.authority import records
from ontology.fold import fold, key
from ontology.lexicon import data
from ontology.types import is_a

_ITS = re.compile(r"(?:^|\W)(?:(?:its|their|sa|son|ses|leurs?) (?:[a-z]+ )?|en )$")  # "its reconvened tenth"
_LINE = 60  # characters of a line that is a name
# "the Committee (COFI) [of] FAO held its session", "the Group, [together with] OSCE, held its meeting"
_BESIDE = re.compile(
    r"(?:(?: \w+)? \([^()]*\))?,? (?:(?:of|de|du|des)|[a-z ]*\b(?:with|avec|alongside))(?: the| la| les?)?(?: l'| d'| )"
)
_SMALL = 3  # letters of the longest word that an acronym leaves out
_YEAR = 4  # characters of a date that is a year: "the Council met in 2018" tells of no one meeting
# "At its third meeting, the Group"; not "The Roundtable held its third meeting, attended by the Bank"
_LED = re.compile(
    r"(?:also )?(?:at|in|during|on|after|before|since|for|from|by|a l'|a|au|aux|lors|dans|pendant|durant|apres|avant"
    r"|depuis|des|pour|par|en)\b"
)
# "At its first session[, the newly formed ]Board"; not "At their first meeting, the Deputies noted what the Board"
_ACTS = re.compile(
    r"(?:[,)]|session|meeting|reunion|conference|\d)(?: also)? (?:(?:the|la|le|les|l')(?: |(?<=')))?(?:[a-z-]+ ){0,2}$"
)
_CLOSE = 32  # characters: « À l’issue de sa deuxième réunion, le Mécanisme … »


@dataclass(slots=True)
class Found:
    """The mentions of one sentence: ``named`` for the clause (outermost only), ``nested`` those inside another."""

    named: list[Named]
    nested: list[Hit]


class Finder:
    """Finds the mentions of one document; ``sentence`` must be called in the order of the text.

    ``labels`` holds the names of entities that no authority file knows, ``organisations`` whose office an office is,
    ``bodies`` whose meeting a meeting is, ``organ`` the authority id of the organ whose resolution the document is.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.folded = fold(document.text)
        instrument = own.instrument(document, self.folded)
        self.self_entity = Entity(document.id, own.type_of(document, instrument))
        self.organ = own.organ(document)
        self.memory = references.Memory()
        self.register = Register(document.id)
        self.labels = self.register.labels
        self.organisations = self.register.organisations
        self.bodies = self.register.bodies
        self._known = Known(document, self.folded, self.self_entity)
        self._unlisted = Unlisted(document, self.folded, self.register, self.memory)
        self._projects = Projects(self.text, self.folded, self.register, self.memory)
        self._works = Works(self.text, self.folded, self.register)
        self._operations = OperationNames(document, self.folded, self.register)
        organ = authority(self.organ) if self.organ is not None else None
        self._describer = Describer(self.text, self.folded, self.register, self.memory, organ)
        self._common = Common(self.text, self.folded, self.register, self.memory)
        self._heads: dict[str, list[heads.Head]] = {}
        self.times = Times(document, self.folded)
        if instrument is not None:
            self.memory.be(self.self_entity, instrument.heads, instrument.names)
        for name, language in enumerated.find(document, self._known.between):
            self.memory.define(name, self.organisation(name, language))
        unannounced.entitling(document, self._projects)
        self._above = own.covered_organ(document)  # the body that a line of the head named last
        self._topic: tuple[int, Entity] | None = None  # passage, the body that its last sentence named first

    def sentence(self, sentence: Sentence) -> Found:
        """The mentions of ``sentence``."""
        language = self.document.passages[sentence.passage].language
        start, end = sentence.start, sentence.end
        self._describer.above = own.organ_in(self._above, self.organ) if self._heads_document(sentence) else None
        base = self._known.between(start, end)
        base += self.memory.occurrences(self.text, start, end)
        base += self._unlisted.titled(sentence, language)
        base += laws.find(self.text, start, end, language, self.register)
        base += numbered.find(self.folded, start, end, self.register)
        base += self._works.find(start, end, language, base)
        base += self._projects.find(start, end, language, base)
        base += self._headed(sentence, language)
        base += unannounced.find(self.document, sentence, language, base, self._projects)
        base += self._operations.find(sentence, language)
        base = self._known.unqualified(self._known.settled(base, start), language)
        if self.memory.house is not None:  # « notre assemblée générale a adopté » is not that of the United Nations
            organs = assemblies.of_others(base, self.text, self.folded, self.memory)
            base = [hit for hit in base if hit not in organs]
        base = [*groups.narrowed(self.text, base, end)] if language == "fr" else base
        times = self.times.find(sentence, language, base)
        named, hidden = self._things(base, times, sentence, language)
        named += self._others(named, times, sentence, language)
        named.sort(key=lambda mention: (mention.start, -mention.end))
        named = [*self._with_nouns(named, language)]
        named += introduced.find(self.text, start, end, self.memory, sentence.passage, named, language)
        named.sort(key=lambda mention: (mention.start, -mention.end))
        named = self._also_called(self._unlisted.with_places(named, language), language)
        named = self._defined(named, sentence, language)
        self._remember(named, [*hidden, *self._known.whose(base)], sentence)
        spans = _hits(named)
        told = [date for date in times if not covered(spans, date.start, date.end)]
        told += [*self.times.from_named(sentence, language, told), *self.times.from_own(sentence, language, told)]
        told = self.times.in_same_period(told, language) if len(told) > 1 else told
        named += [Named(date.start, date.end, "T", date) for date in told]
        named.sort(key=lambda mention: (mention.start, -mention.end))
        self._note(named, sentence)
        nested = [*hidden, *(hit for a, b, _ in base for hit in self._known.nested(a, b))]
        return Found(_disjoint(named, self.text), sorted(nested, key=lambda hit: hit[0]))

    def meeting_of(self, body: Entity, first: str | None, nth: int | None) -> Entity | None:
        """The meeting that "the Group met in Vienna on …", "met for the second time" speaks of; ``first``: its day.
        None where the body is a meeting by its name: "the Fourth Assembly met".
        """
        if nth is not None:
            return self.register.session(body, "meeting", nth, "en")
        counted = any(fold(name).split(" ")[0] in heads.table(language).ordinals for language, name in body.labels)
        return None if first is None or len(first) == _YEAR or counted else self.register.dated_meeting(body, first)

    def counted_meeting(self, body: Entity, first: str | None, nth: int | None) -> Entity | None:
        """The meeting where it is counted: in a chronology "the Board meets in Split on 4 May" may speak of one that
        has a name of its own.
        """
        return None if nth is None else self.meeting_of(body, first, nth)

    def common(self, sentence: Sentence, found: Found) -> list[Named]:
        """What is under a common noun, told from others by its description, beside what was ``found``."""
        language = self.document.passages[sentence.passage].language
        return [*self._common.find(sentence, self._heads_in(sentence, language), found.named, language)]

    def names_in(self, start: int, end: int) -> list[Hit]:
        """The names that stand in ``[start, end)``, inside a mention too, the outermost in their order."""
        found = [*self._known.between(start, end), *self.memory.occurrences(self.text, start, end)]
        return self._known.settled(found, start)

    def organisation(self, name: str, language: str) -> Entity:
        """The organisation of a name that no list knows."""
        return self.register.new(f"organization/{slug(name)}", "Organization", language, name)

    def work(self, title: str, language: str) -> Entity:
        """The work of this title."""
        return self._works.named(title, language)

    # -- described things ----------------------------------------------------------------------------------------------

    def _things(
        self, base: list[Hit], times: Sequence[Date], sentence: Sentence, language: str
    ) -> tuple[list[Named], list[Hit]]:
        """Names and described things together: what stands inside a described thing is hidden behind it."""
        found = self._heads_in(sentence, language)
        if not found:
            return [Named(start, end, "E", entity) for start, end, entity in base], []
        spans = [Span(first, last, entity.type, entity.id) for first, last, entity in base]
        spans += [Span(date.start, date.end, "Date", date.first) for date in times]
        titled = self.document.passages[sentence.passage].kind == "title"
        line = Line(self.text, self.folded, sentence.start, sentence.end, spans, titled=titled)
        around = list(base)
        self._describer.begin(self._known.whose(base))
        later: list[Described] = []
        made = [self._describer.several(several, language) for several in distributed.find(line, found, language)]
        for thing in described.find(line, found, language):
            if self._is_own_meeting(thing, language):
                later.append(thing)
            else:
                made += self._mention(thing, sentence, language, around)
        for thing in later:
            made += self._own_meeting(thing, sentence, language, around)
        hidden = [hit for hit in base if any(mention.start <= hit[0] and hit[1] <= mention.end for mention in made)]
        kept = [Named(start, end, "E", entity) for start, end, entity in base if (start, end, entity) not in hidden]
        return [*made, *kept], [*hidden, *self._describer.named, *self._owners(made, around)]

    def _heads_in(self, sentence: Sentence, language: str) -> list[heads.Head]:
        if language not in self._heads:
            self._heads[language] = heads.find(self.text, self.folded, language)
        found = self._heads[language]
        first = bisect_left(found, sentence.start, key=lambda head: head.start)
        return found[first : bisect_left(found, sentence.end, first, key=lambda head: head.start)]

    def _mention(self, thing: Described, sentence: Sentence, language: str, around: list[Hit]) -> list[Named]:
        named = self._describer.mention(thing, sentence, language, around)
        if named is None or not isinstance(named.data, Entity):
            return []
        around.append((named.start, named.end, named.data))
        around.sort(key=lambda hit: hit[0])
        return [named]

    def _is_own_meeting(self, thing: Described, language: str) -> bool:
        """ "its eightieth session", « sa première réunion »."""
        bare = thing.bare and not heads.last_of(self.folded, thing.head, thing.end, language)
        if thing.head.type != "Meeting" or bare:
            return False
        return _ITS.search(self.folded, max(0, thing.start - 20), thing.start) is not None

    def _own_meeting(self, thing: Described, sentence: Sentence, language: str, around: list[Hit]) -> list[Named]:
        """The meeting of the body that the sentence, or the one before, speaks of."""
        body = self._antecedent(thing.start, sentence, around)
        owned = around if body is None else [*around, (thing.start, thing.start, body)]
        return self._mention(thing, sentence, language, owned)

    def _antecedent(self, start: int, sentence: Sentence, around: Sequence[Hit]) -> Entity | None:
        bodies = [hit for hit in around if is_body(hit[2]) and not _inside_another(hit, around)]
        beside = {behind for ahead, behind in pairwise(bodies) if _BESIDE.fullmatch(self.folded, ahead[1], behind[0])}
        before = [hit[2] for hit in bodies if hit not in beside and hit[1] <= start]
        if before:
            return before[-1]
        after = next((hit for hit in bodies if hit[0] > start), None)
        fronted = _LED.match(self.folded, sentence.start) is not None and start - sentence.start < _CLOSE
        if after is not None and fronted and _ACTS.search(self.folded, start, after[0]):
            return after[2]  # « À sa deuxième réunion, le Mécanisme … »
        if self._topic is not None and self._topic[0] == sentence.passage:
            return self._topic[1]
        return authority(self.organ) if self.organ is not None else None

    def _owners(self, made: Sequence[Named], around: Sequence[Hit]) -> Iterator[Hit]:
        """The body inside an office's name is mentioned too."""
        for mention in made:
            owner = self.organisations.get(mention.data.id) if isinstance(mention.data, Entity) else None
            if owner is not None and not any(entity.id == owner.id for _, _, entity in around):
                yield mention.start, mention.end, owner

    def _others(
        self, named: Sequence[Named], times: Sequence[Date], sentence: Sentence, language: str
    ) -> Iterator[Named]:
        """What no list and no head noun tells, outside all that was found."""
        money = self._known.currencies(sentence.start, sentence.end)
        taken = [*((one.start, one.end) for one in named), *((date.start, date.end) for date in times), *money]
        for start, end, entity in self._unlisted.find(sentence, language, _hits(named), taken):
            yield Named(start, end, "E", entity)

    def _with_nouns(self, named: Sequence[Named], language: str) -> Iterator[Named]:
        """ "Coordinator of the [civil society network Kuri Watch]": a name no list knows with the noun that tells what
        it is, and nothing that is named within that.
        """
        starts = {
            mention.start: headless.whole(self.text, mention.start, language)
            for mention in named
            if isinstance(mention.data, Entity) and mention.data.id.startswith("organization/")
        }
        for mention in named:
            within = any(first <= mention.start and mention.end < last for last, first in starts.items())
            if not within:
                yield replace(mention, start=starts.get(mention.start, mention.start))

    # -- memory --------------------------------------------------------------------------------------------------------

    def _also_called(self, named: list[Named], language: str) -> list[Named]:
        """« la Convention-cadre …, dite Convention de Faro »: two names of one thing, of which the first is kept."""
        kept: list[Named] = []
        for mention in named:
            before = kept[-1] if kept else None
            if (
                before is not None
                and isinstance(before.data, Entity)
                and isinstance(mention.data, Entity)
                and before.data.type == mention.data.type
                and _called().fullmatch(self.folded, before.end, mention.start) is not None
                and mention.data.id not in records()
            ):
                alias, same = self.text[mention.start : mention.end], before.data
                self.memory.define(alias, same)
                if same.id in self.labels:
                    same = self.register.new(same.id, same.type, language, alias)
                mention = replace(mention, data=same)
            kept.append(mention)
        return kept

    def _defined(self, named: list[Named], sentence: Sentence, language: str) -> list[Named]:
        """ "… (the Fund)": the alias holds for what it stands behind, or for what bears its noun; a name that no list
        knows, in such brackets, is the same thing.
        """
        named = misnamed.righted(self.text, named)
        found = list(named)
        for index, mention in enumerate(named):
            if not isinstance(mention.data, Entity) or mention.several or is_place(mention.data):
                continue
            alias = references.definition(self.text, mention.end, sentence.end)
            if alias is None:
                continue
            entity = self._owner_called(alias, mention)
            entity = entity or _bearer(alias, [entity for _, _, entity in _hits(named[: index + 1])], language)
            if entity is not None and not _is_name_of(alias, entity):
                self.memory.define(alias, entity)
                other = self._in_brackets(alias, mention, found)
                if other is not None:
                    found[found.index(other)] = replace(other, data=entity)
                if entity.id in self.labels and (alias.isupper() or other is not None):
                    self.register.new(entity.id, entity.type, language, alias)
        return found

    def _owner_called(self, alias: str, mention: Named) -> Entity | None:
        """ "the fourth session of the Indian Ocean Commission (IOC)": an acronym is of the body that the name of its
        meeting or office ends with.
        """
        id_ = mention.data.id if isinstance(mention.data, Entity) else ""
        owner = self.bodies.get(id_, self.organisations.get(id_))
        if owner is None and not _abbreviates(alias, self.text[mention.start : mention.end]):
            owner = mention.inner  # « Bulletin d'information du Réseau des organismes francophones (ROF) »
        if owner is None or not alias.isupper():
            return None
        record, written = records().get(owner.id), self.folded[mention.start : mention.end]
        listed = [] if record is None else [name for names in record.names.values() for name in names]
        names = listed or [name for _, name in self.labels.get(owner.id, ())]
        ends = any(written.endswith(fold(name)) for name in names)
        return owner if ends and (alias in names or any(_abbreviates(alias, name) for name in names)) else None

    def _in_brackets(self, alias: str, mention: Named, named: Sequence[Named]) -> Named | None:
        """The name behind ``mention`` that is its ``alias``, where no list knows it."""
        start = self.text.find(alias, mention.end)
        other = next((one for one in named if (one.start, one.end) == (start, start + len(alias))), None)
        if other is None or not isinstance(other.data, Entity) or not isinstance(mention.data, Entity):
            return None
        return other if other.data.id not in records() and other.data.type == mention.data.type else None

    def _remember(self, named: Sequence[Named], hidden: Sequence[Hit], sentence: Sentence) -> None:
        heading = self.document.passages[sentence.passage].kind in ("heading", "frontmatter", "title")
        announced = {one.start for one in named if heading and not one.definite}
        if heading:
            self.memory.heading = sentence.passage
        tongue = self.document.passages[sentence.passage].language
        for start, end, entity in [*hidden, *_hits(named)]:
            nouns = written_heads(entity, self.text[start:end], tongue)
            if entity.type == "Publication":
                nouns |= nouns_beside(self.folded, start, end, tongue)  # "the study", further on
            self.memory.remember(entity, sentence.passage, nouns, announced=start in announced)
            if is_a(entity.type, "Organization") and entity.id not in records() and not heading:
                self.memory.introduce(entity, sentence.passage, introduced.nouns_beside(self.text, start, end, tongue))

    def _note(self, named: Sequence[Named], sentence: Sentence) -> None:
        """What the sentence spoke of, and when, for the next."""
        times = [mention.data for mention in named if isinstance(mention.data, Date)]
        self.times.note(sentence, times, heads=self._heads_document(sentence))
        first = next((entity for _, _, entity in _hits(named) if is_body(entity)), None)
        if self._heads_document(sentence):
            above = (entity for start, _, entity in _hits(named) if is_body(entity) and self._opens(sentence, start))
            self._above = next(above, self._above)
            hits = [hit for hit in _hits(named) if is_body(hit[2])]
            self._describer.front.update((self.folded[first:last], entity) for first, last, entity in hits)
        if first is not None:
            self._topic = (sentence.passage, first)

    def _opens(self, sentence: Sentence, start: int) -> bool:
        """Does the name at ``start`` open the line, behind an ordinal if anything: "Sixty-fourth General Assembly"?"""
        before = self.folded[sentence.start : start].strip()
        return not before or before in heads.table(self.document.passages[sentence.passage].language).ordinals

    def _headed(self, sentence: Sentence, language: str) -> list[Hit]:
        """The programme that a line of its own names above a text that takes it up."""
        passages, text = self.document.passages, self.text[sentence.start : sentence.end]
        own = passages[sentence.passage]
        if own.start != sentence.start or len(text) > _LINE or own.kind not in ("heading", "paragraph", "item"):
            return []
        after = sentence.end + 1 if sentence.end < own.end and text.isupper() else 0  # "BRIDGE. This project …"
        if sentence.end == own.end and sentence.passage + 1 < len(passages):
            after = passages[sentence.passage + 1].start
        end = sentence.start + len(text.rstrip(" ."))
        found = self._projects.headed(sentence.start, end, after, language) if after else []
        found = found or [*unannounced.headed(self.document, sentence, language, self._projects)]
        for _, _, entity in found:  # "this initiative"
            self.memory.remember(entity, sentence.passage, project_nouns(language))
        return found

    def _heads_document(self, sentence: Sentence) -> bool:
        return self.document.passages[sentence.passage].kind in ("frontmatter", "title")


def _bearer(alias: str, entities: Sequence[Entity], language: str) -> Entity | None:
    """Whose alias it is: a noun ("the Committee") is not that of a thing with another head."""
    if not heads.is_head(fold(alias), language):
        return entities[-1]
    return next((entity for entity in reversed(entities) if fold(alias) in heads_of(entity)), None)


def _abbreviates(alias: str, name: str) -> bool:
    """ "Commission de l'océan Indien": COI; « Division nationale de lutte contre la traite »: DNLT."""
    initials = iter("".join(word[0] for word in re.split(r"[ ’'-]", name) if len(word) > _SMALL).upper())
    return name[0].upper() == alias[0] and all(letter in initials for letter in alias)


def _is_name_of(alias: str, entity: Entity) -> bool:
    record = records().get(entity.id)
    return record is not None and any(key(name) == key(alias) for found in record.names.values() for name in found)


def _inside_another(hit: Hit, hits: Sequence[Hit]) -> bool:
    """Does a longer name hold this one? ECOWAS in "the Council of Ministers of ECOWAS"."""
    length = hit[1] - hit[0]
    return any(start <= hit[0] and hit[1] <= end and end - start > length for start, end, _ in hits)


def _hits(named: Sequence[Named]) -> list[Hit]:
    return [(mention.start, mention.end, mention.data) for mention in named if isinstance(mention.data, Entity)]


def _disjoint(named: Sequence[Named], text: str) -> list[Named]:
    kept: list[Named] = []
    for mention in named:
        if kept and _is_branch(kept[-1], mention):
            between = text[kept[-1].end : mention.start]
            if between == " ":
                kept[-1] = replace(kept[-1], end=mention.end)  # "UNICEF Nepal"
                continue
            if between == ") " and len(kept) > 1 and text[kept[-2].end : kept[-1].start] == " (":
                kept[-2:] = [replace(kept[-2], end=mention.end)]  # « l'Organisation … migrations (OIM) Niger »
                continue
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _is_branch(mention: Named, country: Named) -> bool:
    """Is it an organisation of the United Nations, and the country that it may work in?"""
    if not isinstance(mention.data, Entity) or not isinstance(country.data, Entity):
        return False
    return country.data.type == "State" and is_a(mention.data.type, "UNEntity")


@cache
def _called() -> re.Pattern[str]:
    cues = any_folded(data("heads")["definition"]["also"])
    return re.compile(rf",? (?:{cues})(?: the| la| le|) ?(?:l')?")
