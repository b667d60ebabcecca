"""What no list and no head noun tells: people without a title, unknown places, names without a head."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from extract.document import Document, Sentence
from extract.facts import Entity
from extract.mentions import benefactors, headless, people, places
from extract.mentions.describing import Hit
from extract.mentions.entities import Register, is_known_word, slug
from extract.mentions.heads import table
from extract.mentions.phrases import Phrases
from extract.mentions.projects import is_place
from extract.mentions.references import Memory
from extract.syntax.items import Named
from ontology.authority import records
from ontology.fold import fold, key
from ontology.inflection import plural
from ontology.lexicon import data

_SMALL = re.compile(r"(?<![\w’'-])[a-zà-ÿœ]{2,}")
_APPOSED = re.compile(r", (?:the |la |le |l['’])?")
_SURNAME = 4  # letters of one that may stand alone
_LONG = 5  # letters of a word that has a capital in a headline only
_HEADLINE = 5  # such words
_INTRODUCED = re.compile(r"(?:^|[\n,;:|(–—“\"-]|\b[Bb]y|\b[Ww]ith|[A-Z][a-z]*\.)\s*$")
_BULLET = 4  # characters: "• "
_CUES = ("chairs", "members", "offices", "founded", "responsibilities")


class Unlisted:
    """Finds such names in one document; the people and things found go to ``register``."""

    def __init__(self, document: Document, folded: str, register: Register, memory: Memory) -> None:
        self.document = document
        self.text = document.text
        self.folded = folded
        self.register = register
        self.memory = memory
        self._common = frozenset(map(fold, set(_SMALL.findall(document.text))))
        self._cues: dict[str, list[int]] = {}
        self._cued: set[int] = set()  # where any of them begins
        self._person_line = -2  # the last passage that a person begins

    def titled(self, sentence: Sentence, language: str) -> list[Hit]:
        """People with a title: "Ms. Ghada Waly"; and those whom the sentence says are chosen for an office."""
        span = sentence.start, sentence.end, language, self._is_word(language)
        hits = []
        for person in (*people.titled(self.text, *span), *people.chosen(self.text, *span)):
            entity = self.person(person.name, language)
            if person.feminine is not None:
                self.register.genders[entity.id] = person.feminine
            hits.append((person.start, person.end, entity))
        return hits

    def find(
        self, sentence: Sentence, language: str, named: Sequence[Hit], taken: Sequence[tuple[int, int]]
    ) -> list[Hit]:
        """People, places and organisations of ``sentence`` outside what is ``taken``; ``named`` was found before."""
        start, end = sentence.start, sentence.end
        is_word = self._is_word(language)
        outside = [span for span in taken if span not in {(a, b) for a, b, entity in named if is_place(entity)}]
        found = [*self._introduced(sentence, language, taken), *self._apposed(sentence, language, outside)]
        branches = headless.branches(self.text, start, named, is_word, language)
        found += [self._organisation(span, language) for span in branches]
        capitals = headless.listed(self.text, end, named, is_word, language)
        found += [self._organisation(span, language) for span in capitals if not _meets(span, taken)]
        if language == "en":
            spans = [span for span in headless.ministries(self.text, start, end) if not _meets(span, outside)]
            found += [self._organisation(span, language) for span in spans]
        found += self._given(sentence, language, named, [*taken, *((first, last) for first, last, _ in found)])
        spans = [*taken, *((first, last) for first, last, _ in found)]
        held = [last for _, last, entity in named if entity.type == "Operation"]
        bracketed = [span for last in held if (span := places.in_brackets(self.text, last, end)) is not None]
        told = (*bracketed, *places.find(self.text, start, end, language, is_word))
        lands = [span for span in places.lands(self.text, start, end, language, is_word) if not _meets(span, spans)]
        cities = [span for span in told if not _meets(span, [*spans, *lands])]
        found += [self._made(span, "City", language) for span in cities]
        found += [self._made(span, "Region", language) for span in lands]
        spans += [*lands, *cities]
        if self._speaks_of_people(named, sentence, language):
            bare = people.bare(self.text, start, end, spans, is_word, self._beside_office(named))
            sure = not (self._is_headline(sentence) and language == "en")
            found += [self._person_or_body(one, language) for one in bare if sure or self._is_named_again(one)]
        spans += [(first, last) for first, last, _ in found]
        found += self._surnames(start, end, spans, is_word)
        if any(entity.type == "Person" and first - start < _BULLET for first, _, entity in [*named, *found]):
            self._person_line = sentence.passage
        spans += [(first, last) for first, last, _ in found]
        names = headless.find(self.text, start, end, spans, is_word, language)
        return [*found, *(self._organisation(span, language) for span in names)]

    def with_places(self, named: Sequence[Named], language: str) -> list[Named]:
        """« créé par Terre d’Asile [Sahel] », "run by the Freedom Trust [Nepal]", "the Port Administration [of Lomé]":
        the place that closes a name.
        """
        joined: list[Named] = []
        for mention in named:
            before = joined[-1] if joined else None
            if before is not None and self._is_closed_by(before, mention):
                own = self._made((before.start, mention.end), "Organization", language)
                joined[-1] = replace(before, end=mention.end, data=own[2])
            else:
                joined.append(mention)
        return joined

    def _is_closed_by(self, name: Named, place: Named) -> bool:
        if not isinstance(name.data, Entity) or not isinstance(place.data, Entity) or name.several:
            return False
        words = self.text[name.start : name.end].split(" ")
        proper = len(words) > 1 and words[0][:1].isupper() and name.data.type == "Organization"
        between, type_ = self.text[name.end : place.start], place.data.type
        near = (between == " " and type_ in ("State", "Region")) or (between == " of " and type_ == "City")
        return near and proper and name.data.id not in records()

    def _given(
        self, sentence: Sentence, language: str, named: Sequence[Hit], taken: Sequence[tuple[int, int]]
    ) -> list[Hit]:
        """Who gives or is given money: "Wellspring Textiles donated 20,000 euros to the Suva Night Kitchen"."""
        sites = [(first, last) for first, last, entity in named if is_place(entity)]
        spans = benefactors.find(
            self.text, sentence.start, sentence.end, sites, taken, self._is_word(language), language
        )
        return [self._made(span, "Organization", language) for span in dict.fromkeys(spans)]

    def _apposed(self, sentence: Sentence, language: str, taken: Sequence[tuple[int, int]]) -> Iterator[Hit]:
        """ "Tisamale, a network of night patrols": under its name, where that is no word, places
        inside.
        """
        for first, last, type_ in headless.apposed(self.text, sentence.start, sentence.end, language):
            label = self.text[first:last]
            known = any(self._is_word(language)(fold(part)) for part in label.split(" "))
            opens = first == sentence.start and (known or not self._inside(label))
            if not _meets((first, last), taken) and not opens and not (known and " " not in label):
                id_ = self.register.thing_id(type_, label, named=True)
                own = self.register.new(id_, type_, language, label)
                if " " in label or not known:
                    self.memory.define(label, own)
                yield first, last, own

    def _inside(self, label: str) -> bool:
        """Does the name stand within a sentence somewhere, where its capital tells that it is one?"""
        return (
            re.search(rf"[^\W\d_A-Z][,’'“]? {re.escape(label)}(?!\w)|\d, {re.escape(label)}(?!\w)", self.text)
            is not None
        )

    def _introduced(self, sentence: Sentence, language: str, taken: Sequence[tuple[int, int]]) -> list[Hit]:
        """ "Freedom Watch is a network of …": an organisation, from here on."""
        one = headless.introduced_programme(self.text, sentence.start, sentence.end, self._is_word(language), language)
        if one is not None and not _meets(one[:2], taken):
            label = self.text[one[0] : one[1]]
            thing = self.register.new(self.register.thing_id(one[2], label, named=True), one[2], language, label)
            self.memory.define(label, thing)
            return [(one[0], one[1], thing)]
        span = headless.introduced(self.text, sentence.start, sentence.end, language)
        if span is None or _meets(span, taken):
            return []
        own = self._made(span, "Organization", language)
        self.memory.define(self.text[span[0] : span[1]], own[2])
        return [own]

    def _beside_office(self, named: Sequence[Hit]) -> Callable[[int, int], bool]:
        """Tells where a name stands right before an office, or right behind one of a body that is told."""
        before = {start for start, _, entity in named if entity.type == "Office"}
        behind = {end for _, end, entity in named if entity.id in self.register.organisations}
        ends = {start: end for start, end, _ in named}

        def beside(start: int, end: int) -> bool:
            apposed = _APPOSED.match(self.text, end)
            then = -1 if apposed is None else apposed.end()
            if then in ends and self.text[ends[then] : ends[then] + 3] in ("'s ", "’s "):  # "Ms. Diop, IOM's Director"
                then = ends[then] + 3
            return (start - 2 in behind and self.text[start - 2] == ",") or then in before or then in self._cued

        return beside

    def person(self, name: str, language: str) -> Entity:
        """The person of this name; a surname alone is the person of that surname named before, if there is one."""
        if " " not in name:
            end = " " + key(name)
            same = {
                one.id: one for one in self.memory.people if any(key(label).endswith(end) for _, label in one.labels)
            }
            if len(same) == 1:
                return next(iter(same.values()))
        return self.register.new(people.identifier(name), "Person", language, name)

    def _surnames(
        self, start: int, end: int, taken: Sequence[tuple[int, int]], is_word: Callable[[str], bool]
    ) -> Iterator[Hit]:
        """People by their surname alone, where one person of that name was named before."""
        bearers: dict[str, dict[str, Entity]] = {}
        for one in self.memory.people:
            for _, label in one.labels[:1]:
                if " " in label and len(surname := label.rsplit(" ", 1)[1]) >= _SURNAME:
                    bearers.setdefault(surname, {})[one.id] = one
        sure = [surname for surname, same in bearers.items() if len(same) == 1 and not is_word(fold(surname))]
        for first, last, surname in people.surnames(self.text, start, end, sure):
            if not _meets((first, last), taken):
                yield first, last, next(iter(bearers[surname].values()))

    def _is_headline(self, sentence: Sentence) -> bool:
        """Is it a title with a capital for each long word, in which "Aid Does, Head of …" may be anything?"""
        if self.document.passages[sentence.passage].kind != "title":
            return False
        long = [word for word in self.text[sentence.start : sentence.end].split() if len(word) >= _LONG]
        return len(long) >= _HEADLINE and 5 * sum(word[0].islower() for word in long) <= len(long)  # "before", "among"

    def _is_named_again(self, person: people.Person) -> bool:
        """Is it introduced, "Remarks by Leila Haddad", or does the last of the names stand elsewhere in the text?"""
        if _INTRODUCED.search(self.text, max(0, person.start - 12), person.start) is not None:
            return True
        last = person.name.split(" ")[-1]
        elsewhere = (match.start() for match in re.finditer(rf"(?<![\w-]){re.escape(last)}(?![\w-])", self.text))
        return any(not person.start <= at < person.end for at in elsewhere)

    def _person_or_body(self, named: people.Person, language: str) -> Hit:
        """ "the non-governmental organization Gender Links", "Stichting Oase" are nobody."""
        span = (named.start, named.end)
        first = self.folded[named.start : named.end].split(" ", 1)[0]
        if headless.is_led(self.text, named.start, language) or first in data("heads")["foreign"]:
            return self._organisation(span, language)
        return named.start, named.end, self.person(named.name, language)

    def _organisation(self, span: tuple[int, int], language: str) -> Hit:
        """The organisation named there; behind its noun, « l'association Rive Sud », it is known by that name alone."""
        made, label = self._made(span, "Organization", language), self.text[span[0] : span[1]]
        told = " " in label or not self._is_word(language)(fold(label))
        if told and headless.is_led(self.text, span[0], language):
            self.memory.define(label, made[2])
        return made

    def _made(self, span: tuple[int, int], type_: str, language: str) -> Hit:
        label = self.text[span[0] : span[1]]
        id_ = f"{'place' if type_ in ('City', 'Region') else 'organization'}/{slug(label)}"
        return span[0], span[1], self.register.new(id_, type_, language, label)

    def _is_word(self, language: str) -> Callable[[str], bool]:
        return _IsWord(self._common, language)

    def _speaks_of_people(self, named: Sequence[Hit], sentence: Sentence, language: str) -> bool:
        """Does an office, a person or a word of holding one stand in the sentence, or is it a signature?"""
        if any(entity.type in ("Office", "Person") for _, _, entity in named):
            return True
        if self.document.passages[sentence.passage].kind in ("frontmatter", "title"):
            return True
        if language not in self._cues:
            self._cues[language] = [start for start, _, _ in _cue_words(language).find(self.folded)]
            self._cued.update(self._cues[language])
        cues = self._cues[language]
        first = bisect_left(cues, sentence.start)
        if first < len(cues) and cues[first] < sentence.end:
            return True
        return self._is_signature(sentence, language) or self._is_next(named, sentence)

    def _is_next(self, named: Sequence[Hit], sentence: Sentence) -> bool:
        """The next line of a list of people: "Ruwan Perera (Sri Lanka)"."""
        first, end, entity = named[0] if len(named) == 1 else (0, 0, None)
        bracket = entity is not None and entity.type == "State" and self.text[first - 2 : first] == " ("
        closed = bracket and self.text[end : sentence.end] in (")", ");", ").")
        return closed and self._person_line == sentence.passage - 1

    def _is_signature(self, sentence: Sentence, language: str) -> bool:
        """A line that holds a name alone, above an office: "Yacine Belkacem / Director"."""
        if sentence.end - sentence.start > 60 or "\n" not in self.text[sentence.end : sentence.end + 2]:
            return False
        after = self.folded[sentence.end : sentence.end + 60].lstrip()
        return after.startswith(_offices(language))


