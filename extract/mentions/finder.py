"""All mentions of a document, sentence by sentence, each resolved to one entity or left alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.document import Document, Sentence
from extract.facts import Entity
from extract.items import Named
from extract.mentions import dates, described, names, people, references, symbols
from extract.mentions.dates import Date
from extract.mentions.described import Described, Span
from ontology.authority import records
from ontology.fold import fold, key
from ontology.inflection import plural
from ontology.lexicon import data, words
from ontology.types import is_a

_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(slots=True)
class Found:
    """The mentions of one sentence: ``named`` for the clause (outermost only), ``nested`` those inside another's name."""

    named: list[Named]
    nested: list[tuple[int, int, Entity]]


class Finder:
    """Finds the mentions of one document; ``sentence`` must be called in the order of the text."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.folded = fold(document.text)
        self.self_entity = Entity(document.id, _own_type(document))
        self.organ = _organ(document)
        self.memory = references.Memory()
        self.labels: dict[str, list[tuple[str, str]]] = {}
        self.organisations: dict[str, Entity] = {}  # office id -> whose office it is
        self.bodies: dict[str, Entity] = {}  # meeting id -> whose meeting it is
        self._hits = [(start, end, _authority(record)) for start, end, record in names.find(self.text, self.folded)]
        self._hits += [(c.start, c.end, Entity(c.id, c.type)) for c in symbols.find(self.text, own=self.organ)]
        self._hits += [(start, end, self.self_entity) for start, end in _self_references(self.folded)]
        self._hits = _with_organs(sorted(self._hits, key=lambda hit: (hit[0], -hit[1])), self.text)
        self._starts = [hit[0] for hit in self._hits]
        self._common = frozenset(re.findall(r"(?<![\w’'-])[a-zà-ÿœ]{2,}", self.text))
        self._last_date: tuple[int, Date] | None = None

    # -- one sentence ------------------------------------------------------------------------------------------------------

    def sentence(self, sentence: Sentence) -> Found:
        """The mentions of ``sentence``."""
        language = self.document.passages[sentence.passage].language
        start, end = sentence.start, sentence.end
        times = [*dates.find(self.text, language, start, end)]
        base = self._base(start, end)
        base += [(a, b, entity) for a, b, entity in self.memory.occurrences(self.text, start, end)]
        base += [self._person(person, language) for person in people.titled(self.text, start, end, language)]
        base = self._governments(_outermost(base), start)
        times = [date for date in times if not _covered(base, date.start, date.end)]
        spans = sorted([Span(a, b, entity.type, entity.id) for a, b, entity in base] + [Span(d.start, d.end, "Date", "") for d in times], key=lambda span: span.start)
        things = [*described.find(self.text, self.folded, start, end, spans, language)]
        named, hidden = self._combine(base, things, sentence, language)
        named += self._bare_people(sentence, named, language)
        named.sort(key=lambda mention: mention.start)
        self._remember(named, hidden, sentence, language)
        named += [Named(date.start, date.end, "T", date) for date in times if not _covered(_spans(named), date.start, date.end)]
        named += self._same_time(sentence, named)
        named.sort(key=lambda mention: (mention.start, -mention.end))
        nested = [hit for hit in hidden] + [hit for a, b, _ in base for hit in self._nested(a, b)]
        for mention in named:
            if mention.kind == "T" and isinstance(mention.data, Date):
                self._last_date = (sentence.passage, mention.data)
        return Found(_disjoint(named), sorted(nested, key=lambda hit: hit[0]))

    def _base(self, start: int, end: int) -> list[tuple[int, int, Entity]]:
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return [hit for hit in self._hits[first:last] if hit[1] <= end]

    def _nested(self, start: int, end: int) -> Iterator[tuple[int, int, Entity]]:
        for first, last, record in names.nested(self.folded[start:end]):
            yield start + first, start + last, _authority(record)

    def _person(self, person: people.Person, language: str) -> tuple[int, int, Entity]:
        return person.start, person.end, self._person_entity(person.name, language)

    def _person_entity(self, name: str, language: str) -> Entity:
        """The person of this name; a surname alone is the person of that surname named before, if there is one."""
        if " " not in name:
            same = [entity for entity, _, _ in self.memory.named if entity.type == "Person" and key(entity.labels[0][1]).endswith(" " + key(name))]
            if (known := references.unique(same)) is not None:
                return known
        return self._new(people.identifier(name), "Person", language, name)

    def _new(self, id_: str, type_: str, language: str, label: str) -> Entity:
        labels = self.labels.setdefault(id_, [])
        if (language, label) not in labels:
            labels.append((language, label))
        return Entity(id_, type_, tuple(labels))

    def _governments(self, base: list[tuple[int, int, Entity]], low: int) -> list[tuple[int, int, Entity]]:
        """"the Government of Japan" is Japan; « le Gouvernement britannique » is the United Kingdom."""
        result = []
        for start, end, entity in base:
            if entity.type == "State":
                before = re.search(r"(?:government|gouvernement|authorities|autorites)s? (?:of the |of |de la |de l'|du |des |de |d')$", self.folded[max(low, start - 40) : start])
                start = start - len(before.group()) if before is not None else start
                after = re.match(r"'s government\b", self.folded[end : end + 15])
                end = end + len(after.group()) if after is not None else end
            result.append((start, end, entity))
        return result

    # -- described things ----------------------------------------------------------------------------------------------------

    def _combine(self, base: list[tuple[int, int, Entity]], things: Sequence[Described], sentence: Sentence, language: str) -> tuple[list[Named], list[tuple[int, int, Entity]]]:
        """Names and described things together: what stands inside a described thing is hidden behind it."""
        named: list[Named] = []
        hidden: list[tuple[int, int, Entity]] = []
        for thing in things:
            made = self._thing(thing, sentence, language, base)
            if made is None:
                continue
            named.append(made)
            hidden += [hit for hit in base if made.start <= hit[0] and hit[1] <= made.end]
            alias = references.definition(self.text, made.end, sentence.end)
            if alias is not None and isinstance(made.data, Entity) and not made.several:
                self._define(alias, made.data, language)
        kept = [hit for hit in base if not any(mention.start <= hit[0] and hit[1] <= mention.end for mention in named)]
        for start, end, entity in kept:
            named.append(Named(start, end, "E", entity))
            alias = references.definition(self.text, end, sentence.end)
            if alias is not None and entity.type not in ("State", "City", "Region", "Place"):
                self._define(alias, entity, language)
        return named, hidden

    def _define(self, alias: str, entity: Entity, language: str) -> None:
        if any(key(name) == key(alias) for record in [records().get(entity.id)] if record for found in record.names.values() for name in found):
            return
        self.memory.define(alias, entity)
        if entity.id in self.labels and alias.isupper():
            self.labels[entity.id].append((language, alias))

    def _thing(self, thing: Described, sentence: Sentence, language: str, base: Sequence[tuple[int, int, Entity]]) -> Named | None:
        if thing.type == "Government":
            return None
        if thing.bare or (thing.start < thing.head_start and self._only_article(thing, language)):
            return self._short(thing, sentence, language)
        if is_a(thing.type, "Office"):
            return self._office(thing, language, base)
        if is_a(thing.type, "Meeting"):
            return self._meeting(thing, sentence, language, base)
        label = self.text[thing.start : thing.end]
        entity = self._new(self._thing_id(thing, label), thing.type, language, label)
        return Named(thing.start, thing.end, "E", entity, definite=not self._indefinite(thing.start, language))

    def _only_article(self, thing: Described, language: str) -> bool:
        return False

    def _thing_id(self, thing: Described, label: str) -> str:
        """A name of its own ("Joint Technical Committee") is the same in every document; a description is this document's."""
        slug = _slug(label)
        capitals = sum(word[:1].isupper() for word in label.split())
        own = capitals >= 2 or (capitals == 1 and label[:1].isupper() and len(label.split()) > 2) or any(span.type != "Date" for span in thing.inside)
        base = f"{thing.type.lower()}/{slug}"
        return base if own else f"{self.document.id}/{base}"

    def _indefinite(self, start: int, language: str) -> bool:
        before = re.search(r"([^\W\d_]+)[ '’]$", self.folded[max(0, start - 14) : start])
        readings = words(language).single.get(before[1]) if before is not None else None
        return readings is not None and "indefinite" in readings

    def _short(self, thing: Described, sentence: Sentence, language: str) -> Named | None:
        """« le Groupe », "the Fund": what was named before under this noun."""
        surface = self.folded[thing.head_start : thing.head_end]
        if surface == references.plural_of(thing.head, language) and surface != fold(thing.head):
            return None
        if not references.is_definite(self.text, thing.start, language):
            return None
        if language == "en" and not self.text[thing.start].isupper():
            return None
        entity = self.memory.short(thing.head, sentence.passage)
        return Named(thing.start, thing.end, "E", entity) if entity is not None else None

    def _office(self, thing: Described, language: str, base: Sequence[tuple[int, int, Entity]]) -> Named | None:
        """An office is named without the organisation it belongs to: "Executive Director", of UNODC."""
        start, end = thing.start, thing.end
        owners = [hit for hit in base if start <= hit[0] and hit[1] <= end and is_a(hit[2].type, "Organization") | is_a(hit[2].type, "State")]
        label = full = self.text[start:end]
        owner: Entity | None = None
        if owners:
            first, last, owner = owners[-1]
            if last == end and first > thing.head_end:
                label = re.sub(r"\s+(?:of|for|to|at|de|du|des|d['’]|à|au|aux|auprès de)\s*(?:the|la|le|les|l['’])?\s*$", "", self.text[start:first])
            elif first == start:
                label = re.sub(r"^\s*['’]s\s+|^\s+", "", self.text[last:end])
        if not label.strip():
            return None
        id_ = "office/" + _slug(label + (" " + owner.id if owner is not None else ""))
        self._new(id_, "Office", language, full)
        entity = self._new(id_, "Office", language, label.strip())
        if owner is not None:
            self.organisations[entity.id] = owner
        return Named(start, end, "E", entity, definite=not self._indefinite(start, language))

    def _meeting(self, thing: Described, sentence: Sentence, language: str, base: Sequence[tuple[int, int, Entity]]) -> Named | None:
        """A session or meeting: of which body, the how-manieth; one mention can name several."""
        body = self._meeting_body(thing, sentence, base)
        noun = data("heads")["meetings"].get(thing.head, thing.head)
        definite = not self._indefinite(thing.start, language)
        if body is not None and thing.ordinals:
            made = tuple(self._session(body, noun, ordinal, thing, language) for ordinal in thing.ordinals)
            return Named(thing.start, thing.end, "E", made[0], definite=definite, several=made if len(made) > 1 else ())
        label = self.text[thing.start : thing.end]
        entity = self._new(self._thing_id(thing, label), "Meeting", language, label)
        if body is not None:
            self.bodies[entity.id] = body
        return Named(thing.start, thing.end, "E", entity, definite=definite)

    def _meeting_body(self, thing: Described, sentence: Sentence, base: Sequence[tuple[int, int, Entity]]) -> Entity | None:
        inside = [hit for hit in base if thing.head_end < hit[0] and hit[1] <= thing.end and is_a(hit[2].type, "Organization")]
        if inside and re.fullmatch(r"\s*(?:of|de|du|des|d)\W*(?:the|la|le|les|l)?\W*", self.folded[thing.head_end : inside[0][0]]):
            return inside[0][2]
        front = [hit for hit in base if thing.start <= hit[0] < thing.head_start and is_a(hit[2].type, "Organization")]
        if front:
            return front[0][2]
        return None

    def session_of(self, body: Entity, noun: str, ordinal: int, language: str) -> Entity:
        """The ``ordinal``-th session (or meeting …) of ``body``, named in both languages where its body is known in both."""
        id_ = f"meeting/{body.id}/{noun}/{ordinal}"
        if id_ not in self.labels:
            self.labels[id_] = [(tongue, label) for tongue in ("en", "fr") if (label := self._session_label(body, noun, ordinal, tongue)) is not None]
        self.bodies[id_] = body
        return Entity(id_, "Meeting", tuple(self.labels[id_]))

    def _session(self, body: Entity, noun: str, ordinal: int, thing: Described, language: str) -> Entity:
        return self.session_of(body, noun, ordinal, language)

    def _session_label(self, body: Entity, noun: str, ordinal: int, language: str) -> str | None:
        name = self._full_name(body, language)
        if name is None:
            return None
        table = data("numbers")[language]["ordinals"]
        word = next((word for word, value in table.items() if value == ordinal), None)
        nouns = [head for head, common in data("heads")["meetings"].items() if common == noun and head in data("heads")[language]["types"]["Meeting"]]
        head = nouns[0] if nouns else noun
        if word is None:
            return None
        if language == "en":
            return f"{word} {head} of {'the ' if ' ' in name else ''}{name}"
        if fold(head).startswith(("reunion", "seance", "conference", "session")) and word == "premier":
            word = "première"
        return f"{word} {head} {_of_french(name)}"

    def _full_name(self, entity: Entity, language: str) -> str | None:
        record = records().get(entity.id)
        if record is not None:
            found = [name for name in record.names.get(language, ()) if not name.isupper()]
            return found[0] if found else None
        return next((label for tongue, label in self.labels.get(entity.id, ()) if tongue == language), None)

    # -- people, dates, memory -------------------------------------------------------------------------------------------------

    def _bare_people(self, sentence: Sentence, named: Sequence[Named], language: str) -> list[Named]:
        """Names without title, where an office or a post is named in the same sentence."""
        passage = self.document.passages[sentence.passage]
        office = any(isinstance(mention.data, Entity) and mention.data.type in ("Office", "Person") for mention in named)
        if not office and not _posts(language).search(self.folded, sentence.start, sentence.end) and passage.kind not in ("frontmatter", "title"):
            return []
        taken = [(mention.start, mention.end) for mention in named]
        common = self._common | _closed(language)
        return [Named(person.start, person.end, "E", self._person_entity(person.name, language))
                for person in people.bare(self.text, sentence.start, sentence.end, taken, common)]  # fmt: skip

    def _remember(self, named: Sequence[Named], hidden: Sequence[tuple[int, int, Entity]], sentence: Sentence, language: str) -> None:
        for _, _, entity in hidden:
            self.memory.remember(entity, sentence.passage, references.heads_of(entity.id))
        for mention in named:
            if isinstance(mention.data, Entity):
                heads = references.heads_of(mention.data.id)
                if not heads and mention.data.labels and mention.data.type != "Person":
                    heads = frozenset().union(*(references.name_heads(label, tongue) for tongue, label in mention.data.labels))
                self.memory.remember(mention.data, sentence.passage, heads)

    def _same_time(self, sentence: Sentence, named: Sequence[Named]) -> list[Named]:
        """« la même année », "on that occasion": the date named last before, in this passage."""
        found = []
        for match in _same_time().finditer(self.folded, sentence.start, sentence.end):
            before = [m.data for m in named if m.end <= match.start() and isinstance(m.data, Date)]
            date = before[-1] if before else (self._last_date[1] if self._last_date is not None and self._last_date[0] == sentence.passage else None)
            if date is not None:
                year = "ann" in match.group() or "year" in match.group()
                found.append(Named(match.start(), match.end(), "T", Date(match.start(), match.end(), date.first[:4] if year else date.first, None if year else date.last)))
        return found

    def meeting_of(self, body: Entity, date: Date | None) -> Entity | None:
        """The meeting that "the Group met in Vienna on …" speaks of."""
        if date is None:
            return None
        language = self.document.passages[0].language if self.document.passages else "en"
        id_ = f"meeting/{body.id}/{date.first}"
        for tongue, word in (("en", "meeting of"), ("fr", "réunion")):
            name = self._full_name(body, tongue)
            if name is not None and id_ not in self.labels:
                label = f"{word} {'the ' if ' ' in name else ''}{name}" if tongue == "en" else f"{word} {_of_french(name)}"
                self.labels.setdefault(id_, []).append((tongue, label))
        del language
        self.bodies[id_] = body
        return Entity(id_, "Meeting", tuple(self.labels.get(id_, ())))


