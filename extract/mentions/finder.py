"""All mentions of a document, sentence by sentence, each resolved to one entity or left alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.document import Document, Sentence
from extract.facts import Entity
from extract.syntax.items import Named
from extract.mentions import dates, described, headless, heads, names, people, places, references, symbols
from extract.mentions.chunk import Described, Line, Span
from extract.mentions.dates import Date
from extract.mentions.describing import Describer, Hit, heads_of, is_body
from extract.mentions.entities import Register, is_known_word, slug
from extract.mentions.phrases import Phrases
from ontology.authority import records
from ontology.fold import fold, key
from ontology.inflection import plural
from ontology.lexicon import data
from ontology.types import is_a

_GOVERNMENT = re.compile(r"(?:government|gouvernement|authorities|autorites)s? (?:of the |of |de la |de l'|du |des |de |d')$")
_OWN_GOVERNMENT = re.compile(r"'s government\b")
_OFFICE_OF = re.compile(r" (?:adjointe? )?(?:of (?:the )?|de la |de l'|du |des |de |d')")
_ITS = re.compile(r"(?:^|\W)(?:its|their|sa|son|leur) $")


@dataclass(slots=True)
class Found:
    """The mentions of one sentence: ``named`` for the clause (outermost only), ``nested`` those inside another's name."""

    named: list[Named]
    nested: list[Hit]