def _meets(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(first < span[1] and span[0] < last for first, last in others)


@dataclass(frozen=True, slots=True)
class _IsWord:
    """Tells a folded word that the document or the lexicon also uses as a common word."""

    common: frozenset[str]
    language: str

    def __call__(self, word: str) -> bool:
        return word in self.common or _is_known(word, self.language)


@lru_cache(maxsize=20_000)
def _is_known(word: str, language: str) -> bool:
    return is_known_word(word, language) or word in map(fold, data("numbers")[language]["months"])


@cache
def _offices(language: str) -> tuple[str, ...]:
    return tuple(form for form, (_, type_, _) in table(language).nouns.items() if type_ == "Office")


@cache
def _cue_words(language: str) -> Phrases:
    """Nouns and verbs of the frames in which people stand: "chair", "appointed", « présidé »."""
    from ontology.lexicon import frames, verb_forms

    kinds = [frame for frame in frames() if frame.kind in _CUES]
    nouns = {noun for frame in kinds for noun in frame.posts[language] | frame.nouns[language]}
    lemmas = {lemma for frame in kinds for lemma in frame.verbs[language]}
    known = verb_forms(language)
    verbs = {form for lemma in lemmas for form, name in known.get(lemma, ()) if name in ("past", "pp", "pres")}
    return Phrases(sorted({form for noun in nouns for form in (noun, plural(noun, language))} | verbs))