def _with_organs(hits: list[tuple[int, int, Entity]], text: str) -> list[tuple[int, int, Entity]]:
    """"General Assembly resolution 72/195" is one mention: the organ's name before a number belongs to it."""
    joined: list[tuple[int, int, Entity]] = []
    for start, end, entity in hits:
        before = joined[-1] if joined else None
        if entity.type in ("Resolution", "Decision") and before is not None and is_a(before[2].type, "Organization") and text[before[1] : start] == " " and text[start].isalpha():
            joined[-1] = (before[0], end, entity)
        else:
            joined.append((start, end, entity))
    return joined


def _authority(record: str) -> Entity:
    return Entity(record, records()[record].type)


def _own_type(document: Document) -> str:
    if document.symbol is None:
        return "Document"
    found = symbols.parse(document.id)
    return found.type if found is not None else "Document"


def _organ(document: Document) -> str | None:
    """The authority id of the organ whose resolution the document is."""
    found = symbols.parse(document.id) if document.symbol is not None else None
    return found.organ if found is not None else ("Human_Rights_Council" if document.id.startswith("A/HRC/") else None)


@cache
def _self_pattern() -> re.Pattern[str]:
    phrases = sorted((fold(phrase) for phrase in data("words")["references"]["self"]), key=lambda p: -len(p))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, phrases)) + r")(?!\w)|^(?:resolution|decision)(?= ad?opt)", re.MULTILINE)