class Finder:
    """Finds the mentions of one document; ``sentence`` must be called in the order of the text."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.folded = fold(document.text)
        self.self_entity = Entity(document.id, _own_type(document))
        self.organ = _organ(document)
        self.memory = references.Memory()
        self.register = Register(document.id)
        self.labels = self.register.labels
        self.organisations = self.register.organisations
        self.bodies = self.register.bodies
        self._describer = Describer(self.text, self.folded, self.register, self.memory)
        self._hits = _whole_text(document, self.text, self.folded, self.self_entity)
        self._starts = [hit[0] for hit in self._hits]
        self._heads: dict[str, list[heads.Head]] = {}
        self._cues: dict[str, list[int]] = {}
        self._common = frozenset(re.findall(r"(?<![\w’'-])[a-z]{2,}", self.folded if self.text.islower() else fold(" ".join(_SMALL.findall(self.text)))))
        self._last_date: tuple[int, Date] | None = None
        self._topic: tuple[int, Entity] | None = None  # passage, the body that its last sentence began with

    # -- one sentence ------------------------------------------------------------------------------------------------------

    def sentence(self, sentence: Sentence) -> Found:
        """The mentions of ``sentence``."""
        language = self.document.passages[sentence.passage].language
        start, end = sentence.start, sentence.end
        times = [*dates.find(self.text, language, start, end)]
        base = self._base(start, end)
        base += self.memory.occurrences(self.text, start, end)
        base += [self._person(person, language) for person in people.titled(self.text, start, end, language, self._is_word(language))]
        base = self._governments(self._own_offices(_outermost(base)), start)
        times = [date for date in times if not _covered(base, date.start, date.end)]
        named, hidden = self._things(base, times, sentence, language)
        named += self._unlisted(named, times, sentence, language)
        named.sort(key=lambda mention: (mention.start, -mention.end))
        self._define(named, sentence, language)
        self._remember(named, hidden, sentence)
        named += [Named(date.start, date.end, "T", date) for date in times if not _covered(_spans(named), date.start, date.end)]
        named += self._same_time(sentence, named)
        named.sort(key=lambda mention: (mention.start, -mention.end))
        self._note(named, sentence)
        nested = [*hidden, *(hit for a, b, _ in base for hit in self._nested(a, b))]
        return Found(_disjoint(named), sorted(nested, key=lambda hit: hit[0]))

    def meeting_of(self, body: Entity, date: Date | None) -> Entity | None:
        """The meeting that "the Group met in Vienna on …" speaks of."""
        return None if date is None else self.register.dated_meeting(body, date.first)

    def session_of(self, body: Entity, noun: str, ordinal: int, language: str) -> Entity:
        """The ``ordinal``-th session (or meeting …) of ``body``, named in both languages where its body is known in both."""
        return self.register.session(body, noun, ordinal, language)

    # -- known names -------------------------------------------------------------------------------------------------------

    def _base(self, start: int, end: int) -> list[Hit]:
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return [hit for hit in self._hits[first:last] if hit[1] <= end]

    def _nested(self, start: int, end: int) -> Iterator[Hit]:
        for first, last, record in names.nested(self.folded[start:end]):
            yield start + first, start + last, _authority(record)

    def _own_offices(self, base: list[Hit]) -> list[Hit]:
        """"Secretary-General of ICAO" is not the Secretary-General, nor is "Commission on Human Rights of Peru" that of the
        United Nations: what belongs to another is left to the chunker."""
        starts = {start: entity for start, _, entity in base}
        kept = []
        for hit in base:
            of = _OFFICE_OF.match(self.folded, hit[1]) if hit[2].type == "Office" or is_body(hit[2]) else None
            other = starts.get(of.end()) if of is not None else None
            if other is None or not _is_foreign(hit[2], other):
                kept.append(hit)
        return kept

    def _governments(self, base: list[Hit], low: int) -> list[Hit]:
        """"the Government of Japan" is Japan; « le Gouvernement britannique » is the United Kingdom."""
        result = []
        for start, end, entity in base:
            if entity.type == "State":
                before = _GOVERNMENT.search(self.folded[max(low, start - 40) : start])
                start = start - len(before.group()) if before is not None else start
                after = _OWN_GOVERNMENT.match(self.folded, end)
                end = after.end() if after is not None else end
            result.append((start, end, entity))
        return result

    # -- described things --------------------------------------------------------------------------------------------------

    def _things(self, base: list[Hit], times: Sequence[Date], sentence: Sentence, language: str) -> tuple[list[Named], list[Hit]]:
        """Names and described things together: what stands inside a described thing is hidden behind it."""
        spans = [Span(a, b, entity.type, entity.id) for a, b, entity in base] + [Span(d.start, d.end, "Date", "") for d in times]
        spans.sort(key=lambda span: span.start)
        line = Line(self.text, self.folded, sentence.start, sentence.end, spans)
        around = list(base)
        made: list[Named] = []
        later: list[Described] = []
        for thing in described.find(line, self._heads_in(sentence, language), language):
            if thing.head.type == "Meeting" and not thing.bare and _ITS.search(self.folded[max(0, thing.start - 7) : thing.start]):
                later.append(thing)
            else:
                made += self._mention(thing, sentence, language, around)
        for thing in later:
            made += self._own_meeting(thing, sentence, language, around)
        hidden = [hit for hit in base if any(mention.start <= hit[0] and hit[1] <= mention.end for mention in made)]
        kept = [Named(start, end, "E", entity) for start, end, entity in base if (start, end, entity) not in hidden]
        return [*made, *kept], [*hidden, *self._inner(made, around)]

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

    def _own_meeting(self, thing: Described, sentence: Sentence, language: str, around: list[Hit]) -> list[Named]:
        """"its eightieth session", « sa première réunion »: of the body that the sentence, or the one before, speaks of."""
        body = self._antecedent(thing.start, sentence, around)
        owned = [*around, (thing.start, thing.start, body)] if body is not None else around
        return self._mention(thing, sentence, language, owned)

    def _antecedent(self, start: int, sentence: Sentence, around: Sequence[Hit]) -> Entity | None:
        outer = [hit for hit in around if not any(other[0] <= hit[0] and hit[1] <= other[1] and hit is not other and other[1] - other[0] > hit[1] - hit[0] for other in around)]
        before = [entity for _, end, entity in outer if end <= start and is_body(entity)]
        if before:
            return before[-1]
        if start - sentence.start < 16:  # « À sa deuxième réunion, le Mécanisme … »
            after = next((entity for first, _, entity in around if first > start and is_body(entity)), None)
            if after is not None:
                return after
        if self._topic is not None and self._topic[0] == sentence.passage:
            return self._topic[1]
        return _authority(self.organ) if self.organ is not None else None

    def _inner(self, made: Sequence[Named], around: Sequence[Hit]) -> Iterator[Hit]:
        """The body inside an office's name is mentioned too."""
        for mention in made:
            owner = self.organisations.get(mention.data.id) if isinstance(mention.data, Entity) else None
            if owner is not None and not any(entity.id == owner.id for _, _, entity in around):
                yield mention.start, mention.end, owner

    # -- what no list and no head noun tells -------------------------------------------------------------------------------

    def _unlisted(self, named: Sequence[Named], times: Sequence[Date], sentence: Sentence, language: str) -> list[Named]:
        """People without a title, places and names that nothing known tells, outside all that was found."""
        taken = [(mention.start, mention.end) for mention in named] + [(date.start, date.end) for date in times]
        is_word = self._is_word(language)
        found: list[Named] = []
        if self._speaks_of_people(named, sentence, language):
            for person in people.bare(self.text, sentence.start, sentence.end, taken, is_word):
                found.append(Named(person.start, person.end, "E", self._person_entity(person.name, language)))
        taken += [(mention.start, mention.end) for mention in found]
        for start, end in places.find(self.text, sentence.start, sentence.end, language, is_word):
            if not any(first < end and start < last for first, last in taken):
                found.append(self._other(start, end, "City", language))
        taken += [(mention.start, mention.end) for mention in found]
        for start, end in headless.find(self.text, sentence.start, sentence.end, taken, is_word, language):
            found.append(self._other(start, end, "Organization", language))
        return found

    def _other(self, start: int, end: int, type_: str, language: str) -> Named:
        label = self.text[start:end]
        entity = self.register.new(f"{'place' if type_ == 'City' else 'organization'}/{slug(label)}", type_, language, label)
        return Named(start, end, "E", entity)

    def _is_word(self, language: str) -> "_IsWord":
        return _IsWord(self._common, language)

    def _speaks_of_people(self, named: Sequence[Named], sentence: Sentence, language: str) -> bool:
        """Does an office, a person or a word of holding one stand in the sentence, or is it a signature?"""
        if any(isinstance(mention.data, Entity) and mention.data.type in ("Office", "Person") for mention in named):
            return True
        if self.document.passages[sentence.passage].kind in ("frontmatter", "title"):
            return True
        if language not in self._cues:
            self._cues[language] = [start for start, _, _ in _posts(language).find(self.folded)]
        cues = self._cues[language]
        first = bisect_left(cues, sentence.start)
        return first < len(cues) and cues[first] < sentence.end or self._is_signature(sentence, language)

    def _is_signature(self, sentence: Sentence, language: str) -> bool:
        """A line that holds a name alone, above an office: "Yacine Belkacem / Director"."""
        if sentence.end - sentence.start > 60:
            return False
        after = self.folded[sentence.end : sentence.end + 60].lstrip()
        return "\n" in self.text[sentence.end : sentence.end + 2] and any(
            known == "Office" and after.startswith(form) for form, (_, known, _) in heads.table(language).nouns.items()
        )

    def _person(self, person: people.Person, language: str) -> Hit:
        return person.start, person.end, self._person_entity(person.name, language)

    def _person_entity(self, name: str, language: str) -> Entity:
        """The person of this name; a surname alone is the person of that surname named before, if there is one."""
        if " " not in name:
            end = " " + key(name)
            same = {entity.id: entity for entity in self.memory.people if any(key(label).endswith(end) for _, label in entity.labels)}
            if len(same) == 1:
                return next(iter(same.values()))
        return self.register.new(people.identifier(name), "Person", language, name)

    # -- memory ------------------------------------------------------------------------------------------------------------

    def _define(self, named: Sequence[Named], sentence: Sentence, language: str) -> None:
        """"… (the Fund)": the alias holds for what it stands behind, or for what bears its noun."""
        for index, mention in enumerate(named):
            if not isinstance(mention.data, Entity) or mention.several or is_a(mention.data.type, "Place") or mention.data.type == "State":
                continue
            alias = references.definition(self.text, mention.end, sentence.end)
            if alias is None:
                continue
            entity = _bearer(alias, [other.data for other in named[: index + 1] if isinstance(other.data, Entity)], language)
            if entity is not None and not _is_name_of(alias, entity):
                self.memory.define(alias, entity)
                if entity.id in self.labels and alias.isupper():
                    self.register.new(entity.id, entity.type, language, alias)

    def _remember(self, named: Sequence[Named], hidden: Sequence[Hit], sentence: Sentence) -> None:
        for _, _, entity in hidden:
            self.memory.remember(entity, sentence.passage, heads_of(entity))
        for mention in named:
            if isinstance(mention.data, Entity):
                self.memory.remember(mention.data, sentence.passage, heads_of(mention.data))

    def _note(self, named: Sequence[Named], sentence: Sentence) -> None:
        for mention in named:
            if isinstance(mention.data, Date):
                self._last_date = (sentence.passage, mention.data)
        first = next((mention.data for mention in named if isinstance(mention.data, Entity) and is_body(mention.data)), None)
        if first is not None:
            self._topic = (sentence.passage, first)

    def _same_time(self, sentence: Sentence, named: Sequence[Named]) -> list[Named]:
        """« la même année », "on that occasion": the date named last before, in this passage."""
        found = []
        for start, end, phrase in _same_time().find(self.folded[sentence.start : sentence.end]):
            start, end = start + sentence.start, end + sentence.start
            before = [m.data for m in named if m.end <= start and isinstance(m.data, Date)]
            last = self._last_date[1] if self._last_date is not None and self._last_date[0] == sentence.passage else None
            date = before[-1] if before else last
            if date is not None:
                year = "ann" in phrase or "year" in phrase
                first, until = (date.first[:4], None) if year else (date.first, date.last)
                found.append(Named(start, end, "T", Date(start, end, first, until)))
        return found