def _self_references(folded: str) -> Iterator[tuple[int, int]]:
    for match in _self_pattern().finditer(folded):
        yield match.start(), match.end()


@cache
def _same_time() -> re.Pattern[str]:
    phrases = sorted((fold(str(phrase)) for phrase in data("words")["references"]["same_time"]), key=lambda p: -len(p))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, phrases)) + r")(?!\w)")


@cache
def _posts(language: str) -> re.Pattern[str]:
    from ontology.lexicon import frames

    nouns = {fold(form) for frame in frames() if frame.kind in ("chairs", "members", "offices") for noun in frame.posts[language] | frame.nouns[language] for form in (noun, plural(noun, language))}
    nouns |= {"chaired", "co-chaired", "appointed", "elected", "preside", "copreside", "presidee", "coprésidé", "nomme", "nommee", "elu", "elue"}
    return re.compile(r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, nouns), key=lambda n: (-len(n), n))) + r")(?!\w)")


@cache
def _closed(language: str) -> frozenset[str]:
    return frozenset(words(language).single) | frozenset(month for month in data("numbers")[language]["months"])


def _outermost(hits: list[tuple[int, int, Entity]]) -> list[tuple[int, int, Entity]]:
    kept: list[tuple[int, int, Entity]] = []
    for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
        elif hit[1] > kept[-1][1] and hit[1] - hit[0] > kept[-1][1] - kept[-1][0]:
            kept[-1] = hit
    return kept


def _covered(hits: Sequence[tuple[int, int, Entity]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last, _ in hits)


def _spans(named: Sequence[Named]) -> list[tuple[int, int, Entity]]:
    return [(mention.start, mention.end, mention.data) for mention in named if isinstance(mention.data, Entity)]


def _disjoint(named: Sequence[Named]) -> list[Named]:
    kept: list[Named] = []
    for mention in named:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _slug(text: str) -> str:
    return _SLUG.sub("-", key(text)).strip("-")[:120]


def _of_french(name: str) -> str:
    folded = fold(name)
    if folded[:1] in "aeiou" or folded.startswith(("haut-com",)):
        return ("de l'" if references.name_feminine(name) is not None else "d'") + name
    if references.name_feminine(name):
        return "de la " + name
    return "du " + name