_SMALL = re.compile(r"(?<![\w’'-])[a-zà-ÿœ]{2,}")


@dataclass(frozen=True, slots=True)
class _IsWord:
    """Tells a folded word that the document or the lexicon also uses as a common word."""

    common: frozenset[str]
    language: str

    def __call__(self, word: str) -> bool:
        return word in self.common or _known(word, self.language)


@lru_cache(maxsize=20_000)
def _known(word: str, language: str) -> bool:
    numbers = data("numbers")[language]
    return is_known_word(word, language) or word in map(fold, numbers["months"])


def _whole_text(document: Document, text: str, folded: str, own: Entity) -> list[Hit]:
    """What the text holds of authority names, symbols, and phrases for the document itself, in order."""
    hits: list[Hit] = [(start, end, _authority(record)) for start, end, record in names.find(text, folded)]
    hits += [(c.start, c.end, Entity(c.id, c.type)) for c in symbols.find(text, own=symbols.organ_of(document.id))]
    hits += [(start, end, own) for start, end, _ in _self_phrases().find(folded)]
    return _with_organs(sorted(hits, key=lambda hit: (hit[0], -hit[1])), text)


def _with_organs(hits: list[Hit], text: str) -> list[Hit]:
    """"General Assembly resolution 72/195" is one mention: the organ's name before a number belongs to it."""
    joined: list[Hit] = []
    for start, end, entity in hits:
        before = joined[-1] if joined else None
        numbered = entity.type in ("Resolution", "Decision") and text[start].isalpha() and text[start].islower()
        if numbered and before is not None and is_body(before[2]) and text[before[1] : start] == " ":
            joined[-1] = (before[0], end, entity)
        else:
            joined.append((start, end, entity))
    return joined


def _bearer(alias: str, entities: Sequence[Entity], language: str) -> Entity | None:
    """Whose alias it is: a noun ("the Committee") is not that of a thing with another head."""
    if not heads.is_head(fold(alias), language):
        return entities[-1]
    return next((entity for entity in reversed(entities) if fold(alias) in heads_of(entity)), None)


def _is_foreign(entity: Entity, owner: Entity) -> bool:
    """Does "of" before ``owner`` tell that the name before it is not that of ``entity``?"""
    if entity.type == "Office":
        return is_body(owner) and owner.id != "United_Nations"
    return owner.type == "State"


def _is_name_of(alias: str, entity: Entity) -> bool:
    record = records().get(entity.id)
    return record is not None and any(key(name) == key(alias) for found in record.names.values() for name in found)


def _authority(record: str) -> Entity:
    return Entity(record, records()[record].type)


def _own_type(document: Document) -> str:
    found = symbols.parse(document.id) if document.symbol is not None else None
    return found.type if found is not None else "Document"


def _organ(document: Document) -> str | None:
    """The authority id of the organ whose resolution the document is."""
    found = symbols.parse(document.id) if document.symbol is not None else None
    return found.organ if found is not None else ("Human_Rights_Council" if document.id.startswith("A/HRC/") else None)


@cache
def _self_phrases() -> Phrases:
    return Phrases(data("words")["references"]["self"])


@cache
def _same_time() -> Phrases:
    return Phrases(data("words")["references"]["same_time"])


@cache
def _posts(language: str) -> Phrases:
    from ontology.lexicon import frames, verb_forms

    kinds = [frame for frame in frames() if frame.kind in ("chairs", "members", "offices", "founded", "responsibilities")]
    nouns = {noun for frame in kinds for noun in frame.posts[language] | frame.nouns[language]}
    forms = verb_forms(language)
    verbs = {form for frame in kinds for lemma in frame.verbs[language] for form, name in forms.get(lemma, ()) if name in ("past", "pp", "pres")}
    return Phrases(sorted({form for noun in nouns for form in (noun, plural(noun, language))} | verbs))


def _outermost(hits: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
        elif hit[1] > kept[-1][1] and hit[1] - hit[0] > kept[-1][1] - kept[-1][0]:
            kept[-1] = hit
    return kept


def _covered(hits: Sequence[Hit], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last, _ in hits)


def _spans(named: Sequence[Named]) -> list[Hit]:
    return [(mention.start, mention.end, mention.data) for mention in named if isinstance(mention.data, Entity)]


def _disjoint(named: Sequence[Named]) -> list[Named]:
    kept: list[Named] = []
    for mention in named:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
